package metric_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// FuzzCatalogue: what can be read can be compiled and says the same when it is written and read again.
func FuzzCatalogue(f *testing.F) {
	f.Add([]byte(`{"code": "c", "metrics": [{"code": "m", "name": {"en": "m"}, "kind": "mean", "unit": "h", "better": "lower", "cycle": "month",
		"counts": {"code": "n", "name": {"zh": "时数"}, "unit": "h"}, "bases": [{"code": "d", "name": {"en": "d"}}],
		"targets": [{"is": "below", "value": "-2.5"}, {"scale": "b", "is": "exactly", "value": "0"}], "source": "s"}]}`))
	f.Add([]byte(`{"code": "c", "metrics": [{}, {"bases": [{}], "targets": [{}, {}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := invalid.Decode[metric.Catalogue](data, "fuzz")
		set, refused := metric.Compile(c)
		if err != nil {
			return
		}
		require.NoError(t, refused)
		out, err := json.Marshal(c)
		require.NoError(t, err)
		back, err := invalid.Decode[metric.Catalogue](out, "again")
		require.NoError(t, err)
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(out), string(again))
		for _, d := range c.Metrics {
			own, ok := set.Definition(d.Code)
			require.True(t, ok)
			require.Equal(t, d.Kind, own.Kind)
		}
	})
}

// FuzzSheet: no sheet panics, and every measurement of a sheet without a problem has a value that is a state or a number.
func FuzzSheet(f *testing.F) {
	f.Add([]byte(`{"measurements": [{"metric": "rework", "period": {"start": "2026-01-01", "end": "2027-01-01"}, "num": "9", "den": "1200"},
		{"metric": "rework", "period": {"start": "2027-01-01", "end": "2028-01-01"}, "num": "3", "den": "0"},
		{"metric": "mtbf", "scope": "L1", "period": {"start": "2026-01-01", "end": "2026-02-01"}, "num": "-9223372036854.775807", "den": "1"},
		{"metric": "validComplaints", "period": {"start": "2026-03-01", "end": "2026-04-01"}}]}`))
	f.Add([]byte(`{"measurements": [{"metric": "complaintRate", "base": "households", "period": {"start": "9999-01-01", "end": "9999-12-31"}, "num": "5", "den": "2"}, {}]}`))
	set, err := metric.Compile(metric.China())
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		sheet, err := invalid.Decode[metric.Sheet](data, "fuzz")
		checked := set.Check(sheet)
		if err != nil && checked == nil {
			return // what could not be read at all is no sheet
		}
		for i, m := range sheet.Measurements {
			v, err := set.Value(m)
			if checked == nil {
				require.NoError(t, err)
			}
			requireStateOrNumber(t, v)
			verdicts, err := set.Judge(m)
			if err != nil {
				require.Empty(t, verdicts)
			}
			total, err := set.Total("", m.Period, sheet.Measurements)
			if err != nil {
				require.Zero(t, total)
			}
			trend, err := set.Trend(sheet.Measurements[0], sheet.Measurements[i])
			if err == nil {
				_, known := trend.Course()
				require.Equal(t, trend.State() == metric.Known, known)
			}
		}
	})
}

// requireStateOrNumber checks that a value compares exactly if it is known.
func requireStateOrNumber(t *testing.T, v metric.Value) {
	t.Helper()
	_, ok := v.Cmp(metric.MustParseFigure("0"))
	require.Equal(t, v.State == metric.Known, ok)
	if v.State == metric.Known {
		require.True(t, v.Num.IsSet())
		require.Empty(t, v.Missing)
	}
	require.Equal(t, v.State == metric.Unknown && v.Metric != "", v.Missing != "")
}
