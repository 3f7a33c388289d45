package csv

import (
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// itemPrefix begins the items of a sheet; fields and events are called as those of cases.
const itemPrefix = "item."

// evidenceCells is a row of records, subjects or figures while it is read.
type evidenceCells struct {
	record  standard.Record
	subject standard.Subject
	figure  standard.Figure
	// on is the day that a record begins on, start and end are those of a figure; last is the last day of either.
	on, start, end, last civil.Date
	// open are the cells whose names only the mapping knows, and whose types only the vocabulary.
	open    []openCell
	reasons []eventReason
}

// openCell is a cell of field.NAME or event.NAME.
type openCell struct {
	name string
	// text is what it says; words what a list does.
	text  string
	words []string
}

func recordFields() []field {
	return []field{
		codeField("record.id", func(d *draft) *string { return &d.evidence.record.ID }),
		codeField("record.kind", func(d *draft) *string { return &d.evidence.record.Kind }).must(),
		codeField("record.subject", func(d *draft) *string { return &d.evidence.record.Subject }),
		{name: "record.at", width: foldAll, setInstant: func(d *draft, at time.Time) { d.evidence.record.At = at }},
		dateField("record.on", func(d *draft) *civil.Date { return &d.evidence.on }),
		{name: "record.until", width: foldAll, setInstant: func(d *draft, at time.Time) { d.evidence.record.Until = at }},
		dateField("record.last", func(d *draft) *civil.Date { return &d.evidence.last }),
		nameField("record.actor", func(d *draft) *string { return &d.evidence.record.Actor }),
	}
}

func subjectFields() []field {
	return []field{
		codeField("subject.kind", func(d *draft) *string { return &d.evidence.subject.Kind }).must(),
		codeField("subject.id", func(d *draft) *string { return &d.evidence.subject.ID }).must(),
	}
}

func figureFields() []field {
	return []field{
		codeField("figure.code", func(d *draft) *string { return &d.evidence.figure.Figure }).must(),
		codeField("figure.subject", func(d *draft) *string { return &d.evidence.figure.Subject }),
		field{name: "figure.value", width: foldAll, number: true, set: func(d *draft, s string) (err error) {
			d.evidence.figure.Value, err = metric.ParseFigure(s)
			return err
		}}.must(),
		dateField("figure.start", func(d *draft) *civil.Date { return &d.evidence.start }),
		dateField("figure.last", func(d *draft) *civil.Date { return &d.evidence.last }),
		dateField("figure.end", func(d *draft) *civil.Date { return &d.evidence.end }),
	}
}

// isEvidence reports whether the rows of a kind of table are evidence for a standard.
func (k Kind) isEvidence() bool { return k == Records || k == Subjects || k == Figures }

// evidenceField returns the field of a name that only the mapping knows: field.NAME, event.NAME, event.NAME.reason, item.CODE.
func evidenceField(k Kind, name string) (field, bool) {
	if own, ok := strings.CutPrefix(name, fieldPrefix); ok && (k == Records || k == Subjects) {
		return openField(name), own != ""
	}
	if k != Records {
		return field{}, false
	}
	if code, ok := strings.CutPrefix(name, itemPrefix); ok {
		return itemField(name, code), code != ""
	}
	event, ok := strings.CutPrefix(name, eventPrefix)
	if of, reason := strings.CutSuffix(event, reasonSuffix); reason {
		return recordReasonField(of), ok && of != ""
	}
	return instantsField(name), ok && event != ""
}

// openField is a field of a record or subject: a text, or a list where the mapping splits it.
func openField(name string) field {
	return field{
		name: name, width: foldCodes,
		set: func(d *draft, s string) error {
			d.evidence.open = append(d.evidence.open, openCell{name: name, text: s})
			return nil
		},
		setList: func(d *draft, list []string) error {
			d.evidence.open = append(d.evidence.open, openCell{name: name, words: list})
			return nil
		},
	}
}

// instantsField is an event of a case: an instant, or several.
func instantsField(name string) field {
	return field{name: name, width: foldAll, setList: func(d *draft, list []string) error {
		d.evidence.open = append(d.evidence.open, openCell{name: name, words: list})
		return nil
	}}
}

// recordReasonField is the reason of the events of a name.
func recordReasonField(event string) field {
	return field{name: eventPrefix + event + reasonSuffix, width: foldCodes, set: func(d *draft, s string) error {
		d.evidence.reasons = append(d.evidence.reasons, eventReason{event, s})
		return nil
	}}
}

// itemField is an item of a sheet: pass, fail or na. An empty cell is an item that nobody looked at.
func itemField(name, code string) field {
	return field{name: name, width: foldAll, set: func(d *draft, s string) error {
		m := standard.Mark{Code: code}
		err := m.Result.UnmarshalText([]byte(s))
		d.evidence.record.Items = append(d.evidence.record.Items, m)
		return err
	}}
}
