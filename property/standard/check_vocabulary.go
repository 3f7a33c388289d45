package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// Check reports every problem of the vocabulary.
func (v Vocabulary) Check(l *invalid.List) {
	required(l, "code", v.Code)
	unique(l, "kinds", len(v.Kinds), func(i int) (string, string) { return "code", v.Kinds[i].Code })
	unique(l, "figures", len(v.Figures), func(i int) (string, string) { return "code", v.Figures[i].Code })
	checkFields(l, "estate", v.Estate)
	for i := range v.Kinds {
		l.Enter("kinds")
		l.EnterIndex(i)
		v.checkKind(l, &v.Kinds[i])
		l.Leave()
		l.Leave()
	}
}

func (v *Vocabulary) checkKind(l *invalid.List, k *Kind) {
	if k.Name.ZH == "" && k.Name.EN == "" {
		l.At("name").Add(invalid.ErrRequired, "name")
	}
	named(l, k.Code, "/. ", "code")
	if k.Of != "" && !slices.ContainsFunc(v.Kinds, func(o Kind) bool { return o.Code == k.Of && o.Subject }) {
		l.At("of").Add(ErrKind, invalid.Quote(k.Of))
	}
	checkFields(l, "fields", k.Fields)
	unique(l, "events", len(k.Events), func(i int) (string, string) { return "code", k.Events[i].Code })
	unique(l, "items", len(k.Items), func(i int) (string, string) { return "code", k.Items[i].Code })
}

func checkFields(l *invalid.List, list string, fields []FieldType) {
	unique(l, list, len(fields), func(i int) (string, string) { return "name", fields[i].Name })
	for i, f := range fields {
		l.Enter(list)
		l.EnterIndex(i)
		named(l, f.Name, "/.+-@$ ", "name")
		valueTypeWords().Check(l, "type", uint8(f.Type))
		if f.Type == 0 {
			l.At("type").Add(invalid.ErrRequired, "type")
		}
		if f.Type != Text && f.Type != List && (len(f.Values) > 0 || f.Order != "") {
			l.At("values").Add(ErrWordsOnly, invalid.Quote(f.Name))
		}
		l.Leave()
		l.Leave()
	}
}
