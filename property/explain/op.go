package explain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Op is how a result follows from its inputs (运算). Its zero is unset, which no
// derivation may contain.
type Op uint8

// The operations.
const (
	// OpGiven is a figure taken from outside (给定): a leaf.
	OpGiven Op = iota + 1
	// OpSum adds one input or more, all of one unit (合计).
	OpSum
	// OpProduct multiplies one input or more, and their units (乘积).
	OpProduct
	// OpRatio divides the first of two inputs by the second, and its unit (相除).
	OpRatio
	// OpRound rounds one input to a multiple of a step (取整).
	OpRound
	// OpAllocate is one share of a total split by weights (分摊).
	OpAllocate
	// OpPick is one of several candidates (选用).
	OpPick
	// OpClamp keeps a value between a low and a high bound, both inclusive (限幅).
	OpClamp
	// OpCompare is "true" or "false": whether a relation holds (比较).
	OpCompare
	// OpCount is the number of inputs (计数).
	OpCount
	// OpShift is an instant moved by one length of time or more (推移).
	OpShift
)

// opWords returns the words, at the index of their operation.
func opWords() []string {
	return []string{
		"", "given", "sum", "product", "ratio", "round",
		"allocate", "pick", "clamp", "compare", "count",
		"shift",
	}
}

// String returns the word, or "Op(77)" for a number that is no operation.
func (o Op) String() string {
	if words := opWords(); o != 0 && int(o) < len(words) {
		return words[o]
	}
	return "Op(" + strconv.Itoa(int(o)) + ")"
}

// AppendText appends the word.
//
// Errors: [invalid.ErrWord] for a number that is no operation.
func (o Op) AppendText(b []byte) ([]byte, error) {
	words := opWords()
	if o == 0 || int(o) >= len(words) {
		return b, invalid.Value(invalid.ErrWord, o.String(), strings.Join(words[1:], ", "))
	}
	return append(b, words[o]...), nil
}

// MarshalText returns the word.
//
// Errors: [invalid.ErrWord] for a number that is no operation.
func (o Op) MarshalText() ([]byte, error) { return o.AppendText(nil) }

// UnmarshalText reads a word.
//
// Errors: [invalid.ErrWord] for any other text, the empty one too.
func (o *Op) UnmarshalText(text []byte) error {
	words := opWords()
	i := slices.Index(words[1:], string(text))
	if i < 0 {
		return invalid.Value(invalid.ErrWord, shorten(string(text)), strings.Join(words[1:], ", "))
	}
	*o = Op(i + 1)
	return nil
}
