package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// coverClause writes a clause of one cover.
func coverClause(id, cover string) string {
	return `{"id": "` + id + `", "profile": "p", "text": {"en": "` + id + `"}, "measures": [{"cover": ` + cover + `}]}`
}

// TestCoverHeating is W-47: the group is on standby from the trial water on 2025-11-01 until two weeks after normal heating began on
// 2025-11-15, which is through 29 November: 29 days.
func TestCoverHeating(t *testing.T) {
	clause := coverClause("MAINT-70", `{"per": "heatingSeason", "posts": [{"post": "heatingStandby", "people": "@subject.teamSize"}],
		"span": ["@subject.trialWaterOn", "@subject.normalOn+P15D"], "source": "shift"}`)
	team := func(names ...string) (out []string) {
		for _, name := range names {
			out = append(out, "2025-11-01/2025-11-30|post=heatingStandby;by="+name)
		}
		return out
	}
	tests := []struct {
		name, season string
		shifts       []string
		want         string
	}{
		{"29 days", "trialWaterOn=2025-11-01;normalOn=2025-11-15;teamSize=3", team("Li", "Wang", "Zhao"), "met; 29 met"},
		{
			"the last day is the 29th", "trialWaterOn=2025-11-01;normalOn=2025-11-15;teamSize=1",
			[]string{"2025-11-01/2025-11-29|post=heatingStandby;by=Li"},
			"breached uncovered heatingStandby 2025-11-29T00:00:00+08:00 2025-11-30T00:00:00+08:00 0 1 1; 28 met 1 breached",
		},
		{"one of three is missing", "trialWaterOn=2025-11-01;normalOn=2025-11-15;teamSize=3", team("Li", "Wang"), "breached uncovered heatingStandby 2025-11-01T00:00:00+08:00 2025-11-02T00:00:00+08:00 2 3 1; 29 breached"},
		{"one written down twice is one", "trialWaterOn=2025-11-01;normalOn=2025-11-15;teamSize=2", append(team("Li"), "2025-11-01/2025-11-30|post=heatingStandby;by=Li"), "breached uncovered heatingStandby 2025-11-01T00:00:00+08:00 2025-11-02T00:00:00+08:00 1 2 1; 29 breached"},
		{"how many, nobody wrote down", "trialWaterOn=2025-11-01;normalOn=2025-11-15", team("Li"), "unknown fieldMissing subject.teamSize; 1 unknown"},
		{"normal heating has not begun", "trialWaterOn=2025-11-01;teamSize=1", team("Li"), "unknown fieldMissing subject.normalOn; 1 unknown"},
		{"half a man", "trialWaterOn=2025-11-01;normalOn=2025-11-15;teamSize=0.5", team("Li"), "unknown badRow subject.teamSize; 1 unknown"},
		{"nobody is needed", "trialWaterOn=2025-11-01;normalOn=2025-11-15;teamSize=0", nil, "notApplicable noRows;"},
		{"not in this period", "trialWaterOn=2025-09-01;normalOn=2025-09-15;teamSize=1", nil, "notApplicable noRows;"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2026-01-01", "2025-10-01", "2026-01-01", about(
				[]string{one("heatingSeason", "H", tt.season)}, nonEmpty(acted(t, "shift", "H", tt.shifts...)), complete("*", "2025-10-01", "2026-01-01"),
			))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "MAINT-70"))
		})
	}
}

