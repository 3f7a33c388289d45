package formula_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/wuyekit/wuye/billing/formula"
)

// tree is a formula of plain numbers as a program would hold it: what the texts of the differential
// test are written from, and worked out by itself.
type tree struct {
	sign string // "+", "-", "*", "/", "neg", "min", "max", "ceil", "floor", "round"; "" for a leaf
	in   []tree
	leaf string
	rat  *big.Rat // of a number
}

// dice are the bytes of a fuzz input, one after another; 0 when they ran out.
type dice []byte

func (d *dice) throw(sides int) int {
	if len(*d) == 0 {
		return 0
	}
	n := int((*d)[0]) % sides
	*d = (*d)[1:]
	return n
}

// grow returns a random tree of at most depth levels.
func grow(d *dice, depth int) tree {
	kinds := []string{"", "+", "*", "-", "/", "neg", "min", "max", "ceil", "floor", "round"}
	kind := ""
	if depth > 0 {
		kind = kinds[d.throw(len(kinds))]
	}
	switch kind {
	case "":
		if d.throw(2) == 0 {
			return tree{leaf: []string{"a", "b", "c", "零"}[d.throw(4)]}
		}
		numbers := []tree{
			{leaf: "0", rat: new(big.Rat)},
			{leaf: "1", rat: big.NewRat(1, 1)},
			{leaf: "0.5", rat: big.NewRat(1, 2)},
			{leaf: "2.60", rat: big.NewRat(13, 5)},
			{leaf: "5%", rat: big.NewRat(1, 20)},
			{leaf: "33.33", rat: big.NewRat(3333, 100)},
		}
		return numbers[d.throw(len(numbers))]
	case "neg", "ceil", "floor":
		return tree{sign: kind, in: []tree{grow(d, depth-1)}}
	case "round":
		return tree{sign: kind, in: []tree{grow(d, depth-1), {leaf: "0.05", rat: big.NewRat(1, 20)}}}
	case "min", "max":
		out := tree{sign: kind, in: []tree{grow(d, depth-1), grow(d, depth-1)}}
		if d.throw(2) == 1 {
			out.in = append(out.in, grow(d, depth-1))
		}
		return out
	}
	return tree{sign: kind, in: []tree{grow(d, depth-1), grow(d, depth-1)}}
}

// write writes the tree with parentheses around everything that is not a leaf, in random widths and
// spacing.
func (x tree) write(b *strings.Builder, d *dice) {
	noise := func(spellings ...string) {
		b.WriteString([]string{"", " ", "　", ""}[d.throw(4)])
		b.WriteString(spellings[d.throw(len(spellings))])
		b.WriteString([]string{"", "  "}[d.throw(2)])
	}
	switch x.sign {
	case "":
		b.WriteString(" ")
		b.WriteString(widen(x.leaf, d))
	case "neg":
		b.WriteString("(-")
		x.in[0].write(b, d)
		noise(")", "）")
	case "+", "-", "*", "/":
		b.WriteString("(")
		x.in[0].write(b, d)
		noise(map[string][]string{"+": {"+", "＋"}, "-": {"-", "－", "−"}, "*": {"*", "×", "＊", "·"}, "/": {"/", "÷", "／"}}[x.sign]...)
		x.in[1].write(b, d)
		noise(")", "）")
	default:
		noise(map[string][]string{
			"min": {"min", "MIN", "最小"}, "max": {"ｍａｘ", "最大值"}, "ceil": {"ceil", "向上取整"}, "floor": {"Floor", "向下取整"}, "round": {"round", "四舍五入"},
		}[x.sign]...)
		noise("(", "（")
		for i, in := range x.in {
			if i > 0 {
				noise(", ", "，　")
			}
			in.write(b, d)
		}
		noise(")")
	}
}

// widen writes a word in ordinary or full width.
func widen(word string, d *dice) string {
	if d.throw(2) == 0 {
		return word
	}
	return strings.Map(func(r rune) rune {
		if '!' <= r && r <= '~' {
			return r - '!' + '！'
		}
		return r
	}, word)
}

// slow works the tree out; nil for a division by zero anywhere.
func (x tree) slow() *big.Rat {
	if x.sign == "" {
		if x.rat != nil {
			return x.rat
		}
		return map[string]*big.Rat{"a": big.NewRat(7, 3), "b": big.NewRat(-5, 2), "c": big.NewRat(1000, 1), "零": new(big.Rat)}[x.leaf]
	}
	in := make([]*big.Rat, len(x.in))
	for i := range x.in {
		if in[i] = x.in[i].slow(); in[i] == nil {
			return nil
		}
	}
	z := new(big.Rat)
	switch x.sign {
	case "+":
		return z.Add(in[0], in[1])
	case "-":
		return z.Sub(in[0], in[1])
	case "*":
		return z.Mul(in[0], in[1])
	case "/":
		if in[1].Sign() == 0 {
			return nil
		}
		return z.Quo(in[0], in[1])
	case "neg":
		return z.Sub(z, in[0])
	case "min", "max":
		best := in[0]
		for _, y := range in[1:] {
			if (x.sign == "min") == (y.Cmp(best) < 0) {
				best = y
			}
		}
		return best
	default:
		step := big.NewRat(1, 1)
		if x.sign == "round" {
			step = in[1]
		}
		return z.Mul(step, slowWhole(x.sign, new(big.Rat).Quo(in[0], step)))
	}
}

// slowWhole returns the whole number that a rounding comes to; FloatString rounds to the nearest, a half
// away from zero.
func slowWhole(how string, x *big.Rat) *big.Rat {
	m, ok := new(big.Rat).SetString(x.FloatString(0))
	switch {
	case !ok:
		return nil
	case how == "ceil" && m.Cmp(x) < 0:
		m.Add(m, big.NewRat(1, 1))
	case how == "floor" && m.Cmp(x) > 0:
		m.Sub(m, big.NewRat(1, 1))
	}
	return m
}

// FuzzValue: what is written in any widths and spacing, and read, comes to what the tree it was written
// from comes to.
func FuzzValue(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
	f.Add([]byte("\x04\x01\x00\x00\x00\x01\x03\x02\x00\x01\x0a\x05\x00\x02"))
	f.Add([]byte("the quick brown fox jumps over the lazy dog, and then does it again, in another width and spacing"))
	f.Add([]byte("\x0a\x04\x00\x00\x00\x00\x01\x08\x04\x00\x00\x01\x00\x09\x05\x00\x00\x00\x02\x02\x03\x01\x00\x00\x01\x01"))
	vars := []formula.Variable{{Name: "a"}, {Name: "b"}, {Name: "c"}, {Name: "零"}}
	f.Fuzz(func(t *testing.T, data []byte) {
		d := dice(data)
		x := tree{sign: "+", in: []tree{{leaf: "a"}, grow(&d, 5)}}
		var b strings.Builder
		x.write(&b, &d)
		text := b.String()
		read, err := formula.Parse(text, vars, "")
		if err != nil {
			if errors.Is(err, formula.ErrLong) || errors.Is(err, formula.ErrMany) {
				return
			}
			t.Fatalf("%q: %v", text, err)
		}
		want := x.slow()
		got, err := read.Value(func(name string) (*big.Rat, bool) { return tree{leaf: name}.slow(), true })
		switch {
		case want == nil:
			if err == nil {
				t.Fatalf("%q = %v, which divides by zero", text, got)
			}
		case err != nil:
			t.Fatalf("%q: %v, want %v", text, err, want)
		case got.Cmp(want) != 0:
			t.Fatalf("%q = %v, want %v; normal form %q", text, got, want, read)
		}
	})
}
