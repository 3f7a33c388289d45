package rating

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/worktime"
)

// Scheme is an assessment over a year as data (考评办法): who is assessed, by which levels and how often, what the scores weigh,
// what excludes, and what a result is worth. It is a document; [CompileScheme] makes a [Contest] of it.
type Scheme struct {
	Code    string      `json:"code"`
	Version string      `json:"version,omitempty"`
	Name    metric.Name `json:"name,omitzero"`
	Source  string      `json:"source,omitempty"`
	Note    metric.Name `json:"note,omitzero"`
	// Needs are facts of a project without which it is not assessed: "propertyService". One that the project does not state leaves
	// it unknown.
	Needs []string `json:"needs,omitempty"`
	// Tiers are the levels of assessment, the first the lowest: community, district.
	Tiers []Tier `json:"tiers"`
	// Rounding are the stages of the year's score, which bands look at only if BandsOn says so.
	Rounding []metric.Rounding `json:"rounding,omitempty"`
	Vetoes   []Veto            `json:"vetoes,omitempty"`
	BandsOn  Basis             `json:"bandsOn,omitempty"`
	Bands    []Band            `json:"bands"`
	// Notice is how results are made public; unset: not at all.
	Notice *Notice `json:"notice,omitempty"`
	// Bars is for how many years after one whose result was revoked a project is not assessed (取消下一年度考评资格).
	Bars int `json:"bars,omitempty"`
	// Rewards are what bands are worth, a band at most once.
	Rewards []Reward `json:"rewards,omitempty"`
	// CreditLasts is how long an entry in the credit file counts; unset: for good.
	CreditLasts civil.Span `json:"creditLasts,omitzero"`
}

// Tier is a level of assessment (考核层级).
type Tier struct {
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// Weight is what its mean is worth; weights may have any sum.
	Weight metric.Figure `json:"weight"`
	// Every is the length of its rounds; a year has four quarters, two half-years, twelve months.
	Every metric.Cycle `json:"every"`
	// Rubrics are the codes of rubrics whose scores it takes; none: any. Each community may have its own (KPI-58).
	Rubrics []string `json:"rubrics,omitempty"`
	// Gate says which projects it assesses; unset: all.
	Gate *Gate `json:"gate,omitempty"`
	// Mean says whose rounds its mean is of; unset: [OwnMean].
	Mean MeanOf `json:"mean,omitempty"`
	// Missing says what becomes of a round without a score that should have one: [Renormalise] takes the mean of the others,
	// [Zero] counts it as 0; unset: the project is not rated, and the standing names the round. [Award] is refused.
	Missing Absence `json:"missing,omitempty"`
	// Unreported says what becomes of rounds of the tier below that did not pass the gate in that tier's own mean; unset: they count.
	Unreported Unreported `json:"unreported,omitempty"`
	// Rounding are the stages of its mean; none: it stays exact.
	Rounding []metric.Rounding `json:"rounding,omitempty"`
}

// Gate says which projects a tier assesses: those that the tier below reported (上报门槛).
type Gate struct {
	// Of is the code of the tier that reports: the one directly below, whose rounds are not longer.
	Of string `json:"of"`
	// AtLeast is the score that is reported, itself included.
	AtLeast metric.Figure `json:"atLeast"`
	// Any lets one reported round within a round of this tier be enough; otherwise all that lie in it must be reported: quarters
	// 1 and 2 for the first half-year. A round that the tier below leaves out is not asked.
	Any bool `json:"any,omitempty"`
}

// Notice says how results are made public and may be objected to (公示).
type Notice struct {
	// Days is how long: "P7D", or "7wd" for working days.
	Days civil.Span `json:"days"`
	// FirstDay counts the day of posting as the first.
	FirstDay bool `json:"firstDay,omitempty"`
	// Rest says where a last day goes on which nobody works; unset: it stays.
	Rest worktime.Rest `json:"rest,omitempty"`
	// Calendar is the code of the calendar whose working days are meant. Needed for working days and for Rest.
	Calendar string `json:"calendar,omitempty"`
	// Answer is how long after an objection it must be decided; unset: not said.
	Answer civil.Span `json:"answer,omitzero"`
}

// Reward is what a band is worth (奖励). Amounts and titles belong to the one who runs the scheme.
type Reward struct {
	Band string `json:"band"`
	// Amount is the money; unset while the source leaves it open.
	Amount money.Amount `json:"amount,omitzero"`
	// Titles are what the project may then apply for.
	Titles []string `json:"titles,omitempty"`
}

// Project is what is assessed (考评项目): an estate under one enterprise.
type Project struct {
	Code string `json:"code"`
	Name string `json:"name,omitempty"`
	// Group is where it lies: its community.
	Group string `json:"group,omitempty"`
	// Enterprise is the property company.
	Enterprise string `json:"enterprise,omitempty"`
	// Facts are what the scheme and its bands ask for.
	Facts []Fact `json:"facts,omitempty"`
}

// Round is one assessment of a project at a tier (考核轮次).
type Round struct {
	Project string `json:"project"`
	Tier    string `json:"tier"`
	// Nth is the number of the round in the year, from 1.
	Nth   int   `json:"nth"`
	Score Score `json:"score"`
	// Rubric and Sheet are where the score is from; On is the day.
	Rubric string     `json:"rubric,omitempty"`
	Sheet  string     `json:"sheet,omitempty"`
	On     civil.Date `json:"on,omitzero"`
}

