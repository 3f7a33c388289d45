package rules_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/rules"
)

const header = "id,kind,shape,package,profile,home,proof,en,zh,note_en,note_zh\n"

// small is a table with a rule in every state.
const small = header +
	`BILL-05,clause,record,billing,003-C,billing.Ceiling.Strict,test:billing.TestRules/BILL-05 W-15,"Below, not at, the approved price",低于核准价,,
KPI-28,clause,threshold,property/customer,001-12,metric:serviceSatisfaction,not yet,Satisfaction 99 %,满意率,,
CLEAN-13,clause,composite,cleaning,002,not yet,W-25,Septic tank,化粪池,,
KPI-01,scheme,rating,property/rating,001-9,not yet,not yet,Five stars,五星,Odd,奇怪
KPI-30,alias,threshold,billing/receivable,001-12,rule:BILL-05 rule:KPI-28,as home,Collection,收费率,,
ARCH-22,type,fact,billing/parking,001-15,rule:CLEAN-13,as home,Card,记时卡,,
CS-25,note,text,none,003-A,note,none,Slogan,口号,Nothing to compute,无可计算
`

func read(t *testing.T, text string) *rules.Table {
	t.Helper()
	table, err := rules.Read(strings.NewReader(text))
	require.NoError(t, err)
	return table
}

// TestLoad: the project's own table can be read; the root test looks into it.
func TestLoad(t *testing.T) {
	table, err := rules.Load()
	require.NoError(t, err)
	require.Len(t, table.Rules(), 658)
}

func TestRead(t *testing.T) {
	table := read(t, small)
	require.Len(t, table.Rules(), 7)
	got, ok := table.Rule("BILL-05")
	require.True(t, ok)
	require.Empty(t, cmp.Diff(rules.Rule{
		ID: "BILL-05", Kind: rules.Clause, Shape: "record", Package: "billing", Profile: "003-C",
		Home:  []rules.Ref{{To: rules.ToSymbol, Name: "billing.Ceiling.Strict"}},
		Proof: []rules.Ref{{To: rules.ToTest, Name: "billing.TestRules/BILL-05"}, {To: rules.ToVector, Name: "W-15"}},
		EN:    "Below, not at, the approved price", ZH: "低于核准价",
	}, got))
	require.Equal(t, "BILL", got.Prefix())
	_, ok = table.Rule("BILL-06")
	require.False(t, ok)
	table.Rules()[0].ID = "changed"
	require.Equal(t, "BILL-05", table.Rules()[0].ID, "each call gives a list of its own")
}

// TestState: a rule whose home is others is as far as the least far of them.
func TestState(t *testing.T) {
	table := read(t, small)
	want := map[string]rules.State{
		"BILL-05": rules.Proved, "KPI-28": rules.Built, "CLEAN-13": rules.Worked, "KPI-01": rules.Missing,
		"KPI-30": rules.Built, "ARCH-22": rules.Worked, "CS-25": rules.Noted,
	}
	for _, r := range table.Rules() {
		require.Equal(t, want[r.ID], table.State(r), r.ID)
	}
}

// TestRefs: a reference is written as it was read, and names its folder.
func TestRefs(t *testing.T) {
	tests := []struct {
		ref             rules.Ref
		text, dir, name string
	}{
		{rules.Ref{To: rules.ToSymbol, Name: "billing/parking.Fee.Verify"}, "billing/parking.Fee.Verify", "billing/parking", "Fee.Verify"},
		{rules.Ref{To: rules.ToTest, Name: "billing/parking.TestRules/BILL-16"}, "test:billing/parking.TestRules/BILL-16", "billing/parking", "TestRules/BILL-16"},
		{rules.Ref{To: rules.ToTest, Name: ".TestRuleFigures/SEC-05"}, "test:.TestRuleFigures/SEC-05", ".", "TestRuleFigures/SEC-05"},
	}
	for _, tt := range tests {
		require.Equal(t, tt.text, tt.ref.String())
		text, err := tt.ref.MarshalText()
		require.NoError(t, err)
		require.Equal(t, tt.text, string(text))
		dir, name := tt.ref.Symbol()
		require.Equal(t, []string{tt.dir, tt.name}, []string{dir, name})
	}
	require.Equal(t, "metric:collection", rules.Ref{To: rules.ToMetric, Name: "collection"}.String())
	require.Equal(t, "W-15", rules.Ref{To: rules.ToVector, Name: "W-15"}.String())
}

