package policy_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/policy"
)

const vacancy = "fee.vacancy.factor"

// A nation that sets a value for ever, a province that ends, a city that begins,
// a district that is an exception for one month.
func vacancyRows() []policy.Row {
	return []policy.Row{
		{Region: "", Key: vacancy, Value: "1", Source: "contract"},
		{Region: "33", Key: vacancy, Value: "0.8", To: on("2026-06-30"), Source: "province 1"},
		{Region: "3301", Key: vacancy, Value: "0.7", From: on("2026-05-01"), Source: "city 1"},
		{Region: "330106", Key: vacancy, Value: "0.5", From: on("2026-08-01"), To: on("2026-08-31"), Source: "district 1"},
		{Region: "3302", Key: vacancy, Value: "0.6", From: on("2026-01-01"), To: on("2026-03-31"), Source: "city 2"},
		{Region: "3302", Key: vacancy, Value: "0.65", From: on("2026-04-01"), To: on("2026-09-30"), Source: "city 2"},
	}
}

func TestLookup(t *testing.T) {
	table := compile(t, vacancyRows())
	tests := []struct {
		name, region, on, want string
	}{
		{"nation", "", "2026-01-01", "1"},
		{"another province", "110105", "2026-01-01", "1"},
		{"province", "33", "2026-06-30", "0.8"},
		{"province has ended", "33", "2026-07-01", "1"},
		{"province for a city without rows", "3303", "2026-06-30", "0.8"},
		{"province before the city began", "330106", "2026-04-30", "0.8"},
		{"city", "330106", "2026-05-01", "0.7"},
		{"district", "330106", "2026-08-01", "0.5"},
		{"district, last day", "330106", "2026-08-31", "0.5"},
		{"city again", "330106", "2026-09-01", "0.7"},
		{"another district", "330105", "2026-08-15", "0.7"},
		{"padded city", "330100", "2026-08-15", "0.7"},
		{"longer than a district", "330106001", "2026-08-15", "0.5"},
		{"first of two rows", "330203", "2026-03-31", "0.6"},
		{"second of two rows", "330203", "2026-04-01", "0.65"},
		{"after both and the province", "330203", "2026-10-01", "1"},
		{"not a region", "Hangzhou", "2026-01-01", "1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			row, ok := table.Lookup(tt.region, vacancy, on(tt.on))
			require.True(t, ok)
			require.Equal(t, tt.want, row.Value)
			number, source, err := table.Decimal(tt.region, vacancy, on(tt.on))
			require.NoError(t, err)
			require.Equal(t, tt.want, number.String())
			require.Equal(t, row, source)
		})
	}

	_, ok := table.Lookup("33", "fee.vacancy", on("2026-01-01"))
	require.False(t, ok, "a key is exact")
	_, ok = table.Lookup("33", vacancy, civil.Date(0))
	require.False(t, ok, "an unset date has no value")
	require.Zero(t, testing.AllocsPerRun(100, func() { table.Lookup("330106", vacancy, on("2026-08-01")) }))
}

func TestDecimalErrors(t *testing.T) {
	table := compile(t, []policy.Row{
		{Region: "11", Key: "vat.rate", Value: "6 %", From: on("2026-01-01"), Source: "VAT Law art. 10"},
	})
	_, row, err := table.Decimal("110105", "vat.rate", on("2026-03-01"))
	require.ErrorIs(t, err, policy.ErrNotNumber)
	require.EqualError(t, err,
		`"vat.rate" for the region "110105" on 2026-03-01 is "6 %", not a plain decimal number like 0.06`)
	require.Equal(t, "VAT Law art. 10", row.Source)

	_, _, err = table.Decimal("110105", "vat.rate", on("2025-12-31"))
	require.ErrorIs(t, err, policy.ErrNoRow)
	require.EqualError(t, err, `"vat.rate" is not set for the region "110105" on 2025-12-31`)
	_, _, err = table.Decimal("", "vat.rate", civil.Date(0))
	require.EqualError(t, err, `"vat.rate" is not set for the region "" on 0000-00-00`)
}

