package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// The records of September 2026, made from a seed by plain arithmetic on the clock: the generator knows the
// contract and nothing of package schedule. What it does wrong on purpose it writes down apart.

var shanghai = time.FixedZone("", 8*60*60)

func at(text string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", "2026-"+text, shanghai)
	if err != nil {
		panic(err)
	}
	return t
}

// generator makes the month.
type generator struct {
	*rand.Rand
	order    []string
	evidence map[string]*schedule.Evidence
	sheet    schedule.Sheet
	planted  [][]string
	n        int
}

func newGenerator() *generator {
	return &generator{Rand: rand.New(rand.NewPCG(2026, 9)), evidence: map[string]*schedule.Evidence{}}
}

func (g *generator) of(subject string) *schedule.Evidence {
	if g.evidence[subject] == nil {
		g.evidence[subject] = &schedule.Evidence{Subject: subject}
		g.order = append(g.order, subject)
	}
	return g.evidence[subject]
}

// record adds one, and returns it to be changed.
func (g *generator) record(subject, kind string, t time.Time) *schedule.Record {
	g.n++
	e := g.of(subject)
	e.Records = append(e.Records, schedule.Record{ID: fmt.Sprintf("R%04d", g.n), Kind: kind, At: t})
	return &e.Records[len(e.Records)-1]
}

// plant writes down a fault: what, of which duty and subject, and when it was due or is.
func (g *generator) plant(what, duty, subject string, when time.Time) {
	g.planted = append(g.planted, []string{what, duty, subject, when.Format(time.RFC3339)})
}

func (g *generator) jitter(minutes int) time.Duration {
	return time.Duration(g.IntN(2*minutes+1)-minutes) * time.Minute
}

func generate() *generator {
	g := newGenerator()
	g.patrols()
	g.nights()
	g.sweeps()
	g.lifts()
	g.others()
	g.training()
	g.event()
	g.posts()
	return g
}

func (g *generator) patrols() {
	skipped := map[string]bool{"东门 09-05 03:00": true, "配电房 09-12 14:00": true, "配电房 09-12 15:00": true}
	for _, subject := range []string{"东门", "配电房"} {
		for hour := at("09-01 00:00"); hour.Before(at("10-01 00:00")); hour = hour.Add(time.Hour) {
			if skipped[subject+" "+hour.Format("01-02 15:04")] {
				g.plant("missed", "patrol", subject, hour.Add(time.Hour))
				continue
			}
			g.record(subject, "patrol", hour.Add(time.Duration(g.IntN(60))*time.Minute))
		}
	}
}

func (g *generator) nights() {
	const subject = "地下车库"
	for night := at("08-31 22:00"); night.Before(at("10-01 00:00")); night = night.AddDate(0, 0, 1) {
		for _, hours := range []int{0, 2, 4, 6} {
			due := night.Add(time.Duration(hours) * time.Hour)
			switch {
			case due.Before(at("09-01 00:00")) || !due.Before(at("10-01 00:00")):
			case due.Equal(at("09-18 02:00")):
				g.plant("missed", "nightRound", subject, due)
			case due.Equal(at("09-11 22:00")):
				g.record(subject, "nightRound", due.Add(40*time.Minute))
				g.plant("late", "nightRound", subject, due)
			default:
				r := g.record(subject, "nightRound", due.Add(g.jitter(14)))
				if due.Day() == 25 {
					r.Recorded = due.AddDate(0, 0, 2) // written down two days later, done in time
				}
			}
		}
	}
	g.record(subject, "nightRound", at("09-20 13:00"))
	g.plant("extra", "nightRound", subject, at("09-20 13:00"))
	g.record(subject, "nightRound", at("09-21 23:00")).Voluntary = true
	g.plant("voluntary", "nightRound", subject, at("09-21 23:00"))
}

func (g *generator) sweeps() {
	for d := at("09-01 00:00"); d.Before(at("10-01 00:00")); d = d.AddDate(0, 0, 1) {
		g.record("主干道", "sweep", d.Add(7*time.Hour+g.jitter(90)))
		if d.Equal(at("09-13 00:00")) {
			g.plant("missed", "sweep", "主干道", d.Add(22*time.Hour))
			continue
		}
		g.record("主干道", "sweep", d.Add(19*time.Hour+g.jitter(90)))
	}
	for monday := at("09-07 00:00"); monday.Before(at("10-01 00:00")); monday = monday.AddDate(0, 0, 7) {
		g.record("T1 大堂", "mop", monday.Add(9*time.Hour+g.jitter(60)))
		if monday.Equal(at("09-21 00:00")) {
			g.record("T2 大堂", "mop", monday.Add(33*time.Hour)) // on Tuesday
			g.plant("late", "mop", "T2 大堂", monday.AddDate(0, 0, 1))
			continue
		}
		g.record("T2 大堂", "mop", monday.Add(10*time.Hour+g.jitter(60)))
	}
}

