package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// findMoves fills in what can be done about every item and about the whole sheet.
func (p *planner) findMoves(l *invalid.List, list prices) {
	rows := map[string]int{}
	for i := range p.sheet.Findings {
		rows[findingID(i)] = i
	}
	n := 0
	for _, s := range p.rubric.Sections {
		for _, item := range s.Items {
			res := p.res.Items[n]
			n++
			p.items = append(p.items, p.itemMoves(l, list, item, res, rows))
		}
	}
	for _, d := range p.res.Deductions {
		if d.Expired.IsZero() {
			p.taken = append(p.taken, p.take(list, Item{}, p.rubric.Deductions, d, rows))
		}
	}
}

func (p *planner) itemMoves(l *invalid.List, list prices, item Item, res ItemResult, rows map[string]int) planItem {
	out := planItem{item: item}
	switch {
	case !res.Points.IsSet():
	case item.Mark.Deductions == nil:
		out.marks = p.markOffers(l, list.of(target{item: item.Code}), item, res)
	case res.Absent == "":
		for _, d := range res.Deductions {
			if d.Expired.IsZero() {
				out.taken = append(out.taken, p.itemTake(l, list, item, d, rows))
			}
		}
	}
	return out
}

// take returns what can be done about a finding: it can be corrected.
func (p *planner) take(list prices, item Item, kinds []Deduction, d DeductionResult, rows map[string]int) planTake {
	out := planTake{kind: d.Kind, asked: d.Asked}
	for _, k := range kinds {
		if k.Code == d.Kind {
			out.most = k.Most
		}
	}
	row := rows[d.Finding]
	id := p.sheet.Findings[row].ID
	names := []target{{finding: id}, {item: item.Code, kind: d.Kind}, {item: item.Code}}
	for _, c := range list.of(names...) {
		if m, ok := newMove(c); ok {
			m.Item, m.Kind, m.Finding, m.Row = item.Code, d.Kind, id, row+1
			out.offers = append(out.offers, offer{whole(0), m})
		}
	}
	return out
}

// itemTake returns what can be done about a finding or a shortfall of an item.
func (p *planner) itemTake(l *invalid.List, list prices, item Item, d DeductionResult, rows map[string]int) planTake {
	if d.Finding != "" {
		return p.take(list, item, item.Mark.Deductions.Kinds, d, rows)
	}
	shortfalls := item.Mark.Deductions.Shortfalls
	i := slices.IndexFunc(shortfalls, func(s Shortfall) bool { return s.Code == d.Kind })
	if i < 0 {
		return planTake{kind: d.Kind, asked: d.Asked}
	}
	out := planTake{kind: d.Kind, most: shortfalls[i].Most, asked: d.Asked}
	mark := p.markOf(item.Code, d.Kind)
	for _, c := range list.of(target{item: item.Code, part: d.Kind}, target{item: item.Code}) {
		to := mark
		to.Figure = shortfalls[i].Target
		if c.To != "" {
			to.Figure = figureOf(c.To)
		}
		after, ok := p.rated(l, to, c, item)
		if !ok {
			continue
		}
		if asked := shortfallOf(after, d.Kind); asked.Compare(d.Asked) < 0 {
			out.offers = offerMark(out.offers, c, mark, to, asked)
		}
	}
	return out
}

// shortfallOf returns what a shortfall takes off.
func shortfallOf(res ItemResult, kind string) Score {
	for _, d := range res.Deductions {
		if d.Finding == "" && d.Kind == kind {
			return d.Asked
		}
	}
	return whole(0)
}

// markOffers returns the better marks of an item.
func (p *planner) markOffers(l *invalid.List, costs []priced, item Item, res ItemResult) []offer {
	if res.Absent == absentNotApplicable {
		return nil
	}
	mark := p.markOf(item.Code, "")
	var out []offer
	for _, c := range costs {
		to := Mark{Item: item.Code}
		if c.To == "" {
			to = p.fullMark(item)
		} else if item.Mark.Scale != nil || item.Mark.Pass != nil {
			to.Level = c.To
		} else {
			to.Figure = figureOf(c.To)
		}
		to.Part = mark.Part
		after, ok := p.rated(l, to, c, item)
		if ok && after.Points.Compare(res.Points) > 0 {
			out = offerMark(out, c, mark, to, after.Points)
		}
	}
	return out
}

// offerMark adds the move from one mark to another, if it can be done.
func offerMark(out []offer, c priced, from, to Mark, comesTo Score) []offer {
	m, ok := newMove(c)
	if !ok {
		return out
	}
	m.Item, m.Part, m.mark = to.Item, to.Part, to
	m.From, m.To = from.Level+from.Figure.String(), to.Level+to.Figure.String()
	return append(out, offer{comesTo, m})
}

// newMove returns a move at a cost; false if it cannot be done.
func newMove(c priced) (*move, bool) {
	if c.Cannot {
		return nil, false
	}
	return &move{Move: Move{Cost: c.Cost.Cost}, cost: millionths(c.Cost.Cost)}, true
}

// rated returns what an item comes to with another mark.
func (p *planner) rated(l *invalid.List, to Mark, c priced, item Item) (ItemResult, bool) {
	s := p.after([]*move{{mark: to}})
	res, err := p.rules.Rate(&s)
	if err == nil {
		for _, r := range res.Items {
			if r.Item == item.Code {
				return r, true
			}
		}
	}
	l.At("costs", c.place, "to").Add(ErrCostTo, invalid.Quote(item.Code), invalid.Quote(c.To))
	return ItemResult{}, false
}

// markOf returns the mark of an item, or an empty one.
func (p *planner) markOf(item, part string) Mark {
	for _, m := range p.sheet.Marks {
		if m.Item == item && (part == "" || m.Part == "" || m.Part == part) {
			return m
		}
	}
	return Mark{Item: item, Part: part}
}

// fullMark returns the mark with the most points.
func (p *planner) fullMark(item Item) Mark {
	m := Mark{Item: item.Code}
	switch how := item.Mark; {
	case how.Scale != nil:
		levels := p.levelsOf(how.Scale.Of)
		m.Level = levels[len(levels)-1].Code
	case how.Pass != nil:
		m.Level = markPass
	case how.Steps != nil:
		m.Figure = how.Steps.Steps[0].At
	case how.Points != nil:
		m.Figure = how.Points.most(item)
	}
	return m
}

// most returns the most points that can be given.
func (p *Points) most(item Item) metric.Figure {
	full := item.full().Decimal()
	return figureOf(full.Sub(full.Mod(p.step().Decimal())).String())
}

// figureOf returns a figure; unset for a text that is none, which no mark has.
func figureOf(text string) metric.Figure {
	f, err := metric.ParseFigure(text)
	if err != nil {
		return metric.Figure{}
	}
	return f
}
