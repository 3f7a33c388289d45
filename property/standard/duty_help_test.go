package standard_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
)

// dutyWords are the names that the tests of duties and of cover use.
func dutyWords(tb testing.TB) standard.Vocabulary {
	tb.Helper()
	subject := func(code string, fields ...string) string {
		return `{"code": "` + code + `", "name": {"en": "` + code + `"}, "subject": true, "fields": [` + strings.Join(fields, ", ") + `]}`
	}
	kind := func(code, of string, fields ...string) string {
		return `{"code": "` + code + `", "name": {"en": "` + code + `"}, "of": "` + of + `", "fields": [` + strings.Join(fields, ", ") + `]}`
	}
	field := func(name, typ string) string { return `{"name": "` + name + `", "type": "` + typ + `"}` }
	return decode[standard.Vocabulary](tb, `{"code": "duties", "estate": [`+field("planApprovedOn", "date")+`, `+field("examOn", "date")+`], "kinds": [`+strings.Join([]string{
		subject("building", field("ageYears", "number")),
		subject("septicTank"),
		subject("road", field("grade", "text")),
		subject("patrolPoint"),
		subject("equipment", field("method", "text")),
		subject("newHire", field("hiredOn", "date")),
		subject("reception", field("level", "text"), field("arrivalOn", "date"), field("knownOn", "date"), field("startAt", "instant")),
		subject("meeting", field("startAt", "instant"), field("endAt", "instant")),
		subject("heatingSeason", field("trialWaterOn", "date"), field("normalOn", "date"), field("teamSize", "number")),
		subject("examDay", field("startAt", "instant"), field("endAt", "instant")),
		kind("structureCheck", "building"),
		kind("septicInspection", "septicTank"),
		kind("septicEmptying", "septicTank", field("planned", "boolean")),
		kind("sweep", "road", field("minutes", "number")),
		kind("deepClean", "road", field("minutes", "number")),
		kind("patrol", "patrolPoint"),
		kind("overhaul", "equipment"),
		kind("hourReading", "equipment", field("hours", "number")),
		kind("training", "newHire", field("practical", "boolean"), field("hours", "number")),
		kind("systemCheck", "reception", field("systems", "list")),
		kind("systemRecheck", "reception"),
		kind("staffOnSite", "reception"),
		kind("tea", "meeting"),
		kind("drill", "building", field("persons", "number")),
		kind("shift", "", field("post", "text"), field("armed", "boolean")),
		kind("rosterEntry", "", field("post", "text")),
		kind("loose", ""),
	}, ", ")+`]}`)
}

// acted writes records of a kind about a subject: "septicTank-less" instants such as "2025-01-15 10:00", each with the fields after a bar,
// "2025-01-15 10:00|planned=true".
func acted(tb testing.TB, kind, subject string, at ...string) string {
	tb.Helper()
	var out []string
	for i, one := range at {
		when, rest, _ := strings.Cut(one, "|")
		from, until, some := strings.Cut(when, "/")
		text := fmt.Sprintf(`{"id": "%s-%s-%d", "kind": %[1]q, "subject": %[2]q, "at": %[4]q`, kind, subject, i, clockAt(tb, from).Format(time.RFC3339))
		if some && until != "" {
			text += fmt.Sprintf(`, "until": %q`, clockAt(tb, until).Format(time.RFC3339))
		}
		text += fieldsOf(rest)
		out = append(out, text+"}")
	}
	return strings.Join(out, ", ")
}

// fieldsOf writes fields, "planned=true;hours=6", and an actor "by=Li"; a list has blanks in it: "systems=power fire".
func fieldsOf(text string) string {
	var fields []string
	actor := ""
	for one := range strings.SplitSeq(text, ";") {
		name, value, ok := strings.Cut(one, "=")
		switch words := strings.Fields(value); {
		case !ok:
		case name == "by":
			actor = fmt.Sprintf(`, "actor": %q`, value)
		case len(words) > 1:
			fields = append(fields, fmt.Sprintf(`{"name": %q, "values": ["%s"]}`, name, strings.Join(words, `", "`)))
		default:
			fields = append(fields, fmt.Sprintf(`{"name": %q, "value": %q}`, name, value))
		}
	}
	if len(fields) == 0 {
		return actor
	}
	return actor + `, "fields": [` + strings.Join(fields, ", ") + `]`
}

// one writes a subject with its fields.
func one(kind, id, fields string) string {
	return fmt.Sprintf(`{"kind": %q, "id": %q%s}`, kind, id, fieldsOf(fields))
}

// about writes subjects, records and what is complete, for evidenceOf.
func about(subjects, records []string, complete ...string) string {
	return `"subjects": [` + strings.Join(subjects, ", ") + `], "records": [` + strings.Join(records, ", ") + `], "complete": [` + strings.Join(complete, ", ") + `]`
}

// dutyClause writes a clause of one duty.
func dutyClause(id, duty string) string {
	return `{"id": "` + id + `", "profile": "p", "text": {"en": "` + id + `"}, "measures": [{"duty": ` + duty + `}]}`
}

// shown writes the verdict on a clause of one part and the counts of its rows: "met; 3 met 1 late".
func shown(tb testing.TB, r standard.Report, id string) string {
	tb.Helper()
	v, ok := r.Clause(id)
	require.True(tb, ok, id)
	require.Len(tb, v.Parts, 1)
	c := v.Parts[0].Counts
	out := said(v.State, v.Reason) + ";"
	for _, n := range []struct {
		n    int
		name string
	}{
		{c.Met, "met"},
		{c.Breached, "breached"},
		{c.Pending, "pending"},
		{c.Waived, "waived"},
		{c.NotApplicable, "notApplicable"},
		{c.Unknown, "unknown"},
		{c.Late, "late"},
		{c.LateStart, "lateStart"},
		{c.Extra, "extra"},
	} {
		if n.n > 0 {
			out += fmt.Sprintf(" %d %s", n.n, n.name)
		}
	}
	return out
}

func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// rfc is how instants stand in fields.
const rfc = time.RFC3339

// nonEmpty is a list of one text, or of none if that is empty.
func nonEmpty(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// fuzzed is a standard of one duty, if the text is one.
func fuzzed(duty string) (standard.Standard, bool) {
	s, err := invalid.Decode[standard.Standard]([]byte(`{"id": "f", "version": "1", "calendar": "office", "clauses": [`+dutyClause("D", duty)+`]}`), "fuzz")
	return s, err == nil && len(s.Clauses) == 1 && len(s.Clauses[0].Measures) == 1
}

// fuzzedFields are those of a text "name=value;name=value" that a kind declares.
func fuzzedFields(text string, k standard.Kind) (fields []standard.Field) {
	for one := range strings.SplitSeq(text, ";") {
		name, value, _ := strings.Cut(one, "=")
		for _, f := range k.Fields {
			if f.Name == name {
				fields = append(fields, standard.Field{Name: name, Value: value})
			}
		}
	}
	return fields
}
