package meter

import "iter"

// chains are lists of meters, each in the order of the codes: for every head the first meter, for
// every meter the next one. A number is a meter plus 1; 0 is none.
type chains struct {
	first map[string]int32
	next  []int32
}

// newChains links the meters that have the same key; those without a key are in no list.
func newChains(meters []Meter, key func(*Meter) string) chains {
	n := 0
	for i := range meters {
		if key(&meters[i]) != "" {
			n++
		}
	}
	if n == 0 {
		return chains{}
	}
	c := chains{make(map[string]int32, n), make([]int32, len(meters))}
	for i := len(meters) - 1; i >= 0; i-- {
		if k := key(&meters[i]); k != "" {
			c.next[i] = c.first[k]
			c.first[k] = int32(i) + 1
		}
	}
	return c
}

// OfUnit returns the meters of a property unit that measure a kind, in the order of their codes; of
// every kind if the kind is "".
func (l *Log) OfUnit(unit, kind string) iter.Seq[Ref] {
	return func(yield func(Ref) bool) { l.walk(&l.units, unit, kind, yield) }
}

// Children returns the meters right behind a master meter (分表), in the order of their codes.
func (l *Log) Children(r Ref) iter.Seq[Ref] {
	return func(yield func(Ref) bool) { l.walk(&l.children, l.Code(r), "", yield) }
}

func (l *Log) walk(c *chains, key, kind string, yield func(Ref) bool) {
	for i := c.first[key]; i != 0; i = c.next[i-1] {
		if (kind == "" || l.meters[i-1].Kind == kind) && !yield(Ref(i-1)) {
			return
		}
	}
}
