package standard_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/standard"
)

const (
	// onSite is MAINT-01: urgent repairs within half an hour, at any hour.
	onSite = `{"promise": {"of": "repair", "where": [{"field": "class", "is": "=", "value": "urgent"}], "from": "reported", "to": "arrived", "limit": "PT30M", "clock": "wall"}}`
	// byDeadline is SEC-20: a rectification by the day that its notice names.
	byDeadline = `{"promise": {"of": "rectification", "from": "issued", "to": "rectified", "due": "@deadline"}}`
	// emptiedAtOnce is CLEAN-13/abnormal.
	emptiedAtOnce = `{"promise": {"of": "septicFinding", "from": "found", "to": "emptied", "limit": "PT24H", "clock": "wall"}}`
)

// TestPromise: one case, evidence complete, asked about at the end of the month.
func TestPromise(t *testing.T) {
	const urgent = "class=urgent"
	tests := []struct {
		name, measure string
		lines         []string
		want          string
	}{
		{"on the instant", onSite, []string{urgent, "reported 2025-01-10 08:00", "arrived 2025-01-10 08:30"}, "met"},
		{"a second late", onSite, []string{urgent, "reported 2025-01-10 08:00", "arrived 2025-01-10 08:30:01"}, "breached overLimit 2025-01-10T08:30:00+08:00 2025-01-10T08:30:01+08:00"},
		{"at night too", onSite, []string{urgent, "reported 2025-01-10 23:50", "arrived 2025-01-11 00:20"}, "met"},
		{"not there yet", onSite, []string{urgent, "reported 2025-01-10 08:00"}, "breached overLimit 2025-01-10T08:30:00+08:00"},
		{"not meant", onSite, []string{"class=minor", "reported 2025-01-10 08:00"}, "notApplicable noRows"},
		{"nobody says whether it is meant", onSite, []string{"reported 2025-01-10 08:00", "arrived 2025-01-10 08:05"}, "unknown fieldMissing class"},
		{"arrived before it was reported", onSite, []string{urgent, "arrived 2025-01-10 07:00", "reported 2025-01-10 08:00"}, "unknown badRow arrived"},
		{"at the instant it was reported", onSite, []string{urgent, "arrived 2025-01-10 08:00", "reported 2025-01-10 08:00"}, "met"},
		{"never reported", onSite, []string{urgent, "arrived 2025-01-10 07:00"}, "unknown badRow reported"},

		{"the finding of W-25, six hours", emptiedAtOnce, []string{"found 2025-01-12 09:00", "emptied 2025-01-12 15:00"}, "met"},
		{"24 hours", emptiedAtOnce, []string{"found 2025-01-12 09:00", "emptied 2025-01-13 09:00"}, "met"},
		{"and a second", emptiedAtOnce, []string{"found 2025-01-12 09:00", "emptied 2025-01-13 09:00:01"}, "breached overLimit 2025-01-13T09:00:00+08:00 2025-01-13T09:00:01+08:00"},

		{"on the day of the deadline", byDeadline, []string{"deadline=2025-01-20", "issued 2025-01-10 08:00", "rectified 2025-01-20 23:59:59"}, "met"},
		{"the last second of the day", byDeadline, []string{"deadline=2025-01-20", "issued 2025-01-10 08:00", "rectified 2025-01-20 23:59:59"}, "met"},
		{"the next day, of which only the date was written down", byDeadline, []string{"deadline=2025-01-20", "issued 2025-01-10 08:00", "rectified 2025-01-21"}, "breached overLimit 2025-01-20 2025-01-21T00:00:00+08:00"},
		{"a second into the next day", byDeadline, []string{"deadline=2025-01-20", "issued 2025-01-10 08:00", "rectified 2025-01-21 00:00:01"}, "breached overLimit 2025-01-20 2025-01-21T00:00:01+08:00"},
		{"no deadline", byDeadline, []string{"issued 2025-01-10 08:00", "rectified 2025-01-11 08:00"}, "unknown fieldMissing deadline"},
		{"a deadline ahead", byDeadline, []string{"deadline=2025-02-10", "issued 2025-01-10 08:00"}, "pending notDue 2025-02-10"},
		{"a deadline and no beginning", byDeadline, []string{"deadline=2025-01-20"}, "unknown badRow issued"},
		{
			"a day before the deadline", `{"promise": {"of": "rectification", "to": "rectified", "due": "@deadline-P1D"}}`,
			[]string{"deadline=2025-01-20", "issued 2025-01-10 08:00", "rectified 2025-01-20 00:00:01"},
			"breached overLimit 2025-01-19 2025-01-20T00:00:01+08:00",
		},
		{
			"the time that was agreed", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "due": "@agreedAt"}}`,
			[]string{"agreedAt=2025-01-11T14:00:00+08:00", "reported 2025-01-10 08:00", "arrived 2025-01-11 14:00"},
			"met",
		},
		{
			"two hours after it", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "due": "@agreedAt+PT2H"}}`,
			[]string{"agreedAt=2025-01-11T14:00:00+08:00", "reported 2025-01-10 08:00", "arrived 2025-01-11 16:00:01"},
			"breached overLimit 2025-01-11T16:00:00+08:00 2025-01-11T16:00:01+08:00",
		},
		{
			"a day of the contract", `{"promise": {"of": "repair", "to": "done", "due": "2025-01-15"}}`,
			[]string{"reported 2025-01-10 08:00", "done 2025-01-15 20:00"},
			"met",
		},

		{
			"three days are civil", `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "P3D"}}`,
			[]string{"reported 2025-01-10 08:00", "done 2025-01-13 23:00"},
			"met",
		},
		{
			"the fourth day", `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "P3D"}}`,
			[]string{"reported 2025-01-10 08:00", "done 2025-01-14 00:00:01"},
			"breached overLimit 2025-01-13 2025-01-14T00:00:01+08:00",
		},
		{ // Friday 16:00: an hour, then three on Monday.
			"four hours of the office", `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "PT4H", "clock": "office"}}`,
			[]string{"reported 2025-01-10 16:00", "done 2025-01-13 12:00"},
			"met",
		},
		{
			"four hours of the office and a second", `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "PT4H", "clock": "office"}}`,
			[]string{"reported 2025-01-10 16:00", "done 2025-01-13 12:00:01"},
			"breached overLimit 2025-01-13T12:00:00+08:00 2025-01-13T12:00:01+08:00",
		},
		{ // Sunday the 26th is worked in lieu, Tuesday the 28th is New Year's Eve.
			"two working days before the Spring Festival", `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "2wd"}}`,
			[]string{"reported 2025-01-24 10:00", "done 2025-01-27 23:59"},
			"met",
		},
		{
			"two working days and an hour", `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "2wd"}}`,
			[]string{"reported 2025-01-24 10:00", "done 2025-01-28 01:00"},
			"breached overLimit 2025-01-27 2025-01-28T01:00:00+08:00",
		},
		{
			"the third is after the holiday", `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "3wd"}}`,
			[]string{"reported 2025-01-24 10:00"},
			"pending notDue 2025-02-05",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, judged(t, tt.measure, january(t, caseOf(t, "c1 "+kindOf(tt.measure), tt.lines...))))
		})
	}
}

