package csv

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
)

// checked is a document that reports its problems.
type checked interface{ Check(l *invalid.List) }

// check reports a document's problems, each at the cell of the field that its path
// is called in the table.
func (r *reader) check(d checked, name func(path string) string) {
	d.Check(&r.list)
	if r.list.Len() == 0 {
		return
	}
	for _, p := range problems(&r.list) {
		r.badField(name(p.Path), p.Rule, p.Args...)
	}
	r.list = invalid.List{}
}

func problems(l *invalid.List) []*invalid.FieldError {
	var e *invalid.Error
	if errors.As(l.Err(""), &e) {
		return e.Fields
	}
	return nil
}

// sameName is for documents that are called in the table as they are called.
func sameName(path string) string {
	if system, external := strings.CutPrefix(path, "externalIds."); external {
		return "externalId." + system
	}
	name, _, _ := strings.Cut(path, "[")
	return name
}

func (r *reader) takeBuilding() {
	d := r.draft.building
	d.ExternalIDs = r.draft.external
	r.check(&d, sameName)
	r.checkNew(r.buildings, "building", d.Code)
	r.checkExternal("externalId.", d.ExternalIDs)
	if !r.failed() {
		r.keepExternal(d.ExternalIDs)
		r.buildings[d.Code] = place{len(r.im.Buildings), r.row.line}
		r.im.Buildings = append(r.im.Buildings, d)
	}
}

func (r *reader) takeParty() {
	d := r.draft.party
	d.ExternalIDs = r.draft.external
	r.check(&d, sameName)
	r.checkNew(r.parties, "party", d.Code)
	r.checkExternal("externalId.", d.ExternalIDs)
	if !r.failed() {
		r.keepExternal(d.ExternalIDs)
		r.parties[d.Code] = place{len(r.im.Parties), r.row.line}
		r.im.Parties = append(r.im.Parties, d)
	}
}

func (r *reader) takeTenancy() {
	d, last := r.draft.tenancy, r.draft.last
	d.ExternalIDs = r.draft.external
	switch {
	case last.IsZero():
	case d.Term.End.IsZero(), d.Term.End == last.AddDays(1):
		d.Term.End = last.AddDays(1)
	default:
		r.badField("last", ErrTwoEnds, last.String(), d.Term.End.String())
	}
	r.takeAgreed(&d)
	r.check(&d, tenancyName)
	r.checkExternal("externalId.", d.ExternalIDs)
	for _, h := range d.Holders {
		r.check(&property.Party{Code: h.Party}, func(string) string { return "holders" })
	}
	if d.Code != "" {
		r.checkNew(r.tenancies, "tenancy", d.Code)
	}
	if r.failed() {
		return
	}
	if d.Code != "" {
		r.tenancies[d.Code] = place{len(r.im.Tenancies), r.row.line}
	}
	r.keepExternal(d.ExternalIDs)
	r.im.Tenancies = append(r.im.Tenancies, d)
}

// tenancyName returns the field a path of a tenancy is called in a table of
// tenancies.
func tenancyName(path string) string {
	switch {
	case path == "term.start":
		return "start"
	case strings.HasPrefix(path, "term"):
		return "last"
	case strings.HasPrefix(path, "agreed"):
		return agreedName(path)
	default:
		return sameName(path)
	}
}

// checkNew reports a code that an earlier row has.
func (r *reader) checkNew(seen map[string]place, what, code string) {
	if p, twice := seen[code]; twice {
		r.badField("code", ErrTwice, what, invalid.Quote(code), strconv.Itoa(p.line))
	}
}

// external is a code in another system.
type external struct{ system, code string }

// checkExternal reports codes of another system that an earlier row has.
func (r *reader) checkExternal(prefix string, ids property.ExternalIDs) {
	if len(ids) == 0 {
		return
	}
	for _, system := range slices.Sorted(maps.Keys(ids)) {
		if line, twice := r.externals[external{system, ids[system]}]; twice {
			r.badField(prefix+system, ErrTwice, system, invalid.Quote(ids[system]), strconv.Itoa(line))
		}
	}
}

// keepExternal remembers the codes of a row that is taken.
func (r *reader) keepExternal(ids property.ExternalIDs) {
	for system, code := range ids {
		r.externals[external{system, code}] = r.row.line
	}
}
