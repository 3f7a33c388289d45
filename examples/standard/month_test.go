package main

import (
	"fmt"
	"strconv"
)

// subjects are the population: the buildings and lifts of the estate, and what the departments look after.
func (g *generator) subjects() {
	add := func(kind, id string, cells ...string) {
		f := &fact{table: "subjects", cells: [][2]string{{"kind", kind}, {"id", id}}}
		for i := 0; i < len(cells); i += 2 {
			f.set("field."+cells[i], cells[i+1])
		}
		g.rows = append(g.rows, f)
	}
	for _, b := range estateBuildings {
		add("building", b.code, "ageYears", b.age)
	}
	for _, lift := range lifts() {
		add("lift", lift)
	}
	for _, s := range [][2]string{
		{"waterTank", "TK1"},
		{"waterTank", "TK2"},
		{"controlRoom", "M1"},
		{"patrolPoint", "P1"},
		{"patrolPoint", "P2"},
		{"patrolPoint", "P3"},
		{"septicTank", "SEP1"},
		{"septicTank", "SEP2"},
		{"road", "R1"},
		{"road", "R2"},
		{"corridor", "T1-C"},
		{"corridor", "O1-C"},
		{"binSite", "B1"},
		{"binSite", "B2"},
		{"greenArea", "G1"},
		{"lawn", "L1"},
	} {
		add(s[0], s[1])
	}
	add("equipment", "PUMP1", "method", "periodic")
	add("equipment", "GEN1", "method", "periodic")
	add("equipment", "FAN1", "method", "condition")
	add("newHire", "N1", "hiredOn", "2026-02-20")
	add("newHire", "N2", "hiredOn", "2026年3月2日")
	add("reception", "V1", "level", "1", "knownOn", "2026-03-05", "arrivalOn", "2026-03-20")
	add("reception", "V2", "level", "2", "knownOn", "2026-03-20", "arrivalOn", "2026-03-25")
	add("examDay", "X1", "startAt", "2026-03-21 06:00", "endAt", "2026-03-22 06:00")
	add("door", "D1", "openAt", "2026-03-21 07:00", "closeAt", "2026-03-21 11:30")
	add("meeting", "H1", "startAt", "2026-03-12 09:00", "endAt", "2026-03-12 10:00")
	add("meeting", "H2", "startAt", "2026-03-26 14:00", "endAt", "2026-03-26 15:30")
}

// estateBuildings are those of examples/estate with their years in use; nobody knows that of E9.
var estateBuildings = []struct{ code, age string }{
	{"T1", "8"}, {"O1", "25"}, {"S1", "25"}, {"E1", "12"}, {"E2", "12"}, {"E3", "12"}, {"E4", "12"}, {"E9", ""}, {"E14", "12"}, {"E18", "12"}, {"E22", "12"}, {"E26", "12"},
}

// lifts are those of the estate: eight in T1 and two in O1.
func lifts() []string {
	var out []string
	for n := range 8 {
		out = append(out, fmt.Sprintf("T1-L%d", n+1))
	}
	return append(out, "O1-L1", "O1-L2")
}

// figures are those of March, and for the lifts of February too.
func (g *generator) figures() {
	add := func(figure, subject, value, start, last string) {
		g.rows = append(g.rows, &fact{table: "figures", cells: [][2]string{
			{"figure", figure}, {"subject", subject}, {"value", value}, {"start", start}, {"last", last},
		}})
	}
	for _, lift := range lifts() {
		add("upMinutes", lift, "40320", "2026-02-01", "2026-02-28")
		add("requiredMinutes", lift, "40320", "2026-02-01", "2026-02-28")
		up := 44640 - g.below(200)
		if lift == "T1-L5" {
			up = 44400
		}
		add("upMinutes", lift, strconv.Itoa(up), "2026-03-01", "2026-03-31")
		if lift != "O1-L2" {
			add("requiredMinutes", lift, "44640", "2026-03-01", "2026-03-31")
		}
	}
	add("collection.collected", "", "311200.50", "2026-03-01", "2026-03-31")
	add("collection.billed", "", "316000", "2026-03-01", "2026-03-31")
	add("complaintRate.validComplaints", "", "2", "2026-03-01", "2026-03-31")
	add("validComplaints.validComplaints", "", "2", "2026-03-01", "2026-03-31")
}

