package billing_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// storyBill is the bill of the golden texts: EX-106 with 6 % inside, and a fixed fee with
// 6 % on top.
func storyBill(tb testing.TB) billing.Bill {
	tb.Helper()
	six := decimal.RequireFromString("0.06")
	b := bookOf(byArea("pm",
		entry("", "2026-07-15", billing.Rate{Price: decimal.RequireFromString("2.80"), Source: "物业服务合同 2024-03"}),
		entry("2026-07-16", "", billing.Rate{Price: decimal.RequireFromString("3.10"), Source: "业主大会决定 2026-06-20"}),
	), fixed("waste", "8.00"))
	b.Tariffs[0].Tax = inclusive(entry("", "", six))
	b.Tariffs[1].Tax = &billing.Tax{Exclusive: &billing.TaxRate{Rates: civil.Always(six)}}
	got := bills(tb, prepare(tb, home(), b, billing.Facts{}, civil.MustParseMonth("2026-07")))
	require.Len(tb, got, 1)
	return got[0]
}

func TestWhyText(t *testing.T) {
	b := storyBill(t)
	require.Equal(t, "273.03 CNY", b.Total.String()) // 264.55 + 8.00 + 0.48
	for name, tag := range map[string]language.Tag{"zh": language.Chinese, "en": language.English} {
		p, err := explain.NewPrinter(tag, billing.Messages)
		require.NoError(t, err)
		text := explain.Text(p, b.Why())
		for _, l := range b.Lines {
			text += "\n" + explain.Text(p, l.WhyTax())
		}
		golden.Check(t, "testdata/why-"+name+".golden", []byte(text))
	}
}

func TestWhyOfHeldBill(t *testing.T) {
	e := home()
	e.Tenancies = nil
	got := bills(t, prepare(t, e, bookOf(byArea("pm", entry("", "", rate("2.80")))), billing.Facts{}, civil.MustParseMonth("2026-07")))
	why := got[0].Why()
	require.Equal(t, explain.OpGiven, why.Op)
	require.Empty(t, why.Inputs)
	require.Equal(t, []string{"1-0803", "", "2026-07-01", "2026-07-31"}, why.Args)
}

// TestWhyNotices changes what a derivation covers and expects Check to say so.
func TestWhyNotices(t *testing.T) {
	for name, change := range map[string]func(*billing.Bill){
		"the total": func(b *billing.Bill) { b.Total = money.MustParse("273.04 CNY") },
		"an amount": func(b *billing.Bill) { b.Lines[0].Amount = money.MustParse("121.29 CNY") },
		"a price":   func(b *billing.Bill) { b.Lines[0].Facts.Product.Price = b.Lines[1].Facts.Product.Price },
		"days":      func(b *billing.Bill) { b.Lines[0].Facts.Product.Days++ },
		"the month": func(b *billing.Bill) { b.Lines[0].Facts.Product.Of-- },
		"no month":  func(b *billing.Bill) { b.Lines[0].Facts.Product.Of = 0 },
		"what is before": func(b *billing.Bill) { // 121.306 → 121.31, 264.554 → 264.55
			require.NoError(t, b.Lines[1].Facts.Product.Before.UnmarshalText([]byte("3760.486")))
		},
		"a tax on top": func(b *billing.Bill) { b.Lines[2].Tax = b.Lines[0].Tax },
		"the rounding": func(b *billing.Bill) { b.Lines[0].Rounding = billing.LineRounding{} },
		"a line":       func(b *billing.Bill) { b.Lines = b.Lines[1:] },
	} {
		b := storyBill(t)
		change(&b)
		require.Error(t, b.Why().Check(), name)
		require.Error(t, billing.Verify(b), name)
	}
	l := storyBill(t).Lines[0]
	l.Net, l.Tax = l.Tax, l.Net
	require.Error(t, l.WhyTax().Check())
	l = storyBill(t).Lines[0]
	l.Tax = l.Net
	require.Error(t, l.WhyTax().Check())
}

func TestMessages(t *testing.T) {
	rules := []invalid.RuleError{
		billing.ErrTariffCode, billing.ErrTariffTwice, billing.ErrFree, billing.ErrPriceGap, billing.ErrTaxRate, billing.ErrTaxTooHigh,
		billing.ErrNoTaxRate, billing.ErrRounding, billing.ErrPeriod, billing.ErrNoUnit, billing.ErrUnknownScope, billing.ErrTooLarge,
		billing.ErrHeld, billing.ErrUnitArea, billing.ErrUnitInternalArea, billing.ErrNoPayer, billing.ErrAmountTooLarge,
		billing.ErrLineDays, billing.ErrLineAmount, billing.ErrBillSum, billing.ErrForeignLine, billing.ErrHeldLines,
	}
	b := catalog.NewBuilder()
	require.NoError(t, billing.Messages(b))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	seen := map[string]bool{}
	check := func(text invalid.Keyed) {
		id := text.ID()
		t.Run(id, func(t *testing.T) {
			require.True(t, strings.HasPrefix(id, "billing/"))
			require.False(t, seen[id])
			seen[id] = true
			args := []string{"2026-07-01", "pm", "1-0803", "H"}[:arguments(text.English())]
			var anys []any
			for _, a := range args {
				anys = append(anys, a)
			}
			inZH, inEN := zh.Sprintf(message.Key(id, "missing"), anys...), en.Sprintf(message.Key(id, "missing"), anys...)
			for _, s := range []string{inZH, inEN} {
				require.NotContains(t, s, "%!")
				require.NotContains(t, s, "missing: ")
				require.NotEqual(t, "missing", s)
				for _, a := range args {
					require.Contains(t, s, a)
				}
			}
			require.True(t, strings.ContainsFunc(inZH, func(r rune) bool { return unicode.Is(unicode.Han, r) }), inZH)
			require.False(t, strings.ContainsFunc(inEN, func(r rune) bool { return unicode.Is(unicode.Han, r) }), inEN)
		})
	}
	for _, text := range billing.Texts() {
		check(text.Text)
	}
	for _, r := range rules {
		require.True(t, seen[r.ID()], r.ID())
		f := &invalid.FieldError{Rule: r, Args: []string{"2026-07-01", "pm", "1-0803"}[:arguments(r.English())]}
		require.Equal(t, f.Error(), f.Text(en))
	}
}

// arguments counts the arguments a sentence asks for.
func arguments(sentence string) int {
	n := 0
	for strings.Contains(sentence, "%["+string(rune('1'+n))+"]s") {
		n++
	}
	return n
}
