package standard

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// records finds a kind of records, and notes that it is read and must be complete.
func (c *compiler) records(field, code string) *Kind {
	k := c.kind(field, code, false)
	if k != nil {
		c.need.Records = appendNew(c.need.Records, code)
		c.need.complete = appendNew(c.need.complete, code)
	}
	return k
}

// subjects finds the kind of subjects that a measure is judged for, and notes that it is read and must be complete; none for an empty code, which is the estate.
func (c *compiler) subjects(code string) *Kind {
	if code == "" {
		return nil
	}
	k := c.kind("per", code, true)
	if k != nil {
		c.need.Subjects = appendNew(c.need.Subjects, code)
		c.need.complete = appendNew(c.need.complete, code)
	}
	return k
}

func (c *compiler) kind(field, code string, subject bool) *Kind {
	k := c.words.kinds[code]
	switch {
	case code == "":
		c.at(field).Add(invalid.ErrRequired, field)
	case k == nil:
		c.at(field).Add(ErrKind, invalid.Quote(code))
	case k.Subject && !subject:
		c.at(field).Add(ErrNoRecords, invalid.Quote(code))
		return nil
	case !k.Subject && subject:
		c.at(field).Add(ErrNoSubjects, invalid.Quote(code))
		return nil
	}
	return k
}

// ofKind returns the kind of subjects that records of a kind name; nil if that is not declared.
func (c *compiler) ofKind(k *Kind) *Kind {
	if k == nil || k.Of == "" {
		return nil
	}
	return c.words.kinds[k.Of]
}

// fits reports a kind of records that are about subjects of another kind than those that they are to count for: their IDs would be alike
// by chance.
func (c *compiler) fits(field string, k, per *Kind) {
	if k != nil && per != nil && k.Of != "" && k.Of != per.Code {
		c.at(field).Add(ErrOtherKind, invalid.Quote(k.Code), invalid.Quote(k.Of), invalid.Quote(per.Code))
	}
}

// event reports an event that cases of a kind cannot have.
func (c *compiler) event(field string, k *Kind, name string) {
	if k == nil {
		return
	}
	if !k.hasEvent(name) {
		c.at(field).Add(ErrEvent, invalid.Quote(name), invalid.Quote(k.Code))
		return
	}
	c.need.Events = appendNew(c.need.Events, k.Code+"."+name)
}

// lastOf moves a kind to the end of a list, so that what was done is asked for before what it was done to.
func lastOf(kinds []string, kind string) []string {
	n := len(kinds)
	kinds = slices.DeleteFunc(kinds, func(k string) bool { return k == kind })
	if len(kinds) < n {
		kinds = append(kinds, kind)
	}
	return kinds
}

// named returns the subject of a kind that has the ID, nil if there is none.
func (x *run) named(kind, id string) *Subject {
	return x.bySubject[kindID{kind, id}]
}

// stamp writes an instant in reasons, on the clocks of the standard.
func (x *run) stamp(t time.Time) string { return t.In(x.zone).Format(time.RFC3339Nano) }
