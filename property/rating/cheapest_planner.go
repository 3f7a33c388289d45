package rating

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// planner knows what can be done about a sheet and what it would come to.
type planner struct {
	rules  *Rules
	rubric Rubric
	sheet  Sheet
	res    Result
	items  []planItem // in the rubric's order, as in res
	taken  []planTake // off the whole sheet
	levels map[string][]Level
}

// planItem is what can be done about an item that counts.
type planItem struct {
	item  Item
	marks []offer    // of one that is marked, better marks
	taken []planTake // of one with deductions
}

// planTake is one finding or shortfall, and what it takes off after a move.
type planTake struct {
	kind   string
	most   metric.Figure // the limit of its kind
	asked  Score
	offers []offer
}

// offer is a move and what it changes a part to: the points of an item, what a finding takes off.
type offer struct {
	comesTo Score
	move    *move
}

// move is a move and what it does to a sheet.
type move struct {
	Move

	cost int64
	mark Mark
}

// maxMoves is how many items and findings are weighed against each other, and maxCosts how many costs.
const (
	maxMoves = 1000
	maxCosts = 5000
)

// newPlanner rates a sheet with findings that can be told apart.
//
// Errors: the problems of the sheet; [ErrTooMany].
func newPlanner(r *Rules, sheet *Sheet) (*planner, error) {
	p := &planner{rules: r, rubric: r.Rubric(), sheet: *sheet, levels: map[string][]Level{}}
	tagged := *sheet
	tagged.Findings = slices.Clone(sheet.Findings)
	for i := range tagged.Findings {
		tagged.Findings[i].ID = findingID(i)
	}
	res, err := r.Rate(&tagged)
	if err != nil {
		return nil, err
	}
	p.res = res
	return p, mostOf(len(res.Items)+len(sheet.Findings), "items and findings")
}

// mostOf reports more of something than is weighed against each other.
func mostOf(n int, what string) error {
	if n > maxMoves {
		return invalid.Value(ErrTooMany, strconv.Itoa(n)+" "+what, strconv.Itoa(maxMoves))
	}
	return nil
}

// after returns the sheet with moves made.
func (p *planner) after(moves []*move) Sheet {
	d := p.draft()
	for _, m := range moves {
		d.make(m)
	}
	return d.sheet()
}

// draft is a copy of a sheet on which moves are made.
type draft struct {
	Sheet

	gone map[int]bool // findings, by their place
}

func (p *planner) draft() draft {
	d := draft{p.sheet, map[int]bool{}}
	d.Marks = slices.Clone(d.Marks)
	return d
}

func (d *draft) make(m *move) {
	if m.Row > 0 {
		d.gone[m.Row-1] = true
	} else {
		setMark(&d.Sheet, m.mark)
	}
}

// sheet returns the sheet as it is now.
func (d *draft) sheet() Sheet {
	s := d.Sheet
	s.Findings = nil
	for i, f := range d.Findings {
		if !d.gone[i] {
			s.Findings = append(s.Findings, f)
		}
	}
	return s
}

// setMark replaces the mark of an item, or adds it.
func setMark(s *Sheet, m Mark) {
	i := slices.IndexFunc(s.Marks, func(have Mark) bool { return have.Item == m.Item && have.Part == m.Part })
	if i < 0 {
		s.Marks = append(s.Marks, m)
		return
	}
	s.Marks[i].Level, s.Marks[i].Figure, s.Marks[i].NotApplicable = m.Level, m.Figure, false
}

// complete makes the moves one after the other, rates the sheet each time, and writes down what they gain.
func (p *planner) complete(plan *Plan, moves []*move) error {
	slices.SortStableFunc(moves, p.order)
	d, now, cost := p.draft(), p.res, decimal.Decimal{}
	before, err := p.rules.beforeLimits(&now)
	if err != nil {
		return err
	}
	for _, m := range moves {
		d.make(m)
		s := d.sheet()
		if now, err = p.rules.Rate(&s); err != nil {
			return err
		}
		after, err := p.rules.beforeLimits(&now)
		if err != nil {
			return err
		}
		var e exact
		if m.Gain = e.minus(after, before); e.tooLarge {
			return invalid.Value(ErrScoreRange, "what a move gains")
		}
		plan.Moves = append(plan.Moves, m.Move)
		cost, before = cost.Add(m.Cost.Decimal()), after
	}
	return plan.finish(p, &now, cost)
}

// finish writes down what the last rating says.
func (plan *Plan) finish(p *planner, now *Result, cost decimal.Decimal) error {
	total, err := metric.ParseFigure(cost.String())
	if err != nil {
		return err
	}
	plan.Cost, plan.Exact, plan.Score, plan.Band = total, now.Exact, now.Score, now.Band
	a := aim{bands: p.rubric.Bands}
	plan.Reached = now.Band != "" && a.first(now.Band) <= a.first(plan.Gap.Wanted)
	if !plan.Reached && len(plan.Moves) > 0 {
		plan.Proved = false
	}
	return nil
}

// order compares moves by the place of what they change.
func (p *planner) order(a, b *move) int {
	return cmp.Or(cmp.Compare(p.place(a), p.place(b)), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Part, b.Part))
}

// place returns the place of an item; what belongs to the whole sheet comes last.
func (p *planner) place(m *move) int {
	i := slices.IndexFunc(p.res.Items, func(r ItemResult) bool { return r.Item == m.Item })
	if i < 0 {
		return len(p.res.Items)
	}
	return i
}

// findingID tells findings apart that have no ID of their own.
func findingID(i int) string { return "#" + strconv.Itoa(i+1) }
