package billing_test

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// kind is a bill of one kind of line as a file of three years ago, typed by hand.
type kind struct {
	name  string
	json  string
	total string
}

const (
	billHead = `{"unit":"1-0803","period":{"start":"2026-07-01","end":"2026-08-01"},"payer":"H","payers":[{"party":"H","share":"1"}],"liable":["H"],"lines":[`
	lineHead = `"unit":"1-0803","payer":"H",`
)

// kinds are bills of every kind of line facts and every proration; the price is 250.684 a month, 89.53 m²
// at 2.80, unless said.
func kinds() []kind {
	product := func(line string, total string) string {
		return billHead + line + `],"total":"` + total + `","net":"` + total + `","tax":"0.00 CNY"}`
	}
	part := func(start, end, days, of, rest, amount string) string {
		return `{"tariff":"pm",` + lineHead + `"period":{"start":"` + start + `","end":"` + end + `"},"facts":{"product":{"quantity":"89.53 m2","price":"2.80","days":` + days + `,"of":` + of +
			`,"factor":"1"}},"rounding":"halfUp 0.01",` + rest + `"amount":"` + amount + ` CNY","net":"` + amount + ` CNY","tax":"0.00 CNY"}`
	}
	season := func(start, end, days, factor, before, amount string) string {
		if before != "" {
			before = `,"before":"` + before + `"`
		}
		return `{"tariff":"heat",` + lineHead + `"period":{"start":"` + start + `","end":"` + end + `"},"facts":{"product":{"quantity":"89.53 m2","price":"24.00","days":` + days + `,"of":121,"factor":"` + factor +
			`"` + before + `}},"rounding":"halfUp 0.01","timing":"arrears","season":"11-15/03-15","amount":"` + amount + ` CNY","net":"` + amount + ` CNY","tax":"0.00 CNY"}`
	}
	return []kind{
		{"whole month", product(part("2026-07-01", "2026-08-01", "31", "31", "", "250.68"), "250.68 CNY"), "250.68"},
		// 250.684 × 21/31 = 169.818…
		{"actual days", product(part("2026-07-11", "2026-08-01", "21", "31", "", "169.82"), "169.82 CNY"), "169.82"},
		// in on the 11th: 30 − 11 + 1 = 20 of 30: 167.1226…
		{"thirty", product(part("2026-07-11", "2026-08-01", "20", "30", `"proration":"thirty",`, "167.12"), "167.12 CNY"), "167.12"},
		// 21 days: 12 × 21 = 252 of 365: 173.0749…
		{"year365", product(part("2026-07-11", "2026-08-01", "252", "365", `"proration":"year365",`, "173.07"), "173.07 CNY"), "173.07"},
		{"half month", product(part("2026-07-16", "2026-08-01", "1", "2", `"proration":"halfMonth",`, "125.34"), "125.34 CNY"), "125.34"},
		{"whole month begun", product(part("2026-07-11", "2026-08-01", "1", "1", `"proration":"wholeMonth",`, "250.68"), "250.68 CNY"), "250.68"},
		// The month of entry is another's; who leaves on the 20th pays 20/30: 167.1226…
		{"next month", product(part("2026-07-01", "2026-07-21", "20", "30", `"proration":"nextMonth",`, "167.12"), "167.12 CNY"), "167.12"},
		// 250.684 a day for 3 days
		{"per day", product(part("2026-07-29", "2026-08-01", "3", "1", `"proration":"perDay",`, "752.05"), "752.05 CNY"), "752.05"},
		// EX-107: vacant, 70 %: 175.4788; EX-108 in July: 15/31 full is 121.2987…, with 16/31 at 70 % 211.8683…
		{
			"relief", billHead +
				`{"tariff":"pm",` + lineHead + `"period":{"start":"2026-07-01","end":"2026-07-16"},"facts":{"product":{"quantity":"89.53 m2","price":"2.80","days":15,"of":31,"factor":"1","source":"合同"}},` +
				`"rounding":"halfUp 0.01","amount":"121.30 CNY","net":"121.30 CNY","tax":"0.00 CNY"},` +
				`{"tariff":"pm",` + lineHead + `"period":{"start":"2026-07-16","end":"2026-08-01"},"facts":{"product":{"quantity":"89.53 m2","price":"2.80","days":16,"of":31,"factor":"0.7","source":"合同","before":"3760.26"}},` +
				`"rounding":"halfUp 0.01","amount":"90.57 CNY","net":"90.57 CNY","tax":"0.00 CNY"}],"total":"211.87 CNY","net":"211.87 CNY","tax":"0.00 CNY"}`, "211.87",
		},
		// A quarter from the 15th, in arrears: one month of it, with 6 % on top: 15.0408 → 15.04.
		{
			"anchored", billHead +
				`{"tariff":"pm",` + lineHead + `"period":{"start":"2026-06-15","end":"2026-07-15"},"facts":{"product":{"quantity":"89.53 m2","price":"2.80","days":30,"of":30,"factor":"1"}},` +
				`"rounding":"halfUp 0.01","taxMode":"exclusive","anchor":15,"every":"quarter","timing":"arrears","taxRate":"0.06","amount":"250.68 CNY","net":"250.68 CNY","tax":"15.04 CNY"}],` +
				`"total":"265.72 CNY","net":"250.68 CNY","tax":"15.04 CNY"}`, "265.72",
		},
		// EX-224, a season billed after its end: 56 days are 994.448…, with six at 80 % 1079.687…, with 59 more 2127.410….
		{
			"season", strings.Replace(billHead, `"2026-07-01","end":"2026-08-01"`, `"2026-03-01","end":"2026-04-01"`, 1) +
				season("2025-11-15", "2026-01-10", "56", "1", "", "994.45") + "," +
				season("2026-01-10", "2026-01-16", "6", "0.8", "120328.32", "85.24") + "," +
				season("2026-01-16", "2026-03-16", "59", "1", "130642.176", "1047.72") + `],"total":"2127.41 CNY","net":"2127.41 CNY","tax":"0.00 CNY"}`, "2127.41",
		},
		{
			"season begun", strings.Replace(billHead, `"2026-07-01","end":"2026-08-01"`, `"2025-11-01","end":"2025-12-01"`, 1) +
				`{"tariff":"heat",` + lineHead + `"period":{"start":"2026-01-01","end":"2026-03-16"},"facts":{"product":{"quantity":"89.53 m2","price":"24.00","days":1,"of":1,"factor":"1"}},` +
				`"rounding":"halfUp 0.01","proration":"wholeMonth","timing":"advance","season":"11-15/03-15","amount":"2148.72 CNY","net":"2148.72 CNY","tax":"0.00 CNY"}],` +
				`"total":"2148.72 CNY","net":"2148.72 CNY","tax":"0.00 CNY"}`, "2148.72",
		},
		// 5 % of 250.68 and 8.00: 12.934.
		{
			"percent", billHead +
				`{"tariff":"energy",` + lineHead + `"period":{"start":"2026-07-01","end":"2026-08-01"},"facts":{"percent":{"of":["pm","waste"],"base":"258.68 CNY","rate":"0.05","source":"约定"}},` +
				`"rounding":"halfUp 0.01","amount":"12.93 CNY","net":"12.93 CNY","tax":"0.00 CNY"},` + part("2026-07-01", "2026-08-01", "31", "31", "", "250.68") + `,` +
				`{"tariff":"waste",` + lineHead + `"period":{"start":"2026-07-01","end":"2026-08-01"},"facts":{"product":{"quantity":"1 home","price":"8.00","days":31,"of":31,"factor":"1"}},` +
				`"rounding":"halfUp 0.01","amount":"8.00 CNY","net":"8.00 CNY","tax":"0.00 CNY"}],"total":"271.61 CNY","net":"271.61 CNY","tax":"0.00 CNY"}`, "271.61",
		},
		// EX-118, the sixth month with its odd fen: net 236.50; July is the sixth month paid from February.
		{
			"instalment", billHead +
				`{"tariff":"pm",` + lineHead + `"period":{"start":"2026-07-01","end":"2026-08-01"},"facts":{"instalment":{"total":"3008.16 CNY","net":"2837.89 CNY","month":6,"months":12,"days":31,"of":31,"source":"收据 12"}},` +
				`"rounding":"halfUp 0.01","taxMode":"inclusive","taxRate":"0.06","amount":"250.68 CNY","net":"236.50 CNY","tax":"14.18 CNY"}],"total":"250.68 CNY","net":"236.50 CNY","tax":"14.18 CNY"}`, "250.68",
		},
		// 120.00 for a quarter before tax; from the 11th on 21 of July's 31 days: 120 × 2 − round(120 × (1 + 10/31) …):
		// 93 days of 31: 62 through the second month: 80.00; 41: 52.903… → 52.90; 27.10 with 6 % on top 1.626.
		{
			"instalment of days", billHead +
				`{"tariff":"pm",` + lineHead + `"period":{"start":"2026-07-11","end":"2026-08-01"},"facts":{"instalment":{"total":"120.00 CNY","net":"120.00 CNY","month":2,"months":3,"before":10,"days":21,"of":31}},` +
				`"rounding":"halfUp 0.01","taxMode":"exclusive","taxRate":"0.06","amount":"27.10 CNY","net":"27.10 CNY","tax":"1.63 CNY"}],"total":"28.73 CNY","net":"27.10 CNY","tax":"1.63 CNY"}`, "28.73",
		},
		// 1.5 h × 80.00 + 2 × 35.555 = 191.11, with 6 % inside: 180.2924… and 10.82.
		{
			"quoted", billHead +
				`{"tariff":"repair",` + lineHead + `"period":{"start":"2026-07-05","end":"2026-07-06"},"facts":{"quoted":{"claim":"WX-7","items":[{"text":"工时","quantity":"1.5 h","price":"80.00"},{"text":"锁芯","quantity":"2","price":"35.555"}],"source":"报价单 7"}},` +
				`"rounding":"halfUp 0.01","taxMode":"inclusive","taxRate":"0.06","amount":"191.11 CNY","net":"180.29 CNY","tax":"10.82 CNY"}],"total":"191.11 CNY","net":"180.29 CNY","tax":"10.82 CNY"}`, "191.11",
		},
		// 抹去分: 250.68 → 250.60.
		{
			"total", billHead + part("2026-07-01", "2026-08-01", "31", "31", "", "250.68") + `,` +
				`{"tariff":"rounding",` + lineHead + `"period":{"start":"2026-07-01","end":"2026-08-01"},"facts":{"total":{"of":"lines","sum":"250.68 CNY","rounded":"250.60 CNY"}},` +
				`"rounding":"down 0.10","amount":"-0.08 CNY","net":"-0.08 CNY","tax":"0.00 CNY"}],"total":"250.60 CNY","net":"250.60 CNY","tax":"0.00 CNY"}`, "250.60",
		},
		// 250.68 with 6 % inside is taken back and charged at 3.00: 268.59, net 253.3867….
		{
			"reversal", billHead +
				`{"tariff":"pm",` + lineHead + `"period":{"start":"2026-07-01","end":"2026-08-01"},"facts":{"product":{"quantity":"89.53 m2","price":"2.80","days":31,"of":31,"factor":"1"}},` +
				`"rounding":"halfUp 0.01","taxMode":"inclusive","revision":-1,"taxRate":"0.06","amount":"-250.68 CNY","net":"-236.49 CNY","tax":"-14.19 CNY"},` +
				`{"tariff":"pm",` + lineHead + `"period":{"start":"2026-07-01","end":"2026-08-01"},"facts":{"product":{"quantity":"89.53 m2","price":"3.00","days":31,"of":31,"factor":"1"}},` +
				`"rounding":"halfUp 0.01","taxMode":"inclusive","revision":2,"taxRate":"0.06","amount":"268.59 CNY","net":"253.39 CNY","tax":"15.20 CNY"}],"correction":1,"total":"17.91 CNY","net":"16.90 CNY","tax":"1.01 CNY"}`, "17.91",
		},
		// What taking back an instalment, a quotation and the rounding of a total comes to.
		{
			"reversals of other kinds", billHead +
				`{"tariff":"pm",` + lineHead + `"period":{"start":"2026-07-01","end":"2026-08-01"},"facts":{"instalment":{"total":"3008.16 CNY","net":"2837.89 CNY","month":6,"months":12,"days":31,"of":31}},` +
				`"rounding":"halfUp 0.01","taxMode":"inclusive","revision":-1,"taxRate":"0.06","amount":"-250.68 CNY","net":"-236.50 CNY","tax":"-14.18 CNY"},` +
				`{"tariff":"repair",` + lineHead + `"period":{"start":"2026-07-05","end":"2026-07-06"},"facts":{"quoted":{"claim":"WX-7","items":[{"text":"工时","quantity":"1.5 h","price":"80.00"}]}},` +
				`"rounding":"halfUp 0.01","taxMode":"exclusive","revision":-2,"taxRate":"0.06","amount":"-120.00 CNY","net":"-120.00 CNY","tax":"-7.20 CNY"},` +
				`{"tariff":"rounding",` + lineHead + `"period":{"start":"2026-07-01","end":"2026-08-01"},"facts":{"total":{"of":"lines","sum":"377.88 CNY","rounded":"377.80 CNY"}},` +
				`"rounding":"down 0.10","revision":-1,"amount":"0.08 CNY","net":"0.08 CNY","tax":"0.00 CNY"}],"correction":2,"total":"-377.80 CNY","net":"-356.42 CNY","tax":"-21.38 CNY"}`, "-377.80",
		},
	}
}

