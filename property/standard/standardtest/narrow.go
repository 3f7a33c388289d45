package standardtest

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/standard"
)

func find(list []standard.Clause, id string) *standard.Clause {
	i := slices.IndexFunc(list, func(c standard.Clause) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return &list[i]
}

// narrowed returns the standard with one clause, those whose counts it reads before it, and their parameters.
func narrowed(s standard.Standard, c *standard.Clause) standard.Standard {
	out := s
	out.Profiles, out.Aliases, out.Relations = nil, nil, nil
	out.Clauses = nil
	addRead(&out.Clauses, s.Clauses, c)
	text := ""
	for i := range out.Clauses {
		text += written(&out.Clauses[i])
	}
	used := regexp.MustCompile(`\$[^"/,]+`).FindAllString(text, -1)
	out.Params = nil
	for _, p := range s.Params {
		if slices.Contains(used, "$"+p.Name) {
			out.Params = append(out.Params, p)
		}
	}
	return out
}

// addRead adds a clause behind those whose counts it reads: figures such as "MAINT-01.met".
func addRead(out *[]standard.Clause, all []standard.Clause, c *standard.Clause) {
	if find(*out, c.ID) != nil {
		return
	}
	for i := range c.Measures {
		t := c.Measures[i].Threshold
		if t == nil {
			continue
		}
		for _, l := range t.Limits {
			for _, figure := range []string{l.Figure, l.OutOf, strings.TrimPrefix(l.Value, "@")} {
				address, _, _ := strings.Cut(figure, ".")
				id, _, _ := strings.Cut(address, "/")
				if other := find(all, id); other != nil && id != c.ID {
					addRead(out, all, other)
				}
			}
		}
	}
	*out = append(*out, *c)
}

// written returns what a clause measures as JSON. What cannot be written reads nothing.
func written(c *standard.Clause) string {
	text, err := json.Marshal(standard.Clause{When: c.When, Measures: c.Measures})
	if err != nil {
		return ""
	}
	return string(text)
}
