package standard

import (
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// Codes that have another sentence, by their operands.
const (
	// becauseAwaited is a step or an event that is not there yet, where nobody knows by when it is due.
	becauseAwaited explain.Label = "standard/because-awaited: %[1]s is still to come"
	// becauseStepLate is a step beyond its limit.
	becauseStepLate explain.Label = "standard/because-step-late: %[1]s was due %[2]s and done %[3]s"
)

func otherwiseTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: becauseAwaited, ZH: "%[1]s 尚未发生"},
		{Text: becauseStepLate, ZH: "%[1]s 最迟应于 %[2]s 完成，%[3]s 才完成"},
	}
}

// otherwise says what a code has another sentence for; it is empty where there is none.
func (r Reason) otherwise() (explain.Label, []string) {
	const step = 3 // when it was due, when it was done, and which it is
	switch a := r.Args; {
	case r.Code == NotDue && len(a) == 1 && !isTime(a[0]): // a step that is still to come
		return becauseAwaited, []string{a[0]}
	case r.Code == OverLimit && len(a) == 1: // not done at all
		return becauseMissed, []string{a[0]}
	case r.Code == OverLimit && len(a) == step:
		return becauseStepLate, []string{a[2], a[0], a[1]}
	}
	return "", nil
}

func isTime(text string) bool {
	_, err := ParsePoint(text)
	return err == nil
}
