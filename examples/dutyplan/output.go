package main

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/examples/internal/cli"
)

// The files of -out are UTF-8 with one row per line. Instants are RFC 3339 on the clock of the calendars; lengths are
// seconds; empty is not 0. A text that a spreadsheet would take for a formula has an apostrophe before it.
const (
	// verdictsHeader is that of verdicts.csv: a row for each thing due of each subject. due is the instant; where day is
	// yes it is the end of the day. late is how long after it that was done.
	verdictsHeader = "duty,subject,key,state,due,day,window_start,window_end,record,at,late,reason,missing"
	// summaryHeader is that of summary.csv: a row a duty and subject. total is the sum of on_time to partial; share is
	// on_time of on_time, late and missed in per cent.
	summaryHeader = "duty,subject,total,on_time,late,missed,pending,excused,unknown,partial,extra,voluntary,share"
	// occurrencesHeader is that of occurrences.csv: a row for each time that a rule is due in the month, by subject.
	occurrencesHeader = "duty,subject,key,due,day"
	// tasksHeader is that of tasks.csv: a row a task of a plan. original is when it was due before it moved.
	tasksHeader = "plan,subject,task,group,state,due,day,original,record,at"
	// gapsHeader is that of gaps.csv: a row for each time that too few persons were at a post.
	gapsHeader = "post,day,start,end,need,present"
)

func writeFiles(dir string, m *judged) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	var names []string
	for _, f := range []struct {
		name, header string
		rows         [][]string
	}{
		{"verdicts.csv", verdictsHeader, m.verdicts()},
		{"summary.csv", summaryHeader, m.summary()},
		{"occurrences.csv", occurrencesHeader, m.occurrences()},
		{"tasks.csv", tasksHeader, m.tasks()},
		{"gaps.csv", gapsHeader, m.gaps()},
	} {
		file, err := cli.Create(dir, f.name)
		if err != nil {
			return nil, err
		}
		if err := write(file, f.header, f.rows); err != nil {
			return nil, err
		}
		names = append(names, file.Name())
	}
	return names, nil
}

func write(file io.WriteCloser, header string, rows [][]string) error {
	err := cli.WriteRows(file, header, rows)
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

func (m *judged) text(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(m.zone).Format(time.RFC3339)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

func (m *judged) verdicts() [][]string {
	var rows [][]string
	for _, d := range m.results {
		for _, rep := range d.reports {
			for _, r := range rep.Rows {
				reason := ""
				if r.Reason != 0 {
					reason = r.Reason.String()
				}
				rows = append(rows, []string{
					cli.Safe(d.Duty.Code), cli.Safe(rep.Subject), cli.Safe(r.Key), r.State.String(), m.text(r.Due), yes(r.Day), m.text(r.Start), m.text(r.End),
					cli.Safe(r.Record), m.text(r.At), late(r), reason, cli.Safe(r.Missing),
				})
			}
		}
	}
	return rows
}

func (m *judged) summary() [][]string {
	var rows [][]string
	for _, d := range m.results {
		for _, rep := range d.reports {
			c := rep.Counts
			row := []string{cli.Safe(d.Duty.Code), cli.Safe(rep.Subject)}
			for _, n := range []int{c.Total, c.OnTime, c.Late, c.Missed, c.Pending, c.Excused, c.Unknown, c.Partial, c.Extra, c.Voluntary} {
				row = append(row, strconv.Itoa(n))
			}
			rows = append(rows, append(row, strings.TrimRight(share(c), "%–")))
		}
	}
	return rows
}

func (m *judged) occurrences() [][]string {
	var rows [][]string
	from, to := m.month.Start.In(m.zone), m.month.End.In(m.zone)
	for _, d := range m.results {
		for _, subject := range d.Subjects {
			for o := range d.schedule.Occurrences(from, to) {
				rows = append(rows, []string{cli.Safe(d.Duty.Code), cli.Safe(subject), cli.Safe(d.schedule.Key(o)), m.text(o.Due), yes(o.Day)})
			}
		}
	}
	return rows
}

func (m *judged) tasks() [][]string {
	var rows [][]string
	for _, p := range m.plans {
		for _, r := range p.report.Rows {
			rows = append(rows, []string{
				cli.Safe(p.Plan.Code), cli.Safe(p.Subject), cli.Safe(r.Task), cli.Safe(r.Group), r.State.String(), m.text(r.Due), yes(r.Day), m.text(r.Original),
				cli.Safe(r.Record), m.text(r.At),
			})
		}
	}
	return rows
}

func (m *judged) gaps() [][]string {
	var rows [][]string
	for _, s := range m.shortages {
		rows = append(rows, []string{
			cli.Safe(s.Post), s.Day.String(), m.text(s.Start), m.text(s.End), strconv.Itoa(s.Need), strconv.Itoa(s.Present),
		})
	}
	return rows
}
