package stock_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/stock"
)

func fit(on, quantity, position string) stock.Move {
	m := issued(on, "rope", quantity)
	m.Position = position
	return m
}

func reading(on civil.Date, value string) stock.Reading {
	return stock.Reading{Position: "lift-1", On: on, Value: q(value)}
}

// TestParts: a rope serves 24 months or 2,000 running hours, whichever is over first.
func TestParts(t *testing.T) {
	y := civil.MustParse
	tests := []struct {
		name     string
		readings []stock.Reading
		asOf     string
		want     stock.WearState
		missing  string
		why      string
	}{
		{"neither is over", []stock.Reading{reading(y("2026-03-10"), "100 h"), reading(y("2027-03-01"), "2099 h")}, "2027-03-02", stock.Serving, "", "false"},
		{"the hours are over", []stock.Reading{reading(y("2026-03-10"), "100 h"), reading(y("2027-03-01"), "2100 h")}, "2027-03-02", stock.Due, "", "true"},
		{"the reading before it was fitted", []stock.Reading{reading(y("2027-03-01"), "2100 h"), reading(y("2026-03-01"), "100 h"), reading(y("2026-04-01"), "300 h")}, "2027-03-02", stock.Due, "", "true"},
		{"later readings wait", []stock.Reading{reading(y("2026-03-10"), "100 h"), reading(y("2026-12-01"), "900 h"), reading(y("2027-03-01"), "2100 h")}, "2027-02-28", stock.Serving, "", "false"},
		{"the day before two years", []stock.Reading{reading(y("2026-03-10"), "100 h"), reading(y("2028-03-01"), "200 h")}, "2028-03-09", stock.Serving, "", "false"},
		{"two years", []stock.Reading{reading(y("2026-03-10"), "100 h"), reading(y("2028-03-01"), "200 h")}, "2028-03-10", stock.Due, "", "true"},
		{"two years and no reading", nil, "2028-03-10", stock.Due, "fitted", "true"},
		{"the day it was fitted", []stock.Reading{reading(y("2026-03-10"), "100 h")}, "2026-03-10", stock.Serving, "", "false"},
		{"no reading when it was fitted", []stock.Reading{reading(y("2026-03-11"), "100 h")}, "2026-05-01", stock.WearUnknown, "fitted", "unknown"},
		{"no reading since", []stock.Reading{reading(y("2026-03-10"), "100 h")}, "2026-05-01", stock.WearUnknown, "now", "unknown"},
		{"another position", []stock.Reading{{Position: "lift-0", On: y("2026-03-10"), Value: q("1 h")}, {Position: "lift-2", On: y("2026-03-10"), Value: q("1 h")}}, "2026-05-01", stock.WearUnknown, "fitted", "unknown"},
		{"a meter that fell", []stock.Reading{reading(y("2026-03-10"), "100 h"), reading(y("2026-04-01"), "50 h"), reading(y("2026-05-01"), "400 h")}, "2026-05-01", stock.WearUnknown, "fell", "unknown"},
		{"another unit", []stock.Reading{reading(y("2026-03-10"), "100 h"), reading(y("2026-05-01"), "400 km")}, "2026-05-01", stock.WearUnknown, "unit", "unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, err := newStore(t, estate()).Replay(numbered(received("03-01", "rope", "50 m"), fit("03-10", "40 m", "lift-1")), y(tt.asOf))
			require.NoError(t, err)
			parts, err := l.Parts(tt.readings)
			require.NoError(t, err)
			require.Len(t, parts, 1)
			require.Equal(t, tt.want, parts[0].State)
			require.Equal(t, tt.missing, parts[0].Missing)
			require.Equal(t, y("2028-03-10"), parts[0].Due)
			derived(t, tt.why, parts[0].Why())
			worn, err := l.Worn(tt.readings)
			require.NoError(t, err)
			require.Equal(t, tt.want != stock.Serving, len(worn) == 1)
		})
	}
}

// TestPartsInService: a later issue to a position replaces the part; what came back or was undone is not fitted.
func TestPartsInService(t *testing.T) {
	moves := numbered(
		received("03-01", "rope", "500 m"), fit("03-10", "40 m", "lift-1"), fit("03-11", "40 m", "lift-2"), fit("04-10", "20 m", "lift-1"),
		fit("04-10", "25 m", "lift-1"), returned("04-11", "rope", "5 m", 5), fit("04-12", "40 m", "lift-3"), reversed("04-13", "rope", 7), issued("04-14", "bulb", "1 pc"),
	)
	moves[8].Position = "hall"
	moves = append(moves, stock.Move{Seq: 10, On: d("01-01"), Kind: stock.Received, Item: "bulb", Quantity: q("5 pc")})
	var got []string
	parts, err := replayed(t, moves, "05-01").Parts(nil)
	require.NoError(t, err)
	for _, p := range parts {
		got = append(got, p.Position+" "+p.Fitted.String()+" "+p.Quantity.String())
	}
	require.Empty(t, cmp.Diff([]string{"lift-1 2026-04-10 20 m", "lift-1 2026-04-10 20 m", "lift-2 2026-03-11 40 m"}, got))
}

// TestPartOfAPosition: one rope of four replaced: of the three others nobody can tell, which is said until as many are fitted
// as there were; a part that is due by itself stays due.
func TestPartOfAPosition(t *testing.T) {
	moves := numbered(received("03-01", "rope", "500 m"), fit("03-10", "40 m", "lift-1"), fit("04-10", "10 m", "lift-1"), fit("05-10", "40 m", "lift-1"))
	y := civil.MustParse
	for _, tt := range []struct{ asOf, want string }{
		{"2026-04-09", "40 m fitted unknown"}, {"2026-05-09", "10 m rest unknown"}, {"2026-05-10", "40 m  serving"},
	} {
		readings := []stock.Reading{reading(y("2026-04-10"), "100 h"), reading(y("2026-05-09"), "200 h")}
		parts, err := replayed(t, moves, tt.asOf[len("2026-"):]).Parts(readings)
		require.NoError(t, err)
		require.Len(t, parts, 1)
		require.Equal(t, tt.want, parts[0].Quantity.String()+" "+parts[0].Missing+" "+parts[0].State.String())
		why := "unknown"
		if parts[0].State == stock.Serving {
			why = "false"
		}
		derived(t, why, parts[0].Why())
	}
}

func TestReadingProblems(t *testing.T) {
	l := replayed(t, nil, "03-01")
	_, err := l.Parts([]stock.Reading{{}, {Position: "lift-1", On: d("03-01"), Value: q("-1 h")}})
	require.Equal(t, []string{
		"readings[0].position invalid/required", "readings[0].on invalid/required", "readings[0].value invalid/required", "readings[1].value stock/negative",
	}, problems(t, err))
	_, err = l.Worn([]stock.Reading{{}})
	require.Error(t, err)
}
