package sla_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
)

// scheme is points by the hour, from −5 to 3, urgent cases double.
func scheme() sla.BonusMalus {
	return sla.BonusMalus{
		Code: "2026", Milestone: "resolve", Unit: civil.MustParseSpan("PT1H"), Floor: -5, Cap: 3,
		Base: decimal.NewFromInt(10), Step: decimal.RequireFromString("1.5"), In: "point",
		Weights: []sla.Weight{
			{Categories: []string{"urgent"}, Weight: decimal.NewFromInt(2)},
			{Categories: []string{"minor"}, Weight: decimal.RequireFromString("0.5")},
		},
	}
}

// TestAssess: 4 hours from 10:00; each hour or part of one early is 1.5, each whole hour late −1.5.
func TestAssess(t *testing.T) {
	c := compile(t, repair("PT4H", sla.Wall, "hours"))
	for _, x := range []struct{ done, category, score string }{
		{"2026-11-02 14:00", "urgent", "20"},    // on the instant: 2 × 10
		{"2026-11-02 13:59:59", "urgent", "23"}, // a second early counts as an hour: 2 × 11.5
		{"2026-11-02 13:00", "urgent", "23"},
		{"2026-11-02 12:59:59", "urgent", "26"},
		{"2026-11-02 11:00", "urgent", "29"},    // three hours, the cap
		{"2026-11-02 10:00", "urgent", "29"},    // four are no more
		{"2026-11-02 14:59:59", "urgent", "20"}, // a part of an hour late costs nothing
		{"2026-11-02 15:00", "urgent", "17"},
		{"2026-11-02 15:59", "urgent", "17"},
		{"2026-11-02 19:00", "urgent", "5"},
		{"2026-11-09 19:00", "urgent", "5"}, // the floor
		{"2026-11-02 13:30", "minor", "5.75"},
		{"2026-11-02 13:30", "planned", ""},
		{"", "urgent", "5"}, // late and open: the floor
	} {
		k := caseOf(on("2026-11-02 10:00", "reported"))
		k.Category = x.category
		if x.done != "" {
			k.Log = append(k.Log, on(x.done, "resolved"))
		}
		step, ok, err := c.Assess(scheme(), k, at("2026-12-01 00:00"))
		require.NoError(t, err)
		require.Equal(t, x.score != "", ok, x)
		if ok {
			require.NoError(t, step.Check())
			require.Equal(t, x.score, step.Value.Text, x)
			require.Equal(t, "point", step.Value.Unit)
			require.Equal(t, []string{"R-1"}, step.Args)
		}
	}
}

// TestAssessWorking: margins are counted as the limit is: from 17:30 to 09:30 is an hour.
func TestAssessWorking(t *testing.T) {
	c := compile(t, repair("PT4H", sla.Working, "office"))
	k := caseOf(on("2026-11-02 14:30", "reported"), on("2026-11-02 17:30", "resolved")) // due at 10:00 on Tuesday
	k.Category = "minor"
	step, ok, err := c.Assess(scheme(), k, at("2026-12-01 00:00"))
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, "5.75", step.Value.Text, "one hour early")
	k.Log[1] = on("2026-11-03 13:30", "resolved") // two hours late, with the lunch break out
	step, _, err = c.Assess(scheme(), k, at("2026-12-01 00:00"))
	require.NoError(t, err)
	require.Equal(t, "3.5", step.Value.Text)
}

// FuzzAssess compares scores with exact fractions worked out by hand.
func FuzzAssess(f *testing.F) {
	f.Add(int64(4*3600), int64(3600), int64(10000), int64(1500), int64(2000), 5, 3)
	f.Add(int64(1), int64(7), int64(-10001), int64(-33), int64(1), 0, 0)
	f.Add(int64(100000), int64(1), int64(0), int64(1), int64(999), 1000, 1000)
	clock := compile(f, repair("PT4H", sla.Wall, "hours"))
	start := at("2026-11-02 10:00")
	f.Fuzz(func(t *testing.T, took, unit, base, step, weight int64, low, high int) {
		took, unit = abs(took)%1_000_000, 1+abs(unit)%1_000_000
		base, step, weight = base%1_000_000, step%1_000_000, abs(weight)%1_000_000
		low, high = -int(abs(int64(low))%1_000_000), int(abs(int64(high))%1_000_000)
		b := sla.BonusMalus{
			Code: "b", Milestone: "resolve", Unit: civil.MustParseSpan("PT" + big.NewInt(unit).String() + "S"), Floor: low, Cap: high,
			Base: decimal.New(base, -3), Step: decimal.New(step, -3), In: "point", Weights: []sla.Weight{{Weight: decimal.New(weight, -3)}},
		}
		done := start.Add(time.Duration(took) * time.Second)
		k := &sla.Case{ID: "1", Log: []flow.Event{{At: start, Name: "reported"}, {At: done, Name: "resolved"}}}
		got, ok, err := clock.Assess(b, k, done)
		require.NoError(t, err)
		require.True(t, ok)
		require.NoError(t, got.Check())

		index, margin := int64(0), 4*3600-took
		for index < 2_000_000 && index*unit < margin { // units early, a part counts
			index++
		}
		for index > -2_000_000 && (index-1)*unit >= margin { // whole units late
			index--
		}
		index = min(max(index, int64(low)), int64(high))
		exact, ok := new(big.Rat).SetString(got.Value.Text)
		require.True(t, ok)
		wide := new(big.Int).Mul(big.NewInt(weight), new(big.Int).Add(big.NewInt(base), new(big.Int).Mul(big.NewInt(index), big.NewInt(step))))
		want := new(big.Rat).SetFrac(wide, big.NewInt(1_000_000))
		require.Zero(t, want.Cmp(exact), "%v, want %v", got.Value, want)
	})
}

func abs(n int64) int64 {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

// Never doing it does not pay: what is late and open costs what it would if it were done now, at most the floor.
func TestAssessOpen(t *testing.T) {
	b := sla.BonusMalus{
		Code: "b", Milestone: "resolve", Unit: civil.MustParseSpan("PT1H"), Floor: -5, Cap: 5, Step: decimal.NewFromInt(10),
		In: "CNY", Weights: []sla.Weight{{Weight: decimal.NewFromInt(2)}},
	}
	for _, c := range []struct {
		name, now, want string
		more            []flow.Event
	}{
		{"in time", "2026-11-02 14:00", "", nil},
		{"a part of an hour late", "2026-11-02 14:59", "0", nil},
		{"an hour late", "2026-11-02 15:00", "-20", nil},
		{"weeks late", "2026-11-20 15:00", "-100", nil},
		{"given up two hours late", "2026-11-20 15:00", "-40", []flow.Event{on("2026-11-02 16:00", "cancelled")}},
	} {
		p := repair("PT4H", sla.Wall, "hours")
		p.Cancelled = []string{"cancelled"}
		k := caseOf(append([]flow.Event{on("2026-11-02 10:00", "reported")}, c.more...)...)
		step, ok, err := compile(t, p).Assess(b, k, at(c.now))
		require.NoError(t, err)
		require.Equal(t, c.want != "", ok, c.name)
		require.Equal(t, c.want, step.Value.Text, c.name)
	}
}
