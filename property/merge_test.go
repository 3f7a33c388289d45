package property_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

func TestMergeAgain(t *testing.T) {
	old := built(t, sampleEstate())
	out, changes, err := property.Merge(old, built(t, sampleEstate()), on("2026-11-16"))
	require.NoError(t, err)
	// 1 community, 3 buildings, 1 contract, 5 parties, 6 units, 7 tenancies
	require.Equal(t, property.Changes{Unchanged: 23}, changes)
	if diff := cmp.Diff(sampleEstate(), out.Estate(), same()); diff != "" {
		t.Errorf("Estate() mismatch (-want +got):\n%s", diff)
	}
}

func TestMergeThreeRows(t *testing.T) {
	fresh := sampleEstate()
	fresh.Parties[1].Name = "李四四"
	fresh.Units[2].DeliveredOn, fresh.Units[2].Floor = on("2026-11-01"), 1
	fresh.Tenancies[2].EndReason = property.Relocation
	_, changes, err := property.Merge(built(t, sampleEstate()), built(t, fresh), on("2026-11-16"))
	require.NoError(t, err)
	require.Equal(t, property.Changes{Unchanged: 20, List: []property.Change{
		{Kind: property.Changed, Document: "party", Code: "B", Fields: []string{"name"}},
		{Kind: property.Changed, Document: "tenancy", Code: "L-7", Fields: []string{"endReason"}},
		{Kind: property.Changed, Document: "unit", Code: "V1", Fields: []string{"floor", "deliveredOn"}},
	}}, changes)
}

func TestMergeUnsetStays(t *testing.T) {
	bare := property.Estate{
		Community: property.Community{Code: "rose"},
		Buildings: []property.Building{{Code: "T"}},
		Parties:   parties("A", "B", "T"),
		Units:     []property.Unit{{Code: "T-0803", Use: property.Dwelling, ExternalIDs: property.ExternalIDs{"gis": "9"}}},
		Tenancies: []property.Tenancy{{Code: "L-7", Unit: "T-0803", Kind: property.Lease, Holders: by("T"), Term: term("2026-04-01", "2026-09-01")}},
	}
	out, changes, err := property.Merge(built(t, sampleEstate()), built(t, bare), on("2026-05-16"))
	require.NoError(t, err)
	want := sampleEstate()
	want.Units[1].ExternalIDs["gis"] = "9"
	if diff := cmp.Diff(want, out.Estate(), same()); diff != "" {
		t.Errorf("Estate() mismatch (-want +got):\n%s", diff)
	}
	vanished := func(document, code string) property.Change {
		return property.Change{Kind: property.Vanished, Document: document, Code: code}
	}
	require.Equal(t, []property.Change{
		vanished("building", "V1"), vanished("building", "V2"), vanished("contract", "2026"), vanished("party", "C"), vanished("party", "dev"),
		vanished("unit", "T-0301"), vanished("tenancy", "T-0301/selfUse/2026-01-01"),
		{Kind: property.Changed, Document: "unit", Code: "T-0803", Fields: []string{"externalIds"}},
		vanished("tenancy", "T-0803/ownership/2026-01-10"),
		vanished("unit", "V1"), vanished("tenancy", "V1/ownership/2026-02-01"), vanished("unit", "V1-Y"),
		vanished("unit", "V2"), vanished("tenancy", "V2/ownership/2026-01-01"),
		vanished("unit", "car-1"),
	}, changes.List)
	// the community, building T, parties A, B and T, lease L-7; over or not begun: C's ownership and let of car-1
	require.Equal(t, 8, changes.Unchanged)
}

