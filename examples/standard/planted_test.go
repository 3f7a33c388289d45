package main

// plant plants the faults, and notes what is to be found of each.
func (g *generator) plant() {
	g.plantMaintenance()
	g.plantUpkeep()
	g.plantSecurity()
	g.plantCleaning()
	g.plantPeople()
	g.plantPaper()
	g.plantGuests()
}

func (g *generator) plantMaintenance() {
	late := g.add("cases", "repair", "field.class", "urgent", "event.reported", "2026-03-08 22:10", "event.arrived", "2026-03-08 22:41")
	g.add("cases", "repair", "field.class", "urgent", "event.reported", "2026-03-08 23:00", "event.arrived", "2026-03-08 23:30") // on the instant
	nobody := g.add("cases", "repair", "event.reported", "2026-03-19 08:00", "event.arrived", "2026-03-19 10:00")
	open := g.add("cases", "repair", "field.class", "urgent", "event.reported", "2026-03-31 23:50")
	g.verdict("MAINT-01", "breached", "overLimit", 1, "one of the urgent repairs")
	g.row("MAINT-01", "breached", "overLimit", "", late, "31 minutes")
	g.row("MAINT-01", "unknown", "fieldMissing", "", nobody, "nobody entered whether it was urgent")
	g.row("MAINT-01", "pending", "notDue", "", open, "reported ten minutes before the month was over")

	g.find("structureCheck", "E4", "").set("on", "2025-02-20")
	g.verdict("MAINT-22", "breached", "gap", 1, "a building that was not looked at for more than a year")
	g.verdict("MAINT-22/young", "breached", "gap", 1, "E4")
	g.verdict("MAINT-22/old", "unknown", "paramUnset", 0, "the contract does not say how often old buildings are checked")
	g.row("MAINT-22/young", "breached", "gap", "E4", nil, "last on 20 February of last year")
	g.row("MAINT-22/young", "unknown", "fieldMissing", "E9", nil, "nobody knows how old E9 is")

	stop := g.add("upkeep", "liftStop", "subject", "T1-L7", "at", "2026-03-22 08:00", "field.reason", "主板更换")
	g.verdict("MAINT-29", "breached", "value", 2, "a lift that stood still, and one of which nobody wrote when it ran again")
	g.verdict("MAINT-29/up", "breached", "value", 1, "T1-L5 ran 99.46 % of the time")
	g.verdict("MAINT-29/logged", "breached", "condition", 1, "T1-L7")
	g.row("MAINT-29/up", "breached", "value", "T1-L5", nil, "240 minutes of 44,640")
	g.row("MAINT-29/up", "unknown", "figureMissing", "O1-L2", nil, "nobody counted how long it had to run")
	g.row("MAINT-29/logged", "breached", "condition", "T1-L7", stop, "no time of resumption")
}

func (g *generator) plantUpkeep() {
	for _, f := range g.rows {
		if f.cell("kind") == "waterTest" && f.cell("subject") == "TK2" && f.cell("on") == "2026-03-16" {
			f.set("on", "2026-03-18")
		}
	}
	g.verdict("MAINT-38", "breached", "expired", 1, "no test in force for two days")
	g.row("MAINT-38", "breached", "expired", "TK2", nil, "16 and 17 March")

	sheet := g.find("controlRoomSheet", "M1", "2026-03-16")
	sheet.set("item.doorShut", "不合格")
	found := g.add("sheets", "finding", "subject", "M1", "at", "2026-03-20 02:15", "actor", "值班经理", "field.item", "noSmoking")
	g.verdict("MAINT-61", "breached", "itemFailed", 2, "the door, and a cigarette between two sheets")
	g.row("MAINT-61", "breached", "itemFailed", "M1", sheet, "the door was open")
	g.row("MAINT-61", "breached", "itemFailed", "M1", found, "found at night")

	g.add("tasks", "task", "at", "3月25日上午", "actor", "工程部", "field.disturbing", "是", "field.emergency", "否")
	g.verdict("MAINT-66", "unknown", "notComplete", 0, "a task whose time nobody can read; it may have been in the peak")
}

func (g *generator) plantSecurity() {
	g.drop("patrol", "P1", "2026-03-05 03")
	g.drop("patrol", "P2", "2026-03-18 14")
	g.find("patrol", "P3", "2026-03-22 02").set("at", "2026-03-22 01:58")
	g.verdict("SEC-02", "breached", "short", 3, "three hours without a visit")
	g.verdict("SEC-02/perHour", "breached", "short", 3, "")
	g.verdict("SEC-02/gap", "notApplicable", "when", 0, "the contract counts by the clock hour")
	g.row("SEC-02/perHour", "breached", "short", "P1", nil, "3 o'clock on the 5th")
	g.row("SEC-02/perHour", "breached", "short", "P2", nil, "14 o'clock on the 18th")
	g.row("SEC-02/perHour", "breached", "short", "P3", nil, "2 o'clock on the 22nd: came two minutes early")

	open := g.add("cases", "rectification", "field.deadline", "2026-04-10", "event.issued", "2026-03-30 09:00")
	g.verdict("SEC-20", "pending", "notDue", 0, "one notice is not due yet")
	g.row("SEC-20", "pending", "notDue", "", open, "until 10 April")

	temporary := g.add("people", "assignment", "at", "2026-03-24 13:00", "until", "2026-03-24 17:00", "field.confidential", "是", "field.outsider", "否", "field.contract", "temporary")
	alone := g.add("people", "assignment", "at", "2026-03-28 09:00", "until", "2026-03-28 12:00", "field.confidential", "是", "field.outsider", "是", "field.contract", "contractor", "field.escorts", "0")
	g.verdict("SEC-53", "breached", "condition", 2, "confidential work")
	g.verdict("SEC-53/contract", "breached", "condition", 1, "a temporary worker")
	g.verdict("SEC-53/escort", "breached", "condition", 1, "nobody went along")
	g.verdict("STAFF-34", "breached", "condition", 0, "the same as SEC-53/contract")
	g.row("SEC-53/contract", "breached", "condition", "", temporary, "")
	g.row("SEC-53/escort", "breached", "condition", "", alone, "")
}

