package rating

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of rankings.
const (
	// ErrRelativeBand is a relative band that does not say exactly one of a share and a number.
	ErrRelativeBand invalid.RuleError = "rating/relative-band: a relative band is either a share above 0 and at most 1 or a number of entries above 0; here the share is %[1]s and the number %[2]s"
	// ErrRelativePart is a relative band of parts of entries.
	ErrRelativePart invalid.RuleError = "rating/relative-part: nobody is partly in a band; a part of an entry is started or full"
)

func rankTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: ErrRelativeBand, ZH: "相对等次须为大于 0 且不超过 1 的比例，或大于 0 的名额，二者取一；此处比例为 %[1]s，名额为 %[2]s"},
		{Text: ErrRelativePart, ZH: "不能只有一部分属于某等次；不足一个名额的须写 started（进一）或 full（舍去）"},
	}
}

// Check reports every problem of the ranking.
func (r Ranking) Check(l *invalid.List) {
	needWord(l, "ties", uint8(r.Ties), tiesWords())
	used := make(map[string]bool, len(r.Bands))
	eachItem(l, "bands", r.Bands, func(b RelativeBand) {
		unique(l, used, b.Code)
		b.check(l)
	})
}

func (b RelativeBand) check(l *invalid.List) {
	needWord(l, "end", uint8(b.End), endWords())
	if !b.sized() {
		l.Add(ErrRelativeBand, invalid.Quote(b.Share.String()), strconv.Itoa(b.Count))
	}
	partWords().Check(l, "part", uint8(b.Part))
	if b.Part == Exact {
		l.At("part").Add(ErrRelativePart)
	}
	needWord(l, "atCut", uint8(b.AtCut), atCutWords())
}

// needWord reports an enumeration that is unset or has no word.
func needWord(l *invalid.List, field string, v uint8, words invalid.Words) {
	if v == 0 {
		l.At(field).Add(invalid.ErrRequired, field)
	}
	words.Check(l, field, v)
}

// sized reports whether the band is exactly one of a share and a number.
func (b RelativeBand) sized() bool {
	if !b.Share.IsSet() {
		return b.Count > 0
	}
	share := ScoreOf(b.Share)
	return b.Count == 0 && share.Sign() > 0 && share.Compare(fraction(1, 1)) <= 0
}