func TestMergeAdded(t *testing.T) {
	fresh := sampleEstate()
	fresh.Buildings = append(fresh.Buildings, property.Building{Code: "V0"})
	fresh.Contracts = append(fresh.Contracts, property.ServiceContract{Code: "2029", Scope: property.Scope{All: true}, Term: term("2029-01-01", "")})
	fresh.Parties = append(fresh.Parties, property.Party{Code: "D"})
	fresh.Units = append(fresh.Units, property.Unit{Code: "V0", Building: "V0", Use: property.Dwelling})
	fresh.Tenancies = append(fresh.Tenancies, owned("V0", "2026-11-01", "", "D"), owned("car-1", "2026-11-16", "", "D"))
	out, changes, err := property.Merge(built(t, sampleEstate()), built(t, fresh), on("2026-11-16"))
	require.NoError(t, err)
	added := func(document, code string) property.Change {
		return property.Change{Kind: property.Added, Document: document, Code: code}
	}
	require.Equal(t, property.Changes{Unchanged: 23, List: []property.Change{
		added("building", "V0"), added("contract", "2029"), added("party", "D"),
		added("unit", "V0"), added("tenancy", "V0/ownership/2026-11-01"), added("tenancy", "car-1/ownership/2026-11-16"),
	}}, changes)
	if diff := cmp.Diff(canonical(fresh), canonical(out.Estate()), same()); diff != "" {
		t.Errorf("Estate() mismatch (-want +got):\n%s", diff)
	}
}

