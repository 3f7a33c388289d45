package wuye_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
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
	Op       string          `json:"op"` // unset: the vector's
	Input    json.RawMessage `json:"input"`
	Expected json.RawMessage `json:"expected"`
}

// vectorIDs are the examples that must be there; a lost file fails.
var vectorIDs = []string{
	"EX-001", "EX-1001", "EX-1002", "EX-1003", "EX-1004", "EX-1005", "EX-1006", "EX-1007", "EX-102", "EX-103", "EX-104",
	"EX-105", "EX-106", "EX-107", "EX-108", "EX-109", "EX-110", "EX-111", "EX-116", "EX-117", "EX-118", "EX-201",
	"EX-202", "EX-203", "EX-204", "EX-205", "EX-206", "EX-210", "EX-211", "EX-212", "EX-213", "EX-214", "EX-215",
	"EX-216", "EX-217", "EX-220", "EX-221", "EX-222", "EX-223", "EX-224", "EX-225", "EX-226", "EX-230", "EX-231",
	"EX-232", "EX-233", "EX-601", "EX-602", "EX-603", "EX-604", "EX-901", "EX-902", "EX-903", "EX-910", "TRAP-23",
	"TRAP-24", "TRAP-25", "W-01", "W-02", "W-03", "W-04", "W-05", "W-06", "W-07", "W-08", "W-09", "W-10", "W-13",
	"W-14", "W-15", "W-16", "W-17", "W-20", "W-21", "W-24", "W-25", "W-26", "W-27", "W-28", "W-30", "W-31", "W-32",
	"W-33", "W-34", "W-35", "W-36", "W-37", "W-40", "W-42", "W-43", "W-44", "W-45", "W-47", "W-49", "W-50", "W-52",
	"W-53", "W-54", "X-01", "X-02", "X-04", "X-05", "X-07", "X-08", "X-09", "X-10", "X-11", "X-15", "X-16", "X-17",
	"X-18", "X-22", "X-26", "X-28", "X-35", "X-41",
}

func TestVectors(t *testing.T) {
	ops := map[string]func(*testing.T, vectorCase) any{
		"bill": billVector, "bills": billsVector, "prepare": prepareVector, "limit": limitVector, "overcharge": overchargeVector,
		"offer": offerVector, "schedule": scheduleVector, "refund": refundVector, "correction": correctionVector,
		"shares": sharesVector, "parkingFee": parkingFeeVector, "parkingPass": parkingPassVector,
		"workingDays": workingDaysVector, "workingTime": workingTimeVector, "restDay": restDayVector, "judge": judgeVector,
		"span": spanVector, "practice": practiceVector, "standby": standbyVector, "season": seasonVector,
		"occurrences": occurrencesVector, "dutyVerdict": dutyVerdictVector, "plan": planVector, "metric": metricVector,
		"rate": rateVector, "assess": assessVector, "notice": noticeVector, "target": targetVector, "standard": standardVector,
		"taxWithin": taxVector, "managedArea": managedAreaVector, "yards": yardsVector,
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
				op := cmp.Or(c.Op, v.Op)
				require.Contains(t, ops, op)
				got, err := json.Marshal(ops[op](t, c))
				require.NoError(t, err)
				want := generic(t, c.Expected)
				require.NotEmpty(t, want)
				if diff := gocmp.Diff(want, stated(want, generic(t, got))); diff != "" {
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

// stated returns what is left of a result without the fields that the example does not state.
// Lists stay whole.
func stated(want, got any) any {
	switch want := want.(type) {
	case map[string]any:
		result, ok := got.(map[string]any)
		if !ok {
			return got
		}
		out := map[string]any{}
		for field, value := range want {
			if have, ok := result[field]; ok {
				out[field] = stated(value, have)
			}
		}
		return out
	case []any:
		result, ok := got.([]any)
		if !ok || len(result) != len(want) {
			return got
		}
		out := make([]any, len(want))
		for i := range want {
			out[i] = stated(want[i], result[i])
		}
		return out
	default:
		return got
	}
}

// TestStated holds the comparison to what the README of the vectors says.
func TestStated(t *testing.T) {
	result := `{"total": "2.00 CNY", "lines": [{"amount": "1.00 CNY", "days": 30}, {"amount": "1.00 CNY", "days": 31}]}`
	for want, same := range map[string]bool{
		`{"total": "2.00 CNY"}`:                                     true,
		`{"lines": [{"amount": "1.00 CNY"}, {"days": 31}]}`:         true,
		`{"total": "2.01 CNY"}`:                                     false,
		`{"sum": "2.00 CNY"}`:                                       false,
		`{"total": null}`:                                           false,
		`{"lines": []}`:                                             false,
		`{"lines": [{"amount": "1.00 CNY"}]}`:                       false,
		`{"lines": [{"amount": "1.00 CNY"}, {"days": 30}]}`:         false,
		`{"lines": {"amount": "1.00 CNY"}}`:                         false,
		`{"total": {}}`:                                             false,
		`{"lines": [{"amount": "1.00 CNY"}, {"days": 31}, {}]}`:     false,
		`{"lines": [{"days": 30, "amount": "1.00 CNY"}, {}]}`:       true,
		`{"lines": [{"days": "30", "amount": "1.00 CNY"}, {}]}`:     false,
		`{"lines": [{"days": 30, "amount": "1.00"}, {"days": 31}]}`: false,
	} {
		w := generic(t, []byte(want))
		require.Equal(t, same, gocmp.Equal(w, stated(w, generic(t, []byte(result)))), want)
	}
}

// input reads a case's input strictly.
func input[T any](t *testing.T, c vectorCase) T {
	t.Helper()
	v, err := invalid.Decode[T](c.Input, c.Name)
	require.NoError(t, err)
	return v
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
