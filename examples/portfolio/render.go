package main

import (
	"bytes"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/explain"
)

// keyOf is how a printer finds a text.
//
//nolint:ireturn // x/text gives no other type
func keyOf(l explain.Label) message.Reference { return message.Key(l.ID(), l.English()) }

// page is a report being written.
type page struct {
	*result
	p   *message.Printer
	out *bytes.Buffer
}

func (g page) word(l explain.Label, args ...any) string { return g.p.Sprintf(keyOf(l), args...) }

func (g page) say(l explain.Label, args ...any) { fmt.Fprintln(g.out, g.word(l, args...)) }

// head begins a section.
func (g page) head(l explain.Label) {
	fmt.Fprintln(g.out)
	g.say(l)
}

func (r *result) write(p *message.Printer, out *bytes.Buffer) error {
	g := page{r, p, out}
	_, _, all, err := r.survey.total.total()
	if err != nil {
		return err
	}
	g.say(textTitle, r.register.Community().Name, r.month.Start.String(), r.month.Last().String(), strconv.FormatUint(r.seed, 10))
	g.say(textEstate, cli.Count(r.register.Len()), cli.Count(r.planted.buildings), cli.Count(r.register.TenancyCount()))
	held := r.survey.heldUnits()
	g.say(textBills, cli.Count(r.survey.units-held), cli.Count(held), cli.Count(r.survey.bills), cli.Count(r.survey.lines), cli.Grouped(all))
	g.built()
	g.shown()
	g.held()
	if err := g.sums(textByTariff, textTariff, r.survey.byTariff, g.tariffName); err != nil {
		return err
	}
	if err := g.sums(textByZone, textZone, r.survey.byZone, g.zoneName); err != nil {
		return err
	}
	g.biggest()
	g.explained()
	g.proof()
	g.speed()
	return nil
}

// built tells what was generated.
func (g page) built() {
	g.head(textBuilt)
	t := cli.Table{Right: []bool{false, true, true}}
	t.Add(g.word(textKind), g.word(textUnits), g.word(textMeanArea))
	for _, l := range g.planted.layouts {
		mean := ""
		if l.measured > 0 {
			n := (l.area/50/int64(l.measured) + 1) / 2 // hundredths of m², half up
			mean = hundredths(int(n)).String()
		}
		t.Add(g.word(textDwelling, l.name), cli.Count(l.dwellings), mean)
	}
	for _, k := range []struct {
		use  property.Use
		name explain.Label
	}{{property.Shop, textShop}, {property.Office, textOffice}, {property.Parking, textSpace}} {
		t.Add(g.word(k.name), cli.Count(g.planted.units[k.use]), "")
	}
	g.out.WriteString(t.String())
}

// shown compares what was planted with what the bills show.
func (g page) shown() {
	g.head(textShown)
	t := cli.Table{Right: []bool{false, true, true}}
	t.Add(g.word(textStory), g.word(textPlanted), g.word(textInBills))
	for s, l := range storyTexts() {
		t.Add(g.word(l), cli.Count(g.planted.stories[s]), cli.Count(g.survey.stories[s]))
	}
	t.Add(g.word(textRepriced, repricedOn(g.month).String()), cli.Count(g.planted.repriced), cli.Count(g.survey.repriced))
	g.out.WriteString(t.String())
}

// held tells the reasons of held units.
func (g page) held() {
	if len(g.survey.held) == 0 {
		return
	}
	g.head(textHeld)
	t := cli.Table{Right: []bool{true}}
	t.Add(g.word(textUnits), g.word(textFirst), g.word(textReason))
	for _, r := range g.survey.held {
		t.Add(cli.Count(r.units), r.first.Unit, r.first.Held[0].Text(g.p))
	}
	g.out.WriteString(t.String())
}

