package property

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// ChangeKind is what an import did to a document.
type ChangeKind uint8

// Kinds of change.
const (
	Added    ChangeKind = iota + 1 // 新增
	Changed                        // 变更
	Vanished                       // 消失: in the register, not in the import; kept
)

func changeKindWords() invalid.Words { return invalid.Words{"added", "changed", "vanished"} }

// String returns the word of the kind.
func (k ChangeKind) String() string { return changeKindWords().Of("ChangeKind", uint8(k)) }

// MarshalText returns the word of the kind.
func (k ChangeKind) MarshalText() ([]byte, error) { return changeKindWords().Marshal(uint8(k)) }

// UnmarshalText reads the word of a kind.
func (k *ChangeKind) UnmarshalText(text []byte) error {
	return changeKindWords().Unmarshal(text, (*uint8)(k))
}

// Change is one document that an import added, changed or no longer has.
type Change struct {
	// Kind is what happened.
	Kind ChangeKind `json:"kind"`
	// Document is its kind: community, building, contract, party, unit, tenancy.
	Document string `json:"document"`
	// Code identifies it: its code, or a tenancy's unit, kind and start.
	Code string `json:"code"`
	// Fields are the fields that changed, in the order of the document.
	Fields []string `json:"fields,omitempty"`
}

// Changes are what an import did to a register.
type Changes struct {
	// List holds every document that did not stay as it was.
	List []Change `json:"list"`
	// Unchanged counts the others.
	Unchanged int `json:"unchanged"`
}

// Merge returns the register after an import of the same estate, and what the import
// changed. The import speaks of the state from asOf on:
//
//   - What it leaves unset stays as it was, and what it no longer has is kept and reported
//     as vanished: nothing is deleted.
//   - An area given without a first day holds from asOf; earlier ones stay. A history
//     with days replaces the old one.
//   - A tenancy is recognised by its code, or where either has none by unit, kind and
//     holders. Another holder succeeds the one in force: the old term ends where the new
//     one starts.
//   - The prices that a tenancy agrees for a fee replace the old ones, also before asOf. A fee
//     that the import does not name stays, and so do unset days without charge, and unset terms
//     of a price that is the same. Days without charge that a term no longer has go with it.
//
// Merging the same import again changes nothing. Neither register is changed.
//
// Errors: [invalid.ErrRequired] without a register or a day; [ErrNoSuch] if the import is of
// another community; an [*invalid.Error] if the
// documents no longer fit together.
func Merge(old, fresh *Register, asOf civil.Date) (*Register, Changes, error) {
	if old == nil || fresh == nil {
		return nil, Changes{}, invalid.Value(invalid.ErrRequired, "register")
	}
	if asOf.IsZero() {
		return nil, Changes{}, invalid.Value(invalid.ErrRequired, "asOf")
	}
	if old.community.Code != fresh.community.Code {
		return nil, Changes{}, invalid.Value(ErrNoSuch, "community", fresh.community.Code)
	}
	m := merger{old: old, fresh: fresh, asOf: asOf}
	m.b = NewBuilder(mergeOne(&m, "community", old.community.Code, old.community, fresh.community, nil))
	m.buildings()
	m.contracts()
	m.parties()
	m.units()
	out, err := m.b.Build()
	if err != nil {
		return nil, Changes{}, err
	}
	return out, m.changes, nil
}

type merger struct {
	old, fresh *Register
	asOf       civil.Date
	b          *Builder
	changes    Changes
}

func (m *merger) note(kind ChangeKind, document, code string, fields []string) {
	m.changes.List = append(m.changes.List, Change{kind, document, code, fields})
}

// mergeOne returns the old document with what the fresh one sets, after adjust, and
// notes which fields that changes.
func mergeOne[T any](m *merger, document, code string, old, fresh T, adjust func(old, fresh *T)) T {
	if adjust != nil {
		adjust(&old, &fresh)
	}
	out := fresh
	ov, fv, v := reflect.ValueOf(old), reflect.ValueOf(fresh), reflect.ValueOf(&out).Elem()
	var fields []string
	for i := range v.NumField() {
		field := v.Type().Field(i)
		switch {
		case fv.Field(i).IsZero():
			v.Field(i).Set(ov.Field(i))
		case field.Type == reflect.TypeFor[ExternalIDs]():
			v.Field(i).Set(reflect.ValueOf(unionIDs(ov.Field(i), fv.Field(i))))
		}
		if !reflect.DeepEqual(v.Field(i).Interface(), ov.Field(i).Interface()) {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			fields = append(fields, name)
		}
	}
	if len(fields) == 0 {
		m.changes.Unchanged++
	} else {
		m.note(Changed, document, code, fields)
	}
	return out
}

