package standard

// complaintRateClause is KPI-29, which stands in [Sample] and in [Assessment].
const complaintRateClause = `    {"id": "KPI-29", "profile": "001-12", "source": {"doc": "001", "place": "§12-3.3.3(1)"},
     "title": {"zh": "有效投诉率1%以下", "en": "Valid complaints at most 1 %"},
     "text": {"zh": "有效投诉率1%以下", "en": "Valid complaint rate at most 1 %; the base is named by the contract"},
     "note": {"zh": "原文未说明比率的分母，由合同指定（X-18）", "en": "the source does not say of what the rate is, the contract does (X-18)"},
     "measures": [
       {"threshold": {"over": "year", "limits": [{"figure": "complaintRate.validComplaints", "outOf": "$complaintBase", "is": "<=", "value": "1%"}]}}],
     "proofs": [
       {"name": "3 on 300 households", "params": [{"name": "complaintBase", "value": "complaintRate.households"}],
        "evidence": {"asOf": "2026-01-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2026-01-01",
         "figures": [{"figure": "complaintRate.validComplaints", "value": "3"}, {"figure": "complaintRate.households", "value": "300"}]},
        "state": "met"},
       {"name": "4 on 300 households", "like": "3 on 300 households", "evidence": {"figures": [{"figure": "complaintRate.validComplaints", "value": "4"}]}, "state": "breached", "code": "value"},
       {"name": "base open", "like": "3 on 300 households", "params": [{"name": "complaintBase", "value": ""}], "state": "unknown", "code": "paramUnset"},
       {"name": "households not counted", "like": "3 on 300 households", "without": ["complaintRate.households"], "state": "unknown", "code": "figureMissing"},
       {"name": "no household", "like": "3 on 300 households", "evidence": {"figures": [{"figure": "complaintRate.households", "value": "0"}]}, "state": "notApplicable", "code": "baseZero"},
       {"name": "half a year", "like": "3 on 300 households", "evidence": {"end": "2025-07-01"}, "state": "unknown", "code": "partialPeriod"}]}`
