package invalid_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
)

const errOdd invalid.RuleError = "test/odd: %[1]s is odd"

// even is a value type as documents have them.
type even struct{ n int }

func (e *even) UnmarshalText(text []byte) error {
	if len(text) == 0 || (text[len(text)-1]-'0')%2 == 1 {
		return invalid.Value(errOdd, string(text))
	}
	e.n = len(text)
	return nil
}

func (e even) MarshalText() ([]byte, error) { return []byte(strings.Repeat("2", e.n)), nil }

type choice struct {
	Area  *area  `json:"area,omitempty"`
	Fixed *fixed `json:"fixed,omitempty"`
}

type (
	area struct {
		Of string `json:"of,omitempty"`
	}
	fixed struct {
		Count uint8 `json:"count,omitempty"`
	}
)

type tariff struct {
	Code  string            `json:"code"`
	Price decimal.Decimal   `json:"price,omitzero"`
	Basis choice            `json:"basis,omitzero"`
	Even  even              `json:"even,omitzero"`
	Days  []int16           `json:"days,omitempty"`
	IDs   map[string]string `json:"ids,omitempty"`
	Free  bool              `json:"free,omitempty"`
	inner int
}

func (t *tariff) Check(l *invalid.List) {
	if t.Code == "" {
		l.At("code").Add(invalid.ErrRequired, "code")
	}
	if t.Price.IsZero() {
		l.At("price").Add(invalid.ErrRequired, "price")
	}
	if strings.HasPrefix(t.Code, "bad") {
		l.At("code").Add(errOdd, t.Code)
		l.At("basis").Add(invalid.ErrRequired, "basis")
		l.At("basis", "area").Add(invalid.ErrRequired, "area")
	}
	t.inner++
}

func problems(t *testing.T, err error) []string {
	t.Helper()
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	var out []string
	for _, f := range all.Fields {
		out = append(out, f.Path+" "+f.Rule.ID())
	}
	return out
}

func TestDecodeListsEveryProblem(t *testing.T) {
	tests := []struct {
		name, json string
		want       []string
	}{
		{"exact names", `{"Code":"a","price":1}`, []string{"Code invalid/unknown", "code invalid/required"}},
		{
			"unknown and missing together", `{"prise":"2.80"}`,
			[]string{"prise invalid/unknown", "code invalid/required", "price invalid/required"},
		},
		{"repeated", `{"code":"a","code":"b","price":1}`, []string{"code invalid/repeated"}},
		{"repeated inside a map", `{"code":"a","price":1,"ids":{"x":"1","x":"2"}}`, []string{"ids.x invalid/repeated"}},
		{"null", `{"code":null,"price":1}`, []string{"code invalid/null"}},
		{"null in a list", `{"code":"a","price":1,"days":[1,null]}`, []string{"days[1] invalid/null"}},
		{"trailing", `{"code":"a","price":1} {}`, []string{" invalid/trailing"}},
		{
			"types", `{"code":7,"price":true,"free":"yes","days":{},"ids":[]}`,
			[]string{"code invalid/type", "price invalid/type", "free invalid/type", "days invalid/type", "ids invalid/type"},
		},
		{"a value's own rule, not its absence", `{"code":"a","price":1,"even":"13"}`, []string{"even test/odd"}},
		{"a value wants a text", `{"code":"a","price":1,"even":12}`, []string{"even invalid/type"}},
		{
			"numbers that do not fit", `{"code":"a","price":1,"days":[1.5,40000,1e3],"basis":{"fixed":{"count":-1}}}`,
			[]string{"days[0] invalid/number", "days[1] invalid/number", "days[2] invalid/number", "basis.fixed.count invalid/number"},
		},
		{"exponents and blanks are no prices", `{"code":"a","price":"1e3"}`, []string{"price invalid/decimal"}},
		{"a price cut off", `{"code":"a","price":"2."}`, []string{"price invalid/decimal"}},
		{"broken text", "{\"code\":\"a\",\n \"price\" 1}", []string{"price invalid/syntax"}},
		{"half a document", `{"code":"a"`, []string{" invalid/syntax"}},
		{"nothing", ``, []string{" invalid/syntax"}},
		{"not UTF-8", "{\"code\":\"\xff\"}", []string{" invalid/syntax"}},
		{
			"a problem of a field does not hide those inside it", `{"code":"bad","price":1}`,
			[]string{"code test/odd", "basis invalid/required", "basis.area invalid/required"},
		},
		{"another document", `[]`, []string{" invalid/type", "code invalid/required", "price invalid/required"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := invalid.Decode[tariff]([]byte(tt.json), "tariff")
			got := problems(t, err)
			if tt.name == "another document" {
				got = got[:1] // what else a list lacks is not the point
				tt.want = tt.want[:1]
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("problems (-want +got)\n%s%v", diff, err)
			}
		})
	}
}

