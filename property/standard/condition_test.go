package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestComparisons: what each comparison says of a value, of one on its border, and of one that is absent.
func TestComparisons(t *testing.T) {
	tests := []struct {
		name, must, record, want string
	}{
		{"words are equal", `{"field": "role", "is": "=", "value": "guard"}`, fields("role", "guard"), "met"},
		{"words differ", `{"field": "role", "is": "=", "value": "guard"}`, fields("role", "examiner"), "breached condition role"},
		{"a word is absent", `{"field": "role", "is": "=", "value": "guard"}`, ``, "unknown fieldMissing role"},
		{"an empty word is absent", `{"field": "role", "is": "!=", "value": "guard"}`, fields("role", ""), "unknown fieldMissing role"},
		{"numbers are equal by what they are", `{"field": "people", "is": "=", "value": "2.0"}`, fields("people", "2"), "met"},
		{"a percentage is a number", `{"field": "people", "is": "=", "value": "50%"}`, fields("people", "0.5"), "met"},
		{"not equal", `{"field": "people", "is": "!=", "value": "2"}`, fields("people", "3"), "met"},
		{"less", `{"field": "people", "is": "<", "value": "2"}`, fields("people", "1.999999"), "met"},
		{"not less on the border", `{"field": "people", "is": "<", "value": "2"}`, fields("people", "2"), "breached condition people"},
		{"at most on the border", `{"field": "people", "is": "<=", "value": "2"}`, fields("people", "2"), "met"},
		{"at most beyond it", `{"field": "people", "is": "<=", "value": "2"}`, fields("people", "2.000001"), "breached condition people"},
		{"greater", `{"field": "people", "is": ">", "value": "9"}`, fields("people", "10"), "met"},
		{"not greater on the border", `{"field": "people", "is": ">", "value": "9"}`, fields("people", "9"), "breached condition people"},
		{"at least on the border", `{"field": "people", "is": ">=", "value": "-1"}`, fields("people", "-1"), "met"},
		{"at least below it", `{"field": "people", "is": ">=", "value": "2"}`, fields("people", "1"), "breached condition people"},
		{"one of several", `{"field": "role", "is": "in", "values": ["guard", "examiner"]}`, fields("role", "examiner"), "met"},
		{"none of several", `{"field": "role", "is": "in", "values": ["guard", "examiner"]}`, fields("role", "candidate"), "breached condition role"},
		{"not in", `{"field": "role", "is": "notIn", "values": ["guard", "examiner"]}`, fields("role", "candidate"), "met"},
		{"not not in", `{"field": "role", "is": "notIn", "values": ["guard", "examiner"]}`, fields("role", "guard"), "breached condition role"},
		{"numbers in", `{"field": "people", "is": "in", "values": ["1", "2"]}`, fields("people", "2.00"), "met"},
		{"has all", `{"field": "papers", "is": "has", "values": ["ticket", "card"]}`, `"fields": [{"name": "papers", "values": ["card", "pass", "ticket"]}]`, "met"},
		{"has one only", `{"field": "papers", "is": "has", "values": ["ticket", "card"]}`, `"fields": [{"name": "papers", "values": ["card"]}]`, "breached condition papers"},
		{"a list with commas", `{"field": "papers", "is": "has", "values": ["ticket", "card"]}`, fields("papers", "ticket,card"), "met"},
		{"no list", `{"field": "papers", "is": "has", "values": ["ticket"]}`, ``, "unknown fieldMissing papers"},
		{"set", `{"field": "note", "is": "set"}`, fields("note", "x"), "met"},
		{"absent is not set", `{"field": "note", "is": "set"}`, ``, "breached condition note"},
		{"empty is not set", `{"field": "note", "is": "set"}`, fields("note", ""), "breached condition note"},
		{"absent is unset", `{"field": "note", "is": "unset"}`, ``, "met"},
		{"filled is not unset", `{"field": "papers", "is": "unset"}`, fields("papers", "card"), "breached condition papers"},
		{"booleans", `{"field": "escorted", "is": "=", "value": "true"}`, fields("escorted", "true"), "met"},
		{"dates", `{"field": "day", "is": "<=", "value": "2025-01-31"}`, fields("day", "2025-01-31"), "met"},
		{"a day later", `{"field": "day", "is": "<=", "value": "2025-01-31"}`, fields("day", "2025-02-01"), "breached condition day"},
		{"instants of two offsets", `{"field": "moment", "is": "=", "value": "2025-01-31T08:00:00+08:00"}`, fields("moment", "2025-01-31T00:00:00Z"), "met"},
		{"a day is its beginning in the zone", `{"field": "moment", "is": "=", "value": "2025-01-31"}`, fields("moment", "2025-01-30T16:00:00Z"), "met"},
		{"times of day", `{"field": "clock", "is": ">=", "value": "07:10"}`, fields("clock", "07:10"), "met"},
		{"a minute early", `{"field": "clock", "is": ">=", "value": "07:10"}`, fields("clock", "07:09"), "breached condition clock"},
		{"lengths by what they are", `{"field": "stay", "is": "=", "value": "PT60M"}`, fields("stay", "PT1H"), "met"},
		{"lengths by size", `{"field": "stay", "is": "<=", "value": "PT1H"}`, fields("stay", "PT3601S"), "breached condition stay"},
		{"a month against days", `{"field": "stay", "is": "<=", "value": "P1M"}`, fields("stay", "P30D"), "unknown fieldMissing stay"},
		{"two fields", `{"field": "people", "is": "<=", "value": "@limit"}`, fields("people", "3", "limit", "3"), "met"},
		{"the other field absent", `{"field": "people", "is": "<=", "value": "@limit"}`, fields("people", "3"), "unknown fieldMissing limit"},
		{"a parameter", `{"field": "people", "is": ">=", "value": "$two"}`, fields("people", "2"), "met"},
		{"the subject's field", `{"field": "subject.level", "is": "=", "value": "1"}`, ``, "met"},
		{"against the subject's field", `{"field": "people", "is": "<", "value": "@subject.floor"}`, fields("people", "12"), "breached condition people"},
		{"the estate's field", `{"field": "estate.tank", "is": "=", "value": "true"}`, ``, "met"},
		{"the estate lacks it", `{"field": "estate.opened", "is": "<", "value": "2025-01-01"}`, ``, "unknown fieldMissing estate.opened"},
		{"a parameter as the field", `{"field": "$policy", "is": "=", "value": "strict"}`, ``, "met"},
		{"a parameter by size", `{"field": "$two", "is": ">=", "value": "2.5"}`, ``, "breached condition $two"},
		{"a parameter that is set", `{"field": "$two", "is": "set"}`, ``, "met"},
		{"one that is open", `{"field": "$open", "is": "unset"}`, ``, "met"},
		{"found though another is unknown", `{"field": "people", "is": "in", "values": ["@limit", "2"]}`, fields("people", "2"), "met"},
		{"not found while another is unknown", `{"field": "people", "is": "in", "values": ["@limit", "2"]}`, fields("people", "3"), "unknown fieldMissing limit"},
		{"not excluded while another is unknown", `{"field": "people", "is": "notIn", "values": ["@limit", "2"]}`, fields("people", "3"), "unknown fieldMissing limit"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, gateVerdict(t, tt.must, tt.record))
		})
	}
}

