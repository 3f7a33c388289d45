package rating_test

import (
	"fmt"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// slowRubric makes a rubric that is sound.
func slowRubric(d *slowDice) rating.Rubric {
	r := rating.Rubric{
		Code: "r", Method: rating.Method(1 + d.n(2)), NotApplicable: rating.Absence(d.n(4)), Unmarked: rating.Absence(d.n(4)),
		Scales:   []rating.Scale{slowScale("five", 5), slowScale("three", 3)},
		Rounding: slowRounding(d), BandsOn: rating.Basis(d.n(3)),
		BonusCap: slowFigure(d, "", "", "3", "0.5"), DeductionCap: slowFigure(d, "", "", "2", "7.5"),
		Floor: slowFigure(d, "", "", "0", "1.5"), Ceiling: slowFigure(d, "", "", "9", "60.25"),
	}
	if d.oneIn(2) {
		r.Repeat = rating.Repeat{Factor: slowFigure(d, "2", "1.5"), EachTime: d.oneIn(2), Most: slowFigure(d, "", "3")}
	}
	weighted := r.Method == rating.ByWeights && d.oneIn(2)
	total := 0
	for i := range 1 + d.n(4) {
		sec, cents := slowSectionOf(d, i, i > 0 && d.oneIn(4), r.Method)
		if sec.Bonus {
			r.Sections = append(r.Sections, sec)
			continue
		}
		if weighted {
			sec.Weight = slowFigure(d, "1", "3", "0.5", "40")
		}
		total += cents
		r.Sections = append(r.Sections, sec)
	}
	r.OutOf = slowFigure(d, "100", "10", "7")
	if r.Method == rating.ByPoints {
		r.OutOf = slowCents(total)
	}
	for i := range d.n(3) {
		k := slowKind(d, i)
		if k.All {
			k.All, k.Take = false, metric.MustParseFigure("1")
		}
		r.Deductions = append(r.Deductions, k)
	}
	slowBandsOf(d, &r)
	r.Vetoes = slowVetoList(d, r.Bands)
	return r
}

func slowScale(code string, most int) rating.Scale {
	s := rating.Scale{Code: code, OutOf: slowCents(most * 100)}
	for v := range most + 1 {
		s.Levels = append(s.Levels, rating.Level{Code: strconv.Itoa(v), Value: slowCents(v * 100)})
	}
	return s
}

// slowSectionOf makes a section and returns the hundredths that it comes to at most.
func slowSectionOf(d *slowDice, nth int, bonus bool, method rating.Method) (rating.Section, int) {
	sec := rating.Section{Code: fmt.Sprintf("s%d", nth), Bonus: bonus}
	points := bonus || method == rating.ByPoints
	sum := 0
	for i := range 1 + d.n(3) {
		cents := slowPick(d, 100, 200, 250, 1000, 30)
		item := rating.Item{Code: fmt.Sprintf("i%d%d", nth, i), Points: slowCents(cents), Required: d.oneIn(9)}
		if !points {
			item.Weight = slowFigure(d, "", "1", "6", "0.5")
			if d.oneIn(2) {
				item.Points, cents = metric.Figure{}, 100
			}
		}
		if d.oneIn(3) {
			item.Floor = slowCents(slowPick(d, 0, cents/4, cents))
		}
		item.Mark = slowMarking(d, cents, item.Floor, bonus)
		sum += cents
		sec.Items = append(sec.Items, item)
	}
	if !points {
		return sec, 0
	}
	if d.oneIn(2) {
		sec.Points = slowCents(sum)
	}
	most := sum
	if d.oneIn(3) {
		most = slowPick(d, sum/2, sum, sum-10)
		sec.Cap = slowCents(most)
	}
	if d.oneIn(3) {
		sec.Floor = slowCents(slowPick(d, 0, most/3, most))
	}
	if !bonus && d.oneIn(3) {
		sec.DeductionCap = slowCents(slowPick(d, 50, 100, 300))
	}
	return sec, most
}

func slowMarking(d *slowDice, cents int, floor metric.Figure, bonus bool) rating.Marking {
	switch d.n(7) {
	case 0:
		return rating.Marking{Scale: &rating.OnScale{Of: slowPick(d, "five", "three")}}
	case 1:
		return rating.Marking{Pass: &rating.Pass{}}
	case 2:
		least := slowOr(floor, 0)
		low, _ := slowMul(least, slowRat(slowCents(10000))).Float64()
		middle := (cents + int(low)) / 2
		s := &rating.Steps{Figure: "f", Better: slowDirection(d)}
		edges := []int{90, 80, 60}
		if s.Better == metric.LowerIsBetter {
			edges = []int{60, 80, 90}
		}
		for i, p := range []int{cents, middle, int(low)} {
			s.Steps = append(s.Steps, rating.Step{At: slowCents(edges[i] * 100), Points: slowCents(p)})
		}
		return rating.Marking{Steps: s}
	case 3:
		return rating.Marking{Points: &rating.Points{Step: slowFigure(d, "", "0.1", "0.05")}}
	}
	if bonus {
		return rating.Marking{Pass: &rating.Pass{}}
	}
	x := &rating.Deductions{Cap: slowFigure(d, "", "", "0.7", "2")}
	for i := range d.n(3) {
		x.Kinds = append(x.Kinds, slowKind(d, i))
	}
	for i := range d.n(3) {
		x.Shortfalls = append(x.Shortfalls, rating.Shortfall{
			Code: fmt.Sprintf("p%d", i), Figure: "f", Target: slowFigure(d, "95", "3", "0"), Better: slowDirection(d),
			Each: slowFigure(d, "1", "0.3", "5"), Take: slowFigure(d, "0.1", "0.25", "1"), Part: rating.Part(d.n(4)),
			Most: slowFigure(d, "", "0.4", "3"),
		})
	}
	if len(x.Kinds)+len(x.Shortfalls) == 0 {
		x.Kinds = append(x.Kinds, slowKind(d, 0))
	}
	return rating.Marking{Deductions: x}
}

func slowDirection(d *slowDice) metric.Direction { return metric.Direction(1 + d.n(2)) }

func slowKind(d *slowDice, nth int) rating.Deduction {
	k := rating.Deduction{
		Code: fmt.Sprintf("k%d", nth), Take: slowFigure(d, "0.1", "0.5", "1", "0.07"),
		Most: slowFigure(d, "", "", "0.9", "2"),
	}
	if d.oneIn(6) {
		k.Take, k.All = metric.Figure{}, true
	}
	if text := slowPick(d, "", "P1M", "P30D", "P1M5D"); text != "" {
		k.Lasts = civil.MustParseSpan(text)
		k.UntilCorrected = d.oneIn(2)
	}
	return k
}

func slowBandsOf(d *slowDice, r *rating.Rubric) {
	outOf := slowRat(r.OutOf)
	hundredths, _ := slowMul(outOf, slowRat(slowCents(10000))).Float64()
	edge := int(hundredths)
	for i := range d.n(4) {
		edge = edge * slowPick(d, 90, 75, 50) / 100
		b := rating.Band{Code: fmt.Sprintf("b%d", i)}
		if d.oneIn(4) {
			b.Above = slowCents(edge)
		} else {
			b.From = slowCents(edge)
		}
		if edge--; edge < 1 {
			return
		}
		if d.oneIn(3) {
			sec := r.Sections[d.n(len(r.Sections))]
			need := rating.Need{Section: sec.Code, AtLeast: slowFigure(d, "0.5", "0.8", "1", "0")}
			if d.oneIn(2) {
				need.Section, need.Item = "", sec.Items[d.n(len(sec.Items))].Code
			}
			b.Needs = append(b.Needs, need)
		}
		if d.oneIn(4) {
			b.When = []string{slowPick(d, "f1", "f2")}
		}
		if d.oneIn(4) {
			b.Unless = []string{slowPick(d, "f3", "f4")}
		}
		r.Bands = append(r.Bands, b)
	}
	if d.oneIn(2) {
		r.Bands = append(r.Bands, rating.Band{Code: "last"})
	}
}

func slowVetoList(d *slowDice, bands []rating.Band) []rating.Veto {
	var out []rating.Veto
	for i := range d.n(3) {
		v := rating.Veto{Code: fmt.Sprintf("v%d", i), AtLeast: slowPick(d, 0, 0, 1, 2), Open: d.oneIn(6)}
		v.Effect = rating.Effect(1 + d.n(3))
		if v.Effect == rating.Limit {
			if len(bands) == 0 {
				continue
			}
			v.Band = bands[d.n(len(bands))].Code
		}
		for k := range d.n(3) {
			v.Needs = append(v.Needs, fmt.Sprintf("n%d", k))
		}
		out = append(out, v)
	}
	return out
}

func slowFacts(d *slowDice, names ...string) []rating.Fact {
	var out []rating.Fact
	for _, name := range names {
		if n := d.n(5); n > 0 {
			out = append(out, rating.Fact{Name: name, Is: n > 1})
		}
	}
	return out
}

// slowSheet fills a rubric in.
func slowSheet(d *slowDice, r *rating.Rubric) rating.Sheet {
	s := rating.Sheet{ID: "S", On: civil.MustNew(2026, 3, 31).AddDays(-d.n(40)), Facts: slowFacts(d, "f1", "f2", "f3", "f4")}
	careful := d.oneIn(2) // most sheets are whole
	for _, sec := range r.Sections {
		for i := range sec.Items {
			slowMarkOf(d, r, &s, &sec.Items[i], careful)
		}
	}
	for range d.n(3) * len(r.Deductions) {
		s.Findings = append(s.Findings, slowFinding(d, &s, "", r.Deductions))
	}
	for i := range d.n(3) * len(r.Vetoes) {
		v := r.Vetoes[d.n(len(r.Vetoes))]
		s.Events = append(s.Events, rating.Event{ID: fmt.Sprintf("E%d", i), Veto: v.Code, Facts: slowFacts(d, "n0", "n1")})
	}
	return s
}

func slowMarkOf(d *slowDice, r *rating.Rubric, s *rating.Sheet, item *rating.Item, careful bool) {
	m := rating.Mark{Item: item.Code}
	if r.NotApplicable != 0 && !item.Required && d.oneIn(6) {
		m.NotApplicable = true
		s.Marks = append(s.Marks, m)
		return
	}
	x := item.Mark.Deductions
	if !careful && d.oneIn(10) {
		if x == nil || len(x.Shortfalls) > 0 {
			return
		}
	}
	if x == nil {
		m.Level, m.Figure = slowMarkText(d, item)
		s.Marks = append(s.Marks, m)
		return
	}
	for _, p := range x.Shortfalls {
		if len(x.Shortfalls) > 1 {
			m.Part = p.Code
		}
		m.Figure = slowFigure(d, "95", "94.99", "90.2", "3", "3.5", "0", "0.3", "-0.2")
		s.Marks = append(s.Marks, m)
	}
	for range d.n(3) * len(x.Kinds) {
		s.Findings = append(s.Findings, slowFinding(d, s, item.Code, x.Kinds))
	}
}

func slowMarkText(d *slowDice, item *rating.Item) (string, metric.Figure) {
	switch k := item.Mark; {
	case k.Scale != nil && k.Scale.Of == "five":
		return strconv.Itoa(d.n(6)), metric.Figure{}
	case k.Scale != nil:
		return strconv.Itoa(d.n(4)), metric.Figure{}
	case k.Pass != nil:
		return slowPick(d, "pass", "fail"), metric.Figure{}
	case k.Steps != nil:
		return "", slowFigure(d, "95", "90", "85.5", "80", "60", "59.99", "0", "100")
	}
	return "", slowFigure(d, "0.3", "0.1", "0.2", "0", "0.3")
}

func slowFinding(d *slowDice, s *rating.Sheet, item string, kinds []rating.Deduction) rating.Finding {
	f := rating.Finding{
		Item: item, Kind: kinds[d.n(len(kinds))].Code, Count: slowPick(d, 0, 1, 2, 3), Repeats: slowPick(d, 0, 0, 1, 2),
		ID: fmt.Sprintf("F%d", len(s.Findings)),
	}
	if len(kinds) == 1 && d.oneIn(2) {
		f.Kind = ""
	}
	on := s.On
	if d.oneIn(2) {
		on = s.On.AddDays(-slowPick(d, 0, 1, 15, 28, 29, 30, 31, 32, 60))
		f.On = on
	}
	if d.oneIn(2) {
		f.Corrected = on.AddDays(slowPick(d, 0, 1, 29, 30, 31, 45))
	}
	return f
}