// TestStoredKinds reads each kind from its file and needs nothing else: it verifies, derives and is written
// byte for byte as it was.
func TestStoredKinds(t *testing.T) {
	for _, k := range kinds() {
		t.Run(k.name, func(t *testing.T) {
			b, err := invalid.Decode[billing.Bill]([]byte(k.json), "bill")
			require.NoError(t, err)
			require.NoError(t, billing.Verify(b))
			require.Equal(t, k.json, toJSON(t, b))
			require.Equal(t, k.total, number(b.Total))
			why := b.Why()
			require.NoError(t, why.Check())
			require.Zero(t, ratOf(why.Value.Text).Cmp(ratOf(k.total)))
			for _, l := range b.Lines {
				require.NoError(t, l.Verify())
				require.NoError(t, l.Why().Check())
				require.NoError(t, l.WhyTax().Check())
				require.Zero(t, ratOf(l.Why().Value.Text).Cmp(ratOf(number(l.Amount))))
				require.Zero(t, ratOf(l.WhyTax().Value.Text).Cmp(ratOf(number(l.Tax))))
			}
		})
	}
}

// TestKindsInWords has every derivation as people read it, in both languages: the bill, then each line's tax.
func TestKindsInWords(t *testing.T) {
	for name, tag := range map[string]language.Tag{"zh": language.Chinese, "en": language.English} {
		p, err := explain.NewPrinter(tag, billing.Messages)
		require.NoError(t, err)
		var text strings.Builder
		for _, k := range kinds() {
			b, err := invalid.Decode[billing.Bill]([]byte(k.json), "bill")
			require.NoError(t, err)
			text.WriteString("# " + k.name + "\n\n" + explain.Text(p, b.Why()) + "\n")
			for _, l := range b.Lines {
				if l.TaxMode != 0 {
					text.WriteString(explain.Text(p, l.WhyTax()) + "\n")
				}
			}
		}
		golden.Check(t, "testdata/kinds-"+name+".golden", []byte(text.String()))
	}
}

