package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/golden"
)

// logHeader is the first row of data/log.csv.
const logHeader = "工单号,类别,事件,时间,原因,人员,约定时间\n"

// TestGeneratedData: the log is what this generator makes; with -update it writes it. Its ordinary cases keep every
// promise, by construction; the others are written out below, and testdata/planted.csv says what is to be found in
// them.
func TestGeneratedData(t *testing.T) {
	g := generator{t: t, seed: 20260915}
	for day := range g.days() {
		g.ordinary(day)
	}
	g.planted()
	slices.SortStableFunc(g.rows, func(a, b row) int { return strings.Compare(a.at, b.at) })
	var out strings.Builder
	out.WriteString(logHeader)
	for _, r := range g.rows {
		out.WriteString(r.text + "\n")
	}
	golden.Check(t, "data/log.csv", []byte(out.String()))
}

// row is a row of the log, and the time it stands by.
type row struct{ at, text string }

type generator struct {
	t     *testing.T
	seed  uint64
	rows  []row
	count map[string]int
}

// below returns a number from 0 to n-1, the next of a fixed sequence.
func (g *generator) below(n int) int {
	g.seed = g.seed*6364136223846793005 + 1442695040888963407
	return int(g.seed >> 33 % uint64(n))
}

const layout = "2006-01-02 15:04"

func (g *generator) add(id, category, event string, at time.Time, actor, agreed string) {
	text := at.Format(layout)
	g.rows = append(g.rows, row{text, strings.Join([]string{id, category, event, text, "", actor, agreed}, ",")})
}

// resting reports whether the desk is closed on a day.
func resting(day time.Time) bool {
	text := day.Format(time.DateOnly)
	switch {
	case text == "2026-09-20", text == "2026-10-10":
		return false
	case text >= "2026-09-25" && text <= "2026-09-27", text >= "2026-10-01" && text <= "2026-10-07":
		return true
	}
	return day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
}

// days are those on which ordinary cases are reported; all are called back before the log ends.
func (g *generator) days() func(yield func(time.Time) bool) {
	return func(yield func(time.Time) bool) {
		for day := time.Date(2026, 9, 15, 0, 0, 0, 0, time.UTC); day.Before(time.Date(2026, 10, 10, 0, 0, 0, 0, time.UTC)); day = day.AddDate(0, 0, 1) {
			if !yield(day) {
				return
			}
		}
	}
}

// nextWorkday returns the first day after one on which the desk is open.
func nextWorkday(day time.Time) time.Time {
	for day = day.AddDate(0, 0, 1); resting(day); day = day.AddDate(0, 0, 1) {
	}
	return day
}

// ordinary adds the ordinary cases of a day: an urgent one on some, by day or night; a minor repair on working days, and a
// complaint now and then.
func (g *generator) ordinary(day time.Time) {
	if g.below(10) < 5 {
		g.urgent(day)
	}
	if resting(day) {
		return
	}
	g.minor(day)
	if g.below(10) < 4 {
		g.minor(day)
	}
	if g.below(10) < 3 {
		g.complaint(day)
	}
}

// next returns the next number of a kind of case: J01.
func (g *generator) next(kind string) string {
	if g.count == nil {
		g.count = map[string]int{}
	}
	g.count[kind]++
	return fmt.Sprintf("%s%02d", kind, g.count[kind])
}

func minutes(n int) time.Duration { return time.Duration(n) * time.Minute }

func (g *generator) urgent(day time.Time) {
	id, at := g.next("J"), day.Add(minutes(g.below(24*60)))
	worker := g.worker()
	arrived := at.Add(minutes(8 + g.below(20)))
	done := arrived.Add(minutes(30 + g.below(240)))
	g.add(id, "急修", "报修", at, "前台", "")
	g.add(id, "", "到场", arrived, worker, "")
	g.add(id, "", "修复", done, worker, "")
	g.add(id, "", "回访", g.morningAfter(done), "客服", "")
}

