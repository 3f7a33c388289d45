package standard_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/standard"
)

// TestPublicationPlaces: at every place that is asked for.
func TestPublicationPlaces(t *testing.T) {
	r := register(t, `"by": "01-10"`, `, "where": ["noticeBoard", "app"]`)
	tests := []struct {
		name      string
		published []string
		want      string
	}{
		{"both", []string{published(t, "a", "2025-01-09", "", "noticeBoard"), published(t, "b", "2025-01-10", "", "app")}, "2025-01-01 due 2025-01-10 on 2025-01-10 a+b met"},
		{"the other late", []string{published(t, "a", "2025-01-11", "", "noticeBoard"), published(t, "b", "2025-01-09", "", "app")}, "2025-01-01 due 2025-01-10 on 2025-01-11 a+b late"},
		{"the other not", []string{published(t, "b", "2025-01-09", "", "app")}, "2025-01-01 due 2025-01-10 b not noticeBoard overdue"},
		{"somewhere else", []string{published(t, "a", "2025-01-09", "", "lobby"), published(t, "b", "2025-01-09", "", "app")}, "2025-01-01 due 2025-01-10 b not noticeBoard overdue"},
		{"somewhere", []string{published(t, "a", "2025-01-09", "", ""), published(t, "b", "2025-01-09", "", "app")}, "2025-01-01 due 2025-01-10 b not noticeBoard unknown fieldMissing place"},
		{"nowhere", nil, "2025-01-01 due 2025-01-10 not noticeBoard not app overdue"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, []string{tt.want}, publicationLines(t, publicationCase{published: tt.published}.report(t, r)))
		})
	}
}

// TestPublicationDisplay: how long it stays up.
func TestPublicationDisplay(t *testing.T) {
	const due = `"by": "01-10"`
	week, days, standing := register(t, due, `, "shown": "P7D"`), register(t, due, `, "shown": "5wd"`), register(t, `"once": {}`, `, "standing": true`)
	at := func(r *standard.PublicationRegister, asOf, when string) standard.Display {
		report := publicationCase{asOf: asOf, published: []string{published(t, "a", when, "", "")}}.report(t, r)
		require.Len(t, report.Rows, 1)
		return report.Rows[0].Display
	}
	tests := []struct {
		name       string
		r          *standard.PublicationRegister
		asOf, when string
		want       standard.Display
	}{
		{"seven days to the hour", week, "2025-02-01", "2025-01-05 10:00/2025-01-12 10:00", standard.DisplayEnough},
		{"a second less", week, "2025-02-01", "2025-01-05 10:00/2025-01-12 09:59:59", standard.DisplayShort},
		{"still up, long enough", week, "2025-01-12 10:00:00", "2025-01-05 10:00", standard.DisplayEnough},
		{"still up, not long enough", week, "2025-01-12 09:59:59", "2025-01-05 10:00", standard.DisplayRunning},
		{"five working days, with a weekend", days, "2025-02-01", "2025-01-06 10:00/2025-01-13 10:00", standard.DisplayEnough},
		{"five days", days, "2025-02-01", "2025-01-06 10:00/2025-01-11 10:00", standard.DisplayShort},
		{"still there", standing, "2025-02-01", "2020-01-05", standard.DisplayEnough},
		{"to be taken down", standing, "2025-02-01", "2020-01-05/2025-02-02", standard.DisplayEnough},
		{"taken down", standing, "2025-02-01", "2020-01-05/2025-02-01", standard.DisplayShort},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, at(tt.r, tt.asOf, tt.when), tt.name)
	}
	far := publicationCase{period: "2034-01-01/2035-01-01", asOf: "2035-01-01", published: []string{published(t, "a", "2034-01-05", "", "")}}.report(t, days)
	require.Equal(t, standard.DisplayUnknown, far.Rows[0].Display, "holidays of 2034 are not known")
	none := publicationCase{}.report(t, week)
	require.Zero(t, none.Rows[0].Display)
}

