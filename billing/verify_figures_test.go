package billing_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// figure is a place of a JSON document, with what sets it; nil takes it away.
type figure struct {
	path string
	have any
	set  func(any)
}

// figuresOf returns every place of a document that is not itself an object or a list.
func figuresOf(doc any, path string) []figure {
	var out []figure
	switch doc := doc.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(doc)) {
			at := strings.TrimPrefix(path+"."+k, ".")
			switch doc[k].(type) {
			case map[string]any, []any:
				out = append(out, figuresOf(doc[k], at)...)
			default:
				out = append(out, figure{at, doc[k], func(v any) {
					if doc[k] = v; v == nil {
						delete(doc, k)
					}
				}})
			}
		}
	case []any:
		for i := range doc {
			at := fmt.Sprintf("%s[%d]", path, i)
			switch doc[i].(type) {
			case map[string]any, []any:
				out = append(out, figuresOf(doc[i], at)...)
			default:
				out = append(out, figure{at, doc[i], func(v any) { doc[i] = v }})
			}
		}
	}
	return out
}

// otherValues are what figures are set to, near and far; what cannot be read is no bill.
func otherValues() []any {
	out := []any{nil}
	for _, n := range []string{"0", "1", "2", "3", "5", "6", "7", "10", "11", "12", "13", "15", "16", "19", "20", "21", "28", "29", "30", "31", "32", "56", "57", "59", "60", "121", "122", "62", "252", "365", "65535", "4294967295", "-1", "-2", "-3"} {
		out = append(out, json.RawMessage(n))
	}
	for _, s := range []string{
		"0.00 CNY", "0.01 CNY", "-0.01 CNY", "250.68 CNY", "-250.68 CNY", "250.69 CNY", "250.60 CNY", "250.61 CNY", "236.49 CNY", "236.50 CNY", "14.18 CNY", "3008.17 CNY", "3008.16 CNY", "2837.90 CNY", "250.68 USD", "0 JPY",
		"2.80", "2.81", "2.800001", "3.00", "0", "1", "0.999999", "0.06", "0.060001", "0.05", "0.7", "8.00",
		"89.53 m2", "89.54 m2", "89.5301 m2", "-89.53 m2", "89.53", "1.5 h", "1.5001 h", "2", "-2", "0 h", "3760.26", "3760.2600000000000001", "3760.27",
		"2026-06-15", "2026-06-30", "2026-07-01", "2026-07-02", "2026-07-05", "2026-07-06", "2026-07-11", "2026-07-15", "2026-07-16", "2026-07-21", "2026-07-31", "2026-08-01", "2026-08-02", "2026-08-15", "2027-07-01",
		"11-15/03-15", "11-15/03-16", "11-14/03-15", "11-15/03-31", "01-01/12-31", "01-10/01-15", "07-01/07-31", "2025-11-14", "2025-11-15", "2025-11-16", "2025-12-01",
		"2026-01-09", "2026-01-10", "2026-01-11", "2026-01-16", "2026-01-17", "2026-03-01", "2026-03-15", "2026-03-16", "2026-03-17", "2026-04-01", "2027-03-01", "2027-03-15", "2027-04-01",
		"2127.41 CNY", "994.45 CNY", "994.44 CNY", "85.24 CNY", "85.25 CNY", "1047.72 CNY", "24.00", "24.01", "120328.32", "130642.176", "0.8", "0.79",
		"inclusive", "exclusive", "actualDays", "thirty", "year365", "halfMonth", "wholeMonth", "nextMonth", "perDay", "month", "quarter", "halfYear", "year", "arrears", "advance", "lines", "exact",
		"halfUp 0.01", "halfEven 0.01", "up 0.01", "down 0.01", "halfUp 0.10", "down 0.10", "down 1.00", "halfUp 1", "H", "N", "1-0803", "1-0804", "pm", "waste", "energy", "rounding", "", "1/2", "1",
	} {
		out = append(out, s)
	}
	return out
}

// shape is what a figure is written as: only values of its own shape can be read in its place.
func shape(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		switch {
		case strings.HasSuffix(v, " CNY"), strings.HasSuffix(v, " USD"), strings.HasSuffix(v, " JPY"):
			return "amount"
		case len(v) == len("2026-07-01") && v[4] == '-':
			return "date"
		default:
			return "word"
		}
	default:
		return "number"
	}
}

