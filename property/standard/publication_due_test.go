package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/standard"
)

// TestPublicationEvery: statements of a month, 15 days after its end.
func TestPublicationEvery(t *testing.T) {
	const monthly, january = `"every": {"in": "month", "after": "P15D"}`, "2025-01-01/2025-02-01"
	of := func(when, period string) []string { return []string{published(t, "a", when, period, "")} }
	february := "2025-02-01/2025-03-01" // what is due in February is the statement of January
	tests := []struct {
		name string
		c    publicationCase
		want []string
	}{
		{"on the last day", publicationCase{published: of("2025-02-15 23:59:59", january)}, []string{"2025-01-01 due 2025-02-15 on 2025-02-15 a met"}},
		{"one second later", publicationCase{published: of("2025-02-16 00:00:00", january)}, []string{"2025-01-01 due 2025-02-15 on 2025-02-16 a late"}},
		{"on the last day of the month itself", publicationCase{published: of("2025-01-31 17:00", january)}, []string{"2025-01-01 due 2025-02-15 on 2025-01-31 a met"}},
		{"not at all", publicationCase{}, []string{"2025-01-01 due 2025-02-15 overdue"}},
		{"not at all, of a log with gaps", publicationCase{incomplete: true}, []string{"2025-01-01 due 2025-02-15 unknown notComplete x"}},
		{"not yet, on the last day", publicationCase{asOf: "2025-02-15 23:59:59"}, []string{"2025-01-01 due 2025-02-15 pending"}},
		{"not at all, a second later", publicationCase{asOf: "2025-02-16 00:00:00"}, []string{"2025-01-01 due 2025-02-15 overdue"}},
		{"not yet when one asks", publicationCase{asOf: "2025-02-16 00:00:00", published: of("2025-02-16 00:00:01", january)}, []string{"2025-01-01 due 2025-02-15 overdue"}},
		{"of another month", publicationCase{published: of("2025-02-10", "2024-12-01/2025-01-01")}, []string{"2025-01-01 due 2025-02-15 overdue"}},
		{"of which month?", publicationCase{published: of("2025-02-10", "")}, []string{"2025-01-01 due 2025-02-15 unknown fieldMissing period"}},
		{"of December, it seems", publicationCase{published: of("2024-12-31", "")}, []string{"2025-01-01 due 2025-02-15 overdue"}},
		{"the first counts", publicationCase{published: []string{published(t, "b", "2025-02-10", january, ""), published(t, "a", "2025-02-20", january, "")}}, []string{"2025-01-01 due 2025-02-15 on 2025-02-10 b met"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.c.period = february
			require.Equal(t, tt.want, publicationLines(t, tt.c.report(t, register(t, monthly, ""))))
		})
	}
	extra := publicationCase{period: february, published: []string{published(t, "b", "2025-02-10", january, ""), published(t, "a", "2025-02-20", january, "")}}
	require.Equal(t, []string{"a"}, extra.report(t, register(t, monthly, "")).Extra)
}

