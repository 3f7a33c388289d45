package schedule

import "github.com/wuyekit/wuye/property/invalid"

// The rules posts and rosters are checked by.
const (
	// ErrCoverTooMany is a list that is too long.
	ErrCoverTooMany invalid.RuleError = "schedule/cover-too-many: %[1]s are too many; at most %[2]s"
	// ErrCoverPeople is a number of persons that nobody can be asked for.
	ErrCoverPeople invalid.RuleError = "schedule/cover-people: a post needs 1 to %[2]s persons, not %[1]s"
	// ErrCoverHours is a post with windows and shifts.
	ErrCoverHours invalid.RuleError = "schedule/cover-hours: a post has windows or shifts, not both"
	// ErrCoverShift is a shift that the calendar does not have.
	ErrCoverShift invalid.RuleError = "schedule/cover-shift: the calendar %[1]s has no shift %[2]s"
	// ErrCoverNoShift is an entry that plans nothing.
	ErrCoverNoShift invalid.RuleError = "schedule/cover-no-shift: the calendar has the shift %[1]s on no day from %[2]s to %[3]s"
	// ErrCoverEntry is an entry with a shift and a window, or neither.
	ErrCoverEntry invalid.RuleError = "schedule/cover-entry: choose exactly one of shift and window"
	// ErrCoverSpan is a span that cannot be looked at.
	ErrCoverSpan invalid.RuleError = "schedule/cover-span: from %[1]s to %[2]s is no time, longer than 100 years, or outside the years 1 to 9999"

	// ErrPlanTooMany is a list that is too long.
	ErrPlanTooMany invalid.RuleError = "schedule/plan-too-many: %[1]s are too many; at most %[2]s"
	// ErrPlanChain is a task after the completion of another without a length.
	ErrPlanChain invalid.RuleError = "schedule/plan-chain: a task that counts from the completion of %[1]s is due some time after it"
	// ErrPlanOpen is a time that is left open and said.
	ErrPlanOpen invalid.RuleError = "schedule/plan-open: a time is left open or said, not both"
	// ErrPlanLevel is a level that the plan does not have.
	ErrPlanLevel invalid.RuleError = "schedule/plan-level: there is no level %[1]s; the plan has: %[2]s"
	// ErrPlanKnown is a late start of a plan that does not say when T became known.
	ErrPlanKnown invalid.RuleError = "schedule/plan-known: a late start needs the field known of the plan"
	// ErrPlanTask is a task that the plan does not have.
	ErrPlanTask invalid.RuleError = "schedule/plan-task: there is no task %[1]s"
	// ErrPlanOf is a completion that never comes for a level.
	ErrPlanOf invalid.RuleError = "schedule/plan-of: the task %[1]s, from whose completion it counts, is not for the level %[2]s"
	// ErrPlanCircle is tasks that wait for one another.
	ErrPlanCircle invalid.RuleError = "schedule/plan-circle: these tasks wait for one another: %[1]s"
	// ErrPlanOrder is a task that is due before what it depends on.
	ErrPlanOrder invalid.RuleError = "schedule/plan-order: %[1]s, due %[2]s, is due before %[3]s, which it depends on and which is due %[4]s"
)

func planTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCoverTooMany, ZH: "%[1]s 项太多；最多 %[2]s 项"},
		{Text: ErrCoverPeople, ZH: "每岗人数须为 1 至 %[2]s，不能是 %[1]s"},
		{Text: ErrCoverHours, ZH: "岗位的时段和班次只能二选一"},
		{Text: ErrCoverShift, ZH: "日历 %[1]s 没有班次 %[2]s"},
		{Text: ErrCoverNoShift, ZH: "%[2]s 至 %[3]s 日历上没有班次 %[1]s"},
		{Text: ErrCoverEntry, ZH: "班次和时段须恰好选一"},
		{Text: ErrCoverSpan, ZH: "%[1]s 至 %[2]s 不是有效的时间范围：须非空、不超过 100 年、在公元 1 至 9999 年内"},
		{Text: ErrPlanTooMany, ZH: "%[1]s 项太多；最多 %[2]s 项"},
		{Text: ErrPlanChain, ZH: "自 %[1]s 完成起算的任务须写明其后多久到期"},
		{Text: ErrPlanOpen, ZH: "时间要么写明，要么留空，不能两者兼有"},
		{Text: ErrPlanLevel, ZH: "没有级别 %[1]s；计划的级别：%[2]s"},
		{Text: ErrPlanKnown, ZH: "顺延开始须在计划中写明 known 字段"},
		{Text: ErrPlanTask, ZH: "没有任务 %[1]s"},
		{Text: ErrPlanOf, ZH: "前置任务 %[1]s 不用于级别 %[2]s，其完成无从谈起"},
		{Text: ErrPlanCircle, ZH: "任务互相等待：%[1]s"},
		{Text: ErrPlanOrder, ZH: "%[1]s（%[2]s 到期）早于其前置任务 %[3]s（%[4]s 到期）"},

		{Text: labelCoverMet, ZH: "%[1]s，%[2]s：全程在岗，同时 %[3]s 人"},
		{Text: labelCoverTime, ZH: "人数足够的时间"},
		{Text: labelCoverNeed, ZH: "须在岗的时间"},
		{Text: labelCoverStretch, ZH: "%[1]s 至 %[2]s：%[3]s"},
		{Text: labelCoverShort, ZH: "%[1]s 至 %[2]s：人数不足，%[3]s"},
		{Text: labelCoverWindow, ZH: "%[1]s 至 %[2]s"},
		{Text: labelCoverPending, ZH: "%[1]s，%[2]s：尚未结束"},
		{Text: labelPlanMet, ZH: "%[1]s：按时完成"},
		{Text: labelPlanNotYet, ZH: "%[1]s：尚未到期"},
		{Text: labelPlanDone, ZH: "完成时刻"},
		{Text: labelPlanAsked, ZH: "查询时刻"},
		{Text: labelPlanDay, ZH: "到期日 %[1]s 结束，按 %[2]s 计，%[3]s 为 %[4]s"},
		{Text: labelPlanInstant, ZH: "到期时刻，按 %[1]s 计"},
		{Text: labelPlanFrom, ZH: "起算时刻 %[1]s"},
		{Text: labelPlanSpan, ZH: "时长 %[1]s"},
		{Text: labelPlanLate, ZH: "到期时间，因 %[3]s 知悉而自 %[1]s 顺延至其后 %[2]s"},
		{Text: labelPlanState, ZH: "%[1]s：不作评判，%[2]s（%[3]s）"},
	}
}
