package finding_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/finding"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestStatus: days that a clerk can count on the wall calendar. 2 March 2026 is a Monday.
func TestStatus(t *testing.T) {
	tests := []struct {
		name     string
		severity string
		log      []string
		annexes  []finding.Annex
		asOf     string
		state    finding.State
		timing   finding.Timing
		due      string
		late     int
	}{
		{"found, not issued", "", nil, nil, "2026-03-09", finding.NotIssued, finding.Pending, "", 0},
		{"issued tomorrow", "", []string{"03-02 issued"}, nil, "2026-03-01", finding.NotIssued, finding.Pending, "", 0},
		{"on the day of the deadline", "", []string{"03-02 issued"}, nil, "2026-03-09", finding.Open, finding.Pending, "2026-03-09", 0},
		{"the day after", "", []string{"03-02 issued"}, nil, "2026-03-10", finding.Overdue, finding.Late, "2026-03-09", 1},
		{"corrected in the last minute", "", []string{"03-02 issued", "03-09T23:59 corrected"}, nil, "2026-03-20", finding.Corrected, finding.InTime, "2026-03-09", 0},
		{"corrected a minute later", "", []string{"03-02 issued", "03-10T00:00 corrected"}, nil, "2026-03-20", finding.Corrected, finding.Late, "2026-03-09", 1},
		{"late stays late when closed", "", []string{"03-02 issued", "03-12 corrected", "03-13 passed"}, nil, "2026-12-31", finding.Closed, finding.Late, "2026-03-09", 3},
		{"inspected late, corrected in time", "", []string{"03-02 issued", "03-08 corrected", "03-20 passed"}, nil, "2026-03-20", finding.Closed, finding.InTime, "2026-03-09", 0},
		{"passed without a report", "", []string{"03-02 issued", "03-11 passed"}, nil, "2026-03-11", finding.Closed, finding.Late, "2026-03-09", 2},
		{"failed, a week more", "", []string{"03-02 issued", "03-08 corrected", "03-11 failed"}, nil, "2026-03-18", finding.Open, finding.Pending, "2026-03-18", 0},
		{"failed and overdue", "", []string{"03-02 issued", "03-08 corrected", "03-11 failed"}, nil, "2026-03-21", finding.Overdue, finding.Late, "2026-03-18", 3},
		{"late in both rounds", "", []string{"03-02 issued", "03-11 failed", "03-20 corrected", "03-21 passed"}, nil, "2026-03-21", finding.Closed, finding.Late, "2026-03-18", 4},
		{"failed before its deadline", "", []string{"03-02 issued", "03-05 failed", "03-10 corrected"}, nil, "2026-03-11", finding.Corrected, finding.InTime, "2026-03-12", 0},
		{"its own deadline", "", []string{"03-02 issued"}, []finding.Annex{due(1, "2026-03-04")}, "2026-03-05", finding.Overdue, finding.Late, "2026-03-04", 1},
		{"extended in time", "", []string{"03-02 issued", "03-08 extended"}, []finding.Annex{due(2, "2026-03-20")}, "2026-03-20", finding.Open, finding.Pending, "2026-03-20", 0},
		{"before the extension", "", []string{"03-02 issued", "03-12 extended"}, []finding.Annex{due(2, "2026-03-20")}, "2026-03-11", finding.Overdue, finding.Late, "2026-03-09", 2},
		{"extended afterwards", "", []string{"03-02 issued", "03-12 extended"}, []finding.Annex{due(2, "2026-03-20")}, "2026-03-12", finding.Open, finding.Pending, "2026-03-20", 0},
		{"waived after its deadline", "", []string{"03-02 issued", "03-12 waived"}, nil, "2026-03-12", finding.Waived, finding.NotJudged, "2026-03-09", 0},
		{"withdrawn before it was issued", "", []string{"03-02 withdrawn"}, nil, "2026-03-12", finding.Withdrawn, finding.NotJudged, "", 0},
		{"five working days", "urgent", []string{"03-02 issued"}, nil, "2026-03-09", finding.Open, finding.Pending, "2026-03-09", 0},
		{"five working days over National Day, Saturday the tenth worked", "urgent", []string{"09-30 issued"}, nil, "2026-10-13", finding.Open, finding.Pending, "2026-10-13", 0},
		{"five working days over Labour Day, Saturday the ninth worked", "urgent", []string{"04-30 issued"}, nil, "2026-05-12", finding.Overdue, finding.Late, "2026-05-11", 1},
	}
	rules := compile(t, policy())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := finding.Case{ID: "F-1", Severity: tt.severity, Log: logOf(t, tt.log...), Annexes: tt.annexes}
			got, err := rules.Status(&c, day(tt.asOf))
			require.NoError(t, err)
			require.Equal(t, tt.state, got.State)
			require.Equal(t, tt.timing, got.Timing)
			require.Equal(t, tt.late, got.OverdueDays)
			if tt.due == "" {
				require.True(t, got.Due.IsZero())
			} else {
				require.Equal(t, tt.due, got.Due.String())
			}
			for i := range got.Rounds {
				why := got.Rounds[i].Why()
				require.NoError(t, why.Check())
				late := got.Rounds[i].Asked > got.Rounds[i].Due
				require.Equal(t, map[bool]string{true: "false", false: "true"}[late], why.Value.Text)
			}
		})
	}
}

