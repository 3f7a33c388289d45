package main

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// judged is what became of the duties of a month.
type judged struct {
	*input
	results   []result
	plans     []planResult
	shortages []schedule.Shortage
	faults    []schedule.RosterFault
	covered   []schedule.PostCover
	unknown   []string // subjects with records that no duty asks about
}

// result is a duty held against the records of its subjects.
type result struct {
	assigned
	schedule *schedule.Schedule
	reports  []schedule.Report
	counts   schedule.Counts
}

// planResult is a plan held against the records of its event.
type planResult struct {
	planned
	plan   *schedule.CountdownPlan
	report schedule.PlanReport
}

// judge holds the records of the month against the duties; every problem of the duties is reported.
func judge(in *input) (*judged, error) {
	m := &judged{input: in}
	var l invalid.List
	asked := map[string]bool{}
	for i, a := range in.duties.Duties {
		s, err := schedule.Compile(a.Duty, in.calendars)
		l.At("duties", i, "duty").Take(err)
		if err == nil {
			l.At("duties", i).Take(m.duty(result{assigned: a, schedule: s}))
		}
		for _, subject := range a.Subjects {
			asked[subject] = true
		}
	}
	for i, p := range in.duties.Plans {
		plan, err := schedule.CompilePlan(p.Plan, in.calendars)
		l.At("plans", i, "plan").Take(err)
		if err == nil {
			report, err := plan.Tasks(in.evidenceOf(p.Subject), p.Level, in.asOf)
			l.At("plans", i).Take(err)
			m.plans = append(m.plans, planResult{p, plan, report})
		}
		asked[p.Subject] = true
	}
	l.At("posts").Take(m.posts())
	for _, e := range in.records.Evidence {
		if !asked[e.Subject] {
			m.unknown = append(m.unknown, e.Subject)
		}
	}
	slices.Sort(m.unknown)
	return m, l.Err("duties.json")
}

func (m *judged) duty(r result) error {
	from, to := m.month.Start.In(m.zone), m.month.End.In(m.zone)
	for _, subject := range r.Subjects {
		report, err := r.schedule.Judge(nil, m.evidenceOf(subject), from, to, m.asOf)
		if err != nil {
			return err
		}
		report.Subject = subject
		r.reports = append(r.reports, report)
		r.counts = r.counts.Plus(report.Counts)
	}
	m.results = append(m.results, r)
	return nil
}

func (m *judged) posts() error {
	if m.duties.Posts == nil {
		return nil
	}
	manning, err := schedule.CompilePosts(*m.duties.Posts, m.calendars)
	if err != nil {
		return err
	}
	from, to := m.month.Start.In(m.zone), m.month.End.In(m.zone)
	sheet := m.records.Sheet
	if sheet.AsOf.IsZero() || m.asOf.Before(sheet.AsOf) {
		sheet.AsOf = m.asOf
	}
	coverage, err := manning.Cover(sheet, from, to)
	if err != nil {
		return err
	}
	m.shortages = slices.Collect(coverage.Shortages())
	m.faults = coverage.Faults()
	m.covered = coverage.Summary()
	return nil
}

// late returns how many seconds after its due something was done, as text.
func late(r schedule.Row) string {
	if r.LateBy() <= 0 {
		return ""
	}
	return strconv.FormatInt(int64(r.LateBy().Seconds()), 10)
}
