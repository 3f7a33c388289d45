package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// presence writes a presence of one document of a tank.
func presence(rest string) string {
	return `{"presence": {"documents": ["hygienePermit"], "per": "waterTank"` + rest + `}}`
}

const (
	inForce    = `, "valid": "asOf"`
	allThrough = `, "valid": "period"`
)

// TestPresenceWater is MAINT-38: permit and test of every tank, in force all through the month, where the estate has tanks.
func TestPresenceWater(t *testing.T) {
	const measure = `{"when": [{"field": "estate.secondaryWater", "is": "=", "value": "true"}],
		"presence": {"documents": ["hygienePermit", "waterTest"], "per": "waterTank", "valid": "period"}}`
	facts := func(estate string, records ...string) sheetFacts {
		return sheetFacts{estate: estate, subjects: []string{sheetSubject("waterTank", "T1", "")}, records: records}
	}
	permit := sheetRecord(t, "hygienePermit", "p", "T1", "2024-06-01/2026-06-01", "")
	test := sheetRecord(t, "waterTest", "w", "T1", "2024-08-01/2025-02-01", "")
	require.Equal(t, "met", sheetVerdict(t, measure, facts("secondaryWater=true", permit, test)))
	require.Equal(t, "notApplicable when estate.secondaryWater", sheetVerdict(t, measure, facts("secondaryWater=false")))
	require.Equal(t, "unknown fieldMissing estate.secondaryWater", sheetVerdict(t, measure, facts("", permit, test)))
	require.Equal(t, "breached absent waterTest", sheetVerdict(t, measure, facts("secondaryWater=true", permit)))
	require.Equal(t, []string{"T1 p met", "T1 breached absent waterTest"}, sheetRows(t, measure, facts("secondaryWater=true", permit)))
	lapsed := sheetRecord(t, "waterTest", "w", "T1", "2024-07-20/2025-01-20", "")
	require.Equal(t, "breached expired waterTest 2025-01-20", sheetVerdict(t, measure, facts("secondaryWater=true", permit, lapsed)))
	none := facts("secondaryWater=true", permit)
	none.complete = []string{complete("waterTank", "2025-01-01", "2025-02-01"), complete("hygienePermit", "2025-01-01", "2025-02-01")}
	require.Equal(t, "unknown notComplete waterTest", sheetVerdict(t, measure, none))
	tanks := facts("secondaryWater=true", permit, test)
	tanks.complete = []string{complete("waterTest", "2025-01-01", "2025-02-01"), complete("hygienePermit", "2025-01-01", "2025-02-01")}
	require.Equal(t, "unknown notComplete waterTank", sheetVerdict(t, measure, tanks), "is there a second tank?")
	require.Equal(t, "notApplicable noRows", sheetVerdict(t, measure, sheetFacts{estate: "secondaryWater=true"}), "there is no tank")
}

