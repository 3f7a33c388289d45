package main

import (
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
)

// TestYearDayByDay bills every flat's electricity and water a second time: each day by itself, from the
// readings, in fractions. Every charge comes to the same.
func TestYearDayByDay(t *testing.T) {
	in := loadEstate(t)
	y := theYear(t, in)
	charges := map[string]*big.Rat{} // by charge: its lines and what was charged on estimates
	of := map[string]billing.Line{}
	for i := range y.months {
		for l := range y.months[i].lines() {
			m := l.Facts.Metered
			if m == nil || l.Tariff == "elec-shop" || l.Tariff == "water-shop" {
				continue
			}
			id := l.ChargeID()
			if charges[id] == nil {
				charges[id], of[id] = new(big.Rat), *l
			}
			charges[id].Add(charges[id], rat(t, string(l.Amount.AppendNumber(nil))))
			if m.Estimated.Sign() != 0 {
				charges[id].Add(charges[id], rat(t, string(m.Estimated.AppendNumber(nil))))
			}
		}
	}
	require.Len(t, charges, 2*16*12-2-2, "held: T1-0702 in October, T1-0807 in December")
	for id, sum := range charges {
		s := slowMeter{t: t, meter: meterOf(t, in.Facts.Meters, of[id].Facts.Metered.Meter)}
		for _, r := range in.Facts.Readings {
			if r.Meter == s.meter.Code && r.On < of[id].Facts.Metered.Charge.End {
				s.readings = append(s.readings, r)
			}
		}
		require.Equal(t, s.charge(of[id].Facts.Metered.Charge, of[id].Tariff).FloatString(2), sum.FloatString(2), id)
	}
}

func meterOf(t *testing.T, list []meter.Meter, code string) meter.Meter {
	t.Helper()
	i := slices.IndexFunc(list, func(m meter.Meter) bool { return m.Code == code })
	require.GreaterOrEqual(t, i, 0, code)
	return list[i]
}

// slowMeter is a meter with the readings known at the end of a charge.
type slowMeter struct {
	t        *testing.T
	meter    meter.Meter
	readings []meter.Reading
}

// known is what a register showed at the start of a day.
type known struct {
	at     civil.Date
	value  *big.Rat
	device int
	guess  bool
}

// values returns what is known, in order of time, without estimates that an actual value follows.
func (s slowMeter) values() []known {
	var out []known
	for i, d := range s.meter.Devices {
		out = append(out, known{d.Installed, rat(s.t, d.Start.String()), i, false})
		for _, r := range s.readings {
			at := r.On.AddDays(1)
			if at > d.Installed && (d.Removed.IsZero() || at < d.Removed) {
				out = append(out, known{at, rat(s.t, r.Value.String()), i, r.Source == meter.Estimated})
			}
		}
		if !d.Removed.IsZero() {
			out = append(out, known{d.Removed, rat(s.t, d.Final.String()), i, false})
		}
	}
	return slices.DeleteFunc(out, func(k known) bool {
		return k.guess && slices.ContainsFunc(out, func(o known) bool { return !o.guess && o.at > k.at && o.at <= s.end() })
	})
}

// end is the day after the last reading.
func (s slowMeter) end() civil.Date {
	last := civil.Date(0)
	for _, r := range s.readings {
		last = max(last, r.On.AddDays(1))
	}
	return last
}

// days returns what was used on each day: up to the end of a day rounded to 0.0001.
func (s slowMeter) days() map[civil.Date]*big.Rat {
	out := map[civil.Date]*big.Rat{}
	list := s.values()
	for i := 1; i < len(list); i++ {
		from, to := list[i-1], list[i]
		if from.device != to.device {
			continue
		}
		used := new(big.Rat).Sub(to.value, from.value)
		if used.Sign() < 0 {
			used.Add(used, big.NewRat(100_000, 1))
		}
		of, before := int64(to.at.DaysSince(from.at)), new(big.Rat)
		for k := int64(1); k <= of; k++ {
			upTo := halfUp(new(big.Rat).Mul(used, big.NewRat(k, of)), 10_000)
			out[from.at.AddDays(int(k-1))] = new(big.Rat).Sub(upTo, before)
			before = upTo
		}
	}
	return out
}

// charge prices the days of a charge one after the other, and rounds once.
func (s slowMeter) charge(p civil.Period, tariff string) *big.Rat {
	used := new(big.Rat)
	if o := s.meter.Opening; o != nil {
		used = rat(s.t, string(o.Used.AppendNumber(nil)))
	}
	sum, days := new(big.Rat), s.days()
	for day := s.meter.Devices[0].Installed; day < p.End; day++ {
		if day == civil.MustParse("2026-01-01") {
			used = new(big.Rat)
		}
		after := new(big.Rat).Add(used, days[day])
		if p.Contains(day) {
			sum.Add(sum, new(big.Rat).Sub(s.cost(after, tariff, day), s.cost(used, tariff, day)))
		}
		used = after
	}
	return halfUp(sum, 100)
}

// cost is what a year's usage costs from its first unit on.
func (s slowMeter) cost(used *big.Rat, tariff string, day civil.Date) *big.Rat {
	bounds, prices := []string{"2880", "4800"}, []string{"0.4883", "0.5383", "0.7883"}
	if tariff == "water-res" {
		bounds, prices = []string{"180", "260"}, []string{"5", "7", "9"}
	}
	sum, low := new(big.Rat), new(big.Rat)
	for i, price := range prices {
		high := used
		if i < len(bounds) {
			if bound := s.bound(bounds[i], tariff, day); bound.Cmp(used) < 0 {
				high = bound
			}
		}
		sum.Add(sum, new(big.Rat).Mul(new(big.Rat).Sub(high, low), rat(s.t, price)))
		low = high
	}
	return sum
}

// bound is a tier's bound: in T1-0803 seven persons have 60 m³ more, six from the sale on 30.
func (s slowMeter) bound(text, tariff string, day civil.Date) *big.Rat {
	out := rat(s.t, text)
	switch {
	case tariff != "water-res" || s.meter.Unit != "T1-0803":
		return out
	case day < civil.MustParse("2026-11-11"):
		return out.Add(out, big.NewRat(60, 1))
	default:
		return out.Add(out, big.NewRat(30, 1))
	}
}

// halfUp rounds a number that is not negative to 1/parts.
func halfUp(r *big.Rat, parts int64) *big.Rat {
	n := new(big.Rat).Mul(r, big.NewRat(parts, 1))
	n.Add(n, big.NewRat(1, 2))
	return new(big.Rat).SetFrac(new(big.Int).Quo(n.Num(), n.Denom()), big.NewInt(parts))
}
