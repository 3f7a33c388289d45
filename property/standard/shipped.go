package standard

import (
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// Sample returns 25 clauses of all departments that between them use every measure (样例条款), with proofs. It is read anew at every call and
// belongs to the caller. Its calendar is called "office".
//
// What the sources leave open is a parameter without a value, and its clause is unknown until the contract gives one: the intervals
// of CLEAN-64 and MAINT-22, the hours of MAINT-47, the base of KPI-29. Readings of ours are parameters with one: how hourly patrols
// are counted (patrolPolicy, X-16: "perHour" one in every clock hour, "gap" never more than 60 minutes apart), whether an unplanned
// emptying begins the half year anew (septicReset, X-17: "yes", "no"), the hours of the shifts and the peaks, the tolerance of a round
// of tea.
//
// Source: the rules named by the clauses.
func Sample() Standard {
	return assembled("sample-25", sampleHead, sampleUpkeep, sampleSecurity, sampleCleaning, complaintRateClause, samplePeople, sampleEvent, sampleExam)
}

// Assessment returns the clauses by which the service itself is assessed (考核条款): star-rated projects, acceptance by survey, the targets
// of the serviced apartment, tender promises, goals by a day, with proofs. It is read anew at every call and belongs to the caller. Its
// calendar is called "office", its figures are those of [metric.China].
//
// The clauses are of nine parts of the sources; a contract chooses its own with [Standard.Choose]. Targets that the sources mask, and bases
// that they do not name, are parameters without a value. KPI-30, 32 to 35, 51 and 52 are answered by clauses of billing,
// security, maintenance, cleaning and the estate.
//
// Source: KPI-06 to KPI-64, and the rules that their aliases name.
func Assessment() Standard {
	return assembled("assessment", assessmentHead, assessmentStar, assessmentSurvey, complaintRateClause, assessmentFigures, assessmentGoals)
}

// assembled reads a shipped standard: its head and its lists of clauses.
func assembled(id, head string, clauses ...string) Standard {
	text := head
	for i, list := range clauses {
		if i > 0 {
			text += ",\n"
		}
		text += list
	}
	s, err := invalid.Decode[Standard]([]byte(text+"\n]}"), id)
	if err != nil {
		return Standard{ID: id} // has no clause and no calendar, which Compile refuses
	}
	return s
}

// SharedVocabulary returns the names that the shipped clauses and their evidence share (通用证据词汇表): kinds with their fields, events and
// items, the fields of the estate, and the figures of [metric.China] as "metric.term". It is read anew at every call and belongs to
// the caller, who adds what the own clauses need.
func SharedVocabulary() Vocabulary {
	text := vocabularyHead
	for i, list := range []string{
		subjectKinds, upkeepKinds, securityKinds, cleaningKinds, peopleKinds, eventKinds, starKinds, goalKinds,
	} {
		if i > 0 {
			text += ",\n"
		}
		text += list
	}
	v, err := invalid.Decode[Vocabulary]([]byte(text+"\n]}"), "vocabulary")
	if err != nil {
		return Vocabulary{} // has no code, which Compile refuses
	}
	for _, d := range metric.China().Metrics {
		for _, t := range append([]metric.Term{d.Counts}, d.Bases...) {
			v.Figures = append(v.Figures, Term{Code: d.Code + "." + t.Code, Name: t.Name})
		}
	}
	return v
}
