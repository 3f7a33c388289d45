package sla_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
)

// scene is a random promise, a case of it and an instant.
type scene struct {
	random
	m       *model
	promise sla.Promise
	clock   *sla.Clock
	k       sla.Case
	first   int
	now     time.Time
}

// scenes calls a function with random ones, every fourth of them around a year whose holidays are not known.
func scenes(t *testing.T, rounds uint64, each func(s *scene)) {
	t.Helper()
	known := calendars(t)
	near := &model{from: at("2026-02-02 00:00")}
	far := &model{from: at("2026-12-07 00:00")}
	for seed := range rounds {
		s := &scene{random: newRandom(seed + 1<<32), m: near}
		if seed%4 == 0 {
			s.m = far
		}
		s.promise = s.random.promise(s.m == far)
		for i := range s.promise.Milestones {
			s.promise.Milestones[i].Levels = []sla.Level{
				{Code: "soon", Before: civil.MustParseSpan("PT30M")}, {Code: "late", After: civil.MustParseSpan("PT1H"), Within: "hours"},
			}
		}
		clock, err := sla.Compile(s.promise, known)
		require.NoError(t, err)
		s.clock = clock
		s.k, s.first = s.kase(s.m)
		s.now = s.m.instant(s.first - 60 + s.IntN(8*24*60)).Add(time.Duration(s.IntN(60)) * time.Second)
		each(s)
	}
}

func (s *scene) judge() []sla.Verdict { return s.clock.Evaluate(nil, &s.k, s.now) }

// TestOrderOfTheLog gives the same events in another order, some of them at one instant.
func TestOrderOfTheLog(t *testing.T) {
	scenes(t, 1500, func(s *scene) {
		if n := len(s.k.Log); n > 1 { // two at one instant, told apart by their numbers
			s.k.Log[0].At = s.k.Log[n-1].At
		}
		want := s.judge()
		for range 3 {
			s.Shuffle(len(s.k.Log), func(i, j int) { s.k.Log[i], s.k.Log[j] = s.k.Log[j], s.k.Log[i] })
			require.Empty(t, cmp.Diff(want, s.judge()), "%+v", s.k)
		}
	})
}

// TestEvaluateChangesNothing: the case is as it was, and one verdict a milestone is appended.
func TestEvaluateChangesNothing(t *testing.T) {
	scenes(t, 500, func(s *scene) {
		before := sla.Case{ID: s.k.ID, Category: s.k.Category, Fields: slices.Clone(s.k.Fields), Log: slices.Clone(s.k.Log)}
		kept := sla.Verdict{Milestone: "kept"}
		verdicts := s.clock.Evaluate([]sla.Verdict{kept}, &s.k, s.now)
		require.Len(t, verdicts, 1+len(s.promise.Milestones))
		require.Equal(t, kept, verdicts[0])
		for i, m := range s.promise.Milestones {
			require.Equal(t, m.Code, verdicts[i+1].Milestone)
		}
		require.Empty(t, cmp.Diff(before, s.k))
		require.Empty(t, cmp.Diff(verdicts[1:], s.judge()), "asked again, the same")
		require.Equal(t, s.promise, s.clock.Promise())
	})
}

// TestLaterEvents: what happens after now has not happened.
func TestLaterEvents(t *testing.T) {
	scenes(t, 1000, func(s *scene) {
		want := s.judge()
		past := slices.DeleteFunc(slices.Clone(s.k.Log), func(e flow.Event) bool { return e.At.After(s.now) })
		s.k.Log = past
		require.Empty(t, cmp.Diff(want, s.judge()))
		for _, name := range []string{"reported", "paused", "resolved", "reopened", "cancelled", "waived"} {
			s.k.Log = append(s.k.Log, flow.Event{At: s.now.Add(time.Nanosecond), Name: name, Reason: "owner"})
		}
		require.Empty(t, cmp.Diff(want, s.judge()))
	})
}

// TestBreachedStays: with time alone nothing late comes into time again, and nothing done is undone.
func TestBreachedStays(t *testing.T) {
	breached := 0
	scenes(t, 1500, func(s *scene) {
		s.k.Log = slices.DeleteFunc(s.k.Log, func(e flow.Event) bool { return e.At.After(s.now) })
		last := s.judge()
		for range 6 {
			s.now = s.now.Add(time.Duration(1+s.IntN(36*60)) * time.Minute)
			verdicts := s.judge()
			for i, v := range verdicts {
				was := last[i]
				switch was.State {
				case sla.Breached:
					breached++
					require.Equal(t, sla.Breached, v.State, "%+v then %+v\n%+v\n%+v", was, v, s.promise.Milestones[i], s.k)
					require.Equal(t, was.Due, v.Due)
				case sla.Met:
					require.Empty(t, cmp.Diff(was, v))
				case sla.Waived:
					require.Equal(t, sla.Waived, v.State)
					require.Equal(t, was.Reason, v.Reason)
				case sla.Paused, sla.Running, sla.Unknown:
					require.NotEqual(t, sla.Met, v.State)
				}
				if !was.Due.IsZero() && !v.Due.IsZero() {
					require.False(t, v.Due.Before(was.Due), "a forecast only moves on: %+v then %+v", was, v)
				}
			}
			last = verdicts
		}
	})
	require.Greater(t, breached, 1000)
}

