package civil_test

import (
	"testing"

	"github.com/wuyekit/wuye/property/civil"
)

func BenchmarkDateAppend(b *testing.B) {
	b.ReportAllocs()
	d, buf := on("2026-03-01"), make([]byte, 0, 10)
	for b.Loop() {
		buf = d.Append(buf[:0])
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := civil.Parse("2026-03-01"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHistoryAt(b *testing.B) {
	b.ReportAllocs()
	h, d := fee(), on("2026-08-01")
	for b.Loop() {
		h.At(d)
	}
}
