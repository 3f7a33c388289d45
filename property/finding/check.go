package finding

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
)

// Check reports every problem of the policy by itself; whether the calendars it names exist, [Compile] reports.
func (p Policy) Check(l *invalid.List) {
	required(l, "code", p.Code)
	required(l, "calendar", p.Calendar)
	l.Enter("limits")
	for i, t := range p.Limits {
		l.EnterIndex(i)
		t.check(l)
		l.Leave()
	}
	l.Leave()
	p.checkPenalties(l)
	l.Enter("repeat")
	p.Repeat.check(l)
	l.Leave()
	if p.PointStep.IsSet() && p.PointStep.Sign() <= 0 {
		l.At("pointStep").Add(ErrPositive, p.PointStep.String())
	}
	l.Enter("rounding")
	p.Rounding.Check(l)
	l.Leave()
}

func required(l *invalid.List, field, text string) {
	if text == "" {
		l.At(field).Add(invalid.ErrRequired, field)
	}
}

func checkNames(l *invalid.List, field string, names []string) {
	seen := make(map[string]bool, len(names))
	for i, name := range names {
		switch {
		case name == "":
			l.At(field, i).Add(invalid.ErrRequired, field)
		case seen[name]:
			l.At(field, i).Add(ErrTwice, invalid.Quote(name))
		}
		seen[name] = true
	}
}

func (t Limit) check(l *invalid.List) {
	checkNames(l, "kinds", t.Kinds)
	checkNames(l, "severities", t.Severities)
	t.Rest.Check(l, "rest")
	if !t.Within.IsZero() && !isDays(t.Within) {
		l.At("within").Add(ErrDays, t.Within.String())
	}
}

// isDays reports whether a span is of days and months alone, or of working days alone.
func isDays(s civil.Span) bool {
	return s.Seconds() == 0 && (s.Workdays() == 0 || s.Days() == 0 && s.Months() == 0)
}

func (p Policy) checkPenalties(l *invalid.List) {
	currency := p.currency()
	l.Enter("penalties")
	for i, t := range p.Penalties {
		l.EnterIndex(i)
		t.check(l)
		if t.hasAmount() && t.Amount.Currency() != currency {
			l.At("amount").Add(ErrCurrencies, t.Amount.Currency().String(), currency.String())
		}
		l.Leave()
	}
	l.Leave()
}

// currency returns that of the first penalty in money, the zero one if there is none.
func (p Policy) currency() money.Currency {
	for _, t := range p.Penalties {
		if t.hasAmount() {
			return t.Amount.Currency()
		}
	}
	return money.Currency{}
}

func (t Penalty) hasAmount() bool { return t.Amount != money.Amount{} }

func (t Penalty) check(l *invalid.List) {
	checkNames(l, "kinds", t.Kinds)
	checkNames(l, "severities", t.Severities)
	if t.On == 0 {
		l.At("on").Add(invalid.ErrRequired, "on")
	}
	triggerWords().Check(l, "on", uint8(t.On))
	if !t.Points.IsSet() && !t.hasAmount() {
		l.Add(ErrNothing)
	}
	if t.Points.Sign() < 0 {
		l.At("points").Add(ErrNegative, t.Points.String())
	}
	if t.Amount.Sign() < 0 {
		l.At("amount").Add(ErrNegative, t.Amount.String())
	}
}

func (r Repeat) check(l *invalid.List) {
	if !r.Factor.IsSet() {
		if r.EachTime || r.Most.IsSet() {
			checkOpen(l, r.Open)
		}
		return
	}
	if !r.Factor.Decimal().GreaterThan(one().Decimal()) {
		l.At("factor").Add(ErrFactor, r.Factor.String())
	}
	if r.Most.IsSet() && r.Most.Decimal().LessThan(r.Factor.Decimal()) {
		l.At("most").Add(ErrMost, r.Most.String(), r.Factor.String())
	}
}

// checkOpen reports a factor that is neither given nor said to be open.
func checkOpen(l *invalid.List, open bool) {
	if !open {
		l.At("factor").Add(invalid.ErrRequired, "factor")
	}
}

func one() metric.Figure { return metric.MustParseFigure("1") }
