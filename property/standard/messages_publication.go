package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules that publications are checked by.
const (
	// ErrPublicationIn is a unit that nothing is published in.
	ErrPublicationIn invalid.RuleError = "standard/publication-in: statements are of a week, a month, a quarter, a half year or a year, not of %[1]s"
	// ErrDuring is a time after a period for what is due in it.
	ErrDuring invalid.RuleError = "standard/during: what is due during the period has no time after it; leave out during or after"
	// ErrAfter is a time after a period that is not in days.
	ErrAfter invalid.RuleError = "standard/after: %[1]s counts hours; a statement is due in months, days or working days after its period"
	// ErrStanding is a length for what stays up for good.
	ErrStanding invalid.RuleError = "standard/standing: what stays for as long as it holds has no length; leave out shown or standing"
	// ErrFar is a length that is too long to be meant.
	ErrFar invalid.RuleError = "standard/far: %[1]s is longer than %[2]s years"
	// ErrPublicationItem is an item that is not in the register.
	ErrPublicationItem invalid.RuleError = "standard/publication-item: there is no item %[1]s in the register"
	// ErrPublicationEvent is an event that the item does not follow.
	ErrPublicationEvent invalid.RuleError = "standard/publication-event: there is no event %[1]s that the item %[2]s follows"
)

func publicationTexts() []invalid.Translation {
	return slices.Concat(audienceNames(), mediumNames(), publicationStateNames(), displayNames(), []invalid.Translation{
		{Text: ErrPublicationIn, ZH: "公布的期间为周、月、季、半年或年，不能是 %[1]s"},
		{Text: ErrDuring, ZH: "期间内公布的事项没有期后时限；during 与 after 只能写一个"},
		{Text: ErrAfter, ZH: "%[1]s 按小时计；期后时限须按月、日或工作日计"},
		{Text: ErrStanding, ZH: "长期公示的事项没有公示时长；shown 与 standing 只能写一个"},
		{Text: ErrFar, ZH: "%[1]s 超过 %[2]s 年"},
		{Text: ErrPublicationItem, ZH: "台账中没有事项 %[1]s"},
		{Text: ErrPublicationEvent, ZH: "没有事项 %[2]s 所随的事件 %[1]s"},
		{Text: labelPublishedBy, ZH: "%[1]s：在最后一日前公布（当日算按时）"},
		{Text: labelPublishDue, ZH: "最后一日"},
		{Text: labelPublishDueAt, ZH: "应公布的时刻"},
		{Text: labelPublished, ZH: "公布"},
		{Text: labelNotDueYet, ZH: "%[1]s：最后一日未过"},
		{Text: labelAskedDay, ZH: "查询之日"},
		{Text: labelAskedAt, ZH: "查询时刻"},
		{Text: labelThere, ZH: "%[1]s：已公布"},
		{Text: labelNotThere, ZH: "%[1]s：未公布"},
	})
}
