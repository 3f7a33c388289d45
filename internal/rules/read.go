package rules

import (
	_ "embed" // for rules.csv
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

//go:embed rules.csv
var embedded string

// Header are the columns of rules.csv, in order.
func Header() []string {
	return []string{"id", "kind", "shape", "package", "profile", "home", "proof", "en", "zh", "note_en", "note_zh"}
}

// What cells say instead of references.
const (
	notYet   = "not yet"
	asHome   = "as home"
	homeNote = "note"
	noProof  = "none"
)

// Table is the rules in order.
type Table struct {
	rules []Rule
	at    map[string]int
}

// Load reads the project's own table.
func Load() (*Table, error) { return Read(strings.NewReader(embedded)) }

// Read reads a table in the form of rules.csv.
//
// Errors: everything that is wrong with it, each with its line.
func Read(from io.Reader) (*Table, error) {
	in := csv.NewReader(from)
	in.FieldsPerRecord = len(Header())
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("columns: %w", err)
	}
	if !slices.Equal(header, Header()) {
		return nil, fmt.Errorf("columns %s; want %s", strings.Join(header, ","), strings.Join(Header(), ","))
	}
	t := &Table{at: map[string]int{}}
	var problems []error
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, errors.Join(append(problems, err)...)
		}
		line, _ := in.FieldPos(0)
		problems = append(problems, t.add(row, line)...)
	}
	if problems = append(problems, t.lost()...); len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	return t, nil
}

// add takes a row into the table and returns what is wrong with it.
func (t *Table) add(row []string, line int) []error {
	r := Rule{
		ID: row[0], Kind: Kind(row[1]), Shape: row[2], Package: row[3], Profile: row[4],
		EN: row[7], ZH: row[8], NoteEN: row[9], NoteZH: row[10],
	}
	problems := r.check()
	problems = append(problems, r.cells(row[5], row[6])...)
	if _, twice := t.at[r.ID]; twice {
		problems = append(problems, errors.New("the rule is there twice"))
	}
	t.at[r.ID] = len(t.rules)
	t.rules = append(t.rules, r)
	for i, p := range problems {
		problems[i] = fmt.Errorf("line %d: %s: %w", line, r.ID, p)
	}
	return problems
}

// cells reads the columns home and proof.
func (r *Rule) cells(home, proof string) []error {
	if r.Kind == Note {
		if home != homeNote || proof != noProof || r.NoteEN == "" {
			return []error{fmt.Errorf("a note has home %q, proof %q and a note", homeNote, noProof)}
		}
		return nil
	}
	var problems []error
	r.Home, problems = list(home, notYet, parseHome)
	if r.elsewhere() {
		if proof != asHome {
			problems = append(problems, fmt.Errorf("its home is another rule: its proof is %q", asHome))
		}
		return append(problems, r.homes()...)
	}
	var wrong []error
	r.Proof, wrong = list(proof, notYet, parseProof)
	return slices.Concat(problems, wrong, r.homes())
}

// list reads the references of a cell; the word for none gives none.
func list(cell, none string, parse func(string) (Ref, error)) ([]Ref, []error) {
	if cell == none {
		return nil, nil
	}
	var refs []Ref
	var problems []error
	for text := range strings.SplitSeq(cell, " ") {
		ref, err := parse(text)
		switch {
		case err != nil:
			problems = append(problems, err)
		case slices.Contains(refs, ref):
			problems = append(problems, fmt.Errorf("%s is there twice", ref))
		default:
			refs = append(refs, ref)
		}
	}
	return refs, problems
}

// Rules returns the rules in order.
func (t *Table) Rules() []Rule { return slices.Clone(t.rules) }

// Rule returns the rule of an ID.
func (t *Table) Rule(id string) (Rule, bool) {
	i, ok := t.at[id]
	if !ok {
		return Rule{}, false
	}
	return t.rules[i], true
}
