package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// keyOf is how a printer finds a text.
//
//nolint:ireturn // x/text gives no other type
func keyOf(l explain.Label) message.Reference { return message.Key(l.ID(), l.English()) }

func (r *report) say(out *bytes.Buffer, l explain.Label, args ...any) {
	fmt.Fprintln(out, r.p.Sprintf(keyOf(l), args...))
}

func (r *report) write(out *bytes.Buffer, files []string) error {
	reg, period := r.run.Register(), r.run.Period()
	name := cmp.Or(reg.Community().Name, reg.Community().Code)
	r.say(out, textTitle, name, period.Start.String(), period.Last().String())
	outOfScope := reg.Len() - r.billed - len(r.held)
	r.say(out, textUnits, count(reg.Len()), count(r.billed), count(len(r.held)), count(outOfScope))
	r.total.net.Add(money.New(0, r.run.Book().Currency))
	r.total.tax.Add(money.New(0, r.run.Book().Currency))
	_, _, all, err := r.total.total()
	if err != nil {
		return err
	}
	r.say(out, textBills, count(r.bills), count(r.lines), grouped(all))
	r.writeUnmatched(out)
	if r.bills > 0 {
		if err := r.tables(out); err != nil {
			return err
		}
	} else {
		fmt.Fprintln(out)
		r.say(out, textNothing)
	}
	r.writeHeld(out)
	if err := r.writeChosen(out); err != nil {
		return err
	}
	fmt.Fprintln(out)
	if len(files) > 0 {
		r.say(out, textWritten, strings.Join(files, ", "))
	} else {
		r.say(out, textUnwritten)
	}
	r.say(out, textInputs, r.run.Inputs())
	perSecond := float64(r.lines) / max(r.took.Seconds(), 1e-9)
	r.say(out, textSpeed, count(r.lines), r.took.Round(10*time.Microsecond).String(), count(int(perSecond)), r.p.Sprintf(keyOf(textYes)))
	return nil
}

func (r *report) tables(out *bytes.Buffer) error {
	names := map[string]string{}
	for _, t := range r.run.Book().Tariffs {
		names[t.Code] = cmp.Or(t.Name, t.Code)
	}
	fee := func(code string) string { return names[code] }
	buildings := map[string]string{"": r.p.Sprintf(keyOf(textNoPlace))}
	for b := range r.run.Register().Buildings() {
		buildings[b.Code] = strings.TrimSpace(b.Code + " " + b.Name)
	}
	place := func(code string) string { return buildings[code] }
	const shownPayers, shownPlaces = 10, 40
	fmt.Fprintln(out)
	r.say(out, textByFee)
	if err := r.table(out, textFee, r.byFee, slices.Sorted(maps.Keys(r.byFee)), fee); err != nil {
		return err
	}
	places := slices.Sorted(maps.Keys(r.byPlace))
	fmt.Fprintln(out)
	if len(places) <= shownPlaces {
		r.say(out, textByPlace)
	} else {
		places = largest(r.byPlace, shownPlaces)
		r.say(out, textByPlaces, count(len(places)), count(len(r.byPlace)))
	}
	if err := r.table(out, textBuilding, r.byPlace, places, place); err != nil {
		return err
	}
	payers := largest(r.byPayer, shownPayers)
	fmt.Fprintln(out)
	r.say(out, textByPayer, count(len(payers)), count(len(r.byPayer)))
	return r.table(out, textPayer, r.byPayer, payers, r.payerName)
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

// writeUnmatched tells what in the documents does nothing, and may be a slip of the pen.
func (r *report) writeUnmatched(out *bytes.Buffer) {
	u := r.run.Unmatched()
	if len(u.Fees) > 0 {
		r.say(out, textFees, strings.Join(u.Fees, ", "))
	}
	if len(u.Tariffs) > 0 {
		r.say(out, textTariffs, strings.Join(u.Tariffs, ", "))
	}
}

// payerName names the parties of a payer's key, with their shares.
func (r *report) payerName(key string) string {
	holders := r.payers[key]
	out := make([]string, len(holders))
	for i, h := range holders {
		out[i] = r.partyName(h.Party)
		if len(holders) > 1 {
			out[i] += " " + h.Share.String()
		}
	}
	return strings.Join(out, "、")
}

func (r *report) partyName(code string) string {
	if party, ok := r.run.Register().Party(code); ok && party.Name != "" {
		return code + " " + party.Name
	}
	return code
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
		t.Add(name(key), count(m[key].lines), grouped(net), grouped(tax), grouped(all))
		whole.lines += m[key].lines
		whole.net.Add(net)
		whole.tax.Add(tax)
	}
	net, tax, all, err := whole.total()
	if err != nil {
		return err
	}
	if len(keys) > 1 && len(keys) == len(m) {
		t.Add(word(textTotal), count(whole.lines), grouped(net), grouped(tax), grouped(all))
	}
	out.WriteString(t.String())
	return nil
}

