package property

import "github.com/wuyekit/wuye/property/civil"

// AppendVacancies appends the stretches on which the unit is vacant (空置期), as
// [Register.Vacant] has it: from its handover on, or where none is recorded from the start of
// its first ownership; none where there is neither. They are as long as they can be, half-open
// and in order; the last is open if the unit is still vacant.
func (r *Register) AppendVacancies(dst []civil.Period, u Ref) []civil.Period {
	from, ok := r.vacantFrom(u)
	if !ok {
		return dst
	}
	for {
		from, ok = r.usedUntil(u, from)
		if !ok {
			return dst
		}
		to := r.nextUse(u, from)
		dst = append(dst, civil.Period{Start: date(from), End: date(to)})
		if to == 0 {
			return dst
		}
		from = to
	}
}

// vacantFrom returns the first day on which the unit can be vacant.
func (r *Register) vacantFrom(u Ref) (int32, bool) {
	if d := get(r.units.delivered, int32(u), 0); d != 0 {
		return d, true
	}
	for k := r.tenancyAt[u]; k < r.tenancyAt[u+1]; k++ {
		if r.tenancies.kind[k] == Ownership {
			return r.tenancies.start[k], true
		}
	}
	return 0, false
}

// useOf returns the days on which the holders of a tenancy use the unit, half-open; an end of 0
// is none. It is false if they never do.
func (r *Register) useOf(k int32) (start, end int32, ok bool) {
	in := get(r.tenancies.in, k, 0)
	if in == 0 && r.tenancies.kind[k] == Ownership {
		return 0, 0, false
	}
	start, end = max(r.tenancies.start[k], in), get(r.tenancies.end, k, 0)
	if out := get(r.tenancies.out, k, 0); out != 0 && (end == 0 || out < end) {
		end = out
	}
	return start, end, end == 0 || start < end
}

// usedUntil returns the first day from the given one on which nobody uses the unit; false if
// there is none.
func (r *Register) usedUntil(u Ref, d int32) (int32, bool) {
	for {
		from := d
		for k := r.tenancyAt[u]; k < r.tenancyAt[u+1] && r.tenancies.start[k] <= d; k++ {
			start, end, ok := r.useOf(k)
			switch {
			case !ok || start > d:
			case end == 0:
				return 0, false
			default:
				d = max(d, end)
			}
		}
		if d == from {
			return d, true
		}
	}
}

// nextUse returns the first day after the given one on which a use begins, 0 if none does.
func (r *Register) nextUse(u Ref, d int32) int32 {
	next := int32(0)
	for k := r.tenancyAt[u]; k < r.tenancyAt[u+1]; k++ {
		if next != 0 && r.tenancies.start[k] >= next {
			break
		}
		if start, _, ok := r.useOf(k); ok && start > d && (next == 0 || start < next) {
			next = start
		}
	}
	return next
}
