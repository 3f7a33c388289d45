package rating

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/property/metric"
)

// nextMark returns the next better mark of an item; false if there is none.
func (p *planner) nextMark(item Item, res ItemResult) (Mark, bool) {
	m := Mark{Item: item.Code}
	if res.Absent == absentNotApplicable {
		return m, false
	}
	switch how := item.Mark; {
	case how.Scale != nil:
		m.Level = p.nextLevel(how.Scale.Of, res)
		return m, m.Level != ""
	case how.Pass != nil:
		m.Level = markPass
		return m, res.Mark != markPass
	case how.Steps != nil:
		m.Figure = how.Steps.next(res)
	case how.Points != nil:
		m.Figure = how.Points.next(item, res)
	}
	return m, m.Figure.IsSet()
}

// nextLevel returns the level with the least value of those that come to more; "" if none does.
func (p *planner) nextLevel(scale string, res ItemResult) string {
	levels := p.levelsOf(scale)
	i := slices.IndexFunc(p.rubric.Scales, func(s Scale) bool { return s.Code == scale })
	value := product(ScoreOf(p.rubric.Scales[i].OutOf), shareRat(res)) // of which the item has the share
	value.Mul(value, big.NewRat(perUnit, 1))
	whole := new(big.Int).Quo(value.Num(), value.Denom()).Int64()
	next, _ := slices.BinarySearchFunc(levels, whole+1, func(v Level, n int64) int { return cmp.Compare(millionths(v.Value), n) })
	if next == len(levels) {
		return ""
	}
	return levels[next].Code
}

// levelsOf returns the levels of a scale by their values, of equal ones the last that is listed first.
func (p *planner) levelsOf(scale string) []Level {
	if levels, ok := p.levels[scale]; ok {
		return levels
	}
	i := slices.IndexFunc(p.rubric.Scales, func(s Scale) bool { return s.Code == scale })
	levels := slices.Clone(p.rubric.Scales[i].Levels)
	slices.Reverse(levels)
	slices.SortStableFunc(levels, func(a, b Level) int { return cmp.Compare(millionths(a.Value), millionths(b.Value)) })
	p.levels[scale] = levels
	return levels
}

// next returns the edge of the worst step that comes to more; unset if none does.
func (s *Steps) next(res ItemResult) metric.Figure {
	for _, step := range slices.Backward(s.Steps) {
		if ScoreOf(step.Points).Compare(res.Points) > 0 {
			return step.At
		}
	}
	return metric.Figure{}
}

// next returns a point more than was given, or the least number of points above it that can be given; unset if none is.
func (p *Points) next(item Item, res ItemResult) metric.Figure {
	most, step := p.most(item).Decimal(), p.step().Decimal()
	given := res.Figure.Decimal()
	if !most.GreaterThan(given) {
		return metric.Figure{}
	}
	point := metric.MustParseFigure("1").Decimal()
	if rest := point.Mod(step); !rest.IsZero() {
		point = point.Sub(rest).Add(step)
	}
	if more := given.Add(point); more.LessThanOrEqual(most) {
		return figureOf(more.String())
	}
	return figureOf(most.String())
}

// perfect returns the sheet with all points for an item, and nothing found in it; false if it has them or cannot be judged.
func (p *planner) perfect(item Item, res ItemResult) (Sheet, bool) {
	if res.Absent != "" && (res.Absent != absentUnmarked || item.Mark.Deductions != nil) || res.Points == res.Of {
		return Sheet{}, false
	}
	d := item.Mark.Deductions
	if d == nil {
		return p.after([]*move{{mark: p.fullMark(item)}}), true
	}
	var moves []*move
	for _, f := range d.Shortfalls {
		m := p.markOf(item.Code, f.Code)
		m.Figure = f.Target
		moves = append(moves, &move{mark: m})
	}
	for i, f := range p.sheet.Findings {
		if f.Item == item.Code {
			moves = append(moves, &move{Move: Move{Row: i + 1}})
		}
	}
	return p.after(moves), true
}

// without returns the sheet on which an item does not apply.
func (p *planner) without(item string) Sheet {
	s := p.sheet
	s.Marks, s.Findings = nil, nil
	for _, m := range p.sheet.Marks {
		if m.Item != item {
			s.Marks = append(s.Marks, m)
		}
	}
	s.Marks = append(s.Marks, Mark{Item: item, NotApplicable: true})
	for _, f := range p.sheet.Findings {
		if f.Item != item {
			s.Findings = append(s.Findings, f)
		}
	}
	return s
}
