package standard_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/standard"
)

const (
	// doorOpened is CS-11: knock, wait 30 seconds, knock once more; enter only when let in.
	doorOpened = `{"ordering": {"of": "visit", "steps": [{"name": "knocked", "atMost": "2", "apart": "PT30S"}, {"name": "identified", "optional": true},
		{"name": "consented", "optional": true}, {"name": "entered", "after": ["identified", "consented"], "optional": true}], "closed": "left"}}`
	// examined is STAFF-09: an exam not before two months on the post, before confirmation.
	examined = `{"ordering": {"of": "onboarding", "steps": [{"name": "hired"}, {"name": "exam", "min": "P2M"}, {"name": "confirmed"}], "closed": "left"}}`
	// admittedOnOrder is EVENT-45/order.
	admittedOnOrder = `{"ordering": {"of": "admission", "steps": [{"name": "ordered"}, {"name": "admitted", "notBefore": "07:10"}]}}`
	// repairSteps has a limit, a step of two events, and one that is free.
	repairSteps = `{"ordering": {"of": "repair", "steps": [{"name": "reported"}, {"any": ["arrived", "visited"], "max": "PT30M"}, {"name": "paused", "free": true, "optional": true}, {"name": "done", "after": ["arrived"], "max": "P3D"}], "closed": "cancelled"}}`
)

