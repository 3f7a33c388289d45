package standard

// comparesWords reports whether a word, or true and false, is compared with nothing but what the document has: most conditions are so,
// and there are hundreds of thousands of records.
func (c *condition) comparesWords() bool {
	switch {
	case c.left.from == fromLiteral, c.left.typ != Text && c.left.typ != Boolean:
		return false
	case c.is != Equal && c.is != NotEqual && c.is != In && c.is != NotIn:
		return false
	}
	for i := range c.right {
		if c.right[i].from != fromLiteral || !c.right[i].known {
			return false
		}
	}
	return len(c.right) > 0
}

// words is [condition.holds] for a condition that compares words.
func (c *condition) words(x *run, r *Record, s *Subject) (truth, string) {
	f := c.left.find(x, r, s)
	if f == nil || f.Value == "" || len(f.Values) > 0 {
		return maybe, c.field
	}
	found := false
	for i := range c.right {
		found = found || c.right[i].text == f.Value
	}
	return truthOf(found == (c.is == Equal || c.is == In)), ""
}
