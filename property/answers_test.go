package property_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// answer is everything a register says of one unit on one day.
type answer struct {
	Unit     string
	On       string
	Areas    property.Areas
	Known    bool
	Owners   string
	Occupant string
	Handover property.Handover
	Tenure   property.Tenure
	Pays     [4]string // by rule, for fee pm
	Liable   [4]string
	Agreed   [3]string // for fees rent, cleaning, garden
}

func agreedFees() []string { return []string{"rent", "cleaning", "garden"} }

func rules() []property.PayerRule {
	return []property.PayerRule{property.AgreedPayer, property.OwnerPays, property.OccupantPays, property.DefaultPays}
}

// answers asks the register about every unit on every day.
func answers(r *property.Register) []answer {
	var payers []property.Payers
	for _, rule := range rules() {
		payers = append(payers, r.Payers("pm", rule))
	}
	var agreed []property.AgreedPrices
	for _, fee := range agreedFees() {
		agreed = append(agreed, r.AgreedPrices(fee))
	}
	var out []answer
	for u := range property.Ref(r.Len()) {
		for n := range days + 20 {
			d := firstDay().AddDays(n - 3)
			a := answer{Unit: r.Code(u), On: d.String(), Handover: r.Handover(u, d), Tenure: r.Tenure(u, d)}
			a.Areas, a.Known = r.Areas(u, d)
			a.Owners = text(r.Owners(u, d))
			if t, ok := r.Occupant(u, d); ok {
				a.Occupant = t.Kind.String() + " " + text(t.Holders)
			}
			for i, p := range payers {
				if payer, ok := p.At(u, d); ok {
					a.Pays[i] = text(r.AppendHolders(nil, payer))
					a.Liable[i] = strings.Join(r.AppendLiable(nil, payer), ",")
				}
			}
			for i, prices := range agreed {
				if at, ok := prices.At(u, d); ok {
					holders, liable := text(r.AppendHolders(nil, at.Payer)), strings.Join(r.AppendLiable(nil, at.Payer), ",")
					a.Agreed[i] = fmt.Sprintln(at.Price.Micro(), at.Free, at.Source, at.Term, holders, liable)
				}
			}
			out = append(out, a)
		}
	}
	return out
}

// text writes holders with their shares, a sole one as the whole.
func text(holders []property.Holder) string {
	var out []string
	for _, h := range holders {
		share := h.Share.String()
		if len(holders) == 1 {
			share = "1"
		}
		out = append(out, h.Party+":"+share)
	}
	return strings.Join(out, ",")
}

// slowly answers the same from canonical documents, as their comments say it.
func slowly(e property.Estate) []answer {
	var out []answer
	for _, u := range e.Units {
		for n := range days + 20 {
			out = append(out, slow{e, u, firstDay().AddDays(n - 3)}.answer())
		}
	}
	return out
}

type slow struct {
	e property.Estate
	u property.Unit
	d civil.Date
}

func (s slow) answer() answer {
	a := answer{Unit: s.u.Code, On: s.d.String(), Handover: property.Unsold, Tenure: s.tenure()}
	for i, entry := range s.u.Areas {
		begun := entry.From <= s.d
		over := entry.To != 0 && s.d > entry.To || i+1 < len(s.u.Areas) && s.u.Areas[i+1].From <= s.d
		if begun && !over {
			a.Areas, a.Known = entry.Value, true
		}
	}
	if s.u.SoldOn != 0 && s.u.SoldOn <= s.d {
		a.Handover = property.Unclaimed
	}
	if s.u.DeliveredOn != 0 && s.u.DeliveredOn <= s.d {
		a.Handover = property.Claimed
	}
	if t, ok := s.inForce(func(t property.Tenancy) bool { return t.Kind == property.Ownership }); ok {
		a.Owners = text(t.Holders)
	}
	if t, ok := s.occupant(); ok {
		a.Occupant = t.Kind.String() + " " + text(t.Holders)
	}
	for i, rule := range rules() {
		a.Pays[i], a.Liable[i] = s.payer(rule)
	}
	for i, fee := range agreedFees() {
		a.Agreed[i] = s.agreed(fee)
	}
	return a
}

