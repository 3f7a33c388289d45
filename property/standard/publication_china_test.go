package standard_test

import (
	"encoding/json"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
)

func TestChinaPublications(t *testing.T) {
	r, err := standard.CompilePublications(standard.ChinaPublications("office"), calendars(t))
	require.NoError(t, err)
	rules := map[string]string{}
	for _, item := range r.Publications().Items {
		require.NotEmpty(t, item.Source.Doc, item.Code)
		require.NotEmpty(t, item.Source.Place, item.Code)
		require.NotEmpty(t, item.Name.EN, item.Code)
		require.Condition(t, func() bool { return unicode.Is(unicode.Han, []rune(item.Name.ZH)[0]) }, item.Code)
		require.True(t, item.Due.Every == nil || !item.Standing, item.Code)
		if item.Clause != "" {
			rules[item.Clause] = item.Code
		}
	}
	require.Equal(t, map[string]string{"BILL-32": "prices", "BILL-33": "serviceFees", "KPI-22": "assessment", "KPI-64": "promises", "CS-61": "account"}, rules)
	// What the sources say is regularly, in due time or yearly, without a day, is named and not invented.
	require.Equal(t, []string{
		"performance.every.after", "accounts.every.after", "budget.every.after", "energyShares.every.in", "fund.every.in", "commonIncome.every.in",
		"serviceFees.every.in", "assessment.every.after", "account.every.in",
	}, r.Open())
}

