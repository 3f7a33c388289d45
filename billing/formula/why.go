package formula

import (
	"math/big"

	"github.com/wuyekit/wuye/property/explain"
)

// Why derives the result, as what label says it is. Bind returns the step that a declared name stands
// for, with a figure in the name's unit, and is asked once for each name. Numbers of the formula are
// given, with their units. Where [Formula.Value] returns a value this is the derivation of
// the same, and [explain.Step.Check] passes; where it returns an error, Check says so too. That holds
// for steps that are right themselves and at most 32 levels deep.
//
// A name that is not bound is a step without a value. A nil or zero Formula derives no value.
func (f *Formula) Why(label explain.Label, bind func(name string) (explain.Step, bool)) explain.Step {
	if f == nil || f.root == nil {
		return explain.Given(label, explain.Value{})
	}
	d := derivation{steps: make([]explain.Step, len(f.names))}
	for i, v := range f.names {
		d.steps[i] = explain.Given(labelUnbound, explain.Value{}, v.name)
		if bind == nil {
			continue
		}
		if step, ok := bind(v.name); ok {
			d.steps[i] = step
		}
	}
	step := d.step(f.root)
	if f.root.op == opVariable {
		step = explain.Sum(label, step)
	}
	if label != "" {
		step.Label = label
	}
	if step.Value.Text == "" {
		return step
	}
	return step.As(explain.Value{Text: step.Value.Text, Unit: f.unit})
}

type derivation struct {
	steps []explain.Step // of the names
}

func (d *derivation) step(n *node) explain.Step {
	switch n.op {
	case opNumber:
		return explain.Given("", explain.Value{Text: n.number.text, Unit: n.unit.String()})
	case opVariable:
		return d.steps[n.variable]
	case opNegate, opSum, opProduct, opRatio, opMin, opMax, opCeil, opFloor, opRound:
	}
	in := make([]explain.Step, len(n.args))
	for i, arg := range n.args {
		in[i] = d.step(arg)
	}
	return n.op.derive(in, n)
}

func (o op) derive(in []explain.Step, n *node) explain.Step {
	switch o {
	case opNegate:
		return explain.Product(labelMinus, explain.Given("", explain.Decimal("-1", "")), in[0])
	case opSum:
		return explain.Sum("", in...)
	case opProduct:
		return explain.Product("", in...)
	case opRatio:
		return explain.Ratio("", in[0], in[1])
	case opMin:
		return o.choose(labelMin, in)
	case opMax:
		return o.choose(labelMax, in)
	case opCeil:
		return explain.Round("", in[0], "ceiling", "1")
	case opFloor:
		return explain.Round("", in[0], "floor", "1")
	case opRound:
		return explain.Round("", in[0], "halfUp", n.args[1].number.text)
	case opNumber, opVariable:
	}
	return explain.Step{}
}

// choose derives the least or greatest; nothing where one of them is not known.
func (o op) choose(label explain.Label, in []explain.Step) explain.Step {
	values := make([]*big.Rat, len(in))
	for i, s := range in {
		v, ok := explain.Number(s.Value.Text)
		if !ok {
			return explain.Pick(label, 0, in...).As(explain.Value{})
		}
		values[i] = v
	}
	return explain.Pick(label, o.pick(values), in...)
}
