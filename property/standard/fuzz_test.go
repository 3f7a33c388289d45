package standard_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// everyMeasure is a standard with each measure and each shape of plan, evidence for it, and the vocabulary of both.
const everyMeasure = `{"id": "all", "version": "1", "calendar": "office", "from": "2024-06-01",
	"params": [{"name": "limit", "value": "PT30M"}, {"name": "share", "value": "50%"}, {"name": "day", "value": "06:00/22:00"}, {"name": "open"}, {"name": "base", "value": "lamps"}],
	"orders": [{"name": "grades", "grades": ["3", "2", "1"]}],
	"aliases": [{"id": "K-1", "of": ["D-1/quota", "P-1"]}],
	"relations": [{"clauses": ["D-1", "P-1"], "kind": "grades", "parted": true}],
	"clauses": [
	{"id": "D-1", "profile": "p", "text": {"en": "duties"}, "from": "2024-12-01", "when": [{"field": "estate.tank", "is": "=", "value": "true"}], "measures": [
		{"part": "quota", "duty": {"acts": ["patrol", "round"], "per": "point", "where": [{"field": "floor", "is": "<", "value": "9"}], "with": [{"field": "length", "is": ">=", "value": "5"}],
			"plan": {"quota": {"atLeast": "1", "in": "day"}, "window": "$day", "on": ["mon", "tue", "wed", "thu", "fri"]}, "share": "$share"}},
		{"part": "sum", "duty": {"acts": ["patrol"], "per": "point", "plan": {"quota": {"atLeast": "6", "sum": "length", "span": ["@subject.openedOn", "@subject.openedOn+P1M"]}}}},
		{"part": "slots", "duty": {"acts": ["round"], "plan": {"quota": {"atLeast": "1", "in": "day", "slots": ["05:00/10:00", "17:00/22:00"]}, "days": "working"}}},
		{"part": "gap", "duty": {"acts": ["patrol"], "per": "point", "plan": {"gap": {"max": "P7D"}, "season": "11-15/03-15"}}},
		{"part": "every", "duty": {"acts": ["patrol"], "per": "point", "plan": {"every": {"step": "PT15M", "inside": ["@subject.fromAt", "@subject.toAt"]}}, "early": "PT2M", "late": "PT5M"}},
		{"part": "by", "duty": {"acts": ["patrol"], "per": "point", "plan": {"by": {"due": "@subject.openedOn-P7D", "known": "@subject.knownOn"}}, "lateStart": "P1D"}},
		{"part": "running", "duty": {"acts": ["round"], "per": "point", "plan": {"running": {"meter": "length", "step": "100"}}}},
		{"part": "rule", "duty": {"acts": ["round"], "plan": {"rule": {"every": "week", "weekdays": [{"day": "mon"}]}}}},
		{"part": "open", "duty": {"acts": ["round"], "plan": {"gap": {"max": "$open"}}}}]},
	{"id": "P-1", "profile": "p", "text": {"en": "promise"}, "measures": [{"promise": {"of": "repair", "where": [{"field": "class", "is": "=", "value": "urgent"}],
		"from": "reported", "to": "arrived", "limit": "$limit", "clock": "office", "share": "90%"}}]},
	{"id": "P-2", "profile": "p", "text": {"en": "promise"}, "measures": [{"promise": {"of": "repair", "from": "reported", "to": "arrived", "due": "@agreedAt"}}]},
	{"id": "T-1", "profile": "p", "text": {"en": "threshold"}, "measures": [
		{"part": "ratio", "threshold": {"per": "point", "over": "month", "limits": [{"figure": "lit", "outOf": "$base", "is": ">=", "value": "98%"}, {"figure": "lit", "is": "<=", "value": "@lamps"}]}},
		{"part": "counts", "threshold": {"limits": [{"figure": "P-1.met", "outOf": "P-1.judged", "is": "=", "value": "1"}]}}]},
	{"id": "C-1", "profile": "p", "text": {"en": "checklist"}, "measures": [{"checklist": {"sheet": "sheet", "per": "point", "use": "every", "maxAge": "P30D", "items": [{"code": "shut"}, {"code": "lit"}]}}]},
	{"id": "E-1", "profile": "p", "text": {"en": "presence"}, "measures": [{"presence": {"documents": ["permit"], "per": "point", "with": [{"field": "grade", "is": ">=", "value": "2", "order": "grades"}], "valid": "period", "atLeast": "1", "atMost": "2"}}]},
	{"id": "O-1", "profile": "p", "text": {"en": "ordering"}, "measures": [{"ordering": {"of": "repair", "steps": [{"name": "reported"}, {"name": "arrived", "min": "PT1M", "max": "P1D", "notBefore": "07:10"},
		{"any": ["left", "closed"], "after": ["reported"], "optional": true, "atMost": "2", "apart": "PT30S"}], "closed": "closed"}}]},
	{"id": "V-1", "profile": "p", "text": {"en": "cover"}, "measures": [{"cover": {"per": "point", "posts": [{"post": "gate", "people": "@subject.floor"}, {"post": "yard", "people": "1"}], "window": "22:00/06:00", "source": "shift"}}]},
	{"id": "R-1", "profile": "p", "text": {"en": "record"}, "measures": [{"record": {"of": "repair", "per": "point", "where": [{"field": "class", "is": "in", "values": ["urgent", "plain"]}],
		"must": [{"field": "span", "is": "outside", "value": "@subject.fromAt/@subject.toAt"}, {"field": "agreedAt", "is": "set"}], "waiver": "class"}}]}
	]}`

