package parking_test

import (
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// slow prices a stay minute by minute: the fee is the sum of what each minute adds. Amounts are in fen.
type slow struct {
	tariff parking.Tariff
	zone   *time.Location
	shown  time.Time // the latest time that the wall clock has shown, called UTC
}

// look moves on to an instant.
func (s *slow) look(at time.Time) {
	t := at.In(s.zone)
	wall := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	if wall.After(s.shown) {
		s.shown = wall
	}
}

// since returns when the window that holds now began; false where it does not hold.
func (s *slow) since(w *parking.Window) (time.Time, bool) {
	if w == nil {
		return time.Time{}, true
	}
	tod := s.shown.Hour()*60 + s.shown.Minute()
	from, to := w.From.Minute(), w.To.Minute()
	midnight := s.shown.Truncate(24 * time.Hour)
	switch {
	case from < to && from <= tod && tod < to, from > to && tod >= from:
		return midnight.Add(time.Duration(from) * time.Minute), true
	case from > to && tod < to:
		return midnight.Add(time.Duration(from-1440) * time.Minute), true
	}
	return time.Time{}, false
}

// passed reports whether a pass holds now.
func (s *slow) passed(stay parking.ShortStay, passes []parking.MonthlyPass) bool {
	for _, p := range passes {
		if p.Plate != stay.Plate || !p.Period.Contains(civil.Of(s.shown)) {
			continue
		}
		if len(p.Windows) == 0 {
			return true
		}
		for _, w := range p.Windows {
			if _, ok := s.since(&w); ok {
				return true
			}
		}
	}
	return false
}

// moment is a minute of a stay.
type moment struct {
	rate   int
	window time.Time
	day    int // 24 hours from entry
	date   time.Time
	passed bool
	free   bool
}

func (s *slow) moments(stay parking.ShortStay, passes []parking.MonthlyPass) []moment {
	var out []moment
	for before := stay.EnteredAt.Add(-50 * time.Hour); before.Before(stay.EnteredAt); before = before.Add(time.Minute) {
		s.look(before)
	}
	for at := stay.EnteredAt; at.Before(stay.ExitedAt); at = at.Add(time.Minute) {
		s.look(at)
		m := moment{rate: -1, day: len(out) / 1440, date: s.shown.Truncate(24 * time.Hour), passed: s.passed(stay, passes)}
		for i, r := range s.tariff.Rates {
			if from, ok := s.since(r.Window); ok {
				m.rate, m.window = i, from
			}
		}
		out = append(out, m)
	}
	s.setFree(out)
	return out
}

func (s *slow) setFree(all []moment) {
	f := s.tariff.Free
	if f == nil {
		return
	}
	group := func(m moment) int {
		if f.Renew == parking.Daily {
			return m.day
		}
		return 0
	}
	total, used := map[int]int{}, map[int]int{}
	for _, m := range all {
		if !m.passed {
			total[group(m)]++
		}
	}
	for i, m := range all {
		g := group(m)
		if m.passed || used[g] >= f.Minutes || f.Kind == parking.Threshold && total[g] > f.Minutes {
			continue
		}
		used[g]++
		all[i].free = true
	}
}

// adds returns what the n-th charged minute of a part adds, n from 0.
func (s *slow) adds(r parking.Rate, n int) int64 {
	fen := func(d decimal.Decimal) int64 { return d.Shift(2).IntPart() }
	first, after := 0, 1<<60
	if r.First != nil {
		first = r.First.Minutes
	}
	if r.Over != nil {
		after = r.Over.AfterMinutes
	}
	switch {
	case r.Free:
	case r.PerVisit != nil:
		if n == 0 {
			return fen(r.PerVisit.Price)
		}
	case n < first:
		if n == 0 {
			return fen(r.First.Price)
		}
	case n >= after:
		if (n-after)%r.Over.Minutes == 0 {
			return fen(r.Over.Price)
		}
	case (n-first)%r.Unit.Minutes == 0:
		return fen(r.Unit.Price)
	}
	return 0
}

// fee returns what a stay costs, in fen, before factor and rounding.
func (s *slow) fee(stay parking.ShortStay, passes []parking.MonthlyPass) int64 {
	type coming struct {
		rate int
		from time.Time
	}
	type part struct {
		coming
		day  int
		date time.Time
	}
	type frame struct {
		day  int
		date time.Time
	}
	counted, windows, frames := map[part]int{}, map[coming]int64{}, map[frame]int64{}
	var sum int64
	for _, m := range s.moments(stay, passes) {
		if m.passed || m.free {
			continue
		}
		in := part{coming: coming{m.rate, m.window}}
		var f frame
		if c := s.tariff.Cap; c != nil && c.Per == parking.FromEntry {
			in.day, f.day = m.day, m.day
		}
		if c := s.tariff.Cap; c != nil && c.Per == parking.CalendarDay {
			in.date, f.date = m.date, m.date
		}
		if x := s.tariff.Free; x != nil && x.Renew == parking.Daily {
			in.day = m.day
		}
		r := s.tariff.Rates[m.rate]
		more := s.adds(r, counted[in])
		counted[in]++
		if limit := r.Cap.Shift(2).IntPart(); limit > 0 {
			more = min(more, max(0, limit-windows[in.coming]))
		}
		windows[in.coming] += more
		if c := s.tariff.Cap; c != nil {
			more = min(more, max(0, c.Amount.Shift(2).IntPart()-frames[f]))
		}
		frames[f] += more
		sum += more
	}
	return sum
}

// dice makes tariffs, stays and passes.
type dice struct{ *rand.Rand }

func (d dice) price() decimal.Decimal { return decimal.New(int64(1+d.IntN(2000)), -2) }

func (d dice) block() *parking.Block {
	sizes := []int{1, 7, 15, 30, 60, 100, 120, 1440, 2000}
	return &parking.Block{Minutes: sizes[d.IntN(len(sizes))], Price: d.price()}
}

func (d dice) rate(w *parking.Window) parking.Rate {
	r := parking.Rate{Window: w}
	switch d.IntN(6) {
	case 0:
		r.Free = true
		return r
	case 1:
		r.PerVisit = &parking.Visit{Price: d.price()}
		return r
	}
	r.Unit = d.block()
	after := 1 + d.IntN(300)
	if d.IntN(2) == 0 {
		r.First = d.block()
		after += r.First.Minutes
	}
	if d.IntN(2) == 0 {
		b := d.block()
		r.Over = &parking.OverBlock{AfterMinutes: after, Minutes: b.Minutes, Price: b.Price}
	}
	if w != nil && d.IntN(2) == 0 {
		r.Cap = d.price()
	}
	return r
}

func clockTime(minute int) civil.TimeOfDay {
	t := time.Date(2000, 1, 1, 0, minute, 0, 0, time.UTC)
	return civil.MustParseTimeOfDay(t.Format("15:04"))
}

// times returns n different times of day, in order from a random one on.
func (d dice) times(n int) []civil.TimeOfDay {
	var out []civil.TimeOfDay
	at := d.IntN(1440)
	for range n {
		out = append(out, clockTime(at%1440))
		at += 1 + d.IntN(1440/n-1)
	}
	return out
}

func (d dice) tariff() parking.Tariff {
	t := parking.Tariff{Code: "t", Currency: cny(), GraceMinutes: d.IntN(30)}
	if n := d.IntN(5); n < 2 {
		t.Rates = []parking.Rate{d.rate(nil)}
	} else {
		at := d.times(n)
		for i := range at {
			t.Rates = append(t.Rates, d.rate(&parking.Window{From: at[i], To: at[(i+1)%n]}))
		}
	}
	if d.IntN(2) == 0 {
		t.Free = &parking.Free{Minutes: 1 + d.IntN(200), Kind: parking.FreeKind(1 + d.IntN(2)), Renew: parking.Renewal(d.IntN(3))}
	}
	if d.IntN(3) > 0 {
		t.Cap = &parking.Cap{Amount: d.price(), Per: parking.CapPer(1 + d.IntN(3))}
	}
	return t
}

// zones are where the clocks go forward, back, by half an hour, over midnight, and not at all.
func zones(tb testing.TB) []*time.Location {
	tb.Helper()
	out := []*time.Location{time.UTC, shanghai()}
	for _, name := range []string{"America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Shanghai"} {
		z, err := time.LoadLocation(name)
		require.NoError(tb, err)
		out = append(out, z)
	}
	return out
}

// enter returns an entry, mostly near a change of the clocks.
func (d dice) enter(z *time.Location) time.Time {
	year := 2010 + d.IntN(8)
	t := time.Date(year, 1, 1+d.IntN(365), d.IntN(24), d.IntN(60), d.IntN(60), d.IntN(2)*d.IntN(1e9), z)
	if _, end := t.ZoneBounds(); !end.IsZero() && d.IntN(3) > 0 {
		t = end.Add(time.Duration(d.IntN(6000)-4000) * time.Minute).Add(time.Duration(d.IntN(60)) * time.Second)
	}
	return t
}

func (d dice) passes(from time.Time) []parking.MonthlyPass {
	var out []parking.MonthlyPass
	for range d.IntN(3) {
		start := civil.Of(from).AddDays(d.IntN(5) - 3)
		p := parking.MonthlyPass{Plate: "A", Period: civil.Period{Start: start, End: start.AddDays(1 + d.IntN(5))}}
		for range d.IntN(3) {
			at := d.times(2)
			p.Windows = append(p.Windows, parking.Window{From: at[0], To: at[1]})
		}
		out = append(out, p)
	}
	return out
}

// FuzzFee compares with the slow pricer, and checks what holds for every fee: that it derives and verifies,
// never falls when the stay grows, nor rises by a pass or by paying in between.
func FuzzFee(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed, uint16(seed*97), uint8(seed%60))
	}
	f.Fuzz(func(t *testing.T, seed uint64, length uint16, second uint8) {
		d := dice{rand.New(rand.NewPCG(seed, 1))}
		z := zones(t)[d.IntN(6)]
		x := d.tariff()
		p, err := parking.Compile(x, z)
		require.NoError(t, err)
		s := parking.ShortStay{Plate: "A", EnteredAt: d.enter(z)}
		s.ExitedAt = s.EnteredAt.Add(time.Duration(length%8000)*time.Minute + time.Duration(second%60)*time.Second)
		passes := d.passes(s.EnteredAt)

		fee := sound(t, p, s, passes...)
		oracle := slow{tariff: x, zone: z}
		require.Equal(t, oracle.fee(s, passes), fee.Amount.Minor())

		without, err := p.Amount(s)
		require.NoError(t, err)
		require.LessOrEqual(t, fee.Amount.Minor(), without.Minor(), "a pass must not cost")

		longer := s
		longer.ExitedAt = s.ExitedAt.Add(time.Duration(1+d.IntN(300)) * time.Minute)
		more, err := p.Amount(longer, passes...)
		require.NoError(t, err)
		require.GreaterOrEqual(t, more.Minor(), fee.Amount.Minor(), "a longer stay must not cost less")

		if fee.Amount.Sign() > 0 {
			longer.ExitedAt = s.ExitedAt.Add(time.Duration(x.GraceMinutes) * time.Minute)
			longer.Payments = []parking.Payment{{At: s.ExitedAt, Amount: fee.Amount}}
			settled := sound(t, p, longer, passes...)
			require.Equal(t, fee.Amount, settled.Amount)
			require.Zero(t, settled.Due.Sign())
		}
	})
}

