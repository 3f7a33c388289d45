package billing_test

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// word is a value whose text is a word.
type word interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
}

func checkWords[T word](t *testing.T, unmarshal func(*T, []byte) error, outside T, words map[T]string) {
	t.Helper()
	for v, want := range words {
		require.Equal(t, want, v.String())
		text, err := v.MarshalText()
		require.NoError(t, err)
		var back T
		require.NoError(t, unmarshal(&back, text))
		require.Equal(t, v, back)
	}
	var unset T
	_, err := unset.MarshalText()
	require.ErrorIs(t, err, invalid.ErrWord)
	_, err = outside.MarshalText()
	require.Error(t, err)
	require.Contains(t, outside.String(), "200")
	for _, text := range []string{"", "x", "Draft", "draft ", "1"} {
		back := outside
		require.Error(t, unmarshal(&back, []byte(text)), text)
		require.Equal(t, outside, back)
	}
}

func TestWords(t *testing.T) {
	checkWords(t, (*billing.TariffState).UnmarshalText, 200, map[billing.TariffState]string{
		billing.Draft: "draft", billing.Submitted: "submitted", billing.Approved: "approved",
		billing.InForce: "inForce", billing.Withdrawn: "withdrawn",
	})
	checkWords(t, (*billing.ChargeClass).UnmarshalText, 200, map[billing.ChargeClass]string{
		billing.FreeCharge: "free", billing.LowCharge: "low", billing.StandardCharge: "standard",
	})
	checkWords(t, (*billing.AreaKind).UnmarshalText, 200, map[billing.AreaKind]string{
		billing.GrossArea: "gross", billing.InternalArea: "internal",
	})
	checkWords(t, (*billing.ProrationMethod).UnmarshalText, 200, map[billing.ProrationMethod]string{
		billing.ActualDays: "actualDays", billing.Thirty: "thirty", billing.Year365: "year365", billing.HalfMonth: "halfMonth",
		billing.WholeMonth: "wholeMonth", billing.NextMonth: "nextMonth", billing.PerDay: "perDay",
	})
	checkWords(t, (*billing.CycleLength).UnmarshalText, 200, map[billing.CycleLength]string{
		billing.Monthly: "month", billing.Quarterly: "quarter", billing.HalfYearly: "halfYear", billing.Yearly: "year",
	})
	checkWords(t, (*billing.PaymentTiming).UnmarshalText, 200, map[billing.PaymentTiming]string{
		billing.Arrears: "arrears", billing.Advance: "advance",
	})
	checkWords(t, (*billing.VacancyStart).UnmarshalText, 200, map[billing.VacancyStart]string{
		billing.FromRegistration: "registration", billing.FromReached: "reached", billing.Retroactive: "retroactive",
	})
	checkWords(t, (*billing.TotalOf).UnmarshalText, 200, map[billing.TotalOf]string{
		billing.OfLines: "lines", billing.OfExact: "exact",
	})
	// The nine plants of rule BILL-47.
	checkWords(t, (*billing.Produce).UnmarshalText, 200, map[billing.Produce]string{
		billing.Cucumber: "cucumber", billing.Tomato: "tomato", billing.ChilliPepper: "chilliPepper",
		billing.Aubergine: "aubergine", billing.GreenBean: "greenBean", billing.SpringOnion: "springOnion",
		billing.Chive: "chive", billing.Grape: "grape", billing.Strawberry: "strawberry",
	})
	require.Len(t, billing.AllProduce(), 9)
	checkWords(t, (*billing.TaxMode).UnmarshalText, 200, map[billing.TaxMode]string{
		billing.TaxInclusive: "inclusive", billing.TaxExclusive: "exclusive",
	})
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"draft", "inForce", "withdrawn", "gross", "internal", "actualDays", "perDay", "inclusive", "exclusive", "low", "halfYear", "advance", "retroactive", "exact", "chive", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var (
			state billing.TariffState
			kind  billing.AreaKind
			how   billing.ProrationMethod
			mode  billing.TaxMode
			class billing.ChargeClass
			every billing.CycleLength
			time  billing.PaymentTiming
			start billing.VacancyStart
			total billing.TotalOf
			plant billing.Produce
			tier  billing.TierPeriod
			odd   billing.RemainderRule
		)
		for _, v := range []interface {
			fmt.Stringer
			encoding.TextUnmarshaler
		}{&state, &kind, &how, &mode, &class, &every, &time, &start, &total, &plant, &tier, &odd} {
			if v.UnmarshalText([]byte(text)) == nil {
				require.Equal(t, text, v.String())
			}
		}
	})
}

