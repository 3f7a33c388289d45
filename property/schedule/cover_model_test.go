package schedule_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// minuteOf is what the slow model says of a minute: the day whose window needs the post, unset for none, and who is
// there.
type minuteOf struct {
	day  civil.Date
	here int
}

// slowCover looks at each minute alone: does a window that opened today, or yesterday, hold it; who is there. It knows
// weekdays and windows, and clocks that are never set.
func slowCover(post schedule.Post, rows []schedule.Attendance, from, to time.Time) []minuteOf {
	var out []minuteOf
	for t := from; t.Before(to); t = t.Add(time.Minute) {
		m := minuteOf{day: slowDay(post, t)}
		people := map[string]bool{}
		for _, a := range rows {
			if a.Post == post.Code && !t.Before(a.Start) && t.Before(a.End) {
				people[a.Person] = true
			}
		}
		m.here = len(people)
		out = append(out, m)
	}
	return out
}

// slowDay returns the day whose window holds a minute: that of the window that opened first.
func slowDay(post schedule.Post, t time.Time) civil.Date {
	today := civil.Of(t)
	for _, d := range []civil.Date{today - 1, today} {
		if len(post.Weekdays) > 0 && !slices.Contains(post.Weekdays, worktime.WeekdayOf(d)) {
			continue
		}
		minute := t.Hour()*60 + t.Minute() + civil.DayMinutes*int(today-d)
		if len(post.Windows) == 0 && d == today {
			return d
		}
		for _, w := range post.Windows {
			if open, end := w.Minutes(); open <= minute && minute < end {
				return d
			}
		}
	}
	return 0
}

// minutes spreads the shortages and the staffings of a coverage over the minutes of a span.
func coverMinutes(t *testing.T, c *schedule.Coverage, post schedule.Post, from, to time.Time) []minuteOf {
	t.Helper()
	out := make([]minuteOf, int(to.Sub(from)/time.Minute))
	for s := range c.Staffings() {
		require.Equal(t, post.Code, s.Post)
		for at := s.Start; at.Before(s.End); at = at.Add(time.Minute) {
			k := int(at.Sub(from) / time.Minute)
			require.Zero(t, out[k].day, "a minute stands there once")
			out[k] = minuteOf{s.Day, len(s.People)}
		}
	}
	return out
}

func randomPost(r *rand.Rand) schedule.Post {
	post := schedule.Post{Code: "gate", People: 1 + r.IntN(3)}
	for range r.IntN(3) {
		open := r.IntN(48) * 30
		post.Windows = append(post.Windows, civil.MustParseWindow(fmt.Sprintf("%02d:%02d/%02d:%02d", open/60, open%60, (open/60+1+r.IntN(22))%24, open%60)))
	}
	for d := worktime.Monday; d <= worktime.Sunday; d++ {
		if r.IntN(3) == 0 {
			post.Weekdays = append(post.Weekdays, d)
		}
	}
	return post
}

func randomRows(r *rand.Rand, n int) []schedule.Attendance {
	var rows []schedule.Attendance
	for range n {
		start := planAt("2025-03-01").Add(time.Duration(r.IntN(5*24*60)) * time.Minute)
		rows = append(rows, schedule.Attendance{
			Person: fmt.Sprint("p", r.IntN(4)), Post: []string{"gate", "gate", "gate", "room"}[r.IntN(4)],
			Start: start, End: start.Add(time.Duration(1+r.IntN(24*60)) * time.Minute),
		})
	}
	return rows
}

// FuzzCover: as a look at each minute says; the order of the sheet means nothing; a stretch that is cut in two is the
// same; a further row never opens a shortage; a span is its parts; the sums are those of the rows.
func FuzzCover(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed)
	}
	calendars := planCalendars(f)
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 7))
		post := randomPost(r)
		m, err := schedule.CompilePosts(schedule.Posts{Code: "s", Calendar: "guards", Posts: []schedule.Post{post}}, calendars)
		require.NoError(t, err)
		from := planAt("2025-03-01").Add(time.Duration(r.IntN(24*60)) * time.Minute)
		to := from.Add(time.Duration(1+r.IntN(3*24*60)) * time.Minute)
		rows := randomRows(r, r.IntN(12))
		c, err := m.Cover(schedule.Sheet{Attendance: rows}, from, to)
		require.NoError(t, err)

		want := slowCover(post, rows, from, to)
		for i := range want {
			if want[i].day == 0 {
				want[i].here = 0
			}
		}
		require.Equal(t, want, coverMinutes(t, c, post, from, to))
		requireShortages(t, c, post, want, from)

		require.Empty(t, cmp.Diff(everything(c), everything(sameCover(t, m, r, rows, from, to))))
		mid := from.Add(to.Sub(from) / 2).Truncate(time.Minute)
		if from.Before(mid) {
			requireParts(t, m, c, rows, from, mid, to)
		}
		more, err := m.Cover(schedule.Sheet{Attendance: append(slices.Clone(rows), randomRows(r, 1)...)}, from, to)
		require.NoError(t, err)
		requireNotShorter(t, c, more)
	})
}

// everything is all that a coverage says, but for the shape of its staffings.
func everything(c *schedule.Coverage) []any {
	return []any{slices.Collect(c.Shortages()), slices.Collect(c.Staffings()), c.Faults(), c.Summary()}
}

