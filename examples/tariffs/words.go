package main

import (
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// cycle writes how often a fee is paid, and whether before or after its time.
func (r *report) cycle(row billing.ListedPrice) string {
	if row.Basis == "quoted" {
		return r.Fill(textEachTime)
	}
	every, timing := textMonthly, textArrears
	switch row.Every {
	case billing.Quarterly:
		every = textQuarterly
	case billing.HalfYearly:
		every = textHalfYearly
	case billing.Yearly:
		every = textYearly
	case billing.Monthly:
	}
	if row.Timing == billing.Advance {
		timing = textAdvance
	}
	if s := row.Season; s != nil {
		return r.Fill(textEvery, r.Fill(textSeasonal, s.From.String(), s.To.String()), r.Fill(timing))
	}
	return r.Fill(textEvery, r.Fill(every), r.Fill(timing))
}

// inForce writes the days on which the price holds.
func (r *report) inForce(row billing.ListedPrice) string {
	switch {
	case row.From.IsZero() && row.Until.IsZero():
		return r.Fill(textAlways)
	case row.Until.IsZero():
		return r.Fill(textFrom, row.From.String())
	case row.From.IsZero():
		return r.Fill(textUntil, row.Until.String())
	default:
		return r.days(civil.Period{Start: row.From, End: row.Until.AddDays(1)})
	}
}

func (r *report) class(c billing.ChargeClass) string {
	switch c {
	case billing.FreeCharge:
		return r.Fill(textClassFree)
	case billing.LowCharge:
		return r.Fill(textClassLow)
	case billing.StandardCharge:
		return r.Fill(textClassStandard)
	default:
		return ""
	}
}

// stateText is what the report calls a state of a tariff that does not bill.
func stateText(s billing.TariffState) explain.Label {
	switch s {
	case billing.Submitted:
		return textSubmitted
	case billing.Approved:
		return textApprovedState
	case billing.Withdrawn:
		return textWithdrawn
	case billing.Draft, billing.InForce:
	}
	return textDraft
}

// money2 writes a price with at least two decimals.
func money2(text string) string {
	if p, err := money.ParsePrice(text); err == nil {
		return p.String()
	}
	return text
}
