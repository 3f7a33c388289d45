package parking

import (
	"strconv"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// Announce returns the sentence that tells the driver the minutes and what is due, in the printer's
// language: 您的车计费停车155分钟,请交停车费15.00元. Who owes nothing is wished a good journey. The
// printer's catalogue holds [Messages].
//
// Source: rules BILL-17, BILL-18 and BILL-S04.
func (f Fee) Announce(p *message.Printer) string {
	minutes := strconv.Itoa(f.Minutes)
	switch {
	case f.Exempt != "":
		return fill(p, textExempt)
	case f.Due.Sign() > 0:
		return fill(p, textAnnounce, minutes, f.spoken(p, f.Due))
	case f.Amount.Sign() > 0:
		return fill(p, textPaidUp, minutes, f.spoken(p, f.Amount))
	default:
		return fill(p, textNoFee, minutes)
	}
}

// spoken returns an amount as it is said: 15.00元, and with its code in other currencies.
func (f Fee) spoken(p *message.Printer, a money.Amount) string {
	number := string(a.AppendNumber(nil))
	if code := a.Currency().String(); code != "CNY" {
		return number + " " + code
	}
	return fill(p, textYuan, number)
}

func fill(p *message.Printer, l explain.Label, args ...any) string {
	return p.Sprintf(message.Key(l.ID(), l.English()), args...)
}