// security are a visit to every point in every hour, a sheet of the control room a week, notices, and confidential work.
func (g *generator) security() {
	guards := []string{"赵队员", "钱队员", "孙队员"}
	for n, day := range g.days {
		for hour := range 24 {
			for i, point := range []string{"P1", "P2", "P3"} {
				g.add("patrols", "patrol", "subject", point, "at", clock(day, hour*60+3+g.below(50)), "actor", guards[(n+hour/8+i)%3])
			}
		}
	}
	for _, day := range []string{"2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"} {
		g.add("sheets", "controlRoomSheet", "subject", "M1", "at", day+" 10:00", "actor", "李主管", "item.noSmoking", "合格", "item.noDangerousGoods", "合格", "item.doorShut", "合格")
	}
	g.add("cases", "rectification", "field.deadline", "2026-03-10", "event.issued", "2026-03-03 09:00", "event.rectified", "2026-03-10 17:40")
	g.add("cases", "rectification", "field.deadline", "2026-03-20", "event.issued", "2026-03-12 09:00", "event.rectified", "2026-03-18 10:00")
	for _, day := range []string{"2026-03-06", "2026-03-13", "2026-03-27"} {
		g.add("people", "assignment", "at", day+" 09:00", "until", day+" 12:00", "field.confidential", "是", "field.outsider", "是", "field.contract", "contractor", "field.escorts", "1")
	}
	g.add("people", "assignment", "at", "2026-03-17 09:00", "until", "2026-03-17 12:00", "field.confidential", "否", "field.outsider", "是", "field.contract", "temporary", "field.escorts", "0")
}

// cleaning keeps every interval of the contract, from the day before the month on.
func (g *generator) cleaning() {
	daily := []struct{ kind, subject string }{
		{"roadCleaning", "R1"},
		{"roadCleaning", "R2"},
		{"corridorCleaning", "T1-C"},
		{"corridorCleaning", "O1-C"},
		{"binDisinfection", "B1"},
		{"binDisinfection", "B2"},
		{"wasteCollection", "B1"},
		{"wasteCollection", "B2"},
	}
	for _, lift := range lifts() {
		daily = append(daily, struct{ kind, subject string }{"liftCleaning", lift})
	}
	one := func(kind, subject, day string) {
		g.add("cleaning", kind, "subject", subject, "at", clock(day, g.between(9, 16)), "actor", "周保洁")
	}
	for _, d := range daily {
		one(d.kind, d.subject, "2026-02-28")
	}
	for _, s := range []string{"T1-C", "O1-C"} {
		one("disinfection", s, "2026-02-26")
	}
	one("watering", "G1", "2026-02-26")
	one("fertilising", "G1", "2026-02-20")
	one("pruning", "G1", "2026-02-18")
	one("mowing", "L1", "2026-02-24")
	for n, day := range g.days {
		for _, road := range []string{"R1", "R2"} {
			g.add("cleaning", "sweep", "subject", road, "at", clock(day, g.between(5, 9)), "actor", "吴保洁")
			g.add("cleaning", "sweep", "subject", road, "at", clock(day, g.between(17, 21)), "actor", "吴保洁")
		}
		for _, d := range daily {
			one(d.kind, d.subject, day)
		}
		switch n % 7 {
		case 4:
			one("watering", "G1", day)
		case 3:
			one("disinfection", "T1-C", day)
			one("disinfection", "O1-C", day)
		}
	}
	one("fertilising", "G1", "2026-03-19")
	one("pruning", "G1", "2026-03-17")
	one("mowing", "L1", "2026-03-09")
	one("mowing", "L1", "2026-03-22")
	for _, tank := range []string{"SEP1", "SEP2"} {
		g.add("cleaning", "septicInspection", "subject", tank, "at", "2026-03-10 09:30", "actor", "清掏队")
	}
	g.add("cleaning", "septicEmptying", "subject", "SEP1", "at", "2025-10-20 09:00", "actor", "清掏队", "field.planned", "是")
	g.add("cleaning", "septicEmptying", "subject", "SEP2", "at", "2025-09-12 09:00", "actor", "清掏队", "field.planned", "是")
	g.add("cleaning", "septicEmptying", "subject", "SEP2", "at", "2026-03-11 14:00", "actor", "清掏队", "field.planned", "是")
	g.add("cases", "septicFinding", "subject", "SEP1", "event.found", "2026-03-24 08:00", "event.emptied", "2026-03-24 15:00")
}

