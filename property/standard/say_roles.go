package standard

// role is what an operand of a label is the code of. Its zero is none: a number, a word, an ID, an instant.
type role uint8

const (
	roleNone role = iota
	roleKind
	roleField
	roleEvent
	roleItem
	roleFigure
	roleParam
	// roleMissing is a field, or an item of a sheet; roleExcuse an event or a field; roleBad whatever contradicts itself.
	roleMissing
	roleExcuse
	roleBad
)

// rolesOf returns what the operands of a label are, by its ID.
func rolesOf(id string) []role {
	switch id {
	case becauseParamUnset.ID():
		return []role{roleParam}
	case becauseFieldMissing.ID():
		return []role{roleMissing}
	case becauseConditionFalse.ID(), becauseWhenFalse.ID():
		return []role{roleField}
	case becauseFigureMissing.ID(), becauseOtherPeriod.ID(), becauseBaseZero.ID(), becauseFigure.ID(), labelFigure.ID():
		return []role{roleFigure}
	case labelRatio.ID():
		return []role{roleFigure, roleFigure}
	case becauseValueOff.ID():
		return []role{roleFigure, roleNone, roleFigure}
	case becauseNotComplete.ID(), becauseNoSheet.ID(), becauseAbsent.ID(), becauseExpired.ID(), becauseTooMany.ID():
		return []role{roleKind}
	case becauseShort.ID():
		return []role{roleNone, roleNone, roleKind}
	case becauseItemFailed.ID():
		return []role{roleItem}
	case becauseStepOrder.ID(), becauseTooSoon.ID():
		return []role{roleEvent, roleEvent}
	case becauseStepMissing.ID(), becauseRepeated.ID(), becauseNotDue.ID(), becauseAwaited.ID(), becauseStepLate.ID():
		return []role{roleEvent}
	case becauseExcusedBy.ID():
		return []role{roleExcuse}
	case becauseBadRow.ID():
		return []role{roleBad}
	}
	return nil
}
