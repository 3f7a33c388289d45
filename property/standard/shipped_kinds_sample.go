package standard

// upkeepKinds are the records of buildings and equipment in [SharedVocabulary].
const upkeepKinds = `    {"code": "repair", "name": {"zh": "报修单", "en": "repair"},
     "fields": [{"name": "class", "title": {"zh": "报修类别", "en": "class"}, "type": "text", "values": ["urgent", "other"]}],
     "events": [{"code": "reported", "name": {"zh": "报修", "en": "reported"}}, {"code": "arrived", "name": {"zh": "到场", "en": "arrived"}}, {"code": "completed", "name": {"zh": "修复", "en": "completed"}},
      {"code": "cancelled", "name": {"zh": "取消", "en": "cancelled"}}]},
    {"code": "structureCheck", "name": {"zh": "房屋检查", "en": "check of the common parts"}, "of": "building"},
    {"code": "liftStop", "name": {"zh": "电梯停运", "en": "lift stop"}, "of": "lift",
     "fields": [{"name": "reason", "title": {"zh": "停运原因", "en": "reason"}, "type": "text"}, {"name": "resumedAt", "title": {"zh": "恢复运行时间", "en": "running again since"}, "type": "instant"}]},
    {"code": "contract", "name": {"zh": "合同", "en": "contract"},
     "fields": [{"name": "trade", "title": {"zh": "专业", "en": "trade"}, "type": "text"}, {"name": "grade", "title": {"zh": "资质等级", "en": "grade"}, "type": "text", "order": "contractorGrade"},
      {"name": "serviceHours", "title": {"zh": "每日服务小时", "en": "hours of service a day"}, "type": "number"}]},
    {"code": "hygienePermit", "name": {"zh": "二次供水卫生许可证", "en": "hygiene permit"}, "of": "waterTank"},
    {"code": "waterTest", "name": {"zh": "水质化验单", "en": "water test"}, "of": "waterTank"},
    {"code": "overhaul", "name": {"zh": "大修", "en": "overhaul"}, "of": "equipment", "fields": [{"name": "runningHours", "title": {"zh": "累计运行小时", "en": "running hours on the meter"}, "type": "number"}]},
    {"code": "meterReading", "name": {"zh": "运行小时读数", "en": "reading of running hours"}, "of": "equipment", "fields": [{"name": "runningHours", "title": {"zh": "累计运行小时", "en": "running hours on the meter"}, "type": "number"}]}`

// securityKinds are those of control rooms, guards, patrols and fire safety.
const securityKinds = `    {"code": "controlRoomSheet", "name": {"zh": "监控中心检查表", "en": "check sheet of the control room"}, "of": "controlRoom",
     "items": [{"code": "noSmoking", "name": {"zh": "未吸烟", "en": "no smoking"}}, {"code": "noDangerousGoods", "name": {"zh": "无易燃易爆剧毒物品", "en": "no dangerous goods"}},
      {"code": "doorShut", "name": {"zh": "门已关闭", "en": "door shut"}}]},
    {"code": "finding", "name": {"zh": "检查发现", "en": "finding"}, "fields": [{"name": "item", "title": {"zh": "违反的检查项", "en": "item that it breaks"}, "type": "text"}]},
    {"code": "task", "name": {"zh": "作业", "en": "task"},
     "fields": [{"name": "disturbing", "title": {"zh": "是否扰民", "en": "disturbing"}, "type": "boolean"}, {"name": "emergency", "title": {"zh": "是否应急", "en": "emergency"}, "type": "boolean"}]},
    {"code": "shift", "name": {"zh": "到岗班次", "en": "shift attended"}, "fields": [{"name": "post", "title": {"zh": "岗位", "en": "post"}, "type": "text"}]},
    {"code": "rosterEntry", "name": {"zh": "排班", "en": "roster entry"}, "fields": [{"name": "post", "title": {"zh": "岗位", "en": "post"}, "type": "text"}]},
    {"code": "patrol", "name": {"zh": "巡查", "en": "patrol"}, "of": "patrolPoint"},
    {"code": "rectification", "name": {"zh": "消防整改通知书", "en": "rectification notice"},
     "fields": [{"name": "deadline", "title": {"zh": "整改期限", "en": "deadline"}, "type": "date"}],
     "events": [{"code": "issued", "name": {"zh": "发出", "en": "issued"}}, {"code": "rectified", "name": {"zh": "整改完成", "en": "rectified"}}]},
    {"code": "assignment", "name": {"zh": "施工作业安排", "en": "assignment"},
     "fields": [{"name": "confidential", "title": {"zh": "是否涉密", "en": "confidential"}, "type": "boolean"}, {"name": "outsider", "title": {"zh": "是否外来人员", "en": "outsider"}, "type": "boolean"},
      {"name": "contract", "title": {"zh": "用工形式", "en": "contract"}, "type": "text", "values": ["permanent", "contractor", "temporary"]}, {"name": "escorts", "title": {"zh": "陪同人数", "en": "escorts"}, "type": "number"}]}`

