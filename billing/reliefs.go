package billing

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Reliefs are what lowers a charge for some units for some time (减免). Several together
// multiply; their product is rounded to a millionth, half up.
type Reliefs struct {
	// Vacancy lowers the charge of vacant units (空置房减免).
	Vacancy *VacancyRelief `json:"vacancy,omitempty"`
	// Gift frees units for a time after their handover (赠送).
	Gift *GiftRelief `json:"gift,omitempty"`
	// Suspension lowers the charge of units whose service is stopped on application (报停).
	Suspension *SuspensionRelief `json:"suspension,omitempty"`
	// HeatFault gives back what was charged for heat that did not come.
	HeatFault *HeatFaultRelief `json:"heatFault,omitempty"`
	// Prepayment is what an owner gains by paying ahead (预缴优惠).
	Prepayment *PrepaymentTerms `json:"prepayment,omitempty"`
}

// VacancyRelief charges vacant units a part.
//
// Source: DOMAIN-CN 1.5; local regulations differ, so numbers come from the contract or a policy.
type VacancyRelief struct {
	// Charge is the part still charged, 0.7 for 70 %.
	Charge decimal.Decimal `json:"charge,omitzero"`
	// Months is how long a unit must be vacant first. 0: from the first day.
	Months int `json:"months,omitempty"`
	// Policy names policy rows instead: key + ".charge" and, if there is one, key + ".months".
	// Where no row holds for the region there is no relief.
	Policy string `json:"policy,omitempty"`
	// Start is from when a unit that is vacant long enough is charged the part. Unset:
	// registration.
	Start VacancyStart `json:"start,omitzero"`
	// Unregistered says that vacancies need not be registered: from the handover on, the
	// relief follows who uses the unit according to the register.
	Unregistered bool `json:"unregistered,omitempty"`
}

// VacancyStart is from when a vacancy lowers the charge; zero means registration.
type VacancyStart uint8

// Starts of a vacancy relief.
const (
	// FromRegistration: from the day the vacancy was registered, but not before the unit was
	// vacant long enough (登记之日起).
	FromRegistration VacancyStart = iota + 1
	// FromReached: from the day the unit has been vacant long enough (满期之日起).
	FromReached
	// Retroactive: from the first vacant day, once the unit has been vacant long enough
	// (追溯至空置之日).
	Retroactive
)

func vacancyStartWords() invalid.Words {
	return invalid.Words{"registration", "reached", "retroactive"}
}

// String returns the word of the start.
func (s VacancyStart) String() string { return vacancyStartWords().Of("VacancyStart", uint8(s)) }

// MarshalText returns the word of the start.
func (s VacancyStart) MarshalText() ([]byte, error) { return vacancyStartWords().Marshal(uint8(s)) }

// UnmarshalText reads the word of a start.
func (s *VacancyStart) UnmarshalText(text []byte) error {
	return vacancyStartWords().Unmarshal(text, (*uint8)(s))
}

// GiftRelief frees a unit for its first months (赠送物业费).
type GiftRelief struct {
	// Months is how many months are free from the day of handover on.
	Months int `json:"months"`
}

// PrepaymentTerms are the offers for paying ahead.
type PrepaymentTerms struct {
	// Offers are the offers; an owner takes one of them or none.
	Offers []PrepaymentOffer `json:"offers"`
	// MaxMonths is the longest time that may be paid ahead; 0: no limit.
	//
	// Source: Hangzhou 2021 art. 55: at most 12 months.
	MaxMonths int `json:"maxMonths,omitempty"`
}

// PrepaymentOffer is one way to pay ahead; exactly one of Factor and Gift is set.
type PrepaymentOffer struct {
	// Months is the time served.
	Months int `json:"months"`
	// Factor is the part of the charges paid, 0.95 for 5 % off.
	Factor decimal.Decimal `json:"factor,omitzero"`
	// Gift is how many of the months, the last ones, are free: 1 for "pay 11 get 1 free"
	// (缴十一赠一).
	Gift int `json:"gift,omitempty"`
}

// maxReliefMonths bounds every number of months in reliefs.
const maxReliefMonths = 1200

func (r *Reliefs) check(l *invalid.List) {
	if r == nil {
		return
	}
	l.Enter("reliefs")
	defer l.Leave()
	if r.Vacancy != nil {
		l.Enter("vacancy")
		r.Vacancy.check(l)
		l.Leave()
	}
	if r.Gift != nil {
		l.Enter("gift")
		checkMonths(l, "months", r.Gift.Months, 1)
		l.Leave()
	}
	r.Suspension.check(l)
	r.HeatFault.check(l)
	if r.Prepayment != nil {
		l.Enter("prepayment")
		r.Prepayment.check(l)
		l.Leave()
	}
}

func (v VacancyRelief) check(l *invalid.List) {
	vacancyStartWords().Check(l, "start", uint8(v.Start))
	checkMonths(l, "months", v.Months, 0)
	if v.Policy != "" && (!v.Charge.IsZero() || v.Months != 0) {
		l.Add(ErrVacancyTerms)
	}
	if v.Policy == "" {
		checkFactor(l, "charge", v.Charge)
	}
	if v.Unregistered && v.Start == FromRegistration {
		l.At("start").Add(ErrUnregistered)
	}
}

// checkFactor reports a part that is not above 0 and at most 1.
func checkFactor(l *invalid.List, field string, f decimal.Decimal) {
	_, err := money.RateOf(f)
	if err != nil || !f.IsPositive() || f.GreaterThan(decimal.NewFromInt(1)) {
		l.At(field).Add(ErrFactor, f.String())
	}
}

func checkMonths(l *invalid.List, field string, n, least int) {
	if n < least || n > maxReliefMonths {
		l.At(field).Add(ErrMonths, strconv.Itoa(n), strconv.Itoa(least), strconv.Itoa(maxReliefMonths))
	}
}

func (p PrepaymentTerms) check(l *invalid.List) {
	if len(p.Offers) == 0 {
		l.At("offers").Add(invalid.ErrRequired, "offers")
	}
	checkMonths(l, "maxMonths", p.MaxMonths, 0)
	l.Enter("offers")
	defer l.Leave()
	for i, o := range p.Offers {
		l.EnterIndex(i)
		checkMonths(l, "months", o.Months, 1)
		switch {
		case (o.Gift == 0) == o.Factor.IsZero():
			l.Add(ErrOffer)
		case o.Gift == 0:
			checkFactor(l, "factor", o.Factor)
		case o.Gift < 0 || o.Gift >= o.Months:
			l.At("gift").Add(ErrMonths, strconv.Itoa(o.Gift), "1", strconv.Itoa(o.Months-1))
		}
		if p.MaxMonths > 0 && o.Months > p.MaxMonths {
			l.At("months").Add(ErrPrepaidTooLong, strconv.Itoa(o.Months), strconv.Itoa(p.MaxMonths))
		}
		l.Leave()
	}
}