// upkeep are the checks of the buildings, the meters and the stops of lifts.
func (g *generator) upkeep() {
	for _, b := range estateBuildings {
		g.add("upkeep", "structureCheck", "subject", b.code, "on", fmt.Sprintf("2025-%02d-%02d", 5+g.below(7), 1+g.below(28)), "actor", "工程部")
	}
	g.add("upkeep", "overhaul", "subject", "PUMP1", "at", "2025-01-10 09:00", "field.runningHours", "12,000")
	g.add("upkeep", "overhaul", "subject", "GEN1", "at", "2024-11-04 09:00", "field.runningHours", "300")
	g.add("upkeep", "meterReading", "subject", "PUMP1", "at", "2026-02-28 18:00", "field.runningHours", "18,950")
	g.add("upkeep", "meterReading", "subject", "PUMP1", "at", "2026-03-31 18:00", "field.runningHours", "19,700")
	g.add("upkeep", "meterReading", "subject", "GEN1", "at", "2026-02-28 18:00", "field.runningHours", "8,100")
	g.add("upkeep", "liftStop", "subject", "T1-L2", "at", "2026-03-05 09:00", "field.reason", "计划保养", "field.resumedAt", "2026-03-05 11:00")
	g.add("upkeep", "liftStop", "subject", "O1-L1", "at", "2026-03-11 14:10", "field.reason", "门机故障", "field.resumedAt", "2026-03-11 15:40")
	for _, day := range []string{"2026-03-03", "2026-03-12", "2026-03-24"} {
		g.add("tasks", "task", "at", day+" 09:30", "until", day+" 11:30", "actor", "工程部", "field.disturbing", "是", "field.emergency", "否")
	}
	g.add("tasks", "task", "at", "2026-03-18 18:10", "until", "2026-03-18 19:00", "actor", "工程部", "field.disturbing", "是", "field.emergency", "是")
}

// cases are urgent repairs and home visits.
func (g *generator) cases() {
	for n, day := range g.days {
		if n%2 == 0 {
			at := g.between(0, 23)
			g.add("cases", "repair", "field.class", "urgent", "event.reported", clock(day, at), "event.arrived", clock(day, at+3+g.below(26)))
		}
		if n%3 == 1 {
			g.add("cases", "repair", "field.class", "other", "event.reported", day+" 09:20", "event.arrived", day+" 15:00")
		}
		if n%4 == 2 {
			g.visit(day, "2")
		}
	}
}

// visit is a home visit: knock, wait, knock again, be let in, leave.
func (g *generator) visit(day, staff string) *fact {
	return g.add("visits", "visit", "actor", "陈管家", "field.entering", "是", "field.staff", staff, "event.knocked", day+" 15:00:00；"+day+" 15:00:40",
		"event.identified", day+" 15:00:50", "event.consented", day+" 15:01:00", "event.entered", day+" 15:01:10", "event.left", day+" 15:20:00")
}

// people are the training of new hires and leave.
func (g *generator) people() {
	for _, c := range []struct{ hire, day, hours string }{
		{"N1", "2026-02-24", "2"}, {"N1", "2026-03-03", "2"}, {"N1", "2026-03-10", "2"}, {"N2", "2026-03-04", "3"}, {"N2", "2026-03-18", "3.5"},
	} {
		g.add("people", "training", "subject", c.hire, "at", c.day+" 14:00", "field.practical", "是", "field.hours", c.hours)
	}
	g.add("people", "training", "subject", "N1", "at", "2026-03-12 14:00", "field.practical", "否", "field.hours", "3")
	g.add("people", "leave", "at", "2026-03-09 00:00", "until", "2026-03-11 00:00", "actor", "强电工", "field.group", "technician")
	g.add("people", "leave", "at", "2026-03-16 00:00", "until", "2026-03-18 00:00", "actor", "周保洁", "field.group", "cleaner")
	g.add("cases", "onboarding", "subject", "N0", "event.hired", "2026-01-05 09:00", "event.exam", "2026-03-06 14:00", "event.confirmed", "2026-03-16 09:00")
}

