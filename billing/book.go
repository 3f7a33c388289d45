package billing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// Book is a collection of tariffs in one currency (收费标准).
type Book struct {
	// Currency is the currency of every price.
	Currency money.Currency `json:"currency"`
	// Tariffs are the tariffs, in any order; lines stand in the order of their codes.
	Tariffs []Tariff `json:"tariffs"`
}

// Tariff is one charge item with its price (收费项目).
type Tariff struct {
	// Code identifies the tariff; tenancies name it in what they pay.
	Code string `json:"code"`
	// Name is shown to people.
	Name string `json:"name,omitempty"`
	// State says whether the tariff bills; only one in force does.
	State TariffState `json:"state"`
	// AppliesTo chooses the units.
	AppliesTo property.Scope `json:"appliesTo"`
	// Basis is what the price is multiplied with.
	Basis Basis `json:"basis"`
	// Prices are the prices over time, per unit of the basis and month. Before the first
	// and after the last entry nothing is charged; a gap between two is refused.
	Prices civil.History[Rate] `json:"prices"`
	// Proration is how part months are counted. Unset: actual days.
	Proration Proration `json:"proration,omitzero"`
	// Payer is who pays. Unset: as agreed in the unit's tenancies.
	Payer property.PayerRule `json:"payer,omitzero"`
	// Tax is the value-added tax; without it lines carry none.
	Tax *Tax `json:"tax,omitempty"`
	// Rounding is how a charge is rounded. Unset: half away from zero to the least unit
	// of the currency.
	Rounding money.Rounding `json:"rounding,omitzero"`
}

// Rate is a price with where it comes from.
type Rate struct {
	// Price is the price per unit of the basis and calendar month, up to six decimals.
	Price decimal.Decimal `json:"price,omitzero"`
	// Free must be said where the price is zero.
	Free bool `json:"free,omitempty"`
	// Source is the document the price stands in: contract, approval, notice.
	Source string `json:"source,omitempty"`
}

// TariffState says whether a tariff bills; zero is unset.
type TariffState uint8

// States of a tariff.
const (
	Draft     TariffState = iota + 1 // 草拟
	InForce                          // 执行
	Withdrawn                        // 停用
)

func tariffStateWords() invalid.Words { return invalid.Words{"draft", "inForce", "withdrawn"} }

// String returns the word of the state.
func (s TariffState) String() string { return tariffStateWords().Of("TariffState", uint8(s)) }

// MarshalText returns the word of the state.
func (s TariffState) MarshalText() ([]byte, error) {
	return tariffStateWords().Marshal(uint8(s))
}

// UnmarshalText reads the word of a state.
func (s *TariffState) UnmarshalText(text []byte) error {
	return tariffStateWords().Unmarshal(text, (*uint8)(s))
}

// Basis is what a price is multiplied with; exactly one is set.
type Basis struct {
	Area  *AreaBasis  `json:"area,omitempty"`
	Fixed *FixedBasis `json:"fixed,omitempty"`
}

// Kind returns the JSON name of the basis, "" unless exactly one is set.
func (b Basis) Kind() string { var l invalid.List; return invalid.OneOf(&l, b) }

// AreaBasis charges by the area of the unit (按面积).
type AreaBasis struct {
	// Of is the area that counts. Unset: the gross floor area.
	Of AreaKind `json:"of,omitzero"`
}

// AreaKind is which area counts; zero means gross.
type AreaKind uint8

// Kinds of area.
const (
	GrossArea    AreaKind = iota + 1 // 建筑面积
	InternalArea                     // 套内建筑面积
)

func areaKindWords() invalid.Words { return invalid.Words{"gross", "internal"} }

// String returns the word of the kind.
func (k AreaKind) String() string { return areaKindWords().Of("AreaKind", uint8(k)) }

// MarshalText returns the word of the kind.
func (k AreaKind) MarshalText() ([]byte, error) { return areaKindWords().Marshal(uint8(k)) }

// UnmarshalText reads the word of a kind.
func (k *AreaKind) UnmarshalText(text []byte) error {
	return areaKindWords().Unmarshal(text, (*uint8)(k))
}

// FixedBasis charges a fixed amount per unit and month (定额).
type FixedBasis struct {
	// Unit is what is counted: home (户), space, shop. Unset: unit.
	Unit measure.Unit `json:"unit,omitzero"`
}

// Proration is how part months are counted; zero means actual days.
type Proration uint8

// Methods of proration.
const (
	// ActualDays charges days ÷ days of the calendar month, both ends of a stretch
	// included (按实际天数).
	ActualDays Proration = iota + 1
)

func prorationWords() invalid.Words { return invalid.Words{"actualDays"} }