func TestNilTableIsEmpty(t *testing.T) {
	var table *policy.Table
	_, ok := table.Lookup("33", vacancy, on("2026-01-01"))
	require.False(t, ok)
	_, _, err := table.Decimal("33", vacancy, on("2026-01-01"))
	require.ErrorIs(t, err, policy.ErrNoRow)
	require.Empty(t, table.Changes(nil, "33", vacancy, civil.MustParseMonth("2026-01")))
	require.Empty(t, compile(t, nil).Changes(nil, "33", vacancy, civil.MustParseMonth("2026-01")))
}

func TestChanges(t *testing.T) {
	table := compile(t, vacancyRows())
	year := civil.Period{Start: on("2026-01-01"), End: on("2027-01-01")}
	tests := []struct {
		name, region string
		p            civil.Period
		want         []string
	}{
		{"nation", "", year, nil},
		{"province", "33", year, []string{"2026-07-01"}},
		{"city hides the end of the province", "3301", year, []string{"2026-05-01"}},
		{"district", "330106", year, []string{"2026-05-01", "2026-08-01", "2026-09-01"}},
		{"inside August", "330106", civil.MustParseMonth("2026-08"), nil},
		{"open", "330203", civil.Period{Start: on("2026-01-01")}, []string{"2026-04-01", "2026-10-01"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			kept := on("2000-01-01")
			got := table.Changes([]civil.Date{kept}, tt.region, vacancy, tt.p)
			require.Equal(t, kept, got[0])
			var text []string
			for _, d := range got[1:] {
				text = append(text, d.String())
			}
			require.Equal(t, tt.want, text)
		})
	}
}

// Dates before 0001-01-02 are in no document, but arithmetic reaches them.
func TestSinceEverHasNoBeginning(t *testing.T) {
	table := compile(t, vacancyRows())
	before := on("0001-01-02").AddDays(-400)
	row, ok := table.Lookup("11", vacancy, before)
	require.True(t, ok)
	require.Equal(t, "1", row.Value)
	require.Empty(t, table.Changes(nil, "11", vacancy, civil.Period{Start: before}))
}

func TestCompileReportsEverything(t *testing.T) {
	rows := []policy.Row{
		{Region: "330", Key: "k", Value: "1", Source: "s"},
		{Region: "330100", Key: "k", Value: "1", Source: "s"},
		{Region: "HZ", Key: " ", Source: ""},
		{Key: "k", Value: "1", From: on("2026-05-01"), To: on("2026-04-30"), Source: "s"},
		{Region: "11", Key: "k", Value: "1", From: on("2026-03-01"), Source: "s"},
		{Region: "11", Key: "k", Value: "1", To: on("2026-03-01"), Source: "s"},
		{Region: "33010612", Key: "k", Value: "1", Source: "s"},
	}
	table, err := policy.Compile(rows)
	require.Nil(t, table)
	const want = `policy: 9 problems
  [0].region: "330" is not a region: 2, 4 or 6 digits of GB/T 2260, or nothing for the nation
  [1].region: write the region "3301", not "330100": it stands for every place whose code begins with it
  [2].region: "HZ" is not a region: 2, 4 or 6 digits of GB/T 2260, or nothing for the nation
  [2].key: key is missing
  [2].value: value is missing
  [2].source: source is missing
  [3].to: the last day 2026-04-30 is before the first day 2026-05-01
  [5]: holds on days on which rows[4] holds, for the same region and key
  [6].region: "33010612" is not a region: 2, 4 or 6 digits of GB/T 2260, or nothing for the nation`
	require.EqualError(t, err, want)
	var l invalid.List
	policy.Document{Rows: rows}.Check(&l)
	require.Equal(t, strings.ReplaceAll(err.Error(), "  [", "  rows["), l.Err("policy").Error())
}

