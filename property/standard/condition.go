package standard

// conditions must all hold.
type conditions []condition

// condition is a compiled [Condition].
type condition struct {
	field   string // as the document has it
	left    term
	is      Comparison
	right   []term
	order   *Order
	windows []window // of inside and outside: parts of the day,
	span    []term   // or the two ends of a span
	unset   string   // the parameter that the value lacks
	isWord  bool     // a word of a field is compared with words of the document
}

// hold reports whether all conditions hold, and if not the field of the first that does not, or is not known.
func (cs conditions) hold(x *run, r *Record, s *Subject) (truth, string) {
	open := ""
	for i := range cs {
		switch t, missing := cs[i].holds(x, r, s); {
		case t == no:
			return no, cs[i].field
		case t == maybe && open == "":
			open = missing
		}
	}
	if open != "" {
		return maybe, open
	}
	return yes, ""
}

// holds returns whether the condition holds, and what is missing where that is not known.
func (c *condition) holds(x *run, r *Record, s *Subject) (truth, string) {
	if c.unset != "" {
		return maybe, "$" + c.unset
	}
	if c.is == Inside || c.is == Outside {
		return c.spans(x, r, s)
	}
	if c.isWord {
		return c.words(x, r, s)
	}
	left, ok := c.left.get(x, r, s)
	switch {
	case c.is == IsSet:
		return truthOf(ok && !left.isEmpty()), ""
	case c.is == IsUnset:
		return truthOf(!ok || left.isEmpty()), ""
	case !ok:
		return maybe, c.field
	}
	return c.compares(x, left, r, s)
}

func (c *condition) compares(x *run, left scalar, r *Record, s *Subject) (truth, string) {
	found, open := 0, ""
	for i := range c.right {
		right, ok := c.right[i].get(x, r, s)
		switch {
		case !ok:
			open = c.right[i].address()
		case c.is == In || c.is == NotIn:
			if left.equal(right) {
				found++
			}
		case c.is == Has:
			if !left.has(right.text) {
				return no, ""
			}
		default:
			return c.ordered(left, right)
		}
	}
	switch {
	case found > 0:
		return truthOf(c.is == In), ""
	case open != "":
		return maybe, open
	}
	return truthOf(c.is != In), "" // nothing found: notIn; all found: has
}

func (c *condition) ordered(left, right scalar) (truth, string) {
	if c.is == Equal || c.is == NotEqual {
		return truthOf(left.equal(right) == (c.is == Equal)), ""
	}
	n, ok := left.compare(right, c.order)
	if !ok {
		return maybe, c.field
	}
	return truthOf(c.is.holds(n)), ""
}

// holds reports whether the comparison holds for two values that compare as n.
func (c Comparison) holds(n int) bool {
	switch c {
	case Equal:
		return n == 0
	case NotEqual:
		return n != 0
	case Less:
		return n < 0
	case AtMost:
		return n <= 0
	case Greater:
		return n > 0
	case AtLeast:
		return n >= 0
	case In, NotIn, Has, IsSet, IsUnset, Inside, Outside:
	}
	return false
}
