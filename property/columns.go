package property

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// unitColumns are the facts of units, one column each, by number.
type unitColumns struct {
	building  []int32
	entrance  []int32
	floor     []int16
	spaces    []uint16
	use       []int32
	side      []YardSide
	sold      []int32
	delivered []int32
	deemed    []bool
	payer     []int32
	areaAt    []int32 // position of the unit's first area
	areaLen   []uint8 // how many areas it has
	areas     areaColumns
}

// areaColumns are the entries of area histories.
type areaColumns struct {
	from, to []int32 // sparse, as most areas hold for ever
	gross    []measure.Area
	internal []measure.Area // sparse
}

type partyColumns struct {
	name      []int32
	developer []bool
}

type tenancyColumns struct {
	unit       []int32
	code       []int32
	kind       []TenancyKind
	start, end []int32 // end is sparse
	group      []int32
	pays       []int32
	agreed     []int32 // number of what it agrees, -1 nothing
	in, out    []int32
	reason     []EndReason
}

// day is a date in four bytes; 0 is unset.
func day(d civil.Date) int32 { return int32(d) }

func date(n int32) civil.Date { return civil.Date(n) }

// set puts v at position i of a column, growing it with fill.
func set[T comparable](column *[]T, i int32, v, fill T) {
	for int(i) >= len(*column) {
		*column = append(*column, fill)
	}
	(*column)[i] = v
}

// setSparse is set for a column that stays nil while every value is fill.
func setSparse[T comparable](column *[]T, i int32, v, fill T) {
	if v != fill {
		set(column, i, v, fill)
	}
}

// get reads position i of a column, fill where a sparse one does not reach.
func get[T any](column []T, i int32, fill T) T {
	if int(i) >= len(column) {
		return fill
	}
	return column[i]
}

// permute returns the column in a new order; a sparse column may be shorter than the
// order and stays nil if it is nil.
func permute[T any](column []T, order []int32, fill T) []T {
	if column == nil {
		return nil
	}
	out := make([]T, len(order))
	for i, k := range order {
		out[i] = get(column, k, fill)
	}
	return out
}

// inOrder lays the areas out in the order of the units and moves the units' positions.
func (a areaColumns) inOrder(u *unitColumns) areaColumns {
	order := make([]int32, 0, len(a.gross))
	for i, at := range u.areaAt {
		u.areaAt[i] = int32(len(order))
		for k := range int32(u.areaLen[i]) {
			order = append(order, at+k)
		}
	}
	return areaColumns{
		from: permute(a.from, order, 0), to: permute(a.to, order, 0),
		gross:    permute(a.gross, order, measure.Area{}),
		internal: permute(a.internal, order, measure.Area{}),
	}
}

func (t tenancyColumns) inOrder(order []int32) tenancyColumns {
	if isIdentity(order) {
		return t
	}
	return tenancyColumns{
		unit:   permute(t.unit, order, -1),
		code:   permute(t.code, order, -1),
		kind:   permute(t.kind, order, 0),
		start:  permute(t.start, order, 0),
		end:    permute(t.end, order, 0),
		group:  permute(t.group, order, -1),
		pays:   permute(t.pays, order, -1),
		agreed: permute(t.agreed, order, -1),
		in:     permute(t.in, order, 0),
		out:    permute(t.out, order, 0),
		reason: permute(t.reason, order, 0),
	}
}

func isIdentity(order []int32) bool {
	for i, k := range order {
		if int(k) != i {
			return false
		}
	}
	return true
}

func inverse(order []int32, n int) []int32 {
	out := make([]int32, n)
	for i, k := range order {
		out[k] = int32(i)
	}
	return out
}

// firstOf returns, for each of n units, the position of its first row in a column of
// sorted units, and the length of the column at the end.
func firstOf(units []int32, n int) []int32 {
	first := make([]int32, n+1)
	k := int32(0)
	for u := range first {
		for int(k) < len(units) && units[k] < int32(u) {
			k++
		}
		first[u] = k
	}
	return first
}