// TestDeadlines: the length of a deadline by the rules that contracts have.
func TestDeadlines(t *testing.T) {
	tests := []struct {
		name   string
		limit  finding.Limit
		issued string
		due    string
	}{
		{"seven days", finding.Limit{Within: civil.MustParseSpan("P7D")}, "2026-07-01", "2026-07-08"},
		{"seven days, the first counts", finding.Limit{Within: civil.MustParseSpan("P7D"), FirstDay: true}, "2026-07-01", "2026-07-07"},
		{"a month", finding.Limit{Within: civil.MustParseSpan("P1M")}, "2026-01-31", "2026-02-28"},
		{"a month, the first day counts", finding.Limit{Within: civil.MustParseSpan("P1M"), FirstDay: true}, "2026-03-15", "2026-04-14"},
		{"a month, where no day corresponds", finding.Limit{Within: civil.MustParseSpan("P1M"), FirstDay: true}, "2026-01-31", "2026-02-28"},
		{"a Saturday stays", finding.Limit{Within: civil.MustParseSpan("P5D")}, "2026-03-09", "2026-03-14"},
		{"a Saturday moves to Monday", finding.Limit{Within: civil.MustParseSpan("P5D"), Rest: worktime.RestDays}, "2026-03-09", "2026-03-16"},
		{"a Saturday moves to Friday", finding.Limit{Within: civil.MustParseSpan("P5D"), Rest: worktime.RestDaysBefore}, "2026-03-09", "2026-03-13"},
		{"one working day, issued on a Sunday", finding.Limit{Within: civil.MustParseSpan("1wd"), FirstDay: true}, "2026-03-08", "2026-03-09"},
		{"one working day, issued on a Monday that counts", finding.Limit{Within: civil.MustParseSpan("1wd"), FirstDay: true}, "2026-03-09", "2026-03-09"},
		{"two working days, Monday counts", finding.Limit{Within: civil.MustParseSpan("2wd"), FirstDay: true}, "2026-03-09", "2026-03-10"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := policy()
			p.Limits = []finding.Limit{tt.limit}
			c := finding.Case{ID: "F", Log: []flow.Event{{Seq: 1, At: day(tt.issued).In(time.UTC), Name: finding.EventIssued}}}
			got, err := compile(t, p).Status(&c, day(tt.issued))
			require.NoError(t, err)
			require.Equal(t, tt.due, got.Due.String())
			require.Equal(t, tt.limit.Within, got.Rounds[0].Within)
		})
	}
}