// TestOrdering: one case, evidence complete, asked about at the end of the month.
func TestOrdering(t *testing.T) {
	tests := []struct {
		name, measure string
		lines         []string
		want          string
	}{
		{"knocked and left", doorOpened, []string{"knocked 2025-01-10 10:00", "left 2025-01-10 10:01"}, "met"},
		{"again after 30 seconds", doorOpened, []string{"knocked 2025-01-10 10:00", "knocked 2025-01-10 10:00:30", "left 2025-01-10 10:02"}, "met"},
		{"again after 29 seconds", doorOpened, []string{"knocked 2025-01-10 10:00", "knocked 2025-01-10 10:00:29", "left 2025-01-10 10:02"}, "breached repeated knocked"},
		{
			"a third time", doorOpened,
			[]string{"knocked 2025-01-10 10:00", "knocked 2025-01-10 10:00:30", "knocked 2025-01-10 10:01", "left 2025-01-10 10:02"},
			"breached repeated knocked",
		},
		{"let in", doorOpened, []string{"knocked 2025-01-10 10:00", "identified 2025-01-10 10:01", "consented 2025-01-10 10:02", "entered 2025-01-10 10:02", "left 2025-01-10 10:20"}, "met"},
		{"not let in", doorOpened, []string{"knocked 2025-01-10 10:00", "identified 2025-01-10 10:01", "entered 2025-01-10 10:02", "left 2025-01-10 10:20"}, "breached stepOrder entered consented"},
		{
			"in before they were let in", doorOpened,
			[]string{"knocked 2025-01-10 10:00", "identified 2025-01-10 10:01", "entered 2025-01-10 10:02", "consented 2025-01-10 10:03", "left 2025-01-10 10:20"},
			"breached stepOrder entered consented",
		},
		{"did not knock", doorOpened, []string{"identified 2025-01-10 10:01", "consented 2025-01-10 10:02", "left 2025-01-10 10:20"}, "breached stepMissing knocked"},
		{"knocked after it was over", doorOpened, []string{"left 2025-01-10 10:00", "knocked 2025-01-10 10:01"}, "breached stepOrder left knocked"},
		{"an optional step out of order", doorOpened, []string{"identified 2025-01-10 09:59", "knocked 2025-01-10 10:00", "left 2025-01-10 10:01"}, "breached stepOrder identified knocked"},
		{"two optional steps out of order", doorOpened, []string{"knocked 2025-01-10 10:00", "consented 2025-01-10 10:01", "identified 2025-01-10 10:02", "left 2025-01-10 10:05"}, "breached stepOrder consented identified"},
		{"the doorbell is no step", doorOpened, []string{"rang 2025-01-10 09:59", "knocked 2025-01-10 10:00", "left 2025-01-10 10:01"}, "met"},

		{"two months to the day", examined, []string{"hired 2024-11-10 09:00", "exam 2025-01-10", "confirmed 2025-01-12"}, "met"},
		{"a second early", examined, []string{"hired 2024-11-10 09:00", "exam 2025-01-09 23:59:59", "confirmed 2025-01-12"}, "breached tooSoon exam 2025-01-10T00:00:00+08:00"},
		{"no exam yet", examined, []string{"hired 2024-11-10 09:00"}, "pending notDue exam"},
		{"left before it", examined, []string{"hired 2024-11-10 09:00", "left 2025-01-09"}, "breached stepMissing exam"},
		{"confirmed without it", examined, []string{"hired 2024-11-10 09:00", "confirmed 2025-01-12"}, "breached stepOrder confirmed exam"},
		{"confirmed before it", examined, []string{"hired 2024-11-10 09:00", "confirmed 2025-01-12", "exam 2025-01-13"}, "breached stepOrder confirmed exam"},
		{"confirmed at the same instant", examined, []string{"hired 2024-11-10 09:00", "confirmed 2025-01-13", "exam 2025-01-13"}, "met"},

		{"at ten past seven", admittedOnOrder, []string{"ordered 2025-01-10 07:05", "admitted 2025-01-10 07:10"}, "met"},
		{"a second before", admittedOnOrder, []string{"ordered 2025-01-10 07:05", "admitted 2025-01-10 07:09:59"}, "breached tooSoon admitted 2025-01-10T07:10:00+08:00"},
		{"on each day", admittedOnOrder, []string{"ordered 2025-01-10 07:05", "admitted 2025-01-10 07:10", "admitted 2025-01-11 06:50"}, "breached tooSoon admitted 2025-01-11T07:10:00+08:00"},
		{"without an order", admittedOnOrder, []string{"admitted 2025-01-10 07:15"}, "breached stepOrder admitted ordered"},
		{"the order came later", admittedOnOrder, []string{"admitted 2025-01-10 07:15", "ordered 2025-01-10 07:20"}, "breached stepOrder admitted ordered"},
		{"the order alone", admittedOnOrder, []string{"ordered 2025-01-10 07:05"}, "pending notDue admitted"},

		{"half an hour", repairSteps, []string{"reported 2025-01-10 08:00", "arrived 2025-01-10 08:30", "done 2025-01-13 23:59"}, "met"},
		{"and a second", repairSteps, []string{"reported 2025-01-10 08:00", "arrived 2025-01-10 08:30:01", "done 2025-01-10 23:59"}, "breached overLimit 2025-01-10T08:30:00+08:00 2025-01-10T08:30:01+08:00 arrived|visited"},
		{"any of two", repairSteps, []string{"reported 2025-01-10 08:00", "visited 2025-01-10 08:10", "arrived 2025-01-10 09:00", "done 2025-01-10 23:59"}, "met"},
		{"the fourth day", repairSteps, []string{"reported 2025-01-10 08:00", "arrived 2025-01-10 08:30", "done 2025-01-14 00:00:01"}, "breached overLimit 2025-01-14T00:00:00+08:00 2025-01-14T00:00:01+08:00 done"},
		{"not there by then", repairSteps, []string{"reported 2025-01-10 08:00", "arrived 2025-01-10 08:30"}, "breached overLimit 2025-01-14T00:00:00+08:00"},
		{"a free step at any time", repairSteps, []string{"paused 2025-01-09 08:00", "reported 2025-01-10 08:00", "arrived 2025-01-10 08:30", "done 2025-01-10 23:59"}, "met"},
		{
			"counted from the later of two", `{"ordering": {"of": "repair", "steps": [{"name": "reported"}, {"name": "arrived"}, {"name": "done", "after": ["arrived", "reported"], "max": "PT30M"}]}}`,
			[]string{"reported 2025-01-10 08:00", "arrived 2025-01-10 08:20", "done 2025-01-10 08:50"},
			"met",
		},
		{"nothing has happened", repairSteps, nil, "pending notDue reported"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, judged(t, tt.measure, january(t, caseOf(t, "c1 "+kindOf(tt.measure), tt.lines...))))
		})
	}
}

// TestOrderingClamp: two months after the last of December is the last of February.
func TestOrderingClamp(t *testing.T) {
	for _, tt := range []struct{ exam, want string }{
		{"2025-02-27 23:59:59", "breached tooSoon exam 2025-02-28T00:00:00+08:00"}, {"2025-02-28 00:00", "met"},
	} {
		e := evidenceOf(t, "2025-04-01", "2025-02-01", "2025-03-01", `"records": [`+
			caseOf(t, "o1 onboarding", "hired 2024-12-31 18:00", "exam "+tt.exam, "confirmed 2025-03-05")+`], "complete": [`+complete("*", "2024-01-01", "2025-04-01")+`]`)
		require.Equal(t, tt.want, judged(t, examined, e))
	}
}

