package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
)

// why derives what was compared for a subject: of a breach the limit that it breaks, otherwise every limit whose figures are there.
func (j *thresholdJudge) why(x *run, r *Row) []explain.Step {
	t := thresholdRun{thresholdJudge: j, x: x}
	var out []explain.Step
	for i := range j.limits {
		l := &j.limits[i]
		if r.Reason.Code == ValueOff && !l.isOf(r.Reason.Args) {
			continue
		}
		if s, ok := t.whyLimit(l, r); ok {
			out = append(out, s)
		}
	}
	return out
}

// isOf reports whether the operands of a breach are those of the limit.
func (l *limit) isOf(args []string) bool {
	const operands = 6
	return len(args) == operands && args[0] == l.figure.name && args[2] == l.outOf.name && args[4] == l.is.String() &&
		(!l.other.isNone() || args[5] == l.text)
}

// whyLimit compares the figure, or its exact ratio to the base, with the value; it is false where one is missing, and where the base
// is 0.
func (t *thresholdRun) whyLimit(l *limit, row *Row) (explain.Step, bool) {
	figure, ok := t.ofRow(l, row)
	if !ok {
		return explain.Step{}, false
	}
	left := given(&l.figure, figure.value, row.Subject)
	if !l.outOf.isNone() {
		base, ok := t.given(&l.outOf, row.Subject, figure.stretch)
		if !ok || base.Value.Text == "0" {
			return explain.Step{}, false
		}
		left = explain.Ratio(labelRatio, left, base).WithArgs(l.figure.name, l.outOf.name)
	}
	right := figureGiven(labelLimit, l.value)
	if !l.other.isNone() {
		if right, ok = t.given(&l.other, row.Subject, figure.stretch); !ok {
			return explain.Step{}, false
		}
	}
	relations := []Comparison{Equal, Less, AtMost, Greater, AtLeast}
	if l.is == NotEqual {
		return explain.Compare(labelDiffers, left, Equal.String(), right), true
	}
	return explain.Compare(labelHolds, left, l.is.String(), right), slices.Contains(relations, l.is)
}

// ofRow is the figure that a row judges: that of the period which ends when the row is due.
func (t *thresholdRun) ofRow(l *limit, row *Row) (reading, bool) {
	list, why := t.read(&l.figure, row.Subject)
	if why.Code != 0 {
		return reading{}, false
	}
	for _, r := range list {
		if t.fits(r.stretch) && t.due(r.stretch).Equal(row.Due) {
			return r, r.value.IsSet()
		}
	}
	return reading{}, false
}

// given is a figure of a period, with its name.
func (t *thresholdRun) given(s *source, subject string, of stretch) (explain.Step, bool) {
	r, why := t.readOf(s, subject, of)
	if why.Code != 0 || !r.value.IsSet() {
		return explain.Step{}, false
	}
	return given(s, r.value, subject), true
}

func given(s *source, f metric.Figure, subject string) explain.Step {
	return figureGiven(labelFigure, f, s.name).From(subject)
}

func figureGiven(label explain.Label, f metric.Figure, args ...string) explain.Step {
	return explain.Given(label, explain.Decimal(f.String(), ""), args...)
}
