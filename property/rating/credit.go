package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
)

// Credit returns what a standing leaves in the credit file of the enterprise (信用档案), from the day on which the result was
// awarded for as long as the scheme says; titles are what the band lets the project apply for.
//
// Source: KPI-20.
func (c *Contest) Credit(s Standing, awarded civil.Date) CreditEntry {
	e := CreditEntry{
		Enterprise: s.Enterprise, Project: s.Project, Scheme: s.Scheme, Year: s.Year,
		State: s.State, Band: s.Band, Period: civil.Period{Start: awarded},
	}
	if !c.doc.CreditLasts.IsZero() && !awarded.IsZero() {
		e.Period.End, _ = c.doc.CreditLasts.AddTo(awarded) // the scheme was checked: it leads from a day to a day
	}
	for _, h := range s.Vetoes {
		if !slices.Contains(e.Vetoes, h.Veto) {
			e.Vetoes = append(e.Vetoes, h.Veto)
		}
	}
	if s.Revocation != nil {
		e.Reason = s.Revocation.Reason
	}
	if s.Reward != nil {
		e.Titles = slices.Clone(s.Reward.Titles)
	}
	return e
}
