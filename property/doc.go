// Package property describes an estate (物业): its buildings and units, who holds and uses
// them, and from when to when.
//
// An estate comes as documents, [Community], [Building], [Unit], [Party], [Tenancy] and
// [ServiceContract]: plain structs that are read from JSON with invalid.Decode or filled in
// by an adapter. A [Builder] takes them one at a time, checks them against one another,
// reports every problem at once, and makes a [Register]: immutable, a million units in some
// 130 MB, and able to say for any day who owned, used and paid for a unit, and how large it
// was:
//
//	b := property.NewBuilder(community)
//	for unit := range units {
//		b.Unit(unit)
//	}
//	register, err := b.Build()
//	if err != nil {
//		return err // every duplicate, orphan, overlap, gap
//	}
//	u, ok := register.Find("1-0803")
//	areas, ok := register.Areas(u, civil.MustParse("2026-11-16"))
//
// [Merge] brings a later import of the same estate together with the register and says what
// it changed. Words are fixed: start and end are half-open, the end is the day after the
// last; from and to are both days that count.
package property
