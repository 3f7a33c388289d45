package main

import (
	"fmt"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/sla"
)

// explain writes how each verdict on a case came about: in a sentence, as the stretches of its time, and as a
// derivation that is replayed.
func (r *report) explain(k *judged) error {
	r.Section(textExplain, k.ID, k.Group, fmt.Sprint(k.Line))
	t := cli.Table{}
	for _, e := range k.Log {
		t.Add(r.local(e.At).Format("2006-01-02 15:04:05"), e.Name, e.Reason, e.Actor)
	}
	r.table(&t)
	for _, v := range k.verdicts {
		if err := r.explainVerdict(k, v); err != nil {
			return err
		}
	}
	return nil
}

func (r *report) explainVerdict(k *judged, v sla.Verdict) error {
	r.Section(textVerdict, r.milestone(v.Milestone), r.Fill(stateLabel(v.State)))
	switch {
	case v.Reason != 0:
		fmt.Fprintln(r.Out, " ", reasonText(v, r.P))
	case v.Start.IsZero():
		r.Say(textOnField, r.clock(v.Due), r.clock(v.At))
	default:
		r.Say(textFigures, r.clock(v.Start), r.clock(v.Due), r.clock(v.At), hours(v.Counted), hours(v.Paused), hours(v.Wall))
	}
	if k.promise < 0 {
		return nil
	}
	clock := r.clocks[k.promise]
	stretches, err := clock.AppendStretches(nil, &k.Case.Case, v.Milestone, r.asOf)
	if err != nil {
		return err
	}
	t := cli.Table{Right: []bool{false, false, false, true}}
	for _, s := range stretches {
		t.Add(r.Fill(stretchLabel(s.Kind)), r.clock(s.Start), r.clock(s.End), hours(s.Length()))
	}
	r.table(&t)
	why, ok := clock.Why(&k.Case.Case, v.Milestone, r.asOf)
	if !ok {
		return nil
	}
	r.Out.WriteString(explain.Text(r.P, why))
	return why.Check()
}

// reasonText says why a verdict is unknown or waived.
func reasonText(v sla.Verdict, p *message.Printer) string {
	page := cli.Page{P: p}
	switch v.Reason {
	case sla.NotStarted:
		return page.Fill(textNotStarted, v.Missing)
	case sla.FieldMissing:
		return page.Fill(textFieldMissing, v.Missing)
	case sla.NoLimit:
		return page.Fill(textNoLimit, v.Missing)
	case sla.LimitOpen:
		return page.Fill(textLimitOpen)
	case sla.YearUnknown:
		return page.Fill(textYearUnknown, v.Missing)
	case sla.Reversed:
		return page.Fill(textReversed, v.Missing)
	case sla.Undated:
		return page.Fill(textUndated, v.Missing)
	case sla.OutOfRange:
		return page.Fill(textOutOfRange, v.Missing)
	case sla.Excused:
		return page.Fill(textExcused)
	case sla.WasCancelled:
		return page.Fill(textWasCancelled)
	default:
		return v.Reason.String()
	}
}

func stateLabel(s sla.State) explain.Label {
	switch s {
	case sla.Met:
		return textMet
	case sla.Breached:
		return textBreached
	case sla.Running:
		return textRunning
	case sla.Paused:
		return textPaused
	case sla.Waived:
		return textWaived
	case sla.Unknown:
	}
	return textUnknown
}

func stretchLabel(k sla.StretchKind) explain.Label {
	switch k {
	case sla.Stopped:
		return textStopped
	case sla.Closed:
		return textClosed
	case sla.Counted:
	}
	return textCounted
}