// FuzzFactor compares the factor of a class and its rounding with big rationals.
func FuzzFactor(f *testing.F) {
	f.Add(int64(1), uint32(2_000_000), uint16(61))
	f.Add(int64(333), uint32(333_333), uint16(5000))
	f.Add(int64(99_999_999), uint32(100_000_000), uint16(65535))
	f.Fuzz(func(t *testing.T, fen int64, micro uint32, length uint16) {
		fen, micro = max(1, fen%100_000_000), max(1, micro%100_000_001)
		if fen < 0 {
			fen = 1
		}
		x := tariff(parking.Rate{Unit: &parking.Block{Minutes: 1, Price: decimal.New(fen, -2)}})
		x.Classes = []parking.Class{{Code: "k", Factor: decimal.New(int64(micro), -6)}}
		s := minutes(int(length))
		s.Class = "k"
		got := sound(t, compile(t, x), s).Amount
		want := new(big.Rat).Mul(big.NewRat(fen*int64(length), 1), big.NewRat(int64(micro), 1_000_000))
		require.Equal(t, want.FloatString(0), big.NewInt(got.Minor()).String()) // FloatString rounds half away from zero
	})
}

// FuzzLong: stays of years are priced in time, and bounded by their caps.
func FuzzLong(f *testing.F) {
	f.Add(uint64(1), uint32(parking.MaxDays*1440), uint16(1))
	f.Add(uint64(2), uint32(1_000_000), uint16(700))
	f.Fuzz(func(t *testing.T, seed uint64, length uint32, more uint16) {
		d := dice{rand.New(rand.NewPCG(seed, 2))}
		z := zones(t)[d.IntN(6)]
		x := d.tariff()
		x.Cap = &parking.Cap{Amount: d.price(), Per: parking.CapPer(1 + d.IntN(3))}
		p, err := parking.Compile(x, z)
		require.NoError(t, err)
		n := int(length % (parking.MaxDays * 1440))
		s := parking.ShortStay{Plate: "A", EnteredAt: d.enter(z)}
		s.ExitedAt = s.EnteredAt.Add(time.Duration(n) * time.Minute)
		short := sound(t, p, s)
		spans := int64(1)
		switch x.Cap.Per {
		case parking.FromEntry:
			spans = int64(n/1440 + 1)
		case parking.CalendarDay:
			spans = int64(n/1440 + 2)
		case parking.WholeStay:
		}
		require.LessOrEqual(t, short.Amount.Minor(), spans*x.Cap.Amount.Shift(2).IntPart())
		require.GreaterOrEqual(t, short.Amount.Sign(), 0)
		s.ExitedAt = s.ExitedAt.Add(time.Duration(min(int(more), parking.MaxDays*1440-n)) * time.Minute)
		long, err := p.Amount(s)
		require.NoError(t, err)
		require.GreaterOrEqual(t, long.Minor(), short.Amount.Minor())
	})
}

