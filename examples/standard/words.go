package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// why says a reason for people.
func (r *report) why(reason standard.Reason) string { return tight(r.rules.Say(r.P, reason)) }

// tight takes out the blanks between two Chinese characters, which stand in sentences that may also be filled with codes.
func tight(s string) string {
	runes := []rune(s)
	han := func(i int) bool { return i >= 0 && i < len(runes) && unicode.Is(unicode.Han, runes[i]) }
	var out strings.Builder
	for i, c := range runes {
		if c != ' ' || !han(i-1) || !han(i+1) {
			out.WriteRune(c)
		}
	}
	return out.String()
}

// kindName names a kind with its code, by which tables call it.
func (r *report) kindName(code string) string {
	i := slices.IndexFunc(r.words.Kinds, func(k standard.Kind) bool { return k.Code == code })
	if i < 0 {
		return code
	}
	if name := nameIn(r.words.Kinds[i].Name, r.lang); name != "" {
		return name + " [" + code + "]"
	}
	return code
}

// nameIn returns a name in a language, or in the other where it has none.
func nameIn(n metric.Name, lang string) string {
	if lang == "zh" {
		return cmp.Or(n.ZH, n.EN)
	}
	return cmp.Or(n.EN, n.ZH)
}
