package rating_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// world makes random rubrics and sheets that are small enough to try everything.
type world struct{ *rand.Rand }

func newWorld(seed uint64) world { return world{rand.New(rand.NewPCG(seed, 7))} }

func (w world) chance(of int) bool { return w.IntN(of) == 0 }

func figure(format string, args ...any) metric.Figure {
	return metric.MustParseFigure(fmt.Sprintf(format, args...))
}

func whole(n int) metric.Figure { return figure("%d", n) }

// maybe returns a whole figure from 1 to n, or unset.
func (w world) maybe(of, n int) metric.Figure {
	if !w.chance(of) {
		return metric.Figure{}
	}
	return whole(1 + w.IntN(n))
}

func threeLevels() rating.Scale {
	return rating.Scale{Code: "three", OutOf: whole(2), Levels: []rating.Level{
		{Code: "bad", Value: whole(0)}, {Code: "fair", Value: whole(1)}, {Code: "good", Value: whole(2)},
	}}
}

// item returns a random item of a number of points.
func (w world) item(code string, points int, bonus bool) rating.Item {
	i := rating.Item{Code: code, Points: whole(points), Floor: w.maybe(5, points)}
	kinds := 5
	if bonus {
		kinds = 4
	}
	switch w.IntN(kinds) {
	case 0:
		i.Mark.Scale = &rating.OnScale{Of: "three"}
	case 1:
		i.Mark.Pass = &rating.Pass{}
	case 2:
		i.Mark.Points = &rating.Points{Step: figure("0.5")}
	case 3:
		i.Floor = metric.Figure{}
		i.Mark.Steps = &rating.Steps{Figure: "survey, %", Better: metric.HigherIsBetter, Steps: []rating.Step{
			{At: whole(95), Points: whole(points)}, {At: whole(80), Points: figure("%d.5", points/2)},
		}}
		if points == 1 {
			i.Mark.Steps.Steps = i.Mark.Steps.Steps[:1]
		}
	default:
		i.Mark.Deductions = &rating.Deductions{
			Kinds: []rating.Deduction{
				{Code: "litter", Take: figure("0.%d", 5+w.IntN(5)), Most: w.maybe(3, 3)},
				{Code: "damage", Take: whole(1 + w.IntN(3))},
			},
			Shortfalls: []rating.Shortfall{{
				Code: "rate", Figure: "done, %", Target: whole(98), Better: metric.HigherIsBetter, Each: whole(1), Take: figure("0.5"),
				Most: w.maybe(3, 3),
			}},
			Cap: w.maybe(3, points),
		}
	}
	return i
}

// rubric returns a random rubric that compiles.
func (w world) rubric() rating.Rubric {
	r := rating.Rubric{
		Code: "r", Method: rating.ByPoints, NotApplicable: rating.Renormalise, Unmarked: rating.Zero, Scales: []rating.Scale{threeLevels()},
		DeductionCap: w.maybe(3, 5), BonusCap: w.maybe(3, 3), Floor: w.maybe(4, 8),
		Deductions: []rating.Deduction{{Code: "late", Take: figure("1.5"), Most: w.maybe(3, 4)}, {Code: "order", Take: whole(2)}},
		Repeat:     rating.Repeat{Factor: whole(2)},
	}
	weighted := w.chance(2)
	own := w.chance(2)
	total := 0
	for s := range 1 + w.IntN(3) {
		section := rating.Section{Code: fmt.Sprintf("s%d", s)}
		sum := 0
		for k := range 1 + w.IntN(2) {
			points := 1 + w.IntN(9)
			item := w.item(fmt.Sprintf("s%d-%d", s, k), points, false)
			if weighted {
				item.Weight = w.maybe(2, 6)
			}
			section.Items = append(section.Items, item)
			sum += points
		}
		if weighted && own {
			section.Weight = whole(1 + w.IntN(4))
		}
		if !weighted {
			section.DeductionCap = w.maybe(3, 4)
			if w.chance(3) {
				sum = max(1, sum-2)
				section.Cap = whole(sum)
			}
			if w.chance(4) {
				section.Floor = whole(1)
			}
		}
		total += sum
		r.Sections = append(r.Sections, section)
	}
	r.OutOf = whole(total)
	if weighted {
		r.Method, r.OutOf = rating.ByWeights, whole(100)
		total = 100
	}
	if w.chance(2) {
		bonus := rating.Section{Code: "bonus", Bonus: true, Cap: w.maybe(2, 3)}
		for k := range 2 {
			bonus.Items = append(bonus.Items, w.item(fmt.Sprintf("b%d", k), 1+w.IntN(3), true))
		}
		r.Sections = append(r.Sections, bonus)
	}
	w.bands(&r, total)
	return r
}

func (w world) bands(r *rating.Rubric, total int) {
	best := rating.Band{Code: "A", From: figure("%d.%d", total*9/10, total*9%10)}
	second := rating.Band{Code: "B", Above: figure("%d.%d", total*6/10, total*6%10)}
	if w.chance(3) {
		best.Needs = []rating.Need{{Section: "s0", AtLeast: figure("0.9")}}
	}
	if w.chance(3) {
		second.Needs = []rating.Need{{Item: "s0-0", AtLeast: figure("0.75")}}
	}
	r.Bands = []rating.Band{best, second, {Code: "C"}}
	if w.chance(2) {
		r.BandsOn = rating.OnRounded
		r.Rounding = []metric.Rounding{{Step: figure("0.5"), Mode: metric.Mode(1 + w.IntN(7))}, {Step: whole(1), Mode: metric.Mode(1 + w.IntN(7))}}
	}
}

// sheet returns a random sheet of a rubric.
func (w world) sheet(r rating.Rubric) rating.Sheet {
	s := rating.Sheet{ID: "1"}
	for _, section := range r.Sections {
		for _, item := range section.Items {
			w.fill(&s, item)
		}
	}
	for range w.IntN(4) {
		s.Findings = append(s.Findings, rating.Finding{Kind: []string{"late", "order"}[w.IntN(2)], Count: 1 + w.IntN(2), Repeats: w.IntN(2)})
	}
	return s
}

func (w world) fill(s *rating.Sheet, item rating.Item) {
	m := rating.Mark{Item: item.Code}
	switch how := item.Mark; {
	case w.chance(12):
		m.NotApplicable = true
	case w.chance(12):
		return
	case how.Scale != nil:
		m.Level = []string{"bad", "fair", "good"}[w.IntN(3)]
	case how.Pass != nil:
		m.Level = []string{"pass", "fail"}[w.IntN(2)]
	case how.Points != nil:
		m.Figure = figure("%d.5", w.IntN(max(1, int(item.Points.Decimal().IntPart()))))
	case how.Steps != nil:
		m.Figure = whole(70 + w.IntN(30))
	default:
		m.Figure = whole(94 + w.IntN(6))
		for range w.IntN(4) {
			s.Findings = append(s.Findings, rating.Finding{
				Item: item.Code, Kind: []string{"litter", "damage"}[w.IntN(2)], Count: 1 + w.IntN(2), Repeats: w.IntN(2),
			})
		}
	}
	s.Marks = append(s.Marks, m)
}
