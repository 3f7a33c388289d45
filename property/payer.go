package property

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// PayerRule says who pays a fee; zero is unset and means agreed.
type PayerRule uint8

// Payer rules.
const (
	// AgreedPayer charges the tenant whose tenancy lists the fee, else the owner, else the
	// default payer.
	AgreedPayer PayerRule = iota + 1
	// OwnerPays charges the owner, else the default payer, whatever tenancies say.
	OwnerPays
	// OccupantPays charges the tenant of a letting, listed or not, else as AgreedPayer.
	OccupantPays
	// DefaultPays always charges the unit's default payer.
	DefaultPays
)

func payerRuleWords() invalid.Words { return invalid.Words{"agreed", "owner", "occupant", "default"} }

// String returns the word of the rule.
func (p PayerRule) String() string { return payerRuleWords().Of("PayerRule", uint8(p)) }

// MarshalText returns the word of the rule.
func (p PayerRule) MarshalText() ([]byte, error) { return payerRuleWords().Marshal(uint8(p)) }

// UnmarshalText reads the word of a rule.
func (p *PayerRule) UnmarshalText(text []byte) error {
	return payerRuleWords().Unmarshal(text, (*uint8)(p))
}

// Check reports a rule that has no word, at a field of the list's current place.
func (p PayerRule) Check(l *invalid.List, field string) {
	payerRuleWords().Check(l, field, uint8(p))
}

// Payers answers who pays one fee. It is made by [Register.Payers] once and then
// asked for many units; it is immutable and does not allocate.
type Payers struct {
	r    *Register
	rule PayerRule
	pays []bool // by set of fees: whether it holds the fee
}

// Payers returns who pays the fee with the code under the rule; the zero rule is
// [AgreedPayer].
func (r *Register) Payers(fee string, rule PayerRule) Payers {
	if rule == 0 {
		rule = AgreedPayer
	}
	p := Payers{r: r, rule: rule, pays: make([]bool, len(r.fees))}
	for i, set := range r.fees {
		for _, f := range set {
			p.pays[i] = p.pays[i] || f == fee || f == AllFees
		}
	}
	return p
}

// Fees returns the codes of fees that tenancies say they pay, each once, in order; "*" is not
// among them.
func (r *Register) Fees() []string {
	var out []string
	for _, set := range r.fees {
		out = append(out, set...)
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return slices.DeleteFunc(out, func(fee string) bool { return fee == AllFees })
}

// Same reports whether both give the same answer for every unit and day.
func (p Payers) Same(q Payers) bool {
	return p.r == q.r && p.rule == q.rule && slices.Equal(p.pays, q.pays)
}

// Payer is who pays, and who answers for it with them. It is a small value,
// comparable with ==; its names are in the register.
type Payer struct {
	pays  int32 // holder group
	owner int32 // group of owners who answer as well; -1 none
}

// At returns who pays for the unit on a day; false if nobody does. Where a sale or a
// handover is recorded, the default payer stands in the owner's place until the unit is
// handed over, under every rule.
//
// Source: 物业管理条例 art. 41: the owner pays; a tenant may by agreement, and the owner
// stays liable; the developer pays for units unsold or not handed over.
func (p Payers) At(u Ref, on civil.Date) (Payer, bool) {
	r, d, i := p.r, day(on), int32(u)
	fallback := get(r.units.payer, i, -1)
	if p.rule == DefaultPays {
		return Payer{fallback, -1}, fallback >= 0
	}
	owner, tenant := int32(-1), int32(-1)
	t := &r.tenancies
	for k := r.tenancyAt[u]; k < r.tenancyAt[u+1] && t.start[k] <= d; k++ {
		if end := get(t.end, k, 0); end != 0 && end <= d {
			continue
		}
		switch {
		case t.kind[k] == Ownership:
			owner = t.group[k]
		case p.rule == OccupantPays && t.kind[k].IsLetting(),
			p.rule != OwnerPays && t.pays[k] >= 0 && p.pays[t.pays[k]]:
			tenant = t.group[k]
		}
	}
	if owner != -1 && fallback >= 0 && !r.delivered(i, d) {
		owner = -1
	}
	switch {
	case tenant != -1 && owner != -1:
		return Payer{tenant, owner}, true
	case tenant != -1:
		return Payer{tenant, fallback}, true
	case owner != -1:
		return Payer{owner, -1}, true
	default:
		return Payer{fallback, -1}, fallback >= 0
	}
}

// delivered reports whether the unit is handed over: where no handover is recorded but
// a sale is, it is not; where neither is recorded, the tenancies decide alone.
func (r *Register) delivered(u, d int32) bool {
	on := get(r.units.delivered, u, 0)
	if on == 0 {
		return get(r.units.sold, u, 0) == 0
	}
	return on <= d
}

// PaidBySame reports whether the same parties pay, whoever answers for it with them.
func (p Payer) PaidBySame(q Payer) bool { return p.pays == q.pays }

// IsDefault reports whether the payer is the unit's default payer. It does not allocate.
func (r *Register) IsDefault(u Ref, p Payer) bool {
	fallback := get(r.units.payer, int32(u), -1)
	return fallback >= 0 && p.pays == fallback
}

// Single returns the code of the party if the payer is one party alone.
func (r *Register) Single(p Payer) (string, bool) {
	if p.pays < 0 {
		return "", false
	}
	return r.party.at(p.pays), true
}

// PayerKey returns the payer's readable key: the party's code, "A+B" for joint
// holders with equal shares, "A:1/3+B:2/3" with others. No two payers of a register
// share a key. It does not allocate.
func (r *Register) PayerKey(p Payer) string { return r.groupKey(p.pays) }

func (r *Register) groupKey(group int32) string {
	if group >= -1 {
		return r.party.at(group)
	}
	return r.groups.key.at(^group - 1)
}

// AppendHolders appends the parties who pay, with their shares.
func (r *Register) AppendHolders(dst []Holder, p Payer) []Holder {
	if p.pays >= 0 {
		return append(dst, Holder{r.party.at(p.pays), WholeShare()})
	}
	for _, h := range groupRows(r.groups.start, r.groups.holders, p.pays) {
		dst = append(dst, Holder{r.party.at(h.party), h.share})
	}
	return dst
}

// AppendLiable appends the codes of everyone who answers for the payment: who pays,
// and the owners behind a tenant.
func (r *Register) AppendLiable(dst []string, p Payer) []string {
	from := len(dst)
	dst = r.appendParties(dst, from, p.pays)
	return r.appendParties(dst, from, p.owner)
}

func (r *Register) appendParties(dst []string, from int, group int32) []string {
	if group >= 0 {
		return appendNew(dst, from, r.party.at(group))
	}
	for _, h := range groupRows(r.groups.start, r.groups.holders, group) {
		dst = appendNew(dst, from, r.party.at(h.party))
	}
	return dst
}

func appendNew(dst []string, from int, code string) []string {
	for _, have := range dst[from:] {
		if have == code {
			return dst
		}
	}
	return append(dst, code)
}

// PartyNames returns the names of the parties who pay, joined by 、; the code stands for a
// party without a name.
func (r *Register) PartyNames(p Payer) string {
	var out []string
	for _, h := range groupRows(r.groups.start, r.groups.holders, p.pays) {
		out = append(out, cmp.Or(r.word.at(get(r.parties.name, h.party, -1)), r.party.at(h.party)))
	}
	return strings.Join(out, "、")
}
