package property_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/measure"
)

func band(from, to int, use property.Use, area string) property.FloorBand {
	return property.FloorBand{Floors: property.FloorRange{From: from, To: to}, Use: use, Area: measure.MustParseArea(area)}
}

// TestManagedAreaOfBuilding begins with worked example W-49: 40,000 m², of which the mall
// on floors 1 to 6 is 20,000 m²; the contract serves floors 7 to 28.
func TestManagedAreaOfBuilding(t *testing.T) {
	tower := property.Building{
		Code: "T", Zone: "z", GrossArea: measure.MustParseArea("40000"), Floors: 28, Lifts: 8,
		Bands: []property.FloorBand{band(1, 6, property.Mall, "20000")},
	}
	above6 := property.Scope{Floors: &property.FloorRange{From: 7, To: 28}}
	with := func(bands ...property.FloorBand) property.Building {
		b := tower
		b.Bands = bands
		return b
	}
	floors := func(from, to int) property.Scope {
		return property.Scope{Floors: &property.FloorRange{From: from, To: to}}
	}
	mall, all := []property.Use{property.Mall}, property.Scope{All: true}
	tests := []struct {
		name     string
		building property.Building
		scope    property.Scope
		want     string
		problems []string
	}{
		{"W-49, by floors", tower, above6, "20000", nil},
		{"W-49, by use", tower, property.Scope{All: true, ExceptUses: mall}, "20000", nil},
		{"W-49, in halves", with(band(1, 6, property.Mall, "20000"), band(7, 28, property.Dwelling, "20000")), above6, "20000", nil},
		{"all", tower, all, "40000", nil},
		{"the mall alone", with(band(1, 6, property.Mall, "20000"), band(7, 28, property.Dwelling, "20000")), property.Scope{Uses: mall}, "20000", nil},
		{"another building", tower, property.Scope{Buildings: []string{"X"}}, "0", nil},
		{"another zone, no bands", with(), property.Scope{Zones: []string{"y"}}, "0", nil},
		{"its zone and its code", tower, property.Scope{Zones: []string{"z"}, Buildings: []string{"T"}}, "40000", nil},
		{"the scope begins inside the band", tower, floors(6, 28), "", []string{"bands[0].floors property/band-straddles"}},
		{"the scope ends inside the band", tower, floors(1, 3), "", []string{"bands[0].floors property/band-straddles"}},
		{"the scope lies inside the band", tower, floors(2, 5), "", []string{"bands[0].floors property/band-straddles"}},
		{"a cut band of another use is out", tower, property.Scope{Uses: []property.Use{property.Dwelling}, Floors: &property.FloorRange{From: 6, To: 28}}, "20000", nil},
		{"bands of more than there is", with(band(1, 3, property.Mall, "30000"), band(4, 6, property.Mall, "10000.0001")), above6, "", []string{
			"bands[1].area property/bands-exceed",
		}},
		{"bands of all there is", with(band(1, 3, property.Mall, "30000"), band(4, 6, property.Mall, "10000")), above6, "0", nil},
		{"a band whose area is not known", with(band(1, 6, property.Mall, "0")), above6, "", []string{"bands[0].area property/no-area"}},
		{"a band in scope needs no area", with(band(7, 28, property.Dwelling, "0")), all, "40000", nil},
		{"unless the floors without one are out", with(band(7, 28, property.Dwelling, "0")), above6, "", []string{"bands[0].area property/no-area"}},
		{"the mall alone, by floors", tower, floors(1, 6), "20000", nil},
		{"its upper part alone, by floors", with(band(7, 28, property.Dwelling, "20400")), above6, "20400", nil},
		{"floors without a band are cut", tower, floors(10, 28), "", []string{"bands property/band-missing"}},
		{"no bands, and the scope ends inside", with(), floors(1, 27), "", []string{"bands property/band-missing"}},
		{"no bands, and all of it", with(), floors(1, 28), "40000", nil},
		{"lower than the scope begins", property.Building{Code: "S", GrossArea: measure.MustParseArea("1120"), Floors: 2}, above6, "0", nil},
		{"of no known height", property.Building{Code: "S", GrossArea: measure.MustParseArea("1120")}, above6, "1120", nil},
		{"in scope more than there is", with(band(7, 28, property.Dwelling, "40000.0001")), above6, "", []string{"bands[0].area property/bands-exceed"}},
		{"entrances", tower, property.Scope{Entrances: []string{"1"}}, "", []string{" property/scope-units"}},
		{"no total", property.Building{Code: "T", Bands: tower.Bands}, above6, "", []string{"grossArea property/no-area"}},
		{"single units", tower, property.Scope{Units: []string{"T-0803"}}, "", []string{" property/scope-units"}},
		{"but single units", tower, property.Scope{All: true, ExceptUnits: []string{"T-0803"}}, "", []string{" property/scope-units"}},
		{
			"all at once",
			property.Building{Code: "T", Bands: []property.FloorBand{band(1, 7, property.Mall, "1"), band(8, 9, property.Mall, "0")}},
			property.Scope{Floors: &property.FloorRange{From: 7, To: 7}},
			"",
			[]string{
				"grossArea property/no-area", "bands[0].floors property/band-straddles", "bands[1].area property/no-area",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.building.ManagedArea(tt.scope)
			require.Equal(t, tt.problems, problems(t, err))
			if err == nil {
				require.Equal(t, measure.MustParseArea(tt.want), got)
			} else {
				require.Zero(t, got)
			}
		})
	}
}