// TestReadRefuses: each row below has one fault, which is told with its line.
func TestReadRefuses(t *testing.T) {
	tests := []struct{ name, row, want string }{
		{"an ID of one digit", "KPI-1,clause,duty,billing,002,not yet,not yet,a,甲,,", `"KPI-1" is no ID of a rule`},
		{"an unknown kind", "KPI-02,rule,duty,billing,002,not yet,not yet,a,甲,,", `kind "rule"`},
		{"a shape of another kind", "KPI-02,clause,enum,billing,002,not yet,not yet,a,甲,,", `shape "enum"`},
		{"no folder", "KPI-02,clause,duty,billing/,002,not yet,not yet,a,甲,,", `package "billing/"`},
		{"nobody owns it", "KPI-02,clause,duty,none,002,not yet,not yet,a,甲,,", "only a note has none"},
		{"a note that somebody owns", "KPI-02,note,text,billing,002,note,none,a,甲,n,注", "only a note has none"},
		{"an unknown part", "KPI-02,clause,duty,billing,005,not yet,not yet,a,甲,,", `profile "005"`},
		{"no English", "KPI-02,clause,duty,billing,002,not yet,not yet, ,甲,,", "no English text"},
		{"no Chinese", "KPI-02,clause,duty,billing,002,not yet,not yet,a,b,,", "no Chinese text"},
		{"half a note", "KPI-02,clause,duty,billing,002,not yet,not yet,a,甲,n,", "a note in one language only"},
		{"a note twice in English", "KPI-02,clause,duty,billing,002,not yet,not yet,a,甲,n,n", "the Chinese note is not Chinese"},
		{"a note with a home", "KPI-02,note,text,none,002,billing.Tariff,none,a,甲,n,注", `a note has home "note"`},
		{"a note without one", "KPI-02,note,text,none,002,note,none,a,甲,,", `a note has home "note"`},
		{"a word for a home", "KPI-02,clause,duty,billing,002,somewhere,not yet,a,甲,,", `"somewhere" is no name of a symbol`},
		{"an unexported name", "KPI-02,clause,duty,billing,002,billing.tariff,not yet,a,甲,,", `"billing.tariff" is no name of a symbol`},
		{"an unknown place", "KPI-02,clause,duty,billing,002,law:13,not yet,a,甲,,", `home "law:13"`},
		{"nothing", "KPI-02,clause,duty,billing,002,,not yet,a,甲,,", `"" is no name of a symbol`},
		{"a home twice", "KPI-02,clause,duty,billing,002,metric:a metric:a,not yet,a,甲,,", "metric:a is there twice"},
		{"the clause of another", "KPI-02,clause,duty,billing,002,clause:KPI-03,not yet,a,甲,,", "clause:KPI-03 is no home of this rule"},
		{"a clause that is a type", "KPI-02,type,enum,billing,002,clause:KPI-02,not yet,a,甲,,", "clause:KPI-02 is no home of this rule"},
		{"an alias of nothing", "KPI-02,alias,duty,billing,002,not yet,not yet,a,甲,,", "the home of an alias"},
		{"an alias of Go", "KPI-02,alias,duty,billing,002,billing.Tariff,W-15,a,甲,,", "the home of an alias"},
		{"an alias with a proof", "KPI-02,alias,duty,billing,002,rule:BILL-05,W-15,a,甲,,", `its proof is "as home"`},
		{"an alias of itself", "KPI-02,alias,duty,billing,002,rule:KPI-02,as home,a,甲,,", "it is its own home"},
		{"an alias of no rule", "KPI-02,alias,duty,billing,002,rule:KPI-99,as home,a,甲,,", "KPI-02: its home KPI-99 is no rule"},
		{"an alias of an alias", "KPI-02,alias,duty,billing,002,rule:KPI-30,as home,a,甲,,", "KPI-02: its home KPI-30 has its home elsewhere"},
		{"an alias of a note", "KPI-02,alias,duty,billing,002,rule:CS-25,as home,a,甲,,", "KPI-02: its home CS-25 is a note"},
		{"a rule beside Go", "KPI-02,clause,duty,billing,002,billing.Tariff rule:BILL-05,not yet,a,甲,,", "other rules or none of them"},
		{"a word for a proof", "KPI-02,clause,duty,billing,002,not yet,believe me,a,甲,,", `"believe" is no name of a vector`},
		{"as home without one", "KPI-02,clause,duty,billing,002,not yet,as home,a,甲,,", `"as" is no name of a vector`},
		{"a function for a test", "KPI-02,clause,duty,billing,002,not yet,test:billing.Prepare,a,甲,,", `"billing.Prepare" is no name of a test`},
		{"an unknown proof", "KPI-02,clause,duty,billing,002,not yet,oath:me,a,甲,,", `proof "oath:me"`},
		{"there already", "BILL-05,clause,duty,billing,002,not yet,not yet,a,甲,,", "BILL-05: the rule is there twice"},
		{"a column too few", "KPI-02,clause,duty,billing,002,not yet,not yet,a,甲,", "wrong number of fields"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, err := rules.Read(strings.NewReader(small + tt.row + "\n"))
			require.ErrorContains(t, err, tt.want)
			require.Nil(t, table, "half a table is none")
			if !strings.Contains(tt.want, ": its home") {
				require.ErrorContains(t, err, "line 9")
			}
		})
	}
}

