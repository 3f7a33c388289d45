package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// MAINT-61: bans of a control room, which every sheet has to show as kept.
const controlRooms = `{"checklist": {"sheet": "controlRoom", "per": "room", "use": "every",
	"items": [{"code": "noSmoking"}, {"code": "noDangerousGoods"}, {"code": "doorShut"}]}}`

const allPass = "noSmoking=pass noDangerousGoods=pass doorShut=pass"

func TestChecklistBans(t *testing.T) {
	room := sheetSubject("room", "R1", "floor=-1")
	sheet := func(id, when, items string) string { return sheetOf(t, "controlRoom", id, "R1", when, items) }
	finding := func(subject, when, pairs string) string { return sheetRecord(t, "finding", "f", subject, when, pairs) }
	tests := []struct {
		name  string
		facts sheetFacts
		want  string
	}{
		{"all in order", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass)}}, "met"},
		{"nobody looked: a ban is not kept by silence", sheetFacts{}, "unknown noSheet controlRoom"},
		{"one item fails", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", "noSmoking=fail noDangerousGoods=pass doorShut=fail")}}, "breached itemFailed noSmoking doorShut"},
		{"an earlier sheet fails too", sheetFacts{records: []string{
			sheet("s1", "2025-01-05 10:00", "noSmoking=fail noDangerousGoods=pass doorShut=pass"), sheet("s2", "2025-01-06 10:00", allPass),
		}}, "breached itemFailed noSmoking"},
		{"one that does not apply is left out", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", "noSmoking=pass noDangerousGoods=pass doorShut=na")}}, "met"},
		{"none applies", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", "noSmoking=na noDangerousGoods=na doorShut=na")}}, "notApplicable noRows"},
		{"an item that nobody looked at", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", "doorShut=pass noSmoking=pass")}}, "unknown fieldMissing noDangerousGoods"},
		{"items in another order, and one of another clause", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", "clean=fail doorShut=pass noDangerousGoods=pass noSmoking=pass")}}, "met"},
		{"a sheet without an instant", sheetFacts{records: []string{sheet("s1", "", allPass)}}, "met"},
		{"at the first instant of the period", sheetFacts{records: []string{sheet("s1", "2025-01-01 00:00:00", allPass)}}, "met"},
		{"one second before it", sheetFacts{records: []string{sheet("s1", "2024-12-31 23:59:59", allPass)}}, "unknown noSheet controlRoom"},
		{"at its end", sheetFacts{asOf: "2025-03-01", records: []string{sheet("s1", "2025-02-01 00:00", allPass)}}, "unknown noSheet controlRoom"},
		{"after what is asked about", sheetFacts{asOf: "2025-01-05 09:59", records: []string{sheet("s1", "2025-01-05 10:00", allPass)}}, "unknown noSheet controlRoom"},
		{"at the instant that is asked about", sheetFacts{asOf: "2025-01-05 10:00", records: []string{sheet("s1", "2025-01-05 10:00", allPass)}}, "met"},
		{"a finding breaches beside clean sheets", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("R1", "2025-01-20", "item=noSmoking")}}, "breached itemFailed noSmoking"},
		{"and without a sheet", sheetFacts{records: []string{finding("R1", "2025-01-20", "item=doorShut")}}, "breached itemFailed doorShut"},
		{"a finding of something else", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("R1", "2025-01-20", "item=clean")}}, "met"},
		{"a finding elsewhere", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("R2", "2025-01-20", "item=noSmoking")}}, "met"},
		{"a finding of December", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("R1", "2024-12-31 23:59:59", "item=noSmoking")}}, "met"},
		{"which lasted into January", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("R1", "2024-12-31 23:00/2025-01-01 00:01", "item=noSmoking")}}, "breached itemFailed noSmoking"},
		{"a finding that does not say of what", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("R1", "2025-01-20", "")}}, "unknown fieldMissing item"},
		{"a finding that does not say where", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("", "2025-01-20", "item=noSmoking")}}, "unknown fieldMissing subject"},
		{"nor of what", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("", "2025-01-20", "")}}, "unknown fieldMissing item"},
		{"nor where, of something else", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("", "2025-01-20", "item=clean")}}, "met"},
		{"nor where, of December", sheetFacts{records: []string{sheet("s1", "2025-01-05 10:00", allPass), finding("", "2024-12-31", "item=noSmoking")}}, "met"},
		{"nor where, beside one that does", sheetFacts{records: []string{
			sheet("s1", "2025-01-05 10:00", allPass), finding("", "2025-01-20", "item=noSmoking"), sheetRecord(t, "finding", "g", "R1", "2025-01-21", "item=doorShut"),
		}}, "breached itemFailed doorShut"},
		{"sheets are not all here", sheetFacts{
			records:  []string{sheet("s1", "2025-01-05 10:00", allPass)},
			complete: []string{complete("room", "2025-01-01", "2025-02-01"), complete("finding", "2025-01-01", "2025-02-01")},
		}, "unknown notComplete controlRoom"},
		{"findings are not all here", sheetFacts{
			records:  []string{sheet("s1", "2025-01-05 10:00", allPass)},
			complete: []string{complete("room", "2025-01-01", "2025-02-01"), complete("controlRoom", "2025-01-01", "2025-02-01")},
		}, "unknown notComplete finding"},
		{"a breach needs nothing to be complete", sheetFacts{
			records: []string{sheet("s1", "2025-01-05 10:00", "noSmoking=fail noDangerousGoods=pass doorShut=pass")}, complete: []string{},
		}, "breached itemFailed noSmoking"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.facts.subjects = []string{room}
			require.Equal(t, tt.want, sheetVerdict(t, controlRooms, tt.facts))
		})
	}
	require.Equal(t, "notApplicable noRows", sheetVerdict(t, controlRooms, sheetFacts{}), "no room")
	require.Equal(t, "unknown notComplete controlRoom room finding", sheetVerdict(t, controlRooms, sheetFacts{complete: []string{}}), "rooms that nobody listed")
}