// kindFollows says by rationals and the contract's words whether a bill follows from what its lines keep. It
// knows no more than the bill: text is free, and where figures in other bills decide (which part of a month
// a neighbour left, what others' percentages came to before) it says what is possible.
func kindFollows(b billing.Bill) bool {
	net, tax := new(big.Int), new(big.Int)
	ids := map[string]bool{}
	var charged []billing.Line
	for i, l := range b.Lines {
		if l.Unit != b.Unit || l.Payer != b.Payer || ids[l.ID()] || (b.Correction == 0 && l.Revision != 0) {
			return false
		}
		ids[l.ID()] = true
		if !inBillTime(b, l) || !lineFollows(l) || !amongFollows(b, i) {
			return false
		}
		if l.Revision >= 0 {
			for _, e := range charged {
				if e.Tariff == l.Tariff && e.Facts.Kind() != "total" && quotedOf(e) == quotedOf(l) && e.Period.Start < l.Period.End && l.Period.Start < e.Period.End {
					return false // charged twice
				}
			}
			charged = append(charged, l)
		}
		net.Add(net, big.NewInt(l.Net.Minor()))
		tax.Add(tax, big.NewInt(l.Tax.Minor()))
	}
	if len(b.Payers) != 1 || b.Payers[0].Party != b.Payer || !slices.Contains(b.Liable, b.Payer) || len(b.Lines) == 0 {
		return false
	}
	return isFen(b.Net, net) && isFen(b.Tax, tax) && isFen(b.Total, new(big.Int).Add(net, tax))
}

