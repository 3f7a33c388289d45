package meter

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Segment is the usage between two readings of a register that follow one another (抄表区间).
type Segment struct {
	// Band is the time-of-use band, of a meter that has bands.
	Band string `json:"band,omitempty"`
	// Serial is the number on the device.
	Serial string `json:"serial,omitempty"`
	// Period is the time between the two readings.
	Period civil.Period `json:"period"`
	// From is what the register showed at the start (上期示数).
	From measure.Quantity `json:"from"`
	// To is what it showed at the end (本期示数).
	To measure.Quantity `json:"to"`
	// Range is where the register began at 0 again, if it did in that time.
	Range measure.Quantity `json:"range,omitzero"`
	// Multiplier is what the register is multiplied by (倍率).
	Multiplier measure.Quantity `json:"multiplier"`
	// Usage is what was used in the whole period, in the meter's unit.
	Usage measure.Quantity `json:"usage"`
	// Source is how the value at the end came about.
	Source Source `json:"source"`
}

// In returns the part of the usage that falls into some days; nothing if none of them do.
//
// Rounding: the usage is spread evenly; what was used up to a day is rounded to ten-thousandths, half
// up, and the part is the difference. The parts of any cut of the period add up to the usage.
func (s Segment) In(days civil.Period) measure.Quantity {
	return measure.NewQuantity(share(s.Usage.Units(), s.Period, days), s.Usage.Unit())
}

// Verify reports where the segment contradicts itself: the usage must follow from what the register
// showed.
func (s Segment) Verify(l *invalid.List) {
	before := l.Len()
	s.checkPeriod(l)
	for _, f := range []struct {
		name string
		q    measure.Quantity
	}{{"from", s.From}, {"to", s.To}, {"range", s.Range}, {"multiplier", s.Multiplier}} {
		checkPlain(l, f.name, f.q)
	}
	if s.Source == 0 {
		l.At("source").Add(invalid.ErrRequired, "source")
	}
	sourceWords().Check(l, "source", uint8(s.Source))
	if l.Len() > before {
		return
	}
	if wrap := s.Range.Units(); wrap > 0 && (s.From.Units() >= wrap || s.To.Units() >= s.From.Units()) {
		l.At("range").Add(ErrRange, s.Range.String(), s.From.String(), s.To.String())
		return
	}
	moved := s.To.Units() - s.From.Units() + s.Range.Units() // below 2⁶³: From > To if there is a Range
	if used, ok := times(moved, s.Multiplier.Units()); !ok || used != s.Usage.Units() {
		l.At("usage").Add(ErrUsage, s.Usage.String(), s.From.String(), s.To.String(), s.Multiplier.String())
	}
}

func (s Segment) checkPeriod(l *invalid.List) {
	before := l.Len()
	l.Enter("period")
	defer l.Leave()
	s.Period.Check(l)
	if l.Len() == before && s.Period.IsOpen() {
		l.At("end").Add(invalid.ErrRequired, "end")
	}
}

// Why derives the usage of the whole period.
func (s Segment) Why() explain.Step {
	moved := []explain.Step{
		explain.Given(labelTo, figure(s.To, ""), s.Period.End.String()).From(s.Serial),
		explain.Given(labelFrom, minus(s.From), s.Period.Start.String()).From(s.Serial),
	}
	if !s.Range.IsZero() {
		moved = append(moved, explain.Given(labelRange, figure(s.Range, "")))
	}
	unit := s.Usage.Unit().String()
	label := labelUsage
	if s.Band != "" {
		label = labelUsageBand
	}
	return explain.Product(label,
		explain.Sum(labelMoved, moved...),
		explain.Given(labelMultiplier, figure(s.Multiplier, unit)),
	).WithArgs(s.of()...).As(figure(s.Usage, unit))
}

// WhyIn derives what [Segment.In] returns.
func (s Segment) WhyIn(days civil.Period) explain.Step {
	start, end := max(days.Start, s.Period.Start), s.Period.End
	if !days.IsOpen() {
		end = min(days.End, end)
	}
	unit := s.Usage.Unit().String()
	if start >= end {
		return explain.Given(labelNone, figure(measure.Quantity{}, unit), days.String())
	}
	part := s.whyUntil(end)
	if start > s.Period.Start {
		before := s.whyUntil(start)
		part = explain.Sum(labelPart, part,
			explain.Product(labelLess, before, explain.Given(labelMinus, explain.Decimal("-1", ""))),
		).WithArgs(start.String(), end.AddDays(-1).String())
	}
	return part.As(figure(s.In(days), unit))
}

// whyUntil derives what was used up to a day.
func (s Segment) whyUntil(day civil.Date) explain.Step {
	whole := s.Why()
	if day == s.Period.End {
		return whole
	}
	part := civil.Period{Start: s.Period.Start, End: day}
	return explain.Round(labelUntil,
		explain.Ratio(labelSpread,
			explain.Product("", whole, dayCount(part.Days())), dayCount(s.Period.Days())),
		"halfUp", "0.0001").WithArgs(day.AddDays(-1).String())
}

// of names the segment: its days, and its band if it has one.
func (s Segment) of() []string {
	days := []string{s.Period.Start.String(), s.Period.End.AddDays(-1).String()}
	if s.Band == "" {
		return days
	}
	return append(days, s.Band)
}
