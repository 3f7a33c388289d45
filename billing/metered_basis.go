package billing

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// MeteredBasis charges what the unit's meters of a kind show (按表计量): each meter by itself, from the
// reading that closed its last charge to the last reading in the run's time. A usage is spread evenly
// over the days between two readings; who pays, which price holds and which tiers count is decided
// day by day. A charge on an estimate is taken off the charge of the next actual reading, which
// counts from the last actual one.
//
// A meter without a reading in the run's time holds the unit: a reading is missing, and an estimated
// one can be given.
type MeteredBasis struct {
	// Meters is the kind of the meters.
	Meters string `json:"meters"`
	// Tiers say how the tiers of the prices are filled; needed where prices have tiers.
	Tiers *TierRule `json:"tiers,omitempty"`
	// Plausible are the limits beyond which a usage holds the unit. Unset: none.
	Plausible *meter.Limits `json:"plausible,omitempty"`
}

// TierRule says how the tiers of a price are filled (阶梯).
type TierRule struct {
	// Per is the time a tier's quantity is for.
	Per TierPeriod `json:"per"`
	// Reset is the day on which tiers by year begin anew, "07-01". Unset: 01-01.
	Reset civil.MonthDay `json:"reset,omitzero"`
	// Persons raise every tier for large households (多人口).
	Persons *PersonQuota `json:"persons,omitempty"`
}

// TierPeriod is the time a tier's quantity is for; zero is unset.
type TierPeriod uint8

// Tier periods.
const (
	// PerMonth fills the tiers of every charge anew, as many times as months lie between the closing
	// readings, that of the installation among them (月阶梯).
	PerMonth TierPeriod = iota + 1
	// PerYear fills the tiers from the reset day on (年阶梯).
	PerYear
)

func tierPeriodWords() invalid.Words { return invalid.Words{"month", "year"} }

// String returns the word of the period.
func (p TierPeriod) String() string { return tierPeriodWords().Of("TierPeriod", uint8(p)) }

// MarshalText returns the word of the period.
func (p TierPeriod) MarshalText() ([]byte, error) { return tierPeriodWords().Marshal(uint8(p)) }

// UnmarshalText reads the word of a period.
func (p *TierPeriod) UnmarshalText(text []byte) error {
	return tierPeriodWords().Unmarshal(text, (*uint8)(p))
}

// PersonQuota raises the tiers' bounds for the persons of a household beyond a number.
type PersonQuota struct {
	// Above is how many persons have no more than the tiers say.
	Above int `json:"above"`
	// Quantity is what each further person adds to every bound, for the time of the tier.
	Quantity measure.Quantity `json:"quantity"`
}

// Tier is one step of a tiered price (阶梯价).
type Tier struct {
	// UpTo is the upper bound of the tier, inclusive; unset only in the last one.
	UpTo decimal.Decimal `json:"upTo,omitzero"`
	// Price is the price per unit of usage in the tier.
	Price decimal.Decimal `json:"price,omitzero"`
	// Free must be said where the price is zero.
	Free bool `json:"free,omitempty"`
	// Components are what the price is made of (水费, 水资源费, 污水处理费); they add up to it.
	Components []Component `json:"components,omitempty"`
}

// Component is a part of a price that is shown, or passed on, by itself.
type Component struct {
	// Name is shown to people.
	Name string `json:"name"`
	// Price is its part of the price.
	Price decimal.Decimal `json:"price"`
}

// BandPrice is the price of a time-of-use band (峰谷电价).
type BandPrice struct {
	// Band is the name of the band, as the readings have it.
	Band string `json:"band"`
	// Price is the price per unit of usage in it.
	Price decimal.Decimal `json:"price,omitzero"`
	// Free must be said where the price is zero.
	Free bool `json:"free,omitempty"`
}

// maxTiers bounds the tiers and bands of one price.
const maxTiers = 20

func (m MeteredBasis) check(l *invalid.List) {
	l.Enter("metered")
	defer l.Leave()
	if !property.IsCode(m.Meters) {
		l.At("meters").Add(ErrMeterKind, strconv.Quote(m.Meters))
	}
	if t := m.Tiers; t != nil {
		l.Enter("tiers")
		t.check(l)
		l.Leave()
	}
	if m.Plausible != nil {
		l.Enter("plausible")
		m.Plausible.Check(l)
		l.Leave()
	}
}