func TestDecodeReadsWhatIsThere(t *testing.T) {
	got, err := invalid.Decode[tariff]([]byte(`{"code":"物业费","price":2.80,"basis":{"fixed":{"count":3}},
		"even":"1234","days":[-1,2],"ids":{"erp":"7"},"free":true}`), "tariff")
	require.NoError(t, err)
	require.Equal(t, "2.8", got.Price.String())
	require.Equal(t, []int16{-1, 2}, got.Days)
	require.Equal(t, "7", got.IDs["erp"])
	require.Equal(t, uint8(3), got.Basis.Fixed.Count)
	require.Equal(t, 4, got.Even.n)
	require.True(t, got.Free)
	require.Equal(t, 1, got.inner, "Check runs once")
}

func TestDecodePlacesSyntaxErrors(t *testing.T) {
	_, err := invalid.Decode[tariff]([]byte("{\"code\":\"物业\",\n  \"price\": ]}"), "book 2026")
	require.EqualError(t, err, "book 2026: 1 problem\n  price: not JSON at line 2, column 12: invalid character ']' looking for beginning of value")
}

// TestDecodeTakesAByteOrderMark: a file that was saved by an editor on Windows is the same document, and places
// are those that the editor shows. Anywhere else the mark is a character that JSON does not have.
func TestDecodeTakesAByteOrderMark(t *testing.T) {
	const mark = "\xef\xbb\xbf"
	got, err := invalid.Decode[tariff]([]byte(mark+`{"code":"a","price":1}`), "tariff")
	require.NoError(t, err)
	require.Equal(t, "a", got.Code)
	_, err = invalid.Decode[tariff]([]byte(mark+`{"code" "a"}`), "tariff")
	require.EqualError(t, err, "tariff: 1 problem\n  code: not JSON at line 1, column 9: invalid character '\"' after object key")
	for _, text := range []string{mark, mark + mark + `{"code":"a","price":1}`, `{"code":"a","price":1}` + mark, `{` + mark + `"code":"a","price":1}`} {
		_, err := invalid.Decode[tariff]([]byte(text), "tariff")
		require.Error(t, err, "%q", text)
	}
}

func TestDecodeIsBounded(t *testing.T) {
	deep := strings.Repeat(`[`, 100_000)
	_, err := invalid.Decode[tariff]([]byte(`{"x":`+deep), "deep")
	require.ErrorIs(t, err, invalid.ErrDeep)

	many := `{"code":"a","price":1,"days":[` + strings.Repeat(`null,`, 249) + `null]}`
	_, err = invalid.Decode[tariff]([]byte(many), "many")
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	require.Len(t, all.Fields, invalid.Kept)
	require.Equal(t, 150, all.More)
	require.Contains(t, err.Error(), "many: 250 problems")
	require.Contains(t, err.Error(), "and 150 more")
}

func TestOneOf(t *testing.T) {
	tests := []struct {
		give choice
		want string
		args []string
	}{
		{choice{Area: &area{}}, "area", nil},
		{choice{}, "", []string{"area, fixed", "nothing"}},
		{choice{&area{}, &fixed{}}, "", []string{"area, fixed", "area, fixed"}},
	}
	for _, tt := range tests {
		var l invalid.List
		l.Enter("basis")
		require.Equal(t, tt.want, invalid.OneOf(&l, tt.give))
		err := l.Err("tariff")
		if tt.args == nil {
			require.NoError(t, err)
			continue
		}
		var f *invalid.FieldError
		require.ErrorAs(t, err, &f)
		require.Equal(t, &invalid.FieldError{Path: "basis", Rule: invalid.ErrChoice, Args: tt.args}, f)
	}
}

