package property

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// AllFees in [Tenancy.Pays] stands for every fee.
const AllFees = "*"

// Tenancy is the holding of a unit by one or several parties for a term:
// ownership (产权), lease (租赁), public rental (公租).
type Tenancy struct {
	// Code identifies the tenancy. It may be left out when the unit has no other of
	// the same kind starting on the same day.
	Code string `json:"code,omitempty"`
	// Unit is the code of the unit.
	Unit string `json:"unit"`
	// Kind is what the holders may do with it.
	Kind TenancyKind `json:"kind"`
	// Holders are the parties, with their shares where there are several.
	Holders []Holder `json:"holders"`
	// Term is the time it is in force, half-open; without end it goes on.
	Term civil.Period `json:"term"`
	// Pays are the codes of the fees the holders pay to the manager, "*" for all. An
	// owner pays what no one else does and needs none.
	Pays []string `json:"pays,omitempty"`
	// Agreed are the prices that it agrees for single fees (约定价格), such as a rent; each fee
	// once.
	Agreed []Agreed `json:"agreed,omitempty"`
	// MovedIn is the first day the holders use the unit. Unset, the holder of a
	// lease uses it from the start of the term, and an owner does not use it.
	MovedIn civil.Date `json:"movedIn,omitzero"`
	// MovedOut is the first day they no longer use it. Unset: the end of the term.
	MovedOut civil.Date `json:"movedOut,omitzero"`
	// EndReason is why it ended before its time.
	EndReason EndReason `json:"endReason,omitzero"`
	// ExternalIDs are its codes in other systems.
	ExternalIDs ExternalIDs `json:"externalIds,omitempty"`
}

// Holder is a party of a tenancy with its share (共有份额).
type Holder struct {
	// Party is the code of the party.
	Party string `json:"party"`
	// Share is its part; if every holder leaves it out they hold equal parts.
	Share Share `json:"share,omitzero"`
}

// TenancyKind is what a holding allows; zero is unset.
type TenancyKind uint8

// Kinds of tenancy.
const (
	Ownership    TenancyKind = iota + 1 // 产权
	Lease                               // 租赁
	PublicRental                        // 公租房
	ShortLet                            // 短租: a temporary office or whole-office package (rule PROP-67)
	SelfUse                             // 自用: the estate's own holder uses it
)

func tenancyKindWords() invalid.Words {
	return invalid.Words{"ownership", "lease", "publicRental", "shortLet", "selfUse"}
}

// String returns the word of the kind.
func (k TenancyKind) String() string { return tenancyKindWords().Of("TenancyKind", uint8(k)) }

// MarshalText returns the word of the kind.
func (k TenancyKind) MarshalText() ([]byte, error) {
	return tenancyKindWords().Marshal(uint8(k))
}

// UnmarshalText reads the word of a kind.
func (k *TenancyKind) UnmarshalText(text []byte) error {
	return tenancyKindWords().Unmarshal(text, (*uint8)(k))
}

// IsLetting reports whether the holder has the unit from somebody else.
func (k TenancyKind) IsLetting() bool { return k == Lease || k == PublicRental || k == ShortLet }

// EndReason is why a tenancy ended early; zero is unset.
//
// Source: rule PROP-11.
type EndReason uint8

// Reasons a lease is lost.
const (
	Relocation        EndReason = iota + 1 // 转变投资地点
	ChangeOfDirection                      // 转变投资方向
	Merger                                 // 兼并
	Bankruptcy                             // 破产
	OtherReason                            // 其他
)

func endReasonWords() invalid.Words {
	return invalid.Words{"relocation", "changeOfDirection", "merger", "bankruptcy", "other"}
}

// String returns the word of the reason.
func (r EndReason) String() string { return endReasonWords().Of("EndReason", uint8(r)) }

// MarshalText returns the word of the reason.
func (r EndReason) MarshalText() ([]byte, error) { return endReasonWords().Marshal(uint8(r)) }

// UnmarshalText reads the word of a reason.
func (r *EndReason) UnmarshalText(text []byte) error {
	return endReasonWords().Unmarshal(text, (*uint8)(r))
}

// Check reports every problem of the document by itself; a [Builder] checks it
// against its unit, its parties and the unit's other tenancies.
func (t Tenancy) Check(l *invalid.List) {
	checkCodeOrNone(l, "code", t.Code)
	checkCode(l, "unit", t.Unit)
	switch {
	case t.Kind == 0:
		l.At("kind").Add(invalid.ErrRequired, "kind")
	case t.Kind > SelfUse:
		checkWord(l, "kind", t.Kind)
	}
	if t.EndReason > OtherReason {
		checkWord(l, "endReason", t.EndReason)
	}
	l.Enter("term")
	t.Term.Check(l)
	l.Leave()
	t.checkHolders(l)
	for i, fee := range t.Pays {
		switch {
		case fee == "" || !validCode(fee):
			l.At("pays", i).Add(ErrCode, strconv.Quote(fee))
		case slices.Contains(t.Pays[:i], fee):
			l.At("pays", i).Add(ErrDuplicate, "fee", fee)
		}
	}
	if len(t.Agreed) > 0 {
		t.checkAgreed(l)
	}
	t.checkUse(l)
	if len(t.ExternalIDs) > 0 {
		checkExternal(l, t.ExternalIDs)
	}
}

func (t Tenancy) checkHolders(l *invalid.List) {
	if len(t.Holders) == 0 {
		l.At("holders").Add(invalid.ErrRequired, "holders")
	}
	shares := 0
	for i, h := range t.Holders {
		switch {
		case h.Party == "":
			l.At("holders", i, "party").Add(invalid.ErrRequired, "party")
		case slices.ContainsFunc(t.Holders[:i], func(earlier Holder) bool { return earlier.Party == h.Party }):
			l.At("holders", i, "party").Add(ErrDuplicate, "party", h.Party)
		}
		if !h.Share.IsZero() {
			shares++
		}
	}
	if shares > 0 && !sumsToOne(t.Holders) {
		l.At("holders").Add(ErrShares, t.Unit)
	}
}

// checkUse reports a time of use that leaves the term.
func (t Tenancy) checkUse(l *invalid.List) {
	in, out := t.MovedIn, t.MovedOut
	if !in.IsZero() && !t.Term.Contains(in) {
		l.At("movedIn").Add(ErrOutsideTerm, in.String(), t.Term.String())
	}
	afterTerm := !t.Term.IsOpen() && out.After(t.Term.End)
	if !out.IsZero() && (out.Before(t.Term.Start) || afterTerm || out.Before(in)) {
		l.At("movedOut").Add(ErrOutsideTerm, out.String(), t.Term.String())
	}
}
