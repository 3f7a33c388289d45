package parking

import (
	"slices"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Pricer prices stays by one tariff. It is made by [Compile], immutable, and safe to share.
type Pricer struct {
	tariff   string
	currency money.Currency
	zone     *time.Location
	grace    time.Duration
	plain    sheet
	classes  []string // sorted
	sheets   []sheet  // of the classes
}

// Compile returns the pricer of a tariff whose windows and days are those of the wall clock in
// zone.
//
// Errors: an [*invalid.Error] with every problem of the tariff; [ErrNoZone] without a zone.
func Compile(t Tariff, zone *time.Location) (*Pricer, error) {
	var l invalid.List
	p := t.compile(&l)
	if zone == nil {
		l.Add(ErrNoZone)
	}
	if err := l.Err("parking tariff " + t.Code); err != nil {
		return nil, err
	}
	p.zone = zone
	return p, nil
}

// Check reports every problem of the tariff.
func (t Tariff) Check(l *invalid.List) { t.compile(l) }

func (t Tariff) compile(l *invalid.List) *Pricer {
	c := compiler{l, t.Currency}
	if t.Code == "" {
		l.At("code").Add(invalid.ErrRequired, "code")
	}
	if _, err := money.ParseCurrency(t.Currency.String()); t.Currency.IsZero() {
		l.At("currency").Add(invalid.ErrRequired, "currency")
	} else if err != nil {
		l.At("currency").Take(err)
		c.currency = money.Currency{} // what depends on it has nothing to add
	}
	p := &Pricer{tariff: t.Code, currency: t.Currency}
	p.grace = time.Duration(c.minutes("graceMinutes", t.GraceMinutes, 0, minutesPerDay)) * time.Minute
	p.plain = t.sheet(c)
	p.addClasses(t, c)
	return p
}

// sheet compiles what vehicles without a class pay.
func (t Tariff) sheet(c compiler) sheet {
	s := sheet{free: c.free(t.Free), terms: Terms{
		Free: copied(t.Free), Rates: cloned(t.Rates), Cap: copied(t.Cap),
		Factor: money.One(), Rounding: t.Rounding, GraceMinutes: t.GraceMinutes, Source: t.Source,
	}}
	s.rates, s.bounds = c.rates(t.Rates)
	s.cap, s.per = c.cap(t.Cap)
	s.factor = uint64(money.One().Micro())
	if !c.currency.IsZero() {
		var err error
		s.rounder, err = t.Rounding.Compile(c.currency)
		c.At("rounding").Take(err)
	}
	return s
}

func (p *Pricer) addClasses(t Tariff, c compiler) {
	c.Enter("classes")
	defer c.Leave()
	sorted := map[string]sheet{}
	for i, k := range t.Classes {
		c.EnterIndex(i)
		if k.Code == "" {
			c.At("code").Add(invalid.ErrRequired, "code")
		}
		if _, twice := sorted[k.Code]; twice {
			c.At("code").Add(ErrClassTwice, strconv.Quote(k.Code))
		}
		sorted[k.Code] = k.sheet(c, p.plain)
		p.classes = append(p.classes, k.Code)
		c.Leave()
	}
	slices.Sort(p.classes)
	for _, code := range p.classes {
		p.sheets = append(p.sheets, sorted[code])
	}
}

// sheet compiles what the class pays where other vehicles pay plain.
func (k Class) sheet(c compiler, plain sheet) sheet {
	hasFactor, hasRates := k.Factor.Sign() != 0, len(k.Rates) > 0
	if count(k.Exempt != "", hasFactor, hasRates) != 1 {
		c.Add(ErrClassKind)
	}
	s := plain
	s.exempt = k.Exempt
	if hasFactor {
		s.terms.Factor = c.factor("factor", k.Factor)
		s.factor = uint64(s.terms.Factor.Micro())
	}
	if hasRates {
		s.rates, s.bounds = c.rates(k.Rates)
		s.cap, s.per = c.cap(k.Cap)
		s.terms.Rates, s.terms.Cap = cloned(k.Rates), copied(k.Cap)
	} else if k.Cap != nil {
		c.At("cap").Add(ErrNotWith, "cap", "a class without rates")
	}
	return s
}

// sheet returns what vehicles of a class pay.
func (p *Pricer) sheet(class string) (*sheet, bool) {
	if class == "" {
		return &p.plain, true
	}
	i, ok := slices.BinarySearch(p.classes, class)
	if !ok {
		return nil, false
	}
	return &p.sheets[i], true
}

func count(said ...bool) int {
	n := 0
	for _, s := range said {
		if s {
			n++
		}
	}
	return n
}

func cloned(rates []Rate) []Rate {
	out := make([]Rate, len(rates))
	for i, r := range rates {
		out[i] = r.clone()
	}
	return out
}
