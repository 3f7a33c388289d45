package property_test

import (
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// on is a day in a test.
func on(s string) civil.Date { return civil.MustParse(s) }

// term is a stretch of days in a test; without end it goes on.
func term(start, end string) civil.Period {
	p := civil.Period{Start: on(start)}
	if end != "" {
		p.End = on(end)
	}
	return p
}

// by lists holders "A" or "A:1/3".
func by(parties ...string) []property.Holder {
	out := make([]property.Holder, len(parties))
	for i, p := range parties {
		out[i].Party = p
		for k := range p {
			if p[k] == ':' {
				out[i] = property.Holder{Party: p[:k], Share: property.MustParseShare(p[k+1:])}
			}
		}
	}
	return out
}

func owned(unit, start, end string, parties ...string) property.Tenancy {
	return property.Tenancy{Unit: unit, Kind: property.Ownership, Holders: by(parties...), Term: term(start, end)}
}

// let is a lease; pays may be nil.
func let(unit, start, end, tenant string, pays ...string) property.Tenancy {
	return property.Tenancy{Unit: unit, Kind: property.Lease, Holders: by(tenant), Term: term(start, end), Pays: pays}
}

func gross(area string) civil.History[property.Areas] {
	return civil.Always(property.Areas{Gross: measure.MustParseArea(area)})
}

func dwelling(code string) property.Unit {
	return property.Unit{Code: code, Use: property.Dwelling, Areas: gross("100")}
}

func parties(codes ...string) []property.Party {
	out := make([]property.Party, len(codes))
	for i, c := range codes {
		out[i].Code = c
	}
	return out
}

// built is the register of an estate without problems.
func built(tb testing.TB, e property.Estate) *property.Register {
	tb.Helper()
	if e.Community.Code == "" {
		e.Community.Code = "rose"
	}
	r, err := e.Build()
	require.NoError(tb, err)
	return r
}

// ref is a unit that must be there.
func ref(tb testing.TB, r *property.Register, code string) property.Ref {
	tb.Helper()
	u, ok := r.Find(code)
	require.True(tb, ok, "unit %s", code)
	return u
}

// problems lists what is wrong as "path rule", without the rule's package.
func problems(tb testing.TB, err error) []string {
	tb.Helper()
	if err == nil {
		return nil
	}
	var many *invalid.Error
	require.ErrorAs(tb, err, &many)
	out := make([]string, len(many.Fields))
	for i, f := range many.Fields {
		out[i] = f.Path + " " + f.Rule.ID()
	}
	return out
}

// checked lists what a document's own check finds.
func checked(tb testing.TB, d invalid.Checked) []string {
	tb.Helper()
	var l invalid.List
	d.Check(&l)
	return problems(tb, l.Err("test"))
}

// rule reports whether an error is a problem of exactly this rule.
func rule(err error, want invalid.RuleError) bool { return errors.Is(err, want) }

// differ is cmp.Diff for values that are nearly always equal: that is found out a hundred
// times faster.
func differ(want, got any) string {
	if reflect.DeepEqual(want, got) {
		return ""
	}
	return cmp.Diff(want, got, same())
}