// TestUnknown: what cannot be judged names what is missing, and is in time for nobody.
func TestUnknown(t *testing.T) {
	none := policy()
	none.Limits = []finding.Limit{{Kinds: []string{"fire"}}}
	rules := compile(t, none)
	c := finding.Case{ID: "F", Kind: "fire", Log: logOf(t, "03-02 issued", "03-05 corrected")}

	got, err := rules.Status(&c, day("2026-03-04"))
	require.NoError(t, err)
	require.Equal(t, finding.Unknown, got.State, "the source leaves the limit open")
	require.Equal(t, []string{"due/1"}, got.Missing)
	require.False(t, got.Points.IsSet(), "an overdue deadline would cost a point more")
	require.Equal(t, "50.00 CNY", got.Amount.String(), "money is only for the issue")
	require.Equal(t, "unknown", got.Why().Value.Text)
	require.Equal(t, []string{"due/1"}, got.Why().Args)
	require.Equal(t, "undecided", got.Rounds[0].Why().Value.Text)

	got, err = rules.Status(&c, day("2026-03-05"))
	require.NoError(t, err)
	require.Equal(t, finding.Corrected, got.State, "that it is corrected is known")
	require.Equal(t, finding.Undecided, got.Timing, "in time or not is not")

	extended := finding.Case{ID: "F", Log: logOf(t, "03-02 issued", "03-05 extended"), Annexes: []finding.Annex{due(2, "2026-03-06")}}
	got, err = rules.Status(&extended, day("2026-03-07"))
	require.NoError(t, err)
	require.Equal(t, finding.Overdue, got.State, "an extension says the day")
	require.Empty(t, got.Missing)
	require.Equal(t, "false", got.Rounds[0].Why().Value.Text)

	year := finding.Case{ID: "F", Severity: "urgent", Log: logOf(t, "12-30 issued")}
	got, err = compile(t, policy()).Status(&year, day("2026-12-31"))
	require.NoError(t, err)
	require.Equal(t, finding.Unknown, got.State)
	require.Equal(t, []string{"holidays/2027"}, got.Missing)
}

// TestAsOf: what happened later changes nothing of an earlier day, whatever its number.
func TestAsOf(t *testing.T) {
	rules := compile(t, policy())
	whole := finding.Case{ID: "F", Log: logOf(t, "03-02 issued", "03-05 corrected", "03-08 failed", "03-20 corrected", "03-21 passed")}
	for n, e := range whole.Log {
		before := civil.Of(e.At) - 1
		cut := whole
		cut.Log = whole.Log[:n]
		want, err := rules.Status(&cut, before)
		require.NoError(t, err)
		got, err := rules.Status(&whole, before)
		require.NoError(t, err)
		require.Equal(t, len(whole.Log)-n, got.Ahead)
		got.Ahead = 0
		require.Empty(t, cmp.Diff(want, got, exact()...))
	}
}

// TestOrderOfLog: the log is read by its numbers, in whatever order it stands.
func TestOrderOfLog(t *testing.T) {
	rules := compile(t, policy())
	c := finding.Case{
		ID: "F", Log: logOf(t, "03-02 issued", "03-04 noted", "03-08 extended", "03-12 failed", "03-14 corrected", "03-16 passed"),
		Annexes: []finding.Annex{due(3, "2026-03-11"), {Seq: 5, Evidence: []string{"photo 7"}}},
	}
	want, err := rules.Status(&c, day("2026-03-31"))
	require.NoError(t, err)
	require.Equal(t, 1, want.OverdueDays)
	r := rand.New(rand.NewPCG(7, 7))
	for range 50 {
		shuffled := c
		shuffled.Log = append([]flow.Event(nil), c.Log...)
		shuffled.Annexes = append([]finding.Annex(nil), c.Annexes...)
		r.Shuffle(len(shuffled.Log), func(i, k int) { shuffled.Log[i], shuffled.Log[k] = shuffled.Log[k], shuffled.Log[i] })
		r.Shuffle(len(shuffled.Annexes), func(i, k int) {
			shuffled.Annexes[i], shuffled.Annexes[k] = shuffled.Annexes[k], shuffled.Annexes[i]
		})
		got, err := rules.Status(&shuffled, day("2026-03-31"))
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(want, got, exact()...))
	}
}

