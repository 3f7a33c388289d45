package property

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// ExternalIDs are the codes other systems know a thing by: system → code.
type ExternalIDs map[string]string

func (ids ExternalIDs) clone() ExternalIDs {
	if len(ids) == 0 {
		return nil
	}
	return maps.Clone(ids)
}

func checkExternal(l *invalid.List, ids ExternalIDs) {
	for _, system := range slices.Sorted(maps.Keys(ids)) {
		code := ids[system]
		switch {
		case system == "":
			l.At("externalIds").Add(ErrCode, strconv.Quote(system))
		case code == "" || !validCode(system) || !validCode(code):
			l.At("externalIds", system).Add(ErrCode, strconv.Quote(code))
		}
	}
}

type externalKind uint8

const (
	externalUnit externalKind = iota
	externalParty
	externalTenancy
)

func (k externalKind) String() string {
	switch k {
	case externalUnit:
		return "unit"
	case externalParty:
		return "party"
	case externalTenancy:
		return "tenancy"
	}
	return ""
}

type externalRow struct {
	kind         externalKind
	id           int32
	system, code int32
}

func (b *Builder) externals(kind externalKind, id int32, ids ExternalIDs) {
	for system, code := range ids {
		b.external = append(b.external, externalRow{kind, id, b.word.intern(system), b.word.intern(code)})
	}
}

// checkExternals reports codes of one system that two things of a kind share.
func (b *Builder) checkExternals() {
	rows := b.external
	slices.SortFunc(rows, func(x, y externalRow) int {
		return cmp.Or(cmp.Compare(x.kind, y.kind), b.word.compare(x.system, y.system),
			b.word.compare(x.code, y.code), cmp.Compare(x.id, y.id))
	})
	for i := range rows[min(1, len(rows)):] {
		x, y := rows[i], rows[i+1]
		if x.kind == y.kind && x.system == y.system && x.code == y.code && x.id != y.id {
			kind, n := b.document(x)
			_, other := b.document(y)
			n = max(n, other)
			b.list.At(kind, n, "externalIds", b.word.at(y.system)).Add(ErrDuplicate,
				y.kind.String(), b.word.at(y.system)+" "+b.word.at(y.code))
		}
	}
}

// document returns where the owner of an external code was added.
func (b *Builder) document(row externalRow) (kind string, n int) {
	switch row.kind {
	case externalUnit:
		return "units", slices.Index(b.unitNo, row.id)
	case externalParty:
		return "parties", slices.Index(b.partyNo, row.id)
	case externalTenancy:
	}
	return "tenancies", int(row.id)
}

// externalsOf renumbers the rows of external codes, which stand by system and code,
// and indexes them by owner.
func (b *Builder) externalsOf(r *Register, unitOrder, tenancyOrder []int32) {
	if len(b.external) == 0 {
		return
	}
	newUnit, newTenancy := inverse(unitOrder, int(b.unit.len())), inverse(tenancyOrder, len(tenancyOrder))
	byOwner := make([]int32, len(b.external))
	for i := range b.external {
		row := &b.external[i]
		switch row.kind {
		case externalUnit:
			row.id = newUnit[row.id]
		case externalTenancy:
			row.id = newTenancy[row.id]
		case externalParty:
		}
		byOwner[i] = int32(i)
	}
	slices.SortFunc(byOwner, func(i, j int32) int {
		x, y := b.external[i], b.external[j]
		return cmp.Or(cmp.Compare(x.kind, y.kind), cmp.Compare(x.id, y.id), b.word.compare(x.system, y.system))
	})
	r.external, r.externalByOwner = b.external, byOwner
}

// FindExternal returns the unit that another system knows by the code.
func (r *Register) FindExternal(system, code string) (Ref, bool) {
	i, ok := sort.Find(len(r.external), func(i int) int {
		row := r.external[i]
		if row.kind != externalUnit {
			return -1
		}
		return cmp.Or(strings.Compare(system, r.word.at(row.system)), strings.Compare(code, r.word.at(row.code)))
	})
	if !ok {
		return 0, false
	}
	return Ref(r.external[i].id), true
}

func (r *Register) externals(kind externalKind, id int32) ExternalIDs {
	i := sort.Search(len(r.externalByOwner), func(i int) bool {
		row := r.external[r.externalByOwner[i]]
		return row.kind > kind || row.kind == kind && row.id >= id
	})
	var out ExternalIDs
	for ; i < len(r.externalByOwner); i++ {
		row := r.external[r.externalByOwner[i]]
		if row.kind != kind || row.id != id {
			break
		}
		if out == nil {
			out = ExternalIDs{}
		}
		out[r.word.at(row.system)] = r.word.at(row.code)
	}
	return out
}
