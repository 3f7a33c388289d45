package wuye_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// vector is a worked example: cases of one operation, each with its input and what must
// come out. testdata/vectors/README.md describes the operations for other languages.
type vector struct {
	ID     string       `json:"id"`
	Source string       `json:"source"`
	Title  string       `json:"title"`
	Op     string       `json:"op"`
	Cases  []vectorCase `json:"cases"`
}

type vectorCase struct {
	Name     string          `json:"name"`
	Input    json.RawMessage `json:"input"`
	Expected json.RawMessage `json:"expected"`
}

// vectorIDs are the examples that must be there; a lost file fails.
var vectorIDs = []string{"EX-001", "EX-102", "EX-105", "EX-106", "EX-116", "W-49", "W-50"}

func TestVectors(t *testing.T) {
	ops := map[string]func(*testing.T, vectorCase) any{
		"bill": billVector, "taxWithin": taxVector, "managedArea": managedAreaVector, "yards": yardsVector,
	}
	files, err := filepath.Glob(filepath.Join("testdata", "vectors", "*.json"))
	require.NoError(t, err)
	var found []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var v vector
		require.NoError(t, json.Unmarshal(data, &v), file)
		require.Equal(t, strings.TrimSuffix(filepath.Base(file), ".json"), v.ID)
		require.NotEmpty(t, v.Cases, file)
		found = append(found, v.ID)
		for _, c := range v.Cases {
			t.Run(v.ID+"/"+c.Name, func(t *testing.T) {
				require.Contains(t, ops, v.Op)
				got, err := json.Marshal(ops[v.Op](t, c))
				require.NoError(t, err)
				if diff := cmp.Diff(generic(t, c.Expected), generic(t, got)); diff != "" {
					t.Errorf("mismatch (-want +got)\n%s", diff)
				}
			})
		}
	}
	require.Equal(t, vectorIDs, found)
}

func generic(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	require.NoError(t, json.Unmarshal(data, &v))
	return v
}

// input reads a case's input strictly.
func input[T any](t *testing.T, c vectorCase) T {
	t.Helper()
	v, err := invalid.Decode[T](c.Input, c.Name)
	require.NoError(t, err)
	return v
}

func billVector(t *testing.T, c vectorCase) any {
	t.Helper()
	type lineOut struct {
		From   string       `json:"from"`
		To     string       `json:"to"`
		Days   uint32       `json:"days"`
		Of     uint32       `json:"of"`
		Amount money.Amount `json:"amount"`
	}
	type out struct {
		Total money.Amount `json:"total"`
		Lines []lineOut    `json:"lines"`
	}
	in := input[struct {
		Estate property.Estate `json:"estate"`
		Book   billing.Book    `json:"book"`
		Facts  billing.Facts   `json:"facts,omitzero"`
		Period civil.Period    `json:"period"`
	}](t, c)
	reg, err := in.Estate.Build()
	require.NoError(t, err)
	run, err := billing.Prepare(reg, in.Book, in.Facts, in.Period)
	require.NoError(t, err)
	var got out
	for b, err := range run.Bills(0, run.Len()) {
		require.NoError(t, err)
		require.NoError(t, billing.Verify(b))
		require.NoError(t, b.Why().Check())
		got.Total = b.Total
		for _, l := range b.Lines {
			p := l.Facts.Product
			got.Lines = append(got.Lines, lineOut{l.Period.Start.String(), l.Period.Last().String(), p.Days, p.Of, l.Amount})
		}
	}
	return got
}

func taxVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Gross money.Amount `json:"gross"`
		Rate  money.Rate   `json:"rate"`
		Levy  money.Rate   `json:"levy,omitzero"`
	}](t, c)
	if !in.Levy.IsZero() {
		_, tax, err := money.ReducedTaxWithin(in.Gross, in.Rate, in.Levy)
		require.NoError(t, err)
		return map[string]any{"tax": tax}
	}
	net, tax, err := money.TaxWithin(in.Gross, in.Rate)
	require.NoError(t, err)
	return map[string]any{"net": net, "tax": tax}
}

func managedAreaVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Building property.Building `json:"building"`
		Scope    property.Scope    `json:"scope"`
	}](t, c)
	area, err := in.Building.ManagedArea(in.Scope)
	var f *invalid.FieldError
	if errors.As(err, &f) {
		return map[string]any{"rule": f.Rule.ID()}
	}
	require.NoError(t, err)
	return map[string]any{"area": area}
}

func yardsVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Plots []struct {
			Codes string            `json:"codes"`
			Side  property.YardSide `json:"side"`
		} `json:"plots"`
	}](t, c)
	var buildings []string
	count := map[property.YardSide]int{}
	for _, p := range in.Plots {
		codes, err := property.ParseCodes(p.Codes)
		require.NoError(t, err)
		buildings = append(buildings, codes...)
		for _, s := range p.Side.Sides() {
			count[s] += len(codes)
		}
	}
	south, north := count[property.South], count[property.North]
	return map[string]any{"south": south, "north": north, "yards": south + north, "buildings": buildings}
}
