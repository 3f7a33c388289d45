package property

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// Ref is a unit of one register: its position in the bytewise order of unit codes.
// It means nothing in another register, whose methods may panic at it like an index of
// another slice.
type Ref int32

// Register is an estate at rest: its units, parties and tenancies with their whole
// history, immutable and safe to share between goroutines. It is made by a [Builder]
// and answers as of any date. Names and facts stand in columns without pointers:
// a million units with 1.5 million tenancies take some 130 MB.
type Register struct {
	community Community
	buildings []Building // by code
	contracts []ServiceContract

	unit  names
	units unitColumns

	party      names
	partyOrder []int32 // by code
	parties    partyColumns

	tenancyCode names
	tenancies   tenancyColumns
	tenancyAt   []int32 // per unit, its first tenancy; one more at the end

	groups groupColumns
	agreed agreedColumns
	fees   [][]string
	use    names
	word   names

	external        []externalRow // by kind, system, code
	externalByOwner []int32       // by kind, owner, system
}

// Community returns the community.
func (r *Register) Community() Community { return r.community.clone() }

// Buildings yields the buildings in the order of their codes.
func (r *Register) Buildings() iter.Seq[Building] { return each(r.buildings, Building.clone) }

// Contracts yields the service contracts in the order of their codes.
func (r *Register) Contracts() iter.Seq[ServiceContract] {
	return each(r.contracts, ServiceContract.clone)
}

// each yields copies, so that the register stays as it is.
func each[T any](list []T, clone func(T) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, d := range list {
			if !yield(clone(d)) {
				return
			}
		}
	}
}

// Len returns the number of units; references run from 0 to it.
func (r *Register) Len() int { return len(r.units.areaAt) }

// TenancyCount returns the number of tenancies.
func (r *Register) TenancyCount() int { return len(r.tenancies.unit) }

// Find returns the unit with the code.
func (r *Register) Find(code string) (Ref, bool) {
	i, ok := sort.Find(r.Len(), func(i int) int {
		return strings.Compare(code, r.unit.at(int32(i)))
	})
	if !ok {
		return 0, false
	}
	return Ref(i), true
}

// Code returns the unit's code. It does not allocate.
func (r *Register) Code(u Ref) string { return r.unit.at(int32(u)) }

// Use returns what the unit serves as. It does not allocate.
func (r *Register) Use(u Ref) Use { return Use(r.use.at(r.units.use[u])) }

// Building returns the code of the unit's building, "" where it has none. It does not
// allocate.
func (r *Register) Building(u Ref) string {
	if b := r.units.building[u]; b >= 0 {
		return r.buildings[b].Code
	}
	return ""
}

// Entrance returns the unit's stair unit, "" where it has none.
func (r *Register) Entrance(u Ref) string { return r.word.at(get(r.units.entrance, int32(u), -1)) }

// Floor returns the unit's floor, 0 where it has none.
func (r *Register) Floor(u Ref) int { return int(get(r.units.floor, int32(u), 0)) }

// Spaces returns how many parking spaces (车位数) the unit has or is: what its document says,
// and else 1 for a unit whose use is parking. It does not allocate.
func (r *Register) Spaces(u Ref) int {
	n := int(get(r.units.spaces, int32(u), 0))
	if n == 0 && r.Use(u) == Parking {
		return 1
	}
	return n
}

// Zone returns the code of the zone of the unit's building, "" where it has none.
func (r *Register) Zone(u Ref) string {
	if b := r.units.building[u]; b >= 0 {
		return r.buildings[b].Zone
	}
	return ""
}