func TestPresence(t *testing.T) {
	permit := func(id, when, pairs string) string { return sheetRecord(t, "hygienePermit", id, "T1", when, pairs) }
	list := func(records ...string) []string { return records }
	const noDate, signed = "", `, "with": [{"field": "signed", "is": "=", "value": "true"}]`
	one := `, "atMost": "1"`
	tests := []struct {
		name, rest, asOf string
		records          []string
		complete         []string
		want             string
	}{
		{"exists, ended or not", "", "", list(permit("p", "2020-01-01/2021-01-01", "")), nil, "met"},
		{"exists without a day", "", "", list(permit("p", noDate, "")), nil, "met"},
		{"made on the last day of the period", "", "", list(permit("p", "2025-01-31 23:59:59", "")), nil, "met"},
		{"made at its end", "", "2025-03-01", list(permit("p", "2025-02-01 00:00:00", "")), nil, "breached absent hygienePermit"},
		{"of another tank", "", "", list(sheetRecord(t, "hygienePermit", "p", "T2", "2020-01-01", "")), nil, "breached absent hygienePermit"},
		{"none, and not all permits are here", "", "", nil, list(complete("waterTank", "2025-01-01", "2025-02-01")), "unknown notComplete hygienePermit"},
		{"none, and the permits of the last day are not here", "", "", nil, list(complete("waterTank", "2025-01-01", "2025-02-01"), complete("hygienePermit", "2025-01-01", "2025-01-31")), "unknown notComplete hygienePermit"},

		{"in force from this instant on", inForce, "2025-01-20 08:00:00", list(permit("p", "2025-01-20 08:00:00/2026-01-20", "")), nil, "met"},
		{"from the next second on", inForce, "2025-01-20 07:59:59", list(permit("p", "2025-01-20 08:00:00/2026-01-20", "")), nil, "breached absent hygienePermit"},
		{"for one more second", inForce, "2025-01-19 23:59:59", list(permit("p", "2024-01-20/2025-01-20", "")), nil, "met"},
		{"no more", inForce, "2025-01-20 00:00:00", list(permit("p", "2024-01-20/2025-01-20", "")), nil, "breached expired hygienePermit 2025-01-20"},
		{"no more, but was it renewed?", inForce, "2025-01-20", list(permit("p", "2024-01-20/2025-01-20", "")), list(complete("waterTank", "2025-01-01", "2025-02-01"), complete("hygienePermit", "2025-01-01", "2025-01-19")), "unknown notComplete hygienePermit"},
		{"renewed", inForce, "2025-01-25", list(permit("p", "2024-01-20/2025-01-20", ""), permit("q", "2025-01-25/2026-01-25", "")), nil, "met"},
		{"for good", inForce, "", list(permit("p", "2001-01-01", "")), nil, "met"},
		{"always so far", inForce, "", list(permit("p", "/2025-02-02", "")), nil, "met"},

		{"all through", allThrough, "", list(permit("p", "2025-01-01/2025-02-01", "")), nil, "met"},
		{"a second late", allThrough, "", list(permit("p", "2025-01-01 00:00:01/2025-02-01", "")), nil, "breached expired hygienePermit 2025-01-01"},
		{"a second short", allThrough, "", list(permit("p", "2025-01-01/2025-01-31 23:59:59", "")), nil, "breached expired hygienePermit 2025-01-31"},
		{"renewed at the instant", allThrough, "", list(permit("p", "2024-01-20/2025-01-20", ""), permit("q", "2025-01-20/2026-01-20", "")), nil, "met"},
		{"renewed a second later", allThrough, "", list(permit("p", "2024-01-20/2025-01-20", ""), permit("q", "2025-01-20 00:00:01/2026-01-20", "")), nil, "breached expired hygienePermit 2025-01-20"},
		{"it lapses after what is asked about", allThrough, "2025-01-15", list(permit("p", "2024-01-20/2025-01-20", "")), nil, "met"},
		{"the period has not begun", allThrough, "2025-01-01", nil, nil, "pending notDue 2025-01-01T00:00:00+08:00"},
		{"none", allThrough, "", nil, nil, "breached absent hygienePermit"},
		{"one that ended before", allThrough, "", list(permit("p", "2023-01-20/2024-01-20", "")), nil, "breached expired hygienePermit 2025-01-01"},
		{"a lapse, on days that are not all here", allThrough, "", list(permit("p", "2024-01-20/2025-01-20", ""), permit("q", "2025-01-22/2026-01-20", "")), list(complete("waterTank", "2025-01-01", "2025-02-01"), complete("hygienePermit", "2025-01-01", "2025-01-20"), complete("hygienePermit", "2025-01-22", "2025-02-01")), "unknown notComplete hygienePermit"},
		{"but one of them is", allThrough, "", list(permit("p", "2024-01-20/2025-01-20", ""), permit("q", "2025-01-22/2026-01-20", "")), list(complete("waterTank", "2025-01-01", "2025-02-01"), complete("hygienePermit", "2025-01-01", "2025-01-20"), complete("hygienePermit", "2025-01-21", "2025-02-01")), "breached expired hygienePermit 2025-01-21"},

		{"signed", signed, "", list(permit("p", "2025-01-05", "signed=true")), nil, "met"},
		{"not signed", signed, "", list(permit("p", "2025-01-05", "signed=false")), nil, "breached absent hygienePermit"},
		{"signed or not?", signed, "", list(permit("p", "2025-01-05", "")), nil, "unknown fieldMissing signed"},
		{"another is", signed, "", list(permit("p", "2025-01-05", ""), permit("q", "2025-01-06", "signed=true")), nil, "met"},
		{"two are one too many", one, "", list(permit("p", "2025-01-05", ""), permit("q", "2025-01-06", "")), nil, "breached tooMany hygienePermit 2 1"},
		{"if both are signed", one + signed, "", list(permit("p", "2025-01-05", ""), permit("q", "2025-01-06", "signed=true")), nil, "unknown fieldMissing signed"},
		{"exactly one", one, "", list(permit("p", "2025-01-05", "")), nil, "met"},
		{"one, and one that has ended", one + inForce, "2025-01-20", list(permit("p", "2024-01-05/2025-01-20", ""), permit("q", "2025-01-06", "")), nil, "met"},
		{"one, and one that has not", one + inForce, "2025-01-19 23:59:59", list(permit("p", "2024-01-05/2025-01-20", ""), permit("q", "2025-01-06", "")), nil, "breached tooMany hygienePermit 2 1"},
		{"two for a second", one + allThrough, "", list(permit("p", "2024-01-05/2025-01-20 00:00:01", ""), permit("q", "2025-01-20", "")), nil, "breached tooMany hygienePermit 2 1"},
		{"one after the other", one + allThrough, "", list(permit("p", "2024-01-05/2025-01-20", ""), permit("q", "2025-01-20", "")), nil, "met"},
		{"one of two", `, "atLeast": "2"`, "", list(permit("p", "2025-01-05", "")), nil, "breached short 1 2 hygienePermit"},
		{"none of two", `, "atLeast": "2"`, "", nil, nil, "breached absent hygienePermit"},
		{"two of two", `, "atLeast": "2"`, "", list(permit("p", "2025-01-05", ""), permit("q", "2025-01-05", "")), nil, "met"},
		{"none, where none is needed", `, "atLeast": "0"` + one, "", nil, nil, "met"},
		{"a number that is open", `, "atLeast": "$open"`, "", list(permit("p", "2025-01-05", "")), nil, "unknown paramUnset open"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts := sheetFacts{asOf: tt.asOf, subjects: []string{sheetSubject("waterTank", "T1", "")}, records: tt.records, complete: tt.complete}
			require.Equal(t, tt.want, sheetVerdict(t, presence(tt.rest), facts))
		})
	}
}