func TestReadRefusesTheHeader(t *testing.T) {
	for _, text := range []string{"", "id,kind\n", strings.Replace(small, "proof", "shown", 1)} {
		_, err := rules.Read(strings.NewReader(text))
		require.ErrorContains(t, err, "columns")
	}
}

// TestReadSaysEverything: two bad rows are two problems.
func TestReadSaysEverything(t *testing.T) {
	_, err := rules.Read(strings.NewReader(small + "KPI-02,rule,duty,billing,005,not yet,not yet,a,b,,\nKPI-03,clause,duty,billing,002,here,not yet,a,甲,,\n"))
	for _, want := range []string{`line 9: KPI-02: kind "rule"`, `line 9: KPI-02: profile "005"`, "line 9: KPI-02: no Chinese text", "line 10: KPI-03: "} {
		require.ErrorContains(t, err, want)
	}
}

// FuzzRead: what is read is whole, however broken the text: IDs once, homes that are rules there and further on.
func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add(header + "KPI-02,alias,duty,billing,002,rule:KPI-02,as home,a,甲,,\n")
	f.Add(header + "\"KPI-02\nx\",note,text,none,002,note,none,a,甲,n,注\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := rules.Read(strings.NewReader(text))
		if err != nil {
			require.Nil(t, table)
			return
		}
		seen := map[string]bool{}
		for _, r := range table.Rules() {
			require.False(t, seen[r.ID], r.ID)
			seen[r.ID] = true
			require.True(t, strings.HasPrefix(r.ID, r.Prefix()+"-"))
			require.Contains(t, r.Kind.Shapes(), r.Shape)
			require.Contains(t, rules.States(), table.State(r))
			for _, ref := range append(r.Home, r.Proof...) {
				require.NotEmpty(t, ref.Name)
				require.NotContains(t, ref.String(), " ")
			}
		}
	})
}