// cleaningKinds are those of cleaning and greening.
const cleaningKinds = `    {"code": "septicInspection", "name": {"zh": "化粪池检查", "en": "inspection of a septic tank"}, "of": "septicTank"},
    {"code": "septicEmptying", "name": {"zh": "化粪池清掏", "en": "emptying of a septic tank"}, "of": "septicTank", "fields": [{"name": "planned", "title": {"zh": "是否计划内", "en": "planned"}, "type": "boolean"}]},
    {"code": "septicFinding", "name": {"zh": "化粪池异常", "en": "abnormal septic tank"}, "of": "septicTank", "events": [{"code": "found", "name": {"zh": "发现", "en": "found"}}, {"code": "emptied", "name": {"zh": "清掏", "en": "emptied"}}]},
    {"code": "sweep", "name": {"zh": "道路清扫", "en": "sweeping"}, "of": "road"},
    {"code": "roadCleaning", "name": {"zh": "道路保洁", "en": "cleaning of roads"}, "of": "road"},
    {"code": "corridorCleaning", "name": {"zh": "楼道保洁", "en": "cleaning of corridors"}, "of": "corridor"},
    {"code": "disinfection", "name": {"zh": "消毒", "en": "disinfection"}, "of": "corridor"},
    {"code": "liftCleaning", "name": {"zh": "电梯保洁", "en": "cleaning of lifts"}, "of": "lift"},
    {"code": "binDisinfection", "name": {"zh": "垃圾桶消毒", "en": "disinfection of bins"}, "of": "binSite"},
    {"code": "wasteCollection", "name": {"zh": "垃圾收集", "en": "collection of waste"}, "of": "binSite"},
    {"code": "watering", "name": {"zh": "浇水", "en": "watering"}, "of": "greenArea"},
    {"code": "fertilising", "name": {"zh": "施肥", "en": "fertilising"}, "of": "greenArea"},
    {"code": "pruning", "name": {"zh": "修剪", "en": "pruning"}, "of": "greenArea"},
    {"code": "mowing", "name": {"zh": "草坪修剪", "en": "mowing"}, "of": "lawn"},
    {"code": "gardenUpkeep", "name": {"zh": "花园养护", "en": "upkeep of gardens"}, "of": "garden"},
    {"code": "disposalCheck", "name": {"zh": "垃圾处理设施检查", "en": "check of disposal facilities"}, "of": "disposalFacility"}`

// peopleKinds are those of visits, staff and prices.
const peopleKinds = `    {"code": "visit", "name": {"zh": "入户走访", "en": "home visit"},
     "fields": [{"name": "entering", "title": {"zh": "是否入室", "en": "entering"}, "type": "boolean"}, {"name": "staff", "title": {"zh": "人数", "en": "people"}, "type": "number"},
      {"name": "soloReason", "title": {"zh": "单人前往的原因", "en": "reason for going alone"}, "type": "text"}],
     "events": [{"code": "knocked", "name": {"zh": "敲门", "en": "knocked"}}, {"code": "identified", "name": {"zh": "说明身份", "en": "said who"}}, {"code": "consented", "name": {"zh": "业主同意", "en": "let in by consent"}},
      {"code": "entered", "name": {"zh": "入室", "en": "entered"}}, {"code": "left", "name": {"zh": "离开", "en": "left"}}]},
    {"code": "training", "name": {"zh": "培训", "en": "training"}, "of": "newHire",
     "fields": [{"name": "practical", "title": {"zh": "是否实操", "en": "practical"}, "type": "boolean"}, {"name": "hours", "title": {"zh": "学时", "en": "hours"}, "type": "number"}]},
    {"code": "onboarding", "name": {"zh": "入职", "en": "onboarding"}, "of": "newHire",
     "events": [{"code": "hired", "name": {"zh": "上岗", "en": "hired"}}, {"code": "exam", "name": {"zh": "书面考试", "en": "written exam"}}, {"code": "confirmed", "name": {"zh": "转正", "en": "confirmed"}},
      {"code": "left", "name": {"zh": "离职", "en": "left"}}]},
    {"code": "tariff", "name": {"zh": "收费标准", "en": "tariff"},
     "fields": [{"name": "state", "title": {"zh": "状态", "en": "state"}, "type": "text", "values": ["draft", "submitted", "approved", "inForce"]},
      {"name": "rate", "title": {"zh": "收费价格", "en": "price charged"}, "type": "number"}, {"name": "approvedRate", "title": {"zh": "核准价", "en": "approved price"}, "type": "number"}]}`

// eventKinds are those of guests, examinations and meetings.
const eventKinds = `    {"code": "systemCheck", "name": {"zh": "系统大检查", "en": "check of all systems"}, "of": "reception",
     "fields": [{"name": "systems", "title": {"zh": "已检查的系统", "en": "systems checked"}, "type": "list", "values": ["power", "airCon", "fire", "lift", "lowVoltage", "sound", "barrier", "facade"]}]},
    {"code": "systemRecheck", "name": {"zh": "系统复查", "en": "re-check of the systems"}, "of": "reception"},
    {"code": "leave", "name": {"zh": "休假", "en": "leave"}, "fields": [{"name": "group", "title": {"zh": "人员类别", "en": "group"}, "type": "text", "values": ["technician", "guard", "cleaner", "conference", "catering", "office"]}]},
    {"code": "admission", "name": {"zh": "考生入场", "en": "admission"}, "of": "examDay",
     "events": [{"code": "ordered", "name": {"zh": "联络员下令", "en": "ordered by the liaison"}}, {"code": "admitted", "name": {"zh": "入场", "en": "admitted"}}]},
    {"code": "entry", "name": {"zh": "入场查验", "en": "entry"}, "of": "examDay",
     "fields": [{"name": "role", "title": {"zh": "身份", "en": "role"}, "type": "text", "values": ["candidate", "examiner"]},
      {"name": "papers", "title": {"zh": "所持证件", "en": "papers"}, "type": "list", "values": ["admissionTicket", "identityCard", "pass"]}]},
    {"code": "tea", "name": {"zh": "倒茶水", "en": "round of tea"}, "of": "meeting"}`
