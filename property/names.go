package property

import (
	"cmp"
	"hash/maphash"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// names holds many short texts without a pointer for each: text i is
// text[off[i]:off[i+1]].
type names struct {
	text string
	off  []uint32
}

func (n *names) len() int32 { return int32(max(0, len(n.off)-1)) }

// at returns text i, "" for -1. It does not allocate.
func (n *names) at(i int32) string {
	if i < 0 {
		return ""
	}
	return n.text[n.off[i]:n.off[i+1]]
}

// interner gives equal texts one number, in the order of their first mention.
type interner struct {
	text  strings.Builder
	off   []uint32
	table []int32 // open addressing: number+1, 0 = empty; a power of two long
	seed  maphash.Seed
	full  bool
}

// maxText keeps offsets in 32 bits.
const maxText = 1<<32 - 1

func newInterner() *interner {
	return &interner{off: []uint32{0}, table: make([]int32, 64), seed: maphash.MakeSeed()}
}

func (n *interner) len() int32 { return int32(len(n.off) - 1) }

func (n *interner) at(i int32) string {
	if i < 0 {
		return ""
	}
	return n.text.String()[n.off[i]:n.off[i+1]]
}

// compare orders two texts bytewise; -1 comes first.
func (n *interner) compare(i, j int32) int {
	if i < 0 || j < 0 {
		return cmp.Compare(min(i, 0), min(j, 0))
	}
	return strings.Compare(n.at(i), n.at(j))
}

// slot returns where s stands in the table, or the empty slot where it would.
func (n *interner) slot(s string) int {
	mask := len(n.table) - 1
	i := int(maphash.String(n.seed, s)) & mask
	for n.table[i] != 0 {
		k := n.table[i] - 1
		if n.at(k) == s {
			break
		}
		i = (i + 1) & mask
	}
	return i
}

// find returns the number of s, -1 if it was never mentioned.
func (n *interner) find(s string) int32 { return n.table[n.slot(s)] - 1 }

// intern returns the number of s, giving it the next one if it has none; "" is -1.
func (n *interner) intern(s string) int32 {
	if s == "" {
		return -1
	}
	i := n.slot(s)
	if n.table[i] == 0 {
		if n.text.Len()+len(s) > maxText {
			n.full = true
			return -1
		}
		n.text.WriteString(s)
		n.off = append(n.off, uint32(n.text.Len()))
		n.table[i] = n.len()
		if int(n.len())*2 > len(n.table) {
			n.grow()
			return n.len() - 1
		}
	}
	return n.table[i] - 1
}

func (n *interner) grow() {
	n.table = make([]int32, 2*len(n.table))
	mask := len(n.table) - 1
	for k := range n.len() {
		i := int(maphash.String(n.seed, n.at(k))) & mask
		for n.table[i] != 0 {
			i = (i + 1) & mask
		}
		n.table[i] = k + 1
	}
}

// seal returns the texts in the order of their numbers and lets go of the table.
func (n *interner) seal() names {
	out := names{text: n.text.String(), off: n.off}
	*n = interner{}
	return out
}

// sealIn returns the texts in the given order of their numbers.
func (n *interner) sealIn(order []int32) names {
	var text strings.Builder
	text.Grow(n.text.Len())
	off := make([]uint32, 1, len(order)+1)
	for _, k := range order {
		text.WriteString(n.at(k))
		off = append(off, uint32(text.Len()))
	}
	*n = interner{}
	return names{text: text.String(), off: off}
}

func (n *interner) check(l *invalid.List, what string) {
	if n.full {
		l.Add(ErrTooMuch, what, strconv.Itoa(maxText))
	}
}
