package property_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

func TestBuildProblems(t *testing.T) {
	tests := []struct {
		name   string
		estate property.Estate
		want   []string
	}{
		{"duplicates of every kind", property.Estate{
			Buildings: []property.Building{{Code: "1"}, {Code: "1"}},
			Contracts: []property.ServiceContract{
				{Code: "c", Scope: property.Scope{All: true}, Term: term("2026-01-01", "")},
				{Code: "c", Scope: property.Scope{All: true}, Term: term("2027-01-01", "")},
			},
			Parties:   parties("A", "B", "A"),
			Units:     []property.Unit{dwelling("u"), dwelling("v"), dwelling("u")},
			Tenancies: []property.Tenancy{{Code: "t", Unit: "u", Kind: property.Lease, Holders: by("A"), Term: term("2026-01-01", "2027-01-01")}, {Code: "t", Unit: "v", Kind: property.Lease, Holders: by("A"), Term: term("2026-01-01", "2027-01-01")}},
		}, []string{
			"buildings[1].code property/duplicate", "contracts[1].code property/duplicate", "parties[2].code property/duplicate",
			"units[2].code property/duplicate", "tenancies[1].code property/duplicate",
		}},
		{"a tenancy twice, without a code", property.Estate{
			Parties: parties("A"), Units: []property.Unit{dwelling("u")},
			Tenancies: []property.Tenancy{owned("u", "2026-01-01", "", "A"), owned("u", "2026-01-01", "", "A")},
		}, []string{"tenancies[1] property/duplicate"}},
		{"references to nothing", property.Estate{
			Community: property.Community{Zones: []property.Zone{{Code: "south"}}},
			Buildings: []property.Building{{Code: "1", Zone: "south"}, {Code: "2", Zone: "north"}},
			Contracts: []property.ServiceContract{{Code: "c", Provider: "us", Scope: property.Scope{All: true}, Term: term("2026-01-01", "")}},
			Units: []property.Unit{
				{Code: "u", Building: "1", Use: property.Shop},
				{Code: "v", Building: "9", Use: property.Shop, DefaultPayer: "dev"},
				{Code: "w", Building: "9", Use: property.Shop, DefaultPayer: "dev"},
			},
			Parties: parties("A"),
			Tenancies: []property.Tenancy{
				owned("x", "2026-01-01", "", "A"), owned("u", "2026-01-01", "", "A", "B"), owned("v", "2026-01-01", "", "B"),
			},
		}, []string{
			"buildings[1].zone property/no-such", "units[1].building property/no-such", "units[1].defaultPayer property/no-such",
			"tenancies[1].holders property/no-such", "contracts[0].provider property/no-such", "tenancies[0].unit property/no-such",
		}},
		{"a contract for nothing there is", property.Estate{
			Community: property.Community{Zones: []property.Zone{{Code: "south"}}},
			Buildings: []property.Building{{Code: "1", Zone: "south"}},
			Contracts: []property.ServiceContract{
				{Code: "c", Term: term("2026-01-01", ""), Scope: property.Scope{
					Zones: []string{"south", "nroth"}, Buildings: []string{"1", "l"}, Entrances: []string{"2", "3"}, Units: []string{"u", "v"},
					Uses: []property.Use{"any"}, ExceptUnits: []string{"w", "u"},
				}},
				{Code: "d", Term: term("2026-01-01", ""), Scope: property.Scope{Units: []string{""}}},
			},
			Units: []property.Unit{{Code: "u", Building: "1", Entrance: "2", Use: property.Shop}},
		}, []string{
			"contracts[0].scope.zones[1] property/no-such", "contracts[0].scope.buildings[1] property/no-such",
			"contracts[0].scope.entrances[1] property/no-such", "contracts[0].scope.units[1] property/no-such",
			"contracts[0].scope.exceptUnits[0] property/no-such", "contracts[1].scope.units[0] property/no-such",
		}},
		{"a floor the building does not have", property.Estate{
			Buildings: []property.Building{{Code: "1", Floors: 28, Basements: 1}, {Code: "2"}},
			Units: []property.Unit{
				{Code: "a", Building: "1", Floor: 28, Use: property.Shop},
				{Code: "b", Building: "1", Floor: 29, Use: property.Shop},
				{Code: "c", Building: "1", Floor: -1, Use: property.Parking},
				{Code: "d", Building: "1", Floor: -2, Use: property.Parking},
				{Code: "e", Building: "2", Floor: 99, Use: property.Shop},
				{Code: "f", Building: "1", Use: property.Yard},
			},
		}, []string{"units[1].floor property/floor-outside", "units[3].floor property/floor-outside"}},
		{"two owners", property.Estate{
			Parties: parties("A", "B"), Units: []property.Unit{dwelling("u")},
			Tenancies: []property.Tenancy{owned("u", "2026-01-01", "2026-06-02", "A"), owned("u", "2026-06-01", "", "B")},
		}, []string{"tenancies[1].term property/overlap"}},
		{"an owner inside another's time", property.Estate{
			Parties: parties("A", "B", "C"), Units: []property.Unit{dwelling("u")},
			Tenancies: []property.Tenancy{
				owned("u", "2026-01-01", "", "A"), owned("u", "2026-02-01", "2026-03-01", "B"), owned("u", "2027-01-01", "", "C"),
			},
		}, []string{"tenancies[1].term property/overlap", "tenancies[2].term property/overlap"}},
		{"two tenants of different kinds", property.Estate{
			Parties: parties("S", "T"), Units: []property.Unit{dwelling("u")},
			Tenancies: []property.Tenancy{
				let("u", "2026-01-01", "2026-06-01", "S"),
				{Unit: "u", Kind: property.ShortLet, Holders: by("T"), Term: term("2026-05-31", "2026-07-01")},
			},
		}, []string{"tenancies[1].term property/overlap"}},
		{"owner and tenant at once, tenants on end", property.Estate{
			Parties: parties("A", "S", "T"), Units: []property.Unit{dwelling("u")},
			Tenancies: []property.Tenancy{
				owned("u", "2026-01-01", "", "A"), let("u", "2026-01-01", "2026-06-01", "S"), let("u", "2026-06-01", "", "T"),
			},
		}, nil},
		{"nobody owns for a day", property.Estate{
			Parties: parties("A", "B"), Units: []property.Unit{dwelling("u")},
			Tenancies: []property.Tenancy{owned("u", "2026-06-02", "", "B"), owned("u", "2026-01-01", "2026-06-01", "A")},
		}, []string{"tenancies[0].term property/ownership-gap"}},
		{"the developer bridges the gap", property.Estate{
			Parties: parties("A", "B", "dev"), Units: []property.Unit{{Code: "u", Use: property.Dwelling, DefaultPayer: "dev"}},
			Tenancies: []property.Tenancy{owned("u", "2026-06-02", "", "B"), owned("u", "2026-01-01", "2026-06-01", "A")},
		}, nil},
		{"no owner at all", property.Estate{Units: []property.Unit{dwelling("u")}}, nil},
		{"joint shares", property.Estate{
			Parties: parties("A", "B"), Units: []property.Unit{dwelling("u")},
			Tenancies: []property.Tenancy{owned("u", "2026-01-01", "", "A:1/2", "B:1/3")},
		}, []string{"tenancies[0].holders property/shares"}},
		{"external codes twice, by kind and system", property.Estate{
			Parties: []property.Party{{Code: "A", ExternalIDs: property.ExternalIDs{"erp": "1"}}, {Code: "B", ExternalIDs: property.ExternalIDs{"erp": "1"}}},
			Units: []property.Unit{
				{Code: "z", Use: property.Shop, ExternalIDs: property.ExternalIDs{"erp": "1", "crm": "1"}},
				{Code: "a", Use: property.Shop, ExternalIDs: property.ExternalIDs{"erp": "1", "gis": "1"}},
			},
		}, []string{
			"units[1].externalIds.erp property/duplicate", "parties[1].externalIds.erp property/duplicate",
		}},
		{"external code of two tenancies", property.Estate{
			Parties: parties("A"), Units: []property.Unit{dwelling("u"), dwelling("v")},
			Tenancies: []property.Tenancy{
				{Unit: "v", Kind: property.Lease, Holders: by("A"), Term: term("2026-01-01", ""), ExternalIDs: property.ExternalIDs{"erp": "1"}},
				{Unit: "u", Kind: property.Lease, Holders: by("A"), Term: term("2026-01-01", ""), ExternalIDs: property.ExternalIDs{"erp": "1"}},
			},
		}, []string{"tenancies[1].externalIds.erp property/duplicate"}},
		{"a party that reads like joint holders", property.Estate{
			Parties: parties("A", "B", "A+B"), Units: []property.Unit{dwelling("u"), dwelling("v")},
			Tenancies: []property.Tenancy{owned("u", "2026-01-01", "", "A", "B"), owned("v", "2026-01-01", "", "A+B")},
		}, []string{"parties[2].code property/holder-key"}},
		{"joint holders that read like others", property.Estate{
			Parties: parties("A", "B", "C", "A+B", "B+C"), Units: []property.Unit{dwelling("u"), dwelling("v")},
			Tenancies: []property.Tenancy{owned("u", "2026-01-01", "", "A+B", "C"), owned("v", "2026-01-01", "", "A", "B+C")},
		}, []string{"tenancies[1].holders property/holder-key"}},
		{"a plus in a code that misleads nobody", property.Estate{
			Parties: parties("+8613800000000", "+8613800000001"), Units: []property.Unit{dwelling("u")},
			Tenancies: []property.Tenancy{owned("u", "2026-01-01", "", "+8613800000000", "+8613800000001")},
		}, nil},
		{"255 areas fit, 256 do not", property.Estate{Units: []property.Unit{
			{Code: "u", Use: property.Shop, Areas: yearly(255)}, {Code: "v", Use: property.Shop, Areas: yearly(256)},
		}}, []string{"units[1].areas property/too-much"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.estate.Community.Code = "rose"
			r, err := tt.estate.Build()
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("Build() mismatch (-want +got):\n%s", diff)
			}
			require.Equal(t, tt.want == nil, r != nil)
		})
	}
}

