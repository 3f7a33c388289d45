package property_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// document is a document and what its own check says of it.
type document struct {
	name string
	doc  invalid.Checked
	want []string
}

func checkAll(t *testing.T, tests []document) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, checked(t, tt.doc)); diff != "" {
				t.Errorf("Check() mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCodes(t *testing.T) {
	party := func(code string) property.Party { return property.Party{Code: code} }
	checkAll(t, []document{
		{"a code", party("1-0803"), nil},
		{"Chinese", party("业主 张三"), nil},
		{"128 bytes", party(strings.Repeat("x", 128)), nil},
		{"129 bytes", party(strings.Repeat("x", 129)), []string{"code property/code"}},
		{"empty", party(""), []string{"code invalid/required"}},
		{"blank at the end", party("A "), []string{"code property/code"}},
		{"full-width blank in front", party("　A"), []string{"code property/code"}},
		{"tab inside", party("A\tB"), []string{"code property/code"}},
		{"invisible inside", party("A\u200bB"), []string{"code property/code"}},
		{"not UTF-8", party("A\xff"), []string{"code property/code"}},
	})
}

func TestCommunityCheck(t *testing.T) {
	type community = property.Community
	checkAll(t, []document{
		{"code only", community{Code: "rose"}, nil},
		{"everything", community{
			Code: "rose", Name: "玫瑰园", Region: "310115", Zones: []property.Zone{{Code: "south", Name: "南岸"}, {Code: "north"}},
			ExternalIDs: property.ExternalIDs{"erp": "17"},
		}, nil},
		{"a province", community{Code: "rose", Region: "31"}, nil},
		{"nothing", community{}, []string{"code invalid/required"}},
		{"region of three digits", community{Code: "rose", Region: "310"}, []string{"region property/region"}},
		{"region of a name", community{Code: "rose", Region: "上海"}, []string{"region property/region"}},
		{"region too long", community{Code: "rose", Region: "31011500"}, []string{"region property/region"}},
		{"zones", community{Code: "rose", Zones: []property.Zone{{Code: "a"}, {}, {Code: "a"}}}, []string{
			"zones[1].code invalid/required", "zones[2].code property/duplicate",
		}},
		{"external codes in order", community{Code: "rose", ExternalIDs: property.ExternalIDs{"a": "", "b": " 1", "c": "ok", "d ": "1"}}, []string{
			"externalIds.a property/code", "externalIds.b property/code", "externalIds.d  property/code",
		}},
	})
}

func TestBuildingCheck(t *testing.T) {
	band := func(from, to int) property.FloorBand {
		return property.FloorBand{Floors: property.FloorRange{From: from, To: to}, Use: property.Mall}
	}
	with := func(floors, basements int, bands ...property.FloorBand) property.Building {
		return property.Building{Code: "T", Floors: floors, Basements: basements, Bands: bands}
	}
	checkAll(t, []document{
		{"code only", property.Building{Code: "T"}, nil},
		{"nothing", property.Building{}, []string{"code invalid/required"}},
		{"counts", property.Building{Code: "T", Zone: " z", Floors: -1, Basements: 1001, Lifts: -8}, []string{
			"zone property/code", "floors property/count", "basements property/count", "lifts property/count",
		}},
		{"bands that fit", with(28, 2, band(-2, -1), band(1, 6), band(7, 28)), nil},
		{"a band across the ground", with(28, 2, band(-2, 6)), nil},
		{"no floor 0", with(28, 2, band(0, 6), band(-1, 0)), []string{
			"bands[0].floors property/floors", "bands[1].floors property/floors", "bands[1].floors property/band-overlap",
		}},
		{"downwards", with(28, 0, band(6, 1)), []string{"bands[0].floors property/floors"}},
		{"too high", with(28, 0, band(7, 29)), []string{"bands[0].floors property/outside-building"}},
		{"too deep", with(28, 1, band(-2, -1)), []string{"bands[0].floors property/outside-building"}},
		{"floors unknown", with(0, 0, band(-3, 40)), nil},
		{"only basements known", with(0, 2, band(-3, 40)), []string{"bands[0].floors property/outside-building"}},
		{"no building is so high", with(0, 0, band(1, 1001)), []string{"bands[0].floors property/floors"}},
		{"overlap on one floor", with(28, 0, band(1, 6), band(6, 28)), []string{"bands[1].floors property/band-overlap"}},
		{"overlap with two", with(28, 0, band(1, 3), band(5, 6), band(2, 9)), []string{
			"bands[2].floors property/band-overlap", "bands[2].floors property/band-overlap",
		}},
		{"band without use", with(28, 0, property.FloorBand{Floors: property.FloorRange{From: 1, To: 2}}), []string{
			"bands[0].use invalid/required",
		}},
		{"external code", property.Building{Code: "T", ExternalIDs: property.ExternalIDs{"erp": ""}}, []string{"externalIds.erp property/code"}},
	})
}

func TestUnitCheck(t *testing.T) {
	areas := func(gross, internal string) civil.History[property.Areas] {
		return civil.Always(property.Areas{Gross: measure.MustParseArea(gross), Internal: measure.MustParseArea(internal)})
	}
	unit := func(change func(u *property.Unit)) property.Unit {
		u := property.Unit{Code: "1-0803", Use: property.Dwelling}
		change(&u)
		return u
	}
	checkAll(t, []document{
		{"least", unit(func(*property.Unit) {}), nil},
		{"everything", unit(func(u *property.Unit) {
			*u = property.Unit{
				Code: "Y-3", Building: "1", Entrance: "2", Floor: -1, Use: property.Yard, Side: property.Both, Areas: areas("89.53", "70"),
				SoldOn: on("2026-03-01"), DeliveredOn: on("2026-03-11"), DeemedDelivered: true, DefaultPayer: "dev",
				ExternalIDs: property.ExternalIDs{"erp": "1"},
			}
		}), nil},
		{"nothing", property.Unit{}, []string{"code invalid/required", "use invalid/required"}},
		{"codes", unit(func(u *property.Unit) { u.Building, u.Entrance, u.DefaultPayer = " 1", "2 ", "\t" }), []string{
			"building property/code", "entrance property/code", "defaultPayer property/code",
		}},
		{"a use of one's own", unit(func(u *property.Unit) { u.Use = "kindergarten" }), nil},
		{"floor", unit(func(u *property.Unit) { u.Floor = -1001 }), []string{"floor property/count"}},
		{"spaces", unit(func(u *property.Unit) { u.Spaces = -1 }), []string{"spaces property/spaces"}},
		{"a car park", unit(func(u *property.Unit) { u.Spaces = 10000 }), nil},
		{"more spaces than any car park", unit(func(u *property.Unit) { u.Spaces = 10001 }), []string{"spaces property/spaces"}},
		{"a dwelling has no side", unit(func(u *property.Unit) { u.Side = property.South }), []string{"side property/side"}},
		{"a side that is none", unit(func(u *property.Unit) { u.Use, u.Side = property.Yard, 7 }), []string{"side invalid/word"}},
		{"internal area only", unit(func(u *property.Unit) { u.Areas = areas("0", "70") }), nil},
		{"internal as large as gross", unit(func(u *property.Unit) { u.Areas = areas("70", "70") }), nil},
		{"internal above gross", unit(func(u *property.Unit) { u.Areas = areas("70", "70.0001") }), []string{
			"areas[0].value.internal property/internal-area",
		}},
		{"no area in an entry", unit(func(u *property.Unit) {
			u.Areas = append(gross("90"), civil.Entry[property.Areas]{From: on("2026-01-01")})
		}), []string{"areas[1].value property/no-area"}},
		{"areas out of order", unit(func(u *property.Unit) { u.Areas = append(gross("90"), gross("91")...) }), []string{
			"areas[1].from invalid/required",
		}},
		{"handed over before the sale", unit(func(u *property.Unit) {
			u.SoldOn, u.DeliveredOn = on("2026-03-11"), on("2026-03-10")
		}), []string{"deliveredOn property/delivered-first"}},
		{"handed over the day of the sale", unit(func(u *property.Unit) {
			u.SoldOn, u.DeliveredOn = on("2026-03-11"), on("2026-03-11")
		}), nil},
		{"deemed delivered on no day", unit(func(u *property.Unit) { u.DeemedDelivered = true }), []string{
			"deemedDelivered invalid/required",
		}},
		{"external codes", unit(func(u *property.Unit) { u.ExternalIDs = property.ExternalIDs{"": "1"} }), []string{
			"externalIds property/code",
		}},
	})
}

func TestTenancyCheck(t *testing.T) {
	tenancy := func(change func(x *property.Tenancy)) property.Tenancy {
		x := let("1-0803", "2026-01-01", "2027-01-01", "T")
		change(&x)
		return x
	}
	checkAll(t, []document{
		{"least", tenancy(func(*property.Tenancy) {}), nil},
		{"nothing", property.Tenancy{}, []string{
			"unit invalid/required", "kind invalid/required", "term.start invalid/required", "holders invalid/required",
		}},
		{"codes", tenancy(func(x *property.Tenancy) { x.Code, x.Unit = " c", "u " }), []string{"code property/code", "unit property/code"}},
		{"words", tenancy(func(x *property.Tenancy) { x.Kind, x.EndReason = 9, 9 }), []string{"kind invalid/word", "endReason invalid/word"}},
		{"backwards", tenancy(func(x *property.Tenancy) { x.Term = term("2026-01-01", "2026-01-01") }), []string{
			"term.end civil/period-reversed",
		}},
		{"holders", tenancy(func(x *property.Tenancy) { x.Holders = by("A", "", "A", "") }), []string{
			"holders[1].party invalid/required", "holders[2].party property/duplicate", "holders[3].party invalid/required",
		}},
		{"shares", tenancy(func(x *property.Tenancy) { x.Holders = by("A:1/2", "B:1/3") }), []string{"holders property/shares"}},
		{"fees", tenancy(func(x *property.Tenancy) { x.Pays = []string{"pm", "", "pm", "*", " x"} }), []string{
			"pays[1] property/code", "pays[2] property/duplicate", "pays[4] property/code",
		}},
		{"use to the last day", tenancy(func(x *property.Tenancy) {
			x.MovedIn, x.MovedOut = on("2026-12-31"), on("2027-01-01")
		}), nil},
		{"use beyond the term on both sides", tenancy(func(x *property.Tenancy) {
			x.MovedIn, x.MovedOut = on("2025-12-31"), on("2027-01-02")
		}), []string{"movedIn property/outside-term", "movedOut property/outside-term"}},
		{"use from the day after", tenancy(func(x *property.Tenancy) { x.MovedIn = on("2027-01-01") }), []string{
			"movedIn property/outside-term",
		}},
		{"use backwards", tenancy(func(x *property.Tenancy) {
			x.MovedIn, x.MovedOut = on("2026-03-02"), on("2026-03-01")
		}), []string{"movedOut property/outside-term"}},
		{"use of an open term", tenancy(func(x *property.Tenancy) {
			x.Term.End, x.MovedIn, x.MovedOut = 0, on("2030-01-01"), on("2040-01-01")
		}), nil},
		{"external code", tenancy(func(x *property.Tenancy) { x.ExternalIDs = property.ExternalIDs{"erp": ""} }), []string{
			"externalIds.erp property/code",
		}},
	})
}

func TestContractCheck(t *testing.T) {
	checkAll(t, []document{
		{"all of it", property.ServiceContract{Code: "c", Scope: property.Scope{All: true}, Term: term("2026-01-01", "")}, nil},
		{"all but", property.ServiceContract{
			Code: "c", Scope: property.Scope{All: true, ExceptUses: []property.Use{property.Mall}}, Term: term("2026-01-01", ""),
		}, nil},
		{"nothing", property.ServiceContract{}, []string{
			"code invalid/required", "scope property/scope", "term.start invalid/required",
		}},
		{"all and something", property.ServiceContract{
			Code: "c", Scope: property.Scope{All: true, Zones: []string{"z"}}, Term: term("2026-01-01", ""),
		}, []string{"scope property/scope"}},
		{"only exceptions", property.ServiceContract{
			Code: "c", Scope: property.Scope{ExceptUnits: []string{"u"}}, Term: term("2026-01-01", ""),
		}, []string{"scope property/scope"}},
		{"floors", property.ServiceContract{
			Code: "c", Scope: property.Scope{Floors: &property.FloorRange{From: 7, To: 6}}, Term: term("2026-01-01", ""),
		}, []string{"scope.floors property/floors"}},
	})
}

func TestEstateCheck(t *testing.T) {
	checkAll(t, []document{{"one wrong document of each kind", property.Estate{
		Buildings: make([]property.Building, 1),
		Units:     append([]property.Unit{dwelling("a")}, property.Unit{Code: "b"}),
		Parties:   make([]property.Party, 1),
		Tenancies: []property.Tenancy{{Unit: "a", Kind: property.Lease, Holders: by("A")}},
		Contracts: []property.ServiceContract{{Code: "c", Term: term("2026-01-01", "")}},
	}, []string{
		"community.code invalid/required", "buildings[0].code invalid/required", "units[1].use invalid/required",
		"parties[0].code invalid/required", "tenancies[0].term.start invalid/required", "contracts[0].scope property/scope",
	}}})
}

func TestFloorRange(t *testing.T) {
	across := property.FloorRange{From: -2, To: 6}
	for floor, want := range map[int]bool{-3: false, -2: true, -1: true, 0: false, 1: true, 6: true, 7: false} {
		require.Equal(t, want, across.Contains(floor), "floor %d; 0 is a unit without one", floor)
	}
}
