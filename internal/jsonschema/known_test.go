package jsonschema_test

import (
	"encoding"
	"maps"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/internal/jsonschema"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/rating"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/standard"
)

// parse returns the error of reading a text as a T.
func parse[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](text string) error {
	return P(new(T)).UnmarshalText([]byte(text))
}

// TestKnown compares pattern and parser: both take the good texts and both refuse
// the bad ones.
func TestKnown(t *testing.T) {
	tests := map[string]struct {
		parse     func(text string) error
		good, bad []string
	}{
		"decimal.Decimal":  {func(s string) error { _, err := invalid.ParseDecimal(s); return err }, []string{"0", "-2.80", "007"}, []string{"", "1.", ".5", "1e3", "+1", "1,5"}},
		"time.Time":        {parse[time.Time], []string{"2026-03-01T08:00:00+08:00"}, nil},
		"civil.Date":       {parse[civil.Date], []string{"2026-02-28"}, []string{"", "2026-2-28", "20260228", "2026-02-28T00:00:00Z"}},
		"civil.Span":       {parse[civil.Span], []string{"PT30M", "P7D", "P1M", "P1Y2M3W4D", "P1DT12H", "PT1H2M3S", "5wd"}, []string{"", "P", "PT", "P1DT", "30M", "P1H", "P-1D", "P1.5D", "wd", "5 wd"}},
		"civil.MonthDay":   {parse[civil.MonthDay], []string{"11-15", "02-29"}, []string{"", "11-5", "1115", "11/15", "2026-11-15"}},
		"civil.Season":     {parse[civil.Season], []string{"11-15/03-15", "06-01/09-30"}, []string{"", "11-15", "11-15/", "11-15-03-15", "11-15/3-15"}},
		"civil.Moment":     {parse[civil.Moment], []string{"2026-01-10T08:00"}, []string{"", "2026-01-10", "2026-01-10 08:00", "2026-01-10T08:00:00", "2026-01-10T8:00"}},
		"civil.TimeOfDay":  {parse[civil.TimeOfDay], []string{"07:00", "00:00", "23:59", "24:00"}, []string{"", "24:01", "25:00", "7:00", "07:60", "0700", "07:00:00"}},
		"civil.Window":     {parse[civil.Window], []string{"09:00/12:00", "22:00/06:00", "00:00/24:00", "18:00/00:00"}, []string{"", "09:00", "09:00/", "/12:00", "24:00/06:00", "9:00/12:00", "09:00-12:00", "09:00/24:30", "09:00/12:00/13:00"}},
		"money.Amount":     {parse[money.Amount], []string{"2467.36 CNY", "-0.01 CNY", "100 JPY", "1.234 KWD", "0"}, []string{"", "2467.36", "2467.36CNY", "CNY 5", "5 cny", "1.2345 KWD", "1. CNY"}},
		"money.Currency":   {parse[money.Currency], []string{"CNY"}, []string{"cny", "CN", "CNYY", "¥"}},
		"money.Price":      {parse[money.Price], []string{"2.80", "0", "0.000001"}, []string{"", "-1", "1.", "0.0000001", "2.80 CNY"}},
		"money.Rate":       {parse[money.Rate], []string{"0.06", "6%", "0.05%", "1.5"}, []string{"", "-6%", "6 %", "%", "0.00001%"}},
		"measure.Area":     {parse[measure.Area], []string{"89.53", "0.0001"}, []string{"", "-1", "89.53 m2", "0.00001"}},
		"measure.Quantity": {parse[measure.Quantity], []string{"89.53 m2", "1 space", "-3", "12.5 kWh"}, []string{"", "m2", "1  m2", "1 a-long-word", "1 单位"}},
		"measure.Unit":     {parse[measure.Unit], []string{"m2", "kWh", "%"}, []string{"a b", "ninechars", "平米"}},
		"property.Share":   {parse[property.Share], []string{"1/3", "1", "50%", "33.33%"}, []string{"", "1/", "/3", "-1/3", "a"}},
		"metric.Figure":    {parse[metric.Figure], []string{"1176", "0.98", "-1"}, []string{"", "98%", "1e3"}},
		"sla.Length":       {parse[sla.Length], []string{"PT41H20M", "PT0S", "-PT5M", "PT0.5S"}, []string{"", "P1D", "41H20M", "PT0.0000000001S"}},
		"rating.Score":     {parse[rating.Score], []string{"92.1875", "1258/15", "-3", "0"}, []string{"", "1/0.5", "1e3", ".5", "+1/2", "1/-2"}},
		"standard.Point":   {parse[standard.Point], []string{"2025-01-01", "2025-08-20T09:00:00+08:00", "2025-08-20T01:00:00.5Z"}, []string{"", "2025-1-1", "2025-01-01T09:00", "2025-08-20 09:00:00+08:00", "P1D"}},
		"billing.Exact":    {parse[billing.Exact], []string{"250.684", "0"}, []string{"", "-1", "1e3", ".5"}},
	}
	known := jsonschema.Known()
	require.Equal(t, slices.Sorted(maps.Keys(known)), slices.Sorted(maps.Keys(tests)))
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			schema := known[name]
			pattern := regexp.MustCompile(schema.Pattern)
			for _, text := range slices.Concat(tt.good, schema.Examples) {
				require.NoError(t, tt.parse(text), "parse %q", text)
				require.Regexp(t, pattern, text)
			}
			for _, text := range tt.bad {
				require.Error(t, tt.parse(text), "parse %q", text)
				require.NotRegexp(t, pattern, text)
			}
		})
	}
}
