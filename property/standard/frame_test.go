package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// gateWords declares a record with a field of every type, and the subject that it may name.
func gateWords(tb testing.TB) standard.Vocabulary {
	tb.Helper()
	return decode[standard.Vocabulary](tb, `{"code": "gate",
		"estate": [{"name": "tank", "type": "boolean"}, {"name": "opened", "type": "date"}],
		"figures": [{"code": "lamps"}, {"code": "lampsLit"}],
		"kinds": [
			{"code": "door", "name": {"en": "door"}, "subject": true, "fields": [
				{"name": "level", "type": "text"}, {"name": "floor", "type": "number"},
				{"name": "opensOn", "type": "date"}, {"name": "opensAt", "type": "instant"}]},
			{"code": "lift", "name": {"en": "lift"}, "subject": true},
			{"code": "entry", "name": {"en": "entry"}, "of": "door", "fields": [
				{"name": "role", "type": "text", "values": ["candidate", "examiner", "guard"]},
				{"name": "note", "type": "text"}, {"name": "waiver", "type": "text"},
				{"name": "people", "type": "number"}, {"name": "limit", "type": "number"},
				{"name": "escorted", "type": "boolean"},
				{"name": "day", "type": "date"}, {"name": "moment", "type": "instant"},
				{"name": "clock", "type": "time"}, {"name": "stay", "type": "span"},
				{"name": "papers", "type": "list", "values": ["ticket", "card", "pass"]},
				{"name": "grade", "type": "text", "order": "grades"}]},
			{"code": "leave", "name": {"en": "leave"}, "fields": [{"name": "group", "type": "text"}]},
			{"code": "sheet", "name": {"en": "sheet"}, "of": "door", "items": [{"code": "shut"}]},
			{"code": "visit", "name": {"en": "visit"}, "of": "door", "events": [{"code": "knocked"}, {"code": "left"}]}
		]}`)
}

// gateHead declares what the clauses of these tests refer to.
const gateHead = `"params": [{"name": "two", "value": "2"}, {"name": "open"}, {"name": "peak", "value": "07:00/09:00,17:00/20:00"},
	{"name": "spring", "value": "2025-01-28/2025-02-05"}, {"name": "policy", "value": "strict"}],
	"orders": [{"name": "grades", "grades": ["3", "2", "1"]}],`

// usesAll is a clause that reads every parameter of gateHead, so that none is unused.
const usesAll = `{"id": "ALL-1", "profile": "all", "text": {"en": "reads all"}, "measures": [{"record": {"of": "entry", "must": [
	{"field": "people", "is": ">=", "value": "$two"}, {"field": "people", "is": "<", "value": "$open"},
	{"field": "$policy", "is": "=", "value": "strict"},
	{"field": "span", "is": "outside", "value": "$peak"}, {"field": "span", "is": "outside", "value": "$spring"}]}}]}`

// recordClause is a clause with the measure record.
func recordClause(id, of, where, must string) string {
	if where != "" {
		where = `"where": [` + where + `], `
	}
	return `{"id": "` + id + `", "profile": "test", "text": {"en": "test"}, "measures": [{"record": {"of": "` + of + `", ` + where + `"must": [` + must + `]}}]}`
}

// gateOf compiles a standard of one record clause with conditions.
func gateOf(tb testing.TB, must string) *standard.Rules {
	tb.Helper()
	return mustCompile(tb, clausesOf(tb, gateHead, recordClause("T-1", "entry", "", must)+","+usesAll), gateWords(tb))
}

// gateVerdict judges an entry, written as JSON after its kind, by conditions, about a door with a level, a floor and days.
func gateVerdict(tb testing.TB, must, rest string) string {
	tb.Helper()
	if rest != "" {
		rest = ", " + rest
	}
	rec := decode[standard.Record](tb, `{"id": "r1", "kind": "entry"`+rest+`}`)
	door := decode[standard.Subject](tb, `{"kind": "door", "id": "D1", "fields": [{"name": "level", "value": "1"}, {"name": "floor", "value": "12"},
		{"name": "opensOn", "value": "2025-01-31"}, {"name": "opensAt", "value": "2025-03-31T08:30:15+08:00"}]}`)
	estate := []standard.Field{{Name: "tank", Value: "true"}}
	v, err := gateOf(tb, must).Check("T-1", rec, &door, estate)
	require.NoError(tb, err)
	return said(v.State, v.Reason)
}

// fields writes fields of a record: name, value, name, value.
func fields(pairs ...string) string {
	out := `"fields": [`
	for i := 0; i < len(pairs); i += 2 {
		if i > 0 {
			out += ", "
		}
		out += `{"name": "` + pairs[i] + `", "value": "` + pairs[i+1] + `"}`
	}
	return out + "]"
}
