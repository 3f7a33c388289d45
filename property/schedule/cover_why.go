package schedule

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
)

// The labels of derivations about posts.
const (
	labelCoverMet     explain.Label = "schedule/cover-met: %[1]s, %[2]s: manned without a gap, %[3]s at a time"
	labelCoverTime    explain.Label = "schedule/cover-time: the time with enough persons"
	labelCoverNeed    explain.Label = "schedule/cover-need: the time that needs them"
	labelCoverStretch explain.Label = "schedule/cover-stretch: %[1]s to %[2]s: %[3]s"
	labelCoverShort   explain.Label = "schedule/cover-short: %[1]s to %[2]s: too few, %[3]s"
	labelCoverWindow  explain.Label = "schedule/cover-window: %[1]s to %[2]s"
	labelCoverPending explain.Label = "schedule/cover-pending: %[1]s, %[2]s: not over yet"
)

// Why returns how the windows of a post that opened on a day came out: who covered which stretch, and whether the
// time with enough persons is all of the time that needs them, as far as it is over. It is false where there is no
// such post, or no window within the span.
//
// The result of the derivation is "true" or "false"; where nothing is over yet, it is the word "pending".
func (c *Coverage) Why(post string, day civil.Date) (explain.Step, bool) {
	i := slices.IndexFunc(c.manning.posts, func(p coverPost) bool { return p.Code == post })
	if i < 0 {
		return explain.Step{}, false
	}
	p := &c.manning.posts[i]
	var need []explain.Step
	some := false
	for w := range c.watches(p, func(error) {}) {
		some = some || w.day == day
		if end := earlierTime(w.end, c.judged); w.day == day && w.start.Before(end) {
			need = append(need, explain.Given(labelCoverWindow, explain.Seconds(end.Sub(w.start)), explain.Clock(w.start), explain.Clock(end)))
		}
	}
	switch {
	case !some:
		return explain.Step{}, false
	case len(need) == 0:
		return explain.Given(labelCoverPending, explain.Value{Text: "pending"}, p.Code, day.String()).From(c.source(p)), true
	}
	var covered []explain.Step
	for s := range c.staffings(i) {
		if s.day == day {
			covered = append(covered, c.whyStretch(p, s))
		}
	}
	time, all := explain.Sum(labelCoverTime, covered...), explain.Sum(labelCoverNeed, need...)
	return explain.Compare(labelCoverMet, time, "=", all).
		WithArgs(p.Code, day.String(), strconv.Itoa(p.People)).From(c.source(p)), true
}

// whyStretch returns the length of a stretch; 0 where too few were there.
func (c *Coverage) whyStretch(p *coverPost, s staffing) explain.Step {
	label, length := labelCoverStretch, s.end.Sub(s.start)
	if len(s.there) < p.People {
		label, length = labelCoverShort, 0
	}
	who := strings.Join(c.names(s.there), ", ")
	if who == "" {
		who = "–"
	}
	return explain.Given(label, explain.Seconds(length), explain.Clock(s.start), explain.Clock(s.end), who)
}

func (c *Coverage) source(p *coverPost) string {
	if c.manning.doc.Source != "" {
		return c.manning.doc.Source
	}
	return c.manning.doc.Code + "/" + p.Code
}
