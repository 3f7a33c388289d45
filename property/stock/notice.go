package stock

import (
	"cmp"
	"math"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// NoticeKind says what is odd about a move that is allowed (提示类型). Its zero is unset.
type NoticeKind uint8

const (
	// Backdated was recorded after a count of a later day at the same place: the count's difference changed (盘点后补录).
	Backdated NoticeKind = iota + 1
	// OutOfOrder took a lot by name while another in date was to be taken first (未按顺序出库).
	OutOfOrder
	// NoPosition issued a wear part without saying where it is fitted, so that its service life is not followed.
	NoPosition
	// Unexplained is a count that differs from the books without a reason (盘点差异未说明原因).
	Unexplained
	// ReceivedExpired came in out of date (入库即过期).
	ReceivedExpired
)

func noticeWords() invalid.Words {
	return invalid.Words{"backdated", "outOfOrder", "noPosition", "unexplained", "receivedExpired"}
}

// String returns the word, or "NoticeKind(9)" for a number that is none.
func (k NoticeKind) String() string { return noticeWords().Of("NoticeKind", uint8(k)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (k NoticeKind) MarshalText() ([]byte, error) { return noticeWords().Marshal(uint8(k)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (k *NoticeKind) UnmarshalText(text []byte) error {
	return noticeWords().Unmarshal(text, (*uint8)(k))
}

// Notice is something odd about a move that is allowed (提示). It changes no figure.
type Notice struct {
	// Kind says what.
	Kind NoticeKind `json:"kind"`
	// Seq is the number of the move, On its day, Item what it moved.
	Seq  int64      `json:"seq"`
	On   civil.Date `json:"on"`
	Item string     `json:"item"`
	// Count is the number of the count that a backdated move was recorded after, the first of them.
	Count int64 `json:"count,omitempty"`
}

type notice struct {
	kind  NoticeKind
	move  int32
	count int64
}

func (r *replay) tell(n notice) { r.notices = append(r.notices, n) }

// notice tells what is odd about an issue.
func (r *replay) notice(i int32) {
	m, a := &r.moves[i], &r.acts[i]
	if a.state == refused {
		return
	}
	if r.store.items[a.item].wears() && m.Position == "" {
		r.tell(notice{kind: NoPosition, move: i})
	}
	c := choice{m.Lot, m.Expires, m.On}
	last := r.effects[len(r.effects)-1].lot
	order := r.store.items[a.item].order()
	for _, l := range r.layers[a.cell] {
		if r.lots.compare(order, l.lot, last) >= 0 {
			return
		}
		if t := &r.lots.all[l.lot]; !c.matches(t) && t.inDate(m.On) {
			r.tell(notice{kind: OutOfOrder, move: i})
			return
		}
	}
}

// backdated goes through the moves backwards and tells of those recorded after a count that they come before.
func (r *replay) backdated(order []int32) {
	first := make([]int64, len(r.store.cells)) // the first recorded of the counts that come later, by cell
	for i := range first {
		first[i] = math.MaxInt64
	}
	for _, i := range slices.Backward(order) {
		m, a := &r.moves[i], &r.acts[i]
		count := first[a.cell]
		for _, e := range r.effects[a.first:a.end] {
			count = min(count, first[e.cell])
		}
		if count < m.Seq {
			r.tell(notice{Backdated, i, count})
		}
		if m.Kind == Counted {
			first[a.cell] = min(first[a.cell], m.Seq)
		}
	}
}

func (r *replay) sortedNotices() []notice {
	slices.SortFunc(r.notices, func(a, b notice) int {
		return cmp.Or(cmp.Compare(r.moves[a.move].Seq, r.moves[b.move].Seq), cmp.Compare(a.kind, b.kind))
	})
	return r.notices
}

// Notices returns what is odd about moves up to the day, by number.
func (l *Ledger) Notices() []Notice {
	var out []Notice
	for _, n := range l.notices {
		m := &l.moves[n.move]
		out = append(out, Notice{n.kind, m.Seq, m.On, m.Item, n.count})
	}
	return out
}
