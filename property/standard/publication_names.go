package standard

import (
	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// The names of audiences, media and states.
const (
	labelAudienceOwners          explain.Label = "standard/audience-owners: owners"
	labelAudienceCommittee       explain.Label = "standard/audience-committee: owners' committee"
	labelAudienceAuthority       explain.Label = "standard/audience-authority: authority"
	labelAudiencePublic          explain.Label = "standard/audience-public: public"
	labelMediumNoticeBoard       explain.Label = "standard/medium-notice-board: notice board"
	labelMediumLobby             explain.Label = "standard/medium-lobby: lobbies"
	labelMediumSite              explain.Label = "standard/medium-site: website"
	labelMediumApp               explain.Label = "standard/medium-app: app"
	labelMediumAccount           explain.Label = "standard/medium-account: public account"
	labelMediumPress             explain.Label = "standard/medium-press: press"
	labelPublicationStateUnknown explain.Label = "standard/publication-state-unknown: unknown"
	labelPublicationStateMet     explain.Label = "standard/publication-state-met: published in time"
	labelPublicationStateLate    explain.Label = "standard/publication-state-late: published late"
	labelPublicationStateOverdue explain.Label = "standard/publication-state-overdue: overdue"
	labelPublicationStatePending explain.Label = "standard/publication-state-pending: not yet due"
	labelDisplayEnough           explain.Label = "standard/display-enough: shown long enough"
	labelDisplayRunning          explain.Label = "standard/display-running: still to be shown"
	labelDisplayShort            explain.Label = "standard/display-short: taken down too early"
	labelDisplayUnknown          explain.Label = "standard/display-unknown: not known whether shown long enough"
)

// Text returns the name in the printer's language, which needs the messages of this package.
func (a Audience) Text(p *message.Printer) string {
	return nameOf(p, audienceNames(), int(a)-1, a.String())
}

// Text returns the name in the printer's language, which needs the messages of this package.
func (m Medium) Text(p *message.Printer) string {
	return nameOf(p, mediumNames(), int(m)-1, m.String())
}

// Text returns the name in the printer's language, which needs the messages of this package.
func (s PublicationState) Text(p *message.Printer) string {
	return nameOf(p, publicationStateNames(), int(s), s.String())
}

// Text returns the name in the printer's language, which needs the messages of this package.
func (d Display) Text(p *message.Printer) string {
	return nameOf(p, displayNames(), int(d)-1, d.String())
}

// nameOf says the name at an index, or the word where there is none.
func nameOf(p *message.Printer, names []invalid.Translation, i int, word string) string {
	if i < 0 || i >= len(names) {
		return word
	}
	return p.Sprintf(message.Key(names[i].Text.ID(), names[i].Text.English()))
}

func audienceNames() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelAudienceOwners, ZH: "业主"},
		{Text: labelAudienceCommittee, ZH: "业主委员会"},
		{Text: labelAudienceAuthority, ZH: "主管部门"},
		{Text: labelAudiencePublic, ZH: "社会公众"},
	}
}

func mediumNames() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelMediumNoticeBoard, ZH: "公告栏"},
		{Text: labelMediumLobby, ZH: "单元门厅"},
		{Text: labelMediumSite, ZH: "网站"},
		{Text: labelMediumApp, ZH: "业主应用"},
		{Text: labelMediumAccount, ZH: "公众号"},
		{Text: labelMediumPress, ZH: "媒体"},
	}
}

func publicationStateNames() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelPublicationStateUnknown, ZH: "无法判定"},
		{Text: labelPublicationStateMet, ZH: "按时公布"},
		{Text: labelPublicationStateLate, ZH: "逾期公布"},
		{Text: labelPublicationStateOverdue, ZH: "逾期未公布"},
		{Text: labelPublicationStatePending, ZH: "未到期"},
	}
}

func displayNames() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelDisplayEnough, ZH: "公示期限已满"},
		{Text: labelDisplayRunning, ZH: "公示中"},
		{Text: labelDisplayShort, ZH: "公示期限不足"},
		{Text: labelDisplayUnknown, ZH: "无法判定公示期限"},
	}
}
