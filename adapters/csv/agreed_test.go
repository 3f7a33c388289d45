package csv_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// rent is an agreed rent that rises by a rate every so many months; no rate: it stays.
func rent(price, rate string, every int, free ...civil.Period) []property.Agreed {
	p := property.AgreedPrice{Price: money.MustParsePrice(price)}
	if rate != "" {
		p.Escalation = &property.Escalation{Rate: money.MustParseRate(rate), Every: every}
	}
	return []property.Agreed{{Fee: "rent", Prices: civil.Always(p), Free: free}}
}

func agreedOf(im *csv.Import) [][]property.Agreed {
	var out [][]property.Agreed
	for _, t := range im.Tenancies {
		out = append(out, t.Agreed)
	}
	return out
}

func TestAgreedColumns(t *testing.T) {
	january := civil.Period{Start: day("2026-01-01"), End: day("2026-02-01")}
	rows := "S-1,lease,P1,2026-01-01,2028-12-31,rent,\"3,000.00\",5%,12,2026-01-01,2026-01-31\n" +
		"S-2,lease,P1,2026-01-01,2028-12-31,rent,28.5,0.03,24,,\n" +
		"S-3,lease,P1,2026-01-01,,rent,100,,,,\n" +
		"S-4,lease,P1,2026-01-01,,rent,100,０％,12,2026/1/1,2026年1月31日\n" +
		"S-5,lease,P1,2026-01-01,2028-12-31,rent,100,200%,12,,\n" +
		"S-6,ownership,P1,2026-01-01,,,,,,,\n"
	for _, header := range []string{
		"unit,kind,holders,start,last,agreedFee,agreedPrice,escalationRate,escalationMonths,freeStart,freeLast\n",
		"房号,类型,持有人,起始日,止日,约定费用,约定价格,递增比例,递增周期(月),免租起,免租止\n",
		"房号,类型,持有人,起始日,止日,约定费用,租金单价,递增率,递增周期（月）,免租起始日,免租截止日\n",
	} {
		im, err := csv.Read([]byte(header+rows), csv.Mapping{Kind: csv.Tenancies}, csv.Options{})
		require.NoError(t, err)
		require.Empty(t, im.Unused)
		want := [][]property.Agreed{
			rent("3000", "0.05", 12, january), rent("28.5", "0.03", 24), rent("100", "", 0), rent("100", "", 0, january), rent("100", "2", 12), nil,
		}
		if d := diff(want, agreedOf(im)); d != "" {
			t.Errorf("agreed (-want +got):\n%s", d)
		}
	}
}

// The rent of a table is the rent of the register.
func TestAgreedInRegister(t *testing.T) {
	im, err := csv.Read([]byte("房号,类型,持有人,起始日,约定费用,约定价格,递增比例,递增周期\nS-1,租赁,P1,2024-02-29,rent,3000,5%,12\n"),
		csv.Mapping{Kind: csv.Tenancies}, csv.Options{})
	require.NoError(t, err)
	b := property.NewBuilder(property.Community{Code: "rose"})
	b.Unit(property.Unit{Code: "S-1", Use: property.Shop})
	b.Party(property.Party{Code: "P1"})
	im.AddTo(b)
	r, err := b.Build()
	require.NoError(t, err)
	for on, want := range map[string]string{"2025-02-27": "3000.00", "2025-02-28": "3150.00", "2026-02-28": "3307.50"} {
		at, ok := r.AgreedPrices("rent").At(0, day(on))
		require.True(t, ok)
		require.Equal(t, want, at.Price.String(), on)
	}
}

