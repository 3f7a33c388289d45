package main

import (
	"errors"
	"os"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
)

// outputs are the files of -out; without it there are none.
type outputs struct {
	bills, lines *os.File
	billWriter   *csv.BillWriter
	lineWriter   *csv.LineWriter
}

func create(dir string, p *message.Printer) (*outputs, error) {
	if dir == "" {
		return &outputs{}, nil
	}
	bills, err := cli.Create(dir, "bills.csv")
	if err != nil {
		return nil, err
	}
	lines, err := cli.Create(dir, "lines.csv")
	if err != nil {
		return nil, errors.Join(err, bills.Close())
	}
	return &outputs{bills, lines, csv.NewBillWriter(bills, p), csv.NewLineWriter(lines)}, nil
}

func (o *outputs) write(b billing.Bill) error {
	if o.bills == nil {
		return nil
	}
	return errors.Join(o.billWriter.Write(b), o.lineWriter.Write(b.Lines))
}

func (o *outputs) close() error {
	if o.bills == nil {
		return nil
	}
	return errors.Join(o.billWriter.Flush(), o.lineWriter.Flush(), o.bills.Close(), o.lines.Close())
}

// names returns the paths of the files.
func (o *outputs) names() []string {
	if o.bills == nil {
		return nil
	}
	return []string{o.bills.Name(), o.lines.Name()}
}
