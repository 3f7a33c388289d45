package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// The clauses of the sample that judge record by record.
const (
	liftStopLogged = `{"record": {"of": "liftStop", "must": [{"field": "reason", "is": "set"}, {"field": "resumedAt", "is": "set"}]}}`
	liftContractor = `{"record": {"of": "contract", "where": [{"field": "trade", "is": "=", "value": "lift"}],
		"must": [{"field": "grade", "is": ">=", "value": "3", "order": "contractorGrade"}, {"field": "hours", "is": "=", "value": "24"}]}}`
	outsidePeak = `{"record": {"of": "task", "where": [{"field": "disturbing", "is": "=", "value": "true"}, {"field": "emergency", "is": "!=", "value": "true"}],
		"must": [{"field": "span", "is": "outside", "value": "$peak"}]}}`
	noTemporary = `{"part": "contract", "record": {"of": "assignment", "where": [{"field": "confidential", "is": "=", "value": "true"}],
		"must": [{"field": "contract", "is": "!=", "value": "temporary"}]}}`
	escorted = `{"part": "escort", "record": {"of": "assignment", "where": [{"field": "confidential", "is": "=", "value": "true"}, {"field": "outsider", "is": "=", "value": "true"}],
		"must": [{"field": "escorts", "is": ">=", "value": "1"}]}}`
	enteringByTwo = `{"part": "entering", "record": {"of": "visit", "where": [{"field": "entering", "is": "=", "value": "true"}], "must": [{"field": "staff", "is": ">=", "value": "2"}], "waiver": "soloReason"}}`
	outsideByOne  = `{"part": "outside", "record": {"of": "visit", "where": [{"field": "entering", "is": "=", "value": "false"}], "must": [{"field": "staff", "is": ">=", "value": "1"}]}}`
	belowApproved = `{"record": {"of": "tariff", "where": [{"field": "state", "is": "=", "value": "inForce"}], "must": [{"field": "rate", "is": "<", "value": "@approvedRate"}]}}`
	noLeave       = `{"record": {"of": "leave", "per": "reception", "where": [{"field": "subject.level", "is": "=", "value": "1"}, {"field": "group", "is": "=", "value": "technician"}],
		"must": [{"field": "span", "is": "outside", "value": "@subject.arrivalOn-P7D/@subject.arrivalOn+P1D"}]}}`
	candidates = `{"part": "candidate", "record": {"of": "entry", "where": [{"field": "role", "is": "=", "value": "candidate"}], "must": [{"field": "papers", "is": "has", "values": ["admissionTicket", "identityCard"]}]}}`
	examiners  = `{"part": "examiner", "record": {"of": "entry", "where": [{"field": "role", "is": "=", "value": "examiner"}], "must": [{"field": "papers", "is": "has", "values": ["pass"]}]}}`
)

