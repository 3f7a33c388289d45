package standard_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// FuzzPresence compares documents in force all through January with a look at every hour. Each three bytes are a document: its first
// hour, how long it holds, and whether it is signed.
func FuzzPresence(f *testing.F) {
	f.Add([]byte{0, 255, 1}, 1, 9)
	f.Add([]byte{0, 100, 1, 60, 200, 0, 61, 250, 1}, 2, 2)
	f.Add([]byte{10, 20, 1, 30, 20, 1, 50, 200, 1, 10, 240, 2}, 1, 2)
	base := sheetFacts{subjects: []string{sheetSubject("waterTank", "T1", "")}}.evidence(f)
	start := clockAt(f, "2025-01-01")
	known := map[[2]int]*standard.Rules{}
	for _, bounds := range [][2]int{{1, 1}, {1, 2}, {1, 3}, {1, 4}, {2, 2}, {2, 3}, {2, 4}, {3, 3}, {3, 4}} {
		measure := fmt.Sprintf(`, "valid": "period", "atLeast": "%d", "atMost": "%d", "with": [{"field": "signed", "is": "=", "value": "true"}]`, bounds[0], bounds[1])
		known[bounds] = mustCompile(f, sheetClause(f, presence(measure)), sheetWords(f))
	}
	f.Fuzz(func(t *testing.T, data []byte, least, most int) {
		least, most = 1+max(least, -least)%3, 1+max(most, -most)%4
		rules := known[[2]int{least, most}]
		if len(data) > 24 || rules == nil {
			return
		}
		type span struct {
			from, to int
			signed   byte
		}
		var spans []span
		e := base
		e.Records = nil
		for i := 0; i+2 < len(data); i += 3 {
			s := span{int(data[i])*4 - 100, 0, data[i+2] % 3}
			s.to = s.from + int(data[i+1])*4
			spans = append(spans, s)
			r := standard.Record{
				Kind: "hygienePermit", ID: strconv.Itoa(i), Subject: "T1",
				At: start.Add(time.Duration(s.from) * time.Hour), Until: start.Add(time.Duration(s.to) * time.Hour),
			}
			if s.signed > 0 {
				r.Fields = []standard.Field{{Name: "signed", Value: strconv.FormatBool(s.signed == 1)}}
			}
			e.Records = append(e.Records, r)
		}
		want := standard.Met
		for h := range 31 * 24 {
			sure, all := 0, 0
			for _, s := range spans {
				if s.from <= h && h < s.to && s.signed != 2 {
					all++
					sure += int(s.signed)
				}
			}
			switch {
			case all < least || sure > most:
				want = standard.Breached
			case (sure < least || all > most) && want == standard.Met:
				want = standard.Unknown
			}
		}
		report, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.Equal(t, want.String(), report.Clauses[0].State.String(), "%v", spans)
		slices.Reverse(e.Records)
		again, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(report.Clauses[0].State, again.Clauses[0].State))
	})
}

// FuzzChecklist compares the sheets of a room with an obvious look at them. Each two bytes are a sheet or a finding: its day, from the 20th
// of December on, and its results.
func FuzzChecklist(f *testing.F) {
	f.Add([]byte{20, 0, 30, 5})
	f.Add([]byte{20, 26, 11, 200, 12, 0})
	f.Add([]byte{})
	words := sheetWords(f)
	rules := mustCompile(f, sheetClause(f, controlRooms), words)
	base := sheetFacts{subjects: []string{sheetSubject("room", "R1", "")}}.evidence(f)
	codes := []string{"noSmoking", "noDangerousGoods", "doorShut"}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 40 {
			return
		}
		e := base
		e.Records = nil
		breached, unknown, met, sheets := false, false, false, 0
		for i := 0; i+1 < len(data); i += 2 {
			day, marks := int(data[i])%60, data[i+1]
			inside := day >= 12 && day < 43
			r := standard.Record{ID: strconv.Itoa(i), Subject: "R1", At: clockAt(t, "2024-12-20").AddDate(0, 0, day)}
			if marks >= 200 {
				r.Kind, r.Fields = "finding", []standard.Field{{Name: "item", Value: append(codes, "clean")[marks%4]}}
				breached = breached || inside && marks%4 < 3
				e.Records = append(e.Records, r)
				continue
			}
			r.Kind = "controlRoom"
			failed, absent, passed := false, false, false
			for _, code := range codes { // the digits to base 4: pass, fail, na, absent
				switch digit := marks % 4; digit {
				case 3:
					absent = true
				default:
					failed, passed = failed || digit == 1, passed || digit == 0
					r.Items = append(r.Items, standard.Mark{Code: code, Result: standard.Outcome(digit + 1)})
				}
				marks /= 4
			}
			slices.Reverse(r.Items)
			e.Records = append(e.Records, r)
			if inside {
				sheets++
				breached, unknown, met = breached || failed, unknown || !failed && absent, met || !failed && !absent && passed
			}
		}
		want := standard.NotApplicable
		switch {
		case breached:
			want = standard.Breached
		case unknown || sheets == 0:
			want = standard.Unknown
		case met:
			want = standard.Met
		}
		report, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.Equal(t, want.String(), report.Clauses[0].State.String(), "%v", data)
		slices.Reverse(e.Records)
		again, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(report, again))
	})
}

// TestSheetsAllocate: what is met costs no memory beyond the index of the evidence.
func TestSheetsAllocate(t *testing.T) {
	rules := mustCompile(t, sheetClause(t, `{"part": "a", "checklist": {"sheet": "controlRoom", "per": "room", "use": "every", "items": [{"code": "noSmoking"}, {"code": "doorShut"}]}},
		{"part": "b", "checklist": {"sheet": "controlRoom", "per": "room", "use": "latest", "maxAge": "P40D", "items": [{"code": "noSmoking"}, {"code": "doorShut"}]}},
		{"part": "c", "presence": {"documents": ["appointment"], "per": "room", "valid": "period"}},
		{"part": "d", "record": {"of": "visit", "where": [{"field": "entering", "is": "=", "value": "true"}], "must": [{"field": "staff", "is": ">=", "value": "2"}]}}`), sheetWords(t))
	allocs := func(n int) float64 {
		e := sheetFacts{subjects: []string{sheetSubject("room", "R1", "")}}.evidence(t)
		for i := range n {
			at, id := clockAt(t, "2025-01-01").Add(time.Duration(i)*time.Minute), strconv.Itoa(i)
			e.Records = append(e.Records,
				standard.Record{Kind: "controlRoom", ID: id, Subject: "R1", At: at, Items: []standard.Mark{{Code: "noSmoking", Result: standard.Pass}, {Code: "doorShut", Result: standard.NA}}},
				standard.Record{Kind: "visit", ID: id, At: at, Fields: []standard.Field{{Name: "entering", Value: "true"}, {Name: "staff", Value: "2"}}},
				standard.Record{Kind: "appointment", ID: id, Subject: "R1"},
			)
		}
		return testing.AllocsPerRun(3, func() {
			report, err := rules.Evaluate(&e)
			require.NoError(t, err)
			require.Equal(t, standard.Met, report.Clauses[0].State)
		})
	}
	few, many := allocs(1000), allocs(4000)
	require.Less(t, many-few, float64(100), "%v for 1,000 rows of each part, %v for 4,000", few, many)
}
