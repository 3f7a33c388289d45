package meter_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// tree is a master meter M and meters behind it, each installed on a day, with their usage in January
// 2026.
func tree(t *testing.T, usages map[string]string, change func(m *meter.Meter)) *meter.Log {
	t.Helper()
	var meters []meter.Meter
	var readings []meter.Reading
	for _, code := range []string{"C", "M", "B", "A"} {
		value, ok := usages[code]
		if !ok {
			continue
		}
		m := single(nil)
		m.Code = code
		if code != "M" {
			m.Parent, m.Unit = "M", "1-"+code
		}
		if change != nil {
			change(&m)
		}
		meters = append(meters, m)
		if value == "" {
			continue
		}
		r := read("2026-01-31", value)
		r.Meter = code
		readings = append(readings, r)
	}
	log, err := meter.Compile(meters, readings)
	require.NoError(t, err)
	return log
}

// TestLoss: 1000 in, 600 and 350 out; 50 are lost, which is 5 %.
func TestLoss(t *testing.T) {
	log := tree(t, map[string]string{"M": "1000", "A": "600", "B": "350"}, nil)
	m, _ := log.Find("M")
	january := civil.MustParseMonth("2026-01")
	got, err := log.Loss(m, january, always())
	require.NoError(t, err)
	require.Equal(t, meter.Loss{Master: "M", Period: january, Usage: q("1000 kWh"), Subs: q("950 kWh"), Lost: q("50 kWh"), Children: 2}, got)
	require.False(t, got.Exceeds(q("0.05")))
	require.True(t, got.Exceeds(q("0.0499")))
	require.True(t, got.Exceeds(q("-1")), "as 0")
	require.NoError(t, got.Why().Check())
	require.Equal(t, explain.Decimal("50", "kWh"), got.Why().Value)

	var l invalid.List
	got.Verify(&l)
	require.NoError(t, l.Err("loss"))
	got.Lost = q("49 kWh")
	require.Error(t, got.Why().Check())
	got.Verify(&l)
	require.Equal(t, []string{"lost meter/lost-wrong 49 kWh 1000 kWh 950 kWh"}, problems(l.Err("loss")))
}

// TestLossNegative: what is behind counted more. It is stated.
func TestLossNegative(t *testing.T) {
	log := tree(t, map[string]string{"M": "900", "A": "600", "B": "350"}, nil)
	m, _ := log.Find("M")
	got, err := log.Loss(m, civil.MustParseMonth("2026-01"), always())
	require.NoError(t, err)
	require.Equal(t, "-50 kWh", got.Lost.String())
	require.False(t, got.Exceeds(measure.Quantity{}))
	require.NoError(t, got.Why().Check())
}

// TestLossOfPart: a meter installed or removed inside the days counts for its own; one that came later
// does not count.
func TestLossOfPart(t *testing.T) {
	log := tree(t, map[string]string{"M": "1000", "A": "600", "B": "350", "C": ""}, func(m *meter.Meter) {
		switch d := &m.Devices[0]; m.Code {
		case "A":
			d.Installed = on("2026-01-10")
		case "C":
			d.Removed, d.Final = on("2026-01-05"), q("10")
		}
	})
	m, _ := log.Find("M")
	got, err := log.Loss(m, civil.MustParseMonth("2026-01"), always())
	require.NoError(t, err)
	require.Equal(t, "40 kWh", got.Lost.String())
	require.Equal(t, 3, got.Children)
	got, err = log.Loss(m, days("2026-01-05", "2026-01-10"), always())
	require.NoError(t, err)
	require.Equal(t, 1, got.Children)
}

func TestLossFails(t *testing.T) {
	january := civil.MustParseMonth("2026-01")
	for name, usages := range map[string]map[string]string{"master": {"M": "", "A": "600"}, "behind": {"M": "900", "A": ""}} {
		t.Run(name, func(t *testing.T) {
			log := tree(t, usages, nil)
			m, _ := log.Find("M")
			_, err := log.Loss(m, january, always())
			require.ErrorIs(t, err, meter.ErrNoReading)
		})
	}
	_, err := tree(t, map[string]string{"M": "1"}, nil).Loss(7, january, always())
	require.ErrorIs(t, err, meter.ErrNoMeter)
}