// agreed says what a tenancy in force agrees for the fee.
func (s slow) agreed(fee string) string {
	for _, t := range s.e.Tenancies {
		if t.Unit != s.u.Code || !t.Term.Contains(s.d) {
			continue
		}
		for _, a := range t.Agreed {
			for i, p := range a.Prices {
				over := p.To != 0 && s.d > p.To || i+1 < len(a.Prices) && a.Prices[i+1].From <= s.d
				if a.Fee != fee || p.From > s.d || over {
					continue
				}
				price := dayByDay(p.Value, cmp.Or(p.From, t.Term.Start), s.d)
				free := slices.ContainsFunc(a.Free, func(p civil.Period) bool { return p.Contains(s.d) })
				return fmt.Sprintln(price, free, p.Value.Source, t.Term, text(t.Holders), names(text(t.Holders)))
			}
		}
	}
	return ""
}

func (s slow) inForce(which func(t property.Tenancy) bool) (property.Tenancy, bool) {
	for _, t := range s.e.Tenancies {
		if t.Unit == s.u.Code && t.Term.Contains(s.d) && which(t) {
			return t, true
		}
	}
	return property.Tenancy{}, false
}

func (s slow) occupant() (property.Tenancy, bool) {
	inside := func(t property.Tenancy) bool {
		return t.MovedIn <= s.d && (t.MovedOut == 0 || s.d < t.MovedOut)
	}
	if t, ok := s.inForce(func(t property.Tenancy) bool { return t.Kind != property.Ownership && inside(t) }); ok {
		return t, true
	}
	return s.inForce(func(t property.Tenancy) bool { return t.Kind == property.Ownership && t.MovedIn != 0 && inside(t) })
}

func (s slow) tenure() property.Tenure {
	if _, ok := s.inForce(func(t property.Tenancy) bool { return t.Kind.IsLetting() }); ok {
		return property.Leased
	}
	if t, ok := s.inForce(func(t property.Tenancy) bool { return t.Kind == property.Ownership }); ok && text(t.Holders) != "dev:1" {
		return property.Sold
	}
	if _, ok := s.inForce(func(t property.Tenancy) bool { return t.Kind == property.SelfUse }); ok {
		return property.SelfUsed
	}
	return 0
}

// payer says who pays fee pm, and who answers for it.
func (s slow) payer(rule property.PayerRule) (pays, liable string) {
	byDefault := ""
	if s.u.DefaultPayer != "" {
		byDefault = s.u.DefaultPayer + ":1"
	}
	if rule == property.DefaultPays {
		return byDefault, s.u.DefaultPayer
	}
	behind := byDefault
	recorded := s.u.SoldOn != 0 || s.u.DeliveredOn != 0
	handedOver := s.u.DeliveredOn != 0 && s.u.DeliveredOn <= s.d
	owner, owned := s.inForce(func(t property.Tenancy) bool { return t.Kind == property.Ownership })
	if owned && (byDefault == "" || !recorded || handedOver) {
		behind = text(owner.Holders)
	}
	tenant, instead := s.inForce(func(t property.Tenancy) bool {
		listed := slices.Contains(t.Pays, "pm") || slices.Contains(t.Pays, property.AllFees)
		return rule == property.OccupantPays && t.Kind.IsLetting() || rule != property.OwnerPays && listed
	})
	if !instead {
		return behind, names(behind)
	}
	return text(tenant.Holders), names(text(tenant.Holders), behind)
}

// names lists the parties of texts, each once.
func names(texts ...string) string {
	var out []string
	for _, holder := range strings.Split(strings.Join(texts, ","), ",") {
		if party, _, ok := strings.Cut(holder, ":"); ok && !slices.Contains(out, party) {
			out = append(out, party)
		}
	}
	return strings.Join(out, ",")
}
