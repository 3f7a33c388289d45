package standard

// assessmentStar are the clauses of star-rated projects in [Assessment].
const assessmentStar = `    {"id": "KPI-06", "profile": "001-9", "source": {"doc": "001", "place": "§9三(三)"},
     "title": {"zh": "项目季度考核与上报", "en": "Projects assessed and reported each quarter"},
     "text": {"zh": "于季度末向区物业考核办上报80分以上项目", "en": "Every project is assessed once a quarter, and those of 80 points or more are reported at the end of the quarter"},
     "measures": [
       {"part": "assess", "name": {"zh": "每季度考核", "en": "assessed every quarter"}, "duty": {"acts": ["communityAssessment"], "per": "project", "plan": {"quota": {"atLeast": "1", "in": "quarter"}}}},
       {"part": "report", "name": {"zh": "80分以上须上报", "en": "80 points or more are reported"}, "record": {"of": "communityAssessment", "where": [{"field": "score", "is": ">=", "value": "80"}], "must": [{"field": "reportedOn", "is": "set"}]}},
       {"part": "gate", "name": {"zh": "不足80分不上报", "en": "fewer than 80 points are not"}, "record": {"of": "communityAssessment", "where": [{"field": "reportedOn", "is": "set"}], "must": [{"field": "score", "is": ">=", "value": "80"}]}}],
     "proofs": [
       {"name": "four quarters, three reported",
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-01-01", "subjects": [{"kind": "project", "id": "P1"}], "records": [
           {"id": "a1", "kind": "communityAssessment", "subject": "P1", "at": "2025-02-10T09:00:00+08:00", "fields": [{"name": "score", "value": "80"}, {"name": "reportedOn", "value": "2025-03-31"}]},
           {"id": "a2", "kind": "communityAssessment", "subject": "P1", "at": "2025-05-10T09:00:00+08:00", "fields": [{"name": "score", "value": "79.99"}]},
           {"id": "a3", "kind": "communityAssessment", "subject": "P1", "at": "2025-08-10T09:00:00+08:00", "fields": [{"name": "score", "value": "91"}, {"name": "reportedOn", "value": "2025-09-30"}]},
           {"id": "a4", "kind": "communityAssessment", "subject": "P1", "at": "2025-11-10T09:00:00+08:00", "fields": [{"name": "score", "value": "88.5"}, {"name": "reportedOn", "value": "2025-12-31"}]}],
         "complete": [{"kind": "*", "from": "2025-01-01", "to": "2026-01-01"}]},
        "state": "met", "parts": [{"part": "assess", "state": "met"}, {"part": "report", "state": "met"}, {"part": "gate", "state": "met"}]},
       {"name": "a quarter without", "like": "four quarters, three reported",
        "without": ["a2"], "state": "breached", "code": "short", "parts": [{"part": "assess", "state": "breached", "code": "short"}, {"part": "report", "state": "met"}, {"part": "gate", "state": "met"}]},
       {"name": "80 points, not reported", "like": "four quarters, three reported",
        "evidence": {"records": [{"id": "a1", "kind": "communityAssessment", "subject": "P1", "at": "2025-02-10T09:00:00+08:00", "fields": [{"name": "score", "value": "80"}]}]},
        "state": "breached", "code": "condition", "parts": [{"part": "assess", "state": "met"}, {"part": "report", "state": "breached", "code": "condition"}, {"part": "gate", "state": "met"}]},
       {"name": "79.99 points, reported", "like": "four quarters, three reported",
        "evidence": {"records": [
           {"id": "a2", "kind": "communityAssessment", "subject": "P1", "at": "2025-05-10T09:00:00+08:00", "fields": [{"name": "score", "value": "79.99"}, {"name": "reportedOn", "value": "2025-06-30"}]}]},
        "state": "breached", "code": "condition", "parts": [{"part": "report", "state": "met"}, {"part": "gate", "state": "breached", "code": "condition"}]},
       {"name": "score missing", "like": "four quarters, three reported",
        "evidence": {"records": [{"id": "a2", "kind": "communityAssessment", "subject": "P1", "at": "2025-05-10T09:00:00+08:00", "fields": [{"name": "reportedOn", "value": "2025-06-30"}]}]},
        "state": "unknown", "code": "fieldMissing", "parts": [{"part": "assess", "state": "met"}]},
       {"name": "some assessments", "like": "four quarters, three reported", "incomplete": ["communityAssessment"], "state": "unknown", "code": "notComplete"}]},
    {"id": "KPI-07", "profile": "001-9", "source": {"doc": "001", "place": "§9三(三)"},
     "title": {"zh": "上报项目半年复核", "en": "Reported projects reviewed each half year"},
     "text": {"zh": "区物业考核办每半年对社区上报的80分以上物业服务项目进行复核", "en": "The district reviews every reported project of 80 points or more once every half year"},
     "measures": [
       {"duty": {"acts": ["districtReview"], "per": "project", "where": [{"field": "reported", "is": "=", "value": "true"}, {"field": "reportedScore", "is": ">=", "value": "80"}], "plan": {"quota": {"atLeast": "1", "in": "halfYear"}}}}],
     "proofs": [
       {"name": "both half years",
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-01-01", "subjects": [
           {"kind": "project", "id": "P1", "fields": [{"name": "reported", "value": "true"}, {"name": "reportedScore", "value": "80"}]},
           {"kind": "project", "id": "P2", "fields": [{"name": "reported", "value": "true"}, {"name": "reportedScore", "value": "79"}]},
           {"kind": "project", "id": "P3", "fields": [{"name": "reported", "value": "false"}, {"name": "reportedScore", "value": "85"}]}],
         "records": [{"id": "d1", "kind": "districtReview", "subject": "P1", "at": "2025-06-30T09:00:00+08:00"}, {"id": "d2", "kind": "districtReview", "subject": "P1", "at": "2025-07-01T09:00:00+08:00"}],
         "complete": [{"kind": "*", "from": "2025-01-01", "to": "2026-01-01"}]},
        "state": "met"},
       {"name": "twice in the first", "like": "both half years",
        "evidence": {"records": [{"id": "d2", "kind": "districtReview", "subject": "P1", "at": "2025-05-01T09:00:00+08:00"}]},
        "state": "breached", "code": "short"},
       {"name": "reported score missing", "like": "both half years",
        "evidence": {"subjects": [{"kind": "project", "id": "P1", "fields": [{"name": "reported", "value": "true"}]}]},
        "state": "unknown", "code": "fieldMissing"},
       {"name": "some reviews", "like": "twice in the first", "incomplete": ["districtReview"], "state": "unknown", "code": "notComplete"},
       {"name": "none was reported", "like": "both half years",
        "evidence": {"subjects": [{"kind": "project", "id": "P1", "fields": [{"name": "reported", "value": "false"}, {"name": "reportedScore", "value": "80"}]}]},
        "state": "notApplicable", "code": "noRows"}]},
    {"id": "KPI-21", "profile": "001-9", "source": {"doc": "001", "place": "§9三(四)3"},
     "title": {"zh": "考核问题限期整改", "en": "Problems found put right by the deadline"},
     "text": {"zh": "指导并督促其限期整改", "en": "Problems that were found are corrected by the deadline of the opinion"},
     "measures": [
       {"promise": {"of": "assessmentRectification", "from": "opened", "to": "corrected", "due": "@deadline"}}],
     "proofs": [
       {"name": "on the day",
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-01-01", "records": [
           {"id": "r1", "kind": "assessmentRectification", "subject": "P1", "fields": [{"name": "deadline", "value": "2025-05-20"}], "events": [{"seq": 1, "at": "2025-04-20T09:00:00+08:00", "name": "opened"}, {"seq": 2, "at": "2025-05-20T23:00:00+08:00", "name": "corrected"}]}],
         "complete": [{"kind": "*", "from": "2025-01-01", "to": "2026-01-01"}]},
        "state": "met"},
       {"name": "the day after", "like": "on the day",
        "evidence": {"records": [
           {"id": "r1", "kind": "assessmentRectification", "subject": "P1", "fields": [{"name": "deadline", "value": "2025-05-20"}], "events": [{"seq": 1, "at": "2025-04-20T09:00:00+08:00", "name": "opened"}, {"seq": 2, "at": "2025-05-21T08:00:00+08:00", "name": "corrected"}]}]},
        "state": "breached", "code": "overLimit"},
       {"name": "never", "like": "on the day",
        "evidence": {"records": [
           {"id": "r1", "kind": "assessmentRectification", "subject": "P1", "fields": [{"name": "deadline", "value": "2025-05-20"}], "events": [{"seq": 1, "at": "2025-04-20T09:00:00+08:00", "name": "opened"}]}]},
        "state": "breached", "code": "overLimit"},
       {"name": "no deadline", "like": "on the day",
        "evidence": {"records": [
           {"id": "r1", "kind": "assessmentRectification", "subject": "P1", "events": [{"seq": 1, "at": "2025-04-20T09:00:00+08:00", "name": "opened"}, {"seq": 2, "at": "2025-05-19T08:00:00+08:00", "name": "corrected"}]}]},
        "state": "unknown", "code": "fieldMissing"},
       {"name": "some opinions", "like": "on the day", "incomplete": ["assessmentRectification"], "state": "unknown", "code": "notComplete"}]},
    {"id": "KPI-22", "profile": "001-9", "source": {"doc": "001", "place": "§9三(四)4"},
     "title": {"zh": "考核结果公布", "en": "Results of the assessment published"},
     "text": {"zh": "适时在有关媒体、网站公布考核结果", "en": "The results are published in due time"},
     "note": {"zh": "“适时”的日期由合同或办法指定", "en": "what is due time, the contract or the scheme says"},
     "measures": [
       {"presence": {"documents": ["assessmentResult"], "with": [{"field": "publishedOn", "is": "<=", "value": "$resultsBy"}]}}],
     "proofs": [
       {"name": "on the day", "params": [{"name": "resultsBy", "value": "2026-01-31"}],
        "evidence": {"asOf": "2026-03-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-03-01",
         "records": [{"id": "p1", "kind": "assessmentResult", "at": "2026-01-15T00:00:00+08:00", "fields": [{"name": "publishedOn", "value": "2026-01-31"}]}],
         "complete": [{"kind": "*", "from": "2025-01-01", "to": "2026-03-01"}]},
        "state": "met"},
       {"name": "a day late", "like": "on the day",
        "evidence": {"records": [{"id": "p1", "kind": "assessmentResult", "at": "2026-01-15T00:00:00+08:00", "fields": [{"name": "publishedOn", "value": "2026-02-01"}]}]},
        "state": "breached", "code": "absent"},
       {"name": "not at all", "like": "on the day", "without": ["p1"], "state": "breached", "code": "absent"},
       {"name": "date open", "like": "on the day", "params": [{"name": "resultsBy", "value": ""}], "state": "unknown", "code": "paramUnset"},
       {"name": "publications not all there", "like": "not at all", "incomplete": ["assessmentResult"], "state": "unknown", "code": "notComplete"}]}`
