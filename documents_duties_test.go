package wuye_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/stock"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestDocumentsOfDuties keeps a document of each kind that duties, plans and posts have, and reads it back.
func TestDocumentsOfDuties(t *testing.T) {
	office := calendarOf(t, read[worktime.Timetable](t, "calendar"), civil.Date(0))
	calendars := map[string]*worktime.Calendar{"office": office}
	day := func(text string) time.Time { return civil.MustParse(text).In(office.Location()) }

	upkeep, err := schedule.Compile(read[schedule.Duty](t, "duty"), calendars)
	require.NoError(t, err)
	evidence := read[schedule.Evidence](t, "evidence")
	report, err := upkeep.Judge(nil, &evidence, day("2026-01-01"), day("2026-03-01"), day("2026-03-01"))
	require.NoError(t, err)
	write(t, "dutyReport", report)
	require.Equal(t, report.Counts, read[schedule.Report](t, "dutyReport").Counts)
	rounds, err := schedule.Compile(read[schedule.Duty](t, "duty-patrol"), calendars)
	require.NoError(t, err)
	require.Len(t, rounds.Append(nil, day("2026-03-01"), day("2026-03-02")), 4, "22:00, and 00:00, 02:00 and 04:00 of the night before")
	rrule, err := schedule.ParseRRule(schedule.RRule{Start: civil.MustParseMoment("2026-01-31T09:00"), Text: "FREQ=MONTHLY;BYMONTHDAY=-1"}, office.Location())
	require.NoError(t, err)
	rrule.Code, rrule.Calendar = "meter", "office"
	write(t, "duty-rrule", rrule)

	plan, err := schedule.CompilePlan(read[schedule.Plan](t, "plan"), calendars)
	require.NoError(t, err)
	tasks, err := plan.Tasks(&schedule.Evidence{Fields: []schedule.Field{
		{Name: "examOn", On: civil.MustParse("2026-06-07")}, {Name: "toldOn", On: civil.MustParse("2026-05-10")},
	}}, "", day("2026-05-12"))
	require.NoError(t, err)
	write(t, "planReport", tasks)
	require.True(t, read[schedule.PlanReport](t, "planReport").Rows[0].LateStart)

	posts, err := schedule.CompilePosts(read[schedule.Posts](t, "posts"), calendars)
	require.NoError(t, err)
	sheet, err := read[schedule.Roster](t, "roster").Sheet(calendars)
	require.NoError(t, err)
	write(t, "attendance", schedule.Sheet{Attendance: sheet.Attendance[:3]})
	coverage, err := posts.Cover(sheet, day("2026-09-01"), day("2026-09-02"))
	require.NoError(t, err)
	write(t, "postCover", coverage.Summary()[0])
	var short []schedule.Shortage
	for s := range coverage.Shortages() {
		short = append(short, s)
	}
	require.Len(t, short, 2, "the night before is not in the roster, and one watches the night alone")
	write(t, "shortage", short[1])
}

// TestDocumentsOfStores keeps the documents of stores and metrics.
func TestDocumentsOfStores(t *testing.T) {
	store, err := stock.New(read[stock.Catalogue](t, "stockCatalogue"))
	require.NoError(t, err)
	ledger, err := store.Replay(read[stock.Log](t, "stockLog").Moves, civil.MustParse("2026-04-01"))
	require.NoError(t, err)
	write(t, "stockBalance", ledger.Balances()[0])
	write(t, "stockLevel", ledger.Below()[0])
	write(t, "stockDifference", ledger.Differences()[0])
	expiring, err := ledger.Expiring(civil.MustParseSpan("P6M"))
	require.NoError(t, err)
	write(t, "stockExpiry", expiring[0])
	turnover, err := ledger.Turnover(civil.MustParse("2026-03-01"))
	require.NoError(t, err)
	write(t, "stockTurnover", turnover[0])

	write(t, "metrics", metric.China())
	set, err := metric.Compile(read[metric.Catalogue](t, "metrics"))
	require.NoError(t, err)
	sheet := read[metric.Sheet](t, "measurements")
	require.NoError(t, set.Check(sheet))
	verdicts, err := set.Judge(sheet.Measurements[0])
	require.NoError(t, err)
	write(t, "metricVerdict", verdicts[0])
}
