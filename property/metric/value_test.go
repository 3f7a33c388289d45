package metric_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

func valueOf(t *testing.T, m metric.Measurement) metric.Value {
	t.Helper()
	v, err := china(t).Value(m)
	require.NoError(t, err)
	return v
}

// TestPercent: the worked examples of the field, to the hundredth of a percentage point.
func TestPercent(t *testing.T) {
	byHouseholds := counted("complaintRate", "4", "300")
	byHouseholds.Base = "households"
	tests := []struct {
		source string
		give   metric.Measurement
		want   string
	}{
		{"EX-501", counted("collection", "1843260.00", "1920000.00"), "96.00%"},
		{"EX-601", counted("houseSoundness", "48500", "50000"), "97.00%"},
		{"EX-602", counted("equipmentSoundness", "118", "120"), "98.33%"},
		{"EX-603", counted("repairTimeliness", "1176", "1200"), "98.00%"},
		{"EX-604", counted("rework", "9", "1200"), "0.75%"},
		{"EX-921", counted("satisfaction", "165", "180"), "91.67%"},
		{"EX-921, strict", counted("strictSatisfaction", "140", "180"), "77.78%"},
		{"W-20", counted("collection", "979999", "1000000"), "98.00%"},
		{"W-22", counted("lampSoundness", "147", "149"), "98.66%"},
		{"W-54", byHouseholds, "1.33%"},
		{"none", counted("rework", "0", "1200"), "0.00%"},
		{"all", counted("rework", "1200", "1200"), "100.00%"},
	}
	for _, tt := range tests {
		t.Run(tt.source, func(t *testing.T) {
			got, err := valueOf(t, tt.give).Percent(metric.Rounding{})
			require.NoError(t, err)
			require.Equal(t, tt.want, got)
		})
	}
}

func TestPercentShowsTheDecimalsOfItsStep(t *testing.T) {
	v := valueOf(t, counted("equipmentSoundness", "118", "120"))
	for step, want := range map[string]string{
		"": "98.33%", "1": "98%", "0.1": "98.3%", "0.5": "98.5%", "10": "100%", "0.25": "98.25%", "0.000001": "98.333333%",
	} {
		got, err := v.Percent(metric.Rounding{Step: fig(step)})
		require.NoError(t, err)
		require.Equal(t, want, got, "step %s", step)
	}
}

// TestRounded: ties and directions, of 5/8 = 0.625 and of −5/8.
func TestRounded(t *testing.T) {
	tests := []struct {
		mode           metric.Mode
		positive, less string
		tieToEven      string // of 0.635
	}{
		{0, "0.63", "-0.63", "0.64"},
		{metric.ModeHalfUp, "0.63", "-0.63", "0.64"},
		{metric.ModeHalfEven, "0.62", "-0.62", "0.64"},
		{metric.ModeHalfDown, "0.62", "-0.62", "0.63"},
		{metric.ModeUp, "0.63", "-0.63", "0.64"},
		{metric.ModeDown, "0.62", "-0.62", "0.63"},
		{metric.ModeCeiling, "0.63", "-0.62", "0.64"},
		{metric.ModeFloor, "0.62", "-0.63", "0.63"},
	}
	for _, tt := range tests {
		t.Run(tt.mode.String(), func(t *testing.T) {
			for _, pair := range [][3]string{{"5", "8", tt.positive}, {"-5", "8", tt.less}, {"127", "200", tt.tieToEven}} {
				got, err := valueOf(t, counted("mttr", pair[0], pair[1])).Rounded(metric.Rounding{Mode: tt.mode})
				require.NoError(t, err)
				require.Equal(t, pair[2], got.String(), "%s/%s", pair[0], pair[1])
			}
		})
	}
}

func TestRoundingRefuses(t *testing.T) {
	v := valueOf(t, counted("mttr", "9000000000000", "1"))
	tests := []struct {
		give metric.Rounding
		want invalid.RuleError
	}{
		{metric.Rounding{Step: fig("0")}, metric.ErrStep},
		{metric.Rounding{Step: fig("-0.01")}, metric.ErrStep},
		{metric.Rounding{Mode: 8}, metric.ErrMode},
		{metric.Rounding{Mode: metric.ModeUp, Step: fig("7000000000000")}, metric.ErrFigureRange},
	}
	for _, tt := range tests {
		_, err := v.Rounded(tt.give)
		require.ErrorIs(t, err, tt.want)
		_, err = valueOf(t, counted("rework", "1", "3")).Percent(tt.give)
		if tt.want != metric.ErrFigureRange {
			require.ErrorIs(t, err, tt.want)
		}
	}
	var l invalid.List
	metric.Rounding{}.Check(&l)
	metric.Rounding{Mode: metric.ModeFloor, Step: fig("0.1")}.Check(&l)
	require.Zero(t, l.Len())
	metric.Rounding{Mode: 9, Step: fig("0")}.Check(&l)
	require.Equal(t, []string{"mode invalid/word", "step metric/step"}, problems(t, l.Err("rounding")))
}

