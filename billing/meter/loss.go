package meter

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Loss is what a master meter counted more than the meters behind it (线损、管网漏损).
type Loss struct {
	// Master is the code of the master meter.
	Master string `json:"master"`
	// Period is the time it is about.
	Period civil.Period `json:"period"`
	// Usage is what the master meter counted (总表用量).
	Usage measure.Quantity `json:"usage"`
	// Subs is what the meters behind it counted together (分表合计).
	Subs measure.Quantity `json:"subs"`
	// Lost is the difference; negative where the meters behind counted more.
	Lost measure.Quantity `json:"lost"`
	// Children is how many meters stood behind it for some of the days.
	Children int `json:"children"`
}

// Loss returns what a master meter counted on some days more than the meters right behind it, by the
// readings known on a day. A meter that was in place for some of the days only counts for those.
//
// Errors: those of [Log.Quantity], for the master meter or one behind it; a sum that does not fit.
func (l *Log) Loss(r Ref, days civil.Period, known civil.Date) (Loss, error) {
	if !l.has(r) {
		return Loss{}, invalid.Value(ErrNoMeter)
	}
	x := Loss{Master: l.Code(r), Period: days, Subs: measure.NewQuantity(0, l.Measures(r))}
	var err error
	if x.Usage, err = l.total(r, days, known); err != nil {
		return Loss{}, err
	}
	for child := range l.Children(r) {
		part, ok := l.meters[child].inPlace().Intersect(days)
		if !ok {
			continue
		}
		used, err := l.total(child, part, known)
		if err != nil {
			return Loss{}, err
		}
		if x.Subs, err = x.Subs.Add(used); err != nil {
			return Loss{}, err
		}
		x.Children++
	}
	x.Lost = measure.NewQuantity(x.Usage.Units()-x.Subs.Units(), x.Usage.Unit()) // both ≥ 0
	return x, nil
}

// Exceeds reports whether the loss is more than a part of the master meter's usage: 0.05 for 5 %. It
// is exact. A negative loss exceeds nothing, and a limit below 0 is 0.
func (x Loss) Exceeds(limit measure.Quantity) bool {
	return x.Lost.Sign() > 0 && exceeds(x.Lost.Units(), perOne, max(x.Usage.Units(), 0), max(limit.Units(), 0))
}

// Verify reports a loss that is not the difference of its usages.
func (x Loss) Verify(l *invalid.List) {
	if x.Usage.Sign() < 0 || x.Subs.Sign() < 0 || x.Lost != measure.NewQuantity(x.Usage.Units()-x.Subs.Units(), x.Usage.Unit()) ||
		x.Subs.Unit() != x.Usage.Unit() {
		l.At("lost").Add(ErrLost, x.Lost.String(), x.Usage.String(), x.Subs.String())
	}
}

// Why derives the loss.
func (x Loss) Why() explain.Step {
	unit := x.Usage.Unit().String()
	subs := minus(x.Subs)
	subs.Unit = unit
	return explain.Sum(labelLost,
		explain.Given(labelMaster, figure(x.Usage, unit), x.Master),
		explain.Given(labelSubs, subs),
	).WithArgs(x.Master, x.Period.Start.String(), x.Period.Last().String()).As(figure(x.Lost, unit))
}
