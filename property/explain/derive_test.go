package explain_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
)

const (
	labelFee   explain.Label = "test/fee: management fee %[1]s"
	labelArea  explain.Label = "test/area: built-up area"
	labelPrice explain.Label = "test/price: price"
	labelDue   explain.Label = "test/due: due"
	labelDays  explain.Label = "test/days: part of the month"
)

// num is a bare given figure.
func num(text, unit string) explain.Step {
	return explain.Given("", explain.Decimal(text, unit))
}

// word is a bare given text.
func word(text string) explain.Step { return explain.Given("", explain.Value{Text: text}) }

func TestDerive(t *testing.T) {
	area, price := num("89.53", "m2"), num("2.80", "CNY/m2")
	month := explain.Product("", area, price)
	days := explain.Ratio("", num("15", "d"), num("31", "d"))
	tests := []struct {
		name string
		step explain.Step
		want explain.Value
	}{
		{"a month, EX-102", month, explain.Value{Text: "250.684", Unit: "CNY"}},
		{"billed, EX-102", explain.Round("", month, "halfUp", "0.01"), explain.Value{Text: "250.68", Unit: "CNY"}},
		{"15 of 31 days", days, explain.Value{Text: "15/31"}},
		{"exact part", explain.Product("", month, days), explain.Value{Text: "188013/1550", Unit: "CNY"}},
		{
			"part month, EX-106", explain.Round("", explain.Product("", month, days), "halfUp", "0.01"),
			explain.Value{Text: "121.3", Unit: "CNY"},
		},
		{"three months, EX-102", explain.Sum("", num("250.68", "CNY"), num("250.68", "CNY"), num("250.68", "CNY")), explain.Value{Text: "752.04", Unit: "CNY"}},
		{"refund, EX-109", explain.Sum("", num("228.30", "CNY"), num("-214.87", "CNY")), explain.Value{Text: "13.43", Unit: "CNY"}},
		{"price per day", explain.Ratio("", num("31", "CNY/m2"), num("31", "d")), explain.Value{Text: "1", Unit: "CNY/d·m2"}},
		{"rate", explain.Ratio("", num("1", ""), num("4", "d")), explain.Value{Text: "0.25", Unit: "1/d"}},
		{"rate times days", explain.Product("", num("0.25", "1/d"), num("8", "d")), explain.Value{Text: "2"}},
		{"share, EX-202", explain.Allocate("", 1, "0.01", num("1000", "CNY"), area, num("120.10", "m2"), num("65.37", "m2")), explain.Value{Text: "436.73", Unit: "CNY"}},
		{"picked", explain.Pick("", 1, word("vacant"), word("occupied")), explain.Value{Text: "occupied"}},
		{"capped, EX-109", explain.Clamp("", num("2.55", "CNY/m2"), num("1.60", "CNY/m2"), num("2.40", "CNY/m2")), explain.Value{Text: "2.4", Unit: "CNY/m2"}},
		{"raised", explain.Clamp("", num("1", ""), num("1.6", ""), num("2.4", "")), explain.Value{Text: "1.6"}},
		{"between", explain.Clamp("", num("2", ""), num("1.6", ""), num("2.4", "")), explain.Value{Text: "2"}},
		{"over the cap", explain.Compare("", num("2.55", "CNY/m2"), "<=", num("2.4", "CNY/m2")), explain.Value{Text: "false"}},
		{"ten is not below nine", explain.Compare("", num("10", ""), "<", num("9", "")), explain.Value{Text: "false"}},
		{"in time", explain.Compare("", word("2026-03-11"), "<=", word("2026-03-15")), explain.Value{Text: "true"}},
		{"same instant, two zones", explain.Compare("", word("2026-03-11T08:00:00+08:00"), ">=", word("2026-03-11T00:00:00Z")), explain.Value{Text: "true"}},
		{"the same instant in two offsets", explain.Compare("", word("2026-09-20T08:00:00Z"), "=", word("2026-09-20T16:00:00+08:00")), explain.Value{Text: "true"}},
		{"the same clock in two offsets", explain.Compare("", word("2026-09-20T16:00:00Z"), "=", word("2026-09-20T16:00:00+08:00")), explain.Value{Text: "false"}},
		{"the same fraction", explain.Compare("", word("2026-09-20T08:00:00.50Z"), "=", word("2026-09-20T16:00:00.5+08:00")), explain.Value{Text: "true"}},
		{"a nanosecond late", explain.Compare("", word("2026-09-20T16:00:00.000000001+08:00"), "<=", word("2026-09-20T08:00:00Z")), explain.Value{Text: "false"}},
		{"before by the instant, after by the clock", explain.Compare("", word("2026-09-20T09:00:00+08:00"), "<", word("2026-09-20T02:00:00Z")), explain.Value{Text: "true"}},
		{"before closing", explain.Compare("", word("17:30"), ">", word("09:00")), explain.Value{Text: "true"}},
		{"same code", explain.Compare("", word("A-1"), "=", word("A-2")), explain.Value{Text: "false"}},
		{"entries", explain.Count("", area, price), explain.Value{Text: "2"}},
		{"no entries", explain.Count(""), explain.Value{Text: "0"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.step.Value != tt.want {
				t.Errorf("result = %v, want %v", tt.step.Value, tt.want)
			}
			if err := tt.step.Check(); err != nil {
				t.Errorf("Check() = %v, want nil", err)
			}
		})
	}
}

