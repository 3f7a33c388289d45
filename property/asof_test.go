package property_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

func TestAreas(t *testing.T) {
	r := built(t, sampleEstate())
	u := ref(t, r, "T-0803")
	for _, tt := range []struct{ day, gross, internal string }{
		{"2000-01-01", "89.00", "0.00"},
		{"2026-04-30", "89.00", "0.00"},
		{"2026-05-01", "89.53", "0.00"},
		{"2026-05-31", "89.53", "0.00"},
		{"2026-06-01", "", ""},
		{"2026-06-30", "", ""}, // a gap is a gap
		{"2026-07-01", "90.10", "72.00"},
		{"2099-01-01", "90.10", "72.00"},
	} {
		a, ok := r.Areas(u, on(tt.day))
		require.Equal(t, tt.gross != "", ok, tt.day)
		if ok {
			require.Equal(t, tt.gross+" m2", a.Gross.String(), tt.day)
			require.Equal(t, tt.internal+" m2", a.Internal.String(), tt.day)
		}
	}
	_, ok := r.Areas(u, civil.Date(0))
	require.False(t, ok, "an unset date is no day, as in civil.History")
	_, ok = r.Areas(ref(t, r, "V1-Y"), on("2026-01-01"))
	require.False(t, ok, "no area was given")
}

