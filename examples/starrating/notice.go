package main

import (
	"cmp"
	"fmt"
	"math/big"
	"strings"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
)

// notice is where the posting stands on the day of the report.
type notice struct {
	status  rating.PostingStatus
	amended []amended // by the objections that were upheld
}

// amended is a sheet that an objection changed: what it was stays.
type amended struct {
	objection     string
	project       string
	before, after rated
}

// lastDay returns the last day that the posting speaks of.
func (d *district) lastDay() civil.Date {
	last := d.posting.Posted
	for _, o := range d.posting.Objections {
		last = max(last, o.On)
	}
	for _, c := range d.posting.Decisions {
		last = max(last, c.On)
	}
	return last
}

// amend changes the sheets as the objections that were upheld by the day of the report want it, and rates them again.
func (j *judgement) amend() error {
	if j.scheme.Notice == nil {
		return invalid.Value(errNoNotice, j.scheme.Code)
	}
	status, err := j.posting.At(*j.scheme.Notice, nil, j.asOf)
	if err != nil {
		return err
	}
	j.notice.status = status
	for _, c := range j.posting.Decisions {
		if c.On > j.asOf || c.Change == nil {
			continue
		}
		if err := j.change(j.objection(c.Objection), c); err != nil {
			return fmt.Errorf("%s: %w", c.Objection, err)
		}
	}
	return nil
}

// objection returns the objection of an ID.
func (d *district) objection(id string) rating.Objection {
	for _, o := range d.posting.Objections {
		if o.ID == id {
			return o
		}
	}
	return rating.Objection{ID: id}
}

// change amends the sheet that an objection is about.
func (j *judgement) change(o rating.Objection, c rating.Decision) error {
	have := j.sheet(o.Sheet)
	if have == nil {
		return invalid.Value(errNoSheet, invalid.Quote(o.Sheet))
	}
	sheet, err := have.sheet.Amend(rating.Amendment{Objection: o.ID, By: c.By, On: c.On, Reason: c.Reason}, *c.Change)
	if err != nil {
		return err
	}
	result, err := j.rules.Rate(&sheet)
	if err != nil {
		return err
	}
	have.replaced = true
	after := rated{sheet: sheet, result: result, tier: have.tier, nth: have.nth}
	j.notice.amended = append(j.notice.amended, amended{o.ID, o.Project, *have, after})
	j.sheets = append(j.sheets, after)
	return nil
}

// awarded is the day from which results count: that on which they became final; until then none.
func (n *notice) awarded() civil.Date { return n.status.Final }

// public writes the notice, what was objected to, and what came of it.
func (r *report) public() {
	s := &r.notice.status
	r.Section(textNotice, r.posting.Posted.String(), cmp.Or(s.Ends.String(), "–"), r.posting.Where, r.Fill(postingLabel(s.State)))
	if !s.Final.IsZero() {
		r.Say(textFinal, s.Final.String())
	}
	if len(s.Open) > 0 {
		r.Say(textStillOpen, strings.Join(s.Open, ", "))
	}
	var t cli.Table
	r.titles(&t, textObjection, textDay, textBy, textProject, textAbout, textInTime, textAnswerBy, textRuling, textGrounds)
	for _, o := range s.Objections {
		doc := r.objection(o.Objection)
		inTime, ruling := textYes, r.Fill(textUndecided)
		if o.Late {
			inTime = textLate
		}
		if o.Ruling != 0 {
			ruling = r.Fill(rulingLabel(o.Ruling)) + " " + o.Decided.String()
		}
		if o.Overdue && !o.Late {
			ruling += " " + r.Fill(textOverdue)
		}
		t.Add(doc.ID, doc.On.String(), doc.By, r.projectName(doc.Project), cmp.Or(doc.Finding, doc.Item, doc.Sheet, "–"), r.Fill(inTime),
			o.AnswerBy.String(), ruling, doc.Grounds)
	}
	r.table(&t)
	for i := range r.notice.amended {
		r.amendment(&r.notice.amended[i])
	}
}

// amendment writes what an objection changed: items, the sheet, the year.
func (r *report) amendment(a *amended) {
	before, after := standing(r.posted, a.project), standing(r.standings, a.project)
	r.Say(textAmended, a.objection, a.before.sheet.ID, points(a.before.result.Score), a.after.sheet.ID, points(a.after.result.Score), r.changedItems(a),
		points(before.Score)+" "+r.bandName(before.Band), points(after.Score)+" "+r.bandName(after.Band))
}

// changedItems lists the items whose points the amendment changed.
func (r *report) changedItems(a *amended) string {
	var out []string
	for i, after := range a.after.result.Items {
		if before := a.before.result.Items[i]; before.Points != after.Points {
			item := r.item(after.Item)
			out = append(out, r.name(item.Name, item.Code)+" "+points(before.Points)+" → "+points(after.Points))
		}
	}
	return strings.Join(out, ", ")
}

// difference returns a − b.
func difference(a, b rating.Score) (rating.Score, error) {
	return rating.ScoreOfRat(new(big.Rat).Sub(a.Rat(), b.Rat()))
}

// postingLabel is where a posting stands, in words.
func postingLabel(s rating.PostingState) explain.Label {
	switch s {
	case rating.Draft:
		return textDraft
	case rating.Posted:
		return textPosted
	case rating.Objected:
		return textObjected
	case rating.Final:
		return textIsFinal
	case rating.PostingUnknown:
		return textUnknownEnd
	default:
		return textUnknownEnd
	}
}

func rulingLabel(r rating.Ruling) explain.Label {
	if r == rating.Upheld {
		return textUpheld
	}
	return textDismissed
}
