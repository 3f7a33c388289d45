package metric_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// lamps is a definition without a problem.
func lamps() metric.Definition {
	name := func(s string) metric.Name { return metric.Name{EN: s} }
	return metric.Definition{
		Code: "lamps", Name: name("lamps intact"), Kind: metric.KindShare, Better: metric.HigherIsBetter, Source: "MAINT-34",
		Counts: metric.Term{Code: "intact", Name: name("lamps that are intact")},
		Bases:  []metric.Term{{Code: "all", Name: name("all lamps")}, {Code: "lit", Name: name("lamps in use")}},
		Targets: []metric.Target{
			{Is: metric.AtLeast, Value: fig("0.98")}, {Scale: "a", Is: metric.Exactly, Value: fig("1")},
		},
	}
}

// TestCompileListsEveryProblem: each change of a good definition is one problem, at its place.
func TestCompileListsEveryProblem(t *testing.T) {
	tests := []struct {
		name   string
		change func(*metric.Definition)
		want   []string
	}{
		{"nothing", func(*metric.Definition) {}, nil},
		{"no code", func(d *metric.Definition) { d.Code = "" }, []string{"metrics[0].code invalid/required"}},
		{"blank in the code", func(d *metric.Definition) { d.Code = "la mps" }, []string{"metrics[0].code metric/code"}},
		{"control character in the code", func(d *metric.Definition) { d.Code = "la\x00mps" }, []string{"metrics[0].code metric/code"}},
		{"no name", func(d *metric.Definition) { d.Name = metric.Name{ZH: " "} }, []string{"metrics[0].name metric/no-name"}},
		{"no kind", func(d *metric.Definition) { d.Kind = 0 }, []string{"metrics[0].kind invalid/required"}},
		{"another kind", func(d *metric.Definition) { d.Kind = 9 }, []string{"metrics[0].kind invalid/word"}},
		{"no direction", func(d *metric.Definition) { d.Better = 0 }, []string{"metrics[0].better invalid/required"}},
		{"another direction", func(d *metric.Definition) { d.Better = 3 }, []string{"metrics[0].better invalid/word"}},
		{"another cycle", func(d *metric.Definition) { d.Cycle = 5 }, []string{"metrics[0].cycle invalid/word"}},
		{"no source", func(d *metric.Definition) { d.Source = "\t" }, []string{"metrics[0].source invalid/required"}},
		{"share with a unit", func(d *metric.Definition) { d.Unit = "%" }, []string{"metrics[0].unit metric/unit-refused"}},
		{"mean without a unit", func(d *metric.Definition) { d.Kind = metric.KindMean }, []string{"metrics[0].unit invalid/required"}},
		{"amount without a unit, with bases", func(d *metric.Definition) { d.Kind = metric.KindAmount }, []string{
			"metrics[0].unit invalid/required", "metrics[0].bases metric/has-base",
		}},
		{"blank in a unit", func(d *metric.Definition) { d.Kind, d.Unit = metric.KindRatio, "k m" }, []string{"metrics[0].unit metric/unit"}},
		{"count with bases", func(d *metric.Definition) { d.Kind = metric.KindCount }, []string{"metrics[0].bases metric/has-base"}},
		{"share without a base", func(d *metric.Definition) { d.Bases = nil }, []string{"metrics[0].bases metric/needs-base"}},
		{"ratio without a base", func(d *metric.Definition) { d.Kind, d.Bases = metric.KindRatio, nil }, []string{"metrics[0].bases metric/needs-base"}},
		{"base twice", func(d *metric.Definition) { d.Bases[1].Code = "all" }, []string{"metrics[0].bases[1].code metric/twice"}},
		{"base without code and name", func(d *metric.Definition) { d.Bases[1] = metric.Term{} }, []string{
			"metrics[0].bases[1].code invalid/required", "metrics[0].bases[1].name metric/no-name",
		}},
		{"share of another unit", func(d *metric.Definition) { d.Bases[0].Unit = "m2" }, []string{"metrics[0].bases[0].unit metric/units"}},
		{"ratio of another unit", func(d *metric.Definition) { d.Kind, d.Bases[0].Unit = metric.KindRatio, "m2" }, nil},
		{"nothing is counted", func(d *metric.Definition) { d.Counts = metric.Term{} }, []string{
			"metrics[0].counts.code invalid/required", "metrics[0].counts.name metric/no-name",
		}},
		{"blank in the unit of what is counted", func(d *metric.Definition) { d.Counts.Unit, d.Bases = "k m", d.Bases[:0] }, []string{
			"metrics[0].counts.unit metric/unit", "metrics[0].bases metric/needs-base",
		}},
		{"target without relation and value", func(d *metric.Definition) { d.Targets[0] = metric.Target{} }, []string{
			"metrics[0].targets[0].is invalid/required", "metrics[0].targets[0].value invalid/required",
		}},
		{"another relation", func(d *metric.Definition) { d.Targets[0].Is = 6 }, []string{"metrics[0].targets[0].is invalid/word"}},
		{"98 for 98 percent", func(d *metric.Definition) { d.Targets[0].Value = fig("98") }, []string{"metrics[0].targets[0].value metric/target-share"}},
		{"share below 0", func(d *metric.Definition) { d.Targets[0].Value = fig("-0.1") }, []string{"metrics[0].targets[0].value metric/target-share"}},
		{"ratio below 0", func(d *metric.Definition) { d.Kind, d.Targets[0].Value = metric.KindRatio, fig("-0.1") }, []string{"metrics[0].targets[0].value metric/negative"}},
		{"mean below 0", func(d *metric.Definition) { d.Kind, d.Unit, d.Targets[0].Value = metric.KindMean, "K", fig("-0.1") }, nil},
		{"ratio above 1", func(d *metric.Definition) { d.Kind, d.Targets[0].Value = metric.KindRatio, fig("1.2") }, nil},
		{"target asks for the worse", func(d *metric.Definition) { d.Better = metric.LowerIsBetter }, []string{"metrics[0].targets[0].is metric/target-side"}},
		{"limit asks for the worse", func(d *metric.Definition) { d.Targets[0].Is = metric.Below }, []string{"metrics[0].targets[0].is metric/target-side"}},
		{"limit where lower is better", func(d *metric.Definition) { d.Better, d.Targets[0].Is = metric.LowerIsBetter, metric.Below }, nil},
		{"scale twice", func(d *metric.Definition) { d.Targets[1].Scale = "" }, []string{"metrics[0].targets[1].scale metric/twice"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := lamps()
			tt.change(&d)
			set, err := metric.Compile(metric.Catalogue{Code: "c", Metrics: []metric.Definition{d}})
			if diff := cmp.Diff(tt.want, problems(t, err)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
			require.Equal(t, err != nil, set == nil)
		})
	}
}

func TestCompileCatalogue(t *testing.T) {
	_, err := metric.Compile(metric.Catalogue{})
	require.Equal(t, []string{"code invalid/required", "metrics invalid/required"}, problems(t, err))
	again, third := lamps(), lamps()
	again.Source, third.Code = "", "third"
	_, err = metric.Compile(metric.Catalogue{Code: "a b", Metrics: []metric.Definition{lamps(), again, third}})
	require.Equal(t, []string{"code metric/code", "metrics[1].code metric/twice", "metrics[1].source invalid/required"}, problems(t, err))
	_, err = metric.Compile(metric.Catalogue{Code: "c", Metrics: make([]metric.Definition, 2)})
	require.NotContains(t, problems(t, err), "metrics[1].code metric/twice", "a missing code is missing, not repeated")
}

func TestCatalogueIsCheckedWhenRead(t *testing.T) {
	_, err := invalid.Decode[metric.Catalogue]([]byte(`{"code": "c", "metrics": [{"code": "m", "name": {"en": "m"}, "kind": "rate", "better": "higher",
		"counts": {"code": "n", "name": {"en": "n"}}, "targets": [{"is": "atLeast", "value": 0.98}], "source": "s"}]}`), "c")
	require.Equal(t, []string{"metrics[0].kind invalid/word", "metrics[0].targets[0].value invalid/type"}, problems(t, err))
}

// TestSetKeepsNothing: neither what it was made of nor what it gives changes it.
func TestSetKeepsNothing(t *testing.T) {
	d := lamps()
	set, err := metric.Compile(metric.Catalogue{Code: "c", Metrics: []metric.Definition{d}})
	require.NoError(t, err)
	d.Bases[0].Code, d.Targets[0].Value = "changed", fig("0")
	given, ok := set.Definition("lamps")
	require.True(t, ok)
	given.Bases[1].Code, given.Targets[1].Value = "changed", fig("0")
	for each := range set.All() {
		require.Empty(t, cmp.Diff(lamps(), each, cmp.Comparer(func(a, b metric.Figure) bool { return a == b })))
		each.Bases[0].Code = "changed"
	}
	again, _ := set.Definition("lamps")
	require.Equal(t, lamps(), again)
}

func TestSetOfNothing(t *testing.T) {
	var set *metric.Set
	for range set.All() {
		t.Error("a nil set has no metric")
	}
	_, ok := set.Definition("lamps")
	require.False(t, ok)
	_, err := set.Value(counted("lamps", "1", "2"))
	require.ErrorIs(t, err, metric.ErrMetric)
}

func TestAllStops(t *testing.T) {
	n := 0
	for range china(t).All() {
		if n++; n == 3 {
			break
		}
	}
	require.Equal(t, 3, n)
}
