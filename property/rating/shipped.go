package rating

import "github.com/wuyekit/wuye/property/invalid"

// StarScheme returns the scheme of star-rated property service projects of a district (星级物业服务项目考核): stars from 90,
// 85 and 80, community quarters for 40 % and district half-years for 60 %, reported from 80, seven vetoes. It is read
// anew at every call and belongs to the caller, who changes what the own district says otherwise.
//
// Each of these is a choice that the source leaves open, and one field of the document: a veto hits the enterprise
// ([Veto.Scope], X-10) and needs a major negative impact, how many complaints are many is unset (KPI-10), one
// reported quarter lets the district review a half-year ([Gate.Any]), the notice is of 7 calendar days after the day of posting
// ([Notice], X-11). The annexes with the scoring rules and the rewards are missing in the source: the scheme takes scores of
// any rubric (KPI-18, KPI-58) and sets no amounts (KPI-19).
//
// Rounding: none; stars look at the exact score.
// Source: 001 §9, KPI-01 to KPI-23, KPI-58, KPI-60.
func StarScheme() Scheme {
	s, err := invalid.Decode[Scheme]([]byte(starJSON), "star-90-85-80")
	if err != nil {
		return Scheme{Code: "star-90-85-80"} // has no tier, which CompileScheme refuses
	}
	return s
}

// DemonstrationRubric returns the 100-point table of national demonstration estates (全国物业管理示范住宅小区标准及评分细则): 9
// sections, 62 items. It is read anew at every call and belongs to the caller.
//
// Not all of its points are those of the printed table. The source of each item ends in where they come from: [F] found,
// [D] derived from the total of the section, [K] knowledge of the trade, [A] an allocation of ours that keeps the total,
// [F*] the edition for buildings; what is not [F] says so in its note as well. Replace them by the printed form of your province
// before use. Items without a scoring rule are marked by their points.
//
// Only heating, air conditioning and gas (3.10) may be not applicable, and are then left out; every other item is [Item.Required].
// A started percentage point under a target counts as one (EX-902).
//
// Rounding: half up to 0.01.
// Source: 建住房物[2000]008号; DOMAIN-CN 9.2.
func DemonstrationRubric() Rubric { return shippedRubric("demonstration-2000", demonstrationJSON) }

// GradeRubrics returns the checklists of the three grades of ordinary residential compounds (普通住宅小区物业管理服务等级标准),
// the best grade first: "grade-1" with 50 items, "grade-2" with 49, "grade-3" with 44. They are read anew at every call and
// belong to the caller.
//
// The standard gives no points. Its items weigh the same here, which is a choice of ours: "met" is all of them; "kept", from 90,
// keeps a grade as the city of Wuhu grades its fees; "below" falls by one grade. Items that do not apply are left out. Not all
// texts of the standard could be confirmed; the notes say which.
//
// Source: 中物协[2004]1号; DOMAIN-CN 9.1.
func GradeRubrics() []Rubric {
	return []Rubric{
		shippedRubric("grade-1", grade1JSON),
		shippedRubric("grade-2", grade2JSON),
		shippedRubric("grade-3", grade3JSON),
	}
}

// HunanRubric returns the sheet of the star projects of Hunan (湖南省星级物业服务项目): six parts of 1,000 points, a bonus of at most 100,
// stars from 400, 550, 700, 850 and 1,000. It is read anew at every call and belongs to the caller.
//
// The 110 items of the table are not public, so each part has a single item that is marked by its points.
//
// Source: DOMAIN-CN 9.3. Quanzhou's scheme is not here: its sources differ on whether the city reviews five stars from 95 or
// above 95.
func HunanRubric() Rubric { return shippedRubric("hunan-star", hunanJSON) }

// ShandongCreditRubric returns the credit grades of property companies in Shandong (山东省物业服务企业信用等级): basic information up to
// 80, good information up to 40, less bad information; AAA from 85, AA from 80, A from 70, B from 60. Below 60 a company
// without a bad record is B and one with it C, so that sheets state the fact "badRecord". It is read anew at every call and
// belongs to the caller.
//
// The entries and their points are not public: basic and good information are marked by their points, and bad information
// is one finding "badPoint" for each point.
//
// Source: DOMAIN-CN 9.3, EX-910.
func ShandongCreditRubric() Rubric { return shippedRubric("shandong-credit", shandongJSON) }

// shippedRubric reads one of the documents of this package; the tests read them all.
func shippedRubric(code, text string) Rubric {
	r, err := invalid.Decode[Rubric]([]byte(text), code)
	if err != nil {
		return Rubric{Code: code} // has no section, which Compile refuses
	}
	return r
}
