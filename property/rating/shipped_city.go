package rating

// hunanJSON is the document of [HunanRubric].
const hunanJSON = `{
  "code": "hunan-star",
  "name": {"zh": "湖南省星级物业服务项目", "en": "Star projects of Hunan"},
  "source": "http://www.360docs.net/doc/2815261700.html; DOMAIN-CN 9.3",
  "note": {"zh": "全表110项、1100分：基本1000分、加分100分。各项内容未公开，每部分只有一项，直接填该部分得分；得到全表后请换成各项。等级表写作整数区间（400～549等），这里按未取舍的得分、下限含本数判定。", "en": "The table has 110 items and 1,100 points: 1,000 basic and 100 of bonus. The items are not public: each part has a single item, marked by the points of the part; replace it by the items where you have the table. The source writes bands as ranges of whole numbers (400–549); here each begins at its lower edge, itself included, on the exact score."},
  "method": "points",
  "outOf": "1000",
  "sections": [
    {"code": "basic", "name": {"zh": "基础管理", "en": "Basic management"}, "points": "200", "items": [
      {"code": "basicPoints", "name": {"zh": "基础管理得分", "en": "Basic management: points"}, "points": "200", "mark": {"points": {}}}
    ]},
    {"code": "house", "name": {"zh": "房屋管理", "en": "Buildings"}, "points": "110", "items": [
      {"code": "housePoints", "name": {"zh": "房屋管理得分", "en": "Buildings: points"}, "points": "110", "mark": {"points": {}}}
    ]},
    {"code": "equipment", "name": {"zh": "设施设备", "en": "Equipment"}, "points": "340", "items": [
      {"code": "equipmentPoints", "name": {"zh": "设施设备得分", "en": "Equipment: points"}, "points": "340", "mark": {"points": {}}}
    ]},
    {"code": "order", "name": {"zh": "公共秩序", "en": "Public order"}, "points": "150", "items": [
      {"code": "orderPoints", "name": {"zh": "公共秩序得分", "en": "Public order: points"}, "points": "150", "mark": {"points": {}}}
    ]},
    {"code": "environment", "name": {"zh": "环境", "en": "Environment"}, "points": "140", "items": [
      {"code": "environmentPoints", "name": {"zh": "环境得分", "en": "Environment: points"}, "points": "140", "mark": {"points": {}}}
    ]},
    {"code": "benefit", "name": {"zh": "管理效益", "en": "Results"}, "points": "60", "items": [
      {"code": "benefitPoints", "name": {"zh": "管理效益得分", "en": "Results: points"}, "points": "60", "mark": {"points": {}}}
    ]},
    {"code": "bonus", "name": {"zh": "加分", "en": "Bonus"}, "bonus": true, "cap": "100", "items": [
      {"code": "bonusPoints", "name": {"zh": "加分得分", "en": "Bonus: points"}, "points": "100", "mark": {"points": {}}}
    ]}
  ],
  "bonusCap": "100",
  "bands": [
    {"code": "5", "name": {"zh": "五星", "en": "five stars"}, "from": "1000"},
    {"code": "4", "name": {"zh": "四星", "en": "four stars"}, "from": "850"},
    {"code": "3", "name": {"zh": "三星", "en": "three stars"}, "from": "700"},
    {"code": "2", "name": {"zh": "二星", "en": "two stars"}, "from": "550"},
    {"code": "1", "name": {"zh": "一星", "en": "one star"}, "from": "400"},
    {"code": "none", "name": {"zh": "无星", "en": "no star"}}
  ]
}`

// shandongJSON is the document of [ShandongCreditRubric].
const shandongJSON = `{
  "code": "shandong-credit",
  "name": {"zh": "山东省物业服务企业信用等级", "en": "Credit grades of property companies in Shandong"},
  "source": "wap.ka981.com; DOMAIN-CN 9.3, EX-910",
  "note": {"zh": "得分＝基本信息（80分以内）＋良好信息（40分以内）－不良信息，由系统生成。各条信息及其分值未公开：基本、良好信息直接填得分，不良信息按每扣1分一条（count 为分数）；得到条目后请在 deductions 中逐条列出。须说明事实 badRecord（有无不良信息记录），否则60分以下的等级无法确定。未参评的为“C（缺失）”，不用本表。烟台另有黑名单，条目默认有效期1年，可填 lasts。", "en": "The score is basic information (up to 80) and good information (up to 40) less bad information, and a system generates it. The entries and their points are not public: basic and good information are marked by their points, bad information counts one finding for each point (its count); list the entries under deductions where you have them. The fact badRecord must be stated, or the grade below 60 stays open. Who is not enrolled is \"C (missing)\" and has no sheet. Yantai has a blacklist besides, and lets an entry count for a year by default: set lasts."},
  "method": "points",
  "outOf": "80",
  "sections": [
    {"code": "basic", "name": {"zh": "基本信息", "en": "Basic information"}, "points": "80", "items": [
      {"code": "basicPoints", "name": {"zh": "基本信息得分", "en": "Basic information: points"}, "points": "80", "mark": {"points": {}}}
    ]},
    {"code": "good", "name": {"zh": "良好信息", "en": "Good information"}, "bonus": true, "cap": "40", "items": [
      {"code": "goodPoints", "name": {"zh": "良好信息得分", "en": "Good information: points"}, "points": "40", "mark": {"points": {}}}
    ]}
  ],
  "deductions": [
    {"code": "badPoint", "name": {"zh": "不良信息，每扣1分", "en": "bad information, each point"}, "take": "1"}
  ],
  "bonusCap": "40",
  "bands": [
    {"code": "AAA", "name": {"zh": "AAA", "en": "AAA"}, "from": "85"},
    {"code": "AA", "name": {"zh": "AA", "en": "AA"}, "from": "80"},
    {"code": "A", "name": {"zh": "A", "en": "A"}, "from": "70"},
    {"code": "B", "name": {"zh": "B", "en": "B"}, "from": "60"},
    {"code": "B", "name": {"zh": "B（60分以下，无不良信息）", "en": "B (below 60, without a bad record)"}, "unless": ["badRecord"]},
    {"code": "C", "name": {"zh": "C（60分以下，有不良信息）", "en": "C (below 60, with a bad record)"}, "when": ["badRecord"]}
  ]
}`
