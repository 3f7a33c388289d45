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

// plantedHeader is the first row of data/planted.csv: what there is to be found in data/records.csv. For a verdict state is
// its state and flags are its reason and whatever else is odd; for a stretch at a post key is from when to when.
const plantedHeader = "finding,duty,subject,key,state,flags,record,why"

// TestGeneratedData: the records are what this generator makes, and the faults are those it planted; with -update it
// writes both. Its ordinary records keep every duty, by construction. It knows nothing of package schedule.
func TestGeneratedData(t *testing.T) {
	g := &generator{t: t, seed: 20261101}
	g.before()
	for day := date("2026-11-01"); day.Before(date("2026-12-01")); day = day.AddDate(0, 0, 1) {
		g.day(day)
		g.people(day)
	}
	g.once()
	g.plant()
	g.number()
	var records strings.Builder
	records.WriteString(recordsHeader + "\n")
	for _, r := range g.rows {
		records.WriteString(r.text() + "\n")
	}
	golden.Check(t, "data/records.csv", []byte(records.String()))
	golden.Check(t, "data/planted.csv", []byte(g.planted()))
}

const layout = "2006-01-02 15:04"

// fact is a row of the records.
type fact struct {
	what, subject, kind        string
	start, end, recorded       string
	actor, figure, value, mark string
	reason                     string
	id                         string
	same                       *fact // that has the same ID
}

func (f *fact) text() string {
	return strings.Join([]string{f.what, f.id, f.subject, f.kind, f.start, f.end, f.recorded, f.actor, f.figure, f.value, f.mark, f.reason}, ",")
}

// finding is a row of data/planted.csv; key is completed by the ID of the record that it comes after.
type finding struct {
	what, duty, subject, key, state, flags string
	after, record                          *fact
	why                                    string
}

type generator struct {
	t        *testing.T
	seed     uint64
	rows     []*fact
	findings []finding
}

func date(text string) time.Time {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return at
}

// below returns a number from 0 to n-1, the next of a fixed sequence.
func (g *generator) below(n int) int {
	g.seed = g.seed*6364136223846793005 + 1442695040888963407
	return int(g.seed >> 33 % uint64(n))
}

func (g *generator) one(of ...string) string { return of[g.below(len(of))] }

// add adds a record at a time written like 2026-11-05 02:13.
func (g *generator) add(subject, kind, at, actor string) *fact {
	_, err := time.Parse(layout, at)
	require.NoError(g.t, err)
	f := &fact{what: "record", subject: subject, kind: kind, start: at, actor: actor}
	g.rows = append(g.rows, f)
	return f
}

// at adds a record of a day, some minutes after an hour.
func (g *generator) at(day time.Time, hour, minute int, subject, kind, actor string) *fact {
	return g.add(subject, kind, day.Add(time.Duration(hour*60+minute)*time.Minute).Format(layout), actor)
}

func (g *generator) hours(f *fact, hours string) { f.figure, f.value = "hours", hours }

func lifts() []string {
	return []string{"T1-L1", "T1-L2", "T1-L3", "T1-L4", "T1-L5", "T1-L6", "T1-L7", "T1-L8", "O1-L1", "O1-L2"}
}

// before adds what was done before the month and still matters in it.
func (g *generator) before() {
	for i, lift := range lifts() {
		g.add(lift, "lift-upkeep", fmt.Sprintf("2026-10-%02d 10:00", 9+i%4), "电梯公司")
		g.add(lift, "lift-upkeep", fmt.Sprintf("2026-10-%02d 10:00", 23+i%4), "电梯公司")
	}
	for _, team := range []string{"ENG", "SEC", "CLN", "CS"} {
		g.hours(g.add(team, "training", "2026-10-28 15:00", "班组长"), "1.5")
	}
	g.add("T1", "mop", "2026-10-27 13:00", "保洁")
	g.add("O1", "mop", "2026-10-27 14:00", "保洁")
	g.add("SEP1", "septic-empty", "2026-05-20 09:00", "清掏队")
	g.add("SEP2", "septic-empty", "2026-06-10 09:00", "清掏队")
	g.add("TK1", "tank-clean", "2026-05-12 09:00", "清洗公司")
	g.add("TK2", "tank-clean", "2026-06-20 09:00", "清洗公司")
	g.add("", "fire-drill", "2026-04-15 15:00", "项目经理")
	g.add("GEN1", "generator-test", "2026-10-20 09:30", "强电工")
	g.add("LAMPS", "lamp-clean", "2026-10-29 09:00", "强电工")
	g.reading("2026-10-01 08:00", "1150")
	g.reading("2026-10-20 09:00", "1180")
	g.add("EXAM", "full-check", "2026-10-31 16:00", "工程主管")
}

