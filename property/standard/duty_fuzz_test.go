package standard_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// dutyCase is some visits of a point in four days, in minutes since the beginning, and up to when and from when on they are all there.
type dutyCase struct {
	visits            []int
	asOf, known, upTo int
	need, most        int
}

const caseMinutes = 4 * 24 * 60

func randomCase(r *rand.Rand) dutyCase {
	c := dutyCase{asOf: 1 + r.IntN(caseMinutes+600), upTo: caseMinutes + 600, need: 1 + r.IntN(3), most: 1 + r.IntN(40)}
	if r.IntN(2) == 0 {
		c.known, c.upTo = r.IntN(caseMinutes), 1+r.IntN(caseMinutes+600)
	}
	for range r.IntN(16) {
		c.visits = append(c.visits, r.IntN(caseMinutes))
	}
	slices.Sort(c.visits)
	return c
}

// happened are the visits until the instant of the evidence.
func (c *dutyCase) happened() []int {
	return slices.DeleteFunc(slices.Clone(c.visits), func(at int) bool { return at > c.asOf })
}

// whole reports whether all of a stretch is there, as far as it has passed.
func (c *dutyCase) whole(from, to int) bool {
	to = min(to, c.asOf)
	from = min(from, to)
	return c.known < c.upTo && c.known <= from && to <= c.upTo
}

// slowQuota counts the visits of each day.
func (c *dutyCase) slowQuota() (n standard.Counts) {
	for day := range 4 {
		from, to := day*1440, (day+1)*1440
		have := 0
		for _, at := range c.happened() {
			if from <= at && at < to {
				have++
			}
		}
		switch {
		case have >= c.need:
			n.Met++
			n.Extra += have - c.need
		case c.asOf < to:
			n.Pending++
		case c.whole(from, to):
			n.Breached++
		default:
			n.Unknown++
		}
		n.Total++
	}
	return n
}

// slowGap looks at each gap, and at the time since the last visit.
func (c *dutyCase) slowGap() (n standard.Counts) {
	most := c.most * 60
	from := 0
	judge := func(to int, open bool) {
		n.Total++
		switch {
		case to-from <= most:
			n.Met++
		case open && from+most >= caseMinutes: // grew too long after the period
			n.Met++
		case c.whole(from, from+most):
			n.Breached++
		default:
			n.Unknown++
		}
		from = to
	}
	for _, at := range c.happened() {
		judge(at, false)
	}
	judge(c.asOf, true)
	return n
}

// evaluate evaluates the case by a duty.
func (c *dutyCase) evaluate(t *testing.T, r *rand.Rand, plan string) standard.Verdict {
	t.Helper()
	start := clockAt(t, "2025-03-03")
	at := func(minute int) time.Time { return start.Add(time.Duration(minute) * time.Minute) }
	e := standard.Evidence{
		AsOf: at(c.asOf), Zone: "Asia/Shanghai", Start: standard.MustParsePoint("2025-03-03"), End: standard.MustParsePoint("2025-03-07"),
		Subjects: []standard.Subject{{Kind: "patrolPoint", ID: "P"}},
		Complete: []standard.Complete{{Kind: "patrolPoint", From: standard.MustParsePoint("2025-03-03"), To: standard.MustParsePoint("2025-03-08")}},
	}
	if c.known < c.upTo {
		e.Complete = append(e.Complete, standard.Complete{Kind: "patrol", From: standard.AtInstant(at(c.known)), To: standard.AtInstant(at(c.upTo))})
	}
	for i, minute := range c.visits {
		e.Records = append(e.Records, standard.Record{ID: fmt.Sprintf("r%02d", i), Kind: "patrol", Subject: "P", At: at(minute)})
	}
	rules := mustCompile(t, clausesOf(t, "", dutyClause("D", `{"acts": ["patrol"], "per": "patrolPoint", "plan": `+plan+`}`)), dutyWords(t))
	report, err := rules.Evaluate(&e)
	require.NoError(t, err)
	r.Shuffle(len(e.Records), func(i, k int) { e.Records[i], e.Records[k] = e.Records[k], e.Records[i] })
	again, err := rules.Evaluate(&e)
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(report, again), "the order of the records means nothing")
	return report.Clauses[0]
}

// checkState: breached if a row is; else unknown if one is, or not everything is there; else pending or met.
func (c *dutyCase) checkState(t *testing.T, v standard.Verdict) {
	t.Helper()
	n := v.Parts[0].Counts
	want := standard.Met
	switch {
	case n.Breached > 0:
		want = standard.Breached
	case n.Unknown > 0 || !c.whole(0, caseMinutes):
		want = standard.Unknown
	case n.Pending > 0:
		want = standard.Pending
	}
	require.Equal(t, want, v.State)
}