func TestRecordSamples(t *testing.T) {
	tests := []struct {
		name, measures, kind string
		when, pairs          string
		want                 string
	}{
		{"MAINT-29: logged", liftStopLogged, "liftStop", "2025-01-05 10:00", "reason=power resumedAt=2025-01-05T11:00:00+08:00", "met"},
		{"MAINT-29: without a reason", liftStopLogged, "liftStop", "2025-01-05 10:00", "resumedAt=2025-01-05T11:00:00+08:00", "breached condition reason"},
		{"MAINT-29: not resumed", liftStopLogged, "liftStop", "2025-01-05 10:00", "reason=power", "breached condition resumedAt"},
		{"MAINT-30: grade 3 is enough", liftContractor, "contract", "2024-01-01/2026-01-01", "trade=lift grade=3 hours=24", "met"},
		{"MAINT-30: grade 1 is better", liftContractor, "contract", "2024-01-01/2026-01-01", "trade=lift grade=1 hours=24", "met"},
		{"MAINT-30: grade 4 is none of the order", liftContractor, "contract", "2024-01-01/2026-01-01", "trade=lift grade=4 hours=24", "unknown fieldMissing grade"},
		{"MAINT-30: by day only", liftContractor, "contract", "2024-01-01/2026-01-01", "trade=lift grade=2 hours=12", "breached condition hours"},
		{"MAINT-30: false beats unknown", liftContractor, "contract", "2024-01-01/2026-01-01", "trade=lift hours=12", "breached condition hours"},
		{"MAINT-30: of another trade", liftContractor, "contract", "2024-01-01/2026-01-01", "trade=fire grade=4", "notApplicable noRows"},
		{"MAINT-30: of which trade?", liftContractor, "contract", "2024-01-01/2026-01-01", "grade=3 hours=24", "unknown fieldMissing trade"},
		{"MAINT-66: ends where the peak begins", outsidePeak, "task", "2025-01-06 06:00/2025-01-06 07:00", "disturbing=true emergency=false", "met"},
		{"MAINT-66: a second into it", outsidePeak, "task", "2025-01-06 06:00/2025-01-06 07:00:01", "disturbing=true emergency=false", "breached condition span"},
		{"MAINT-66: begins where it ends", outsidePeak, "task", "2025-01-06 09:00/2025-01-06 17:00", "disturbing=true emergency=false", "met"},
		{"MAINT-66: a second before", outsidePeak, "task", "2025-01-06 08:59:59/2025-01-06 10:00", "disturbing=true emergency=false", "breached condition span"},
		{"MAINT-66: an emergency", outsidePeak, "task", "2025-01-06 07:30/2025-01-06 08:00", "disturbing=true emergency=true", "notApplicable noRows"},
		{"MAINT-66: quiet work", outsidePeak, "task", "2025-01-06 07:30/2025-01-06 08:00", "disturbing=false", "notApplicable noRows"},
		{"MAINT-66: was it an emergency?", outsidePeak, "task", "2025-01-06 07:30/2025-01-06 08:00", "disturbing=true", "unknown fieldMissing emergency"},
		{"SEC-53: temporary worker", noTemporary, "assignment", "2025-01-06", "confidential=true contract=temporary", "breached condition contract"},
		{"SEC-53: permanent", noTemporary, "assignment", "2025-01-06", "confidential=true contract=permanent", "met"},
		{"SEC-53: with a company", escorted, "assignment", "2025-01-06", "confidential=true outsider=true escorts=1", "met"},
		{"SEC-53: alone", escorted, "assignment", "2025-01-06", "confidential=true outsider=true escorts=0", "breached condition escorts"},
		{"SEC-53: by how many?", escorted, "assignment", "2025-01-06", "confidential=true outsider=true", "unknown fieldMissing escorts"},
		{"CS-10: two enter", enteringByTwo, "visit", "2025-01-06", "entering=true staff=2 soloReason=ill", "met"},
		{"CS-10: one enters", enteringByTwo, "visit", "2025-01-06", "entering=true staff=1", "breached condition staff"},
		{"CS-10: for a reason", enteringByTwo, "visit", "2025-01-06", "entering=true staff=1 soloReason=ill", "waived excused soloReason"},
		{"CS-10: without one", enteringByTwo, "visit", "2025-01-06", "entering=true staff=1 soloReason=", "breached condition staff"},
		{"CS-10: a reason excuses only what is known", enteringByTwo, "visit", "2025-01-06", "entering=true soloReason=ill", "unknown fieldMissing staff"},
		{"CS-10: one stays outside", outsideByOne, "visit", "2025-01-06", "entering=false staff=1", "met"},
		{"CS-10: nobody", outsideByOne, "visit", "2025-01-06", "entering=false staff=0", "breached condition staff"},
		{"BILL-05: the approved price is not lower", belowApproved, "tariff", "", "state=inForce rate=0.90 approvedRate=0.90", "breached condition rate"},
		{"BILL-05: a fen lower", belowApproved, "tariff", "", "state=inForce rate=0.89 approvedRate=0.90", "met"},
		{"BILL-05: a draft", belowApproved, "tariff", "", "state=draft rate=1.20 approvedRate=0.90", "notApplicable noRows"},
		{"BILL-05: nothing approved", belowApproved, "tariff", "", "state=inForce rate=0.89", "unknown fieldMissing approvedRate"},
		{"EVENT-45: two papers", candidates, "entry", "2025-01-06", "role=candidate papers=admissionTicket,identityCard", "met"},
		{"EVENT-45: one paper", candidates, "entry", "2025-01-06", "role=candidate papers=identityCard", "breached condition papers"},
		{"EVENT-45: a pass", examiners, "entry", "2025-01-06", "role=examiner papers=pass", "met"},
		{"EVENT-45: no pass", examiners, "entry", "2025-01-06", "role=examiner papers=identityCard", "breached condition papers"},
		{"EVENT-45: which papers?", examiners, "entry", "2025-01-06", "role=examiner", "unknown fieldMissing papers"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts := sheetFacts{records: []string{sheetRecord(t, tt.kind, "r", "", tt.when, tt.pairs)}}
			require.Equal(t, tt.want, sheetVerdict(t, tt.measures, facts))
			facts.complete = []string{}
			want := tt.want
			if want == "met" || want == "notApplicable noRows" || want == "waived excused soloReason" {
				want = "unknown notComplete " + tt.kind
			}
			require.Equal(t, want, sheetVerdict(t, tt.measures, facts), "of a kind that is not complete")
		})
	}
	require.Equal(t, "notApplicable noRows", sheetVerdict(t, liftStopLogged, sheetFacts{}))
	require.Equal(t, "unknown notComplete liftStop", sheetVerdict(t, liftStopLogged, sheetFacts{complete: []string{}}))
	open := `{"record": {"of": "visit", "must": [{"field": "staff", "is": ">=", "value": "$open"}]}}`
	require.Equal(t, "unknown paramUnset open", sheetVerdict(t, open, sheetFacts{records: []string{sheetRecord(t, "visit", "v", "", "2025-01-06", "staff=2")}}))
}

