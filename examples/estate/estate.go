// Package estate is the one estate that all examples run on: a 28-floor serviced apartment
// with a mall below that another contract serves, an office house, street shops, parking
// spaces, and the yards of the villas. Its data are files a person can read and change.
//
// Its tariffs are those of a whole contract: service fees by area with a guide price above
// them, a lift fee by floor, parking by the space, a percentage for common energy, a quarterly
// fee in arrears and a yearly one in advance, rents as the leases agree them, and what is
// quoted one by one. Its facts are registered vacancies, a prepayment, a gift and two quotations.
package estate

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

//go:embed data
var data embed.FS

// Files returns the built-in estate's files.
func Files() fs.FS {
	sub, err := fs.Sub(data, "data")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}

// Open returns the files of an estate in a folder, or the built-in estate's where none is named.
//
// Errors: a folder without community.json is none.
func Open(dir string) (fs.FS, error) {
	if dir == "" {
		return Files(), nil
	}
	files := os.DirFS(dir)
	_, err := fs.Stat(files, "community.json")
	return files, err
}

// Estate is everything a month's bills are made of.
type Estate struct {
	Register *property.Register
	Book     billing.Book
	Facts    billing.Facts
}

// Load reads an estate from a folder with community.json, units.csv, parties.csv, tenancies.csv,
// tariffs.json and, if there are any, facts.json. Owners without a first day own from asOf on.
// Besides the community, its buildings and contracts, community.json may hold what a table cannot
// carry, such as leases whose rents go in steps.
//
// Errors: those of a file name it and list every problem in it.
func Load(files fs.FS, asOf civil.Date) (Estate, error) {
	var out Estate
	site, err := document[property.Estate](files, "community.json")
	if err != nil {
		return out, err
	}
	b := site.Builder()
	for _, t := range []struct {
		file string
		kind csv.Kind
	}{
		{"parties.csv", csv.Parties}, {"units.csv", csv.Units}, {"tenancies.csv", csv.Tenancies},
	} {
		if err := table(b, files, t.file, t.kind, asOf); err != nil {
			return out, err
		}
	}
	if out.Register, err = b.Build(); err != nil {
		return out, err
	}
	if out.Book, err = document[billing.Book](files, "tariffs.json"); err != nil {
		return out, err
	}
	out.Facts, err = document[billing.Facts](files, "facts.json")
	if errors.Is(err, fs.ErrNotExist) {
		err = nil // an estate without policies and holds needs no such file
	}
	return out, err
}

func document[T any](files fs.FS, name string) (T, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		var zero T
		return zero, err
	}
	return invalid.Decode[T](data, name)
}

func table(b *property.Builder, files fs.FS, name string, kind csv.Kind, asOf civil.Date) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	im, err := csv.Read(data, csv.OwnMapping(kind), csv.Options{AsOf: asOf})
	switch {
	case im.BadRows > 0:
		return &BadTableError{File: name, Bad: im.Bad, err: err}
	case err != nil:
		return fmt.Errorf("%s: %w", name, err)
	}
	if len(im.Unused) > 0 {
		return fmt.Errorf("%s: nothing reads the columns %s", name, strings.Join(im.Unused, ", "))
	}
	im.AddTo(b)
	return nil
}
