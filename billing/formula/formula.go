package formula

// Formula is a formula that was read (公式). It is immutable and safe to share. A nil or zero Formula has
// empty texts, uses nothing, and has no value: [Formula.Value] returns [ErrEmpty].
type Formula struct {
	text   string
	normal string
	unit   string
	names  []name
	root   *node
}

// name is a variable that a formula uses.
type name struct {
	name string
	unit unit
	pos  int // where it stands first
}

// String returns the normal form: declared names, ordinary signs, one blank around operators, no parentheses
// but those that group, and the unit of every number that has one. Parse reads it, with the same
// variables or only those it uses and [Formula.Unit] as the wanted unit, as an equal formula.
func (f *Formula) String() string {
	if f == nil {
		return ""
	}
	return f.normal
}

// Text returns the formula as it was typed.
func (f *Formula) Text() string {
	if f == nil {
		return ""
	}
	return f.text
}

// Unit returns the unit of the result, empty for a plain number: the one of the wanted units that fits.
func (f *Formula) Unit() string {
	if f == nil {
		return ""
	}
	return f.unit
}

// Uses returns the declared names that the formula uses, in the order in which they first appear.
func (f *Formula) Uses() []string {
	if f == nil {
		return nil
	}
	out := make([]string, len(f.names))
	for i, v := range f.names {
		out[i] = v.name
	}
	return out
}

// typed returns the text that a part was read from.
func (f *Formula) typed(n *node) string { return show([]rune(f.text)[n.pos-1 : n.end-1]) }
