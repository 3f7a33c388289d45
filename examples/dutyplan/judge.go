package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// judgement is what became of the duties of a month.
type judgement struct {
	*input
	duties   []duty // those of the program, then its plans
	cover    *schedule.Coverage
	verdicts []verdict
	asides   []aside
}

// duty is a duty or a plan, with what it comes to for all its subjects.
type duty struct {
	code, name, source string
	subjects           []*subject
	schedule           *schedule.Schedule      // of a duty
	plan               *schedule.CountdownPlan // of a plan
	level              string
	counts             schedule.Counts
	next               due
}

// verdict is what became of one thing that was due.
type verdict struct {
	duty    int
	subject *subject
	schedule.Row
}

// aside is a record that serves nothing that was due.
type aside struct {
	duty    int
	subject *subject
	schedule.Aside
}

// due is what is due next; without a time nothing is.
type due struct {
	at      time.Time
	day     bool
	overdue bool
	subject *subject
	have    string // of a quota: how much of it there is
	want    string
}

// judge judges a month.
func judge(in *input) (*judgement, error) {
	j := &judgement{input: in}
	if err := j.compile(); err != nil {
		return nil, err
	}
	for i := range j.duties {
		d := &j.duties[i]
		for _, s := range d.subjects {
			err := j.judgeDuty(i, s)
			if err == nil {
				err = j.findNext(d, s)
			}
			if err != nil {
				return nil, fmt.Errorf("%s %s: %w", d.code, s.Code, err)
			}
		}
	}
	return j, j.judgePosts()
}

// compile makes schedules of the duties and countdowns of the plans.
func (j *judgement) compile() error {
	for _, a := range j.program.Duties {
		s, err := schedule.Compile(a.Duty, j.calendars)
		if err != nil {
			return err
		}
		j.duties = append(j.duties, duty{
			code: a.Duty.Code, name: a.Duty.Name, source: a.Duty.Source, subjects: j.of(a.For, a.Only), schedule: s,
		})
	}
	for _, c := range j.program.Plans {
		p, err := schedule.CompilePlan(c.Plan, j.calendars)
		if err != nil {
			return err
		}
		j.duties = append(j.duties, duty{
			code: c.Plan.Code, name: c.Plan.Name, source: c.Plan.Source, subjects: j.of(c.For, nil), plan: p, level: c.Level,
		})
	}
	return nil
}

// judgeDuty judges the month of a duty for a subject.
func (j *judgement) judgeDuty(i int, s *subject) error {
	d := &j.duties[i]
	if d.plan != nil {
		return j.judgePlan(i, s)
	}
	from, to := j.asked(i)
	if !from.Before(to) {
		return nil // no period ends in the month
	}
	report, err := d.schedule.Judge(nil, j.evidence(s), from, to, j.asOf)
	if err != nil {
		return err
	}
	for _, r := range report.Rows {
		j.verdicts = append(j.verdicts, verdict{i, s, r})
	}
	for _, a := range report.Asides {
		j.asides = append(j.asides, aside{i, s, a})
	}
	d.counts = d.counts.Plus(report.Counts)
	return nil
}

// asked returns the time that a duty is judged over: the month, or of weeks and longer periods those that end in it.
func (j *judgement) asked(i int) (from, to time.Time) {
	q := j.program.Duties[i].Duty.Demand.Quota
	if q == nil {
		return j.from, j.to
	}
	return periodStart(q.In, j.month.Start).In(j.zone), periodStart(q.In, j.month.End).In(j.zone)
}

// periodStart returns the first day of the period of a quota in which a day lies; the day itself for a day, an hour, and
// none.
func periodStart(u schedule.Unit, d civil.Date) civil.Date {
	months := 1
	switch u {
	case schedule.Week:
		return d.AddDays(-(int(d.Weekday()) + 6) % 7)
	case schedule.Quarter:
		months = 3
	case schedule.HalfYear:
		months = 6
	case schedule.Year:
		months = 12
	case schedule.Month:
	case schedule.Minute, schedule.Hour, schedule.Day:
		return d
	default:
		return d
	}
	return civil.Month(d.Year(), time.Month((int(d.Month())-1)/months*months+1)).Start
}

// judgePosts compares the attendance of the month with the posts.
func (j *judgement) judgePosts() error {
	if len(j.program.Posts.Posts) == 0 {
		return nil
	}
	manning, err := schedule.CompilePosts(j.program.Posts, j.calendars)
	if err != nil {
		return err
	}
	j.cover, err = manning.Cover(j.log.sheet, j.from, j.to)
	return err
}

// misses returns the verdicts that something was late or missed, in the order of time.
func (j *judgement) misses() []*verdict {
	return j.inState(func(v *verdict) bool { return v.State == schedule.Late || v.State == schedule.Missed })
}

func (j *judgement) inState(some func(*verdict) bool) []*verdict {
	var out []*verdict
	for i := range j.verdicts {
		if v := &j.verdicts[i]; some(v) {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b *verdict) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.duty, b.duty)) })
	return out
}
