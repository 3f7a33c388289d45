package finding_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/finding"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// FuzzDecode: no document makes the rules fail but by an error, and what they say derives.
func FuzzDecode(f *testing.F) {
	f.Add(marshal(f, policy()), marshal(f, finding.Case{ID: "F", Repeats: 3, Log: logOf(f, "03-02 issued", "03-11 failed")}), 20)
	f.Add([]byte(`{"code":"p","calendar":"office","penalties":[{"on":"overdue","points":"9223372036854"}],"repeat":{"factor":"9","eachTime":true}}`),
		[]byte(`{"id":"F","repeats":999,"log":[{"seq":1,"at":"9999-12-31T23:59:59Z","name":"issued"}],"annexes":[{"seq":1,"due":"9999-12-31"}]}`), 3_000_000)
	calendars := office(f)
	f.Fuzz(func(t *testing.T, policy, of []byte, days int) {
		p, err := invalid.Decode[finding.Policy](policy, "policy")
		if err != nil {
			return
		}
		p.Calendar = "office"
		rules, err := finding.Compile(p, calendars)
		if err != nil {
			return
		}
		c, err := invalid.Decode[finding.Case](of, "case")
		if err != nil {
			return
		}
		s, err := rules.Status(&c, day("2026-03-01")+civil.Date(days%4_000_000))
		if err != nil {
			return
		}
		if s.Points.IsSet() {
			require.NoError(t, s.Why().Check())
		}
		for i := range s.Rounds {
			require.NoError(t, s.Rounds[i].Why().Check())
		}
	})
}

// FuzzLife reads bytes as the days and events of a case, with a slow judge of its own beside.
func FuzzLife(f *testing.F) {
	f.Add([]byte{0x10, 0x21, 0x32}, uint8(9))
	f.Add([]byte{0x00, 0x73, 0x23, 0x71, 0x12}, uint8(40))
	f.Add([]byte{0x00, 0x94, 0x41, 0x22}, uint8(14))
	names := []string{finding.EventIssued, finding.EventCorrected, finding.EventPassed, finding.EventFailed, finding.EventExtended, finding.EventWaived, finding.EventWithdrawn, finding.EventNoted}
	rules := compile(f, policy())
	machine, err := flow.Compile(finding.Lifecycle())
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, steps []byte, ahead uint8) {
		c := finding.Case{ID: "F"}
		on, state := day("2026-03-02"), machine.Initial()
		for _, b := range steps[:min(len(steps), 40)] {
			on += civil.Date(b >> 4)
			e := flow.Event{Seq: int64(len(c.Log) + 1), At: on.In(time.FixedZone("", 8*60*60)), Name: names[b%8]}
			next, err := machine.Step(state, e, nil)
			if err != nil {
				continue
			}
			state = next
			c.Log = append(c.Log, e)
			if e.Name == finding.EventExtended {
				c.Annexes = append(c.Annexes, finding.Annex{Seq: e.Seq, Due: on + 60})
			}
		}
		asOf := on + civil.Date(ahead)
		got, err := rules.Status(&c, asOf)
		if err != nil {
			require.ErrorIs(t, err, finding.ErrNotLater, "extended twice on one day")
			return
		}
		derives(t, &got)
		late, days := slowly(&c, asOf)
		require.Equal(t, late, got.Timing == finding.Late)
		require.Equal(t, days, got.OverdueDays)

		// A later day without an event makes nothing less late, and never changes what an earlier day says.
		later, err := rules.Status(&c, asOf+30)
		require.NoError(t, err)
		require.GreaterOrEqual(t, later.OverdueDays, got.OverdueDays)
		require.False(t, got.Timing == finding.Late && later.Timing != finding.Late)
		grown := c
		grown.Log = append(append([]flow.Event(nil), c.Log...), flow.Event{Seq: int64(len(c.Log) + 1), At: (asOf + 5).In(time.UTC), Name: finding.EventNoted})
		if _, err := machine.Replay(grown.Log); err != nil {
			return
		}
		same, err := rules.Status(&grown, asOf)
		require.NoError(t, err)
		same.Ahead = 0
		require.Empty(t, cmp.Diff(got, same, exact()...))
	})
}

// slowly counts the days after each deadline one by one, a week after each issue or as extended.
func slowly(c *finding.Case, asOf civil.Date) (late bool, days int) {
	zone := time.FixedZone("", 8*60*60)
	var due civil.Date
	open, next := false, 0
	first := day("2026-03-01")
	pending := 0 // days late of the present round
	for d := first; d <= asOf; d++ {
		if open && d > due {
			pending++
		}
		for next < len(c.Log) && civil.Of(c.Log[next].At.In(zone)) == d {
			e := c.Log[next]
			next++
			switch e.Name {
			case finding.EventIssued, finding.EventFailed:
				days, pending = days+pending, 0
				open, due = true, d+7
			case finding.EventCorrected, finding.EventPassed:
				open = false
			case finding.EventExtended:
				due, pending = d+60, 0
			case finding.EventWaived:
				open, pending = false, 0
			case finding.EventWithdrawn:
				return false, 0
			}
		}
	}
	days += pending
	return days > 0, days
}
