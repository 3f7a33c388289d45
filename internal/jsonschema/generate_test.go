package jsonschema_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/internal/jsonschema"
)

func options() jsonschema.Options {
	return jsonschema.Options{
		Types: map[reflect.Type]jsonschema.Schema{
			reflect.TypeFor[Price](): {Type: jsonschema.TypeNames{"string"}, Pattern: `^[0-9]+ CNY$`},
		},
		Sources: map[string]string{"github.com/wuyekit/wuye": "../.."},
	}
}

func TestGenerate(t *testing.T) {
	got, err := jsonschema.Generate("https://example.org/contract.json", Contract{}, options())
	require.NoError(t, err)
	golden.Check(t, "testdata/contract.golden", got)
}

func TestGenerateIsStable(t *testing.T) {
	first, err := jsonschema.Generate("x", Contract{}, options())
	require.NoError(t, err)
	for range 20 {
		again, err := jsonschema.Generate("x", Contract{}, options())
		require.NoError(t, err)
		require.Equal(t, string(first), string(again))
	}
}

// TestGenerateFacts reads single facts out of the schema, by JSON pointer keys.
func TestGenerateFacts(t *testing.T) {
	type verdicts struct {
		Verdict Verdict `json:"verdict"`
	}
	tests := []struct {
		name string
		doc  any
		keys []string
		want string
	}{
		{"no unknown fields", Contract{}, []string{"additionalProperties"}, `false`},
		{"required unless it may be left out", Contract{}, []string{"required"}, `["code","rate","state","clauses","count","Untagged"]`},
		{"decimals as text or number", Contract{}, []string{"$defs", "decimal.Decimal", "type"}, `["string","number"]`},
		{"a pointer may be left out", Contract{}, []string{"properties", "renews"}, `{"$ref":"#"}`},
		{"a part that contains itself", Contract{}, []string{"$defs", "jsonschema_test.Clause", "properties", "parts", "items"}, `{"$ref":"#/$defs/jsonschema_test.Clause"}`},
		{"a choice has exactly one", Contract{}, []string{"$defs", "jsonschema_test.Basis", "maxProperties"}, `1`},
		{"a choice of yes", Contract{}, []string{"$defs", "jsonschema_test.Basis", "properties", "free", "const"}, `true`},
		{"a record with a Kind is no choice", Contract{}, []string{"$defs", "jsonschema_test.Fixed", "maxProperties"}, `null`},
		{"words", Contract{}, []string{"$defs", "jsonschema_test.State", "enum"}, `["draft","ended","in force"]`},
		{"a word for zero", verdicts{}, []string{"$defs", "jsonschema_test.Verdict", "enum"}, `["met","unknown"]`},
		{"small whole numbers", Contract{}, []string{"properties", "shift"}, `{"type":"integer","minimum":-32768,"maximum":32767}`},
		{"generic entries", Contract{}, []string{"$defs", "jsonschema_test.Dated-jsonschema_test.Price", "items"}, `{"$ref":"#/$defs/jsonschema_test.Entry-jsonschema_test.Price"}`},
		{"comment of a type, links as names", Contract{}, []string{"description"}, `"Contract is a small document with a part of every kind; see Clause."`},
		{"comment of a field, nothing escaped", Contract{}, []string{"properties", "rate", "description"}, `"Rate is a yearly rate, 0 <= rate < 1 & exact."`},
		{"comment beside a field", Contract{}, []string{"properties", "state", "description"}, `"State says how far it is."`},
		{"comment in a generic type", Contract{}, []string{"$defs", "jsonschema_test.Entry-jsonschema_test.Price", "properties", "from", "description"}, `"From is the first day."`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := jsonschema.Generate("x", tt.doc, options())
			require.NoError(t, err)
			var node any
			require.NoError(t, json.Unmarshal(text, &node))
			for _, k := range tt.keys {
				object, ok := node.(map[string]any)
				require.True(t, ok, "%s is in no object", k)
				node = object[k]
			}
			got, err := json.Marshal(node)
			require.NoError(t, err)
			require.JSONEq(t, sorted(t, tt.want), sorted(t, string(got)))
		})
	}
}

// sorted orders a list of words, for JSONEq minds the order.
func sorted(t *testing.T, text string) string {
	t.Helper()
	var words []string
	if json.Unmarshal([]byte(text), &words) != nil {
		return text
	}
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	out, err := json.Marshal(set)
	require.NoError(t, err)
	return string(out)
}

func TestGenerateRefuses(t *testing.T) {
	tests := []struct {
		name string
		doc  any
		want string
	}{
		{"no struct", "text", "want a struct"},
		{"nothing", nil, "want a struct"},
		{"float", struct {
			A []float64 `json:"a"`
		}{}, "a[]: float64 cannot stand in a document"},
		{"interface", struct {
			A any `json:"a"`
		}{}, "cannot stand in a document"},
		{"keys that are no texts", struct {
			A map[int]string `json:"a"`
		}{}, "keys of map[int]string are no texts"},
		{"own UnmarshalJSON", struct {
			A Custom `json:"a"`
		}{}, "has its own UnmarshalJSON"},
		{"an enumeration without an end", struct {
			A Endless `json:"a"`
		}{}, "writes all its 255 values"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := jsonschema.Generate("x", tt.doc, options())
			require.ErrorContains(t, err, tt.want)
		})
	}
}

func TestGenerateReportsEveryProblem(t *testing.T) {
	_, err := jsonschema.Generate("x", struct {
		A float64 `json:"a"`
		B any     `json:"b"`
	}{}, options())
	require.ErrorContains(t, err, ".a:")
	require.ErrorContains(t, err, ".b:")
}
