package explain_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// messages registers the labels of the tests, one of them in English only.
func messages(b *catalog.Builder) error {
	return invalid.Register(b, []invalid.Translation{
		{Text: labelFee, ZH: "物业服务费 %[1]s"},
		{Text: labelArea, ZH: "建筑面积"},
		{Text: labelDays, ZH: "当月占比"},
		{Text: labelDue, ZH: "完成时限"},
	})
}

func printer(tb testing.TB, tag string) *message.Printer {
	tb.Helper()
	p, err := explain.NewPrinter(language.MustParse(tag), messages)
	require.NoError(tb, err)
	return p
}

// partMonth is EX-106 of the domain notes.
func partMonth() explain.Step {
	area := explain.Given(labelArea, explain.Decimal("89.53", "m2")).From("unit 1-0803")
	price := explain.Given(labelPrice, explain.Decimal("2.80", "CNY/m2")).From("tariff pm")
	share := explain.Given("", explain.Value{Text: "15/31"})
	return explain.Round(labelFee, explain.Product("", area, price, share), "halfUp", "0.01").WithArgs("1-0803")
}

func statement() explain.Step {
	area := explain.Given(labelArea, explain.Decimal("89.53", "m2"))
	days := explain.Ratio(labelDays, num("15", "d"), num("31", "d"))
	exact := explain.Product("", area, num("2.8", "CNY/m2"), days)
	loss := explain.Sum("", num("5200", "kWh"), num("-5000", "kWh"))
	energy := explain.Allocate("", 0, "0.01", num("1000", "CNY"), area, num("120.10", "m2"), num("65.37", "m2"))
	capped := explain.Clamp("", num("2.55", "CNY/m2"), num("1.60", "CNY/m2"), num("2.40", "CNY/m2"))
	return explain.Count(labelFee,
		explain.Sum("", explain.Round("", exact, "down", "0.1"), energy).From("合同 第五条"),
		loss,
		explain.Compare("", num("2.55", "CNY/m2"), "<=", capped),
		explain.Pick("", 1, word("空置"), word("已入住")),
		explain.Ratio("", num("1", "CNY"), num("0", "CNY")),
	).WithArgs("2026-03")
}

// due is four and a half hours of working time over a night.
func due() explain.Step {
	return explain.Shift(labelDue,
		word("2026-09-20T16:00:00+08:00").From("接单"),
		explain.Sum("", num("18000", "s"), num("-1800", "s")),
		num("50400", "s").From("非工作时间"))
}

