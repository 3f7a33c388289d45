package main

import (
	"fmt"
	"strings"
	"time"
)

// plant plants the faults, and notes what is to be found of each.
func (g *generator) plant() {
	g.plantRounds()
	g.plantCleaning()
	g.plantUpkeep()
	g.plantExcuses()
	g.plantPeople()
	g.plantPosts()
	g.plantRows()
}

func (g *generator) due(duty, subject, key, state, flags string, record *fact, why string) {
	g.findings = append(g.findings, finding{what: "due", duty: duty, subject: subject, key: duty + "/" + key, state: state, flags: flags, record: record, why: why})
}

// gap notes the gap that begins with a record.
func (g *generator) gap(duty, subject string, after *fact, state, flags string, record *fact, why string) {
	g.findings = append(g.findings, finding{
		what: "due", duty: duty, subject: subject, key: duty + "/after/", after: after, state: state, flags: flags, record: record, why: why,
	})
}

func (g *generator) aside(what, duty, subject string, record *fact, why string) {
	g.findings = append(g.findings, finding{what: what, duty: duty, subject: subject, record: record, why: why})
}

func (g *generator) plantRounds() {
	g.drop("patrol", "P1", "2026-11-05 03")
	g.due("patrol-hour", "P1", "2026-11-05T03:00", "missed", "", nil, "nobody came from 3 to 4")
	g.find("patrol", "P1", "2026-11-05 02").start = "2026-11-05 02:10"
	g.find("patrol", "P1", "2026-11-05 04").start = "2026-11-05 04:10"
	g.gap("patrol-gap", "P1", g.find("patrol", "P1", "2026-11-05 02"), "late", "", g.find("patrol", "P1", "2026-11-05 04"), "two hours without a visit")

	g.find("patrol", "P2", "2026-11-10 00").start = "2026-11-10 00:05"
	g.find("patrol", "P2", "2026-11-10 01").start = "2026-11-10 01:50"
	g.gap("patrol-gap", "P2", g.find("patrol", "P2", "2026-11-10 00"), "late", "", g.find("patrol", "P2", "2026-11-10 01"),
		"W-26: each hour has its visit but 105 minutes lie between")

	extra := g.add("P1", "patrol", "2026-11-12 14:40", "赵队员")
	extra.mark = "voluntary"
	g.aside("voluntary", "patrol-hour", "P1", extra, "beyond the plan")
	g.aside("voluntary", "patrol-gap", "P1", extra, "the same visit")

	g.drop("night-round", "", "2026-11-09 02")
	g.due("night-round", "", "2026-11-09T02:00", "missed", "", nil, "the second half of the night of the 8th")
	late := g.find("night-round", "", "2026-11-14 00")
	late.start = "2026-11-14 00:50"
	g.due("night-round", "", "2026-11-14T00:00", "late", "", late, "twenty minutes after the window")
	g.aside("extra", "night-round", "", g.add("", "night-round", "2026-11-17 23:10", "钱队员"), "between two rounds that were made")
	paper := g.find("night-round", "", "2026-11-20 04")
	paper.recorded = "2026-11-21 10:00"
	g.due("night-round", "", "2026-11-20T04:00", "onTime", "recorded", paper, "entered a day later from paper: judged by when it was done")
}

func (g *generator) plantCleaning() {
	late := g.find("sweep", "ROAD", "2026-11-07 1")
	late.start = "2026-11-07 21:00"
	g.due("road-sweep", "ROAD", "2026-11-07/evening", "missed", "", nil, "swept twice but not in the evening slot")
	g.aside("extra", "road-sweep", "ROAD", late, "after the slot")
	g.drop("sweep", "GREEN", "2026-11-21 1")
	g.due("area-sweep", "GREEN", "2026-11-21", "missed", "", nil, "once instead of twice")
	third := g.add("CARPARK", "sweep", "2026-11-03 20:15", "周保洁")
	g.aside("extra", "area-sweep", "CARPARK", third, "the third of the day")

	moved := g.find("mop", "T1", "2026-11-10")
	moved.start = "2026-11-16 13:00"
	g.due("lobby-mop", "T1", "2026-W46", "missed", "", nil, "mopped on the Monday after")
	g.aside("extra", "lobby-mop", "T1", g.find("mop", "T1", "2026-11-17"), "the second of week 47")
	early := g.find("glass", "S1", "2026-11-12")
	early.start = "2026-11-10 14:00"
	g.due("glass", "S1", "2026-11-13", "missed", "", nil, "done before its days")
	g.aside("extra", "glass", "S1", early, "three days before Friday; at most two are early enough")
	g.drop("lift-wipe", "T1-L4", "2026-11-18")
	g.due("lift-wipe", "T1-L4", "2026-11-18", "missed", "", nil, "not wiped")
	g.aside("extra", "building-patrol", "O1", g.add("O1", "building-patrol", "2026-11-06 16:45", "管家"), "entered twice under two numbers")
	soon := g.find("lamp-clean", "LAMPS", "2026-11")
	soon.start = "2026-11-20 09:00"
	g.due("lamp-clean", "LAMPS", "2026-11-30", "missed", "", nil, "the 31st of November is the 30th; done before its window opened")
	g.aside("extra", "lamp-clean", "LAMPS", soon, "ten days before")
	g.drop("hall-heat", "HALL", "2026-11-22")
	g.due("hall-heat", "HALL", "2026-11-22", "missed", "", nil, "no temperature on a Sunday of the season")
}