// TestCoverExam is EVENT-28: so many by day at ten posts, so many by night at two; a night crosses midnight.
func TestCoverExam(t *testing.T) {
	const clause = `{"id": "EVENT-28", "profile": "001-3", "text": {"zh": "组员:ZZZ等20人"}, "measures": [
		{"part": "day", "cover": {"per": "examDay", "span": ["@subject.startAt", "@subject.endAt"], "window": "$dayShift", "source": "shift", "posts": [
		  {"post": "midStreet", "people": "2"}, {"post": "gate", "people": "2"}, {"post": "westSide", "people": "2"}, {"post": "eastSide", "people": "2"}, {"post": "courtGate", "people": "3"},
		  {"post": "chengmeiInside", "people": "1"}, {"post": "chengmeiOutside", "people": "1"}, {"post": "surfaceParking", "people": "1"}, {"post": "undergroundParking", "people": "1"}, {"post": "campusPatrol", "people": "5"}]}},
		{"part": "night", "cover": {"per": "examDay", "span": ["@subject.startAt", "@subject.endAt"], "window": "$nightShift", "source": "shift", "posts": [
		  {"post": "nightPatrol", "people": "2"}, {"post": "perimeter", "people": "2"}]}}]}`
	const params = `"params": [{"name": "dayShift", "value": "06:00/22:00"}, {"name": "nightShift", "value": "22:00/06:00"}],`
	posts := map[string]int{"midStreet": 2, "gate": 2, "westSide": 2, "eastSide": 2, "courtGate": 3, "chengmeiInside": 1, "chengmeiOutside": 1, "surfaceParking": 1, "undergroundParking": 1, "campusPatrol": 5}
	people := 0
	var day []string
	for post, n := range posts {
		people += n
		for i := range n {
			day = append(day, "2025-06-07 06:00/2025-06-07 22:00|post="+post+";by="+post+string(rune('a'+i)))
		}
	}
	require.Equal(t, 20, people, "the group of 20 of the source")
	night := []string{
		"2025-06-07 22:00/2025-06-08 06:00|post=nightPatrol;by=n1", "2025-06-07 22:00/2025-06-08 06:00|post=nightPatrol;by=n2",
		"2025-06-07 22:00/2025-06-08 06:00|post=perimeter;by=n3", "2025-06-07 22:00/2025-06-08 02:00|post=perimeter;by=n4", "2025-06-08 02:00/2025-06-08 06:00|post=perimeter;by=n5",
	}
	run := func(shifts ...string) standard.Report {
		e := evidenceOf(t, "2025-06-09", "2025-06-07", "2025-06-09", about(
			[]string{one("examDay", "D1", "startAt=2025-06-07T06:00:00+08:00;endAt=2025-06-08T06:00:00+08:00")},
			[]string{acted(t, "shift", "D1", shifts...)}, complete("*", "2025-06-07", "2025-06-09"),
		))
		return mustEvaluate(t, clausesOf(t, params, clause), dutyWords(t), e)
	}
	r := run(append(day, night...)...)
	require.Equal(t, "met", verdictOf(t, r, "EVENT-28"))
	v, _ := r.Clause("EVENT-28")
	require.Equal(t, standard.Counts{Total: 10, Met: 10}, v.Parts[0].Counts)
	require.Equal(t, standard.Counts{Total: 2, Met: 2}, v.Parts[1].Counts)

	late := append(append([]string(nil), day...), night[:4]...)
	r = run(append(late, "2025-06-08 02:01/2025-06-08 06:00|post=perimeter;by=n5")...)
	require.Equal(t, "met", verdictOf(t, r, "EVENT-28/day"))
	require.Equal(t, "breached uncovered perimeter 2025-06-08T02:00:00+08:00 2025-06-08T02:01:00+08:00 1 2 1", verdictOf(t, r, "EVENT-28/night"))
}

// TestCoverTimes: at each edge of the time and of what is known.
func TestCoverTimes(t *testing.T) {
	cover := func(rest string) string {
		return coverClause("C", `{"posts": [{"post": "gate", "people": "1"}], "source": "shift"`+rest+`}`)
	}
	two := []string{"2025-03-01/2025-03-01 12:00|post=gate;by=Li", "2025-03-01 12:00/2025-03-03|post=gate;by=Wang"}
	all := complete("*", "2025-03-01", "2025-03-03")
	tests := []struct {
		name, clause, asOf string
		shifts             []string
		complete           []string
		want               string
	}{
		{"a handover at the instant", cover(""), "2025-03-03", two, []string{all}, "met; 2 met"},
		{
			"a handover a second later", cover(""), "2025-03-03",
			[]string{two[0], "2025-03-01 12:00:01/2025-03-03|post=gate;by=Wang"},
			[]string{all},
			"breached uncovered gate 2025-03-01T12:00:00+08:00 2025-03-01T12:00:01+08:00 0 1 1; 1 met 1 breached",
		},
		{"nothing is there, and nothing is all there is", cover(""), "2025-03-03", nil, []string{all}, "breached uncovered gate 2025-03-01T00:00:00+08:00 2025-03-02T00:00:00+08:00 0 1 1; 2 breached"},
		{"nothing is there, and more may be", cover(""), "2025-03-03", nil, nil, "unknown notComplete shift; 2 unknown"},
		{"met as far as is known", cover(""), "2025-03-03", two, nil, "unknown notComplete shift; 2 met"},
		{"the second day is not all there", cover(""), "2025-03-03", two[:1], []string{complete("shift", "2025-03-01", "2025-03-02")}, "breached uncovered gate 2025-03-01T12:00:00+08:00 2025-03-02T00:00:00+08:00 0 1 1; 1 breached 1 unknown"},
		{"at another post", cover(""), "2025-03-03", []string{two[0], "2025-03-01 12:00/2025-03-03|post=door;by=Wang"}, []string{all}, "breached uncovered gate 2025-03-01T12:00:00+08:00 2025-03-02T00:00:00+08:00 0 1 1; 2 breached"},
		{"at which post, nobody wrote down", cover(""), "2025-03-03", []string{two[0], "2025-03-01 12:00/2025-03-03|by=Wang"}, []string{all}, "unknown fieldMissing post; 2 unknown"},
		{"unarmed does not count", cover(`, "with": [{"field": "armed", "is": "=", "value": "true"}]`), "2025-03-03", []string{"2025-03-01/2025-03-03|post=gate;armed=false"}, []string{all}, "breached uncovered gate 2025-03-01T00:00:00+08:00 2025-03-02T00:00:00+08:00 0 1 1; 2 breached"},
		{"armed or not, nobody wrote down", cover(`, "with": [{"field": "armed", "is": "=", "value": "true"}]`), "2025-03-03", []string{"2025-03-01/2025-03-03|post=gate"}, []string{all}, "unknown fieldMissing armed; 2 unknown"},
		{"still there", cover(""), "2025-03-02 08:00", []string{"2025-03-01/|post=gate;by=Li"}, []string{all}, "pending notDue 2025-03-03T00:00:00+08:00; 1 met 1 pending"},
		{"not yet", cover(""), "2025-02-28", nil, []string{complete("*", "2025-02-01", "2025-03-03")}, "pending notDue 2025-03-02T00:00:00+08:00; 2 pending"},
		{"a plan is judged before its time", `{"id": "C", "profile": "p", "text": {"en": "C"}, "measures": [{"cover": {"posts": [{"post": "gate", "people": "1"}], "source": "rosterEntry", "planned": true}}]}`, "2025-03-01", nil, []string{all}, "breached uncovered gate 2025-03-01T00:00:00+08:00 2025-03-02T00:00:00+08:00 0 1 1; 2 breached"},
		{"two gaps in one night", cover(`, "window": "22:00/06:00"`), "2025-03-03", []string{"2025-03-01/2025-03-01 23:00|post=gate;by=Li", "2025-03-01 23:30/2025-03-02 05:00|post=gate;by=Li", "2025-03-02 22:00/2025-03-03|post=gate;by=Li"}, []string{all}, "breached uncovered gate 2025-03-01T23:00:00+08:00 2025-03-01T23:30:00+08:00 0 1 2; 2 met 1 breached"},
		{"Saturday and Sunday are days of rest", cover(`, "days": "rest"`), "2025-03-03", two, []string{all}, "met; 2 met"},
		{"and no working days", cover(`, "days": "working"`), "2025-03-03", nil, []string{all}, "notApplicable noRows;"},
		{"which days of 2031 are, nobody knows", cover(`, "days": "working"`), "2031-03-04", nil, nil, "unknown yearUnknown 2031;"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			from, to := "2025-03-01", "2025-03-03"
			if tt.asOf == "2031-03-04" {
				from, to = "2031-03-03", "2031-03-04"
			}
			e := evidenceOf(t, tt.asOf, from, to, about(nil, nonEmpty(acted(t, "shift", "", tt.shifts...)), tt.complete...))
			got := shown(t, mustEvaluate(t, clausesOf(t, "", tt.clause), dutyWords(t), e), "C")
			if to == "2031-03-04" {
				got = got[:len(tt.want)]
			}
			require.Equal(t, tt.want, got)
		})
	}
}

