package standard

// sampleHead is [Sample] up to its clauses.
const sampleHead = `{"id": "sample-25", "version": "1", "name": {"zh": "样例条款", "en": "Sample clauses"}, "calendar": "office",
  "params": [
    {"name": "arrivalUrgent", "value": "PT30M", "source": "002 1.1六(一)6", "note": {"zh": "急修到场时限", "en": "urgent repair, until on site"}},
    {"name": "atOnce", "value": "PT24H", "note": {"zh": "发现异常至清掏的时限，合同可另定", "en": "until emptied once found abnormal; a contract may say otherwise"}},
    {"name": "septicReset", "value": "no", "source": "X-17", "note": {"zh": "临时清掏重新起算半年", "en": "a new half year from an unplanned emptying"}},
    {"name": "patrolPolicy", "value": "perHour", "source": "X-16", "note": {"zh": "每小时一次的算法", "en": "how once an hour is counted"}},
    {"name": "lateStartGrace", "value": "P1D", "note": {"zh": "到期后才获知的，自获知之日起的宽限", "en": "grace from the day on which it became known after it was due"}},
    {"name": "morning", "value": "05:00/10:00", "note": {"zh": "早上", "en": "morning"}},
    {"name": "evening", "value": "17:00/22:00", "note": {"zh": "晚上", "en": "evening"}},
    {"name": "dayShift", "value": "06:00/22:00", "note": {"zh": "白班", "en": "day shift"}},
    {"name": "nightShift", "value": "22:00/06:00", "note": {"zh": "夜班", "en": "night shift"}},
    {"name": "peakWindows", "value": "07:00/09:00,17:00/20:00", "note": {"zh": "物业使用高峰期", "en": "peak hours"}},
    {"name": "teaEarly", "value": "PT2M", "note": {"zh": "倒茶可提前", "en": "tea may be early by"}},
    {"name": "teaLate", "value": "PT5M", "note": {"zh": "倒茶可推迟", "en": "tea may be late by"}},
    {"name": "liftUp", "value": "100%", "note": {"zh": "电梯运行率", "en": "share of the minutes required that a lift runs"}},
    {"name": "complaintBase", "note": {"zh": "有效投诉率的分母，如 complaintRate.households（X-18）", "en": "of what the complaint rate is, complaintRate.households for example (X-18)"}},
    {"name": "oldFrom", "note": {"zh": "房龄达到此年数的按旧房检查", "en": "age in years from which a building is old"}},
    {"name": "gapYoung", "note": {"zh": "新房检查间隔", "en": "interval of checks, young buildings"}},
    {"name": "gapOld", "note": {"zh": "旧房检查间隔", "en": "interval of checks, old buildings"}},
    {"name": "overhaulHours", "note": {"zh": "两次大修之间的运行小时", "en": "running hours between two overhauls"}},
    {"name": "i.road", "note": {"zh": "道路保洁间隔", "en": "interval: cleaning of roads"}},
    {"name": "i.corridor", "note": {"zh": "楼道保洁间隔", "en": "interval: cleaning of corridors"}},
    {"name": "i.lift", "note": {"zh": "电梯保洁间隔", "en": "interval: cleaning of lifts"}},
    {"name": "i.disinfect", "note": {"zh": "楼道消毒间隔", "en": "interval: disinfection of corridors"}},
    {"name": "i.binDisinfect", "note": {"zh": "垃圾桶消毒间隔", "en": "interval: disinfection of bins"}},
    {"name": "i.water", "note": {"zh": "浇水间隔", "en": "interval: watering"}},
    {"name": "i.fertilise", "note": {"zh": "施肥间隔", "en": "interval: fertilising"}},
    {"name": "i.prune", "note": {"zh": "修剪间隔", "en": "interval: pruning"}},
    {"name": "i.lawn", "note": {"zh": "草坪修剪间隔", "en": "interval: mowing"}},
    {"name": "i.garden", "note": {"zh": "花园养护间隔", "en": "interval: upkeep of gardens"}},
    {"name": "i.collect", "note": {"zh": "垃圾收集间隔", "en": "interval: collection of waste"}},
    {"name": "i.facility", "note": {"zh": "垃圾处理设施检查间隔", "en": "interval: check of disposal facilities"}}
  ],
  "orders": [{"name": "contractorGrade", "grades": ["none", "3", "2", "1"]}],
  "aliases": [{"id": "STAFF-34", "of": ["SEC-53/contract"]}, {"id": "EVENT-75", "of": ["EVENT-45/order"]}],
  "clauses": [
`

