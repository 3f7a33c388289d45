package stock

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/measure"
)

// The labels of derivations.
const (
	labelBalance  explain.Label = "stock/balance: %[1]s at %[2]s, lot %[3]s"
	labelBrought  explain.Label = "stock/brought: brought forward from %[1]s moves, the last on %[2]s"
	labelShort    explain.Label = "stock/short: %[1]s at %[2]s: below the minimum"
	labelUsable   explain.Label = "stock/usable: there and in date"
	labelMinimum  explain.Label = "stock/minimum: minimum"
	labelNoLimit  explain.Label = "stock/no-minimum: %[1]s at %[2]s: nobody has said what the minimum is"
	labelOrder    explain.Label = "stock/order: to order of %[1]s for %[2]s"
	labelLacking  explain.Label = "stock/lacking: lacking"
	labelUpTo     explain.Label = "stock/up-to: fill up to"
	labelLess     explain.Label = "stock/less: to be taken off"
	labelExpired  explain.Label = "stock/is-expired: %[1]s at %[2]s: out of date"
	labelAsOf     explain.Label = "stock/as-of: the day that is asked about"
	labelLastDay  explain.Label = "stock/last-day: the last day on which it may be used"
	labelVariance explain.Label = "stock/difference: found less booked, %[1]s at %[2]s"
	labelFound    explain.Label = "stock/found: found"
	labelBooked   explain.Label = "stock/booked: booked"
	labelClosing  explain.Label = "stock/closing: stock at the end of %[3]s, %[1]s at %[2]s"
	labelOpening  explain.Label = "stock/opening: stock before"
	labelReceived explain.Label = "stock/received: received"
	labelReturned explain.Label = "stock/returned: given back"
	labelIn       explain.Label = "stock/in: from other places"
	labelIssued   explain.Label = "stock/issued: issued"
	labelScrapped explain.Label = "stock/scrapped: scrapped"
	labelOut      explain.Label = "stock/out: to other places"
	labelCounted  explain.Label = "stock/variance: found when counting"
	labelWorn     explain.Label = "stock/worn: %[1]s at %[2]s: its use is over"
	labelOld      explain.Label = "stock/old: %[1]s at %[2]s: its time is over"
	labelServed   explain.Label = "stock/replace: %[1]s at %[2]s: to be replaced"
	labelDue      explain.Label = "stock/due: the end of %[1]s from %[2]s"
	labelUse      explain.Label = "stock/use: used since it was fitted"
	labelNow      explain.Label = "stock/now: the meter now"
	labelFitted   explain.Label = "stock/fitted: the meter when it was fitted"
	labelLifeUse  explain.Label = "stock/life-use: what it stands"
	labelNoUse    explain.Label = "stock/no-use: %[1]s at %[2]s: its use is not known (%[3]s)"
	labelRest     explain.Label = "stock/rest: %[1]s at %[2]s: fewer were fitted than were there, and nobody said what became of the rest"
)

// The labels of the changes that a balance is made of.
const (
	labelMoveReceived    explain.Label = "stock/move-received: received on %[1]s, move %[2]s"
	labelMoveIssued      explain.Label = "stock/move-issued: issued on %[1]s, move %[2]s"
	labelMoveReturned    explain.Label = "stock/move-returned: given back on %[1]s, move %[2]s"
	labelMoveScrapped    explain.Label = "stock/move-scrapped: scrapped on %[1]s, move %[2]s"
	labelMoveTransferred explain.Label = "stock/move-transferred: transferred on %[1]s, move %[2]s"
	labelMoveCounted     explain.Label = "stock/move-counted: found when counting on %[1]s, move %[2]s"
	labelMoveReversed    explain.Label = "stock/move-reversed: undone on %[1]s, move %[2]s"
)

// label says what a change of the kind is.
func (k Kind) label() explain.Label {
	labels := [...]explain.Label{
		"", labelMoveReceived, labelMoveIssued, labelMoveReturned, labelMoveScrapped, labelMoveTransferred, labelMoveCounted,
		labelMoveReversed,
	}
	return labels[k]
}

// maxShown is how many changes a derivation shows one by one.
const maxShown = 10_000

func value(q measure.Quantity) explain.Value {
	return explain.Decimal(string(q.AppendNumber(nil)), q.Unit().String())
}

func day(d civil.Date) explain.Value { return explain.Value{Text: d.String()} }

// less returns a quantity that is taken off.
func less(q measure.Quantity, label explain.Label) explain.Step {
	return explain.Product(labelLess, explain.Given("", explain.Decimal("-1", "")), explain.Given(label, value(q)))
}

// Why returns how a balance of the ledger came about, the sum of all its moves, and false where there is no such balance.
// Beyond 10,000 changes the earlier ones stand as one figure, brought forward.
func (l *Ledger) Why(b Balance) (explain.Step, bool) {
	item, ok := l.store.index[b.Item]
	if !ok {
		return explain.Step{}, false
	}
	c, err := l.store.place(item, b.Place)
	t, known := l.lots.find(lot{item, b.Lot, b.Expires})
	if err != nil || !known || l.lots.at(l.layers[c], l.store.items[item].order(), t) != b.Quantity.Units() {
		return explain.Step{}, false
	}
	var own []*effect
	for i := range l.effects {
		if e := &l.effects[i]; e.cell == c && e.lot == t {
			own = append(own, e)
		}
	}
	if len(own) == 0 || b != l.balance(c, layer{t, b.Quantity.Units()}) {
		return explain.Step{}, false
	}
	steps := l.brought(item, own)
	for _, e := range own[max(0, len(own)-maxShown):] {
		m := &l.moves[e.move]
		step := explain.Given(m.Kind.label(), value(l.store.quantity(item, e.n)), m.On.String(), number(m.Seq))
		steps = append(steps, step.From(m.Ref))
	}
	return explain.Sum(labelBalance, steps...).As(value(b.Quantity)).WithArgs(b.Item, b.Place, b.lot()), true
}

