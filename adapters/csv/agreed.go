package csv

import (
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// agreedCells are what a row of a table of tenancies says of the one fee that a tenancy agrees.
type agreedCells struct {
	fee                 string
	price               money.Price
	rate                money.Rate
	hasPrice, hasRate   bool // 0 is a number, an empty cell is none
	months              int
	freeStart, freeLast civil.Date // freeLast is the last day
}

// isZero reports whether the row says nothing but the fee.
func (a agreedCells) isZero() bool {
	a.fee = ""
	return a == agreedCells{}
}

func setAgreedPrice(d *draft, s string) (err error) {
	d.agreed.price, err = money.ParsePrice(s)
	d.agreed.hasPrice = true
	return err
}

// setEscalationRate reads 5% or 0.05. A plain 5 could be either 5 % or 500 %; only a mapping
// that multiplies can say which.
func setEscalationRate(d *draft, s string) (err error) {
	d.agreed.rate, err = money.ParseRate(s)
	d.agreed.hasRate = true
	return err
}

// checkBareRate reports a rate of 1 and more that is neither a percentage nor made by a mapping.
func checkBareRate(text string, scaled bool) error {
	if rate, err := money.ParseRate(text); err == nil && !scaled && rate.Cmp(money.One()) >= 0 {
		return invalid.Value(ErrBareRate, invalid.Quote(text))
	}
	return nil
}

// takeAgreed adds the fee that the row agrees to its tenancy. A fee that the mapping gives
// every row is agreed where there is more than the fee.
func (r *reader) takeAgreed(t *property.Tenancy) {
	a := r.draft.agreed
	if a.isZero() && (a.fee == "" || r.feeOfAll) {
		return
	}
	out := property.Agreed{Fee: a.fee}
	if a.hasPrice {
		out.Prices = civil.Always(property.AgreedPrice{Price: a.price, Escalation: a.escalation()})
	}
	switch {
	case a.freeStart.IsZero() && a.freeLast.IsZero():
	case a.freeStart.IsZero():
		r.badField("freeStart", invalid.ErrRequired, "freeStart")
	case a.freeLast.IsZero():
		r.badField("freeLast", invalid.ErrRequired, "freeLast")
	default:
		out.Free = []civil.Period{{Start: a.freeStart, End: a.freeLast.AddDays(1)}}
	}
	t.Agreed = []property.Agreed{out}
}

// escalation returns how the price rises; nil for a rate of 0 and where there is none.
func (a agreedCells) escalation() *property.Escalation {
	if a.hasRate && a.rate.IsZero() || !a.hasRate && a.months == 0 {
		return nil
	}
	return &property.Escalation{Rate: a.rate, Every: a.months}
}

// agreedName returns the field a path below a tenancy's agreed fee is called in a table of
// tenancies.
func agreedName(path string) string {
	switch {
	case strings.HasSuffix(path, ".fee"):
		return "agreedFee"
	case strings.HasSuffix(path, ".every"):
		return "escalationMonths"
	case strings.Contains(path, ".escalation"):
		return "escalationRate"
	case strings.HasSuffix(path, ".end"):
		return "freeLast"
	case strings.Contains(path, ".free"):
		return "freeStart"
	default:
		return "agreedPrice"
	}
}
