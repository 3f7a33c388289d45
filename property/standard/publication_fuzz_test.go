package standard_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
)

// FuzzPublications: no document and no log, however broken, panics or is half read; the order of a log means nothing; what is
// in a row follows from its dates.
func FuzzPublications(f *testing.F) {
	f.Add([]byte(`{"code": "p", "calendar": "office", "items": [{"code": "x", "name": {"en": "x"}, "to": ["owners"], "due": {"every": {"in": "month", "after": "5wd"}}, "shown": "P7D", "rest": "days"}]}`),
		[]byte(`{"published": [{"id": "a", "item": "x", "at": "2025-02-10T09:00:00+08:00", "period": {"start": "2025-01-01", "end": "2025-02-01"}}], "complete": [{"kind": "*", "from": "2025-01-01", "to": "2026-01-01"}]}`), 9132, 365, int64(1767196800))
	f.Add([]byte(`{"code": "p", "calendar": "office", "from": "2025-03-01", "items": [{"code": "x", "name": {"en": "x"}, "to": ["public"], "where": ["app", "site"], "due": {"within": {"after": "paid", "span": "PT36H"}}}, {"code": "y", "name": {"en": "y"}, "to": ["owners"], "due": {"by": "02-29"}}]}`),
		[]byte(`{"published": [{"id": "b", "item": "x", "event": "e", "at": "2025-03-02T09:00:00+08:00", "place": "app"}, {"id": "a", "item": "y", "at": "2025-03-01T00:00:00+08:00"}], "events": [{"id": "e", "event": "paid", "at": "2025-03-01T10:00:00+08:00"}]}`), 9132, 500, int64(1741000000))
	f.Add([]byte(`{"code": "p", "calendar": "site", "items": [{"code": "x", "name": {"en": "x"}, "to": ["owners"], "standing": true, "due": {"once": {"by": "0001-01-02"}}}]}`), []byte(`{}`), -700000, 2000, int64(0))
	f.Add([]byte(`{"code": "p", "calendar": "office", "items": [{"code": "x", "name": {"en": "x"}, "to": ["owners"], "rest": "days", "due": {"every": {"in": "month", "after": "99wd"}}}, {"code": "y", "name": {"en": "y"}, "to": ["owners"], "due": {"by": "12-31"}}]}`), []byte(`{}`), 2_921_800, 130, int64(0))
	known := calendars(f)
	f.Fuzz(func(t *testing.T, docText, logText []byte, start, days int, asOf int64) {
		doc, err := invalid.Decode[standard.Publications](docText, "doc")
		if err != nil {
			return
		}
		r, err := standard.CompilePublications(doc, known)
		if err != nil {
			if r != nil {
				t.Fatal("half a register")
			}
			return
		}
		data, err := json.Marshal(r.Publications())
		if err != nil {
			t.Fatal(err)
		}
		if again, err := invalid.Decode[standard.Publications](data, "again"); err != nil {
			t.Fatal(err)
		} else if diff := cmp.Diff(doc, again, cmpopts.EquateEmpty(), cmpopts.EquateComparable(civil.Date(0), civil.MonthDay{}, civil.Span{})); diff != "" {
			t.Fatal(diff)
		}
		log, err := invalid.Decode[standard.PublicationLog](logText, "log")
		if err != nil {
			return
		}
		from := civil.MustParse("2000-01-01").AddDays(start % 2_921_900)
		period := civil.Period{Start: from, End: from.AddDays(days % 3_000)}
		at := time.Unix(asOf%(1<<37), 0).In(known["office"].Location())
		report, err := r.Evaluate(log, period, at)
		if err != nil {
			if len(report.Rows)+len(report.Extra) > 0 {
				t.Fatal("half a report")
			}
			return
		}
		for _, row := range report.Rows {
			checkPublicationRow(t, row, at)
		}
		slices.Reverse(log.Published)
		slices.Reverse(log.Complete)
		again, err := r.Evaluate(log, period, at)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(report, again, cmpopts.EquateComparable(civil.Date(0))); diff != "" {
			t.Fatal(diff)
		}
	})
}

// checkPublicationRow says what must be so in every row.
func checkPublicationRow(t *testing.T, row standard.PublicationRow, asOf time.Time) {
	t.Helper()
	if err := row.Why().Check(); err != nil {
		t.Fatalf("%+v: %v", row, err)
	}
	inTime := row.On <= row.Due
	if !row.DueAt.IsZero() {
		inTime = !row.At.After(row.DueAt)
	}
	hasDue := !row.Due.IsZero() || !row.DueAt.IsZero()
	switch row.State {
	case standard.PublicationMet:
		if row.At.IsZero() || row.At.After(asOf) || hasDue && !inTime {
			t.Fatalf("met? %+v", row)
		}
	case standard.PublicationLate:
		if row.At.IsZero() || row.At.After(asOf) || !hasDue || inTime {
			t.Fatalf("late? %+v", row)
		}
	case standard.PublicationOverdue, standard.PublicationPending:
		if !row.At.IsZero() {
			t.Fatalf("not published? %+v", row)
		}
	case standard.PublicationUnknown:
		if row.Reason.Code == 0 {
			t.Fatalf("unknown why? %+v", row)
		}
	}
}
