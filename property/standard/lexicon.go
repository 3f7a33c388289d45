package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/metric"
)

// lexicon is a vocabulary made fit for look-up, with the figures of metrics.
type lexicon struct {
	kinds   map[string]*Kind
	estate  map[string]*FieldType
	figures map[string]bool
	names   map[string]metric.Name // of figures
}

func newLexicon(v *Vocabulary, sets []*metric.Set) *lexicon {
	x := lexicon{kinds: map[string]*Kind{}, estate: map[string]*FieldType{}, figures: map[string]bool{}, names: map[string]metric.Name{}}
	for i := range v.Kinds {
		x.kinds[v.Kinds[i].Code] = &v.Kinds[i]
	}
	for i := range v.Estate {
		x.estate[v.Estate[i].Name] = &v.Estate[i]
	}
	for _, f := range v.Figures {
		x.figures[f.Code], x.names[f.Code] = true, f.Name
	}
	for _, set := range sets {
		for d := range set.All() {
			for _, t := range append([]metric.Term{d.Counts}, d.Bases...) {
				x.figures[d.Code+"."+t.Code], x.names[d.Code+"."+t.Code] = true, t.Name
			}
		}
	}
	return &x
}

// field returns a field of a kind, nil if it has none of that name.
func (k *Kind) field(name string) *FieldType {
	if k == nil {
		return nil
	}
	i := slices.IndexFunc(k.Fields, func(f FieldType) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &k.Fields[i]
}

// hasEvent reports whether cases of the kind may have an event of that name.
func (k *Kind) hasEvent(name string) bool {
	return slices.ContainsFunc(k.Events, func(t Term) bool { return t.Code == name })
}

// itemSet returns the codes that sheets of the kind may have, empty where they may be any.
func (k *Kind) itemSet() map[string]bool {
	if k == nil {
		return nil
	}
	out := make(map[string]bool, len(k.Items))
	for i := range k.Items {
		out[k.Items[i].Code] = true
	}
	return out
}

// hasItem reports whether sheets of the kind may have an item of that code.
func (k *Kind) hasItem(code string) bool {
	return len(k.Items) == 0 || slices.ContainsFunc(k.Items, func(t Term) bool { return t.Code == code })
}