// TestChinaPublicationsFilled: an estate of Shanghai whose contract says the rest, at the end of March 2026.
func TestChinaPublicationsFilled(t *testing.T) {
	doc := standard.ChinaPublications("office")
	for i := range doc.Items {
		switch item := &doc.Items[i]; item.Code {
		case "commonIncome":
			item.Due.Every.In, item.Due.Every.After = schedule.Quarter, civil.MustParseSpan("P20D")
		case "accounts":
			item.Due.Every.After = civil.MustParseSpan("P3M")
		}
	}
	r, err := standard.CompilePublications(doc, calendars(t))
	require.NoError(t, err)
	require.Len(t, r.Open(), 7)
	log := standard.PublicationLog{
		Published: []standard.Publication{
			{ID: "licence", Item: "licence", At: clockAt(t, "2024-05-01"), Place: standard.InLobbies},
			{ID: "prices", Item: "prices", At: clockAt(t, "2024-05-01"), Until: clockAt(t, "2026-02-01")},
			{
				ID: "q4", Item: "commonIncome", At: clockAt(t, "2026-01-21 09:00"),
				Period: civil.Period{Start: civil.MustParse("2025-10-01"), End: civil.MustParse("2026-01-01")},
			},
		},
		Complete: []standard.Complete{{Kind: "*", From: standard.MustParsePoint("2025-01-01"), To: standard.MustParsePoint("2026-04-01")}},
	}
	quarter := civil.Period{Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2026-04-01")}
	report, err := r.Evaluate(log, quarter, clockAt(t, "2026-03-31 18:00"))
	require.NoError(t, err)
	states := map[string]string{}
	for _, row := range report.Rows {
		states[row.Item] = row.State.String()
	}
	require.Equal(t, map[string]string{
		"licence": "met", "services": "overdue", "maintainers": "overdue", "parking": "overdue", "decoration": "overdue",
		"accounts":     "pending", // of 2025, by 31 March
		"energyShares": "unknown", "fund": "unknown", "commonIncome": "late", "prices": "met", "serviceFees": "unknown", "promises": "overdue", "account": "unknown",
	}, states)
	require.Len(t, report.Overdue(), 5)
	require.Equal(t, "services", report.Overdue()[0].Item)
	i := 0
	for report.Rows[i].Item != "prices" {
		i++
	}
	require.Equal(t, standard.DisplayShort, report.Rows[i].Display, "the price list was taken down in February")
}

// TestPublicationRecords: the clauses that ask for publications read the same log.
func TestPublicationRecords(t *testing.T) {
	r, err := standard.CompilePublications(standard.ChinaPublications("office"), calendars(t))
	require.NoError(t, err)
	log := standard.PublicationLog{Published: []standard.Publication{
		{ID: "a", Item: "serviceFees", At: clockAt(t, "2025-01-15"), Period: civil.MustParseMonth("2024-12"), Place: standard.OnBoard, Reference: "photo-7"},
		{ID: "b", Item: "prices", At: clockAt(t, "2024-05-01"), Until: clockAt(t, "2025-06-01")},
		{ID: "c", Item: "nothing", At: clockAt(t, "2025-01-15")},
	}}
	records := r.Records(log)
	require.Len(t, records, 2)
	want := []standard.Field{{Name: "item", Value: "serviceFees"}, {Name: "start", Value: "2024-12-01"}, {Name: "end", Value: "2025-01-01"}, {Name: "reference", Value: "photo-7"}, {Name: "place", Value: "noticeBoard"}}
	require.Empty(t, cmp.Diff(want, records[0].Fields))

	// BILL-33: the statement each month; BILL-32: the price list in force all through.
	s := clausesOf(t, "", `
		{"id": "BILL-33", "profile": "p", "text": {"en": "statement"}, "measures": [{"duty": {"acts": ["publication"], "with": [{"field": "item", "is": "=", "value": "serviceFees"}], "plan": {"quota": {"atLeast": "1", "in": "month"}}}}]},
		{"id": "BILL-32", "profile": "p", "text": {"en": "prices"}, "measures": [{"presence": {"documents": ["publication"], "with": [{"field": "item", "is": "=", "value": "prices"}], "valid": "period"}}]}`)
	v := standard.Vocabulary{Code: "publications", Kinds: []standard.Kind{standard.PublicationKind("publication")}}
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", `"complete": [`+complete("publication", "2025-01-01", "2025-02-01")+`]`)
	e.Records = records
	report := mustEvaluate(t, s, v, e)
	require.Equal(t, "met", verdictOf(t, report, "BILL-33"))
	require.Equal(t, "met", verdictOf(t, report, "BILL-32"))
	e.Records = records[1:]
	require.Contains(t, verdictOf(t, mustEvaluate(t, s, v, e), "BILL-33"), "breached")
}

// TestPublicationsRoundTrip: documents are read as they are written, and a register keeps its own copy.
func TestPublicationsRoundTrip(t *testing.T) {
	doc := standard.ChinaPublications("office")
	doc.Items[0].Shown, doc.Items[0].Standing = civil.MustParseSpan("P7D"), false
	doc.Items[1].Due = standard.PublicationDue{By: civil.MustParseMonthDay("01-10")}
	doc.Items[2].Due = standard.PublicationDue{Within: &standard.PublicationWithin{After: "paid", Span: civil.MustParseSpan("5wd")}}
	data, err := json.Marshal(doc)
	require.NoError(t, err)
	again, err := invalid.Decode[standard.Publications](data, "publications")
	require.NoError(t, err)
	dates := cmpopts.EquateComparable(civil.Date(0), civil.MonthDay{}, civil.Span{})
	require.Empty(t, cmp.Diff(doc, again, dates))
	r, err := standard.CompilePublications(doc, calendars(t))
	require.NoError(t, err)
	doc.Items[2].Due.Within.After, doc.Items[0].To[0] = "changed", standard.ToPublic
	require.Empty(t, cmp.Diff(again, r.Publications(), dates))

	report := publicationCase{published: []string{published(t, "a", "2025-01-09 10:00", "", "app")}}.report(t, register(t, `"by": "01-10"`, `, "where": ["app"], "shown": "P7D"`))
	data, err = json.Marshal(report)
	require.NoError(t, err)
	read, err := invalid.Decode[standard.PublicationReport](data, "report")
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(report, read, dates))
	require.NoError(t, read.Rows[0].Why().Check())
}