func TestListPaths(t *testing.T) {
	var l invalid.List
	require.NoError(t, l.Err("nothing"), "no problem is a true nil")
	l.Enter("lines")
	l.EnterIndex(2)
	l.At("period", "end").Add(invalid.ErrNull)
	l.At("tiers", 0).Take(invalid.Value(errOdd, "3"))
	l.Take(fmt.Errorf("wrapped: %w", invalid.Value(errOdd, "5")))
	l.Take(errors.New("foreign"))
	var inner invalid.List
	inner.At("x").Add(invalid.ErrNull)
	inner.At(4).Add(invalid.ErrNull)
	l.At("doc").Take(inner.Err("inner"))
	l.Leave()
	l.Leave()
	l.Take(nil)
	want := []string{
		"lines[2].period.end invalid/null", "lines[2].tiers[0] test/odd", "lines[2] test/odd", "lines[2] invalid/value",
		"lines[2].doc.x invalid/null", "lines[2].doc[4] invalid/null",
	}
	if diff := cmp.Diff(want, problems(t, l.Err("bill"))); diff != "" {
		t.Error(diff)
	}
}

func TestRuleKeepsItsIdentityThroughJSON(t *testing.T) {
	data, err := json.Marshal(&invalid.FieldError{Path: "a", Rule: errOdd, Args: []string{"3"}})
	require.NoError(t, err)
	require.JSONEq(t, `{"path":"a","rule":"test/odd","args":["3"]}`, string(data))
	var back invalid.FieldError
	require.NoError(t, json.Unmarshal(data, &back))
	require.ErrorIs(t, &back, errOdd)
	require.NotErrorIs(t, &back, invalid.ErrNull)
	require.Equal(t, "a: test/odd 3", back.Error())
}

// FuzzDecode: no input panics, and what encoding/json refuses is refused here too.
func FuzzDecode(f *testing.F) {
	f.Add(`{"code":"a","price":"2.80","basis":{"area":{}},"even":"12","days":[1],"ids":{"a":"b"}}`)
	f.Add(`{"code":null,"code":"x","price":1e5,"days":[[[]]]} x`)
	f.Add(`{"basis":{"area":{"of":"\ud800"}}}`)
	f.Add("\xef\xbb\xbf" + `{"code":"a","price":1}`)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := invalid.Decode[tariff]([]byte(text), "fuzz")
		var std tariff
		text = strings.TrimPrefix(text, "\xef\xbb\xbf")
		if json.Unmarshal([]byte(text), &std) != nil && !json.Valid([]byte(text)) && err == nil {
			t.Fatalf("accepted what is not JSON: %q", text)
		}
		if err != nil {
			return
		}
		std.inner = got.inner
		if !got.Price.Equal(std.Price) || got.Code != std.Code || !reflect.DeepEqual(got.Basis, std.Basis) {
			t.Fatalf("%q: %+v, encoding/json reads %+v", text, got, std)
		}
	})
}

// FuzzParseDecimal: what is accepted is the number that big rationals read, and short.
func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"2.80", "-0", "1e9", "０", ".5", "5.", "+1", "1_0", "--5", strings.Repeat("9", 41)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := invalid.ParseDecimal(text)
		if err != nil {
			if len(text) < 10 && text != "" && strings.Trim(text, "0123456789") == "" {
				t.Fatalf("%q refused", text)
			}
			return
		}
		std, ok := new(decimal.Decimal), strings.Trim(text, "-.0123456789") == ""
		if p, err := decimal.NewFromString(text); err == nil {
			*std = p
		}
		if !ok || len(text) > 42 || !d.Equal(*std) {
			t.Fatalf("%q read as %s", text, d)
		}
	})
}
