package standard_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// sheetWords are the names that the tests of checklists, presences and records use.
func sheetWords(tb testing.TB) standard.Vocabulary {
	tb.Helper()
	kind := func(code, rest string, fields ...string) string {
		var types []string
		for _, f := range fields {
			name, typ, _ := strings.Cut(f, " ")
			types = append(types, `{"name": "`+name+`", "type": "`+typ+`"}`)
		}
		return `{"code": "` + code + `", "name": {"en": "` + code + `"}` + rest + `, "fields": [` + strings.Join(types, ", ") + `]}`
	}
	const subject = `, "subject": true`
	of := func(kind string) string { return `, "of": "` + kind + `"` }
	return decode[standard.Vocabulary](tb, `{"code": "sheets", "estate": [{"name": "secondaryWater", "type": "boolean"}], "kinds": [`+strings.Join([]string{
		kind("room", subject, "floor number"), kind("waterTank", subject, "inUse boolean"), kind("lift", subject),
		kind("reception", subject, "level text", "arrivalOn date"),
		kind("controlRoom", of("room")+`, "items": [{"code": "noSmoking"}, {"code": "noDangerousGoods"}, {"code": "doorShut"}, {"code": "clean"}]`),
		kind("etiquette", ""), kind("finding", "", "item text"),
		kind("hygienePermit", of("waterTank"), "signed boolean"), kind("waterTest", of("waterTank"), "signed boolean"),
		kind("appointment", "", "role text"),
		kind("liftStop", of("lift"), "reason text", "resumedAt instant"), kind("contract", "", "trade text", "grade text", "hours number"),
		kind("task", "", "disturbing boolean", "emergency boolean"),
		kind("assignment", "", "confidential boolean", "contract text", "outsider boolean", "escorts number"),
		kind("visit", "", "entering boolean", "staff number", "soloReason text"),
		kind("tariff", "", "state text", "rate number", "approvedRate number"), kind("leave", "", "group text"),
		kind("greeting", of("reception"), "persons number"), kind("entry", "", "role text", "papers list"),
		kind("repair", `, "events": [{"code": "reported"}, {"code": "closed"}]`, "explained boolean"),
	}, ", ")+`]}`)
}

// sheetFacts are the facts of January 2025, asked about at its end unless another instant is given, in JSON. Everything is complete unless it is said
// otherwise.
type sheetFacts struct {
	asOf, estate      string
	subjects, records []string
	complete          []string
}

// sheetPairs writes "a=1 b=x,y" as fields: with a comma the values of a list.
func sheetPairs(text string) string {
	var out []string
	for pair := range strings.FieldsSeq(text) {
		name, value, _ := strings.Cut(pair, "=")
		if strings.Contains(value, ",") || name == "papers" {
			out = append(out, `{"name": "`+name+`", "values": ["`+strings.ReplaceAll(value, ",", `", "`)+`"]}`)
			continue
		}
		out = append(out, `{"name": "`+name+`", "value": "`+value+`"}`)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func sheetSubject(kind, id, pairs string) string {
	return `{"kind": "` + kind + `", "id": "` + id + `", "fields": ` + sheetPairs(pairs) + `}`
}

// sheetRecord writes a record; when is "2025-01-05 10:00", "2025-01-05 10:00/2025-01-06", "/2025-01-06" or nothing.
func sheetRecord(tb testing.TB, kind, id, subject, when, pairs string) string {
	tb.Helper()
	return `{"kind": "` + kind + `", "id": "` + id + `", "subject": "` + subject + `"` + sheetWhen(tb, when) + `, "fields": ` + sheetPairs(pairs) + `}`
}

// sheetOf writes a sheet with its items, "doorShut=pass clean=na".
func sheetOf(tb testing.TB, kind, id, subject, when, items string) string {
	tb.Helper()
	var marks []string
	for pair := range strings.FieldsSeq(items) {
		code, result, _ := strings.Cut(pair, "=")
		marks = append(marks, `{"code": "`+code+`", "result": "`+result+`"}`)
	}
	return `{"kind": "` + kind + `", "id": "` + id + `", "subject": "` + subject + `"` + sheetWhen(tb, when) + `, "items": [` + strings.Join(marks, ", ") + `]}`
}

func sheetWhen(tb testing.TB, when string) string {
	tb.Helper()
	out := ""
	at, until, _ := strings.Cut(when, "/")
	if at != "" {
		out += `, "at": "` + clockAt(tb, at).Format(time.RFC3339) + `"`
	}
	if until != "" {
		out += `, "until": "` + clockAt(tb, until).Format(time.RFC3339) + `"`
	}
	return out
}

func (f sheetFacts) evidence(tb testing.TB) standard.Evidence {
	tb.Helper()
	if f.asOf == "" {
		f.asOf = "2025-02-01"
	}
	if f.complete == nil {
		f.complete = []string{complete("*", "2025-01-01", "2025-02-01")}
	}
	return evidenceOf(tb, f.asOf, "2025-01-01", "2025-02-01", `"estate": `+sheetPairs(f.estate)+`, "subjects": [`+strings.Join(f.subjects, ", ")+
		`], "records": [`+strings.Join(f.records, ", ")+`], "complete": [`+strings.Join(f.complete, ", ")+`]`)
}

// sheetClause makes a standard whose clause "X-1" has these measures, with those parameters and orders that they name.
func sheetClause(tb testing.TB, measures string) standard.Standard {
	tb.Helper()
	var params, orders []string
	for name, doc := range map[string]string{"$open": `{"name": "open"}`, "$peak": `{"name": "peak", "value": "07:00/09:00,17:00/20:00"}`} {
		if strings.Contains(measures, name) {
			params = append(params, doc)
		}
	}
	if strings.Contains(measures, "contractorGrade") {
		orders = append(orders, `{"name": "contractorGrade", "grades": ["3", "2", "1"]}`)
	}
	head := `"params": [` + strings.Join(params, ", ") + `], "orders": [` + strings.Join(orders, ", ") + `],`
	return clausesOf(tb, head, `{"id": "X-1", "profile": "p", "text": {"en": "x"}, "measures": [`+measures+`]}`)
}

// sheetVerdict says how the clause stands: "breached itemFailed doorShut".
func sheetVerdict(tb testing.TB, measures string, f sheetFacts) string {
	tb.Helper()
	return verdictOf(tb, mustEvaluate(tb, sheetClause(tb, measures), sheetWords(tb), f.evidence(tb)), "X-1")
}

// sheetRows lists the rows of the clause, each in one line: "R1 s1 breached itemFailed doorShut".
func sheetRows(tb testing.TB, measures string, f sheetFacts) []string {
	tb.Helper()
	e := f.evidence(tb)
	rows, err := mustCompile(tb, sheetClause(tb, measures), sheetWords(tb)).Rows(&e, "X-1")
	require.NoError(tb, err)
	var out []string
	for row := range rows {
		out = append(out, strings.Join(strings.Fields(row.Subject+" "+row.Record+" "+said(row.State, row.Reason)), " "))
	}
	return out
}

// sheetProblems lists what is wrong with the measures.
func sheetProblems(tb testing.TB, measures string) []string {
	tb.Helper()
	_, err := standard.Compile(sheetClause(tb, measures), sheetWords(tb), calendars(tb))
	return problems(tb, err)
}
