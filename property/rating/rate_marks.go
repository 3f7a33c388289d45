package rating

import (
	"cmp"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// readMarks gives the items their marks. Marks in the rubric's own order are not looked up.
func (w *rater) readMarks() {
	items, next := w.rules.items, 0
	for i := range w.sheet.Marks {
		m := &w.sheet.Marks[i]
		k := next
		if k >= len(items) || items[k].code != m.Item {
			var ok bool
			if k, ok = w.rules.byItem[m.Item]; !ok {
				if m.Item != "" { // else the sheet's own check says so
					w.at("marks", i, "item").Add(ErrUnknown, invalid.Quote(m.Item))
				}
				continue
			}
		}
		next = k + 1
		w.readMark(i, m, &items[k], &w.dst.Items[k])
	}
}

func (w *rater) readMark(i int, m *Mark, it *item, out *ItemResult) {
	switch {
	case out.Absent != "" || out.Of.IsSet():
		w.at("marks", i, "item").Add(ErrTwice, invalid.Quote(m.Item))
	case m.NotApplicable:
		w.readNotApplicable(i, m, it, out)
	case it.kind == onDeductions:
		w.readShortfall(i, m, it, out)
	case m.Part != "":
		w.at("marks", i, "part").Add(ErrUnknown, invalid.Quote(m.Part))
	case it.kind == onScale || it.kind == onPass:
		w.readLevel(i, m, it, out)
	default:
		w.readFigure(i, m, it, out)
	}
}

func (w *rater) readNotApplicable(i int, m *Mark, it *item, out *ItemResult) {
	policy := w.rules.doc.NotApplicable
	switch {
	case policy == 0:
		w.at("marks", i, "notApplicable").Add(ErrMustApply)
	case it.Required:
		w.at("marks", i, "notApplicable").Add(ErrRequiredItem, invalid.Quote(it.Code))
	case m.Part != "":
		w.at("marks", i, "part").Add(ErrWholeItem)
	case len(out.Deductions) > 0: // figures of it are among the marks before
		w.at("marks", i, "item").Add(ErrTwice, invalid.Quote(m.Item))
	}
	w.absent(it, out, absentNotApplicable, policy)
}

func (w *rater) readLevel(i int, m *Mark, it *item, out *ItemResult) {
	if m.Level == "" {
		w.wrongKind(i, m, it)
		return
	}
	o := it.level(m.Level)
	if o == nil {
		w.at("marks", i, "level").Add(ErrUnknown, invalid.Quote(m.Level))
		return
	}
	out.Mark = m.Level
	w.judge(it, out, o)
}

func (w *rater) readFigure(i int, m *Mark, it *item, out *ItemResult) {
	if !m.Figure.IsSet() {
		w.wrongKind(i, m, it)
		return
	}
	out.Figure = m.Figure
	n := millionths(m.Figure)
	if it.kind == onSteps {
		w.judge(it, out, it.reached(n))
		return
	}
	grain := millionths(it.Mark.Points.step())
	switch {
	case n < 0 || n > millionths(it.Item.full()):
		w.at("marks", i, "figure").Add(ErrWithin, m.Figure.String(), "0", it.full.points.String())
		return
	case n%grain != 0:
		w.at("marks", i, "figure").Add(ErrGrain, m.Figure.String(), it.grain.points.String())
		return
	}
	o := outcome{fraction(n, perUnit), n / grain * it.grain.worth, n / grain * it.grain.value}
	if o.worth < it.floor.worth {
		o = it.floor
	}
	w.judge(it, out, &o)
}

// wrongKind reports a mark that the item is not marked by.
func (w *rater) wrongKind(i int, m *Mark, it *item) {
	if m.Level == "" && !m.Figure.IsSet() {
		return // the sheet's own check says that nothing is marked
	}
	field := "level"
	if m.Level == "" {
		field = "figure"
	}
	w.at("marks", i, field).Add(ErrKind, invalid.Quote(it.Code), it.kind.String())
}

// readShortfall takes the figure of a shortfall.
func (w *rater) readShortfall(i int, m *Mark, it *item, out *ItemResult) {
	part := 0
	switch {
	case !m.Figure.IsSet() || len(it.shortfalls) == 0:
		w.wrongKind(i, m, it)
		return
	case m.Part != "":
		if part = it.shortfall(m.Part); part < 0 {
			w.at("marks", i, "part").Add(ErrUnknown, invalid.Quote(m.Part))
			return
		}
	case len(it.shortfalls) > 1:
		w.at("marks", i, "part").Add(invalid.ErrRequired, "part")
		return
	}
	f := &it.shortfalls[part]
	at := 0 // shortfalls stand in the rubric's order
	for at < len(out.Deductions) && it.shortfall(out.Deductions[at].Kind) < part {
		at++
	}
	if at < len(out.Deductions) && out.Deductions[at].Kind == f.Code {
		w.at("marks", i, "item").Add(ErrTwice, invalid.Quote(m.Item))
		return
	}
	d, ok := f.of(m.Figure)
	if !ok {
		w.at("marks", i, "figure").Add(ErrScoreRange, m.Figure.String())
		return
	}
	out.Deductions = append(out.Deductions, DeductionResult{})
	copy(out.Deductions[at+1:], out.Deductions[at:])
	out.Deductions[at] = d
}

// shortfall returns the place of a shortfall, −1 if there is none.
func (i *item) shortfall(code string) int {
	for k := range i.shortfalls {
		if i.shortfalls[k].Code == code {
			return k
		}
	}
	return -1
}

// measured returns how many shortfalls of an item have a figure; findings are not among its deductions yet, or stand behind.
func measured(out *ItemResult) int {
	n := 0
	for n < len(out.Deductions) && out.Deductions[n].Figure.IsSet() {
		n++
	}
	return n
}

func isMeasured(out *ItemResult, part string) bool {
	for _, d := range out.Deductions[:measured(out)] {
		if d.Kind == part {
			return true
		}
	}
	return false
}

// of returns what a figure takes off, before any limit, and false if that cannot be written.
//
// Rounding: units as [Shortfall.Part] says.
func (s *shortfall) of(figure metric.Figure) (DeductionResult, bool) {
	var e exact
	missing := e.minus(ScoreOf(s.Target), ScoreOf(figure))
	if s.Better == metric.LowerIsBetter {
		missing = e.minus(whole(0), missing)
	}
	units := whole(0)
	if missing.Sign() > 0 {
		units = e.over(missing, ScoreOf(s.Each))
		switch cmp.Or(s.Part, Started) {
		case Full:
			units = whole(units.num / units.den)
		case Exact:
		case Started:
			units = whole((units.num-1)/units.den + 1)
		}
	}
	return DeductionResult{
		Kind: s.Code, Count: units, Take: s.Take, Figure: figure, Target: s.Target,
		Asked: e.times(units, ScoreOf(s.Take)), Taken: whole(0),
	}, !e.tooLarge
}
