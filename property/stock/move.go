package stock

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Log is the moves of a store (出入库记录). It is a document; [Store.Replay] reads its moves.
type Log struct {
	// Moves are the entries, in any order.
	Moves []Move `json:"moves"`
}

// Move is one entry of the log (出入库单). It is never changed or deleted.
type Move struct {
	// Seq is its number, from 1, in the order of recording; [Store.Append] gives it.
	Seq int64 `json:"seq"`
	// On is the day on which it happened, which may be before that of moves recorded earlier.
	On civil.Date `json:"on"`
	// Kind is what it does.
	Kind Kind `json:"kind"`
	// Item is the code of what is moved.
	Item string `json:"item"`
	// Quantity is how much, above zero; of a count what was found, which may be zero. A reversal has none: it undoes the
	// whole move.
	Quantity measure.Quantity `json:"quantity,omitzero"`
	// Place is where it is taken from, put, or counted. It may be left out where the item is kept at one place only; a
	// return goes back to where the issue took it from.
	Place string `json:"place,omitempty"`
	// To is where a transfer puts it.
	To string `json:"to,omitempty"`
	// Lot is the batch (批号). A receipt may name one; any other move takes the lot that it names, else lots in the order
	// of the item.
	Lot string `json:"lot,omitempty"`
	// Expires is the last day on which the lot may be used (有效期至). A receipt of an item that expires gives it; any other
	// move may choose stock by it.
	Expires civil.Date `json:"expires,omitzero"`
	// Person is who received it (领用人), or brought it.
	Person string `json:"person,omitempty"`
	// Ref is what it was for or came with: a work order (工单), an order, a delivery note. An issue names a person or a
	// reference.
	Ref string `json:"ref,omitempty"`
	// Position is where an issued part is fitted (安装部位): "lift-3 rope". A later issue of the item to the position
	// replaces the part; one of fewer leaves [Part.Missing] a rest.
	Position string `json:"position,omitempty"`
	// Reason says why (原因). What is scrapped or reversed needs one; a count that differs should have one.
	Reason string `json:"reason,omitempty"`
	// Of is the number of the move that a return gives back from, or that a reversal undoes.
	Of int64 `json:"of,omitempty"`
}

// Check reports every problem that moves have by themselves; what needs the catalogue and the balance, [Store.Replay]
// reports.
func (g Log) Check(l *invalid.List) {
	l.Enter("moves")
	seen := make(map[int64]bool, len(g.Moves))
	for i := range g.Moves {
		l.EnterIndex(i)
		g.Moves[i].Check(l)
		if seq := g.Moves[i].Seq; seq > 0 && seen[seq] {
			l.At("seq").Add(ErrSeqTwice, number(seq))
		} else {
			seen[seq] = true
		}
		l.Leave()
	}
	l.Leave()
}

// Check reports every problem of the move by itself.
func (m *Move) Check(l *invalid.List) {
	if m.Seq < 1 {
		l.At("seq").Add(ErrSeq, number(m.Seq))
	}
	if m.On.IsZero() {
		l.At("on").Add(invalid.ErrRequired, "on")
	}
	if m.Item == "" {
		l.At("item").Add(invalid.ErrRequired, "item")
	}
	if m.Kind == 0 {
		l.At("kind").Add(invalid.ErrRequired, "kind")
		return
	}
	if int(m.Kind) > len(kindWords()) {
		kindWords().Check(l, "kind", uint8(m.Kind))
		return
	}
	checkCode(l, "lot", m.Lot, false)
	checkCode(l, "position", m.Position, false)
	m.checkQuantity(l)
	m.checkNeeded(l)
	m.checkStray(l)
}

func (m *Move) checkQuantity(l *invalid.List) {
	switch unset := isUnset(m.Quantity); {
	case m.Kind == Reversed:
		if !unset {
			l.At("quantity").Add(ErrStray, "quantity", m.Kind.String())
		}
	case unset:
		l.At("quantity").Add(invalid.ErrRequired, "quantity")
	case m.Quantity.Sign() < 0:
		l.At("quantity").Add(ErrNegative, m.Quantity.String())
	case m.Quantity.IsZero() && m.Kind != Counted:
		l.At("quantity").Add(ErrZero)
	}
}

// checkNeeded reports what a move of the kind does not say and must.
func (m *Move) checkNeeded(l *invalid.List) {
	need := func(field string, missing bool) {
		if missing {
			l.At(field).Add(invalid.ErrRequired, field)
		}
	}
	switch m.Kind {
	case Issued:
		if m.Person == "" && m.Ref == "" {
			l.Add(ErrReceiver)
		}
	case Scrapped:
		need("reason", m.Reason == "")
	case Transferred:
		need("to", m.To == "")
	case Returned:
		need("of", m.Of == 0)
	case Reversed:
		need("of", m.Of == 0)
		need("reason", m.Reason == "")
	case Received, Counted:
	}
}

// checkStray reports fields that have no meaning in a move of the kind: a wrong one would otherwise pass unread.
func (m *Move) checkStray(l *invalid.List) {
	stray := func(field string, set bool) {
		if set {
			l.At(field).Add(ErrStray, field, m.Kind.String())
		}
	}
	stray("to", m.To != "" && m.Kind != Transferred)
	stray("position", m.Position != "" && m.Kind != Issued)
	stray("of", m.Of != 0 && m.Kind != Returned && m.Kind != Reversed)
	if m.Kind == Reversed {
		stray("place", m.Place != "")
		stray("lot", m.Lot != "")
		stray("expires", !m.Expires.IsZero())
	}
}