func (g *generator) lifts() {
	for _, row := range [][]string{
		{"T1-1 号梯", "08-13", "08-28", "09-11", "09-25"},
		{"T1-2 号梯", "08-10", "08-25", "09-10", "09-24"}, // sixteen days in between
		{"T2-1 号梯", "08-06", "08-20", "09-19"},
	} {
		for i, d := range row[1:] {
			kind := "halfMonthly"
			if i == 1 {
				kind = "quarterly"
			}
			g.record(row[0], kind, at(d+" 10:00"))
		}
	}
	g.plant("late", "liftUpkeep", "T1-2 号梯", at("09-10 00:00"))
	e := g.of("T2-1 号梯")
	e.Excuses = append(e.Excuses, schedule.Excuse{Start: at("09-01 00:00"), End: at("09-20 00:00"), Reason: "大修停用"})
}

func (g *generator) others() {
	g.record("1 号化粪池", "septicCheck", at("09-08 09:00"))
	g.record("1 号化粪池", "septicEmptying", at("08-02 15:00")).Unplanned = true
	g.record("1 号化粪池", "septicEmptying", at("09-15 09:00"))
	g.plant("late", "septicEmptying", "1 号化粪池", at("09-11 00:00"))

	tank := g.of("水箱")
	tank.Fields = []schedule.Field{{Name: "lastCleanedOn", On: civil.MustParse("2026-03-18")}}
	g.record("水箱", "tankCleaning", at("09-16 14:00"))

	engine := g.of("发电机")
	for _, r := range []struct {
		at    string
		hours int64
	}{{"08-20 00:00", 1200}, {"09-05 08:00", 1230}, {"09-12 10:00", 1252}, {"09-14 09:00", 1255}, {"09-28 08:00", 1271}} {
		engine.Readings = append(engine.Readings, schedule.Reading{Meter: "hours", At: at(r.at), Value: decimal.NewFromInt(r.hours)})
	}
	g.record("发电机", "generatorService", at("09-14 10:00"))
	g.plant("late", "generatorService", "发电机", at("09-12 10:00"))

	g.record("总表", "meterReading", at("09-30 16:00"))
	g.planted = append(g.planted, []string{"unknown", "poolTest", "泳池", ""})
}

func (g *generator) training() {
	for _, department := range []string{"秩序部", "保洁部"} {
		for wednesday := at("09-02 15:00"); wednesday.Before(at("10-01 00:00")); wednesday = wednesday.AddDate(0, 0, 7) {
			hours := decimal.RequireFromString("1.5")
			if department == "保洁部" && wednesday.Equal(at("09-16 15:00")) {
				hours = decimal.RequireFromString("0.5")
				g.plant("missed", "training", department, at("09-21 00:00"))
			}
			g.record(department, "training", wednesday).Figures = []schedule.Figure{{Name: "hours", Value: hours}}
		}
	}
}

func (g *generator) event() {
	const subject = "国庆保障"
	g.of(subject).Fields = []schedule.Field{{Name: "T", On: civil.MustParse("2026-10-01")}, {Name: "toldOn", On: civil.MustParse("2026-09-22")}}
	g.record(subject, "check", at("09-23 10:00"))
	g.planted = append(g.planted, []string{"lateStart", "nationalDay", "check", at("09-24 00:00").Format(time.RFC3339)})
	g.record(subject, "repair", at("09-25 16:00"))
	g.record(subject, "drill", at("09-24 15:00")) // the fifth working day before 1 October is 23 September
	g.planted = append(g.planted, []string{"late", "nationalDay", "drill", at("09-24 00:00").Format(time.RFC3339)})
	g.planted = append(g.planted, []string{"missed", "nationalDay", "decorate", at("09-30 00:00").Format(time.RFC3339)})
}

func (g *generator) posts() {
	attend := func(person, post string, start, end time.Time) {
		g.sheet.Attendance = append(g.sheet.Attendance, schedule.Attendance{Person: person, Post: post, Start: start, End: end})
	}
	people := strings.Fields("王伟 张敏 刘洋 陈静 杨帆 赵磊 黄强 周洁")
	for d := at("09-01 00:00"); d.Before(at("10-01 00:00")); d = d.AddDate(0, 0, 1) {
		for shift := range 3 {
			start := d.Add(time.Duration(8*shift) * time.Hour)
			for seat := range 2 {
				person, end := people[(2*shift+seat+2*d.Day())%6], start.Add(8*time.Hour)
				if shift == 1 && seat == 1 && d.Equal(at("09-09 00:00")) {
					end = at("09-09 14:30")
					attend(person, "controlRoom", at("09-09 15:00"), at("09-09 16:00"))
					g.plant("short", "controlRoom", "14:30–15:00", end)
				}
				attend(person, "controlRoom", start, end)
			}
		}
		opens := d.Add(6 * time.Hour)
		if d.Equal(at("09-19 00:00")) {
			g.plant("short", "gate", "06:00–06:20", opens)
			opens = opens.Add(20 * time.Minute)
		}
		attend(people[6], "gate", opens, d.Add(14*time.Hour))
		attend(people[7], "gate", d.Add(14*time.Hour), d.Add(22*time.Hour))
	}
	attend(people[6], "controlRoom", at("09-23 10:00"), at("09-23 10:30"))
	g.plant("twoPosts", "controlRoom + gate", people[6], at("09-23 10:00"))
}

func (g *generator) records() recordFile {
	var r recordFile
	for _, subject := range g.order {
		r.Evidence = append(r.Evidence, *g.evidence[subject])
	}
	r.Sheet = g.sheet
	return r
}
