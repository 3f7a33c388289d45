package standard

import "github.com/wuyekit/wuye/property/invalid"

// The rules that documents are checked by.
const (
	// ErrTwice is something that stands twice.
	ErrTwice invalid.RuleError = "standard/twice: %[1]s stands twice"
	// ErrFew is a list that is too short.
	ErrFew invalid.RuleError = "standard/few: at least %[1]s are needed"
	// ErrID is a name with a character that means something else.
	ErrID invalid.RuleError = "standard/id: %[1]s cannot be a name here; leave out blanks, slashes and other signs that stand between names"
	// ErrLike is a proof like one that does not stand before it.
	ErrLike invalid.RuleError = "standard/like: there is no proof %[1]s before it"
	// ErrLong is a period beyond what is judged.
	ErrLong invalid.RuleError = "standard/long: from %[1]s to %[2]s are more than 100 years"
	// ErrGrades is a word of evidence that is no grade of its order.
	ErrGrades invalid.RuleError = "standard/grades: %[1]s is no value of %[2]s; its grades are %[3]s"
	// ErrOtherSubject is a subject that the record is not about.
	ErrOtherSubject invalid.RuleError = "standard/other-subject: the record is about %[1]s, not about %[2]s"
	// ErrReversed is an end before its beginning.
	ErrReversed invalid.RuleError = "standard/reversed: %[2]s does not come after %[1]s"
	// ErrProfile is a profile that no clause belongs to.
	ErrProfile invalid.RuleError = "standard/profile: no clause belongs to the profile %[1]s"
	// ErrProfiles is an alias of clauses of several profiles.
	ErrProfiles invalid.RuleError = "standard/profiles: %[1]s belongs to the profile %[2]s, and those before to %[3]s; an alias is of one"
	// ErrNoValue is a value where none belongs.
	ErrNoValue invalid.RuleError = "standard/no-value: %[1]s compares with nothing"
	// ErrValues is one value in place of several, or the other way round.
	ErrValues invalid.RuleError = "standard/values: %[1]s takes either value or values, not this one"
	// ErrWordsOnly is words of a field that does not hold any.
	ErrWordsOnly invalid.RuleError = "standard/words-only: %[1]s is no text, and has neither values nor an order"
	// ErrListOnly is several values of a field that is no list.
	ErrListOnly invalid.RuleError = "standard/list-only: %[1]s is given as a list and is none"
	// ErrDiffers is something that two standards have in different forms.
	ErrDiffers invalid.RuleError = "standard/differs: %[1]s is not the same in two of the standards"
	// ErrTwoValues is something to which two standards give different values.
	ErrTwoValues invalid.RuleError = "standard/two-values: %[1]s is %[2]s in one standard and %[3]s in another"
	// ErrExcept is an exception from a statement on one kind.
	ErrExcept invalid.RuleError = "standard/except: only a statement on every kind, *, has exceptions; this one is on %[1]s"
	// ErrZone is evidence of another zone.
	ErrZone invalid.RuleError = "standard/zone: the evidence is of the zone %[1]s, the standard's calendar of %[2]s"
	// ErrNoSubjects is a subject of a kind of records.
	ErrNoSubjects invalid.RuleError = "standard/no-subjects: %[1]s is a kind of records, not of subjects"
	// ErrNoRecords is a record of a kind of subjects.
	ErrNoRecords invalid.RuleError = "standard/no-records: %[1]s is a kind of subjects, not of records"
	// ErrNoGate is a clause that judges no single records of a kind.
	ErrNoGate invalid.RuleError = "standard/no-gate: %[1]s judges no single records of the kind %[2]s"
)

func checkTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrTwice, ZH: "%[1]s 重复"},
		{Text: ErrFew, ZH: "至少需要 %[1]s 个"},
		{Text: ErrID, ZH: "%[1]s 不能用作名称；请勿使用空格、斜线等分隔名称的符号"},
		{Text: ErrLike, ZH: "前面没有名为 %[1]s 的验证"},
		{Text: ErrLong, ZH: "%[1]s 至 %[2]s 超过100年"},
		{Text: ErrGrades, ZH: "%[1]s 不是字段 %[2]s 的取值；其等级为 %[3]s"},
		{Text: ErrOtherSubject, ZH: "该记录针对的是 %[1]s，不是 %[2]s"},
		{Text: ErrReversed, ZH: "%[2]s 不晚于 %[1]s"},
		{Text: ErrProfile, ZH: "没有属于出处 %[1]s 的条款"},
		{Text: ErrProfiles, ZH: "%[1]s 属于出处 %[2]s，前面的属于 %[3]s；同义条款须出自同一处"},
		{Text: ErrNoValue, ZH: "%[1]s 不与任何值比较"},
		{Text: ErrValues, ZH: "%[1]s 须用 value 或 values 中的另一个"},
		{Text: ErrWordsOnly, ZH: "%[1]s 不是文字，没有取值表和等级顺序"},
		{Text: ErrListOnly, ZH: "%[1]s 不是列表，却给出了多个值"},
		{Text: ErrDiffers, ZH: "其中两个标准里的 %[1]s 不一致"},
		{Text: ErrTwoValues, ZH: "%[1]s 在一个标准里是 %[2]s，在另一个里是 %[3]s"},
		{Text: ErrExcept, ZH: "只有针对全部类别（*）的声明才有例外；这条针对的是 %[1]s"},
		{Text: ErrZone, ZH: "证据的时区是 %[1]s，标准所用日历的时区是 %[2]s"},
		{Text: ErrNoSubjects, ZH: "%[1]s 是记录的类别，不是对象的类别"},
		{Text: ErrNoRecords, ZH: "%[1]s 是对象的类别，不是记录的类别"},
		{Text: ErrNoGate, ZH: "%[1]s 不逐条评判 %[2]s 类的记录"},
	}
}
