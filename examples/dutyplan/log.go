package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// recordsHeader is the first row of a file of records.
const recordsHeader = "what,id,subject,kind,start,end,recorded,actor,figure,value,mark,reason"

// The columns of a file of records.
const (
	colWhat = iota
	colID
	colSubject
	colKind
	colStart
	colEnd
	colRecorded
	colActor
	colFigure
	colValue
	colMark
	colReason
	columns
)

// log is a file of records, by subject.
type log struct {
	rows     int
	evidence map[string]schedule.Evidence
	sheet    schedule.Sheet
	records  map[string]schedule.Record // by their IDs, each of one row
	bad      []badRow
}

// badRow is a row that could not be read, with its number.
type badRow struct {
	line    int
	problem *invalid.FieldError
}

// read reads a file of records. A row with a problem is listed and left out.
func (in *input) read(text []byte, name string) (log, error) {
	out := log{evidence: map[string]schedule.Evidence{}, records: map[string]schedule.Record{}}
	out.sheet.AsOf = in.asOf
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	head, err := r.Read()
	if err != nil || strings.Join(head, ",") != recordsHeader {
		return out, invalid.Value(errHeader, name, recordsHeader)
	}
	kinds := in.program.kinds()
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, fmt.Errorf("%s: %w", name, err)
		}
		out.rows++
		line, _ := r.FieldPos(0)
		row := rowReader{in: in, log: &out, cells: cells, kinds: kinds}
		if err := row.take(); err != nil {
			var problem *invalid.FieldError
			if !errors.As(err, &problem) {
				return out, fmt.Errorf("%s: line %d: %w", name, line, err)
			}
			out.bad = append(out.bad, badRow{line, problem})
		}
	}
}

// rowReader reads one row.
type rowReader struct {
	in    *input
	log   *log
	cells []string
	kinds map[string]bool
}

func (r *rowReader) cell(i int) string { return strings.TrimSpace(r.cells[i]) }

func (r *rowReader) take() error {
	if len(r.cells) != columns {
		return invalid.Value(errColumns, strconv.Itoa(len(r.cells)), strconv.Itoa(columns))
	}
	start, err := r.instant(colStart)
	if err != nil {
		return err
	}
	end, err := r.instant(colEnd)
	if err != nil {
		return err
	}
	what := r.cell(colWhat)
	if what == "attendance" {
		r.log.sheet.Attendance = append(r.log.sheet.Attendance,
			schedule.Attendance{Person: r.cell(colActor), Post: r.cell(colKind), Start: start, End: end})
		return nil // what is wrong with it the cover lists
	}
	code := r.cell(colSubject)
	if r.in.subject(code) == nil {
		return invalid.Value(errSubject, invalid.Quote(code))
	}
	if start.IsZero() {
		return invalid.Value(errWhen, invalid.Quote(""))
	}
	e := r.log.evidence[code]
	switch what {
	case "record":
		err = r.record(&e, start)
	case "reading":
		err = r.reading(&e, start)
	case "excuse":
		if !start.Before(end) {
			return invalid.Value(errEnd, invalid.Quote(r.cell(colEnd)))
		}
		e.Excuses = append(e.Excuses, schedule.Excuse{Start: start, End: end, Reason: r.cell(colReason)})
	default:
		err = invalid.Value(errWhat, invalid.Quote(what))
	}
	if err == nil {
		r.log.evidence[code] = e
	}
	return err
}

func (r *rowReader) record(e *schedule.Evidence, at time.Time) error {
	out := schedule.Record{ID: r.cell(colID), Kind: r.cell(colKind), At: at, Actor: r.cell(colActor)}
	_, twice := r.log.records[out.ID]
	switch {
	case out.ID == "":
		return invalid.Value(errNoID)
	case twice:
		return invalid.Value(errTwice, invalid.Quote(out.ID))
	case !r.kinds[out.Kind]:
		return invalid.Value(errKind, invalid.Quote(out.Kind))
	}
	var err error
	if out.Recorded, err = r.instant(colRecorded); err != nil {
		return err
	}
	switch mark := r.cell(colMark); mark {
	case "":
	case "voluntary":
		out.Voluntary = true
	case "unplanned":
		out.Unplanned = true
	default:
		return invalid.Value(errMark, invalid.Quote(mark))
	}
	if name := r.cell(colFigure); name != "" {
		n, err := r.number()
		if err != nil {
			return err
		}
		out.Figures = []schedule.Figure{{Name: name, Value: n}}
	}
	r.log.records[out.ID] = out
	e.Records = append(e.Records, out)
	return nil
}

func (r *rowReader) reading(e *schedule.Evidence, at time.Time) error {
	n, err := r.number()
	switch {
	case err != nil:
		return err
	case r.cell(colKind) == "":
		return invalid.Value(errKind, invalid.Quote(""))
	}
	e.Readings = append(e.Readings, schedule.Reading{Meter: r.cell(colKind), At: at, Value: n})
	return nil
}

func (r *rowReader) number() (decimal.Decimal, error) {
	text := r.cell(colValue)
	n, err := invalid.ParseDecimal(text)
	if err != nil || n.Sign() < 0 {
		return n, invalid.Value(errNumber, invalid.Quote(text))
	}
	return n, nil
}

// instant reads a time, unset for an empty cell.
func (r *rowReader) instant(i int) (time.Time, error) {
	text := r.cell(i)
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{"2006-01-02 15:04", time.DateTime} {
		if at, err := time.ParseInLocation(layout, text, r.in.zone); err == nil {
			return at, checkYear(at, text)
		}
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return at, invalid.Value(errWhen, invalid.Quote(text))
	}
	return at, checkYear(at, text)
}

// checkYear refuses a year in which nobody kept this log.
func checkYear(at time.Time, text string) error {
	if year := at.Year(); year < 1900 || year > 9000 {
		return invalid.Value(errWhen, invalid.Quote(text))
	}
	return nil
}
