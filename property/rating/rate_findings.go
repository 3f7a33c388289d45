package rating

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// found is a finding with what it is of.
type found struct {
	*Finding
	at         int // among the sheet's findings
	item, kind int // item is −1 for the whole sheet
	full       metric.Figure
	kinds      *kinds
}

// readFindings resolves the findings and sorts them, so that their order on the sheet does not matter.
func (w *rater) readFindings() {
	if len(w.sheet.Findings) == 0 {
		return
	}
	w.found = make([]found, 0, len(w.sheet.Findings))
	for i := range w.sheet.Findings {
		if f, ok := w.readFinding(i, &w.sheet.Findings[i]); ok {
			w.found = append(w.found, f)
		}
	}
	slices.SortFunc(w.found, compareFound)
	for i := range w.found {
		w.listFinding(&w.found[i])
	}
}

// compareFound orders findings by the rubric, then by the day and by all else that tells one from another.
func compareFound(a, b found) int {
	if c := cmp.Or(cmp.Compare(a.item, b.item), cmp.Compare(a.kind, b.kind), a.On.Compare(b.On)); c != 0 {
		return c
	}
	return cmp.Or(
		cmp.Compare(a.ID, b.ID), cmp.Compare(a.Place, b.Place), cmp.Compare(a.Note, b.Note),
		cmp.Compare(a.Count, b.Count), cmp.Compare(a.Repeats, b.Repeats), a.Corrected.Compare(b.Corrected),
	)
}

// readFinding returns what a finding is of, and false if that is not to be said.
func (w *rater) readFinding(i int, f *Finding) (found, bool) {
	out := found{Finding: f, at: i, item: -1, kinds: &w.rules.taken}
	if f.Item != "" {
		k, ok := w.rules.byItem[f.Item]
		if !ok {
			w.at("findings", i, "item").Add(ErrUnknown, invalid.Quote(f.Item))
			return found{}, false
		}
		it := &w.rules.items[k]
		if it.kind != onDeductions {
			w.at("findings", i, "item").Add(ErrKind, invalid.Quote(it.Code), it.kind.String())
			return found{}, false
		}
		if w.dst.Items[k].Absent != "" {
			w.at("findings", i, "item").Add(ErrNotJudged, invalid.Quote(it.Code))
		}
		out.item, out.kinds, out.full = k, &it.kinds, it.Item.full()
	}
	kind, ok := out.kinds.of(f.Kind)
	switch {
	case ok:
		out.kind = kind
	case f.Kind == "":
		w.at("findings", i, "kind").Add(invalid.ErrRequired, "kind")
	default:
		w.at("findings", i, "kind").Add(ErrUnknown, invalid.Quote(f.Kind))
	}
	return out, ok
}

// of returns the place of a kind; the code may be left out where there is only one.
func (k *kinds) of(code string) (int, bool) {
	if code == "" {
		return 0, len(k.list) == 1
	}
	i, ok := k.byCode[code]
	return i, ok
}

// foundIn returns the findings of an item.
func (w *rater) foundIn(item int) []found {
	compare := func(f found, item int) int { return cmp.Compare(f.item, item) }
	from, _ := slices.BinarySearchFunc(w.found, item, compare)
	to, _ := slices.BinarySearchFunc(w.found, item+1, compare)
	return w.found[from:to]
}

// listFinding adds a finding, with what it asks for, to the deductions of its item or of the sheet.
func (w *rater) listFinding(f *found) {
	k := &f.kinds.list[f.kind]
	d := DeductionResult{Finding: f.ID, Kind: k.Code, Count: whole(int64(cmp.Or(f.Count, 1))), Take: k.Take, Taken: whole(0)}
	if k.All {
		d.Take = f.full
	}
	var e exact
	d.Factor = e.factor(w.rules.doc.Repeat, f.Repeats)
	if e.tooLarge {
		w.at("findings", f.at, "repeats").Add(ErrRepeats, whole(int64(f.Repeats)).String())
	}
	d.Asked = e.times(d.Count, ScoreOf(d.Take))
	if d.Factor.IsSet() {
		d.Asked = e.times(d.Asked, d.Factor)
	}
	if e.tooLarge {
		w.at("findings", f.at).Add(ErrScoreRange, d.Count.String()+" × "+d.Take.String())
	}
	d.Expired = w.expired(f, k)
	if f.item < 0 {
		w.dst.Deductions = append(w.dst.Deductions, d)
		return
	}
	out := &w.dst.Items[f.item]
	out.Deductions = append(out.Deductions, d)
}

// factor returns what repetition multiplies a deduction by, unset if it does not.
func (e *exact) factor(r Repeat, repeats int) Score {
	if !r.Factor.IsSet() || repeats == 0 {
		return Score{}
	}
	by, most := ScoreOf(r.Factor), ScoreOf(r.Most)
	f := by
	if !r.EachTime {
		repeats = 1
	}
	for n := 1; n < repeats && !e.tooLarge; n++ { // 63 times at most, for then it does not fit
		if most.IsSet() && f.Compare(most) >= 0 {
			break
		}
		f = e.times(f, by)
	}
	if most.IsSet() {
		f = least(f, most)
	}
	return f
}

// expired returns the first day on which a finding no longer counts, if that is not after the day of the sheet.
func (w *rater) expired(f *found, k *Deduction) civil.Date {
	if k.Lasts.IsZero() && !k.UntilCorrected {
		return civil.Date(0)
	}
	on := w.sheet.On
	if on.IsZero() {
		w.at("on").Add(ErrNeedsDay, invalid.Quote(k.Code))
		return civil.Date(0)
	}
	from := f.On
	if from.IsZero() {
		from = on
	}
	end, _ := k.Lasts.AddTo(from)
	if k.UntilCorrected && f.Corrected.IsZero() {
		return civil.Date(0)
	}
	if k.UntilCorrected && f.Corrected.After(end) {
		end = f.Corrected
	}
	if end.After(on) {
		return civil.Date(0)
	}
	return end
}