func TestChecklistRows(t *testing.T) {
	facts := sheetFacts{
		subjects: []string{sheetSubject("room", "R1", "floor=-1"), sheetSubject("room", "R2", "floor=2"), sheetSubject("room", "R3", "")},
		records: []string{
			sheetOf(t, "controlRoom", "b", "R1", "2025-01-06", allPass), sheetOf(t, "controlRoom", "a", "R1", "2025-01-05", "noSmoking=fail noDangerousGoods=pass doorShut=pass"),
			sheetRecord(t, "finding", "f", "R1", "2025-01-07", "item=doorShut"), sheetOf(t, "controlRoom", "c", "R2", "2025-01-05", allPass),
		},
	}
	require.Equal(t, []string{"R1 f breached itemFailed doorShut", "R1 a breached itemFailed noSmoking", "R1 b met", "R2 c met", "R3 unknown noSheet controlRoom"}, sheetRows(t, controlRooms, facts))
	below := `{"checklist": {"sheet": "controlRoom", "per": "room", "where": [{"field": "floor", "is": "<", "value": "0"}], "use": "latest", "items": [{"code": "noSmoking"}]}}`
	require.Equal(t, []string{"R1 b met", "R3 unknown fieldMissing floor"}, sheetRows(t, below, facts), "the second floor is left out, a room without one is not")
}

