package main

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

const (
	textTitle       explain.Label = "dutyplan/title: Duties of %[1]s, as of %[2]s"
	textDuties      explain.Label = "dutyplan/duties: By duty"
	textDuty        explain.Label = "dutyplan/duty: duty"
	textTotal       explain.Label = "dutyplan/total: due"
	textOnTime      explain.Label = "dutyplan/on-time: in time"
	textLate        explain.Label = "dutyplan/late: late"
	textMissed      explain.Label = "dutyplan/missed: missed"
	textPending     explain.Label = "dutyplan/pending: pending"
	textExcusedOne  explain.Label = "dutyplan/excused-one: excused"
	textUnknownOne  explain.Label = "dutyplan/unknown-one: unknown"
	textPartial     explain.Label = "dutyplan/partial: cut"
	textExtra       explain.Label = "dutyplan/extra: extra"
	textVoluntary   explain.Label = "dutyplan/voluntary: voluntary"
	textShare       explain.Label = "dutyplan/share: share"
	textFaults      explain.Label = "dutyplan/faults: Missed or late: %[1]s"
	textAsides      explain.Label = "dutyplan/asides: Records that serve nothing that was due: %[1]s"
	textUnknown     explain.Label = "dutyplan/unknown: Unknown, with what is missing: %[1]s"
	textExcused     explain.Label = "dutyplan/excused: Excused: %[1]s"
	textNext        explain.Label = "dutyplan/next: Not due yet: %[1]s"
	textPlan        explain.Label = "dutyplan/plan: Countdown: %[1]s"
	textMoved       explain.Label = "dutyplan/moved: known late; was due %[1]s"
	textForecast    explain.Label = "dutyplan/forecast: forecast"
	textPosts       explain.Label = "dutyplan/posts: Posts (h:mm)"
	textPost        explain.Label = "dutyplan/post: post"
	textRequired    explain.Label = "dutyplan/required: required"
	textShort       explain.Label = "dutyplan/short: short"
	textTimes       explain.Label = "dutyplan/times: times"
	textPresent     explain.Label = "dutyplan/present: %[1]s of %[2]s"
	textTwoPosts    explain.Label = "dutyplan/two-posts: at two posts at once"
	textUnknownPost explain.Label = "dutyplan/unknown-post: at a post that there is not"
	textNoPerson    explain.Label = "dutyplan/no-person: a row without a person"
	textNoTime      explain.Label = "dutyplan/no-time: a row without a time"
	textUnskilled   explain.Label = "dutyplan/unskilled: lacks a skill that the post asks for"
	textLateBy      explain.Label = "dutyplan/late-by: late by %[1]s"
	textMore        explain.Label = "dutyplan/more: and %[1]s more"
	textStrangers   explain.Label = "dutyplan/strangers: Records of subjects that no duty asks about: %[1]s"
	textWhy         explain.Label = "dutyplan/why: %[1]s, %[2]s"
	textNoFiles     explain.Label = "dutyplan/no-files: No files were asked for; -out FOLDER writes verdicts.csv, summary.csv, occurrences.csv, tasks.csv and gaps.csv."
	textFiles       explain.Label = "dutyplan/files: Written: %[1]s"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: textTitle, ZH: "%[1]s 周期任务报告（截至 %[2]s）"},
		{Text: textDuties, ZH: "按任务统计"},
		{Text: textDuty, ZH: "任务"},
		{Text: textTotal, ZH: "应做"},
		{Text: textOnTime, ZH: "按时"},
		{Text: textLate, ZH: "迟做"},
		{Text: textMissed, ZH: "漏做"},
		{Text: textPending, ZH: "未到期"},
		{Text: textExcusedOne, ZH: "免做"},
		{Text: textUnknownOne, ZH: "未知"},
		{Text: textPartial, ZH: "不足期"},
		{Text: textExtra, ZH: "多做"},
		{Text: textVoluntary, ZH: "自愿"},
		{Text: textShare, ZH: "按时率"},
		{Text: textFaults, ZH: "漏做或迟做：%[1]s"},
		{Text: textAsides, ZH: "没有对应任务的记录：%[1]s"},
		{Text: textUnknown, ZH: "未知及所缺：%[1]s"},
		{Text: textExcused, ZH: "免做：%[1]s"},
		{Text: textNext, ZH: "尚未到期：%[1]s"},
		{Text: textPlan, ZH: "倒计时：%[1]s"},
		{Text: textMoved, ZH: "晚知，原定 %[1]s"},
		{Text: textForecast, ZH: "预计"},
		{Text: textPosts, ZH: "岗位（时:分）"},
		{Text: textPost, ZH: "岗位"},
		{Text: textRequired, ZH: "应在岗"},
		{Text: textShort, ZH: "缺岗"},
		{Text: textTimes, ZH: "次数"},
		{Text: textPresent, ZH: "应 %[2]s 人，在 %[1]s 人"},
		{Text: errNoKey, ZH: "该月没有以 %[1]s 为键的项"},
		{Text: textTwoPosts, ZH: "同时在两个岗位"},
		{Text: textUnknownPost, ZH: "所在岗位不存在"},
		{Text: textNoPerson, ZH: "没有姓名的行"},
		{Text: textNoTime, ZH: "没有时间的行"},
		{Text: textUnskilled, ZH: "缺少岗位要求的资格"},
		{Text: textLateBy, ZH: "迟 %[1]s"},
		{Text: textMore, ZH: "另有 %[1]s 项"},
		{Text: textStrangers, ZH: "有记录而没有任务的对象：%[1]s"},
		{Text: textWhy, ZH: "%[1]s，%[2]s"},
		{Text: textNoFiles, ZH: "没有要求写文件；-out 目录 写出 verdicts.csv、summary.csv、occurrences.csv、tasks.csv 和 gaps.csv。"},
		{Text: textFiles, ZH: "已写出：%[1]s"},
	}
}

func messages(b *catalog.Builder) error {
	return errors.Join(worktime.Messages(b), schedule.Messages(b), invalid.Register(b, texts()))
}
