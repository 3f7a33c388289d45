package csv

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
)

// role is the name of a holding's fields in a table of units.
type role struct{ code, name, shares, since, term, prefix string }

func ownerRole() role {
	return role{"owner.code", "owner.name", "owner.shares", "owner.since", "owner.since", "owner."}
}

func tenantRole() role {
	return role{"tenant.code", "tenant.name", "tenant.code", "tenant.since", "tenant.until", "tenant."}
}

// holders appends the parties of a holding; a name must have its code, and names and
// shares must be as many as the codes.
func (r *reader) holders(dst []named, role role, h *holding) []named {
	n := len(h.codes)
	switch {
	case n == 0 && (len(h.names) > 0 || len(h.shares) > 0 || !h.movedIn.IsZero()):
		r.badField(role.code, invalid.ErrRequired, role.code)
	case len(h.names) > 0 && len(h.names) != n:
		r.badField(role.name, ErrUneven, strconv.Itoa(len(h.names)), strconv.Itoa(n))
	case len(h.shares) > 0 && len(h.shares) != n:
		r.badField(role.shares, ErrUneven, strconv.Itoa(len(h.shares)), strconv.Itoa(n))
	}
	for i, code := range h.codes {
		p := named{code: code, codeField: role.code, nameField: role.name}
		if i < len(h.names) {
			p.name = h.names[i]
		}
		dst = append(dst, p)
	}
	return dst
}

// unitTenancies puts the row's tenancies into holdings and reports their problems.
func (r *reader) unitTenancies() {
	d := &r.draft
	r.holdings = r.holdings[:0]
	if len(d.owner.codes) > 0 {
		d.owner.kind = property.Ownership
		r.holding(ownerRole(), &d.owner)
	}
	if len(d.tenant.codes) > 0 {
		d.tenant.kind = cmp.Or(d.tenant.kind, property.Lease)
		r.holding(tenantRole(), &d.tenant)
	}
}

func (r *reader) holding(role role, h *holding) {
	t := property.Tenancy{Unit: r.draft.unit.Code, Kind: h.kind, MovedIn: h.movedIn, Pays: h.pays}
	t.Term.Start = cmp.Or(h.since, r.asOf)
	if !h.until.IsZero() {
		t.Term.End = h.until.AddDays(1)
	}
	t.Holders = make([]property.Holder, len(h.codes))
	for i, code := range h.codes {
		t.Holders[i].Party = code
		if len(h.shares) == len(h.codes) {
			t.Holders[i].Share = h.shares[i]
		}
	}
	r.holdings = append(r.holdings, t)
	if t.Term.Start.IsZero() {
		r.badField(role.since, ErrNoStart)
		return
	}
	r.check(&r.holdings[len(r.holdings)-1], func(path string) string { return holdingName(role, path) })
}

// holdingName returns the field a path of a tenancy is called in a table of units.
func holdingName(role role, path string) string {
	switch {
	case path == "unit":
		return "unit.code"
	case path == "holders":
		return role.shares
	case strings.HasPrefix(path, "holders"):
		return role.code
	case strings.HasPrefix(path, "term"):
		return role.term
	default:
		return role.prefix + sameName(path)
	}
}