// Revocation cancels the result of a year (取消评定结果), for cheating for example (KPI-17, KPI-56).
type Revocation struct {
	Project string     `json:"project"`
	Year    int        `json:"year"`
	On      civil.Date `json:"on,omitzero"`
	Reason  string     `json:"reason"`
	// Responsible is who answers for it.
	Responsible string `json:"responsible,omitempty"`
}

// Year is all that is known of a year of a scheme (年度考评). It is a document. The days of its events are of that year; rounds may be held
// after it.
type Year struct {
	Scheme   string    `json:"scheme"`
	Year     int       `json:"year"`
	Projects []Project `json:"projects"`
	Rounds   []Round   `json:"rounds,omitempty"`
	Events   []Event   `json:"events,omitempty"`
	// Revocations are those of this year and of the years before whose bar may reach it.
	Revocations []Revocation `json:"revocations,omitempty"`
}

// Standing is how a project stands at the end of a year (年度结果). It explains itself: [Standing.Why] needs nothing else.
type Standing struct {
	Scheme     string `json:"scheme"`
	Version    string `json:"version,omitempty"`
	Year       int    `json:"year"`
	Project    string `json:"project"`
	Group      string `json:"group,omitempty"`
	Enterprise string `json:"enterprise,omitempty"`
	// State says whether there is a score. Missing names what is missing where that is unknown: the fact "propertyService", the
	// fact of an event "liftAccident/majorImpact/E7", the number "complaints/atLeast", the round "community/2", the tier
	// "community" that left all its rounds out, "score-range" for what cannot be written; and for one that is rated the facts
	// that its band waits for.
	State   State    `json:"state"`
	Missing []string `json:"missing,omitempty"`
	// Tiers are what each tier comes to, in the scheme's order.
	Tiers []TierScore `json:"tiers,omitempty"`
	// Exact is the year's score before it is rounded and whatever the vetoes, wherever it can be worked out: of what is not rated, for
	// information. Stages are what each stage of rounding left, and Score is what the last one did, or 0 by a veto; only what is
	// rated has one.
	Exact  Score         `json:"exact,omitzero"`
	Stages []StageResult `json:"stages,omitempty"`
	Score  Score         `json:"score,omitzero"`
	// Vetoes are those that took effect, by the scheme's order, the project's own before those that hit it from
	// elsewhere in its enterprise; of these about 20 are named, of each veto one at least.
	Vetoes []VetoHit `json:"vetoes,omitempty"`
	// BandsOn is the scheme's; Band is the outcome, empty if none holds, and Edge the row that gave it.
	BandsOn Basis  `json:"bandsOn,omitempty"`
	Band    string `json:"band,omitempty"`
	Edge    Band   `json:"edge,omitzero"`
	// Reward is what the band is worth, if the scheme says so.
	Reward *Reward `json:"reward,omitempty"`
	// Revocation is the one that cancelled this result or bars the project.
	Revocation *Revocation `json:"revocation,omitempty"`
}

// TierScore is what a tier comes to for a project.
type TierScore struct {
	Tier   string        `json:"tier"`
	Weight metric.Figure `json:"weight"`
	// Rounds are the rounds of the year, by number.
	Rounds []RoundScore `json:"rounds"`
	// Mean is of those that count; unset if there is none.
	Mean   Score         `json:"mean,omitzero"`
	Stages []StageResult `json:"stages,omitempty"`
	Score  Score         `json:"score,omitzero"`
	// Group and Of are set where the mean is over a group: its code, and how many projects it is of.
	Group string `json:"group,omitempty"`
	Of    int    `json:"of,omitempty"`
}

// RoundScore is one round of a tier.
type RoundScore struct {
	Nth   int    `json:"nth"`
	Score Score  `json:"score,omitzero"`
	Sheet string `json:"sheet,omitempty"`
	// Reported says that the round passed the gate of the tier above (上报).
	Reported bool `json:"reported,omitempty"`
	// Counts says that it is in the mean; a missing round that counts as 0 is in it without a score.
	Counts bool `json:"counts,omitempty"`
	// Owed says that there should be a score.
	Owed bool `json:"owed,omitempty"`
}

// VetoHit is a veto that took effect.
type VetoHit struct {
	Veto string `json:"veto"`
	// Events are the IDs of the events, of one without an ID its day; Project is where they happened.
	Events  []string `json:"events,omitempty"`
	Project string   `json:"project"`
	// Effect and Band are the veto's.
	Effect Effect `json:"effect"`
	Band   string `json:"band,omitempty"`
}

// CreditEntry is what a standing leaves in the credit file of an enterprise (信用档案).
type CreditEntry struct {
	Enterprise string       `json:"enterprise"`
	Project    string       `json:"project"`
	Scheme     string       `json:"scheme"`
	Year       int          `json:"year"`
	State      State        `json:"state"`
	Band       string       `json:"band,omitempty"`
	Vetoes     []string     `json:"vetoes,omitempty"`
	Reason     string       `json:"reason,omitempty"`
	Titles     []string     `json:"titles,omitempty"`
	Period     civil.Period `json:"period"`
}