func (g *generator) reading(at, value string) {
	g.rows = append(g.rows, &fact{what: "reading", subject: "GEN1", kind: "hours", start: at, value: value})
}

// day adds what is done every day.
func (g *generator) day(day time.Time) {
	for _, point := range []string{"P1", "P2"} {
		for hour := range 24 {
			g.at(day, hour, 2+g.below(23), point, "patrol", g.guard())
		}
	}
	for _, hour := range []int{0, 2, 4, 22} {
		g.at(day, hour, g.below(20), "", "night-round", g.guard())
	}
	for _, place := range []string{"ROAD", "SQUARE", "CARPARK", "GREEN", "T1", "O1"} {
		g.at(day, 6, g.below(120), place, "sweep", g.cleaner())
		g.at(day, 16, 30+g.below(120), place, "sweep", g.cleaner())
	}
	for _, lift := range lifts() {
		if out := day.Format(time.DateOnly); lift != "T1-L7" || out < "2026-11-03" || out > "2026-11-19" { // out of service
			g.at(day, 9, g.below(120), lift, "lift-wipe", g.cleaner())
		}
	}
	for _, building := range []string{"T1", "O1", "S1"} {
		g.at(day, 10, g.below(180), building, "building-patrol", "管家")
	}
	if text := day.Format(time.DateOnly); text < "2026-11-10" || text > "2026-11-12" { // the site is at rest
		g.at(day, 14, g.below(60), "FIT-1203", "fitout-patrol", "管家")
	}
	if day.Day() >= 15 {
		g.at(day, 8, g.below(30), "HALL", "hall-heat", "水暖工")
	}
	g.weekly(day)
}

// weekly adds what is done on some days of the week. The month has no holidays.
func (g *generator) weekly(day time.Time) {
	if wd := day.Weekday(); wd != time.Saturday && wd != time.Sunday {
		g.at(day, 8, 35+g.below(60), "PUMP", "pump-check", "水暖工")
	}
	switch day.Weekday() {
	case time.Monday:
		g.at(day, 8, 26+g.below(10), "", "week-meeting", "项目经理")
	case time.Tuesday:
		for _, b := range []string{"T1", "O1"} {
			g.at(day, 13, g.below(90), b, "mop", g.cleaner())
		}
	case time.Wednesday:
		for _, team := range []string{"ENG", "SEC", "CLN", "CS"} {
			g.hours(g.at(day, 15, 0, team, "training", "班组长"), g.one("1", "1.5", "2"))
		}
	case time.Thursday:
		for _, b := range []string{"T1", "O1", "S1"} {
			g.at(day, 13, 30+g.below(90), b, "glass", g.cleaner())
		}
	case time.Friday, time.Saturday, time.Sunday:
	}
}

func (g *generator) guard() string   { return g.one("赵队员", "钱队员", "孙队员", "李队员") }
func (g *generator) cleaner() string { return g.one("周保洁", "吴保洁", "郑保洁") }

// people adds who was at the posts: two shifts that hand over on the instant; the first night began the day before.
func (g *generator) people(day time.Time) {
	control := [][]string{{"冯某", "陈某"}, {"褚某", "卫某"}, {"蒋某", "沈某"}}
	gate := []string{"韩某", "杨某", "朱某"}
	n := day.Day()
	if n == 1 {
		for _, person := range control[0] {
			g.present("control", person, day.Add(-5*time.Hour), day.Add(7*time.Hour))
		}
		g.present("gate", gate[0], day.Add(-5*time.Hour), day.Add(7*time.Hour))
	}
	for shift, from := range []int{7, 19} {
		start, end := day.Add(time.Duration(from)*time.Hour), day.Add(time.Duration(from+12)*time.Hour)
		team := (2*n + shift) % 3
		for _, person := range control[team] {
			g.present("control", person, start, end)
		}
		g.present("gate", gate[team], start, end)
		if shift == 1 && n <= 29 {
			g.present("heating", []string{"秦某", "尤某"}[n%2], start, end)
		}
	}
}

func (g *generator) present(post, person string, start, end time.Time) {
	g.rows = append(g.rows, &fact{what: "attendance", kind: post, actor: person, start: start.Format(layout), end: end.Format(layout)})
}