// TestRecordPeriod: which records belong to January.
func TestRecordPeriod(t *testing.T) {
	const explained = `{"record": {"of": "repair", "must": [{"field": "explained", "is": "=", "value": "true"}]}}`
	events := func(at ...string) string {
		text := `{"kind": "repair", "id": "r", "fields": [{"name": "explained", "value": "true"}], "events": [`
		for i, one := range at {
			if i > 0 {
				text += `, `
			}
			text += `{"seq": ` + string(rune('1'+i)) + `, "name": "reported"` + sheetWhen(t, one) + `}`
		}
		return text + `]}`
	}
	plain := func(when string) string { return sheetRecord(t, "repair", "r", "", when, "explained=true") }
	const in, out = "met", "notApplicable noRows"
	tests := []struct {
		name, record, asOf, want string
	}{
		{"the first instant", plain("2025-01-01 00:00:00"), "", in},
		{"a second before", plain("2024-12-31 23:59:59"), "", out},
		{"the last second", plain("2025-01-31 23:59:59"), "", in},
		{"the end", plain("2025-02-01 00:00:00"), "2025-03-01", out},
		{"what has not happened", plain("2025-01-20 10:00"), "2025-01-20 09:59", out},
		{"what has", plain("2025-01-20 10:00"), "2025-01-20 10:00", in},
		{"it lasts into the period", plain("2024-12-01/2025-01-01 00:00:01"), "", in},
		{"it ended when the period began", plain("2024-12-01/2025-01-01"), "", out},
		{"planned for a day to come", plain("2025-01-20/2025-01-21"), "2025-01-15", in},
		{"without an instant", plain(""), "", in},
		{"a case of January", events("2025-01-05", "2025-02-07"), "", in},
		{"its events in another order", events("2025-02-07", "2025-01-05"), "", in},
		{"a case of December", events("2024-12-30", "2025-01-07"), "", out},
		{"a case of February", events("2025-02-01"), "2025-03-01", out},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, sheetVerdict(t, explained, sheetFacts{records: []string{tt.record}, asOf: tt.asOf, complete: []string{complete("*", "2025-01-01", "2025-03-01")}}), tt.name)
	}
}

