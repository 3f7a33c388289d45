package schedule_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// deskDemands are one of each.
func deskDemands() []schedule.Demand {
	two, ten := decimal.NewFromInt(2), decimal.NewFromInt(10)
	span := civil.MustParseSpan
	slot := func(code, window string) schedule.Slot {
		return schedule.Slot{Code: code, Window: civil.MustParseWindow(window)}
	}
	gap, usage := schedule.Demand{Gap: &schedule.Gap{Max: span("PT30H")}}, schedule.Demand{Usage: &schedule.Usage{Meter: "hours", Step: ten}}
	return []schedule.Demand{
		{Rule: &schedule.Rule{Every: schedule.Day, Times: []civil.TimeOfDay{civil.MustParseTimeOfDay("08:00"), civil.MustParseTimeOfDay("16:00")}}},
		{Rule: &schedule.Rule{Every: schedule.Day}},
		{Rule: &schedule.Rule{Steps: &schedule.Steps{Step: span("PT2H"), Inside: "meeting"}}},
		{Quota: &schedule.Quota{AtLeast: two, In: schedule.Day}},
		{Quota: &schedule.Quota{AtLeast: decimal.NewFromInt(1), In: schedule.Hour}},
		{Quota: &schedule.Quota{AtLeast: ten, Sum: "hours", In: schedule.Week}},
		{Quota: &schedule.Quota{AtLeast: two, In: schedule.Day, Slots: []schedule.Slot{slot("m", "05:00/10:00"), slot("n", "22:00/02:00")}}},
		{Quota: &schedule.Quota{AtLeast: two, Span: &schedule.AnchoredSpan{From: "hired", Length: span("P2D")}}},
		gap, usage,
		{First: &schedule.First{Of: []schedule.Demand{gap, usage}}},
		{By: &schedule.By{Anchor: "hired", After: span("P1D")}},
	}
}

// deskEvidence is of some days in March.
func deskEvidence(r *rand.Rand, base time.Time) schedule.Evidence {
	e := schedule.Evidence{Subject: strconv.Itoa(r.IntN(9))}
	within := func() time.Time { return base.Add(time.Duration(r.IntN(6*24*60)) * time.Minute) }
	for i := range r.IntN(20) {
		record := schedule.Record{ID: strconv.Itoa(i), Kind: "act", At: within(), Voluntary: r.IntN(9) == 0, Unplanned: r.IntN(9) == 0}
		if r.IntN(3) > 0 {
			record.Figures = []schedule.Figure{{Name: "hours", Value: decimal.New(int64(r.IntN(60)), -1)}}
		}
		e.Records = append(e.Records, record)
	}
	for i := range r.IntN(9) {
		e.Readings = append(e.Readings, schedule.Reading{Meter: "hours", At: base.Add(time.Duration(i*20) * time.Hour), Value: decimal.NewFromInt(int64(i * r.IntN(5)))})
	}
	if r.IntN(4) > 0 {
		e.Fields = []schedule.Field{{Name: "hired", At: within()}}
		start := within()
		e.Spans = []schedule.NamedSpan{{Name: "meeting", Start: start, End: start.Add(time.Duration(1+r.IntN(3000)) * time.Minute)}}
	}
	if r.IntN(3) == 0 {
		start := within()
		e.Excuses = []schedule.Excuse{{Start: start, End: start.Add(20 * time.Hour), Reason: "closed"}}
		e.Since = within()
	}
	return e
}

// FuzzDesk: a desk that has judged others before says of each subject what a judging of its own says.
func FuzzDesk(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed)
	}
	calendars := judgeCalendars(f)
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 3))
		base := clockAt(t, "2025-03-03")
		var desk schedule.Desk
		for range 6 {
			demands := deskDemands()
			d := schedule.Duty{Code: "act", Calendar: "site", From: civil.MustParse("2025-03-01"), Demand: demands[r.IntN(len(demands))]}
			if d.Demand.Rule != nil {
				d.Early, d.Late = civil.MustParseSpan("PT1H"), civil.MustParseSpan("PT2H")
			}
			s, err := schedule.Compile(d, calendars)
			require.NoError(t, err)
			e := deskEvidence(r, base)
			from := base.Add(time.Duration(r.IntN(48)) * time.Hour)
			to, asOf := from.Add(time.Duration(1+r.IntN(96))*time.Hour), base.Add(time.Duration(r.IntN(160))*time.Hour)
			want, err := s.Judge(nil, &e, from, to, asOf)
			require.NoError(t, err)
			got := desk.Judge(s, &e, from, to, asOf)
			require.Empty(t, got.Asides)
			want.Asides = nil
			for i := range want.Rows {
				want.Rows[i].Key = ""
				if d.Demand.Quota != nil && want.Rows[i].State == schedule.OnTime {
					want.Rows[i].Have = decimal.Decimal{}
				}
			}
			if len(want.Rows) == 0 {
				got.Rows = nil
			}
			require.Empty(t, gocmp.Diff(want, got))
		}
	})
}

// TestDeskAllocations: a subject takes no memory of its own.
func TestDeskAllocations(t *testing.T) {
	base := clockAt(t, "2025-03-03")
	var e schedule.Evidence
	for i := range 200 {
		e.Records = append(e.Records, schedule.Record{ID: strconv.Itoa(i), Kind: "act", At: base.Add(time.Duration(i*8) * time.Hour)})
	}
	for i, demand := range deskDemands()[:5] {
		if demand.Rule != nil && demand.Rule.Steps != nil {
			continue
		}
		s, err := schedule.Compile(schedule.Duty{Code: "act", Calendar: "site", From: civil.MustParse("2025-03-01"), Demand: demand}, judgeCalendars(t))
		require.NoError(t, err)
		var desk schedule.Desk
		judge := func() { desk.Judge(s, &e, base, base.AddDate(0, 0, 31), base.AddDate(0, 0, 40)) }
		judge()
		got := testing.AllocsPerRun(5, judge)
		// What is missed of a quota says how much there is of it.
		require.LessOrEqual(t, got, 2+2*float64(desk.Judge(s, &e, base, base.AddDate(0, 0, 31), base.AddDate(0, 0, 40)).Counts.Missed), "demand %d", i)
	}
}