const everyFact = `{"asOf": "2025-01-20T12:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-02-01",
	"estate": [{"name": "tank", "value": "true"}],
	"subjects": [
		{"kind": "point", "id": "P1", "fields": [{"name": "floor", "value": "2"}, {"name": "openedOn", "value": "2025-01-10"}, {"name": "knownOn", "value": "2025-01-05"},
			{"name": "fromAt", "value": "2025-01-15T09:00:00+08:00"}, {"name": "toAt", "value": "2025-01-15T10:00:00+08:00"}]},
		{"kind": "point", "id": "P2"}],
	"records": [
		{"id": "a", "kind": "patrol", "subject": "P1", "at": "2025-01-02T08:00:00+08:00", "fields": [{"name": "length", "value": "6"}]},
		{"id": "b", "kind": "round", "subject": "P1", "at": "2025-01-03T08:00:00+08:00", "fields": [{"name": "length", "value": "120"}]},
		{"id": "c", "kind": "round", "at": "2025-01-06T08:00:00+08:00"},
		{"id": "r", "kind": "repair", "subject": "P1", "at": "2025-01-06T08:00:00+08:00", "until": "2025-01-06T09:00:00+08:00",
			"fields": [{"name": "class", "value": "urgent"}, {"name": "agreedAt", "value": "2025-01-07"}],
			"events": [{"name": "reported", "at": "2025-01-06T08:00:00+08:00"}, {"name": "arrived", "at": "2025-01-06T09:10:00+08:00"}]},
		{"id": "s", "kind": "sheet", "subject": "P1", "at": "2025-01-06T08:00:00+08:00", "items": [{"code": "shut", "result": "pass"}, {"code": "lit", "result": "fail"}]},
		{"id": "d", "kind": "permit", "subject": "P1", "at": "2024-01-06T08:00:00+08:00", "until": "2026-01-06T08:00:00+08:00", "fields": [{"name": "grade", "value": "1"}]},
		{"id": "g", "kind": "shift", "subject": "P1", "at": "2025-01-06T22:00:00+08:00", "until": "2025-01-07T06:00:00+08:00", "actor": "Li", "fields": [{"name": "post", "value": "gate"}]},
		{"id": "f", "kind": "finding", "subject": "P2", "at": "2025-01-06T22:00:00+08:00", "fields": [{"name": "item", "value": "lit"}]}],
	"figures": [{"figure": "lit", "subject": "P1", "value": "97", "start": "2025-01-01", "end": "2025-02-01"}, {"figure": "lamps", "subject": "P1", "value": "100", "start": "2025-01-01", "end": "2025-02-01"}],
	"complete": [{"kind": "*", "from": "2025-01-01", "to": "2025-01-20"}, {"kind": "patrol", "from": "2025-01-20", "to": "2025-02-01"}]}`

