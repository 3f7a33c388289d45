package formula_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

func hasHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, formula.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	require.Len(t, b.Languages(), 2)
	rules := []invalid.RuleError{
		formula.ErrEmpty, formula.ErrLong, formula.ErrMany, formula.ErrDeep, formula.ErrCharacter, formula.ErrNumber,
		formula.ErrThousands, formula.ErrUnknownName, formula.ErrUnknownUnit, formula.ErrUnopened, formula.ErrUnclosed,
		formula.ErrMissingOperator, formula.ErrMissingOperand, formula.ErrComma, formula.ErrFunction, formula.ErrArguments,
		formula.ErrStep, formula.ErrConstant, formula.ErrUnits, formula.ErrResultUnit, formula.ErrAmbiguous,
		formula.ErrUnitName, formula.ErrForeignUnit, formula.ErrUnitLong, formula.ErrUnbound, formula.ErrZero,
		formula.ErrTooLarge, formula.ErrVariable, formula.ErrVariableTwice, formula.ErrDeclaredUnit, formula.ErrNoWant,
	}
	seen := map[string]bool{}
	for _, rule := range rules {
		require.False(t, seen[rule.ID()], rule.ID())
		seen[rule.ID()] = true
		args := []string{"«1»", "«2»", "«3»", "«4»"}[:strings.Count(rule.English(), "%[")]
		problem := &invalid.FieldError{Rule: rule, Args: args}
		require.Equal(t, problem.Error(), problem.Text(en), rule.ID())
		chinese := problem.Text(zh)
		require.True(t, hasHan(chinese), chinese)
		for _, text := range []string{problem.Text(en), chinese} {
			require.NotContains(t, text, "%!")
			for _, arg := range args {
				require.Contains(t, text, arg)
			}
		}
	}
}

// TestMessagesOfNames: every standard name is called in Chinese as it can be typed.
func TestMessagesOfNames(t *testing.T) {
	en, err := explain.NewPrinter(language.English, formula.Messages)
	require.NoError(t, err)
	zh, err := explain.NewPrinter(language.Chinese, formula.Messages)
	require.NoError(t, err)
	for _, v := range formula.Standard("kWh", "CNY") {
		step := explain.Given(v.Label, explain.Decimal("1", v.Unit))
		require.Contains(t, explain.Text(en, step), v.Label.English()+": 1", v.Name)
		name, _, _ := strings.Cut(explain.Text(zh, step), "：")
		require.Contains(t, v.Aliases, name)
	}
	f := parse(t, "max(T, 5)-min(T, 5)-R*0kWh/m2", "kWh")
	text := explain.Text(zh, f.Why("", steps(t, formula.Standard("kWh", "CNY"), bound(t, map[string]string{"T": "9"}))))
	for _, want := range []string{"取最大：9 kWh", "减去：-5 kWh", "取最小：5 kWh", "R（没有取值）：无结果", "合计：无结果"} {
		require.Contains(t, text, want)
	}
	require.Contains(t, explain.Text(en, f.Why("", nil)), "R, which has no value: no result")
}

// TestMessagesFit: what the package reports fills every place of its sentences.
func TestMessagesFit(t *testing.T) {
	_, err := formula.Parse("max(T,R,P*2*3)+min(X*5)", formula.Standard("kWh", "CNY"), "kWh")
	require.EqualError(t, err, "formula \"max(T,R,P*2*3)+min(X*5)\": 1 problem\n  at 16: min wants 2 arguments and has 1")
	_, err = formula.Parse("max(T,R,P*2*3)", formula.Standard("kWh", "CNY"), "kWh")
	require.EqualError(t, err, `formula "max(T,R,P*2*3)": 2 problems
  at 7: kWh and m2 cannot be added or compared
  at 9: P*2*3 lacks the unit kWh·kWh/CNY, which more than one of its numbers could have; write it behind one`)
	zh, err2 := explain.NewPrinter(language.Chinese, formula.Messages, invalid.Messages)
	require.NoError(t, err2)
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	require.Equal(t, `formula "max(T,R,P*2*3)"：2 个问题
  第 7 字：kWh 与 m2 不能相加减或比较
  第 9 字：P*2*3 缺少单位 kWh·kWh/CNY，而其中不止一个数字可以带此单位；请写明`, all.Text(zh))
}
