package standard_test

import (
	"maps"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// calendars are those of the tests, both of Shanghai: an office with China's holidays, and a site around the clock.
func calendars(tb testing.TB) map[string]*worktime.Calendar {
	tb.Helper()
	found, err := calendarsOnce()
	require.NoError(tb, err)
	return maps.Clone(found)
}

var calendarsOnce = sync.OnceValues(newCalendars)

func newCalendars() (map[string]*worktime.Calendar, error) {
	week := []worktime.Weekday{
		worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday, worktime.Saturday, worktime.Sunday,
	}
	found := map[string]*worktime.Calendar{}
	for _, doc := range []worktime.Timetable{
		{
			Code: "office", Zone: "Asia/Shanghai", Holidays: "cn", MakeUp: worktime.Monday,
			Hours: []worktime.Hours{{Days: week[:5], Windows: []civil.Window{civil.MustParseWindow("09:00/17:00")}}},
		},
		{Code: "site", Zone: "Asia/Shanghai", Hours: []worktime.Hours{{Days: week, Windows: []civil.Window{civil.MustParseWindow("00:00/24:00")}}}},
	} {
		c, err := worktime.New(doc, time.LoadLocation, worktime.China())
		if err != nil {
			return nil, err
		}
		found[doc.Code] = c
	}
	return found, nil
}

// clockAt reads "2025-01-15 08:00", "2025-01-15 08:00:30" or "2025-01-15" on the clocks of Shanghai.
func clockAt(tb testing.TB, text string) time.Time {
	tb.Helper()
	zone, err := time.LoadLocation("Asia/Shanghai")
	require.NoError(tb, err)
	for _, layout := range []string{"2006-01-02", "2006-01-02 15:04"} {
		if at, err := time.ParseInLocation(layout, text, zone); err == nil {
			return at
		}
	}
	at, err := time.ParseInLocation("2006-01-02 15:04:05", text, zone)
	require.NoError(tb, err)
	return at
}

// decode reads a document.
func decode[T any](tb testing.TB, text string) T {
	tb.Helper()
	doc, err := invalid.Decode[T]([]byte(text), "test")
	require.NoError(tb, err)
	return doc
}

// clausesOf makes a standard of clauses, and of what else stands before them: `"params": [...],`. Its calendar is the office.
func clausesOf(tb testing.TB, head, clauses string) standard.Standard {
	tb.Helper()
	return decode[standard.Standard](tb, `{"id": "test", "version": "1", "calendar": "office", `+head+` "clauses": [`+clauses+`]}`)
}

// evidenceOf makes evidence, asked about at an instant of Shanghai, of a period from and to days.
func evidenceOf(tb testing.TB, asOf, from, to, rest string) standard.Evidence {
	tb.Helper()
	if rest != "" {
		rest = ", " + rest
	}
	return decode[standard.Evidence](tb, `{"asOf": "`+clockAt(tb, asOf).Format(time.RFC3339)+`", "zone": "Asia/Shanghai", "start": "`+from+`", "end": "`+to+`"`+rest+`}`)
}

// complete says that everything of a kind is there from one day to another, for evidenceOf.
func complete(kind, from, to string) string {
	return `{"kind": "` + kind + `", "from": "` + from + `", "to": "` + to + `"}`
}

func mustCompile(tb testing.TB, s standard.Standard, v standard.Vocabulary) *standard.Rules {
	tb.Helper()
	r, err := standard.Compile(s, v, calendars(tb))
	require.NoError(tb, err)
	return r
}

func mustEvaluate(tb testing.TB, s standard.Standard, v standard.Vocabulary, e standard.Evidence) standard.Report {
	tb.Helper()
	report, err := mustCompile(tb, s, v).Evaluate(&e)
	require.NoError(tb, err)
	return report
}

// said writes a verdict in one line: "unknown notComplete patrol".
func said(s standard.State, r standard.Reason) string {
	out := s.String()
	if r.Code != 0 {
		out += " " + r.Code.String()
	}
	return strings.TrimSpace(out + " " + strings.Join(r.Args, " "))
}

// verdictOf returns the verdict on a clause or on a part of it, "CLEAN-13/inspect", in one line.
func verdictOf(tb testing.TB, r standard.Report, address string) string {
	tb.Helper()
	id, part, some := strings.Cut(address, "/")
	v, ok := r.Clause(id)
	require.True(tb, ok, address)
	if !some {
		return said(v.State, v.Reason)
	}
	p, ok := v.Part(part)
	require.True(tb, ok, address)
	return said(p.State, p.Reason)
}

// problems lists the places and rules of an error.
func problems(tb testing.TB, err error) []string {
	tb.Helper()
	if err == nil {
		return nil
	}
	var all *invalid.Error
	require.ErrorAs(tb, err, &all)
	var out []string
	for _, f := range all.Fields {
		out = append(out, strings.TrimSpace(f.Path+" "+f.Rule.ID()))
	}
	return out
}