// TestStatusStands: a stored status reads back and explains itself alike.
func TestStatusStands(t *testing.T) {
	c := finding.Case{ID: "F", Repeats: 1, Log: logOf(t, "03-02 issued", "03-11 failed", "03-14 corrected", "03-16 passed")}
	want, err := compile(t, policy()).Status(&c, day("2026-03-31"))
	require.NoError(t, err)
	got, err := invalid.Decode[finding.Status](marshal(t, want), "status")
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(want, got, exact()...))
	require.Empty(t, cmp.Diff(want.Why(), got.Why()))
	require.Empty(t, cmp.Diff(want.WhyAmount(), got.WhyAmount()))
}

// TestRefused: every problem of a case at once, each at its place.
func TestRefused(t *testing.T) {
	tests := []struct {
		name string
		c    finding.Case
		want string
	}{
		{
			"itself",
			finding.Case{Repeats: -1, Log: []flow.Event{{Seq: 1}}, Annexes: []finding.Annex{{Seq: 9, Evidence: []string{""}}, {Seq: 9}}},
			"case : 8 problems\n  id: id is missing\n  repeats: -1 is not a number of times from 0 to 1000\n" +
				"  log[0].at: event 1 \"\" does not say when it happened\n  log[0].name: name is missing\n" +
				"  annexes[0].seq: the log has no event 9\n  annexes[0].evidence[0]: evidence is missing\n" +
				"  annexes[1].seq: the log has no event 9\n  annexes[1].seq: 9 is named twice",
		},
		{
			"corrected before it was issued",
			finding.Case{ID: "F", Log: logOf(t, "03-02 corrected")},
			"case F: 1 problem\n  log: event 1 \"corrected\" is not allowed in state \"found\"; allowed are \"issued\", \"withdrawn\", \"noted\"",
		},
		{
			"a gap in the numbers",
			finding.Case{ID: "F", Log: append(logOf(t, "03-02 issued"), flow.Event{Seq: 3, At: time.Unix(0, 0), Name: "noted"})},
			"case F: 1 problem\n  log: event 3 \"noted\" is out of order: its number has to be 2",
		},
		{
			"an extension without its day",
			finding.Case{ID: "F", Log: logOf(t, "03-02 issued", "03-03 extended")},
			"case F: 1 problem\n  log[1]: event 2 extends the deadline, and no annex says to which day",
		},
		{
			"a deadline on a correction",
			finding.Case{ID: "F", Log: logOf(t, "03-02 issued", "03-03 corrected"), Annexes: []finding.Annex{due(2, "2026-03-04")}},
			"case F: 1 problem\n  annexes[0].due: an event \"corrected\" sets no deadline; issued, failed and extended do",
		},
		{
			"a deadline before its day",
			finding.Case{ID: "F", Log: logOf(t, "03-02 issued"), Annexes: []finding.Annex{due(1, "2026-03-01")}},
			"case F: 1 problem\n  annexes[0].due: the deadline 2026-03-01 is before 2026-03-02, the day it is set",
		},
		{
			"an extension that shortens",
			finding.Case{ID: "F", Log: logOf(t, "03-02 issued", "03-03 extended"), Annexes: []finding.Annex{due(2, "2026-03-09")}},
			"case F: 1 problem\n  annexes[0].due: an extension to 2026-03-09 is not later than the deadline 2026-03-09",
		},
	}
	rules := compile(t, policy())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := rules.Status(&tt.c, day("2026-03-31"))
			require.EqualError(t, err, tt.want)
			require.Empty(t, cmp.Diff(finding.Status{}, got, exact()...))
		})
	}
	_, err := rules.Status(&finding.Case{ID: "F"}, 0)
	require.ErrorIs(t, err, invalid.ErrRequired)
}
