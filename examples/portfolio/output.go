package main

import (
	"errors"
	"io"
	"os"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/examples/internal/cli"
)

// files are where the rows go: files of -out, or nowhere.
type files struct {
	lines    io.Writer
	billRows *csv.BillWriter
	bills    *summer
	open     []*os.File
}

func create(dir string, p *message.Printer) (*files, error) {
	f := &files{lines: io.Discard, bills: newSummer()}
	bills := io.Writer(f.bills)
	if dir != "" {
		for _, name := range []string{"lines.csv", "bills.csv"} {
			file, err := cli.Create(dir, name)
			if err != nil {
				return nil, errors.Join(err, f.close())
			}
			f.open = append(f.open, file)
		}
		f.lines, bills = f.open[0], io.MultiWriter(f.open[1], f.bills)
	}
	f.billRows = csv.NewBillWriter(bills, p)
	return f, nil
}

// close closes the files; closing twice is once.
func (f *files) close() error {
	var errs []error
	for _, file := range f.open {
		if err := file.Close(); !errors.Is(err, os.ErrClosed) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// names returns the paths of the files.
func (f *files) names() []string {
	var out []string
	for _, file := range f.open {
		out = append(out, file.Name())
	}
	return out
}
