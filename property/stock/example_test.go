package stock_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/stock"
)

// A store of bulbs: a delivery, an issue to a work order, and what is to be ordered.
func Example() {
	pc := measure.MustParseQuantity
	store, err := stock.New(stock.Catalogue{Items: []stock.Item{{
		Code: "bulb", Name: "LED 灯泡", Unit: measure.MustParseUnit("pc"), Pack: pc("10 pc"),
		Kept: []stock.Keeping{{Place: "store", Keeper: "周平", Minimum: pc("20 pc"), UpTo: pc("50 pc")}},
	}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	log, err := store.Append(nil,
		stock.Move{On: civil.MustParse("2026-03-02"), Kind: stock.Received, Item: "bulb", Quantity: pc("24 pc"), Ref: "PO-7"},
		stock.Move{On: civil.MustParse("2026-03-09"), Kind: stock.Issued, Item: "bulb", Quantity: pc("6 pc"), Person: "钱进", Ref: "WO-118"},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	ledger, err := store.Replay(log, civil.MustParse("2026-03-10"))
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := explain.NewPrinter(language.Chinese, stock.Messages)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, level := range ledger.Below() {
		order, _ := level.WhyOrder()
		fmt.Print(explain.Text(p, level.Why()), explain.Text(p, order))
	}
	// Output:
	// store 的 bulb：低于最低库存：是，18 pc < 20 pc
	// ├ 在库且在有效期内：18 pc
	// └ 最低库存：20 pc
	// store 的 bulb 应补数量：40 pc，向上取整到 10 pc
	// └ 缺少数量：32 pc，下列 2 项之和
	//    ├ 补货目标：50 pc
	//    └ 减去：-18 pc = -1 × 18 pc
	//       └ 在库且在有效期内：18 pc
}

// What expires first is issued first, whatever came first; what is out of date is not issued at all.
func ExampleLedger_ChangesOf() {
	kg, day := measure.MustParseQuantity, civil.MustParse
	store, err := stock.New(stock.Catalogue{Items: []stock.Item{{
		Code: "bait", Name: "灭鼠药", Unit: measure.MustParseUnit("kg"), Expires: true, Kept: []stock.Keeping{{Place: "store", Keeper: "周平"}},
	}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	moves := []stock.Move{
		{Seq: 1, On: day("2026-03-01"), Kind: stock.Received, Item: "bait", Quantity: kg("2 kg"), Lot: "A", Expires: day("2026-12-31")},
		{Seq: 2, On: day("2026-03-02"), Kind: stock.Received, Item: "bait", Quantity: kg("2 kg"), Lot: "B", Expires: day("2026-06-30")},
		{Seq: 3, On: day("2026-03-03"), Kind: stock.Issued, Item: "bait", Quantity: kg("2.5 kg"), Ref: "WO-7"},
	}
	ledger, err := store.Replay(moves, day("2026-03-31"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range ledger.ChangesOf(3) {
		fmt.Println(c.Lot, c.Quantity)
	}
	_, err = store.Replay(append(moves, stock.Move{Seq: 4, On: day("2027-01-01"), Kind: stock.Issued, Item: "bait", Quantity: kg("1 kg"), Ref: "WO-8"}), day("2027-01-01"))
	fmt.Println(err)
	// Output:
	// B -2 kg
	// A -0.5 kg
	// moves: 1 problem
	//   moves[3].quantity: of "bait" there are 0 kg in date at "store" on 2027-01-01, and 1 kg are taken; 1.5 kg more are out of date and not issued
}

// What a stock-taking found, and how the month comes to it.
func ExampleLedger_Turnover() {
	pc, day := measure.MustParseQuantity, civil.MustParse
	store, err := stock.New(stock.Catalogue{Items: []stock.Item{{
		Code: "bulb", Name: "LED 灯泡", Unit: measure.MustParseUnit("pc"), Kept: []stock.Keeping{{Place: "store", Keeper: "周平"}},
	}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	ledger, err := store.Replay([]stock.Move{
		{Seq: 1, On: day("2026-02-20"), Kind: stock.Received, Item: "bulb", Quantity: pc("30 pc")},
		{Seq: 2, On: day("2026-03-05"), Kind: stock.Issued, Item: "bulb", Quantity: pc("12 pc"), Ref: "WO-9"},
		{Seq: 3, On: day("2026-03-31"), Kind: stock.Counted, Item: "bulb", Quantity: pc("17 pc"), Reason: "破损一只"},
	}, day("2026-03-31"))
	if err != nil {
		fmt.Println(err)
		return
	}
	months, err := ledger.Turnover(day("2026-03-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := explain.NewPrinter(language.Chinese, stock.Messages)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(explain.Text(p, months[0].Why()))
	for _, d := range ledger.Differences() {
		fmt.Print(explain.Text(p, d.Why()))
	}
	// Output:
	// store 的 bulb 2026-03-31 期末库存：17 pc，下列 8 项之和
	// ├ 期初库存：30 pc
	// ├ 入库：0 pc
	// ├ 退库：0 pc
	// ├ 调入：0 pc
	// ├ 减去：-12 pc = -1 × 12 pc
	// │  └ 领用：12 pc
	// ├ 减去：0 pc = -1 × 0 pc
	// │  └ 报废：0 pc
	// ├ 减去：0 pc = -1 × 0 pc
	// │  └ 调出：0 pc
	// └ 盘点差异：-1 pc
	// store 的 bulb 盘点差异：实盘减账面：-1 pc，下列 2 项之和
	// ├ 实盘：17 pc
	// └ 减去：-18 pc = -1 × 18 pc
	//    └ 账面：18 pc
}

// A part that serves two years or 2,000 running hours.
func ExampleLedger_Worn() {
	q, day := measure.MustParseQuantity, civil.MustParse
	store, err := stock.New(stock.Catalogue{Items: []stock.Item{{
		Code: "rope", Name: "钢丝绳", Unit: measure.MustParseUnit("m"), Kept: []stock.Keeping{{Place: "store", Keeper: "周平"}},
		Life: civil.MustParseSpan("P24M"), LifeUse: q("2000 h"),
	}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	ledger, err := store.Replay([]stock.Move{
		{Seq: 1, On: day("2026-03-01"), Kind: stock.Received, Item: "rope", Quantity: q("40 m")},
		{Seq: 2, On: day("2026-03-10"), Kind: stock.Issued, Item: "rope", Quantity: q("40 m"), Ref: "WO-31", Position: "3号梯"},
	}, day("2027-02-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	worn, err := ledger.Worn([]stock.Reading{
		{Position: "3号梯", On: day("2026-03-10"), Value: q("120 h")},
		{Position: "3号梯", On: day("2027-01-31"), Value: q("2150 h")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := explain.NewPrinter(language.Chinese, stock.Messages)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, part := range worn {
		fmt.Print(explain.Text(p, part.Why()))
	}
	// Output:
	// 3号梯 的 rope：应予更换：true，下列 2 项中的第 2 项
	// ├ 3号梯 的 rope：使用期限已满：否，2027-02-01 ≥ 2028-03-10
	// │  ├ 查询日：2027-02-01
	// │  └ 自 2026-03-10 起满 P2Y：2028-03-10
	// └ 3号梯 的 rope：使用量已满：是，2030 h ≥ 2000 h
	//    ├ 安装以来的使用量：2030 h，下列 2 项之和
	//    │  ├ 现读数：2150 h
	//    │  └ 减去：-120 h = -1 × 120 h
	//    │     └ 安装时读数：120 h
	//    └ 使用寿命：2000 h
}