// assessmentHead is [Assessment] up to its clauses.
const assessmentHead = `{"id": "assessment", "version": "1", "name": {"zh": "考核条款", "en": "Clauses of assessment"}, "calendar": "office",
  "params": [
    {"name": "resultsBy", "note": {"zh": "公布考核结果的最后日期", "en": "last day for publishing the results"}},
    {"name": "serviceSatisfactionBase", "note": {"zh": "客户服务满意率的分母，如 serviceSatisfaction.validAnswers（X-18）", "en": "of what the share of the satisfied is, serviceSatisfaction.validAnswers for example (X-18)"}},
    {"name": "complaintBase", "note": {"zh": "有效投诉率的分母，如 complaintRate.households（X-18）", "en": "of what the complaint rate is, complaintRate.households for example (X-18)"}},
    {"name": "handlingTarget", "source": "003 C1", "note": {"zh": "投诉处理率，原文遮盖", "en": "share of complaints handled, masked in the source"}},
    {"name": "ownerSatisfactionTarget", "source": "003 B一(六)", "note": {"zh": "业主满意率，原文遮盖", "en": "share of satisfied owners, masked in the source"}},
    {"name": "accidentBase", "note": {"zh": "一般事故率的分母，如 generalAccidents.households（X-18）", "en": "of what the rate of general accidents is, generalAccidents.households for example (X-18)"}},
    {"name": "repairPassBase", "note": {"zh": "维修合格率的分母，如 repairPass.inspected（X-18）", "en": "of what the pass rate of repairs is, repairPass.inspected for example (X-18)"}},
    {"name": "lowScore", "note": {"zh": "低于此分的为绩效不佳", "en": "scores below it are low"}},
    {"name": "evaluationInterval", "note": {"zh": "服务评估的间隔", "en": "interval of evaluations"}}
  ],
  "aliases": [
    {"id": "KPI-30", "of": ["BILL-35"]},
    {"id": "KPI-32", "of": ["SEC-49"]},
    {"id": "KPI-33", "of": ["MAINT-16", "MAINT-17"]},
    {"id": "KPI-34", "of": ["CLEAN-59"]},
    {"id": "KPI-35", "of": ["CLEAN-60"]},
    {"id": "KPI-51", "of": ["PROP-41/satisfaction", "PROP-41/review"]},
    {"id": "KPI-52", "of": ["PROP-42"]}
  ],
  "clauses": [
`

// vocabularyHead is [SharedVocabulary] up to its kinds.
const vocabularyHead = `{"code": "shared",
  "figures": [
    {"code": "upMinutes", "name": {"zh": "电梯运行分钟数", "en": "minutes that the lift ran"}},
    {"code": "requiredMinutes", "name": {"zh": "扣除计划保养后应运行分钟数", "en": "minutes that it had to run, without planned upkeep"}}
  ],
  "estate": [
    {"name": "secondaryWater", "title": {"zh": "有二次供水", "en": "has secondary water"}, "type": "boolean"},
    {"name": "contractStartOn", "title": {"zh": "合同起始日", "en": "first day of the contract"}, "type": "date"},
    {"name": "takeoverOn", "title": {"zh": "接管之日", "en": "day of takeover"}, "type": "date"}
  ],
  "kinds": [
`
