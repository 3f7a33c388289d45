package rating_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// chance makes rubrics and sheets of them that a person might write, the same for the same seed.
type chance struct{ *rand.Rand }

func newChance(seed uint64) chance { return chance{rand.New(rand.NewPCG(seed, 7))} }

func (c chance) one(in int) bool { return c.IntN(in) == 0 }

// tenths is a figure of n/10.
func tenths(n int) metric.Figure { return pts(fmt.Sprintf("%d.%d", n/10, n%10)) }

func (c chance) rubric() rating.Rubric {
	r := rating.Rubric{
		Code: "r", Method: rating.Method(1 + c.IntN(2)), OutOf: pts("100"),
		NotApplicable: rating.Absence(c.IntN(4)), Unmarked: rating.Absence(c.IntN(4)), BandsOn: rating.Basis(c.IntN(3)),
		Scales: []rating.Scale{
			{Code: "three", OutOf: pts("3"), Levels: []rating.Level{{Code: "0", Value: pts("0")}, {Code: "2", Value: pts("2")}, {Code: "3", Value: pts("3")}}},
			{Code: "tenths", OutOf: pts("1"), Levels: []rating.Level{{Code: "half", Value: pts("0.5")}, {Code: "all", Value: pts("1")}}},
		},
	}
	weighted := r.Method == rating.ByWeights && c.one(2)
	total := 0
	for i := range 1 + c.IntN(3) {
		s, points := c.section("s"+strconv.Itoa(i), r.Method == rating.ByWeights)
		if weighted {
			s.Weight = tenths(1 + c.IntN(50))
		}
		if r.Method == rating.ByPoints {
			points = c.limits(&s, points)
		}
		total += points
		r.Sections = append(r.Sections, s)
	}
	if r.Method == rating.ByPoints {
		r.OutOf = tenths(total)
	}
	if c.one(3) {
		b := sectionOf("bonus", byPoints("b1", "2", "0.1"), byPass("b2", "1"), byScale("b3", "3", "three"))
		b.Bonus = true
		c.limits(&b, 60)
		r.Sections = append(r.Sections, b)
		if c.one(2) {
			r.BonusCap = tenths(1 + c.IntN(50))
		}
	}
	if c.one(2) {
		r.Deductions = []rating.Deduction{c.deduction("order"), {Code: "late", Take: pts("0.7"), Lasts: civil.MustParseSpan("P1M"), UntilCorrected: c.one(2)}}
		if c.one(2) {
			r.DeductionCap = tenths(1 + c.IntN(60))
		}
	}
	for i := range r.Deductions {
		if r.Deductions[i].All {
			r.Deductions[i].All, r.Deductions[i].Take = false, pts("1")
		}
	}
	if c.one(2) {
		r.Repeat = rating.Repeat{Factor: pts("1.5"), EachTime: c.one(2)}
		if c.one(2) {
			r.Repeat.Most = pts("2")
		}
	}
	if c.one(4) {
		r.Floor = tenths(c.IntN(300))
	}
	if c.one(4) {
		r.Ceiling = tenths(400 + c.IntN(700))
	}
	for range c.IntN(3) {
		r.Rounding = append(r.Rounding, metric.Rounding{Mode: metric.Mode(c.IntN(8)), Step: pts([]string{"", "1", "0.01", "0.5"}[c.IntN(4)])})
	}
	r.Bands = []rating.Band{
		{Code: "A", From: pts("85"), Needs: []rating.Need{{Section: "s0", AtLeast: pts("0.6")}}},
		{Code: "B", Above: pts("60"), Unless: []string{"badRecord"}},
		{Code: "C", From: pts("30"), When: []string{"enrolled"}},
		{Code: "D"},
	}[c.IntN(4):]
	last := r.Bands[len(r.Bands)-1].Code
	r.Vetoes = []rating.Veto{
		{Code: "fire", Needs: []string{"major"}, Effect: rating.Exclude},
		{Code: "fraud", AtLeast: 2, Effect: rating.Nullify},
		{Code: "complaints", Needs: []string{"verified", "major"}, Effect: rating.Limit, Band: last},
	}
	return r
}

// limits gives a section a floor, a cap and a cap of deductions now and then, and returns what it comes to at most, in tenths.
func (c chance) limits(s *rating.Section, points int) int {
	if c.one(3) {
		points = max(1, points-c.IntN(20))
		s.Cap = tenths(points)
	}
	if c.one(3) {
		s.Floor = tenths(c.IntN(points + 1))
	}
	if c.one(3) && !s.Bonus {
		s.DeductionCap = tenths(1 + c.IntN(20))
	}
	return points
}

// section returns a section and the sum of its points, in tenths.
func (c chance) section(code string, weights bool) (rating.Section, int) {
	s, sum := rating.Section{Code: code}, 0
	for i := range 1 + c.IntN(4) {
		points := 10 + c.IntN(40)
		it := c.item(code+"i"+strconv.Itoa(i), points)
		if weights && c.one(2) {
			it.Weight = tenths(1 + c.IntN(60))
		}
		sum += points
		s.Items = append(s.Items, it)
	}
	return s, sum
}

