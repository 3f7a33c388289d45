package main

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
	"github.com/wuyekit/wuye/property/worktime"
)

// What is wrong with the flags or the files.
const (
	errNeeds      invalid.RuleError = "starrating/needs: %[1]s also needs %[2]s"
	errEither     invalid.RuleError = "starrating/either: give %[1]s or %[2]s, not both"
	errKind       invalid.RuleError = "starrating/kind: the mapping is of a table of %[1]s, not of sheets"
	errAsOf       invalid.RuleError = "starrating/as-of: -asof %[1]s is not a day like 2026-01-31"
	errNoProject  invalid.RuleError = "starrating/no-project: there is no project %[1]s in the year"
	errNoSheet    invalid.RuleError = "starrating/no-sheet: there is no sheet %[1]s"
	errSheetTwice invalid.RuleError = "starrating/sheet-twice: sheet %[1]s is of %[2]s and of %[3]s"
	errNoNotice   invalid.RuleError = "starrating/no-notice: the scheme %[1]s has no public notice"
)

// What the report says of a year.
const (
	textTitle      explain.Label = "starrating/title: %[1]s, %[2]s; as of %[3]s"
	textScoredBy   explain.Label = "starrating/scored-by: Weights %[1]s; %[3]s sheets by «%[2]s»"
	textStates     explain.Label = "starrating/states: Projects: %[1]s = %[2]s"
	textLeague     explain.Label = "starrating/league: League table (= is a tie)"
	textRank       explain.Label = "starrating/rank: rank"
	textProject    explain.Label = "starrating/project: project"
	textGroup      explain.Label = "starrating/group: community"
	textEnterprise explain.Label = "starrating/enterprise: company"
	textScore      explain.Label = "starrating/score: score"
	textStars      explain.Label = "starrating/stars: stars"
	textState      explain.Label = "starrating/state: state"
	textNotSo      explain.Label = "starrating/not-so: no %[1]s"
	textFactOpen   explain.Label = "starrating/fact-open: event %[1]s does not say whether «%[2]s»"
	textNoRound    explain.Label = "starrating/no-round: %[1]s round %[2]s is missing"
	textAndMore    explain.Label = "starrating/and-more: and %[1]s more"
	textRound      explain.Label = "starrating/round: %[1]s round %[2]s"

	textVetoes  explain.Label = "starrating/vetoes: Events that might be vetoes: %[1]s"
	textEvent   explain.Label = "starrating/event: event"
	textDay     explain.Label = "starrating/day: day"
	textVeto    explain.Label = "starrating/veto: veto"
	textEffect  explain.Label = "starrating/effect: effect"
	textNote    explain.Label = "starrating/note: note"
	textHit     explain.Label = "starrating/hit: out of the contest: %[1]s"
	textOpen    explain.Label = "starrating/open: undecided: %[1]s"
	textNoVeto  explain.Label = "starrating/no-veto: no veto: %[1]s"
	textTooFew  explain.Label = "starrating/too-few: fewer than %[1]s"
	textRevoked explain.Label = "starrating/revoked: %[1]s: result of %[2]s for %[3]s cancelled: %[4]s; responsible: %[5]s"

	textNotice     explain.Label = "starrating/notice: Public notice from %[1]s to %[2]s, %[3]s: %[4]s"
	textFinal      explain.Label = "starrating/final: Results are final from %[1]s"
	textStillOpen  explain.Label = "starrating/still-open: Not decided: %[1]s; results may still change"
	textDraft      explain.Label = "starrating/draft: not posted yet"
	textPosted     explain.Label = "starrating/posted: running"
	textObjected   explain.Label = "starrating/objected: objections are open"
	textIsFinal    explain.Label = "starrating/is-final: over"
	textUnknownEnd explain.Label = "starrating/unknown-end: its end is not known"
	textObjection  explain.Label = "starrating/objection: objection"
	textBy         explain.Label = "starrating/by: by"
	textAbout      explain.Label = "starrating/about: about"
	textInTime     explain.Label = "starrating/in-time: in time"
	textYes        explain.Label = "starrating/yes: yes"
	textLate       explain.Label = "starrating/late: late"
	textAnswerBy   explain.Label = "starrating/answer-by: answer by"
	textRuling     explain.Label = "starrating/ruling: decision"
	textUndecided  explain.Label = "starrating/undecided: none"
	textUpheld     explain.Label = "starrating/upheld: upheld"
	textDismissed  explain.Label = "starrating/dismissed: dismissed"
	textOverdue    explain.Label = "starrating/overdue: (overdue)"
	textGrounds    explain.Label = "starrating/grounds: grounds"
	textAmended    explain.Label = "starrating/amended: Objection %[1]s: sheet %[2]s (%[3]s) stays on file, %[4]s (%[5]s) replaces it: %[6]s; the year goes from %[7]s to %[8]s"

	textNext      explain.Label = "starrating/next: What the next star needs"
	textNextStar  explain.Label = "starrating/next-star: next"
	textShort     explain.Label = "starrating/short: short by"
	textLastSheet explain.Label = "starrating/last-sheet: last sheet"
	textHas       explain.Label = "starrating/has: has"
	textNeeds     explain.Label = "starrating/needs-points: would have needed"
	textPlan      explain.Label = "starrating/plan: %[1]s: on %[2]s this would have been enough (changes: %[3]s, then %[4]s): %[5]s"
	textBeyond    explain.Label = "starrating/beyond: %[1]s: even a perfect sheet instead of %[2]s, bonus aside, would not have been enough"
	textNoSheet   explain.Label = "starrating/has-no-sheet: %[1]s: no sheet to improve"

	textCredit   explain.Label = "starrating/credit: Entries in the credit file"
	textNoCredit explain.Label = "starrating/no-credit: None before the results are final"
	textFrom     explain.Label = "starrating/from: from"
	textTo       explain.Label = "starrating/to: to"
	textTitles   explain.Label = "starrating/titles: may apply for"

	textExplain         explain.Label = "starrating/explain: How %[1]s came to this (%[2]s)"
	textExplainSheet    explain.Label = "starrating/explain-sheet: Sheet %[1]s, %[2]s, %[3]s by %[4]s: %[5]s"
	textExplainReplaced explain.Label = "starrating/explain-replaced: Sheet %[1]s, %[2]s, %[3]s by %[4]s: %[5]s, since replaced"
	textFinding         explain.Label = "starrating/finding: finding"
	textItem            explain.Label = "starrating/item: item"
	textKind            explain.Label = "starrating/finding-kind: kind"
	textCount           explain.Label = "starrating/count: number"
	textTaken           explain.Label = "starrating/taken: takes"
	textWithout         explain.Label = "starrating/without: score without it"
	textPlace           explain.Label = "starrating/place: place"
	textEvidence        explain.Label = "starrating/evidence: evidence"
	textRepeated        explain.Label = "starrating/repeated:  (found before: %[1]s)"
)

