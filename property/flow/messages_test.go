package flow_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

func TestMessages(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, flow.Messages(b))
	en := message.NewPrinter(language.English, message.Catalog(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))

	rules := []invalid.RuleError{
		flow.ErrCode, flow.ErrTwice, flow.ErrTooMany, flow.ErrState, flow.ErrInitialFinal, flow.ErrNoReason, flow.ErrOrigin,
		flow.ErrTarget, flow.ErrAfterFinal, flow.ErrUnreachable, flow.ErrDeadEnd, flow.ErrNoEnd, flow.ErrAmbiguous,
		flow.ErrNoInstant, flow.ErrNotAllowed, flow.ErrOver, flow.ErrGuard, flow.ErrReason, flow.ErrReasonMissing,
		flow.ErrReasonRefused, flow.ErrSeq, flow.ErrConflict, flow.ErrNoID,
	}
	require.Len(t, b.Languages(), 2)
	for _, rule := range rules {
		args := []string{"«1»", "«2»", "«3»", "«4»"}[:strings.Count(rule.English(), "%[")]
		problem := &invalid.FieldError{Rule: rule, Args: args}
		require.Equal(t, problem.Error(), problem.Text(en), rule.ID())
		chinese := problem.Text(zh)
		require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), chinese)
		for _, text := range []string{problem.Text(en), chinese} {
			require.NotContains(t, text, "%!")
			for _, arg := range args {
				require.Contains(t, text, arg)
			}
		}
	}
}

// TestErrorsInChinese: what a machine refuses is told in Chinese with what it speaks of.
func TestErrorsInChinese(t *testing.T) {
	b := catalog.NewBuilder()
	require.NoError(t, flow.Messages(b))
	zh := message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
	m := workOrder(t)
	tests := []struct {
		event flow.Event
		state string
		want  string
	}{
		{flow.Event{Seq: 3, At: at("08:00"), Name: "paused"}, "accepted", `状态 "accepted" 下不允许事件 3 "paused"；允许的有："appointed", "dispatched", "cancelled", "noted"`},
		{flow.Event{At: at("08:00"), Name: "paused"}, "closed", `"closed" 是终态，其后不能再有事件 "paused"`},
		{flow.Event{At: at("08:00"), Name: "started"}, "quoted", `状态 "quoted" 下的事件 "started" 所需条件不满足："quoteAccepted"`},
		{flow.Event{At: at("08:00"), Name: "paused"}, "inProgress", `状态 "inProgress" 下的事件 "paused" 必须给出原因，可选："awaitingOwner", "awaitingParts", "awaitingApproval"`},
		{flow.Event{Name: "started"}, "quoted", `事件 "started" 没有发生时间`},
		{flow.Event{Name: "started"}, "x", `没有状态 "x"`},
	}
	for _, tt := range tests {
		_, err := m.Step(tt.state, tt.event, nil)
		var problem *invalid.FieldError
		require.True(t, errors.As(err, &problem))
		require.Equal(t, tt.want, problem.Text(zh))
	}
}
