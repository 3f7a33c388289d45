package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/metric"
)

// Records returns the publications as evidence of a standard: of every item that names a kind of evidence, a record of that kind with the fields that
// [PublicationKind] declares. So the clauses that ask for publications read the same log.
func (r *PublicationRegister) Records(log PublicationLog) []Record {
	var out []Record
	for i := range log.Published {
		p := &log.Published[i]
		item := r.item(p.Item)
		if item == nil || item.Evidence == "" {
			continue
		}
		out = append(out, Record{ID: p.ID, Kind: item.Evidence, At: p.At, Until: p.Until, Fields: p.fields()})
	}
	return out
}

// fields are what is said of a publication, by the names of [PublicationKind].
func (p *Publication) fields() []Field {
	place := ""
	if p.Place != 0 {
		place = p.Place.String()
	}
	all := []Field{
		{Name: "item", Value: p.Item},
		{Name: "start", Value: p.Period.Start.String()},
		{Name: "end", Value: p.Period.End.String()},
		{Name: "event", Value: p.Event},
		{Name: "reference", Value: p.Reference},
		{Name: "place", Value: place},
	}
	return slices.DeleteFunc(all, func(f Field) bool { return f.Value == "" })
}

// PublicationKind declares a kind of publications for a [Vocabulary] (公示记录).
func PublicationKind(code string) Kind {
	text := func(name, zh, en string) FieldType {
		return FieldType{Name: name, Title: metric.Name{ZH: zh, EN: en}, Type: Text}
	}
	day := func(name, zh, en string) FieldType {
		return FieldType{Name: name, Title: metric.Name{ZH: zh, EN: en}, Type: Day}
	}
	place := text("place", "公示载体", "place")
	place.Values = mediumWords()
	return Kind{
		Code: code, Name: metric.Name{ZH: "公示", EN: "publication"},
		Fields: []FieldType{
			text("item", "公示事项", "item"), day("start", "期间开始", "first day of the period"), day("end", "期间结束之次日", "day after the period"),
			text("event", "所随事件", "event that it follows"), place, text("reference", "存档", "reference"),
		},
	}
}