// TestOrderingWorkingDays: two working days around the Spring Festival of 2025, and a year that is not known.
func TestOrderingWorkingDays(t *testing.T) {
	const measure = `{"ordering": {"of": "repair", "steps": [{"name": "reported"}, {"name": "done", "max": "2wd"}]}}`
	for _, tt := range []struct{ from, to, want string }{
		{"2025-01-24 10:00", "2025-01-27 23:59:59", "met"},
		{"2025-01-24 10:00", "2025-01-28", "breached overLimit 2025-01-28T00:00:00+08:00 2025-01-28T00:00:00+08:00 done"},
		{"2025-01-24 10:00", "2025-01-28 00:00:01", "breached overLimit 2025-01-28T00:00:00+08:00 2025-01-28T00:00:01+08:00 done"},
	} {
		require.Equal(t, tt.want, judged(t, measure, january(t, caseOf(t, "r1 repair", "reported "+tt.from, "done "+tt.to))))
	}
	e := evidenceOf(t, "2031-02-01", "2031-01-01", "2031-02-01", `"records": [`+caseOf(t, "r1 repair", "reported 2031-01-10 08:00", "done 2031-01-10 08:30")+`],
		"complete": [`+complete("*", "2031-01-01", "2031-02-01")+`]`)
	require.Equal(t, "unknown yearUnknown 2031", judged(t, measure, e))
}

// TestOrderingComplete: a step that is missing is missing where all is there.
func TestOrderingComplete(t *testing.T) {
	asked := caseOf(t, "c1 visit", "knocked 2025-01-10 10:00", "left 2025-01-10 10:01")
	silent := caseOf(t, "c2 visit", "identified 2025-01-10 10:00", "left 2025-01-10 10:01")
	entered := caseOf(t, "c3 visit", "knocked 2025-01-10 10:00", "entered 2025-01-10 10:00:30")
	hasty := caseOf(t, "c4 visit", "knocked 2025-01-10 10:00", "knocked 2025-01-10 10:00:01", "left 2025-01-10 10:02")
	all, early := `"complete": [`+complete("visit", "2025-01-01", "2025-02-01")+`]`, `"complete": [`+complete("visit", "2025-01-01", "2025-01-10")+`]`
	tests := []struct {
		name, asOf, rest string
		cases            []string
		want             string
	}{
		{"met and whole", "2025-02-01", all, []string{asked}, "met"},
		{"met and not", "2025-02-01", early, []string{asked}, "unknown notComplete visit"},
		{"none and whole", "2025-02-01", all, nil, "notApplicable noRows"},
		{"none and not", "2025-02-01", "", nil, "unknown notComplete visit"},
		{"a step is missing", "2025-02-01", all, []string{silent}, "breached stepMissing knocked"},
		{"or it is not written down", "2025-02-01", early, []string{silent}, "unknown notComplete visit"},
		{"the step before is missing", "2025-02-01", all, []string{entered}, "breached stepOrder entered identified"},
		{"or it is not written down", "2025-02-01", early, []string{entered}, "unknown notComplete visit"},
		{"what is there is wrong", "2025-02-01", "", []string{hasty}, "breached repeated knocked"},
		{"what happens later has not happened", "2025-01-10 10:00", all, []string{hasty}, "met"},
		{"one of tomorrow", "2025-01-09", all, []string{hasty}, "notApplicable noRows"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, judged(t, doorOpened, judgedAt(t, tt.asOf, tt.rest, tt.cases...)))
		})
	}
}