func TestLineRounding(t *testing.T) {
	yuan := decimal.NewFromInt(1)
	tests := []struct {
		currency string
		rounding money.Rounding
		want     string
	}{
		{"CNY", money.Rounding{}, "halfUp 0.01"},
		{"CNY", money.Rounding{Step: decimal.RequireFromString("0.1")}, "halfUp 0.10"},
		{"CNY", money.Rounding{Mode: money.ModeDown, Step: yuan}, "down 1.00"},
		{"CNY", money.Rounding{Step: decimal.RequireFromString("21474836.47")}, "halfUp 21474836.47"},
		{"JPY", money.Rounding{Mode: money.ModeHalfEven}, "halfEven 1"},
		{"KWD", money.Rounding{Mode: money.ModeCeiling, Step: yuan}, "ceiling 1.000"},
	}
	for _, tt := range tests {
		c := money.MustParseCurrency(tt.currency)
		rounder, err := tt.rounding.Compile(c)
		require.NoError(t, err)
		r, ok := billing.LineRoundingOf(rounder, c)
		require.True(t, ok)
		require.False(t, r.IsZero())
		require.Equal(t, tt.want, r.String())
		text, err := r.MarshalText()
		require.NoError(t, err)
		var back billing.LineRounding
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, r, back)
		compiled, ok := back.Rounder(c)
		require.True(t, ok)
		require.Equal(t, rounder, compiled)
		for _, other := range []string{"CNY", "JPY", "KWD"} {
			_, ok := back.Rounder(money.MustParseCurrency(other))
			require.Equal(t, other == tt.currency, ok)
		}
	}
	var unset billing.LineRounding
	require.True(t, unset.IsZero())
	require.Empty(t, unset.String())
	_, err := unset.MarshalText()
	require.ErrorIs(t, err, billing.ErrRounding)
	rounder, err := money.Rounding{Step: decimal.RequireFromString("21474836.48")}.Compile(cny)
	require.NoError(t, err)
	_, ok := billing.LineRoundingOf(rounder, cny)
	require.False(t, ok)
}

func TestLineRoundingRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "halfUp", "halfUp ", "halfUp  0.01", "0.01", "unset 0.01", "HalfUp 0.01", "halfUp 0", "halfUp 0.00", "halfUp -0.01",
		"halfUp 0.0001", "halfUp 00.01", "halfUp 1e2", "halfUp 21474836.48", "halfUp 0.01 ", "halfUp 0.01 CNY", "halfUp .01",
	} {
		var r billing.LineRounding
		require.ErrorIs(t, r.UnmarshalText([]byte(text)), billing.ErrRounding, text)
		require.True(t, r.IsZero(), text)
	}
}

func FuzzLineRounding(f *testing.F) {
	for _, s := range []string{"halfUp 0.01", "down 1.00", "up 0.005", "halfEven 1", "floor 21474836.47", "halfUp 0.1", "halfUp -1", "halfUp 99999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var r billing.LineRounding
		if r.UnmarshalText([]byte(text)) != nil {
			require.True(t, r.IsZero())
			return
		}
		require.Equal(t, text, r.String())
		for _, c := range []string{"CNY", "JPY", "KWD"} {
			if rounder, ok := r.Rounder(money.MustParseCurrency(c)); ok {
				back, fits := billing.LineRoundingOf(rounder, money.MustParseCurrency(c))
				require.True(t, fits)
				require.Equal(t, r, back)
			}
		}
	})
}
