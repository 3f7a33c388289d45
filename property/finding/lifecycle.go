package finding

import "github.com/wuyekit/wuye/property/flow"

// The events of a case's log.
const (
	// EventIssued hands the finding to who corrects it; the deadline runs from its day (下发).
	EventIssued = "issued"
	// EventCorrected says that it is put right, with evidence (已整改).
	EventCorrected = "corrected"
	// EventPassed is an inspection that found it put right (复查合格); without a correction before it, the correction is of that day.
	EventPassed = "passed"
	// EventFailed is an inspection that found it again (复查不合格): it is issued once more, with a new deadline from that day.
	EventFailed = "failed"
	// EventExtended moves the deadline to a later day, which its annex gives (延期).
	EventExtended = "extended"
	// EventWaived says that it need not be corrected (免予整改).
	EventWaived = "waived"
	// EventWithdrawn says that it was no finding (撤销).
	EventWithdrawn = "withdrawn"
	// EventNoted changes nothing (备注).
	EventNoted = "noted"
)

// The states of a case's log. That a case is overdue is no state of its log: no event says so.
const (
	stateFound     = "found"
	stateOpen      = "open"
	stateCorrected = "corrected"
	stateClosed    = "closed"
	stateWaived    = "waived"
	stateWithdrawn = "withdrawn"
)

// Lifecycle returns the table that the log of a case follows (整改流程): issued, corrected, inspected again, closed.
func Lifecycle() flow.Table {
	return flow.Table{
		Code:    "finding",
		Name:    flow.Name{ZH: "检查发现", EN: "finding"},
		Initial: stateFound,
		States: []flow.State{
			{Code: stateFound, Name: flow.Name{ZH: "待下发", EN: "found"}},
			{Code: stateOpen, Name: flow.Name{ZH: "整改中", EN: "to be corrected"}},
			{Code: stateCorrected, Name: flow.Name{ZH: "待复查", EN: "to be inspected again"}},
			{Code: stateClosed, Name: flow.Name{ZH: "已销项", EN: "closed"}, Final: true},
			{Code: stateWaived, Name: flow.Name{ZH: "免予整改", EN: "waived"}, Final: true},
			{Code: stateWithdrawn, Name: flow.Name{ZH: "已撤销", EN: "withdrawn"}, Final: true},
		},
		Transitions: []flow.Transition{
			{Event: EventIssued, From: []string{stateFound}, To: stateOpen},
			{Event: EventCorrected, From: []string{stateOpen}, To: stateCorrected},
			{Event: EventPassed, From: []string{stateOpen, stateCorrected}, To: stateClosed},
			{Event: EventFailed, From: []string{stateOpen, stateCorrected}, To: stateOpen},
			{Event: EventExtended, From: []string{stateOpen}, Stays: true},
			{Event: EventWaived, From: []string{stateOpen, stateCorrected}, To: stateWaived},
			{Event: EventWithdrawn, From: []string{stateFound, stateOpen, stateCorrected}, To: stateWithdrawn},
			{Event: EventNoted, FromAny: true, Stays: true},
		},
	}
}