// TestChecklistLatest: the last sheet counts, for as long as it may be old.
func TestChecklistLatest(t *testing.T) {
	latest := func(age string) string {
		return `{"checklist": {"sheet": "controlRoom", "per": "room", "use": "latest"` + age + `, "items": [{"code": "doorShut"}]}}`
	}
	const days, hours, param = `, "maxAge": "P7D"`, `, "maxAge": "PT36H"`, `, "maxAge": "$open"`
	sheet := func(id, when, items string) string { return sheetOf(t, "controlRoom", id, "R1", when, items) }
	whole := []string{complete("*", "2024-12-01", "2025-02-01")}
	tests := []struct {
		name, age string
		facts     sheetFacts
		want      string
	}{
		{"what was in disorder and is not any more", "", sheetFacts{records: []string{sheet("a", "2025-01-05", "doorShut=fail"), sheet("b", "2025-01-06", "doorShut=pass")}}, "met"},
		{"what is in disorder now", "", sheetFacts{records: []string{sheet("b", "2025-01-05", "doorShut=pass"), sheet("a", "2025-01-06", "doorShut=fail")}}, "breached itemFailed doorShut"},
		{"one of December is not of this period", "", sheetFacts{records: []string{sheet("a", "2024-12-31 23:00", "doorShut=pass")}, complete: whole}, "unknown noSheet controlRoom"},
		{"two at the same instant, one of them failing", "", sheetFacts{records: []string{sheet("a", "2025-01-06", "doorShut=fail"), sheet("b", "2025-01-06", "doorShut=pass")}}, "breached itemFailed doorShut"},
		{"whichever is written first", "", sheetFacts{records: []string{sheet("a", "2025-01-06", "doorShut=pass"), sheet("b", "2025-01-06", "doorShut=fail")}}, "breached itemFailed doorShut"},
		{"two at the same instant, both in order", "", sheetFacts{records: []string{sheet("a", "2025-01-06", "doorShut=pass"), sheet("b", "2025-01-06", "doorShut=pass")}}, "met"},
		{"one of them does not say", "", sheetFacts{records: []string{sheet("a", "2025-01-06", "clean=pass"), sheet("b", "2025-01-06", "doorShut=pass")}}, "unknown fieldMissing doorShut"},
		{"one of them does not say, one fails", "", sheetFacts{records: []string{sheet("a", "2025-01-06", "doorShut=fail"), sheet("b", "2025-01-06", "clean=pass")}}, "breached itemFailed doorShut"},
		{"to one of them it does not apply", "", sheetFacts{records: []string{sheet("a", "2025-01-06", "doorShut=pass"), sheet("b", "2025-01-06", "doorShut=na")}}, "met"},
		{"the one that fails is a second earlier", "", sheetFacts{records: []string{sheet("a", "2025-01-06 10:00:00", "doorShut=fail"), sheet("b", "2025-01-06 10:00:01", "doorShut=pass")}}, "met"},
		{"two at the same instant, that are not too old", days, sheetFacts{asOf: "2025-01-12", records: []string{sheet("a", "2025-01-06", "doorShut=fail"), sheet("b", "2025-01-06", "doorShut=pass")}}, "breached itemFailed doorShut"},
		{"two without an instant", "", sheetFacts{records: []string{sheet("a", "", "doorShut=fail"), sheet("b", "", "doorShut=pass")}}, "unknown fieldMissing at"},
		{"one without an instant alone", "", sheetFacts{records: []string{sheet("a", "", "doorShut=fail")}}, "breached itemFailed doorShut"},
		{"which of the two is the latest?", "", sheetFacts{records: []string{sheet("a", "", "doorShut=pass"), sheet("b", "2025-01-06", "doorShut=pass")}}, "unknown fieldMissing at"},
		{"through the seventh day", days, sheetFacts{asOf: "2025-01-12 23:59:59", records: []string{sheet("a", "2025-01-05 08:00", "doorShut=pass")}}, "met"},
		{"to its end", days, sheetFacts{asOf: "2025-01-13 00:00:00", records: []string{sheet("a", "2025-01-05 08:00", "doorShut=pass")}}, "met"},
		{"one second past it", days, sheetFacts{asOf: "2025-01-13 00:00:01", records: []string{sheet("a", "2025-01-05 08:00", "doorShut=pass")}}, "unknown sheetStale 2025-01-05T08:00:00+08:00"},
		{"too old to breach either", days, sheetFacts{records: []string{sheet("a", "2025-01-05 08:00", "doorShut=fail")}}, "unknown sheetStale 2025-01-05T08:00:00+08:00"},
		{"the period ends before what is asked about", days, sheetFacts{asOf: "2025-03-01", records: []string{sheet("a", "2025-01-25 08:00", "doorShut=pass")}, complete: []string{complete("*", "2025-01-01", "2025-03-01")}}, "met"},
		{"one of December that is not too old", days, sheetFacts{asOf: "2025-01-04", records: []string{sheet("a", "2024-12-30", "doorShut=pass")}, complete: whole}, "met"},
		{"but was it the last of December?", days, sheetFacts{asOf: "2025-01-04", records: []string{sheet("a", "2024-12-30", "doorShut=pass")}}, "unknown notComplete controlRoom"},
		{"36 hours", hours, sheetFacts{asOf: "2025-01-06 20:00:00", records: []string{sheet("a", "2025-01-05 08:00", "doorShut=pass")}}, "met"},
		{"and a second", hours, sheetFacts{asOf: "2025-01-06 20:00:01", records: []string{sheet("a", "2025-01-05 08:00", "doorShut=pass")}}, "unknown sheetStale 2025-01-05T08:00:00+08:00"},
		{"how old is it?", days, sheetFacts{records: []string{sheet("a", "", "doorShut=pass")}}, "unknown fieldMissing at"},
		{"an age that is open", param, sheetFacts{records: []string{sheet("a", "2025-01-31", "doorShut=fail")}}, "unknown paramUnset open"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.facts.subjects = []string{sheetSubject("room", "R1", "")}
			require.Equal(t, tt.want, sheetVerdict(t, latest(tt.age), tt.facts))
		})
	}
	every := `{"checklist": {"sheet": "controlRoom", "per": "room", "use": "every", "maxAge": "P7D", "items": [{"code": "doorShut"}]}}`
	facts := sheetFacts{subjects: []string{sheetSubject("room", "R1", "")}, records: []string{sheet("a", "2025-01-05 08:00", "doorShut=pass")}}
	require.Equal(t, []string{"R1 a met", "R1 a unknown sheetStale 2025-01-05T08:00:00+08:00"}, sheetRows(t, every, facts))
}

