package main

import (
	"math/big"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
)

// losses writes what master meters lost.
func (r *report) losses() {
	r.Section(textLosses)
	t := cli.Table{Right: []bool{false, false, true, true, true, true, false}}
	r.head(&t, textMaster, textTime, textMasterUsed, textSubsUsed, textLost, textPart, textVerdict)
	for i := range r.months {
		for _, x := range r.months[i].losses {
			if x.err != nil {
				t.Add(x.Master, monthName(x.Period.Start), "", "", "", "", r.Fill(textUnknownLoss, cli.Localized(x.err, r.P).Error()))
				continue
			}
			t.Add(x.Master, monthName(x.Period.Start), x.Usage.String(), x.Subs.String(), x.Lost.String(), percent(x), r.verdict(i, x))
		}
	}
	r.table(&t)
}

// percent writes the lost part of the master's usage.
func percent(x loss) string {
	if x.Usage.Sign() == 0 {
		return ""
	}
	part := new(big.Rat).SetFrac64(x.Lost.Units()*100, x.Usage.Units())
	return part.FloatString(2) + " %"
}

// verdict says what becomes of a loss: it is shared, held as a leak, or charged to nobody.
func (r *report) verdict(at int, x loss) string {
	for _, s := range r.months[at].statements {
		if s.Loss == nil || s.Loss.Master != x.Master || s.Period != x.Period {
			continue
		}
		if len(s.Held) > 0 {
			return r.Fill(textLeak)
		}
		return r.Fill(textShared)
	}
	return r.Fill(textUncharged)
}

// alarms writes what was found about meters, month by month.
func (r *report) alarms(found []finding) {
	r.Section(textAlarms, cli.Count(len(found)))
	t := cli.Table{}
	r.head(&t, textTime, textMeter, textUnit, textFound)
	for _, f := range found {
		unit := ""
		if ref, ok := r.log.Find(f.Meter); ok {
			unit = r.log.Unit(ref)
		}
		t.Add(f.Month, f.Meter, unit, r.Fill(textOf(f.Kind)))
	}
	r.table(&t)
	for i := range r.months {
		r.advice(&r.months[i])
	}
}

// advice writes the problems of readings in full, and what to do about them.
func (r *report) advice(m *month) {
	name := monthName(m.period.Start)
	for _, b := range m.held {
		for _, f := range b.Held {
			switch kind, _ := kindOf(f.Rule); kind {
			case foundImplausible:
				r.Say(textCheckReading, name, b.Unit, f.Text(r.P))
			case foundUnread:
				r.Say(textReadAgain, name, b.Unit, f.Text(r.P))
			}
		}
	}
	for _, s := range m.statements {
		if s.Loss != nil && len(s.Held) > 0 {
			r.Say(textWorkOrder, name, s.Loss.Master, s.Loss.Lost.String(), s.Cost)
		}
	}
}

// textOf is what the report calls a kind of finding.
func textOf(kind string) explain.Label {
	switch kind {
	case foundSwap:
		return textSwap
	case foundRollover:
		return textRollover
	case foundEstimate:
		return textEstimate
	case foundTrueUp:
		return textTrueUp
	case foundUnread:
		return textUnread
	case foundImplausible:
		return textImplausible
	case foundLeak:
		return textLeakFound
	default:
		return textUnverified
	}
}
