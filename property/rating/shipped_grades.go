package rating

// grade1JSON is the first document of [GradeRubrics].
const grade1JSON = `{
  "code": "grade-1",
  "version": "2004",
  "name": {"zh": "普通住宅小区物业管理服务等级标准（试行）一级", "en": "Ordinary residential compounds: service standard, grade 1"},
  "source": "中物协[2004]1号，2004-01-06; DOMAIN-CN 9.1",
  "note": {"zh": "标准本身不计分：各项等权是本库的选择；90分以上保持等级是芜湖收费等级的做法，其百分表未公开。一级基本要求、二三级的时间与巡查次数以及一级的另一些条款查到了原文，其余各项 [K] 凭行业知识；使用前请核对原文。不适用的项（无电梯、无化粪池等）剔除后折算。只用于普通住宅小区，其他服务由合同约定。", "en": "The standard itself gives no points: equal weights are a choice of ours, and that 90 keeps a grade is how Wuhu grades fees, whose own table of 100 points is not public. Part A of grade 1, the hours and patrols of grades 2 and 3 and more of grade 1 were found; every other item is [K], from knowledge of the trade: check it against the text before use. Items that do not apply (no lift, no septic tank) are left out of the mean. For ordinary compounds only; other services are by contract."},
  "method": "weights",
  "outOf": "100",
  "notApplicable": "renormalise",
  "sections": [
    {"code": "A", "name": {"zh": "基本要求", "en": "Basics"}, "items": [
      {"code": "A1", "name": {"zh": "服务与被服务双方签订规范的物业服务合同，权利义务明确", "en": "Standard contract, duties clear"}, "source": "中物协[2004]1号 一级 A1", "points": "1", "mark": {"pass": {}}},
      {"code": "A2", "name": {"zh": "承接项目时，对共用部位、共用设施设备查验，手续、资料齐全", "en": "Common parts and equipment inspected at take-over, papers complete"}, "source": "中物协[2004]1号 一级 A2", "points": "1", "mark": {"pass": {}}},
      {"code": "A3", "name": {"zh": "管理人员、专业操作人员按规定取得资格证书或上岗证", "en": "Staff qualified or certified"}, "source": "中物协[2004]1号 一级 A3", "points": "1", "mark": {"pass": {}}},
      {"code": "A4", "name": {"zh": "有完善的物业管理方案，质量、财务、档案管理等制度健全", "en": "Management plan; quality, finance and archive rules"}, "source": "中物协[2004]1号 一级 A4", "points": "1", "mark": {"pass": {}}},
      {"code": "A5", "name": {"zh": "管理服务人员统一着装、佩戴标志，行为规范，服务主动热情", "en": "Uniform, badge, polite"}, "source": "中物协[2004]1号 一级 A5", "points": "1", "mark": {"pass": {}}},
      {"code": "A6", "name": {"zh": "设有服务接待中心，公示24小时服务电话", "en": "Reception centre, service telephone for 24 h"}, "source": "中物协[2004]1号 一级 A6", "points": "1", "mark": {"pass": {}}},
      {"code": "A6b", "name": {"zh": "急修半小时内到达现场", "en": "Urgent repair: arrival within 30 min"}, "source": "中物协[2004]1号 一级 A6b", "points": "1", "mark": {"pass": {}}},
      {"code": "A6c", "name": {"zh": "其他报修按约定时间到达现场，有完整的报修、维修和回访记录", "en": "Other repairs by agreement; complete repair and revisit records"}, "source": "中物协[2004]1号 一级 A6c", "points": "1", "mark": {"pass": {}}},
      {"code": "A7", "name": {"zh": "根据业主需求，提供特约服务和代办服务，公示项目与收费价目", "en": "Special services offered, prices posted"}, "source": "中物协[2004]1号 一级 A7", "points": "1", "mark": {"pass": {}}},
      {"code": "A8", "name": {"zh": "按规定公布物业服务费用的收支情况", "en": "Income and expense of the fees published"}, "source": "中物协[2004]1号 一级 A8", "points": "1", "mark": {"pass": {}}},
      {"code": "A9", "name": {"zh": "按合同约定规范使用住房专项维修资金", "en": "Maintenance fund used by the contract"}, "source": "中物协[2004]1号 一级 A9", "points": "1", "mark": {"pass": {}}},
      {"code": "A10", "name": {"zh": "每年至少1次征询业主意见，满意率80%以上", "en": "Opinion survey at least once a year, at least 80 % satisfied"}, "source": "中物协[2004]1号 一级 A10", "points": "1", "note": {"zh": "未征询业主意见的，记0", "en": "0 where no survey was held"}, "mark": {"steps": {"figure": "satisfaction, %", "steps": [{"at": "80", "points": "1"}], "better": "higher"}}}
    ]},
    {"code": "B", "name": {"zh": "房屋管理", "en": "Buildings"}, "items": [
      {"code": "B1", "name": {"zh": "对房屋共用部位日常管理和维修养护，检修和保养记录齐全", "en": "Common parts: repair and upkeep records complete"}, "source": "中物协[2004]1号 一级 B1", "points": "1", "mark": {"pass": {}}},
      {"code": "B2", "name": {"zh": "定期检查房屋使用状况；小修及时修复，大中修编制计划和资金使用计划并向业主报告", "en": "Regular checks; small repairs at once, large ones with a plan and a plan of funds reported to the owners"}, "source": "中物协[2004]1号 一级 B2", "points": "1", "mark": {"pass": {}}},
      {"code": "B3", "name": {"zh": "每日巡查1次单元门、楼梯通道及门窗、玻璃等", "en": "Doors, stairs and windows patrolled daily"}, "source": "中物协[2004]1号 一级 B3", "points": "1", "mark": {"pass": {}}},
      {"code": "B4", "name": {"zh": "装饰装修管理制度完善；每日巡查1次施工现场", "en": "Decoration: full system; site visited daily"}, "source": "中物协[2004]1号 一级 B4", "points": "1", "mark": {"pass": {}}},
      {"code": "B5", "name": {"zh": "违反规划私搭乱建和擅自改变房屋用途的，及时劝阻并报告", "en": "Illegal building and change of use: dissuade and report"}, "source": "中物协[2004]1号 一级 B5", "points": "1", "mark": {"pass": {}}},
      {"code": "B6", "name": {"zh": "主出入口有平面示意图，主要路口有路标，组团、栋、单元（门）和公共配套设施有明显标志", "en": "Plan at the main gate, road signs, marks on blocks, units and facilities"}, "source": "中物协[2004]1号 一级 B6", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "C", "name": {"zh": "共用设施设备维修养护", "en": "Facilities and equipment"}, "items": [
      {"code": "C1", "name": {"zh": "对共用设施设备日常管理和维修养护，运行、检查、维修、保养记录齐全", "en": "Upkeep of common equipment; records of running, checks and repairs complete"}, "source": "中物协[2004]1号 一级 C1", "points": "1", "mark": {"pass": {}}},
      {"code": "C2", "name": {"zh": "建立设施设备档案（台账），运行、检查、维修、保养记录齐全", "en": "Files of the equipment; records of running, checks and repairs complete"}, "source": "中物协[2004]1号 一级 C2", "points": "1", "mark": {"pass": {}}},
      {"code": "C3", "name": {"zh": "设施设备标志齐全、规范，责任人明确；操作维护人员严格执行规程；运行正常", "en": "Marks complete and standard, duties clear, procedures followed; normal running"}, "source": "中物协[2004]1号 一级 C3", "points": "1", "mark": {"pass": {}}},
      {"code": "C4", "name": {"zh": "对共用设施设备定期组织巡查，做好巡查记录", "en": "Equipment patrolled regularly, recorded"}, "source": "中物协[2004]1号 一级 C4", "points": "1", "mark": {"pass": {}}},
      {"code": "C5", "name": {"zh": "电梯24小时正常运行", "en": "Lifts run for 24 h"}, "source": "中物协[2004]1号 一级 C5", "points": "1", "mark": {"pass": {}}},
      {"code": "C6", "name": {"zh": "消防设施设备完好，可随时启用；消防通道畅通", "en": "Fire equipment sound and ready; lanes clear"}, "source": "中物协[2004]1号 一级 C6", "points": "1", "mark": {"pass": {}}},
      {"code": "C7", "name": {"zh": "设备房整洁、通风，无跑冒滴漏和鼠害", "en": "Plant rooms clean, ventilated, no leaks or rodents"}, "source": "中物协[2004]1号 一级 C7", "points": "1", "mark": {"pass": {}}},
      {"code": "C8", "name": {"zh": "小区道路平整，主要道路及停车场交通标志齐全、规范", "en": "Roads level; traffic signs of main roads and car parks complete"}, "source": "中物协[2004]1号 一级 C8", "points": "1", "mark": {"pass": {}}},
      {"code": "C9", "name": {"zh": "路灯、楼道灯完好率不低于95%", "en": "Lamps working: at least 95 %"}, "source": "中物协[2004]1号 一级 C9", "points": "1", "mark": {"steps": {"figure": "lamps working, %", "steps": [{"at": "95", "points": "1"}], "better": "higher"}}},
      {"code": "C10", "name": {"zh": "容易危及人身安全的设施设备有明显警示标志和防范措施；对各种突发设备故障有应急方案", "en": "Danger marked and guarded; an emergency plan for each kind of fault"}, "source": "中物协[2004]1号 一级 C10", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "D", "name": {"zh": "协助维护公共秩序", "en": "Public order"}, "items": [
      {"code": "D1", "name": {"zh": "小区主出入口24小时站岗值勤", "en": "Main gate: standing guard for 24 h"}, "source": "中物协[2004]1号 一级 D1", "points": "1", "mark": {"pass": {}}},
      {"code": "D2", "name": {"zh": "重点区域、重点部位每1小时至少巡查1次；监控设施24小时监控", "en": "Key places patrolled every hour; monitoring watched for 24 h"}, "source": "中物协[2004]1号 一级 D2", "points": "1", "mark": {"pass": {}}},
      {"code": "D3", "name": {"zh": "进出车辆实施证、卡管理，引导有序通行、停放", "en": "Vehicles: card or pass control, guided"}, "source": "中物协[2004]1号 一级 D3", "points": "1", "mark": {"pass": {}}},
      {"code": "D4", "name": {"zh": "进出小区的装修、家政等劳务人员实行临时出入证管理", "en": "Workers: temporary passes"}, "source": "中物协[2004]1号 一级 D4", "points": "1", "mark": {"pass": {}}},
      {"code": "D5", "name": {"zh": "对火灾、治安、公共卫生等突发事件有应急预案，及时报告并协助处理", "en": "Emergencies: plan, report, assist"}, "source": "中物协[2004]1号 一级 D5", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "E", "name": {"zh": "保洁服务", "en": "Cleaning"}, "items": [
      {"code": "E1", "name": {"zh": "高层按层、多层按幢设置垃圾桶，每日清运2次", "en": "Bins per floor in high-rise, per block elsewhere; removed twice a day"}, "source": "中物协[2004]1号 一级 E1", "points": "1", "mark": {"pass": {}}},
      {"code": "E2", "name": {"zh": "合理设置果壳箱或垃圾桶，每日清运2次", "en": "Outdoor litter boxes emptied twice a day"}, "source": "中物协[2004]1号 一级 E2", "points": "1", "mark": {"pass": {}}},
      {"code": "E3", "name": {"zh": "道路、广场、停车场、绿地等每日清扫2次", "en": "Roads, squares, car parks, greens swept twice a day"}, "source": "中物协[2004]1号 一级 E3", "points": "1", "mark": {"pass": {}}},
      {"code": "E4", "name": {"zh": "电梯厅、楼道每日清扫2次，每周拖洗1次；一层共用大厅每日拖洗1次", "en": "Lift lobbies and stairs swept twice a day, mopped weekly; ground lobby mopped daily"}, "source": "中物协[2004]1号 一级 E4", "points": "1", "mark": {"pass": {}}},
      {"code": "E5", "name": {"zh": "楼梯扶手每日擦洗1次", "en": "Handrails wiped daily"}, "source": "中物协[2004]1号 一级 E5", "points": "1", "mark": {"pass": {}}},
      {"code": "E6", "name": {"zh": "共用部位玻璃每周清洁1次", "en": "Common glass cleaned weekly"}, "source": "中物协[2004]1号 一级 E6", "points": "1", "mark": {"pass": {}}},
      {"code": "E7", "name": {"zh": "路灯、楼道灯每月清洁1次", "en": "Lamps cleaned monthly"}, "source": "中物协[2004]1号 一级 E7", "points": "1", "mark": {"pass": {}}},
      {"code": "E8", "name": {"zh": "共用雨、污水管道每年疏通1次", "en": "Rain and sewage pipes cleared once a year"}, "source": "中物协[2004]1号 一级 E8", "points": "1", "mark": {"pass": {}}},
      {"code": "E9", "name": {"zh": "雨、污水井每月检查1次", "en": "Wells checked monthly"}, "source": "中物协[2004]1号 一级 E9", "points": "1", "mark": {"pass": {}}},
      {"code": "E10", "name": {"zh": "化粪池每月检查1次，每半年清掏1次", "en": "Septic tank checked monthly, emptied half-yearly"}, "source": "中物协[2004]1号 一级 E10", "points": "1", "mark": {"pass": {}}},
      {"code": "E11", "name": {"zh": "二次供水水箱按规定清洗，定时巡查，水质符合要求", "en": "Water tank cleaned by the rules and patrolled, quality in order"}, "source": "中物协[2004]1号 一级 E11", "points": "1", "mark": {"pass": {}}},
      {"code": "E12", "name": {"zh": "定期进行消毒和灭虫除害", "en": "Disinfection and pest control, regularly"}, "source": "中物协[2004]1号 一级 E12", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "F", "name": {"zh": "绿化养护管理", "en": "Greening"}, "items": [
      {"code": "F1", "name": {"zh": "有专业人员实施绿化养护管理", "en": "Professional staff"}, "source": "中物协[2004]1号 一级 F1", "points": "1", "mark": {"pass": {}}},
      {"code": "F2", "name": {"zh": "草坪生长良好，及时修剪和补栽补种，无杂草、杂物", "en": "Lawn grows well, trimmed, replanted, no weeds or litter"}, "source": "中物协[2004]1号 一级 F2", "points": "1", "mark": {"pass": {}}},
      {"code": "F3", "name": {"zh": "花卉、绿篱、树木根据品种和生长情况及时修剪整形，保持观赏效果", "en": "Flowers, hedges and trees shaped by species, ornamental"}, "source": "中物协[2004]1号 一级 F3", "points": "1", "mark": {"pass": {}}},
      {"code": "F4", "name": {"zh": "定期组织浇灌、施肥和松土，做好防涝、防冻", "en": "Watered, fertilised, loosened regularly; kept from flood and frost"}, "source": "中物协[2004]1号 一级 F4", "points": "1", "mark": {"pass": {}}},
      {"code": "F5", "name": {"zh": "定期喷洒药物，预防病虫害", "en": "Pests: sprayed regularly"}, "source": "中物协[2004]1号 一级 F5", "points": "1", "mark": {"pass": {}}}
    ]}
  ],
  "bands": [
    {"code": "met", "name": {"zh": "达到一级标准", "en": "meets grade 1"}, "from": "100"},
    {"code": "kept", "name": {"zh": "保持本等级（芜湖式：90分以上）", "en": "keeps the grade (as in Wuhu: from 90)"}, "from": "90"},
    {"code": "below", "name": {"zh": "降一等", "en": "falls by one grade"}}
  ]
}`