// TestGrades: with the order 3, 2, 1 the grade 1 is the highest, whatever its number says.
func TestGrades(t *testing.T) {
	const atLeast = `{"field": "grade", "is": ">=", "value": "2", "order": "grades"}`
	for grade, want := range map[string]string{"1": "met", "2": "met", "3": "breached condition grade"} {
		require.Equal(t, want, gateVerdict(t, atLeast, fields("grade", grade)), grade)
	}
	const below = `{"field": "grade", "is": "<", "value": "2", "order": "grades"}`
	for grade, want := range map[string]string{"1": "breached condition grade", "2": "breached condition grade", "3": "met"} {
		require.Equal(t, want, gateVerdict(t, below, fields("grade", grade)), grade)
	}
}

// TestTernary: of several conditions false beats unknown, and unknown beats true, in either order.
func TestTernary(t *testing.T) {
	conditions := map[string]string{
		"yes": `{"field": "role", "is": "set"}`, "no": `{"field": "role", "is": "=", "value": "guard"}`, "maybe": `{"field": "people", "is": ">", "value": "0"}`,
	}
	want := map[string]map[string]string{
		"yes":   {"yes": "met", "maybe": "unknown fieldMissing people", "no": "breached condition role"},
		"maybe": {"yes": "unknown fieldMissing people", "maybe": "unknown fieldMissing people", "no": "breached condition role"},
		"no":    {"yes": "breached condition role", "maybe": "breached condition role", "no": "breached condition role"},
	}
	for a, row := range want {
		for b, verdict := range row {
			require.Equal(t, verdict, gateVerdict(t, conditions[a]+","+conditions[b], fields("role", "candidate")), a+" and "+b)
		}
	}
}

