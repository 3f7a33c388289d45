package explain

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// maxDepth is how many steps a derivation may be deep.
const maxDepth = 64

// maxSteps is how many steps a derivation may have.
const maxSteps = 100_000

// Check replays the whole derivation and returns nil if every result follows
// from its inputs, with its unit; an instant may stand in any offset. It must be a whole one, not the result of
// [Filter]. Labels, arguments and sources are words and are not judged.
//
// Any tree is checked in bounded time: at most 64 steps deep, 100,000 steps, and
// 200 digits a number. [invalid.Decode] reads the JSON of 32 levels.
//
// Errors: an [*invalid.Error] with each step that does not follow, its path
// ("inputs[0].inputs[2]", empty for the step itself) and the rule it breaks.
func (s Step) Check() error {
	c := checker{left: maxSteps - 1}
	c.check(&s, 1)
	if c.left < 0 {
		c.list = invalid.List{} // the one problem that matters, not hidden behind a hundred others
		c.list.Add(ErrMany, strconv.Itoa(maxSteps))
	}
	return c.list.Err("derivation")
}

type checker struct {
	list invalid.List
	left int // steps that may still be checked; below zero when they ran out
}

func (c *checker) check(s *Step, depth int) {
	// Charged before they are read: a step that is its own input costs as well.
	if c.left -= len(s.Inputs); c.left < 0 {
		return
	}
	if depth > maxDepth {
		c.list.Add(ErrDeep, strconv.Itoa(maxDepth))
		return
	}
	want, err := s.follows()
	if err != nil {
		c.list.Take(err)
	} else if !s.Value.equal(want) {
		c.list.Add(ErrResult, s.Value.show(), want.show())
	}
	c.list.Enter("inputs")
	for i := range s.Inputs {
		if c.left < 0 {
			break
		}
		c.list.EnterIndex(i)
		c.check(&s.Inputs[i], depth+1)
		c.list.Leave()
	}
	c.list.Leave()
}

// equal reports whether two values are the same figure of the same unit, in
// whatever order the words of the unit stand, or the same instant, in whatever offset.
func (v Value) equal(want Value) bool {
	if v == want {
		return true
	}
	if v.Text != want.Text {
		return v.Unit == "" && want.Unit == "" && sameInstant(v.Text, want.Text)
	}
	a, errA := ParseUnit(v.Unit)
	b, errB := ParseUnit(want.Unit)
	return errA == nil && errB == nil && a.String() == b.String()
}