func TestPublicationProblems(t *testing.T) {
	item := func(rest string) string {
		return `{"code": "p", "calendar": "office", "items": [{"code": "x", "name": {"en": "x"}, "to": ["owners"], ` + rest + `}]}`
	}
	tests := []struct {
		doc  string
		want []string
	}{
		{`{"code": "", "calendar": "mars", "from": "2025-02-01", "to": "2025-01-01", "items": []}`, []string{"code invalid/required", "to standard/reversed", "items standard/few", "calendar standard/calendar"}},
		{item(`"due": {}`), []string{"items[0].due invalid/choice"}},
		{item(`"due": {"by": "01-10", "once": {}}`), []string{"items[0].due invalid/choice"}},
		{item(`"due": {"every": {"in": "day"}}`), []string{"items[0].due.every.in standard/publication-in"}},
		{item(`"due": {"every": {"in": "month", "after": "P5D", "during": true}}`), []string{"items[0].due.every.after standard/during"}},
		{item(`"due": {"every": {"in": "month", "after": "PT5H"}}`), []string{"items[0].due.every.after standard/after"}},
		{item(`"due": {"every": {"in": "month", "after": "P11Y"}}`), []string{"items[0].due.every.after standard/far"}},
		{item(`"due": {"every": {"in": "month", "after": "523wd"}}`), []string{"items[0].due.every.after standard/far"}},
		{item(`"due": {"within": {"after": "", "span": "P2000000000D"}}`), []string{"items[0].due.within.after invalid/required", "items[0].due.within.span standard/far"}},
		{item(`"due": {"once": {}}, "standing": true, "shown": "P7D"`), []string{"items[0].shown standard/standing"}},
		{item(`"due": {"once": {}}, "where": ["app", "app"]`), []string{"items[0].where[1] standard/twice"}},
		{
			`{"code": "p", "calendar": "office", "items": [{"code": "*", "name": {}, "to": [], "due": {"once": {}}}, {"code": "*", "name": {"zh": "一"}, "to": ["owners"], "due": {"once": {}}}]}`,
			[]string{"items[1].code standard/twice", "items[0].code standard/id", "items[0].name invalid/required", "items[0].to standard/few", "items[1].code standard/id"},
		},
	}
	for _, tt := range tests {
		var doc standard.Publications
		require.NoError(t, json.Unmarshal([]byte(tt.doc), &doc), tt.doc)
		r, err := standard.CompilePublications(doc, calendars(t))
		require.Nil(t, r)
		require.Equal(t, tt.want, problems(t, err), tt.doc)
	}
	doc := register(t, `"once": {}`, "").Publications()
	doc.Items[0].To, doc.Items[0].Where = []standard.Audience{9}, []standard.Medium{0}
	_, err := standard.CompilePublications(doc, calendars(t))
	require.Equal(t, []string{"items[0].to[0] invalid/word", "items[0].where[0] invalid/required"}, problems(t, err))
}

func TestPublicationLogProblems(t *testing.T) {
	r := register(t, `"within": {"after": "paid", "span": "P15D"}`, "")
	log := decode[standard.PublicationLog](t, `{"published": [
		{"id": "a", "item": "y", "at": "2025-01-01T00:00:00+08:00"}, {"id": "a", "item": "x", "event": "e9", "at": "2025-01-02T00:00:00+08:00", "until": "2025-01-01T00:00:00+08:00"},
		{"id": "", "item": "x", "event": "e2", "at": "2025-01-01T00:00:00+08:00"}], 
		"events": [{"id": "e1", "event": "", "at": "2025-01-01T00:00:00+08:00"}, {"id": "e2", "event": "other", "at": "2025-01-01T00:00:00+08:00"}],
		"complete": [{"kind": "z", "from": "2025-01-01", "to": "2025-01-01"}]}`)
	log.Published[0].At = clockAt(t, "2025-01-01").AddDate(-5000, 0, 0)
	_, err := r.Evaluate(log, civil.Period{Start: civil.MustParse("2025-01-01")}, clockAt(t, "2025-01-01"))
	require.Equal(t, []string{
		"period.end invalid/required", "published[1].id standard/twice", "published[2].id invalid/required", "events[0].event invalid/required",
		"published[0].item standard/publication-item", "published[1].until standard/reversed", "published[1].event standard/publication-event", "published[2].event standard/publication-event",
		"complete[0].kind standard/publication-item", "complete[0].to standard/reversed",
	}, problems(t, err))
	year := civil.Period{Start: civil.MustParse("2025-01-01"), End: civil.MustParse("2026-01-01")}
	_, err = r.Evaluate(standard.PublicationLog{Published: []standard.Publication{{ID: "a", Item: "x"}}, Events: []standard.PublicationEvent{{ID: "e", Event: "paid"}}}, year, clockAt(t, "2025-01-01").AddDate(-2024, 0, 0).UTC())
	require.Contains(t, problems(t, err), "published[0].at invalid/required")
	require.Contains(t, problems(t, err), "events[0].at invalid/required")
	year.End = civil.MustParse("2125-01-02")
	_, err = r.Evaluate(standard.PublicationLog{}, year, clockAt(t, "2025-01-01"))
	require.Equal(t, []string{"period.end standard/far"}, problems(t, err))
}