// TestPublicationPeriods: which statements are due in a period, by the calendar.
func TestPublicationPeriods(t *testing.T) {
	tests := []struct {
		name, due, rest, period string
		want                    []string
	}{
		{"quarters", `"every": {"in": "quarter", "after": "P1M"}`, "", "2025-01-01/2026-01-01", []string{
			"2024-10-01 due 2025-01-31 overdue", "2025-01-01 due 2025-04-30 overdue", "2025-04-01 due 2025-07-30 overdue", "2025-07-01 due 2025-10-30 overdue",
		}},
		{"during half years", `"every": {"in": "halfYear", "during": true}`, "", "2025-01-01/2026-01-01", []string{"2025-01-01 due 2025-06-30 overdue", "2025-07-01 due 2025-12-31 overdue"}},
		{"years, three months on", `"every": {"in": "year", "after": "P3M"}`, "", "2025-01-01/2026-01-01", []string{"2024-01-01 due 2025-03-31 overdue"}},
		{"weeks begin on Monday", `"every": {"in": "week", "during": true}`, "", "2025-01-06/2025-01-20", []string{"2025-01-06 due 2025-01-12 overdue", "2025-01-13 due 2025-01-19 overdue"}},
		{"longer after than the period is", `"every": {"in": "month", "after": "P70D"}`, "", "2025-06-01/2025-07-01", []string{"2025-03-01 due 2025-06-09 overdue"}},
		{"working days, over the Spring Festival", `"every": {"in": "month", "after": "5wd"}`, "", "2025-02-01/2025-03-01", []string{"2025-01-01 due 2025-02-10 overdue"}},
		{"working days of a year that is not known", `"every": {"in": "month", "after": "5wd"}`, "", "2034-03-01/2034-04-01", []string{"2034-02-01 unknown yearUnknown 2034"}},
		{"a Saturday stays", `"every": {"in": "month", "after": "P15D"}`, "", "2025-03-01/2025-04-01", []string{"2025-02-01 due 2025-03-15 overdue"}},
		{"or goes to the next working day", `"every": {"in": "month", "after": "P15D"}`, `, "rest": "days"`, "2025-03-01/2025-04-01", []string{"2025-02-01 due 2025-03-17 overdue"}},
		{"by a day of the year", `"by": "01-10"`, "", "2025-01-01/2027-01-01", []string{"2025-01-01 due 2025-01-10 overdue", "2026-01-01 due 2026-01-10 overdue"}},
		{"once", `"once": {"by": "2025-03-01"}`, "", "2025-01-01/2026-01-01", []string{"due 2025-03-01 overdue"}},
		{"once, due before", `"once": {"by": "2020-03-01"}`, "", "2025-01-01/2026-01-01", []string{"due 2020-03-01 overdue"}},
		{"once, due after", `"once": {"by": "2026-03-01"}`, "", "2025-01-01/2026-01-01", nil},
		{"there already", `"once": {}`, "", "2025-01-01/2026-01-01", []string{"overdue"}},
		{"regularly, the source says", `"every": {}`, "", "2025-01-01/2026-01-01", []string{"unknown paramUnset x.every.in"}},
		{"each quarter, some time after", `"every": {"in": "quarter"}`, "", "2025-01-01/2025-07-01", []string{"2025-01-01 unknown paramUnset x.every.after", "2025-04-01 unknown paramUnset x.every.after"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := publicationCase{period: tt.period, asOf: "2035-01-01"}
			log := standard.PublicationLog{Complete: []standard.Complete{{Kind: "*", From: standard.MustParsePoint("2000-01-01"), To: standard.MustParsePoint("2036-01-01")}}}
			from, to := civil.MustParse(tt.period[:10]), civil.MustParse(tt.period[11:])
			report, err := register(t, tt.due, tt.rest).Evaluate(log, civil.Period{Start: from, End: to}, clockAt(t, c.asOf))
			require.NoError(t, err)
			require.Equal(t, tt.want, publicationLines(t, report))
		})
	}
}

// TestPublicationDuring: what has to be published in a period, or by a day of the year, needs no name of it.
func TestPublicationDuring(t *testing.T) {
	of := func(when, period string) publicationCase {
		return publicationCase{published: []string{published(t, "a", when, period, "")}}
	}
	during := register(t, `"every": {"in": "year", "during": true}`, "")
	require.Equal(t, []string{"2025-01-01 due 2025-12-31 on 2025-12-31 a met"}, publicationLines(t, of("2025-12-31 23:59:59", "").report(t, during)))
	late := of("2026-01-01 00:00:00", "2025-01-01/2026-01-01")
	late.asOf = "2026-02-01"
	require.Equal(t, []string{"2025-01-01 due 2025-12-31 on 2026-01-01 a late"}, publicationLines(t, late.report(t, during)))
	by := register(t, `"by": "01-10"`, "")
	require.Equal(t, []string{"2025-01-01 due 2025-01-10 on 2025-01-10 a met"}, publicationLines(t, of("2025-01-10 23:59:59", "").report(t, by)))
	require.Equal(t, []string{"2025-01-01 due 2025-01-10 on 2025-01-11 a late"}, publicationLines(t, of("2025-01-11", "").report(t, by)))
	require.Equal(t, []string{"2025-01-01 due 2025-01-10 on 2024-12-20 a met"}, publicationLines(t, of("2024-12-20", "2025-01-01/2026-01-01").report(t, by)))
	require.Equal(t, []string{"2025-01-01 due 2025-01-10 overdue"}, publicationLines(t, of("2024-12-20", "").report(t, by)))
}