// grade2JSON is the second document of [GradeRubrics].
const grade2JSON = `{
  "code": "grade-2",
  "version": "2004",
  "name": {"zh": "普通住宅小区物业管理服务等级标准（试行）二级", "en": "Ordinary residential compounds: service standard, grade 2"},
  "source": "中物协[2004]1号，2004-01-06; DOMAIN-CN 9.1",
  "note": {"zh": "标准本身不计分：各项等权是本库的选择；90分以上保持等级是芜湖收费等级的做法，其百分表未公开。一级基本要求、二三级的时间与巡查次数以及一级的另一些条款查到了原文，其余各项 [K] 凭行业知识；使用前请核对原文。不适用的项（无电梯、无化粪池等）剔除后折算。只用于普通住宅小区，其他服务由合同约定。", "en": "The standard itself gives no points: equal weights are a choice of ours, and that 90 keeps a grade is how Wuhu grades fees, whose own table of 100 points is not public. Part A of grade 1, the hours and patrols of grades 2 and 3 and more of grade 1 were found; every other item is [K], from knowledge of the trade: check it against the text before use. Items that do not apply (no lift, no septic tank) are left out of the mean. For ordinary compounds only; other services are by contract."},
  "method": "weights",
  "outOf": "100",
  "notApplicable": "renormalise",
  "sections": [
    {"code": "A", "name": {"zh": "基本要求", "en": "Basics"}, "items": [
      {"code": "A1", "name": {"zh": "服务与被服务双方签订规范的物业服务合同，权利义务明确", "en": "Standard contract, duties clear"}, "source": "中物协[2004]1号 二级 A1", "points": "1", "mark": {"pass": {}}},
      {"code": "A2", "name": {"zh": "承接项目时，对共用部位、共用设施设备查验，手续、资料齐全", "en": "Common parts and equipment inspected at take-over, papers complete"}, "source": "中物协[2004]1号 二级 A2", "points": "1", "mark": {"pass": {}}},
      {"code": "A3", "name": {"zh": "管理人员、专业操作人员按规定取得资格证书或上岗证", "en": "Staff qualified or certified"}, "source": "中物协[2004]1号 二级 A3", "points": "1", "mark": {"pass": {}}},
      {"code": "A4", "name": {"zh": "有完善的物业管理方案，质量、财务、档案管理等制度健全", "en": "Management plan; quality, finance and archive rules"}, "source": "中物协[2004]1号 二级 A4", "points": "1", "mark": {"pass": {}}},
      {"code": "A5", "name": {"zh": "管理服务人员统一着装、佩戴标志，行为规范，服务主动热情", "en": "Uniform, badge, polite"}, "source": "中物协[2004]1号 二级 A5", "points": "1", "mark": {"pass": {}}},
      {"code": "A6", "name": {"zh": "公示16小时服务电话", "en": "Service telephone for 16 h"}, "source": "中物协[2004]1号 二级 A6", "points": "1", "mark": {"pass": {}}},
      {"code": "A6b", "name": {"zh": "急修1小时内到达现场", "en": "Urgent repair: arrival within 1 h"}, "source": "中物协[2004]1号 二级 A6b", "points": "1", "mark": {"pass": {}}},
      {"code": "A6c", "name": {"zh": "其他报修按约定时间到达现场，有报修、维修和回访记录", "en": "Other repairs by agreement; repair and revisit records"}, "source": "中物协[2004]1号 二级 A6c", "points": "1", "mark": {"pass": {}}},
      {"code": "A7", "name": {"zh": "根据业主需求，提供特约服务和代办服务，公示项目与收费价目", "en": "Special services offered, prices posted"}, "source": "中物协[2004]1号 二级 A7", "points": "1", "mark": {"pass": {}}},
      {"code": "A8", "name": {"zh": "按规定公布物业服务费用的收支情况", "en": "Income and expense of the fees published"}, "source": "中物协[2004]1号 二级 A8", "points": "1", "mark": {"pass": {}}},
      {"code": "A9", "name": {"zh": "按合同约定规范使用住房专项维修资金", "en": "Maintenance fund used by the contract"}, "source": "中物协[2004]1号 二级 A9", "points": "1", "mark": {"pass": {}}},
      {"code": "A10", "name": {"zh": "每年至少1次征询业主意见，满意率75%以上", "en": "Opinion survey at least once a year, at least 75 % satisfied"}, "source": "中物协[2004]1号 二级 A10", "points": "1", "note": {"zh": "未征询业主意见的，记0", "en": "0 where no survey was held"}, "mark": {"steps": {"figure": "satisfaction, %", "steps": [{"at": "75", "points": "1"}], "better": "higher"}}}
    ]},
    {"code": "B", "name": {"zh": "房屋管理", "en": "Buildings"}, "items": [
      {"code": "B1", "name": {"zh": "对房屋共用部位日常管理和维修养护，检修和保养记录齐全", "en": "Common parts: repair and upkeep records complete"}, "source": "中物协[2004]1号 二级 B1", "points": "1", "mark": {"pass": {}}},
      {"code": "B2", "name": {"zh": "定期检查房屋使用状况；小修及时修复，大中修编制计划和资金使用计划并向业主报告", "en": "Regular checks; small repairs at once, large ones with a plan and a plan of funds reported to the owners"}, "source": "中物协[2004]1号 二级 B2", "points": "1", "mark": {"pass": {}}},
      {"code": "B3", "name": {"zh": "每3日巡查1次单元门、楼梯通道及门窗、玻璃等", "en": "Doors, stairs and windows patrolled every 3 days"}, "source": "中物协[2004]1号 二级 B3", "points": "1", "mark": {"pass": {}}},
      {"code": "B4", "name": {"zh": "装饰装修管理制度完善；每3日巡查1次施工现场", "en": "Decoration: full system; site visited every 3 days"}, "source": "中物协[2004]1号 二级 B4", "points": "1", "mark": {"pass": {}}},
      {"code": "B5", "name": {"zh": "违反规划私搭乱建和擅自改变房屋用途的，及时劝阻并报告", "en": "Illegal building and change of use: dissuade and report"}, "source": "中物协[2004]1号 二级 B5", "points": "1", "mark": {"pass": {}}},
      {"code": "B6", "name": {"zh": "主出入口有平面示意图，各组团、栋、单元（门）有明显标志", "en": "Plan at the main gate, marks on blocks and units"}, "source": "中物协[2004]1号 二级 B6", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "C", "name": {"zh": "共用设施设备维修养护", "en": "Facilities and equipment"}, "items": [
      {"code": "C1", "name": {"zh": "对共用设施设备日常管理和维修养护，运行、检查、维修、保养记录齐全", "en": "Upkeep of common equipment; records of running, checks and repairs complete"}, "source": "中物协[2004]1号 二级 C1", "points": "1", "mark": {"pass": {}}},
      {"code": "C2", "name": {"zh": "建立设施设备档案（台账），运行、检查、维修、保养记录齐全", "en": "Files of the equipment; records of running, checks and repairs complete"}, "source": "中物协[2004]1号 二级 C2", "points": "1", "mark": {"pass": {}}},
      {"code": "C3", "name": {"zh": "设施设备标志齐全、规范，责任人明确；操作维护人员严格执行规程；运行正常", "en": "Marks complete and standard, duties clear, procedures followed; normal running"}, "source": "中物协[2004]1号 二级 C3", "points": "1", "mark": {"pass": {}}},
      {"code": "C4", "name": {"zh": "对共用设施设备定期组织巡查，做好巡查记录", "en": "Equipment patrolled regularly, recorded"}, "source": "中物协[2004]1号 二级 C4", "points": "1", "mark": {"pass": {}}},
      {"code": "C5", "name": {"zh": "电梯早6点至晚12点正常运行", "en": "Lifts run from 06:00 to 24:00"}, "source": "中物协[2004]1号 二级 C5", "points": "1", "mark": {"pass": {}}},
      {"code": "C6", "name": {"zh": "消防设施设备完好，可随时启用；消防通道畅通", "en": "Fire equipment sound and ready; lanes clear"}, "source": "中物协[2004]1号 二级 C6", "points": "1", "mark": {"pass": {}}},
      {"code": "C7", "name": {"zh": "设备房整洁、通风，无跑冒滴漏和鼠害", "en": "Plant rooms clean, ventilated, no leaks or rodents"}, "source": "中物协[2004]1号 二级 C7", "points": "1", "mark": {"pass": {}}},
      {"code": "C8", "name": {"zh": "小区道路平整", "en": "Roads level"}, "source": "中物协[2004]1号 二级 C8", "points": "1", "mark": {"pass": {}}},
      {"code": "C9", "name": {"zh": "路灯、楼道灯完好率不低于90%", "en": "Lamps working: at least 90 %"}, "source": "中物协[2004]1号 二级 C9", "points": "1", "mark": {"steps": {"figure": "lamps working, %", "steps": [{"at": "90", "points": "1"}], "better": "higher"}}},
      {"code": "C10", "name": {"zh": "容易危及人身安全的设施设备有明显警示标志和防范措施；对各种突发设备故障有应急方案", "en": "Danger marked and guarded; an emergency plan for each kind of fault"}, "source": "中物协[2004]1号 二级 C10", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "D", "name": {"zh": "协助维护公共秩序", "en": "Public order"}, "items": [
      {"code": "D1", "name": {"zh": "小区主出入口24小时值勤", "en": "Main gate: duty for 24 h"}, "source": "中物协[2004]1号 二级 D1", "points": "1", "mark": {"pass": {}}},
      {"code": "D2", "name": {"zh": "重点区域、重点部位每2小时至少巡查1次", "en": "Key places patrolled every 2 h"}, "source": "中物协[2004]1号 二级 D2", "points": "1", "mark": {"pass": {}}},
      {"code": "D3", "name": {"zh": "对进出车辆进行管理，引导有序通行、停放", "en": "Vehicles guided, orderly"}, "source": "中物协[2004]1号 二级 D3", "points": "1", "mark": {"pass": {}}},
      {"code": "D5", "name": {"zh": "对火灾、治安、公共卫生等突发事件有应急预案，及时报告并协助处理", "en": "Emergencies: plan, report, assist"}, "source": "中物协[2004]1号 二级 D5", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "E", "name": {"zh": "保洁服务", "en": "Cleaning"}, "items": [
      {"code": "E1", "name": {"zh": "按幢设置垃圾桶，生活垃圾每天清运1次", "en": "Bins per block; removed once a day"}, "source": "中物协[2004]1号 二级 E1", "points": "1", "mark": {"pass": {}}},
      {"code": "E2", "name": {"zh": "合理设置果壳箱或垃圾桶，每日清运1次", "en": "Outdoor litter boxes emptied once a day"}, "source": "中物协[2004]1号 二级 E2", "points": "1", "mark": {"pass": {}}},
      {"code": "E3", "name": {"zh": "道路、广场、停车场、绿地等每日清扫1次", "en": "Roads, squares, car parks, greens swept once a day"}, "source": "中物协[2004]1号 二级 E3", "points": "1", "mark": {"pass": {}}},
      {"code": "E4", "name": {"zh": "电梯厅、楼道每日清扫1次，半月拖洗1次", "en": "Lift lobbies and stairs swept daily, mopped every half month"}, "source": "中物协[2004]1号 二级 E4", "points": "1", "mark": {"pass": {}}},
      {"code": "E5", "name": {"zh": "楼梯扶手每周擦洗2次", "en": "Handrails wiped twice a week"}, "source": "中物协[2004]1号 二级 E5", "points": "1", "mark": {"pass": {}}},
      {"code": "E6", "name": {"zh": "共用部位玻璃每月清洁1次", "en": "Common glass cleaned monthly"}, "source": "中物协[2004]1号 二级 E6", "points": "1", "mark": {"pass": {}}},
      {"code": "E7", "name": {"zh": "路灯、楼道灯每季度清洁1次", "en": "Lamps cleaned quarterly"}, "source": "中物协[2004]1号 二级 E7", "points": "1", "mark": {"pass": {}}},
      {"code": "E8", "name": {"zh": "共用雨、污水管道每年疏通1次", "en": "Rain and sewage pipes cleared once a year"}, "source": "中物协[2004]1号 二级 E8", "points": "1", "mark": {"pass": {}}},
      {"code": "E9", "name": {"zh": "雨、污水井每季度检查1次", "en": "Wells checked quarterly"}, "source": "中物协[2004]1号 二级 E9", "points": "1", "mark": {"pass": {}}},
      {"code": "E10", "name": {"zh": "化粪池每2个月检查1次，每年清掏1次", "en": "Septic tank checked every 2 months, emptied yearly"}, "source": "中物协[2004]1号 二级 E10", "points": "1", "mark": {"pass": {}}},
      {"code": "E11", "name": {"zh": "二次供水水箱按规定清洗，定时巡查，水质符合要求", "en": "Water tank cleaned by the rules and patrolled, quality in order"}, "source": "中物协[2004]1号 二级 E11", "points": "1", "mark": {"pass": {}}},
      {"code": "E12", "name": {"zh": "定期进行消毒和灭虫除害", "en": "Disinfection and pest control, regularly"}, "source": "中物协[2004]1号 二级 E12", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "F", "name": {"zh": "绿化养护管理", "en": "Greening"}, "items": [
      {"code": "F1", "name": {"zh": "有专业人员实施绿化养护管理", "en": "Professional staff"}, "source": "中物协[2004]1号 二级 F1", "points": "1", "mark": {"pass": {}}},
      {"code": "F2", "name": {"zh": "对草坪及时修剪、养护", "en": "Lawn trimmed, kept"}, "source": "中物协[2004]1号 二级 F2", "points": "1", "mark": {"pass": {}}},
      {"code": "F3", "name": {"zh": "花卉、绿篱、树木及时修剪", "en": "Flowers, hedges and trees trimmed"}, "source": "中物协[2004]1号 二级 F3", "points": "1", "mark": {"pass": {}}},
      {"code": "F4", "name": {"zh": "适时组织浇灌、施肥和松土，做好防涝、防冻", "en": "Watered, fertilised, loosened in time; kept from flood and frost"}, "source": "中物协[2004]1号 二级 F4", "points": "1", "mark": {"pass": {}}},
      {"code": "F5", "name": {"zh": "适时喷洒药物，预防病虫害", "en": "Pests: sprayed in time"}, "source": "中物协[2004]1号 二级 F5", "points": "1", "mark": {"pass": {}}}
    ]}
  ],
  "bands": [
    {"code": "met", "name": {"zh": "达到二级标准", "en": "meets grade 2"}, "from": "100"},
    {"code": "kept", "name": {"zh": "保持本等级（芜湖式：90分以上）", "en": "keeps the grade (as in Wuhu: from 90)"}, "from": "90"},
    {"code": "below", "name": {"zh": "降一等", "en": "falls by one grade"}}
  ]
}`