func (r *report) writeHeld(out *bytes.Buffer) {
	if len(r.held) == 0 {
		return
	}
	fmt.Fprintln(out)
	r.say(out, textHeld)
	const shown = 20
	for _, b := range r.held[:min(shown, len(r.held))] {
		fmt.Fprintf(out, "  %s  %s\n", b.Unit, r.reasons(b.Held))
	}
	if more := len(r.held) - shown; more > 0 {
		r.say(out, textMoreHeld, count(more))
	}
}

func (r *report) reasons(problems []*invalid.FieldError) string {
	out := make([]string, len(problems))
	for i, f := range problems {
		out[i] = f.Text(r.p)
	}
	return strings.Join(out, "; ")
}

func (r *report) writeChosen(out *bytes.Buffer) error {
	fmt.Fprintln(out)
	switch {
	case r.explain == "" && len(r.chosen) == 0:
		return nil
	case r.explain == "":
		r.say(out, textInterest)
	case len(r.chosen) == 0:
		r.say(out, textNoBill, r.explain)
	default:
		r.say(out, textOneUnit, r.explain)
	}
	for _, b := range r.chosen {
		if b.IsHeld() {
			fmt.Fprintf(out, "  %s  %s\n", b.Unit, r.reasons(b.Held))
			continue
		}
		fmt.Fprint(out, explain.Text(r.p, r.named(b.Why())))
		if b.Net != b.Total {
			r.say(out, textOfTax, grouped(b.Total), grouped(b.Net), grouped(b.Tax))
		}
		liable := make([]string, len(b.Liable))
		for i, code := range b.Liable {
			liable[i] = r.partyName(code)
		}
		r.say(out, textLiable, r.payerName(b.Payer), strings.Join(liable, "、"))
	}
	return nil
}

// named puts the tariffs' names for their codes.
func (r *report) named(s explain.Step) explain.Step {
	inputs := make([]explain.Step, len(s.Inputs))
	for i, in := range s.Inputs {
		inputs[i] = r.named(in)
	}
	s.Inputs = inputs
	if s.Label.ID() == "billing/line" {
		args := slices.Clone(s.Args)
		for _, t := range r.run.Book().Tariffs {
			if t.Code == args[0] {
				args[0] = cmp.Or(t.Name, t.Code)
			}
		}
		s.Args = args
	}
	return s
}

// count writes a number with thousands separators.
func count(n int) string { return group(strconv.Itoa(n)) }

// grouped writes an amount with thousands separators and its currency.
func grouped(a money.Amount) string {
	whole, fraction, pointed := strings.Cut(string(a.AppendNumber(nil)), ".")
	if pointed {
		fraction = "." + fraction
	}
	return group(whole) + fraction + " " + a.Currency().String()
}

func group(digits string) string {
	sign, digits := digits[:len(digits)-len(strings.TrimLeft(digits, "-"))], strings.TrimLeft(digits, "-")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}