// guests are a visit of level 1 and two meetings.
func (g *generator) guests() {
	g.add("guests", "systemCheck", "subject", "V1", "at", "2026-03-12 16:00", "actor", "工程部", "field.systems", "power、airCon、fire、lift、lowVoltage、sound、barrier、facade")
	g.add("guests", "systemRecheck", "subject", "V1", "at", "2026-03-19 10:00", "actor", "工程部")
	for _, at := range []string{"09:15", "09:31", "09:45"} {
		g.add("guests", "tea", "subject", "H1", "at", "2026-03-12 "+at, "actor", "会务")
	}
	for _, at := range []string{"14:14", "14:30", "14:45", "15:02", "15:15"} {
		g.add("guests", "tea", "subject", "H2", "at", "2026-03-26 "+at, "actor", "会务")
	}
}

// exam is an examination of a day: its posts by day and night, the door, and who comes in.
func (g *generator) exam() {
	shift := func(subject, post, at, until string, n int) {
		for i := range n {
			g.add("exam", "shift", "subject", subject, "at", at, "until", until, "actor", fmt.Sprintf("%s%d", post, i+1), "field.post", post)
		}
	}
	for _, p := range []struct {
		post   string
		people int
	}{
		{"midStreet", 2},
		{"gate", 2},
		{"westSide", 2},
		{"eastSide", 2},
		{"courtGate", 3},
		{"chengmeiInside", 1},
		{"chengmeiOutside", 1},
		{"surfaceParking", 1},
		{"undergroundParking", 1},
		{"campusPatrol", 5},
	} {
		shift("X1", p.post, "2026-03-21 06:00", "2026-03-21 22:00", p.people)
	}
	shift("X1", "nightPatrol", "2026-03-21 22:00", "2026-03-22 06:00", 2)
	shift("X1", "perimeter", "2026-03-21 22:00", "2026-03-22 06:00", 2)
	shift("D1", "door", "2026-03-21 06:50", "2026-03-21 11:30", 2)
	g.add("exam", "admission", "subject", "X1", "event.ordered", "2026-03-21 07:08", "event.admitted", "2026-03-21 07:10")
	for i := range 12 {
		g.add("exam", "entry", "subject", "X1", "at", clock("2026-03-21", 7*60+12+i), "field.role", "candidate", "field.papers", "admissionTicket、identityCard")
	}
	g.add("exam", "entry", "subject", "X1", "at", "2026-03-21 07:11", "field.role", "examiner", "field.papers", "pass")
}

// documents are permits, contracts, prices and what is published.
func (g *generator) documents() {
	for _, tank := range []string{"TK1", "TK2"} {
		g.add("documents", "hygienePermit", "subject", tank, "on", "2024-04-01", "last", "2028-03-31")
		g.add("documents", "waterTest", "subject", tank, "on", "2025-09-16", "last", "2026-03-15")
		g.add("documents", "waterTest", "subject", tank, "on", "2026-03-16", "last", "2026-09-15")
	}
	g.add("documents", "contract", "on", "2025-07-01", "last", "2027-06-30", "actor", "沪安电梯", "field.trade", "lift", "field.grade", "2", "field.serviceHours", "24")
	g.add("documents", "contract", "on", "2025-07-01", "last", "2027-06-30", "actor", "洁雅保洁", "field.trade", "cleaning", "field.grade", "none", "field.serviceHours", "8")
	g.add("documents", "tariff", "on", "2026-01-01", "last", "2026-12-31", "field.state", "inForce", "field.rate", "2.78", "field.approvedRate", "2.80")
	g.add("documents", "indicatorList", "on", "2026-01-01", "field.publishedOn", "2026-01-05")
	g.add("documents", "servicePromise", "on", "2026-01-01", "field.publishedOn", "2026年1月5日")
}