func (g *generator) plantUpkeep() {
	// T1-L5: 2026-11-05 and 16 days later.
	late := g.find("lift-upkeep", "T1-L5", "2026-11-19")
	late.start = "2026-11-21 10:00"
	g.gap("lift-upkeep", "T1-L5", g.find("lift-upkeep", "T1-L5", "2026-11-05"), "late", "", late, "16 days")
	// O1-L2: nothing after 10 October until 2 November.
	g.drop("lift-upkeep", "O1-L2", "2026-10-24")
	carried := g.find("lift-upkeep", "O1-L2", "2026-11-06")
	carried.start = "2026-11-04 10:00"
	g.find("lift-upkeep", "O1-L2", "2026-11-20").start = "2026-11-19 10:00"
	g.gap("lift-upkeep", "O1-L2", g.find("lift-upkeep", "O1-L2", "2026-10-10"), "late", "carried", carried, "due on 25 October; done in this month on the 4th")
	apply := g.find("lift-apply", "O1-L1", "2026-11")
	apply.start = "2026-11-13 10:00"
	g.due("lift-apply", "O1-L1", "expiresOn", "late", "", apply, "a month before 10 December is 10 November")
	g.due("lift-apply", "O1-L2", "expiresOn", "unknown", "fieldMissing", nil, "nobody entered when the inspection expires")
	g.due("pump-overhaul", "PUMP", "from/2026-10-01", "unknown", "intervalUnset", nil, "the contract leaves the interval open")

	g.reading("2026-11-16 18:00", "1262")
	g.reading("2026-11-18 09:00", "1290")
	test := g.add("GEN1", "generator-test", "2026-11-20 09:30", "强电工")
	g.gap("generator-test", "GEN1", g.find("generator-test", "GEN1", "2026-11-12"), "late", "", test, "a power cut: 50 hours were over on the 18th")
	tank := g.find("tank-clean", "TK1", "2026-11")
	tank.start = "2026-11-16 09:00"
	g.gap("tank-clean", "TK1", g.find("tank-clean", "TK1", "2026-05-12"), "late", "", tank, "six months after 12 May")
	odd := g.add("SEP2", "septic-empty", "2026-11-14 09:00", "清掏队")
	odd.mark, odd.reason = "unplanned", "满溢"
	g.aside("extra", "septic-empty", "SEP2", odd, "W-25: an abnormal finding does not begin the half-year anew")

	check := g.find("pump-check", "PUMP", "2026-11-18")
	check.start = "2026-11-18 10:40"
	g.due("pump-check", "PUMP", "2026-11-18T09:00", "late", "", check, "an hour's grace ends at 10")
}

func (g *generator) plantExcuses() {
	g.rows = append(g.rows,
		&fact{what: "excuse", subject: "T1-L7", start: "2026-11-03 00:00", end: "2026-11-20 00:00", reason: "大修停用"},
		&fact{what: "excuse", subject: "FIT-1203", start: "2026-11-10 00:00", end: "2026-11-13 00:00", reason: "停工"})
	for day := date("2026-11-03"); day.Before(date("2026-11-20")); day = day.AddDate(0, 0, 1) {
		g.due("lift-wipe", "T1-L7", day.Format(time.DateOnly), "excused", "inExcuse", nil, "out of service")
	}
	for day := 10; day <= 12; day++ {
		g.due("fitout-patrol", "FIT-1203", fmt.Sprintf("2026-11-%02d", day), "excused", "inExcuse", nil, "the site is at rest")
	}
	g.drop("lift-upkeep", "T1-L7", "2026-11-07")
	back := g.find("lift-upkeep", "T1-L7", "2026-11-21")
	back.start = "2026-11-20 16:00"
	g.gap("lift-upkeep", "T1-L7", g.find("lift-upkeep", "T1-L7", "2026-10-25"), "onTime", "inExcuse", back, "due on 9 November; owed on the day it runs again")
}

