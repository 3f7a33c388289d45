package property_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

func TestAppendVacancies(t *testing.T) {
	lives := func(x property.Tenancy, in, out string) property.Tenancy {
		x.MovedIn = on(in)
		if out != "" {
			x.MovedOut = on(out)
		}
		return x
	}
	handedOver := func(u property.Unit, day string) property.Unit {
		u.DeliveredOn = on(day)
		return u
	}
	u := dwelling("u")
	owner := owned("u", "2026-01-01", "", "A")
	for _, tt := range []struct {
		name      string
		unit      property.Unit
		tenancies []property.Tenancy
		want      []civil.Period
	}{
		{"never sold", u, nil, nil},
		{"let, never sold", u, []property.Tenancy{let("u", "2026-01-01", "2026-02-01", "T")}, nil},
		{"bought", u, []property.Tenancy{owner}, []civil.Period{term("2026-01-01", "")}},
		{"handed over, no owner", handedOver(u, "2026-03-11"), nil, []civil.Period{term("2026-03-11", "")}},
		{"not vacant before the handover", handedOver(u, "2026-03-11"), []property.Tenancy{owner}, []civil.Period{term("2026-03-11", "")}},
		{"nor between the handover and the sale occupied", handedOver(u, "2025-03-11"), []property.Tenancy{owner}, []civil.Period{term("2025-03-11", "")}},
		{"the owner moves in", u, []property.Tenancy{lives(owner, "2026-05-01", "")}, []civil.Period{term("2026-01-01", "2026-05-01")}},
		{"and out", u, []property.Tenancy{lives(owner, "2026-01-01", "2026-07-01")}, []civil.Period{term("2026-07-01", "")}},
		{"let, and let again at once", u, []property.Tenancy{
			owner, let("u", "2026-02-01", "2026-03-01", "T"), let("u", "2026-03-01", "2026-04-01", "B"),
		}, []civil.Period{term("2026-01-01", "2026-02-01"), term("2026-04-01", "")}},
		{"let twice, the keys late and early", u, []property.Tenancy{
			owner, lives(let("u", "2026-02-01", "2026-03-01", "T"), "2026-02-03", "2026-02-27"), let("u", "2026-03-02", "", "B"),
		}, []civil.Period{term("2026-01-01", "2026-02-03"), term("2026-02-27", "2026-03-02")}},
		{"a tenant who never came", u, []property.Tenancy{
			owner, lives(let("u", "2026-02-01", "2026-03-01", "T"), "2026-02-03", "2026-02-03"),
		}, []civil.Period{term("2026-01-01", "")}},
		{"an owner at home while it is let", u, []property.Tenancy{
			lives(owner, "2026-01-01", "2026-02-15"), let("u", "2026-02-01", "2026-03-01", "T"),
		}, []civil.Period{term("2026-03-01", "")}},
		{"used ever since", u, []property.Tenancy{lives(owner, "2026-01-01", "")}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := built(t, property.Estate{Parties: parties("A", "B", "T"), Units: []property.Unit{tt.unit}, Tenancies: tt.tenancies})
			before := term("1999-01-01", "1999-02-01")
			got := r.AppendVacancies([]civil.Period{before}, 0)
			if diff := cmp.Diff(append([]civil.Period{before}, tt.want...), got); diff != "" {
				t.Errorf("AppendVacancies() mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzVacancies: from the first day on which a unit can be vacant, it is vacant on exactly the
// days of its vacancies; they are in order, as long as they can be, and open only at the end.
func FuzzVacancies(f *testing.F) {
	for i := range uint64(100) {
		f.Add(i)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := built(t, randomEstate(seed))
		for u, d := range r.Units() {
			from, possible := d.DeliveredOn, !d.DeliveredOn.IsZero()
			for _, x := range r.Tenancies(u) {
				if x.Kind == property.Ownership && !possible {
					from, possible = x.Term.Start, true
				}
			}
			got := r.AppendVacancies(nil, u)
			for i, p := range got {
				require.True(t, p.IsOpen() || p.Start < p.End, "%s", p)
				require.True(t, i == len(got)-1 || p.End < got[i+1].Start, "%v", got)
			}
			for n := range 3 * days {
				on := firstDay().AddDays(n - 5)
				listed := false
				for _, p := range got {
					listed = listed || p.Contains(on)
				}
				require.Equal(t, possible && on >= from && r.Vacant(u, on), listed, "%s on %s: %v", d.Code, on, got)
			}
		}
	})
}

func TestSpaces(t *testing.T) {
	r := built(t, sampleEstate())
	require.Equal(t, 2, r.Spaces(ref(t, r, "car-1")), "what the document says")
	require.Zero(t, r.Spaces(ref(t, r, "V1")))

	garage, space := dwelling("a"), dwelling("b")
	garage.Spaces, space.Use = 3, property.Parking
	r = built(t, property.Estate{Units: []property.Unit{space, garage}})
	require.Equal(t, 3, r.Spaces(ref(t, r, "a")), "a dwelling with spaces of its own")
	require.Equal(t, 1, r.Spaces(ref(t, r, "b")), "a parking space is one")
	require.Zero(t, r.Unit(ref(t, r, "b")).Spaces, "which its document does not say")
}

func TestDeliveredOn(t *testing.T) {
	r := built(t, sampleEstate())
	require.Equal(t, on("2026-03-11"), r.DeliveredOn(ref(t, r, "T-0803")))
	require.True(t, r.DeliveredOn(ref(t, r, "V1")).IsZero(), "sold, not handed over")
	require.True(t, r.DeliveredOn(ref(t, r, "car-1")).IsZero())
}

func TestIsDefault(t *testing.T) {
	r := built(t, sampleEstate())
	sold, none := ref(t, r, "T-0803"), ref(t, r, "V2")
	for _, tt := range []struct {
		unit property.Ref
		day  string
		rule property.PayerRule
		want bool
	}{
		{sold, "2026-01-01", property.OwnerPays, true},  // unsold
		{sold, "2026-03-10", property.OwnerPays, true},  // not handed over
		{sold, "2026-03-11", property.OwnerPays, false}, // joint owners
		{sold, "2026-04-05", property.OccupantPays, false},
		{sold, "2026-04-05", property.DefaultPays, true},
		{none, "2026-04-05", property.OwnerPays, false}, // no default payer
	} {
		p, ok := r.Payers("pm", tt.rule).At(tt.unit, on(tt.day))
		require.True(t, ok)
		require.Equal(t, tt.want, r.IsDefault(tt.unit, p), "%s under %s pays for %s on %s", r.PayerKey(p), tt.rule, r.Code(tt.unit), tt.day)
	}
	dev, ok := r.PartyPayer("dev")
	require.True(t, ok)
	require.True(t, r.IsDefault(sold, dev))
	require.False(t, r.IsDefault(none, dev))
	nobody, ok := r.Payers("pm", property.DefaultPays).At(none, on("2026-04-05"))
	require.False(t, ok)
	require.False(t, r.IsDefault(none, nobody), "no payer is not the default payer that there is not")
}

func TestPartyPayer(t *testing.T) {
	r := built(t, sampleEstate())
	p, ok := r.PartyPayer("T")
	require.True(t, ok)
	require.Equal(t, "T", r.PayerKey(p))
	require.Equal(t, []string{"T"}, r.AppendLiable(nil, p), "nobody behind it")
	code, single := r.Single(p)
	require.True(t, single)
	require.Equal(t, "T", code)
	for _, none := range []string{"", "A:1/3+B:2/3", "nobody"} {
		_, ok := r.PartyPayer(none)
		require.False(t, ok, none)
	}
}
