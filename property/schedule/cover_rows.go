package schedule

import (
	"iter"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
)

// Shortage is a stretch in which too few persons were at a post (缺岗), half-open. It lies within the windows of
// one day, of which those that meet are one, and all through it the same number is missing.
type Shortage struct {
	// Post is the code of the post.
	Post string `json:"post"`
	// Day is the day it belongs to: the one on which the window opened.
	Day civil.Date `json:"day"`
	// Start is when it began, End when it was over.
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
	// Need is how many persons must be there, Present how many were.
	Need    int `json:"need"`
	Present int `json:"present"`
}

// Staffing is a stretch in which the same persons were at a post (在岗), half-open; enough of them or not.
type Staffing struct {
	// Post is the code of the post.
	Post string `json:"post"`
	// Day is the day it belongs to: the one on which the window opened.
	Day civil.Date `json:"day"`
	// Start is when it began, End when it was over.
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
	// Need is how many persons must be there.
	Need int `json:"need"`
	// People are who was, in order.
	People []string `json:"people,omitempty"`
}

// PostCover is what a span comes to at one post. Lengths are in seconds, of which the exact figure stands there.
type PostCover struct {
	// Post is the code of the post.
	Post string `json:"post"`
	// Required is for how long it had to be manned, as far as that is over: the sum of Manned and Short.
	Required explain.Value `json:"required"`
	// Manned is for how long enough persons were there, Short for how long not.
	Manned explain.Value `json:"manned"`
	Short  explain.Value `json:"short"`
	// Pending is for how long it must be manned that is not over yet.
	Pending explain.Value `json:"pending"`
	// Shortages is the number of shortages, Longest the length of the longest.
	Shortages int           `json:"shortages"`
	Longest   explain.Value `json:"longest"`
}

// staffing is a stretch within a watch in which nobody comes or leaves.
type staffing struct {
	watch
	there []int // valid until the next
}

// staffings yields the stretches of a post that are over.
func (c *Coverage) staffings(i int) iter.Seq[staffing] {
	p := &c.manning.posts[i]
	return func(yield func(staffing) bool) {
		s := sweep{rest: c.arrivals[i]}
		// What the calendar does not know was reported by Cover.
		for w := range c.watches(p, func(error) {}) {
			end := earlierTime(w.end, c.judged)
			for t := w.start; t.Before(end); {
				s.to(t)
				next := s.until(end)
				if !yield(staffing{watch{w.day, t, next}, s.there}) {
					return
				}
				t = next
			}
		}
	}
}

// Shortages yields the stretches in which too few persons were at a post: post by post in the order of the document,
// each in the order of time. A post that is empty over several days has one on each.
func (c *Coverage) Shortages() iter.Seq[Shortage] {
	return func(yield func(Shortage) bool) {
		for i := range c.manning.posts {
			for s := range c.shortages(i) {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// shortages yields those of one post. Stretches that meet in a window, and have as many persons, are one.
func (c *Coverage) shortages(i int) iter.Seq[Shortage] {
	p := &c.manning.posts[i]
	return func(yield func(Shortage) bool) {
		var last Shortage
		for s := range c.staffings(i) {
			if last.Need > 0 && last.Day == s.day && last.End.Equal(s.start) && last.Present == len(s.there) {
				last.End = s.end
				continue
			}
			if last.Need > 0 && !yield(last) {
				return
			}
			last = Shortage{}
			if len(s.there) < p.People {
				last = Shortage{p.Code, s.day, s.start, s.end, p.People, len(s.there)}
			}
		}
		if last.Need > 0 {
			yield(last)
		}
	}
}

// Staffings yields who was at which post when, as far as posts must be manned: post by post in the order of the
// document, each in the order of time. A stretch in which nobody was there has no people.
func (c *Coverage) Staffings() iter.Seq[Staffing] {
	return func(yield func(Staffing) bool) {
		for i := range c.manning.posts {
			p := &c.manning.posts[i]
			for s := range c.staffings(i) {
				if !yield(Staffing{p.Code, s.day, s.start, s.end, p.People, c.names(s.there)}) {
					return
				}
			}
		}
	}
}

// names returns the names of people, in order; nil for none.
func (c *Coverage) names(people []int) []string {
	var out []string
	for _, k := range people {
		out = append(out, c.people[k])
	}
	return out
}

// Summary returns what the span comes to at each post, in the order of the document.
func (c *Coverage) Summary() []PostCover {
	var out []PostCover
	for i := range c.manning.posts {
		p := &c.manning.posts[i]
		var required, short, pending, longest time.Duration
		for w := range c.watches(p, func(error) {}) {
			over := max(earlierTime(w.end, c.judged).Sub(w.start), 0)
			required += over
			pending += w.end.Sub(w.start) - over
		}
		n := 0
		for s := range c.shortages(i) {
			n++
			short += s.End.Sub(s.Start)
			longest = max(longest, s.End.Sub(s.Start))
		}
		out = append(out, PostCover{
			p.Code, explain.Seconds(required), explain.Seconds(required - short), explain.Seconds(short), explain.Seconds(pending), n, explain.Seconds(longest),
		})
	}
	return out
}