func (g page) sums(title, head explain.Label, m map[string]*sums, name func(string) string) error {
	g.head(title)
	t := cli.Table{Right: []bool{false, true, true, true, true}}
	t.Add(g.word(head), g.word(textLines), g.word(textNet), g.word(textTax), g.word(textTotal))
	row := func(name string, s *sums) error {
		net, tax, all, err := s.total()
		if err == nil {
			t.Add(name, cli.Count(s.lines), cli.Grouped(net), cli.Grouped(tax), cli.Grouped(all))
		}
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(m)) {
		if err := row(name(key), m[key]); err != nil {
			return err
		}
	}
	g.survey.total.lines = g.survey.lines
	if err := row(g.word(textTotal), &g.survey.total); err != nil {
		return err
	}
	g.out.WriteString(t.String())
	return nil
}

func (g page) tariffName(code string) string {
	for _, t := range g.survey.run.Book().Tariffs {
		if t.Code == code {
			return t.Name
		}
	}
	return code
}

func (g page) zoneName(code string) string {
	for i, name := range zones() {
		if zoneCode(i) == code {
			return code + " " + name
		}
	}
	return code
}

// biggest lists the biggest bills.
func (g page) biggest() {
	if len(g.survey.biggest) == 0 {
		return
	}
	g.head(textBiggest)
	t := cli.Table{Right: []bool{false, false, true, true}}
	t.Add(g.word(textUnit), g.word(textPayer), g.word(textLines), g.word(textTotal))
	for _, b := range g.survey.biggest {
		t.Add(b.Unit, g.payerName(b), cli.Count(len(b.Lines)), cli.Grouped(b.Total))
	}
	g.out.WriteString(t.String())
}

func (g page) payerName(b billing.Bill) string {
	var out []string
	for _, h := range b.Payers {
		party, _ := g.register.Party(h.Party)
		out = append(out, strings.TrimSpace(h.Party+" "+party.Name))
	}
	return strings.Join(out, "、")
}

// explained derives the biggest bill that a change in the month cut into parts, else the
// biggest of all.
func (g page) explained() {
	b, title := g.survey.inParts, textInParts
	if len(b.Lines) == 0 {
		if len(g.survey.biggest) == 0 {
			return
		}
		b, title = g.survey.biggest[0], textTheBiggest
	}
	g.head(title)
	fmt.Fprint(g.out, explain.Text(g.p, g.named(b.Why())))
	g.say(textPays, g.payerName(b), strings.Join(b.Liable, "、"))
}

// named puts the tariffs' names for their codes.
func (g page) named(s explain.Step) explain.Step {
	s.Inputs = slices.Clone(s.Inputs)
	for i, in := range s.Inputs {
		s.Inputs[i] = g.named(in)
	}
	if s.Label.ID() == "billing/line" {
		s.Args = slices.Clone(s.Args)
		s.Args[0] = g.tariffName(s.Args[0])
	}
	return s
}

// proof shows that the ways of cutting the run give equal bytes.
func (g page) proof() {
	g.head(textProof)
	g.say(textOneRange, g.whole.digest)
	g.say(textRanges, g.cut.digest, cli.Count(g.cuts))
	verdict := textEqual
	if prove(g.whole, g.cut) != nil {
		verdict = textDiffer
	}
	g.say(verdict, cli.Count(g.whole.lines), cli.Count(g.whole.bytes))
	g.say(textBillsFile, g.bills)
}

// speed tells times and memory, which differ from run to run, and what was written.
func (g page) speed() {
	g.head(textSpeed)
	g.say(textLoaded, seconds(g.took))
	g.say(textAlone, seconds(g.alone), cli.Count(perSecond(g.survey.lines, g.alone)))
	g.say(textWriting, seconds(g.whole.took), cli.Count(g.whole.rate()))
	g.say(textParallel, seconds(g.cut.took), cli.Count(g.cut.rate()), strconv.Itoa(runtime.GOMAXPROCS(0)))
	const mega = 1 << 20
	g.say(textMemory, cli.Count(int(g.live/mega)), cli.Count(int(g.system/mega)))
	if len(g.files) > 0 {
		g.say(textWritten, strings.Join(g.files, ", "))
	} else {
		g.say(textUnwritten)
	}
}

func seconds(d time.Duration) string { return d.Round(time.Millisecond).String() }