func isFen(a money.Amount, n *big.Int) bool {
	return a.Currency() == cny && n.IsInt64() && a.Minor() == n.Int64()
}

func quotedOf(l billing.Line) string {
	if l.Facts.Quoted == nil {
		return ""
	}
	return l.Facts.Quoted.Claim
}

// inBillTime says whether the run of the bill's time can bill the line: inside it, or in a cycle that ends
// in it, or begins.
func inBillTime(b billing.Bill, l billing.Line) bool {
	p := b.Period
	if !l.Season.IsZero() { // its day of billing is within a year after its last day, or before its first
		first, end := seasonOf(l)
		on, until := end-1, (end - 1).AddMonths(12)
		if l.Timing == billing.Advance {
			on, until = first.AddMonths(-12)+1, first+1
		}
		return p.Start < until && (p.IsOpen() || on < p.End) && (p.IsOpen() || p.Start < p.End)
	}
	months := map[billing.CycleLength]int{billing.Monthly: 1, billing.Quarterly: 3, billing.HalfYearly: 6, billing.Yearly: 12}[l.Every]
	switch l.Timing {
	case billing.Arrears:
		p.Start = p.Start.AddMonths(-months)
	case billing.Advance:
		if !p.IsOpen() {
			p.End = p.End.AddMonths(months)
		}
	}
	return p.Start <= l.Period.Start && l.Period.Start < l.Period.End && (p.IsOpen() || l.Period.End <= p.End)
}

