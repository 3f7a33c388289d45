package property_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

func TestRegister(t *testing.T) {
	r := built(t, sampleEstate())
	require.Equal(t, 6, r.Len())
	require.Equal(t, 7, r.TenancyCount())
	require.Equal(t, "玫瑰园", r.Community().Name)

	u := ref(t, r, "T-0803")
	require.Equal(t, "T-0803", r.Code(u))
	require.Equal(t, property.Dwelling, r.Use(u))
	require.Equal(t, "T", r.Building(u))
	require.Equal(t, 8, r.Floor(u))
	require.Equal(t, "highrise", r.Zone(u))
	car := ref(t, r, "car-1")
	require.Empty(t, r.Building(car))
	require.Empty(t, r.Zone(car))
	require.Equal(t, -1, r.Floor(car))
	require.Zero(t, r.Floor(ref(t, r, "V2")), "no floor is given")

	var codes []string
	for u, d := range r.Units() {
		require.Equal(t, r.Code(u), d.Code)
		codes = append(codes, d.Code)
	}
	require.Equal(t, []string{"T-0301", "T-0803", "V1", "V1-Y", "V2", "car-1"}, codes, "bytewise: capitals first")

	for _, code := range []string{"", "A", "T-08", "T-08030", "V3", "zzz"} {
		_, ok := r.Find(code)
		require.False(t, ok, code)
	}
	for range r.Units() {
		break // stopping early is fine
	}
	for range r.Buildings() {
		break
	}
	for range r.Parties() {
		break
	}
}

func TestFindExternal(t *testing.T) {
	r := built(t, sampleEstate())
	for _, tt := range []struct{ system, code, want string }{
		{"erp", "100", "T-0301"}, {"erp", "101", "T-0803"}, {"crm", "m-1", "T-0301"},
	} {
		u, ok := r.FindExternal(tt.system, tt.code)
		require.True(t, ok, tt)
		require.Equal(t, tt.want, r.Code(u), tt)
	}
	for _, tt := range [][2]string{{"erp", "m-1"}, {"crm", "100"}, {"erp", "p1"}, {"erp", "l7"}, {"", ""}, {"zzz", "1"}, {"a", "1"}} {
		u, ok := r.FindExternal(tt[0], tt[1])
		require.False(t, ok, "%v: a party's or no code", tt)
		require.Zero(t, u)
	}
}

func TestParties(t *testing.T) {
	r := built(t, sampleEstate())
	p, ok := r.Party("A")
	require.True(t, ok)
	want := property.Party{Code: "A", Name: "张三", ExternalIDs: property.ExternalIDs{"erp": "p1"}}
	require.Equal(t, want, p)
	_, ok = r.Party("B0")
	require.False(t, ok)
	var codes []string
	for p := range r.Parties() {
		codes = append(codes, p.Code)
	}
	require.Equal(t, []string{"A", "B", "C", "T", "dev"}, codes)
}

func TestTenancies(t *testing.T) {
	e := sampleEstate()
	r := built(t, e)
	if diff := cmp.Diff(e.Tenancies[1:4], r.Tenancies(ref(t, r, "T-0803")), same()); diff != "" {
		t.Errorf("Tenancies() mismatch (-want +got):\n%s", diff)
	}
	require.Empty(t, r.Tenancies(ref(t, r, "V1-Y")))
}

// TestRoundTrip: every field of every document comes back, also through JSON.
func TestRoundTrip(t *testing.T) {
	e := sampleEstate()
	back := built(t, e).Estate()
	if diff := cmp.Diff(sampleEstate(), back, same()); diff != "" {
		t.Fatalf("Estate() mismatch (-want +got):\n%s", diff)
	}
	data, err := json.Marshal(back)
	require.NoError(t, err)
	read, err := invalid.Decode[property.Estate](data, "estate rose")
	require.NoError(t, err)
	if diff := cmp.Diff(sampleEstate(), built(t, read).Estate(), same()); diff != "" {
		t.Errorf("mismatch after JSON (-want +got):\n%s", diff)
	}
}