const everyWord = `{"code": "words", "estate": [{"name": "tank", "type": "boolean"}], "figures": [{"code": "lit"}, {"code": "lamps"}],
	"kinds": [
		{"code": "point", "name": {"en": "point"}, "subject": true, "fields": [{"name": "floor", "type": "number"}, {"name": "openedOn", "type": "date"}, {"name": "knownOn", "type": "date"},
			{"name": "fromAt", "type": "instant"}, {"name": "toAt", "type": "instant"}]},
		{"code": "patrol", "name": {"en": "patrol"}, "of": "point", "fields": [{"name": "length", "type": "number"}]},
		{"code": "round", "name": {"en": "round"}, "of": "point", "fields": [{"name": "length", "type": "number"}]},
		{"code": "repair", "name": {"en": "repair"}, "of": "point", "fields": [{"name": "class", "type": "text", "values": ["urgent", "plain"]}, {"name": "agreedAt", "type": "instant"}],
			"events": [{"code": "reported"}, {"code": "arrived"}, {"code": "left"}, {"code": "closed"}]},
		{"code": "sheet", "name": {"en": "sheet"}, "of": "point", "items": [{"code": "shut"}, {"code": "lit"}]},
		{"code": "permit", "name": {"en": "permit"}, "of": "point", "fields": [{"name": "grade", "type": "text", "order": "grades"}]},
		{"code": "shift", "name": {"en": "shift"}, "of": "point", "fields": [{"name": "post", "type": "text"}]},
		{"code": "finding", "name": {"en": "finding"}, "of": "point", "fields": [{"name": "item", "type": "text"}]}]}`

// TestEveryMeasure: the standard of the fuzz targets compiles, and has a verdict on every part.
func TestEveryMeasure(t *testing.T) {
	s, e := decode[standard.Standard](t, everyMeasure), decode[standard.Evidence](t, everyFact)
	report := mustEvaluate(t, s, decode[standard.Vocabulary](t, everyWord), e)
	require.Len(t, report.Clauses, len(s.Clauses)+1)
	for i, c := range s.Clauses {
		require.Len(t, report.Clauses[i].Parts, len(c.Measures), c.ID)
	}
	holdsTogether(t, mustCompile(t, s, decode[standard.Vocabulary](t, everyWord)), &e)
}

// FuzzEvaluate: no standard, evidence or vocabulary, however broken, panics or is half read; and what is judged holds together.
func FuzzEvaluate(f *testing.F) {
	f.Add(everyMeasure, everyFact, everyWord)
	f.Add(`{}`, `{}`, `{}`)
	f.Add(`{"id":"a","version":"1","calendar":"moon","clauses":[]}`, everyFact, `{"code":"v","kinds":[]}`)
	known := calendars(f)
	f.Fuzz(func(t *testing.T, s, e, v string) { judgeTexts(t, known, s, e, v) })
}

// FuzzBrokenDocuments: the same of documents that were right before some of their texts were exchanged, and entries of lists repeated or lost.
func FuzzBrokenDocuments(f *testing.F) {
	for seed := range uint64(100) {
		f.Add(seed)
	}
	known := calendars(f)
	f.Fuzz(func(t *testing.T, seed uint64) {
		b := breaker{rand.New(rand.NewPCG(seed, 8))}
		docs := []string{everyMeasure, everyFact, everyWord}
		for range 1 + b.IntN(3) {
			i := b.IntN(4) % 3 // the standard twice as often
			docs[i] = b.broken(docs[i])
		}
		judgeTexts(t, known, docs[0], docs[1], docs[2])
	})
}

// judgeTexts reads documents and judges by them whatever can be.
func judgeTexts(t *testing.T, known map[string]*worktime.Calendar, s, e, v string) {
	t.Helper()
	facts := readable[standard.Evidence](t, e)
	rules, err := standard.Compile(readable[standard.Standard](t, s), readable[standard.Vocabulary](t, v), known)
	if err != nil {
		if rules != nil {
			t.Fatalf("rules with an error: %v", err)
		}
		return
	}
	rules.Needs()
	rules.Unset()
	holdsTogether(t, rules, &facts)
}