// seasonOf returns the first day of a line's season and the day after its last, of the latest season that begins
// by its first day.
func seasonOf(l billing.Line) (first, end civil.Date) {
	if l.Period.Start.IsZero() {
		return 0, 0
	}
	from, to, _ := strings.Cut(l.Season.String(), "/")
	year := l.Period.Start.Year()
	if l.Period.Start.String()[len("2026-"):] < from {
		year--
	}
	in := func(year int, text string) civil.Date { return day(strconv.Itoa(year) + "-" + text) }
	if to < from {
		return in(year, from), in(year+1, to) + 1
	}
	return in(year, from), in(year, to) + 1
}

// lineFollows says whether one line follows from its own facts.
func lineFollows(l billing.Line) bool {
	if l.Revision < 0 {
		l.Amount, l.Net, l.Tax = minus(l.Amount), minus(l.Net), minus(l.Tax)
	}
	anchor := max(int(l.Anchor), 1)
	month := cycleOf(monthDay(day("2000-01-01"), anchor), 1, l.Period.Start)
	if anchor > 31 || (l.Every == 0 && l.Season.IsZero()) != (l.Timing == 0) {
		return false
	}
	if !l.Season.IsZero() {
		month.Start, month.End = seasonOf(l)
		known := l.Proration == 0 || l.Proration == billing.ActualDays || l.Proration == billing.WholeMonth
		if !known || l.Every != 0 || l.Anchor != 0 || l.Facts.Kind() != "product" || l.Period.Start < month.Start {
			return false
		}
	}
	days, n, offset := int64(l.Period.Days()), int64(month.Days()), int64(l.Period.Start.DaysSince(month.Start))
	inside := days >= 1 && l.Period.End <= month.End
	_, decimals, _ := strings.Cut(l.Rounding.String(), ".")
	if len(decimals) != 2 || l.Amount.Currency() != cny {
		return false
	}
	switch f := l.Facts; f.Kind() {
	case "product":
		p := f.Product
		num, of := int64(p.Days), int64(p.Of)
		if !inside || num == 0 || of == 0 || p.Quantity.Sign() < 0 || l.Period.Start == month.Start && p.Before.String() != "0" {
			return false
		}
		part := big.NewRat(num, of)
		possible := map[billing.ProrationMethod]bool{
			0:                  part.Cmp(big.NewRat(days, n)) == 0 && of%n == 0,
			billing.ActualDays: part.Cmp(big.NewRat(days, n)) == 0,
			billing.PerDay:     part.Cmp(big.NewRat(days, 1)) == 0,
			billing.Year365:    num <= of || part.Cmp(big.NewRat(12*days, 365)) <= 0,
			billing.Thirty:     num <= of, billing.HalfMonth: num <= of, billing.WholeMonth: num <= of, billing.NextMonth: num <= of,
		}[l.Proration]
		own := product(p.Quantity.Decimal().Rat(), p.Price.Decimal().Rat(), p.Factor.Decimal().Rat(), part)
		before := product(ratOf(p.Before.String()), big.NewRat(1, of))
		return possible && taxFollows(l, chainAmount(l, before, own))
	case "percent":
		p := f.Percent
		return inside && p.Base.Sign() >= 0 && p.Base.Currency() == cny &&
			taxFollows(l, chainAmount(l, ratOf(p.Before.String()), product(p.Base.Decimal().Rat(), p.Rate.Decimal().Rat())))
	case "instalment":
		i := f.Instalment
		if !inside || int64(i.Days) != days || int64(i.Of) != n || int64(i.Before) != offset || i.Month < 1 || i.Month > i.Months {
			return false
		}
		from := big.NewRat((int64(i.Month)-1)*n+offset, int64(i.Months)*n)
		part := func(total money.Amount) *big.Int {
			to := new(big.Rat).Add(from, big.NewRat(days, int64(i.Months)*n))
			all := big.NewRat(total.Minor(), 1)
			return new(big.Int).Sub(halfUpRat(product(all, to)), halfUpRat(product(all, from)))
		}
		amount, before := part(i.Total), part(i.Net)
		if i.Total.Currency() != cny || !isFen(l.Amount, amount) || l.TaxMode == 0 && !l.TaxRate.IsZero() {
			return false
		}
		if l.TaxMode == billing.TaxExclusive {
			return taxFollows(l, amount)
		}
		return i.Net.Currency() == cny && isFen(l.Net, before) && isFen(l.Tax, new(big.Int).Sub(amount, before))
	case "quoted":
		sum := new(big.Rat)
		for _, i := range f.Quoted.Items {
			if i.Quantity.Sign() < 0 {
				return false
			}
			sum.Add(sum, product(i.Quantity.Decimal().Rat(), i.Price.Decimal().Rat()))
		}
		return days == 1 && taxFollows(l, chainAmount(l, new(big.Rat), sum))
	case "total":
		amount := new(big.Int).Sub(big.NewInt(f.Total.Rounded.Minor()), big.NewInt(f.Total.Sum.Minor()))
		return f.Total.Rounded.Currency() == cny && f.Total.Sum.Currency() == cny && (l.TaxMode != 0 || l.TaxRate.IsZero()) &&
			isFen(l.Amount, amount) && isFen(l.Net, amount) && isFen(l.Tax, new(big.Int))
	default:
		return false
	}
}

