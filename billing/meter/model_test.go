package meter_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// point is a boundary of the slow model.
type point struct {
	at        civil.Date
	value     *big.Rat
	estimated bool
	rolled    bool
}

// model is a meter the slow way: the boundaries of each device, unsorted.
type model struct {
	devices []meter.Device
	points  [][]point
}

func rat(n measure.Quantity) *big.Rat { return big.NewRat(n.Units(), 10_000) }

func newModel(m meter.Meter, readings []meter.Reading) model {
	out := model{devices: m.Devices, points: make([][]point, len(m.Devices))}
	for k, d := range m.Devices {
		out.points[k] = append(out.points[k], point{at: d.Installed, value: rat(d.Start)})
		if !d.Removed.IsZero() {
			out.points[k] = append(out.points[k], point{at: d.Removed, value: rat(d.Final)})
		}
	}
	for _, r := range readings {
		at := r.On
		if !r.Opening {
			at = at.AddDays(1)
		}
		k := slices.IndexFunc(m.Devices, func(d meter.Device) bool { return d.Removed.IsZero() || !at.After(d.Removed) })
		out.points[k] = append(out.points[k], point{at, rat(r.Value), r.Source == meter.Estimated, r.RolledOver})
	}
	return out
}

// day returns what was used on a day; false where that is not known or cannot be computed.
func (m model) day(day, known civil.Date) (*big.Rat, bool) {
	for k, d := range m.devices {
		if day.Before(d.Installed) || !d.Removed.IsZero() && !day.Before(d.Removed) {
			continue
		}
		var good []point
		for _, p := range m.points[k] {
			after := slices.ContainsFunc(slices.Concat(m.points[k:]...), func(o point) bool {
				return !o.estimated && o.at.After(p.at) && !o.at.After(known)
			})
			if !p.at.After(known) && (!p.estimated || !after) {
				good = append(good, p)
			}
		}
		var from, to *point
		for i := range good {
			p := &good[i]
			if !p.at.After(day) && (from == nil || p.at.After(from.at)) {
				from = p
			}
			if p.at.After(day) && (to == nil || p.at.Before(to.at)) {
				to = p
			}
		}
		if from == nil || to == nil {
			return nil, false
		}
		return stretchDay(d, *from, *to, day)
	}
	return nil, false
}

func stretchDay(d meter.Device, from, to point, day civil.Date) (*big.Rat, bool) {
	moved := new(big.Rat).Sub(to.value, from.value)
	if moved.Sign() >= 0 && to.rolled {
		return nil, false
	}
	if moved.Sign() < 0 {
		if d.Digits == 0 {
			return nil, false
		}
		wrap := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.Digits)), nil))
		moved.Add(moved, wrap)
		tenth := new(big.Rat).Mul(wrap, big.NewRat(1, 10))
		top := new(big.Rat).Sub(wrap, tenth)
		if !to.rolled && (from.value.Cmp(top) < 0 || moved.Cmp(tenth) > 0) {
			return nil, false
		}
	}
	if !d.Multiplier.IsZero() {
		moved.Mul(moved, rat(d.Multiplier))
	}
	if !new(big.Rat).Mul(moved, big.NewRat(10_000, 1)).IsInt() {
		return nil, false
	}
	of := int64(to.at.DaysSince(from.at))
	upTo := func(n int) *big.Rat { return ratRound(new(big.Rat).Mul(moved, big.NewRat(int64(n), of))) }
	n := day.DaysSince(from.at)
	return new(big.Rat).Sub(upTo(n+1), upTo(n)), true
}

// ratRound rounds what is not negative to four decimals, half up.
func ratRound(x *big.Rat) *big.Rat {
	n := new(big.Rat).Add(new(big.Rat).Mul(x, big.NewRat(10_000, 1)), big.NewRat(1, 2))
	return new(big.Rat).SetFrac(new(big.Int).Quo(n.Num(), n.Denom()), big.NewInt(10_000))
}

// sum returns what was used on some days, day by day.
func (m model) sum(p civil.Period, known civil.Date) (*big.Rat, bool) {
	sum := new(big.Rat)
	for day := p.Start; day.Before(p.End); day = day.AddDays(1) {
		used, ok := m.day(day, known)
		if !ok {
			return nil, false
		}
		sum.Add(sum, used)
	}
	return sum, true
}

