package standard_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// FuzzFigurePeriods: of figures of any months of a year a clause judges those that are of one of its periods and have time in common with the
// evidence's. Each two bytes are the months that a figure begins and ends with, the next its value.
func FuzzFigurePeriods(f *testing.F) {
	f.Add(uint8(0), uint8(0), uint8(2), []byte{0, 0, 9, 1, 1, 8, 2, 2, 9, 0, 2, 9})
	f.Add(uint8(1), uint8(2), uint8(2), []byte{0, 2, 9, 3, 5, 1})
	f.Add(uint8(3), uint8(1), uint8(1), []byte{0, 11, 3})
	f.Add(uint8(4), uint8(1), uint8(4), []byte{1, 4, 3, 1, 1, 9})
	overs := []string{"month", "quarter", "halfYear", "year", ""}
	lengths := []int{1, 3, 6, 12, 0}
	var rules []*standard.Rules
	for _, over := range overs {
		text := `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"over": "` + over + `", "limits": [{"figure": "satisfied", "is": ">=", "value": "5"}]}}]}`
		rules = append(rules, mustCompile(f, clausesOf(f, "", strings.Replace(text, `"over": "", `, "", 1)), caseWords(f)))
	}
	year := civil.MustParse("2025-01-01")
	month := func(m int) standard.Point { return standard.OnDay(year.AddMonths(m)) }
	f.Fuzz(func(t *testing.T, over, from, to uint8, data []byte) {
		k := int(over) % len(overs)
		first, last := int(from)%12, int(to)%12
		if first > last {
			first, last = last, first
		}
		e := evidenceOf(t, "2026-02-01", month(first).String(), month(last+1).String(), "")
		want, seen := [2]int{}, map[[2]int]bool{} // met and breached
		for ; len(data) >= 3; data = data[3:] {
			a, b := int(data[0])%12, int(data[1])%12
			if a > b || seen[[2]int{a, b}] {
				continue
			}
			seen[[2]int{a, b}] = true
			e.Figures = append(e.Figures, standard.Figure{Figure: "satisfied", Value: metric.MustParseFigure(fmt.Sprint(data[2])), Start: month(a), End: month(b + 1)})
			fits := a == first && b == last
			if n := lengths[k]; n > 0 {
				fits = a%n == 0 && b-a+1 == n && a <= last && first <= b
			}
			switch {
			case fits && data[2] >= 5:
				want[0]++
			case fits:
				want[1]++
			}
		}
		report, err := rules[k].Evaluate(&e)
		require.NoError(t, err)
		v := report.Clauses[0]
		require.Equal(t, want, [2]int{v.Parts[0].Counts.Met, v.Parts[0].Counts.Breached})
		if want == [2]int{} {
			require.Equal(t, standard.Unknown, v.State)
			require.Equal(t, 1, v.Parts[0].Counts.Unknown)
		}
		step, err := rules[k].Why(&e, "T-01")
		require.NoError(t, err)
		require.NoError(t, step.Check())
		slices.Reverse(e.Figures)
		again, err := rules[k].Evaluate(&e)
		require.NoError(t, err)
		require.Equal(t, report, again)
	})
}

// FuzzCompleteExcept: a statement on every kind but some is one on each of the others.
func FuzzCompleteExcept(f *testing.F) {
	f.Add([]byte{3, 0, 31, 0, 0, 9, 5, 4, 20})
	f.Add([]byte{0, 0, 16, 7, 16, 31})
	kinds := []string{"entry", "leave", "visit"}
	rules := mustCompile(f, clausesOf(f, "", recordClause("T-0", "entry", "", `{"field": "people", "is": "set"}`)+","+recordClause("T-1", "leave", "", `{"field": "group", "is": "set"}`)+`,
		{"id": "T-2", "profile": "test", "text": {"en": "t"}, "measures": [{"ordering": {"of": "visit", "steps": [{"name": "knocked"}, {"name": "left"}]}}]}`), gateWords(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", "")
		plain := e
		for ; len(data) >= 3; data = data[3:] {
			from := civil.MustParse("2025-01-01").AddDays(int(data[1]) % 31)
			c := standard.Complete{Kind: "*", From: standard.OnDay(from), To: standard.OnDay(from.AddDays(1 + int(data[2])%31))}
			for i, kind := range kinds {
				if data[0]>>i&1 == 1 {
					c.Except = append(c.Except, kind)
					continue
				}
				plain.Complete = append(plain.Complete, standard.Complete{Kind: kind, From: c.From, To: c.To})
			}
			e.Complete = append(e.Complete, c)
		}
		want, err := rules.Evaluate(&plain)
		require.NoError(t, err)
		got, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.Equal(t, want, got)
	})
}

// FuzzSay: whatever a reason holds is said, in both languages.
func FuzzSay(f *testing.F) {
	f.Add(uint8(standard.NotComplete), "patrol|door")
	f.Add(uint8(standard.Short), "1|2|2026-03-01/2026-03-31")
	f.Add(uint8(standard.ValueOff), "lit|1|lamps|2|>=|98%")
	f.Add(uint8(standard.WhenFalse), "$least")
	f.Add(uint8(200), "%d")
	rules := sayRules(f)
	en, zh := printers(f)
	f.Fuzz(func(t *testing.T, code uint8, args string) {
		why := standard.Reason{Code: standard.Code(code)}
		if args != "" {
			why.Args = strings.Split(args, "|")
		}
		before := slices.Clone(why.Args)
		said := rules.Say(en, why)
		require.Equal(t, why.Text(en) == "", said == "")
		require.Equal(t, why.Text(zh) == "", rules.Say(zh, why) == "")
		require.Equal(t, said, rules.Say(en, why))
		require.Equal(t, before, why.Args)
		if !strings.Contains(args, "%!") {
			require.NotContains(t, said, "%!")
		}
	})
}
