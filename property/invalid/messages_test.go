package invalid_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/invalid"
)

func TestMessagesInBothLanguages(t *testing.T) {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	require.NoError(t, invalid.Messages(b))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	for _, rule := range []invalid.RuleError{
		invalid.ErrSyntax, invalid.ErrTrailing, invalid.ErrUnknown, invalid.ErrRepeated, invalid.ErrNull, invalid.ErrType,
		invalid.ErrValue, invalid.ErrNumber, invalid.ErrDecimal, invalid.ErrDeep, invalid.ErrChoice, invalid.ErrWord, invalid.ErrRequired, invalid.ErrProblems, invalid.ErrMore,
	} {
		e := invalid.FieldError{Rule: rule, Args: []string{"A1", "B2", "C3"}[:strings.Count(rule.English(), "%[")]}
		require.Equal(t, e.Error(), e.Text(en))
		text := e.Text(zh)
		require.NotEqual(t, e.Error(), text)
		require.NotContains(t, text, "%!", rule)
		require.True(t, strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }), text)
	}
}

func TestErrorText(t *testing.T) {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	require.NoError(t, invalid.Messages(b))
	var l invalid.List
	l.At("lines", 2, "start").Add(invalid.ErrNull)
	for range invalid.Kept {
		l.Add(invalid.ErrRequired, "价格")
	}
	var all *invalid.Error
	require.ErrorAs(t, l.Err("tariffs.json"), &all)
	text := strings.Split(all.Text(message.NewPrinter(language.Chinese, message.Catalog(b))), "\n")
	require.Equal(t, "tariffs.json：101 个问题", text[0])
	require.Equal(t, "  lines[2].start: null 不是值；没有就不要写这个字段", text[1])
	require.Equal(t, "  缺少 价格", text[2])
	require.Equal(t, "  另有 1 个", text[len(text)-1])
}

// TestWordsAreTranslated: a word of the library is Chinese in a Chinese message, a code that
// looks like none is left alone.
func TestWordsAreTranslated(t *testing.T) {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	require.NoError(t, b.SetString(language.Chinese, errOdd.ID(), "%[1]s 是奇数"))
	require.NoError(t, invalid.RegisterWords(b, map[string]string{"unit": "房屋"}))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	for arg, want := range map[string]string{
		"unit": "房屋 是奇数", "Unit": "Unit 是奇数", "lift": "lift 是奇数", "50%d": "50%d 是奇数", "u1": "u1 是奇数", "": " 是奇数",
	} {
		e := invalid.FieldError{Rule: errOdd, Args: []string{arg}}
		require.Equal(t, want, e.Text(zh))
	}
}

// TestTypesAreTranslated: what a document should have and what it has are Chinese too, the value itself is left as it is.
func TestTypesAreTranslated(t *testing.T) {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	require.NoError(t, invalid.Messages(b))
	_, err := invalid.Decode[struct {
		OutOf string   `json:"outOf"`
		Bands []string `json:"bands"`
		Count int      `json:"count"`
	}]([]byte(`{"outOf": 100, "bands": "a text", "count": "3"}`), "rubric.json")
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	require.Equal(t, []string{
		"rubric.json：3 个问题", "  outOf: 应为 文本，实为 数字 100", `  bands: 应为 列表，实为 文本 "a text"`, `  count: 应为 整数，实为 文本 "3"`,
	}, strings.Split(all.Text(message.NewPrinter(language.Chinese, message.Catalog(b))), "\n"))
}

func TestTextFallsBackToEnglish(t *testing.T) {
	empty := message.NewPrinter(language.Chinese, message.Catalog(catalog.NewBuilder()))
	e := invalid.FieldError{Path: "p", Rule: errOdd, Args: []string{"3"}}
	require.Equal(t, "3 is odd", e.Text(empty))
	require.Equal(t, "p: 3 is odd", e.Error())
}

func TestWords(t *testing.T) {
	words := invalid.Words{"draft", "inForce"}
	var v uint8
	require.NoError(t, words.Unmarshal([]byte("inForce"), &v))
	require.Equal(t, uint8(2), v)
	require.Equal(t, "inForce", words.Of("State", 2))
	require.Equal(t, "State(0)", words.Of("State", 0))
	require.Equal(t, "State(3)", words.Of("State", 3))
	for _, v := range []uint8{0, 3} {
		_, err := words.Marshal(v)
		require.ErrorIs(t, err, invalid.ErrWord)
	}
	var l invalid.List
	words.Check(&l, "state", 0)
	words.Check(&l, "state", 2)
	require.NoError(t, l.Err("tariff"), "unset is for the document to judge")
	words.Check(&l, "state", 3)
	require.EqualError(t, l.Err("tariff"), "tariff: 1 problem\n  state: 3 is none of draft, inForce")
	require.ErrorIs(t, words.Unmarshal([]byte("Draft"), &v), invalid.ErrWord)
	require.Equal(t, uint8(2), v, "a refused word changes nothing")
}