// history is a random meter of some months: replacements, rollovers, typos, estimates.
func history(seed uint64) (meter.Meter, []meter.Reading) {
	r := rand.New(rand.NewPCG(seed, 1))
	m := single(nil)
	m.Devices = nil
	var readings []meter.Reading
	at := on("2026-01-01")
	for range 1 + r.IntN(3) {
		d := meter.Device{Installed: at, Digits: []uint8{0, 3, 4, 5}[r.IntN(4)]}
		d.Multiplier = []measure.Quantity{{}, q("40"), q("0.5"), q("1.25")}[r.IntN(4)]
		wrap := int64(1_000_0000)
		for range d.Digits {
			wrap *= 10
		}
		if d.Digits > 0 {
			wrap /= 1_000
		}
		register := r.Int64N(wrap)
		d.Start = measure.NewQuantity(register, measure.Unit{})
		for range r.IntN(6) {
			at = at.AddDays(1 + r.IntN(50))
			register = step(r, register, wrap)
			rd := meter.Reading{Meter: "E", On: at.AddDays(-1), Value: measure.NewQuantity(register, measure.Unit{}), Source: meter.Source(1 + r.IntN(3))}
			if rd.Source == meter.Estimated && r.IntN(2) == 0 {
				rd.Value = measure.NewQuantity(r.Int64N(register+1), measure.Unit{})
			}
			rd.RolledOver = d.Digits > 0 && r.IntN(12) == 0
			readings = append(readings, rd)
		}
		at = at.AddDays(1 + r.IntN(40))
		register = step(r, register, wrap)
		if register == 0 {
			register = 1
		}
		d.Removed, d.Final = at, measure.NewQuantity(register, measure.Unit{})
		m.Devices = append(m.Devices, d)
	}
	if r.IntN(2) == 0 {
		last := &m.Devices[len(m.Devices)-1]
		last.Removed, last.Final = 0, measure.Quantity{}
	}
	r.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
	return m, readings
}

// step moves a register on, sometimes back.
func step(r *rand.Rand, register, wrap int64) int64 {
	if r.IntN(15) == 0 {
		return register - r.Int64N(register+1)
	}
	moved := r.Int64N(wrap / 8)
	if r.IntN(2) == 0 {
		moved -= moved % 10_000 // whole numbers
	}
	return (register + moved) % wrap
}

// FuzzQuantity compares quantities with the slow model, cuts them, and derives them.
func FuzzQuantity(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed, uint16(seed*7), uint16(40+seed), uint16(seed*9))
	}
	f.Fuzz(func(t *testing.T, seed uint64, from, length, know uint16) {
		m, readings := history(seed)
		log, err := meter.Compile([]meter.Meter{m}, readings)
		require.NoError(t, err)
		slow := newModel(m, readings)
		start := on("2025-12-25").AddDays(int(from % 500))
		p := civil.Period{Start: start, End: start.AddDays(1 + int(length%200))}
		known := on("2026-01-01").AddDays(int(know % 600))

		got, err := log.Quantity(0, "", p, known)
		want, ok := slow.sum(p, known)
		require.Equal(t, ok, err == nil, "%v", err)
		if !ok {
			var one *invalid.FieldError
			require.True(t, errors.As(err, &one))
			return
		}
		require.Zero(t, want.Cmp(rat(got)), "%v, want %v", got, want.FloatString(4))
		require.GreaterOrEqual(t, got.Sign(), 0)
		checkCuts(t, log, p, known, got)
		checkSegments(t, log, p, known, got)
	})
}

// checkCuts: the quantities of any two parts add up.
func checkCuts(t *testing.T, log *meter.Log, p civil.Period, known civil.Date, whole measure.Quantity) {
	t.Helper()
	for day := p.Start.AddDays(1); day.Before(p.End); day = day.AddDays(1) {
		a, err := log.Quantity(0, "", civil.Period{Start: p.Start, End: day}, known)
		require.NoError(t, err)
		b, err := log.Quantity(0, "", civil.Period{Start: day, End: p.End}, known)
		require.NoError(t, err)
		sum, err := a.Add(b)
		require.NoError(t, err)
		require.Equal(t, whole, sum)
	}
}

