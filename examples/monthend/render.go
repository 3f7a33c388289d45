package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
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
	r.say(out, textUnits, cli.Count(reg.Len()), cli.Count(r.billed), cli.Count(len(r.held)), cli.Count(outOfScope))
	r.total.net.Add(money.New(0, r.currency))
	r.total.tax.Add(money.New(0, r.currency))
	_, _, all, err := r.total.total()
	if err != nil {
		return err
	}
	r.say(out, textBills, cli.Count(r.bills), cli.Count(r.lines), cli.Grouped(all))
	r.writeUnmatched(out)
	if err := r.writeTotals(out); err != nil {
		return err
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
	r.say(out, textSpeed, cli.Count(r.lines), r.took.Round(10*time.Microsecond).String(), cli.Count(int(perSecond)), r.p.Sprintf(keyOf(textYes)))
	return nil
}

// writeTotals shows the tables, or says why there are none.
func (r *report) writeTotals(out *bytes.Buffer) error {
	if r.bills > 0 {
		return r.tables(out)
	}
	fmt.Fprintln(out)
	if len(r.held) > 0 {
		r.say(out, textAllHeld)
	} else {
		r.say(out, textNothing)
	}
	return nil
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
	if len(u.Meters) > 0 {
		r.say(out, textMeters, strings.Join(u.Meters, ", "))
	}
	if len(r.run.HeldCosts()) == 0 {
		return
	}
	for s := range r.run.Statements() {
		if len(s.Held) > 0 {
			r.say(out, textHeldCost, s.Cost, r.reasons(s.Held))
		}
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
		r.say(out, textMoreHeld, cli.Count(more))
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
	if r.explain == "" && len(r.chosen) == 0 {
		return nil
	}
	fmt.Fprintln(out)
	switch {
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
			r.say(out, textOfTax, cli.Grouped(b.Total), cli.Grouped(b.Net), cli.Grouped(b.Tax))
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
	switch s.Label.ID() {
	case "billing/line":
		s.Args = slices.Clone(s.Args)
		s.Args[0] = r.fee(s.Args[0])
	case "billing/base":
		codes := strings.Split(s.Args[0], " + ")
		for i, code := range codes {
			codes[i] = r.fee(code)
		}
		s.Args = []string{strings.Join(codes, " + ")}
	}
	return s
}
