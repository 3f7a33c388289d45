package standard

// assessmentSurvey are the clauses of acceptance and surveys in [Assessment].
const assessmentSurvey = `    {"id": "KPI-24", "profile": "001-1", "source": {"doc": "001", "place": "§1八(三)3"},
     "title": {"zh": "入户调查满意度85%以上", "en": "Door survey: 85 % satisfied or more"},
     "text": {"zh": "满意度未达到85%以上的社区一律要求“补课”,不予验收", "en": "Door survey: a community passes acceptance with 85 % satisfied or more"},
     "note": {"zh": "未达标：要求“补课”，不予验收，并扣除奖励资金和绩效考核分值（BILL-13）", "en": "not met: the community has to make up and is not accepted, and loses reward money and points (BILL-13)"},
     "measures": [
       {"threshold": {"per": "community", "limits": [{"figure": "doorSatisfaction.satisfied", "outOf": "doorSatisfaction.surveyed", "is": ">=", "value": "85%"}]}}],
     "proofs": [
       {"name": "170 of 200",
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-01-01", "subjects": [{"kind": "community", "id": "C1"}],
         "figures": [{"figure": "doorSatisfaction.satisfied", "subject": "C1", "value": "170"}, {"figure": "doorSatisfaction.surveyed", "subject": "C1", "value": "200"}],
         "complete": [{"kind": "*", "from": "2025-01-01", "to": "2026-01-01"}]},
        "state": "met"},
       {"name": "169 of 200", "like": "170 of 200", "evidence": {"figures": [{"figure": "doorSatisfaction.satisfied", "subject": "C1", "value": "169"}]}, "state": "breached", "code": "value"},
       {"name": "satisfied not counted", "like": "170 of 200", "without": ["doorSatisfaction.satisfied"], "state": "unknown", "code": "figureMissing"},
       {"name": "some communities", "like": "170 of 200", "incomplete": ["community"], "state": "unknown", "code": "notComplete"},
       {"name": "nobody surveyed", "like": "170 of 200",
        "evidence": {"figures": [{"figure": "doorSatisfaction.satisfied", "subject": "C1", "value": "0"}, {"figure": "doorSatisfaction.surveyed", "subject": "C1", "value": "0"}]},
        "state": "notApplicable", "code": "baseZero"}]},
    {"id": "KPI-25", "profile": "001-1", "source": {"doc": "001", "place": "§1八(三)3"},
     "title": {"zh": "整治验收五问全部通过", "en": "Acceptance: all five questions answered with yes"},
     "text": {"zh": "脏乱现象是否得到根本改变", "en": "Acceptance: the five questions are all answered with yes"},
     "note": {"zh": "未通过：要求“补课”，不予验收。原文为五问，其中居民满意一问即KPI-24的入户调查（本库的解读）", "en": "not met: the community has to make up and is not accepted. Of the five questions that of the residents is the survey of KPI-24, as we read it"},
     "measures": [
       {"checklist": {"sheet": "acceptanceSheet",
         "per": "community",
         "use": "latest",
         "items": [
          {"code": "residentsSatisfied", "text": {"zh": "居民是否满意", "en": "residents are satisfied"}}, {"code": "dirtGone", "text": {"zh": "脏乱现象是否得到根本改变", "en": "the dirt is gone for good"}},
          {"code": "lookImproved", "text": {"zh": "面貌是否得到改观", "en": "the appearance has improved"}}, {"code": "surroundingsBetter", "text": {"zh": "环境是否得到改善", "en": "the surroundings are better"}},
          {"code": "modeSustainable", "text": {"zh": "是否形成可持续的管理模式", "en": "the way of managing will last"}}]}}],
     "proofs": [
       {"name": "passed the second time",
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-01-01", "subjects": [{"kind": "community", "id": "C1"}], "records": [
           {"id": "s1", "kind": "acceptanceSheet", "subject": "C1", "at": "2025-08-01T09:00:00+08:00", "items": [{"code": "residentsSatisfied", "result": "pass"}, {"code": "dirtGone", "result": "fail"}, {"code": "lookImproved", "result": "pass"}, {"code": "surroundingsBetter", "result": "pass"}, {"code": "modeSustainable", "result": "pass"}]},
           {"id": "s2", "kind": "acceptanceSheet", "subject": "C1", "at": "2025-09-01T09:00:00+08:00", "items": [{"code": "residentsSatisfied", "result": "pass"}, {"code": "dirtGone", "result": "pass"}, {"code": "lookImproved", "result": "pass"}, {"code": "surroundingsBetter", "result": "pass"}, {"code": "modeSustainable", "result": "pass"}]}],
         "complete": [{"kind": "*", "from": "2025-01-01", "to": "2026-01-01"}]},
        "state": "met"},
       {"name": "no: residentsSatisfied", "like": "passed the second time",
        "evidence": {"records": [
           {"id": "s2", "kind": "acceptanceSheet", "subject": "C1", "at": "2025-09-01T09:00:00+08:00", "items": [{"code": "residentsSatisfied", "result": "fail"}, {"code": "dirtGone", "result": "pass"}, {"code": "lookImproved", "result": "pass"}, {"code": "surroundingsBetter", "result": "pass"}, {"code": "modeSustainable", "result": "pass"}]}]},
        "state": "breached", "code": "itemFailed"},
       {"name": "no: dirtGone", "like": "passed the second time",
        "evidence": {"records": [
           {"id": "s2", "kind": "acceptanceSheet", "subject": "C1", "at": "2025-09-01T09:00:00+08:00", "items": [{"code": "residentsSatisfied", "result": "pass"}, {"code": "dirtGone", "result": "fail"}, {"code": "lookImproved", "result": "pass"}, {"code": "surroundingsBetter", "result": "pass"}, {"code": "modeSustainable", "result": "pass"}]}]},
        "state": "breached", "code": "itemFailed"},
       {"name": "no: lookImproved", "like": "passed the second time",
        "evidence": {"records": [
           {"id": "s2", "kind": "acceptanceSheet", "subject": "C1", "at": "2025-09-01T09:00:00+08:00", "items": [{"code": "residentsSatisfied", "result": "pass"}, {"code": "dirtGone", "result": "pass"}, {"code": "lookImproved", "result": "fail"}, {"code": "surroundingsBetter", "result": "pass"}, {"code": "modeSustainable", "result": "pass"}]}]},
        "state": "breached", "code": "itemFailed"},
       {"name": "no: surroundingsBetter", "like": "passed the second time",
        "evidence": {"records": [
           {"id": "s2", "kind": "acceptanceSheet", "subject": "C1", "at": "2025-09-01T09:00:00+08:00", "items": [{"code": "residentsSatisfied", "result": "pass"}, {"code": "dirtGone", "result": "pass"}, {"code": "lookImproved", "result": "pass"}, {"code": "surroundingsBetter", "result": "fail"}, {"code": "modeSustainable", "result": "pass"}]}]},
        "state": "breached", "code": "itemFailed"},
       {"name": "no: modeSustainable", "like": "passed the second time",
        "evidence": {"records": [
           {"id": "s2", "kind": "acceptanceSheet", "subject": "C1", "at": "2025-09-01T09:00:00+08:00", "items": [{"code": "residentsSatisfied", "result": "pass"}, {"code": "dirtGone", "result": "pass"}, {"code": "lookImproved", "result": "pass"}, {"code": "surroundingsBetter", "result": "pass"}, {"code": "modeSustainable", "result": "fail"}]}]},
        "state": "breached", "code": "itemFailed"},
       {"name": "nobody came", "like": "passed the second time", "without": ["s1", "s2"], "state": "unknown", "code": "noSheet"},
       {"name": "some sheets", "like": "passed the second time", "incomplete": ["acceptanceSheet"], "state": "unknown", "code": "notComplete"}]},
    {"id": "KPI-26", "profile": "002", "source": {"doc": "002", "place": "1.1六(一)10"},
     "title": {"zh": "每年征询业主意见", "en": "Owners asked every year"},
     "text": {"zh": "每年至少1次征询业主对物业服务的意见,满意率95%以上", "en": "Owners are asked at least once a year, and 95 % or more are satisfied"},
     "measures": [
       {"part": "survey", "name": {"zh": "每年征询一次", "en": "asked once a year"}, "duty": {"acts": ["survey"], "plan": {"quota": {"atLeast": "1", "in": "year"}}}},
       {"part": "satisfaction", "name": {"zh": "满意率95%以上", "en": "95 % satisfied or more"}, "threshold": {"over": "year", "limits": [{"figure": "satisfaction.satisfied", "outOf": "satisfaction.validAnswers", "is": ">=", "value": "95%"}]}}],
     "proofs": [
       {"name": "285 of 300",
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-01-01", "records": [{"id": "s1", "kind": "survey", "at": "2025-06-30T09:00:00+08:00"}],
         "figures": [{"figure": "satisfaction.satisfied", "value": "285"}, {"figure": "satisfaction.validAnswers", "value": "300"}], "complete": [{"kind": "*", "from": "2025-01-01", "to": "2026-01-01"}]},
        "state": "met", "parts": [{"part": "survey", "state": "met"}, {"part": "satisfaction", "state": "met"}]},
       {"name": "284 of 300", "like": "285 of 300",
        "evidence": {"figures": [{"figure": "satisfaction.satisfied", "value": "284"}]},
        "state": "breached", "code": "value", "parts": [{"part": "survey", "state": "met"}, {"part": "satisfaction", "state": "breached", "code": "value"}]},
       {"name": "nobody was asked", "like": "285 of 300",
        "without": ["s1"], "state": "breached", "code": "short", "parts": [{"part": "survey", "state": "breached", "code": "short"}, {"part": "satisfaction", "state": "met"}]},
       {"name": "answers not counted", "like": "285 of 300",
        "without": ["satisfaction.validAnswers"], "state": "unknown", "code": "figureMissing", "parts": [
         {"part": "survey", "state": "met"}, {"part": "satisfaction", "state": "unknown", "code": "figureMissing"}]},
       {"name": "half a year", "like": "285 of 300",
        "evidence": {"end": "2025-07-01"},
        "state": "unknown", "code": "partialPeriod", "parts": [{"part": "satisfaction", "state": "unknown", "code": "partialPeriod"}]},
       {"name": "some surveys", "like": "nobody was asked", "incomplete": ["survey"], "state": "unknown", "code": "notComplete"}]},
    {"id": "KPI-27", "profile": "001-15", "source": {"doc": "001", "place": "§15三(一)1-7)"},
     "title": {"zh": "每半年征询业主意见", "en": "Owners asked every half year"},
     "text": {"zh": "每半年至少一次征询业主对物业服务的意见", "en": "Owners are asked at least once every half year"},
     "measures": [
       {"duty": {"acts": ["survey"], "plan": {"quota": {"atLeast": "1", "in": "halfYear"}}}}],
     "proofs": [
       {"name": "both half years",
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-01-01",
         "records": [{"id": "s1", "kind": "survey", "at": "2025-06-30T09:00:00+08:00"}, {"id": "s2", "kind": "survey", "at": "2025-07-01T09:00:00+08:00"}],
         "complete": [{"kind": "*", "from": "2025-01-01", "to": "2026-01-01"}]},
        "state": "met"},
       {"name": "twice in the first", "like": "both half years", "evidence": {"records": [{"id": "s2", "kind": "survey", "at": "2025-03-01T09:00:00+08:00"}]}, "state": "breached", "code": "short"},
       {"name": "the second half is not over", "like": "both half years", "evidence": {"asOf": "2025-10-01T00:00:00+08:00"}, "without": ["s2"], "state": "pending", "code": "notDue"},
       {"name": "some surveys", "like": "twice in the first", "incomplete": ["survey"], "state": "unknown", "code": "notComplete"}]},
    {"id": "KPI-28", "profile": "001-12", "source": {"doc": "001", "place": "§12-3.3.3(1)"},
     "title": {"zh": "客户服务满意率99%以上", "en": "Customer service: 99 % satisfied or more"},
     "text": {"zh": "客户服务满意率99%以上", "en": "Customer service: 99 % satisfied or more"},
     "note": {"zh": "原文未说明比率的分母，由合同指定（X-18）", "en": "the source does not say of what the rate is, the contract does (X-18)"},
     "measures": [
       {"threshold": {"over": "year", "limits": [{"figure": "serviceSatisfaction.satisfied", "outOf": "$serviceSatisfactionBase", "is": ">=", "value": "99%"}]}}],
     "proofs": [
       {"name": "297 of 300", "params": [{"name": "serviceSatisfactionBase", "value": "serviceSatisfaction.validAnswers"}],
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-01-01",
         "figures": [{"figure": "serviceSatisfaction.satisfied", "value": "297"}, {"figure": "serviceSatisfaction.validAnswers", "value": "300"}]},
        "state": "met"},
       {"name": "296 of 300", "like": "297 of 300", "evidence": {"figures": [{"figure": "serviceSatisfaction.satisfied", "value": "296"}]}, "state": "breached", "code": "value"},
       {"name": "base not counted", "like": "297 of 300", "without": ["serviceSatisfaction.validAnswers"], "state": "unknown", "code": "figureMissing"},
       {"name": "half a year", "like": "297 of 300", "evidence": {"end": "2025-07-01"}, "state": "unknown", "code": "partialPeriod"},
       {"name": "base open", "like": "297 of 300", "params": [{"name": "serviceSatisfactionBase", "value": ""}], "state": "unknown", "code": "paramUnset"}]}`
