package billing

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/policy"
)

// Proration is how part months are charged (不足月的计费). The denominator is always the whole
// month, never the clipped one, and a month charged throughout is charged in full.
type Proration struct {
	// Method is how much of the month of entry and of exit is charged. Unset: actual days.
	Method ProrationMethod `json:"method,omitzero"`
	// Exit is another method for the month of exit. Unset: Method; nextMonth needs one.
	Exit ProrationMethod `json:"exit,omitzero"`
	// Handover is another method for the month in which the developer hands the unit
	// over to its owner (交付当月). Unset: Method.
	Handover ProrationMethod `json:"handover,omitzero"`
	// HandoverPolicy is the key of the policy row whose text is the method of the month of
	// handover in the community's region; where no row holds, Handover or Method does.
	HandoverPolicy string `json:"handoverPolicy,omitempty"`
	// EntryDayFree says that the day of entry is not charged to who enters.
	EntryDayFree bool `json:"entryDayFree,omitempty"`
	// ExitDayFree says that the last day of who leaves, with nobody after, is not charged.
	ExitDayFree bool `json:"exitDayFree,omitempty"`
}

// ProrationMethod is how much of a month is charged to who enters or leaves inside it; zero
// means actual days. Where one payer follows another inside a month, who enters pays by the
// method and who leaves pays the rest, so that the month is never charged twice.
//
// Days are counted from the first day of the charge month, which is day 1.
type ProrationMethod uint8

// Methods of proration.
const (
	// ActualDays charges days ÷ days of the month, both ends included (按实际天数).
	ActualDays ProrationMethod = iota + 1
	// Thirty charges thirtieths: entering on day d 30 − min(d, 30) + 1, leaving on day d
	// min(d, 30) (每月按 30 天).
	Thirty
	// Year365 charges part months by the day: ×12 ÷ 365 × days (按年 365 天).
	Year365
	// HalfMonth charges the full month for entry by the 15th and half for later; half for exit by
	// the 15th and the full month for later (按半月).
	HalfMonth
	// WholeMonth charges every month, or season, begun in full (不足月按整月).
	WholeMonth
	// NextMonth charges nothing for the month of entry (次月起计). It is a method for
	// entries only.
	NextMonth
	// PerDay is for prices per day: price × days, months do not matter (按日单价).
	PerDay
)

func prorationWords() invalid.Words {
	return invalid.Words{"actualDays", "thirty", "year365", "halfMonth", "wholeMonth", "nextMonth", "perDay"}
}

// String returns the word of the method.
func (m ProrationMethod) String() string { return prorationWords().Of("ProrationMethod", uint8(m)) }

// MarshalText returns the word of the method.
func (m ProrationMethod) MarshalText() ([]byte, error) { return prorationWords().Marshal(uint8(m)) }

// UnmarshalText reads the word of a method.
func (m *ProrationMethod) UnmarshalText(text []byte) error {
	return prorationWords().Unmarshal(text, (*uint8)(m))
}

func (p Proration) check(l *invalid.List) {
	l.Enter("proration")
	defer l.Leave()
	prorationWords().Check(l, "method", uint8(p.Method))
	prorationWords().Check(l, "exit", uint8(p.Exit))
	prorationWords().Check(l, "handover", uint8(p.Handover))
	switch {
	case p.Exit == NextMonth:
		l.At("exit").Add(ErrExitMethod)
	case p.Method == NextMonth && p.Exit == 0:
		l.At("exit").Add(invalid.ErrRequired, "exit")
	}
	daily := p.Method == PerDay
	if daily && (p.Exit != 0 || p.Handover != 0 || p.HandoverPolicy != "") || !daily && (p.Exit == PerDay || p.Handover == PerDay) {
		l.Add(ErrPerDay)
	}
}

// prorating is a proration compiled for one charge month.
type prorating struct {
	entry, exit, handover ProrationMethod
	entryFree, exitFree   bool
}

func (p Proration) compile() prorating {
	out := prorating{entry: max(p.Method, ActualDays), entryFree: p.EntryDayFree, exitFree: p.ExitDayFree}
	out.exit, out.handover = out.entry, out.entry
	if p.Exit != 0 {
		out.exit = p.Exit
	}
	if p.Handover != 0 {
		out.handover = p.Handover
	}
	return out
}

// handoverMethod is the method of handovers from a day on.
type handoverMethod struct {
	from   civil.Date
	method ProrationMethod
}

