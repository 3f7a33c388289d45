package billing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Book is a collection of tariffs in one currency (收费标准).
type Book struct {
	// Currency is the currency of every price.
	Currency money.Currency `json:"currency"`
	// Charters are the charters that tariffs belong to, with their versions over time.
	Charters []Charter `json:"charters,omitempty"`
	// Tariffs are the tariffs, in any order; lines stand in the order of their codes.
	Tariffs []Tariff `json:"tariffs"`
	// Totals is how the totals of bills are rounded. Unset: a total is the sum of its lines.
	Totals *Totals `json:"totals,omitempty"`
}

// Charter is a community's charter of services and fees (社区物业服务章程).
//
// Source: rule BILL-09.
type Charter struct {
	// Code identifies the charter.
	Code string `json:"code"`
	// Versions are the versions in force over time.
	Versions civil.History[string] `json:"versions"`
}

// Totals rounds the total of a bill and shows the difference as a line of its own
// (合计舍入, 抹零).
type Totals struct {
	// Code is the tariff code of the rounding line; no tariff may have it. Unset: "rounding".
	Code string `json:"code,omitempty"`
	// Of is what is rounded. Unset: the sum of the lines.
	Of TotalOf `json:"of,omitzero"`
	// Rounding is the mode and step, such as down to 0.1 (抹去分) or half up to 0.01.
	Rounding money.Rounding `json:"rounding"`
}

// TotalOf is what the rounding of a total starts from; zero means the lines.
type TotalOf uint8

// What a total is rounded from.
const (
	// OfLines is the sum of the rounded lines.
	OfLines TotalOf = iota + 1
	// OfExact is the exact sum of what the lines were rounded from.
	OfExact
)

func totalOfWords() invalid.Words { return invalid.Words{"lines", "exact"} }

// String returns the word.
func (t TotalOf) String() string { return totalOfWords().Of("TotalOf", uint8(t)) }

// MarshalText returns the word.
func (t TotalOf) MarshalText() ([]byte, error) { return totalOfWords().Marshal(uint8(t)) }

// UnmarshalText reads the word.
func (t *TotalOf) UnmarshalText(text []byte) error {
	return totalOfWords().Unmarshal(text, (*uint8)(t))
}

// defaultTotalsCode is the code of rounding lines where the book gives none.
const defaultTotalsCode = "rounding"

func (t Totals) code() string {
	if t.Code == "" {
		return defaultTotalsCode
	}
	return t.Code
}

// Check reports every problem of the book.
func (b Book) Check(l *invalid.List) {
	if b.Currency.IsZero() {
		l.At("currency").Add(invalid.ErrRequired, "currency")
	} else if _, err := money.ParseCurrency(b.Currency.String()); err != nil {
		l.At("currency").Take(err)
		b.Currency = money.Currency{} // what depends on it has nothing to add
	}
	if len(b.Tariffs) == 0 {
		l.At("tariffs").Add(invalid.ErrRequired, "tariffs")
	}
	b.checkCharters(l)
	seen := map[string]bool{}
	l.Enter("tariffs")
	for i, t := range b.Tariffs {
		l.EnterIndex(i)
		t.check(l, b.Currency)
		b.checkCharter(l, t.Charter)
		if seen[t.Code] {
			l.At("code").Add(ErrTariffTwice, strconv.Quote(t.Code))
		}
		seen[t.Code] = true
		l.Leave()
	}
	b.checkPercents(l)
	l.Leave()
	b.checkTotals(l, seen)
}

func (b Book) checkCharters(l *invalid.List) {
	l.Enter("charters")
	defer l.Leave()
	for i, c := range b.Charters {
		l.EnterIndex(i)
		if !property.IsCode(c.Code) {
			l.At("code").Add(ErrTariffCode, strconv.Quote(c.Code))
		}
		if slices.ContainsFunc(b.Charters[:i], func(o Charter) bool { return o.Code == c.Code }) {
			l.At("code").Add(ErrTariffTwice, strconv.Quote(c.Code))
		}
		if len(c.Versions) == 0 {
			l.At("versions").Add(invalid.ErrRequired, "versions")
		}
		l.Enter("versions")
		c.Versions.Check(l, func(l *invalid.List, v string) {
			if v == "" {
				l.Add(invalid.ErrRequired, "version")
			}
		})
		l.Leave()
		l.Leave()
	}
}

func (b Book) checkCharter(l *invalid.List, c *CharterVersion) {
	if c == nil {
		return
	}
	for _, have := range b.Charters {
		if have.Code != c.Code {
			continue
		}
		if !slices.ContainsFunc(have.Versions, func(e civil.Entry[string]) bool { return e.Value == c.Version }) {
			l.At("charter", "version").Add(ErrNoCharter, c.Code, c.Version)
		}
		return
	}
	l.At("charter", "code").Add(ErrNoCharter, c.Code, c.Version)
}

func (b Book) checkTotals(l *invalid.List, tariffs map[string]bool) {
	if b.Totals == nil {
		return
	}
	l.Enter("totals")
	defer l.Leave()
	totalOfWords().Check(l, "of", uint8(b.Totals.Of))
	if code := b.Totals.code(); tariffs[code] || !property.IsCode(code) {
		l.At("code").Add(ErrTariffTwice, strconv.Quote(code))
	}
	if !b.Currency.IsZero() {
		_, err := b.Totals.Rounding.Compile(b.Currency)
		l.At("rounding").Take(err)
	}
}

// find returns the position of a tariff, -1 if there is none.
func (b Book) find(code string) int {
	return slices.IndexFunc(b.Tariffs, func(t Tariff) bool { return t.Code == code })
}

// inForce returns the positions of the tariffs in force, in the order of their codes.
func (b Book) inForce() []int {
	var out []int
	for i, t := range b.Tariffs {
		if t.State == InForce {
			out = append(out, i)
		}
	}
	slices.SortFunc(out, func(i, j int) int { return strings.Compare(b.Tariffs[i].Code, b.Tariffs[j].Code) })
	return out
}