// TestLossOfBands: all registers together.
func TestLossOfBands(t *testing.T) {
	master, child := single(nil), single(func(d *meter.Device) {
		d.Registers = []meter.Register{{Band: "peak"}, {Band: "valley"}}
	})
	child.Code, child.Parent = "A", "E"
	peak, valley := read("2026-01-31", "30"), read("2026-01-31", "60")
	peak.Meter, peak.Band, valley.Meter, valley.Band = "A", "peak", "A", "valley"
	log, err := meter.Compile([]meter.Meter{master, child}, []meter.Reading{read("2026-01-31", "100"), peak, valley})
	require.NoError(t, err)
	e, _ := log.Find("E")
	got, err := log.Loss(e, civil.MustParseMonth("2026-01"), always())
	require.NoError(t, err)
	require.Equal(t, "10 kWh", got.Lost.String())

	peak.Value, valley.Value = q("900000000000000"), q("900000000000000")
	child.Devices[0].Digits = 0
	log, err = meter.Compile([]meter.Meter{master, child}, []meter.Reading{read("2026-01-31", "100"), peak, valley})
	require.NoError(t, err)
	e, _ = log.Find("E")
	_, err = log.Loss(e, civil.MustParseMonth("2026-01"), always())
	require.ErrorIs(t, err, measure.ErrOverflow)
}

// TestLists: the meters of a unit and behind a master meter, in the order of their codes.
func TestLists(t *testing.T) {
	log := tree(t, map[string]string{"M": "", "A": "", "B": "", "C": ""}, func(m *meter.Meter) {
		if m.Code != "M" {
			m.Unit = "1-1"
		}
		if m.Code == "B" {
			m.Kind = "water"
		}
	})
	codes := func(refs []meter.Ref) (out []string) {
		for _, r := range refs {
			out = append(out, log.Code(r))
		}
		return out
	}
	m, _ := log.Find("M")
	require.Equal(t, []string{"A", "B", "C"}, codes(slices.Collect(log.Children(m))))
	require.Equal(t, []string{"A", "B", "C"}, codes(slices.Collect(log.OfUnit("1-1", ""))))
	require.Equal(t, []string{"A", "C"}, codes(slices.Collect(log.OfUnit("1-1", "electricity"))))
	require.Equal(t, []string{"B"}, codes(slices.Collect(log.OfUnit("1-1", "water"))))
	for _, unit := range []string{"", "1-2"} { // a common meter is of no unit
		require.Empty(t, slices.Collect(log.OfUnit(unit, "")))
	}
	for r := range log.OfUnit("1-1", "") {
		require.Equal(t, "A", log.Code(r))
		break
	}
}

// TestVerifications: what is due on a day, of the devices then in place.
func TestVerifications(t *testing.T) {
	m := single(func(d *meter.Device) {
		d.Removed, d.Final, d.VerifyBy = on("2026-02-01"), q("3"), on("2026-01-15")
	})
	m.Devices = append(m.Devices, meter.Device{Serial: "B", Installed: on("2026-02-01"), VerifyBy: on("2026-03-31")})
	second, none := single(func(d *meter.Device) { d.VerifyBy = on("2026-03-30") }), single(nil)
	second.Code, none.Code = "D", "F"
	log, err := meter.Compile([]meter.Meter{m, second, none}, nil)
	require.NoError(t, err)
	due := func(day string) (out []string) {
		for v := range log.Verifications(on(day)) {
			out = append(out, v.Meter+" "+v.Serial+" "+v.Due.String())
		}
		return out
	}
	require.Empty(t, due("2025-12-31"))
	require.Empty(t, due("2026-01-14"))
	require.Equal(t, []string{"E A 2026-01-15"}, due("2026-01-15"))
	require.Equal(t, []string{"E A 2026-01-15"}, due("2026-01-31"))
	require.Empty(t, due("2026-02-01"))
	require.Equal(t, []string{"D A 2026-03-30"}, due("2026-03-30"))
	require.Equal(t, []string{"D A 2026-03-30", "E B 2026-03-31"}, due("2026-12-31"))
	for v := range log.Verifications(on("2026-12-31")) {
		require.Equal(t, "D", v.Meter)
		break
	}
}
