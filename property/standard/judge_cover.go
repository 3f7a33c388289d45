package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// coverJudge judges whether posts were manned: a row for each post and window of a day.
type coverJudge struct {
	per    string
	where  conditions
	posts  []coverPost
	source string
	of     string // the kind of subjects whose fields the conditions may read, where the posts are of the estate
	with   conditions
	// planned says that the records are a plan, which is judged for the time to come too.
	planned bool
	// ends are those of the span; isSpan is false where it is the period of the evidence.
	ends   [2]term
	isSpan bool
	// windows are the parts of the day, or the whole day.
	windows []civil.Window
	days    schedule.Days
}

// coverPost is a post and how many people it needs.
type coverPost struct {
	code   string
	people term
}

// postField is the field of a shift that names the post.
const postField = "post"

func (c *compiler) cover(d *Cover) *coverJudge {
	j := coverJudge{per: d.Per, source: d.Source, planned: d.Planned, days: d.Days}
	subject := c.subjects(d.Per)
	j.where = c.conditions("where", d.Where, nil, subject)
	c.shifts(&j, d, subject)
	j.posts = c.posts(d.Posts, subject)
	if len(d.Span) > 0 {
		j.ends, j.isSpan = c.ends("span", d.Span, subject), true
	}
	j.windows = c.windows("window", d.Window)
	if d.Window == "" {
		j.windows = []civil.Window{civil.MustParseWindow("00:00/24:00")}
	}
	slices.SortFunc(j.windows, func(a, b civil.Window) int { return a.Open().Minute() - b.Open().Minute() })
	if d.Days != 0 {
		_, err := d.Days.MarshalText()
		c.at("days").Take(err)
	}
	return &j
}

// shifts compiles the records that say who was at which post.
func (c *compiler) shifts(j *coverJudge, d *Cover, subject *Kind) {
	kind := c.records("source", d.Source)
	if kind == nil {
		return
	}
	c.fits("source", kind, subject)
	of := subject
	if d.Per == "" {
		of = c.ofKind(kind)
		j.of = kindCode(of)
	}
	j.with = c.conditions("with", d.With, kind, of)
	if t := c.term("source", "@"+postField, Text, kind, of); t.known && t.typ != Text {
		c.at("source").Add(ErrNoText, postField, invalid.Quote(d.Source))
	}
}

func (c *compiler) posts(docs []Post, subject *Kind) []coverPost {
	if len(docs) == 0 {
		c.at("posts").Add(ErrFew, "1")
	}
	var out []coverPost
	for i, d := range docs {
		c.within("posts", i, func() {
			switch {
			case d.Post == "":
				c.at("post").Add(invalid.ErrRequired, "post")
			case slices.ContainsFunc(docs[:i], func(o Post) bool { return o.Post == d.Post }):
				c.at("post").Add(ErrTwice, invalid.Quote(d.Post))
			}
			out = append(out, coverPost{d.Post, c.people(d.People, subject)})
		})
	}
	return out
}

// people compiles how many people a post needs: a whole number of one or more, or a field that says so.
func (c *compiler) people(value string, subject *Kind) term {
	if value == "" {
		c.at("people").Add(invalid.ErrRequired, "people")
		return term{}
	}
	t := c.term("people", value, Number, nil, subject)
	switch {
	case !t.known:
	case t.typ != Number:
		c.at("people").Add(ErrNoNumber, invalid.Quote(t.name), invalid.Quote(kindCode(subject)))
	case t.from == fromLiteral && t.value.num.IsSet() && (!t.value.num.IsWhole() || t.value.num.Sign() <= 0):
		c.at("people").Add(ErrPeople, t.text)
	}
	return t
}

func (j *coverJudge) rows(x *run, yield func(*Row) bool) {
	w := watching{coverJudge: j, x: x, yield: yield}
	x.population(j.per, w.judge)
}