func TestOverlap(t *testing.T) {
	row := func(from, to string) policy.Row {
		r := policy.Row{Key: "k", Value: "1", Source: "s"}
		if from != "" {
			r.From = on(from)
		}
		if to != "" {
			r.To = on(to)
		}
		return r
	}
	tests := []struct {
		name string
		rows []policy.Row
		want []string // places
	}{
		{"day after day", []policy.Row{row("", "2026-01-01"), row("2026-01-02", "2026-01-02"), row("2026-01-03", "")}, nil},
		{"a gap", []policy.Row{row("2026-03-01", ""), row("", "2026-01-01")}, nil},
		{"on one day", []policy.Row{row("", "2026-01-01"), row("2026-01-01", "")}, []string{"[1]"}},
		{"twice the same", []policy.Row{row("2026-01-01", "2026-01-31"), row("2026-01-01", "2026-01-31")}, []string{"[1]"}},
		{"twice for ever", []policy.Row{row("", ""), row("", "")}, []string{"[1]"}},
		{"an open row does not end by itself", []policy.Row{row("2026-01-01", ""), row("2027-01-01", "")}, []string{"[1]"}},
		{
			"two within a long one", []policy.Row{
				row("2026-02-01", "2026-02-28"), row("2026-05-01", "2026-05-31"), row("2026-01-01", "2026-12-31"),
			}, []string{"[2]", "[2]"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := policy.Compile(tt.rows)
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, policy.ErrOverlap)
			var problems *invalid.Error
			require.ErrorAs(t, err, &problems)
			var places []string
			for _, f := range problems.Fields {
				places = append(places, f.Path)
			}
			require.Equal(t, tt.want, places)
		})
	}
	other := []policy.Row{row("", ""), row("", ""), row("", "")}
	other[1].Region, other[2].Key = "11", "k2"
	_, err := policy.Compile(other)
	require.NoError(t, err, "another region or key is another value")
}

func TestCompileKeepsNothing(t *testing.T) {
	rows := vacancyRows()
	before := slices.Clone(rows)
	table := compile(t, rows)
	require.Equal(t, before, rows)
	rows[0].Value = "changed"
	row, _ := table.Lookup("", vacancy, on("2026-01-01"))
	require.Equal(t, "1", row.Value)
}

func TestDocument(t *testing.T) {
	doc, err := invalid.Decode[policy.Document]([]byte(`{"rows":[
		{"key":"vat.service","value":"0.06","from":"2026-01-01","source":"增值税法第十条"},
		{"region":"33","key":"k","value":"yes","to":"2026-12-31","source":"s"}]}`), "policy")
	require.NoError(t, err)
	want := policy.Document{Rows: []policy.Row{
		{Key: "vat.service", Value: "0.06", From: on("2026-01-01"), Source: "增值税法第十条"},
		{Region: "33", Key: "k", Value: "yes", To: on("2026-12-31"), Source: "s"},
	}}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
	_, err = invalid.Decode[policy.Document]([]byte(`{"rows":[{"region":"3","from":"2026-02-30"}]}`), "policy")
	require.ErrorIs(t, err, policy.ErrRegion)
	require.ErrorIs(t, err, civil.ErrNoSuchDay)
	require.ErrorIs(t, err, invalid.ErrRequired)
}

// slowLookup goes through the rows the obvious way.
func slowLookup(rows []policy.Row, region, key string, d civil.Date) (best policy.Row, found bool) {
	for _, r := range rows {
		begun := r.From.IsZero() || !d.Before(r.From)
		ended := !r.To.IsZero() && d.After(r.To)
		if r.Key != key || !strings.HasPrefix(region, r.Region) || !begun || ended {
			continue
		}
		if !found || len(r.Region) > len(best.Region) {
			best, found = r, true
		}
	}
	return best, found
}