func (g *generator) plantPeople() {
	g.drop("week-meeting", "", "2026-11-23")
	g.due("week-meeting", "", "2026-11-23T08:30", "missed", "", nil, "no meeting")
	g.find("training", "CLN", "2026-11-18").value = "0.5"
	g.due("training", "CLN", "2026-W47", "missed", "", nil, "half an hour")
	silent := g.find("training", "CS", "2026-11-25")
	silent.figure, silent.value = "", ""
	g.due("training", "CS", "2026-W48", "unknown", "figureMissing", nil, "nobody wrote how long")
	g.drop("tea", "ROOM1", "2026-11-12 15:1")
	g.due("tea", "ROOM1", "2026-11-12T15:15", "missed", "", nil, "the fifth round of seven")
	g.due("exam", "EXAM", "full-check", "onTime", "lateKnown lateStart", g.find("full-check", "EXAM", "2026"), "T known on 30 October; was due on the 28th")
	late := g.find("contractors", "EXAM", "2026")
	late.start = "2026-11-03 16:00"
	g.due("exam", "EXAM", "contractors", "late", "lateKnown lateStart", late, "moved to 1 November and still late")
	g.drop("room-check", "EXAM", "2026")
	g.due("exam", "EXAM", "room-check", "missed", "", nil, "T-3")
}

// shift returns the attendance of a person at a post that begins at a time.
func (g *generator) shift(post, start string) *fact {
	g.t.Helper()
	for _, f := range g.rows {
		if f.what == "attendance" && f.kind == post && f.start == start {
			return f
		}
	}
	g.t.Fatalf("nobody came to %s at %s", post, start)
	return nil
}

func (g *generator) short(post, start, end, state, why string) {
	g.findings = append(g.findings, finding{what: "shortage", subject: post, key: stampOf(start) + "/" + stampOf(end), state: state, why: why})
}

func stampOf(text string) string { return strings.Replace(text, " ", "T", 1) + ":00+08:00" }

func (g *generator) plantPosts() {
	gone := g.shift("control", "2026-11-07 19:00")
	back := *gone
	gone.end, back.start = "2026-11-08 03:00", "2026-11-08 03:30"
	g.rows = append(g.rows, &back)
	g.short("control", "2026-11-08 03:00", "2026-11-08 03:30", "1 of 2", "one of two was away for half an hour")
	g.shift("gate", "2026-11-15 07:00").start = "2026-11-15 07:10"
	g.short("gate", "2026-11-15 07:00", "2026-11-15 07:10", "0 of 1", "came ten minutes late; the night had gone")
	night := g.shift("heating", "2026-11-25 19:00")
	night.kind = "heatng"
	g.short("heating", "2026-11-25 19:00", "2026-11-26 07:00", "0 of 1", "entered at a post that does not exist")
	g.findings = append(g.findings, finding{
		what: "unknownPost", subject: "heatng", key: stampOf(night.start) + "/" + stampOf(night.end), state: night.actor, why: "entered at a post that does not exist",
	})
	twice := g.shift("gate", "2026-11-22 07:00")
	twice.actor = g.shift("control", "2026-11-22 07:00").actor
	g.findings = append(g.findings, finding{
		what: "twoPosts", subject: "control gate", key: stampOf(twice.start) + "/" + stampOf(twice.end), state: twice.actor, why: "signed for both posts",
	})
}

func (g *generator) plantRows() {
	bad := func(rule, why string, f *fact) {
		g.rows = append(g.rows, f)
		g.findings = append(g.findings, finding{what: "row", state: "dutyplan/" + rule, record: f, why: why})
	}
	again := g.find("building-patrol", "T1", "2026-11-24")
	same := *again
	same.same = again
	bad("twice", "exported twice", &same)
	bad("when", "a time that nobody can read", &fact{what: "record", id: "X-1", subject: "P1", kind: "patrol", start: "2026-11-31 08:00", actor: "赵队员"})
	bad("subject", "a point that does not exist", &fact{what: "record", id: "X-2", subject: "P9", kind: "patrol", start: "2026-11-13 08:00", actor: "赵队员"})
	bad("kind", "a kind that nothing asks for", &fact{what: "record", id: "X-3", subject: "P1", kind: "patrl", start: "2026-11-13 08:30", actor: "赵队员"})
	bad("number", "hours with a letter", &fact{what: "reading", subject: "GEN1", kind: "hours", start: "2026-11-19 09:00", value: "13O5"})
}
