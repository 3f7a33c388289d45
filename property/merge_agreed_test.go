package property_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// TestMergeAgreed: what a lease agrees, what an import as of 2026-11-16 says, and what is
// agreed then.
func TestMergeAgreed(t *testing.T) {
	const asOf = "2026-11-16"
	lease := func(start, end string, agreed ...property.Agreed) property.Tenancy {
		x := let("u", start, end, "T")
		x.Agreed = agreed
		return x
	}
	coded := func(x property.Tenancy) property.Tenancy {
		x.Code = "L"
		return x
	}
	of := func(fee string, h civil.History[property.AgreedPrice], free ...civil.Period) property.Agreed {
		return property.Agreed{Fee: fee, Prices: h, Free: free}
	}
	rent, more := civil.Always(rising("3000", "5%", 12, "0.01")), civil.Always(rising("3100", "5%", 12, "0.01"))
	sourced, steeper := civil.Always(rising("3000", "5%", 12, "0.01")), civil.Always(rising("3000", "6%", 12, "0.01"))
	sourced[0].Value.Source = "第四条"
	one, two := civil.Always(price("1")), civil.Always(price("2"))
	early, late := term("2026-01-01", "2026-03-01"), term("2026-11-01", "2026-12-01")
	stages := civil.History[property.AgreedPrice]{{Value: price("1")}, {From: on("2026-06-01"), Value: price("2")}}
	wordy := slices.Clone(stages)
	wordy[0].To = on("2026-05-31")
	key := "u/lease/2026-01-01"
	changed := func(code string, fields ...string) []property.Change {
		return []property.Change{{Kind: property.Changed, Document: "tenancy", Code: code, Fields: fields}}
	}
	tests := []struct {
		name             string
		old, fresh, want property.Tenancy
		changes          []property.Change
	}{
		{
			"restated", lease("2026-01-01", "", of("rent", rent, early)),
			lease("2026-01-01", "", of("rent", rent, early)), lease("2026-01-01", "", of("rent", rent, early)), nil,
		},
		{
			"restated in other words", lease("2026-01-01", "", of("rent", stages), of("pm", one)),
			lease("2026-01-01", "", of("pm", one), of("rent", wordy)), lease("2026-01-01", "", of("rent", stages), of("pm", one)), nil,
		},
		{
			"restated with the day of the file as its start", lease("2026-01-01", "", of("rent", rent)),
			lease(asOf, "", of("rent", rent)), lease("2026-01-01", "", of("rent", rent)), nil,
		},
		{
			"a file that does not know rents", lease("2026-01-01", "", of("rent", rent, early)),
			lease(asOf, ""), lease("2026-01-01", "", of("rent", rent, early)), nil,
		},
		{
			"another rent", lease("2026-01-01", "", of("rent", rent, early)),
			lease("2026-01-01", "", of("rent", more)), lease("2026-01-01", "", of("rent", more, early)), changed(key, "agreed"),
		},
		{
			"other days without charge", lease("2026-01-01", "", of("rent", rent, early)),
			lease("2026-01-01", "", of("rent", rent, late)), lease("2026-01-01", "", of("rent", rent, late)), changed(key, "agreed"),
		},
		{
			"a file that knows rents but not how they rise", lease("2026-01-01", "", of("rent", sourced, early)),
			lease(asOf, "", of("rent", civil.Always(price("3000")))), lease("2026-01-01", "", of("rent", sourced, early)), nil,
		},
		{
			"another escalation", lease("2026-01-01", "", of("rent", rent)),
			lease(asOf, "", of("rent", steeper)), lease("2026-01-01", "", of("rent", steeper)), changed(key, "agreed"),
		},
		{
			"another price does not rise as the old one did", lease("2026-01-01", "", of("rent", rent)),
			lease(asOf, "", of("rent", one)), lease("2026-01-01", "", of("rent", one)), changed(key, "agreed"),
		},
		{
			"of two fees the file knows one", lease("2026-01-01", "", of("pm", one), of("rent", rent, early)),
			lease(asOf, "", of("pm", two)), lease("2026-01-01", "", of("pm", two), of("rent", rent, early)), changed(key, "agreed"),
		},
		{
			"a fee more", lease("2026-01-01", "", of("rent", rent)),
			lease("2026-01-01", "", of("pm", one)), lease("2026-01-01", "", of("rent", rent), of("pm", one)), changed(key, "agreed"),
		},
		{
			"the first rent", lease("2026-01-01", ""),
			lease("2026-01-01", "", of("rent", rent)), lease("2026-01-01", "", of("rent", rent)), changed(key, "agreed"),
		},
		{
			"given notice inside a free stretch", lease("2026-01-01", "", of("rent", rent, early, late)),
			lease("2026-01-01", "2026-11-20"), lease("2026-01-01", "2026-11-20", of("rent", rent, early, term("2026-11-01", "2026-11-20"))),
			changed(key, "term", "agreed"),
		},
		{
			"given notice before it", lease("2026-01-01", "", of("rent", rent, early, late)),
			lease("2026-01-01", "2026-11-01"), lease("2026-01-01", "2026-11-01", of("rent", rent, early)), changed(key, "term", "agreed"),
		},
		{
			"it began later", coded(lease("2026-01-01", "", of("rent", rent, early))),
			coded(lease("2026-02-01", "")), coded(lease("2026-02-01", "", of("rent", rent, term("2026-02-01", "2026-03-01")))),
			changed("L", "term", "agreed"),
		},
		{
			"it began after all that was free", coded(lease("2026-01-01", "", of("rent", rent, early))),
			coded(lease("2026-03-01", "")), coded(lease("2026-03-01", "", of("rent", rent))), changed("L", "term", "agreed"),
		},
		{
			"free beyond an end that the file leaves out", lease("2026-01-01", "2026-11-20", of("rent", rent)),
			lease("2026-01-01", "", of("rent", rent, late)), lease("2026-01-01", "2026-11-20", of("rent", rent, term("2026-11-01", "2026-11-20"))),
			changed(key, "agreed"),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			estate := func(x property.Tenancy) *property.Register {
				return built(t, property.Estate{Parties: parties("T"), Units: []property.Unit{dwelling("u")}, Tenancies: []property.Tenancy{x}})
			}
			old, fresh := estate(tt.old), estate(tt.fresh)
			before := old.Estate()
			out, changes, err := property.Merge(old, fresh, on(asOf))
			require.NoError(t, err)
			if diff := cmp.Diff([]property.Tenancy{tt.want}, out.Tenancies(0), same()); diff != "" {
				t.Errorf("tenancies mismatch (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.changes, changes.List); diff != "" {
				t.Errorf("changes mismatch (-want +got):\n%s", diff)
			}
			require.Empty(t, cmp.Diff(before, old.Estate(), same()))
			_, changes, err = property.Merge(out, fresh, on(asOf))
			require.NoError(t, err)
			require.Empty(t, changes.List, "merging again")
		})
	}
}

