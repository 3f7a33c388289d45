package main

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// TestPlantedIsInTheFiles: unit by unit, what the generator planted is what the files say,
// and nothing else. November's stories stand beside those of a short and a long month.
func TestPlantedIsInTheFiles(t *testing.T) {
	for _, month := range []string{"2026-11", "2027-02", "2027-03"} {
		p := portfolio{12_000, 1, civil.MustParseMonth(month)}
		dir := t.TempDir()
		reportOf(t, "-units", "12000", "-period", month, "-lang", "en", "-out", dir)
		wantStory, wantDay := map[string]story{}, map[string]string{}
		counts := [stories]int{}
		for code, l := range lotsOf(p) {
			wantStory[code] = l.story
			counts[l.story]++
			if day := newcomer(l); !day.IsZero() {
				wantDay[code] = day.String()
			}
		}
		for s, n := range counts {
			require.NotZero(t, n, "%s: nothing planted of story %d", month, s)
		}
		gotStory, gotDay := readStories(t, dir, p.month)
		require.Equal(t, wantStory, gotStory, month)
		require.Equal(t, wantDay, gotDay, month)
	}
}

// newcomer returns the day on which someone new begins to pay within the month.
func newcomer(l lot) civil.Date {
	switch l.story {
	case resold, letMidMonth:
		return l.tenancies[len(l.tenancies)-1].Term.Start
	case handedOver:
		return l.unit.DeliveredOn
	case settled, let, unsold, unmeasured, unmeasuredInside, nobody, disputed, stories:
	}
	return 0
}

// readStories tells from the two files alone what happened to each unit, and on which day
// someone new began to pay.
func readStories(t *testing.T, dir string, month civil.Period) (map[string]story, map[string]string) {
	t.Helper()
	first := map[string]string{} // by unit and payer: the first day charged
	for _, row := range rowsOf(t, dir, "lines.csv") {
		key := row["unit"] + " " + row["payer"]
		if day, ok := first[key]; !ok || row["from"] < day {
			first[key] = row["from"]
		}
	}
	byUnit := map[string][]map[string]string{}
	for _, row := range rowsOf(t, dir, "bills.csv") {
		byUnit[row["unit"]] = append(byUnit[row["unit"]], row)
	}
	told, days := map[string]story{}, map[string]string{}
	for unit, rows := range byUnit {
		last, kinds := "", ""
		for _, row := range rows {
			last = max(last, first[unit+" "+row["payer"]])
			kinds += kindOf(row)
		}
		if last > month.Start.String() {
			days[unit] = last
			kinds += "!"
		}
		s, ok := map[string]story{
			"O": settled, "T": let, "OT": let, "TO": let, "OT!": letMidMonth, "OO!": resold, "DO!": handedOver, "D": unsold,
			"a": unmeasured, "i": unmeasuredInside, "n": nobody, "h": disputed,
		}[kinds]
		require.True(t, ok, "%s: %q", unit, kinds)
		told[unit] = s
	}
	return told, days
}

// kindOf says who a bill is for: an owner, a tenant behind whom someone else answers, the
// developer; or why it is held.
func kindOf(row map[string]string) string {
	parties := []string{}
	for _, p := range strings.Split(row["payers"], ";") {
		code, _, _ := strings.Cut(p, ":")
		parties = append(parties, code)
	}
	switch {
	case strings.HasPrefix(row["held"], "held back"):
		return "h"
	case strings.HasPrefix(row["held"], "no gross floor area"):
		return "a"
	case strings.HasPrefix(row["held"], "no internal floor area"):
		return "i"
	case strings.HasPrefix(row["held"], "nobody pays"):
		return "n"
	case strings.HasPrefix(row["payer"], "DEV-"):
		return "D"
	case row["liable"] != strings.Join(parties, ";"):
		return "T"
	default:
		return "O"
	}
}

// TestEveryCharge computes every charge a second way: the generator's areas, the price list
// written out again, day by day, in big rationals. Nothing is charged besides.
func TestEveryCharge(t *testing.T) {
	p := portfolio{3000, 1, november()}
	dir := t.TempDir()
	reportOf(t, "-units", "3000", "-out", dir)
	want, total := map[string]string{}, new(big.Rat)
	for code, l := range lotsOf(p) {
		if l.story.isHeld() {
			continue
		}
		for tariff, perMonth := range monthly(t, l) {
			amount := halfUp(perMonth, 100)
			want[tariff+"/"+code+"/2026-11"] = amount.FloatString(2)
			total.Add(total, amount)
		}
	}
	sums := map[string]*big.Rat{}
	for _, row := range rowsOf(t, dir, "lines.csv") {
		key := row["charge_id"]
		if sums[key] == nil {
			sums[key] = new(big.Rat)
		}
		sums[key].Add(sums[key], rat(t, row["amount"]))
		if row["tariff"] != "bz" { // the price contains the tax
			require.Equal(t, row["amount"], new(big.Rat).Add(rat(t, row["net"]), rat(t, row["tax"])).FloatString(2))
			continue
		}
		require.Equal(t, row["amount"], row["net"])
		require.Equal(t, halfUp(new(big.Rat).Mul(rat(t, row["net"]), big.NewRat(6, 100)), 100).FloatString(2), row["tax"])
	}
	got := map[string]string{}
	for key, sum := range sums {
		got[key] = sum.FloatString(2)
	}
	require.Equal(t, want, got)
	require.Equal(t, 1, total.Cmp(big.NewRat(100_000, 1)), "something was charged")
}

// monthly returns what a unit is charged for November by tariff, exactly.
func monthly(t *testing.T, l lot) map[string]*big.Rat {
	t.Helper()
	area := func(units int64, price string) *big.Rat {
		return new(big.Rat).Mul(big.NewRat(units, 10_000), rat(t, price))
	}
	switch l.unit.Use {
	case property.Parking:
		return map[string]*big.Rat{"pk": rat(t, "80")}
	case property.Shop, property.Office:
		return map[string]*big.Rat{"bz": area(l.unit.Areas[0].Value.Internal.Units(), "12.50")}
	case property.Dwelling, property.Yard, property.Mall: // below; the others are not built
	}
	gross := l.unit.Areas[0].Value.Gross.Units()
	out := map[string]*big.Rat{"ws": rat(t, "8")}
	if l.unit.Floor >= 3 {
		out["lf"] = area(gross, "0.45")
	}
	if l.unit.Building[0] == 'G' { // fifteen days at each price
		both := new(big.Rat).Add(area(gross, "2.60"), area(gross, "2.95"))
		out["pn"] = both.Quo(both, big.NewRat(2, 1))
	} else {
		out["pm"] = area(gross, "2.80")
	}
	return out
}
