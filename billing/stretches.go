package billing

import (
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// piece is a stretch of days of one charge, with the step its price is from.
type piece struct {
	period   civil.Period
	quantity measure.Quantity
	payer    property.Payer
	step     *step
}

// continues reports whether q goes on where p ends, with nothing changed.
func (p *piece) continues(q *piece) bool {
	return p.period.End == q.period.Start && p.quantity == q.quantity && p.payer == q.payer &&
		p.step.price == q.step.price && p.step.rate == q.step.rate
}

// parts appends the lines of a charge that something changes in.
func (c *Cursor) parts(dst []Line, t *tariff, u property.Ref, month civil.Period, steps []step) []Line {
	c.pieces = c.pieces[:0]
	for i := range steps {
		if !c.cut(t, u, &steps[i]) {
			return dst
		}
	}
	of := uint16(month.Days())
	before, charged := Exact{}, int64(0)
	for i := range c.pieces {
		p := &c.pieces[i]
		exact, ok1 := product(uint64(p.quantity.Units()), uint64(p.step.price.Micro()), one, uint32(p.period.Days()))
		sum, ok2 := before.plus(exact)
		total, err := t.round(sum, of)
		if !ok1 || !ok2 || err != nil {
			c.hold(ErrAmountTooLarge, t.code, p.period.Start.String())
			return dst
		}
		dst = append(dst, p.step.line)
		line := &dst[len(dst)-1]
		line.Period = p.period
		line.Facts.Product.Days = uint16(p.period.Days())
		line.Facts.Product.Before = before
		c.payers = append(c.payers, p.payer)
		c.put(line, p.step, c.run.reg.PayerKey(p.payer), p.quantity, total-charged)
		before, charged = sum, total
	}
	return dst
}

// cut adds the stretches of one step, cut where the unit changes; neighbours in which
// nothing differs are one. It stops at the first that cannot be charged.
func (c *Cursor) cut(t *tariff, u property.Ref, s *step) bool {
	start := s.period.Start
	for i := 0; ; i++ {
		end := s.period.End
		if i < len(c.changes) {
			if c.changes[i] <= start {
				continue
			}
			end = min(end, c.changes[i])
		}
		if !c.addPiece(t, u, s, civil.Period{Start: start, End: end}) {
			return false
		}
		if end == s.period.End {
			return true
		}
		start = end
	}
}

func (c *Cursor) addPiece(t *tariff, u property.Ref, s *step, p civil.Period) bool {
	quantity, ok1 := c.quantity(t, u, p.Start)
	payer := c.payer(t, u, p.Start)
	if !ok1 || !payer.known {
		c.explainMissing(t, p.Start, ok1, payer.known)
		return false
	}
	fresh := piece{p, quantity, payer.payer, s}
	if n := len(c.pieces) - 1; n >= 0 && c.pieces[n].continues(&fresh) {
		c.pieces[n].period.End = p.End
		return true
	}
	c.pieces = append(c.pieces, fresh)
	return true
}