func minus(a money.Amount) money.Amount { return a.With(-a.Minor()) }

func product(factors ...*big.Rat) *big.Rat {
	out := big.NewRat(1, 1)
	for _, f := range factors {
		out.Mul(out, f)
	}
	return out
}

// chainAmount is what a stretch comes to after those before it, in fen, as the line's rounding has it.
func chainAmount(l billing.Line, before, own *big.Rat) *big.Int {
	word, step, _ := strings.Cut(l.Rounding.String(), " ")
	var mode money.Mode
	if mode.UnmarshalText([]byte(word)) != nil {
		return big.NewInt(-1)
	}
	fen := new(big.Rat).Mul(ratOf(step), big.NewRat(100, 1)).Num().Int64()
	round := func(x *big.Rat) *big.Int { return stepped(new(big.Rat).Mul(x, big.NewRat(100, 1)), mode, fen) }
	return new(big.Int).Sub(round(new(big.Rat).Add(before, own)), round(before))
}

func taxFollows(l billing.Line, amount *big.Int) bool {
	rate := l.TaxRate.Decimal().Rat()
	net, tax := amount, new(big.Int)
	switch l.TaxMode {
	case billing.TaxInclusive:
		net = halfUpRat(new(big.Rat).Quo(new(big.Rat).SetInt(amount), new(big.Rat).Add(rate, big.NewRat(1, 1))))
		tax = new(big.Int).Sub(amount, net)
	case billing.TaxExclusive:
		tax = halfUpRat(new(big.Rat).Mul(new(big.Rat).SetInt(amount), rate))
	default:
		if rate.Sign() != 0 {
			return false
		}
	}
	return isFen(l.Amount, amount) && isFen(l.Net, net) && isFen(l.Tax, tax)
}

