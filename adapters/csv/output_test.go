package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// oneUnit bills a unit of 89.53 m² at 2.80 for July 2026; it changes hands on the 11th.
func oneUnit(t *testing.T, unit string) []billing.Bill {
	t.Helper()
	day := civil.MustParse
	reg, err := property.Estate{
		Community: property.Community{Code: "c"},
		Parties:   []property.Party{{Code: "A"}, {Code: "B"}, {Code: "other"}},
		Units: []property.Unit{
			{Code: unit, Use: property.Dwelling, Areas: civil.Always(property.Areas{Gross: measure.MustParseArea("89.53")})},
			{Code: "zz held", Use: property.Dwelling, DefaultPayer: "other"},
		},
		Tenancies: []property.Tenancy{
			{Unit: unit, Kind: property.Ownership, Holders: []property.Holder{{Party: "A"}}, Term: civil.Period{Start: day("2020-01-01"), End: day("2026-07-11")}},
			{Unit: unit, Kind: property.Ownership, Holders: []property.Holder{{Party: "B"}, {Party: "other"}}, Term: civil.Period{Start: day("2026-07-11")}},
		},
	}.Build()
	require.NoError(t, err)
	run, err := billing.Prepare(reg, billing.Book{Currency: money.MustParseCurrency("CNY"), Tariffs: []billing.Tariff{{
		Code: "pm", State: billing.InForce, AppliesTo: property.Scope{All: true}, Basis: billing.Basis{Area: &billing.AreaBasis{}},
		Prices: civil.Always(billing.Rate{Price: decimal.RequireFromString("2.80")}),
		Tax:    &billing.Tax{Inclusive: &billing.TaxRate{Rates: civil.Always(decimal.RequireFromString("0.06"))}},
	}}}, billing.Facts{}, civil.MustParseMonth("2026-07"))
	require.NoError(t, err)
	var out []billing.Bill
	for b, err := range run.Bills(0, run.Len()) {
		require.Equal(t, err != nil, b.IsHeld())
		out = append(out, b)
	}
	return out
}

func linesCSV(t *testing.T, bills []billing.Bill) string {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewLineWriter(&out)
	for _, b := range bills {
		require.NoError(t, w.Write(b.Lines))
	}
	require.NoError(t, w.Flush())
	return out.String()
}

func billsCSV(t *testing.T, bills []billing.Bill, tag language.Tag) string {
	t.Helper()
	p, err := explain.NewPrinter(tag, billing.Messages)
	require.NoError(t, err)
	var out bytes.Buffer
	w := csv.NewBillWriter(&out, p)
	for _, b := range bills {
		require.NoError(t, w.Write(b))
	}
	require.NoError(t, w.Flush())
	return out.String()
}

func TestLinesCSV(t *testing.T) {
	require.Equal(t, csv.LinesHeader+`
pm/1-0803/2026-07,pm/1-0803/A/2026-07-01,1-0803,pm,A,2026-07-01,2026-07-10,89.53,2.80,10,31,1,80.87,76.29,4.58
pm/1-0803/2026-07,pm/1-0803/B+other/2026-07-11,1-0803,pm,B+other,2026-07-11,2026-07-31,89.53,2.80,21,31,1,169.81,160.20,9.61
`, linesCSV(t, oneUnit(t, "1-0803")))
}

func TestBillsCSV(t *testing.T) {
	bills := oneUnit(t, "1-0803")
	require.Equal(t, csv.BillsHeader+`
1-0803/A/2026-07-01,1-0803,A,A,A,2026-07-01,2026-07-31,1,76.29,4.58,80.87,CNY,
1-0803/B+other/2026-07-01,1-0803,B+other,B:1/2;other:1/2,B;other,2026-07-01,2026-07-31,1,160.20,9.61,169.81,CNY,
zz held//2026-07-01,zz held,,,,2026-07-01,2026-07-31,,,,,,2026-07-01 没有建筑面积，收费项目 pm 按建筑面积计费
`, billsCSV(t, bills, language.Chinese))
	require.Contains(t, billsCSV(t, bills, language.English), `,,,,,"no gross floor area is known on 2026-07-01, by which tariff pm charges"`)
}