// sameCover is the coverage of the same sheet in another order, with stretches cut in two.
func sameCover(t *testing.T, m *schedule.Manning, r *rand.Rand, rows []schedule.Attendance, from, to time.Time) *schedule.Coverage {
	t.Helper()
	var cut []schedule.Attendance
	for _, a := range rows {
		mid := a.Start.Add(time.Duration(r.Int64N(int64(a.End.Sub(a.Start)))))
		if r.IntN(2) == 0 && a.Start.Before(mid) {
			first := a
			first.End, a.Start = mid, mid
			cut = append(cut, first)
		}
		cut = append(cut, a)
	}
	// Rows at a post that the document does not have are listed as they stand on the sheet.
	cut = slices.DeleteFunc(cut, func(a schedule.Attendance) bool { return a.Post != "gate" })
	for _, a := range rows {
		if a.Post != "gate" {
			cut = append(cut, a)
		}
	}
	r.Shuffle(len(cut), func(i, k int) { cut[i], cut[k] = cut[k], cut[i] })
	c, err := m.Cover(schedule.Sheet{Attendance: cut}, from, to)
	require.NoError(t, err)
	return c
}

// requireShortages: the shortages are the minutes with too few, in stretches that cannot be joined, and add up.
func requireShortages(t *testing.T, c *schedule.Coverage, post schedule.Post, want []minuteOf, from time.Time) {
	t.Helper()
	got := make([]bool, len(want))
	var last schedule.Shortage
	n, length := 0, time.Duration(0)
	for s := range c.Shortages() {
		require.True(t, s.Start.Before(s.End))
		require.False(t, s.Start.Equal(last.End) && s.Day == last.Day && s.Present == last.Present, "two that are one")
		for at := s.Start; at.Before(s.End); at = at.Add(time.Minute) {
			k := int(at.Sub(from) / time.Minute)
			require.Equal(t, want[k], minuteOf{s.Day, s.Present})
			got[k] = true
		}
		last, n, length = s, n+1, length+s.End.Sub(s.Start)
	}
	for i, m := range want {
		require.Equal(t, m.day != 0 && m.here < post.People, got[i])
	}
	sum := c.Summary()[0]
	require.Equal(t, n, sum.Shortages)
	require.Equal(t, fmt.Sprint(int(length/time.Second)), sum.Short.Text)
}

// requireParts: the shortages of a span are those of its halves, cut where they meet.
func requireParts(t *testing.T, m *schedule.Manning, whole *schedule.Coverage, rows []schedule.Attendance, from, mid, to time.Time) {
	t.Helper()
	var parts []schedule.Shortage
	for _, span := range [][2]time.Time{{from, mid}, {mid, to}} {
		c, err := m.Cover(schedule.Sheet{Attendance: rows}, span[0], span[1])
		require.NoError(t, err)
		for s := range c.Shortages() {
			n := len(parts)
			if n > 0 && parts[n-1].End.Equal(s.Start) && s.Start.Equal(mid) && parts[n-1].Day == s.Day && parts[n-1].Present == s.Present {
				parts[n-1].End = s.End
				continue
			}
			parts = append(parts, s)
		}
	}
	require.Empty(t, cmp.Diff(slices.Collect(whole.Shortages()), parts))
}

// requireNotShorter: what was short is as short or less, and nothing else is.
func requireNotShorter(t *testing.T, before, after *schedule.Coverage) {
	t.Helper()
	for s := range after.Shortages() {
		for at := s.Start; at.Before(s.End); at = at.Add(time.Minute) {
			require.True(t, wasShort(before, at, s.Present), "%s", at)
		}
	}
}

func wasShort(c *schedule.Coverage, at time.Time, present int) bool {
	for s := range c.Shortages() {
		if !at.Before(s.Start) && at.Before(s.End) {
			return s.Present <= present
		}
	}
	return false
}

// FuzzPosts: no document makes reading, compiling or looking fail in another way than by an error; every derivation
// replays.
func FuzzPosts(f *testing.F) {
	f.Add([]byte(`{"code": "s", "calendar": "guards", "posts": [{"code": "gate", "people": 1, "shifts": ["night", "early"]}]}`), []byte(`{"attendance": [{"person": "Li", "post": "gate", "start": "2025-03-01T22:00:00+08:00"}], "asOf": "2025-03-02T12:00:00+08:00"}`))
	f.Add([]byte(`{"code": "s", "calendar": "estate", "posts": [{"code": "gate", "people": 2, "windows": ["22:00/06:00", "05:00/07:00"], "days": "rest", "season": "11-15/03-15"}]}`), []byte(`{"attendance": []}`))
	calendars := planCalendars(f)
	f.Fuzz(func(t *testing.T, posts, sheet []byte) {
		doc, err := invalid.Decode[schedule.Posts](posts, "posts")
		if err != nil {
			return
		}
		m, err := schedule.CompilePosts(doc, calendars)
		if err != nil {
			return
		}
		rows, err := invalid.Decode[schedule.Sheet](sheet, "sheet")
		if err != nil {
			return
		}
		c, err := m.Cover(rows, planAt("2025-03-01 12:00"), planAt("2025-03-03 12:00"))
		require.NoError(t, err)
		for s := range c.Shortages() {
			require.Less(t, s.Present, s.Need)
			why, ok := c.Why(s.Post, s.Day)
			require.True(t, ok)
			require.NoError(t, why.Check())
			require.Equal(t, "false", why.Value.Text)
		}
	})
}
