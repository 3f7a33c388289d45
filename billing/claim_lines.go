package billing

import (
	"slices"

	"github.com/wuyekit/wuye/property"
)

// claims appends the lines of the unit's claims.
func (c *Cursor) claims(dst []Line, u property.Ref, a *about) []Line {
	for _, claim := range a.claims {
		on := claim.line.Period.Start
		payer, known := claim.payer, claim.party
		if !known {
			payer, known = claim.payers.At(u, on)
		}
		if !known {
			c.hold(ErrNoPayer, on.String(), claim.code)
			continue
		}
		exact, fits := claim.line.Facts.Quoted.exact()
		minor, err := claim.round(exact, 1)
		if !fits || err != nil {
			c.hold(ErrAmountTooLarge, claim.code, on.String())
			continue
		}
		dst = append(dst, claim.line)
		line := &dst[len(dst)-1]
		facts := *claim.line.Facts.Quoted
		facts.Items = slices.Clone(facts.Items)
		line.Facts = LineFacts{Quoted: &facts}
		c.payers = append(c.payers, payer)
		c.put(line, &claim.taxed, c.run.reg.PayerKey(payer), minor)
	}
	return dst
}
