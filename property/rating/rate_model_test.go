package rating_test

import (
	"math/big"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// The obvious evaluator: big rationals, the document read anew for every question, no order of anything.

type modelled struct {
	state      rating.State
	exact      *big.Rat
	score      *big.Rat
	points     *big.Rat
	applicable int
	band       string
}

func ratOf(f metric.Figure) *big.Rat { return f.Decimal().Rat() }

func ratMin(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func ratMax(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}

func ratAdd(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }

func ratSub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }

func ratMul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }

func ratQuo(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

// capped is the number, or the limit if it is set and less.
func capped(a *big.Rat, limit metric.Figure) *big.Rat {
	if limit.IsSet() {
		return ratMin(a, ratOf(limit))
	}
	return a
}

type model struct {
	r rating.Rubric
	s rating.Sheet
}

// kindsTake is what the findings of an item take off, each kind up to its most.
func (m model) kindsTake(item string, kinds []rating.Deduction, full *big.Rat) *big.Rat {
	total := new(big.Rat)
	for _, k := range kinds {
		sum := new(big.Rat)
		for _, f := range m.s.Findings {
			if f.Item != item || f.Kind != k.Code || m.gone(f, k) {
				continue
			}
			take := ratOf(k.Take)
			if k.All {
				take = full
			}
			sum = ratAdd(sum, ratMul(ratMul(take, big.NewRat(int64(max(f.Count, 1)), 1)), m.dearer(f.Repeats)))
		}
		total = ratAdd(total, capped(sum, k.Most))
	}
	return total
}

func (m model) dearer(repeats int) *big.Rat {
	by := big.NewRat(1, 1)
	if !m.r.Repeat.Factor.IsSet() || repeats == 0 {
		return by
	}
	for n := range repeats {
		if n == 0 || m.r.Repeat.EachTime {
			by = ratMul(by, ratOf(m.r.Repeat.Factor))
		}
	}
	return capped(by, m.r.Repeat.Most)
}

// gone walks the days from the finding on and says whether it still counts on the day of the sheet.
func (m model) gone(f rating.Finding, k rating.Deduction) bool {
	if k.Lasts.IsZero() {
		return false
	}
	from := f.On
	if from.IsZero() {
		from = m.s.On
	}
	end, _ := k.Lasts.AddTo(from)
	counts := false
	for d := from; !d.After(m.s.On); d = d.AddDays(1) {
		counts = d.Before(end) || k.UntilCorrected && (f.Corrected.IsZero() || d.Before(f.Corrected))
	}
	return !counts
}

func (m model) mark(item, part string) *rating.Mark {
	for i := range m.s.Marks {
		if k := &m.s.Marks[i]; k.Item == item && (k.Part == part || k.NotApplicable) {
			return k
		}
	}
	return nil
}

// itemPoints is what an item comes to before the limits of its section; nil if it is absent, and why.
func (m model) itemPoints(it rating.Item, full *big.Rat) (points *big.Rat, absent string) {
	if k := m.mark(it.Code, ""); k != nil && k.NotApplicable {
		return nil, "notApplicable"
	}
	floor := ratOf(it.Floor)
	if d := it.Mark.Deductions; d != nil {
		total := m.kindsTake(it.Code, d.Kinds, full)
		for _, f := range d.Shortfalls {
			k := m.mark(it.Code, f.Code)
			if k == nil {
				return nil, "unmarked"
			}
			total = ratAdd(total, capped(shortfallTakes(f, ratOf(k.Figure)), f.Most))
		}
		return ratMax(ratSub(full, capped(total, d.Cap)), floor), ""
	}
	k := m.mark(it.Code, "")
	if k == nil {
		return nil, "unmarked"
	}
	switch d := it.Mark; {
	case d.Pass != nil && k.Level == "pass":
		return full, ""
	case d.Pass != nil:
		return floor, ""
	case d.Points != nil:
		return ratMax(ratOf(k.Figure), floor), ""
	case d.Steps != nil:
		for _, s := range d.Steps.Steps {
			if ratOf(k.Figure).Cmp(ratOf(s.At)) >= 0 {
				return ratOf(s.Points), ""
			}
		}
		return floor, ""
	}
	for _, scale := range m.r.Scales {
		for _, v := range scale.Levels {
			if scale.Code == it.Mark.Scale.Of && v.Code == k.Level {
				return ratMax(ratMul(full, ratQuo(ratOf(v.Value), ratOf(scale.OutOf))), floor), ""
			}
		}
	}
	return nil, "nonsense"
}

func shortfallTakes(f rating.Shortfall, figure *big.Rat) *big.Rat {
	missing := ratSub(ratOf(f.Target), figure)
	if f.Better == metric.LowerIsBetter {
		missing.Neg(missing)
	}
	if missing.Sign() <= 0 {
		return new(big.Rat)
	}
	units := ratQuo(missing, ratOf(f.Each))
	part := new(big.Int).Quo(units.Num(), units.Denom())
	switch whole := new(big.Rat).SetInt(part); {
	case f.Part == rating.Exact:
	case f.Part == rating.Full || whole.Cmp(units) == 0:
		units = whole
	default:
		units = ratAdd(whole, big.NewRat(1, 1))
	}
	return ratMul(units, ratOf(f.Take))
}

// evaluate scores the sheet.
func (m model) evaluate() modelled {
	out := modelled{points: new(big.Rat)}
	raw, rawOf, bonus := new(big.Rat), new(big.Rat), new(big.Rat)
	shares, missing := map[string]*big.Rat{}, false
	for _, s := range m.r.Sections {
		sum, of, less, points := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
		judged, there := 0, false
		for _, it := range s.Items {
			full, weight := ratOf(it.Points), big.NewRat(1, 1)
			if it.Weight.IsSet() {
				weight = ratOf(it.Weight)
			}
			p, absent := m.itemPoints(it, full)
			policy := m.r.NotApplicable
			if absent == "unmarked" {
				policy = m.r.Unmarked
			}
			there = there || absent == "" || absent == "unmarked" && policy != rating.Renormalise
			switch {
			case p != nil:
				judged++
				if it.Mark.Deductions != nil {
					less = ratAdd(less, ratSub(full, p))
					p = full
				}
			case s.Bonus || policy == rating.Zero:
				p = new(big.Rat)
			case policy == rating.Award:
				p = full
			case policy == rating.Renormalise:
				continue
			default:
				missing = true
				continue
			}
			points = ratAdd(points, p)
			if m.r.Method == rating.ByPoints || s.Bonus {
				sum, of = ratAdd(sum, p), ratAdd(of, full)
				continue
			}
			if it.Mark.Deductions != nil && judged > 0 { // weights differ, so that what was taken is weighted at once
				if q, absent := m.itemPoints(it, full); absent == "" {
					points = ratSub(points, ratSub(full, q))
					p = q
				}
			}
			sum, of = ratAdd(sum, ratMul(weight, ratQuo(p, full))), ratAdd(of, weight)
		}
		if m.r.Method == rating.ByPoints {
			less = capped(less, s.DeductionCap)
			sum, points = ratSub(sum, less), ratSub(points, less)
		}
		if of.Sign() == 0 {
			continue
		}
		if m.r.Method == rating.ByPoints || s.Bonus {
			of = capped(of, s.Cap)
			sum = ratMin(ratMax(sum, ratMin(ratOf(s.Floor), of)), of)
		}
		if there {
			shares[s.Code] = ratQuo(sum, of)
		}
		if s.Bonus {
			bonus = ratAdd(bonus, sum)
			continue
		}
		if s.Weight.IsSet() {
			sum, of = ratMul(ratOf(s.Weight), ratQuo(sum, of)), ratOf(s.Weight)
		}
		out.applicable += judged
		out.points = ratAdd(out.points, points)
		raw, rawOf = ratAdd(raw, sum), ratAdd(rawOf, of)
	}
	if !missing && out.applicable > 0 {
		exact := ratAdd(ratMul(ratQuo(raw, rawOf), ratOf(m.r.OutOf)), capped(bonus, m.r.BonusCap))
		exact = ratSub(exact, capped(m.kindsTake("", m.r.Deductions, nil), m.r.DeductionCap))
		out.exact = capped(ratMax(exact, ratOf(m.r.Floor)), m.r.Ceiling)
	}
	m.settle(&out, missing, shares)
	return out
}

// settle is the state, the score and the outcome.
func (m model) settle(out *modelled, missing bool, shares map[string]*big.Rat) {
	status := map[string]string{}
	for _, v := range m.r.Vetoes {
		sure, perhaps := 0, 0
		for _, e := range m.s.Events {
			if e.Veto != v.Code {
				continue
			}
			truth := m.all(e.Facts, v.Needs)
			if truth == "true" {
				sure++
			}
			if truth != "false" {
				perhaps++
			}
		}
		switch {
		case sure >= max(v.AtLeast, 1):
			status[v.Code] = "true"
		case perhaps >= max(v.AtLeast, 1):
			status[v.Code] = "open"
		}
	}
	switch {
	case status["fire"] == "true":
		out.state = rating.Excluded
	case missing:
		out.state = rating.Unknown
	case out.applicable == 0:
		out.state = rating.NothingApplies
	case status["fire"] == "open", status["fraud"] == "open",
		status["complaints"] == "open" && status["fraud"] != "true":
		out.state = rating.Unknown
	default:
		out.state = rating.Rated
	}
	if out.state != rating.Rated {
		return
	}
	out.score = out.exact
	for _, r := range m.r.Rounding {
		out.score = modelRound(out.score, r)
	}
	looked := out.exact
	if m.r.BandsOn == rating.OnRounded {
		looked = out.score
	}
	if status["fraud"] == "true" {
		out.score = new(big.Rat)
		looked = out.score
	}
	for i, b := range m.r.Bands {
		if status["complaints"] == "true" && i < len(m.r.Bands)-1 {
			continue
		}
		holds := (!b.From.IsSet() || looked.Cmp(ratOf(b.From)) >= 0) && (!b.Above.IsSet() || looked.Cmp(ratOf(b.Above)) > 0)
		for _, n := range b.Needs {
			holds = holds && (shares[n.Section] == nil || shares[n.Section].Cmp(ratOf(n.AtLeast)) >= 0)
		}
		var negated []rating.Fact
		for _, f := range m.s.Facts {
			negated = append(negated, rating.Fact{Name: f.Name, Is: !f.Is})
		}
		when, unless := m.all(m.s.Facts, b.When), m.all(negated, b.Unless)
		switch {
		case !holds || when == "false" || unless == "false":
		case when == "open" || unless == "open":
			return
		default:
			out.band = b.Code
			return
		}
	}
}

// all says whether all needed facts are true, one is false, or it is open.
func (m model) all(facts []rating.Fact, needs []string) string {
	truth := "true"
	for _, need := range needs {
		stated := false
		for _, f := range facts {
			if f.Name == need {
				stated = true
				if !f.Is {
					return "false"
				}
			}
		}
		if !stated {
			truth = "open"
		}
	}
	return truth
}

// modelRound takes the multiples of the step below and above, and chooses.
func modelRound(x *big.Rat, r metric.Rounding) *big.Rat {
	step := big.NewRat(1, 100)
	if r.Step.IsSet() {
		step = ratOf(r.Step)
	}
	q := ratQuo(x, step)
	low := new(big.Rat).SetInt(new(big.Int).Div(q.Num(), q.Denom())) // scores are not below 0
	if low.Cmp(q) == 0 {
		return x
	}
	up := false
	half := ratSub(q, low).Cmp(big.NewRat(1, 2))
	switch r.Mode {
	case metric.ModeUp, metric.ModeCeiling:
		up = true
	case metric.ModeDown, metric.ModeFloor:
	case metric.ModeHalfDown:
		up = half > 0
	case metric.ModeHalfEven:
		up = half > 0 || half == 0 && low.Num().Bit(0) == 1
	case metric.ModeHalfUp, 0:
		up = half >= 0
	}
	if up {
		low = ratAdd(low, big.NewRat(1, 1))
	}
	return ratMul(low, step)
}