// yearly is an area that changes n times.
func yearly(n int) civil.History[property.Areas] {
	h := gross("90")
	for i := range n - 1 {
		h = append(h, civil.Entry[property.Areas]{From: civil.MustNew(1000+i, 1, 1), Value: h[0].Value})
	}
	return h
}

// TestBuildPlaces: problems stand at the position in which documents were added, whatever
// else mentioned their codes before.
func TestBuildPlaces(t *testing.T) {
	b := property.NewBuilder(property.Community{Code: "rose"})
	b.Tenancy(owned("v", "2026-01-01", "", "A"))
	b.Unit(property.Unit{Use: property.Shop}) // no code
	b.Unit(property.Unit{Code: "w", Building: "1", Use: property.Shop, ExternalIDs: property.ExternalIDs{"erp": "1"}})
	b.Unit(property.Unit{Code: "v", Building: "9", Use: property.Shop, DefaultPayer: "dev", ExternalIDs: property.ExternalIDs{"erp": "1"}})
	b.Building(property.Building{Code: "1"})
	b.Party(property.Party{Code: "A"})
	require.Equal(t, 1, b.Problems())
	require.True(t, b.HasBuilding("1"))
	require.False(t, b.HasBuilding("9"), "mentioned only")
	require.True(t, b.HasParty("A"))
	require.False(t, b.HasParty("dev"), "mentioned only")
	_, err := b.Build()
	want := []string{
		"units[0].code invalid/required", "units[2].building property/no-such", "units[2].defaultPayer property/no-such",
		"units[2].externalIds.erp property/duplicate",
	}
	if diff := cmp.Diff(want, problems(t, err)); diff != "" {
		t.Errorf("Build() mismatch (-want +got):\n%s", diff)
	}
}