// kindOf returns the kind of cases that a measure is of.
func kindOf(measure string) string {
	_, rest, _ := strings.Cut(measure, `"of": "`)
	kind, _, _ := strings.Cut(rest, `"`)
	return kind
}

// TestPromiseEnds: what becomes of cases that are cancelled, excused or stand still.
func TestPromiseEnds(t *testing.T) {
	const measure = `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "PT4H", "cancelled": ["cancelled"], "waived": ["excused"],
		"pauses": [{"code": "parts", "from": "paused", "until": ["resumed"]}]}}`
	tests := []struct {
		name  string
		lines []string
		want  string
	}{
		{"cancelled in time", []string{"reported 2025-01-10 08:00", "cancelled 2025-01-10 12:00"}, "waived excused cancelled"},
		{"cancelled late", []string{"reported 2025-01-10 08:00", "cancelled 2025-01-10 12:00:01"}, "breached overLimit 2025-01-10T12:00:00+08:00"},
		{"cancelled before it began", []string{"cancelled 2025-01-10 12:00"}, "waived excused cancelled"},
		{"excused, however late", []string{"reported 2025-01-10 08:00", "done 2025-01-12 08:00", "excused 2025-01-13 08:00"}, "waived excused excused"},
		{"it stood still for an hour", []string{"reported 2025-01-10 08:00", "paused 2025-01-10 09:00", "resumed 2025-01-10 10:00", "done 2025-01-10 13:00"}, "met"},
		{"and a second more", []string{"reported 2025-01-10 08:00", "paused 2025-01-10 09:00", "resumed 2025-01-10 10:00", "done 2025-01-10 13:00:01"}, "breached overLimit 2025-01-10T13:00:00+08:00 2025-01-10T13:00:01+08:00"},
		{"it stands still, with three hours to go", []string{"reported 2025-01-10 08:00", "paused 2025-01-10 09:00"}, "pending notDue 2025-02-01T03:00:00+08:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, judged(t, measure, january(t, caseOf(t, "c1 repair", tt.lines...))))
		})
	}
}

