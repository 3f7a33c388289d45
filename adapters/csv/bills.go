package csv

import (
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/billing"
)

// BillWriter writes bills.csv, UTF-8 with LF. Use [NewBillWriter].
type BillWriter struct {
	lines LineWriter // its buffer and error
	p     *message.Printer
}

// NewBillWriter returns a writer that has the header ready. The reasons of held units are
// written in the printer's language; nil means English.
func NewBillWriter(w io.Writer, p *message.Printer) *BillWriter {
	out := &BillWriter{p: p}
	out.lines.w = w
	out.lines.buf = append(append(make([]byte, 0, bufferSize+4096), BillsHeader...), '\n')
	return out
}

// Write writes one bill, held ones too.
//
// Errors: those of the underlying writer; after one nothing more is written.
func (w *BillWriter) Write(b billing.Bill) error {
	w.lines.buf = w.append(w.lines.buf, b)
	if len(w.lines.buf) >= bufferSize {
		return w.Flush()
	}
	return w.lines.err
}

// Flush writes what is still collected.
func (w *BillWriter) Flush() error { return w.lines.Flush() }

func (w *BillWriter) append(dst []byte, b billing.Bill) []byte {
	dst = appendText(dst, b.ID())
	dst = append(dst, ',')
	dst = appendText(dst, b.Unit)
	dst = append(dst, ',')
	dst = appendText(dst, b.Payer)
	dst = append(dst, ',')
	dst = appendText(dst, holders(b))
	dst = append(dst, ',')
	dst = appendText(dst, strings.Join(b.Liable, ";"))
	dst = append(dst, ',')
	dst = b.Period.Start.Append(dst)
	dst = append(dst, ',')
	dst = b.Period.Last().Append(dst)
	dst = append(dst, ',')
	if b.IsHeld() {
		dst = append(dst, ",,,,,"...)
		return append(appendText(dst, w.reasons(b)), '\n')
	}
	dst = strconv.AppendInt(dst, int64(len(b.Lines)), 10)
	dst = append(dst, ',')
	dst = b.Net.AppendNumber(dst)
	dst = append(dst, ',')
	dst = b.Tax.AppendNumber(dst)
	dst = append(dst, ',')
	dst = b.Total.AppendNumber(dst)
	dst = append(dst, ',')
	dst = append(dst, b.Total.Currency().String()...)
	return append(dst, ",\n"...)
}

func holders(b billing.Bill) string {
	out := make([]string, len(b.Payers))
	for i, h := range b.Payers {
		out[i] = h.Party
		if len(b.Payers) > 1 || strings.ContainsAny(h.Party, ":;") {
			out[i] += ":" + h.Share.String()
		}
	}
	return strings.Join(out, ";")
}

func (w *BillWriter) reasons(b billing.Bill) string {
	out := make([]string, len(b.Held))
	for i, f := range b.Held {
		if w.p == nil {
			out[i] = f.Error()
			continue
		}
		out[i] = f.Text(w.p)
	}
	return strings.Join(out, "; ")
}