// FuzzDuty: quotas and gaps of any visits are what a slow look at each day and each gap says, in whatever order the records are.
func FuzzDuty(f *testing.F) {
	for seed := range uint64(30) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 5))
		c := randomCase(r)
		v := c.evaluate(t, r, fmt.Sprintf(`{"quota": {"atLeast": "%d", "in": "day"}}`, c.need))
		require.Equal(t, c.slowQuota(), v.Parts[0].Counts)
		c.checkState(t, v)
		v = c.evaluate(t, r, fmt.Sprintf(`{"gap": {"max": "PT%dH"}}`, c.most))
		require.Equal(t, c.slowGap(), v.Parts[0].Counts)
		c.checkState(t, v)
	})
}

// FuzzDutyText: no duty, however it is written, panics or is half compiled, and what compiles judges.
func FuzzDutyText(f *testing.F) {
	for _, seed := range []string{
		`{"acts": ["sweep"], "per": "road", "with": [{"field": "minutes", "is": ">=", "value": "5"}], "plan": {"quota": {"atLeast": "1", "in": "day", "slots": ["05:00/10:00"]}}}`,
		`{"acts": ["sweep", "deepClean"], "per": "road", "plan": {"gap": {"max": "PT3H"}, "window": "22:00/06:00", "on": ["mon", "fri"]}}`,
		`{"acts": ["training"], "per": "newHire", "plan": {"quota": {"atLeast": "6", "sum": "hours", "span": ["@subject.hiredOn", "@subject.hiredOn+P1M"]}}}`,
		`{"acts": ["tea"], "per": "meeting", "plan": {"every": {"step": "PT1M", "inside": ["@subject.startAt", "@subject.endAt"]}}}`,
		`{"acts": ["systemCheck"], "per": "reception", "plan": {"by": {"due": "@subject.arrivalOn-5wd", "known": "@subject.knownOn"}}, "lateStart": "P1D", "early": "PT0S"}`,
		`{"acts": ["overhaul"], "per": "equipment", "plan": {"running": {"meter": "hours", "step": "500"}}}`,
		`{"acts": ["drill"], "plan": {"rule": {"every": "month", "monthDays": [31], "shortMonth": "last", "times": ["08:00"]}, "days": "working", "season": "11-15/03-15"}, "share": "98%"}`,
		`{"acts": ["sweep"], "per": "road", "plan": {"quota": {"atLeast": "1", "in": "hour"}, "window": "06:00/22:00"}}`,
	} {
		f.Add(seed, "hours=5;startAt=2025-03-03T00:00:00+08:00;endAt=2125-03-03;hiredOn=2025-02-20;arrivalOn=2025-03-04;knownOn=2025-03-01")
	}
	words, known := dutyWords(f), calendars(f)
	f.Fuzz(func(t *testing.T, duty, fields string) {
		s, ok := fuzzed(duty)
		if !ok {
			return
		}
		rules, err := standard.Compile(s, words, known)
		if err != nil {
			require.Nil(t, rules)
			return
		}
		e := standard.Evidence{AsOf: clockAt(t, "2025-03-10"), Zone: "Asia/Shanghai", Start: standard.MustParsePoint("2025-02-25"), End: standard.MustParsePoint("2025-03-12")}
		for _, k := range words.Kinds {
			given := fuzzedFields(fields, k)
			if k.Subject {
				e.Subjects = append(e.Subjects, standard.Subject{Kind: k.Code, ID: "S", Fields: given})
				continue
			}
			for i, at := range []string{"2025-02-20 05:00", "2025-02-26 08:00", "2025-03-03 23:30", "2025-03-04 00:15", "2025-03-09"} {
				e.Records = append(e.Records, standard.Record{ID: fmt.Sprint(i), Kind: k.Code, Subject: "S", At: clockAt(t, at), Fields: given})
			}
		}
		report, err := rules.Evaluate(&e)
		if err != nil {
			require.Empty(t, report.Clauses)
			return
		}
		require.Len(t, report.Clauses, 1)
		n := report.Clauses[0].Parts[0].Counts
		require.Equal(t, n.Total, n.Met+n.Breached+n.Pending+n.Waived+n.NotApplicable+n.Unknown)
		require.NotEqual(t, standard.Met, report.Clauses[0].State, "nothing is known to be all there")
	})
}