// handovers returns the methods for handovers in the month, by first day: those that the region's
// policy sets, and the proration's own where it sets none.
//
// Errors: [ErrHandoverPolicy] for a row that names no method.
func (p Proration) handovers(policies *policy.Table, region string, month civil.Period) ([]handoverMethod, error) {
	own := p.compile().handover
	if p.HandoverPolicy == "" {
		return []handoverMethod{{month.Start, own}}, nil
	}
	var out []handoverMethod
	for _, day := range policies.Changes([]civil.Date{month.Start}, region, p.HandoverPolicy, month) {
		m := own
		if row, ok := policies.Lookup(region, p.HandoverPolicy, day); ok {
			if err := m.UnmarshalText([]byte(row.Value)); err != nil || m == 0 || m == PerDay {
				return nil, invalid.Value(ErrHandoverPolicy, p.HandoverPolicy, row.Value)
			}
		}
		out = append(out, handoverMethod{day, m})
	}
	return out, nil
}

// handoverOn returns the method for a handover on a day of the month.
func (m *month) handoverOn(on civil.Date) ProrationMethod {
	method := m.prorating.handover
	for _, h := range m.handovers {
		if h.from <= on {
			method = h.method
		}
	}
	return method
}

// usual reports whether every part month is charged by its days.
func (m *month) usual() bool {
	return m.prorating.usual() && !slices.ContainsFunc(m.handovers, func(h handoverMethod) bool { return h.method != ActualDays })
}

// usual reports whether every part month is charged by its days.
func (p prorating) usual() bool {
	return p == prorating{entry: ActualDays, exit: ActualDays, handover: p.handover}
}

// part is a part of a month's charge, num ÷ den; den is never 0.
type part struct{ num, den uint64 }

func (p part) isZero() bool { return p.num == 0 }

// less reports whether p < q.
func (p part) less(q part) bool { return p.num*q.den < q.num*p.den }

// minus returns p − q for q ≤ p.
func (p part) minus(q part) part {
	switch {
	case q.num == 0:
		return p
	case p.den == q.den:
		return part{p.num - q.num, p.den}
	}
	return part{p.num*q.den - q.num*p.den, p.den * q.den}.reduced()
}

// reduced returns the part in lowest terms.
func (p part) reduced() part {
	g := gcd(p.num, p.den)
	return part{p.num / g, p.den / g}
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, 1)
}

// entering is the part of a month of n days owed by who enters on day d and stays.
func (m ProrationMethod) entering(d, n uint64) part {
	switch m {
	case Thirty:
		return part{30 - min(d, 30) + 1, 30}
	case Year365:
		return part{12 * (n - d + 1), 365}
	case HalfMonth:
		if d <= 15 {
			return part{1, 1}
		}
		return part{1, 2}
	case WholeMonth:
		return part{1, 1}
	case NextMonth:
		return part{0, 1}
	case PerDay:
		return part{n - d + 1, 1}
	case ActualDays:
	}
	return part{n - d + 1, n}
}

// leaving is the part of a month of n days owed by who was there before and leaves with day
// d as the last.
func (m ProrationMethod) leaving(d, n uint64) part {
	switch m {
	case Thirty:
		return part{min(d, 30), 30}
	case Year365:
		return part{12 * d, 365}
	case HalfMonth:
		if d <= 15 {
			return part{1, 2}
		}
		return part{1, 1}
	case WholeMonth:
		return part{1, 1}
	case PerDay:
		return part{d, 1}
	case ActualDays, NextMonth:
	}
	return part{d, n}
}

// stay is the part of a month of n days owed for the days from a to b, where a is an entry
// by the one method and b an exit by the other, if they are one at all.
func stay(entry, exit ProrationMethod, a, b, n uint64, enters, leaves bool) part {
	switch {
	case enters && leaves && (entry == Year365 && exit == Year365):
		return part{12 * (b - a + 1), 365}
	case entry == PerDay:
		return part{b - a + 1, 1}
	case enters && leaves:
		in, out := entry.entering(a, n), exit.leaving(b, n)
		if in.den != out.den {
			in, out = part{in.num * out.den, in.den * out.den}, part{out.num * in.den, in.den * out.den}
		}
		if in.num+out.num <= in.den {
			return part{0, 1}
		}
		return part{in.num + out.num - in.den, in.den}
	case enters:
		return entry.entering(a, n)
	case leaves:
		return exit.leaving(b, n)
	default:
		return part{n, n}
	}
}
