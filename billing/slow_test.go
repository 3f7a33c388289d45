package billing_test

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// slow bills an estate day by day in big rationals, from its documents alone: no
// register, no integers, no periods. It shares nothing with the package but the
// document types, and is what the package is compared with.
type slow struct {
	estate property.Estate
	book   billing.Book
	facts  billing.Facts
	period civil.Period
}

// slowDay is what one day of a charge depends on.
type slowDay struct {
	quantity, price, rate string
	payer                 string
	liable                string
}

type slowLine struct {
	tariff           string
	start, last      civil.Date
	day              slowDay
	amount, net, tax *big.Int // in least units
}

// bills returns one text for each bill or held unit, in the order they are due.
func (s slow) bills() []string {
	units := slices.Clone(s.estate.Units)
	slices.SortFunc(units, func(a, b property.Unit) int { return strings.Compare(a.Code, b.Code) })
	var out []string
	for _, u := range units {
		lines, held := s.unit(u)
		if held {
			out = append(out, "held "+u.Code)
			continue
		}
		out = append(out, s.split(u, lines)...)
	}
	return out
}

// unit returns the unit's lines by tariff, and whether it is held.
func (s slow) unit(u property.Unit) (lines []slowLine, held bool) {
	tariffs := slices.Clone(s.book.Tariffs)
	slices.SortFunc(tariffs, func(a, b billing.Tariff) int { return strings.Compare(a.Code, b.Code) })
	for _, t := range tariffs {
		if t.State != billing.InForce || !inSlowScope(t.AppliesTo, u) {
			continue
		}
		for start := s.period.Start; start < s.period.End; start = start.NextMonth() {
			charge, ok := s.charge(u, t, start)
			lines = append(lines, charge...)
			held = held || !ok
		}
	}
	for _, h := range s.facts.Holds {
		held = held || h.Unit == u.Code && len(lines) > 0 // what is not charged cannot be held
	}
	return lines, held
}

// inSlowScope knows the scopes that the generator makes.
func inSlowScope(sc property.Scope, u property.Unit) bool {
	return sc.All && !slices.Contains(sc.ExceptUnits, u.Code) || slices.Contains(sc.Uses, u.Use)
}

// charge returns the lines of one unit, tariff and month; false if a day cannot be
// charged.
func (s slow) charge(u property.Unit, t billing.Tariff, month civil.Date) ([]slowLine, bool) {
	of := 0
	for d := month; d < month.NextMonth(); d++ {
		of++
	}
	var lines []slowLine
	var days []int
	open := false // whether the day before was charged
	for d := month; d < month.NextMonth(); d++ {
		price, ok := valueAt(t.Prices, d)
		if !ok {
			open = false
			continue
		}
		day, ok := s.day(u, t, d)
		if !ok {
			return nil, false
		}
		day.price = price.Price.Rat().RatString()
		if n := len(lines) - 1; open && lines[n].day == day {
			lines[n].last = d
			days[n]++
			continue
		}
		lines, days, open = append(lines, slowLine{tariff: t.Code, start: d, last: d, day: day}), append(days, 1), true
	}
	sum, charged := new(big.Rat), new(big.Int)
	for i := range lines {
		l := &lines[i]
		part := new(big.Rat).Mul(ratOf(l.day.quantity), ratOf(l.day.price))
		part.Mul(part, big.NewRat(int64(days[i]), int64(of)))
		sum.Add(sum, part)
		total := s.round(sum, t.Rounding)
		l.amount = new(big.Int).Sub(total, charged)
		charged = total
		l.net, l.tax = slowTax(t.Tax, l.amount, ratOf(l.day.rate))
	}
	return lines, true
}

