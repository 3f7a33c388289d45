package standard

import (
	"cmp"
	"math/bits"
	"time"

	"github.com/wuyekit/wuye/property/metric"
)

// rows yields a row for every limit of every subject. A figure that is given is a fact, whatever is complete.
func (j *thresholdJudge) rows(x *run, yield func(*Row) bool) {
	t := thresholdRun{thresholdJudge: j, x: x}
	x.population(j.per, func(s *Subject) bool { return t.subject(s, yield) })
}

// thresholdRun is one call of rows.
type thresholdRun struct {
	*thresholdJudge
	x   *run
	row Row
}

// subject yields the rows of a subject; it is false when no more are wanted.
func (t *thresholdRun) subject(s *Subject, yield func(*Row) bool) bool {
	switch means, field := t.where.hold(t.x, nil, s); means {
	case no:
		return true
	case maybe:
		t.row = Row{Subject: idOf(s), State: Unknown, Reason: missing(field)}
		return yield(&t.row)
	case yes:
	}
	for i := range t.limits {
		if !t.periods(&t.limits[i], idOf(s), yield) {
			return false
		}
	}
	return true
}

// periods yields a row of a limit for each period that the figure is of and the clause asks for; if there is none, one that says so.
func (t *thresholdRun) periods(l *limit, subject string, yield func(*Row) bool) bool {
	t.row = Row{Subject: subject, State: Unknown}
	figures, why := t.read(&l.figure, subject)
	if why.Code != 0 {
		t.row.Reason = why
		return yield(&t.row)
	}
	some := false
	for _, figure := range figures {
		if !t.fits(figure.stretch) {
			continue
		}
		some = true
		t.row = Row{Subject: subject, Due: t.due(figure.stretch)}
		t.row.State, t.row.Reason = t.limit(l, subject, figure)
		if !yield(&t.row) {
			return false
		}
	}
	if some {
		return true
	}
	t.row.Reason = t.partial(&l.figure, figures[0].stretch)
	return yield(&t.row)
}

// due is when a figure of another period than that of the evidence can be told: at the end of its own.
func (t *thresholdRun) due(s stretch) time.Time {
	if s.same(t.x.evidencePeriod()) {
		return time.Time{}
	}
	return s.to
}

// limit judges a limit of a subject by a figure.
func (t *thresholdRun) limit(l *limit, subject string, figure reading) (State, Reason) {
	base, value := reading{stretch: figure.stretch}, reading{l.value, figure.stretch}
	for _, more := range [...]struct {
		source *source
		into   *reading
	}{{&l.outOf, &base}, {&l.other, &value}} {
		if more.source.isNone() {
			continue
		}
		var why Reason
		if *more.into, why = t.readOf(more.source, subject, figure.stretch); why.Code != 0 {
			return Unknown, why
		}
	}
	return l.judge(figure.value, base.value, value.value)
}

// judge compares a figure, or its ratio to a base, with a value. The numbers in the reason of a breach are the figure, its base and the value.
func (l *limit) judge(figure, base, value metric.Figure) (State, Reason) {
	switch {
	case l.outOf.isNone():
	case base.Sign() == 0:
		return NotApplicable, Reason{BaseZero, []string{l.outOf.name}}
	case base.Sign() < 0:
		return Unknown, Reason{BadRow, []string{l.outOf.name}}
	}
	if l.is.holds(compareRatio(figure, base, value)) {
		return Met, Reason{}
	}
	text := l.text
	if !l.other.isNone() {
		text = value.String()
	}
	return Breached, Reason{ValueOff, []string{l.figure.name, figure.String(), l.outOf.name, base.String(), l.is.String(), text}}
}

// read returns a figure of a subject, or a count of a clause, in each period that there is; or what keeps it unknown.
func (t *thresholdRun) read(s *source, subject string) ([]reading, Reason) {
	if s.count != 0 {
		n, why := t.x.countRows(s)
		return []reading{{n, t.x.evidencePeriod()}}, why
	}
	list := t.x.figures[figureKey{s.name, subject}]
	if len(list) == 0 {
		return nil, Reason{FigureMissing, []string{s.name}}
	}
	return list, Reason{}
}