// TestPresenceMet: a complete month is needed to be met, for nobody knows what else there is.
func TestPresenceMet(t *testing.T) {
	facts := sheetFacts{
		subjects: []string{sheetSubject("waterTank", "T1", "inUse=true"), sheetSubject("waterTank", "T2", "inUse=false"), sheetSubject("waterTank", "T3", "")},
		records:  []string{sheetRecord(t, "hygienePermit", "p", "T1", "2024-01-05", "")},
	}
	where := `, "where": [{"field": "inUse", "is": "=", "value": "true"}]`
	require.Equal(t, []string{"T1 p met", "T3 unknown fieldMissing inUse"}, sheetRows(t, presence(where), facts))
	facts.subjects, facts.complete = facts.subjects[:1], []string{}
	require.Equal(t, "unknown notComplete waterTank hygienePermit", sheetVerdict(t, presence(where), facts))
	exactly := `{"presence": {"documents": ["hygienePermit"], "per": "waterTank", "valid": "asOf", "atMost": "1"}}`
	facts.asOf, facts.complete = "2025-02-03", []string{complete("*", "2025-01-01", "2025-02-01")}
	require.Equal(t, "unknown notComplete hygienePermit", sheetVerdict(t, exactly, facts), "there may be a second one since February")
}

// TestPresenceEstate: without a kind of subjects every document counts, whomever it names.
func TestPresenceEstate(t *testing.T) {
	const manager = `{"presence": {"documents": ["appointment"], "with": [{"field": "role", "is": "=", "value": "fireManager"}], "valid": "asOf", "atMost": "1"}}`
	wang := sheetRecord(t, "appointment", "a", "Wang", "2024-05-01", "role=fireManager")
	li := sheetRecord(t, "appointment", "b", "Li", "2024-06-01", "role=fireManager")
	guard := sheetRecord(t, "appointment", "c", "Zhao", "2024-06-01", "role=guard")
	require.Equal(t, "met", sheetVerdict(t, manager, sheetFacts{records: []string{wang, guard}}))
	require.Equal(t, "breached tooMany appointment 2 1", sheetVerdict(t, manager, sheetFacts{records: []string{wang, guard, li}}))
	require.Equal(t, "breached absent appointment", sheetVerdict(t, manager, sheetFacts{records: []string{guard}}))
}

func TestPresenceProblems(t *testing.T) {
	const at = "clauses[0].measures[0].presence"
	tests := []struct {
		presence string
		want     []string
	}{
		{`{"documents": []}`, []string{at + ".documents standard/few"}},
		{`{"documents": ["hygienePermit", "hygienePermit"]}`, []string{at + ".documents[1] standard/twice"}},
		{`{"documents": ["permit"], "per": "tank"}`, []string{at + ".per standard/kind", at + ".documents[0] standard/kind"}},
		{`{"documents": ["appointment"], "with": [{"field": "signed", "is": "set"}]}`, []string{at + ".with[0].field standard/field"}},
		{`{"documents": ["appointment"], "atLeast": "1.5"}`, []string{at + ".atLeast standard/how-many"}},
		{`{"documents": ["appointment"], "atLeast": "-1"}`, []string{at + ".atLeast standard/how-many"}},
		{`{"documents": ["appointment"], "atLeast": "0"}`, []string{at + ".atLeast standard/how-many"}},
		{`{"documents": ["appointment"], "atLeast": "2", "atMost": "1"}`, []string{at + ".atMost standard/bounds"}},
		{`{"documents": ["appointment"], "atMost": "one"}`, []string{at + ".atMost invalid/decimal"}},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, sheetProblems(t, `{"presence": `+tt.presence+`}`), tt.presence)
	}
}