// FuzzPassFee compares with big rationals, day by day.
func FuzzPassFee(f *testing.F) {
	f.Add(int64(15000), uint16(100), uint16(400), uint8(1))
	f.Add(int64(1), uint16(0), uint16(1), uint8(3))
	f.Fuzz(func(t *testing.T, fen int64, start, days uint16, by uint8) {
		if fen < 1 || fen > 100_000_000 {
			return
		}
		first := civil.MustParse("2024-01-01").AddDays(int(start))
		period := civil.Period{Start: first, End: first.AddDays(1 + int(days%3000))}
		method := parking.PassProration(1 + by%3)
		fee, err := parking.PassPrice{Currency: cny(), Price: decimal.New(fen, -2), Proration: method}.Fee(period)
		require.NoError(t, err)
		require.NoError(t, fee.Verify())
		require.NoError(t, fee.Why().Check())
		parts := map[civil.Date]*big.Rat{}
		halves := map[[2]int]bool{}
		for d := period.Start; d.Before(period.End); d = d.AddDays(1) {
			month := d.MonthStart()
			if parts[month] == nil {
				parts[month] = new(big.Rat)
			}
			half := [2]int{month.DaysSince(first), min(d.Day(), 16) / 16}
			switch {
			case method == parking.ActualDays:
				parts[month].Add(parts[month], big.NewRat(1, int64(d.DaysInMonth())))
			case method == parking.WholeMonth:
				parts[month].SetInt64(1)
			case !halves[half]:
				halves[half] = true
				parts[month].Add(parts[month], big.NewRat(1, 2))
			}
		}
		sum := new(big.Int)
		for _, part := range parts {
			month, ok := new(big.Int).SetString(part.Mul(part, big.NewRat(fen, 1)).FloatString(0), 10)
			require.True(t, ok)
			sum.Add(sum, month)
		}
		require.Equal(t, money.New(sum.Int64(), cny()), fee.Amount)
	})
}
