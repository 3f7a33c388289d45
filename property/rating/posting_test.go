package rating_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
	"github.com/wuyekit/wuye/property/worktime"
)

// noticeOffice is open from Monday to Friday and on make-up days, as the holidays of China have them.
func noticeOffice(tb testing.TB) *worktime.Calendar {
	tb.Helper()
	c, err := worktime.New(worktime.Timetable{
		Code: "office", Zone: "Asia/Shanghai", Holidays: "cn", MakeUp: worktime.Monday,
		Hours: []worktime.Hours{{
			Days:    []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday},
			Windows: []civil.Window{civil.MustParseWindow("09:00/18:00")},
		}},
	}, time.LoadLocation, worktime.China())
	require.NoError(tb, err)
	return c
}

// TestNoticeEnd: W-08 and X-11, the two readings of seven days, and the notices of other schemes.
func TestNoticeEnd(t *testing.T) {
	span := civil.MustParseSpan
	tests := []struct {
		name   string
		notice rating.Notice
		posted string
		want   string
	}{
		{"W-08, the day of posting not counted", rating.Notice{Days: span("P7D")}, "2025-07-01", "2025-07-08"},
		{"W-08, the day of posting counted", rating.Notice{Days: span("P7D"), FirstDay: true}, "2025-07-01", "2025-07-07"},
		{"X-11, seven working days", rating.Notice{Days: span("7wd"), Calendar: "office"}, "2025-07-01", "2025-07-10"},
		{"X-11, seven working days, Tuesday counted", rating.Notice{Days: span("7wd"), Calendar: "office", FirstDay: true}, "2025-07-01", "2025-07-09"},
		{"seven working days over National Day, Saturday the eleventh worked", rating.Notice{Days: span("7wd"), Calendar: "office"}, "2025-09-29", "2025-10-15"},
		{"posted on a Saturday, which does not count", rating.Notice{Days: span("7wd"), Calendar: "office", FirstDay: true}, "2025-07-05", "2025-07-15"},
		{"a last Sunday stays", rating.Notice{Days: span("P7D")}, "2025-07-06", "2025-07-13"},
		{"a last Sunday moves to Monday", rating.Notice{Days: span("P7D"), Calendar: "office", Rest: worktime.RestDays}, "2025-07-06", "2025-07-14"},
		{"a last day in the holiday moves behind it", rating.Notice{Days: span("P7D"), Calendar: "office", Rest: worktime.RestHolidays}, "2025-09-28", "2025-10-09"},
		{"three weeks, holidays included", rating.Notice{Days: span("P21D")}, "2025-12-20", "2026-01-10"},
		{"a month", rating.Notice{Days: span("P1M")}, "2025-01-31", "2025-02-28"},
		{"a month, the day of posting counted", rating.Notice{Days: span("P1M"), FirstDay: true}, "2025-03-01", "2025-03-31"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var calendar *worktime.Calendar
			if tt.notice.Calendar != "" {
				calendar = noticeOffice(t)
			}
			got, err := tt.notice.End(day(tt.posted), calendar)
			require.NoError(t, err)
			require.Equal(t, tt.want, got.String())
		})
	}
}

func TestNoticeEndRefused(t *testing.T) {
	days := civil.MustParseSpan
	_, err := rating.Notice{Days: days("7wd")}.End(day("2025-07-01"), nil)
	require.ErrorIs(t, err, rating.ErrCalendarNeeded)
	_, err = rating.Notice{Days: days("P7D"), Rest: worktime.RestDays}.End(day("2025-07-01"), nil)
	require.ErrorIs(t, err, rating.ErrCalendarNeeded)
	_, err = rating.Notice{Days: days("PT7H")}.End(day("2025-07-01"), nil)
	require.ErrorIs(t, err, rating.ErrNoticeSpan)
	_, err = rating.Notice{Days: days("P7D")}.End(0, nil)
	require.ErrorIs(t, err, invalid.ErrRequired)
	_, err = rating.Notice{}.End(day("2025-07-01"), nil)
	require.ErrorIs(t, err, invalid.ErrRequired)
	_, err = rating.Notice{Days: days("7wd")}.End(day("2026-12-29"), noticeOffice(t))
	require.ErrorIs(t, err, worktime.ErrUnknownYear)
}

