package standard_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/standard"
)

// manyRepairs is evidence of n repairs of ten buildings.
func manyRepairs(tb testing.TB, n int) standard.Evidence {
	tb.Helper()
	e := january(tb)
	for i := range n {
		at := clockAt(tb, "2025-01-02").Add(time.Duration(i) * 7 * time.Minute)
		r := standard.Record{ID: fmt.Sprintf("r%d", i), Kind: "repair", Subject: fmt.Sprintf("B%d", i%10), Fields: []standard.Field{{Name: "class", Value: "urgent"}}}
		r.Events = []flow.Event{{Seq: 1, At: at, Name: "reported"}, {Seq: 2, At: at.Add(10 * time.Minute), Name: "arrived"}, {Seq: 3, At: at.Add(time.Hour), Name: "done"}}
		e.Records = append(e.Records, r)
	}
	return e
}

// TestPromiseAllocates: rows that are met cost no memory.
func TestPromiseAllocates(t *testing.T) {
	requireFlat(t, onSite)
	requireFlat(t, `{"promise": {"of": "repair", "from": "reported", "to": "done", "due": "2025-01-31"}}`)
}

// requireFlat: a thousand rows more that are met cost less than one of them would if it cost anything.
func requireFlat(t *testing.T, measure string) {
	t.Helper()
	s := clausesOf(t, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [`+measure+`]}`)
	bare := mustCompile(t, clausesOf(t, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "off": true, "measures": [`+measure+`]}`), caseWords(t))
	r := mustCompile(t, s, caseWords(t))
	cost := func(n int) float64 {
		e := manyRepairs(t, n)
		report, err := r.Evaluate(&e)
		require.NoError(t, err)
		require.Equal(t, "met", verdictOf(t, report, "T-01"))
		all := testing.AllocsPerRun(5, func() { _, err = r.Evaluate(&e) })
		index := testing.AllocsPerRun(5, func() { _, err = bare.Evaluate(&e) })
		require.NoError(t, err)
		return all - index
	}
	require.InDelta(t, cost(1000), cost(2000), 5)
}

// TestCasesShuffled: neither the order of records nor that of their events changes anything.
func TestCasesShuffled(t *testing.T) {
	measures := []string{onSite, doorOpened, `{"promise": {"of": "repair", "from": "reported", "to": "done", "limit": "PT60M", "share": "60%"}}`}
	var cases []string
	for i := range 30 {
		cases = append(cases, caseOf(t, fmt.Sprintf("r%d repair/B%d", i, i%7), "class=urgent", fmt.Sprintf("reported 2025-01-10 08:%02d", i),
			fmt.Sprintf("arrived 2025-01-10 08:%02d", 28+i+i%4), fmt.Sprintf("done 2025-01-10 09:%02d", i+i%2)))
		cases = append(cases, caseOf(t, fmt.Sprintf("v%d visit/B%d", i, i%5), "knocked 2025-01-10 08:00:00", fmt.Sprintf("knocked 2025-01-10 08:00:%02d", 15+i),
			fmt.Sprintf("entered 2025-01-10 08:%02d", 1+i), "identified 2025-01-10 08:10", "consented 2025-01-10 08:20", "left 2025-01-10 10:00"))
	}
	e := january(t, cases...)
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // repeatable
	for _, m := range measures {
		s := clausesOf(t, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [`+m+`]}`)
		rules := mustCompile(t, s, caseWords(t))
		want, err := rules.Evaluate(&e)
		require.NoError(t, err)
		require.NotZero(t, want.Clauses[0].Parts[0].Counts.Breached)
		require.NotZero(t, want.Clauses[0].Parts[0].Counts.Met)
		for range 20 {
			mixed := shuffled(e, random.Shuffle)
			got, err := rules.Evaluate(&mixed)
			require.NoError(t, err)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("mismatch (-want +got)\n%s", diff)
			}
		}
	}
}