// Unit returns the unit's document.
func (r *Register) Unit(u Ref) Unit {
	i := int32(u)
	c := &r.units
	d := Unit{
		Code: r.Code(u), Building: r.Building(u), Entrance: r.word.at(get(c.entrance, i, -1)),
		Floor: r.Floor(u), Spaces: int(get(c.spaces, i, 0)), Use: r.Use(u), Side: get(c.side, i, 0),
		SoldOn: date(get(c.sold, i, 0)), DeliveredOn: date(get(c.delivered, i, 0)),
		DeemedDelivered: get(c.deemed, i, false), DefaultPayer: r.party.at(get(c.payer, i, -1)),
		ExternalIDs: r.externals(externalUnit, i),
	}
	at, n := c.areaAt[i], int32(c.areaLen[i])
	for k := at; k < at+n; k++ {
		e := civil.Entry[Areas]{
			From:  date(get(c.areas.from, k, 0)),
			Value: Areas{c.areas.gross[k], get(c.areas.internal, k, measure.Area{})},
		}
		if to := get(c.areas.to, k, 0); to != 0 && (k+1 == at+n || get(c.areas.from, k+1, 0) != to) {
			e.To = date(to).AddDays(-1)
		}
		d.Areas = append(d.Areas, e)
	}
	return d
}

// Units yields every unit with its document, in canonical order.
func (r *Register) Units() iter.Seq2[Ref, Unit] {
	return func(yield func(Ref, Unit) bool) {
		for u := range Ref(r.Len()) {
			if !yield(u, r.Unit(u)) {
				return
			}
		}
	}
}

// Tenancies returns the unit's tenancies in the order of their starts.
func (r *Register) Tenancies(u Ref) []Tenancy {
	var out []Tenancy
	for t := r.tenancyAt[u]; t < r.tenancyAt[u+1]; t++ {
		out = append(out, r.tenancy(t))
	}
	return out
}

func (r *Register) tenancy(t int32) Tenancy {
	c := &r.tenancies
	d := Tenancy{
		Code: r.tenancyCode.at(get(c.code, t, -1)), Unit: r.unit.at(c.unit[t]), Kind: c.kind[t],
		Holders: r.holders(c.group[t]),
		Term:    civil.Period{Start: date(c.start[t]), End: date(get(c.end, t, 0))},
		MovedIn: date(get(c.in, t, 0)), MovedOut: date(get(c.out, t, 0)),
		EndReason: get(c.reason, t, 0), ExternalIDs: r.externals(externalTenancy, t),
	}
	if p := c.pays[t]; p >= 0 {
		d.Pays = slices.Clone(r.fees[p])
	}
	d.Agreed = r.agreed.documents(&r.word, get(c.agreed, t, -1))
	return d
}

// holders returns the holders of a group as documents write them.
func (r *Register) holders(group int32) []Holder {
	rows := groupRows(r.groups.start, r.groups.holders, group)
	out := make([]Holder, len(rows))
	for i, h := range rows {
		out[i] = Holder{r.party.at(h.party), h.share}
	}
	if len(out) == 1 {
		out[0].Share = Share{}
	}
	return out
}

// Party returns the party's document.
func (r *Register) Party(code string) (Party, bool) {
	i := r.findParty(code)
	if i < 0 {
		return Party{}, false
	}
	return r.partyAt(i), true
}

func (r *Register) partyAt(i int32) Party {
	return Party{
		Code: r.party.at(i), Name: r.word.at(get(r.parties.name, i, -1)),
		Developer: get(r.parties.developer, i, false), ExternalIDs: r.externals(externalParty, i),
	}
}

func (r *Register) findParty(code string) int32 {
	i := sort.Search(len(r.partyOrder), func(i int) bool { return r.party.at(r.partyOrder[i]) >= code })
	if i < len(r.partyOrder) && r.party.at(r.partyOrder[i]) == code {
		return r.partyOrder[i]
	}
	return -1
}

// Parties yields the parties in the order of their codes.
func (r *Register) Parties() iter.Seq[Party] {
	return func(yield func(Party) bool) {
		for _, i := range r.partyOrder {
			if !yield(r.partyAt(i)) {
				return
			}
		}
	}
}
