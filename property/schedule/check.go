package schedule

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// maxOf is how many demands [First] has at most.
const maxOf = 8

// Check reports every problem of the duty by itself; whether there is the calendar it names, [Compile] reports.
func (d Duty) Check(l *invalid.List) {
	required(l, "code", d.Code)
	required(l, "calendar", d.Calendar)
	checkNames(l, "acts", d.Acts)
	if d.From.IsZero() {
		l.At("from").Add(invalid.ErrRequired, "from")
	}
	if !d.To.IsZero() && d.To < d.From {
		l.At("to").Add(ErrReversed, d.From.String(), d.To.String())
	}
	daysWords().Check(l, "days", uint8(d.Days))
	checkSpan(l, "early", d.Early)
	checkSpan(l, "late", d.Late)
	l.Enter("demand")
	kind := invalid.OneOf(l, d.Demand)
	d.Demand.check(l, &d)
	l.Leave()
	d.checkFits(l, kind)
}

// checkFits reports what a demand of this kind does not go with.
func (d *Duty) checkFits(l *invalid.List, kind string) {
	var refused []string
	switch kind {
	case "quota":
		refused = []string{"early", "late"}
	case "gap", "usage", "first":
		refused = []string{"early", "days"}
	case "by":
		refused = []string{"days", "season"}
	}
	for _, f := range []struct {
		name string
		set  bool
	}{
		{"early", !d.Early.IsZero()},
		{"late", !d.Late.IsZero()},
		{"season", !d.Season.IsZero()},
		{"days", d.Days > AllDays},
	} {
		if f.set && slices.Contains(refused, f.name) {
			l.At(f.name).Add(ErrMisfit, f.name, kind)
		}
	}
}

func (d *Demand) check(l *invalid.List, of *Duty) {
	enter := func(field string, check func()) {
		l.Enter(field)
		check()
		l.Leave()
	}
	if d.Rule != nil {
		enter("rule", func() { d.Rule.check(l, of) })
	}
	if d.Quota != nil {
		enter("quota", func() { d.Quota.check(l) })
	}
	if d.Gap != nil {
		enter("gap", func() { checkSpan(l, "max", d.Gap.Max) })
	}
	if d.By != nil {
		enter("by", func() { d.By.check(l, of) })
	}
	if d.Usage != nil {
		enter("usage", func() { d.Usage.check(l) })
	}
	if d.First != nil {
		enter("first", func() { d.First.check(l, of) })
	}
}

func (q *Quota) check(l *invalid.List) {
	switch {
	case q.AtLeast.Sign() <= 0:
		l.At("atLeast").Add(ErrPositive, q.AtLeast.String())
	case q.Sum == "" && !q.AtLeast.IsInteger():
		l.At("atLeast").Add(ErrWhole, q.AtLeast.String())
	}
	switch {
	case (q.In == 0) == (q.Span == nil):
		l.Add(ErrQuotaPeriod)
	case q.In == Minute:
		l.At("in").Add(ErrQuotaMinute)
	}
	unitWords().Check(l, "in", uint8(q.In))
	if q.Span != nil {
		l.Enter("span")
		q.Span.check(l)
		l.Leave()
	}
	q.checkSlots(l)
}

func (s *AnchoredSpan) check(l *invalid.List) {
	required(l, "from", s.From)
	checkSpan(l, "length", s.Length)
	if s.Length.IsZero() == (s.To == "") {
		l.Add(ErrSpanEnd)
	}
	if s.To != "" && s.To == s.From {
		l.At("to").Add(ErrTwice, invalid.Quote(s.To))
	}
}

// checkSlots reports slots that are unnamed, named twice, or share a minute: a record is in one.
func (q *Quota) checkSlots(l *invalid.List) {
	if len(q.Slots) > 0 && q.In != Day {
		l.At("slots").Add(ErrSlotsDay)
	}
	codes := make(map[string]bool, len(q.Slots))
	l.Enter("slots")
	for i, s := range q.Slots {
		l.EnterIndex(i)
		unique(l, codes, s.Code)
		if s.Window.IsZero() {
			l.At("window").Add(invalid.ErrRequired, "window")
		}
		for _, o := range q.Slots[:i] {
			if sharesMinute(s.Window, o.Window) {
				l.At("window").Add(ErrSlotsOverlap, o.Window.String(), s.Window.String())
				break
			}
		}
		l.Leave()
	}
	l.Leave()
}

// sharesMinute reports whether two windows that recur every day have a minute in common.
func sharesMinute(a, b civil.Window) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	open, end := a.Minutes()
	o, e := b.Minutes()
	for _, shift := range []int{-civil.DayMinutes, 0, civil.DayMinutes} {
		if max(open, o+shift) < min(end, e+shift) {
			return true
		}
	}
	return false
}

func (b *By) check(l *invalid.List, d *Duty) {
	required(l, "anchor", b.Anchor)
	checkSpan(l, "before", b.Before)
	checkSpan(l, "after", b.After)
	checkSpan(l, "lateStart", b.LateStart)
	b.Rest.Check(l, "rest")
	if !b.Before.IsZero() && !b.After.IsZero() {
		l.At("after").Add(ErrBeforeAfter)
	}
	if b.OnDay && !d.Early.IsZero() {
		l.At("onDay").Add(ErrOnDay)
	}
	if b.Known == "" && !b.LateStart.IsZero() {
		l.At("known").Add(invalid.ErrRequired, "known")
	}
}

func (u *Usage) check(l *invalid.List) {
	required(l, "meter", u.Meter)
	if u.Step.Sign() < 0 {
		l.At("step").Add(ErrPositive, u.Step.String())
	}
}

func (f *First) check(l *invalid.List, d *Duty) {
	if len(f.Of) < 2 || len(f.Of) > maxOf {
		l.At("of").Add(ErrFirstOf, strconv.Itoa(len(f.Of)), strconv.Itoa(maxOf))
	}
	l.Enter("of")
	for i := range f.Of {
		l.EnterIndex(i)
		if kind := invalid.OneOf(l, f.Of[i]); kind != "" && kind != "gap" && kind != "usage" {
			l.Add(ErrFirstKind, kind)
		} else {
			f.Of[i].check(l, d)
		}
		l.Leave()
	}
	l.Leave()
}

func required(l *invalid.List, field, text string) {
	if text == "" {
		l.At(field).Add(invalid.ErrRequired, field)
	}
}

// unique reports a code that is missing or was used before.
func unique(l *invalid.List, used map[string]bool, code string) {
	required(l, "code", code)
	if code != "" && used[code] {
		l.At("code").Add(ErrTwice, invalid.Quote(code))
	}
	used[code] = true
}

func checkNames(l *invalid.List, field string, names []string) {
	for i, name := range names {
		switch {
		case name == "":
			l.At(field, i).Add(invalid.ErrRequired, field)
		case slices.Contains(names[:i], name):
			l.At(field, i).Add(ErrTwice, invalid.Quote(name))
		}
	}
}

// checkSpan reports a length that is of days and hours both.
func checkSpan(l *invalid.List, field string, s civil.Span) {
	if isMixed(s) {
		l.At(field).Add(ErrMixed, s.String())
	}
}

func isHours(s civil.Span) bool { return s.Months() == 0 && s.Days() == 0 && s.Workdays() == 0 }

func isMixed(s civil.Span) bool { return s.Seconds() != 0 && !isHours(s) }
