package explain_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

func TestCheckRefuses(t *testing.T) {
	cny := num("1", "CNY")
	const noon = "2026-09-20T12:00:00Z"
	ninety := num(strings.Repeat("9", 90), "")
	deep := num("1", "")
	for range 64 {
		deep = explain.Sum("", deep)
	}
	tests := []struct {
		name string
		step explain.Step
		path string
		want invalid.RuleError
	}{
		{"nothing", explain.Step{}, "", explain.ErrOp},
		{"unknown operation", explain.Step{Op: 99}, "", explain.ErrOp},
		{"no value", explain.Given(labelArea, explain.Value{}), "", explain.ErrEmpty},
		{"given from something", explain.Step{Op: explain.OpGiven, Value: cny.Value, Inputs: []explain.Step{cny}}, "", explain.ErrArity},
		{"empty sum", explain.Sum(""), "", explain.ErrArity},
		{"sum of a text", explain.Sum("", word("vacant")), "", explain.ErrNumber},
		{"sum of a long spelling", explain.Sum("", word("2.80")), "", explain.ErrNumber},
		{"sum of units", explain.Sum("", cny, num("1", "m2")), "", explain.ErrUnits},
		{"two slashes", explain.Given("", explain.Value{Text: "1", Unit: "CNY/m2/d"}), "", explain.ErrUnit},
		{"blank in a unit", num("1", "CNY m2"), "", explain.ErrUnit},
		{"by zero", explain.Ratio("", cny, num("0", "d")), "", explain.ErrZero},
		{"mode", explain.Round("", cny, "bankers", "0.01"), "", explain.ErrMode},
		{"no step", explain.Round("", cny, "halfUp", ""), "", explain.ErrStep},
		{"step zero", explain.Round("", cny, "halfUp", "0"), "", explain.ErrStep},
		{"step below zero", explain.Round("", cny, "halfUp", "-0.01"), "", explain.ErrStep},
		{"step with exponent", explain.Round("", cny, "halfUp", "1e-999999999"), "", explain.ErrStep},
		{"rounding lost", explain.Step{Op: explain.OpRound, Value: cny.Value, Inputs: []explain.Step{cny}}, "", explain.ErrField},
		{"stray relation", explain.Step{Op: explain.OpSum, Relation: "<", Value: cny.Value, Inputs: []explain.Step{cny}}, "", explain.ErrField},
		{"stray index", explain.Step{Op: explain.OpSum, Index: 1, Value: cny.Value, Inputs: []explain.Step{cny}}, "", explain.ErrField},
		{"total not in fen", explain.Allocate("", 0, "0.01", num("0.005", "CNY"), cny), "", explain.ErrStep},
		{"no such share", explain.Allocate("", 2, "0.01", cny, cny, cny), "", explain.ErrIndex},
		{"share before the first", explain.Allocate("", -1, "0.01", cny, cny), "", explain.ErrIndex},
		{"weights zero", explain.Allocate("", 0, "0.01", cny, num("0", "m2")), "", explain.ErrWeight},
		{"weight below zero", explain.Allocate("", 0, "0.01", cny, num("-1", "m2"), num("3", "m2")), "", explain.ErrWeight},
		{"weights of two units", explain.Allocate("", 0, "0.01", cny, num("1", "m2"), num("3", "d")), "", explain.ErrUnits},
		{"no such candidate", explain.Pick("", 1, cny), "", explain.ErrIndex},
		{"bounds crossed", explain.Clamp("", cny, num("2", "CNY"), num("1", "CNY")), "", explain.ErrBounds},
		{"relation", explain.Compare("", cny, "!=", cny), "", explain.ErrRelation},
		{"order of codes", explain.Compare("", word("A-1"), "<", word("A-2")), "", explain.ErrOrder},
		{"order of spellings", explain.Compare("", word("2.80"), "<", word("10.00")), "", explain.ErrOrder},
		{"no such day", explain.Compare("", word("2026-02-30"), "<", word("2026-03-01")), "", explain.ErrOrder},
		{"a day is no instant", explain.Shift("", word("2026-09-20"), num("1", "s")), "", explain.ErrInstant},
		{"an instant with a unit", explain.Shift("", explain.Given("", explain.Value{Text: noon, Unit: "s"}), num("1", "s")), "", explain.ErrInstant},
		{"a length moved", explain.Shift("", num("1", "s"), num("1", "s")), "", explain.ErrInstant},
		{"an instant without an offset", explain.Shift("", word("2026-09-20T12:00:00"), num("1", "s")), "", explain.ErrInstant},
		{"hour of one digit", explain.Shift("", word("2026-09-20T8:00:00+08:00"), num("1", "s")), "", explain.ErrInstant},
		{"comma before the fraction", explain.Shift("", word("2026-09-20T12:00:00,5Z"), num("1", "s")), "", explain.ErrInstant},
		{"a tenth of a nanosecond", explain.Shift("", word("2026-09-20T12:00:00.1234567891Z"), num("1", "s")), "", explain.ErrInstant},
		{"no such offset", explain.Shift("", word("2026-09-20T12:00:00+24:00"), num("1", "s")), "", explain.ErrInstant},
		{"no such offset behind", explain.Shift("", word("2026-09-20T12:00:00-24:00"), num("1", "s")), "", explain.ErrInstant},
		{"60 minutes of offset", explain.Shift("", word("2026-09-20T12:00:00+08:60"), num("1", "s")), "", explain.ErrInstant},
		{"leap second", explain.Shift("", word("2016-12-31T23:59:60Z"), num("1", "s")), "", explain.ErrInstant},
		{"the year 0", explain.Shift("", word("0000-12-31T23:59:59Z"), num("1", "s")), "", explain.ErrInstant},
		{"moved by nothing", explain.Shift("", word(noon)), "", explain.ErrArity},
		{"moved by a number", explain.Shift("", word(noon), num("1", "")), "", explain.ErrLength},
		{"moved by minutes", explain.Shift("", word(noon), num("1", "s"), num("30", "min")), "", explain.ErrLength},
		{"moved by a speed", explain.Shift("", word(noon), num("1", "s/m")), "", explain.ErrLength},
		{"moved by a third of a second", explain.Shift("", word(noon), explain.Ratio("", num("1", "s"), num("3", ""))), "", explain.ErrLength},
		{"moved by a part of a nanosecond", explain.Shift("", word(noon), num("0.0000000001", "s")), "", explain.ErrLength},
		{"moved by a word", explain.Shift("", word(noon), word("8h")), "", explain.ErrNumber},
		{"into the year 10000", explain.Shift("", word("9999-12-31T23:59:59-02:00"), num("1", "s")), "", explain.ErrYears},
		{"into the year 0", explain.Shift("", word("0001-01-01T00:00:00+08:00"), num("-0.000000001", "s")), "", explain.ErrYears},
		{"out of all calendars", explain.Shift("", word(noon), num(strings.Repeat("9", 200), "s")), "", explain.ErrYears},
		{"a second late", explain.Shift("", word(noon), num("60", "s")).As(explain.Value{Text: "2026-09-20T12:01:01Z"}), "", explain.ErrResult},
		{"an instant with a unit as result", explain.Shift("", word(noon), num("60", "s")).As(explain.Value{Text: "2026-09-20T20:01:00+08:00", Unit: "s"}), "", explain.ErrResult},
		{"order of an instant and a day", explain.Compare("", word(noon), "<", word("2026-09-21")), "", explain.ErrOrder},
		{"order beyond the nanosecond", explain.Compare("", word("2026-09-20T12:00:00.1234567891Z"), "<", word("2026-09-20T12:00:00.1234567892Z")), "", explain.ErrOrder},
		{"order of a loose time of day", explain.Compare("", word("7:30"), "<", word("08:00")), "", explain.ErrOrder},
		{"number too long", explain.Product("", ninety, ninety, ninety), "", explain.ErrLarge},
		{"text of digits", word(strings.Repeat("9", 201)), "", explain.ErrLarge},
		{"too deep", deep, strings.Repeat("inputs[0].", 63) + "inputs[0]", explain.ErrDeep},
		{"deep down", explain.Count("", cny, explain.Count("", cny, cny, cny.As(explain.Value{}))), "inputs[1].inputs[2]", explain.ErrEmpty},
		{"another figure", explain.Count("", explain.Sum("", cny, cny).As(explain.Decimal("2.01", "CNY"))), "inputs[0]", explain.ErrResult},
		{"long spelling", explain.Sum("", cny).As(explain.Value{Text: "1.00", Unit: "CNY"}), "", explain.ErrResult},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.step.Check()
			var all *invalid.Error
			if !errors.As(err, &all) || len(all.Fields) != 1 {
				t.Fatalf("Check() = %v, want one problem", err)
			}
			if got := all.Fields[0]; got.Path != tt.path || !errors.Is(err, tt.want) {
				t.Errorf("Check() = %v, want %s at %q", err, tt.want.ID(), tt.path)
			}
			if len(tt.step.Inputs) > 0 && tt.path == "" && tt.want != explain.ErrResult &&
				tt.want != explain.ErrField && tt.want != explain.ErrArity {
				require.Equal(t, explain.Value{}, tt.step.Value, "a result where none follows")
			}
		})
	}
}

