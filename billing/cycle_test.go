package billing_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// lengths are the lengths of cycles with their months, as the contract has them.
func lengths() map[billing.CycleLength]int {
	return map[billing.CycleLength]int{0: 1, billing.Monthly: 1, billing.Quarterly: 3, billing.HalfYearly: 6, billing.Yearly: 12}
}

// fiveYears are consecutive runs from 2024 to 2028 or a little longer, their lengths taken round and round.
func fiveYears(months ...int) []civil.Period {
	var out []civil.Period
	for start, i := day("2024-01-01"), 0; start < day("2029-01-01"); i++ {
		p := civil.Period{Start: start, End: start.AddMonths(months[i%len(months)])}
		out = append(out, p)
		start = p.End
	}
	return out
}

// monthDay is the day of a month, or its last where there is none.
func monthDay(first civil.Date, day int) civil.Date {
	return first.AddDays(min(day, first.DaysInMonth()) - 1)
}

// cycleAnchors are anchors on every day of a month, near and far from the runs, and 29 February.
func cycleAnchors() []civil.Date {
	var out []civil.Date
	for d := 1; d <= 31; d++ {
		out = append(out, civil.MustNew([]int{2023, 2025, 2031, 1999}[d%4], []time.Month{1, 5, 8, 10, 12}[d%5], d))
	}
	return append(out, day("2024-02-29"), day("0004-07-30"), day("9990-03-31"))
}

// TestEveryMonthOnce bills five years in consecutive runs of any lengths: every charge month is billed
// once and never again, in the run that holds its cycle's last day, or first in advance, and whole.
func TestEveryMonthOnce(t *testing.T) {
	runLengths := [][]int{{1}, {2}, {12}, {1, 3, 7}, {60}}
	for i, anchor := range cycleAnchors() {
		for every, n := range lengths() {
			for _, timing := range []billing.PaymentTiming{billing.Arrears, billing.Advance} {
				runs := fiveYears(runLengths[(i+n)%len(runLengths)]...)
				t.Run(fmt.Sprintf("%s every %d %s", anchor, n, timing), func(t *testing.T) {
					checkMonthsOnce(t, billing.Cycle{Every: every, Anchor: anchor, Timing: timing, DueDays: 10}, n, runs)
				})
			}
		}
	}
}

func checkMonthsOnce(t *testing.T, c billing.Cycle, n int, runs []civil.Period) {
	t.Helper()
	book := bookOf(fixed("pm", "31"))
	book.Tariffs[0].Cycle = &c
	var got []civil.Period
	dues := map[civil.Date]civil.Date{} // by first day of the cycle
	reg, err := home().Build()
	require.NoError(t, err)
	for _, p := range runs {
		run, err := billing.Prepare(reg, book, billing.Facts{}, p)
		require.NoError(t, err)
		for _, b := range bills(t, run) {
			require.NoError(t, billing.Verify(b))
			for _, l := range b.Lines {
				require.Equal(t, "31.00", number(l.Amount), "%s is not a whole month", l.Period)
				cycle := cycleOf(c.Anchor, n, l.Period.Start)
				decides, paid := cycle.Last(), cycle.Last().AddDays(10)
				if c.Timing == billing.Advance {
					decides, paid = cycle.Start, cycle.Start.AddDays(10)
				}
				require.True(t, p.Contains(decides), "%s of the cycle %s is billed in %s", l.Period, cycle, p)
				require.Equal(t, paid, run.DueOn(l))
				dues[cycle.Start] = paid
			}
			got = append(got, periodsOf(b.Lines)...)
		}
	}
	require.NotEmpty(t, got)
	for i, p := range got {
		require.Equal(t, monthDay(p.Start.MonthStart(), c.Anchor.Day()), p.Start)
		require.Equal(t, monthDay(p.Start.NextMonth(), c.Anchor.Day()), p.End)
		if i > 0 {
			require.Equal(t, got[i-1].End, p.Start, "a month is missing or billed twice")
		}
	}
	// Nothing that five years decide is left out: the next and the last month are beyond their ends.
	first, last := cycleOf(c.Anchor, n, got[0].Start), cycleOf(c.Anchor, n, got[len(got)-1].Start)
	require.Equal(t, []civil.Date{first.Start, last.End}, []civil.Date{got[0].Start, got[len(got)-1].End}, "a cycle is billed in part")
	before, after := cycleOf(c.Anchor, n, first.Start.AddDays(-1)), cycleOf(c.Anchor, n, last.End)
	all := civil.Period{Start: runs[0].Start, End: runs[len(runs)-1].End}
	if c.Timing == billing.Advance {
		require.True(t, before.Start < all.Start && after.Start >= all.End)
	} else {
		require.True(t, before.Last() < all.Start && after.Last() >= all.End)
	}
	calendar := map[civil.Date]civil.Date{}
	for _, d := range book.Dues(period("2023-01-01", "2031-01-01")) {
		if all.Contains(d.BilledOn) {
			calendar[d.Period.Start] = d.On
		}
	}
	require.Equal(t, calendar, dues)
}

