package rating

import (
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// rubricCheck is what the parts of a rubric refer to while it is checked.
type rubricCheck struct {
	*Rubric
	scales   map[string]bool
	levels   map[string]int // of each scale
	items    map[string]bool
	sections map[string]bool
	outcomes int // that marks by levels have in all
}

// maxOutcomes bounds items times the levels of their scales, which rules keep.
const maxOutcomes = 1_000_000

// Check reports every problem of the rubric: codes given twice, parts that do not sum to the whole, steps that do not fall,
// bands that no score reaches, and whatever else could not be meant. [Compile] does it too.
func (r Rubric) Check(l *invalid.List) {
	c := rubricCheck{Rubric: &r, scales: map[string]bool{}, levels: map[string]int{}, items: map[string]bool{}, sections: map[string]bool{}}
	required(l, "code", r.Code)
	c.checkHead(l)
	c.checkScales(l)
	c.checkSections(l)
	c.checkSheetDeductions(l)
	c.checkLimits(l)
	checkRounding(l, r.Rounding)
	codes := checkBands(l, r.Bands)
	c.checkNeeds(l)
	checkVetoes(l, r.Vetoes, codes)
	for i, v := range r.Vetoes {
		if v.Scope == OfEnterprise {
			l.At("vetoes", i, "scope").Add(ErrScope)
		}
	}
	c.checkMain(l)
}

func (c *rubricCheck) checkHead(l *invalid.List) {
	if c.Method == 0 {
		l.At("method").Add(invalid.ErrRequired, "method")
	}
	methodWords().Check(l, "method", uint8(c.Method))
	needAbove(l, "outOf", c.OutOf)
	if !c.From.IsZero() && !c.To.IsZero() && c.To.Before(c.From) {
		l.At("to").Add(ErrDays, c.From.String(), c.To.String())
	}
	absenceWords().Check(l, "notApplicable", uint8(c.NotApplicable))
	absenceWords().Check(l, "unmarked", uint8(c.Unmarked))
	basisWords().Check(l, "bandsOn", uint8(c.BandsOn))
}

// checkLimits checks what holds for the score as a whole.
func (c *rubricCheck) checkLimits(l *invalid.List) {
	checkAbove(l, "bonusCap", c.BonusCap)
	checkNotBelow(l, "floor", c.Floor)
	checkAbove(l, "ceiling", c.Ceiling)
	if c.Ceiling.IsSet() && below(c.Ceiling, c.Floor) {
		l.At("floor").Add(ErrFloor, c.Floor.String(), c.Ceiling.String())
	}
	l.Enter("repeat")
	c.Repeat.check(l)
	l.Leave()
}

func (r Repeat) check(l *invalid.List) {
	if r == (Repeat{}) {
		return
	}
	one := metric.MustParseFigure("1")
	switch {
	case !r.Factor.IsSet():
		l.At("factor").Add(invalid.ErrRequired, "factor")
	case !below(one, r.Factor):
		l.At("factor").Add(ErrFactor, r.Factor.String())
	}
	if r.Most.IsSet() && !below(one, r.Most) {
		l.At("most").Add(ErrFactor, r.Most.String())
	}
}

func (c *rubricCheck) checkScales(l *invalid.List) {
	eachItem(l, "scales", c.Scales, func(s Scale) {
		unique(l, c.scales, s.Code)
		needAbove(l, "outOf", s.OutOf)
		if len(s.Levels) == 0 {
			l.At("levels").Add(invalid.ErrRequired, "levels")
		}
		c.levels[s.Code] = len(s.Levels)
		levels := map[string]bool{}
		eachItem(l, "levels", s.Levels, func(v Level) {
			unique(l, levels, v.Code)
			needWithin(l, "value", v.Value, metric.Figure{}, s.OutOf)
		})
	})
}

// checkSheetDeductions checks the deductions of the whole sheet.
func (c *rubricCheck) checkSheetDeductions(l *invalid.List) {
	checkAbove(l, "deductionCap", c.DeductionCap)
	codes := map[string]bool{}
	eachItem(l, "deductions", c.Deductions, func(d Deduction) {
		unique(l, codes, d.Code)
		d.check(l)
		if d.All {
			l.At("all").Add(ErrTakeAll)
		}
	})
}

// checkNeeds checks the minimum standards of the bands.
func (c *rubricCheck) checkNeeds(l *invalid.List) {
	one := metric.MustParseFigure("1")
	eachItem(l, "bands", c.Bands, func(b Band) {
		eachItem(l, "needs", b.Needs, func(n Need) {
			switch {
			case (n.Item == "") == (n.Section == ""):
				l.Add(ErrNeed)
			case n.Item != "" && !c.items[n.Item]:
				unknown(l, "item", n.Item)
			case n.Section != "" && !c.sections[n.Section]:
				unknown(l, "section", n.Section)
			}
			needWithin(l, "atLeast", n.AtLeast, metric.Figure{}, one)
		})
	})
}

// below reports whether f is less than g; an unset figure counts as 0.
func below(f, g metric.Figure) bool { return millionths(f) < millionths(g) }

// checkAbove reports a figure that is set and not above 0.
func checkAbove(l *invalid.List, field string, f metric.Figure) {
	if f.IsSet() && f.Sign() <= 0 {
		l.At(field).Add(ErrNotAbove, f.String())
	}
}

// needAbove reports a figure that is missing or not above 0.
func needAbove(l *invalid.List, field string, f metric.Figure) {
	if !f.IsSet() {
		l.At(field).Add(invalid.ErrRequired, field)
	}
	checkAbove(l, field, f)
}

// checkNotBelow reports a figure below 0.
func checkNotBelow(l *invalid.List, field string, f metric.Figure) {
	if f.Sign() < 0 {
		l.At(field).Add(ErrNegative, f.String())
	}
}

// figurePlaces is how many decimals a figure has.
const figurePlaces = 6

// needWithin reports a figure that is missing or not from low to high.
func needWithin(l *invalid.List, field string, f, low, high metric.Figure) {
	switch {
	case !f.IsSet():
		l.At(field).Add(invalid.ErrRequired, field)
	case below(f, low) || below(high, f):
		l.At(field).Add(ErrWithin, f.String(), ScoreOf(low).Decimal(figurePlaces).String(), high.String())
	}
}