func TestCheckListsEveryStep(t *testing.T) {
	wrong := explain.Sum("", num("1", "CNY")).As(explain.Decimal("2", "CNY"))
	err := explain.Sum("", wrong, num("1", "CNY"), wrong).As(explain.Decimal("4", "CNY")).Check()
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	want := []*invalid.FieldError{
		{Path: "", Rule: explain.ErrResult, Args: []string{"4 CNY", "5 CNY"}},
		{Path: "inputs[0]", Rule: explain.ErrResult, Args: []string{"2 CNY", "1 CNY"}},
		{Path: "inputs[2]", Rule: explain.ErrResult, Args: []string{"2 CNY", "1 CNY"}},
	}
	if diff := cmp.Diff(want, all.Fields); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

func TestUnitsInAnyOrder(t *testing.T) {
	s := explain.Product("", num("2", "kWh"), num("3", "d"))
	require.NoError(t, s.As(explain.Value{Text: "6", Unit: "kWh·d"}).Check())
	require.NoError(t, s.As(explain.Value{Text: "6", Unit: "d·kWh"}).Check())
	require.Error(t, s.As(explain.Value{Text: "6", Unit: "kWh/d"}).Check())
}

// bill is a derivation with every operation in which each given figure counts,
// except where sensitive says otherwise.
func bill() explain.Step {
	area := explain.Given(labelArea, explain.Decimal("89.53", "m2")).From("unit 1-0803")
	price := explain.Clamp("", num("2.55", "CNY/m2"), num("1.60", "CNY/m2"), num("2.40", "CNY/m2"))
	days := explain.Ratio(labelDays, num("15", "d"), num("31", "d"))
	fee := explain.Round(labelFee, explain.Product("", area, price, days), "halfUp", "0.01")
	lift := explain.Round("", explain.Product("", area, num("0.35", "CNY/m2")), "halfEven", "0.01")
	tie := explain.Round("", explain.Product("", num("1.25", ""), num("0.1", "CNY")), "halfDown", "0.01")
	energy := explain.Allocate("", 1, "0.01", num("1000", "CNY"), area, num("120.10", "m2"), num("65.37", "m2"))
	penalty := explain.Pick("", 1, num("3", "CNY"), explain.Product("", explain.Count("", area, area), num("4", "CNY")))
	total := explain.Sum("", fee, lift, tie, energy, penalty)
	due := explain.Shift("", word("2026-09-20T16:00:00+08:00"), explain.Sum("", num("30600", "s"), num("-0.5", "s")), num("7200", "s"))
	return explain.Count("", total, explain.Compare("", total, "=", total), due)
}

// sensitive reports whether a change of a given input must be seen in the result
// of its parent. A bound that does not bind, a candidate that was not picked and
// an entry that is only counted may change.
func sensitive(parent explain.Op) bool {
	return parent != explain.OpClamp && parent != explain.OpPick && parent != explain.OpCount
}

// change returns a copy with one step replaced.
func change(s explain.Step, at []int, f func(explain.Step) explain.Step) explain.Step {
	if len(at) == 0 {
		return f(s)
	}
	s.Inputs = slices.Clone(s.Inputs)
	s.Inputs[at[0]] = change(s.Inputs[at[0]], at[1:], f)
	return s
}

// places calls f for every step with the way to it and the operation above it.
func places(s explain.Step, at []int, parent explain.Op, f func(at []int, parent explain.Op, s explain.Step)) {
	f(at, parent, s)
	for i, in := range s.Inputs {
		places(in, append(slices.Clip(at), i), s.Op, f)
	}
}

func TestCheckSeesEveryChange(t *testing.T) {
	whole := bill()
	require.NoError(t, whole.Check())
	refused := 0
	expect := func(at []int, what string, f func(explain.Step) explain.Step) {
		t.Helper()
		if change(whole, at, f).Check() == nil {
			t.Errorf("%s changed at %v: Check() = nil, want an error", what, at)
		}
		refused++
	}
	places(whole, nil, 0, func(at []int, parent explain.Op, s explain.Step) {
		for op := range explain.Op(13) {
			if op != s.Op {
				expect(at, "op to "+op.String(), func(s explain.Step) explain.Step { s.Op = op; return s })
			}
		}
		if s.Op != explain.OpGiven || sensitive(parent) {
			for _, text := range []string{"", "7777", "1" + s.Value.Text, "-" + s.Value.Text, "?"} {
				expect(at, "figure to "+text, func(s explain.Step) explain.Step { s.Value.Text = text; return s })
			}
		}
		if s.Op != explain.OpGiven || sensitive(parent) || parent == explain.OpClamp {
			expect(at, "unit", func(s explain.Step) explain.Step { s.Value.Unit = "kg"; return s })
		}
		switch s.Op {
		case explain.OpRound:
			for _, step := range []string{"1", "0.0001", "", "0", "-0.01"} {
				expect(at, "step", func(s explain.Step) explain.Step {
					s.Rounding = &explain.Rounding{Mode: s.Rounding.Mode, Step: step}
					return s
				})
			}
			expect(at, "rounding", func(s explain.Step) explain.Step { s.Rounding = nil; return s })
		case explain.OpAllocate:
			for _, a := range []*explain.Allocation{nil, {0, "0.01"}, {2, "0.01"}, {3, "0.01"}, {1, "1"}, {1, "0.001"}} {
				expect(at, "allocation", func(s explain.Step) explain.Step { s.Allocation = a; return s })
			}
		case explain.OpPick:
			for _, i := range []int{-1, 0, 2} {
				expect(at, "index", func(s explain.Step) explain.Step { s.Index = i; return s })
			}
		case explain.OpCompare:
			for _, r := range []string{"", "<", ">", "=="} {
				expect(at, "relation", func(s explain.Step) explain.Step { s.Relation = r; return s })
			}
		case explain.OpGiven, explain.OpSum, explain.OpProduct, explain.OpRatio, explain.OpClamp, explain.OpCount, explain.OpShift:
		}
	})
	require.Greater(t, refused, 500)
}

func TestCheckSeesTheMode(t *testing.T) {
	tests := []struct {
		exact  string
		mode   string
		others []string
	}{
		{"0.125", "halfUp", []string{"halfEven", "halfDown", "down", "floor"}},
		{"0.125", "halfEven", []string{"halfUp", "up", "ceiling"}},
		{"-0.125", "ceiling", []string{"halfUp", "up", "floor"}},
		{"-0.125", "floor", []string{"halfEven", "halfDown", "down", "ceiling"}},
	}
	for _, tt := range tests {
		s := explain.Round("", num(tt.exact, "CNY"), tt.mode, "0.01")
		require.NoError(t, s.Check())
		for _, mode := range tt.others {
			s.Rounding = &explain.Rounding{Mode: mode, Step: "0.01"}
			if !errors.Is(s.Check(), explain.ErrResult) {
				t.Errorf("%s rounded %s passes as %s", tt.exact, tt.mode, mode)
			}
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	whole := bill()
	data, err := json.Marshal(whole)
	require.NoError(t, err)
	back, err := invalid.Decode[explain.Step](data, "derivation")
	require.NoError(t, err)
	require.NoError(t, back.Check())
	// A document keeps the identifiers of labels only.
	sameID := cmp.Comparer(func(a, b explain.Label) bool { return a.ID() == b.ID() })
	if diff := cmp.Diff(whole, back, sameID); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

func TestJSONDepth(t *testing.T) {
	s := num("1", "")
	for range 31 {
		s = explain.Sum("", s)
	}
	decode := func(s explain.Step) error {
		data, err := json.Marshal(s)
		require.NoError(t, err)
		_, err = invalid.Decode[explain.Step](data, "derivation")
		return err
	}
	require.NoError(t, decode(s), "32 levels")
	require.ErrorIs(t, decode(explain.Sum("", s)), invalid.ErrDeep)
	require.NoError(t, explain.Sum("", s).Check())
}

func TestJSONNames(t *testing.T) {
	s := explain.Round(labelFee, num("0.125", "CNY"), "halfUp", "0.01").WithArgs("1-0803").From("tariff pm")
	data, err := json.Marshal(s)
	require.NoError(t, err)
	require.JSONEq(t, `{"op":"round","label":"test/fee","args":["1-0803"],"result":{"value":"0.13","unit":"CNY"},
		"source":"tariff pm","rounding":{"mode":"halfUp","step":"0.01"},
		"inputs":[{"op":"given","result":{"value":"0.125","unit":"CNY"}}]}`, string(data))
}

func TestCheckIsBounded(t *testing.T) {
	longest := strings.Repeat("7", 99) + "/1" + strings.Repeat("0", 98) + "3" // as long as a number may be
	weights := make([]explain.Step, 90_000)
	for i := range weights {
		weights[i] = word(longest)
	}
	cycle := explain.Step{Op: explain.OpSum, Inputs: make([]explain.Step, 2)}
	cycle.Inputs[0], cycle.Inputs[1] = cycle, cycle
	shared := num("1", "")
	for range 60 {
		shared = explain.Count("", shared, shared)
	}
	wide := explain.Step{Op: explain.OpCount, Inputs: make([]explain.Step, 100_000)}
	tests := []struct {
		name string
		step explain.Step
	}{
		{"long weights", explain.Allocate("", 0, "0.01", num("1", "CNY"), weights...).As(explain.Value{})},
		{"its own input", cycle},
		{"shared inputs", shared},
		{"more steps than allowed", wide},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Error(t, tt.step.Check()) // unbounded, it would run into the test's own timeout
		})
	}
	require.ErrorIs(t, wide.Check(), explain.ErrMany)
	require.ErrorIs(t, cycle.Check(), explain.ErrMany)
}

func FuzzCheck(f *testing.F) {
	whole, err := json.Marshal(bill())
	require.NoError(f, err)
	f.Add(string(whole))
	f.Add(`{"op":"sum","result":{"value":"1e999999999"},"inputs":[{"op":"given","result":{"value":"1e999999999"}}]}`)
	f.Add(`{"op":"allocate","result":{"value":"1"},"allocation":{"index":-1,"step":"0"},"inputs":[{},{}]}`)
	f.Add(`{"op":"clamp","relation":"<","index":-3,"omitted":-1,"inputs":[{"inputs":[{}]}]}`)
	f.Add(`{"op":"round","rounding":{},"result":{"value":"1/0"},"inputs":[{"op":"given","result":{"value":"1/0","unit":"/·"}}]}`)
	f.Add(`{"op":"shift","result":{"value":"2026-09-20T08:01:00Z"},"inputs":[{"op":"given","result":{"value":"2026-09-20T16:00:00+08:00"}},{"op":"given","result":{"value":"60","unit":"s"}}]}`)
	f.Add(`{"op":"compare","result":{"value":"true"},"inputs":[]}`)
	p := printer(f, "zh")
	f.Fuzz(func(t *testing.T, data string) {
		var s explain.Step
		if json.Unmarshal([]byte(data), &s) != nil {
			return
		}
		first := s.Check()
		second := s.Check()
		require.Equal(t, first == nil, second == nil)
		lines := strings.Count(explain.Text(p, s), "\n")
		steps := 0
		explain.Walk(s, func(string, explain.Step) bool { steps++; return true })
		omitted := 0
		explain.Walk(s, func(_ string, s explain.Step) bool { omitted += min(1, max(0, s.Omitted)); return true })
		require.LessOrEqual(t, lines, steps+omitted, "a line is a step or says what is omitted")
		if first != nil {
			return
		}
		out, err := json.Marshal(s)
		require.NoError(t, err)
		back, err := invalid.Decode[explain.Step](out, "derivation")
		if errors.Is(err, invalid.ErrDeep) {
			return
		}
		require.NoError(t, err)
		require.NoError(t, back.Check())
	})
}

func BenchmarkCheck(b *testing.B) {
	weights := make([]explain.Step, 500)
	for i := range weights {
		weights[i] = num(strconv.Itoa(80+i), "m2")
	}
	s := explain.Allocate("", 7, "0.01", num("1234.56", "CNY"), weights...)
	b.Run("share/weights=500", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := s.Check(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
