package meter_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// crowd is many meters of as many units with readings at the end of some months, month by month.
func crowd(n, months int) ([]meter.Meter, []meter.Reading) {
	ms := make([]meter.Meter, n)
	rs := make([]meter.Reading, 0, n*months)
	digits := strconv.Itoa(n)
	for i := range ms {
		m := single(nil)
		number := strconv.Itoa(i)
		for len(number) < len(digits) {
			number = "0" + number
		}
		m.Code, m.Unit = "E"+number, number
		ms[i] = m
	}
	for k := range months {
		on := on("2026-01-31").AddMonths(k).MonthEnd()
		for i := range ms {
			rs = append(rs, meter.Reading{
				Meter: ms[i].Code, On: on, Value: measure.NewQuantity(int64(k+1)*800_000+int64(i), measure.Unit{}), Source: meter.Remote,
			})
		}
	}
	return ms, rs
}

func BenchmarkCompile(b *testing.B) {
	ms, rs := crowd(100_000, 3)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := meter.Compile(ms, rs); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkQuantity(b *testing.B) {
	ms, rs := crowd(1000, 13)
	log, err := meter.Compile(ms, rs)
	require.NoError(b, err)
	month, known := civil.MustParseMonth("2026-09"), on("2026-10-01")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if _, err := log.Quantity(meter.Ref(i%1000), "", month, known); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkSpan(b *testing.B) {
	ms, rs := crowd(1000, 13)
	log, err := meter.Compile(ms, rs)
	require.NoError(b, err)
	month := civil.MustParseMonth("2026-09")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if _, state := log.Span(meter.Ref(i%1000), month, monthly); state != meter.Read {
			b.Fatal(state)
		}
		i++
	}
}

// TestLookupsAllocateNothing: what a run asks of every unit.
func TestLookupsAllocateNothing(t *testing.T) {
	ms, rs := crowd(100, 13)
	for i := range rs {
		if rs[i].On < on("2026-09-01") && rs[i].On > on("2026-06-01") {
			rs[i].Source = meter.Estimated
		}
	}
	log, err := meter.Compile(ms, rs)
	require.NoError(t, err)
	month := civil.MustParseMonth("2026-09")
	window := calendar{}
	n := 0
	require.Zero(t, testing.AllocsPerRun(20, func() {
		n = 0
		for i := range ms {
			for r := range log.OfUnit(ms[i].Unit, "electricity") {
				span, state := log.Span(r, month, window.of)
				for range log.Estimated(r, span, window.of) {
					n++
				}
				if state != meter.Read {
					t.Error(state)
				}
				for _, band := range log.Bands(r) {
					if _, err := log.Quantity(r, band, span.Period, span.Period.End); err != nil {
						t.Error(err)
					}
				}
			}
		}
	}))
	require.Equal(t, 300, n, "June, July and August")

	limits := meter.Limits{PerDay: q("900"), Times: q("900"), Zero: true}
	require.LessOrEqual(t, testing.AllocsPerRun(20, func() {
		if err := log.Check(0, month, month.End, limits); err != nil {
			t.Error(err)
		}
	}), 1.0, "an empty list")
}

// calendar has the windows as a method, as a caller with more kinds of them does.
type calendar struct{ _ int }

func (c calendar) of(boundary civil.Date) civil.Period { return monthly(boundary) }