// TestPromiseComplete: what is not all there does not become a verdict, but what was late is late.
func TestPromiseComplete(t *testing.T) {
	onTime := caseOf(t, "r1 repair", "class=urgent", "reported 2025-01-10 08:00", "arrived 2025-01-10 08:10")
	late := caseOf(t, "r2 repair", "class=urgent", "reported 2025-01-10 08:00", "arrived 2025-01-10 09:00")
	open := caseOf(t, "r3 repair", "class=urgent", "reported 2025-01-10 08:00")
	all, some := `"complete": [`+complete("repair", "2025-01-01", "2025-02-01")+`]`, `"complete": [`+complete("repair", "2025-01-01", "2025-01-31")+`]`
	early := `"complete": [` + complete("repair", "2025-01-01", "2025-01-10") + `]`
	tests := []struct {
		name, asOf, rest string
		cases            []string
		want             string
	}{
		{"met and whole", "2025-02-01", all, []string{onTime}, "met"},
		{"met and a day lacks", "2025-02-01", some, []string{onTime}, "unknown notComplete repair"},
		{"met and nothing is said", "2025-02-01", "", []string{onTime}, "unknown notComplete repair"},
		{"none and whole", "2025-02-01", all, nil, "notApplicable noRows"},
		{"none and not", "2025-02-01", some, nil, "unknown notComplete repair"},
		{"late is late", "2025-02-01", "", []string{onTime, late}, "breached overLimit 2025-01-10T08:30:00+08:00 2025-01-10T09:00:00+08:00"},
		{"open, up to its due all is known", "2025-02-01", some, []string{open}, "breached overLimit 2025-01-10T08:30:00+08:00"},
		{"open, and it is not", "2025-02-01", early, []string{open}, "unknown notComplete repair"},
		{"a minute before it is due", "2025-01-10 08:29", all, []string{open}, "pending notDue 2025-01-10T08:30:00+08:00"},
		{"on the instant it may still be met", "2025-01-10 08:30", all, []string{open}, "pending notDue 2025-01-10T08:30:00+08:00"},
		{"a second later it cannot", "2025-01-10 08:30:01", all, []string{open}, "breached overLimit 2025-01-10T08:30:00+08:00"},
		{"pending, and not whole", "2025-01-10 08:29", "", []string{open}, "unknown notComplete repair"},
		{"what happens later has not happened", "2025-01-10 08:29", all, []string{late}, "pending notDue 2025-01-10T08:30:00+08:00"},
		{"a case of tomorrow", "2025-01-09", all, []string{onTime}, "notApplicable noRows"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, judged(t, onSite, judgedAt(t, tt.asOf, tt.rest, tt.cases...)))
		})
	}
}

