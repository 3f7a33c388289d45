package standard_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// coverCase is some shifts at a gate in three days, in quarters of an hour since the beginning.
type coverCase struct {
	shifts      []shiftCase
	asOf        int
	need        int
	open, close int // the window, in quarters of the day; closing may be beyond midnight
	planned     bool
}

type shiftCase struct {
	who         string
	from, until int // until 0: not ended
}

const (
	quarterDay  = 96
	coverCaseTo = 3 * quarterDay
)

func randomCover(r *rand.Rand) coverCase {
	c := coverCase{asOf: 1 + r.IntN(coverCaseTo+50), need: 1 + r.IntN(2), open: r.IntN(quarterDay), planned: r.IntN(3) == 0}
	c.close = c.open + 1 + r.IntN(quarterDay-1)
	for range r.IntN(10) {
		s := shiftCase{who: []string{"Li", "Wang", "Zhao", ""}[r.IntN(4)], from: r.IntN(coverCaseTo)}
		if r.IntN(4) > 0 {
			s.until = s.from + 1 + r.IntN(60)
		}
		c.shifts = append(c.shifts, s)
	}
	return c
}

// here reports how many people are at the gate in a quarter of an hour: different ones, and each of those who are not named.
func (c *coverCase) here(at int) int {
	people := map[string]bool{}
	for i, s := range c.shifts {
		until := s.until
		switch {
		case until > 0:
		case c.planned:
			until = coverCaseTo
		default:
			until = c.asOf
		}
		if !c.planned && s.from > c.asOf || at < s.from || at >= until {
			continue
		}
		who := s.who
		if who == "" {
			who = fmt.Sprint("nobody ", i)
		}
		people[who] = true
	}
	return len(people)
}

// slow looks at each quarter of an hour of each window.
func (c *coverCase) slow() (n standard.Counts) {
	for day := -1; day < 3; day++ {
		from, to := max(day*quarterDay+c.open, 0), min(day*quarterDay+c.close, coverCaseTo)
		if from >= to {
			continue
		}
		short, late := false, false
		for at := from; at < to; at++ {
			switch {
			case at >= c.asOf && !c.planned:
				late = true
			case c.here(at) < c.need:
				short = true
			}
		}
		n.Total++
		switch {
		case short:
			n.Breached++
		case late:
			n.Pending++
		default:
			n.Met++
		}
	}
	return n
}

// FuzzCover: of any shifts the windows are manned as a slow look at each quarter of an hour says, in whatever order the records are.
func FuzzCover(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed)
	}
	words := dutyWords(f)
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 11))
		c := randomCover(r)
		clock := func(q int) string { return fmt.Sprintf("%02d:%02d", q/4%24, q%4*15) }
		source := map[bool]string{false: "shift", true: "rosterEntry"}[c.planned]
		rules := mustCompile(t, clausesOf(t, "", coverClause("C", fmt.Sprintf(
			`{"posts": [{"post": "gate", "people": "%d"}], "window": "%s/%s", "source": %q, "planned": %t}`, c.need, clock(c.open), clock(c.close), source, c.planned,
		))), words)
		start := clockAt(t, "2025-03-03")
		at := func(q int) time.Time { return start.Add(time.Duration(q) * 15 * time.Minute) }
		e := standard.Evidence{
			AsOf: at(c.asOf), Zone: "Asia/Shanghai", Start: standard.MustParsePoint("2025-03-03"), End: standard.MustParsePoint("2025-03-06"),
			Complete: []standard.Complete{{Kind: "*", From: standard.MustParsePoint("2025-03-03"), To: standard.MustParsePoint("2025-03-10")}},
		}
		for i, s := range c.shifts {
			rec := standard.Record{ID: fmt.Sprint(i), Kind: source, At: at(s.from), Actor: s.who, Fields: []standard.Field{{Name: "post", Value: "gate"}}}
			if s.until > 0 {
				rec.Until = at(s.until)
			}
			e.Records = append(e.Records, rec)
		}
		report, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.Equal(t, c.slow(), report.Clauses[0].Parts[0].Counts)
		r.Shuffle(len(e.Records), func(i, k int) { e.Records[i], e.Records[k] = e.Records[k], e.Records[i] })
		again, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(report, again), "the order of the records means nothing")
	})
}