// TestFormulasStayText: a code that a spreadsheet would run gets an apostrophe; figures, even
// negative ones, do not.
func TestFormulasStayText(t *testing.T) {
	for _, code := range []string{"=1+1", "+86", "-1-101", "@SUM(A1)", "＝1", "－1", "'=x", "''-", "@a,b", `="x"`} {
		rows, err := stdcsv.NewReader(strings.NewReader(linesCSV(t, oneUnit(t, code)))).ReadAll()
		require.NoError(t, err)
		require.Equal(t, "'"+code, rows[1][2], "unit")
		require.Equal(t, "pm", rows[1][3], "tariff")
	}
}

// TestKeysStayApart: a slash inside a code does not make two keys one.
func TestKeysStayApart(t *testing.T) {
	a := linesCSV(t, oneUnit(t, "1/2"))
	require.Contains(t, a, "\npm/1%2F2/2026-07,pm/1%2F2/A/2026-07-01,1/2,pm,A,")
	b := linesCSV(t, oneUnit(t, "1%2F2"))
	require.Contains(t, b, "\npm/1%252F2/2026-07,")
}

// TestSeasonKeys: the charge of a season is named by its first day, not by the month its line begins in.
func TestSeasonKeys(t *testing.T) {
	l := billing.Line{
		Tariff: "heat", Unit: "1-0803", Payer: "A", Season: civil.MustParseSeason("11-15/03-15"), Timing: billing.Advance,
		Period: civil.Period{Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2026-03-16")},
	}
	row := string(csv.AppendLine(nil, &l))
	require.True(t, strings.HasPrefix(row, "heat/1-0803/2025-11-15,heat/1-0803/A/2026-01-01,1-0803,heat,A,2026-01-01,2026-03-15,"), row)
}

// FuzzOutput: whatever codes are made of, a standard CSV reader gets every cell back, but for
// the apostrophe in front of a formula.
func FuzzOutput(f *testing.F) {
	f.Add("1-0803", "pm", "A")
	f.Add("a,b", `say "x"`, "-1")
	f.Add("＝x", "a/b", "'=")
	f.Add("é日本", "100%", "@")
	f.Fuzz(func(t *testing.T, unit, tariff, payer string) {
		l := billing.Line{Tariff: tariff, Unit: unit, Payer: payer, Period: civil.MustParseMonth("2026-07")}
		for _, s := range []string{unit, tariff, payer} {
			if strings.ContainsAny(s, "\r\n\x00") || s == "" {
				return // no register has such codes, and CSV readers fold line ends
			}
		}
		rows, err := stdcsv.NewReader(bytes.NewReader(csv.AppendLine(nil, &l))).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 1)
		require.Len(t, rows[0], 15)
		for i, want := range map[int]string{0: l.ChargeID(), 1: l.ID(), 2: unit, 3: tariff, 4: payer} {
			got := rows[0][i]
			if got != want && got != "'"+want {
				t.Fatalf("cell %d is %q, want %q", i, got, want)
			}
			if strings.ContainsRune("=+-@\t", rune(got[0])) {
				t.Fatalf("cell %d is %q: a spreadsheet runs it", i, got)
			}
		}
	})
}

func TestLinesAreWrittenWithoutAllocating(t *testing.T) {
	lines := oneUnit(t, "1-0803")[0].Lines
	w := csv.NewLineWriter(io.Discard)
	require.Zero(t, testing.AllocsPerRun(1000, func() {
		if err := w.Write(lines); err != nil {
			t.Fatal(err)
		}
	}))
}

// brokenPipe fails from the second write on.
type brokenPipe struct{ writes int }

var errBroken = errors.New("broken pipe")

func (b *brokenPipe) Write(p []byte) (int, error) {
	if b.writes++; b.writes > 1 {
		return 0, errBroken
	}
	return len(p), nil
}

func TestWriteErrorsAreNotLost(t *testing.T) {
	lines := oneUnit(t, "1-0803")[0].Lines
	pipe := &brokenPipe{}
	w := csv.NewLineWriter(pipe)
	var err error
	for range 10_000 {
		err = errors.Join(err, w.Write(lines))
	}
	require.ErrorIs(t, err, errBroken)
	require.ErrorIs(t, w.Flush(), errBroken)
	require.Equal(t, 2, pipe.writes, "nothing is written after an error")
}
