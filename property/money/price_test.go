package money_test

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/money"
)

func ExampleParsePrice() {
	price, err := money.ParsePrice("2.8")
	fmt.Println(price, price.Micro(), err)
	// Output: 2.80 2800000 <nil>
}

func TestParsePrice(t *testing.T) {
	tests := []struct {
		text  string
		micro int64
		out   string
		want  error
	}{
		{text: "2.80", micro: 2800000, out: "2.80"},
		{text: "0.4883", micro: 488300, out: "0.4883"},
		{text: "3", micro: 3000000, out: "3.00"},
		{text: "0.000001", micro: 1, out: "0.000001"},
		{text: "0.050000", micro: 50000, out: "0.05"},
		{text: "0", micro: 0, out: "0.00"},
		{text: "9223372036854.775807", micro: math.MaxInt64, out: "9223372036854.775807"},
		{text: "0.0000001", want: money.ErrPriceScale},
		{text: "-0.01", want: money.ErrPriceNegative},
		{text: "9223372036854.775808", want: money.ErrPriceRange},
		{text: "2.80 CNY", want: money.ErrPrice},
		{text: "", want: money.ErrPrice},
		{text: "6%", want: money.ErrPrice},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			p, err := money.ParsePrice(tt.text)
			require.ErrorIs(t, err, tt.want)
			if tt.want != nil {
				return
			}
			require.Equal(t, tt.micro, p.Micro())
			require.Equal(t, tt.out, p.String())
		})
	}
	require.Panics(t, func() { money.MustParsePrice("x") })
}

func TestPriceOf(t *testing.T) {
	p, err := money.PriceOf(decimal.RequireFromString("0.48830000000"))
	require.NoError(t, err)
	require.Equal(t, money.MustParsePrice("0.4883"), p)
	require.Equal(t, "0.4883", p.Decimal().String())
	require.Equal(t, 1, p.Cmp(money.Price{}))
	require.True(t, money.Price{}.IsZero())
	_, err = money.PriceOf(decimal.RequireFromString("0.0000005"))
	require.ErrorIs(t, err, money.ErrPriceScale)
	_, err = money.PriceOf(decimal.New(1, 13))
	require.ErrorIs(t, err, money.ErrPriceRange)
	_, err = money.PriceOf(decimal.New(-1, 0))
	require.ErrorIs(t, err, money.ErrPriceNegative)
	_, err = money.NewPrice(-2800000)
	require.EqualError(t, err, "price -2.80 is negative")
}

func TestParseRate(t *testing.T) {
	tests := []struct {
		text  string
		micro int64
		out   string
		want  error
	}{
		{text: "0.06", micro: 60000, out: "0.06"},
		{text: "6%", micro: 60000, out: "0.06"},
		{text: "1.5%", micro: 15000, out: "0.015"},
		{text: "0.0005%", micro: 5, out: "0.000005"},
		{text: "100%", micro: 1000000, out: "1"},
		{text: "0", micro: 0, out: "0"},
		{text: "10", micro: 10000000, out: "10"},
		{text: "0.00001%", want: money.ErrRateScale},
		{text: "0.0000001", want: money.ErrRateScale},
		{text: "6 %", want: money.ErrRate},
		{text: "%", want: money.ErrRate},
		{text: "6%%", want: money.ErrRate},
		{text: "-6%", want: money.ErrRateNegative},
		{text: "9223372036855", want: money.ErrRateRange},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			r, err := money.ParseRate(tt.text)
			require.ErrorIs(t, err, tt.want)
			if tt.want != nil {
				return
			}
			require.Equal(t, tt.micro, r.Micro())
			require.Equal(t, tt.out, r.String())
		})
	}
	require.Panics(t, func() { money.MustParseRate("x") })
}

func TestRateOf(t *testing.T) {
	r, err := money.RateOf(decimal.RequireFromString("0.060"))
	require.NoError(t, err)
	require.Equal(t, money.MustParseRate("6%"), r)
	require.Equal(t, "0.06", r.Decimal().String())
	require.Equal(t, -1, r.Cmp(money.One()))
	require.Equal(t, "1", money.One().String())
	require.True(t, money.Rate{}.IsZero())
	_, err = money.RateOf(decimal.New(1, -7))
	require.ErrorIs(t, err, money.ErrRateScale)
	_, err = money.RateOf(decimal.New(1, 40))
	require.ErrorIs(t, err, money.ErrRateRange)
	_, err = money.NewRate(-1)
	require.ErrorIs(t, err, money.ErrRateNegative)
}

func TestPriceAndRateJSON(t *testing.T) {
	type terms struct {
		Price money.Price `json:"price"`
		Rate  money.Rate  `json:"rate"`
	}
	var doc terms
	require.NoError(t, json.Unmarshal([]byte(`{"price":"2.8","rate":"6%"}`), &doc))
	data, err := json.Marshal(doc)
	require.NoError(t, err)
	require.JSONEq(t, `{"price":"2.80","rate":"0.06"}`, string(data))
	require.Error(t, json.Unmarshal([]byte(`{"price":"x"}`), &doc))
	require.Error(t, json.Unmarshal([]byte(`{"rate":"x"}`), &doc))
}

func FuzzParsePrice(f *testing.F) {
	for _, s := range []string{"2.80", "0.4883", "-1", "9223372036854.775807", "1e3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := money.ParsePrice(text)
		if err != nil {
			require.Equal(t, money.Price{}, p)
			return
		}
		want, err := decimal.NewFromString(text)
		require.NoError(t, err)
		require.True(t, want.Equal(p.Decimal()))
		out, err := p.MarshalText()
		require.NoError(t, err)
		var back money.Price
		require.NoError(t, back.UnmarshalText(out))
		require.Equal(t, p, back)
		exact, err := money.PriceOf(want)
		require.NoError(t, err)
		require.Equal(t, p, exact)
	})
}

func FuzzParseRate(f *testing.F) {
	for _, s := range []string{"0.06", "6%", "-1%", "9223372036854.775807", "100.0001%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := money.ParseRate(text)
		if err != nil {
			require.Equal(t, money.Rate{}, r)
			return
		}
		out, err := r.MarshalText()
		require.NoError(t, err)
		var back money.Rate
		require.NoError(t, back.UnmarshalText(out))
		require.Equal(t, r, back)
		require.Equal(t, r.Decimal().String(), string(out))
	})
}
