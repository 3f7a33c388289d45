package main

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/schedule"
)

// manning writes what each post comes to, the stretches with too few people, and what is odd about the attendance.
func (r *report) manning() error {
	if r.cover == nil {
		return nil
	}
	names := map[string]string{}
	r.Section(textPosts)
	t := cli.Table{Right: []bool{false, true, true, true, true, true, true}}
	r.titles(&t, textPost, textPeople, textRequired, textShort, textManned, textGaps, textLongest)
	for i, c := range r.cover.Summary() {
		p := &r.program.Posts.Posts[i]
		names[p.Code] = r.named(p.Code, p.Name)
		var lengths [3]time.Duration
		for k, v := range []explain.Value{c.Required, c.Short, c.Longest} {
			var err error
			if lengths[k], err = length(v); err != nil {
				return err
			}
		}
		required, short, longest := lengths[0], lengths[1], lengths[2]
		share := "–"
		if required >= time.Second {
			share = cli.Percent(int((required-short)/time.Second), int(required/time.Second)) + "%"
		}
		t.Add(names[p.Code], cli.Count(p.People), hours(required), hours(short), share, cli.Count(c.Shortages), hours(longest))
	}
	r.table(&t)
	r.shortages(names)
	return nil
}

// shortages writes the stretches, and then the attendance that cannot be so.
func (r *report) shortages(names map[string]string) {
	n := 0
	for s := range r.cover.Shortages() {
		if n++; n <= most {
			r.Say(textShortage, names[s.Post], s.Day.String(), r.clock(s.Start), r.clock(s.End), strconv.Itoa(s.Present), strconv.Itoa(s.Need))
		}
	}
	for _, f := range r.faults() {
		if n++; n <= most {
			r.Say(faultLabel(f.Kind), f.Person, strings.Join(f.Posts, ", "), r.clock(f.Start), r.clock(f.End))
		}
	}
	r.more(n, "gaps.csv")
}

// faults returns what cannot be so, or must not be, of the attendance of the month, as far as it is over.
func (j *judgement) faults() []schedule.RosterFault {
	return slices.DeleteFunc(j.cover.Faults(), func(f schedule.RosterFault) bool {
		begins := !f.Start.Before(j.to) || f.Start.After(j.asOf)
		return begins || !f.End.IsZero() && !f.End.After(j.from) && f.Start.Before(j.from)
	})
}

// length reads a length of a cover, which is in seconds.
func length(v explain.Value) (time.Duration, error) {
	n, ok := explain.Number(v.Text)
	if !ok {
		return 0, fmt.Errorf("%s is no length", v.Text)
	}
	nanos := new(big.Int).Mul(n.Num(), big.NewInt(int64(time.Second)))
	return time.Duration(nanos.Quo(nanos, n.Denom()).Int64()), nil
}

func faultLabel(k schedule.RosterFaultKind) explain.Label {
	switch k {
	case schedule.TwoPosts:
		return textTwoPosts
	case schedule.UnknownPost:
		return textUnknownPost
	case schedule.NoPerson:
		return textNoPerson
	case schedule.NoTime:
		return textNoTime
	case schedule.Unskilled:
	}
	return textUnskilled
}