// TestVerifyEveryFigureOfEveryKind changes each figure of each kind, one at a time: Verify notices unless
// the bill follows all the same.
func TestVerifyEveryFigureOfEveryKind(t *testing.T) {
	values := otherValues()
	changed, noticed := 0, 0
	for _, k := range kinds() {
		t.Run(k.name, func(t *testing.T) {
			var doc any
			require.NoError(t, json.Unmarshal([]byte(k.json), &doc))
			for _, f := range figuresOf(doc, "") {
				for _, v := range values {
					if v != nil && shape(v) != shape(f.have) {
						continue
					}
					f.set(v)
					data, err := json.Marshal(doc)
					require.NoError(t, err)
					b, err := invalid.Decode[billing.Bill](data, "bill")
					if err != nil {
						continue // not a bill at all
					}
					changed++
					problem := billing.Verify(b)
					if problem != nil {
						noticed++
					}
					follows := kindFollows(b)
					if follows && problem != nil && !slices.ContainsFunc(b.Lines, func(l billing.Line) bool { return hasWhatItCannot(b, l) }) {
						t.Errorf("%s = %v follows, but Verify says %v", f.path, v, problem)
					}
					if !follows && problem == nil {
						t.Errorf("%s = %v does not follow, and Verify does not notice", f.path, v)
					}
				}
				f.set(f.have)
			}
		})
	}
	require.Greater(t, noticed, changed/2)
}

// hasWhatItCannot says whether a line has what no line of its kind has, though its figures follow; each case
// stands in the test below.
func hasWhatItCannot(b billing.Bill, l billing.Line) bool {
	f := l.Facts
	if l.Revision == 1 || l.Proration != 0 && f.Kind() != "product" {
		return true
	}
	switch f.Kind() {
	case "quoted":
		return l.Anchor != 0 || l.Every != 0
	case "total":
		return l.Anchor != 0 || l.Every != 0 || l.TaxMode != 0 || f.Total.Of == 0 || l.Period != b.Period
	case "instalment":
		net := big.NewRat(f.Instalment.Total.Minor(), 1)
		if l.TaxMode == billing.TaxInclusive {
			net.Quo(net, new(big.Rat).Add(big.NewRat(1, 1), l.TaxRate.Decimal().Rat()))
		}
		return !isFen(f.Instalment.Net, halfUpRat(net)) || l.Rounding.String() != "halfUp 0.01"
	default:
		return false
	}
}

// TestVerifyNoticesWhatAKindHasNot sets what lines of a kind cannot have.
func TestVerifyNoticesWhatAKindHasNot(t *testing.T) {
	for _, tt := range []struct {
		name, kind string
		change     func(*billing.Line)
	}{
		{"the net of an instalment is that of another rate", "instalment", func(l *billing.Line) { l.TaxRate = money.MustParseRate("0.09") }},
		{"an instalment has a tax and no rate", "instalment", func(l *billing.Line) { l.TaxMode, l.TaxRate = 0, money.Rate{} }},
		{"an instalment is rounded to yuan", "instalment", func(l *billing.Line) { l.Rounding = lineRounding("up 1.00") }},
		{"the rounding of a total has a tax inside", "total", func(l *billing.Line) { l.TaxMode, l.TaxRate = billing.TaxInclusive, money.MustParseRate("0.06") }},
		{"the rounding of a total is of another time", "total", func(l *billing.Line) { l.Period = period("2026-07-05", "2026-07-09") }},
		{"the rounding of a total has no of", "total", func(l *billing.Line) { l.Facts.Total.Of = 0 }},
		{"a quotation is prorated", "quoted", func(l *billing.Line) { l.Proration = billing.HalfMonth }},
		{"a percentage is prorated", "percent", func(l *billing.Line) { l.Proration = billing.HalfMonth }},
		{"a quotation has a cycle", "quoted", func(l *billing.Line) { l.Anchor, l.Every, l.Timing = 15, billing.Yearly, billing.Advance }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			i := slices.IndexFunc(kinds(), func(k kind) bool { return k.name == tt.kind })
			b, err := invalid.Decode[billing.Bill]([]byte(kinds()[i].json), "bill")
			require.NoError(t, err)
			at := slices.IndexFunc(b.Lines, func(l billing.Line) bool { return l.Facts.Kind() == tt.kind })
			tt.change(&b.Lines[at])
			require.Error(t, billing.Verify(b))
		})
	}
}