func TestAppendChanges(t *testing.T) {
	r := built(t, sampleEstate())
	all := []string{
		"2026-01-10",               // sold, ownership
		"2026-03-11",               // handed over
		"2026-04-01",               // lease
		"2026-04-03",               // tenant in
		"2026-05-01", "2026-06-01", // area, gap
		"2026-06-15",               // sale
		"2026-06-30",               // rent rises
		"2026-07-01",               // area
		"2026-08-01",               // another rent
		"2026-08-20", "2026-09-01", // tenant out, end of the lease
	}
	for _, tt := range []struct {
		name string
		of   civil.Period
		want []string
	}{
		{"the year", term("2026-01-01", "2027-01-01"), all},
		{"for ever", term("2020-01-01", ""), all},
		{"the first day is no change", term("2026-05-01", "2026-06-15"), []string{"2026-06-01"}},
		{"nothing", term("2026-02-01", "2026-03-01"), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := r.AppendChanges([]civil.Date{on("1999-09-09")}, ref(t, r, "T-0803"), tt.of)
			want := []civil.Date{on("1999-09-09")}
			for _, d := range tt.want {
				want = append(want, on(d))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("AppendChanges() mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOwnersAndOccupant(t *testing.T) {
	r := built(t, sampleEstate())
	tests := []struct{ unit, day, owners, occupant string }{
		{"T-0803", "2026-01-09", "", ""},
		{"T-0803", "2026-01-10", "A:1/3,B:2/3", ""},
		{"T-0803", "2026-04-02", "A:1/3,B:2/3", ""}, // let, not yet moved in
		{"T-0803", "2026-04-03", "A:1/3,B:2/3", "T:1"},
		{"T-0803", "2026-06-15", "C:1", "T:1"}, // sale does not break a lease
		{"T-0803", "2026-08-19", "C:1", "T:1"},
		{"T-0803", "2026-08-20", "C:1", ""}, // moved out before the end
		{"V2", "2026-02-01", "B:1", ""},
		{"V2", "2026-02-02", "B:1", "B:1"}, // the owner lives there
		{"T-0301", "2026-02-02", "", "dev:1"},
		{"car-1", "2026-01-31", "", "C:1"},
		{"car-1", "2026-02-01", "", ""},
	}
	for _, tt := range tests {
		u := ref(t, r, tt.unit)
		require.Equal(t, tt.owners, text(r.Owners(u, on(tt.day))), "owners of %s on %s", tt.unit, tt.day)
		got, ok := r.Occupant(u, on(tt.day))
		require.Equal(t, tt.occupant, text(got.Holders), "occupant of %s on %s", tt.unit, tt.day)
		require.Equal(t, tt.occupant != "", ok)
		require.Equal(t, !ok, r.Vacant(u, on(tt.day)))
	}
}

func TestHandover(t *testing.T) {
	r := built(t, sampleEstate())
	for _, tt := range []struct {
		unit, day string
		want      property.Handover
	}{
		{"T-0803", "2026-01-09", property.Unsold},
		{"T-0803", "2026-01-10", property.Unclaimed},
		{"T-0803", "2026-03-10", property.Unclaimed},
		{"T-0803", "2026-03-11", property.Claimed},
		{"V1", "2030-01-01", property.Unclaimed},
		{"V2", "2030-01-01", property.Unsold},
	} {
		require.Equal(t, tt.want, r.Handover(ref(t, r, tt.unit), on(tt.day)), "%s on %s", tt.unit, tt.day)
	}
}

// TestHandoverRate is rule PROP-47: claimed ÷ sold.
func TestHandoverRate(t *testing.T) {
	e := property.Estate{}
	for i, day := range []string{"2026-03-01", "2026-03-10", "2026-04-01", "", ""} {
		u := property.Unit{Code: string(rune('a' + i)), Use: property.Dwelling, SoldOn: on("2026-02-01")}
		if day != "" {
			u.DeliveredOn = on(day)
		}
		e.Units = append(e.Units, u)
	}
	e.Units[4].SoldOn = civil.Date(0)
	e.Units = append(e.Units, property.Unit{Code: "s", Use: property.Shop, SoldOn: on("2026-01-01")})
	r := built(t, e)
	dwellings := property.Scope{Uses: []property.Use{property.Dwelling}}
	for day, want := range map[string]string{
		"2026-01-31": "–", "2026-02-01": "0.0%", "2026-03-01": "25.0%", "2026-03-31": "50.0%", "2026-04-01": "75.0%",
	} {
		require.Equal(t, want, r.HandoverRate(dwellings, on(day)).Percent(), day)
	}
	require.Equal(t, property.Ratio{Part: 3, Of: 5}, r.HandoverRate(property.Scope{All: true}, on("2026-04-01")))
}

func TestPercent(t *testing.T) {
	const huge = 1<<63 - 1
	for want, r := range map[string]property.Ratio{
		"0.0%": {Part: 0, Of: 3}, "33.3%": {Part: 1, Of: 3}, "66.7%": {Part: 2, Of: 3}, "100.0%": {Part: 3, Of: 3},
		"0.1%": {Part: 1, Of: 2000}, "12.5%": {Part: 1, Of: 8}, "50.0%": {Part: huge / 2, Of: huge}, "–": {},
	} {
		require.Equal(t, want, r.Percent(), r)
	}
	require.Equal(t, "0.0%", property.Ratio{Part: 1, Of: 2001}.Percent())
	require.Equal(t, "100.0%", property.Ratio{Part: huge, Of: huge}.Percent())
	for _, none := range []property.Ratio{{Part: 1}, {Part: -1, Of: 3}, {Part: 4, Of: 3}, {Part: huge, Of: 1}, {Part: 1, Of: -1}} {
		require.Equal(t, "–", none.Percent(), none)
	}
}

// FuzzAsOf: every answer for every unit and day is what a slow reading of the documents
// says, and stays the same between two changes.
func FuzzAsOf(f *testing.F) {
	for i := range uint64(100) {
		f.Add(i)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := built(t, randomEstate(seed))
		got := answers(r)
		if diff := differ(slowly(canonical(randomEstate(seed))), got); diff != "" {
			t.Fatalf("answers mismatch (-want +got):\n%s", diff)
		}
		changes := map[string]bool{}
		for u := range property.Ref(r.Len()) {
			for _, d := range r.AppendChanges(nil, u, civil.Period{Start: firstDay().AddDays(-9)}) {
				changes[r.Code(u)+d.String()] = true
			}
		}
		for i := 1; i < len(got); i++ {
			before, after := got[i-1], got[i]
			if before.Unit != after.Unit || changes[after.Unit+after.On] {
				continue
			}
			before.On = after.On
			if diff := differ(before, after); diff != "" {
				t.Fatalf("%s changed on %s, which AppendChanges does not list:\n%s", after.Unit, after.On, diff)
			}
		}
	})
}