// TestMergeTenancies: what the register has, what the import says from asOf on, and what
// comes of it. "A 2026-01-01/.." is a term of A.
func TestMergeTenancies(t *testing.T) {
	const asOf = "2026-11-16"
	coded := func(code string, t property.Tenancy) property.Tenancy {
		t.Code = code
		return t
	}
	moved := func(in, out string, t property.Tenancy) property.Tenancy {
		t.MovedIn, t.MovedOut = on(in), on(out)
		return t
	}
	change := func(kind property.ChangeKind, code string, fields ...string) property.Change {
		return property.Change{Kind: kind, Document: "tenancy", Code: code, Fields: fields}
	}
	a, b := owned("u", "2026-01-01", "", "A"), owned("u", asOf, "", "B")
	const aKey, bKey = "u/ownership/2026-01-01", "u/ownership/2026-11-16"
	type list = []property.Tenancy
	tests := []struct {
		name             string
		old, fresh, want list
		changes          []property.Change
	}{
		{
			"a sale in the middle of the month",
			list{a},
			list{b},
			list{owned("u", "2026-01-01", asOf, "A"), b},
			[]property.Change{change(property.Added, bKey), change(property.Changed, aKey, "term")},
		},
		{
			"a sale that both files know",
			list{a},
			list{owned("u", "2026-01-01", asOf, "A"), b},
			list{owned("u", "2026-01-01", asOf, "A"), b},
			[]property.Change{change(property.Changed, aKey, "term"), change(property.Added, bKey)},
		},
		{
			"two sales since",
			list{a},
			list{owned("u", "2026-03-01", "2026-06-01", "B"), owned("u", "2026-06-01", "", "C")},
			list{owned("u", "2026-01-01", "2026-03-01", "A"), owned("u", "2026-03-01", "2026-06-01", "B"), owned("u", "2026-06-01", "", "C")},
			[]property.Change{
				change(property.Added, "u/ownership/2026-03-01"), change(property.Added, "u/ownership/2026-06-01"), change(property.Changed, aKey, "term"),
			},
		},
		{"a file of the present state", list{a}, list{owned("u", asOf, "", "A")}, list{a}, nil},
		{
			"the wife is an owner now",
			list{a},
			list{owned("u", asOf, "", "A", "B")},
			list{owned("u", "2026-01-01", asOf, "A"), owned("u", asOf, "", "A:1/2", "B:1/2")},
			[]property.Change{change(property.Added, bKey), change(property.Changed, aKey, "term")},
		},
		{
			"an earlier day of purchase",
			list{a},
			list{owned("u", "2025-12-01", "", "A")},
			list{owned("u", "2025-12-01", "", "A")},
			[]property.Change{change(property.Changed, aKey, "term")},
		},
		{
			"a lease that is not in the file is kept",
			list{a, let("u", "2026-02-01", "", "T")},
			list{a},
			list{a, let("u", "2026-02-01", "", "T")},
			[]property.Change{change(property.Vanished, "u/lease/2026-02-01")},
		},
		{"a lease that is over is history", list{a, let("u", "2026-02-01", "2026-03-01", "T")}, list{a}, list{a, let("u", "2026-02-01", "2026-03-01", "T")}, nil},
		{
			"a lease whose end the file leaves out",
			list{let("u", "2026-02-01", "2027-02-01", "T")},
			list{let("u", asOf, "", "T")},
			list{let("u", "2026-02-01", "2027-02-01", "T")},
			nil,
		},
		{
			"a lease given notice",
			list{let("u", "2026-02-01", "", "T")},
			list{let("u", "2026-02-01", "2026-12-01", "T")},
			list{let("u", "2026-02-01", "2026-12-01", "T")},
			[]property.Change{change(property.Changed, "u/lease/2026-02-01", "term")},
		},
		{
			"a new tenant before the old one's time",
			list{moved("2026-02-03", "2027-01-31", let("u", "2026-02-01", "2027-02-01", "T"))},
			list{let("u", asOf, "", "B")},
			list{moved("2026-02-03", asOf, let("u", "2026-02-01", asOf, "T")), let("u", asOf, "", "B")},
			[]property.Change{change(property.Added, "u/lease/2026-11-16"), change(property.Changed, "u/lease/2026-02-01", "term", "movedOut")},
		},
		{
			"a new owner leaves the lease alone",
			list{a, let("u", "2026-02-01", "", "T")},
			list{b, let("u", "2026-02-01", "", "T")},
			list{owned("u", "2026-01-01", asOf, "A"), let("u", "2026-02-01", "", "T"), b},
			[]property.Change{change(property.Added, bKey), change(property.Changed, aKey, "term")},
		},
		{
			"a renewal is another tenancy",
			list{let("u", "2026-01-01", "2027-01-01", "T")},
			list{let("u", "2026-01-01", "2027-01-01", "T"), let("u", "2027-01-01", "", "T")},
			list{let("u", "2026-01-01", "2027-01-01", "T"), let("u", "2027-01-01", "", "T")},
			[]property.Change{change(property.Added, "u/lease/2027-01-01")},
		},
		{
			"a renewal alone does not lengthen the old lease",
			list{let("u", "2026-01-01", "2027-01-01", "T")},
			list{let("u", "2027-01-01", "", "T")},
			list{let("u", "2026-01-01", "2027-01-01", "T"), let("u", "2027-01-01", "", "T")},
			[]property.Change{change(property.Added, "u/lease/2027-01-01"), change(property.Vanished, "u/lease/2026-01-01")},
		},
		{
			"the later of two leases of one tenant",
			list{let("u", "2026-01-01", "2027-01-01", "T"), let("u", "2027-03-01", "", "T")},
			list{let("u", "2027-03-01", "", "T", "pm")},
			list{let("u", "2026-01-01", "2027-01-01", "T"), let("u", "2027-03-01", "", "T", "pm")},
			[]property.Change{change(property.Changed, "u/lease/2027-03-01", "pays"), change(property.Vanished, "u/lease/2026-01-01")},
		},
		{
			"by its code, another start",
			list{coded("L", let("u", "2026-02-01", "", "T"))},
			list{coded("L", let("u", "2026-03-01", "", "T"))},
			list{coded("L", let("u", "2026-03-01", "", "T"))},
			[]property.Change{change(property.Changed, "L", "term")},
		},
		{
			"a file without codes",
			list{coded("L", let("u", "2026-02-01", "", "T"))},
			list{let("u", asOf, "", "T")},
			list{coded("L", let("u", "2026-02-01", "", "T"))},
			nil,
		},
		{
			"a register without codes",
			list{let("u", "2026-02-01", "", "T")},
			list{coded("L", let("u", "2026-02-01", "", "T"))},
			list{coded("L", let("u", "2026-02-01", "", "T"))},
			[]property.Change{change(property.Changed, "u/lease/2026-02-01", "code")},
		},
		{
			"a code says its own term",
			list{let("u", "2026-02-01", "", "T")},
			list{coded("L", let("u", "2026-03-01", "", "T"))},
			list{coded("L", let("u", "2026-03-01", "", "T"))},
			[]property.Change{change(property.Changed, "u/lease/2026-02-01", "code", "term")},
		},
		{
			"two codes are two tenancies",
			list{coded("L", let("u", "2026-02-01", "", "T"))},
			list{coded("M", let("u", asOf, "", "T"))},
			list{coded("L", let("u", "2026-02-01", asOf, "T")), coded("M", let("u", asOf, "", "T"))},
			[]property.Change{change(property.Added, "M"), change(property.Changed, "L", "term")},
		},
	}
	estate := func(of list) property.Estate {
		return property.Estate{Parties: parties("A", "B", "C", "T"), Units: []property.Unit{dwelling("u")}, Tenancies: of}
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fresh := built(t, estate(tt.fresh))
			out, changes, err := property.Merge(built(t, estate(tt.old)), fresh, on(asOf))
			require.NoError(t, err)
			if diff := cmp.Diff(tt.want, out.Tenancies(0), same()); diff != "" {
				t.Errorf("tenancies mismatch (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.changes, changes.List); diff != "" {
				t.Errorf("changes mismatch (-want +got):\n%s", diff)
			}
			again, _, err := property.Merge(out, fresh, on(asOf))
			require.NoError(t, err)
			if diff := cmp.Diff(out.Estate(), again.Estate(), same()); diff != "" {
				t.Errorf("merging again changed something:\n%s", diff)
			}
		})
	}
}