// TestRecordLeave is EVENT-12/leave: nobody of the technicians is away from a week before the visit through its day.
func TestRecordLeave(t *testing.T) {
	visit := func(id, pairs string) string { return sheetSubject("reception", id, pairs) }
	leave := func(id, subject, when, pairs string) string { return sheetRecord(t, "leave", id, subject, when, pairs) }
	ends := leave("l1", "staff-7", "2025-01-10/2025-01-11", "group=technician")
	begins := leave("l2", "staff-8", "2025-01-19/2025-01-20", "group=technician")
	into := leave("l3", "staff-7", "2025-01-10/2025-01-11 00:00:01", "group=technician")
	from := leave("l4", "staff-8", "2025-01-18 23:59:59/2025-01-20", "group=technician")
	who := leave("l5", "staff-9", "2025-01-15/2025-01-16", "")
	cleaner := leave("l5", "staff-9", "2025-01-15/2025-01-16", "group=cleaner")
	first, second := visit("V1", "level=1 arrivalOn=2025-01-18"), visit("V2", "level=2 arrivalOn=2025-01-18")
	tests := []struct {
		name     string
		subjects []string
		records  []string
		want     []string
	}{
		{"touching is outside", []string{first}, []string{ends, begins}, []string{"V1 l1 met", "V1 l2 met"}},
		{"a second inside", []string{first}, []string{into, from}, []string{"V1 l3 breached condition span", "V1 l4 breached condition span"}},
		{"of which group?", []string{first}, []string{ends, who}, []string{"V1 l1 met", "V1 l5 unknown fieldMissing group"}},
		{"of no group that is meant", []string{first}, []string{ends, cleaner}, []string{"V1 l1 met"}},
		{"with each visit", []string{first, second, visit("V3", "level=1 arrivalOn=2025-01-30")}, []string{into}, []string{"V1 l3 breached condition span", "V3 l3 met"}},
		{"when does it arrive?", []string{visit("V4", "level=1")}, []string{into}, []string{"V4 l3 unknown fieldMissing subject.arrivalOn"}},
		{"of which level?", []string{visit("V5", "arrivalOn=2025-01-18")}, []string{into}, []string{"V5 l3 unknown fieldMissing subject.level"}},
		{"no visit", nil, []string{into}, nil},
		{"one that names a visit is of that alone", []string{first, visit("V3", "level=1 arrivalOn=2025-01-18")}, []string{leave("l3", "V3", "2025-01-12/2025-01-13", "group=technician")}, []string{"V3 l3 breached condition span"}},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, sheetRows(t, noLeave, sheetFacts{subjects: tt.subjects, records: tt.records}), tt.name)
	}
	visits := []string{complete("leave", "2025-01-01", "2025-02-01")}
	require.Equal(t, "unknown notComplete reception", sheetVerdict(t, noLeave, sheetFacts{subjects: []string{first}, records: []string{ends}, complete: visits}))
}

// TestRecordNames: records of a kind that is about visits are judged with the one that they name, known or not.
func TestRecordNames(t *testing.T) {
	const greeted = `{"record": {"of": "greeting", "per": "reception", "where": [{"field": "subject.level", "is": "=", "value": "1"}], "must": [{"field": "persons", "is": ">=", "value": "2"}]}}`
	facts := sheetFacts{
		subjects: []string{sheetSubject("reception", "V1", "level=1"), sheetSubject("reception", "V2", "level=2")},
		records: []string{
			sheetRecord(t, "greeting", "a", "V1", "2025-01-05", "persons=2"), sheetRecord(t, "greeting", "b", "V2", "2025-01-05", "persons=1"),
			sheetRecord(t, "greeting", "c", "V9", "2025-01-05", "persons=1"), sheetRecord(t, "greeting", "d", "", "2025-01-05", "persons=1"),
		},
	}
	require.ElementsMatch(t, []string{"V1 a met", "V9 c unknown fieldMissing subject.level", "V1 d breached condition persons"}, sheetRows(t, greeted, facts))
}

func TestRecordProblems(t *testing.T) {
	const at = "clauses[0].measures[0].record"
	tests := []struct {
		record string
		want   []string
	}{
		{`{"of": "vist", "must": []}`, []string{at + ".of standard/kind", at + ".must standard/few"}},
		{`{"of": "visit", "must": [{"field": "stuff", "is": "set"}]}`, []string{at + ".must[0].field standard/field"}},
		{`{"of": "visit", "must": [{"field": "staff", "is": "set"}], "waiver": "reason"}`, []string{at + ".waiver standard/field"}},
		{`{"of": "liftStop", "must": [{"field": "reason", "is": "set"}], "waiver": "subject.reason"}`, []string{at + ".waiver standard/field"}},
		{`{"of": "reception", "per": "visit", "must": [{"field": "level", "is": "set"}]}`, []string{at + ".of standard/no-records", at + ".per standard/no-subjects"}},
	}
	for _, tt := range tests {
		got := sheetProblems(t, `{"record": `+tt.record+`}`)
		require.Subset(t, got, tt.want, tt.record)
	}
}

func TestRecordNeeds(t *testing.T) {
	needs := mustCompile(t, sheetClause(t, noLeave), sheetWords(t)).Needs()
	require.Equal(t, []standard.Need{{
		Clause: "X-1", Profile: "p", Measure: "record", Subjects: []string{"reception"}, Records: []string{"leave"},
		Fields: []string{"reception.level", "leave.group", "reception.arrivalOn"},
	}}, needs)
	const stop = `{"record": {"of": "greeting", "must": [{"field": "subject.level", "is": "set"}]}}`
	needs = mustCompile(t, sheetClause(t, stop), sheetWords(t)).Needs()
	require.Equal(t, []string{"reception"}, needs[0].Subjects, "read, though the rule is not paired with visits")
}
