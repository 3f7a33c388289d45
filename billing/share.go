package billing

import (
	"math/big"
	"strconv"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Share is what a unit pays of a cost that several share, for some of the cost's days.
type Share struct {
	// Cost is the code of the cost.
	Cost string `json:"cost"`
	// Total is what the cost comes to.
	Total money.Amount `json:"total"`
	// Weights are the unit's weights, by part of the cost.
	Weights []Weighted `json:"weights"`
	// Remainder is who takes what rounding leaves over.
	Remainder RemainderRule `json:"remainder"`
	// Rank is the unit's place by the size of its remainder, from 1, and Odd how many least units are
	// given to the largest; only under that rule.
	Rank uint32 `json:"rank,omitzero"`
	Odd  uint32 `json:"odd,omitzero"`
	// Extra is what the unit takes on top of its rounded share, where it is the one to take the
	// remainder.
	Extra money.Amount `json:"extra,omitzero"`
	// Share is the unit's share of the total.
	Share money.Amount `json:"share"`
	// Terms are what the lease agreed.
	Terms *SharedTerms `json:"terms,omitempty"`
	// Before are the days of the cost's period before the line, Days those of the line, Of all.
	Before uint16 `json:"before,omitzero"`
	Days   uint16 `json:"days"`
	Of     uint16 `json:"of"`
	// Source is the document the cost stands in.
	Source string `json:"source,omitempty"`
}

// Weighted is a unit's weight in a part of a cost.
type Weighted struct {
	// By is the JSON name of what it is shared by.
	By string `json:"by"`
	// Part is the part of the cost.
	Part money.Rate `json:"part"`
	// Weight is the unit's weight; Of the sum of all.
	Weight explain.Value `json:"weight"`
	Of     explain.Value `json:"of"`
	// Formula is how a weight by formula came about.
	Formula *Working `json:"formula,omitempty"`
}

// SharedTerms are the terms of a lease in a share: what the cost's time has of a year's.
type SharedTerms struct {
	// Base is the part of the share that the rent contains.
	Base money.Amount `json:"base"`
	// Cap is the most the tenant pays above it; unset: no cap.
	Cap *money.Amount `json:"cap,omitempty"`
	// Owner says that the line is the owner's: of what the tenant does not pay.
	Owner bool `json:"owner,omitempty"`
	// Source is the lease.
	Source string `json:"source,omitempty"`
}

// tenant returns what a tenant pays of a share: what is above the base, up to the cap.
func (t SharedTerms) tenant(share int64) int64 {
	above := max(share-t.Base.Minor(), 0)
	if t.Cap != nil {
		above = min(above, t.Cap.Minor())
	}
	return above
}

// quota returns the exact share of the total in least units; false where a figure is none.
func (s Share) quota() (*big.Rat, bool) {
	sum := new(big.Rat)
	for _, w := range s.Weights {
		weight, ok1 := explain.Number(w.Weight.Text)
		of, ok2 := explain.Number(w.Of.Text)
		if !ok1 || !ok2 || of.Sign() <= 0 || weight.Sign() < 0 || weight.Cmp(of) > 0 || w.Weight.Unit != w.Of.Unit || w.Part.Micro() < 0 {
			return nil, false
		}
		part := weight.Mul(weight, big.NewRat(w.Part.Micro(), one))
		sum.Add(sum, part.Quo(part, of))
	}
	return sum.Mul(sum, new(big.Rat).SetInt64(s.Total.Minor())), len(s.Weights) > 0
}

// share computes the unit's share of the total again, in least units.
func (s Share) share() (int64, error) {
	exact, ok := s.quota()
	if !ok || s.Total.Sign() < 0 {
		return 0, invalid.Value(ErrShareWeights, s.Cost)
	}
	mode := money.ModeFloor
	if s.Remainder == LastUnit || s.Remainder == LargestWeight {
		mode = money.ModeHalfUp
	}
	rounder, err := money.Rounding{Mode: mode}.Compile(s.Total.Currency())
	if err != nil {
		return 0, err
	}
	minor, err := rounder.Rat(exact)
	if s.Remainder == LargestRemainder && s.Rank > 0 && s.Rank <= s.Odd {
		minor++
	}
	return minor + s.Extra.Minor(), err
}

// amount returns what the line's days come to of the share, in least units: of the tenant's part or
// the owner's where a lease has terms.
func (s Share) amount() (int64, error) {
	if s.Of == 0 {
		return 0, invalid.Value(ErrShareWeights, s.Cost)
	}
	whole, part := s.Share.Minor(), int64(0)
	if s.Terms != nil {
		part = s.Terms.tenant(whole)
	}
	through := func(minor int64, days uint16) (int64, error) {
		switch days {
		case 0:
			return 0, nil
		case s.Of:
			return minor, nil
		}
		return money.HalfUp().Rat(big.NewRat(1, 1).Mul(big.NewRat(minor, 1), big.NewRat(int64(days), int64(s.Of))))
	}
	between := func(minor int64) (int64, error) {
		upto, err1 := through(minor, s.Before+s.Days)
		before, err2 := through(minor, s.Before)
		if err1 != nil {
			return 0, err1
		}
		return upto - before, err2
	}
	switch {
	case s.Terms == nil:
		return between(whole)
	case !s.Terms.Owner:
		return between(part)
	}
	all, err1 := between(whole)
	tenant, err2 := between(part)
	if err1 != nil {
		return 0, err1
	}
	return all - tenant, err2
}

// amounts returns the amounts that are set.
func (s Share) amounts() []money.Amount {
	out := []money.Amount{s.Total, s.Share}
	if s.Extra != (money.Amount{}) {
		out = append(out, s.Extra)
	}
	if s.Terms != nil {
		out = append(out, s.Terms.Base)
		if s.Terms.Cap != nil {
			out = append(out, *s.Terms.Cap)
		}
	}
	return out
}

// verifyShare checks what the line says of the share itself.
func (l Line) verifyShare(list *invalid.List) {
	s := l.Facts.Share
	list.Enter("facts")
	list.Enter("share")
	defer list.Leave()
	defer list.Leave()
	c := l.Amount.Currency()
	for _, a := range s.amounts() {
		if a.Currency() != c {
			list.Add(ErrCurrency, a.String(), c.String())
			return
		}
	}
	if r, _ := lineRounding(money.HalfUp(), c); l.Rounding != r {
		list.Add(ErrRounding, l.Rounding.String())
	}
	remainderWords().Check(list, "remainder", uint8(s.Remainder))
	if s.Remainder == 0 {
		list.At("remainder").Add(invalid.ErrRequired, "remainder")
	}
	minor, err := s.share()
	if list.Take(err); err != nil {
		return
	}
	checkAmount(list, "share", ErrLineAmount, s.Share, s.Share.With(minor))
	days := l.Period.Days()
	if s.Of == 0 || int(s.Days) != days || int(s.Before)+int(s.Days) > int(s.Of) {
		list.At("days").Add(ErrLineDays, strconv.Itoa(int(s.Days)), strconv.Itoa(int(s.Of)), l.Period.String())
	}
	for i, w := range s.Weights {
		if w.Formula != nil {
			list.Enter("weights")
			list.EnterIndex(i)
			w.Formula.verify(list, "formula", w.Weight)
			list.Leave()
			list.Leave()
		}
	}
}