func (g *generator) minor(day time.Time) {
	id, at := g.next("L"), day.Add(minutes(8*60+40+g.below(120)))
	agreed := day.Add(minutes(14 * 60))
	if g.below(2) == 0 {
		agreed = nextWorkday(day).Add(minutes(9 * 60))
	}
	worker := g.worker()
	arrived := agreed.Add(-minutes(g.below(16)))
	done := arrived.Add(minutes(20 + g.below(100)))
	g.add(id, "零修", "报修", at, "前台", agreed.Format(layout))
	g.add(id, "", "受理", at.Add(minutes(5+g.below(50))), "客服", "")
	g.add(id, "", "到场", arrived, worker, "")
	g.add(id, "", "修复", done, worker, "")
	g.add(id, "", "回访", g.morningAfter(done), "客服", "")
}

func (g *generator) complaint(day time.Time) {
	id, at := g.next("T"), day.Add(minutes(9*60+g.below(60)))
	replied := nextWorkday(day).Add(minutes(10*60 + g.below(360)))
	g.add(id, "投诉", "投诉", at, "前台", "")
	g.add(id, "", "受理", at.Add(minutes(10+g.below(40))), "客服", "")
	g.add(id, "", "答复", replied, "客服", "")
	g.add(id, "", "回访", g.morningAfter(replied), "客服", "")
}

func (g *generator) worker() string {
	return []string{"王师傅", "李师傅", "赵师傅"}[g.below(3)]
}

func (g *generator) morningAfter(at time.Time) time.Time {
	return time.Date(at.Year(), at.Month(), at.Day()+1, 10, g.below(60), 0, 0, time.UTC)
}

// planted adds the cases that are told as they happened: one a line, its events divided by semicolons.
func (g *generator) planted() {
	for line := range strings.Lines(plantedLog) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		head, events, ok := strings.Cut(line, ": ")
		require.True(g.t, ok, line)
		about := strings.SplitN(head, " ", 3)
		for i, e := range strings.Split(events, "; ") {
			words := strings.Split(e, " ")
			require.GreaterOrEqual(g.t, len(words), 3, e)
			reason := strings.Join(words[3:], "")
			category, agreed := "", ""
			if i == 0 {
				category, agreed = about[1], strings.Join(about[2:], "")
			}
			text := strings.Join([]string{about[0], category, words[0], words[1] + " " + words[2], reason, "", agreed}, ",")
			g.rows = append(g.rows, row{words[1] + " " + words[2], text})
		}
	}
	g.rows = append(g.rows,
		row{"2026-09-24 22:00", "J90,急修,报修,昨晚十点,,前台,"}, // no time: J90 is not whole
		row{"2026-09-24 22:20", "J90,急修,到场,2026-09-24 22:20,,王师傅,"},
		row{"2026-09-28 11:00", ",零修,到场,2026-09-28 11:00,,李师傅,"}, // of no case
		row{"2026-09-23 13:55", "L51,,到场,2026-09-23 14:00,,,"},   // exported twice
	)
}