// TestNoValue: a base of 0 is not applicable and a missing figure unknown; neither has a number.
func TestNoValue(t *testing.T) {
	tests := []struct {
		name    string
		give    metric.Measurement
		state   metric.State
		missing string
	}{
		{"known", counted("rework", "0", "1200"), metric.Known, ""},
		{"base 0", counted("rework", "0", "0"), metric.NotApplicable, ""},
		{"base 0, nothing counted", counted("rework", "", "0"), metric.NotApplicable, ""},
		{"no numerator", counted("rework", "", "1200"), metric.Unknown, "num"},
		{"no base", counted("rework", "9", ""), metric.Unknown, "den"},
		{"neither", counted("rework", "", ""), metric.Unknown, "num, den"},
		{"no count", counted("validComplaints", "", ""), metric.Unknown, "num"},
		{"a count of 0", counted("validComplaints", "0", ""), metric.Known, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := valueOf(t, tt.give)
			require.Equal(t, tt.state, v.State)
			require.Equal(t, tt.missing, v.Missing)
			_, ok := v.Cmp(fig("0"))
			require.Equal(t, tt.state == metric.Known, ok)
			_, err := v.Rounded(metric.Rounding{})
			require.Equal(t, tt.state == metric.Known, err == nil)
			if err != nil {
				require.ErrorIs(t, err, metric.ErrNoValue)
				_, err = v.Percent(metric.Rounding{})
				require.ErrorIs(t, err, metric.ErrNoValue)
			}
		})
	}
}

func TestValueNamesItsBase(t *testing.T) {
	m := counted("complaintRate", "3", "300")
	m.Base = "households"
	require.Equal(t, metric.Value{
		Metric: "complaintRate", Kind: metric.KindRatio, Base: "households", State: metric.Known, Num: fig("3"), Den: fig("300"),
	}, valueOf(t, m))
	require.Equal(t, "completed", valueOf(t, counted("rework", "9", "1200")).Base, "the only base need not be named")
	require.Equal(t, "h", valueOf(t, counted("mtbf", "8760", "3")).Unit)
}

func TestValueOfACountAndAMean(t *testing.T) {
	accidents := valueOf(t, counted("majorAccidents", "2", ""))
	got, err := accidents.Rounded(metric.Rounding{Step: fig("1")})
	require.NoError(t, err)
	require.Equal(t, "2", got.String())
	_, err = accidents.Percent(metric.Rounding{})
	require.ErrorIs(t, err, metric.ErrNotPercent)

	score := valueOf(t, counted("satisfactionScore", "13900", "180"))
	got, err = score.Rounded(metric.Rounding{})
	require.NoError(t, err)
	require.Equal(t, "77.22", got.String(), "EX-921")
	_, err = score.Percent(metric.Rounding{})
	require.ErrorIs(t, err, metric.ErrNotPercent)
}

// TestBrokenValuesHaveNoNumber: a value that nobody computed gives no figure and no panic.
func TestBrokenValuesHaveNoNumber(t *testing.T) {
	for _, v := range []metric.Value{
		{},
		{State: metric.Known},
		{State: metric.Known, Kind: metric.KindShare, Num: fig("1")},
		{State: metric.Known, Kind: metric.KindShare, Num: fig("1"), Den: fig("0")},
		{State: metric.Known, Kind: metric.KindShare, Num: fig("1"), Den: fig("-2")},
		{State: 9, Kind: metric.KindCount, Num: fig("1")},
	} {
		_, ok := v.Cmp(fig("0"))
		require.False(t, ok)
		_, err := v.Percent(metric.Rounding{})
		require.ErrorIs(t, err, metric.ErrNoValue)
		require.Equal(t, metric.OutcomeUnknown, metric.Target{Is: metric.AtLeast, Value: fig("0")}.Judge(v))
	}
	_, ok := valueOf(t, counted("rework", "9", "1200")).Cmp(metric.Figure{})
	require.False(t, ok, "nothing compares with an unset figure")
}

func TestValueRoundTrip(t *testing.T) {
	for _, m := range []metric.Measurement{counted("rework", "9", "1200"), counted("rework", "", "1200"), counted("rework", "0", "0"), counted("mtbf", "8760.5", "3")} {
		v := valueOf(t, m)
		text, err := json.Marshal(v)
		require.NoError(t, err)
		back, err := invalid.Decode[metric.Value](text, "value")
		require.NoError(t, err)
		require.Equal(t, v, back)
	}
}
