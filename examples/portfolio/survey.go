package main

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// survey is what the bills of a run show, read from the bills alone.
type survey struct {
	run *billing.Run

	units, bills, lines int
	total               sums
	byTariff, byZone    map[string]*sums
	stories             [stories]int
	repriced            int // units with a charge at two prices
	held                []reason
	biggest             []billing.Bill // largest first
	inParts             billing.Bill   // the largest with a charge of several lines
}

// heldUnits counts the units that are held.
func (s *survey) heldUnits() int {
	n := 0
	for of, units := range s.stories {
		if story(of).isHeld() {
			n += units
		}
	}
	return n
}

// sums adds up lines.
type sums struct {
	lines    int
	net, tax money.Sum
}

func (s *sums) add(l *billing.Line) {
	s.lines++
	s.net.Add(l.Net)
	s.tax.Add(l.Tax)
}

// total returns net, tax and both together.
func (s *sums) total() (net, tax, all money.Amount, err error) {
	if net, err = s.net.Total(); err != nil {
		return
	}
	if tax, err = s.tax.Total(); err != nil {
		return
	}
	all, err = net.Add(tax)
	return
}

// reason is why units are held: the rule, how many, and the first of them.
type reason struct {
	rule  invalid.RuleError
	units int
	first billing.Bill
}

// look reads all bills of the run, and computes each again from what its lines keep.
//
// Errors: the first bill that does not follow from its own facts.
func look(run *billing.Run, add func(int)) (*survey, error) {
	s := &survey{run: run, byTariff: map[string]*sums{}, byZone: map[string]*sums{}}
	zero := money.New(0, run.Book().Currency)
	s.total.net.Add(zero)
	s.total.tax.Add(zero)
	var unit []billing.Bill
	u := property.Ref(0)
	flush := func() {
		for run.Register().Code(u) != unit[0].Unit {
			u++
		}
		s.unit(unit, run.Register().Zone(u))
		if s.units%chunk == 0 {
			add(chunk)
		}
	}
	for b := range billed(run, 0, run.Len()) {
		if err := billing.Verify(b); err != nil {
			return nil, err
		}
		if len(unit) > 0 && unit[0].Unit != b.Unit {
			flush()
			unit = unit[:0]
		}
		unit = append(unit, b)
	}
	if len(unit) > 0 {
		flush()
	}
	return s, nil
}

// unit takes in all bills of one unit.
func (s *survey) unit(bills []billing.Bill, zone string) {
	s.units++
	s.stories[storyOf(bills, developerOf(zone))]++
	if bills[0].IsHeld() {
		s.hold(bills[0])
		return
	}
	for _, b := range bills {
		s.bill(b, zone)
	}
	if isRepriced(bills) {
		s.repriced++
	}
}

func (s *survey) bill(b billing.Bill, zone string) {
	s.bills++
	s.lines += len(b.Lines)
	for i := range b.Lines {
		l := &b.Lines[i]
		s.total.add(l)
		into(s.byTariff, l.Tariff).add(l)
		into(s.byZone, zone).add(l)
	}
	s.keep(b)
}

func into(m map[string]*sums, key string) *sums {
	s := m[key]
	if s == nil {
		s = &sums{}
		m[key] = s
	}
	return s
}

// hold counts a held unit once under each of its reasons.
func (s *survey) hold(b billing.Bill) {
	var seen []invalid.RuleError
	for _, f := range b.Held {
		if slices.Contains(seen, f.Rule) {
			continue
		}
		seen = append(seen, f.Rule)
		i := slices.IndexFunc(s.held, func(r reason) bool { return r.rule == f.Rule })
		if i < 0 {
			i = len(s.held)
			s.held = append(s.held, reason{rule: f.Rule, first: b})
		}
		s.held[i].units++
	}
}

// shown is how many of the biggest bills are kept.
const shown = 5

// keep keeps a bill that is among the biggest, the earlier one of equals.
func (s *survey) keep(b billing.Bill) {
	if len(s.biggest) < shown || b.Total.Minor() > s.biggest[len(s.biggest)-1].Total.Minor() {
		s.biggest = append(s.biggest, apart(b))
		slices.SortStableFunc(s.biggest, func(x, y billing.Bill) int { return cmp.Compare(y.Total.Minor(), x.Total.Minor()) })
		s.biggest = s.biggest[:min(shown, len(s.biggest))]
	}
	if isInParts(b) && b.Total.Minor() > s.inParts.Total.Minor() {
		s.inParts = apart(b)
	}
}

// apart returns the bill without the memory it shares with its neighbours.
func apart(b billing.Bill) billing.Bill {
	b.Lines, b.Payers, b.Liable = slices.Clone(b.Lines), slices.Clone(b.Payers), slices.Clone(b.Liable)
	return b
}

// isInParts reports whether a charge of the bill has several lines.
func isInParts(b billing.Bill) bool {
	for i := 1; i < len(b.Lines); i++ {
		if b.Lines[i].Tariff == b.Lines[i-1].Tariff {
			return true
		}
	}
	return false
}