// cycleOf is the cycle of n months that holds a day, found month by month from the anchor.
func cycleOf(anchor civil.Date, n int, on civil.Date) civil.Period {
	k := (on.Year()-anchor.Year())*12 + int(on.Month()) - int(anchor.Month())
	for k -= 13; ; k++ {
		p := civil.Period{Start: monthDay(anchor.MonthStart().AddMonths(k), anchor.Day()), End: monthDay(anchor.MonthStart().AddMonths(k+n), anchor.Day())}
		if (k%n+n)%n == 0 && p.Contains(on) {
			return p
		}
	}
}

func periodsOf(lines []billing.Line) []civil.Period {
	var out []civil.Period
	for _, l := range lines {
		out = append(out, l.Period)
	}
	return out
}

// A rent from the start of each tenancy is billed by its own cycles, every month once.
func TestEveryMonthOfATenancyOnce(t *testing.T) {
	for _, start := range []string{"2024-01-01", "2024-02-29", "2024-05-15", "2023-08-31", "2024-11-30"} {
		for every, n := range lengths() {
			for _, timing := range []billing.PaymentTiming{billing.Arrears, billing.Advance} {
				e := smallEstate()
				let := &e.Tenancies[1]
				let.Term, let.Agreed[0].Free = period(start, "2031-01-01"), nil
				let.Agreed[0].Prices[0].Value.Escalation = nil
				book := bookOf(byArea("rent"))
				book.Tariffs[0].Basis = billing.Basis{Agreed: &billing.AgreedBasis{FromStart: true}}
				book.Tariffs[0].Cycle = &billing.Cycle{Every: every, Timing: timing, DueDays: 5}
				var got []civil.Period
				for _, p := range fiveYears(1, 4, 2) {
					run := prepare(t, e, book, billing.Facts{}, p)
					for _, l := range billLines(bills(t, run)...) {
						require.Equal(t, "3500.00", number(l.Amount))
						cycle := cycleOf(day(start), n, l.Period.Start)
						decides := cycle.Last()
						if timing == billing.Advance {
							decides = cycle.Start
						}
						require.True(t, p.Contains(decides))
						require.Equal(t, decides.AddDays(5), run.DueOn(l))
						got = append(got, l.Period)
					}
				}
				for i, p := range got {
					require.Equal(t, monthDay(p.Start.MonthStart(), day(start).Day()), p.Start)
					if i > 0 {
						require.Equal(t, got[i-1].End, p.Start)
					}
				}
				require.Equal(t, max(day(start), got[0].Start), got[0].Start)
				if day(start) >= day("2024-01-01") {
					require.Equal(t, day(start), got[0].Start)
				}
			}
		}
	}
}

// TestDueCalendar has the days a clerk writes into the calendar.
func TestDueCalendar(t *testing.T) {
	cycle := func(code string, c *billing.Cycle) billing.Tariff {
		tariff := fixed(code, "1")
		tariff.Name, tariff.Cycle = code+"费", c
		return tariff
	}
	draft := cycle("z", nil)
	draft.State = billing.Draft
	ended := cycle("ended", nil)
	ended.Prices = history(entry("", "2026-07-15", rate("1")))
	quoted := byArea("repair")
	quoted.Basis = billing.Basis{Quoted: &billing.QuotedBasis{}}
	rent := byArea("rent")
	rent.Basis = billing.Basis{Agreed: &billing.AgreedBasis{FromStart: true}}
	parking := byArea("office")
	parking.Basis = billing.Basis{Agreed: &billing.AgreedBasis{}}
	book := bookOf(
		cycle("pm", nil),
		cycle("lift", &billing.Cycle{Every: billing.Quarterly, DueDays: 15}),
		cycle("year", &billing.Cycle{Every: billing.Yearly, Anchor: day("2020-09-01"), Timing: billing.Advance, DueDays: -30}),
		cycle("mid", &billing.Cycle{Anchor: day("2026-01-31"), Timing: billing.Advance}),
		draft, ended, quoted, rent, parking,
	)
	var got []string
	for _, d := range book.Dues(period("2026-07-01", "2026-09-01")) {
		got = append(got, fmt.Sprintf("%s %s %s %s, billed by %s", d.On, d.Tariff, d.Name, d.Period, d.BilledOn))
	}
	require.Equal(t, []string{
		"2026-07-15 lift lift费 2026-04-01/2026-07-01, billed by 2026-06-30",
		"2026-07-31 ended ended费 2026-07-01/2026-08-01, billed by 2026-07-31",
		"2026-07-31 mid mid费 2026-07-31/2026-08-31, billed by 2026-07-31",
		"2026-07-31 office  2026-07-01/2026-08-01, billed by 2026-07-31",
		"2026-07-31 pm pm费 2026-07-01/2026-08-01, billed by 2026-07-31",
		"2026-08-02 year year费 2026-09-01/2027-09-01, billed by 2026-09-01",
		"2026-08-31 mid mid费 2026-08-31/2026-09-30, billed by 2026-08-31",
		"2026-08-31 office  2026-08-01/2026-09-01, billed by 2026-08-31",
		"2026-08-31 pm pm费 2026-08-01/2026-09-01, billed by 2026-08-31",
	}, got)
	for _, p := range []civil.Period{{}, period("2026-07-01", ""), {End: day("2026-07-01")}, period("2026-07-01", "2026-06-01")} {
		require.Empty(t, book.Dues(p))
	}
}

