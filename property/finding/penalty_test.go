package finding_test

import (
	"encoding/json"
	"math/big"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/finding"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
)

// exact compares values by ==, and decimals by what they are worth.
func exact() []cmp.Option {
	return []cmp.Option{
		cmp.Comparer(func(a, b metric.Figure) bool { return a == b }),
		cmp.Comparer(func(a, b civil.Span) bool { return a == b }),
		cmp.Comparer(func(a, b money.Amount) bool { return a == b }),
		cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) }),
	}
}

func marshal(tb testing.TB, v any) []byte {
	tb.Helper()
	text, err := json.Marshal(v)
	require.NoError(tb, err)
	return text
}

// TestPenaltyGrows: KPI-47. 2 points and 50 yuan, half as much again each time it is found uncorrected, at most threefold: 2, 3,
// 4.5, then 6.75 limited to 6.
func TestPenaltyGrows(t *testing.T) {
	log := logOf(t, "03-02 issued", "03-04 failed", "03-06 failed", "03-08 failed", "03-10 failed")
	tests := []struct {
		asOf           string
		points, amount string
	}{
		{"2026-03-01", "0", "0.00 CNY"},
		{"2026-03-02", "2", "50.00 CNY"},
		{"2026-03-04", "5", "125.00 CNY"},
		{"2026-03-06", "9.5", "237.50 CNY"},
		{"2026-03-08", "15.5", "387.50 CNY"},
		{"2026-03-10", "21.5", "537.50 CNY"},
		{"2026-03-17", "21.5", "537.50 CNY"},
		{"2026-03-18", "24.5", "537.50 CNY"}, // overdue: one point, threefold
	}
	rules := compile(t, policy())
	for _, tt := range tests {
		got, err := rules.Status(&finding.Case{ID: "F", Log: log}, day(tt.asOf))
		require.NoError(t, err)
		require.Equal(t, tt.points, got.Points.String(), tt.asOf)
		require.Equal(t, tt.amount, got.Amount.String(), tt.asOf)
		derives(t, &got)
	}
}

// derives: both derivations replay to the figures of the status.
func derives(tb testing.TB, s *finding.Status) {
	tb.Helper()
	if why := s.Why(); s.Points.IsSet() {
		require.NoError(tb, why.Check())
		require.Equal(tb, explain.Decimal(s.Points.String(), "point"), why.Value)
	}
	if why := s.WhyAmount(); s.Amount != (money.Amount{}) {
		require.NoError(tb, why.Check())
		require.Equal(tb, explain.Decimal(s.Amount.Decimal().String(), "CNY"), why.Value)
	}
}

// TestPenaltyPolicies: the readings of "heavier" side by side, of a finding of 3 points.
func TestPenaltyPolicies(t *testing.T) {
	tests := []struct {
		name    string
		repeat  finding.Repeat
		step    string
		repeats int
		points  string
	}{
		{"the first time", finding.Repeat{Factor: figure("2")}, "", 0, "3"},
		{"no heavier", finding.Repeat{}, "", 4, "3"},
		{"once", finding.Repeat{Factor: figure("2")}, "", 4, "6"},
		{"each time", finding.Repeat{Factor: figure("2"), EachTime: true}, "", 4, "48"},
		{"each time, at most tenfold", finding.Repeat{Factor: figure("2"), EachTime: true, Most: figure("10")}, "", 4, "30"},
		{"at most tenfold, not reached", finding.Repeat{Factor: figure("2"), EachTime: true, Most: figure("10")}, "", 3, "24"},
		{"at most eightfold, reached", finding.Repeat{Factor: figure("2"), EachTime: true, Most: figure("8")}, "", 3, "24"},
		{"a thousand times, at most tenfold", finding.Repeat{Factor: figure("2"), EachTime: true, Most: figure("10")}, "", 1000, "30"},
		{"rounded to 0.01, half up", finding.Repeat{Factor: figure("1.15"), EachTime: true}, "", 3, "4.56"}, // 3 × 1.520875 = 4.562625
		{"rounded to halves", finding.Repeat{Factor: figure("1.25"), EachTime: true}, "0.5", 1, "4"},        // 3.75
		{"rounded to 0.1, a tie", finding.Repeat{Factor: figure("1.35")}, "0.1", 1, "4.1"},                  // 4.05
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := policy()
			p.Repeat, p.Penalties = tt.repeat, []finding.Penalty{{On: finding.OnIssue, Points: figure("3")}}
			if tt.step != "" {
				p.PointStep = figure(tt.step)
			}
			got, err := compile(t, p).Status(&finding.Case{ID: "F", Repeats: tt.repeats, Log: logOf(t, "03-02 issued")}, day("2026-03-02"))
			require.NoError(t, err)
			require.Equal(t, tt.points, got.Points.String())
			require.Equal(t, money.Amount{}, got.Amount, "no penalty is in money")
			require.Equal(t, "none", got.WhyAmount().Value.Text)
			derives(t, &got)
		})
	}
}

