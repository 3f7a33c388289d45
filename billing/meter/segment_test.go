package meter_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// turned is 3200 kWh in January: 99950 → 30 on five digits, times 40.
func turned() meter.Segment {
	return meter.Segment{
		Serial: "A", Period: days("2026-01-01", "2026-02-01"), From: q("99950"), To: q("30"), Range: q("100000"),
		Multiplier: q("40"), Usage: q("3200 kWh"), Source: meter.Remote,
	}
}

func TestSegmentVerify(t *testing.T) {
	tests := []struct {
		name   string
		change func(s *meter.Segment)
		want   []string
	}{
		{"right", func(*meter.Segment) {}, nil},
		{"right without a rollover", func(s *meter.Segment) { s.From, s.Range = q("0.5"), q("0"); s.Usage = q("1180 kWh") }, nil},
		{"usage", func(s *meter.Segment) { s.Usage = q("3200.0001 kWh") }, []string{"usage meter/usage-wrong 3200.0001 kWh 99950 30 40"}},
		{"no rollover", func(s *meter.Segment) { s.Range = q("0") }, []string{"usage meter/usage-wrong 3200 kWh 99950 30 40"}},
		{"range", func(s *meter.Segment) { s.Range = q("99950") }, []string{"range meter/range 99950 99950 30"}},
		{"no turn", func(s *meter.Segment) { s.To = q("99950") }, []string{"range meter/range 100000 99950 99950"}},
		{"too large", func(s *meter.Segment) { s.Multiplier = q("900000000000000") }, []string{"usage meter/usage-wrong 3200 kWh 99950 30 900000000000000"}},
		{"open", func(s *meter.Segment) { s.Period.End = 0 }, []string{"period.end invalid/required end"}},
		{"reversed", func(s *meter.Segment) { s.Period.End = on("2025-12-31") }, []string{"period.end civil/period-reversed 2026-01-01 2025-12-31"}},
		{"numbers", func(s *meter.Segment) {
			s.From, s.To, s.Range, s.Multiplier, s.Source = q("-1"), q("3 kWh"), q("-1"), q("-40"), 0
		}, []string{
			"from meter/negative-value -1", "to meter/plain 3 kWh", "range meter/negative-value -1",
			"multiplier meter/negative-value -40", "source invalid/required source",
		}},
		{"source", func(s *meter.Segment) { s.Source = 4 }, []string{"source invalid/word 4 manual, remote, estimated"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := turned()
			tt.change(&s)
			var l invalid.List
			s.Verify(&l)
			require.Equal(t, tt.want, problems(l.Err("segment")))
		})
	}
}

// TestSegmentIn: 3200 kWh in 31 days are 103.2258064… a day.
func TestSegmentIn(t *testing.T) {
	s := turned()
	for _, tt := range []struct {
		days civil.Period
		want string
	}{
		{days("2026-01-01", "2026-01-02"), "103.2258 kWh"},
		{days("2026-01-01", "2026-01-16"), "1548.3871 kWh"}, // 1548.387096…
		{days("2026-01-16", "2026-02-01"), "1651.6129 kWh"},
		{days("2025-06-01", "2026-01-02"), "103.2258 kWh"},
		{days("2026-01-31", "2027-01-01"), "103.2258 kWh"}, // 3200 less 3096.77419…
		{days("2026-01-01", "2026-02-01"), "3200 kWh"},
		{civil.Period{Start: on("2026-01-16")}, "1651.6129 kWh"},
		{civil.Period{}, "3200 kWh"},
		{days("2026-02-01", "2026-03-01"), "0 kWh"},
		{days("2025-12-01", "2026-01-01"), "0 kWh"},
		{days("2026-01-20", "2026-01-10"), "0 kWh"},
	} {
		require.Equal(t, tt.want, s.In(tt.days).String(), tt.days)
		why := s.WhyIn(tt.days)
		require.NoError(t, why.Check())
		require.Equal(t, tt.want, why.Value.Text+" "+why.Value.Unit)
	}
	// A usage alone is spread as well; below zero the same way, with the sign turned.
	usage := meter.Segment{Period: days("2026-01-01", "2026-01-04"), Usage: q("1 m3")}
	require.Equal(t, "0.3333 m3", usage.In(days("2026-01-01", "2026-01-02")).String())
	require.Equal(t, "0.3334 m3", usage.In(days("2026-01-02", "2026-01-03")).String())
	usage.Usage = q("-1 m3")
	require.Equal(t, "-0.3334 m3", usage.In(days("2026-01-02", "2026-01-03")).String())
	require.Equal(t, q("0 m3"), meter.Segment{Usage: q("1 m3")}.In(days("2026-01-02", "2026-01-03")))
}

