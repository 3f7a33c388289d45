package main

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// report is the report while it is written.
type report struct {
	cli.Page
	month *judged
}

const shown = 40 // rows of a list

func (r *report) clock(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return t.In(r.month.zone).Format("01-02 15:04")
}

// due returns when a row is due; the end of a day is shown as its 24:00.
func (r *report) due(t time.Time, day bool) string {
	if at := t.In(r.month.zone); day && !t.IsZero() && at.Hour() == 0 && at.Minute() == 0 {
		return t.Add(-time.Nanosecond).In(r.month.zone).Format("01-02") + " 24:00"
	}
	return r.clock(t)
}

func (r *report) write() {
	m := r.month
	r.Say(textTitle, m.month.Start.String()[:7], m.asOf.In(m.zone).Format("2006-01-02 15:04"))
	r.Section(textDuties)
	r.counts()
	r.list(textFaults, schedule.Missed, schedule.Late)
	r.asides()
	r.list(textUnknown, schedule.Unknown)
	r.list(textExcused, schedule.Excused)
	r.plans()
	r.posts()
	r.list(textNext, schedule.Pending)
	if len(m.unknown) > 0 {
		r.Section(textStrangers, strings.Join(m.unknown, ", "))
	}
}

func (r *report) table(t *cli.Table) { r.Out.WriteString(t.String()) }

func (r *report) counts() {
	t := cli.Table{Right: []bool{false, true, true, true, true, true, true, true, true, true, true, true}}
	t.Add(r.Fill(textDuty), r.Fill(textTotal), r.Fill(textOnTime), r.Fill(textLate), r.Fill(textMissed), r.Fill(textPending),
		r.Fill(textExcusedOne), r.Fill(textUnknownOne), r.Fill(textPartial), r.Fill(textExtra), r.Fill(textVoluntary), r.Fill(textShare))
	for _, d := range r.month.results {
		c := d.counts
		cells := []string{name(d.Duty.Name, d.Duty.Code)}
		for _, n := range []int{c.Total, c.OnTime, c.Late, c.Missed, c.Pending, c.Excused, c.Unknown, c.Partial, c.Extra, c.Voluntary} {
			cells = append(cells, strconv.Itoa(n))
		}
		t.Add(append(cells, share(c))...)
	}
	r.table(&t)
}

func name(name, code string) string {
	if name == "" {
		return code
	}
	return name
}

// share returns the share of what was done in time of what was judged, in per cent; – where nothing was.
func share(c schedule.Counts) string {
	step, ok := c.Share("")
	if !ok {
		return "–"
	}
	percent := explain.Product("", step, explain.Given("", explain.Decimal("100", "")))
	x, ok := explain.Number(explain.Round("", percent, "halfUp", "0.01").Value.Text)
	if !ok {
		return "–"
	}
	return x.FloatString(2) + "%"
}

// list writes the rows of some states, in the order of their dues.
func (r *report) list(title explain.Label, states ...schedule.State) {
	type entry struct {
		duty    *result
		subject string
		row     schedule.Row
	}
	var entries []entry
	for i := range r.month.results {
		d := &r.month.results[i]
		for _, rep := range d.reports {
			for _, row := range rep.Rows {
				if slices.Contains(states, row.State) {
					entries = append(entries, entry{d, rep.Subject, row})
				}
			}
		}
	}
	if len(entries) == 0 {
		return
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return a.row.Due.Compare(b.row.Due) })
	r.Section(title, strconv.Itoa(len(entries)))
	var t cli.Table
	for _, e := range entries[:min(len(entries), shown)] {
		note := e.row.Missing
		if e.row.State == schedule.Late {
			note = r.Fill(textLateBy, hours(explain.Decimal(strconv.FormatInt(int64(e.row.LateBy().Seconds()), 10), "s")))
		}
		t.Add(name(e.duty.Duty.Name, e.duty.Duty.Code), e.subject, r.Fill(stateLabel(e.row.State)), r.due(e.row.Due, e.row.Day), e.row.Record, note)
	}
	r.table(&t)
	if more := len(entries) - shown; more > 0 {
		r.Say(textMore, strconv.Itoa(more))
	}
}

// asides writes the records that serve nothing.
func (r *report) asides() {
	var t cli.Table
	n := 0
	for _, d := range r.month.results {
		for _, rep := range d.reports {
			for _, a := range rep.Asides {
				kind := textExtra
				if a.Voluntary {
					kind = textVoluntary
				}
				t.Add(name(d.Duty.Name, d.Duty.Code), rep.Subject, r.Fill(kind), r.clock(a.At), a.Record)
				n++
			}
		}
	}
	if n > 0 {
		r.Section(textAsides, strconv.Itoa(n))
		r.table(&t)
	}
}