func TestText(t *testing.T) {
	tests := []struct {
		name, tag string
		step      explain.Step
		want      string
	}{
		{"part month", "zh-CN", partMonth(), `
物业服务费 1-0803：121.30 CNY，四舍五入到 0.01 CNY
└ 乘积：≈ 121.298710 CNY（3760.26/31） = 89.53 m2 × 2.80 CNY/m2 × 15/31
   ├ 建筑面积：89.53 m2（来源：unit 1-0803）
   └ price：2.80 CNY/m2（来源：tariff pm）
`},
		{"part month", "en", partMonth(), `
management fee 1-0803: 121.30 CNY, rounded half up to 0.01 CNY
└ product: ≈ 121.298710 CNY (3760.26/31) = 89.53 m2 × 2.80 CNY/m2 × 15/31
   ├ built-up area: 89.53 m2 [unit 1-0803]
   └ price: 2.80 CNY/m2 [tariff pm]
`},
		{"due", "zh", due(), `
完成时限：2026-09-21 10:30 +08:00，下列第一项按其后各段时长推移
├ 给定：2026-09-20 16:00 +08:00（来源：接单）
├ 合计：4 小时 30 分 = 5 小时 − 30 分
└ 给定：14 小时（来源：非工作时间）
`},
		{"due", "en", due(), `
due: 2026-09-21 10:30 +08:00, the first of these moved by the lengths of time after it
├ given: 2026-09-20 16:00 +08:00 [接单]
├ sum: 4 h 30 min = 5 h − 30 min
└ given: 14 h [非工作时间]
`},
		{"every operation", "zh", statement(), `
物业服务费 2026-03：5，下列项数
├ 合计：446.76 CNY（来源：合同 第五条）
│  ├ 取整：121.20 CNY，舍去尾数到 0.1 CNY
│  │  └ 乘积：≈ 121.298710 CNY（3760.26/31）
│  │     ├ 建筑面积：89.53 m2
│  │     ├ 给定：2.80 CNY/m2
│  │     └ 当月占比：≈ 0.483871（15/31） = 15 d ÷ 31 d
│  └ 分摊额：325.56 CNY，1000.00 CNY 按权重 89.53 m2 分摊，共 3 份之第 1 份，最大余数法，以 0.01 CNY 为单位
│     ├ 给定：1000.00 CNY
│     ├ 建筑面积：89.53 m2
│     ├ 给定：120.1 m2
│     └ 给定：65.37 m2
├ 合计：200 kWh = 5200 kWh − 5000 kWh
├ 比较：否，2.55 CNY/m2 ≤ 2.40 CNY/m2
│  ├ 给定：2.55 CNY/m2
│  └ 限额：2.40 CNY/m2，限于 1.60 CNY/m2 至 2.40 CNY/m2
│     ├ 给定：2.55 CNY/m2
│     ├ 给定：1.60 CNY/m2
│     └ 给定：2.40 CNY/m2
├ 选用：已入住，下列 2 项中的第 2 项
│  ├ 给定：空置
│  └ 给定：已入住
└ 比值：无结果 = 1.00 CNY ÷ 0.00 CNY
`},
		{"every operation", "en", statement(), `
management fee 2026-03: 5, number of these
├ sum: 446.76 CNY [合同 第五条]
│  ├ rounding: 121.20 CNY, cut off to 0.1 CNY
│  │  └ product: ≈ 121.298710 CNY (3760.26/31)
│  │     ├ built-up area: 89.53 m2
│  │     ├ given: 2.80 CNY/m2
│  │     └ part of the month: ≈ 0.483871 (15/31) = 15 d ÷ 31 d
│  └ share: 325.56 CNY, share 1 of 3 of 1000.00 CNY, weight 89.53 m2, by largest remainder in steps of 0.01 CNY
│     ├ given: 1000.00 CNY
│     ├ built-up area: 89.53 m2
│     ├ given: 120.1 m2
│     └ given: 65.37 m2
├ sum: 200 kWh = 5200 kWh − 5000 kWh
├ comparison: no, 2.55 CNY/m2 ≤ 2.40 CNY/m2
│  ├ given: 2.55 CNY/m2
│  └ limit: 2.40 CNY/m2, kept between 1.60 CNY/m2 and 2.40 CNY/m2
│     ├ given: 2.55 CNY/m2
│     ├ given: 1.60 CNY/m2
│     └ given: 2.40 CNY/m2
├ choice: 已入住, number 2 of these 2
│  ├ given: 空置
│  └ given: 已入住
└ ratio: no result = 1.00 CNY ÷ 0.00 CNY
`},
	}
	for _, tt := range tests {
		t.Run(tt.name+"/"+tt.tag, func(t *testing.T) {
			got := explain.Text(printer(t, tt.tag), tt.step)
			if diff := cmp.Diff(strings.TrimPrefix(tt.want, "\n"), got); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTextStaysInItsLine(t *testing.T) {
	p := printer(t, "en")
	tests := []struct {
		name string
		step explain.Step
		want string
	}{
		{"line feeds", word("a\n└ b\u202e").From("c\r\nd"), "given: a └ b  [c  d]\n"},
		{"yen has no fen", num("1000", "JPY"), "given: 1000 JPY\n"},
		{"not money", num("1000", "kWh"), "given: 1000 kWh\n"},
		{"true is a word", word("true"), "given: true\n"},
		{"no operation", explain.Step{}, "Op(0): no result\n"},
		{"a minute", num("60", "s"), "given: 1 min\n"},
		{"less than a minute", num("59", "s"), "given: 59 s\n"},
		{"part of a second", num("90.5", "s"), "given: 90.5 s\n"},
		{"a third of a second", explain.Given("", explain.Value{Text: "271/3", Unit: "s"}), "given: ≈ 90.333333 s (271/3)\n"},
		{"hours and seconds", num("28805", "s"), "given: 8 h 5 s\n"},
		{"time less", num("-30600", "s"), "given: -8 h 30 min\n"},
		{"days are hours", num("360000", "s"), "given: 100 h\n"},
		{"not a length", num("30600", "m/s"), "given: 30600 m/s\n"},
		{"raised to half an hour", explain.Round("", num("1801", "s"), "up", "1800"), "rounding: 1 h, rounded up to 30 min, away from zero\n└ given: 30 min 1 s\n"},
		{"instant", word("2026-09-20T08:00:00Z"), "given: 2026-09-20 08:00 +00:00\n"},
		{"instant with its seconds", word("2026-09-20T16:00:05+08:00"), "given: 2026-09-20 16:00:05 +08:00\n"},
		{"instant with a fraction", word("2026-09-20T16:00:00.250-03:30"), "given: 2026-09-20 16:00:00.25 -03:30\n"},
		{"no instant", word("2026-09-20T16:00:00"), "given: 2026-09-20T16:00:00\n"},
		{"moved", explain.Shift("", word("2026-09-20T16:00:00+08:00"), num("5400", "s"), num("-60", "s")), "shift: 2026-09-20 17:29 +08:00 = 2026-09-20 16:00 +08:00 + 1 h 30 min − 1 min\n"},
		{"two instants", explain.Compare("", word("2026-09-20T16:00:00+08:00"), "<=", word("2026-09-20T08:00:00Z")), "comparison: yes, 2026-09-20 16:00 +08:00 ≤ 2026-09-20 08:00 +00:00\n├ given: 2026-09-20 16:00 +08:00\n└ given: 2026-09-20 08:00 +00:00\n"},
		{"division of fractions", explain.Ratio("", explain.Given("", explain.Value{Text: "1/3"}), explain.Given("", explain.Value{Text: "1/7"})), "ratio: ≈ 2.333333 (7/3) = (1/3) ÷ (1/7)\n"},
		{"label from a document", explain.Given("far/label%d", explain.Value{Text: "1"}, "100%s"), "far/label%d 100%s: 1\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := explain.Text(p, tt.step); got != tt.want {
				t.Errorf("Text() = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestNewPrinterLanguages(t *testing.T) {
	for tag, want := range map[string]string{
		"zh": "建筑面积：1 m2\n", "zh-CN": "建筑面积：1 m2\n", "zh-Hans-SG": "建筑面积：1 m2\n",
		"en": "built-up area: 1 m2\n", "en-GB": "built-up area: 1 m2\n", "fr": "built-up area: 1 m2\n",
	} {
		got := explain.Text(printer(t, tag), explain.Given(labelArea, explain.Decimal("1", "m2")))
		if got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}

func TestNewPrinterReportsErrors(t *testing.T) {
	broken := errors.New("broken")
	p, err := explain.NewPrinter(language.Chinese, func(*catalog.Builder) error { return broken })
	require.ErrorIs(t, err, broken)
	require.Nil(t, p)
}

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	require.NoError(t, explain.Messages(b))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	args := []any{"ARG1", "ARG2", "ARG3", "ARG4", "ARG5"}
	keys := explain.Keys()
	require.Greater(t, len(keys), 40)
	for _, key := range keys {
		english := en.Sprintf(message.Key(key.ID(), "MISSING"), args...)
		chinese := zh.Sprintf(message.Key(key.ID(), "MISSING"), args...)
		require.NotContains(t, english, "MISSING", key.ID())
		require.NotContains(t, english, "%!", key.ID())
		require.NotContains(t, chinese, "%!", key.ID())
		for i := range args {
			a := "ARG" + string(rune('1'+i))
			require.Equal(t, strings.Contains(english, a), strings.Contains(chinese, a), "%s: %s", key.ID(), a)
		}
		// A phrase of signs alone ("%[1]s = %[2]s") has no words in either language.
		if words := strings.ReplaceAll(english, "ARG", ""); strings.IndexFunc(words, unicode.IsLetter) >= 0 {
			require.GreaterOrEqual(t, strings.IndexFunc(chinese, isHan), 0, key.ID())
		}
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// TestTextOfOne: a sum of one thing is that thing and says no more.
func TestTextOfOne(t *testing.T) {
	fee := explain.Round(labelFee, explain.Given(labelArea, explain.Decimal("250.684", "CNY")), "halfUp", "0.01").WithArgs("1-0803")
	bill := explain.Sum(labelPrice, fee)
	require.Equal(t, `price: 250.68 CNY
└ management fee 1-0803: 250.68 CNY, rounded half up to 0.01 CNY
   └ built-up area: 250.684 CNY
`, explain.Text(printer(t, "en"), bill))
	require.NoError(t, bill.Check())
}