// amongFollows says whether a line follows from the others of the bill.
func amongFollows(b billing.Bill, i int) bool {
	l := b.Lines[i]
	sum, exact, base := new(big.Int), new(big.Rat), new(big.Int)
	for k, o := range b.Lines {
		if k == i {
			continue
		}
		if l.Facts.Total != nil && o.Facts.Total != nil {
			return false
		}
		sum.Add(sum, big.NewInt(o.Net.Minor()+o.Tax.Minor()))
		exact.Add(exact, exactFen(o))
		if l.Facts.Percent != nil && slices.Contains(l.Facts.Percent.Of, o.Tariff) && l.Period.Start <= o.Period.Start && o.Period.End <= l.Period.End {
			base.Add(base, big.NewInt(o.Amount.Minor()))
		}
		if k == i-1 && o.Revision >= 0 && l.Revision >= 0 && !chained(o, l) {
			return false
		}
	}
	if b.Correction > 0 {
		return true
	}
	if l.Facts.Percent != nil && !isFen(l.Facts.Percent.Base, base) {
		return false
	}
	if t := l.Facts.Total; t != nil {
		from := new(big.Rat).SetInt(sum)
		if t.Of == billing.OfExact { // unset means the lines
			from = exact
		}
		rounded := chainAmount(l, new(big.Rat), new(big.Rat).Quo(from, big.NewRat(100, 1)))
		return len(b.Lines) > 1 && isFen(t.Sum, sum) && isFen(t.Rounded, rounded) && rounded.Cmp(sum) != 0
	}
	return true
}

// exactFen is what a product line alone comes to, in fen and with a tax on top.
func exactFen(l billing.Line) *big.Rat {
	p := l.Facts.Product
	if p.IsZero() || p.Of == 0 {
		return big.NewRat(l.Amount.Minor(), 1)
	}
	x := product(p.Quantity.Decimal().Rat(), p.Price.Decimal().Rat(), p.Factor.Decimal().Rat(), big.NewRat(int64(p.Days)*100, int64(p.Of)))
	if l.TaxMode == billing.TaxExclusive {
		x.Mul(x, new(big.Rat).Add(big.NewRat(1, 1), l.TaxRate.Decimal().Rat()))
	}
	return x
}

// chained says whether a line that goes on where the one before ends, in the same charge, counts what that
// one came to.
func chained(before, l billing.Line) bool {
	p, q := before.Facts.Product, l.Facts.Product
	if before.Tariff != l.Tariff || before.Anchor != l.Anchor || before.Period.End != l.Period.Start || p.IsZero() || q.IsZero() ||
		before.Season != l.Season || !l.Season.IsZero() && beginsSeason(l) || l.Season.IsZero() && l.Period.Start == cycleOf(monthDay(day("2000-01-01"), max(int(l.Anchor), 1)), 1, l.Period.Start).Start {
		return true
	}
	sum := product(p.Quantity.Decimal().Rat(), p.Price.Decimal().Rat(), p.Factor.Decimal().Rat(), big.NewRat(int64(p.Days), 1))
	return p.Of == q.Of && sum.Add(sum, ratOf(p.Before.String())).Cmp(ratOf(q.Before.String())) == 0
}

func beginsSeason(l billing.Line) bool {
	first, _ := seasonOf(l)
	return l.Period.Start == first
}