// readOf returns a figure, or a count, of one period; or what keeps it unknown.
func (t *thresholdRun) readOf(s *source, subject string, of stretch) (reading, Reason) {
	list, why := t.read(s, subject)
	if why.Code != 0 {
		return reading{}, why
	}
	for _, r := range list {
		if r.same(of) {
			return r, Reason{}
		}
	}
	return reading{}, t.partial(s, list[0].stretch)
}

func (x *run) evidencePeriod() stretch { return x.evidence.period(x.zone) }

// partial is the reason of a figure that is of another period than the clause asks for, or than the figure that it goes with.
func (t *thresholdRun) partial(s *source, of stretch) Reason {
	return Reason{PartialPeriod, []string{s.name, t.x.stamp(of.from), t.x.stamp(of.to)}}
}

// fits reports whether a period is that of the evidence; or, where the clause says how long it is, one such period of the calendar that has
// time in common with the evidence's.
func (t *thresholdRun) fits(s stretch) bool {
	own, months := t.x.evidencePeriod(), t.over.Months()
	if months == 0 {
		return s.same(own)
	}
	first := dayOf(s.from, t.x.zone)
	whole := stretch{first.In(t.x.zone), first.AddMonths(months).In(t.x.zone)}
	aligned := first.Day() == 1 && (int(first.Month())-int(time.January))%months == 0
	return aligned && s.same(whole) && overlap(s.from, s.to, own.from, own.to)
}

// countRows counts rows of a clause, or of a part, that was judged before; or says what keeps the count unknown: rows that are unknown, or kinds that
// are not complete, or that the clause is off or not in force. A clause whose conditions do not hold has none.
func (x *run) countRows(s *source) (metric.Figure, Reason) {
	unknown := Reason{FigureMissing, []string{s.name}}
	t, ok := x.rules.directory.find(x.rules.clauses, s.of)
	if !ok {
		return metric.Figure{}, unknown
	}
	v := &x.verdicts[t.clause]
	switch {
	case len(v.Parts) > 0 || v.Reason.Code == WhenFalse:
	case v.State == Unknown && v.Reason.Code != 0:
		return metric.Figure{}, v.Reason.clone()
	default: // off, or not in force: that is not none
		return metric.Figure{}, unknown
	}
	n := 0
	for i := range v.Parts {
		if t.part >= 0 && t.part != i {
			continue
		}
		if why := x.uncountable(&v.Parts[i], &x.rules.clauses[t.clause].parts[i], unknown); why.Code != 0 {
			return metric.Figure{}, why
		}
		n += s.count.in(&v.Parts[i].Counts)
	}
	f, err := metric.Count(int64(n))
	if err != nil {
		return metric.Figure{}, unknown
	}
	return f, Reason{}
}

// uncountable says what keeps the counts of a part unknown.
func (x *run) uncountable(v *PartVerdict, p *part, unknown Reason) Reason {
	switch {
	case v.State == Unknown && v.Reason.Code != 0:
		return v.Reason.clone()
	case v.State == Unknown || v.Counts.Unknown > 0:
		return unknown
	case v.Counts.Total == 0:
		return Reason{}
	}
	if lacking := x.lacking(p); len(lacking) > 0 {
		return Reason{NotComplete, lacking}
	}
	return Reason{}
}

// compareRatio compares figure/base with a value, or the figure itself where there is no base, exactly: by cross
// multiplication. A base is above 0.
func compareRatio(figure, base, value metric.Figure) int {
	a, b := millionths(figure), millionths(value)
	if !base.IsSet() {
		return cmp.Compare(a, b)
	}
	return compareProducts(a, perUnit, b, millionths(base))
}

// Figures are exact in millionths.
const (
	figureScale = 6
	perUnit     = 1_000_000
)

// millionths returns a figure in millionths.
func millionths(f metric.Figure) int64 {
	return f.Decimal().Shift(figureScale).IntPart()
}

// compareProducts compares a·m with b·n, where m and n are not below 0.
func compareProducts(a int64, m int64, b int64, n int64) int {
	signA, signB := cmp.Compare(a, 0)*cmp.Compare(m, 0), cmp.Compare(b, 0)*cmp.Compare(n, 0)
	if signA != signB {
		return cmp.Compare(signA, signB)
	}
	highA, lowA := bits.Mul64(magnitude(a), magnitude(m))
	highB, lowB := bits.Mul64(magnitude(b), magnitude(n))
	return signA * cmp.Or(cmp.Compare(highA, highB), cmp.Compare(lowA, lowB))
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
