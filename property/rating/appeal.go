package rating

import (
	"math/big"

	"github.com/wuyekit/wuye/property/invalid"
)

// Appeal is what an amendment of a sheet changes: both results, whole, and the lines that differ (申诉前后对照). It is a document.
type Appeal struct {
	Before      Result       `json:"before"`
	After       Result       `json:"after"`
	Differences []Difference `json:"differences,omitempty"`
}

// Difference is one line in which two results differ.
type Difference struct {
	// Line says which line; Code is the item, section or deduction of it.
	Line Line   `json:"line"`
	Code string `json:"code,omitempty"`
	// Before and After are what stands there: a score, a state, a band; of an item without points why it was not judged. Empty where
	// there is nothing.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	// By is After − Before, where both are scores.
	By Score `json:"by,omitzero"`
}

// Line is a sort of line of a result. Its zero is unset.
type Line uint8

const (
	// LineState is [Result.State].
	LineState Line = iota + 1
	// LineItem is what an item comes to, [ItemResult.Points].
	LineItem
	// LineSection is what a section comes to, [SectionResult.Points].
	LineSection
	// LineBonus is [Result.Bonus].
	LineBonus
	// LineDeducted is [Result.Deducted].
	LineDeducted
	// LineExact is [Result.Exact].
	LineExact
	// LineScore is [Result.Score].
	LineScore
	// LineBand is [Result.Band].
	LineBand
)

func lineWords() invalid.Words {
	return invalid.Words{"state", "item", "section", "bonus", "deducted", "exact", "score", "band"}
}

// String returns the word, or "Line(9)" for a number that is none.
func (n Line) String() string { return lineWords().Of("Line", uint8(n)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (n Line) MarshalText() ([]byte, error) { return lineWords().Marshal(uint8(n)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (n *Line) UnmarshalText(text []byte) error { return lineWords().Unmarshal(text, (*uint8)(n)) }

// Appeal amends a sheet with one change and returns the new sheet with both results and what differs (申诉). The old sheet and its
// result stay as they are.
//
// Errors: those of [Sheet.Amend] and of [Rules.Rate].
func (r *Rules) Appeal(s *Sheet, a Amendment, c Change) (Sheet, Appeal, error) {
	amended, err := s.Amend(a, c)
	if err != nil {
		return Sheet{}, Appeal{}, err
	}
	before, err := r.Rate(s)
	if err != nil {
		return Sheet{}, Appeal{}, err
	}
	after, err := r.Rate(&amended)
	if err != nil {
		return Sheet{}, Appeal{}, err
	}
	return amended, Appeal{before, after, CompareResults(&before, &after)}, nil
}

// CompareResults returns the lines in which two results differ: state, items and sections in the order of the first, those that
// only the second has behind them, bonus, deductions of the whole, score before and after rounding, band.
func CompareResults(before, after *Result) []Difference {
	var d differences
	d.text(LineState, before.State.String(), after.State.String())
	d.list(LineItem, itemLines(before), itemLines(after))
	d.list(LineSection, sectionLines(before), sectionLines(after))
	d.scores(LineBonus, before.Bonus, after.Bonus)
	d.scores(LineDeducted, before.Deducted, after.Deducted)
	d.scores(LineExact, before.Exact, after.Exact)
	d.scores(LineScore, before.Score, after.Score)
	d.text(LineBand, before.Band, after.Band)
	return d
}

// differences gathers lines that differ.
type differences []Difference

func (d *differences) text(line Line, before, after string) {
	if before != after {
		*d = append(*d, Difference{Line: line, Before: before, After: after})
	}
}

func (d *differences) scores(line Line, before, after Score) {
	if before != after {
		*d = append(*d, Difference{Line: line, Before: before.String(), After: after.String(), By: less(after, before)})
	}
}

// less returns a − b, unset where one of them is or the difference does not fit.
func less(a, b Score) Score {
	if !a.IsSet() || !b.IsSet() {
		return Score{}
	}
	by, err := ScoreOfRat(new(big.Rat).Sub(a.Rat(), b.Rat()))
	if err != nil {
		return Score{}
	}
	return by
}

// resultLine is a line that has a code.
type resultLine struct {
	code   string
	points Score
	absent string
}

func (n resultLine) text() string {
	if n.points.IsSet() {
		return n.points.String()
	}
	return n.absent
}

func itemLines(r *Result) []resultLine {
	out := make([]resultLine, len(r.Items))
	for i, item := range r.Items {
		out[i] = resultLine{item.Item, item.Points, item.Absent}
	}
	return out
}

func sectionLines(r *Result) []resultLine {
	out := make([]resultLine, len(r.Sections))
	for i, s := range r.Sections {
		out[i] = resultLine{s.Section, s.Points, ""}
	}
	return out
}

// list compares lines by their codes; of a code that stands there twice, which no rubric has, the last counts.
func (d *differences) list(line Line, before, after []resultLine) {
	now := make(map[string]resultLine, len(after))
	for _, n := range after {
		now[n.code] = n
	}
	had := make(map[string]bool, len(before))
	for _, n := range before {
		d.line(line, n, now[n.code])
		had[n.code] = true
	}
	for _, n := range after {
		if !had[n.code] {
			d.line(line, resultLine{code: n.code}, n)
		}
	}
}

func (d *differences) line(line Line, before, after resultLine) {
	if before.points == after.points && before.absent == after.absent {
		return
	}
	*d = append(*d, Difference{Line: line, Code: before.code, Before: before.text(), After: after.text(), By: less(after.points, before.points)})
}
