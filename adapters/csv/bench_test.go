package csv_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wuyekit/wuye/adapters/csv"
)

// unitsFile returns a file of n flats with Chinese headers, owners and dates.
func unitsFile(n int) []byte {
	var b strings.Builder
	b.WriteString("房号,楼号,单元,楼层,用途,建筑面积,套内面积,交付日期,业主编号,业主,起始日,备注\n")
	for i := range n {
		fmt.Fprintf(&b, "%d-%d-%04d,%d,%d,%d,住宅,\"1,%03d.%02d\",89.5,2020年3月1日,Y%06d,业主%d,2020/3/1,\n",
			i/400, i/100%4, i, i/400, i/100%4, 1+i%30, i%1000, i%100, i, i)
	}
	return []byte(b.String())
}

// Goal: well under a second for 100,000 rows.
func BenchmarkRead(b *testing.B) {
	const rows = 100_000
	data := unitsFile(rows)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		im, err := csv.Read(data, csv.Mapping{}, csv.Options{})
		if err != nil || im.Good != rows {
			b.Fatal(im.Good, err)
		}
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkReadSeattle(b *testing.B) {
	data := foreign(b, "seattle-benchmarking/2016_Building_Energy_Benchmarking.csv")
	m := seattleMapping(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := csv.Read(data, m, csv.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTextGB18030(b *testing.B) {
	data := []byte(strings.Repeat("\xb7\xbf\xba\xc5,\xd2\xb5\xd6\xf7,1-0803,89.53\r\n", 20_000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := csv.Text(data, 0); err != nil {
			b.Fatal(err)
		}
	}
}