func TestAgreedByMapping(t *testing.T) {
	const file = "unit,kind,holder,from,rent,percent,months\nS-1,lease,P1,2026-01-01,100,5,12\nS-2,lease,P1,2026-01-01,,,\n"
	const fields = `{"kind": "tenancies", "fields": {
		"unit": {"column": "unit"}, "kind": {"column": "kind"}, "holders": {"column": "holder"}, "start": {"column": "from"},
		"agreedPrice": {"column": "rent"}, "escalationRate": {"column": "percent", "multiply": "0.01"}, "escalationMonths": {"column": "months"}, `
	for name, fee := range map[string]string{
		"constant": `"agreedFee": {"constant": "rent"}}}`,
		"default":  `"agreedFee": {"column": "fee", "optional": true, "default": "rent"}}}`,
	} {
		text := file
		if name == "default" {
			text = "unit,kind,holder,from,rent,percent,months,fee\nS-1,lease,P1,2026-01-01,100,5,12,\nS-2,lease,P1,2026-01-01,,,,\n"
		}
		im, err := csv.Read([]byte(text), mapping(t, fields+fee), csv.Options{})
		require.NoError(t, err, name)
		if d := diff([][]property.Agreed{rent("100", "0.05", 12), nil}, agreedOf(im)); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	_, err := csv.Read([]byte("unit,kind,holder,from,rent,percent,months\nS-1,lease,P1,2026-01-01,100,5%,12\n"),
		mapping(t, fields+`"agreedFee": {"constant": "rent"}}}`), csv.Options{})
	require.ErrorIs(t, err, csv.ErrNumber, "5% × 0.01 is nothing that anyone means")
}

func TestBadAgreedRows(t *testing.T) {
	const header = "unit,kind,holders,start,last,agreedFee,agreedPrice,escalationRate,escalationMonths,freeStart,freeLast\n"
	tests := []struct {
		name, cells, field string
		rule               invalid.RuleError
	}{
		{"no price", "rent,,,,,", "agreedPrice", invalid.ErrRequired},
		{"a price of zero", "rent,0,,,,", "agreedPrice", property.ErrAgreedPrice},
		{"a price that is none", "rent,1e3,,,,", "agreedPrice", csv.ErrNumber},
		{"a negative price", "rent,-1,,,,", "agreedPrice", money.ErrPriceNegative},
		{"no fee", ",100,,,,", "agreedFee", invalid.ErrRequired},
		{"every fee", "*,100,,,,", "agreedFee", property.ErrAgreedAll},
		{"free of nothing", "rent,,,,2026-01-01,2026-01-31", "agreedPrice", invalid.ErrRequired},
		{"5, of a hundred or not", "rent,100,5,12,,", "escalationRate", csv.ErrBareRate},
		{"1, of a hundred or not", "rent,100,1.00,12,,", "escalationRate", csv.ErrBareRate},
		{"a rate that is none", "rent,100,5‰,12,,", "escalationRate", csv.ErrNumber},
		{"a percentage that is none", "rent,100,x%,12,,", "escalationRate", money.ErrRate},
		{"a falling rent", "rent,100,-0.05,12,,", "escalationRate", money.ErrRateNegative},
		{"too steep", "rent,100,1001%,12,,", "escalationRate", property.ErrEscalationRate},
		{"no rate", "rent,100,,12,,", "escalationRate", property.ErrEscalationRate},
		{"never", "rent,100,5%,,,", "escalationMonths", property.ErrEscalationEvery},
		{"every 121 months", "rent,100,5%,121,,", "escalationMonths", property.ErrEscalationEvery},
		{"beyond any price", "rent,9000000000000,5%,1,,", "escalationRate", property.ErrAgreedTooLarge},
		{"free, until when", "rent,100,,,2026-01-01,", "freeLast", invalid.ErrRequired},
		{"free, from when", "rent,100,,,,2026-01-31", "freeStart", invalid.ErrRequired},
		{"free backwards", "rent,100,,,2026-02-01,2026-01-31", "freeLast", civil.ErrPeriodReversed},
		{"free before the start", "rent,100,,,2025-12-31,2026-01-31", "freeStart", property.ErrFreeOutside},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			im, err := csv.Read([]byte(header+"S-1,lease,P1,2026-01-01,2028-12-31,"+tt.cells+"\n"), csv.Mapping{Kind: csv.Tenancies}, csv.Options{})
			require.ErrorIs(t, err, tt.rule)
			require.Len(t, im.Bad, 1)
			require.Equal(t, tt.field, im.Bad[0].Problem.Path)
			require.Equal(t, tt.field, im.Bad[0].Header)
			require.Empty(t, im.Tenancies)
		})
	}
}

func TestSpacesColumn(t *testing.T) {
	for _, header := range []string{"code,use,spaces\n", "房号,用途,车位数\n", "房号,用途,车位数量\n"} {
		im, err := csv.Read([]byte(header+"C-1,parking,2\nC-2,车位,\nV-1,dwelling,３\n"), csv.Mapping{}, csv.Options{})
		require.NoError(t, err)
		var got []int
		for _, u := range im.Units {
			got = append(got, u.Spaces)
		}
		require.Equal(t, []int{2, 0, 3}, got)
	}
	for text, rule := range map[string]invalid.RuleError{"-1": property.ErrSpaces, "10001": property.ErrSpaces, "x": csv.ErrNumber} {
		im, err := csv.Read([]byte("code,use,spaces\nC-1,parking,"+text+"\n"), csv.Mapping{}, csv.Options{})
		require.ErrorIs(t, err, rule, text)
		require.Equal(t, "unit.spaces", im.Bad[0].Problem.Path)
	}
}
