package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
)

func (r *report) tables(out *bytes.Buffer) error {
	buildings := map[string]string{"": r.p.Sprintf(keyOf(textNoPlace))}
	for b := range r.run.Register().Buildings() {
		buildings[b.Code] = strings.TrimSpace(b.Code + " " + b.Name)
	}
	place := func(code string) string { return buildings[code] }
	const shownPayers, shownPlaces = 10, 40
	fmt.Fprintln(out)
	r.say(out, textByFee)
	if err := r.table(out, textFee, r.byFee, slices.Sorted(maps.Keys(r.byFee)), r.fee); err != nil {
		return err
	}
	if err := r.kinds(out); err != nil {
		return err
	}
	places := slices.Sorted(maps.Keys(r.byPlace))
	fmt.Fprintln(out)
	if len(places) <= shownPlaces {
		r.say(out, textByPlace)
	} else {
		places = largest(r.byPlace, shownPlaces)
		r.say(out, textByPlaces, cli.Count(len(places)), cli.Count(len(r.byPlace)))
	}
	if err := r.table(out, textBuilding, r.byPlace, places, place); err != nil {
		return err
	}
	payers := largest(r.byPayer, shownPayers)
	fmt.Fprintln(out)
	r.say(out, textByPayer, cli.Count(len(payers)), cli.Count(len(r.byPayer)))
	return r.table(out, textPayer, r.byPayer, payers, r.payerName)
}

// kinds tells the lines apart by what they were computed from, where they differ in it, and by
// the day they are to be paid.
func (r *report) kinds(out *bytes.Buffer) error {
	if len(r.byKind) > 1 {
		fmt.Fprintln(out)
		r.say(out, textByKind)
		kind := func(name string) string { return r.p.Sprintf(keyOf(kindText(name))) }
		if err := r.table(out, textKind, r.byKind, slices.Sorted(maps.Keys(r.byKind)), kind); err != nil {
			return err
		}
	}
	fmt.Fprintln(out)
	r.say(out, textByDue)
	same := func(day string) string { return day }
	return r.table(out, textDue, r.byDue, slices.Sorted(maps.Keys(r.byDue)), same)
}

// kindText is what the report calls a kind of line.
func kindText(name string) explain.Label {
	switch name {
	case "percent":
		return textPercent
	case "instalment":
		return textInstalment
	case "quoted":
		return textQuoted
	case "metered":
		return textMetered
	case "share":
		return textShare
	case "formula":
		return textFormula
	case "total":
		return textRounded
	default:
		return textProduct
	}
}

// largest returns the n keys with the largest totals.
func largest(m map[string]*sums, n int) []string {
	amount := map[string]int64{}
	for key, s := range m {
		if _, _, all, err := s.total(); err == nil {
			amount[key] = all.Minor()
		}
	}
	keys := slices.SortedFunc(maps.Keys(amount), func(a, b string) int {
		return cmp.Or(cmp.Compare(amount[b], amount[a]), cmp.Compare(a, b))
	})
	return keys[:min(n, len(keys))]
}

func (r *report) table(out *bytes.Buffer, head explain.Label, m map[string]*sums, keys []string, name func(string) string) error {
	t := cli.Table{Right: []bool{false, true, true, true, true}}
	word := func(l explain.Label) string { return r.p.Sprintf(keyOf(l)) }
	t.Add(word(head), word(textLines), word(textNet), word(textTax), word(textTotal))
	var whole sums
	for _, key := range keys {
		net, tax, all, err := m[key].total()
		if err != nil {
			return err
		}
		t.Add(name(key), cli.Count(m[key].lines), cli.Grouped(net), cli.Grouped(tax), cli.Grouped(all))
		whole.lines += m[key].lines
		whole.net.Add(net)
		whole.tax.Add(tax)
	}
	net, tax, all, err := whole.total()
	if err != nil {
		return err
	}
	if len(keys) > 1 && len(keys) == len(m) {
		t.Add(word(textTotal), cli.Count(whole.lines), cli.Grouped(net), cli.Grouped(tax), cli.Grouped(all))
	}
	out.WriteString(t.String())
	return nil
}