func TestManagedAreaOfRegister(t *testing.T) {
	r := built(t, sampleEstate())
	tests := []struct {
		name, day string
		scope     property.Scope
		want      string
		problems  []string
	}{
		{"dwellings", "2026-01-01", property.Scope{Uses: []property.Use{property.Dwelling}}, "669", nil},
		{"dwellings, area changed", "2026-05-31", property.Scope{Uses: []property.Use{property.Dwelling}}, "669.53", nil},
		{"no area that month, the rest all the same", "2026-06-01", property.Scope{Uses: []property.Use{property.Dwelling}}, "580", []string{
			"T-0803 property/no-area",
		}},
		{"above floor 6", "2026-01-01", property.Scope{Floors: &property.FloorRange{From: 7, To: 28}}, "89", nil},
		{"a zone", "2026-01-01", property.Scope{Zones: []string{"north"}}, "280", nil},
		{"a zone with a yard", "2026-01-01", property.Scope{Zones: []string{"south"}}, "300", []string{"V1-Y property/no-area"}},
		{"nothing", "2026-01-01", property.Scope{Zones: []string{"west"}}, "0", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := r.ManagedArea(tt.scope, on(tt.day))
			require.Equal(t, tt.problems, problems(t, err))
			require.Equal(t, measure.MustParseArea(tt.want), got)
		})
	}
}

func TestAreasThatDoNotFit(t *testing.T) {
	huge := gross("900000000000000")
	r := built(t, property.Estate{Units: []property.Unit{
		{Code: "a", Use: property.Shop, Areas: huge}, {Code: "b", Use: property.Office, Areas: huge},
	}, Parties: parties("T"), Tenancies: []property.Tenancy{let("a", "2026-01-01", "", "T")}})
	var overflow *measure.OverflowError
	_, err := r.ManagedArea(property.Scope{All: true}, on("2026-01-01"))
	require.ErrorAs(t, err, &overflow)
	_, err = r.Occupancy(property.Scope{All: true}, on("2026-01-01"))
	require.ErrorAs(t, err, &overflow, "let and free each fit, together they do not")
}

// TestOccupancy is rule PROP-10 on an office building: mostly let, some sold, a few used
// by the holder, the rest to let.
func TestOccupancy(t *testing.T) {
	office := func(code, area string) property.Unit {
		return property.Unit{Code: code, Use: property.Office, Areas: gross(area)}
	}
	r := built(t, property.Estate{
		Parties: append(parties("A", "T"), property.Party{Code: "dev", Developer: true}),
		Units: []property.Unit{
			office("1", "1000"), office("2", "500"), office("3", "200"), office("4", "300"), office("5", "400"), office("6", "100"),
			office("7", "50"),
			{Code: "8", Use: property.Office},
			{Code: "9", Use: property.Shop, Areas: gross("9999")},
		},
		Tenancies: []property.Tenancy{
			let("1", "2026-01-01", "2027-01-01", "T"),
			owned("2", "2026-01-01", "", "A"),
			{Unit: "3", Kind: property.SelfUse, Holders: by("A"), Term: term("2026-01-01", "")},
			owned("4", "2026-01-01", "", "A"), let("4", "2026-02-01", "", "T"), // sold and let: let
			owned("6", "2026-01-01", "", "dev"), // the developer's own is for sale
			{Unit: "7", Kind: property.ShortLet, Holders: by("T"), Term: term("2026-02-01", "2026-02-08")}, // rule PROP-67
		},
	})
	offices := property.Scope{Uses: []property.Use{property.Office}}
	for _, tt := range []struct{ day, leased, sold, own, free, rate string }{
		{"2025-12-31", "0", "0", "0", "2550", "0.0%"},
		{"2026-01-01", "1000", "800", "200", "550", "76.6%"}, // 1800 / 2350
		{"2026-02-07", "1350", "500", "200", "500", "78.7%"}, // 1850 / 2350
		{"2026-02-08", "1300", "500", "200", "550", "76.6%"},
		{"2027-01-01", "300", "500", "200", "1550", "34.0%"}, // 800 / 2350
	} {
		got, err := r.Occupancy(offices, on(tt.day))
		require.NoError(t, err)
		require.Equal(t, property.Occupancy{
			Leased: measure.MustParseArea(tt.leased), Sold: measure.MustParseArea(tt.sold),
			SelfUsed: measure.MustParseArea(tt.own), Free: measure.MustParseArea(tt.free), Unmeasured: 1,
		}, got, tt.day)
		require.Equal(t, tt.rate, got.Rate().Percent(), tt.day)
	}
	none, err := r.Occupancy(property.Scope{Units: []string{"8"}}, on("2026-01-01"))
	require.NoError(t, err)
	require.Equal(t, "–", none.Rate().Percent())
}