func (c chance) item(code string, points int) rating.Item {
	full := tenths(points).String()
	var it rating.Item
	switch c.IntN(7) {
	case 0:
		it = byScale(code, full, "three")
	case 1:
		it = byScale(code, full, "tenths")
	case 2:
		it = byPass(code, full)
	case 3:
		it = byPoints(code, full, "0.1")
	case 4:
		it = rating.Item{Code: code, Points: tenths(points), Mark: rating.Marking{Steps: &rating.Steps{
			Figure: "%", Better: metric.HigherIsBetter,
			Steps: []rating.Step{{At: pts("95"), Points: tenths(points)}, {At: pts("90"), Points: tenths(points - 2)}, {At: pts("80"), Points: tenths(points / 2)}},
		}}}
	default:
		it = byFindings(code, full, c.deduction("spot"), c.deduction("gap"))
		for k := range c.IntN(3) {
			it.Mark.Deductions.Shortfalls = append(it.Mark.Deductions.Shortfalls, rating.Shortfall{
				Code: "f" + strconv.Itoa(k), Figure: "%", Target: pts("95"), Better: metric.Direction(1 + k), Each: pts("0.7"),
				Take: tenths(1 + c.IntN(5)), Part: rating.Part(c.IntN(4)),
			})
		}
		if c.one(2) {
			it.Mark.Deductions.Cap = tenths(1 + c.IntN(points))
		}
	}
	if c.one(3) {
		it.Floor = tenths(c.IntN(points/2 + 1))
	}
	if s := it.Mark.Steps; s != nil {
		it.Floor = metric.Figure{}
	}
	return it
}

func (c chance) deduction(code string) rating.Deduction {
	d := rating.Deduction{Code: code, Take: tenths(1 + c.IntN(12))}
	switch c.IntN(6) {
	case 0:
		d.Most = tenths(1 + c.IntN(20))
	case 1:
		d.Lasts, d.UntilCorrected = civil.MustParseSpan("P10D"), c.one(2)
	case 2:
		d.Take, d.All = metric.Figure{}, true
	}
	return d
}

// sheet fills in a sheet of a rubric.
func (c chance) sheet(r rating.Rubric) rating.Sheet {
	s := rating.Sheet{ID: "1", Project: "p", On: day("2026-03-15")}
	complete := !c.one(4)
	for _, section := range r.Sections {
		for _, it := range section.Items {
			switch {
			case c.one(6) && r.NotApplicable != 0:
				s.Marks = append(s.Marks, notApplicable(it.Code))
			case c.one(6) && (!complete || r.Unmarked != 0 || section.Bonus):
			default:
				c.mark(&s, it)
			}
		}
	}
	for _, d := range r.Deductions {
		for range c.IntN(3) {
			s.Findings = append(s.Findings, c.finding("", d.Code))
		}
	}
	for i := range s.Findings {
		if c.one(2) {
			s.Findings[i].ID = "F" + strconv.Itoa(i)
		}
	}
	for i := range c.IntN(4) {
		e := rating.Event{ID: "E" + strconv.Itoa(i), Veto: r.Vetoes[c.IntN(3)].Code}
		for _, name := range []string{"major", "verified"} {
			if !c.one(4) {
				e.Facts = append(e.Facts, rating.Fact{Name: name, Is: c.one(2)})
			}
		}
		if c.one(2) {
			s.Events = append(s.Events, e)
		}
	}
	for _, name := range []string{"badRecord", "enrolled"} {
		if !c.one(3) {
			s.Facts = append(s.Facts, rating.Fact{Name: name, Is: c.one(2)})
		}
	}
	return s
}

// mark marks an item somehow.
func (c chance) mark(s *rating.Sheet, it rating.Item) {
	switch m := it.Mark; {
	case m.Scale != nil && m.Scale.Of == "three":
		s.Marks = append(s.Marks, leveled(it.Code, []string{"0", "2", "3", "3"}[c.IntN(4)]))
	case m.Scale != nil:
		s.Marks = append(s.Marks, leveled(it.Code, []string{"half", "all"}[c.IntN(2)]))
	case m.Pass != nil:
		s.Marks = append(s.Marks, leveled(it.Code, []string{"fail", "pass", "pass"}[c.IntN(3)]))
	case m.Points != nil:
		s.Marks = append(s.Marks, rating.Mark{Item: it.Code, Figure: tenths(c.IntN(11))})
	case m.Steps != nil:
		s.Marks = append(s.Marks, rating.Mark{Item: it.Code, Figure: tenths(750 + c.IntN(250))})
	default:
		for _, f := range m.Deductions.Shortfalls {
			s.Marks = append(s.Marks, rating.Mark{Item: it.Code, Part: f.Code, Figure: tenths(930 + c.IntN(40))})
		}
		for _, k := range m.Deductions.Kinds {
			for range c.IntN(3) {
				s.Findings = append(s.Findings, c.finding(it.Code, k.Code))
			}
		}
	}
}

func (c chance) finding(item, kind string) rating.Finding {
	f := rating.Finding{Item: item, Kind: kind, Count: c.IntN(4), Repeats: max(0, c.IntN(6)-2)}
	if c.one(2) {
		f.On = day("2026-03-15").AddDays(-c.IntN(60))
		if c.one(2) {
			f.Corrected = f.On.AddDays(c.IntN(40))
		}
	}
	return f
}