// TestPromisePeriod: the cases of January are those that began before its end and were not over before its beginning.
func TestPromisePeriod(t *testing.T) {
	const measure = `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "P3D", "cancelled": ["cancelled"]}}`
	e := january(t,
		caseOf(t, "done-in-december repair", "reported 2024-12-30 08:00", "done 2024-12-31 23:59:59"),
		caseOf(t, "cancelled-in-december repair", "reported 2024-12-30 08:00", "cancelled 2024-12-31 12:00"),
		caseOf(t, "late-and-cancelled-in-december repair", "reported 2024-12-10 08:00", "cancelled 2024-12-31 12:00"),
		caseOf(t, "done-on-the-instant repair", "reported 2024-12-30 08:00", "done 2025-01-01"),
		caseOf(t, "late-since-december repair", "reported 2024-12-20 08:00"),
		caseOf(t, "done-late-in-january repair", "reported 2024-12-20 08:00", "done 2025-01-02 08:00"),
		caseOf(t, "inside repair", "reported 2025-01-20 08:00", "done 2025-01-21 08:00"),
		caseOf(t, "the-last-second repair", "reported 2025-01-31 23:59:59"),
		caseOf(t, "february repair", "reported 2025-02-01"),
	)
	e.AsOf = clockAt(t, "2025-02-01 08:00")
	want := []string{
		"done-late-in-january breached overLimit 2024-12-23 2025-01-02T08:00:00+08:00",
		"late-since-december breached overLimit 2024-12-23",
		"done-on-the-instant met",
		"inside met",
		"the-last-second pending notDue 2025-02-03",
	}
	if diff := cmp.Diff(want, rowsOf(t, measure, e)); diff != "" {
		t.Errorf("rows mismatch (-want +got)\n%s", diff)
	}
}

// TestPromiseNotStarted: a visit is promised a day after the repair. A repair that is not done waits; one without anything is bad.
func TestPromiseNotStarted(t *testing.T) {
	const measure = `{"promise": {"of": "repair", "from": "done", "to": "visited", "limit": "P1D"}}`
	want := []string{"nothing unknown badRow done", "no-repair unknown badRow done", "visited met", "waits pending notDue done"}
	got := rowsOf(t, measure, january(t,
		caseOf(t, "nothing repair"),
		caseOf(t, "waits repair", "reported 2025-01-10 08:00"),
		caseOf(t, "no-repair repair", "visited 2025-01-09 08:00"),
		caseOf(t, "visited repair", "reported 2025-01-10 08:00", "done 2025-01-11 08:00", "visited 2025-01-12 23:00"),
	))
	require.Equal(t, want, got)
}

// TestPromiseShare: so many of the cases that apply, and the open ones may still be.
func TestPromiseShare(t *testing.T) {
	const measure = `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "PT30M", "waived": ["excused"], "share": "80%"}}`
	cases := func(met, late, open, excused int) []string {
		var out []string
		for i := range met {
			out = append(out, caseOf(t, fmt.Sprintf("m%d repair", i), "reported 2025-01-10 08:00", "done 2025-01-10 08:30"))
		}
		for i := range late {
			out = append(out, caseOf(t, fmt.Sprintf("l%d repair", i), "reported 2025-01-10 08:00", "done 2025-01-10 08:31"))
		}
		for i := range open {
			out = append(out, caseOf(t, fmt.Sprintf("o%d repair", i), "reported 2025-01-31 23:45"))
		}
		for i := range excused {
			out = append(out, caseOf(t, fmt.Sprintf("e%d repair", i), "reported 2025-01-10 08:00", "excused 2025-01-10 08:31"))
		}
		return out
	}
	const late = "overLimit 2025-01-10T08:30:00+08:00 2025-01-10T08:31:00+08:00"
	const open = "notDue 2025-02-01T00:15:00+08:00"
	tests := []struct {
		name                     string
		met, late, open, excused int
		want                     string
	}{
		{"four of five", 4, 1, 0, 0, "met"},
		{"three of five", 3, 2, 0, 0, "breached " + late},
		{"three of four and one open", 3, 1, 1, 0, "pending " + open},
		{"eight of ten already", 8, 1, 1, 0, "met"},
		{"seven of ten and no more to come", 7, 3, 0, 0, "breached " + late},
		{"who is excused does not count", 4, 1, 0, 5, "met"},
		{"all are excused", 0, 0, 0, 2, "waived excused excused"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, judged(t, measure, january(t, cases(tt.met, tt.late, tt.open, tt.excused)...)))
		})
	}
	require.Equal(t, "unknown notComplete repair", judged(t, measure, judgedAt(t, "2025-02-01", "", cases(3, 2, 0, 0)...)), "there may be more that are met")
}

