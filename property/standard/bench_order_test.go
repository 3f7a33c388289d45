package standard_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// BenchmarkEvaluateLog is [BenchmarkEvaluate] with the records as a log has them: by time, of all kinds and subjects together, and
// under IDs that mean nothing.
func BenchmarkEvaluateLog(b *testing.B) {
	estate := newBench(1)
	rules, err := standard.Compile(estate.standard, estate.words, calendars(b))
	require.NoError(b, err)
	list, random := estate.evidence.Records, rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	slices.SortStableFunc(list, func(a, b standard.Record) int { return a.At.Compare(b.At) })
	for i := range list {
		list[i].ID = strconv.FormatUint(random.Uint64(), 36)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rules.Evaluate(&estate.evidence); err != nil {
			b.Fatal(err)
		}
	}
}

// TestRecordsTwice: an ID that stands twice in a kind is found, in whatever order they come, and none else.
func TestRecordsTwice(t *testing.T) {
	rules := mustCompile(t, sheetClause(t, `{"record": {"of": "leave", "must": [{"field": "group", "is": "set"}]}}`), sheetWords(t))
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 8))
		e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", "")
		seen := map[[2]string]bool{}
		var want []string
		for i := range 1 + random.IntN(60) {
			kind, id := []string{"leave", "visit", "entry"}[random.IntN(3)], strconv.Itoa(i) // in order, for a while
			if seed%4 > 0 && random.IntN(5) == 0 {
				id = strconv.Itoa(random.IntN(40))
			}
			if seen[[2]string{kind, id}] {
				want = append(want, "records["+strconv.Itoa(i)+"].id standard/twice")
			}
			seen[[2]string{kind, id}] = true
			e.Records = append(e.Records, standard.Record{ID: id, Kind: kind})
		}
		_, err := rules.Evaluate(&e)
		if diff := cmp.Diff(want, problems(t, err)); diff != "" {
			t.Fatalf("seed %d: problems mismatch (-want +got)\n%s", seed, diff)
		}
	}
}
