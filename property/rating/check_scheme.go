package rating

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/worktime"
)

// The rules of schemes.
const (
	// ErrGate is a gate that is not of the tier below.
	ErrGate invalid.RuleError = "rating/gate: a gate is of the tier below, %[1]s; here it is of %[2]s"
	// ErrGateFirst is a gate of the lowest tier.
	ErrGateFirst invalid.RuleError = "rating/gate-first: nothing is below the first tier that could report to it"
	// ErrGateCycle is a tier with shorter rounds than the one that reports to it.
	ErrGateCycle invalid.RuleError = "rating/gate-cycle: a %[1]s round of the tier below does not lie in a %[2]s one"
	// ErrUngated is a rule for what a gate does where there is none.
	ErrUngated invalid.RuleError = "rating/ungated: without a gate everything is reported"
	// ErrBandNeeds is a need of a band of a scheme.
	ErrBandNeeds invalid.RuleError = "rating/band-needs: a scheme has no items and no sections that a band could need"
	// ErrCalendar is a calendar that is not there.
	ErrCalendar invalid.RuleError = "rating/calendar: there is no calendar %[1]s; there are %[2]s"
	// ErrCalendarNeeded is a notice that counts days of work without a calendar.
	ErrCalendarNeeded invalid.RuleError = "rating/calendar-needed: name the calendar; without one nobody knows the days of rest"
	// ErrCivilSpan is a length that does not lead from a day to a day.
	ErrCivilSpan invalid.RuleError = "rating/civil-span: %[1]s is not a length of days or months"
	// ErrNoticeSpan is a length of a notice that is not of days.
	ErrNoticeSpan invalid.RuleError = "rating/notice-span: %[1]s is not a length of days, months or working days"
)

const (
	maxTiers = 12
	maxBars  = 100
)

// Check reports every problem of the scheme by itself; whether the calendar of its notice exists, [CompileScheme]
// reports.
func (s Scheme) Check(l *invalid.List) {
	required(l, "code", s.Code)
	checkMost(l, "needs", len(s.Needs), maxFacts)
	checkNames(l, "needs", s.Needs)
	s.checkTiers(l)
	checkRounding(l, s.Rounding)
	if len(s.Bands) == 0 {
		l.At("bands").Add(invalid.ErrRequired, "bands")
	}
	codes := checkBands(l, s.Bands)
	eachItem(l, "bands", s.Bands, func(b Band) {
		if len(b.Needs) > 0 {
			l.At("needs").Add(ErrBandNeeds)
		}
	})
	checkVetoes(l, s.Vetoes, codes)
	basisWords().Check(l, "bandsOn", uint8(s.BandsOn))
	if s.Notice != nil {
		l.Enter("notice")
		s.Notice.check(l)
		l.Leave()
	}
	if s.Bars < 0 || s.Bars > maxBars {
		l.At("bars").Add(invalid.ErrNumber, strconv.Itoa(s.Bars), "0", strconv.Itoa(maxBars))
	}
	s.checkRewards(l, codes)
	if !s.CreditLasts.IsZero() && !s.CreditLasts.IsCivil() {
		l.At("creditLasts").Add(ErrCivilSpan, s.CreditLasts.String())
	}
}

func (s Scheme) checkTiers(l *invalid.List) {
	if len(s.Tiers) == 0 {
		l.At("tiers").Add(invalid.ErrRequired, "tiers")
	}
	checkMost(l, "tiers", len(s.Tiers), maxTiers)
	codes := map[string]bool{}
	l.Enter("tiers")
	for i, t := range s.Tiers {
		l.EnterIndex(i)
		unique(l, codes, t.Code)
		t.check(l)
		switch {
		case t.Gate == nil && t.Unreported != 0:
			l.At("unreported").Add(ErrUngated)
		case t.Gate != nil && i == 0:
			l.At("gate").Add(ErrGateFirst)
		case t.Gate != nil:
			t.checkGate(l, s.Tiers[i-1])
		}
		l.Leave()
	}
	l.Leave()
}

func (t Tier) check(l *invalid.List) {
	if !t.Weight.IsSet() {
		l.At("weight").Add(invalid.ErrRequired, "weight")
	}
	checkWeight(l, t.Weight)
	switch {
	case t.Every == 0:
		l.At("every").Add(invalid.ErrRequired, "every")
	case t.Every > metric.Yearly:
		l.At("every").Add(invalid.ErrWord, t.Every.String(), "month, quarter, halfYear, year")
	}
	checkNames(l, "rubrics", t.Rubrics)
	meanOfWords().Check(l, "mean", uint8(t.Mean))
	checkAbsence(l, t.Missing)
	unreportedWords().Check(l, "unreported", uint8(t.Unreported))
	checkRounding(l, t.Rounding)
}

func (t Tier) checkGate(l *invalid.List, below Tier) {
	l.Enter("gate")
	defer l.Leave()
	if t.Gate.Of != below.Code {
		l.At("of").Add(ErrGate, invalid.Quote(below.Code), invalid.Quote(t.Gate.Of))
	}
	switch {
	case !t.Gate.AtLeast.IsSet():
		l.At("atLeast").Add(invalid.ErrRequired, "atLeast")
	case t.Gate.AtLeast.Sign() < 0:
		l.At("atLeast").Add(ErrNegative, t.Gate.AtLeast.String())
	}
	if t.Every != 0 && below.Every.Months() > t.Every.Months() {
		l.Add(ErrGateCycle, below.Every.String(), t.Every.String())
	}
}

func (s Scheme) checkRewards(l *invalid.List, bands map[string]bool) {
	rewarded := map[string]bool{}
	eachItem(l, "rewards", s.Rewards, func(r Reward) {
		switch {
		case !bands[r.Band]:
			unknown(l, "band", r.Band)
		case rewarded[r.Band]:
			l.At("band").Add(ErrTwice, invalid.Quote(r.Band))
		}
		rewarded[r.Band] = true
		if r.Amount.Sign() < 0 {
			l.At("amount").Add(ErrNegative, r.Amount.String())
		}
		checkNames(l, "titles", r.Titles)
	})
}

func (n Notice) check(l *invalid.List) {
	if n.Days.IsZero() {
		l.At("days").Add(invalid.ErrRequired, "days")
	}
	if n.Days.Seconds() != 0 {
		l.At("days").Add(ErrNoticeSpan, n.Days.String())
	}
	if n.Answer.Seconds() != 0 {
		l.At("answer").Add(ErrNoticeSpan, n.Answer.String())
	}
	n.Rest.Check(l, "rest")
	rests := n.Rest != 0 && n.Rest != worktime.RestStays
	if n.Calendar == "" && (rests || n.Days.Workdays() > 0 || n.Answer.Workdays() > 0) {
		l.At("calendar").Add(ErrCalendarNeeded)
	}
}