// TestMergeAgreedSuccessor: a new tenant ends the old lease in the middle of days without
// charge; each tenant has a rent of their own.
func TestMergeAgreedSuccessor(t *testing.T) {
	of := func(x property.Tenancy, p string, free ...civil.Period) property.Tenancy {
		x.Agreed = []property.Agreed{{Fee: "rent", Prices: civil.Always(price(p)), Free: free}}
		return x
	}
	estate := func(x property.Tenancy) *property.Register {
		return built(t, property.Estate{Parties: parties("S", "T"), Units: []property.Unit{dwelling("u")}, Tenancies: []property.Tenancy{x}})
	}
	out, changes, err := property.Merge(
		estate(of(let("u", "2026-01-01", "", "S"), "100", term("2026-11-01", "2027-01-01"))),
		estate(of(let("u", "2026-11-16", "", "T"), "120")), on("2026-11-16"))
	require.NoError(t, err)
	want := []property.Tenancy{
		of(let("u", "2026-01-01", "2026-11-16", "S"), "100", term("2026-11-01", "2026-11-16")),
		of(let("u", "2026-11-16", "", "T"), "120"),
	}
	if diff := cmp.Diff(want, out.Tenancies(0), same()); diff != "" {
		t.Errorf("tenancies mismatch (-want +got):\n%s", diff)
	}
	require.Equal(t, []property.Change{
		{Kind: property.Added, Document: "tenancy", Code: "u/lease/2026-11-16"},
		{Kind: property.Changed, Document: "tenancy", Code: "u/lease/2026-01-01", Fields: []string{"term", "agreed"}},
	}, changes.List)
}

// TestMergeSpaces: an import without spaces leaves them.
func TestMergeSpaces(t *testing.T) {
	estate := func(spaces int) *property.Register {
		u := dwelling("u")
		u.Spaces = spaces
		return built(t, property.Estate{Units: []property.Unit{u}})
	}
	for _, tt := range []struct {
		old, fresh, want int
		fields           []string
	}{{2, 0, 2, nil}, {2, 2, 2, nil}, {2, 3, 3, []string{"spaces"}}, {0, 1, 1, []string{"spaces"}}} {
		out, changes, err := property.Merge(estate(tt.old), estate(tt.fresh), on("2026-11-16"))
		require.NoError(t, err)
		require.Equal(t, tt.want, out.Spaces(0))
		require.Equal(t, tt.fields != nil, len(changes.List) == 1)
		if tt.fields != nil {
			require.Equal(t, tt.fields, changes.List[0].Fields)
		}
	}
}
