package rating_test

import (
	"encoding/json"
	"maps"
	"math/big"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// slowStored is a result or a standing that was stored and read back.
type slowStored interface {
	Why() explain.Step
	WhyBand() explain.Step
}

// slowTamper changes one figure after the other in the text of a stored value and calls try with the name of the figure, all
// indices left out, and the text.
func slowTamper(t *testing.T, text string, try func(name, text string)) {
	t.Helper()
	var tree any
	require.NoError(t, json.Unmarshal([]byte(text), &tree))
	number := regexp.MustCompile(`^\d+(\.\d+)?(/\d+)?$`)
	var walk func(node any, name string)
	leaf := func(value any, name string, set func(any)) {
		s, ok := value.(string)
		if !ok || !number.MatchString(s) {
			walk(value, name)
			return
		}
		r, ok := new(big.Rat).SetString(s)
		require.True(t, ok)
		other, err := rating.ScoreOfRat(slowAdd(r, big.NewRat(1, 1)))
		if err != nil {
			return
		}
		set(other.String())
		changed, err := json.Marshal(tree)
		require.NoError(t, err)
		try(name, string(changed))
		set(s)
	}
	walk = func(node any, name string) {
		switch n := node.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(n)) {
				leaf(n[key], name+"."+key, func(v any) { n[key] = v })
			}
		case []any:
			for i := range n {
				leaf(n[i], name, func(v any) { n[i] = v })
			}
		}
	}
	walk(tree, "")
}

// slowTampered is how often a change of each figure was refused by the derivations, was shown in them, or is not in them at all.
type slowTampered struct{ refused, shown, silent map[string]int }

func newSlowTampered() slowTampered {
	return slowTampered{map[string]int{}, map[string]int{}, map[string]int{}}
}

func (c slowTampered) count(name string, was, is slowStored, score rating.Score, band string) {
	why, whyBand := is.Why(), is.WhyBand()
	switch {
	case why.Check() != nil, why.Value.Text != score.String(), whyBand.Check() != nil,
		band != "" && whyBand.Value.Text != band:
		c.refused[name]++
	case !reflect.DeepEqual(why, was.Why()), !reflect.DeepEqual(whyBand, was.WhyBand()):
		c.shown[name]++
	default:
		c.silent[name]++
	}
}

// refuses reports the figures of which a change was taken.
func (c slowTampered) refuses(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		require.Positive(t, c.refused[name], "%s was never changed", name)
		require.Zero(t, c.shown[name]+c.silent[name], "%s was changed, and the value still derives", name)
	}
	t.Log("not in the derivation:", c.silent)
}

func TestSlowStoredResults(t *testing.T) {
	counts := newSlowTampered()
	slowCases(t, 25, func(t *testing.T, _ *slowDice, c slowCase) {
		t.Helper()
		text := slowJSON(t, c.result)
		var back rating.Result
		require.NoError(t, json.Unmarshal([]byte(text), &back))
		if diff := cmp.Diff(c.result, back, cmpopts.EquateEmpty(), cmpopts.EquateComparable(rating.Score{}, metric.Figure{})); diff != "" {
			t.Errorf("read back (-stored +read):\n%s", diff)
		}
		why, band := back.Why(), back.WhyBand()
		require.NoError(t, why.Check())
		require.NoError(t, band.Check())
		require.Equal(t, c.result.Why(), why)
		require.Equal(t, c.result.WhyBand(), band)
		if c.result.State != rating.Rated {
			require.Equal(t, c.result.State.String(), why.Value.Text)
			return
		}
		require.Equal(t, c.result.Score.String(), why.Value.Text)
		if c.result.Nullified {
			return
		}
		slowTamper(t, text, func(name, text string) {
			var other rating.Result
			require.NoError(t, json.Unmarshal([]byte(text), &other), name)
			counts.count(name, &c.result, &other, other.Score, other.Band)
		})
	})
	counts.refuses(t, ".score", ".raw", ".items.points", ".sections.raw", ".bonus")
}

func TestSlowStoredStandings(t *testing.T) {
	counts := newSlowTampered()
	for seed := range uint64(40) {
		d := slowSeed(seed)
		scheme := slowScheme(d)
		contest, err := rating.CompileScheme(scheme, nil)
		require.NoError(t, err)
		standings, err := contest.Assess(slowYearOf(d, &scheme))
		require.NoError(t, err)
		for _, s := range standings {
			text := slowJSON(t, s)
			var back rating.Standing
			require.NoError(t, json.Unmarshal([]byte(text), &back))
			require.Equal(t, s.Why(), back.Why())
			require.Equal(t, s.WhyBand(), back.WhyBand())
			if s.State != rating.Rated {
				continue
			}
			slowTamper(t, text, func(name, text string) {
				var other rating.Standing
				require.NoError(t, json.Unmarshal([]byte(text), &other), name)
				counts.count(name, &s, &other, other.Score, other.Band)
			})
		}
	}
	counts.refuses(t, ".score", ".tiers.score")
}
