package standard_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/standard"
)

// register makes a register of one item "x", of its due and what else it has: `"every": {"in": "month"}`, `, "shown": "P7D"`.
func register(tb testing.TB, due, rest string) *standard.PublicationRegister {
	tb.Helper()
	doc := decode[standard.Publications](tb, `{"code": "test", "calendar": "office", "items": [
		{"code": "x", "name": {"zh": "事项", "en": "x"}, "to": ["owners"], "due": {`+due+`}`+rest+`}]}`)
	r, err := standard.CompilePublications(doc, calendars(tb))
	require.NoError(tb, err)
	return r
}

// published writes a publication of the item, "2025-02-10 09:00" or "2025-02-10/2025-02-20", for a period "2025-01-01/2025-02-01" or an event.
func published(tb testing.TB, id, when, of, place string) string {
	tb.Helper()
	text := `{"id": "` + id + `", "item": "x"` + sheetWhen(tb, when)
	switch from, to, isPeriod := strings.Cut(of, "/"); {
	case isPeriod:
		text += `, "period": {"start": "` + from + `", "end": "` + to + `"}`
	case of != "":
		text += `, "event": "` + of + `"`
	}
	if place != "" {
		text += `, "place": "` + place + `"`
	}
	return text + `}`
}

// publicationCase is a log, and when one asks.
type publicationCase struct {
	period, asOf string // 2025, and its end
	published    []string
	events       []string
	incomplete   bool
}

func (c publicationCase) report(tb testing.TB, r *standard.PublicationRegister) standard.PublicationReport {
	tb.Helper()
	if c.period == "" {
		c.period = "2025-01-01/2026-01-01"
	}
	if c.asOf == "" {
		c.asOf = "2026-01-01"
	}
	all := complete("*", "2024-01-01", "2027-01-01")
	if c.incomplete {
		all = ""
	}
	log := decode[standard.PublicationLog](tb, `{"published": [`+strings.Join(c.published, ", ")+`], "events": [`+strings.Join(c.events, ", ")+`], "complete": [`+all+`]}`)
	from, to, _ := strings.Cut(c.period, "/")
	report, err := r.Evaluate(log, civil.Period{Start: civil.MustParse(from), End: civil.MustParse(to)}, clockAt(tb, c.asOf))
	require.NoError(tb, err)
	for _, row := range report.Rows {
		why := row.Why()
		require.NoError(tb, why.Check())
		want := map[standard.PublicationState]string{
			standard.PublicationUnknown: "unknown", standard.PublicationMet: "true", standard.PublicationLate: "false", standard.PublicationPending: "true", standard.PublicationOverdue: "false",
		}
		require.Equal(tb, want[row.State], why.Value.Text)
	}
	return report
}

// publicationLines writes the rows, each in one line: "2025-01-01 due 2025-02-15 on 2025-02-10 a met".
func publicationLines(tb testing.TB, r standard.PublicationReport) []string {
	tb.Helper()
	var out []string
	for _, row := range r.Rows {
		var words []string
		add := func(word, value string) {
			if value != "" {
				words = append(words, strings.TrimSpace(word+" "+value))
			}
		}
		add("", row.Period.Start.String())
		add("", row.Event)
		add("due", row.Due.String())
		if !row.DueAt.IsZero() {
			add("due", row.DueAt.Format(time.RFC3339))
		}
		add("on", row.On.String())
		add("", strings.Join(row.Served, "+"))
		for _, m := range row.Missing {
			add("not", m.String())
		}
		add("", row.State.String())
		if row.Reason.Code != 0 {
			add(row.Reason.Code.String(), strings.Join(row.Reason.Args, " "))
		}
		if row.Display != 0 {
			add("", row.Display.String())
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}