// brought returns the changes that are too many to be shown as one figure.
func (l *Ledger) brought(item int32, own []*effect) []explain.Step {
	early := own[:max(0, len(own)-maxShown)]
	if len(early) == 0 {
		return nil
	}
	n := int64(0)
	for _, e := range early {
		n += e.n
	}
	last := l.moves[early[len(early)-1].move].On.String()
	return []explain.Step{explain.Given(labelBrought, value(l.store.quantity(item, n)), number(int64(len(early))), last)}
}

// lot names the lot in words: its number, else its date, else nothing.
func (b Balance) lot() string {
	switch {
	case b.Lot != "":
		return b.Lot
	case !b.Expires.IsZero():
		return b.Expires.String()
	}
	return "–"
}

// Why returns how the state came about: "true" if the stock is below its minimum. Without a minimum it is "unknown".
func (v Level) Why() explain.Step {
	if v.State == Unknown {
		return explain.Given(labelNoLimit, explain.Value{Text: v.State.String()}, v.Item, v.Place)
	}
	usable, minimum := explain.Given(labelUsable, value(v.Usable)), explain.Given(labelMinimum, value(v.Minimum))
	return explain.Compare(labelShort, usable, "<", minimum).As(truth(v.State == Short)).WithArgs(v.Item, v.Place)
}

// WhyOrder returns how much to order and how that came about: what lacks, in whole packs; and false where nothing is to be
// ordered.
//
// Rounding: up to a multiple of the pack, if there is one.
func (v Level) WhyOrder() (explain.Step, bool) {
	if v.State != Short {
		return explain.Step{}, false
	}
	step := explain.Sum(labelLacking, explain.Given(labelUpTo, value(v.UpTo)), less(v.Usable, labelUsable))
	if isUnset(v.Pack) {
		step.Label = labelOrder
	} else {
		step = explain.Round(labelOrder, step, "ceiling", string(v.Pack.AppendNumber(nil)))
	}
	return step.As(value(v.Order)).WithArgs(v.Item, v.Place), true
}

// Why returns whether the stock is out of date and how that came about.
func (e Expiry) Why() explain.Step {
	return explain.Compare(labelExpired, explain.Given(labelAsOf, day(e.AsOf)), ">", explain.Given(labelLastDay, day(e.Expires))).
		As(truth(e.Expired)).WithArgs(e.Item, e.Place)
}

// Why returns the difference and how it came about.
func (d Difference) Why() explain.Step {
	return explain.Sum(labelVariance, explain.Given(labelFound, value(d.Found)), less(d.Booked, labelBooked)).
		As(value(d.Difference)).WithArgs(d.Item, d.Place)
}

// Why returns the closing stock and how it came about from the opening one.
func (t Turnover) Why() explain.Step {
	given := func(label explain.Label, q measure.Quantity) explain.Step { return explain.Given(label, value(q)) }
	return explain.Sum(labelClosing,
		given(labelOpening, t.Opening), given(labelReceived, t.Received), given(labelReturned, t.Returned), given(labelIn, t.In),
		less(t.Issued, labelIssued), less(t.Scrapped, labelScrapped), less(t.Out, labelOut), given(labelCounted, t.Variance),
	).As(value(t.Closing)).WithArgs(t.Item, t.Place, t.Period.Last().String())
}

// Why returns whether the part is to be replaced and how that came about, by the limit that decides; "unknown" where its use
// is not known.
func (p Part) Why() explain.Step {
	switch {
	case p.State == WearUnknown && p.Missing == missingRest:
		return explain.Given(labelRest, explain.Value{Text: p.State.String()}, p.Item, p.Position)
	case p.State == WearUnknown:
		return explain.Given(labelNoUse, explain.Value{Text: p.State.String()}, p.Item, p.Position, p.Missing)
	}
	var limits []explain.Step
	decides := 0
	if !p.Due.IsZero() {
		due := explain.Given(labelDue, day(p.Due), p.Life.String(), p.Fitted.String())
		limits = append(limits, explain.Compare(labelOld, explain.Given(labelAsOf, day(p.AsOf)), ">=", due).WithArgs(p.Item, p.Position))
	}
	if !isUnset(p.LifeUse) && p.Missing == "" {
		use := explain.Sum(labelUse, explain.Given(labelNow, value(p.To)), less(p.From, labelFitted)).As(value(p.Use))
		if p.isUsedUp() && !p.isOld() {
			decides = len(limits)
		}
		limits = append(limits, explain.Compare(labelWorn, use, ">=", explain.Given(labelLifeUse, value(p.LifeUse))).WithArgs(p.Item, p.Position))
	}
	return explain.Pick(labelServed, decides, limits...).As(truth(p.State == Due)).WithArgs(p.Item, p.Position)
}

func truth(b bool) explain.Value {
	if b {
		return explain.Value{Text: "true"}
	}
	return explain.Value{Text: "false"}
}
