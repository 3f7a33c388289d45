package parking

import (
	"slices"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// Why derives the amount from the parts of the stay, those that are alike once. It needs nothing but the
// fee; [explain.Step.Check] replays it.
func (f Fee) Why() explain.Step {
	until := f.Until
	if !f.SettledAt.IsZero() {
		until = f.SettledAt
	}
	args := []string{f.Card, wall(f.EnteredAt), wall(until)}
	if f.Exempt != "" {
		return explain.Given(labelExempt, amountValue(f.Amount), f.Card, f.Exempt).From(f.Terms.Source)
	}
	if len(f.Spans) == 0 {
		return explain.Given(labelNoTime, amountValue(f.Amount), args...)
	}
	var spans []explain.Step
	for _, g := range alike(f.Spans, sameSpan) {
		spans = append(spans, times(g.n, f.whySpan(g.first)))
	}
	sum := spans[0]
	if len(spans) > 1 {
		sum = explain.Sum(labelSum, spans...)
	}
	if f.Terms.Factor != money.One() {
		sum = explain.Product(labelTimesFactor, sum, explain.Given(labelFactor, explain.Decimal(f.Terms.Factor.String(), ""), f.Class))
	}
	mode, step := f.rounding()
	return explain.Round(labelFee, sum, mode, step).WithArgs(args...).As(amountValue(f.Amount))
}

// WhyDue derives what is still to be paid: the amount less what was paid, or nothing.
func (f Fee) WhyDue() explain.Step {
	left := explain.Sum(labelLeft, f.Why(), negated(labelPaid, f.Paid))
	return explain.Clamp(labelDue, left, explain.Given(labelNothing, f.currencyValue("0")), explain.Given(labelWhole, amountValue(f.Amount))).
		As(amountValue(f.Due))
}

// rounding returns the mode and step of the terms as a derivation writes them.
func (f Fee) rounding() (mode, step string) {
	r, err := f.Terms.Rounding.Compile(f.Amount.Currency())
	if err != nil {
		r = money.HalfUp()
	}
	return r.Mode().String(), string(f.Amount.With(r.Step()).AppendNumber(nil))
}

func (f Fee) whySpan(s Span) explain.Step {
	var parts []explain.Step
	for _, g := range alike(s.Parts, samePart) {
		parts = append(parts, times(g.n, f.whyPart(g.first)))
	}
	if len(parts) == 0 {
		return explain.Given(labelNothing, amountValue(s.Amount))
	}
	sum := parts[0]
	if len(parts) > 1 {
		sum = explain.Sum(labelParts, parts...).WithArgs(wall(s.Parts[0].From), wall(s.Parts[len(s.Parts)-1].To))
	}
	sum = sum.As(amountValue(s.Before))
	if f.Terms.Cap == nil {
		return sum
	}
	return explain.Clamp(f.Terms.Cap.Per.label(), sum, explain.Given(labelNothing, f.currencyValue("0")),
		explain.Given(labelCap, f.currencyValue(plain(f.Terms.Cap.Amount)))).As(amountValue(s.Amount))
}

// label names what a cap is for.
func (c CapPer) label() explain.Label {
	switch c {
	case FromEntry:
		return labelCapEntry
	case CalendarDay:
		return labelCapDay
	case WholeStay:
	}
	return labelCapStay
}

func (f Fee) whyPart(p Part) explain.Step {
	var r Rate
	if p.Rate >= 0 && p.Rate < len(f.Terms.Rates) {
		r = f.Terms.Rates[p.Rate]
	}
	args := []string{wall(p.From), wall(p.To), strconv.Itoa(p.Minutes), strconv.Itoa(p.Free), strconv.Itoa(p.Passed)}
	if p.Charged <= 0 {
		return explain.Given(labelUncharged, amountValue(p.Amount), args...)
	}
	if r.Free {
		return explain.Given(labelFreeRate, amountValue(p.Amount), args[:3]...)
	}
	var blocks []explain.Step
	if r.PerVisit != nil {
		blocks = []explain.Step{explain.Given(labelVisit, f.currencyValue(plain(r.PerVisit.Price)))}
	} else {
		blocks = f.whyBlocks(r, p, args)
	}
	step := blocks[0]
	if len(blocks) > 1 {
		step = explain.Sum(labelPart, blocks...).WithArgs(args[:2]...)
	}
	step = step.As(amountValue(p.Before))
	if r.Cap.Sign() == 0 {
		return step
	}
	return f.whyWindow(r, p, step)
}

// whyWindow puts a part under the cap of its window.
func (f Fee) whyWindow(r Rate, p Part, part explain.Step) explain.Step {
	limit := explain.Given(labelCap, f.currencyValue(plain(r.Cap)))
	nothing := explain.Given(labelNothing, f.currencyValue("0"))
	if p.Carried.Sign() == 0 {
		return explain.Clamp(labelCapWindow, part, nothing, limit).As(amountValue(p.Amount))
	}
	carried := explain.Given(labelCarried, amountValue(p.Carried))
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	together := explain.Clamp(labelCapWindow, explain.Sum(labelTogether, carried, part), nothing, limit)
	return explain.Sum(labelPart, together, explain.Product(labelLess, minus, explain.Clamp(labelCapWindow, carried, nothing, limit))).
		WithArgs(wall(p.From), wall(p.To)).As(amountValue(p.Amount))
}

// whyBlocks derives what charged minutes cost by blocks.
func (f Fee) whyBlocks(r Rate, p Part, args []string) []explain.Step {
	charged := explain.Given(labelMinutes, minutesValue(p.Charged), args[:3]...)
	if p.Charged != p.Minutes {
		charged = explain.Given(labelCharged, minutesValue(p.Charged), args...)
	}
	var out []explain.Step
	counted, first := charged, 0
	if r.First != nil {
		first = r.First.Minutes
		out = append(out, explain.Given(labelFirst, f.currencyValue(plain(r.First.Price)), strconv.Itoa(first)))
	}
	over := r.Over != nil && p.Charged > r.Over.AfterMinutes
	if over {
		counted = explain.Given(labelUpTo, minutesValue(r.Over.AfterMinutes))
	}
	if rest := min(p.Charged, afterOf(r)) - first; rest > 0 {
		if first > 0 {
			counted = explain.Sum(labelAfterFirst, counted, explain.Given(labelLessFirst, minutesValue(-first)))
		}
		out = append(out, f.whyUnits(counted, r.Unit))
	}
	if over {
		beyond := explain.Sum(labelBeyond, charged, explain.Given(labelLessUpTo, minutesValue(-r.Over.AfterMinutes)))
		out = append(out, f.whyUnits(beyond, &Block{r.Over.Minutes, r.Over.Price}))
	}
	return out
}

func afterOf(r Rate) int {
	if r.Over == nil {
		return never
	}
	return r.Over.AfterMinutes
}

// whyUnits derives minutes in blocks begun, times their price.
func (f Fee) whyUnits(minutes explain.Step, b *Block) explain.Step {
	if b == nil {
		return explain.Step{} // a fee that Verify refuses
	}
	size := explain.Given(labelBlock, minutesValue(b.Minutes))
	begun := explain.Round(labelBegun, explain.Ratio(labelBlocks, minutes, size), money.ModeCeiling.String(), "1")
	return explain.Product(labelUnits, begun, explain.Given(labelPrice, f.currencyValue(plain(b.Price))))
}

// group is a value and how often it came.
type group[T any] struct {
	first T
	n     int
}

// alike gathers equal values, in the order of the first of each.
func alike[T any](all []T, same func(a, b T) bool) []group[T] {
	var out []group[T]
	for _, x := range all {
		if i := slices.IndexFunc(out, func(g group[T]) bool { return same(g.first, x) }); i >= 0 {
			out[i].n++
		} else {
			out = append(out, group[T]{x, 1})
		}
	}
	return out
}

// samePart reports whether two parts are derived alike but for their time.
func samePart(a, b Part) bool {
	a.From, a.To = b.From, b.To
	return a == b
}

func sameSpan(a, b Span) bool {
	return a.Before == b.Before && a.Amount == b.Amount && slices.EqualFunc(a.Parts, b.Parts, samePart)
}

// times derives n of a step.
func times(n int, s explain.Step) explain.Step {
	if n == 1 {
		return s
	}
	return explain.Product(labelAlike, explain.Given(labelTimes, explain.Decimal(strconv.Itoa(n), "")), s)
}

func negated(l explain.Label, a money.Amount) explain.Step {
	minus := explain.Given(labelMinus, explain.Decimal("-1", ""))
	return explain.Product(labelLess, minus, explain.Given(l, amountValue(a)))
}

func (f Fee) currencyValue(text string) explain.Value {
	return explain.Decimal(text, f.Amount.Currency().String())
}

func amountValue(a money.Amount) explain.Value {
	return explain.Decimal(string(a.AppendNumber(nil)), a.Currency().String())
}

func minutesValue(n int) explain.Value { return explain.Decimal(strconv.Itoa(n), "min") }

// wall writes an instant as the wall clock shows it.
func wall(t time.Time) string { return t.Format("2006-01-02 15:04") }
