package wuye_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/finding"
	"github.com/wuyekit/wuye/property/rating"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestDocumentsOfRating keeps the rubrics and schemes that the library ships, and what they come to.
func TestDocumentsOfRating(t *testing.T) {
	write(t, "scheme-star", rating.StarScheme())
	write(t, "rubric-demonstration", rating.DemonstrationRubric())
	write(t, "rubric-hunan", rating.HunanRubric())
	write(t, "rubric-credit", rating.ShandongCreditRubric())
	for _, r := range rating.GradeRubrics() {
		write(t, "rubric-"+r.Code, r)
	}

	rules, err := rating.Compile(read[rating.Rubric](t, "rubric-lobby"))
	require.NoError(t, err)
	sheet := read[rating.Sheet](t, "sheet")
	amendment, change := read[rating.Amendment](t, "amendment"), read[rating.Change](t, "change")
	_, appeal, err := rules.Appeal(&sheet, amendment, change)
	require.NoError(t, err)
	write(t, "appeal", appeal)
	write(t, "result", appeal.Before)
	write(t, "derivation-score", appeal.Before.Why())
	stored := read[rating.Result](t, "result")
	require.NoError(t, stored.Why().Check())
	require.Equal(t, appeal.Before.Score, stored.Score)

	joined, err := read[rating.Panel](t, "panel").Join([]rating.Vote{
		{Source: "self", Score: rating.MustParseScore("95")},
		{Source: "superior", Score: rating.MustParseScore("80")},
		{Source: "peer", Score: rating.MustParseScore("70")},
		{Source: "peer", Score: rating.MustParseScore("90")},
		{Source: "peer", Score: rating.MustParseScore("100")},
	})
	require.NoError(t, err)
	require.Equal(t, "86", joined.Score.String(), "0.2 × 95 + 0.5 × 80 + 0.3 × 90")
	write(t, "joined", joined)

	contest, err := rating.CompileScheme(read[rating.Scheme](t, "scheme-star"), nil)
	require.NoError(t, err)
	standings, err := contest.Assess(read[rating.Year](t, "year"))
	require.NoError(t, err)
	write(t, "standing", standings[0])
	write(t, "creditEntry", contest.Credit(standings[0], civil.MustParse("2026-01-20")))
	posting := read[rating.Posting](t, "posting")
	status, err := contest.PostingAt(&posting, civil.MustParse("2026-01-14"))
	require.NoError(t, err)
	write(t, "postingStatus", status)

	places, err := rating.Rank([]rating.Entry{
		{ID: "A", Score: rating.MustParseScore("92")}, {ID: "B", Score: rating.MustParseScore("88")}, {ID: "C", Score: rating.MustParseScore("88")}, {ID: "D"},
	}, read[rating.Ranking](t, "ranking"))
	require.NoError(t, err)
	write(t, "place", places[1])
}

// TestDocumentsOfFindings keeps a finding from its issue to its end, and a problem that goes to the next cycle.
func TestDocumentsOfFindings(t *testing.T) {
	office := calendarOf(t, read[worktime.Timetable](t, "calendar"), civil.Date(0))
	rules, err := finding.Compile(read[finding.Policy](t, "findingPolicy"), map[string]*worktime.Calendar{"office": office})
	require.NoError(t, err)
	leak := read[finding.Case](t, "finding")
	status, err := rules.Status(&leak, civil.MustParse("2026-03-12"))
	require.NoError(t, err)
	require.Equal(t, finding.Late, status.Timing, "three working days from Monday 2 March are over on the 5th")
	require.Equal(t, "6", status.Points.String(), "2 and 1.5 × 2 for the two times it was issued, 1 for the first deadline")
	write(t, "findingStatus", status)
	stored := read[finding.Status](t, "findingStatus")
	require.NoError(t, stored.Why().Check())

	carried, err := finding.Carry([]finding.Item{read[finding.Item](t, "improvement")}, "2026-Q1", "2026-Q2")
	require.NoError(t, err)
	require.Len(t, carried, 1)
	write(t, "improvement-carried", carried[0])
	write(t, "flow-finding", finding.Lifecycle())
	write(t, "flow-improvement", finding.Improvement())
}