// String returns the word of the method.
func (p Proration) String() string { return prorationWords().Of("Proration", uint8(p)) }

// MarshalText returns the word of the method.
func (p Proration) MarshalText() ([]byte, error) { return prorationWords().Marshal(uint8(p)) }

// UnmarshalText reads the word of a method.
func (p *Proration) UnmarshalText(text []byte) error {
	return prorationWords().Unmarshal(text, (*uint8)(p))
}

// Tax says how value-added tax (增值税) stands in the price; exactly one is set.
type Tax struct {
	// Inclusive: the price contains the tax (含税).
	Inclusive *TaxRate `json:"inclusive,omitempty"`
	// Exclusive: the tax is added (不含税).
	Exclusive *TaxRate `json:"exclusive,omitempty"`
}

// Kind returns the JSON name of the choice, "" unless exactly one is made.
func (t Tax) Kind() string { var l invalid.List; return invalid.OneOf(&l, t) }

// TaxRate is a rate over time: written out, or named in the policies of the region;
// exactly one is set.
type TaxRate struct {
	// Rates are the rates by date, 0.06 for 6 %. A zero rate must be written.
	Rates civil.History[decimal.Decimal] `json:"rates,omitempty"`
	// Policy is the key of a policy row; the longest prefix of the community's region
	// that has a row on the day gives the rate.
	Policy string `json:"policy,omitempty"`
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
	seen := map[string]bool{}
	l.Enter("tariffs")
	for i, t := range b.Tariffs {
		l.EnterIndex(i)
		t.check(l, b.Currency)
		if seen[t.Code] {
			l.At("code").Add(ErrTariffTwice, strconv.Quote(t.Code))
		}
		seen[t.Code] = true
		l.Leave()
	}
	l.Leave()
}

func (t Tariff) check(l *invalid.List, c money.Currency) {
	if !property.IsCode(t.Code) || t.Code == property.AllFees {
		l.At("code").Add(ErrTariffCode, strconv.Quote(t.Code))
	}
	if t.State == 0 {
		l.At("state").Add(invalid.ErrRequired, "state")
	}
	tariffStateWords().Check(l, "state", uint8(t.State))
	prorationWords().Check(l, "proration", uint8(t.Proration))
	t.Payer.Check(l, "payer")
	l.Enter("appliesTo")
	t.AppliesTo.Check(l)
	l.Leave()
	l.Enter("basis")
	invalid.OneOf(l, t.Basis)
	if t.Basis.Area != nil {
		areaKindWords().Check(l, "area.of", uint8(t.Basis.Area.Of))
	}
	l.Leave()
	t.checkPrices(l)
	if t.Tax != nil {
		l.Enter("tax")
		t.Tax.check(l)
		l.Leave()
	}
	if !c.IsZero() {
		_, err := t.Rounding.Compile(c)
		l.At("rounding").Take(err)
	}
}

func (t Tariff) checkPrices(l *invalid.List) {
	l.Enter("prices")
	defer l.Leave()
	if len(t.Prices) == 0 {
		l.Add(invalid.ErrRequired, "prices")
		return
	}
	t.Prices.Check(l, func(l *invalid.List, r Rate) {
		_, err := money.PriceOf(r.Price)
		l.At("price").Take(err)
		switch {
		case err == nil && r.Price.IsZero() && !r.Free:
			l.Add(ErrNoPrice)
		case err == nil && !r.Price.IsZero() && r.Free:
			l.Add(ErrFree, r.Price.String())
		}
	})
	for i := range t.Prices[1:] {
		_, end := t.Prices.Period(i)
		if next := t.Prices[i+1].From; end.Before(next) {
			l.At(i+1, "from").Add(ErrPriceGap, end.String(), next.AddDays(-1).String())
		}
	}
}

func (t Tax) check(l *invalid.List) {
	kind := invalid.OneOf(l, t)
	if kind == "" {
		return
	}
	l.Enter(kind)
	defer l.Leave()
	rate := t.rate()
	if (len(rate.Rates) > 0) == (rate.Policy != "") {
		l.Add(ErrTaxRate)
	}
	if len(rate.Rates) > 0 {
		l.Enter("rates")
		rate.Rates.Check(l, func(l *invalid.List, r decimal.Decimal) {
			_, err := money.RateOf(r)
			l.Take(err)
			if err == nil && r.GreaterThan(decimal.NewFromInt(1)) {
				l.Add(ErrTaxTooHigh, r.String())
			}
		})
		l.Leave()
	}
}

// rate returns the rate of whichever choice is made.
func (t Tax) rate() TaxRate {
	if t.Exclusive != nil {
		return *t.Exclusive
	}
	return *t.Inclusive
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