// TestPublicationWithin: so long after each payment.
func TestPublicationWithin(t *testing.T) {
	event := func(id, when string) string { return `{"id": "` + id + `", "event": "paid"` + sheetWhen(t, when) + `}` }
	days, hours := register(t, `"within": {"after": "paid", "span": "P15D"}`, ""), register(t, `"within": {"after": "paid", "span": "PT24H"}`, "")
	open := register(t, `"within": {"after": "paid"}`, "")
	one := []string{event("p1", "2025-03-01 10:00")}
	tests := []struct {
		name string
		r    *standard.PublicationRegister
		c    publicationCase
		want []string
	}{
		{"the day of the event is not counted", days, publicationCase{events: one, published: []string{published(t, "a", "2025-03-16 23:59:59", "p1", "")}}, []string{"p1 due 2025-03-16 on 2025-03-16 a met"}},
		{"the sixteenth day", days, publicationCase{events: one, published: []string{published(t, "a", "2025-03-17 00:00:00", "p1", "")}}, []string{"p1 due 2025-03-16 on 2025-03-17 a late"}},
		{"of which event?", days, publicationCase{events: one, published: []string{published(t, "a", "2025-03-10", "", "")}}, []string{"p1 due 2025-03-16 unknown fieldMissing event"}},
		{"published before it happened", days, publicationCase{events: one, published: []string{published(t, "a", "2025-02-28", "", "")}}, []string{"p1 due 2025-03-16 overdue"}},
		{"24 hours", hours, publicationCase{events: one, published: []string{published(t, "a", "2025-03-02 10:00:00", "p1", "")}}, []string{"p1 due 2025-03-02T10:00:00+08:00 on 2025-03-02 a met"}},
		{"and a second", hours, publicationCase{events: one, published: []string{published(t, "a", "2025-03-02 10:00:01", "p1", "")}}, []string{"p1 due 2025-03-02T10:00:00+08:00 on 2025-03-02 a late"}},
		{"not yet", hours, publicationCase{events: one, asOf: "2025-03-02 10:00:00"}, []string{"p1 due 2025-03-02T10:00:00+08:00 pending"}},
		{"not any more", hours, publicationCase{events: one, asOf: "2025-03-02 10:00:01"}, []string{"p1 due 2025-03-02T10:00:00+08:00 overdue"}},
		{"two events", days, publicationCase{events: []string{event("p1", "2025-03-01"), event("p2", "2025-04-01")}, published: []string{published(t, "a", "2025-04-02", "p2", "")}}, []string{"p1 due 2025-03-16 overdue", "p2 due 2025-04-16 on 2025-04-02 a met"}},
		{"how long?", open, publicationCase{events: one}, []string{"p1 unknown paramUnset x.within.span"}},
		{"no event", days, publicationCase{}, nil},
		{"none that one knows of", days, publicationCase{incomplete: true}, []string{"unknown notComplete paid"}},
		{"an event that has not happened", days, publicationCase{events: one, asOf: "2025-03-01 09:00"}, nil},
		{"due after the period", days, publicationCase{period: "2025-01-01/2025-03-16", events: one}, nil},
		{"of an event before it", days, publicationCase{period: "2025-03-16/2025-04-01", events: one}, []string{"p1 due 2025-03-16 overdue"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, publicationLines(t, tt.c.report(t, tt.r)))
		})
	}
}

// TestPublicationBinds: a contract from August to December asks for nothing of July.
func TestPublicationBinds(t *testing.T) {
	doc := register(t, `"every": {"in": "month", "after": "P15D"}`, "").Publications()
	doc.From, doc.To = civil.MustParse("2025-08-15"), civil.MustParse("2025-10-31")
	r, err := standard.CompilePublications(doc, calendars(t))
	require.NoError(t, err)
	require.Equal(t, []string{"2025-08-01 due 2025-09-15 overdue", "2025-09-01 due 2025-10-15 overdue", "2025-10-01 due 2025-11-15 overdue"}, publicationLines(t, publicationCase{}.report(t, r)))
}