// results are those of a year, posted on Tuesday 1 July 2025 for seven days, with an objection in the notice, one on its last day and
// one after it.
func results() rating.Posting {
	return rating.Posting{
		ID: "N-1", Scheme: "star", Year: 2024, Projects: []string{"rose", "lily"}, Posted: day("2025-07-01"),
		Objections: []rating.Objection{
			{ID: "O-1", By: "rose", On: day("2025-07-03"), Project: "rose", Sheet: "S-7", Finding: "F-2", Grounds: "repaired before"},
			{ID: "O-2", By: "an owner", On: day("2025-07-08"), Project: "lily", Grounds: "score too high"},
			{ID: "O-3", By: "lily", On: day("2025-07-09"), Project: "lily", Grounds: "score too low"},
		},
		Decisions: []rating.Decision{
			{
				Objection: "O-1", On: day("2025-07-07"), By: "leading group", Ruling: rating.Upheld,
				Change: &rating.Change{Finding: &rating.FindingChange{ID: "F-2", Withdraw: true}},
			},
			{Objection: "O-2", On: day("2025-07-20"), By: "leading group", Ruling: rating.Dismissed, Reason: "no evidence"},
		},
	}
}

func weekOfNotice() rating.Notice {
	return rating.Notice{Days: civil.MustParseSpan("P7D"), Answer: civil.MustParseSpan("P10D")}
}

// TestPostingAt follows the posting from day to day.
func TestPostingAt(t *testing.T) {
	tests := []struct {
		asOf    string
		state   rating.PostingState
		open    []string
		come    int
		overdue []string
		outcome rating.PostingOutcome
	}{
		{"2025-06-30", rating.Draft, nil, 0, nil, 0},
		{"2025-07-01", rating.Posted, nil, 0, nil, 0},
		{"2025-07-03", rating.Objected, []string{"O-1"}, 1, nil, 0},
		{"2025-07-07", rating.Posted, nil, 1, nil, 0},
		{"2025-07-08", rating.Objected, []string{"O-2"}, 2, nil, 0},
		{"2025-07-09", rating.Objected, []string{"O-2"}, 3, nil, 0},
		{"2025-07-18", rating.Objected, []string{"O-2"}, 3, nil, 0},
		{"2025-07-19", rating.Objected, []string{"O-2"}, 3, []string{"O-2"}, 0},
		{"2025-07-20", rating.Final, nil, 3, []string{"O-2", "O-3"}, rating.Changed},
		{"2026-07-20", rating.Final, nil, 3, []string{"O-2", "O-3"}, rating.Changed},
	}
	p := results()
	for _, tt := range tests {
		t.Run(tt.asOf, func(t *testing.T) {
			got, err := p.At(weekOfNotice(), nil, day(tt.asOf))
			require.NoError(t, err)
			require.Equal(t, tt.state, got.State)
			require.Equal(t, tt.open, got.Open)
			require.Len(t, got.Objections, tt.come)
			require.Equal(t, tt.outcome, got.Outcome)
			var overdue []string
			for _, o := range got.Objections {
				require.Equal(t, o.Objection == "O-3", o.Late, "the last day is in time")
				if o.Overdue {
					overdue = append(overdue, o.Objection)
				}
			}
			require.Equal(t, tt.overdue, overdue)
			if tt.state == rating.Final {
				require.Equal(t, "2025-07-20", got.Final.String(), "with the last decision")
			}
		})
	}
}

// TestPostingOutcomes: what became of the results, and since when.
func TestPostingOutcomes(t *testing.T) {
	decide := func(p *rating.Posting, objection, on string, ruling rating.Ruling) {
		p.Decisions = append(p.Decisions, rating.Decision{Objection: objection, On: day(on), By: "leading group", Ruling: ruling})
	}
	tests := []struct {
		name    string
		change  func(p *rating.Posting)
		outcome rating.PostingOutcome
		final   string
	}{
		{"nobody objected", func(p *rating.Posting) { p.Objections = nil }, rating.Unopposed, "2025-07-09"},
		{"only after the notice", func(p *rating.Posting) { p.Objections = p.Objections[2:] }, rating.Unopposed, "2025-07-09"},
		{"after the notice, dismissed", func(p *rating.Posting) {
			p.Objections = p.Objections[2:]
			decide(p, "O-3", "2025-07-15", rating.Dismissed)
		}, rating.Unopposed, "2025-07-09"},
		{"after the notice, and right", func(p *rating.Posting) {
			p.Objections = p.Objections[2:]
			decide(p, "O-3", "2025-07-15", rating.Upheld)
		}, rating.Changed, "2025-07-09"},
		{"dismissed within the notice", func(p *rating.Posting) {
			p.Objections = p.Objections[:1]
			decide(p, "O-1", "2025-07-04", rating.Dismissed)
		}, rating.Confirmed, "2025-07-09"},
		{"dismissed after the notice", func(p *rating.Posting) {
			p.Objections = p.Objections[:2]
			decide(p, "O-1", "2025-07-11", rating.Dismissed)
			decide(p, "O-2", "2025-07-10", rating.Dismissed)
		}, rating.Confirmed, "2025-07-11"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := results()
			p.Decisions = nil
			tt.change(&p)
			got, err := p.At(weekOfNotice(), nil, day("2025-08-01"))
			require.NoError(t, err)
			require.Equal(t, rating.Final, got.State)
			require.Equal(t, tt.outcome, got.Outcome)
			require.Equal(t, tt.final, got.Final.String())
		})
	}
}