func TestMergeAreas(t *testing.T) {
	const asOf = "2026-11-16"
	m2 := func(gross, internal string) property.Areas {
		return property.Areas{Gross: measure.MustParseArea(gross), Internal: measure.MustParseArea(internal)}
	}
	type history = civil.History[property.Areas]
	since := func(day string, v property.Areas) civil.Entry[property.Areas] {
		return civil.Entry[property.Areas]{From: on(day), Value: v}
	}
	changed := []property.Change{{Kind: property.Changed, Document: "unit", Code: "u", Fields: []string{"areas"}}}
	tests := []struct {
		name             string
		old, fresh, want history
		changes          []property.Change
	}{
		{"the same", civil.Always(m2("89", "70")), civil.Always(m2("89", "70")), civil.Always(m2("89", "70")), nil},
		{"measured again", civil.Always(m2("89", "0")), civil.Always(m2("90", "0")), history{{Value: m2("89", "0")}, since(asOf, m2("90", "0"))}, changed},
		{"measured again, both", civil.Always(m2("89", "70")), civil.Always(m2("90", "71")), history{{Value: m2("89", "70")}, since(asOf, m2("90", "71"))}, changed},
		{
			"restated after a change",
			history{{Value: m2("89", "0")}, since("2026-02-01", m2("90", "0"))},
			civil.Always(m2("90", "0")),
			history{{Value: m2("89", "0")}, since("2026-02-01", m2("90", "0"))},
			nil,
		},
		{"the file has no internal area", civil.Always(m2("89", "70")), civil.Always(m2("89", "0")), civil.Always(m2("89", "70")), nil},
		{"the file has no gross area", civil.Always(m2("89", "70")), civil.Always(m2("0", "70")), civil.Always(m2("89", "70")), nil},
		{
			"a new gross area alone: the internal one is not known", civil.Always(m2("89", "70")), civil.Always(m2("90", "0")),
			history{{Value: m2("89", "70")}, since(asOf, m2("90", "0"))},
			changed,
		},
		{"a first area", nil, civil.Always(m2("89", "0")), history{since(asOf, m2("89", "0"))}, changed},
		{"an area that ended before", nil, history{{To: on("2026-01-07"), Value: m2("80", "0")}}, nil, nil},
		{"no area in the file", civil.Always(m2("89", "0")), nil, civil.Always(m2("89", "0")), nil},
		{"a dated history replaces", civil.Always(m2("89", "0")), history{since("2020-01-01", m2("88", "0"))}, history{since("2020-01-01", m2("88", "0"))}, changed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			estate := func(h history) property.Estate {
				return property.Estate{Units: []property.Unit{{Code: "u", Use: property.Dwelling, Areas: h}}}
			}
			fresh := built(t, estate(tt.fresh))
			out, changes, err := property.Merge(built(t, estate(tt.old)), fresh, on(asOf))
			require.NoError(t, err)
			if diff := cmp.Diff(tt.want, out.Unit(0).Areas, same()); diff != "" {
				t.Errorf("areas mismatch (-want +got):\n%s", diff)
			}
			require.Equal(t, tt.changes, changes.List)
			_, changes, err = property.Merge(out, fresh, on("2026-12-24"))
			require.NoError(t, err)
			require.Empty(t, changes.List, "restated later")
		})
	}
}