// TestChecklistEstate: without a kind of subjects every sheet counts, whatever it names.
func TestChecklistEstate(t *testing.T) {
	const etiquette = `{"checklist": {"sheet": "etiquette", "use": "latest", "items": [{"code": "badge"}]}}`
	records := []string{sheetOf(t, "etiquette", "a", "post-2", "2025-01-05", "badge=fail"), sheetOf(t, "etiquette", "b", "post-1", "2025-01-09", "badge=pass")}
	require.Equal(t, "met", sheetVerdict(t, etiquette, sheetFacts{records: records}))
	same := append(records[:2:2], sheetOf(t, "etiquette", "c", "post-0", "2025-01-09", "badge=fail"))
	require.Equal(t, []string{"post-0 c breached itemFailed badge"}, sheetRows(t, etiquette, sheetFacts{records: same}), "of two at the same instant the worse")
	records = append(records, sheetRecord(t, "finding", "f", "post-7", "2025-01-06", "item=badge"))
	require.Equal(t, []string{"post-7 f breached itemFailed badge", "post-1 b met"}, sheetRows(t, etiquette, sheetFacts{records: records}))
}

func TestChecklistProblems(t *testing.T) {
	const at = "clauses[0].measures[0].checklist"
	tests := []struct {
		checklist string
		want      []string
	}{
		{
			`{"sheet": "controlRom", "per": "lift", "maxAge": "5wd", "items": [{"code": "a"}, {"code": "a"}, {"code": ""}]}`,
			[]string{at + ".sheet standard/kind", at + ".items[1].code standard/twice", at + ".items[2].code invalid/required", at + ".use invalid/required", at + ".maxAge standard/age"},
		},
		{`{"sheet": "controlRoom", "use": "every", "items": []}`, []string{at + ".items standard/few"}},
		{`{"sheet": "controlRoom", "use": "every", "items": [{"code": "doorOpen"}]}`, []string{at + ".items[0].code standard/item"}},
		{`{"sheet": "room", "per": "controlRoom", "use": "every", "items": [{"code": "a"}]}`, []string{at + ".sheet standard/no-records", at + ".per standard/no-subjects"}},
		{
			`{"sheet": "controlRoom", "use": "every", "where": [{"field": "floor", "is": "<", "value": "0"}], "items": [{"code": "clean"}]}`,
			[]string{at + ".where[0].field standard/field"},
		},
		{`{"sheet": "controlRoom", "per": "room", "use": "latest", "maxAge": "P0D", "items": [{"code": "clean"}]}`, []string{at + ".maxAge civil/span-zero"}},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, sheetProblems(t, `{"checklist": `+tt.checklist+`}`), tt.checklist)
	}
}

// TestChecklistNeeds: what an integrator has to supply.
func TestChecklistNeeds(t *testing.T) {
	needs := mustCompile(t, sheetClause(t, controlRooms), sheetWords(t)).Needs()
	require.Equal(t, []standard.Need{{
		Clause: "X-1", Profile: "p", Measure: "checklist", Subjects: []string{"room"}, Records: []string{"controlRoom", "finding"}, Fields: []string{"finding.item"},
		Items: []string{"controlRoom.noSmoking", "controlRoom.noDangerousGoods", "controlRoom.doorShut"},
	}}, needs)
}
