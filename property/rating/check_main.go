package rating

import (
	"math/big"

	"github.com/wuyekit/wuye/property/invalid"
)

// ErrMain is an item or a section that is to weigh most, and does not.
const ErrMain invalid.RuleError = "rating/main: %[1]s is what it is mainly judged by, and %[2]s weighs as much or more"

func mainTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrMain, ZH: "主要依据 %[1]s 的分量应为最大，而 %[2]s 与之相等或更大"},
	}
}

// checkMain reports that something weighs as much as what the rubric calls its main basis. It waits until all else is right.
func (c *rubricCheck) checkMain(l *invalid.List) {
	switch {
	case c.Main == "" || l.Len() > 0:
	case c.items[c.Main]:
		c.checkLargest(l, c.itemWorths())
	case c.sections[c.Main]:
		c.checkLargest(l, c.sectionWorths())
	default:
		unknown(l, "main", c.Main)
	}
}

// worth is what an item or a section is of the whole.
type worth struct {
	code  string
	share *big.Rat
}

func (c *rubricCheck) checkLargest(l *invalid.List, list []worth) {
	most := new(big.Rat) // what stands in a bonus section is nothing of the whole
	for _, w := range list {
		if w.code == c.Main {
			most = w.share
		}
	}
	for _, w := range list {
		if w.code != c.Main && w.share.Cmp(most) >= 0 {
			l.At("main").Add(ErrMain, invalid.Quote(c.Main), invalid.Quote(w.code))
			return
		}
	}
}

// sectionWorths returns what the sections but bonus sections are worth, all in one unit.
func (c *rubricCheck) sectionWorths() []worth {
	var out []worth
	for i := range c.Sections {
		s := &c.Sections[i]
		sum := c.sumOf(s)
		switch {
		case s.Bonus:
			continue
		case s.Weight.IsSet():
			sum = s.Weight.Decimal().Rat()
		case s.Cap.IsSet() && below(s.Cap, figureOf(sum.FloatString(figurePlaces))):
			sum = s.Cap.Decimal().Rat()
		}
		out = append(out, worth{s.Code, sum})
	}
	return out
}

// itemWorths returns the same of the items: of a section with a weight the item's part of it.
func (c *rubricCheck) itemWorths() []worth {
	var out []worth
	for i := range c.Sections {
		s := &c.Sections[i]
		if s.Bonus {
			continue
		}
		part := one()
		if s.Weight.IsSet() {
			part.Quo(s.Weight.Decimal().Rat(), c.sumOf(s))
		}
		for k := range s.Items {
			out = append(out, worth{s.Items[k].Code, new(big.Rat).Mul(part, c.worthOf(&s.Items[k]))})
		}
	}
	return out
}

func (c *rubricCheck) sumOf(s *Section) *big.Rat {
	sum := new(big.Rat)
	for k := range s.Items {
		sum.Add(sum, c.worthOf(&s.Items[k]))
	}
	return sum
}

// worthOf returns an item's points, or its weight.
func (c *rubricCheck) worthOf(i *Item) *big.Rat {
	switch {
	case c.Method == ByPoints:
		return i.Points.Decimal().Rat()
	case i.Weight.IsSet():
		return i.Weight.Decimal().Rat()
	}
	return one()
}