// day returns what the charge depends on besides its price.
func (s slow) day(u property.Unit, t billing.Tariff, d civil.Date) (slowDay, bool) {
	out := slowDay{quantity: "1", rate: "0"}
	ok := true
	if t.Basis.Area != nil {
		areas, known := valueAt(u.Areas, d)
		area := areas.Gross
		if t.Basis.Area.Of == billing.InternalArea {
			area = areas.Internal
		}
		out.quantity, ok = area.Decimal().Rat().RatString(), known && !area.IsZero()
	}
	if t.Tax != nil {
		out.rate = s.rate(t, d)
	}
	var paid bool
	out.payer, out.liable, paid = s.payer(u, t, d)
	return out, ok && paid
}

func (s slow) rate(t billing.Tariff, d civil.Date) string {
	rate := t.Tax.Inclusive
	if rate == nil {
		rate = t.Tax.Exclusive
	}
	if rate.Policy == "" {
		r, _ := valueAt(rate.Rates, d)
		return r.Rat().RatString()
	}
	best := ""
	length := -1
	for _, row := range s.facts.Policies {
		holds := (row.From.IsZero() || row.From <= d) && (row.To.IsZero() || d <= row.To)
		if row.Key == rate.Policy && holds && len(row.Region) > length && strings.HasPrefix(s.estate.Community.Region, row.Region) {
			best, length = row.Value, len(row.Region)
		}
	}
	return decimal.RequireFromString(best).Rat().RatString()
}

// payer returns the payer's key and who answers for it.
func (s slow) payer(u property.Unit, t billing.Tariff, d civil.Date) (key, liable string, ok bool) {
	var owner, tenant []property.Holder
	for _, ten := range s.estate.Tenancies {
		if ten.Unit != u.Code || d < ten.Term.Start || !ten.Term.End.IsZero() && d >= ten.Term.End {
			continue
		}
		lists := slices.Contains(ten.Pays, t.Code) || slices.Contains(ten.Pays, "*")
		switch {
		case ten.Kind == property.Ownership:
			owner = ten.Holders
		case t.Payer == property.OwnerPays || t.Payer == property.DefaultPays:
		case lists, t.Payer == property.OccupantPays && ten.Kind != property.SelfUse:
			tenant = ten.Holders
		}
	}
	var fallback []property.Holder
	if u.DefaultPayer != "" {
		fallback = []property.Holder{{Party: u.DefaultPayer}}
	}
	delivered := u.SoldOn.IsZero()
	if !u.DeliveredOn.IsZero() {
		delivered = u.DeliveredOn <= d
	}
	if !delivered && fallback != nil {
		owner = nil
	}
	payer := fallback
	behind := []property.Holder(nil)
	switch {
	case t.Payer == property.DefaultPays:
	case tenant != nil:
		payer, behind = tenant, owner
		if owner == nil {
			behind = fallback
		}
	case owner != nil:
		payer = owner
	}
	return slowKey(payer), strings.Join(codes(payer, behind), " "), payer != nil
}

// codes are the parties of the holders, sorted in each group, none twice.
func codes(groups ...[]property.Holder) []string {
	var out []string
	for _, g := range groups {
		var own []string
		for _, h := range g {
			if !slices.Contains(out, h.Party) {
				own = append(own, h.Party)
			}
		}
		slices.Sort(own)
		out = append(out, own...)
	}
	return out
}

func slowKey(holders []property.Holder) string {
	sorted := slices.SortedFunc(slices.Values(holders), func(a, b property.Holder) int { return strings.Compare(a.Party, b.Party) })
	var parts []string
	for _, h := range sorted {
		if h.Share.IsZero() || h.Share == sorted[0].Share && h.Share == sorted[len(sorted)-1].Share {
			parts = append(parts, h.Party)
			continue
		}
		parts = append(parts, h.Party+":"+h.Share.String())
	}
	return strings.Join(parts, "+")
}