// TestMorePause: another stop never brings a deadline forward.
func TestMorePause(t *testing.T) {
	moved := 0
	known := calendars(t)
	scenes(t, 3000, func(s *scene) {
		// Ends that a stop shares with the fulfilment would change more than the stops.
		s.promise.Stops = append(s.promise.Stops, sla.Stop{Code: "more", From: "more", Until: []string{"no more"}})
		for i := range s.promise.Milestones {
			s.promise.Milestones[i].Stops = append(s.promise.Milestones[i].Stops, "more")
		}
		clock, err := sla.Compile(s.promise, known)
		require.NoError(t, err)
		before := clock.Evaluate(nil, &s.k, s.now)
		from := s.m.instant(s.first + s.IntN(3*24*60))
		s.k.Log = append(s.k.Log, flow.Event{At: from, Name: "more", Seq: 100})
		if s.maybe(70) {
			s.k.Log = append(s.k.Log, flow.Event{At: from.Add(time.Duration(s.IntN(2*24*60)) * time.Minute), Name: "no more", Seq: 101})
		}
		for i, v := range clock.Evaluate(nil, &s.k, s.now) {
			was := before[i]
			if was.Due.IsZero() || v.Due.IsZero() {
				continue
			}
			require.False(t, v.Due.Before(was.Due), "%+v\n%+v\n%+v\n%+v", was, v, s.promise.Milestones[i], s.k)
			require.Equal(t, was.OriginalDue, v.OriginalDue)
			require.GreaterOrEqual(t, v.Paused, was.Paused)
			require.LessOrEqual(t, v.Counted, was.Counted)
			if v.Due.After(was.Due) {
				moved++
			}
		}
	})
	require.Greater(t, moved, 300)
}

// TestLengths: what counted and what was stopped is no more than the time around the clock, and for a limit
// around the clock it is all of it; the deadline is that of the limit.
func TestLengths(t *testing.T) {
	scenes(t, 1500, func(s *scene) {
		for i, v := range s.judge() {
			if v.Due.IsZero() {
				require.Zero(t, v.Counted)
				require.Zero(t, v.Paused)
				continue
			}
			require.GreaterOrEqual(t, v.Counted, sla.Length(0))
			require.GreaterOrEqual(t, v.Paused, sla.Length(0))
			require.LessOrEqual(t, v.Counted+v.Paused, v.Wall)
			require.Equal(t, sla.Length(v.Due.Sub(v.At)), v.Margin())
			if v.Limit == 0 {
				require.Equal(t, v.OriginalDue, v.Due, "no stop moves a field")
				continue
			}
			limit := s.promise.Milestones[i].Limits[v.Limit-1]
			if limit.In == sla.Wall {
				require.Equal(t, v.Wall, v.Counted+v.Paused)
			}
			if limit.Span.Seconds() > 0 {
				want := sla.Length(limit.Span.Seconds()) * sla.Length(time.Second)
				if v.State == sla.Breached {
					require.GreaterOrEqual(t, v.Counted, want)
				} else {
					require.LessOrEqual(t, v.Counted, want)
				}
			}
			require.False(t, v.Due.Before(v.OriginalDue))
		}
	})
}

// TestNoticesAgree: the level of a verdict is the last notice that was reached, and notices name instants from
// the start on.
func TestNoticesAgree(t *testing.T) {
	scenes(t, 1500, func(s *scene) {
		notices := s.clock.AppendNotices(nil, &s.k, s.now)
		for _, v := range s.judge() {
			level, last := "", time.Time{}
			for _, n := range notices {
				if n.Milestone != v.Milestone {
					continue
				}
				require.Equal(t, !n.At.After(v.At), n.Reached)
				require.False(t, v.Due.IsZero())
				if n.Reached && !n.At.Before(last) {
					level, last = n.Level, n.At
				}
			}
			require.Equal(t, level, v.Level, "%+v", v)
		}
	})
}

// TestNote: what is told to the customer changes nothing.
func TestNote(t *testing.T) {
	scenes(t, 500, func(s *scene) {
		want := s.judge()
		for _, reason := range []string{"", "owner", "parts", "told the owner why"} {
			s.k.Log = append(s.k.Log, flow.Event{At: s.m.instant(s.first + s.IntN(3*24*60)), Name: "note", Reason: reason, Note: "已告知业主"})
		}
		require.Empty(t, cmp.Diff(want, s.judge()))
	})
}

// TestLocation: the zone in which instants are given changes no verdict.
func TestLocation(t *testing.T) {
	zone := time.FixedZone("", -11*60*60)
	scenes(t, 300, func(s *scene) {
		want := s.judge()
		s.k.Log = slices.Clone(s.k.Log)
		for i := range s.k.Log {
			s.k.Log[i].At = s.k.Log[i].At.In(zone)
		}
		for i, f := range s.k.Fields {
			if !f.At.IsZero() {
				s.k.Fields[i].At = f.At.In(zone)
			}
		}
		s.now = s.now.In(time.UTC)
		require.Empty(t, cmp.Diff(want, s.judge()))
	})
}