func TestPromiseUnset(t *testing.T) {
	const head = `"params": [{"name": "arrivalUrgent"}],`
	const measure = `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "limit": "$arrivalUrgent"}}`
	e := january(t, caseOf(t, "r1 repair", "reported 2025-01-10 08:00", "arrived 2025-01-10 08:30"))
	require.Equal(t, "unknown paramUnset arrivalUrgent", judgedWith(t, head, measure, e))
	require.Equal(t, "met", judgedWith(t, `"params": [{"name": "arrivalUrgent", "value": "PT30M"}],`, measure, e))
}

// TestPromiseYear: the holidays of 2031 are not known yet.
func TestPromiseYear(t *testing.T) {
	e := evidenceOf(t, "2031-02-01", "2031-01-01", "2031-02-01", `"records": [`+caseOf(t, "r1 repair", "reported 2031-01-10 08:00", "done 2031-01-10 08:30")+`],
		"complete": [`+complete("*", "2031-01-01", "2031-02-01")+`]`)
	require.Equal(t, "unknown yearUnknown 2031", judged(t, `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "3wd"}}`, e))
	require.Equal(t, "met", judged(t, `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "P3D"}}`, e))
}

func TestPromiseRefused(t *testing.T) {
	tests := []struct {
		name, measure string
		want          []string
	}{
		{"no such kind", `{"promise": {"of": "complaint", "from": "reported", "to": "arrived", "limit": "PT30M"}}`, []string{"promise.of standard/kind"}},
		{"a kind of subjects", `{"promise": {"of": "building", "from": "reported", "to": "arrived", "limit": "PT30M"}}`, []string{"promise.of standard/no-records"}},
		{"no such events", `{"promise": {"of": "repair", "from": "heard", "to": "come", "limit": "PT30M", "waived": ["x"]}}`, []string{"promise.from standard/event", "promise.to standard/event", "promise.waived[0] standard/event"}},
		{"no time", `{"promise": {"of": "repair", "from": "reported", "to": "arrived"}}`, []string{"promise invalid/choice"}},
		{"two times", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "limit": "PT30M", "due": "@agreedAt"}}`, []string{"promise invalid/choice"}},
		{"no time at all to do it", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "limit": "PT0S"}}`, []string{"promise.limit civil/span-zero"}},
		{"days and hours", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "limit": "P1DT2H"}}`, []string{"promise.limit sla/mixed"}},
		{"a limit from nothing", `{"promise": {"of": "repair", "to": "arrived", "limit": "PT2H"}}`, []string{"promise.from invalid/required"}},
		{"no end", `{"promise": {"of": "repair", "from": "reported", "to": "", "limit": "PT2H"}}`, []string{"promise.to invalid/required"}},
		{"from and to are one", `{"promise": {"of": "repair", "from": "reported", "to": "reported", "limit": "PT2H"}}`, []string{"promise.to sla/twice"}},
		{"no such clock", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "limit": "PT2H", "clock": "bank"}}`, []string{"promise.clock sla/calendar"}},
		{"no field", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "due": "@deadline"}}`, []string{"promise.due standard/field"}},
		{"a field that is no time", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "due": "@class"}}`, []string{"promise.due standard/due-time"}},
		{"a fixed due with a clock", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "due": "@agreedAt", "clock": "office"}}`, []string{"promise.clock standard/due-fixed"}},
		{
			"a fixed due with a pause", `{"promise": {"of": "repair", "to": "arrived", "due": "@agreedAt", "pauses": [{"code": "p", "from": "paused", "until": ["resumed"]}]}}`,
			[]string{"promise.pauses standard/due-fixed"},
		},
		{
			"a pause without an end", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "limit": "PT2H", "pauses": [{"code": "p", "from": "halted", "until": []}]}}`,
			[]string{"promise.pauses[0].from standard/event", "promise.pauses[0].until invalid/required"},
		},
		{"no share", `{"promise": {"of": "repair", "from": "reported", "to": "arrived", "limit": "PT2H", "share": "101%"}}`, []string{"promise.share standard/share"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, refused(t, tt.measure))
		})
	}
}

