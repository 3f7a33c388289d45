package standard_test

import (
	"encoding"
	"fmt"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/standard"
)

// TestPublicationWords: every word of the enumerations is read as it is written, and has a name in both languages.
func TestPublicationWords(t *testing.T) {
	zh, err := explain.NewPrinter(language.Chinese, standard.Messages)
	require.NoError(t, err)
	en, err := explain.NewPrinter(language.English, standard.Messages)
	require.NoError(t, err)
	type word interface {
		fmt.Stringer
		encoding.TextMarshaler
		Text(p *message.Printer) string
	}
	var audience standard.Audience
	var medium standard.Medium
	var state standard.PublicationState
	var display standard.Display
	tests := []struct {
		word word
		read encoding.TextUnmarshaler
		get  func() word
		text string
		en   string
	}{
		{standard.ToOwners, &audience, func() word { return audience }, "owners", "owners"},
		{standard.ToCommittee, &audience, func() word { return audience }, "committee", "owners' committee"},
		{standard.ToAuthority, &audience, func() word { return audience }, "authority", "authority"},
		{standard.ToPublic, &audience, func() word { return audience }, "public", "public"},
		{standard.OnBoard, &medium, func() word { return medium }, "noticeBoard", "notice board"},
		{standard.InLobbies, &medium, func() word { return medium }, "lobby", "lobbies"},
		{standard.OnSite, &medium, func() word { return medium }, "site", "website"},
		{standard.InApp, &medium, func() word { return medium }, "app", "app"},
		{standard.OnAccount, &medium, func() word { return medium }, "account", "public account"},
		{standard.InPress, &medium, func() word { return medium }, "press", "press"},
		{standard.PublicationUnknown, &state, func() word { return state }, "unknown", "unknown"},
		{standard.PublicationMet, &state, func() word { return state }, "met", "published in time"},
		{standard.PublicationLate, &state, func() word { return state }, "late", "published late"},
		{standard.PublicationOverdue, &state, func() word { return state }, "overdue", "overdue"},
		{standard.PublicationPending, &state, func() word { return state }, "pending", "not yet due"},
		{standard.DisplayEnough, &display, func() word { return display }, "enough", "shown long enough"},
		{standard.DisplayRunning, &display, func() word { return display }, "running", "still to be shown"},
		{standard.DisplayShort, &display, func() word { return display }, "short", "taken down too early"},
		{standard.DisplayUnknown, &display, func() word { return display }, "unknown", "not known whether shown long enough"},
	}
	for _, tt := range tests {
		text, err := tt.word.MarshalText()
		require.NoError(t, err)
		require.Equal(t, tt.text, string(text))
		require.Equal(t, tt.text, tt.word.String())
		require.NoError(t, tt.read.UnmarshalText([]byte(tt.text)))
		require.Equal(t, tt.word, tt.get())
		require.Error(t, tt.read.UnmarshalText([]byte("else")))
		require.Equal(t, tt.en, tt.word.Text(en))
		require.Condition(t, func() bool { return unicode.Is(unicode.Han, []rune(tt.word.Text(zh))[0]) }, tt.text)
	}
	for _, none := range []word{standard.Audience(99), standard.Medium(99), standard.PublicationState(99), standard.Display(99)} {
		_, err := none.MarshalText()
		require.Error(t, err)
		require.Equal(t, none.String(), none.Text(en))
	}
}

// TestPublicationWhy shows a derivation as a clerk reads it.
func TestPublicationWhy(t *testing.T) {
	zh, err := explain.NewPrinter(language.Chinese, standard.Messages)
	require.NoError(t, err)
	r := register(t, `"every": {"in": "month", "after": "P15D"}`, "")
	c := publicationCase{period: "2025-02-01/2025-03-01", published: []string{published(t, "a", "2025-02-16 08:00", "2025-01-01/2025-02-01", "")}}
	late := c.report(t, r).Rows[0]
	text := explain.Text(zh, late.Why())
	require.Contains(t, text, "x 2025-01-01/2025-01-31：在最后一日前公布（当日算按时）")
	require.Contains(t, text, "2025-02-15")
	require.Contains(t, text, "2025-02-16")
	open := publicationCase{}.report(t, register(t, `"every": {}`, "")).Rows[0]
	require.Contains(t, explain.Text(zh, open.Why()), "参数 x.every.in 尚未填写")
}
