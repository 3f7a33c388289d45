package property

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// Areas returns the unit's areas on a day; false where its history says nothing of the
// day. It does not allocate.
func (r *Register) Areas(u Ref, on civil.Date) (Areas, bool) {
	d := day(on)
	at, n := r.units.areaAt[u], int32(r.units.areaLen[u])
	a := &r.units.areas
	if d == 0 {
		return Areas{}, false
	}
	for k := at; k < at+n; k++ {
		if get(a.from, k, 0) <= d && (get(a.to, k, 0) == 0 || d < get(a.to, k, 0)) {
			return Areas{a.gross[k], get(a.internal, k, measure.Area{})}, true
		}
	}
	return Areas{}, false
}

// AppendChanges appends the days inside the period, after its first, on which an area, a
// tenancy, its use, a price it agrees or the handover of the unit changes; sorted, each once.
// Between two of them every as-of answer about the unit stays the same.
func (r *Register) AppendChanges(dst []civil.Date, u Ref, p civil.Period) []civil.Date {
	start := len(dst)
	add := func(d int32) {
		if d := date(d); d.After(p.Start) && (p.IsOpen() || d.Before(p.End)) {
			dst = append(dst, d)
		}
	}
	add(get(r.units.sold, int32(u), 0))
	add(get(r.units.delivered, int32(u), 0))
	at, n := r.units.areaAt[u], int32(r.units.areaLen[u])
	for k := at; k < at+n; k++ {
		add(get(r.units.areas.from, k, 0))
		add(get(r.units.areas.to, k, 0))
	}
	for k := r.tenancyAt[u]; k < r.tenancyAt[u+1]; k++ {
		add(r.tenancies.start[k])
		add(get(r.tenancies.end, k, 0))
		add(get(r.tenancies.in, k, 0))
		add(get(r.tenancies.out, k, 0))
		if g := get(r.tenancies.agreed, k, -1); g >= 0 {
			dst = r.appendAgreed(dst, k, g, p)
		}
	}
	slices.Sort(dst[start:])
	return dst[:start+len(slices.Compact(dst[start:]))]
}

// Owners returns the holders of the ownership in force on the day.
func (r *Register) Owners(u Ref, on civil.Date) []Holder {
	for k := r.tenancyAt[u]; k < r.tenancyAt[u+1]; k++ {
		if r.tenancies.kind[k] == Ownership && r.inForce(k, day(on)) {
			return r.holders(r.tenancies.group[k])
		}
	}
	return nil
}

func (r *Register) inForce(k, d int32) bool {
	end := get(r.tenancies.end, k, 0)
	return r.tenancies.start[k] <= d && (end == 0 || d < end)
}

// Occupant returns the tenancy whose holders use the unit on the day (物业使用人): the
// tenant of a letting, else an owner who has moved in.
func (r *Register) Occupant(u Ref, on civil.Date) (Tenancy, bool) {
	k := r.occupant(u, day(on))
	if k < 0 {
		return Tenancy{}, false
	}
	return r.tenancy(k), true
}

func (r *Register) occupant(u Ref, d int32) int32 {
	found := int32(-1)
	for k := r.tenancyAt[u]; k < r.tenancyAt[u+1]; k++ {
		if r.uses(k, d) && (found < 0 || r.tenancies.kind[k] != Ownership) {
			found = k
		}
	}
	return found
}

// uses reports whether the holders of a tenancy use the unit on the day.
func (r *Register) uses(k, d int32) bool {
	in, out := get(r.tenancies.in, k, 0), get(r.tenancies.out, k, 0)
	if in == 0 && r.tenancies.kind[k] == Ownership {
		return false
	}
	return r.inForce(k, d) && in <= d && (out == 0 || d < out)
}

// Vacant reports whether nobody uses the unit on the day (空置).
func (r *Register) Vacant(u Ref, on civil.Date) bool { return r.occupant(u, day(on)) < 0 }
