package csv_test

import (
	"fmt"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// A foreign file is read by a mapping that says what its columns are.
func ExampleRead() {
	file := "\xef\xbb\xbfBldg;Flat;Size (sq ft);Type\n" +
		"N1;0803;\"1,000\";residential\n" +
		"N1;G01;550.5;retail\n" +
		"TOTAL;;1550.5;\n"
	m, err := invalid.Decode[csv.Mapping]([]byte(`{
		"format": {"ignoreRows": [{"column": "Bldg", "equals": "TOTAL"}]},
		"fields": {
			"unit.code": {"template": "{Bldg}-{Flat}"},
			"unit.building": {"column": "Bldg"},
			"unit.use": {"column": "Type", "values": {"residential": "dwelling", "retail": "shop"}},
			"unit.area": {"column": "Size (sq ft)", "multiply": "0.09290304", "round": "0.01"}
		}
	}`), "mapping")
	if err != nil {
		fmt.Println(err)
		return
	}
	im, err := csv.Read([]byte(file), m, csv.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range im.Units {
		fmt.Println(u.Code, u.Use, u.Areas[0].Value.Gross)
	}
	fmt.Println(im.Rows, "rows:", im.Good, "good,", im.BadRows, "bad,", len(im.Ignored), "ignored")
	// Output:
	// N1-0803 dwelling 92.90 m2
	// N1-G01 shop 51.14 m2
	// 3 rows: 2 good, 0 bad, 1 ignored
}

// Without a mapping the package's own headers are recognised, in English and Chinese;
// every bad cell is reported, and the good rows are there all the same.
func ExampleRead_ownHeaders() {
	file := "房号,用途,建筑面积(㎡),业主编号,业主,起始日\n" +
		"１-101,住宅,８９．５３,Y1,张三,2020年3月1日\n" +
		"1-102,住宅,\"89,53\",Y2,李四,1/3/2020\n"
	im, err := csv.Read([]byte(file), csv.Mapping{}, csv.Options{})
	fmt.Println(err)
	fmt.Println(im.Units[0].Code, im.Units[0].Areas[0].Value.Gross, im.Tenancies[0].Term)
	// Output:
	// units file: 2 problems
	//   line 3, column 3 (建筑面积(㎡)): "89,53" is not a number like 1234.50 or 1,234.50
	//   line 3, column 6 (起始日): "1/3/2020" is not a date like 2026-11-01, 2026/11/1, 2026.11.1, 20261101 or 2026年11月1日
	// 1-101 89.53 m2 2020-03-01/..
}

func ExampleImport_AddTo() {
	im, err := csv.Read([]byte("code,use,area,ownerCode,owner\nA-1,dwelling,90,P1,Ann\n"),
		csv.Mapping{}, csv.Options{AsOf: civil.MustParse("2026-11-01")})
	if err != nil {
		fmt.Println(err)
		return
	}
	b := property.NewBuilder(property.Community{Code: "garden"})
	im.AddTo(b)
	register, err := b.Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	unit, _ := register.Find("A-1")
	payer, _ := register.Payers("pm", property.AgreedPayer).At(unit, civil.MustParse("2026-11-01"))
	fmt.Println(register.PartyNames(payer))
	// Output: Ann
}

// The own mapping is one to start from.
func ExampleOwnMapping() {
	m := csv.OwnMapping(csv.Units)
	area := m.Fields["unit.area"]
	fmt.Println(area.Columns[:3], area.Optional)
	area.Columns = append(area.Columns, "面积")
	m.Fields["unit.area"] = area
	im, err := csv.Read([]byte("房号,用途,面积\nA-1,车位,12.5\n"), m, csv.Options{})
	fmt.Println(im.Units[0].Use, im.Units[0].Areas[0].Value.Gross, err)
	// Output:
	// [unit.area area 建筑面积] true
	// parking 12.50 m2 <nil>
}

func ExampleText() {
	text, encoding, err := csv.Text([]byte("\xb7\xbf\xba\xc5"), csv.Auto)
	fmt.Println(text, encoding, err)
	// Output: 房号 gb18030 <nil>
}

// A sheet of repairs: each instant is an event, and times are those of the place.
func ExampleRead_cases() {
	sheet := "工单号,类别,报修时间,到场时间\nR1,急修,2026-09-18 22:10,2026年9月18日 22:41\nR2,急修,2026/9/18 23:50,\n"
	im, err := csv.Read([]byte(sheet), csv.Mapping{Kind: csv.Cases, Format: csv.Format{Zone: "Asia/Shanghai"}}, csv.Options{})
	for _, c := range im.Cases {
		fmt.Println(c.Line, c.ID, c.Group)
		for _, e := range c.Log {
			fmt.Println(" ", e.Seq, e.Name, e.At.Format("2006-01-02T15:04Z07:00"))
		}
	}
	fmt.Println(err)
	// Output:
	// 2 R1 急修
	//   1 reported 2026-09-18T22:10+08:00
	//   2 arrived 2026-09-18T22:41+08:00
	// 3 R2 急修
	//   1 reported 2026-09-18T23:50+08:00
	// <nil>
}
