package main

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/schedule"
)

// The files of -out are UTF-8 with one row per line. Instants are RFC 3339 on the clock of the report; lengths are
// seconds; empty is not 0. A text that a spreadsheet would take for a formula has an apostrophe before it.
const (
	// verdictsHeader is that of verdicts.csv: a row a thing that was due (finding due), and a row a record that serves
	// none (extra, voluntary). day is yes where due is the end of a day or of a period, which itself is too late.
	// original_due is when it was due before it moved; start and end are those of its window. record is the one that
	// serves it, done at at, and written down at recorded if that was later. have and want are those of a quota. late is
	// from due to at. late_start and carried are yes where the anchor became known after the due, and where it was due
	// before the month.
	verdictsHeader = "finding,duty,source,subject,key,state,due,day,original_due,start,end,record,at,recorded,have,want,late," +
		"late_start,carried,reason,missing"
	// summaryHeader is that of summary.csv: a row a duty or plan. total is the sum of on_time to partial; share is
	// on_time of on_time, late and missed, in per cent. next is what is overdue or due next, for next_subject,
	// next_have of next_want of it done.
	summaryHeader = "duty,name,source,subjects,total,on_time,late,missed,pending,excused,unknown,partial,extra,voluntary,share," +
		"next,next_day,next_subject,next_have,next_want"
	// gapsHeader is that of gaps.csv: a row a stretch in which too few people were at a post (shortage), and a row a
	// thing about the attendance that cannot be so or must not be (by its kind).
	gapsHeader = "finding,post,day,start,end,length,need,present,person"
	// occurrencesHeader is that of occurrences.csv: a row a time in the month at which something is due by the clock
	// alone, of duties with a rule.
	occurrencesHeader = "duty,subject,key,on,due,day"
	// badHeader is that of bad.csv: a row a row of the records that could not be read, the problem in the language of the
	// report.
	badHeader = "line,rule,problem"
)

// writeFiles writes the files of -out and returns their paths.
func writeFiles(dir string, j *judgement, p *message.Printer) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	var names []string
	for _, f := range []struct {
		name, header string
		rows         [][]string
	}{
		{"verdicts.csv", verdictsHeader, j.verdictRows()},
		{"summary.csv", summaryHeader, j.summaryRows()},
		{"gaps.csv", gapsHeader, j.gapRows()},
		{"occurrences.csv", occurrencesHeader, j.occurrenceRows()},
		{"bad.csv", badHeader, j.badRows(p)},
	} {
		name, err := cli.WriteTable(dir, f.name, f.header, f.rows)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// stamp returns an instant, "" for none.
func (j *judgement) stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return j.local(t).Format(time.RFC3339Nano)
}

// seconds returns a length in whole seconds, cut.
func seconds(d time.Duration) string { return strconv.FormatInt(int64(d/time.Second), 10) }

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

func (j *judgement) verdictRows() [][]string {
	var out [][]string
	for i := range j.verdicts {
		out = append(out, j.verdictRow(&j.verdicts[i]))
	}
	for _, a := range j.asides {
		d, finding := &j.duties[a.duty], "extra"
		if a.Voluntary {
			finding = "voluntary"
		}
		row := make([]string, strings.Count(verdictsHeader, ",")+1)
		copy(row, []string{finding, cli.Safe(d.code), cli.Safe(d.source), cli.Safe(a.subject.Code)})
		row[11], row[12] = cli.Safe(a.Record), j.stamp(a.At)
		out = append(out, row)
	}
	return out
}

func (j *judgement) verdictRow(v *verdict) []string {
	d := &j.duties[v.duty]
	recorded, have, want, late, reason := "", "", "", "", ""
	if t := j.log.records[v.Record].Recorded; t.After(v.At) {
		recorded = j.stamp(t)
	}
	if v.Want.Sign() > 0 {
		have, want = v.Have.String(), v.Want.String()
	}
	if v.State == schedule.Late {
		late = seconds(v.LateBy())
	}
	if v.Reason != 0 {
		reason = v.Reason.String()
	}
	return []string{
		"due", cli.Safe(d.code), cli.Safe(d.source), cli.Safe(v.subject.Code), cli.Safe(v.Key), v.State.String(), j.stamp(v.Due), yes(v.Day),
		j.stamp(v.OriginalDue), j.stamp(v.Start), j.stamp(v.End), cli.Safe(v.Record), j.stamp(v.At), recorded, have, want, late,
		yes(v.LateStart), yes(v.Carried), reason, cli.Safe(v.Missing),
	}
}

func (j *judgement) summaryRows() [][]string {
	var out [][]string
	for i := range j.duties {
		d := &j.duties[i]
		c, n := &d.counts, &d.next
		row := []string{cli.Safe(d.code), cli.Safe(d.name), cli.Safe(d.source)}
		for _, k := range []int{
			len(d.subjects), c.Total, c.OnTime, c.Late, c.Missed, c.Pending, c.Excused, c.Unknown, c.Partial, c.Extra, c.Voluntary,
		} {
			row = append(row, strconv.Itoa(k))
		}
		subject := ""
		if n.subject != nil {
			subject = cli.Safe(n.subject.Code)
		}
		out = append(out, append(row, cli.Percent(c.OnTime, c.Judged()), j.stamp(n.at), yes(n.day), subject, n.have, n.want))
	}
	return out
}

func (j *judgement) gapRows() [][]string {
	var out [][]string
	if j.cover == nil {
		return nil
	}
	for s := range j.cover.Shortages() {
		out = append(out, []string{
			"shortage", cli.Safe(s.Post), s.Day.String(), j.stamp(s.Start), j.stamp(s.End),
			seconds(s.End.Sub(s.Start)), strconv.Itoa(s.Need), strconv.Itoa(s.Present), "",
		})
	}
	for _, f := range j.faults() {
		length := ""
		if f.Start.Before(f.End) && !f.Start.IsZero() {
			length = seconds(f.End.Sub(f.Start))
		}
		out = append(out, []string{
			f.Kind.String(), cli.Safe(strings.Join(f.Posts, " ")), "", j.stamp(f.Start), j.stamp(f.End), length, "", "", cli.Safe(f.Person),
		})
	}
	return out
}

// occurrenceRows are what the clock says, in the month or in the spans of a subject that begin in it.
func (j *judgement) occurrenceRows() [][]string {
	var out [][]string
	for i, a := range j.program.Duties {
		if a.Duty.Demand.Rule == nil {
			continue
		}
		d := &j.duties[i]
		for _, s := range d.subjects {
			for _, o := range j.occurrences(d, s) {
				out = append(out, []string{
					cli.Safe(d.code), cli.Safe(s.Code), cli.Safe(d.schedule.Key(o)), o.On.String(), j.stamp(o.Due), yes(o.Day),
				})
			}
		}
	}
	return out
}

// occurrences returns when a duty is due for a subject in the month.
func (j *judgement) occurrences(d *duty, s *subject) []schedule.Occurrence {
	out := d.schedule.Append(nil, j.from, j.to)
	for _, span := range s.Spans {
		for o := range d.schedule.OccurrencesIn(span) {
			if !o.Due.Before(j.from) && o.Due.Before(j.to) {
				out = append(out, o)
			}
		}
	}
	return out
}

func (j *judgement) badRows(p *message.Printer) [][]string {
	var out [][]string
	for _, b := range j.log.bad {
		out = append(out, []string{strconv.Itoa(b.line), b.problem.Rule.ID(), cli.Safe(b.problem.Text(p))})
	}
	return out
}