// readable returns what can be read of a document.
func readable[T any](t *testing.T, text string) T {
	t.Helper()
	doc, err := invalid.Decode[T]([]byte(text), "document")
	if err != nil {
		t.Log(err)
	}
	return doc
}

// holdsTogether judges evidence, and requires that the counts, the rows and the derivations agree with the verdicts.
func holdsTogether(t *testing.T, rules *standard.Rules, e *standard.Evidence) {
	t.Helper()
	report, err := rules.Evaluate(e)
	if err != nil {
		require.Zero(t, report)
		return
	}
	for _, v := range report.Clauses {
		for _, p := range v.Parts {
			n := p.Counts
			require.Equal(t, n.Total, n.Met+n.Breached+n.Pending+n.Waived+n.NotApplicable+n.Unknown)
			address := strings.TrimSuffix(v.Clause+"/"+p.Part, "/")
			rows, err := rules.Rows(e, address)
			require.NoError(t, err)
			total := 0
			for range rows {
				total++
			}
			require.Equal(t, n.Total, total, address)
			step, err := rules.Why(e, address)
			require.NoError(t, err, address)
			require.NoError(t, step.Check(), address)
			require.Equal(t, p.State.String(), step.Value.Text, address)
		}
		step, err := rules.Why(e, v.Clause)
		require.NoError(t, err, v.Clause)
		require.NoError(t, step.Check(), v.Clause)
		require.Equal(t, v.State.String(), step.Value.Text, v.Clause)
	}
	for _, r := range e.Records {
		for i := range report.Clauses {
			if v, err := rules.Check(report.Clauses[i].Clause, r, nil, e.Estate); err != nil {
				require.Zero(t, v)
			}
		}
	}
}

// breaker breaks documents.
type breaker struct{ *rand.Rand }

// broken returns a document with one text exchanged, or one entry of a list, or one field of an object, lost or repeated.
func (b breaker) broken(text string) string {
	var doc any
	if json.Unmarshal([]byte(text), &doc) != nil {
		return text
	}
	out, err := json.Marshal(b.walk(doc))
	if err != nil {
		return text
	}
	return string(out)
}

func (b breaker) walk(v any) any {
	switch v := v.(type) {
	case map[string]any:
		keys := slices.Sorted(maps.Keys(v))
		if len(keys) == 0 {
			return v
		}
		key := keys[b.IntN(len(keys))]
		if b.IntN(12) == 0 {
			delete(v, key)
			return v
		}
		v[key] = b.walk(v[key])
		return v
	case []any:
		if len(v) == 0 {
			return v
		}
		i := b.IntN(len(v))
		switch b.IntN(10) {
		case 0:
			return append(v[:i:i], v[i+1:]...)
		case 1:
			return append(v, v[i])
		}
		v[i] = b.walk(v[i])
		return v
	case string:
		return b.text()
	}
	return v
}

// text is one of the texts that mean something somewhere.
func (b breaker) text() string {
	texts := []string{
		"", "0", "1", "-1", "1e9", "100%", "0%", "0.000001", "9223372036854", "$limit", "$open", "$none", "@length", "@subject.floor", "@subject.openedOn+P1M", "@subject.fromAt-PT1H", "@estate.tank",
		"PT0S", "PT1S", "P1M", "P9999Y", "3wd", "2025-01-01", "2025-02-29", "9999-12-31", "0001-01-02", "2025-01-15T09:00:00+08:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:01Z",
		"00:00/24:00", "22:00/06:00", "06:00/06:00", "07:10", "11-15/03-15", "patrol", "round", "repair", "sheet", "permit", "shift", "finding", "point", "*", "P1", "P2", "reported", "arrived", "closed",
		"shut", "lit", "lamps", "P-1.met", "T-1.judged", "D-1/quota", "D-1", "T-1", "grades", "3", "true", "false", "=", "<", ">=", "in", "has", "set", "inside", "outside", "day", "hour", "year", "week",
		"working", "rest", "latest", "every", "asOf", "period", "number", "text", "date", "instant", "list", "span", "office", "site", "wall", "UTC", "mon", "sun", "month", "opposed", "物业", "a/b", "a.b",
	}
	return texts[b.IntN(len(texts))]
}
