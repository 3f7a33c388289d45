package standard

import (
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// The labels of derivations.
const (
	labelVerdict  explain.Label = "standard/verdict: verdict on %[1]s"
	labelRows     explain.Label = "standard/rows: judged"
	labelExtra    explain.Label = "standard/extra: beyond what was due"
	labelRow      explain.Label = "standard/row: %[1]s"
	labelEstate   explain.Label = "standard/row-estate: the estate"
	labelDue      explain.Label = "standard/due: due"
	labelOriginal explain.Label = "standard/original-due: originally due"
	labelAt       explain.Label = "standard/at: at"
	labelShare    explain.Label = "standard/share-reached: enough of them are met"
	labelShareOf  explain.Label = "standard/share-of: share of those that apply"
	labelApply    explain.Label = "standard/apply: those that apply"
	labelWanted   explain.Label = "standard/share-wanted: share that must be met"

	labelFigure  explain.Label = "standard/figure-given: %[1]s"
	labelRatio   explain.Label = "standard/ratio: %[1]s of %[2]s"
	labelLimit   explain.Label = "standard/limit: what is asked for"
	labelHolds   explain.Label = "standard/holds: as asked for"
	labelDiffers explain.Label = "standard/is-equal: equal, which it must not be"
)

func whyTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelVerdict, ZH: "%[1]s 的判定"},
		{Text: labelRows, ZH: "评判的事项"},
		{Text: labelExtra, ZH: "超出应做的"},
		{Text: labelRow, ZH: "事项 %[1]s"},
		{Text: labelEstate, ZH: "本小区"},
		{Text: labelDue, ZH: "到期"},
		{Text: labelOriginal, ZH: "原定到期"},
		{Text: labelAt, ZH: "时间"},
		{Text: labelShare, ZH: "达标的已足够"},
		{Text: labelShareOf, ZH: "占适用事项的比例"},
		{Text: labelApply, ZH: "适用的事项"},
		{Text: labelWanted, ZH: "应达标的比例"},
		{Text: labelFigure, ZH: "数值 %[1]s"},
		{Text: labelRatio, ZH: "%[1]s 与 %[2]s 之比"},
		{Text: labelLimit, ZH: "要求的值"},
		{Text: labelHolds, ZH: "符合要求"},
		{Text: labelDiffers, ZH: "两者相等（不应相等）"},
	}
}