// TestOrderingMax: a step with a limit is pending until then, and breached after it.
func TestOrderingMax(t *testing.T) {
	repair := caseOf(t, "r1 repair", "reported 2025-01-10 08:00")
	all := `"complete": [` + complete("repair", "2025-01-01", "2025-02-01") + `]`
	early := `"complete": [` + complete("repair", "2025-01-01", "2025-01-10") + `]`
	for _, tt := range []struct{ name, asOf, rest, want string }{
		{"before", "2025-01-10 08:10", all, "pending notDue arrived|visited"},
		{"on the instant", "2025-01-10 08:30", all, "pending notDue arrived|visited"},
		{"a second later", "2025-01-10 08:30:01", all, "breached overLimit 2025-01-10T08:30:00+08:00"},
		{"and not all is there", "2025-01-10 08:30:01", early, "unknown notComplete repair"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, judged(t, repairSteps, judgedAt(t, tt.asOf, tt.rest, repair)))
		})
	}
}

// TestOrderingPeriod: the cases of January are those that began before its end and were not over before its beginning.
func TestOrderingPeriod(t *testing.T) {
	got := rowsOf(t, examined, january(t,
		caseOf(t, "confirmed-in-december onboarding", "hired 2024-09-01", "exam 2024-11-05", "confirmed 2024-12-31"),
		caseOf(t, "left-in-december onboarding", "hired 2024-11-30", "left 2024-12-31"),
		caseOf(t, "open onboarding", "hired 2024-10-01", "exam 2024-12-05"),
		caseOf(t, "confirmed onboarding", "hired 2024-11-01", "exam 2025-01-05", "confirmed 2025-01-31"),
		caseOf(t, "hired onboarding", "hired 2025-01-31"),
		caseOf(t, "hired-in-february onboarding", "hired 2025-02-01"),
	))
	require.Equal(t, []string{"open pending notDue confirmed", "confirmed met", "hired pending notDue exam"}, got)
}

func TestOrderingWhere(t *testing.T) {
	const measure = `{"ordering": {"of": "visit", "where": [{"field": "class", "is": "=", "value": "survey"}], "steps": [{"name": "knocked"}, {"name": "entered"}]}}`
	got := rowsOf(t, measure, january(t,
		caseOf(t, "a visit", "class=survey", "knocked 2025-01-10 10:00", "entered 2025-01-10 10:01"),
		caseOf(t, "b visit", "class=repair", "entered 2025-01-10 10:02", "knocked 2025-01-10 10:03"),
		caseOf(t, "c visit", "knocked 2025-01-10 10:04", "entered 2025-01-10 10:05"),
	))
	require.Equal(t, []string{"a met", "c unknown fieldMissing class"}, got)
}

func TestOrderingUnset(t *testing.T) {
	const measure = `{"ordering": {"of": "onboarding", "steps": [{"name": "hired"}, {"name": "exam", "min": "$wait", "atMost": "$tries"}]}}`
	e := january(t, caseOf(t, "o1 onboarding", "hired 2024-11-10 09:00", "exam 2025-01-10"))
	require.Equal(t, "unknown paramUnset tries wait", judgedWith(t, `"params": [{"name": "wait"}, {"name": "tries"}],`, measure, e))
	require.Equal(t, "met", judgedWith(t, `"params": [{"name": "wait", "value": "P2M"}, {"name": "tries", "value": "1"}],`, measure, e))
}

