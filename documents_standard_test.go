package wuye_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestDocumentsOfStandards keeps the clauses and the vocabulary that the library ships, and what they come to.
func TestDocumentsOfStandards(t *testing.T) {
	write(t, "standard-sample", standard.Sample())
	write(t, "assessment", standard.Assessment())
	write(t, "vocabulary", standard.SharedVocabulary())

	calendars := calendarsOf(t, []worktime.Timetable{read[worktime.Timetable](t, "calendar")})
	rules, err := standard.Compile(read[standard.Standard](t, "standard-sample"), read[standard.Vocabulary](t, "vocabulary"), calendars, chinaMetrics(t))
	require.NoError(t, err)
	evidence := read[standard.Evidence](t, "standardEvidence")
	report, err := rules.Evaluate(&evidence)
	require.NoError(t, err)
	write(t, "standardReport", report)
	why, err := rules.Why(&evidence, "CLEAN-13/empty")
	require.NoError(t, err)
	require.NoError(t, why.Check())
	write(t, "derivation-clause", why)
	write(t, "need", rules.Needs()[0])
	rows, err := rules.Rows(&evidence, "CLEAN-13/inspect")
	require.NoError(t, err)
	for r := range rows {
		write(t, "standardRow", r)
		break
	}
}

// TestDocumentsOfPublications keeps what must be made public by law, and what a year of it comes to.
func TestDocumentsOfPublications(t *testing.T) {
	write(t, "publications", standard.ChinaPublications("office"))
	office := calendarOf(t, read[worktime.Timetable](t, "calendar"), civil.Date(0))
	register, err := standard.CompilePublications(read[standard.Publications](t, "publications"), map[string]*worktime.Calendar{"office": office})
	require.NoError(t, err)
	period := civil.Period{Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2026-04-01")}
	report, err := register.Evaluate(read[standard.PublicationLog](t, "publicationLog"), period, civil.MustParse("2026-04-01").In(office.Location()))
	require.NoError(t, err)
	for _, row := range report.Rows {
		require.NoError(t, row.Why().Check(), row.Item)
	}
	write(t, "publicationReport", report)
}