// TestCanonicalForm: documents that say the same in other words become the same.
func TestCanonicalForm(t *testing.T) {
	area := property.Areas{Gross: measure.MustParseArea("90")}
	r := built(t, property.Estate{
		Community: property.Community{Code: "rose", Zones: []property.Zone{}, ExternalIDs: property.ExternalIDs{}},
		Buildings: []property.Building{{Code: "1", Bands: []property.FloorBand{}}},
		Parties:   parties("B", "A"),
		Units: []property.Unit{{
			Code: "u", Use: property.Shop, ExternalIDs: property.ExternalIDs{},
			Areas: civil.History[property.Areas]{{To: on("2026-01-31"), Value: area}, {From: on("2026-02-01"), To: on("2026-03-01"), Value: area}},
		}},
		Tenancies: []property.Tenancy{
			{Unit: "u", Kind: property.Lease, Holders: by("B:1"), Term: term("2026-01-01", ""), Pays: []string{"water", "pm"}},
			owned("u", "2026-01-01", "", "B", "A"),
		},
	})
	want := property.Estate{
		Community: property.Community{Code: "rose"},
		Buildings: []property.Building{{Code: "1"}},
		Parties:   parties("A", "B"),
		Units: []property.Unit{{
			Code: "u", Use: property.Shop,
			Areas: civil.History[property.Areas]{{Value: area}, {From: on("2026-02-01"), To: on("2026-03-01"), Value: area}},
		}},
		Tenancies: []property.Tenancy{
			owned("u", "2026-01-01", "", "A:1/2", "B:1/2"), let("u", "2026-01-01", "", "B", "pm", "water"),
		},
	}
	if diff := cmp.Diff(want, r.Estate(), same()); diff != "" {
		t.Errorf("Estate() mismatch (-want +got):\n%s", diff)
	}
}

// FuzzRoundTrip: documents → register → documents is the canonical form, which stays.
func FuzzRoundTrip(f *testing.F) {
	for i := range uint64(100) {
		f.Add(i)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := built(t, randomEstate(seed))
		got := r.Estate()
		if diff := cmp.Diff(canonical(randomEstate(seed)), got, same()); diff != "" {
			t.Fatalf("Estate() mismatch (-want +got):\n%s", diff)
		}
		data, err := json.Marshal(got)
		require.NoError(t, err)
		read, err := invalid.Decode[property.Estate](data, "estate")
		require.NoError(t, err)
		if diff := cmp.Diff(got, built(t, read).Estate(), same()); diff != "" {
			t.Fatalf("mismatch after JSON (-want +got):\n%s", diff)
		}
	})
}

// TestFindAll: every unit is found, and nothing between two units.
func TestFindAll(t *testing.T) {
	codes, err := property.ParseCodes("A1–A999,B001–B100,1-1–1-300")
	require.NoError(t, err)
	b := property.NewBuilder(property.Community{Code: "rose"})
	for _, c := range codes {
		b.Unit(property.Unit{Code: c, Use: property.Shop, ExternalIDs: property.ExternalIDs{"erp": "x" + c}})
	}
	r, err := b.Build()
	require.NoError(t, err)
	slices.Sort(codes)
	for i, c := range codes {
		u, ok := r.Find(c)
		require.True(t, ok, c)
		require.Equal(t, property.Ref(i), u)
		require.Equal(t, c, r.Code(u))
		u, ok = r.FindExternal("erp", "x"+c)
		require.True(t, ok, c)
		require.Equal(t, property.Ref(i), u)
		_, ok = r.Find(c + "!")
		require.False(t, ok)
	}
}

// TestManyUnits: a thousand units, added backwards, keep their owners and outside codes
// apart.
func TestManyUnits(t *testing.T) {
	const n = 1000
	b := property.NewBuilder(property.Community{Code: "rose"})
	code := func(kind string, i int) string { return fmt.Sprintf("%s%04d", kind, i) }
	for i := n - 1; i >= 0; i-- {
		b.Unit(property.Unit{Code: code("u", i), Use: property.Shop, ExternalIDs: property.ExternalIDs{"erp": code("xu", i)}})
	}
	for i := range n {
		b.Party(property.Party{Code: code("p", i), Name: code("name ", i), ExternalIDs: property.ExternalIDs{"erp": code("xp", i)}})
		of := owned(code("u", i), "2026-01-01", "", code("p", i))
		of.ExternalIDs = property.ExternalIDs{"erp": code("xt", i)}
		b.Tenancy(of)
	}
	r, err := b.Build()
	require.NoError(t, err)
	for u, d := range r.Units() {
		i := int(u)
		require.Equal(t, code("u", i), d.Code)
		require.Equal(t, property.ExternalIDs{"erp": code("xu", i)}, d.ExternalIDs)
		tenancies := r.Tenancies(u)
		require.Len(t, tenancies, 1)
		require.Equal(t, by(code("p", i)), tenancies[0].Holders)
		require.Equal(t, property.ExternalIDs{"erp": code("xt", i)}, tenancies[0].ExternalIDs)
		p, ok := r.Party(code("p", i))
		require.True(t, ok)
		require.Equal(t, property.Party{Code: code("p", i), Name: code("name ", i), ExternalIDs: property.ExternalIDs{"erp": code("xp", i)}}, p)
	}
}
