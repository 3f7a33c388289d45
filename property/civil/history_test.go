package civil_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

type prices = civil.History[string]

// A price that rose in mid-July, was suspended in October and came back.
func fee() prices {
	return prices{
		{Value: "2.80"},
		{From: on("2026-07-16"), To: on("2026-09-30"), Value: "3.10"},
		{From: on("2026-11-01"), Value: "3.20"},
	}
}

func TestHistoryAt(t *testing.T) {
	tests := []struct {
		on, want string // want "" in a gap
	}{
		{"0001-01-02", "2.80"},
		{"2026-07-15", "2.80"},
		{"2026-07-16", "3.10"},
		{"2026-09-30", "3.10"},
		{"2026-10-01", ""},
		{"2026-10-31", ""},
		{"2026-11-01", "3.20"},
		{"9999-12-31", "3.20"},
	}
	for _, tt := range tests {
		got, ok := fee().At(on(tt.on))
		require.Equal(t, tt.want, got, tt.on)
		require.Equal(t, tt.want != "", ok, tt.on)
	}

	_, ok := fee().At(civil.Date(0))
	require.False(t, ok, "an unset date has no value")
	_, ok = prices(nil).At(on("2026-01-01"))
	require.False(t, ok)
	_, ok = prices{{From: on("2026-02-01"), Value: "1"}}.At(on("2026-01-31"))
	require.False(t, ok, "before the first entry")
	_, ok = prices{{To: on("2026-02-01"), Value: "1"}}.At(on("2026-02-02"))
	require.False(t, ok, "after the last entry")
	got, ok := civil.Always("2.80").At(on("0001-01-02"))
	require.True(t, ok)
	require.Equal(t, "2.80", got)
	require.Equal(t, "2.80", first(civil.Always("2.80").At(on("0001-01-02").AddDays(-9999))))
}

func first[T any](v T, _ bool) T { return v }

func TestHistoryPeriod(t *testing.T) {
	want := [][2]string{{"", "2026-07-16"}, {"2026-07-16", "2026-10-01"}, {"2026-11-01", ""}}
	for i := range fee() {
		start, end := fee().Period(i)
		require.Equal(t, want[i], [2]string{start.String(), end.String()})
	}
}

func TestHistoryAppendChanges(t *testing.T) {
	tests := []struct {
		name string
		p    civil.Period
		want []string
	}{
		{"year", period("2026-01-01", "2027-01-01"), []string{"2026-07-16", "2026-10-01", "2026-11-01"}},
		{"since", civil.Period{Start: on("2026-08-01")}, []string{"2026-10-01", "2026-11-01"}},
		{"July", civil.MustParseMonth("2026-07"), []string{"2026-07-16"}},
		{"begins with a change", period("2026-07-16", "2026-08-01"), nil},
		{"ends with a change", period("2026-07-01", "2026-07-16"), nil},
		{"August", civil.MustParseMonth("2026-08"), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, d := range fee().AppendChanges(nil, tt.p) {
				got = append(got, d.String())
			}
			require.Equal(t, tt.want, got)
		})
	}
	adjacent := prices{
		{From: on("2026-01-01"), To: on("2026-03-31"), Value: "1"},
		{From: on("2026-04-01"), Value: "2"},
	}
	require.Equal(t, []civil.Date{on("2026-04-01")},
		adjacent.AppendChanges(nil, period("2026-01-01", "2027-01-01")), "once where one ends and the next begins")

	h, dst := fee(), make([]civil.Date, 0, 8)
	require.Zero(t, testing.AllocsPerRun(100, func() {
		dst = h.AppendChanges(dst[:0], period("2026-01-01", "2027-01-01"))
		h.At(on("2026-08-01"))
	}))
}

func TestHistoryCheck(t *testing.T) {
	h := prices{
		{From: on("2026-01-01"), To: on("2025-12-31"), Value: "a"},
		{From: on("2026-01-01"), Value: "b"},
		{Value: "c"},
		{From: on("2026-05-01"), To: on("2026-05-31"), Value: ""},
		{From: on("2026-05-31"), Value: "d"},
	}
	var l invalid.List
	l.Enter("price")
	h.Check(&l, func(l *invalid.List, v string) {
		if v == "" {
			l.Add(invalid.ErrRequired, "price")
		}
	})
	l.Leave()
	require.EqualError(t, l.Err("tariff"), `tariff: 5 problems
  price[0].to: the last day 2025-12-31 is before the first day 2026-01-01
  price[1].from: begins on 2026-01-01, which is not after 2026-01-01, where the entry before begins
  price[2].from: from is missing
  price[3].value: price is missing
  price[4].from: begins on 2026-05-31, but the entry before holds through 2026-05-31`)

	var none invalid.List
	fee().Check(&none, nil)
	prices{{From: on("2026-01-01"), To: on("2026-01-01"), Value: "one day"}}.Check(&none, nil)
	prices(nil).Check(&none, nil)
	require.NoError(t, none.Err("tariff"))
	none.Add(invalid.ErrNull)
	require.ErrorContains(t, none.Err("tariff"), "\n  null", "the list is left at the place where it was")
}