func (t TierRule) check(l *invalid.List) {
	if t.Per == 0 {
		l.At("per").Add(invalid.ErrRequired, "per")
	}
	tierPeriodWords().Check(l, "per", uint8(t.Per))
	if !t.Reset.IsZero() && t.Per == PerMonth {
		l.At("reset").Add(ErrNotWith, "reset", t.Per.String())
	}
	if p := t.Persons; p != nil {
		if p.Above < 0 || p.Above > maxPersons {
			l.At("persons", "above").Add(ErrPersons, strconv.Itoa(p.Above), strconv.Itoa(maxPersons))
		}
		if p.Quantity.Sign() <= 0 {
			l.At("persons", "quantity").Add(ErrNegative, p.Quantity.String())
		}
	}
}

// resetIn returns the day of a year on which the tiers begin anew.
func (t TierRule) resetIn(year int) civil.Date {
	if t.Reset.IsZero() {
		return civil.MustNew(year, 1, 1)
	}
	return t.Reset.In(year)
}

// lastReset returns the last day up to a day, itself included, on which the tiers began anew.
func (t TierRule) lastReset(on civil.Date) civil.Date {
	reset := t.resetIn(on.Year())
	if reset.After(on) {
		reset = t.resetIn(on.Year() - 1)
	}
	return reset
}

// checkUsagePrices reports what is wrong with the tiers or bands of a price for usage.
func (r Rate) checkUsagePrices(l *invalid.List, metered *MeteredBasis) {
	tiered := metered != nil && metered.Tiers != nil
	switch {
	case metered == nil && len(r.Tiers)+len(r.Bands) > 0:
		l.Add(ErrTiersBasis)
		return
	case len(r.Tiers) > 0 && len(r.Bands) > 0:
		l.At("bands").Add(ErrNotWith, "bands", "tiers")
		return
	case tiered && len(r.Tiers) == 0 || !tiered && len(r.Tiers) > 0:
		l.At("tiers").Add(ErrTierRule)
		return
	}
	if len(r.Tiers) > maxTiers || len(r.Bands) > maxTiers {
		l.At("tiers").Add(ErrTiers, strconv.Itoa(maxTiers))
		return
	}
	l.Enter("tiers")
	for i, t := range r.Tiers {
		l.EnterIndex(i)
		t.check(l, i+1 == len(r.Tiers))
		if i > 0 && i+1 < len(r.Tiers) && t.UpTo.LessThanOrEqual(r.Tiers[i-1].UpTo) {
			l.At("upTo").Add(ErrTierOrder)
		}
		l.Leave()
	}
	l.Leave()
	l.Enter("bands")
	seen := map[string]bool{}
	for i, b := range r.Bands {
		l.EnterIndex(i)
		if b.Band == "" || seen[b.Band] {
			l.At("band").Add(ErrBandName, strconv.Quote(b.Band))
		}
		seen[b.Band] = true
		checkPrice(l, b.Price, b.Free)
		l.Leave()
	}
	l.Leave()
}

func (t Tier) check(l *invalid.List, last bool) {
	if last != t.UpTo.IsZero() || t.UpTo.IsNegative() {
		l.At("upTo").Add(ErrTierBound)
	} else if _, err := measure.QuantityOf(t.UpTo, measure.Unit{}); err != nil {
		l.At("upTo").Take(err)
	}
	checkPrice(l, t.Price, t.Free)
	sum := decimal.Decimal{}
	l.Enter("components")
	for i, c := range t.Components {
		if c.Name == "" {
			l.At(i, "name").Add(invalid.ErrRequired, "name")
		}
		if _, err := money.PriceOf(c.Price); err != nil || c.Price.IsNegative() {
			l.At(i, "price").Add(ErrNegative, c.Price.String())
		}
		sum = sum.Add(c.Price)
	}
	if len(t.Components) > 0 && !sum.Equal(t.Price) {
		l.Add(ErrComponents, sum.String(), t.Price.String())
	}
	l.Leave()
}