func TestMergeProblems(t *testing.T) {
	old := built(t, property.Estate{Parties: parties("A", "B"), Units: []property.Unit{dwelling("u")}, Tenancies: []property.Tenancy{owned("u", "2026-01-01", "", "A")}})
	other := built(t, property.Estate{Community: property.Community{Code: "lily"}})
	out, changes, err := property.Merge(old, other, on("2026-11-16"))
	require.True(t, rule(err, property.ErrNoSuch), "%v", err)
	require.Nil(t, out)
	require.Zero(t, changes)

	wrongOwner := built(t, property.Estate{Parties: parties("B"), Units: []property.Unit{dwelling("u")}, Tenancies: []property.Tenancy{owned("u", "2026-01-01", "", "B")}})
	out, changes, err = property.Merge(old, wrongOwner, on("2026-11-16"))
	require.True(t, rule(err, property.ErrDuplicate), "who owned it all along is not for a file to say: %v", err)
	require.Nil(t, out)
	require.Zero(t, changes)
}

// FuzzMerge: merging is idempotent, deletes nothing, and leaves both registers alone;
// merging a register with itself changes nothing.
func FuzzMerge(f *testing.F) {
	for i := range uint64(200) {
		f.Add(i, i*31+1, uint8(i))
	}
	f.Add(uint64(42), uint64(427), uint8(15)) // an area that ended before asOf
	f.Fuzz(func(t *testing.T, a, b uint64, day uint8) {
		asOf := firstDay().AddDays(int(day) % days)
		old, fresh := built(t, randomEstate(a)), built(t, randomEstate(b))
		self, changes, err := property.Merge(old, old, asOf)
		require.NoError(t, err)
		require.Empty(t, changes.List)
		require.Empty(t, cmp.Diff(old.Estate(), self.Estate(), same()))

		out, changes, err := property.Merge(old, fresh, asOf)
		require.Empty(t, cmp.Diff(canonical(randomEstate(a)), old.Estate(), same()))
		require.Empty(t, cmp.Diff(canonical(randomEstate(b)), fresh.Estate(), same()))
		if err != nil {
			return // histories that contradict each other
		}
		if len(changes.List) == 0 {
			require.Empty(t, cmp.Diff(old.Estate(), out.Estate(), same()), "nothing is changed in silence")
		}
		require.GreaterOrEqual(t, out.TenancyCount(), max(old.TenancyCount(), fresh.TenancyCount()))
		for u := range old.Units() {
			_, kept := out.Find(old.Code(u))
			require.True(t, kept)
		}
		again, changes, err := property.Merge(out, fresh, asOf)
		require.NoError(t, err)
		if diff := cmp.Diff(out.Estate(), again.Estate(), same()); diff != "" {
			t.Fatalf("the second merge changed something (-first +second):\n%s", diff)
		}
		for _, c := range changes.List {
			require.Equal(t, property.Vanished, c.Kind, "%v", c)
		}
	})
}