func (g *generator) plantCleaning() {
	g.drop("septicInspection", "SEP2", "2026-03")
	emptied := g.find("septicEmptying", "SEP2", "2026-03")
	emptied.set("at", "2026-03-14 14:00")
	late := g.add("cases", "septicFinding", "subject", "SEP2", "event.found", "2026-03-27 07:00", "event.emptied", "2026-03-28 07:01")
	g.verdict("CLEAN-13", "breached", "short", 3, "")
	g.verdict("CLEAN-13/inspect", "breached", "short", 1, "SEP2 was not inspected")
	g.verdict("CLEAN-13/empty", "breached", "gap", 1, "SEP2 two days late")
	g.verdict("CLEAN-13/emptyReset", "notApplicable", "when", 0, "the contract does not begin the half year anew")
	g.verdict("CLEAN-13/abnormal", "breached", "overLimit", 1, "a minute beyond a day")
	g.row("CLEAN-13/inspect", "breached", "short", "SEP2", nil, "")
	g.row("CLEAN-13/empty", "breached", "gap", "SEP2", emptied, "due on 12 March")
	g.row("CLEAN-13/abnormal", "breached", "overLimit", "SEP2", late, "")

	g.drop("liftCleaning", "T1-L4", "2026-03-18")
	g.drop("wasteCollection", "B2", "2026-03-21")
	g.drop("wasteCollection", "B2", "2026-03-22")
	g.verdict("CLEAN-64", "breached", "gap", 2, "and two intervals are open")
	g.verdict("CLEAN-64/lift", "breached", "gap", 1, "")
	g.verdict("CLEAN-64/collect", "breached", "gap", 1, "")
	g.verdict("CLEAN-64/garden", "unknown", "paramUnset", 0, "the contract does not say how often")
	g.verdict("CLEAN-64/facility", "unknown", "paramUnset", 0, "nor here")
	g.row("CLEAN-64/lift", "breached", "gap", "T1-L4", g.find("liftCleaning", "T1-L4", "2026-03-19"), "two days")
	g.row("CLEAN-64/collect", "breached", "gap", "B2", g.find("wasteCollection", "B2", "2026-03-23"), "three days")
}

func (g *generator) plantPeople() {
	visits := map[string]*fact{}
	for _, f := range g.rows {
		if f.cell("kind") == "visit" {
			visits[f.cell("event.left")[:10]] = f
		}
	}
	visits["2026-03-19"].set("field.staff", "1")
	visits["2026-03-19"].set("field.soloReason", "业主来电催促，同事外出")
	g.verdict("CS-10/outside", "notApplicable", "noRows", 0, "nobody stayed outside")
	g.row("CS-10/entering", "waived", "excused", "", visits["2026-03-19"], "one person, and why is written down")

	visits["2026-03-15"].set("event.consented", "")
	visits["2026-03-27"].set("event.knocked", "2026-03-27 15:00:00；2026-03-27 15:00:20")
	g.verdict("CS-11", "breached", "stepOrder", 2, "")
	g.row("CS-11", "breached", "stepOrder", "", visits["2026-03-15"], "went in without being let in")
	g.row("CS-11", "breached", "repeated", "", visits["2026-03-27"], "knocked again after 20 seconds")

	g.verdict("STAFF-09", "unknown", "notComplete", 0, "nobody said that all who began are here")
}

func (g *generator) plantPaper() {
	parking := g.add("documents", "tariff", "on", "2026-01-01", "last", "2026-12-31", "actor", "车位服务费", "field.state", "inForce", "field.rate", "150", "field.approvedRate", "150")
	g.verdict("BILL-05", "breached", "condition", 1, "")
	g.row("BILL-05", "breached", "condition", "", parking, "at the approved price, not below it")
	g.verdict("BILL-35", "unknown", "partialPeriod", 0, "it is of a year, and a month is here")
	g.row("BILL-35", "unknown", "partialPeriod", "", nil, "")
	g.verdict("KPI-30", "unknown", "partialPeriod", 0, "the same as BILL-35")
	g.verdict("KPI-29", "unknown", "paramUnset", 0, "the contract does not say of what the rate is")
	g.verdict("KPI-53", "breached", "value", 1, "two complaints")
	g.row("KPI-53", "breached", "value", "", nil, "")
}

func (g *generator) plantGuests() {
	for _, f := range g.rows {
		if f.cell("actor") == "gate2" {
			f.set("until", "2026-03-21 12:00")
			g.add("exam", "shift", "subject", "X1", "at", "2026-03-21 13:00", "until", "2026-03-21 22:00", "actor", "gate2", "field.post", "gate")
			break
		}
	}
	g.verdict("EVENT-28", "breached", "uncovered", 1, "")
	g.verdict("EVENT-28/day", "breached", "uncovered", 1, "")
	g.row("EVENT-28/day", "breached", "uncovered", "X1", nil, "one at the gate from 12 to 13")
}
