package standard

import (
	"math"

	"github.com/wuyekit/wuye/property/invalid"
)

// presenceJudge judges for every subject of a kind whether its documents exist and hold.
type presenceJudge struct {
	per       string
	where     conditions
	documents []askedKind
	valid     Validity
	atLeast   int
	atMost    int // −1: as many as there are
}

func (c *compiler) presence(d *Presence) *presenceJudge {
	subject := c.subjects(d.Per)
	j := presenceJudge{per: d.Per, valid: d.Valid, atLeast: 1, atMost: -1}
	j.where = c.conditions("where", d.Where, nil, subject)
	j.documents = c.askedKinds("documents", d.Documents, d.With, d.Per, subject)
	validityWords().Check(c.list, "valid", uint8(d.Valid))
	if n, ok := c.howMany("atLeast", d.AtLeast); ok {
		j.atLeast = n
	}
	if n, ok := c.howMany("atMost", d.AtMost); ok {
		j.atMost = n
		if n < j.atLeast {
			c.at("atMost").Add(ErrBounds, d.AtMost, invalid.Quote(d.AtLeast))
		}
	}
	if j.atLeast == 0 && d.AtMost == "" {
		c.at("atLeast").Add(ErrHowMany, invalid.Quote(d.AtLeast), "1")
	}
	return &j
}

// howMany reads a whole number that is not below 0.
func (c *compiler) howMany(field, value string) (int, bool) {
	n := c.number(field, value)
	if !n.IsSet() {
		return 0, false
	}
	if !n.IsWhole() || n.Sign() < 0 || n.Decimal().IntPart() > math.MaxInt32 {
		c.at(field).Add(ErrHowMany, invalid.Quote(value), "0")
		return 0, false
	}
	return int(n.Decimal().IntPart()), true
}

func (j *presenceJudge) rows(x *run, yield func(*Row) bool) {
	s := seeking{presenceJudge: j, x: x, yield: yield}
	x.population(j.per, s.subject)
}
