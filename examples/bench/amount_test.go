package bench_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/money"
)

// BenchmarkAreaFee computes one area fee of a part month: 100.50 m² × 1.25 × 21 ÷ 30.
func BenchmarkAreaFee(b *testing.B) {
	b.Run("integers", func(b *testing.B) {
		area, price := area(7), money.MustParsePrice("2.80")
		rounder := money.HalfUp()
		b.ReportAllocs()
		total := int64(0)
		for b.Loop() {
			n, err := rounder.Ratio(0, uint64(area.Units())*uint64(price.Micro())*21, 30*100_000_000, false)
			if err != nil {
				b.Fatal(err)
			}
			total += n
		}
		_ = total
	})
	b.Run("decimal", func(b *testing.B) {
		area, price := area(7).Decimal(), decimal.RequireFromString("2.80")
		days, of := decimal.NewFromInt(21), decimal.NewFromInt(30)
		b.ReportAllocs()
		var total decimal.Decimal
		for b.Loop() {
			total = area.Mul(price).Mul(days).DivRound(of, 2)
		}
		_ = total
	})
}

// BenchmarkPayerAsOf asks who pays a fee on a day.
func BenchmarkPayerAsOf(b *testing.B) {
	reg := register(b, units)
	payers, on := reg.Payers("pm", 0), month().Start
	b.ReportAllocs()
	u := property.Ref(0)
	for b.Loop() {
		if _, ok := payers.At(u, on); !ok {
			b.Fatal(u)
		}
		if u += 7919; u >= units {
			u -= units
		}
	}
}

// BenchmarkLinesCSV writes the rows of lines.csv, beside the same rows written with String
// methods and fmt.
func BenchmarkLinesCSV(b *testing.B) {
	run := prepare(b)
	c := run.Cursor()
	var lines []billing.Line
	for u := range property.Ref(2000) {
		var err error
		if lines, err = c.AppendLines(lines, u); err != nil {
			b.Fatal(err)
		}
	}
	rows := 0
	perSecond := func(b *testing.B) {
		b.Helper()
		b.ReportMetric(float64(rows)/b.Elapsed().Seconds()/1e6, "Mlines/s")
	}
	b.Run("writer", func(b *testing.B) {
		w := csv.NewLineWriter(io.Discard)
		b.ReportAllocs()
		rows = 0
		for b.Loop() {
			if err := w.Write(lines); err != nil {
				b.Fatal(err)
			}
			rows += len(lines)
		}
		perSecond(b)
	})
	b.Run("strings", func(b *testing.B) {
		b.ReportAllocs()
		rows = 0
		for b.Loop() {
			for i := range lines {
				l := &lines[i]
				p := l.Facts.Product
				row := fmt.Sprintln(l.ChargeID(), l.ID(), l.Unit, l.Tariff, l.Payer, l.Period.Start.String(), l.Period.Last().String(),
					p.Quantity.Decimal().String(), p.Price.String(), p.Days, p.Of, p.Factor.String(),
					l.Amount.Decimal().StringFixed(2), l.Net.Decimal().StringFixed(2), l.Tax.Decimal().StringFixed(2))
				if _, err := io.WriteString(io.Discard, row); err != nil {
					b.Fatal(err)
				}
			}
			rows += len(lines)
		}
		perSecond(b)
	})
}