// TestCoverCheck: every problem of a cover, each at its place.
func TestCoverCheck(t *testing.T) {
	bad := coverClause("C", `{"per": "examDay", "posts": [{"post": "", "people": "0"}, {"post": "gate", "people": "many"}, {"post": "gate", "people": "@subject.startAt"}, {"post": "x", "people": ""}],
		"span": ["@subject.startAt"], "window": "25:00", "source": "loose"}`)
	_, err := standard.Compile(clausesOf(t, "", bad), dutyWords(t), calendars(t))
	const at = "clauses[0].measures[0].cover."
	require.Equal(t, []string{
		at + "source standard/field",
		at + "posts[0].post invalid/required", at + "posts[0].people standard/people",
		at + "posts[1].people invalid/decimal", at + "posts[2].post standard/twice", at + "posts[2].people standard/no-number", at + "posts[3].people invalid/required",
		at + "span standard/ends", at + "window civil/window",
	}, problems(t, err))
}

// TestCoverUndated: a shift that does not say when it began may have manned the post, up to where it ended.
func TestCoverUndated(t *testing.T) {
	clause := coverClause("SEC-01", `{"posts": [{"post": "gate", "people": "1"}], "source": "shift"}`)
	shift := func(id, rest string) string {
		return `{"id": "` + id + `", "kind": "shift", "actor": "` + id + `"` + rest + `, "fields": [{"name": "post", "value": "gate"}]}`
	}
	const (
		open = "2025-01-01T00:00:00+08:00"
		shut = "2025-01-02T00:00:00+08:00"
	)
	tests := []struct {
		name   string
		shifts []string
		want   string
	}{
		{"when it began, nobody wrote down", []string{shift("Li", `, "until": "`+shut+`"`)}, "unknown fieldMissing at; 1 unknown"},
		{"nor when it ended", []string{shift("Li", "")}, "unknown fieldMissing at; 1 unknown"},
		{"it ended too early in any case", []string{shift("Li", `, "until": "2025-01-01T08:00:00+08:00"`)}, "breached uncovered gate 2025-01-01T08:00:00+08:00 " + shut + " 0 1 1; 1 breached"},
		{"it ended before", []string{shift("Li", `, "until": "`+open+`"`)}, "breached uncovered gate " + open + " " + shut + " 0 1 1; 1 breached"},
		{"another was there", []string{shift("Li", ""), shift("Wang", `, "at": "`+open+`", "until": "`+shut+`"`)}, "met; 1 met"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2025-01-02", "2025-01-01", "2025-01-02", about(nil, tt.shifts, complete("*", "2025-01-01", "2025-01-02")))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "SEC-01"))
		})
	}
}