// TestSegmentWhy: what a clerk reads, and that a wrong figure does not follow.
func TestSegmentWhy(t *testing.T) {
	zh, err := explain.NewPrinter(language.SimplifiedChinese, meter.Messages)
	require.NoError(t, err)
	s := turned()
	s.Band = "peak"
	text := explain.Text(zh, s.WhyIn(days("2026-01-11", "2026-01-16")))
	for _, want := range []string{
		"2026-01-11 至 2026-01-15 用量：516.129 kWh", "截至 2026-01-15 用量，舍入：1548.3871 kWh", "截至 2026-01-10 用量，舍入：1032.2581 kWh",
		"2026-01-01 至 2026-01-31 peak 时段用量：3200 kWh", "止度减起度：80 = 30 − 99950 + 100000", "倍率：40 kWh",
	} {
		require.Contains(t, text, want)
	}
	fresh := turned()
	fresh.From, fresh.To, fresh.Range = q("0"), q("80"), q("0")
	require.NoError(t, fresh.Why().Check())
	for _, change := range []func(s *meter.Segment){
		func(s *meter.Segment) { s.Usage = q("3200.0001 kWh") },
		func(s *meter.Segment) { s.From = q("99951") },
		func(s *meter.Segment) { s.To = q("31") },
		func(s *meter.Segment) { s.Range = q("0") },
		func(s *meter.Segment) { s.Multiplier = q("41") },
	} {
		s := turned()
		change(&s)
		require.Error(t, s.Why().Check())
		require.Error(t, s.WhyIn(days("2026-01-11", "2026-01-16")).Check())
	}
}

// TestDocuments: a full document comes back from JSON as it was.
func TestDocuments(t *testing.T) {
	var before, after documents
	m := single(func(d *meter.Device) {
		d.Removed, d.Final, d.Multiplier, d.Verified, d.VerifyBy = on("2026-02-01"), q("30"), q("40"), on("2020-01-01"), on("2026-01-01")
	})
	m.Unit, m.Parent, m.Opening = "1-0803", "M", &meter.Opening{On: on("2026-01-01"), Used: q("250")}
	m.Devices = append(m.Devices, meter.Device{Installed: on("2026-02-01"), Registers: []meter.Register{{Band: "peak", Start: q("1"), Final: q("2")}}})
	r := opening(guess("2026-01-31", "99.5"))
	r.Band, r.RolledOver, r.Accepted, r.Reader, r.Photo = "peak", true, "new tenant", "Wang", "p/1.jpg"
	before = documents{[]meter.Meter{m}, []meter.Reading{r}}
	text, err := json.Marshal(before)
	require.NoError(t, err)
	after, err = invalid.Decode[documents](text, "documents")
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(before, after, cmp.Comparer(equalQuantities)))

	text, err = json.Marshal(turned())
	require.NoError(t, err)
	require.JSONEq(t, `{"serial":"A","period":{"start":"2026-01-01","end":"2026-02-01"},"from":"99950","to":"30","range":"100000","multiplier":"40","usage":"3200 kWh","source":"remote"}`, string(text))
	s, err := invalid.Decode[meter.Segment](text, "segment")
	require.NoError(t, err)
	require.Equal(t, turned(), s)
}

func TestWords(t *testing.T) {
	require.Equal(t, "manual remote estimated Source(4)", strings.Join([]string{
		meter.Manual.String(), meter.Remote.String(), meter.Estimated.String(), meter.Source(4).String(),
	}, " "))
	require.Equal(t, "read unread absent SpanState(0)", strings.Join([]string{
		meter.Read.String(), meter.Unread.String(), meter.Absent.String(), meter.SpanState(0).String(),
	}, " "))
	var s meter.Source
	require.NoError(t, s.UnmarshalText([]byte("estimated")))
	require.Equal(t, meter.Estimated, s)
	require.Error(t, s.UnmarshalText([]byte("read")))
	_, err := meter.Source(0).MarshalText()
	require.Error(t, err)
}

// FuzzIn: any cut of any usage adds up, and no document makes it panic.
func FuzzIn(f *testing.F) {
	f.Add(int64(1_000_000), int64(20), int64(31), int64(25), int64(7))
	f.Add(int64(1<<62), int64(-1<<62), int64(1<<62), int64(3), int64(9))
	f.Add(int64(-1<<63), int64(-1<<63), int64(1<<63-1), int64(0), int64(1<<40))
	f.Fuzz(func(t *testing.T, usage, start, end, cut, other int64) {
		s := meter.Segment{
			Period: civil.Period{Start: civil.Date(start), End: civil.Date(end)},
			Usage:  measure.NewQuantity(usage, measure.MustParseUnit("kWh")),
		}
		s.Verify(new(invalid.List))
		free := s.In(civil.Period{Start: civil.Date(cut), End: civil.Date(other)})
		if cut <= start || cut >= end || end-start <= 0 {
			return
		}
		a := s.In(civil.Period{Start: civil.Date(start), End: civil.Date(cut)})
		b := s.In(civil.Period{Start: civil.Date(cut), End: civil.Date(end)})
		if end != 0 && cut != 0 {
			require.Equal(t, usage, a.Units()+b.Units())
		}
		if usage >= 0 {
			require.GreaterOrEqual(t, a.Units(), int64(0))
			require.LessOrEqual(t, free.Units(), usage)
		}
	})
}
