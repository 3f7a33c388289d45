package billing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// TestAppendLinesAllocatesNothing covers whole months, months that a sale, a tenant, a
// price or an area cuts, and joint owners.
func TestAppendLinesAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	e := crowd(60)
	e.Units[0].Areas = history(entry("", "2026-07-20", gross("89.53")), entry("2026-07-21", "", gross("90")))
	for i := range e.Units {
		if e.Units[i].Areas == nil {
			e.Units[i].Areas = civil.Always(gross("100"))
		}
	}
	for name, book := range map[string]billing.Book{
		"whole": bookOf(byArea("pm", entry("", "", rate("2.80"))), fixed("waste", "8")),
		"split": crowdBook(),
	} {
		run := prepare(t, e, book, billing.Facts{}, civil.MustParseMonth("2026-07"))
		c := run.Cursor()
		buf := make([]billing.Line, 0, 64)
		every := func() {
			for u := range run.Len() {
				var err error
				if buf, err = c.AppendLines(buf[:0], u); err != nil {
					t.Fatal(err)
				}
			}
		}
		every() // a cursor's own slices grow once
		require.Zero(t, testing.AllocsPerRun(20, every), name)
	}
}

// TestBillsAllocateLittle bounds what a kept bill costs: its slices are cut from slabs.
func TestBillsAllocateLittle(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	const units = 5000
	e := crowd(units)
	for i := range e.Units {
		e.Units[i].Use, e.Units[i].Areas = property.Dwelling, civil.Always(gross("89.53"))
	}
	run := prepare(t, e, crowdBook(), billing.Facts{}, civil.MustParseMonth("2026-07"))
	n := 0
	allocations := testing.AllocsPerRun(5, func() {
		n = 0
		for _, err := range run.Bills(0, run.Len()) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
	})
	require.Greater(t, n, units)
	require.LessOrEqual(t, allocations/float64(n), 0.02, "allocations a bill")
}