func TestHistoryJSON(t *testing.T) {
	text, err := json.Marshal(fee())
	require.NoError(t, err)
	require.JSONEq(t, `[{"value":"2.80"},
		{"from":"2026-07-16","to":"2026-09-30","value":"3.10"},
		{"from":"2026-11-01","value":"3.20"}]`, string(text))
	got, err := invalid.Decode[prices](text, "price")
	require.NoError(t, err)
	if diff := cmp.Diff(fee(), got); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

func TestSplice(t *testing.T) {
	tests := []struct {
		name       string
		old, fresh prices
		asOf       civil.Date
		want       prices
	}{
		{
			"a new price", civil.Always("2.80"), civil.Always("3.10"), on("2026-07-16"),
			prices{{Value: "2.80"}, {From: on("2026-07-16"), Value: "3.10"}},
		},
		{"restating changes nothing", civil.Always("2.80"), civil.Always("2.80"), on("2026-07-16"), civil.Always("2.80")},
		{"the whole restated", fee(), fee(), on("2026-08-01"), fee()},
		{"restated in the gap", fee(), fee(), on("2026-10-15"), fee()},
		{
			"what was planned is dropped", fee(), civil.Always("2.90"), on("2026-03-01"),
			prices{{Value: "2.80"}, {From: on("2026-03-01"), Value: "2.90"}},
		},
		{
			"a gap stays a gap", fee(),
			prices{{From: on("2026-12-01"), Value: "3.10"}},
			on("2026-08-01"),
			prices{
				{Value: "2.80"},
				{From: on("2026-07-16"), To: on("2026-07-31"), Value: "3.10"},
				{From: on("2026-12-01"), Value: "3.10"},
			},
		},
		{"ends", fee(), nil, on("2026-07-16"), prices{{To: on("2026-07-15"), Value: "2.80"}}},
		{"nothing before", nil, civil.Always("1"), on("2026-07-16"), prices{{From: on("2026-07-16"), Value: "1"}}},
		{"since ever", fee(), civil.Always("1"), civil.Date(0), civil.Always("1")},
		{"from the first date", civil.Always("1"), nil, on("0001-01-02"), prices{}},
		{"empty", nil, nil, on("2026-07-16"), prices{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := civil.Splice(tt.old, tt.fresh, tt.asOf)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

// makeHistory reads a valid history of days 10 to 265 out of fuzz input: each byte
// pair is a value with a gap before it, and its length.
func makeHistory(raw []byte) civil.History[byte] {
	var h civil.History[byte]
	day := civil.Date(10)
	if len(raw) > 0 && raw[0]%2 == 0 {
		h, raw = append(h, civil.Entry[byte]{Value: raw[0] % 3}), raw[1:]
	}
	for ; len(raw) >= 2 && day < 250; raw = raw[2:] {
		e := civil.Entry[byte]{From: day + civil.Date(raw[0]/64), Value: raw[0] % 3}
		day = e.From + 1 + civil.Date(raw[1]%16)
		if raw[1] >= 128 {
			e.To = day - 1
		}
		h = append(h, e)
	}
	return h
}

// slowAt looks a day up the obvious way.
func slowAt(h civil.History[byte], d civil.Date) (byte, bool) {
	for i, e := range h {
		last := i+1 == len(h)
		starts := e.From.IsZero() || !d.Before(e.From)
		ends := !e.To.IsZero() && d.After(e.To) || !last && !d.Before(h[i+1].From)
		if starts && !ends {
			return e.Value, true
		}
	}
	return 0, false
}

func FuzzHistory(f *testing.F) {
	f.Add([]byte{2, 1, 130, 77, 5}, []byte{1, 255, 255, 64, 3}, uint8(20))
	f.Add([]byte{}, []byte{0}, uint8(0))
	f.Add([]byte{0}, []byte{1}, uint8(1)) // the day before asOf is no date
	f.Fuzz(func(t *testing.T, a, b []byte, cut uint8) {
		old, fresh, asOf := makeHistory(a), makeHistory(b), civil.Date(cut)
		before := slices.Clone(old)
		spliced := civil.Splice(old, fresh, asOf)
		require.Equal(t, before, old, "arguments are not changed")

		var l invalid.List
		for _, h := range []civil.History[byte]{old, fresh, spliced} {
			h.Check(&l, nil)
		}
		require.NoError(t, l.Err("histories"))

		whole := civil.Period{Start: 1, End: 300}
		changes := spliced.AppendChanges(nil, whole)
		require.True(t, slices.IsSorted(changes))
		for d := civil.Date(1); d < 300; d++ {
			for _, h := range []civil.History[byte]{old, fresh} {
				got, ok := h.At(d)
				want, wantOK := slowAt(h, d)
				if got != want || ok != wantOK {
					t.Fatalf("day %d of %v: %v, %v, want %v, %v", d, h, got, ok, want, wantOK)
				}
			}
			want, wantOK := slowAt(old, d)
			if d >= asOf {
				want, wantOK = slowAt(fresh, d)
			}
			got, ok := spliced.At(d)
			if got != want || ok != wantOK {
				t.Fatalf("day %d of %v: %v, %v, want %v, %v", d, spliced, got, ok, want, wantOK)
			}

			// Splice merges, so every boundary is a change of value, and no other day is.
			eve, eveOK := spliced.At(d - 1)
			changed := d > 1 && (eve != got || eveOK != ok)
			_, listed := slices.BinarySearch(changes, d)
			if listed != changed {
				t.Fatalf("day %d of %v: listed as a change %v, is one %v", d, spliced, listed, changed)
			}
		}
		require.Equal(t, spliced, civil.Splice(spliced, spliced, asOf), "restating changes nothing")
	})
}