// TestPostingUnknownYear: the holidays of 2027 are not known, so that nobody knows when the notice ends; what is known stands.
func TestPostingUnknownYear(t *testing.T) {
	p := rating.Posting{ID: "N", Scheme: "star", Year: 2026, Posted: day("2026-12-28")}
	p.Objections = []rating.Objection{{ID: "O", By: "x", On: day("2026-12-29"), Project: "rose", Grounds: "y"}}
	n := rating.Notice{Days: civil.MustParseSpan("7wd"), Calendar: "office"}
	got, err := p.At(n, noticeOffice(t), day("2026-12-31"))
	require.NoError(t, err)
	require.Equal(t, rating.PostingUnknown, got.State)
	require.Equal(t, []string{"holidays/2027"}, got.Missing)
	require.True(t, got.Ends.IsZero())
	require.Equal(t, []string{"O"}, got.Open)
	draft, err := p.At(n, noticeOffice(t), day("2026-12-27"))
	require.NoError(t, err)
	require.Equal(t, rating.Draft, draft.State)
}

// TestPostingOrder: the order of objections and decisions changes nothing but the order in which they are listed.
func TestPostingOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		p := results()
		want, err := p.At(weekOfNotice(), nil, day("2025-07-20"))
		require.NoError(t, err)
		r.Shuffle(len(p.Objections), func(i, k int) { p.Objections[i], p.Objections[k] = p.Objections[k], p.Objections[i] })
		r.Shuffle(len(p.Decisions), func(i, k int) { p.Decisions[i], p.Decisions[k] = p.Decisions[k], p.Decisions[i] })
		got, err := p.At(weekOfNotice(), nil, day("2025-07-20"))
		require.NoError(t, err)
		for i, o := range p.Objections {
			require.Equal(t, o.ID, got.Objections[i].Objection)
		}
		require.ElementsMatch(t, want.Objections, got.Objections)
		want.Objections, got.Objections = nil, nil
		require.Empty(t, cmp.Diff(want, got))
	}
}

// TestPostingRefused: every problem at once, each at its place.
func TestPostingRefused(t *testing.T) {
	p := rating.Posting{
		Projects: []string{"rose", ""}, Posted: day("2025-07-01"),
		Objections: []rating.Objection{
			{ID: "O-1", By: "x", On: day("2025-06-30"), Project: "tulip", Grounds: "y"},
			{ID: "O-1", Evidence: []string{"p", "p"}},
		},
		Decisions: []rating.Decision{
			{Objection: "O-9", On: day("2025-07-02"), By: "g", Ruling: 9},
			{Objection: "O-1", Ruling: rating.Dismissed, Change: &rating.Change{Finding: &rating.FindingChange{}}},
			{Objection: "O-1", On: day("2025-06-01"), By: "g", Ruling: rating.Upheld, Change: &rating.Change{}},
		},
	}
	_, err := p.At(rating.Notice{}, nil, 0)
	require.Equal(t, []string{
		"id invalid/required", "scheme invalid/required", "year invalid/required", "projects[1] invalid/required",
		"objections[0].on rating/objection-early", "objections[0].project rating/unknown",
		"objections[1].id rating/twice", "objections[1].by invalid/required", "objections[1].project invalid/required",
		"objections[1].grounds invalid/required", "objections[1].evidence[1] rating/twice", "objections[1].on invalid/required",
		"decisions[0].objection rating/unknown", "decisions[0].ruling invalid/word",
		"decisions[1].on invalid/required", "decisions[1].by invalid/required", "decisions[1].change rating/dismissed-change",
		"decisions[1].change.finding.id invalid/required", "decisions[1].change.finding rating/set-or-withdraw",
		"decisions[2].objection rating/twice", "decisions[2].change invalid/choice",
		"notice.days invalid/required", "asOf invalid/required",
	}, rulesBroken(t, err))

	early := results()
	early.Decisions[1].On = day("2025-07-07")
	_, err = early.At(weekOfNotice(), nil, day("2025-08-01"))
	require.EqualError(t, err, "posting N-1: 1 problem\n  decisions[1].on: a decision of 2025-07-07 is before the objection of 2025-07-08")
	unposted := results()
	unposted.Posted = 0
	_, err = unposted.At(weekOfNotice(), nil, day("2025-08-01"))
	require.EqualError(t, err, "posting N-1: 1 problem\n  posted: posted is missing")
}

