package standard

// sampleSecurity are the clauses of control rooms, standby, patrols and confidential work in [Sample].
const sampleSecurity = `    {"id": "MAINT-61", "profile": "001-13", "source": {"doc": "001", "place": "§13三1"},
     "title": {"zh": "监控中心禁烟、禁危险品、关门", "en": "Control room: no smoking, no dangerous goods, door shut"},
     "text": {"zh": "严禁携带易燃、易爆、剧毒化学品", "en": "Control room: no smoking, no dangerous goods, door shut"},
     "measures": [
       {"checklist": {"sheet": "controlRoomSheet",
         "per": "controlRoom",
         "use": "every",
         "items": [
          {"code": "noSmoking", "text": {"zh": "严禁吸烟", "en": "no smoking"}}, {"code": "noDangerousGoods", "text": {"zh": "严禁携带易燃、易爆、剧毒化学品", "en": "no dangerous goods"}},
          {"code": "doorShut", "text": {"zh": "随手关门", "en": "door shut"}}]}}],
     "proofs": [
       {"name": "all in order",
        "evidence": {"asOf": "2025-02-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-02-01", "subjects": [{"kind": "controlRoom", "id": "M1"}], "records": [
           {"id": "s1", "kind": "controlRoomSheet", "subject": "M1", "at": "2025-01-05T09:00:00+08:00", "items": [{"code": "noSmoking", "result": "pass"}, {"code": "noDangerousGoods", "result": "pass"}, {"code": "doorShut", "result": "pass"}]},
           {"id": "s2", "kind": "controlRoomSheet", "subject": "M1", "at": "2025-01-20T09:00:00+08:00", "items": [{"code": "noSmoking", "result": "pass"}, {"code": "noDangerousGoods", "result": "pass"}, {"code": "doorShut", "result": "pass"}]}],
         "complete": [{"kind": "*", "from": "2025-01-01", "to": "2025-02-01"}]},
        "state": "met"},
       {"name": "smoked once, early in the month", "like": "all in order",
        "evidence": {"records": [
           {"id": "s1", "kind": "controlRoomSheet", "subject": "M1", "at": "2025-01-05T09:00:00+08:00", "items": [{"code": "noSmoking", "result": "fail"}, {"code": "noDangerousGoods", "result": "pass"}, {"code": "doorShut", "result": "pass"}]}]},
        "state": "breached", "code": "itemFailed"},
       {"name": "dangerous goods", "like": "all in order",
        "evidence": {"records": [
           {"id": "s2", "kind": "controlRoomSheet", "subject": "M1", "at": "2025-01-20T09:00:00+08:00", "items": [{"code": "noSmoking", "result": "pass"}, {"code": "noDangerousGoods", "result": "fail"}, {"code": "doorShut", "result": "pass"}]}]},
        "state": "breached", "code": "itemFailed"},
       {"name": "door open", "like": "all in order",
        "evidence": {"records": [
           {"id": "s2", "kind": "controlRoomSheet", "subject": "M1", "at": "2025-01-20T09:00:00+08:00", "items": [{"code": "noSmoking", "result": "pass"}, {"code": "noDangerousGoods", "result": "pass"}, {"code": "doorShut", "result": "fail"}]}]},
        "state": "breached", "code": "itemFailed"},
       {"name": "found between the sheets", "like": "all in order",
        "evidence": {"records": [{"id": "f1", "kind": "finding", "subject": "M1", "at": "2025-01-12T23:00:00+08:00", "fields": [{"name": "item", "value": "noSmoking"}]}]},
        "state": "breached", "code": "itemFailed"},
       {"name": "nobody looked", "like": "all in order", "without": ["s1", "s2"], "state": "unknown", "code": "noSheet"},
       {"name": "some sheets", "like": "all in order", "incomplete": ["controlRoomSheet"], "state": "unknown", "code": "notComplete"},
       {"name": "an item left blank", "like": "all in order",
        "evidence": {"records": [
           {"id": "s2", "kind": "controlRoomSheet", "subject": "M1", "at": "2025-01-20T09:00:00+08:00", "items": [{"code": "noSmoking", "result": "pass"}, {"code": "noDangerousGoods", "result": "pass"}]}]},
        "state": "unknown", "code": "fieldMissing"}]},
    {"id": "MAINT-66", "profile": "002", "source": {"doc": "002", "place": "1.1五(二)4"},
     "title": {"zh": "扰民作业避开高峰", "en": "Disturbing work outside peak hours"},
     "text": {"zh": "一律安排在物业使用高峰期以外", "en": "Disturbing upkeep lies outside peak hours, emergencies excepted"},
     "measures": [
       {"record": {"of": "task", "where": [{"field": "disturbing", "is": "=", "value": "true"}, {"field": "emergency", "is": "!=", "value": "true"}], "must": [{"field": "span", "is": "outside", "value": "$peakWindows"}]}}],
     "proofs": [
       {"name": "up to the peak and after it",
        "evidence": {"asOf": "2025-04-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-03-01", "end": "2025-04-01", "records": [
           {"id": "a", "kind": "task", "at": "2025-03-04T05:00:00+08:00", "until": "2025-03-04T07:00:00+08:00", "fields": [{"name": "disturbing", "value": "true"}, {"name": "emergency", "value": "false"}]},
           {"id": "b", "kind": "task", "at": "2025-03-04T09:00:00+08:00", "until": "2025-03-04T17:00:00+08:00", "fields": [{"name": "disturbing", "value": "true"}, {"name": "emergency", "value": "false"}]},
           {"id": "c", "kind": "task", "at": "2025-03-04T20:00:00+08:00", "until": "2025-03-04T21:00:00+08:00", "fields": [{"name": "disturbing", "value": "true"}, {"name": "emergency", "value": "false"}]},
           {"id": "quiet", "kind": "task", "at": "2025-03-04T08:00:00+08:00", "until": "2025-03-04T08:30:00+08:00", "fields": [{"name": "disturbing", "value": "false"}, {"name": "emergency", "value": "false"}]},
           {"id": "burst", "kind": "task", "at": "2025-03-04T17:30:00+08:00", "until": "2025-03-04T18:30:00+08:00", "fields": [{"name": "disturbing", "value": "true"}, {"name": "emergency", "value": "true"}]}],
         "complete": [{"kind": "*", "from": "2025-03-01", "to": "2025-04-01"}]},
        "state": "met"},
       {"name": "the first minute of the morning peak", "like": "up to the peak and after it",
        "evidence": {"records": [
           {"id": "x", "kind": "task", "at": "2025-03-04T06:00:00+08:00", "until": "2025-03-04T07:01:00+08:00", "fields": [{"name": "disturbing", "value": "true"}, {"name": "emergency", "value": "false"}]}]},
        "without": ["a", "b", "c"], "state": "breached", "code": "condition"},
       {"name": "the last minute of the morning peak", "like": "up to the peak and after it",
        "evidence": {"records": [
           {"id": "x", "kind": "task", "at": "2025-03-04T08:59:00+08:00", "until": "2025-03-04T10:00:00+08:00", "fields": [{"name": "disturbing", "value": "true"}, {"name": "emergency", "value": "false"}]}]},
        "without": ["a", "b", "c"], "state": "breached", "code": "condition"},
       {"name": "the first minute of the evening peak", "like": "up to the peak and after it",
        "evidence": {"records": [
           {"id": "x", "kind": "task", "at": "2025-03-04T16:00:00+08:00", "until": "2025-03-04T17:01:00+08:00", "fields": [{"name": "disturbing", "value": "true"}, {"name": "emergency", "value": "false"}]}]},
        "without": ["a", "b", "c"], "state": "breached", "code": "condition"},
       {"name": "the last minute of the evening peak", "like": "up to the peak and after it",
        "evidence": {"records": [
           {"id": "x", "kind": "task", "at": "2025-03-04T19:59:00+08:00", "until": "2025-03-04T20:30:00+08:00", "fields": [{"name": "disturbing", "value": "true"}, {"name": "emergency", "value": "false"}]}]},
        "without": ["a", "b", "c"], "state": "breached", "code": "condition"},
       {"name": "emergency not stated", "like": "up to the peak and after it",
        "evidence": {"records": [{"id": "x", "kind": "task", "at": "2025-03-05T08:00:00+08:00", "until": "2025-03-05T08:30:00+08:00", "fields": [{"name": "disturbing", "value": "true"}]}]},
        "state": "unknown", "code": "fieldMissing"},
       {"name": "some tasks", "like": "up to the peak and after it", "incomplete": ["task"], "state": "unknown", "code": "notComplete"},
       {"name": "peak hours open", "like": "up to the peak and after it", "params": [{"name": "peakWindows", "value": ""}], "state": "unknown", "code": "paramUnset"}]},
    {"id": "MAINT-70", "profile": "001-10", "source": {"doc": "001", "place": "§10二"},
     "title": {"zh": "供暖初期全员待命", "en": "Full team on standby when heating begins"},
     "text": {"zh": "待正常供暖两周后组员酌情递减", "en": "All members on standby from trial water until two weeks after normal heating began"},
     "note": {"zh": "自正常供暖之日起共15天（含当日），按算例W-47至11月29日", "en": "15 days from the first day of normal heating, that day included: through 29 November in the worked example W-47"},
     "measures": [
       {"cover": {"per": "heatingSeason", "posts": [{"post": "heatingStandby", "people": "@subject.teamSize"}], "span": ["@subject.trialWaterOn", "@subject.normalOn+P15D"], "source": "shift"}}],
     "proofs": [
       {"name": "29 days, through 29 November",
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-10-01", "end": "2026-01-01",
         "subjects": [{"kind": "heatingSeason", "id": "H25", "fields": [{"name": "trialWaterOn", "value": "2025-11-01"}, {"name": "normalOn", "value": "2025-11-15"}, {"name": "teamSize", "value": "2"}]}],
         "records": [
           {"id": "s1", "kind": "shift", "subject": "H25", "at": "2025-11-01T00:00:00+08:00", "until": "2025-11-30T00:00:00+08:00", "actor": "wang", "fields": [{"name": "post", "value": "heatingStandby"}]},
           {"id": "s2", "kind": "shift", "subject": "H25", "at": "2025-11-01T00:00:00+08:00", "until": "2025-11-15T00:00:00+08:00", "actor": "li", "fields": [{"name": "post", "value": "heatingStandby"}]},
           {"id": "s3", "kind": "shift", "subject": "H25", "at": "2025-11-15T00:00:00+08:00", "until": "2025-11-30T00:00:00+08:00", "actor": "zhao", "fields": [{"name": "post", "value": "heatingStandby"}]}],
         "complete": [{"kind": "*", "from": "2025-10-01", "to": "2026-01-01"}]},
        "state": "met"},
       {"name": "one short on the last day", "like": "29 days, through 29 November",
        "evidence": {"records": [
           {"id": "s3", "kind": "shift", "subject": "H25", "at": "2025-11-15T00:00:00+08:00", "until": "2025-11-29T00:00:00+08:00", "actor": "zhao", "fields": [{"name": "post", "value": "heatingStandby"}]}]},
        "state": "breached", "code": "uncovered"},
       {"name": "one short on the first day", "like": "29 days, through 29 November",
        "evidence": {"records": [
           {"id": "s2", "kind": "shift", "subject": "H25", "at": "2025-11-02T00:00:00+08:00", "until": "2025-11-15T00:00:00+08:00", "actor": "li", "fields": [{"name": "post", "value": "heatingStandby"}]}]},
        "state": "breached", "code": "uncovered"},
       {"name": "team size not stated", "like": "29 days, through 29 November",
        "evidence": {"subjects": [{"kind": "heatingSeason", "id": "H25", "fields": [{"name": "trialWaterOn", "value": "2025-11-01"}, {"name": "normalOn", "value": "2025-11-15"}]}]},
        "state": "unknown", "code": "fieldMissing"},
       {"name": "shifts not all there", "like": "one short on the last day", "incomplete": ["shift"], "state": "unknown", "code": "notComplete"}]},
    {"id": "SEC-02", "profile": "002", "source": {"doc": "002", "place": "1.1六(四)2"},
     "title": {"zh": "重点部位每小时巡查", "en": "Key areas patrolled every hour"},
     "text": {"zh": "每1小时至少巡查1次", "en": "Key areas patrolled at least once an hour"},
     "measures": [
       {"part": "perHour", "name": {"zh": "每个整点小时一次", "en": "once in every clock hour"}, "when": [{"field": "$patrolPolicy", "is": "=", "value": "perHour"}], "duty": {"acts": ["patrol"], "per": "patrolPoint", "plan": {"quota": {"atLeast": "1", "in": "hour"}}}},
       {"part": "gap", "name": {"zh": "间隔不超过60分钟", "en": "never more than 60 minutes apart"}, "when": [{"field": "$patrolPolicy", "is": "=", "value": "gap"}], "duty": {"acts": ["patrol"], "per": "patrolPoint", "plan": {"gap": {"max": "PT60M"}}}}],
     "proofs": [
       {"name": "every clock hour",
        "evidence": {"asOf": "2025-09-01T04:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-09-01T00:00:00+08:00", "end": "2025-09-01T04:00:00+08:00", "subjects": [{"kind": "patrolPoint", "id": "P1"}],
         "records": [
           {"id": "r1", "kind": "patrol", "subject": "P1", "at": "2025-09-01T00:05:00+08:00"}, {"id": "r2", "kind": "patrol", "subject": "P1", "at": "2025-09-01T01:50:00+08:00"},
           {"id": "r3", "kind": "patrol", "subject": "P1", "at": "2025-09-01T02:10:00+08:00"}, {"id": "r4", "kind": "patrol", "subject": "P1", "at": "2025-09-01T03:00:00+08:00"}],
         "complete": [{"kind": "patrol", "from": "2025-09-01T00:00:00+08:00", "to": "2025-09-01T04:00:00+08:00"}, {"kind": "patrolPoint", "from": "2025-09-01T00:00:00+08:00", "to": "2025-09-01T04:00:00+08:00"}]},
        "state": "met", "parts": [{"part": "perHour", "state": "met"}, {"part": "gap", "state": "notApplicable", "code": "when"}]},
       {"name": "105 minutes between two", "like": "every clock hour", "params": [{"name": "patrolPolicy", "value": "gap"}],
        "state": "breached", "code": "gap", "parts": [{"part": "perHour", "state": "notApplicable", "code": "when"}, {"part": "gap", "state": "breached", "code": "gap"}]},
       {"name": "an hour without", "like": "every clock hour",
        "evidence": {"records": [{"id": "r2", "kind": "patrol", "subject": "P1", "at": "2025-09-01T02:05:00+08:00"}]},
        "state": "breached", "code": "short", "parts": [{"part": "perHour", "state": "breached", "code": "short"}]},
       {"name": "60 minutes exactly", "like": "every clock hour", "params": [{"name": "patrolPolicy", "value": "gap"}],
        "evidence": {"records": [
           {"id": "r1", "kind": "patrol", "subject": "P1", "at": "2025-09-01T01:00:00+08:00"}, {"id": "r2", "kind": "patrol", "subject": "P1", "at": "2025-09-01T02:00:00+08:00"},
           {"id": "r3", "kind": "patrol", "subject": "P1", "at": "2025-09-01T02:00:30+08:00"}, {"id": "r4", "kind": "patrol", "subject": "P1", "at": "2025-09-01T03:00:00+08:00"}]},
        "state": "met", "parts": [{"part": "gap", "state": "met"}]},
       {"name": "61 minutes", "like": "60 minutes exactly", "params": [{"name": "patrolPolicy", "value": "gap"}],
        "evidence": {"records": [{"id": "r2", "kind": "patrol", "subject": "P1", "at": "2025-09-01T02:01:00+08:00"}, {"id": "r3", "kind": "patrol", "subject": "P1", "at": "2025-09-01T02:30:00+08:00"}]},
        "state": "breached", "code": "gap"},
       {"name": "not all patrols", "like": "every clock hour", "incomplete": ["patrol", "patrolPoint"], "state": "unknown", "code": "notComplete"},
       {"name": "not all patrols, by gap", "like": "105 minutes between two", "params": [{"name": "patrolPolicy", "value": "gap"}],
        "incomplete": ["patrol", "patrolPoint"], "state": "unknown", "code": "notComplete"},
       {"name": "policy open", "like": "every clock hour", "params": [{"name": "patrolPolicy", "value": ""}], "state": "unknown", "code": "paramUnset"}]},
    {"id": "SEC-20", "profile": "003-A", "source": {"doc": "003", "place": "A保安与消防2(3)⑤"},
     "title": {"zh": "消防隐患限期整改", "en": "Fire hazards put right by the deadline"},
     "text": {"zh": "发出消防整改通知书,限期整改", "en": "A rectification notice is met by the deadline written on it"},
     "measures": [
       {"promise": {"of": "rectification", "from": "issued", "to": "rectified", "due": "@deadline"}}],
     "proofs": [
       {"name": "on the day",
        "evidence": {"asOf": "2025-07-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-05-01", "end": "2025-07-01", "records": [
           {"id": "n1", "kind": "rectification", "fields": [{"name": "deadline", "value": "2025-05-20"}], "events": [{"seq": 1, "at": "2025-05-10T09:00:00+08:00", "name": "issued"}, {"seq": 2, "at": "2025-05-20T23:59:00+08:00", "name": "rectified"}]}],
         "complete": [{"kind": "*", "from": "2025-05-01", "to": "2025-07-01"}]},
        "state": "met"},
       {"name": "the day after", "like": "on the day",
        "evidence": {"records": [
           {"id": "n1", "kind": "rectification", "fields": [{"name": "deadline", "value": "2025-05-20"}], "events": [{"seq": 1, "at": "2025-05-10T09:00:00+08:00", "name": "issued"}, {"seq": 2, "at": "2025-05-21T08:00:00+08:00", "name": "rectified"}]}]},
        "state": "breached", "code": "overLimit"},
       {"name": "not yet", "like": "on the day",
        "evidence": {"asOf": "2025-05-15T00:00:00+08:00",
         "records": [{"id": "n1", "kind": "rectification", "fields": [{"name": "deadline", "value": "2025-05-20"}], "events": [{"seq": 1, "at": "2025-05-10T09:00:00+08:00", "name": "issued"}]}]},
        "state": "pending", "code": "notDue"},
       {"name": "no deadline written", "like": "on the day",
        "evidence": {"records": [{"id": "n1", "kind": "rectification", "events": [{"seq": 1, "at": "2025-05-10T09:00:00+08:00", "name": "issued"}, {"seq": 2, "at": "2025-05-12T09:00:00+08:00", "name": "rectified"}]}]},
        "state": "unknown", "code": "fieldMissing"},
       {"name": "some notices", "like": "on the day", "incomplete": ["rectification"], "state": "unknown", "code": "notComplete"}]},
    {"id": "SEC-53", "profile": "000-I", "source": {"doc": "000", "place": "I一(八)"},
     "title": {"zh": "涉密作业人员管理", "en": "People on confidential work"},
     "text": {"zh": "现场必须最少有一名机关工作人员或物业公司工作人员", "en": "No temporary workers on confidential work; outsiders are escorted"},
     "measures": [
       {"part": "contract", "name": {"zh": "不用临时工", "en": "no temporary workers"}, "record": {"of": "assignment", "where": [{"field": "confidential", "is": "=", "value": "true"}], "must": [{"field": "contract", "is": "!=", "value": "temporary"}]}},
       {"part": "escort", "name": {"zh": "外来人员有人陪同", "en": "outsiders escorted"}, "record": {"of": "assignment", "where": [{"field": "confidential", "is": "=", "value": "true"}, {"field": "outsider", "is": "=", "value": "true"}], "must": [{"field": "escorts", "is": ">=", "value": "1"}]}}],
     "proofs": [
       {"name": "regular staff, one escort",
        "evidence": {"asOf": "2025-04-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-03-01", "end": "2025-04-01", "records": [
           {"id": "a1", "kind": "assignment", "at": "2025-03-04T09:00:00+08:00", "until": "2025-03-04T12:00:00+08:00", "fields": [{"name": "confidential", "value": "true"}, {"name": "outsider", "value": "false"}, {"name": "contract", "value": "permanent"}]},
           {"id": "a2", "kind": "assignment", "at": "2025-03-04T09:00:00+08:00", "until": "2025-03-04T12:00:00+08:00", "fields": [{"name": "confidential", "value": "true"}, {"name": "outsider", "value": "true"}, {"name": "contract", "value": "contractor"}, {"name": "escorts", "value": "1"}]},
           {"id": "a3", "kind": "assignment", "at": "2025-03-04T09:00:00+08:00", "until": "2025-03-04T12:00:00+08:00", "fields": [{"name": "confidential", "value": "false"}, {"name": "outsider", "value": "true"}, {"name": "contract", "value": "temporary"}, {"name": "escorts", "value": "0"}]},
           {"id": "a4", "kind": "assignment", "at": "2025-03-04T09:00:00+08:00", "until": "2025-03-04T12:00:00+08:00", "fields": [{"name": "confidential", "value": "true"}, {"name": "outsider", "value": "false"}, {"name": "contract", "value": "permanent"}, {"name": "escorts", "value": "0"}]}],
         "complete": [{"kind": "*", "from": "2025-03-01", "to": "2025-04-01"}]},
        "state": "met"},
       {"name": "a temporary worker", "like": "regular staff, one escort",
        "evidence": {"records": [
           {"id": "a1", "kind": "assignment", "at": "2025-03-04T09:00:00+08:00", "until": "2025-03-04T12:00:00+08:00", "fields": [{"name": "confidential", "value": "true"}, {"name": "outsider", "value": "false"}, {"name": "contract", "value": "temporary"}]}]},
        "state": "breached", "code": "condition", "parts": [{"part": "contract", "state": "breached", "code": "condition"}, {"part": "escort", "state": "met"}]},
       {"name": "nobody beside the outsider", "like": "regular staff, one escort",
        "evidence": {"records": [
           {"id": "a2", "kind": "assignment", "at": "2025-03-04T09:00:00+08:00", "until": "2025-03-04T12:00:00+08:00", "fields": [{"name": "confidential", "value": "true"}, {"name": "outsider", "value": "true"}, {"name": "contract", "value": "contractor"}, {"name": "escorts", "value": "0"}]}]},
        "state": "breached", "code": "condition", "parts": [{"part": "contract", "state": "met"}, {"part": "escort", "state": "breached", "code": "condition"}]},
       {"name": "escorts not stated", "like": "regular staff, one escort",
        "evidence": {"records": [
           {"id": "a2", "kind": "assignment", "at": "2025-03-04T09:00:00+08:00", "until": "2025-03-04T12:00:00+08:00", "fields": [{"name": "confidential", "value": "true"}, {"name": "outsider", "value": "true"}, {"name": "contract", "value": "contractor"}]}]},
        "state": "unknown", "code": "fieldMissing"},
       {"name": "some assignments", "like": "regular staff, one escort", "incomplete": ["assignment"], "state": "unknown", "code": "notComplete"}]}`
