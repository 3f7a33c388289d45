package stock

import (
	"errors"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of catalogues.
const (
	// ErrCode is a code or a name that cannot name anything.
	ErrCode invalid.RuleError = "stock/code: %[1]s cannot be a name: no blanks at its ends, nothing invisible, at most 128 bytes"
	// ErrTwice is a code or a place given twice.
	ErrTwice invalid.RuleError = "stock/twice: %[1]s is given twice"
	// ErrUnitWord is a unit that quantities and derivations cannot have.
	ErrUnitWord invalid.RuleError = "stock/unit-word: %[1]s cannot be a unit here: one word that does not begin with a digit, like pc"
	// ErrOrder is first in, first out for what expires.
	ErrOrder invalid.RuleError = "stock/order-expires: what expires is taken by earliestExpiry; firstIn could leave a lot to expire"
	// ErrSpan is a length that does not lead from a day to a day.
	ErrSpan invalid.RuleError = "stock/span: %[1]s is not a length of months and days, at most 100 years, like P6M"
	// ErrNotPositive is a quantity that must be above zero and is not.
	ErrNotPositive invalid.RuleError = "stock/not-positive: %[1]s is not above zero"
	// ErrCritical is a critical item without a minimum.
	ErrCritical invalid.RuleError = "stock/critical-minimum: a critical item has a minimum above zero at every place"
	// ErrKeeper is a critical item that nobody answers for.
	ErrKeeper invalid.RuleError = "stock/critical-keeper: a critical item has a keeper at every place, by name"
	// ErrUpToAlone is a target without a minimum.
	ErrUpToAlone invalid.RuleError = "stock/up-to-alone: orders fill up to %[1]s, but without a minimum nothing is ever ordered"
	// ErrUpTo is a target below the minimum.
	ErrUpTo invalid.RuleError = "stock/up-to-low: orders fill up to %[1]s, which is less than the minimum of %[2]s"
	// ErrLarge is more than can be counted.
	ErrLarge invalid.RuleError = "stock/large: the quantities of %[1]s are too large to be added up"
)

// The rules of moves.
const (
	// ErrUnit is a quantity in another unit than the item's.
	ErrUnit invalid.RuleError = "stock/unit: %[1]s is not in the item's unit, %[2]s"
	// ErrNegative is a quantity below zero.
	ErrNegative invalid.RuleError = "stock/negative: %[1]s is below zero; the kind of a move says in which direction it goes"
	// ErrZero is a move of nothing.
	ErrZero invalid.RuleError = "stock/zero: the quantity is zero"
	// ErrSeq is a number that is none.
	ErrSeq invalid.RuleError = "stock/seq: %[1]s is not the number of a move; they count from 1"
	// ErrSeqTwice is a number given to two moves.
	ErrSeqTwice invalid.RuleError = "stock/seq-twice: there are two moves with the number %[1]s"
	// ErrReceiver is an issue to nobody and for nothing.
	ErrReceiver invalid.RuleError = "stock/receiver: an issue names who received it, person, or what it is for, ref"
	// ErrStray is a field that has no meaning in a move of the kind.
	ErrStray invalid.RuleError = "stock/stray: the field %[1]s has no meaning in a move of the kind %[2]s"
	// ErrItem is an item that the catalogue does not have.
	ErrItem invalid.RuleError = "stock/item: there is no item %[1]s in the catalogue"
	// ErrPlace is a place at which the item is not kept.
	ErrPlace invalid.RuleError = "stock/place: %[1]s is not kept at %[2]s; it is at %[3]s"
	// ErrWhichPlace is a move without a place of an item that is kept at several.
	ErrWhichPlace invalid.RuleError = "stock/which-place: %[1]s is kept at several places, say which: %[2]s"
	// ErrSamePlace is a transfer that leads nowhere.
	ErrSamePlace invalid.RuleError = "stock/same-place: it is transferred to %[1]s, where it is already"
	// ErrExpires is stock that expires without the date.
	ErrExpires invalid.RuleError = "stock/expires: %[1]s expires; say until when the lot may be used"
	// ErrNoExpiry is a date for what does not expire.
	ErrNoExpiry invalid.RuleError = "stock/no-expiry: %[1]s has no expiry in the catalogue, and a date is given"
	// ErrLotExpires is a lot with two dates.
	ErrLotExpires invalid.RuleError = "stock/lot-expires: lot %[1]s may be used until %[2]s, and not %[3]s"
	// ErrCountLot is a count of several lots in one figure where each has its date.
	ErrCountLot invalid.RuleError = "stock/count-lot: %[1]s expires and is counted lot by lot; name the lot or its date"
	// ErrShort is stock that is not there.
	ErrShort invalid.RuleError = "stock/not-there: of %[1]s there are %[4]s at %[2]s on %[3]s, and %[5]s are taken"
	// ErrExpired is stock that is there and out of date.
	ErrExpired invalid.RuleError = "stock/expired: of %[1]s there are %[4]s in date at %[2]s on %[3]s, and %[5]s are taken; %[6]s more are out of date and not issued"
	// ErrNoMove is a return or reversal of a move that is not there.
	ErrNoMove invalid.RuleError = "stock/no-move: there is no move %[1]s"
	// ErrLater is a return or reversal before what it speaks of.
	ErrLater invalid.RuleError = "stock/later: move %[1]s is later than this one"
	// ErrOtherItem is a return or reversal of a move of another item.
	ErrOtherItem invalid.RuleError = "stock/other-item: move %[1]s is of %[2]s, not of %[3]s"
	// ErrReversal is a reversal of a reversal.
	ErrReversal invalid.RuleError = "stock/reversal: move %[1]s is a reversal itself; record what happened anew"
	// ErrReversedTwice is a return or reversal of what is undone already.
	ErrReversedTwice invalid.RuleError = "stock/reversed-twice: move %[1]s is reversed already"
	// ErrNotIssued is a return of what was not issued.
	ErrNotIssued invalid.RuleError = "stock/not-issued: move %[1]s is of the kind %[2]s; only what was issued is returned"
	// ErrReturn is a return of more than is out.
	ErrReturn invalid.RuleError = "stock/return: of move %[1]s %[2]s are still out, and %[3]s are returned"
	// ErrReturned is the reversal of an issue of which something came back.
	ErrReturned invalid.RuleError = "stock/returned-part: some of move %[1]s was returned; reverse the return first"
	// ErrGone is the reversal of what brought stock that is not there any more.
	ErrGone invalid.RuleError = "stock/gone: move %[1]s brought %[2]s to %[3]s, and only %[4]s are left to be taken back"
)

func texts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrCode, ZH: "%[1]s 不能作名称：首尾不得有空白，不得含不可见字符，至多 128 字节"},
		{Text: ErrTwice, ZH: "%[1]s 重复给出"},
		{Text: ErrUnitWord, ZH: "%[1]s 不能作此处的计量单位：须为一个词，不以数字开头，如 pc"},
		{Text: ErrOrder, ZH: "有有效期的物资按近效期先出（earliestExpiry）；先进先出会使批次过期"},
		{Text: ErrSpan, ZH: "%[1]s 不是以月、日计、至多 100 年的期限（应写作 P6M）"},
		{Text: ErrNotPositive, ZH: "%[1]s 不大于零"},
		{Text: ErrCritical, ZH: "关键物资在每个存放地点都须有大于零的最低库存"},
		{Text: ErrKeeper, ZH: "关键物资在每个存放地点都须有具名的保管员"},
		{Text: ErrUpToAlone, ZH: "补货目标为 %[1]s，但没有最低库存，就永远不会补货"},
		{Text: ErrUpTo, ZH: "补货目标 %[1]s 低于最低库存 %[2]s"},
		{Text: ErrLarge, ZH: "%[1]s 的数量过大，无法相加"},

		{Text: ErrUnit, ZH: "%[1]s 不是以该物资的计量单位 %[2]s 计"},
		{Text: ErrNegative, ZH: "%[1]s 小于零；方向由出入库类型决定"},
		{Text: ErrZero, ZH: "数量为零"},
		{Text: ErrSeq, ZH: "%[1]s 不是出入库单的序号；序号自 1 起"},
		{Text: ErrSeqTwice, ZH: "有两张出入库单的序号都是 %[1]s"},
		{Text: ErrReceiver, ZH: "领用须写明领用人（person）或用途（ref，如工单号）"},
		{Text: ErrStray, ZH: "字段 %[1]s 对类型为 %[2]s 的出入库单没有意义"},
		{Text: ErrItem, ZH: "物资目录中没有 %[1]s"},
		{Text: ErrPlace, ZH: "%[1]s 不存放在 %[2]s；存放于 %[3]s"},
		{Text: ErrWhichPlace, ZH: "%[1]s 存放在多处，须写明地点：%[2]s"},
		{Text: ErrSamePlace, ZH: "调往 %[1]s，而它本来就在那里"},
		{Text: ErrExpires, ZH: "%[1]s 有有效期，须写明该批次有效期至哪一天"},
		{Text: ErrNoExpiry, ZH: "物资目录中 %[1]s 没有有效期，却给出了日期"},
		{Text: ErrLotExpires, ZH: "批号 %[1]s 的有效期至 %[2]s，不是 %[3]s"},
		{Text: ErrCountLot, ZH: "%[1]s 有有效期，须逐批盘点；请写明批号或有效期"},
		{Text: ErrShort, ZH: "%[3]s %[2]s 的 %[1]s 只有 %[4]s，不足 %[5]s"},
		{Text: ErrExpired, ZH: "%[3]s %[2]s 的 %[1]s 在有效期内的只有 %[4]s，不足 %[5]s；另有 %[6]s 已过期，不得领用"},
		{Text: ErrNoMove, ZH: "没有序号为 %[1]s 的出入库单"},
		{Text: ErrLater, ZH: "第 %[1]s 号出入库单晚于本单"},
		{Text: ErrOtherItem, ZH: "第 %[1]s 号出入库单的物资是 %[2]s，不是 %[3]s"},
		{Text: ErrReversal, ZH: "第 %[1]s 号出入库单本身就是冲销；请把实际发生的重新记一笔"},
		{Text: ErrReversedTwice, ZH: "第 %[1]s 号出入库单已经冲销"},
		{Text: ErrNotIssued, ZH: "第 %[1]s 号出入库单的类型是 %[2]s；只有领用的才能退库"},
		{Text: ErrReturn, ZH: "第 %[1]s 号领用尚未退回的有 %[2]s，却退回 %[3]s"},
		{Text: ErrReturned, ZH: "第 %[1]s 号领用已有部分退库；请先冲销该退库"},
		{Text: ErrGone, ZH: "第 %[1]s 号出入库单向 %[3]s 入库 %[2]s，现只剩 %[4]s 可以冲回"},
	}
}

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error {
	return errors.Join(invalid.Register(b, append(texts(), labels()...)), invalid.RegisterWords(b, words()))
}

// words are the Chinese of the kinds of moves, which stand in messages.
func words() map[string]string {
	return map[string]string{
		"received": "入库", "issued": "领用", "returned": "退库", "scrapped": "报废", "transferred": "调拨",
		"counted": "盘点", "reversed": "冲销",
	}
}
