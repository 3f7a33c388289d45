package main

import (
	"cmp"
	"io/fs"
	"path"
	"strings"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/invalid"
)

// table is a file of evidence that was read.
type table struct {
	name string
	*csv.Import
}

// readTables adds the tables of the folder, unless -evidence takes their place, and that of -records.
func (in *input) readTables(files fs.FS, o options) error {
	var names []string
	if o.evidence == "" {
		var err error
		if names, err = fs.Glob(files, "*.csv"); err != nil {
			return err
		}
	}
	for _, name := range names {
		if name == "planted.csv" {
			continue
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		m := csv.Mapping{Kind: kindOf(name)}
		if beside := cli.Beside(name, ".csv", ".mapping.json"); hasFile(files, beside) {
			if m, err = document[csv.Mapping](files, "", beside); err != nil {
				return err
			}
		}
		if err := in.read(name, text, m); err != nil {
			return err
		}
	}
	if o.records == "" {
		return nil
	}
	text, err := cli.ReadFile(o.records)
	if err != nil {
		return err
	}
	m := csv.Mapping{Kind: csv.Records}
	if o.Mapping != "" {
		if m, err = document[csv.Mapping](files, o.Mapping, ""); err != nil {
			return err
		}
	}
	return in.read(path.Base(o.records), text, m)
}

// kindOf returns what the rows of a table are, by its name.
func kindOf(name string) csv.Kind {
	switch {
	case strings.HasPrefix(name, "subjects"):
		return csv.Subjects
	case strings.HasPrefix(name, "figures"):
		return csv.Figures
	default:
		return csv.Records
	}
}

// read adds a table to the evidence. Its bad rows are told in the report; whatever else is wrong with it is an error.
func (in *input) read(name string, text []byte, m csv.Mapping) error {
	if m.Kind != csv.Records && m.Kind != csv.Subjects && m.Kind != csv.Figures {
		return invalid.Value(errKind, name, cmp.Or(m.Kind, csv.Units).String())
	}
	m.Format.Zone = cmp.Or(m.Format.Zone, in.zone.String())
	im, err := csv.Read(text, m, csv.Options{Vocabulary: &in.words})
	if err != nil && im.BadRows == 0 {
		return err
	}
	im.AddEvidence(&in.evidence)
	in.tables = append(in.tables, table{name, im})
	return nil
}
