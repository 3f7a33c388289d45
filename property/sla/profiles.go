package sla

import "github.com/wuyekit/wuye/property/invalid"

// Profiles returns promises that the sources of this library make, by their codes, for a contract to
// choose from or to copy: where sources differ there is one for each, and none is a default.
//
//   - repair-standard: urgent repairs within 30 minutes at any hour, whatever was agreed, others at the
//     agreed time (MAINT-01 to 03); repair-every: every repair within 15 minutes (MAINT-04); repair-contract: limits as
//     the contract says, open until they are filled in (MAINT-05). X-01.
//   - exam-check-month and exam-check-30-days: a check one calendar month, or 30 days, before an
//     examination (EVENT-30). X-26.
//   - plan-by-day and plan-before-day: a plan handed in by a day, which counts to its end, or before it
//     begins (STAFF-12). X-41.
//
// All name the calendar "hours"; the caller says which that is. On the instant is in time.
func Profiles() []Promise {
	profiles, err := invalid.Decode[[]Promise]([]byte(profilesJSON), "profiles")
	if err != nil {
		return nil // a constant of this package, tested
	}
	return profiles
}

// Profile returns the profile of a code, and false if there is none.
func Profile(code string) (Promise, bool) {
	for _, p := range Profiles() {
		if p.Code == code {
			return p, true
		}
	}
	return Promise{}, false
}

const profilesJSON = `[
{"code": "repair-standard", "name": "急修半小时、其他按约定时间到场", "source": "MAINT-01, MAINT-02, MAINT-03 (X-01)", "calendar": "hours",
 "milestones": [{"code": "arrive", "name": "到场", "from": "reported", "to": "arrived",
  "limits": [{"categories": ["urgent"], "span": "PT30M", "in": "wall"}],
  "due": {"field": "agreedAt", "last": true}}]},
{"code": "repair-every", "name": "报修十五分钟内到场", "source": "MAINT-04 (X-01)", "calendar": "hours",
 "milestones": [{"code": "arrive", "name": "到场", "from": "reported", "to": "arrived",
  "limits": [{"span": "PT15M", "in": "wall"}]}]},
{"code": "repair-contract", "name": "按合同约定时间到场", "source": "MAINT-05 (X-01)", "calendar": "hours",
 "milestones": [{"code": "arrive", "name": "到场", "from": "reported", "to": "arrived",
  "limits": [{"categories": ["urgent"], "in": "wall"}, {"in": "wall"}]}]},
{"code": "exam-check-month", "name": "高考前一个月检查（按月）", "source": "EVENT-30 (X-26)", "calendar": "hours",
 "milestones": [{"code": "check", "name": "全面检查", "to": "checked", "due": {"field": "examOn", "before": "P1M"}}]},
{"code": "exam-check-30-days", "name": "高考前三十日检查", "source": "EVENT-30 (X-26)", "calendar": "hours",
 "milestones": [{"code": "check", "name": "全面检查", "to": "checked", "due": {"field": "examOn", "before": "P30D"}}]},
{"code": "plan-by-day", "name": "计划于某日前报送（含当日）", "source": "STAFF-12 (X-41)", "calendar": "hours",
 "milestones": [{"code": "submit", "name": "报送", "to": "submitted", "due": {"field": "dueOn"}}]},
{"code": "plan-before-day", "name": "计划于某日前报送（不含当日）", "source": "STAFF-12 (X-41)", "calendar": "hours",
 "milestones": [{"code": "submit", "name": "报送", "to": "submitted", "due": {"field": "dueOn", "exclusive": true}}]}
]`