func TestRoundModes(t *testing.T) {
	modes := []string{"halfUp", "halfEven", "halfDown", "up", "down", "ceiling", "floor"}
	tests := []struct {
		in   string
		want []string // in the order of modes
	}{
		{"0.125", []string{"0.13", "0.12", "0.12", "0.13", "0.12", "0.13", "0.12"}},
		{"0.135", []string{"0.14", "0.14", "0.13", "0.14", "0.13", "0.14", "0.13"}},
		{"-0.125", []string{"-0.13", "-0.12", "-0.12", "-0.13", "-0.12", "-0.12", "-0.13"}},
		{"0.1251", []string{"0.13", "0.13", "0.13", "0.13", "0.12", "0.13", "0.12"}},
		{"-0.1249", []string{"-0.12", "-0.12", "-0.12", "-0.13", "-0.12", "-0.12", "-0.13"}},
		{"7", []string{"7", "7", "7", "7", "7", "7", "7"}},
	}
	for _, tt := range tests {
		for i, mode := range modes {
			got := explain.Round("", num(tt.in, "CNY"), mode, "0.01")
			if want := (explain.Value{Text: tt.want[i], Unit: "CNY"}); got.Value != want {
				t.Errorf("Round(%s, %s, 0.01) = %v, want %v", tt.in, mode, got.Value, want)
			}
		}
	}
	require.Equal(t, "250.5", explain.Round("", num("250.684", ""), "halfUp", "0.5").Value.Text)
	require.Equal(t, "260", explain.Round("", num("250.684", ""), "up", "10").Value.Text)
}

func TestAllocateShares(t *testing.T) {
	tests := []struct {
		name          string
		total         string
		weights, want []string
	}{
		{"EX-201", "1234.56", []string{"88.88", "102.35", "75.60", "133.17"}, []string{"274.32", "315.89", "233.33", "411.02"}},
		{"EX-202", "1000", []string{"89.53", "120.10", "65.37"}, []string{"325.56", "436.73", "237.71"}},
		{"EX-203", "100", []string{"1", "1", "1"}, []string{"33.34", "33.33", "33.33"}},
		{"EX-204", "0.02", []string{"1", "1", "1"}, []string{"0.01", "0.01", "0"}},
		{"EX-205", "97.66", []string{"150", "320", "90", "4440"}, []string{"2.93", "6.25", "1.76", "86.72"}},
		{"credit", "-100", []string{"1", "1", "1"}, []string{"-33.34", "-33.33", "-33.33"}},
		{"zero weight", "1", []string{"0", "1"}, []string{"0", "1"}},
		{"nothing", "0", []string{"2", "1"}, []string{"0", "0"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			weights := make([]explain.Step, len(tt.weights))
			for i, w := range tt.weights {
				weights[i] = num(w, "m2")
			}
			for i, want := range tt.want {
				got := explain.Allocate("", i, "0.01", num(tt.total, "CNY"), weights...)
				if got.Value != (explain.Value{Text: want, Unit: "CNY"}) {
					t.Errorf("share %d = %v, want %s CNY", i, got.Value, want)
				}
			}
		})
	}
}

func TestConstructorsKeepTheirOwnInputs(t *testing.T) {
	inputs := []explain.Step{num("1", "CNY"), num("2", "CNY")}
	args := []string{"1-0803"}
	sum := explain.Sum(labelFee, inputs...).WithArgs(args...)
	inputs[0], args[0] = num("9", "CNY"), "other"
	require.NoError(t, sum.Check())
	require.Equal(t, []string{"1-0803"}, sum.Args)
}

func FuzzArithmetic(f *testing.F) {
	f.Add(int64(8953), int64(100), int64(28), int64(10))
	f.Add(int64(15), int64(31), int64(-1), int64(3))
	f.Add(int64(0), int64(7), int64(0), int64(1))
	f.Fuzz(func(t *testing.T, an, ad, bn, bd int64) {
		if ad == 0 || bd == 0 {
			return
		}
		a := explain.Given("", explain.Exact(big.NewInt(an), big.NewInt(ad), "CNY"))
		b := explain.Given("", explain.Exact(big.NewInt(bn), big.NewInt(bd), "CNY"))
		x, y := big.NewRat(an, ad), big.NewRat(bn, bd)

		sum, product := explain.Sum("", a, b), explain.Product("", a, b)
		requireNumber(t, new(big.Rat).Add(x, y), sum)
		requireNumber(t, new(big.Rat).Mul(x, y), product)
		require.Equal(t, sum.Value, explain.Sum("", b, a).Value)
		require.Equal(t, product.Value, explain.Product("", b, a).Value)
		require.Equal(t, "CNY·CNY", product.Value.Unit)
		if y.Sign() == 0 {
			require.Equal(t, explain.Value{}, explain.Ratio("", a, b).Value)
			return
		}
		ratio := explain.Ratio("", a, b)
		require.Empty(t, ratio.Value.Unit)
		back := explain.Product("", ratio, b)
		require.Equal(t, a.Value, back.Value)
		require.NoError(t, back.Check())
	})
}