// once adds what is done once or twice in the month.
func (g *generator) once() {
	for i, lift := range lifts() {
		g.add(lift, "lift-upkeep", fmt.Sprintf("2026-11-%02d 10:00", 5+i%4), "电梯公司")
		g.add(lift, "lift-upkeep", fmt.Sprintf("2026-11-%02d 10:00", 19+i%4), "电梯公司")
	}
	g.find("lift-upkeep", "T1-L2", "2026-11-20").kind = "lift-quarter" // a longer check includes the shorter
	for line := range strings.Lines(onceInTheMonth) {
		words := strings.Fields(line)
		require.Len(g.t, words, 5)
		g.add(strings.TrimPrefix(words[0], "-"), words[1], words[2]+" "+words[3], words[4])
	}
	for minute := 15; minute < 120; minute += 15 {
		g.at(date("2026-11-12"), 14, minute+g.below(4), "ROOM1", "tea", "会务")
	}
	g.reading("2026-11-12 09:00", "1229")
}

// onceInTheMonth are a subject, a kind, when and who a line.
const onceInTheMonth = `WELLS well-check 2026-11-05 10:00 疏通工
SEP1 septic-check 2026-11-06 10:00 疏通工
SEP2 septic-check 2026-11-06 11:00 疏通工
SEP1 septic-empty 2026-11-18 09:00 清掏队
LAMPS lamp-clean 2026-11-27 09:00 强电工
TK1 tank-clean 2026-11-10 09:00 清洗公司
GEN1 generator-test 2026-11-12 09:30 强电工
NET heating-ready 2026-11-11 15:00 水暖工
NET heating-check 2026-11-20 15:00 水暖工
- fire-drill 2026-11-09 15:00 项目经理
T1-L3 lift-apply 2026-11-16 10:00 工程主管
T1-L4 lift-apply 2026-11-16 10:05 工程主管
O1-L1 lift-apply 2026-11-05 10:00 工程主管
EXAM exam-drill 2026-11-10 15:00 项目经理
EXAM exam-drill 2026-11-24 15:00 项目经理
EXAM contractors 2026-11-01 16:00 工程主管
EXAM signposts 2026-11-17 16:00 客服
EXAM carpark 2026-11-21 08:00 秩序主管
EXAM fixed 2026-11-22 17:00 工程主管
EXAM room-check 2026-11-25 16:00 工程主管
EXAM clocks 2026-11-26 10:00 工程主管
EXAM cleaning 2026-11-26 17:00 环境主管
EXAM notice 2026-11-26 09:00 客服
EXAM cordon 2026-11-27 15:00 秩序主管
EXAM placed 2026-11-27 16:00 客服
`

// find returns the one record of a kind and subject whose time begins with a text.
func (g *generator) find(kind, subject, at string) *fact {
	g.t.Helper()
	var found []*fact
	for _, f := range g.rows {
		if f.kind == kind && f.subject == subject && strings.HasPrefix(f.start, at) {
			found = append(found, f)
		}
	}
	require.Len(g.t, found, 1, "%s %s %s", kind, subject, at)
	return found[0]
}

// drop takes a record out.
func (g *generator) drop(kind, subject, at string) {
	g.t.Helper()
	f := g.find(kind, subject, at)
	g.rows = slices.DeleteFunc(g.rows, func(o *fact) bool { return o == f })
}

// number sorts the rows by time, and gives the records their IDs: the day, and a number in it.
func (g *generator) number() {
	slices.SortStableFunc(g.rows, func(a, b *fact) int { return strings.Compare(a.start, b.start) })
	count := map[string]int{}
	for _, f := range g.rows {
		if f.what == "record" && f.same == nil && f.id == "" {
			day := strings.ReplaceAll(f.start[len("2026-"):len("2026-11-05")], "-", "")
			count[day]++
			f.id = fmt.Sprintf("%s-%03d", day, count[day])
		}
	}
	for _, f := range g.rows {
		if f.same != nil {
			f.id = f.same.id
		}
	}
}

// planted returns data/planted.csv.
func (g *generator) planted() string {
	var out strings.Builder
	out.WriteString(plantedHeader + "\n")
	for _, f := range g.findings {
		key, record := f.key, ""
		if f.after != nil {
			key += f.after.id
		}
		if f.record != nil {
			record = f.record.id
		}
		if f.what == "row" {
			key = fmt.Sprint(slices.Index(g.rows, f.record) + 2)
			record = ""
		}
		out.WriteString(strings.Join([]string{f.what, f.duty, f.subject, key, f.state, f.flags, record, f.why}, ",") + "\n")
	}
	return out.String()
}
