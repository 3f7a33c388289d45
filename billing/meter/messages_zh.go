package meter

import "github.com/wuyekit/wuye/property/invalid"

func meterTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCode, ZH: "%[1]s 不能作编码"},
		{Text: ErrMeterTwice, ZH: "表 %[1]s 重复"},
		{Text: ErrMeasures, ZH: "%[1]s 不是用量单位（如 kWh）"},
		{Text: ErrParent, ZH: "没有总表 %[1]s"},
		{Text: ErrParentUnit, ZH: "本表单位为 %[1]s，总表 %[2]s 的单位为 %[3]s"},
		{Text: ErrParentLoop, ZH: "表 %[1]s 是自己的下级表"},
		{Text: ErrTooMany, ZH: "%[1]s 个超过上限 %[2]s 个"},
		{Text: ErrOpening, ZH: "期初累计用量为 %[1]s 的，而记录自首只表安装日 %[2]s 开始"},
		{Text: ErrUsedUnit, ZH: "期初累计用量为 %[1]s，而本表单位为 %[2]s"},

		{Text: ErrRemoved, ZH: "拆表日 %[1]s 不在装表日 %[2]s 之后"},
		{Text: ErrStillInPlace, ZH: "%[1]s 装表，而前一只表未拆"},
		{Text: ErrDeviceGap, ZH: "前一只表 %[1]s 已拆，本表 %[2]s 才装"},
		{Text: ErrDeviceOverlap, ZH: "%[1]s 装表，而前一只表 %[2]s 才拆"},
		{Text: ErrVerifyBy, ZH: "检定有效期至 %[1]s，早于检定日 %[2]s"},
		{Text: ErrDigits, ZH: "表盘 %[1]s 位超过上限 %[2]s 位"},
		{Text: ErrNotRemoved, ZH: "有止码 %[1]s 而没有拆表日"},
		{Text: ErrFinal, ZH: "表 %[1]s 有一只表于 %[2]s 拆除而没有止码；止码为 0 时请录为当日开始时的读数"},
		{Text: ErrRegisters, ZH: "起码和止码要么写在表上，要么写在各分时示数上"},
		{Text: ErrBandTwice, ZH: "时段 %[1]s 重复"},
		{Text: ErrOtherBands, ZH: "分时时段与首只表不同；时段不同应另立一表"},

		{Text: ErrNegativeValue, ZH: "%[1]s 为负数"},
		{Text: ErrPlain, ZH: "%[1]s 带有单位；示数只写数字"},
		{Text: ErrValueDigits, ZH: "%[1]s 超过表盘的 %[2]s 位"},
	}
}

func usageTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrUnknownMeter, ZH: "没有表 %[1]s"},
		{Text: ErrUnknownBand, ZH: "表 %[1]s 没有时段 %[2]s"},
		{Text: ErrOutside, ZH: "表 %[1]s 在 %[2]s 没有在装的表具"},
		{Text: ErrRollover, ZH: "表 %[1]s 注明翻转，但没有写明位数"},
		{Text: ErrReadingTwice, ZH: "表 %[1]s 在 %[2]s 开始时已有读数：%[3]s 与 %[4]s"},

		{Text: ErrNoMeter, ZH: "没有这只表"},
		{Text: ErrDays, ZH: "%[1]s 不是有起止的日期区间"},
		{Text: ErrBeforeFirst, ZH: "表 %[1]s：%[2]s 以前没有记录，而所求自 %[3]s 起"},
		{Text: ErrNoReading, ZH: "表 %[1]s：自 %[2]s 起没有读数，而所求至 %[3]s"},
		{Text: ErrNegative, ZH: "表 %[1]s 在 %[3]s 开始时为 %[2]s，%[5]s 开始时为 %[4]s，止度小于起度"},
		{Text: ErrNotRolled, ZH: "表 %[1]s 注明翻转，但 %[3]s 开始时为 %[2]s，%[5]s 开始时为 %[4]s，并未变小"},
		{Text: ErrInexact, ZH: "表 %[1]s：%[3]s 开始时 %[2]s 至 %[5]s 开始时 %[4]s 的用量乘以倍率后过大或超过 4 位小数"},
		{Text: ErrTooLarge, ZH: "表 %[1]s：%[2]s 至 %[3]s 的用量过大"},

		{Text: ErrMaxTimes, ZH: "%[1]s 倍超过上限 %[2]s 倍"},
		{Text: ErrZero, ZH: "表 %[1]s 在 %[2]s 至 %[3]s 没有用量"},
		{Text: ErrPerDay, ZH: "表 %[1]s：%[3]s 至 %[4]s 用量 %[2]s，平均每日超过 %[5]s"},
		{Text: ErrTimes, ZH: "表 %[1]s：%[3]s 至 %[4]s 用量 %[2]s，日均超过以前的 %[5]s 倍：以前 %[7]s 天用 %[6]s"},
		{Text: ErrUnverified, ZH: "表 %[1]s：表具 %[2]s 的检定在 %[3]s 无效"},

		{Text: ErrRange, ZH: "满 %[1]s 归零的表不会由 %[2]s 如此到 %[3]s"},
		{Text: ErrUsage, ZH: "用量 %[1]s 与起度 %[2]s、止度 %[3]s、倍率 %[4]s 不符"},
		{Text: ErrLost, ZH: "损耗 %[1]s 不等于 %[2]s 减 %[3]s"},

		{Text: ErrClock, ZH: "%[1]s 不是 08:00 这样的时刻；24:00 只能作止时"},
		{Text: ErrHours, ZH: "%[1]s 至 %[2]s 没有时间；全天写 00:00 至 24:00"},
		{Text: ErrHoursOverlap, ZH: "%[1]s 至 %[2]s 与前面的时段在 %[3]s 重叠"},
		{Text: ErrHoursGap, ZH: "%[1]s 至 %[2]s 没有时段"},
		{Text: ErrMinute, ZH: "%[1]s 不是一天的分钟数 0 至 1439"},
	}
}

func stepTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelUsage, ZH: "%[1]s 至 %[2]s 用量"},
		{Text: labelUsageBand, ZH: "%[1]s 至 %[2]s %[3]s 时段用量"},
		{Text: labelMoved, ZH: "止度减起度"},
		{Text: labelTo, ZH: "%[1]s 开始时示数"},
		{Text: labelFrom, ZH: "减 %[1]s 开始时示数"},
		{Text: labelRange, ZH: "翻转，满此数归零"},
		{Text: labelMultiplier, ZH: "倍率"},
		{Text: labelUntil, ZH: "截至 %[1]s 用量，舍入"},
		{Text: labelSpread, ZH: "按天分摊"},
		{Text: labelDays, ZH: "天数"},
		{Text: labelPart, ZH: "%[1]s 至 %[2]s 用量"},
		{Text: labelLess, ZH: "减此前用量"},
		{Text: labelMinus, ZH: "扣减"},
		{Text: labelNone, ZH: "%[1]s 之内没有用量"},
		{Text: labelLost, ZH: "总表 %[1]s 在 %[2]s 至 %[3]s 的损耗"},
		{Text: labelMaster, ZH: "总表 %[1]s 用量"},
		{Text: labelSubs, ZH: "减各分表用量"},
	}
}