func TestBuildKeepsAHundred(t *testing.T) {
	b := property.NewBuilder(property.Community{Code: "rose"})
	for i := range 130 {
		b.Unit(property.Unit{Code: fmt.Sprintf("u%03d", i)})
	}
	_, err := b.Build()
	var many *invalid.Error
	require.ErrorAs(t, err, &many)
	require.Equal(t, "estate rose", many.What)
	require.Len(t, many.Fields, 100)
	require.Equal(t, 30, many.More)
}

func TestBuilderIsSpent(t *testing.T) {
	b := property.NewBuilder(property.Community{Code: "rose"})
	b.Unit(dwelling("u"))
	r, err := b.Build()
	require.NoError(t, err)
	b.Unit(dwelling("v"))
	again, err := b.Build()
	require.Nil(t, again)
	require.True(t, rule(err, property.ErrSpent), "%v", err)
	require.Equal(t, 1, r.Len(), "the register made first stays as it is")
}

func TestEmptyRegister(t *testing.T) {
	for _, r := range []*property.Register{built(t, property.Estate{}), {}} {
		require.Zero(t, r.Len())
		require.Zero(t, r.TenancyCount())
		_, ok := r.Find("u")
		require.False(t, ok)
		_, ok = r.FindExternal("erp", "1")
		require.False(t, ok)
		_, ok = r.Party("A")
		require.False(t, ok)
		for range r.In(property.Scope{All: true}) {
			t.Error("a unit of an empty register")
		}
		require.Equal(t, "–", r.HandoverRate(property.Scope{All: true}, on("2026-01-01")).Percent())
	}
}

