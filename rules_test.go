package wuye_test

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/rules"
)

func ruleTable(t *testing.T) *rules.Table {
	t.Helper()
	table, err := rules.Load()
	require.NoError(t, err)
	return table
}

// TestRuleTable: each of the 658 rules has one row, in order.
func TestRuleTable(t *testing.T) {
	var want []string
	for _, p := range []struct {
		prefix string
		count  int
	}{
		{"PROP", 69}, {"BILL", 49}, {"MAINT", 95}, {"SEC", 67}, {"CLEAN", 64}, {"KPI", 65}, {"CS", 62}, {"STAFF", 57}, {"EMER", 15}, {"ARCH", 37}, {"EVENT", 78},
	} {
		for n := range p.count {
			want = append(want, fmt.Sprintf("%s-%02d", p.prefix, n+1))
		}
	}
	require.Len(t, want, 658)
	var got []string
	for _, r := range ruleTable(t).Rules() {
		got = append(got, r.ID)
	}
	require.Empty(t, cmp.Diff(want, got))
}

// TestRuleTableCounts: so many rules of each kind and shape, as CLAUSES 2.1 counts them.
func TestRuleTableCounts(t *testing.T) {
	kinds, shapes := map[rules.Kind]int{}, map[string]int{}
	for _, r := range ruleTable(t).Rules() {
		kinds[r.Kind]++
		shapes[r.Shape]++
	}
	require.Empty(t, cmp.Diff(map[rules.Kind]int{
		rules.Clause: 386, rules.Alias: 30, rules.Type: 47 + 55, rules.Transition: 25, rules.Formula: 22, rules.Scheme: 25, rules.Catalogue: 51, rules.Note: 17,
	}, kinds))
	require.Empty(t, cmp.Diff(map[string]int{
		"duty": 105, "promise": 16, "threshold": 37, "checklist": 55, "presence": 42, "ordering": 28, "cover": 17, "record": 49, "permission": 22, "composite": 45,
		"rating": 25, "transition": 25, "formula": 22, "catalogue": 51, "enum": 47, "fact": 55, "text": 17,
	}, shapes))
}

// TestRuleTableProfiles: the parts of the sources hold as many clauses and others as CLAUSES 2.3 counts.
func TestRuleTableProfiles(t *testing.T) {
	want := map[string][2]int{
		"000-B": {1, 4}, "000-C": {1, 3}, "000-D": {1, 4}, "000-E": {2, 0}, "000-F": {2, 1}, "000-H": {2, 3}, "000-I": {40, 10},
		"001-1": {7, 21}, "001-2": {0, 1}, "001-3": {38, 8}, "001-4": {8, 4}, "001-5": {14, 0}, "001-6": {5, 5}, "001-7": {6, 5}, "001-9": {5, 25},
		"001-10": {15, 3}, "001-11": {25, 2}, "001-12": {23, 10}, "001-13": {17, 2}, "001-14": {12, 4}, "001-15": {28, 12}, "002": {72, 26},
		"003-A": {21, 35}, "003-B": {11, 21}, "003-C": {9, 8}, "004-2": {0, 2}, "004-3": {11, 5}, "004-4": {28, 12}, "004-5": {12, 6},
	}
	got := map[string][2]int{}
	for _, r := range ruleTable(t).Rules() {
		n := got[r.Profile]
		if r.Kind == rules.Clause || r.Kind == rules.Alias {
			n[0]++
		} else {
			n[1]++
		}
		got[r.Profile] = n
	}
	require.Empty(t, cmp.Diff(want, got))
}

// TestRuleTableIsThatOfTheSource: IDs, shapes and packages are those of the list from which the table was made.
func TestRuleTableIsThatOfTheSource(t *testing.T) {
	want := clauseRows(t)
	var got [][3]string
	for _, r := range ruleTable(t).Rules() {
		got = append(got, [3]string{r.ID, r.Shape, strings.TrimPrefix(r.Package, "property/")})
	}
	require.Empty(t, cmp.Diff(want, got))
}

// clauseRows reads ID, kind and package of the rules that refs/CLAUSES.md lists.
func clauseRows(t *testing.T) [][3]string {
	t.Helper()
	folder := os.Getenv("WUYE_DATA")
	if folder == "" {
		folder = filepath.Join("..", "shared", "data")
	}
	path := filepath.Join(folder, "..", "refs", "CLAUSES.md")
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no list of rules: %s is not there; set WUYE_DATA", path)
	}
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	known := []string{"PROP", "BILL", "MAINT", "SEC", "CLEAN", "KPI", "CS", "STAFF", "EMER", "ARCH", "EVENT"}
	var out [][3]string
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		cells := strings.Split(strings.Trim(in.Text(), "| "), " | ")
		prefix, _, _ := strings.Cut(cells[0], "-")
		if len(cells) == 6 && slices.Contains(known, prefix) { // ID, kind, package, engine, parameters, evidence
			out = append(out, [3]string{cells[0], cells[1], cells[2]})
		}
	}
	require.NoError(t, in.Err())
	return out
}
