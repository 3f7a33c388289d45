package billing

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// Suspension is an application to stop a service for a time (报停): heating for a season that
// nobody is at home. Taking the service up again is free.
type Suspension struct {
	// Unit is the unit's code, Tariff that of what is stopped.
	Unit   string `json:"unit"`
	Tariff string `json:"tariff"`
	// Period is the time it is stopped, half-open; without end until further notice.
	Period civil.Period `json:"period"`
	// AppliedOn is the day of the application.
	AppliedOn civil.Date `json:"appliedOn"`
	// Source is the document of the application.
	Source string `json:"source,omitempty"`
}

func (s Suspension) check(l *invalid.List) {
	checkUnit(l, s.Unit)
	checkTariffCode(l, s.Tariff)
	l.Enter("period")
	s.Period.Check(l)
	l.Leave()
	if s.AppliedOn.IsZero() {
		l.At("appliedOn").Add(invalid.ErrRequired, "appliedOn")
	}
}

func checkTariffCode(l *invalid.List, code string) {
	if !property.IsCode(code) {
		l.At("tariff").Add(ErrTariffCode, strconv.Quote(code))
	}
}

// SuspensionRelief charges units whose service is stopped a part (基础热费, 热能损耗费).
//
// Source: DOMAIN-CN 2.4; 山东省供热条例 (2021) §25; places differ, so the numbers come from the contract
// or a policy.
type SuspensionRelief struct {
	// Charge is the part still charged, 0.3 for 30 %; Free must be said where it is 0.
	Charge decimal.Decimal `json:"charge,omitzero"`
	Free   bool            `json:"free,omitempty"`
	// NoticeDays is how many days before the first day of the month or season charged the
	// application must be made at the latest; one made later does not count for it. 0: on that day.
	NoticeDays int `json:"noticeDays,omitempty"`
	// WholeOnly says that a month or season is charged the part only if the service is stopped on
	// every day of it. Unset: the days it is stopped are.
	WholeOnly bool `json:"wholeOnly,omitempty"`
	// Policy names policy rows instead: key + ".charge" and, if there is one, key + ".noticeDays", as
	// they stand on the first day of the month or season. Where no row holds for the region there
	// is no relief.
	Policy string `json:"policy,omitempty"`
}

// maxNoticeDays bounds the time between an application and the season.
const maxNoticeDays = 3660

func (s *SuspensionRelief) check(l *invalid.List) {
	if s == nil {
		return
	}
	l.Enter("suspension")
	defer l.Leave()
	if s.NoticeDays < 0 || s.NoticeDays > maxNoticeDays {
		l.At("noticeDays").Add(ErrNoticeDays, strconv.Itoa(s.NoticeDays), strconv.Itoa(maxNoticeDays))
	}
	switch {
	case s.Policy != "":
		if !s.Charge.IsZero() || s.Free || s.NoticeDays != 0 {
			l.Add(ErrSuspensionTerms)
		}
	case s.Free:
		if !s.Charge.IsZero() {
			l.Add(ErrFree, s.Charge.String())
		}
	default:
		checkFactor(l, "charge", s.Charge)
	}
}

// suspensionTerms are the terms of a suspension relief for one month or season.
type suspensionTerms struct {
	charge money.Rate
	notice int
	none   bool // no relief
}

// terms returns the terms for the month or season that begins on a day.
//
// Errors: [ErrSuspensionPolicy] for policy rows that are no part and no number of days.
func (s *SuspensionRelief) terms(policies *policy.Table, region string, on civil.Date) (suspensionTerms, error) {
	if s.Policy == "" {
		charge, err := money.RateOf(s.Charge)
		return suspensionTerms{charge: charge, notice: s.NoticeDays}, err
	}
	row, ok := policies.Lookup(region, s.Policy+".charge", on)
	if !ok {
		return suspensionTerms{none: true}, nil
	}
	var out suspensionTerms
	d, err := invalid.ParseDecimal(row.Value)
	if err == nil {
		out.charge, err = money.RateOf(d)
	}
	if err != nil || out.charge.Cmp(money.One()) > 0 {
		return out, invalid.Value(ErrSuspensionPolicy, row.Key, row.Value)
	}
	if row, ok = policies.Lookup(region, s.Policy+".noticeDays", on); ok {
		if out.notice, err = strconv.Atoi(row.Value); err != nil || out.notice < 0 || out.notice > maxNoticeDays {
			return out, invalid.Value(ErrSuspensionPolicy, row.Key, row.Value)
		}
	}
	return out, nil
}

// suspensions collects the applications by unit and reports those that make no sense.
func (run *Run) suspensions(l *invalid.List) {
	eachFact(run, l, "suspensions", run.facts.Suspensions, func(s Suspension) string { return s.Unit }, func(a *about, s Suspension) {
		i := run.book.find(s.Tariff)
		switch {
		case i < 0:
			l.At("tariff").Add(ErrNoTariff, s.Tariff)
		case run.book.Tariffs[i].Reliefs == nil || run.book.Tariffs[i].Reliefs.Suspension == nil:
			l.At("tariff").Add(ErrNoTerms, s.Tariff, "suspension")
		}
		a.suspensions = append(a.suspensions, s)
	})
}

// appendSuspensionDays appends the days on which a stop of the tariff begins or ends.
func (a *about) appendSuspensionDays(dst []civil.Date, code string) []civil.Date {
	for i := range a.suspensions {
		s := &a.suspensions[i]
		if s.Tariff != code {
			continue
		}
		dst = append(dst, s.Period.Start)
		if !s.Period.IsOpen() {
			dst = append(dst, s.Period.End)
		}
	}
	return dst
}

// suspended returns the part of a charge that is left on a day, 1 unless the service is stopped.
func (ch *charge) suspended(on civil.Date) money.Rate {
	terms := ch.month.suspension
	if ch.t.suspension == nil || terms.none || ch.about == nil || !ch.stoppedOn(on) {
		return money.One()
	}
	for day := ch.period.Start; ch.t.suspension.WholeOnly && day < ch.period.End; day++ {
		if !ch.stoppedOn(day) {
			return money.One()
		}
	}
	return terms.charge
}

// stoppedOn reports whether the service is stopped on a day, applied for early enough for the month or
// season.
func (ch *charge) stoppedOn(on civil.Date) bool {
	for i := range ch.about.suspensions {
		s := &ch.about.suspensions[i]
		noticed := s.AppliedOn.AddDays(ch.month.suspension.notice) <= ch.period.Start
		if s.Tariff == ch.t.code && noticed && s.Period.Contains(on) {
			return true
		}
	}
	return false
}