// TestPromiseNeeds: what an integrator has to supply.
func TestPromiseNeeds(t *testing.T) {
	s := clausesOf(t, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [{"promise": {"of": "repair", "where": [{"field": "subject.level", "is": "=", "value": "1"}],
		"from": "reported", "to": "arrived", "due": "@agreedAt", "cancelled": ["cancelled"]}}]}`)
	want := []standard.Need{{
		Clause: "T-01", Profile: "p", Measure: "promise", Records: []string{"repair"},
		Fields: []string{"building.level", "repair.agreedAt"}, Events: []string{"repair.reported", "repair.arrived", "repair.cancelled"},
	}}
	if diff := cmp.Diff(want, mustCompile(t, s, caseWords(t)).Needs()); diff != "" {
		t.Errorf("needs mismatch (-want +got)\n%s", diff)
	}
}

// FuzzPromise: a case of two events is judged by subtraction.
func FuzzPromise(f *testing.F) {
	f.Add(int32(1800), int32(3600), true)
	f.Add(int32(1801), int32(3600), true)
	f.Add(int32(1800), int32(1799), true)
	f.Add(int32(-1), int32(3600), true)
	f.Add(int32(0), int32(1801), false)
	limits := []int32{60, 1800, 3599, 86400}
	var clauses []string
	for i, limit := range limits {
		clauses = append(clauses, fmt.Sprintf(`{"id": "T-%d", "profile": "p", "text": {"en": "t"}, "measures": [
			{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "PT%dS"}}]}`, i, limit))
	}
	rules, base, from := mustCompile(f, clausesOf(f, "", strings.Join(clauses, ", ")), caseWords(f)), january(f), clockAt(f, "2025-01-15")
	f.Fuzz(func(t *testing.T, took, asked int32, isThere bool) {
		const day = 86400
		took, asked = took%(3*day), (asked%(3*day)+3*day)%(3*day)
		e := base
		e.AsOf = from.Add(time.Duration(asked) * time.Second)
		r := standard.Record{ID: "r1", Kind: "repair", Events: []flow.Event{{At: from, Name: "reported"}}}
		if isThere {
			r.Events = append(r.Events, flow.Event{At: from.Add(time.Duration(took) * time.Second), Name: "done"})
		}
		e.Records = []standard.Record{r}
		report, err := rules.Evaluate(&e)
		require.NoError(t, err)
		for i, limit := range limits {
			want := standard.Met
			switch done := isThere && took <= asked; {
			case done && took < 0:
				want = standard.Unknown
			case done && took > limit, !done && asked > limit:
				want = standard.Breached
			case !done:
				want = standard.Pending
			}
			require.Equal(t, want, report.Clauses[i].State, "done after %d s (%v), asked after %d s, limit %d s", took, isThere, asked, limit)
		}
	})
}

// TestDayEnds: when the day is over by which something is due, it is late, by whichever measure: the instant belongs to the next day.
func TestDayEnds(t *testing.T) {
	for _, measure := range []string{
		`{"promise": {"of": "rectification", "from": "issued", "to": "rectified", "due": "@deadline"}}`,
		`{"promise": {"of": "rectification", "from": "issued", "to": "rectified", "limit": "P10D"}}`,
		`{"ordering": {"of": "rectification", "steps": [{"name": "issued"}, {"name": "rectified", "max": "P10D"}]}}`,
	} {
		case1 := func(lines ...string) string {
			return caseOf(t, "r1 rectification", append([]string{"deadline=2025-01-20", "issued 2025-01-10 08:00"}, lines...)...)
		}
		whole := `"complete": [` + complete("*", "2024-01-01", "2025-03-01") + `]`
		for _, tt := range []struct{ asOf, done, want string }{
			{"2025-02-01", "rectified 2025-01-20 23:59:59", "met"},
			{"2025-02-01", "rectified 2025-01-21", "breached"},
			{"2025-01-20 23:59:59", "", "pending"},
			{"2025-01-21", "", "breached"},
		} {
			got := judged(t, measure, judgedAt(t, tt.asOf, whole, case1(nonEmpty(tt.done)...)))
			require.Equal(t, tt.want, firstWord(got), "%s %+v", measure, tt)
		}
	}
}
