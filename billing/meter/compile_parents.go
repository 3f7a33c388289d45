package meter

import "github.com/wuyekit/wuye/property/invalid"

// checkParents reports master meters that do not exist, measure in another unit, or stand behind
// themselves.
func (c *compiler) checkParents() {
	var parents []int32 // number in the document plus 1; 0 is none
	c.list.Enter("meters")
	defer c.list.Leave()
	for i := range c.meters {
		m := &c.meters[i]
		if m.Parent == "" {
			continue
		}
		p, ok := c.log.find[m.Parent]
		switch {
		case !ok:
			c.list.At(i, "parent").Add(ErrParent, invalid.Quote(m.Parent))
			continue
		case c.meters[p].Measures != m.Measures:
			c.list.At(i, "parent").Add(ErrParentUnit, m.Measures.String(), invalid.Quote(m.Parent), c.meters[p].Measures.String())
		}
		if parents == nil {
			parents = make([]int32, len(c.meters))
		}
		parents[i] = int32(p) + 1
	}
	c.checkLoops(parents)
}

// checkLoops reports each loop of parents once.
func (c *compiler) checkLoops(parents []int32) {
	seen := make([]int32, len(parents)) // the way it was first met on, plus 1
	for i := range parents {
		at, way := int32(i)+1, int32(i)+1
		for at != 0 && seen[at-1] == 0 {
			seen[at-1] = way
			at = parents[at-1]
		}
		if at != 0 && seen[at-1] == way {
			c.list.At(int(at-1), "parent").Add(ErrParentLoop, invalid.Quote(c.meters[at-1].Code))
		}
	}
}
