package schedule_test

import (
	"cmp"
	"encoding/json"
	"math/rand"
	"slices"
	"strconv"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// outcome is what the slow model says of an occurrence.
type outcome struct {
	State string
	At    int // minutes since the beginning, −1: no record
}

// slowly judges occurrences that are due at some minutes by the text of the rules: all pairs of a record in a window, the
// nearest first; then the first record left over after a window and before the next.
func slowly(dues, records []int, early, late, asOf int) []outcome {
	type pair struct{ distance, record, due int }
	var pairs []pair
	for d, due := range dues {
		for r, at := range records {
			if at <= asOf && at >= due-early && at <= due+late {
				pairs = append(pairs, pair{max(at-due, due-at), r, d})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(records[a.record], records[b.record]), cmp.Compare(a.due, b.due))
	})
	used, out := map[int]bool{}, make([]outcome, len(dues))
	for i := range out {
		out[i].At = -1
	}
	for _, p := range pairs {
		if !used[p.record] && out[p.due].At < 0 {
			used[p.record], out[p.due] = true, outcome{"onTime", records[p.record]}
		}
	}
	for d, due := range dues {
		if out[d].At >= 0 {
			continue
		}
		out[d].State = "pending"
		if asOf > due+late {
			out[d].State = "missed"
		}
		for r, at := range records {
			next := d+1 == len(dues) || at < dues[d+1]-early
			if at <= asOf && at > due+late && next && !used[r] && (out[d].At < 0 || at < out[d].At) {
				out[d] = outcome{"late", at}
			}
		}
	}
	return out
}

const shownDays = 3 // of occurrences that are judged, in the middle of twice as many of records

// dutyAt is due at the given hours of the days.
func dutyAt(tb testing.TB, calendars map[string]*worktime.Calendar, hours []int, early, late int) *schedule.Schedule {
	tb.Helper()
	d := schedule.Duty{
		Code: "round", Calendar: "site", From: civil.MustParse("2025-03-01"), To: civil.MustParse("2025-03-09"),
		Demand: schedule.Demand{Rule: &schedule.Rule{Every: schedule.Day}},
	}
	if early > 0 {
		d.Early = civil.MustParseSpan("PT" + strconv.Itoa(early) + "M")
	}
	if late > 0 {
		d.Late = civil.MustParseSpan("PT" + strconv.Itoa(late) + "M")
	}
	for _, h := range hours {
		d.Demand.Rule.Times = append(d.Demand.Rule.Times, civil.TimeOfMinute(h*60))
	}
	s, err := schedule.Compile(d, calendars)
	require.NoError(tb, err)
	return s
}

func evidenceAt(base time.Time, records []int) schedule.Evidence {
	var e schedule.Evidence
	for i, m := range records {
		e.Records = append(e.Records, schedule.Record{ID: strconv.Itoa(i), Kind: "round", At: base.Add(time.Duration(m) * time.Minute)})
	}
	return e
}

// FuzzJudge: of any records and tolerances the verdicts are those of the slow model; no record serves twice; their order
// does not matter; another record turns nothing that was done into missed; any part of the time has the rows of the whole.
func FuzzJudge(f *testing.F) {
	f.Add(uint32(0x00010400), uint16(30), uint16(60), uint16(7000), []byte{10, 200, 30, 40, 90, 91, 92, 255}, uint16(5000))
	f.Add(uint32(0x00555555), uint16(500), uint16(500), uint16(12000), []byte{10, 200, 30, 40, 90, 91, 92, 255, 1, 2, 3, 4, 100, 101, 101}, uint16(100))
	f.Add(uint32(0x00000001), uint16(3000), uint16(2999), uint16(9000), []byte{99, 98, 97}, uint16(4444))
	calendars := judgeCalendars(f)
	f.Fuzz(func(t *testing.T, mask uint32, early, late, asOf uint16, raw []byte, more uint16) {
		checkJudge(t, calendars, mask, early, late, asOf, raw, more)
	})
}

// TestJudgeModel is FuzzJudge on 400 cases of chance.
func TestJudgeModel(t *testing.T) {
	calendars := judgeCalendars(t)
	chance := rand.New(rand.NewSource(6))
	for range 400 {
		raw := make([]byte, chance.Intn(60))
		for i := range raw {
			raw[i] = byte(chance.Intn(256))
		}
		var mask uint32 // of three hours, or fewer
		for range 3 {
			mask |= 1 << chance.Intn(24)
		}
		checkJudge(t, calendars, mask, uint16(chance.Intn(4000)), uint16(chance.Intn(4000)), uint16(chance.Intn(15000)), raw, uint16(chance.Intn(14000)))
	}
}

func checkJudge(t *testing.T, calendars map[string]*worktime.Calendar, mask uint32, early, late, asOf uint16, raw []byte, more uint16) {
	t.Helper()
	base := time.Date(2025, 3, 1, 0, 0, 0, 0, calendars["site"].Location())
	var hours, dues, records []int
	for h := range 24 {
		if mask>>h&1 == 1 {
			hours = append(hours, h)
		}
	}
	if len(hours) == 0 || len(raw) > 60 {
		return
	}
	e, l := int(early)%4000, int(late)%4000
	s := dutyAt(t, calendars, hours, e, l)
	for d := range 3 * shownDays { // all that the duty has
		for _, h := range hours {
			dues = append(dues, d*1440+h*60)
		}
	}
	for _, b := range raw {
		records = append(records, int(b)*50)
	}
	now := int(asOf) % 15000
	want := slowly(dues, records, e, l, now)
	evidence := evidenceAt(base, records)
	minute := func(m int) time.Time { return base.Add(time.Duration(m) * time.Minute) }
	whole, err := s.Judge(nil, &evidence, base, minute(3*shownDays*1440), minute(now))
	require.NoError(t, err)
	require.Len(t, whole.Rows, len(want))
	used := map[string]bool{}
	for i, row := range whole.Rows {
		got := outcome{row.State.String(), -1}
		if row.Record != "" {
			got.At = int(row.At.Sub(base) / time.Minute)
			require.False(t, used[row.Record], "record %s serves twice", row.Record)
			used[row.Record] = true
		}
		require.Equal(t, want[i], got, "%s", row.Key)
		require.NoError(t, s.Why(row, minute(now)).Check())
	}
	require.Equal(t, len(whole.Rows), whole.Counts.Total)

	for d := range 3 * shownDays { // each day alone
		part, err := s.Judge(nil, &evidence, minute(d*1440), minute((d+1)*1440), minute(now))
		require.NoError(t, err)
		require.Empty(t, gocmp.Diff(whole.Rows[d*len(hours):(d+1)*len(hours)], part.Rows))
		for _, a := range part.Asides {
			require.False(t, used[a.Record], "%s serves outside the part", a.Record)
		}
	}

	shuffled := schedule.Evidence{Records: slices.Clone(evidence.Records)}
	rand.New(rand.NewSource(int64(more))).Shuffle(len(raw), func(i, k int) {
		shuffled.Records[i], shuffled.Records[k] = shuffled.Records[k], shuffled.Records[i]
	})
	again, err := s.Judge(nil, &shuffled, base, minute(3*shownDays*1440), minute(now))
	require.NoError(t, err)
	require.Empty(t, gocmp.Diff(whole, again))

	added := evidenceAt(base, append(slices.Clone(records), int(more)%14000))
	after, err := s.Judge(nil, &added, base, minute(3*shownDays*1440), minute(now))
	require.NoError(t, err)
	for i, row := range after.Rows {
		before := whole.Rows[i].State
		require.False(t, before == schedule.OnTime && row.State != schedule.OnTime, "%s was on time", row.Key)
		require.False(t, before == schedule.Late && row.State != schedule.OnTime && row.State != schedule.Late, "%s was late", row.Key)
	}
}

// FuzzGap: a gap is late where two records, or the first day and a record, are further apart than it may be, and missed where
// the last and now are.
func FuzzGap(f *testing.F) {
	f.Add(uint16(60), []byte{1, 2, 30, 31, 200}, uint16(500))
	f.Add(uint16(1), []byte{0, 0, 255}, uint16(10000))
	calendars := judgeCalendars(f)
	base := time.Date(2025, 3, 1, 0, 0, 0, 0, calendars["site"].Location())
	f.Fuzz(func(t *testing.T, limit uint16, raw []byte, asOf uint16) {
		most, now := int(limit)%3000+1, int(asOf)
		s, err := schedule.Compile(schedule.Duty{
			Code: "round", Calendar: "site", From: civil.MustParse("2025-03-01"),
			Demand: schedule.Demand{Gap: &schedule.Gap{Max: civil.MustParseSpan("PT" + strconv.Itoa(most) + "M")}},
		}, calendars)
		require.NoError(t, err)
		var records []int
		for _, b := range raw {
			records = append(records, int(b)*40)
		}
		e := evidenceAt(base, records)
		slices.Sort(records)
		var want []string
		last := 0
		for _, m := range records {
			if m > now {
				break
			}
			state := "onTime"
			if m-last > most {
				state = "late"
			}
			want, last = append(want, state), m
		}
		state := "pending"
		if now-last > most {
			state = "missed"
		}
		want = append(want, state)
		r, err := s.Judge(nil, &e, base, base.AddDate(1, 0, 0), base.Add(time.Duration(now)*time.Minute))
		require.NoError(t, err)
		var got []string
		for _, row := range r.Rows {
			got = append(got, row.State.String())
		}
		require.Equal(t, want, got)
	})
}

// FuzzDocuments: whatever documents say that can be read and compiled, judging ends without a panic, counts every row once,
// uses no record twice, has derivations that check, and says the same of the records in another order.
func FuzzDocuments(f *testing.F) {
	const evidence = `{"fields": [{"name": "on", "on": "2025-03-10"}, {"name": "known", "at": "2025-03-09T10:00:00Z"}],
		"spans": [{"name": "meeting", "start": "2025-03-03T10:00:00Z", "end": "2025-03-03T12:00:00Z"}],
		"records": [{"id": "a", "kind": "x", "at": "2025-03-03T10:16:00Z"}, {"id": "b", "kind": "x", "at": "2025-03-05T00:00:00Z", "unplanned": true,
		"figures": [{"name": "h", "value": "3"}]}],
		"readings": [{"meter": "h", "at": "2025-03-01T00:00:00Z", "value": "1"}, {"meter": "h", "at": "2025-03-04T00:00:00Z", "value": "9"}],
		"excuses": [{"start": "2025-03-04T00:00:00Z", "end": "2025-03-08T00:00:00Z", "reason": "r"}]}`
	for _, demand := range []string{
		`{"rule": {"every": "day", "times": ["08:00"]}}`, `{"rule": {"every": "month", "monthDays": [31], "shortMonth": "last", "rest": "days"}}`,
		`{"rule": {"steps": {"step": "PT15M", "inside": "meeting"}}}`,
		`{"quota": {"atLeast": "2", "in": "week"}}`, `{"quota": {"atLeast": "1", "in": "hour"}}`,
		`{"quota": {"atLeast": "2.5", "sum": "h", "span": {"from": "on", "length": "5wd"}}}`,
		`{"quota": {"atLeast": "1", "in": "day", "slots": [{"code": "n", "window": "22:00/06:00"}]}}`,
		`{"gap": {"max": "P2D", "planned": true}}`, `{"by": {"anchor": "on", "before": "3wd", "known": "known", "lateStart": "PT8H"}}`,
		`{"usage": {"meter": "h", "step": "4"}}`, `{"first": {"of": [{"usage": {"meter": "h", "step": "4"}}, {"gap": {"max": "2wd"}}]}}`,
	} {
		f.Add([]byte(`{"code": "x", "calendar": "office", "from": "2025-01-01", "demand": `+demand+`}`), []byte(evidence))
		f.Add([]byte(`{"code": "x", "calendar": "york", "from": "2025-01-01", "season": "02-01/04-01", "late": "P1D", "demand": `+demand+`}`), []byte(evidence))
	}
	calendars := judgeCalendars(f)
	from := time.Date(2025, 2, 20, 0, 0, 0, 0, time.UTC)
	to, asOf := from.AddDate(0, 0, 30), from.AddDate(0, 0, 17)
	f.Fuzz(func(t *testing.T, document, known []byte) {
		d, err := invalid.Decode[schedule.Duty](document, "duty")
		if err != nil || len(document) > 4000 || len(known) > 8000 {
			return
		}
		if isLong(d.Early) || isLong(d.Late) {
			return // right, but slow
		}
		s, err := schedule.Compile(d, calendars)
		if err != nil {
			return
		}
		e, err := invalid.Decode[schedule.Evidence](known, "evidence")
		if err != nil {
			return
		}
		for _, span := range e.Spans {
			if span.End.Sub(span.Start) > 24*time.Hour {
				return
			}
		}
		r, err := s.Judge(nil, &e, from, to, asOf)
		if err != nil {
			require.Empty(t, r.Rows)
			return
		}
		c, used := r.Counts, map[string]bool{}
		require.Equal(t, c.Total, c.OnTime+c.Late+c.Missed+c.Pending+c.Excused+c.Unknown+c.Partial)
		require.Len(t, r.Rows, c.Total)
		require.Len(t, r.Asides, c.Extra+c.Voluntary)
		for _, row := range r.Rows {
			require.NoError(t, s.Why(row, asOf).Check())
			if row.Record != "" && row.Want.IsZero() {
				require.False(t, used[row.Record])
				used[row.Record] = true
			}
			require.False(t, row.State == schedule.OnTime && row.Record == "")
			require.False(t, row.State == schedule.Unknown && row.Reason == 0)
		}
		for _, a := range r.Asides {
			require.False(t, used[a.Record])
		}
		slices.Reverse(e.Records)
		again, err := s.Judge(nil, &e, from, to, asOf)
		require.NoError(t, err)
		before, err := json.Marshal(r)
		require.NoError(t, err)
		after, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after))
	})
}

// isLong reports whether a tolerance is longer than a month or so.
func isLong(s civil.Span) bool {
	return s.Months() > 1 || s.Days() > 31 || s.Workdays() > 22 || s.Seconds() > 31*24*3600
}
