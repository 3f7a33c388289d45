package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"iter"
	"runtime"
	"time"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
)

// written is what one way of writing lines.csv came to.
type written struct {
	digest string // SHA-256 of lines.csv, in hexadecimal
	lines  int
	bytes  int
	took   time.Duration
}

// rate returns lines a second.
func (w written) rate() int { return perSecond(w.lines, w.took) }

func perSecond(n int, took time.Duration) int {
	return int(float64(n) / max(took.Seconds(), 1e-9))
}

// differs is returned when two ways of cutting a run do not give the same lines.csv.
type differs struct{ whole, cut written }

func (d differs) Error() string {
	return fmt.Sprintf("lines.csv of one range is %s (%d lines), of several %s (%d lines)",
		d.whole.digest, d.whole.lines, d.cut.digest, d.cut.lines)
}

// prove returns an error unless both ways gave equal bytes.
func prove(whole, cut written) error {
	if whole.digest != cut.digest || whole.lines != cut.lines || whole.bytes != cut.bytes {
		return differs{whole, cut}
	}
	return nil
}

// summer adds up the bytes that pass.
type summer struct {
	hash.Hash
	n int
}

// Write takes in bytes; it never fails.
func (s *summer) Write(b []byte) (int, error) {
	s.n += len(b)
	return s.Hash.Write(b)
}

func newSummer() *summer { return &summer{Hash: sha256.New()} }

func (s *summer) digest() string { return hex.EncodeToString(s.Sum(nil)) }

// writeWhole bills the run as one range and streams lines and bills to the files.
func writeWhole(run *billing.Run, f *files, add func(int)) (written, error) {
	start := time.Now()
	sum := newSummer()
	rows := csv.NewLineWriter(io.MultiWriter(f.lines, sum))
	out := written{}
	units, last := 0, ""
	for b := range billed(run, 0, run.Len()) {
		if b.Unit != last {
			last = b.Unit
			if units++; units%chunk == 0 {
				add(chunk)
			}
		}
		out.lines += len(b.Lines)
		if err := rows.Write(b.Lines); err != nil {
			return out, err
		}
		if err := f.billRows.Write(b); err != nil {
			return out, err
		}
	}
	if err := rows.Flush(); err != nil {
		return out, err
	}
	if err := f.billRows.Flush(); err != nil {
		return out, err
	}
	out.digest, out.bytes, out.took = sum.digest(), sum.n, time.Since(start)
	return out, nil
}

// chunk is how many units are billed between two steps of the progress bar.
const chunk = 4096

// billed yields the bills of a range, held ones too: their error is in them.
func billed(run *billing.Run, lo, hi property.Ref) iter.Seq[billing.Bill] {
	return func(yield func(billing.Bill) bool) {
		for b := range run.Bills(lo, hi) { //nolint:errcheck // an error speaks of one unit, whose bill says it is held
			if !yield(b) {
				return
			}
		}
	}
}

// part is one range of a run that is cut, and its rows once they are done.
type part struct {
	first  bool // of the run, which has the header
	lo, hi property.Ref
	rows   bytes.Buffer
	lines  int
	err    error
	done   chan struct{}
}

// writeCut bills the run in ranges, several at a time, each by a goroutine of its own that
// shares nothing with the others but the run, and joins their rows in order. A few ranges
// are in memory at a time.
func writeCut(run *billing.Run, cuts int, add func(int)) (written, error) {
	start := time.Now()
	queue := make(chan *part, runtime.GOMAXPROCS(0)-1)
	go dispatch(run, cuts, queue)
	sum := newSummer()
	out := written{}
	var failed error
	for p := range queue {
		<-p.done
		if p.err != nil && failed == nil {
			failed = p.err
		}
		rows := p.rows.Bytes()
		if !p.first {
			rows = rows[min(len(rows), len(csv.LinesHeader)+1):]
		}
		if _, err := sum.Write(rows); err != nil {
			failed = err
		}
		out.lines += p.lines
		add(int(p.hi - p.lo))
	}
	out.digest, out.bytes, out.took = sum.digest(), sum.n, time.Since(start)
	return out, failed
}

// dispatch starts the ranges in order. The queue keeps it from running far ahead of who
// takes them out.
func dispatch(run *billing.Run, cuts int, queue chan<- *part) {
	for i := range cuts {
		p := &part{first: i == 0, lo: bound(run, cuts, i), hi: bound(run, cuts, i+1), done: make(chan struct{})}
		queue <- p
		go p.write(run)
	}
	close(queue)
}

// bound returns where the i-th of the ranges begins.
func bound(run *billing.Run, cuts, i int) property.Ref {
	return property.Ref(int64(run.Len()) * int64(i) / int64(cuts))
}

// write writes the lines.csv of the range.
func (p *part) write(run *billing.Run) {
	defer close(p.done)
	rows := csv.NewLineWriter(&p.rows)
	for b := range billed(run, p.lo, p.hi) {
		p.lines += len(b.Lines)
		if p.err = rows.Write(b.Lines); p.err != nil {
			return
		}
	}
	p.err = rows.Flush()
}