// split returns the texts of the bills that a unit's lines make.
func (s slow) split(u property.Unit, lines []slowLine) []string {
	var payers []string
	first := map[string]civil.Date{}
	for _, l := range lines {
		if at, ok := first[l.day.payer]; !ok || l.start < at {
			first[l.day.payer] = l.start
		}
		if !slices.Contains(payers, l.day.payer) {
			payers = append(payers, l.day.payer)
		}
	}
	slices.SortFunc(payers, func(a, b string) int {
		return cmp.Or(cmp.Compare(first[a], first[b]), strings.Compare(a, b))
	})
	var out []string
	for _, p := range payers {
		var rows []string
		var liable []string
		net, tax := new(big.Int), new(big.Int)
		for _, l := range lines {
			if l.day.payer != p {
				continue
			}
			for _, code := range strings.Fields(l.day.liable) {
				if !slices.Contains(liable, code) {
					liable = append(liable, code)
				}
			}
			net.Add(net, l.net)
			tax.Add(tax, l.tax)
			rows = append(rows, fmt.Sprintf("\n  %s %s %s %s %s %s", l.tariff, l.start, l.last, l.amount, l.net, l.tax))
		}
		out = append(out, fmt.Sprintf("%s %s %v %s %s %s%s", u.Code, p, liable, new(big.Int).Add(net, tax), net, tax, strings.Join(rows, "")))
	}
	return out
}

// quickText writes a bill of the package as slow does.
func quickText(b billing.Bill) string {
	if b.IsHeld() {
		return "held " + b.Unit
	}
	var rows []string
	for _, l := range b.Lines {
		rows = append(rows, fmt.Sprintf("\n  %s %s %s %d %d %d",
			l.Tariff, l.Period.Start, l.Period.Last(), l.Amount.Minor(), l.Net.Minor(), l.Tax.Minor()))
	}
	return fmt.Sprintf("%s %s %v %d %d %d%s", b.Unit, b.Payer, b.Liable, b.Total.Minor(), b.Net.Minor(), b.Tax.Minor(), strings.Join(rows, ""))
}

// valueAt reads a history entry by entry.
func valueAt[T any](h civil.History[T], d civil.Date) (v T, ok bool) {
	for i, e := range h {
		over := !e.To.IsZero() && e.To < d || e.To.IsZero() && i+1 < len(h) && h[i+1].From <= d
		if (e.From.IsZero() || e.From <= d) && !over {
			return e.Value, true
		}
	}
	return v, false
}

func ratOf(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	return r
}

// round returns x of the book's currency in least units, rounded.
func (s slow) round(x *big.Rat, r money.Rounding) *big.Int {
	least := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(s.book.Currency.Digits())), nil))
	step := big.NewInt(1)
	if !r.Step.IsZero() {
		step = new(big.Rat).Mul(r.Step.Rat(), least).Num()
	}
	n := roundTo(new(big.Rat).Quo(new(big.Rat).Mul(x, least), new(big.Rat).SetInt(step)), r.Mode)
	return n.Mul(n, step)
}

// roundTo returns a number that is not negative, rounded to a whole one.
func roundTo(x *big.Rat, mode money.Mode) *big.Int {
	whole := new(big.Int).Quo(x.Num(), x.Denom())
	rest := new(big.Rat).Sub(x, new(big.Rat).SetInt(whole))
	half := rest.Cmp(big.NewRat(1, 2))
	up := false
	switch mode {
	case money.ModeUp, money.ModeCeiling:
		up = rest.Sign() > 0
	case money.ModeDown, money.ModeFloor:
	case money.ModeHalfDown:
		up = half > 0
	case money.ModeHalfEven:
		up = half > 0 || half == 0 && whole.Bit(0) == 1
	case money.ModeHalfUp, 0:
		up = half >= 0
	}
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	return whole
}

func slowTax(t *billing.Tax, amount *big.Int, rate *big.Rat) (net, tax *big.Int) {
	a := new(big.Rat).SetInt(amount)
	switch {
	case t == nil:
		return amount, new(big.Int)
	case t.Inclusive != nil:
		net = roundTo(a.Quo(a, new(big.Rat).Add(big.NewRat(1, 1), rate)), money.ModeHalfUp)
		return net, new(big.Int).Sub(amount, net)
	default:
		return amount, roundTo(a.Mul(a, rate), money.ModeHalfUp)
	}
}
