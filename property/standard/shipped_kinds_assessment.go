package standard

// starKinds are the records of assessments and acceptance in [SharedVocabulary].
const starKinds = `    {"code": "communityAssessment", "name": {"zh": "社区考核", "en": "assessment by the community"}, "of": "project",
     "fields": [{"name": "score", "title": {"zh": "得分", "en": "score"}, "type": "number"}, {"name": "reportedOn", "title": {"zh": "上报日期", "en": "day of the report"}, "type": "date"}]},
    {"code": "districtReview", "name": {"zh": "区级复核", "en": "review by the district"}, "of": "project", "fields": [{"name": "score", "title": {"zh": "得分", "en": "score"}, "type": "number"}]},
    {"code": "assessmentRectification", "name": {"zh": "考核整改意见", "en": "opinion on what to correct"}, "of": "project",
     "fields": [{"name": "deadline", "title": {"zh": "整改期限", "en": "deadline"}, "type": "date"}],
     "events": [{"code": "opened", "name": {"zh": "提出", "en": "opened"}}, {"code": "corrected", "name": {"zh": "整改完成", "en": "corrected"}}]},
    {"code": "assessmentResult", "name": {"zh": "考核结果公布", "en": "publication of results"}, "fields": [{"name": "publishedOn", "title": {"zh": "公布日期", "en": "day of publication"}, "type": "date"}]},
    {"code": "acceptanceSheet", "name": {"zh": "社区验收表", "en": "acceptance sheet"}, "of": "community",
     "items": [{"code": "residentsSatisfied", "name": {"zh": "居民满意", "en": "residents are satisfied"}}, {"code": "dirtGone", "name": {"zh": "脏乱现象根本改变", "en": "the dirt is gone for good"}},
      {"code": "lookImproved", "name": {"zh": "面貌改观", "en": "the appearance has improved"}}, {"code": "surroundingsBetter", "name": {"zh": "环境改善", "en": "the surroundings are better"}},
      {"code": "modeSustainable", "name": {"zh": "管理模式可持续", "en": "the way of managing will last"}}]}`

// goalKinds are those of surveys, checks, reviews and goals.
const goalKinds = `    {"code": "survey", "name": {"zh": "意见征询", "en": "survey of owners"}, "fields": [{"name": "satisfaction", "title": {"zh": "满意率", "en": "share of the satisfied"}, "type": "number"}]},
    {"code": "hrCheck", "name": {"zh": "人事行政部检查", "en": "check by human resources"}, "of": "project"},
    {"code": "financeCheck", "name": {"zh": "财务部检查", "en": "check by finance"}, "of": "project"},
    {"code": "performanceReview", "name": {"zh": "绩效评估", "en": "performance review"},
     "fields": [{"name": "score", "title": {"zh": "得分", "en": "score"}, "type": "number"}, {"name": "improvementPlan", "title": {"zh": "改进计划", "en": "improvement plan"}, "type": "text"},
      {"name": "training", "title": {"zh": "培训安排", "en": "training"}, "type": "text"}]},
    {"code": "improvementBlock", "name": {"zh": "服务提升方案", "en": "block of the improvement plan"},
     "fields": [{"name": "purpose", "title": {"zh": "目的", "en": "purpose"}, "type": "text"}, {"name": "scope", "title": {"zh": "范围", "en": "scope"}, "type": "text"},
      {"name": "method", "title": {"zh": "方法", "en": "method"}, "type": "text"}, {"name": "measures", "title": {"zh": "措施", "en": "measures"}, "type": "text"},
      {"name": "completionOn", "title": {"zh": "完成时间", "en": "day of completion"}, "type": "date"}, {"name": "effect", "title": {"zh": "预期效果", "en": "expected effect"}, "type": "text"},
      {"name": "responsible", "title": {"zh": "责任人", "en": "who is responsible"}, "type": "text"}]},
    {"code": "serviceEvaluation", "name": {"zh": "服务评估", "en": "evaluation of the service"}},
    {"code": "indicatorList", "name": {"zh": "工作指标", "en": "list of indicators"}, "fields": [{"name": "publishedOn", "title": {"zh": "公布日期", "en": "day of publication"}, "type": "date"}]},
    {"code": "servicePromise", "name": {"zh": "服务承诺", "en": "promises to customers"}, "fields": [{"name": "publishedOn", "title": {"zh": "公布日期", "en": "day of publication"}, "type": "date"}]},
    {"code": "relationsSettled", "name": {"zh": "各种关系理顺", "en": "relations in order"}},
    {"code": "excellentEstateReview", "name": {"zh": "优秀小区考评", "en": "review of excellent estates"}, "fields": [{"name": "passed", "title": {"zh": "是否通过", "en": "passed"}, "type": "boolean"}]},
    {"code": "qualitySystem", "name": {"zh": "质量管理体系建立", "en": "quality system established"}},
    {"code": "nationalStandardReview", "name": {"zh": "示范住宅小区考评", "en": "review of national demonstration estates"}, "fields": [{"name": "passed", "title": {"zh": "是否通过", "en": "passed"}, "type": "boolean"}]}`