// TestOpenFactor: KPI-47 names no factor. What was found once costs what it costs; what was found again is not known.
func TestOpenFactor(t *testing.T) {
	p := policy()
	p.Repeat = finding.Repeat{Open: true}
	c := finding.Case{ID: "F", Log: logOf(t, "03-02 issued", "03-04 failed")}
	once, err := compile(t, p).Status(&c, day("2026-03-03"))
	require.NoError(t, err)
	require.Equal(t, "2", once.Points.String())
	again, err := compile(t, p).Status(&c, day("2026-03-04"))
	require.NoError(t, err)
	require.False(t, again.Points.IsSet())
	require.Equal(t, money.Amount{}, again.Amount)
	require.Equal(t, []string{"repeat/factor"}, again.Missing)
	require.Equal(t, finding.Open, again.State, "where it stands is known all the same")
}

// TestGrowthIsBounded: a factor without an end is refused where it cannot be shown any more, by its name.
func TestGrowthIsBounded(t *testing.T) {
	p := policy()
	p.Repeat = finding.Repeat{Factor: figure("1.000001"), EachTime: true}
	rules := compile(t, p)
	c := finding.Case{ID: "F", Repeats: 15, Log: logOf(t, "03-02 issued")}
	got, err := rules.Status(&c, day("2026-03-02"))
	require.NoError(t, err)
	derives(t, &got)
	c.Repeats = 1000
	_, err = rules.Status(&c, day("2026-03-02"))
	require.ErrorIs(t, err, finding.ErrGrowth)

	p.Repeat = finding.Repeat{Factor: figure("1000000"), EachTime: true}
	c.Repeats = 5
	_, err = compile(t, p).Status(&c, day("2026-03-02"))
	require.ErrorIs(t, err, metric.ErrFigureRange)
}

// TestWithdrawnCostsNothing: what was no finding was none, late or not.
func TestWithdrawnCostsNothing(t *testing.T) {
	got, err := compile(t, policy()).Status(&finding.Case{ID: "F", Log: logOf(t, "03-02 issued", "03-20 failed", "03-21 withdrawn")}, day("2026-03-31"))
	require.NoError(t, err)
	require.Equal(t, finding.Withdrawn, got.State)
	require.Empty(t, got.Charges)
	require.False(t, got.Points.IsSet())
	require.Zero(t, got.OverdueDays)
}

// TestPenaltyAgainstFractions compares with fractions, step by step, over many factors.
func TestPenaltyAgainstFractions(t *testing.T) {
	for hundredths := 101; hundredths < 300; hundredths += 7 {
		for repeats := range 9 {
			p := policy()
			factor := big.NewRat(int64(hundredths), 100)
			p.Repeat = finding.Repeat{Factor: figure(factor.FloatString(2)), EachTime: true, Most: figure("20")}
			p.Penalties = []finding.Penalty{{On: finding.OnIssue, Points: figure("0.37"), Amount: money.MustParse("3.33 CNY")}}
			got, err := compile(t, p).Status(&finding.Case{ID: "F", Repeats: repeats, Log: logOf(t, "03-02 issued")}, day("2026-03-02"))
			require.NoError(t, err)
			by := big.NewRat(1, 1)
			for range repeats {
				by.Mul(by, factor)
			}
			if by.Cmp(big.NewRat(20, 1)) > 0 {
				by.SetInt64(20)
			}
			name := strconv.Itoa(hundredths) + " " + strconv.Itoa(repeats)
			require.Equal(t, halfUp(big.NewRat(37, 100), by), got.Points.Decimal().StringFixed(2), name)
			require.Equal(t, halfUp(big.NewRat(333, 100), by)+" CNY", got.Amount.String(), name)
			derives(t, &got)
		}
	}
}

// halfUp multiplies and rounds to two decimals, half away from zero as FloatString does.
func halfUp(a, b *big.Rat) string { return new(big.Rat).Mul(a, b).FloatString(2) }
