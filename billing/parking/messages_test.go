package parking_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// keyed returns the texts that the package's source declares, by identifier.
func keyed(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, name := range []string{"messages.go", "messages_steps.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				lit, ok := spec.Values[0].(*ast.BasicLit)
				require.True(t, ok)
				text, err := strconv.Unquote(lit.Value)
				require.NoError(t, err)
				id, english, _ := strings.Cut(text, ": ")
				require.True(t, strings.HasPrefix(id, "parking/"), id)
				require.NotContains(t, out, id)
				out[id] = english
			}
			return true
		})
	}
	return out
}

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, parking.Messages(b))
	require.Len(t, b.Languages(), 2)
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	texts := keyed(t)
	require.Greater(t, len(texts), 70)
	for id, english := range texts {
		marks := []string{"«1»", "«2»", "«3»", "«4»", "«5»"}[:strings.Count(english, "%[")]
		var args []any
		want := english
		for i, mark := range marks {
			want = strings.ReplaceAll(want, "%["+strconv.Itoa(i+1)+"]s", mark)
			args = append(args, mark)
		}
		require.Equal(t, want, en.Sprintf(message.Key(id, "absent"), args...))
		chinese := zh.Sprintf(message.Key(id, "absent"), args...)
		require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), "%s: %s", id, chinese)
		require.NotContains(t, chinese, "%!", id)
		for _, mark := range marks {
			require.Contains(t, chinese, mark, id)
		}
	}
}

// TestAnnounce: the sentence of rule BILL-17, word for word.
func TestAnnounce(t *testing.T) {
	x := tariff(parking.Rate{Unit: block(60, "5.00")})
	x.GraceMinutes = 15
	x.Free = &parking.Free{Minutes: 15, Kind: parking.Threshold}
	x.Classes = []parking.Class{{Code: "fire", Exempt: "执行任务的消防车"}}
	p := compile(t, x)
	out := stay("2026-03-02 08:10", "2026-03-02 10:45")
	fire := out
	fire.Class = "fire"
	dollars := x
	dollars.Currency = money.MustParseCurrency("USD")
	tests := []struct {
		pricer *parking.Pricer
		stay   parking.ShortStay
		zh, en string
	}{
		{p, out, "您的车计费停车155分钟,请交停车费15.00元", "Your car was parked for 155 minutes, please pay 15.00 CNY."},
		{p, paid(out, "2026-03-02 10:00", "5.00"), "您的车计费停车155分钟,请交停车费10.00元", "Your car was parked for 155 minutes, please pay 10.00 CNY."},
		{p, paid(out, "2026-03-02 10:40", "15.00"), "您的车计费停车155分钟,停车费15.00元已付清,祝您一路平安", "Your car was parked for 155 minutes, the fee of 15.00 CNY is paid. Have a good journey."},
		{p, stay("2026-03-02 08:10", "2026-03-02 08:25"), "您的车计费停车15分钟,免收停车费,祝您一路平安", "Your car was parked for 15 minutes, there is nothing to pay. Have a good journey."},
		{p, fire, "您的车免收停车费,请通行,祝您一路平安", "There is nothing to pay, please pass. Have a good journey."},
		{compile(t, dollars), out, "您的车计费停车155分钟,请交停车费15.00 USD", "Your car was parked for 155 minutes, please pay 15.00 USD."},
	}
	for _, tt := range tests {
		f := sound(t, tt.pricer, tt.stay)
		for tag, want := range map[language.Tag]string{language.Chinese: tt.zh, language.English: tt.en} {
			printer, err := explain.NewPrinter(tag, parking.Messages)
			require.NoError(t, err)
			require.Equal(t, want, f.Announce(printer))
		}
	}
}
