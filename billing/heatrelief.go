package billing

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// HeatFaultRelief gives back what was charged for heat that did not come (供热不达标减免).
//
// Source: DOMAIN-CN 2.4; 临沂市供热条例 §32, 山东省供热条例 (2021) §29; places differ, so the numbers come from
// the contract or a policy.
type HeatFaultRelief struct {
	// Bands say what part of a day too cold is given back, in rising order of their limits: the first
	// whose limit the temperature is below holds. Below 14 °C all, below 16 half, below 18 a fifth.
	Bands []TemperatureBand `json:"bands,omitempty"`
	// Outage frees the time without heat. Unset: nothing does.
	Outage *OutageRelief `json:"outage,omitempty"`
	// Policy names policy rows instead: key + ".bands", as "14:1 16:0.5 18:0.2", and key +
	// ".outageHours", each if there is one, as they stand on the day.
	Policy string `json:"policy,omitempty"`
}

// TemperatureBand is the part of a day's charge that is given back below a temperature.
type TemperatureBand struct {
	// Below is the temperature in °C that the band ends at; it is not in it.
	Below decimal.Decimal `json:"below"`
	// Rebate is the part given back, 0.2 for 20 %.
	Rebate decimal.Decimal `json:"rebate"`
}

// OutageRelief frees the time of long outages.
type OutageRelief struct {
	// Hours is how long an outage may last without a relief. One that lasts longer frees all of its
	// time: each day is charged by 1 − minutes without heat ÷ 1440, rounded to a millionth, half up.
	Hours int `json:"hours"`
}

// maxOutageHours bounds an outage without a relief: a year.
const maxOutageHours = 8784

func (h *HeatFaultRelief) check(l *invalid.List) {
	if h == nil {
		return
	}
	l.Enter("heatFault")
	defer l.Leave()
	own := len(h.Bands) > 0 || h.Outage != nil
	if own == (h.Policy != "") {
		l.Add(ErrHeatTerms)
	}
	_, err := compileBands(h.Bands)
	l.At("bands").Take(err)
	if o := h.Outage; o != nil && (o.Hours < 0 || o.Hours > maxOutageHours) {
		l.At("outage", "hours").Add(ErrOutageHours, strconv.Itoa(o.Hours), strconv.Itoa(maxOutageHours))
	}
}

// band is a temperature band compiled: limit and rebate in millionths.
type band struct{ below, rebate int64 }

// compileBands compiles bands.
//
// Errors: [ErrBand] for one without a temperature or a part, [ErrBandOrder] where limits do not rise or a
// colder band gives no more back.
func compileBands(bands []TemperatureBand) ([]band, error) {
	var out []band
	var l invalid.List
	for i, b := range bands {
		below, ok := microCelsius(b.Below)
		rebate, err := money.RateOf(b.Rebate)
		if !ok || err != nil || rebate.IsZero() || rebate.Cmp(money.One()) > 0 {
			l.At(i).Add(ErrBand, b.Below.String(), b.Rebate.String())
			continue
		}
		if n := len(out) - 1; n >= 0 && (below <= out[n].below || rebate.Micro() >= out[n].rebate) {
			l.At(i).Add(ErrBandOrder)
		}
		out = append(out, band{below, rebate.Micro()})
	}
	return out, l.Err("bands")
}

// maxCelsius bounds temperatures to what a thermometer of a home shows.
const maxCelsius = 100

// microCelsius returns a temperature in millionths; false for one that is none.
func microCelsius(d decimal.Decimal) (int64, bool) {
	size, err := money.RateOf(d.Abs())
	if err != nil || size.Micro() > maxCelsius*one {
		return 0, false
	}
	return int64(d.Sign()) * size.Micro(), true
}

// heatTerms are the terms of a heat fault relief from a day on.
type heatTerms struct {
	from    civil.Date
	bands   []band
	outages bool // frees the time of outages longer than hours
	hours   int
}

// terms returns the terms in force over a month or season, by first day, and the days inside it on which
// they change.
//
// Errors: [ErrHeatPolicy] for policy rows that are no bands and no hours.
func (h *HeatFaultRelief) terms(policies *policy.Table, region string, p civil.Period) ([]heatTerms, []civil.Date, error) {
	if h.Policy == "" {
		bands, err := compileBands(h.Bands)
		out := heatTerms{from: p.Start, bands: bands}
		if h.Outage != nil {
			out.outages, out.hours = true, h.Outage.Hours
		}
		return []heatTerms{out}, nil, err
	}
	changes := policies.Changes(nil, region, h.Policy+".bands", p)
	changes = policies.Changes(changes, region, h.Policy+".outageHours", p)
	slices.Sort(changes)
	changes = slices.Compact(changes)
	var out []heatTerms
	var errs []error
	for _, day := range append([]civil.Date{p.Start}, changes...) {
		terms, err := h.policyOn(policies, region, day)
		out, errs = append(out, terms), append(errs, err)
	}
	return out, changes, errors.Join(errs...)
}

func (h *HeatFaultRelief) policyOn(policies *policy.Table, region string, on civil.Date) (heatTerms, error) {
	out := heatTerms{from: on}
	if row, ok := policies.Lookup(region, h.Policy+".bands", on); ok {
		var err error
		if out.bands, err = parseBands(row.Value); err != nil {
			return out, invalid.Value(ErrHeatPolicy, row.Key, row.Value)
		}
	}
	if row, ok := policies.Lookup(region, h.Policy+".outageHours", on); ok {
		hours, err := strconv.Atoi(row.Value)
		if err != nil || hours < 0 || hours > maxOutageHours {
			return out, invalid.Value(ErrHeatPolicy, row.Key, row.Value)
		}
		out.outages, out.hours = true, hours
	}
	return out, nil
}

// parseBands reads bands written "14:1 16:0.5 18:0.2".
func parseBands(text string) ([]band, error) {
	var bands []TemperatureBand
	for _, word := range strings.Split(text, " ") {
		below, rebate, _ := strings.Cut(word, ":")
		limit, err1 := invalid.ParseDecimal(below)
		part, err2 := invalid.ParseDecimal(rebate)
		if err := errors.Join(err1, err2); err != nil {
			return nil, err
		}
		bands = append(bands, TemperatureBand{limit, part})
	}
	return compileBands(bands)
}