// A tariff of a charter that is not in force yet charges nothing and is due on no day.
func TestDuesOfACharter(t *testing.T) {
	book := bookOf(fixed("pm", "1"))
	book.Charters = []billing.Charter{{Code: "ZC", Versions: history(entry("", "2026-07-31", "1"), entry("2026-08-01", "", "2"))}}
	book.Tariffs[0].Charter = &billing.CharterVersion{Code: "ZC", Version: "2"}
	require.Empty(t, bills(t, prepare(t, home(), book, billing.Facts{}, july)))
	var got []civil.Date
	for _, d := range book.Dues(period("2026-06-01", "2026-09-01")) {
		got = append(got, d.On)
	}
	require.Equal(t, []civil.Date{day("2026-08-31")}, got)
}

// TestDueOnOfLines has what is due without a cycle of its own.
func TestDueOnOfLines(t *testing.T) {
	e, book := home(), pmBook()
	book.Totals = &billing.Totals{Rounding: money.Rounding{Step: decimal.NewFromInt(1)}}
	run := prepare(t, e, book, billing.Facts{Claims: []billing.Claim{{
		Code: "c", Tariff: "x", Unit: "1-0803", On: day("2026-07-05"), Items: []billing.Item{{Text: "a", Price: rate("1.5").Price}},
	}}}, july)
	lines := bills(t, run)[0].Lines
	require.Equal(t, []string{"pm", "x", "rounding"}, []string{lines[0].Tariff, lines[1].Tariff, lines[2].Tariff})
	require.Equal(t, day("2026-07-31"), run.DueOn(lines[0]))
	require.Equal(t, day("2026-07-05"), run.DueOn(lines[1]))
	require.Equal(t, day("2026-07-31"), run.DueOn(lines[2]))
	// A line that the run does not know is due with its month.
	require.Equal(t, day("2027-02-28"), run.DueOn(billing.Line{Tariff: "?", Period: period("2027-02-03", "2027-02-05")}))
	require.Equal(t, day("2027-03-14"), run.DueOn(billing.Line{Tariff: "?", Anchor: 15, Period: period("2027-03-01", "2027-03-05")}))
}

// The stretches of a month with a change inside are due with their cycle.
func TestDueOnOfStretches(t *testing.T) {
	e, book := home(), pmBook()
	e.Tenancies = []property.Tenancy{owner("1-0803", period("2020-01-01", "2026-02-28"), "H"), owner("1-0803", period("2026-02-28", ""), "N")}
	book.Tariffs[0].Cycle = &billing.Cycle{Every: billing.Quarterly, Anchor: day("2025-11-30"), DueDays: 7}
	run := prepare(t, e, book, billing.Facts{}, period("2026-02-01", "2026-06-01"))
	due := map[string]string{}
	for _, l := range billLines(bills(t, run)...) {
		due[l.Payer+" "+l.Period.String()] = run.DueOn(l).String()
	}
	require.Equal(t, map[string]string{
		"H 2025-11-30/2025-12-30": "2026-03-06", "H 2025-12-30/2026-01-30": "2026-03-06", "H 2026-01-30/2026-02-28": "2026-03-06",
		"N 2026-02-28/2026-03-30": "2026-06-05", "N 2026-03-30/2026-04-30": "2026-06-05", "N 2026-04-30/2026-05-30": "2026-06-05",
	}, due)
}