// grade3JSON is the third document of [GradeRubrics].
const grade3JSON = `{
  "code": "grade-3",
  "version": "2004",
  "name": {"zh": "普通住宅小区物业管理服务等级标准（试行）三级", "en": "Ordinary residential compounds: service standard, grade 3"},
  "source": "中物协[2004]1号，2004-01-06; DOMAIN-CN 9.1",
  "note": {"zh": "标准本身不计分：各项等权是本库的选择；90分以上保持等级是芜湖收费等级的做法，其百分表未公开。一级基本要求、二三级的时间与巡查次数以及一级的另一些条款查到了原文，其余各项 [K] 凭行业知识；使用前请核对原文。不适用的项（无电梯、无化粪池等）剔除后折算。只用于普通住宅小区，其他服务由合同约定。", "en": "The standard itself gives no points: equal weights are a choice of ours, and that 90 keeps a grade is how Wuhu grades fees, whose own table of 100 points is not public. Part A of grade 1, the hours and patrols of grades 2 and 3 and more of grade 1 were found; every other item is [K], from knowledge of the trade: check it against the text before use. Items that do not apply (no lift, no septic tank) are left out of the mean. For ordinary compounds only; other services are by contract."},
  "method": "weights",
  "outOf": "100",
  "notApplicable": "renormalise",
  "sections": [
    {"code": "A", "name": {"zh": "基本要求", "en": "Basics"}, "items": [
      {"code": "A1", "name": {"zh": "服务与被服务双方签订规范的物业服务合同，权利义务明确", "en": "Standard contract, duties clear"}, "source": "中物协[2004]1号 三级 A1", "points": "1", "mark": {"pass": {}}},
      {"code": "A2", "name": {"zh": "承接项目时，对共用部位、共用设施设备查验，手续、资料齐全", "en": "Common parts and equipment inspected at take-over, papers complete"}, "source": "中物协[2004]1号 三级 A2", "points": "1", "mark": {"pass": {}}},
      {"code": "A3", "name": {"zh": "管理人员、专业操作人员按规定取得资格证书或上岗证", "en": "Staff qualified or certified"}, "source": "中物协[2004]1号 三级 A3", "points": "1", "mark": {"pass": {}}},
      {"code": "A4", "name": {"zh": "有完善的物业管理方案，质量、财务、档案管理等制度健全", "en": "Management plan; quality, finance and archive rules"}, "source": "中物协[2004]1号 三级 A4", "points": "1", "mark": {"pass": {}}},
      {"code": "A5", "name": {"zh": "管理服务人员佩戴标志，行为规范，服务主动热情", "en": "Badge, polite"}, "source": "中物协[2004]1号 三级 A5", "points": "1", "mark": {"pass": {}}},
      {"code": "A6", "name": {"zh": "公示8小时服务电话", "en": "Service telephone for 8 h"}, "source": "中物协[2004]1号 三级 A6", "points": "1", "mark": {"pass": {}}},
      {"code": "A6b", "name": {"zh": "急修按约定时间到达现场", "en": "Urgent repair: arrival by agreement"}, "source": "中物协[2004]1号 三级 A6b", "points": "1", "mark": {"pass": {}}},
      {"code": "A6c", "name": {"zh": "其他报修按约定时间到达现场，有报修、维修记录", "en": "Other repairs by agreement; repair records"}, "source": "中物协[2004]1号 三级 A6c", "points": "1", "mark": {"pass": {}}},
      {"code": "A8", "name": {"zh": "按规定公布物业服务费用的收支情况", "en": "Income and expense of the fees published"}, "source": "中物协[2004]1号 三级 A8", "points": "1", "mark": {"pass": {}}},
      {"code": "A9", "name": {"zh": "按合同约定规范使用住房专项维修资金", "en": "Maintenance fund used by the contract"}, "source": "中物协[2004]1号 三级 A9", "points": "1", "mark": {"pass": {}}},
      {"code": "A10", "name": {"zh": "每年至少1次征询业主意见，满意率70%以上", "en": "Opinion survey at least once a year, at least 70 % satisfied"}, "source": "中物协[2004]1号 三级 A10", "points": "1", "note": {"zh": "未征询业主意见的，记0", "en": "0 where no survey was held"}, "mark": {"steps": {"figure": "satisfaction, %", "steps": [{"at": "70", "points": "1"}], "better": "higher"}}}
    ]},
    {"code": "B", "name": {"zh": "房屋管理", "en": "Buildings"}, "items": [
      {"code": "B1", "name": {"zh": "对房屋共用部位日常管理和维修养护，有检修记录", "en": "Common parts: repair records"}, "source": "中物协[2004]1号 三级 B1", "points": "1", "mark": {"pass": {}}},
      {"code": "B2", "name": {"zh": "定期检查房屋使用状况；小修及时修复，大中修编制计划和资金使用计划并向业主报告", "en": "Regular checks; small repairs at once, large ones with a plan and a plan of funds reported to the owners"}, "source": "中物协[2004]1号 三级 B2", "points": "1", "mark": {"pass": {}}},
      {"code": "B3", "name": {"zh": "每周巡查1次单元门、楼梯通道及门窗、玻璃等", "en": "Doors, stairs and windows patrolled weekly"}, "source": "中物协[2004]1号 三级 B3", "points": "1", "mark": {"pass": {}}},
      {"code": "B4", "name": {"zh": "装饰装修管理制度完善；至少两次巡查施工现场", "en": "Decoration: full system; at least 2 visits per job"}, "source": "中物协[2004]1号 三级 B4", "points": "1", "mark": {"pass": {}}},
      {"code": "B5", "name": {"zh": "违反规划私搭乱建和擅自改变房屋用途的，及时劝阻并报告", "en": "Illegal building and change of use: dissuade and report"}, "source": "中物协[2004]1号 三级 B5", "points": "1", "mark": {"pass": {}}},
      {"code": "B6", "name": {"zh": "各组团、栋、单元（门）有明显标志", "en": "Marks on blocks and units"}, "source": "中物协[2004]1号 三级 B6", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "C", "name": {"zh": "共用设施设备维修养护", "en": "Facilities and equipment"}, "items": [
      {"code": "C1", "name": {"zh": "对共用设施设备日常管理和维修养护，有维修记录", "en": "Upkeep of common equipment; repair records"}, "source": "中物协[2004]1号 三级 C1", "points": "1", "mark": {"pass": {}}},
      {"code": "C2", "name": {"zh": "建立设施设备档案（台账），有维修记录", "en": "Files of the equipment; repair records"}, "source": "中物协[2004]1号 三级 C2", "points": "1", "mark": {"pass": {}}},
      {"code": "C3", "name": {"zh": "设施设备运行正常", "en": "Equipment runs normally"}, "source": "中物协[2004]1号 三级 C3", "points": "1", "mark": {"pass": {}}},
      {"code": "C4", "name": {"zh": "对共用设施设备定期组织巡查，做好巡查记录", "en": "Equipment patrolled regularly, recorded"}, "source": "中物协[2004]1号 三级 C4", "points": "1", "mark": {"pass": {}}},
      {"code": "C5", "name": {"zh": "电梯早6点至晚12点正常运行", "en": "Lifts run from 06:00 to 24:00"}, "source": "中物协[2004]1号 三级 C5", "points": "1", "mark": {"pass": {}}},
      {"code": "C6", "name": {"zh": "消防设施设备完好，可随时启用；消防通道畅通", "en": "Fire equipment sound and ready; lanes clear"}, "source": "中物协[2004]1号 三级 C6", "points": "1", "mark": {"pass": {}}},
      {"code": "C8", "name": {"zh": "小区道路基本平整", "en": "Roads basically level"}, "source": "中物协[2004]1号 三级 C8", "points": "1", "mark": {"pass": {}}},
      {"code": "C9", "name": {"zh": "路灯、楼道灯完好率不低于80%", "en": "Lamps working: at least 80 %"}, "source": "中物协[2004]1号 三级 C9", "points": "1", "mark": {"steps": {"figure": "lamps working, %", "steps": [{"at": "80", "points": "1"}], "better": "higher"}}},
      {"code": "C10", "name": {"zh": "容易危及人身安全的设施设备有明显警示标志和防范措施", "en": "Danger marked and guarded"}, "source": "中物协[2004]1号 三级 C10", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "D", "name": {"zh": "协助维护公共秩序", "en": "Public order"}, "items": [
      {"code": "D1", "name": {"zh": "小区主出入口24小时值勤", "en": "Main gate: duty for 24 h"}, "source": "中物协[2004]1号 三级 D1", "points": "1", "mark": {"pass": {}}},
      {"code": "D2", "name": {"zh": "重点区域、重点部位每3小时至少巡查1次", "en": "Key places patrolled every 3 h"}, "source": "中物协[2004]1号 三级 D2", "points": "1", "mark": {"pass": {}}},
      {"code": "D3", "name": {"zh": "车辆停放有序", "en": "Vehicles parked in order"}, "source": "中物协[2004]1号 三级 D3", "points": "1", "mark": {"pass": {}}},
      {"code": "D5", "name": {"zh": "对火灾、治安、公共卫生等突发事件有应急预案，及时报告并协助处理", "en": "Emergencies: plan, report, assist"}, "source": "中物协[2004]1号 三级 D5", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "E", "name": {"zh": "保洁服务", "en": "Cleaning"}, "items": [
      {"code": "E1", "name": {"zh": "设有垃圾收集点，生活垃圾每天清运1次", "en": "Collection point; removed once a day"}, "source": "中物协[2004]1号 三级 E1", "points": "1", "mark": {"pass": {}}},
      {"code": "E3", "name": {"zh": "道路、广场、停车场、绿地等每日清扫1次", "en": "Roads, squares, car parks, greens swept once a day"}, "source": "中物协[2004]1号 三级 E3", "points": "1", "mark": {"pass": {}}},
      {"code": "E4", "name": {"zh": "电梯厅、楼道每日清扫1次", "en": "Lift lobbies and stairs swept daily"}, "source": "中物协[2004]1号 三级 E4", "points": "1", "mark": {"pass": {}}},
      {"code": "E6", "name": {"zh": "共用部位玻璃每季度清洁1次", "en": "Common glass cleaned quarterly"}, "source": "中物协[2004]1号 三级 E6", "points": "1", "mark": {"pass": {}}},
      {"code": "E7", "name": {"zh": "路灯、楼道灯每半年清洁1次", "en": "Lamps cleaned half-yearly"}, "source": "中物协[2004]1号 三级 E7", "points": "1", "mark": {"pass": {}}},
      {"code": "E8", "name": {"zh": "共用雨、污水管道每年疏通1次", "en": "Rain and sewage pipes cleared once a year"}, "source": "中物协[2004]1号 三级 E8", "points": "1", "mark": {"pass": {}}},
      {"code": "E9", "name": {"zh": "雨、污水井每半年检查1次", "en": "Wells checked half-yearly"}, "source": "中物协[2004]1号 三级 E9", "points": "1", "mark": {"pass": {}}},
      {"code": "E10", "name": {"zh": "化粪池每季度检查1次，每年清掏1次", "en": "Septic tank checked quarterly, emptied yearly"}, "source": "中物协[2004]1号 三级 E10", "points": "1", "mark": {"pass": {}}},
      {"code": "E11", "name": {"zh": "二次供水水箱按规定清洗，定时巡查，水质符合要求", "en": "Water tank cleaned by the rules and patrolled, quality in order"}, "source": "中物协[2004]1号 三级 E11", "points": "1", "mark": {"pass": {}}},
      {"code": "E12", "name": {"zh": "定期进行消毒和灭虫除害", "en": "Disinfection and pest control, regularly"}, "source": "中物协[2004]1号 三级 E12", "points": "1", "mark": {"pass": {}}}
    ]},
    {"code": "F", "name": {"zh": "绿化养护管理", "en": "Greening"}, "items": [
      {"code": "F1", "name": {"zh": "有绿化工实施绿化养护管理", "en": "Cared for by staff"}, "source": "中物协[2004]1号 三级 F1", "points": "1", "mark": {"pass": {}}},
      {"code": "F2", "name": {"zh": "对草坪及时修剪、养护", "en": "Lawn trimmed, kept"}, "source": "中物协[2004]1号 三级 F2", "points": "1", "mark": {"pass": {}}},
      {"code": "F3", "name": {"zh": "花卉、绿篱、树木及时修剪", "en": "Flowers, hedges and trees trimmed"}, "source": "中物协[2004]1号 三级 F3", "points": "1", "mark": {"pass": {}}},
      {"code": "F5", "name": {"zh": "预防病虫害", "en": "Pests prevented"}, "source": "中物协[2004]1号 三级 F5", "points": "1", "mark": {"pass": {}}}
    ]}
  ],
  "bands": [
    {"code": "met", "name": {"zh": "达到三级标准", "en": "meets grade 3"}, "from": "100"},
    {"code": "kept", "name": {"zh": "保持本等级（芜湖式：90分以上）", "en": "keeps the grade (as in Wuhu: from 90)"}, "from": "90"},
    {"code": "below", "name": {"zh": "不符合等级标准", "en": "below the standard"}}
  ]
}`
