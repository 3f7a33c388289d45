package rating

import "github.com/wuyekit/wuye/property/invalid"

// SupervisionRubric returns what supervision takes off a department's score (督导扣分): 0.5 for each item whose records are below the
// target of accuracy, and 0.5 for each time that its head came late to inspect a site. It is read anew at every call and belongs to
// the caller.
//
// The target is masked in the source, and what the points are taken off is not said: the 100 are a choice of ours.
//
// Source: 003 B二1b, KPI-39, KPI-40; W-42.
func SupervisionRubric() Rubric { return shippedRubric("supervision", supervisionJSON) }

// RepairRubric returns the sheet of a repair order by the motto "fast, good, thrifty" (快、好、省): time, quality and cost, each of
// 100 points. It is read anew at every call and belongs to the caller.
//
// The source gives no weights: that they are equal here is a choice of ours.
//
// Source: 004 篇4 4.4.2D, MAINT-65.
func RepairRubric() Rubric { return shippedRubric("repair-order", repairJSON) }

// SubdistrictPanel returns how the results of a community programme enter a subdistrict's yearly assessment (纳入街道全年绩效考核): as
// one of two sources. It is read anew at every call and belongs to the caller.
//
// The weights are open in the source and unset here: until both are set, the panel has no score and names them.
//
// Source: 001 §1八(三)1, KPI-55.
func SubdistrictPanel() Panel {
	p, err := invalid.Decode[Panel]([]byte(subdistrictJSON), "subdistrict")
	if err != nil {
		return Panel{Code: "subdistrict"} // has no source, which Join refuses
	}
	return p
}

// supervisionJSON is the document of [SupervisionRubric].
const supervisionJSON = `{
  "code": "supervision",
  "name": {"zh": "督导扣分", "en": "Deductions of supervision"},
  "source": "003 B二1b; KPI-39, KPI-40",
  "note": {"zh": "督导工作记录准确率的目标在原文中被隐去：先按本单位的目标判定哪些项未达到（达到即合格），再按项数记发现。从多少分中扣，原文未说，100分为本库自拟。每次检查须有记录和现场照片（evidence）。", "en": "The target of accuracy is masked in the source: decide by your own which items are below it (reaching it is enough), and count those. What the points are taken off is not said; the 100 are an allocation of ours. Each inspection needs a record and a picture of the site (evidence)."},
  "method": "points",
  "outOf": "100",
  "sections": [
    {"code": "supervision", "name": {"zh": "督导", "en": "Supervision"}, "points": "100", "items": [
      {"code": "supervised", "name": {"zh": "督导与现场检查", "en": "Supervision and inspection of sites"}, "points": "100", "mark": {"deductions": {"kinds": [
        {"code": "accuracy", "name": {"zh": "记录准确率未达到目标的一项", "en": "an item with records below the target of accuracy"}, "take": "0.5"},
        {"code": "lateCheck", "name": {"zh": "部门负责人未按时检查现场一次", "en": "a late inspection of a site by the head of the department"}, "take": "0.5"}
      ]}}}
    ]}
  ]
}`

// repairJSON is the document of [RepairRubric].
const repairJSON = `{
  "code": "repair-order",
  "name": {"zh": "维修工单“快、好、省”评分", "en": "Repair order: fast, good, thrifty"},
  "source": "004 篇4 4.4.2D; MAINT-65",
  "note": {"zh": "原文只有“快、好、省”三字要求，没有权重：等权为本库自拟，请按合同填写 weight。", "en": "The source asks for fast, good and thrifty and gives no weights: equal ones are an allocation of ours; put those of your contract in weight."},
  "method": "weights",
  "outOf": "100",
  "sections": [
    {"code": "order", "name": {"zh": "工单", "en": "Order"}, "items": [
      {"code": "time", "name": {"zh": "快（时间）", "en": "fast (time)"}, "points": "100", "weight": "1", "mark": {"points": {"step": "1"}}},
      {"code": "quality", "name": {"zh": "好（质量）", "en": "good (quality)"}, "points": "100", "weight": "1", "mark": {"points": {"step": "1"}}},
      {"code": "cost", "name": {"zh": "省（成本）", "en": "thrifty (cost)"}, "points": "100", "weight": "1", "mark": {"points": {"step": "1"}}}
    ]}
  ]
}`

// subdistrictJSON is the document of [SubdistrictPanel].
const subdistrictJSON = `{
  "code": "subdistrict",
  "name": {"zh": "街道全年绩效考核", "en": "Yearly assessment of a subdistrict"},
  "sources": [
    {"code": "communityProgramme", "name": {"zh": "社区项目成效", "en": "results of the community programme"}},
    {"code": "other", "name": {"zh": "其他考核内容", "en": "all else that is assessed"}}
  ]
}`
