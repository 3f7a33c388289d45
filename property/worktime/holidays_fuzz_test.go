package worktime_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// scan is Day the slow way: every entry of every notice is written over the days, in order.
func scan(h worktime.Holidays, first, last civil.Date) map[civil.Date]worktime.HolidayDay {
	out := map[civil.Date]worktime.HolidayDay{}
	for _, n := range h.Notices {
		for _, e := range n.Days {
			for d := first; d <= last; d++ {
				if to := max(e.From, e.To); !e.From.IsZero() && e.From <= d && d <= to && (e.To.IsZero() || e.From <= e.To) {
					out[d] = e
				}
			}
		}
	}
	return out
}

// checkLookups compares the look-ups of a table on some days with the slow way.
func checkLookups(t *testing.T, h worktime.Holidays, first, last civil.Date) {
	t.Helper()
	slow := scan(h, first, last)
	for d := first; d <= last; d++ {
		e, ok := h.Day(d)
		if want, named := slow[d]; ok != named || e != want {
			t.Fatalf("%s: %+v %t, want %+v", d, e, ok, want)
		}
	}
}

// FuzzHolidays: no text panics; what is accepted keeps the bounds that look-ups rely on, and comes
// back as it was written.
func FuzzHolidays(f *testing.F) {
	f.Add(`{"code":"own","notices":[{"year":2026,"days":[{"from":"2026-01-01","to":"2026-01-03","kind":"off"}]}]}`, "2026-01-02")
	f.Add(`{"code":"own","notices":[{"year":2026,"published":"2025-11-04","days":[{"from":"2026-01-04","kind":"work"}]},`+
		`{"year":2026,"published":"2026-01-02","amends":true,"days":[{"from":"2026-01-04","kind":"ordinary"}]}]}`, "2026-01-04")
	f.Add(`{"code":"own","notices":[{"year":0,"days":[{"to":"9999-12-31"},{"from":"9999-12-31","to":"0001-01-02","kind":"off"}]}]}`, "9999-12-31")
	f.Fuzz(func(t *testing.T, text, day string) {
		h, err := invalid.Decode[worktime.Holidays]([]byte(text), "fuzz")
		d, dayErr := civil.Parse(day)
		if dayErr != nil {
			d = 0
		}
		h.AsOf(d).With(h.Notices...).Years()
		checkLookups(t, h, d-2, d+2)
		if err != nil {
			return
		}
		base := map[int]bool{}
		for _, n := range h.Notices {
			checkAccepted(t, n)
			if base[n.Year] != n.Amends {
				t.Fatalf("%d: known %t, amends %t", n.Year, base[n.Year], n.Amends)
			}
			base[n.Year] = true
		}
		if len(base) != len(h.Years()) {
			t.Fatalf("%v are known, not %v", base, h.Years())
		}
		if h.Notices == nil {
			return // left out
		}
		data, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		back, err := invalid.Decode[worktime.Holidays](data, "written")
		if diff := cmp.Diff(h, back); err != nil || diff != "" {
			t.Fatalf("%v\n%s", err, diff)
		}
	})
}

// checkAccepted looks for what Check should have reported in a notice.
func checkAccepted(t *testing.T, n worktime.Notice) {
	t.Helper()
	if n.Year < 2 || n.Year > 9999 || len(n.Days) == 0 {
		t.Fatalf("accepted %+v", n)
	}
	for i, e := range n.Days {
		to := e.To
		if to.IsZero() {
			to = e.From
		}
		days := int(to) - int(e.From) + 1
		if days < 1 || days > 60 || e.From < 1 || e.Kind < worktime.DayOff || e.Kind > worktime.DayOrdinary {
			t.Fatalf("accepted %+v", e)
		}
		for _, d := range []civil.Date{e.From, to} {
			if d.Year()-n.Year > 1 || n.Year-d.Year() > 1 {
				t.Fatalf("accepted %s in the notice of %d", d, n.Year)
			}
		}
		for _, other := range n.Days[:i] {
			if max(other.From, other.To) >= e.From && to >= other.From {
				t.Fatalf("accepted %+v beside %+v", e, other)
			}
		}
	}
}

// FuzzHolidaysOverlay: on tables of any overlays, look-ups agree with the slow way, as of any day
// and with any notice at the end.
func FuzzHolidaysOverlay(f *testing.F) {
	f.Add([]byte("\x00\x05\x03\x01\x04\x02\x02\x02\x05\x01\x03\x83\x04\x00\x01"), uint8(3))
	f.Add([]byte("\x10\x00\x3f\x01\x91\x01\x3f\x02\x12\x02\x3f\x03"), uint8(0x11))
	f.Fuzz(func(t *testing.T, data []byte, asOf uint8) {
		first := civil.MustParse("2026-01-01")
		last := first + 400
		h := overlays(data[:min(len(data), 64)], first)
		before, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		checkLookups(t, h, first-2, last)

		day := first + civil.Date(asOf)
		var known worktime.Holidays
		for _, n := range h.Notices {
			if !n.Published.After(day) {
				known.Notices = append(known.Notices, n)
			}
		}
		if got, want := h.AsOf(day), known; len(got.Notices) != len(want.Notices) || !cmp.Equal(scan(got, first, last), scan(want, first, last)) {
			t.Fatalf("as of %s: %+v, want %+v", day, got.Notices, want.Notices)
		}
		if diff := cmp.Diff(h, h.With()); diff != "" {
			t.Fatalf("with nothing\n%s", diff)
		}
		if len(h.Notices) > 0 {
			checkMoved(t, h, first, last)
		}
		if after, err := json.Marshal(h); err != nil || string(after) != string(before) {
			t.Fatalf("%v: the table has changed\n%s\n%s", err, before, after)
		}
	})
}

// checkMoved puts the first notice behind the others: it then holds wherever it names a day, and
// nothing else changes.
func checkMoved(t *testing.T, h worktime.Holidays, first, last civil.Date) {
	t.Helper()
	front := h.Notices[0]
	rest := worktime.Holidays{Code: h.Code, Notices: h.Notices[1:]}
	moved, alone := rest.With(front), worktime.Holidays{}.With(front)
	for d := first; d <= last; d++ {
		want, named := alone.Day(d)
		if !named {
			want, named = rest.Day(d)
		}
		if got, ok := moved.Day(d); ok != named || got != want {
			t.Fatalf("%s: %+v %t, want %+v", d, got, ok, want)
		}
	}
}

// overlays makes a table of bytes, four an entry: whether a notice begins and when it was
// published, the first day, how many follow, the kind.
func overlays(data []byte, first civil.Date) worktime.Holidays {
	h := worktime.Holidays{Code: "own", Notices: []worktime.Notice{}}
	for ; len(data) >= 4; data = data[4:] {
		if begins := data[0]%4 == 0; begins || len(h.Notices) == 0 {
			h.Notices = append(h.Notices, worktime.Notice{
				Year: 2026, Amends: len(h.Notices) > 0, Published: first + civil.Date(data[0]),
			})
		}
		n := &h.Notices[len(h.Notices)-1]
		e := worktime.HolidayDay{From: first + civil.Date(data[1]), Kind: worktime.DayKind(1 + data[3]%3)}
		if extra := data[2] % 60; extra > 0 {
			e.To = e.From + civil.Date(extra)
		}
		n.Days = append(n.Days, e)
	}
	return h
}
