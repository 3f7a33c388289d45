package finding

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/worktime"
)

// Policy says how findings are followed up (整改办法): by when they are corrected, and what they cost. It is a document;
// [Compile] makes [Rules] of it.
type Policy struct {
	// Code names the policy, Name is for people.
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// Source is the law, standard or contract it stands in.
	Source string `json:"source,omitempty"`
	// Calendar is the code of the calendar whose zone says on which day something happened, and whose working days count where a
	// limit names no other.
	Calendar string `json:"calendar"`
	// Limits are the deadlines; the first that applies counts. A deadline that an event sets itself wins.
	Limits []Limit `json:"limits,omitempty"`
	// Penalties are what findings cost; of each trigger the first that applies counts.
	Penalties []Penalty `json:"penalties,omitempty"`
	// Repeat makes what is found again dearer; unset: it is not.
	Repeat Repeat `json:"repeat,omitzero"`
	// PointStep is what points are rounded to, half up; unset: 0.01. Rounding is that of money.
	PointStep metric.Figure  `json:"pointStep,omitzero"`
	Rounding  money.Rounding `json:"rounding,omitzero"`
}

// Limit is a deadline for some findings (整改期限).
type Limit struct {
	// Kinds and Severities are those it applies to; none: all.
	Kinds      []string `json:"kinds,omitempty"`
	Severities []string `json:"severities,omitempty"`
	// Within is how long, of days and months or of working days: "P7D", "5wd". Unset while the source leaves it open: cases
	// without a deadline of their own are then unknown.
	Within civil.Span `json:"within,omitzero"`
	// FirstDay counts the day of issue as the first; otherwise the first is the day after it.
	FirstDay bool `json:"firstDay,omitempty"`
	// Rest says where a last day goes on which nobody works; unset: it stays.
	Rest worktime.Rest `json:"rest,omitempty"`
	// Calendar is the code of the calendar whose working days are meant; unset: the policy's.
	Calendar string `json:"calendar,omitempty"`
}

// Penalty is what a finding costs (处罚): points, money or both.
type Penalty struct {
	// Kinds and Severities are those it applies to; none: all.
	Kinds      []string `json:"kinds,omitempty"`
	Severities []string `json:"severities,omitempty"`
	// On says what it is for.
	On Trigger `json:"on"`
	// Points and Amount are what each time costs, before it grows; neither is below 0.
	Points metric.Figure `json:"points,omitzero"`
	Amount money.Amount  `json:"amount,omitzero"`
}

// Repeat makes dearer what was found before and was not corrected (不合格未纠正将加重处罚).
type Repeat struct {
	// Factor multiplies what it costs, above 1.
	Factor metric.Figure `json:"factor,omitzero"`
	// EachTime multiplies by it again for every time it was found before; otherwise once.
	EachTime bool `json:"eachTime,omitempty"`
	// Most is the largest that it is multiplied by, at least Factor; unset: without a limit.
	Most metric.Figure `json:"most,omitzero"`
	// Open marks a factor that the source leaves open: while Factor is unset, what was found again costs nobody knows what, and the
	// status names it.
	Open bool `json:"open,omitempty"`
}

func (p Policy) clone() Policy {
	p.Limits, p.Penalties = slices.Clone(p.Limits), slices.Clone(p.Penalties)
	for i := range p.Limits {
		t := &p.Limits[i]
		t.Kinds, t.Severities = slices.Clone(t.Kinds), slices.Clone(t.Severities)
	}
	for i := range p.Penalties {
		t := &p.Penalties[i]
		t.Kinds, t.Severities = slices.Clone(t.Kinds), slices.Clone(t.Severities)
	}
	return p
}

// applies reports whether something for some kinds and severities is for a case.
func applies(kinds, severities []string, c *Case) bool {
	return (len(kinds) == 0 || slices.Contains(kinds, c.Kind)) &&
		(len(severities) == 0 || slices.Contains(severities, c.Severity))
}
