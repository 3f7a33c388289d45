package property_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
)

func TestSelect(t *testing.T) {
	r := built(t, sampleEstate())
	floors := func(from, to int) *property.FloorRange { return &property.FloorRange{From: from, To: to} }
	dwelling := []property.Use{property.Dwelling}
	tests := []struct {
		name  string
		scope property.Scope
		want  string
	}{
		{"all", property.Scope{All: true}, "T-0301 T-0803 V1 V1-Y V2 car-1"},
		{"south bank (rule PROP-65)", property.Scope{Zones: []string{"south"}}, "V1 V1-Y"},
		{"both banks", property.Scope{Zones: []string{"south", "north"}}, "V1 V1-Y V2"},
		{"small high-rise", property.Scope{Zones: []string{"highrise"}}, "T-0301 T-0803"},
		{"buildings", property.Scope{Buildings: []string{"V2", "T"}}, "T-0301 T-0803 V2"},
		{"building and zone that differ", property.Scope{Buildings: []string{"V2"}, Zones: []string{"south"}}, ""},
		{"use", property.Scope{Uses: dwelling}, "T-0803 V1 V2"},
		{"use within a zone", property.Scope{Uses: dwelling, Zones: []string{"south"}}, "V1"},
		{"units", property.Scope{Units: []string{"V2", "car-1", "nobody"}}, "V2 car-1"},
		{"units within a building", property.Scope{Units: []string{"V2", "car-1"}, Buildings: []string{"V2"}}, "V2"},
		{"above floor 6 (rule PROP-02)", property.Scope{Floors: floors(7, 28)}, "T-0803"},
		{"floor 6 and below, cellar too, not units without a floor", property.Scope{Floors: floors(-2, 6)}, "T-0301 car-1"},
		{"all but a use", property.Scope{All: true, ExceptUses: []property.Use{property.Mall, property.Parking}}, "T-0803 V1 V1-Y V2"},
		{"all but units", property.Scope{All: true, ExceptUnits: []string{"V1", "nobody"}}, "T-0301 T-0803 V1-Y V2 car-1"},
		{"a use but for units", property.Scope{Uses: dwelling, ExceptUnits: []string{"V1"}}, "T-0803 V2"},
		{"a use nobody has", property.Scope{Uses: []property.Use{"kindergarten"}}, ""},
		{"an unknown zone", property.Scope{Zones: []string{"west"}}, ""},
		{"only units nobody has", property.Scope{Units: []string{"nobody"}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sel := r.Select(tt.scope)
			var in, has []string
			for u := range r.In(tt.scope) {
				in = append(in, r.Code(u))
			}
			for u := range property.Ref(r.Len()) {
				if sel.Has(u) {
					has = append(has, r.Code(u))
				}
			}
			require.Equal(t, tt.want, strings.Join(in, " "), "In")
			require.Equal(t, tt.want, strings.Join(has, " "), "Has")
		})
	}
}

func TestSelectionKeepsItsScope(t *testing.T) {
	r := built(t, sampleEstate())
	scope := property.Scope{Floors: &property.FloorRange{From: 7, To: 28}}
	sel := r.Select(scope)
	scope.Floors.From = 20
	require.True(t, sel.Has(ref(t, r, "T-0803")))
}

func TestInStops(t *testing.T) {
	n := 0
	for range built(t, sampleEstate()).In(property.Scope{All: true}) {
		if n++; n == 2 {
			break
		}
	}
	require.Equal(t, 2, n)
}

func TestUnknownIn(t *testing.T) {
	r := built(t, sampleEstate())
	require.Empty(t, r.UnknownIn(property.Scope{
		Zones: []string{"south"}, Buildings: []string{"T"}, Units: []string{"V1"}, ExceptUnits: []string{"V2"},
		Uses: []property.Use{"kindergarten"},
	}))
	require.Equal(t, []string{"west", "t", "V9", "V8"}, r.UnknownIn(property.Scope{
		Zones: []string{"west", "south"}, Buildings: []string{"T", "t"}, Units: []string{"V9"}, ExceptUnits: []string{"V8", "V1"},
	}))
}
