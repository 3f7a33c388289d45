package billing_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// cell is a row of testdata/proration/proration.json, which a script in another language made; its
// README says how a cell is read.
type cell struct {
	Name         string                  `json:"name"`
	Method       billing.ProrationMethod `json:"method"`
	Exit         billing.ProrationMethod `json:"exit"`
	Handover     billing.ProrationMethod `json:"handover"`
	EntryDayFree bool                    `json:"entryDayFree"`
	ExitDayFree  bool                    `json:"exitDayFree"`
	Month        string                  `json:"month"`
	Price        string                  `json:"price"`
	Prices       []cellPrice             `json:"prices"`
	Payer        string                  `json:"payer"`
	Changes      []cellChange            `json:"changes"`
	EntryDay     int                     `json:"entryDay"`
	ExitDay      int                     `json:"exitDay"`
	Lines        []cellLine              `json:"lines"`
	Total        string                  `json:"total"`
}

type cellPrice struct {
	From  string `json:"from"`
	Price string `json:"price"`
}

type cellChange struct {
	Payer    string `json:"payer"`
	Day      int    `json:"day"`
	Handover bool   `json:"handover"`
}

type cellLine struct {
	Payer  string `json:"payer"`
	From   string `json:"from"`
	To     string `json:"to"`
	Part   string `json:"part"`
	Amount string `json:"amount"`
}

func cells(tb testing.TB) []cell {
	tb.Helper()
	data, err := os.ReadFile("testdata/proration/proration.json")
	require.NoError(tb, err)
	var out []cell
	require.NoError(tb, json.Unmarshal(data, &out))
	require.Greater(tb, len(out), 1000)
	return out
}

// TestProration bills every cell of the truth table.
func TestProration(t *testing.T) {
	impossible := 0
	for _, c := range cells(t) {
		if c.cannotBe() {
			impossible++
			continue
		}
		t.Run(c.Name, func(t *testing.T) {
			run := prepare(t, c.estate(), c.book(), billing.Facts{}, civil.MustParseMonth(c.Month))
			var got []cellLine
			total := decimal.Zero
			for _, b := range bills(t, run) {
				require.NoError(t, billing.Verify(b))
				require.NoError(t, b.Why().Check())
				for _, l := range b.Lines {
					part := big.NewRat(int64(l.Facts.Product.Days), int64(l.Facts.Product.Of))
					got = append(got, cellLine{l.Payer, l.Period.Start.String(), l.Period.Last().String(), part.String(), string(l.Amount.AppendNumber(nil))})
					total = total.Add(l.Amount.Decimal())
				}
			}
			if diff := cmp.Diff(c.Lines, got); diff != "" && len(c.Lines)+len(got) > 0 {
				t.Errorf("mismatch (-want +got)\n%s", diff)
			}
			require.Equal(t, c.Total, total.StringFixed(2))
		})
	}
	require.Less(t, impossible, 40)
}

func (c cell) day(n int) civil.Date { return civil.MustParseMonth(c.Month).Start.AddDays(n - 1) }

// estate has one unit whose payers follow each other as the cell says.
func (c cell) estate() property.Estate {
	u := property.Unit{Code: "1-0803", Use: property.Dwelling}
	e := property.Estate{Community: property.Community{Code: "c"}}
	start, payer := civil.MustParse("2020-01-01"), c.Payer
	if c.EntryDay > 0 {
		start = c.day(c.EntryDay)
	}
	own := func(payer string, from, to civil.Date) {
		e.Tenancies = append(e.Tenancies, property.Tenancy{
			Unit: u.Code, Kind: property.Ownership, Holders: []property.Holder{{Party: payer}}, Term: civil.Period{Start: from, End: to},
		})
	}
	names := []string{payer}
	for i, change := range c.Changes {
		if change.Handover {
			u.DefaultPayer, u.DeliveredOn = payer, c.day(change.Day)
			if i > 0 {
				panic("the developer is there first: " + c.Name)
			}
		} else {
			own(payer, start, c.day(change.Day))
		}
		start, payer = c.day(change.Day), change.Payer
		names = append(names, payer)
	}
	end := civil.Date(0)
	if c.ExitDay > 0 {
		end = c.day(c.ExitDay + 1)
	}
	own(payer, start, end)
	for _, name := range names {
		e.Parties = append(e.Parties, property.Party{Code: name, Name: name})
	}
	e.Units = []property.Unit{u}
	return e
}

// cannotBe reports a cell that no register can show: a developer, who pays whenever nobody else does,
// neither comes nor goes, and nobody follows the last payer on a day or before he came.
func (c cell) cannotBe() bool {
	for _, change := range c.Changes {
		if change.Handover && (c.EntryDay > 0 || c.ExitDay > 0) || c.EntryDay > 0 && change.Day <= c.EntryDay || c.ExitDay > 0 && change.Day > c.ExitDay {
			return true
		}
	}
	return false
}

// book has one tariff that begins with the entry and ends with the exit.
func (c cell) book() billing.Book {
	prices := c.Prices
	if c.Price != "" {
		prices = []cellPrice{{Price: c.Price}}
	}
	tariff := fixed("pm", "1")
	tariff.Prices = nil
	for i, p := range prices {
		e := entry(p.From, "", rate(p.Price))
		if i == 0 {
			e.From = 0
			if c.EntryDay > 0 {
				e.From = c.day(c.EntryDay)
			}
		}
		tariff.Prices = append(tariff.Prices, e)
	}
	if c.ExitDay > 0 {
		tariff.Prices[len(prices)-1].To = c.day(c.ExitDay)
	}
	tariff.Proration = billing.Proration{
		Method: c.Method, Exit: c.Exit, Handover: c.Handover, EntryDayFree: c.EntryDayFree, ExitDayFree: c.ExitDayFree,
	}
	return bookOf(tariff)
}

// TestProrationCells makes sure that the table has what it must: every method × months of 28 to 31 days
// × entry, exit, both.
func TestProrationCells(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range cells(t) {
		what := "whole"
		switch {
		case c.EntryDay > 1 && c.ExitDay > 0:
			what = "both"
		case c.EntryDay > 1:
			what = "entry"
		case c.ExitDay > 0:
			what = "exit"
		}
		seen[fmt.Sprintf("%s %d %s", c.Method, civil.MustParseMonth(c.Month).Days(), what)] = true
	}
	for _, method := range strings.Fields("actualDays thirty year365 halfMonth wholeMonth nextMonth perDay") {
		for _, days := range []int{28, 29, 30, 31} {
			for _, what := range []string{"whole", "entry", "exit", "both"} {
				require.Contains(t, seen, fmt.Sprintf("%s %d %s", method, days, what))
			}
		}
	}
}
