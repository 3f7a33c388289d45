package rating

import (
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// The rules of costs.
const (
	// ErrCostOf is a cost of nothing, or of too much at once.
	ErrCostOf invalid.RuleError = "rating/cost-of: a cost is of a finding, of an item with at most one of kind and part, or of a kind of the whole sheet"
	// ErrCost is a cost that does not say what it costs.
	ErrCost invalid.RuleError = "rating/cost: write either what it costs, 0 or more, or that it cannot be done"
	// ErrCostRange is a cost that is too large to be added up.
	ErrCostRange invalid.RuleError = "rating/cost-range: %[1]s is too much; costs go to 1000000000"
	// ErrCostTo is a mark that an item cannot be brought to.
	ErrCostTo invalid.RuleError = "rating/cost-to: %[1]s cannot be brought to %[2]s"
)

// target is what a cost is for.
type target struct{ finding, item, kind, part string }

func (c Cost) target() target { return target{c.Finding, c.Item, c.Kind, c.Part} }

// prices are costs by what they are for.
type prices map[target][]priced

// priced is a cost with its place in the list, for problems of it.
type priced struct {
	Cost

	place int
}

// prices checks the costs and orders them by what they are for.
func (p *planner) prices(l *invalid.List, costs []Cost) prices {
	known := p.targets()
	used := map[target]map[string]bool{}
	out := prices{}
	for i, c := range costs {
		l.EnterIndex(i)
		t := c.target()
		c.check(l)
		if !known[t] {
			l.Add(ErrUnknown, invalid.Quote(c.name()))
		}
		if used[t] == nil {
			used[t] = map[string]bool{}
		}
		if used[t][c.To] {
			l.Add(ErrTwice, invalid.Quote(c.name()))
		}
		used[t][c.To] = true
		out[t] = append(out[t], priced{c, i})
		l.Leave()
	}
	return out
}

// name returns the most exact name that a cost gives.
func (c Cost) name() string {
	for _, name := range []string{c.Finding, c.Kind, c.Part} {
		if name != "" {
			return name
		}
	}
	return c.Item
}

func (c Cost) check(l *invalid.List) {
	ofFinding := c.Finding != "" && c.Item == "" && c.Kind == "" && c.Part == ""
	ofItem := c.Finding == "" && c.Item != "" && (c.Kind == "" || c.Part == "")
	ofSheet := c.Finding == "" && c.Item == "" && c.Kind != "" && c.Part == ""
	if !ofFinding && !ofItem && !ofSheet {
		l.Add(ErrCostOf)
	}
	switch {
	case c.Cost.IsSet() == c.Cannot || c.Cost.Sign() < 0:
		l.At("cost").Add(ErrCost)
	case below(metric.MustParseFigure("1000000000"), c.Cost):
		l.At("cost").Add(ErrCostRange, c.Cost.String())
	}
	if c.To != "" && (c.Finding != "" || c.Kind != "") {
		l.At("to").Add(ErrCostTo, invalid.Quote(c.name()), invalid.Quote(c.To))
	}
}

// targets are what a cost may be for.
func (p *planner) targets() map[target]bool {
	known := map[target]bool{}
	for _, s := range p.rubric.Sections {
		for _, i := range s.Items {
			known[target{item: i.Code}] = true
			if d := i.Mark.Deductions; d != nil {
				for _, k := range d.Kinds {
					known[target{item: i.Code, kind: k.Code}] = true
				}
				for _, f := range d.Shortfalls {
					known[target{item: i.Code, part: f.Code}] = true
				}
			}
		}
	}
	for _, k := range p.rubric.Deductions {
		known[target{kind: k.Code}] = true
	}
	for _, f := range p.sheet.Findings {
		if f.ID != "" {
			known[target{finding: f.ID}] = true
		}
	}
	return known
}

// of returns the costs of what is named most closely; one of 1 if there are none.
func (p prices) of(names ...target) []priced {
	for _, t := range names {
		if costs := p[t]; t != (target{}) && len(costs) > 0 {
			return costs
		}
	}
	return []priced{{Cost: Cost{Cost: metric.MustParseFigure("1")}}}
}

// price finds the moves and what they cost.
func (p *planner) price(costs []Cost) error {
	var l invalid.List
	checkMost(&l, "costs", len(costs), maxCosts)
	l.Enter("costs")
	list := p.prices(&l, costs)
	l.Leave()
	if l.Len() == 0 {
		p.findMoves(&l, list)
	}
	return l.Err("plan for " + invalid.Quote(p.sheet.ID))
}
