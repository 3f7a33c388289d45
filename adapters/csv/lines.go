package csv

import (
	"io"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// LinesHeader is the first row of lines.csv. Dates are YYYY-MM-DD and the to column is the
// last day, inclusive. Numbers are plain decimals with a point; money has the decimals of
// its currency. amount is the rounded amount, before tax if the tariff is exclusive;
// net and tax are its parts. days and of_days are the part of the month or season charged. Of a percentage,
// quantity is the sum it is taken of and unit_price the part; of an instalment only the days are
// given; of a claim and of the rounding of a total none of these: empty is not 0.
const LinesHeader = "charge_id,line_id,unit,tariff,payer,from,to,quantity,unit_price,days,of_days,factor,amount,net,tax"

// BillsHeader is the first row of bills.csv. payers are the parties with their shares,
// "A:1/2;B:1/2", a single one without a share unless its code has a colon or semicolon; liable those who answer for the bill. A held unit has a row with its
// reasons in held, and no amounts: empty is not 0.
const BillsHeader = "bill_id,unit,payer,payers,liable,from,to,lines,net,tax,total,currency,held"

// bufferSize is how much a writer collects before it writes.
const bufferSize = 1 << 16

// LineWriter writes lines.csv, UTF-8 with LF. Use [NewLineWriter].
type LineWriter struct {
	w    io.Writer
	buf  []byte
	err  error
	rows rowWriter
}

// NewLineWriter returns a writer that has the header ready.
func NewLineWriter(w io.Writer) *LineWriter {
	buf := make([]byte, 0, bufferSize+4096)
	return &LineWriter{w: w, buf: append(append(buf, LinesHeader...), '\n')}
}

// Write writes lines. It allocates nothing.
//
// Errors: those of the underlying writer; after one nothing more is written.
func (w *LineWriter) Write(lines []billing.Line) error {
	for i := range lines {
		w.buf = w.rows.append(w.buf, &lines[i])
		if len(w.buf) >= bufferSize {
			if err := w.Flush(); err != nil {
				return err
			}
		}
	}
	return w.err
}

// Flush writes what is still collected.
func (w *LineWriter) Flush() error {
	if w.err == nil && len(w.buf) > 0 {
		_, w.err = w.w.Write(w.buf)
		w.buf = w.buf[:0]
	}
	return w.err
}

// AppendLine appends one row of lines.csv with its line end. A [LineWriter] is faster for
// many.
func AppendLine(dst []byte, l *billing.Line) []byte {
	var rows rowWriter
	return rows.append(dst, l)
}

// rowWriter keeps what neighbouring rows have in common: their period and their codes.
type rowWriter struct {
	period              civil.Period
	from, to            []byte
	unit, tariff, payer checkedCode
}

// checkedCode is the code last seen and whether it can stand in a cell and a key as it is.
type checkedCode struct {
	code  string
	plain bool
}

func (c *checkedCode) isPlain(code string) bool {
	if c.code != code {
		c.code, c.plain = code, isPlain(code) && !strings.ContainsAny(code, "/%")
	}
	return c.plain || code == ""
}

func (w *rowWriter) append(dst []byte, l *billing.Line) []byte {
	if w.period != l.Period || w.from == nil {
		w.period = l.Period
		w.from, w.to = l.Period.Start.Append(w.from[:0]), l.Period.Last().Append(w.to[:0])
	}
	dst = w.appendCodes(dst, l)
	dst = append(dst, ',')
	dst = append(dst, w.from...)
	dst = append(dst, ',')
	dst = append(dst, w.to...)
	dst = append(dst, ',')
	dst = appendFacts(dst, l)
	dst = l.Amount.AppendNumber(dst)
	dst = append(dst, ',')
	dst = l.Net.AppendNumber(dst)
	dst = append(dst, ',')
	dst = l.Tax.AppendNumber(dst)
	return append(dst, '\n')
}

// appendFacts appends the cells from quantity to factor, each with its comma.
func appendFacts(dst []byte, l *billing.Line) []byte {
	switch f := &l.Facts; {
	case f.Percent != nil:
		dst = f.Percent.Base.AppendNumber(dst)
		dst = append(dst, ',')
		dst = f.Percent.Rate.AppendNumber(dst)
		return append(dst, ",,,,"...)
	case f.Instalment != nil:
		dst = append(dst, ",,"...)
		dst = strconv.AppendUint(dst, uint64(f.Instalment.Days), 10)
		dst = append(dst, ',')
		dst = strconv.AppendUint(dst, uint64(f.Instalment.Of), 10)
		return append(dst, ",,"...)
	case f.Metered != nil:
		dst = f.Metered.Usage.AppendNumber(dst)
		dst = append(dst, ',')
		if len(f.Metered.Parts) == 1 { // of several tiers no price is that of all
			dst = f.Metered.Parts[0].Price.AppendNumber(dst)
		}
		return append(dst, ",,,,"...)
	case f.Share != nil:
		dst = append(dst, ",,"...)
		dst = strconv.AppendUint(dst, uint64(f.Share.Days), 10)
		dst = append(dst, ',')
		dst = strconv.AppendUint(dst, uint64(f.Share.Of), 10)
		return append(dst, ",,"...)
	case f.Formula != nil:
		return appendFormula(dst, f.Formula)
	case f.Quoted != nil, f.Total != nil:
		return append(dst, ",,,,,"...)
	}
	p := &l.Facts.Product
	dst = p.Quantity.AppendNumber(dst)
	dst = append(dst, ',')
	dst = p.Price.AppendNumber(dst)
	dst = append(dst, ',')
	dst = strconv.AppendUint(dst, uint64(p.Days), 10)
	dst = append(dst, ',')
	dst = strconv.AppendUint(dst, uint64(p.Of), 10)
	dst = append(dst, ',')
	dst = p.Factor.AppendNumber(dst)
	return append(dst, ',')
}

// appendFormula appends the cells of a formula: the price where it comes to a usage, and the part of the month.
func appendFormula(dst []byte, f *billing.Formula) []byte {
	dst = append(dst, ',')
	if f.Price != (money.Price{}) {
		dst = f.Price.AppendNumber(dst)
	}
	dst = append(dst, ',')
	dst = strconv.AppendUint(dst, uint64(f.Days), 10)
	dst = append(dst, ',')
	dst = strconv.AppendUint(dst, uint64(f.Of), 10)
	dst = append(dst, ',')
	dst = f.Factor.AppendNumber(dst)
	return append(dst, ',')
}

// appendCodes appends the first five cells: the keys of charge and line, unit, tariff, payer.
func (w *rowWriter) appendCodes(dst []byte, l *billing.Line) []byte {
	unit, tariff, payer := w.unit.isPlain(l.Unit), w.tariff.isPlain(l.Tariff), w.payer.isPlain(l.Payer)
	usual := l.Revision == 0 && l.Anchor <= 1 && l.Season.IsZero() && l.Facts.Quoted == nil && l.Facts.Metered == nil && l.Facts.Share == nil
	if !unit || !tariff || !payer || !usual || len(w.from) < len("2006-01") {
		for _, cell := range []string{l.ChargeID(), l.ID(), l.Unit, l.Tariff} {
			dst = append(appendText(dst, cell), ',')
		}
		return appendText(dst, l.Payer)
	}
	at := len(dst)
	dst = append(dst, l.Tariff...)
	dst = append(dst, '/')
	dst = append(dst, l.Unit...)
	dst = append(dst, '/')
	keyed := len(dst)
	dst = append(dst, w.from[:len("2006-01")]...)
	dst = append(dst, ',')
	dst = append(dst, dst[at:keyed]...)
	dst = append(dst, l.Payer...)
	dst = append(dst, '/')
	dst = append(dst, w.from...)
	dst = append(dst, ',')
	dst = append(dst, l.Unit...)
	dst = append(dst, ',')
	dst = append(dst, l.Tariff...)
	dst = append(dst, ',')
	return append(dst, l.Payer...)
}
