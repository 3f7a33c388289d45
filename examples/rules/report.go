package main

import (
	"bytes"
	"fmt"
	"slices"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/internal/rules"
	"github.com/wuyekit/wuye/property/explain"
)

// report writes the rules asked for.
type report struct {
	cli.Page
	zh bool
}

func newReport(p *message.Printer, lang string, out *bytes.Buffer) report {
	return report{cli.Page{P: p, Out: out}, lang == "zh"}
}

func (r report) write(chosen []row, full bool, written string) {
	switch {
	case full:
		for _, c := range chosen {
			r.full(c)
		}
	case len(chosen) == 0:
		r.Say(textNothing)
	default:
		r.list(chosen)
		r.totals(textByKind, chosen, func(c row) string { return string(c.Kind) }, r.kinds())
		r.totals(textByPackage, chosen, func(c row) string { return c.Package }, packages(chosen))
	}
	if written != "" {
		fmt.Fprintln(r.Out)
		r.Say(textWritten, written)
	}
}

// list writes a line a rule.
func (r report) list(chosen []row) {
	r.Say(textTitle, cli.Count(len(chosen)))
	t := cli.Table{}
	t.Add(r.Fill(textID), r.Fill(textState), r.Fill(textKind), r.Fill(textPackage), r.Fill(textHome), r.Fill(textSays))
	for _, c := range chosen {
		home := "–"
		if len(c.Home) > 0 {
			home = c.Home[0].String()
		}
		if more := len(c.Home) - 1; more > 0 {
			home += fmt.Sprintf(" +%d", more)
		}
		t.Add(c.ID, r.state(c.State), r.kind(c.Kind), c.Package, home, r.text(c.Rule))
	}
	r.Out.WriteString(t.String())
}

// totals writes how many rules of each group are how far; only groups that have rules.
func (r report) totals(title explain.Label, chosen []row, of func(row) string, groups []string) {
	r.Section(title)
	t := cli.Table{Right: []bool{false, true, true, true, true, true, true}}
	head := []string{"", r.Fill(textTotal)}
	for _, s := range rules.States() {
		head = append(head, r.state(s))
	}
	t.Add(head...)
	sums := map[string]map[rules.State]int{}
	for _, c := range chosen {
		for _, group := range []string{of(c), ""} {
			if sums[group] == nil {
				sums[group] = map[rules.State]int{}
			}
			sums[group][c.State]++
		}
	}
	for _, group := range append(groups, "") {
		if sums[group] != nil {
			t.Add(r.sums(group, sums[group])...)
		}
	}
	r.Out.WriteString(t.String())
}

// sums are the cells of a group; the group without a name is all.
func (r report) sums(group string, by map[rules.State]int) []string {
	name := group
	switch kind := rules.Kind(group); {
	case group == "":
		name = r.Fill(textAll)
	case kind.IsKnown():
		name = r.kind(kind)
	}
	total := 0
	var cells []string
	for _, s := range rules.States() {
		total += by[s]
		cells = append(cells, cli.Count(by[s]))
	}
	return append([]string{name, cli.Count(total)}, cells...)
}

func (r report) kinds() []string {
	var out []string
	for _, k := range rules.Kinds() {
		out = append(out, string(k))
	}
	return out
}

// packages are those of the rules, in order.
func packages(chosen []row) []string {
	var out []string
	for _, c := range chosen {
		out = append(out, c.Package)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// full writes all that is known of a rule.
func (r report) full(c row) {
	fmt.Fprintf(r.Out, "%s  %s\n", c.ID, r.text(c.Rule))
	t := cli.Table{}
	t.Add(r.Fill(textInOther), r.inOther(c.Rule))
	t.Add(r.Fill(textKind), r.Fill(textKindOf, r.kind(c.Kind), c.Shape))
	t.Add(r.Fill(textPackage), c.Package)
	t.Add(r.Fill(textProfile), c.Profile)
	t.Add(r.Fill(textState), r.Fill(textMeans, r.state(c.State), r.Fill(meaning(c.State))))
	if c.Kind != rules.Note {
		r.each(&t, textHome, c.Home, r.Fill(textWillOwn, c.Package))
		if c.same == nil {
			r.each(&t, textProof, c.Proof, r.Fill(textMissing))
		}
	}
	if c.NoteEN != "" {
		t.Add(r.Fill(textNote), r.note(c.Rule))
	}
	r.Out.WriteString(t.String())
	for _, other := range c.same {
		fmt.Fprintf(r.Out, "  = %s  %s\n", other.ID, r.text(other))
	}
}

// each writes references one below the other, or what is said where there are none.
func (r report) each(t *cli.Table, name explain.Label, list []rules.Ref, none string) {
	label := r.Fill(name)
	if len(list) == 0 {
		t.Add(label, none)
	}
	for _, ref := range list {
		t.Add(label, ref.String())
		label = ""
	}
}

func (r report) text(rule rules.Rule) string {
	if r.zh {
		return rule.ZH
	}
	return rule.EN
}

func (r report) inOther(rule rules.Rule) string {
	if r.zh {
		return rule.EN
	}
	return rule.ZH
}

func (r report) note(rule rules.Rule) string {
	if r.zh {
		return rule.NoteZH
	}
	return rule.NoteEN
}