func unionIDs(old, fresh reflect.Value) ExternalIDs {
	out := ExternalIDs{}
	for _, v := range []reflect.Value{old, fresh} {
		if ids, ok := v.Interface().(ExternalIDs); ok {
			maps.Copy(out, ids)
		}
	}
	return out
}

// walk merges two lists that are sorted by code, in one pass.
func walk[T any](m *merger, document string, old, fresh []T, code func(T) string, put func(T)) {
	for len(old) > 0 || len(fresh) > 0 {
		switch c := order(old, fresh, code); {
		case c < 0:
			m.note(Vanished, document, code(old[0]), nil)
			put(old[0])
			old = old[1:]
		case c > 0:
			m.note(Added, document, code(fresh[0]), nil)
			put(fresh[0])
			fresh = fresh[1:]
		default:
			put(mergeOne(m, document, code(old[0]), old[0], fresh[0], nil))
			old, fresh = old[1:], fresh[1:]
		}
	}
}

// order says which of two sorted lists comes next: below 0 the first, above it the second.
func order[T any](old, fresh []T, code func(T) string) int {
	switch {
	case len(old) == 0:
		return 1
	case len(fresh) == 0:
		return -1
	default:
		return cmp.Compare(code(old[0]), code(fresh[0]))
	}
}

func (m *merger) buildings() {
	walk(m, "building", m.old.buildings, m.fresh.buildings,
		func(d Building) string { return d.Code }, m.b.Building)
}

func (m *merger) contracts() {
	walk(m, "contract", m.old.contracts, m.fresh.contracts,
		func(d ServiceContract) string { return d.Code }, m.b.Contract)
}

func (m *merger) parties() {
	walk(m, "party", slices.Collect(m.old.Parties()), slices.Collect(m.fresh.Parties()),
		func(d Party) string { return d.Code }, m.b.Party)
}

// units merges unit by unit, so that only the columns of both registers and of the
// result are in memory at once.
func (m *merger) units() {
	o, f := Ref(0), Ref(0)
	for int(o) < m.old.Len() || int(f) < m.fresh.Len() {
		switch c := m.compare(o, f); {
		case c < 0:
			m.note(Vanished, "unit", m.old.Code(o), nil)
			m.b.Unit(m.old.Unit(o))
			m.tenancies(m.old.Tenancies(o), nil)
			o++
		case c > 0:
			m.note(Added, "unit", m.fresh.Code(f), nil)
			m.b.Unit(m.fresh.Unit(f))
			m.tenancies(nil, m.fresh.Tenancies(f))
			f++
		default:
			m.b.Unit(mergeOne(m, "unit", m.old.Code(o), m.old.Unit(o), m.fresh.Unit(f), m.spliceAreas))
			m.tenancies(m.old.Tenancies(o), m.fresh.Tenancies(f))
			o++
			f++
		}
	}
}

func (m *merger) compare(o, f Ref) int {
	switch {
	case int(o) >= m.old.Len():
		return 1
	case int(f) >= m.fresh.Len():
		return -1
	default:
		return strings.Compare(m.old.Code(o), m.fresh.Code(f))
	}
}

// spliceAreas makes areas without a first day hold from asOf. An area that the import
// does not know beside one that stayed the same stays as well.
func (m *merger) spliceAreas(old, fresh *Unit) {
	if len(fresh.Areas) == 0 || !fresh.Areas[0].From.IsZero() || slices.Equal(old.Areas, fresh.Areas) {
		return
	}
	if have, ok := old.Areas.At(m.asOf); ok {
		now := &fresh.Areas[0].Value
		switch {
		case now.Internal.IsZero() && now.Gross == have.Gross:
			now.Internal = have.Internal
		case now.Gross.IsZero() && now.Internal == have.Internal:
			now.Gross = have.Gross
		}
	}
	fresh.Areas = cloned(civil.Splice(old.Areas, fresh.Areas, m.asOf)) // no days: unset
}
