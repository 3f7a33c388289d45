package metric_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// problems lists the places and rules of an error, "parts[0].num metric/negative".
func problems(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	var out []string
	for _, f := range all.Fields {
		out = append(out, f.Path+" "+f.Rule.ID())
	}
	return out
}

func china(t *testing.T) *metric.Set {
	t.Helper()
	s, err := metric.Compile(metric.China())
	require.NoError(t, err)
	return s
}

// fig reads a figure; "" is an unset one.
func fig(text string) metric.Figure {
	if text == "" {
		return metric.Figure{}
	}
	return metric.MustParseFigure(text)
}

// span reads the half-open text of a period, "2026-01-01/2027-01-01", and a month, "2026-03".
func span(text string) civil.Period {
	start, end, found := strings.Cut(text, "/")
	if !found {
		return civil.MustParseMonth(text)
	}
	p := civil.Period{Start: civil.MustParse(start)}
	if end != ".." {
		p.End = civil.MustParse(end)
	}
	return p
}

// counted is a measurement of num of den in 2026, or a part of it.
func counted(code, num, den string) metric.Measurement {
	return metric.Measurement{Metric: code, Period: span("2026-01-01/2027-01-01"), Num: fig(num), Den: fig(den)}
}

func within(m metric.Measurement, scope, period string) metric.Measurement {
	m.Scope, m.Period = scope, span(period)
	return m
}