func TestOrderingRefused(t *testing.T) {
	steps := func(s string) string { return `{"ordering": {"of": "visit", "steps": [` + s + `]}}` }
	tests := []struct {
		name, measure string
		want          []string
	}{
		{"no steps", steps(``), []string{"ordering.steps standard/few"}},
		{"no such event", steps(`{"name": "waved"}`), []string{"ordering.steps[0].name standard/event"}},
		{"no such closing event", `{"ordering": {"of": "visit", "steps": [{"name": "knocked"}], "closed": "gone"}}`, []string{"ordering.closed standard/event"}},
		{"neither name nor any", steps(`{}`), []string{"ordering.steps[0] invalid/choice"}},
		{"both", steps(`{"name": "knocked", "any": ["rang"]}`), []string{"ordering.steps[0] invalid/choice"}},
		{"any of nothing", steps(`{"any": [""]}`), []string{"ordering.steps[0].any[0] invalid/required"}},
		{"one event for two steps", steps(`{"name": "knocked"}, {"any": ["rang", "knocked"]}`), []string{"ordering.steps[1].any[1] standard/twice"}},
		{"after a later one", steps(`{"name": "knocked", "after": ["entered"]}, {"name": "entered"}`), []string{"ordering.steps[0].after[0] standard/step"}},
		{"after one step twice", steps(`{"any": ["knocked", "rang"]}, {"name": "entered", "after": ["knocked", "rang"]}`), []string{"ordering.steps[1].after[1] standard/twice"}},
		{"free and after", steps(`{"name": "knocked"}, {"name": "entered", "after": ["knocked"], "free": true}`), []string{"ordering.steps[1].after standard/step-after"}},
		{"a distance from nothing", steps(`{"name": "knocked", "min": "PT1M", "max": "PT2M"}`), []string{"ordering.steps[0].min standard/step-alone", "ordering.steps[0].max standard/step-alone"}},
		{"days and hours", steps(`{"name": "knocked"}, {"name": "entered", "max": "P1DT1H"}`), []string{"ordering.steps[1].max standard/step-mixed"}},
		{"max below min", steps(`{"name": "knocked"}, {"name": "entered", "min": "PT2M", "max": "PT1M"}`), []string{"ordering.steps[1].max standard/reversed"}},
		{"no times", steps(`{"name": "knocked", "atMost": "0"}`), []string{"ordering.steps[0].atMost standard/times"}},
		{"half a time", steps(`{"name": "knocked", "atMost": "1.5"}`), []string{"ordering.steps[0].atMost standard/times"}},
		{"no time of day", steps(`{"name": "knocked", "notBefore": "7:10"}`), []string{"ordering.steps[0].notBefore civil/time-of-day"}},
		{"the end of the day", steps(`{"name": "knocked", "notBefore": "24:00"}`), []string{"ordering.steps[0].notBefore standard/midnight"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, refused(t, tt.measure))
		})
	}
}

func TestOrderingAllocates(t *testing.T) {
	requireFlat(t, `{"ordering": {"of": "repair", "steps": [{"name": "reported"}, {"name": "arrived", "max": "PT30M", "atMost": "2", "notBefore": "00:00"}, {"name": "done", "max": "P3D"}]}}`)
}

// FuzzOrdering: a chain of three steps is in order if the first time of each is not before that of the one before it.
func FuzzOrdering(f *testing.F) {
	f.Add([]byte{0, 1, 2}, []byte{1, 2, 3})
	f.Add([]byte{0, 2, 1}, []byte{1, 1, 1})
	f.Add([]byte{2, 0, 1, 3}, []byte{1, 2, 3, 4})
	f.Add([]byte{0, 3}, []byte{9, 9})
	f.Add([]byte{0, 1, 2, 0, 1}, []byte{5, 6, 7, 1, 8})
	rules := mustCompile(f, clausesOf(f, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [{"ordering": {"of": "visit",
		"steps": [{"name": "knocked"}, {"name": "identified", "optional": true}, {"name": "entered"}], "closed": "left"}}]}`), caseWords(f))
	base, start := january(f), clockAt(f, "2025-01-10")
	f.Fuzz(func(t *testing.T, names, minutes []byte) {
		names = names[:min(len(names), len(minutes), 12)]
		r := standard.Record{ID: "v1", Kind: "visit", At: start}
		for i, n := range names {
			name := []string{"knocked", "identified", "entered", "left"}[n%4]
			r.Events = append(r.Events, flow.Event{At: start.Add(time.Duration(minutes[i]) * time.Minute), Name: name})
		}
		e := base
		e.Records = []standard.Record{r}
		report, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.Equal(t, slowOrder(r.Events), report.Clauses[0].State.String())
	})
}

// slowOrder judges knocked, then maybe identified, then entered, until left.
func slowOrder(events []flow.Event) string {
	at := map[string][]int64{}
	for _, e := range events {
		at[e.Name] = append(at[e.Name], e.At.Unix())
	}
	knocked, identified, entered, left := at["knocked"], at["identified"], at["entered"], at["left"]
	before := func(a, b []int64) bool { return len(a) > 0 && len(b) > 0 && slices.Min(a) < slices.Min(b) }
	for _, step := range [][]int64{knocked, identified, entered} {
		if len(left) > 0 && len(step) > 0 && slices.Max(step) > slices.Max(left) {
			return "breached"
		}
	}
	switch {
	case before(identified, knocked), before(entered, knocked), before(entered, identified),
		len(knocked) == 0 && len(identified)+len(entered)+len(left) > 0, len(entered) == 0 && len(left) > 0:
		return "breached"
	case len(knocked) == 0 || len(entered) == 0:
		return "pending"
	}
	return "met"
}
