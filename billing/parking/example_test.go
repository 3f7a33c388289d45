package parking_test

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

func ExamplePricer_Fee() {
	tariff := parking.Tariff{
		Code: "visitor", Currency: money.MustParseCurrency("CNY"),
		Free:  &parking.Free{Minutes: 60, Kind: parking.Deducted},
		Rates: []parking.Rate{{Unit: &parking.Block{Minutes: 60, Price: decimal.RequireFromString("2.00")}}},
		Cap:   &parking.Cap{Amount: decimal.RequireFromString("10.00"), Per: parking.FromEntry},
	}
	shanghai := time.FixedZone("CST", 8*60*60)
	prices, _ := parking.Compile(tariff, shanghai)
	fee, _ := prices.Fee(parking.ShortStay{
		Card: "K0107", EnteredAt: time.Date(2026, 3, 2, 8, 0, 0, 0, shanghai), ExitedAt: time.Date(2026, 3, 3, 9, 10, 0, 0, shanghai),
	})
	zh, _ := explain.NewPrinter(language.Chinese, parking.Messages)
	en, _ := explain.NewPrinter(language.English, parking.Messages)
	fmt.Println(fee.Announce(zh))
	fmt.Print(explain.Text(en, fee.Why()))
	// Output:
	// 您的车计费停车1510分钟,请交停车费14.00元
	// parking fee, card K0107, 2026-03-02 08:00 to 2026-03-03 09:10: 14.00 CNY, rounded half up to 0.01 CNY
	// └ the whole stay: 14.00 CNY, sum of these 2
	//    ├ at most the cap for 24 hours from entry: 10.00 CNY, kept between 0.00 CNY and 10.00 CNY
	//    │  ├ blocks × price: 46.00 CNY, product of these 2
	//    │  │  ├ blocks begun: 23, raised to the next 1
	//    │  │  │  └ minutes ÷ minutes of a block: 23 = 1380 min ÷ 60 min
	//    │  │  │     ├ 2026-03-02 08:00 to 2026-03-03 08:00: of 1440 minutes 60 free, 0 inside a pass: 1380 min
	//    │  │  │     └ minutes of a block: 60 min
	//    │  │  └ price of a block: 2.00 CNY
	//    │  ├ nothing: 0.00 CNY
	//    │  └ cap: 10.00 CNY
	//    └ at most the cap for 24 hours from entry: 4.00 CNY, kept between 0.00 CNY and 10.00 CNY
	//       ├ blocks × price: 4.00 CNY, product of these 2
	//       │  ├ blocks begun: 2, raised to the next 1
	//       │  │  └ minutes ÷ minutes of a block: ≈ 1.166667 (7/6) = 70 min ÷ 60 min
	//       │  │     ├ 2026-03-03 08:00 to 2026-03-03 09:10: 70 min
	//       │  │     └ minutes of a block: 60 min
	//       │  └ price of a block: 2.00 CNY
	//       ├ nothing: 0.00 CNY
	//       └ cap: 10.00 CNY
}

func ExamplePassPrice_Fee() {
	price := parking.PassPrice{Currency: money.MustParseCurrency("CNY"), Price: decimal.RequireFromString("150.00"), Proration: parking.ActualDays}
	fee, _ := price.Fee(civil.Period{Start: civil.MustParse("2026-04-17"), End: civil.MustParse("2026-06-01")})
	for _, m := range fee.Months {
		fmt.Println(m.Period.Start, "to", m.Period.Last(), m.Charged, "/", m.Of, m.Amount)
	}
	fmt.Println(fee.Amount)
	// Output:
	// 2026-04-17 to 2026-04-30 14 / 30 70.00 CNY
	// 2026-05-01 to 2026-05-31 31 / 31 150.00 CNY
	// 220.00 CNY
}
