package standard

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// labelLanguage tells which language a printer speaks.
const labelLanguage explain.Label = "standard/language: English"

// What records have besides the fields of their kind.
const (
	saidAt   explain.Label = "standard/field-at: when it was"
	saidSpan explain.Label = "standard/field-span: the time from its beginning to its end"
)

// becauseOtherPeriod is a figure of another period than the clause asks for.
const becauseOtherPeriod explain.Label = "standard/because-other-period: %[1]s is of %[2]s to %[3]s, which is not the period asked for"

func sayTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: becauseOtherPeriod, ZH: "%[1]s 是 %[2]s 至 %[3]s 的数值，不是所要求的期间的"},
		{Text: labelLanguage, ZH: "中文"},
		{Text: saidAt, ZH: "发生时间"},
		{Text: saidSpan, ZH: "起止时间"},
	}
}

// names are those that a code has.
type names []metric.Name

// add notes a name that is not noted yet.
func (n *names) add(name metric.Name) {
	if (name.ZH != "" || name.EN != "") && !slices.Contains(*n, name) {
		*n = append(*n, name)
	}
}

// only returns the name, none if there are several.
func (n names) only() metric.Name {
	if len(n) != 1 {
		return metric.Name{}
	}
	return n[0]
}

// terms notes the names of a code.
func (n *names) terms(list []Term, code string) {
	for _, t := range list {
		if t.Code == code {
			n.add(t.Name)
		}
	}
}

// name returns what a code stands for, nothing where that is not known for sure.
func (r *Rules) name(as role, code string) metric.Name {
	switch as {
	case roleNone:
	case roleKind:
		if k := r.words.kinds[code]; k != nil {
			return k.Name
		}
	case roleFigure:
		return r.words.names[code]
	case roleParam:
		return r.paramName(code)
	case roleField:
		return r.fieldName(code)
	case roleEvent, roleItem:
		return r.termName(as, code)
	case roleMissing:
		return r.first(code, roleField, roleItem)
	case roleExcuse:
		return r.first(code, roleEvent, roleField)
	case roleBad:
		return r.first(code, roleFigure, roleEvent, roleField)
	}
	return metric.Name{}
}

// first returns the first name that a code has in some roles.
func (r *Rules) first(code string, roles ...role) metric.Name {
	for _, as := range roles {
		if n := r.name(as, code); n != (metric.Name{}) {
			return n
		}
	}
	return metric.Name{}
}

// paramName is the note of a parameter, with the name by which it is filled in.
func (r *Rules) paramName(name string) metric.Name {
	i := slices.IndexFunc(r.doc.Params, func(p Param) bool { return p.Name == name })
	if i < 0 {
		return metric.Name{}
	}
	n := r.doc.Params[i].Note
	for _, text := range []*string{&n.ZH, &n.EN} {
		if *text != "" {
			*text += " [" + name + "]"
		}
	}
	return n
}

// fieldName is the title of a field of the estate, or of the kinds that have one of that name.
func (r *Rules) fieldName(address string) metric.Name {
	if name, is := strings.CutPrefix(address, "$"); is {
		return r.paramName(name)
	}
	if name, is := strings.CutPrefix(address, "estate."); is {
		if f := r.words.estate[name]; f != nil {
			return f.Title
		}
		return metric.Name{}
	}
	var n names
	name := strings.TrimPrefix(address, "subject.")
	for _, k := range r.words.kinds {
		if f := k.field(name); f != nil {
			n.add(f.Title)
		}
	}
	return n.only()
}

// termName is the name of an event, or of an item, of the kinds that have one of that code, and of the clauses that ask for the item.
func (r *Rules) termName(as role, code string) metric.Name {
	var n names
	for _, k := range r.words.kinds {
		if as == roleEvent {
			n.terms(k.Events, code)
		} else {
			n.terms(k.Items, code)
		}
	}
	if as == roleItem && len(n) == 0 {
		for i := range r.clauses {
			r.clauses[i].itemNames(code, &n)
		}
	}
	return n.only()
}

// itemNames notes what the sheets of a clause call an item.
func (k *clause) itemNames(code string, n *names) {
	for i := range k.parts {
		sheet := k.parts[i].doc.Checklist
		if sheet == nil {
			continue
		}
		for _, item := range sheet.Items {
			if item.Code == code {
				n.add(item.Text)
			}
		}
	}
}