// What the report says of sheets of others.
const (
	textBulk     explain.Label = "starrating/bulk: %[1]s sheets rated by «%[2]s»"
	textRows     explain.Label = "starrating/rows: Rows read: %[1]s = %[2]s good + %[3]s bad + %[4]s ignored; sheets that the rubric refuses: %[5]s"
	textOutcomes explain.Label = "starrating/outcomes: Outcomes"
	textOutcome  explain.Label = "starrating/outcome: outcome"
	textSheets   explain.Label = "starrating/sheets: sheets"
	textPercent  explain.Label = "starrating/percent: per cent"
	textUnrated  explain.Label = "starrating/unrated: Without a score, which is not 0: %[1]s"
	textSheet    explain.Label = "starrating/sheet: sheet"
	textMissing  explain.Label = "starrating/missing: without a mark"
	textBad      explain.Label = "starrating/bad: Cells that are wrong: %[1]s"

	textMore      explain.Label = "starrating/more: … and %[1]s more, see %[2]s"
	textWritten   explain.Label = "starrating/written: Written: %[1]s"
	textUnwritten explain.Label = "starrating/unwritten: No files written; -out FOLDER writes them"
)

// States in words, and facts that the built-in year has.
const (
	textUnknown        explain.Label = "starrating/unknown: incomplete"
	textRated          explain.Label = "starrating/rated: rated"
	textNothingApplies explain.Label = "starrating/nothing-applies: nothing applies"
	textExcluded       explain.Label = "starrating/excluded: out of the contest"
	textNotReported    explain.Label = "starrating/not-reported: not reported"
	textIneligible     explain.Label = "starrating/ineligible: not assessed"
	textBarred         explain.Label = "starrating/barred: barred"
	textCancelled      explain.Label = "starrating/cancelled: result cancelled"

	textMajorImpact     explain.Label = "starrating/major-impact: major negative impact"
	textPoorlyHandled   explain.Label = "starrating/poorly-handled: poor handling"
	textVerified        explain.Label = "starrating/verified: verification"
	textResponsible     explain.Label = "starrating/responsible: responsibility"
	textPropertyService explain.Label = "starrating/property-service: property service"
	textCityRedFlag     explain.Label = "starrating/city-red-flag: City Red Flag"
	textExcellentEstate explain.Label = "starrating/excellent-estate: Excellent Estate"
)

func stateLabel(s rating.State) explain.Label {
	switch s {
	case rating.Rated:
		return textRated
	case rating.NothingApplies:
		return textNothingApplies
	case rating.Excluded:
		return textExcluded
	case rating.NotReported:
		return textNotReported
	case rating.Ineligible:
		return textIneligible
	case rating.Barred:
		return textBarred
	case rating.Revoked:
		return textCancelled
	case rating.Unknown:
		return textUnknown
	default:
		return textUnknown
	}
}

// factLabel returns what a fact or a title is called; false for one that only its code is known of.
func factLabel(code string) (explain.Label, bool) {
	l, ok := map[string]explain.Label{
		"majorImpact": textMajorImpact, "poorlyHandled": textPoorlyHandled, "verified": textVerified, "responsible": textResponsible,
		"propertyService": textPropertyService, "cityRedFlag": textCityRedFlag, "excellentEstate": textExcellentEstate,
	}[code]
	return l, ok
}

func messages(b *catalog.Builder) error {
	return errors.Join(rating.Messages(b), metric.Messages(b), worktime.Messages(b), invalid.Register(b, texts()))
}
