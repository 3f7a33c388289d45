package main

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
)

// TestDice: the first numbers of SplitMix64 from 0, as its authors publish them.
func TestDice(t *testing.T) {
	d := dice{0}
	require.Equal(t, []uint64{0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f}, []uint64{d.next(), d.next(), d.next()})
	seen := map[int]int{}
	for range 6000 {
		seen[d.between(1, 6)]++
	}
	require.Len(t, seen, 6)
	for face, n := range seen {
		require.True(t, 1 <= face && face <= 6 && 850 < n && n < 1150, "%d came %d times in 6000", face, n)
	}
}

// TestGenerated: the portfolio has the size asked for, in the order of its codes, and what
// is in it is like what is built.
func TestGenerated(t *testing.T) {
	const size = 20_000
	var codes, buildings []string
	people := map[string]bool{}
	uses, tenancies := map[property.Use]int{}, 0
	for b := range (portfolio{size, 1, november()}).blocks() {
		buildings = append(buildings, b.building.Code)
		for _, l := range b.lots {
			codes = append(codes, l.unit.Code)
			uses[l.unit.Use]++
			tenancies += len(l.tenancies)
			for _, p := range l.parties {
				require.False(t, people[p.Code], "%s twice", p.Code)
				people[p.Code] = true
			}
			requireLike(t, b.building, l)
		}
	}
	require.Len(t, codes, size)
	require.True(t, slices.IsSorted(codes))
	require.Len(t, slices.Compact(codes), size)
	require.True(t, slices.IsSorted(buildings))
	for use, bounds := range map[property.Use][2]int{
		property.Dwelling: {48, 66}, property.Parking: {26, 40}, property.Office: {3, 12}, property.Shop: {1, 6},
	} {
		percent := uses[use] * 100 / size
		require.True(t, bounds[0] <= percent && percent <= bounds[1], "%d %% are %s", percent, use)
	}
	require.InDelta(t, 1.5, float64(tenancies)/size, 0.05, "tenancies a unit")
}

// requireLike checks one unit against its building and its layout.
func requireLike(t *testing.T, b property.Building, l lot) {
	t.Helper()
	u := l.unit
	require.Equal(t, b.Code, u.Building)
	require.True(t, -b.Basements <= u.Floor && u.Floor <= b.Floors && u.Floor != 0, "%s is on floor %d of %d", u.Code, u.Floor, b.Floors)
	require.Equal(t, u.Use == property.Dwelling, l.layout >= 0)
	if len(u.Areas) == 0 {
		require.True(t, u.Use == property.Parking || l.story == unmeasured, u.Code)
		return
	}
	gross, inside := u.Areas[0].Value.Gross.Units(), u.Areas[0].Value.Internal.Units()
	if l.story == unmeasuredInside {
		require.Zero(t, inside)
	} else {
		require.True(t, 65*gross <= 100*inside && 100*inside <= 81*gross, "%s: %d of %d", u.Code, inside, gross)
	}
	if l.layout >= 0 {
		plan := layouts()[l.layout]
		const m2 = 10_000
		require.True(t, int64(plan.from)*m2 <= gross && gross <= int64(plan.to)*m2, "%s: a %s of %d", u.Code, plan.name, gross)
	}
}

// TestDoors: flats one above the other have the same plan.
func TestDoors(t *testing.T) {
	column := map[string]lot{}
	compared := 0
	for b := range (portfolio{5000, 3, november()}).blocks() {
		for _, l := range b.lots {
			if l.unit.Use != property.Dwelling || l.story == unmeasured {
				continue
			}
			code := l.unit.Code
			key := b.building.Code + l.unit.Entrance + code[len(code)-2:]
			if below, ok := column[key]; ok {
				require.Equal(t, below.unit.Areas, l.unit.Areas, "%s under %s", below.unit.Code, code)
				compared++
			}
			column[key] = l
		}
	}
	require.Greater(t, compared, 2000)
}

func TestLayoutsAreAllDoors(t *testing.T) {
	sum := 0
	for _, l := range layouts() {
		sum += l.percent
	}
	require.Equal(t, 100, sum)
}
