package house_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/house"
)

const header = `package core

import (
	"example.org/estate/property/explain"
	"example.org/estate/property/invalid"
)

`

func TestTexts(t *testing.T) {
	tree := load(t, map[string]string{"core/a.go": header + `
const (
	ErrA invalid.RuleError = "core/a: %[1]s is " + "wrong"
	ErrB = invalid.RuleError("core/b: wrong")
	fee explain.Label = "core/fee: fee of %[1]s"
	Plain = "core/plain: nothing"
)

func texts() []invalid.Translation {
	return append([]invalid.Translation{
		{ErrB, "错"},
		{Text: fee, ZH: "%[1]s 的费用"},
	}, invalid.Translation{Text: ErrA, ZH: "%[1]s 有误"})
}
`})
	all, problems := tree.Texts(tree.Packages)
	require.Empty(t, problems)
	require.Empty(t, house.Faults(all))
	var got []string
	for _, k := range all {
		got = append(got, k.Type+" "+k.Name+" "+k.ID+" | "+k.English+" | "+strings.Join(k.ZH, ";"))
	}
	require.Equal(t, []string{
		"RuleError ErrA core/a | %[1]s is wrong | %[1]s 有误",
		"RuleError ErrB core/b | wrong | 错",
		"Label fee core/fee | fee of %[1]s | %[1]s 的费用",
	}, got)
}

func TestTextsInTheirHome(t *testing.T) {
	tree := load(t, map[string]string{
		"property/invalid/a.go": "package invalid\n\nconst ErrA RuleError = \"invalid/a: wrong\"\n\nfunc f() []Translation { return []Translation{{ErrA, \"错\"}} }\n",
		"other/a.go":            "package other\n\nconst ErrA RuleError = \"a text of another type\"\n",
	})
	all, problems := tree.Texts(tree.Packages)
	require.Empty(t, problems)
	require.Empty(t, house.Faults(all))
	require.Len(t, all, 1)
}

func TestFaults(t *testing.T) {
	tests := []struct {
		name, english, row string
		want               []string
	}{
		{"good", "core/a: %[2]s before %[1]s, %[1]s", `{ErrA, "%[1]s、%[2]s 有误"}`, nil},
		{"no words, no Chinese", "core/a: %[1]s = %[2]s", `{ErrA, "%[2]s = %[1]s"}`, nil},
		{"a percent sign", "core/a: %[1]s %% is much", `{ErrA, "%[1]s%% 太多"}`, nil},
		{"not translated", "core/a: wrong", "", []string{"0 Chinese wordings"}},
		{"translated twice", "core/a: wrong", `{ErrA, "错"}, {ErrA, "误"}`, []string{"2 Chinese wordings"}},
		{"no Chinese", "core/a: wrong", `{ErrA, "faux"}`, []string{"no Chinese"}},
		{"no English", "core/a", `{ErrA, "错"}`, []string{"no English"}},
		{"arguments differ", "core/a: %[1]s and %[2]s", `{ErrA, "只有 %[1]s"}`, []string{"arguments differ"}},
		{"plain verb", "core/a: %s is wrong", `{ErrA, "%s 错"}`, []string{"written %[1]s", "written %[1]s"}},
		{"other package", "cord/a: wrong", `{ErrA, "错"}`, []string{"want core/"}},
		{"no kebab case", "core/noPrice: wrong", `{ErrA, "错"}`, []string{"want core/"}},
		{"translates a stranger", "core/a: wrong", `{ErrA, "错"}, {ErrB, "错"}`, []string{"translates ErrB"}},
		{"translation made elsewhere", "core/a: wrong", `{ErrA, zh()}`, []string{"a literal text", "0 Chinese wordings"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			code := header + "const ErrA invalid.RuleError = \"" + tt.english + "\"\n\nfunc texts() []invalid.Translation { return []invalid.Translation{" + tt.row + "} }\n"
			tree := load(t, map[string]string{"core/a.go": code})
			all, problems := tree.Texts(tree.Packages)
			wantLines(t, append(problems, house.Faults(all)...), tt.want)
		})
	}
}

func TestFaultsOneIdentifierTwice(t *testing.T) {
	one := "const ErrA invalid.RuleError = \"core/a: wrong\"\n\nfunc texts() []invalid.Translation { return []invalid.Translation{{ErrA, \"错\"}} }\n"
	tree := load(t, map[string]string{"core/a.go": header + one, "dept/core/a.go": header + one})
	all, problems := tree.Texts(tree.Packages)
	require.Empty(t, problems)
	wantLines(t, house.Faults(all), []string{"core/a is the identifier of ErrA at core/a.go"})
}
