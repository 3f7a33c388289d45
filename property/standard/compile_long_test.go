package standard_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// longStandard has n clauses, an alias of each and a checklist of n items.
func longStandard(n int) standard.Standard {
	s := standard.Standard{ID: "long", Version: "1", Calendar: "office"}
	var items []standard.Item
	for i := range n {
		id := fmt.Sprint(i)
		items = append(items, standard.Item{Code: "item" + id})
		s.Clauses = append(s.Clauses, standard.Clause{ID: "A-" + id, Profile: "p", Text: metric.Name{EN: "a"}, Measures: []standard.Measure{
			{Record: &standard.RecordRule{Of: "entry", Must: []standard.Condition{{Field: "span", Is: standard.Outside, Value: "22:00/06:00"}}}},
		}})
		s.Aliases = append(s.Aliases, standard.Alias{ID: "B-" + id, Of: []string{"A-" + id}})
	}
	s.Clauses = append(s.Clauses, standard.Clause{ID: "C-1", Profile: "p", Text: metric.Name{EN: "c"}, Measures: []standard.Measure{
		{Checklist: &standard.Checklist{Sheet: "sheet", Use: standard.UseEvery, Items: items}},
	}})
	return s
}

// TestCompileLong: a standard that is eight times as long takes not much more than eight times as long to compile.
func TestCompileLong(t *testing.T) {
	words := decode[standard.Vocabulary](t, `{"code": "long", "kinds": [{"code": "entry", "name": {"en": "entry"}}, {"code": "sheet", "name": {"en": "sheet"}}]}`)
	took := func(n int) time.Duration {
		s, best := longStandard(n), time.Hour
		for range 3 {
			start := time.Now()
			_, err := standard.Compile(s, words, calendars(t))
			require.NoError(t, err)
			best = min(best, time.Since(start))
		}
		return best
	}
	require.Less(t, took(16000), 24*took(2000)) // it was some 50 times while every name was looked for in the list
}