// TestContestPosting: a contest knows its notice.
func TestContestPosting(t *testing.T) {
	scheme := rating.Scheme{
		Code: "star", Version: "1", Tiers: []rating.Tier{{Code: "city", Weight: pts("1"), Every: 4}}, Bands: []rating.Band{{Code: "5", From: pts("90")}},
	}
	contest, err := rating.CompileScheme(scheme, nil)
	require.NoError(t, err)
	_, err = contest.NoticeEnd(day("2025-07-01"))
	require.ErrorIs(t, err, rating.ErrNoNotice)
	p := results()
	_, err = contest.PostingAt(&p, day("2025-07-01"))
	require.ErrorIs(t, err, rating.ErrNoNotice)

	scheme.Notice = &rating.Notice{Days: civil.MustParseSpan("7wd"), Calendar: "office"}
	contest, err = rating.CompileScheme(scheme, map[string]*worktime.Calendar{"office": noticeOffice(t)})
	require.NoError(t, err)
	end, err := contest.NoticeEnd(day("2025-07-01"))
	require.NoError(t, err)
	require.Equal(t, "2025-07-10", end.String())
	got, err := contest.PostingAt(&p, day("2025-07-10"))
	require.NoError(t, err)
	require.False(t, got.Objections[2].Late, "of 9 July, within seven working days")
	p.Scheme = "other"
	_, err = contest.PostingAt(&p, day("2025-07-10"))
	require.ErrorIs(t, err, rating.ErrOtherPosting)
}

// TestPostingReadsBack: the documents are what their JSON says.
func TestPostingReadsBack(t *testing.T) {
	p := results()
	text, err := json.Marshal(p)
	require.NoError(t, err)
	got, err := invalid.Decode[rating.Posting](text, "posting")
	require.NoError(t, err)
	require.Equal(t, p, got)
	status, err := p.At(weekOfNotice(), nil, day("2025-07-20"))
	require.NoError(t, err)
	text, err = json.Marshal(status)
	require.NoError(t, err)
	read, err := invalid.Decode[rating.PostingStatus](text, "posting status")
	require.NoError(t, err)
	require.Equal(t, status, read)
	for _, word := range []string{"Upheld", "", "unset"} {
		require.ErrorIs(t, new(rating.Ruling).UnmarshalText([]byte(word)), invalid.ErrWord)
		require.ErrorIs(t, new(rating.PostingState).UnmarshalText([]byte(word)), invalid.ErrWord)
		require.ErrorIs(t, new(rating.PostingOutcome).UnmarshalText([]byte(word)), invalid.ErrWord)
		require.ErrorIs(t, new(rating.Line).UnmarshalText([]byte(word)), invalid.ErrWord)
	}
}

// FuzzPosting: no posting and notice make it fail but by an error; final results stay final while nothing happens, and no day
// before the end of the notice is final.
func FuzzPosting(f *testing.F) {
	seed, err := json.Marshal(results())
	require.NoError(f, err)
	notice, err := json.Marshal(weekOfNotice())
	require.NoError(f, err)
	f.Add(seed, notice, 14)
	f.Add(seed, []byte(`{"days":"7wd","calendar":"office","rest":"days","answer":"3wd","firstDay":true}`), 40)
	office := noticeOffice(f)
	f.Fuzz(func(t *testing.T, posting, notice []byte, days int) {
		p, err := invalid.Decode[rating.Posting](posting, "posting")
		if err != nil {
			return
		}
		n, err := invalid.Decode[rating.Notice](notice, "notice")
		if err != nil {
			return
		}
		asOf := p.Posted + civil.Date(days%100_000)
		got, err := p.At(n, office, asOf)
		if err != nil {
			return
		}
		if got.State == rating.Final {
			require.Greater(t, asOf, got.Ends)
			require.Empty(t, got.Open)
			require.LessOrEqual(t, got.Final, asOf)
			require.NotZero(t, got.Outcome)
			first, err := p.At(n, office, got.Final)
			require.NoError(t, err)
			require.Equal(t, rating.Final, first.State)
			before, err := p.At(n, office, got.Final-1)
			require.NoError(t, err)
			require.NotEqual(t, rating.Final, before.State)
		}
		if later, err := p.At(n, office, asOf+1); err == nil {
			require.False(t, got.State == rating.Final && later.State != rating.Final)
		}
	})
}