// plantedLog are cases to find something in. A case without a remark keeps its promises.
const plantedLog = `
# Urgent, around the clock: W-21, on the instant and a minute late; a night of the National Day week.
J51 急修: 报修 2026-09-18 22:10; 到场 2026-09-18 22:40; 修复 2026-09-18 23:55; 回访 2026-09-19 10:00
J52 急修: 报修 2026-09-21 22:10; 到场 2026-09-21 22:41; 修复 2026-09-21 23:30; 回访 2026-09-22 10:00
J53 急修: 报修 2026-10-02 03:20; 到场 2026-10-02 04:05; 修复 2026-10-02 05:00; 回访 2026-10-02 10:00
# Waiting for parts for two days: 6 hours count. Still waiting when the month ends.
J54 急修: 报修 2026-09-22 09:00; 到场 2026-09-22 09:20; 暂停 2026-09-22 09:40 待料; 恢复 2026-09-24 09:40; 修复 2026-09-24 15:00; 回访 2026-09-25 10:00
J55 急修: 报修 2026-10-13 15:00; 到场 2026-10-13 15:25; 暂停 2026-10-13 16:00 待料
# Repaired again: 2 h and 11 h; 2 h and 25 h.
J56 急修: 报修 2026-09-16 10:00; 到场 2026-09-16 10:20; 修复 2026-09-16 12:00; 返修 2026-09-17 09:00; 修复 2026-09-17 20:00; 回访 2026-09-18 10:00
J57 急修: 报修 2026-10-07 10:00; 到场 2026-10-07 10:20; 修复 2026-10-07 12:00; 返修 2026-10-08 09:00; 修复 2026-10-09 10:00; 回访 2026-10-09 17:00
# Cancelled after ten minutes; arrived before it was reported; just reported; arrival never written down; a power cut in the city.
J58 急修: 报修 2026-09-23 19:00; 撤单 2026-09-23 19:10
J59 急修: 到场 2026-09-29 08:05; 报修 2026-09-29 08:50; 修复 2026-09-29 10:00; 回访 2026-09-30 10:00
J60 急修: 报修 2026-10-14 23:50
J61 急修: 报修 2026-10-12 09:00; 修复 2026-10-12 11:00; 回访 2026-10-13 10:00
J62 急修: 报修 2026-09-30 20:00; 免责 2026-09-30 20:05 市政停电; 到场 2026-09-30 21:30; 修复 2026-09-30 22:00
# Minor repairs at the agreed time: on the instant, twenty minutes late, nothing agreed, a year mistyped.
L51 零修 2026-09-23 14:00: 报修 2026-09-23 09:00; 受理 2026-09-23 09:30; 到场 2026-09-23 14:00; 修复 2026-09-23 15:00; 回访 2026-09-24 10:00
L52 零修 2026-09-23 14:00: 报修 2026-09-23 09:10; 受理 2026-09-23 09:30; 到场 2026-09-23 14:20; 修复 2026-09-23 15:00; 回访 2026-09-24 10:00
L53 零修: 报修 2026-09-24 09:10; 受理 2026-09-24 09:30; 到场 2026-09-24 14:20; 修复 2026-09-24 15:00; 回访 2026-09-25 10:00
L54 零修 2027-10-09 09:00: 报修 2026-10-08 09:10; 受理 2026-10-08 09:30; 到场 2026-10-09 09:00; 修复 2026-10-09 10:00; 回访 2026-10-10 10:00
# Reported half an hour before the holidays: accepted a minute too late after them; on the make-up Sunday, in time on Monday.
L55 零修 2026-10-08 14:00: 报修 2026-09-30 17:00; 受理 2026-10-08 10:01; 到场 2026-10-08 14:00; 修复 2026-10-08 15:00; 回访 2026-10-09 10:00
L56 零修 2026-09-21 14:00: 报修 2026-09-20 16:00; 受理 2026-09-21 08:55; 到场 2026-09-21 14:00; 修复 2026-09-21 15:00; 回访 2026-09-22 10:00
# Repaired on the second working day; the owner away for six days, three of which stop the clock; agreed for tomorrow; lost.
L57 零修 2026-09-21 09:00: 报修 2026-09-20 09:00; 受理 2026-09-20 09:30; 到场 2026-09-21 08:55; 修复 2026-09-23 10:00; 回访 2026-09-24 10:00
L58 零修 2026-09-17 09:00: 报修 2026-09-16 09:00; 受理 2026-09-16 09:30; 到场 2026-09-17 09:00; 暂停 2026-09-17 09:10 业主原因; 恢复 2026-09-23 09:00; 修复 2026-09-23 10:00; 回访 2026-09-24 10:00
L59 零修 2026-10-15 09:00: 报修 2026-10-14 16:50; 受理 2026-10-14 17:05
L60 零修: 报修 2026-10-12 10:00
# Complaints: answered after the holidays; on the second working day; called back on the fourth day; not yet answered; forgotten.
T51 投诉: 投诉 2026-09-28 10:00; 受理 2026-09-28 10:30; 答复 2026-10-08 09:00; 回访 2026-10-09 10:00
T52 投诉: 投诉 2026-09-22 10:00; 受理 2026-09-22 10:30; 答复 2026-09-24 17:00; 回访 2026-09-25 10:00
T53 投诉: 投诉 2026-09-21 10:00; 受理 2026-09-21 10:30; 答复 2026-09-22 17:00; 回访 2026-09-26 10:00
T54 投诉: 投诉 2026-10-13 10:00; 受理 2026-10-13 10:30
T55 投诉: 投诉 2026-09-29 10:00; 受理 2026-09-29 10:30; 答复 2026-10-08 09:00
# A question, for which nothing is promised.
Z51 咨询: 报修 2026-09-29 10:00; 受理 2026-09-29 10:30
`