// makeRows reads rows of days 1 to 255 out of fuzz input.
func makeRows(raw []byte) []policy.Row {
	regions := [...]string{"", "33", "3301", "330106"}
	var rows []policy.Row
	for ; len(raw) >= 3; raw = raw[3:] {
		r := policy.Row{
			Region: regions[raw[0]%4], Key: string('a' + rune(raw[0]>>2&1)), Value: fmt.Sprint(len(rows)),
			Source: "s", From: civil.Date(raw[1]),
		}
		if raw[2] > 0 {
			r.To = max(r.From, 1) + civil.Date(raw[2]%32)
		}
		rows = append(rows, r)
	}
	return rows
}

// overlapping tells by every day whether two rows of a region and key hold on it.
func overlapping(rows []policy.Row) bool {
	type slot struct {
		region, key string
		day         civil.Date
	}
	taken := map[slot]bool{}
	for _, r := range rows {
		for d := civil.Date(1); d < 300; d++ {
			if d < r.From || !r.To.IsZero() && d > r.To {
				continue
			}
			s := slot{r.Region, r.Key, d}
			if taken[s] {
				return true
			}
			taken[s] = true
		}
	}
	return false
}

func FuzzTable(f *testing.F) {
	f.Add([]byte{0, 0, 0, 1, 5, 5, 2, 20, 9, 3, 22, 1}, uint64(1))
	f.Add([]byte{0, 1, 3, 0, 5, 0, 4, 0, 7}, uint64(2))
	f.Add([]byte{0, 1, 9, 0, 5, 0}, uint64(3)) // overlap
	f.Fuzz(func(t *testing.T, raw []byte, seed uint64) {
		rows := makeRows(raw[:min(len(raw), 60)])
		table, err := policy.Compile(rows)
		if got, want := err != nil, overlapping(rows); got != want {
			t.Fatalf("Compile(%v): %v, overlapping %v", rows, err, want)
		}
		shuffled := slices.Clone(rows)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(rows), func(i, j int) {
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		})
		again, err2 := policy.Compile(shuffled)
		if (err == nil) != (err2 == nil) {
			t.Fatalf("Compile depends on the order: %v, %v", err, err2)
		}
		if err != nil {
			return
		}
		for _, region := range []string{"", "33", "3301", "330106", "330105", "11"} {
			sameAnswers(t, rows, table, again, region)
		}
	})
}

// sameAnswers compares two tables with the rows themselves, day by day.
func sameAnswers(t *testing.T, rows []policy.Row, table, again *policy.Table, region string) {
	t.Helper()
	changes := table.Changes(nil, region, "a", civil.Period{Start: 1, End: 300})
	if other := again.Changes(nil, region, "a", civil.Period{Start: 1, End: 300}); !slices.Equal(changes, other) {
		t.Fatalf("Changes depends on the order: %v, %v", changes, other)
	}
	if !slices.IsSorted(changes) {
		t.Fatalf("Changes are not in order: %v", changes)
	}
	var eve policy.Row
	var eveOK bool
	for d := civil.Date(1); d < 300; d++ {
		want, wantOK := slowLookup(rows, region, "a", d)
		for _, tab := range []*policy.Table{table, again} {
			if got, ok := tab.Lookup(region, "a", d); got != want || ok != wantOK {
				t.Fatalf("%q on day %d: %v, %v, want %v, %v", region, d, got, ok, want, wantOK)
			}
		}
		changed := d > 1 && (want != eve || wantOK != eveOK)
		if _, listed := slices.BinarySearch(changes, d); listed != changed {
			t.Fatalf("%q on day %d: listed as a change %v, is one %v", region, d, listed, changed)
		}
		eve, eveOK = want, wantOK
	}
}

func compile(t *testing.T, rows []policy.Row) *policy.Table {
	t.Helper()
	table, err := policy.Compile(rows)
	require.NoError(t, err)
	return table
}

func on(s string) civil.Date { return civil.MustParse(s) }
