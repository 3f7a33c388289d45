package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/internal/golden"
)

// TestReport: the whole report but times and memory, in both languages.
func TestReport(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		text := reportOf(t, "-units", "3000", "-lang", lang)
		at := strings.Index(text, map[string]string{"zh": "本次运行", "en": "Time and memory"}[lang])
		require.Positive(t, at)
		head, figures := text[:at], text[at:]
		figures = regexp.MustCompile(`\d[\d,.]*(ms|µs|s)?`).ReplaceAllString(figures, "#")
		golden.Check(t, "testdata/report."+lang+".golden", []byte(head+figures))
	}
}

func TestSmallPortfolios(t *testing.T) {
	require.Contains(t, reportOf(t, "-units", "1", "-lang", "en"), "1 units in 1 buildings")
	require.Contains(t, reportOf(t, "-units", "10", "-cuts", "100", "-seed", "18446744073709551615", "-lang", "en"), "10 units in 1 buildings")
	require.Contains(t, reportOf(t, "-units", "500", "-period", "1999-02", "-lang", "en"), "1999-02-01 to 1999-02-28")
}

func TestFlags(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"-period", "2026-13"}, "2026-13"},
		{[]string{"-lang", "fr"}, "want zh or en"},
		{[]string{"-units", "0"}, "-units 0"},
		{[]string{"-units", "5000001"}, "-units 5000001"},
		{[]string{"-cuts", "1"}, "-cuts 1"},
		{[]string{"-data", "."}, "generated"},
		{[]string{"-mapping", "x.json"}, "generated"},
		{[]string{"-asof", "2026-11-01"}, "generated"},
		{[]string{"-units", "10", "-out", "main.go"}, "main.go"},
		{[]string{"more"}, "unexpected argument"},
	}
	for _, tt := range tests {
		require.ErrorContains(t, run(tt.args, &bytes.Buffer{}, nil), tt.want)
	}
}

// TestMessages: every text renders in both languages, with all its arguments.
func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.Chinese, message.Catalog(b))
	require.NotEmpty(t, texts())
	seen := map[string]bool{}
	for _, text := range texts() {
		id, english := text.Text.ID(), text.Text.English()
		require.True(t, strings.HasPrefix(id, "portfolio/"), id)
		require.False(t, seen[id], "%s twice", id)
		seen[id] = true
		marks := []string{"«1»", "«2»", "«3»", "«4»", "«5»"}[:strings.Count(english, "%[")]
		var args []any
		want := english
		for i, mark := range marks {
			want = strings.ReplaceAll(want, "%["+string(rune('1'+i))+"]s", mark)
			args = append(args, mark)
		}
		require.Equal(t, want, en.Sprintf(message.Key(id, "absent"), args...))
		chinese := zh.Sprintf(message.Key(id, "absent"), args...)
		require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), id)
		require.NotContains(t, chinese, "%!", id)
		for _, mark := range marks {
			require.Contains(t, chinese, mark, id)
		}
	}
	for _, l := range storyTexts() {
		require.True(t, seen[l.ID()], "%q is not translated", l)
	}
}
