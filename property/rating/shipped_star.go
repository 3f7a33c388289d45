package rating

// starJSON is the document of [StarScheme].
const starJSON = `{
  "code": "star-90-85-80",
  "name": {"zh": "星级物业服务项目考核", "en": "Star-rated property service projects"},
  "source": "001 §9; KPI-01…KPI-23, KPI-58, KPI-60",
  "note": {"zh": "评分细则（附件1）不在原文中，各社区自定考核方法（KPI-18、KPI-58）：本办法不附评分表，采用任何评分表的得分。奖励细则（附件2）不在原文中，金额未填（KPI-19）。本库的解读：社区平均分为本项目四个季度的平均，未上报的季度计入（X-08）；半年内有一个季度上报即由区复核（gate.any，原文未说）；各项否决须同时造成重大负面影响（X-09），作用于“所在物业服务企业”的全部项目，只作用于项目的请把 scope 改为 project（X-10）；有效投诉“较多”的件数原文未定，填 atLeast 之前无法判定（KPI-10）；公示按日历日，发布当日不计（X-11）；星级按未取舍的得分判定（X-07）。缺考核得分的不评，不记0。titles：cityRedFlag 市红旗小区，excellentEstate 优秀小区（KPI-20）。限期整改、公布结果、组织机构（KPI-21至23）不影响得分。", "en": "Annex 1 with the scoring rules is not in the source, and each community has its own method (KPI-18, KPI-58): the scheme has no rubric and takes scores of any. Annex 2 with the rewards is not in the source either: amounts are unset (KPI-19). Read by us: the community's mean is of the project's own four quarters, those not reported included (X-08); one reported quarter in a half year lets the district review it (gate.any; the source does not say); every veto needs a major negative impact as well (X-09) and hits all projects of the enterprise, for the other reading set scope to project (X-10); how many complaints are \"many\" is open, and undecided until atLeast is set (KPI-10); the notice counts calendar days without the day of posting (X-11); stars look at the exact score (X-07). A project whose scores are missing is not rated, which is not 0. titles: cityRedFlag, excellentEstate, those of the city (KPI-20). Rectification, publication and organisation (KPI-21 to KPI-23) do not change a score."},
  "needs": ["propertyService"],
  "tiers": [
    {"code": "community", "name": {"zh": "社区考核", "en": "community"}, "weight": "40", "every": "quarter"},
    {"code": "district", "name": {"zh": "区级复核", "en": "district"}, "weight": "60", "every": "halfYear", "gate": {"of": "community", "atLeast": "80", "any": true}}
  ],
  "vetoes": [
    {"code": "complaints", "name": {"zh": "因服务差，有效投诉较多，且处理不力", "en": "many valid complaints about poor service, poorly handled"}, "source": "KPI-10", "needs": ["majorImpact", "poorlyHandled"], "open": true, "effect": "exclude", "scope": "enterprise"},
    {"code": "groupPetition", "name": {"zh": "发生业主群体上访事件", "en": "owners petitioned as a group"}, "source": "KPI-11", "needs": ["majorImpact"], "effect": "exclude", "scope": "enterprise"},
    {"code": "crimeOrFire", "name": {"zh": "发生偷盗、火灾、传销聚集等事件", "en": "theft, fire or a gathering of pyramid sellers"}, "source": "KPI-12", "needs": ["majorImpact"], "effect": "exclude", "scope": "enterprise"},
    {"code": "facilityAccident", "name": {"zh": "发生电梯、窨井盖等公共配套设施设备安全事故", "en": "safety accident of a lift, a manhole cover or another public facility"}, "source": "KPI-13", "needs": ["majorImpact"], "effect": "exclude", "scope": "enterprise"},
    {"code": "supplyCut", "name": {"zh": "对业主停水、停电", "en": "the company cut owners' water or power"}, "source": "KPI-14", "needs": ["majorImpact"], "effect": "exclude", "scope": "enterprise"},
    {"code": "mediaExposure", "name": {"zh": "被主流媒体曝光，造成较大社会影响，经查实且负有责任", "en": "exposed by mainstream media, verified and responsible"}, "source": "KPI-15", "needs": ["majorImpact", "verified", "responsible"], "effect": "exclude", "scope": "enterprise"},
    {"code": "namedInInspection", "name": {"zh": "文明城市创建检查中被通报批评", "en": "named and criticised in an inspection of the civilised-city campaign"}, "source": "KPI-16", "needs": ["majorImpact"], "effect": "exclude", "scope": "enterprise"}
  ],
  "bands": [
    {"code": "5", "name": {"zh": "五星", "en": "five stars"}, "from": "90"},
    {"code": "4", "name": {"zh": "四星", "en": "four stars"}, "from": "85"},
    {"code": "3", "name": {"zh": "三星", "en": "three stars"}, "from": "80"},
    {"code": "none", "name": {"zh": "无星", "en": "no star"}}
  ],
  "notice": {"days": "P7D"},
  "bars": 1,
  "rewards": [
    {"band": "5", "titles": ["cityRedFlag", "excellentEstate"]},
    {"band": "4", "titles": ["cityRedFlag", "excellentEstate"]},
    {"band": "3", "titles": ["cityRedFlag", "excellentEstate"]}
  ]
}`