// TestSpans: the record's own time against windows of the clock and against spans; touching is outside.
func TestSpans(t *testing.T) {
	const outside, inside = `{"field": "span", "is": "outside", "value": "$peak"}`, `{"field": "span", "is": "inside", "value": "$peak"}`
	const night, spring = `{"field": "span", "is": "inside", "value": "22:00/06:00"}`, `{"field": "span", "is": "outside", "value": "$spring"}`
	const day = `{"field": "span", "is": "inside", "value": "00:00/12:00,12:00/24:00"}`
	const ban = `{"field": "span", "is": "outside", "value": "@subject.opensOn-P7D/@subject.opensOn+P1D"}`
	const around = `{"field": "span", "is": "inside", "value": "@subject.opensOn/@subject.opensOn+P1M"}`
	at := func(from, to string) string {
		if to == "" {
			return `"at": "` + from + `:00+08:00"`
		}
		return `"at": "` + from + `:00+08:00", "until": "` + to + `:00+08:00"`
	}
	const out = "breached condition span"
	tests := []struct{ name, must, record, want string }{
		{"ends as the peak begins", outside, at("2025-03-03T06:00", "2025-03-03T07:00"), "met"},
		{"a minute into it", outside, at("2025-03-03T06:00", "2025-03-03T07:01"), out},
		{"begins as it ends", outside, at("2025-03-03T09:00", "2025-03-03T17:00"), "met"},
		{"between two windows, into the second", outside, at("2025-03-03T09:00", "2025-03-03T17:01"), out},
		{"over a whole day", outside, at("2025-03-03T21:00", "2025-03-04T21:00"), out},
		{"over a night", outside, at("2025-03-03T20:00", "2025-03-04T07:00"), "met"},
		{"over a year", outside, at("2025-03-03T20:00", "2026-03-04T07:00"), out},
		{"an instant in the peak", outside, at("2025-03-03T07:00", ""), out},
		{"the instant at which it ends", outside, at("2025-03-03T09:00", ""), "met"},
		{"inside the peak", inside, at("2025-03-03T07:00", "2025-03-03T09:00"), "met"},
		{"longer than the peak", inside, at("2025-03-03T07:00", "2025-03-03T09:01"), out},
		{"an instant inside", inside, at("2025-03-03T07:00", ""), "met"},
		{"the instant at which it ends is not inside", inside, at("2025-03-03T09:00", ""), out},
		{"inside a night that crosses midnight", night, at("2025-03-03T22:00", "2025-03-04T06:00"), "met"},
		{"after midnight", night, at("2025-03-04T00:30", "2025-03-04T05:00"), "met"},
		{"beyond the morning", night, at("2025-03-04T00:30", "2025-03-04T06:01"), out},
		{"in the evening, too early", night, at("2025-03-03T21:59", "2025-03-03T23:00"), out},
		{"windows that follow upon each other", day, at("2025-03-03T11:00", "2025-03-05T13:00"), "met"},
		{"and for ever", day, at("2025-03-03T11:00", "2035-03-05T13:00"), "met"},
		{"the day before a span of dates", spring, at("2025-01-27T08:00", "2025-01-28T00:00"), "met"},
		{"its first minute", spring, at("2025-01-27T08:00", "2025-01-28T00:01"), out},
		{"its end is not in it", spring, at("2025-02-05T00:00", "2025-02-06T00:00"), "met"},
		{"ends where the ban of the subject begins", ban, at("2025-01-23T00:00", "2025-01-24T00:00"), "met"},
		{"into it", ban, at("2025-01-23T00:00", "2025-01-24T00:01"), out},
		{"a month from the 31st is clamped", around, at("2025-02-27T23:59", "2025-02-28T00:00"), "met"},
		{"and ends with the 28th's beginning", around, at("2025-02-27T23:59", "2025-02-28T00:01"), out},
		{"without an instant", outside, ``, "unknown fieldMissing at"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, gateVerdict(t, tt.must, tt.record))
		})
	}
}

// TestShifts: fields moved by lengths; the subject opens on 2025-01-31, and at 2025-03-31 08:30:15.
func TestShifts(t *testing.T) {
	tests := []struct{ field, value, of, want string }{
		{"day", "2025-02-28", "@subject.opensOn+P1M", "met"},
		{"day", "2025-03-01", "@subject.opensOn+P1M1D", "met"},
		{"day", "2024-12-31", "@subject.opensOn-P1M", "met"},
		{"day", "2025-01-24", "@subject.opensOn-P1W", "met"},
		{"moment", "2025-01-30T23:40:00+08:00", "@subject.opensOn-PT20M", "met"},
		{"moment", "2025-02-28T08:30:15+08:00", "@subject.opensAt-P1M", "met"},
		{"moment", "2025-04-30T08:30:15+08:00", "@subject.opensAt+P1M", "met"},
		{"moment", "2025-04-01T10:30:15+08:00", "@subject.opensAt+P1DT2H", "met"},
		{"moment", "2025-02-01T02:00:00+08:00", "@subject.opensOn+P1DT2H", "met"},
		{"day", "2025-02-27", "@subject.opensOn+P1M", "breached condition day"},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, gateVerdict(t, `{"field": "`+tt.field+`", "is": "=", "value": "`+tt.of+`"}`, fields(tt.field, tt.value)), tt.of)
	}
}

// TestOpenParameter: what compares with an open parameter is unknown as a whole, and named.
func TestOpenParameter(t *testing.T) {
	require.Equal(t, "unknown paramUnset open", gateVerdict(t, `{"field": "people", "is": "<", "value": "$open"}`, fields("people", "1")))
}
