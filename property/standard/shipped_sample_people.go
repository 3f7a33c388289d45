package standard

// samplePeople are the clauses of visits, staff and prices in [Sample].
const samplePeople = `    {"id": "CS-10", "profile": "001-15", "source": {"doc": "001", "place": "§15三(一)2-2)(5)"},
     "title": {"zh": "入户服务二人同行", "en": "Home visits in pairs"},
     "text": {"zh": "原则上应2人一同前往", "en": "Home visit: two people in principle when entering, else one"},
     "measures": [
       {"part": "entering", "name": {"zh": "入户须二人", "en": "two when entering"}, "record": {"of": "visit", "where": [{"field": "entering", "is": "=", "value": "true"}], "must": [{"field": "staff", "is": ">=", "value": "2"}], "waiver": "soloReason"}},
       {"part": "outside", "name": {"zh": "不入户至少一人", "en": "one when not entering"}, "record": {"of": "visit", "where": [{"field": "entering", "is": "=", "value": "false"}], "must": [{"field": "staff", "is": ">=", "value": "1"}]}}],
     "proofs": [
       {"name": "two inside, one outside",
        "evidence": {"asOf": "2025-04-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-03-01", "end": "2025-04-01", "records": [
           {"id": "v1", "kind": "visit", "at": "2025-03-04T10:00:00+08:00", "until": "2025-03-04T10:20:00+08:00", "fields": [{"name": "entering", "value": "true"}, {"name": "staff", "value": "2"}]},
           {"id": "v2", "kind": "visit", "at": "2025-03-04T10:00:00+08:00", "until": "2025-03-04T10:20:00+08:00", "fields": [{"name": "entering", "value": "false"}, {"name": "staff", "value": "1"}]}],
         "complete": [{"kind": "*", "from": "2025-03-01", "to": "2025-04-01"}]},
        "state": "met", "parts": [{"part": "entering", "state": "met"}, {"part": "outside", "state": "met"}]},
       {"name": "one inside", "like": "two inside, one outside",
        "evidence": {"records": [{"id": "v1", "kind": "visit", "at": "2025-03-04T10:00:00+08:00", "until": "2025-03-04T10:20:00+08:00", "fields": [{"name": "entering", "value": "true"}, {"name": "staff", "value": "1"}]}]},
        "state": "breached", "code": "condition", "parts": [{"part": "entering", "state": "breached", "code": "condition"}, {"part": "outside", "state": "met"}]},
       {"name": "one inside, with a reason", "like": "one inside",
        "evidence": {"records": [
           {"id": "v1", "kind": "visit", "at": "2025-03-04T10:00:00+08:00", "until": "2025-03-04T10:20:00+08:00", "fields": [{"name": "entering", "value": "true"}, {"name": "staff", "value": "1"}, {"name": "soloReason", "value": "urgent leak"}]}]},
        "without": ["v2"], "state": "waived", "code": "excused", "parts": [{"part": "entering", "state": "waived", "code": "excused"}]},
       {"name": "nobody outside", "like": "two inside, one outside",
        "evidence": {"records": [{"id": "v2", "kind": "visit", "at": "2025-03-04T10:00:00+08:00", "until": "2025-03-04T10:20:00+08:00", "fields": [{"name": "entering", "value": "false"}, {"name": "staff", "value": "0"}]}]},
        "state": "breached", "code": "condition", "parts": [{"part": "entering", "state": "met"}, {"part": "outside", "state": "breached", "code": "condition"}]},
       {"name": "people not counted", "like": "two inside, one outside",
        "evidence": {"records": [{"id": "v1", "kind": "visit", "at": "2025-03-04T10:00:00+08:00", "until": "2025-03-04T10:20:00+08:00", "fields": [{"name": "entering", "value": "true"}]}]},
        "state": "unknown", "code": "fieldMissing"},
       {"name": "some visits", "like": "two inside, one outside", "incomplete": ["visit"], "state": "unknown", "code": "notComplete"}]},
    {"id": "CS-11", "profile": "001-15", "source": {"doc": "001", "place": "§15三(一)2-2)(5)"},
     "title": {"zh": "敲门等候，获准入户", "en": "Knock, wait, enter when let in"},
     "text": {"zh": "若间隔30秒无人应答可稍重叩门三次或再按门铃一次", "en": "Knock, wait 30 s, knock once more, then stop; enter only when let in"},
     "measures": [
       {"ordering": {"of": "visit",
         "steps": [
          {"name": "knocked", "atMost": "2", "apart": "PT30S"}, {"name": "identified", "optional": true}, {"name": "consented", "optional": true},
          {"name": "entered", "after": ["identified", "consented"], "optional": true}],
         "closed": "left"}}],
     "proofs": [
       {"name": "30 seconds between two knocks",
        "evidence": {"asOf": "2025-04-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-03-01", "end": "2025-04-01", "records": [
           {"id": "v1", "kind": "visit", "events": [{"seq": 1, "at": "2025-03-04T10:00:00+08:00", "name": "knocked"}, {"seq": 2, "at": "2025-03-04T10:00:30+08:00", "name": "knocked"}, {"seq": 3, "at": "2025-03-04T10:00:40+08:00", "name": "identified"}, {"seq": 4, "at": "2025-03-04T10:00:50+08:00", "name": "consented"}, {"seq": 5, "at": "2025-03-04T10:01:00+08:00", "name": "entered"}, {"seq": 6, "at": "2025-03-04T10:20:00+08:00", "name": "left"}]}],
         "complete": [{"kind": "*", "from": "2025-03-01", "to": "2025-04-01"}]},
        "state": "met"},
       {"name": "nobody at home", "like": "30 seconds between two knocks",
        "evidence": {"records": [
           {"id": "v1", "kind": "visit", "events": [{"seq": 1, "at": "2025-03-04T10:00:00+08:00", "name": "knocked"}, {"seq": 2, "at": "2025-03-04T10:00:40+08:00", "name": "knocked"}, {"seq": 3, "at": "2025-03-04T10:02:00+08:00", "name": "left"}]}]},
        "state": "met"},
       {"name": "29 seconds", "like": "30 seconds between two knocks",
        "evidence": {"records": [
           {"id": "v1", "kind": "visit", "events": [{"seq": 1, "at": "2025-03-04T10:00:00+08:00", "name": "knocked"}, {"seq": 2, "at": "2025-03-04T10:00:29+08:00", "name": "knocked"}, {"seq": 3, "at": "2025-03-04T10:02:00+08:00", "name": "left"}]}]},
        "state": "breached", "code": "repeated"},
       {"name": "three times", "like": "30 seconds between two knocks",
        "evidence": {"records": [
           {"id": "v1", "kind": "visit", "events": [{"seq": 1, "at": "2025-03-04T10:00:00+08:00", "name": "knocked"}, {"seq": 2, "at": "2025-03-04T10:00:30+08:00", "name": "knocked"}, {"seq": 3, "at": "2025-03-04T10:01:00+08:00", "name": "knocked"}, {"seq": 4, "at": "2025-03-04T10:02:00+08:00", "name": "left"}]}]},
        "state": "breached", "code": "repeated"},
       {"name": "entered without consent", "like": "30 seconds between two knocks",
        "evidence": {"records": [
           {"id": "v1", "kind": "visit", "events": [{"seq": 1, "at": "2025-03-04T10:00:00+08:00", "name": "knocked"}, {"seq": 2, "at": "2025-03-04T10:00:10+08:00", "name": "identified"}, {"seq": 3, "at": "2025-03-04T10:00:20+08:00", "name": "entered"}, {"seq": 4, "at": "2025-03-04T10:02:00+08:00", "name": "left"}]}]},
        "state": "breached", "code": "stepOrder"},
       {"name": "entered without saying who", "like": "30 seconds between two knocks",
        "evidence": {"records": [
           {"id": "v1", "kind": "visit", "events": [{"seq": 1, "at": "2025-03-04T10:00:00+08:00", "name": "knocked"}, {"seq": 2, "at": "2025-03-04T10:00:10+08:00", "name": "consented"}, {"seq": 3, "at": "2025-03-04T10:00:20+08:00", "name": "entered"}, {"seq": 4, "at": "2025-03-04T10:02:00+08:00", "name": "left"}]}]},
        "state": "breached", "code": "stepOrder"},
       {"name": "consented before knowing whom", "like": "30 seconds between two knocks",
        "evidence": {"records": [
           {"id": "v1", "kind": "visit", "events": [{"seq": 1, "at": "2025-03-04T10:00:00+08:00", "name": "knocked"}, {"seq": 2, "at": "2025-03-04T10:00:10+08:00", "name": "consented"}, {"seq": 3, "at": "2025-03-04T10:00:15+08:00", "name": "identified"}, {"seq": 4, "at": "2025-03-04T10:00:20+08:00", "name": "entered"}, {"seq": 5, "at": "2025-03-04T10:02:00+08:00", "name": "left"}]}]},
        "state": "breached", "code": "stepOrder"},
       {"name": "without knocking", "like": "30 seconds between two knocks",
        "evidence": {"records": [
           {"id": "v1", "kind": "visit", "events": [{"seq": 1, "at": "2025-03-04T10:00:10+08:00", "name": "identified"}, {"seq": 2, "at": "2025-03-04T10:00:15+08:00", "name": "consented"}, {"seq": 3, "at": "2025-03-04T10:00:20+08:00", "name": "entered"}, {"seq": 4, "at": "2025-03-04T10:02:00+08:00", "name": "left"}]}]},
        "state": "breached", "code": "stepMissing"},
       {"name": "some visits", "like": "30 seconds between two knocks", "incomplete": ["visit"], "state": "unknown", "code": "notComplete"}]},
    {"id": "STAFF-08", "profile": "001-5", "source": {"doc": "001", "place": "§5四"},
     "title": {"zh": "新员工首月实训6小时", "en": "6 h of practical training in the first month"},
     "text": {"zh": "第一个月内在车间实际培训不得少于6小时", "en": "New hires: at least 6 h of practical training in the first month"},
     "note": {"zh": "首月为半开区间：入职次月同日的培训不计（D-26）", "en": "the month is half-open: training on the same day of the next month is not in it (D-26)"},
     "measures": [
       {"duty": {"acts": ["training"], "per": "newHire", "with": [{"field": "practical", "is": "=", "value": "true"}], "plan": {"quota": {"atLeast": "6", "sum": "hours", "span": ["@subject.hiredOn", "@subject.hiredOn+P1M"]}}}}],
     "proofs": [
       {"name": "6 hours, on the first and the last day",
        "evidence": {"asOf": "2025-06-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-03-01", "end": "2025-06-01",
         "subjects": [{"kind": "newHire", "id": "N1", "fields": [{"name": "hiredOn", "value": "2025-03-10"}]}], "records": [
           {"id": "t1", "kind": "training", "subject": "N1", "at": "2025-03-10T09:00:00+08:00", "fields": [{"name": "practical", "value": "true"}, {"name": "hours", "value": "3"}]},
           {"id": "t2", "kind": "training", "subject": "N1", "at": "2025-04-09T18:00:00+08:00", "fields": [{"name": "practical", "value": "true"}, {"name": "hours", "value": "3"}]}],
         "complete": [{"kind": "*", "from": "2025-03-01", "to": "2025-06-01"}]},
        "state": "met"},
       {"name": "5.5 hours", "like": "6 hours, on the first and the last day",
        "evidence": {"records": [{"id": "t2", "kind": "training", "subject": "N1", "at": "2025-04-09T18:00:00+08:00", "fields": [{"name": "practical", "value": "true"}, {"name": "hours", "value": "2.5"}]}]},
        "state": "breached", "code": "short"},
       {"name": "the rest a month later", "like": "6 hours, on the first and the last day",
        "evidence": {"records": [{"id": "t2", "kind": "training", "subject": "N1", "at": "2025-04-10T09:00:00+08:00", "fields": [{"name": "practical", "value": "true"}, {"name": "hours", "value": "3"}]}]},
        "state": "breached", "code": "short"},
       {"name": "the rest before the first day", "like": "6 hours, on the first and the last day",
        "evidence": {"records": [{"id": "t1", "kind": "training", "subject": "N1", "at": "2025-03-09T09:00:00+08:00", "fields": [{"name": "practical", "value": "true"}, {"name": "hours", "value": "3"}]}]},
        "state": "breached", "code": "short"},
       {"name": "the rest in class", "like": "6 hours, on the first and the last day",
        "evidence": {"records": [{"id": "t2", "kind": "training", "subject": "N1", "at": "2025-04-09T18:00:00+08:00", "fields": [{"name": "practical", "value": "false"}, {"name": "hours", "value": "3"}]}]},
        "state": "breached", "code": "short"},
       {"name": "the month is not over", "like": "5.5 hours", "evidence": {"asOf": "2025-04-01T00:00:00+08:00"}, "without": ["t2"], "state": "pending", "code": "notDue"},
       {"name": "some training", "like": "5.5 hours", "incomplete": ["training"], "state": "unknown", "code": "notComplete"},
       {"name": "day of hiring not stated", "like": "6 hours, on the first and the last day", "evidence": {"subjects": [{"kind": "newHire", "id": "N1"}]}, "state": "unknown", "code": "fieldMissing"}]},
    {"id": "STAFF-09", "profile": "001-5", "source": {"doc": "001", "place": "§5四"},
     "title": {"zh": "上岗满两月笔试后转正", "en": "Written exam before confirmation"},
     "text": {"zh": "新员工在上岗二个月后要有书面考试", "en": "Written exam, not before two months on the post; it precedes confirmation"},
     "measures": [
       {"ordering": {"of": "onboarding", "steps": [{"name": "hired"}, {"name": "exam", "min": "P2M"}, {"name": "confirmed"}], "closed": "left"}}],
     "proofs": [
       {"name": "at the end of a short month",
        "evidence": {"asOf": "2025-06-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2024-12-01", "end": "2025-06-01", "records": [
           {"id": "n1", "kind": "onboarding", "subject": "N1", "events": [{"seq": 1, "at": "2024-12-31T09:00:00+08:00", "name": "hired"}, {"seq": 2, "at": "2025-02-28T09:00:00+08:00", "name": "exam"}, {"seq": 3, "at": "2025-03-31T09:00:00+08:00", "name": "confirmed"}]}],
         "complete": [{"kind": "*", "from": "2024-12-01", "to": "2025-06-01"}]},
        "state": "met"},
       {"name": "a day too soon", "like": "at the end of a short month",
        "evidence": {"records": [
           {"id": "n1", "kind": "onboarding", "subject": "N1", "events": [{"seq": 1, "at": "2024-12-31T09:00:00+08:00", "name": "hired"}, {"seq": 2, "at": "2025-02-27T09:00:00+08:00", "name": "exam"}, {"seq": 3, "at": "2025-03-31T09:00:00+08:00", "name": "confirmed"}]}]},
        "state": "breached", "code": "tooSoon"},
       {"name": "confirmed before the exam", "like": "at the end of a short month",
        "evidence": {"records": [
           {"id": "n1", "kind": "onboarding", "subject": "N1", "events": [{"seq": 1, "at": "2024-12-31T09:00:00+08:00", "name": "hired"}, {"seq": 2, "at": "2025-03-01T09:00:00+08:00", "name": "confirmed"}, {"seq": 3, "at": "2025-03-31T09:00:00+08:00", "name": "exam"}]}]},
        "state": "breached", "code": "stepOrder"},
       {"name": "left without an exam", "like": "at the end of a short month",
        "evidence": {"records": [
           {"id": "n1", "kind": "onboarding", "subject": "N1", "events": [{"seq": 1, "at": "2024-12-31T09:00:00+08:00", "name": "hired"}, {"seq": 2, "at": "2025-03-01T09:00:00+08:00", "name": "confirmed"}, {"seq": 3, "at": "2025-05-01T09:00:00+08:00", "name": "left"}]}]},
        "state": "breached", "code": "stepMissing"},
       {"name": "left unconfirmed", "like": "at the end of a short month",
        "evidence": {"records": [
           {"id": "n1", "kind": "onboarding", "subject": "N1", "events": [{"seq": 1, "at": "2024-12-31T09:00:00+08:00", "name": "hired"}, {"seq": 2, "at": "2025-02-28T09:00:00+08:00", "name": "exam"}, {"seq": 3, "at": "2025-05-01T09:00:00+08:00", "name": "left"}]}]},
        "state": "breached", "code": "stepMissing"},
       {"name": "never hired", "like": "at the end of a short month",
        "evidence": {"records": [
           {"id": "n1", "kind": "onboarding", "subject": "N1", "events": [{"seq": 1, "at": "2025-02-28T09:00:00+08:00", "name": "exam"}, {"seq": 2, "at": "2025-03-31T09:00:00+08:00", "name": "confirmed"}, {"seq": 3, "at": "2025-05-01T09:00:00+08:00", "name": "left"}]}]},
        "state": "breached", "code": "stepMissing"},
       {"name": "exam to come", "like": "at the end of a short month",
        "evidence": {"asOf": "2025-02-01T00:00:00+08:00", "records": [{"id": "n1", "kind": "onboarding", "subject": "N1", "events": [{"seq": 1, "at": "2024-12-31T09:00:00+08:00", "name": "hired"}]}]},
        "state": "pending"},
       {"name": "some people", "like": "at the end of a short month", "incomplete": ["onboarding"], "state": "unknown", "code": "notComplete"}]},
    {"id": "BILL-05", "profile": "003-C", "source": {"doc": "003", "place": "C9"},
     "title": {"zh": "收费低于核准价", "en": "Charges below the approved price"},
     "text": {"zh": "最终收费价格低于物价局的核准价", "en": "The price charged is strictly lower than the approved price"},
     "measures": [
       {"record": {"of": "tariff", "where": [{"field": "state", "is": "=", "value": "inForce"}], "must": [{"field": "rate", "is": "<", "value": "@approvedRate"}]}}],
     "proofs": [
       {"name": "0.89 against 0.90",
        "evidence": {"asOf": "2025-04-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-04-01", "records": [
           {"id": "f1", "kind": "tariff", "at": "2025-01-01T00:00:00+08:00", "fields": [{"name": "state", "value": "inForce"}, {"name": "rate", "value": "0.89"}, {"name": "approvedRate", "value": "0.90"}]},
           {"id": "f2", "kind": "tariff", "at": "2025-01-01T00:00:00+08:00", "fields": [{"name": "state", "value": "draft"}, {"name": "rate", "value": "0.95"}, {"name": "approvedRate", "value": "0.90"}]}],
         "complete": [{"kind": "*", "from": "2025-01-01", "to": "2025-04-01"}]},
        "state": "met"},
       {"name": "0.90 against 0.90", "like": "0.89 against 0.90",
        "evidence": {"records": [
           {"id": "f1", "kind": "tariff", "at": "2025-01-01T00:00:00+08:00", "fields": [{"name": "state", "value": "inForce"}, {"name": "rate", "value": "0.90"}, {"name": "approvedRate", "value": "0.9"}]}]},
        "state": "breached", "code": "condition"},
       {"name": "approved price not known", "like": "0.89 against 0.90",
        "evidence": {"records": [{"id": "f1", "kind": "tariff", "at": "2025-01-01T00:00:00+08:00", "fields": [{"name": "state", "value": "inForce"}, {"name": "rate", "value": "0.89"}]}]},
        "state": "unknown", "code": "fieldMissing"},
       {"name": "some tariffs", "like": "0.89 against 0.90", "incomplete": ["tariff"], "state": "unknown", "code": "notComplete"}]}`