// TestRegisterIsImmutable: neither the documents that went in nor those that come out
// share anything with the register.
func TestRegisterIsImmutable(t *testing.T) {
	e := sampleEstate()
	r := built(t, e)
	want := r.Estate()
	spoil := func(e property.Estate) {
		e.Community.Zones[0].Code = "spoilt"
		e.Community.ExternalIDs["erp"] = "spoilt"
		e.Buildings[0].Bands[0].Use = "spoilt"
		e.Buildings[0].ExternalIDs["erp"] = "spoilt"
		e.Contracts[0].Scope.Floors.From = 99
		e.Contracts[0].Scope.ExceptUses[0] = "spoilt"
		e.Units[0].Areas[0].Value = property.Areas{}
		e.Units[0].ExternalIDs["erp"] = "spoilt"
		e.Tenancies[0].Holders[0].Party = "spoilt"
		for i := range e.Tenancies {
			for k := range e.Tenancies[i].Pays {
				e.Tenancies[i].Pays[k] = "spoilt"
			}
			for k := range e.Tenancies[i].Agreed {
				a := &e.Tenancies[i].Agreed[k]
				if e := a.Prices[0].Value.Escalation; e != nil {
					e.Every = 99
				}
				a.Prices[0].Value.Source = "spoilt"
				a.Free = append(a.Free[:0], civil.Period{})
			}
		}
	}
	spoil(e)
	spoil(r.Estate())
	for b := range r.Buildings() {
		b.Bands[0].Use = "spoilt"
	}
	for c := range r.Contracts() {
		c.Scope.Floors.To = 99
	}
	r.Community().ExternalIDs["erp"] = "spoilt"
	if diff := cmp.Diff(want, r.Estate(), same()); diff != "" {
		t.Errorf("Estate() mismatch (-want +got):\n%s", diff)
	}
}

// FuzzOrder: documents in any order make the same register.
func FuzzOrder(f *testing.F) {
	for i := range uint64(60) {
		f.Add(i, i+7)
	}
	f.Fuzz(func(t *testing.T, estate, seed uint64) {
		e := randomEstate(estate)
		want := built(t, e)
		b := property.NewBuilder(e.Community)
		var add []func()
		for _, d := range e.Buildings {
			add = append(add, func() { b.Building(d) })
		}
		for _, d := range e.Contracts {
			add = append(add, func() { b.Contract(d) })
		}
		for _, d := range e.Parties {
			add = append(add, func() { b.Party(d) })
		}
		for _, d := range e.Units {
			add = append(add, func() { b.Unit(d) })
		}
		for _, d := range e.Tenancies {
			add = append(add, func() { b.Tenancy(d) })
		}
		rng := rand.New(rand.NewPCG(seed, 0))
		rng.Shuffle(len(add), func(i, j int) { add[i], add[j] = add[j], add[i] })
		for _, a := range add {
			a()
		}
		got, err := b.Build()
		require.NoError(t, err)
		if diff := differ(want.Estate(), got.Estate()); diff != "" {
			t.Fatalf("Estate() mismatch (-want +got):\n%s", diff)
		}
		if diff := differ(answers(want), answers(got)); diff != "" {
			t.Fatalf("answers differ (-want +got):\n%s", diff)
		}
	})
}
