package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
)

// judgement is a log, judged.
type judgement struct {
	*input
	clocks     []*sla.Clock // beside the promises
	cases      []judged     // of the log that are whole
	incomplete []*csv.Case
	scores     []score
}

// judged is a case with its verdicts.
type judged struct {
	*csv.Case
	promise  int // -1: there is none
	verdicts []sla.Verdict
	notices  []sla.Notice
}

// score is what a case was given by a scheme of bonus and malus.
type score struct {
	scheme int
	of     *csv.Case
	step   explain.Step
}

// judge judges every case of a log.
func judge(in *input) (*judgement, error) {
	j := &judgement{input: in}
	for _, e := range in.service.Promises {
		c, err := sla.Compile(e.Promise, in.calendars)
		if err != nil {
			return nil, err
		}
		j.clocks = append(j.clocks, c)
	}
	for i := range in.log.Cases {
		c := &in.log.Cases[i]
		if len(c.Incomplete) > 0 {
			j.incomplete = append(j.incomplete, c)
			continue
		}
		k := j.judgeCase(c)
		if err := j.assess(&k); err != nil {
			return nil, fmt.Errorf("%s: %w", c.ID, err)
		}
		j.cases = append(j.cases, k)
	}
	return j, nil
}

// judgeCase evaluates a case. One that nothing was promised for has one verdict, which says so.
func (j *judgement) judgeCase(c *csv.Case) judged {
	k := judged{Case: c, promise: j.service.promiseOf(&c.Case)}
	if k.promise < 0 {
		k.verdicts = []sla.Verdict{{Reason: sla.NoLimit, Missing: c.Category, At: j.asOf}}
		return k
	}
	clock := j.clocks[k.promise]
	k.verdicts = clock.Evaluate(nil, &c.Case, j.asOf)
	k.notices = clock.AppendNotices(nil, &c.Case, j.asOf)
	return k
}

// assess scores a case by each scheme whose milestone was promised.
func (j *judgement) assess(k *judged) error {
	for i, b := range j.service.BonusMalus {
		if k.promise < 0 || !j.service.Promises[k.promise].has(b.Milestone) {
			continue
		}
		step, given, err := j.clocks[k.promise].Assess(b, &k.Case.Case, j.asOf)
		if err != nil {
			return err
		}
		if given {
			j.scores = append(j.scores, score{i, k.Case, step})
		}
	}
	return nil
}

// groups returns the statistics by group, the milestones of each in the order of their promise; of all groups together
// where they are not wanted apart.
func (j *judgement) groups(apart bool) []sla.Group {
	type key struct{ group, milestone string }
	var stats sla.Statistics
	rank := map[key]int{}
	for i := range j.cases {
		k := &j.cases[i]
		name := ""
		if apart {
			name = k.Group
		}
		for n, v := range k.verdicts {
			stats.Add(name, v)
			at := key{name, v.Milestone}
			if have, known := rank[at]; !known || n < have {
				rank[at] = n
			}
		}
	}
	out := stats.Groups()
	slices.SortStableFunc(out, func(a, b sla.Group) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(rank[key{a.Name, a.Milestone}], rank[key{b.Name, b.Milestone}]))
	})
	return out
}

// find returns the case of an ID, nil for none.
func (j *judgement) find(id string) (*judged, error) {
	if id == "" {
		return nil, nil
	}
	i := slices.IndexFunc(j.cases, func(k judged) bool { return k.ID == id })
	if i < 0 {
		if slices.ContainsFunc(j.incomplete, func(c *csv.Case) bool { return c.ID == id }) {
			return nil, invalid.Value(errIncomplete, invalid.Quote(id))
		}
		return nil, invalid.Value(errNoCase, invalid.Quote(id))
	}
	return &j.cases[i], nil
}

// late is a promise that was broken.
type late struct {
	of *judged
	v  sla.Verdict
}

// worst returns the promises that were broken by most.
func (j *judgement) worst(most int) []late {
	var out []late
	for i := range j.cases {
		for _, v := range j.cases[i].verdicts {
			if v.State == sla.Breached {
				out = append(out, late{&j.cases[i], v})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b late) int { return cmp.Compare(a.v.Margin(), b.v.Margin()) })
	return out[:min(most, len(out))]
}

// byHour counts the first events of the cases by the hour that the clock of the zone showed.
func (j *judgement) byHour() (hours [24]int, total int) {
	for i := range j.log.Cases {
		if events := j.log.Cases[i].Log; len(events) > 0 {
			hours[events[0].At.In(j.zone).Hour()]++
			total++
		}
	}
	return hours, total
}

// local returns an instant on the clock of the zone.
func (j *judgement) local(t time.Time) time.Time { return t.In(j.zone) }