func requireNumber(t *testing.T, want *big.Rat, s explain.Step) {
	t.Helper()
	got, ok := explain.Number(s.Value.Text)
	require.True(t, ok, "%v", s.Value)
	require.Zero(t, want.Cmp(got), "want %v, got %v", want, got)
	require.NoError(t, s.Check())
}

func FuzzRound(f *testing.F) {
	f.Add(int64(125), int64(1000), int64(1), int64(100))
	f.Add(int64(-7), int64(3), int64(1), int64(2))
	f.Fuzz(func(t *testing.T, n, d, sn, sd int64) {
		if d == 0 || sn <= 0 || sd <= 0 {
			return
		}
		in := explain.Given("", explain.Exact(big.NewInt(n), big.NewInt(d), ""))
		stepText := explain.Exact(big.NewInt(sn), big.NewInt(sd), "").Text
		x, step := big.NewRat(n, d), big.NewRat(sn, sd)
		half := new(big.Rat).Quo(step, big.NewRat(2, 1))
		got := map[string]*big.Rat{}
		for _, mode := range []string{"halfUp", "halfEven", "halfDown", "up", "down", "ceiling", "floor"} {
			s := explain.Round("", in, mode, stepText)
			require.NoError(t, s.Check())
			m, ok := explain.Number(s.Value.Text)
			require.True(t, ok)
			require.True(t, new(big.Rat).Quo(m, step).IsInt(), "%s: %v is no multiple of %v", mode, m, step)
			require.Negative(t, new(big.Rat).Abs(new(big.Rat).Sub(x, m)).Cmp(step), "%s is a step away", mode)
			again := explain.Round("", s, mode, stepText)
			require.Equal(t, s.Value, again.Value, "%s twice", mode)
			got[mode] = m
		}
		require.LessOrEqual(t, got["floor"].Cmp(x), 0)
		require.GreaterOrEqual(t, got["ceiling"].Cmp(x), 0)
		require.GreaterOrEqual(t, new(big.Rat).Abs(got["up"]).Cmp(new(big.Rat).Abs(x)), 0)
		require.LessOrEqual(t, new(big.Rat).Abs(got["down"]).Cmp(new(big.Rat).Abs(x)), 0)
		tie := new(big.Rat).Abs(new(big.Rat).Sub(x, got["down"])).Cmp(half) == 0
		for _, mode := range []string{"halfUp", "halfEven", "halfDown"} {
			require.LessOrEqual(t, new(big.Rat).Abs(new(big.Rat).Sub(x, got[mode])).Cmp(half), 0, mode)
		}
		if tie {
			require.Zero(t, got["halfUp"].Cmp(got["up"]))
			require.Zero(t, got["halfDown"].Cmp(got["down"]))
			require.Zero(t, new(big.Rat).Quo(got["halfEven"], step).Num().Bit(0))
		}
	})
}

func FuzzAllocate(f *testing.F) {
	f.Add(int64(100000), uint32(8953), uint32(12010), uint32(6537))
	f.Add(int64(-2), uint32(1), uint32(1), uint32(1))
	f.Fuzz(func(t *testing.T, cents int64, a, b, c uint32) {
		if uint64(a)+uint64(b)+uint64(c) == 0 {
			return
		}
		total := explain.Given("", explain.Exact(big.NewInt(cents), big.NewInt(100), "CNY"))
		raw := []uint32{a, b, c}
		weights := make([]explain.Step, len(raw))
		sum := new(big.Rat)
		for i, w := range raw {
			weights[i] = explain.Given("", explain.Exact(big.NewInt(int64(w)), big.NewInt(7), "m2"))
			sum.Add(sum, big.NewRat(int64(w), 1))
		}
		left := big.NewRat(cents, 100)
		for i, w := range raw {
			s := explain.Allocate("", i, "0.01", total, weights...)
			require.NoError(t, s.Check())
			got, ok := explain.Number(s.Value.Text)
			require.True(t, ok)
			left.Sub(left, got)
			quota := new(big.Rat).Mul(big.NewRat(cents, 100), new(big.Rat).Quo(big.NewRat(int64(w), 1), sum))
			off := quota.Sub(quota, got)
			require.Negative(t, off.Abs(off).Cmp(big.NewRat(1, 100)), "share %d is a fen or more off", i)
			if w == 0 {
				require.Zero(t, got.Sign())
			}
		}
		require.Zero(t, left.Sign(), "shares leave %v", left)
	})
}