// checkSegments: the segments hold, add up, and derive what they say.
func checkSegments(t *testing.T, log *meter.Log, p civil.Period, known civil.Date, whole measure.Quantity) {
	t.Helper()
	segments, err := log.AppendSegments(nil, 0, "", p, known)
	require.NoError(t, err)
	sum := measure.NewQuantity(0, whole.Unit())
	for _, s := range segments {
		var l invalid.List
		s.Verify(&l)
		require.NoError(t, l.Err("segment"))
		require.True(t, s.Period.Overlaps(p))
		why := s.WhyIn(p)
		require.NoError(t, why.Check())
		require.Equal(t, explain.Decimal(string(s.In(p).AppendNumber(nil)), "kWh"), why.Value)
		require.NoError(t, s.Why().Check())
		sum, err = sum.Add(s.In(p))
		require.NoError(t, err)
	}
	require.Equal(t, whole, sum)
}

// TestHistories: the random meters have what there is to compare.
func TestHistories(t *testing.T) {
	covered, errs := 0, map[error]int{}
	rolled, estimated := 0, 0
	for seed := range uint64(300) {
		m, readings := history(seed)
		log, err := meter.Compile([]meter.Meter{m}, readings)
		require.NoError(t, err)
		for start := on("2026-01-01"); start.Year() == 2026; start = start.AddDays(10) {
			segments, err := log.AppendSegments(nil, 0, "", civil.Period{Start: start, End: start.AddDays(10)}, start.AddDays(60))
			for _, rule := range []error{meter.ErrNegative, meter.ErrNotRolled, meter.ErrInexact, meter.ErrNoReading} {
				if errors.Is(err, rule) {
					errs[rule]++
				}
			}
			if err != nil {
				continue
			}
			covered++
			for _, s := range segments {
				if !s.Range.IsZero() {
					rolled++
				}
				if s.Source == meter.Estimated {
					estimated++
				}
			}
		}
	}
	for what, n := range map[string]int{
		"covered": covered, "rolled over": rolled, "estimated": estimated, "negative": errs[meter.ErrNegative],
		"not rolled": errs[meter.ErrNotRolled], "inexact": errs[meter.ErrInexact], "not read": errs[meter.ErrNoReading],
	} {
		require.Greater(t, n, 10, what)
	}
}

// FuzzInserted: a reading that shows what the even spread says changes no quantity.
func FuzzInserted(f *testing.F) {
	f.Add(uint32(80), uint8(31), uint8(10), uint8(5))
	f.Add(uint32(7), uint8(200), uint8(1), uint8(199))
	f.Fuzz(func(t *testing.T, usage uint32, length, at, cut uint8) {
		n := int64(2 + int(length))
		k := 1 + int64(at)%(n-1)
		common := new(big.Int).GCD(nil, nil, big.NewInt(n), big.NewInt(k)).Int64()
		first := on("2026-01-01")
		reading := func(days, value int64) meter.Reading {
			return meter.Reading{Meter: "E", On: first.AddDays(int(days) - 1), Value: measure.NewQuantity(value, measure.Unit{}), Source: meter.Remote}
		}
		// The least usages whose k-th part in n is whole: those of single days mostly are not.
		end, middle := reading(n, int64(usage)*(n/common)), reading(k, int64(usage)*(k/common))
		m := single(func(d *meter.Device) { d.Digits = 0 })
		without, with := compile(t, m, end), compile(t, m, end, middle)
		half := first.AddDays(1 + int(int64(cut)%(n-1)))
		for _, p := range []civil.Period{{Start: first, End: half}, {Start: half, End: first.AddDays(int(n))}, {Start: first, End: first.AddDays(int(n))}} {
			a, err := without.Quantity(0, "", p, always())
			require.NoError(t, err)
			b, err := with.Quantity(0, "", p, always())
			require.NoError(t, err)
			require.Equal(t, a, b)
		}
	})
}