func (r *report) plans() {
	for _, p := range r.month.plans {
		r.Section(textPlan, name(p.Plan.Name, p.Plan.Code))
		var t cli.Table
		for _, row := range p.report.Rows {
			task, _ := p.plan.Task(row.Task, p.Level)
			note := ""
			if row.LateStart {
				note = r.Fill(textMoved, r.due(row.Original, row.Day))
			}
			if row.Forecast {
				note = r.Fill(textForecast)
			}
			t.Add(name(task.Name, row.Task), row.Group, r.Fill(stateLabel(row.State)), r.due(row.Due, row.Day), r.clock(row.At), note)
		}
		r.table(&t)
	}
}

func (r *report) posts() {
	m := r.month
	if len(m.covered) == 0 {
		return
	}
	r.Section(textPosts)
	t := cli.Table{Right: []bool{false, true, true, true}}
	t.Add(r.Fill(textPost), r.Fill(textRequired), r.Fill(textShort), r.Fill(textTimes))
	for _, c := range m.covered {
		t.Add(c.Post, hours(c.Required), hours(c.Short), strconv.Itoa(c.Shortages))
	}
	r.table(&t)
	var gaps cli.Table
	for _, s := range m.shortages {
		gaps.Add(s.Post, r.clock(s.Start), r.clock(s.End), r.Fill(textPresent, strconv.Itoa(s.Present), strconv.Itoa(s.Need)))
	}
	for _, f := range m.faults {
		gaps.Add(strings.Join(f.Posts, " + "), r.clock(f.Start), r.clock(f.End), f.Person+" "+r.Fill(faultLabel(f.Kind)))
	}
	r.table(&gaps)
}

// hours returns a length in seconds as h:mm.
func hours(v explain.Value) string {
	x, ok := explain.Number(v.Text)
	if !ok || !x.IsInt() {
		return v.Text
	}
	minutes := x.Num().Int64() / 60
	return strconv.FormatInt(minutes/60, 10) + ":" + strconv.FormatInt(100+minutes%60, 10)[1:]
}

// errNoKey is a key that nothing has.
const errNoKey invalid.RuleError = "dutyplan/no-key: nothing of the month has the key %[1]s"

// explain derives what is due under a key, or a task of a plan.
func (r *report) explain(key string) error {
	found := false
	for _, d := range r.month.results {
		for _, rep := range d.reports {
			for _, row := range rep.Rows {
				if row.Key != key {
					continue
				}
				found = true
				r.Section(textWhy, name(d.Duty.Name, d.Duty.Code), rep.Subject)
				if err := r.derive(d.schedule.Why(row, r.month.asOf)); err != nil {
					return err
				}
			}
		}
	}
	for _, p := range r.month.plans {
		step, ok := p.plan.Why(key, r.month.evidenceOf(p.Subject), p.Level, r.month.asOf)
		if !ok {
			continue
		}
		found = true
		r.Section(textWhy, name(p.Plan.Name, p.Plan.Code), key)
		if err := r.derive(step); err != nil {
			return err
		}
	}
	if !found {
		return invalid.Value(errNoKey, invalid.Quote(key))
	}
	return nil
}

func (r *report) derive(step explain.Step) error {
	r.Out.WriteString(explain.Text(r.P, step))
	return step.Check()
}

func (r *report) files(names []string) {
	if len(names) == 0 {
		r.Section(textNoFiles)
		return
	}
	r.Section(textFiles, strings.Join(names, ", "))
}

func stateLabel(s schedule.State) explain.Label {
	switch s {
	case schedule.OnTime:
		return textOnTime
	case schedule.Late:
		return textLate
	case schedule.Missed:
		return textMissed
	case schedule.Pending:
		return textPending
	case schedule.Excused:
		return textExcusedOne
	case schedule.Partial:
		return textPartial
	case schedule.Unknown:
	}
	return textUnknownOne
}

func faultLabel(k schedule.RosterFaultKind) explain.Label {
	switch k {
	case schedule.TwoPosts:
		return textTwoPosts
	case schedule.UnknownPost:
		return textUnknownPost
	case schedule.NoPerson:
		return textNoPerson
	case schedule.NoTime:
		return textNoTime
	case schedule.Unskilled:
	}
	return textUnskilled
}
