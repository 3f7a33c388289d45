package rating

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// checkSections checks the parts of the rubric and what they sum to.
func (c *rubricCheck) checkSections(l *invalid.List) {
	if len(c.Sections) == 0 {
		l.At("sections").Add(invalid.ErrRequired, "sections")
		return
	}
	total, known, weighted, counted := metric.Figure{}, true, 0, 0
	eachItem(l, "sections", c.Sections, func(s Section) {
		unique(l, c.sections, s.Code)
		sum, ok := c.checkSection(l, s)
		known = known && ok
		if s.Bonus {
			return
		}
		counted++
		if s.Weight.IsSet() {
			weighted++
		}
		if s.Cap.IsSet() && below(s.Cap, sum) {
			sum = s.Cap
		}
		total = addTo(l, total, sum)
	})
	if c.outcomes > maxOutcomes {
		l.At("sections").Add(ErrOutcomes, strconv.Itoa(c.outcomes), strconv.Itoa(maxOutcomes))
	}
	switch {
	case counted == 0:
		l.At("sections").Add(ErrOnlyBonus)
	case weighted != 0 && weighted != counted:
		l.At("sections").Add(ErrSomeWeights)
	case c.Method == ByPoints && known && c.OutOf.IsSet() && total != c.OutOf:
		l.At("sections").Add(ErrSum, total.String(), c.OutOf.String())
	}
}

// addTo returns the sum of two figures; an unset one is nothing.
func addTo(l *invalid.List, sum, f metric.Figure) metric.Figure {
	if !sum.IsSet() {
		return f
	}
	if !f.IsSet() {
		return sum
	}
	total, err := sum.Add(f)
	if err != nil {
		l.Take(err)
	}
	return total
}

// checkSection checks one part and returns the sum of its items' points, and whether it is known.
func (c *rubricCheck) checkSection(l *invalid.List, s Section) (metric.Figure, bool) {
	ofPoints := s.Bonus || c.Method != ByWeights
	c.checkWeight(l, s.Weight, s.Bonus)
	checkAbove(l, "points", s.Points)
	checkAbove(l, "cap", s.Cap)
	checkAbove(l, "deductionCap", s.DeductionCap)
	checkNotBelow(l, "floor", s.Floor)
	for _, f := range [...]struct {
		field  string
		figure metric.Figure
	}{{"points", s.Points}, {"floor", s.Floor}, {"cap", s.Cap}, {"deductionCap", s.DeductionCap}} {
		if f.figure.IsSet() && !ofPoints {
			l.At(f.field).Add(ErrOfPoints)
		}
	}
	if s.Bonus && s.DeductionCap.IsSet() {
		l.At("deductionCap").Add(ErrBonusDeductions)
	}
	if len(s.Items) == 0 {
		l.At("items").Add(invalid.ErrRequired, "items")
	}
	sum, known := metric.Figure{}, len(s.Items) > 0
	eachItem(l, "items", s.Items, func(i Item) {
		c.checkItem(l, i, s.Bonus)
		sum, known = addTo(l, sum, i.Points), known && i.Points.IsSet()
	})
	if known && ofPoints {
		s.checkSum(l, sum)
	}
	return sum, known
}

// checkSum checks what a section says of its points against their sum.
func (s Section) checkSum(l *invalid.List, sum metric.Figure) {
	if s.Points.IsSet() && s.Points != sum {
		l.At("points").Add(ErrSectionSum, sum.String(), s.Points.String())
	}
	most := sum
	if s.Cap.IsSet() && below(s.Cap, sum) {
		most = s.Cap
	}
	if below(most, s.Floor) {
		l.At("floor").Add(ErrFloor, s.Floor.String(), most.String())
	}
}

// checkWeight checks the weight of a section or an item.
func (c *rubricCheck) checkWeight(l *invalid.List, weight metric.Figure, bonus bool) {
	checkAbove(l, "weight", weight)
	if weight.IsSet() && (bonus || c.Method == ByPoints) {
		l.At("weight").Add(ErrNoWeight)
	}
}
