package standard

import (
	"math"
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// presenceJudge judges for every subject of a kind whether its documents exist and hold.
type presenceJudge struct {
	per       string
	where     conditions
	documents []document
	valid     Validity
	atLeast   int
	atMost    int // −1: as many as there are
}

// document is a kind of records of which there must be some.
type document struct {
	kind string
	of   string // the kind of subjects whose fields the conditions may read, where it is of the estate
	with conditions
}

func (c *compiler) presence(d *Presence) *presenceJudge {
	subject := c.subjects(d.Per)
	j := presenceJudge{per: d.Per, valid: d.Valid, atLeast: 1, atMost: -1}
	j.where = c.conditions("where", d.Where, nil, subject)
	j.documents = c.documents(d, subject)
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

// documents compiles the kinds of documents, each with the conditions on it.
func (c *compiler) documents(d *Presence, subject *Kind) []document {
	if len(d.Documents) == 0 {
		c.at("documents").Add(ErrFew, "1")
	}
	var out []document
	for i, code := range d.Documents {
		var kind *Kind
		c.within("documents", i, func() {
			kind = c.records("", code)
			c.fits("", kind, subject)
			if slices.Contains(d.Documents[:i], code) {
				c.at("").Add(ErrTwice, invalid.Quote(code))
			}
		})
		if kind == nil {
			continue
		}
		doc, of := document{kind: code}, subject
		if d.Per == "" {
			of = c.ofKind(kind)
			doc.of = kindCode(of)
		}
		doc.with = c.conditions("with", d.With, kind, of)
		out = append(out, doc)
	}
	return out
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
