package main

import (
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
	_ "time/tzdata" // lot.json names a zone; not every system has them

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

//go:embed data
var data embed.FS

// staysHeader is the first row of stays.csv. Times are YYYY-MM-DD HH:MM or HH:MM:SS on the wall clock of the
// car park; exited_at is empty while the vehicle is inside; payments are TIME=AMOUNT, several divided by a
// semicolon.
const staysHeader = "card,tariff,plate,class,entered_at,exited_at,payments"

// lot is lot.json: a car park, its tariffs and the passes it sold.
type lot struct {
	Name    string                `json:"name"`
	Zone    string                `json:"zone"`
	Tariffs []parking.Tariff      `json:"tariffs"`
	Passes  []parking.MonthlyPass `json:"passes,omitempty"`
}

// Check reports every problem of the car park.
func (p lot) Check(l *invalid.List) {
	if p.Zone == "" {
		l.At("zone").Add(invalid.ErrRequired, "zone")
	} else if _, err := time.LoadLocation(p.Zone); err != nil {
		l.At("zone").Take(err)
	}
	l.Enter("tariffs")
	for i, t := range p.Tariffs {
		l.EnterIndex(i)
		t.Check(l)
		l.Leave()
	}
	l.Leave()
	l.Enter("passes")
	for i, pass := range p.Passes {
		l.EnterIndex(i)
		pass.Check(l)
		l.Leave()
	}
	l.Leave()
}

// open returns the files of a car park in a folder, or the built-in ones where none is named.
func open(dir string) (fs.FS, error) {
	if dir == "" {
		return fs.Sub(data, "data")
	}
	files := os.DirFS(dir)
	_, err := fs.Stat(files, "lot.json")
	return files, err
}

// load reads a car park and prices its stays as of the end of a day.
func load(files fs.FS, asOf civil.Date) (*day, error) {
	text, err := fs.ReadFile(files, "lot.json")
	if err != nil {
		return nil, err
	}
	d := &day{asOf: asOf, pricers: map[string]*parking.Pricer{}, passes: map[string][]parking.MonthlyPass{}}
	if d.lot, err = invalid.Decode[lot](text, "lot.json"); err != nil {
		return nil, err
	}
	if d.zone, err = time.LoadLocation(d.lot.Zone); err != nil {
		return nil, err
	}
	for _, t := range d.lot.Tariffs {
		if d.pricers[t.Code], err = parking.Compile(t, d.zone); err != nil {
			return nil, err
		}
	}
	for _, p := range d.lot.Passes {
		d.passes[p.Plate] = append(d.passes[p.Plate], p)
	}
	stays, err := files.Open("stays.csv")
	if err != nil {
		return nil, err
	}
	return d, errors.Join(d.read(stays), stays.Close())
}

// read prices the rows of stays.csv one by one.
func (d *day) read(in io.Reader) error {
	r := csv.NewReader(in)
	header, err := r.Read()
	if err == nil && strings.TrimPrefix(strings.Join(header, ","), "\ufeff") != staysHeader {
		err = fmt.Errorf("the first row is not %s", staysHeader)
	}
	r.FieldsPerRecord = len(strings.Split(staysHeader, ","))
	for err == nil {
		var cells []string
		if cells, err = r.Read(); err == nil {
			line, _ := r.FieldPos(0)
			d.add(line, cells)
		}
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return fmt.Errorf("stays.csv: %w", err)
}

// parseStay reads a row, all of whose problems are told.
func (d *day) parseStay(cells []string) (parking.ShortStay, error) {
	var l invalid.List
	s := parking.ShortStay{Card: cells[0], Plate: cells[2], Class: cells[3]}
	s.EnteredAt = d.instant(&l, "entered_at", cells[4])
	if cells[5] != "" {
		s.ExitedAt = d.instant(&l, "exited_at", cells[5])
	}
	for row := range strings.SplitSeq(cells[6], ";") {
		if row == "" {
			continue
		}
		at, amount, _ := strings.Cut(row, "=")
		p := parking.Payment{At: d.instant(&l, "payments", at)}
		var err error
		p.Amount, err = money.Parse(amount + " " + d.currency(cells[1]))
		l.At("payments").Take(err)
		s.Payments = append(s.Payments, p)
	}
	return s, l.Err("stay " + s.Card)
}

// currency returns that of a tariff.
func (d *day) currency(tariff string) string {
	for _, t := range d.lot.Tariffs {
		if t.Code == tariff {
			return t.Currency.String()
		}
	}
	return ""
}

func (d *day) instant(l *invalid.List, column, text string) time.Time {
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05"} {
		if t, err := time.ParseInLocation(layout, text, d.zone); err == nil {
			return t
		}
	}
	l.At(column).Add(errTime, invalid.Quote(text))
	return time.Time{}
}
