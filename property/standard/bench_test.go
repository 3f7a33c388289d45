package standard_test

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
)

// The estate of the benchmark: DESIGN 6 asks for 400 clauses, 1,000 subjects and 200,000 records of a month.
const (
	benchSubjectKinds = 25
	benchSubjects     = 40 // of each kind
	benchDuties       = 113
	benchCovers       = 19
	benchRecordRules  = 79
	benchPromises     = 19
	benchOrderings    = 31
	benchChecklists   = 52
	benchPresences    = 48
	benchThresholds   = 39
)

func benchName(en string) metric.Name { return metric.Name{EN: en} }

func benchClause(id string, m standard.Measure) standard.Clause {
	return standard.Clause{ID: id, Profile: "p", Text: benchName(id), Measures: []standard.Measure{m}}
}

// benchEstate is a standard, its words, and evidence of March 2025 in which everything is met. Times more is how often everything was done.
type benchEstate struct {
	standard standard.Standard
	words    standard.Vocabulary
	evidence standard.Evidence
	months   time.Time
}

func (b *benchEstate) kind(code, of string, fields ...standard.FieldType) *standard.Kind {
	b.words.Kinds = append(b.words.Kinds, standard.Kind{Code: code, Name: benchName(code), Of: of, Fields: fields})
	return &b.words.Kinds[len(b.words.Kinds)-1]
}

func (b *benchEstate) clause(id string, m standard.Measure) {
	b.standard.Clauses = append(b.standard.Clauses, benchClause(id, m))
}

// record adds a record of a kind about a subject.
func (b *benchEstate) record(kind, subject string, at time.Time) *standard.Record {
	b.evidence.Records = append(b.evidence.Records, standard.Record{
		ID: fmt.Sprint(kind, "-", len(b.evidence.Records)), Kind: kind, Subject: subject, At: at,
	})
	return &b.evidence.Records[len(b.evidence.Records)-1]
}

func subjectKind(i int) string { return fmt.Sprint("place", i%benchSubjectKinds) }

func (b *benchEstate) eachSubject(i int, f func(id string)) {
	for k := range benchSubjects {
		f(fmt.Sprint(subjectKind(i), "-", k))
	}
}

// newBench makes the estate; more multiplies what was done, every act of it within what the duties ask for.
func newBench(more int) *benchEstate {
	zone := time.FixedZone("UTC+8", 8*60*60)
	b := benchEstate{
		standard: standard.Standard{ID: "bench", Version: "1", Calendar: "office"},
		words:    standard.Vocabulary{Code: "bench"},
		evidence: standard.Evidence{
			AsOf: time.Date(2025, 4, 1, 0, 0, 0, 0, zone), Zone: "Asia/Shanghai",
			Start: standard.MustParsePoint("2025-03-01"), End: standard.MustParsePoint("2025-04-01"),
			Complete: []standard.Complete{{Kind: "*", From: standard.MustParsePoint("2025-03-01"), To: standard.MustParsePoint("2025-04-01")}},
		},
		months: time.Date(2025, 3, 1, 0, 0, 0, 0, zone),
	}
	for i := range benchSubjectKinds {
		b.words.Kinds = append(b.words.Kinds, standard.Kind{Code: subjectKind(i), Name: benchName("place"), Subject: true, Fields: []standard.FieldType{{Name: "grade", Type: standard.Text}}})
		b.eachSubject(i, func(id string) {
			b.evidence.Subjects = append(b.evidence.Subjects, standard.Subject{Kind: subjectKind(i), ID: id, Fields: []standard.Field{{Name: "grade", Value: "1"}}})
		})
	}
	b.duties(more)
	b.covers()
	b.rules(more)
	b.cases(more)
	b.sheets()
	b.documents()
	b.thresholds()
	return &b
}

// duties are of several plans in turn; each is done once a day, times more.
func (b *benchEstate) duties(more int) {
	plans := []standard.Plan{
		{Quota: &standard.Quota{AtLeast: "1", In: schedule.Day}},
		{Gap: &standard.Gap{Max: "P2D"}},
		{Rule: &schedule.Rule{Every: schedule.Day, Times: []civil.TimeOfDay{civil.MustParseTimeOfDay("08:00")}}},
		{Quota: &standard.Quota{AtLeast: "1", In: schedule.Week}},
		{Quota: &standard.Quota{AtLeast: "1", In: schedule.Month}},
	}
	for i := range benchDuties {
		act := fmt.Sprint("act", i)
		b.kind(act, subjectKind(i), standard.FieldType{Name: "planned", Type: standard.Boolean})
		d := standard.Duty{Acts: []string{act}, Per: subjectKind(i), Plan: plans[i%len(plans)], Where: []standard.Condition{{Field: "grade", Is: standard.In, Values: []string{"1", "2"}}}}
		if d.Plan.Rule != nil {
			d.Early, d.Late = "PT1H", "PT1H"
		}
		if i%2 == 0 {
			d.With = []standard.Condition{{Field: "planned", Is: standard.Equal, Value: "true"}}
		}
		b.clause(fmt.Sprint("DUTY-", i), standard.Measure{Duty: &d})
		b.eachSubject(i, func(id string) {
			for k := range 31 * more {
				at := b.months.AddDate(0, 0, k/more).Add(8*time.Hour + time.Duration(k%more)*time.Minute)
				r := b.record(act, id, at)
				r.Fields = []standard.Field{{Name: "planned", Value: "true"}}
			}
		})
	}
}

// covers are posts around the clock in three shifts.
func (b *benchEstate) covers() {
	b.kind("shift", "", standard.FieldType{Name: "post", Type: standard.Text})
	for i := range benchCovers {
		post := fmt.Sprint("post", i)
		b.clause(fmt.Sprint("COVER-", i), standard.Measure{Cover: &standard.Cover{Source: "shift", Posts: []standard.Post{{Post: post, People: "1"}}}})
		for k := range 31 * 3 {
			r := b.record("shift", "", b.months.Add(time.Duration(8*k)*time.Hour))
			r.Until, r.Actor = r.At.Add(8*time.Hour), fmt.Sprint("person", k%4)
			r.Fields = []standard.Field{{Name: "post", Value: post}}
		}
	}
}

// rules judge every record of a kind.
func (b *benchEstate) rules(more int) {
	for i := range benchRecordRules {
		code := fmt.Sprint("entry", i)
		b.kind(code, subjectKind(i), standard.FieldType{Name: "staff", Type: standard.Number}, standard.FieldType{Name: "role", Type: standard.Text})
		b.clause(fmt.Sprint("RECORD-", i), standard.Measure{Record: &standard.RecordRule{
			Of: code, Where: []standard.Condition{{Field: "role", Is: standard.Equal, Value: "guest"}}, Must: []standard.Condition{{Field: "staff", Is: standard.AtLeast, Value: "1"}},
		}})
		b.eachSubject(i, func(id string) {
			for k := range 12 * more {
				r := b.record(code, id, b.months.Add(time.Duration(k)*48*time.Hour/time.Duration(more)))
				r.Fields = []standard.Field{{Name: "role", Value: "guest"}, {Name: "staff", Value: "2"}}
			}
		})
	}
}

// cases are promises and orderings.
func (b *benchEstate) cases(more int) {
	for i := range benchPromises + benchOrderings {
		code := fmt.Sprint("case", i)
		k := b.kind(code, subjectKind(i))
		for _, e := range []string{"reported", "arrived", "done"} {
			k.Events = append(k.Events, standard.Term{Code: e})
		}
		if i < benchPromises {
			b.clause(fmt.Sprint("PROMISE-", i), standard.Measure{Promise: &standard.Promise{Of: code, From: "reported", To: "arrived", Limit: "PT30M", Clock: "wall"}})
		} else {
			b.clause(fmt.Sprint("ORDER-", i), standard.Measure{Ordering: &standard.Ordering{Of: code, Steps: []standard.Step{{Name: "reported"}, {Name: "arrived"}, {Name: "done"}}, Closed: "done"}})
		}
		b.eachSubject(i, func(id string) {
			for k := range 6 * more {
				at := b.months.Add(time.Duration(k)*96*time.Hour/time.Duration(more) + 9*time.Hour)
				r := b.record(code, id, time.Time{})
				r.Events = []flow.Event{{Seq: 1, Name: "reported", At: at}, {Seq: 2, Name: "arrived", At: at.Add(20 * time.Minute)}, {Seq: 3, Name: "done", At: at.Add(time.Hour)}}
			}
		})
	}
}

// sheets are those of checklists.
func (b *benchEstate) sheets() {
	for i := range benchChecklists {
		code := fmt.Sprint("sheet", i)
		b.kind(code, subjectKind(i))
		items := []standard.Item{{Code: "a"}, {Code: "b"}, {Code: "c"}}
		b.clause(fmt.Sprint("CHECK-", i), standard.Measure{Checklist: &standard.Checklist{Sheet: code, Per: subjectKind(i), Use: standard.UseEvery, Items: items}})
		b.eachSubject(i, func(id string) {
			for k := range 4 {
				r := b.record(code, id, b.months.AddDate(0, 0, 7*k))
				r.Items = []standard.Mark{{Code: "a", Result: standard.Pass}, {Code: "b", Result: standard.NA}, {Code: "c", Result: standard.Pass}}
			}
		})
	}
}

// documents are certificates that hold.
func (b *benchEstate) documents() {
	for i := range benchPresences {
		code := fmt.Sprint("permit", i)
		b.kind(code, subjectKind(i))
		b.clause(fmt.Sprint("PRESENCE-", i), standard.Measure{Presence: &standard.Presence{Documents: []string{code}, Per: subjectKind(i), Valid: standard.AllThrough}})
		b.eachSubject(i, func(id string) {
			b.record(code, id, b.months.AddDate(-1, 0, 0)).Until = b.months.AddDate(1, 0, 0)
		})
	}
}

// thresholds are ratios of figures.
func (b *benchEstate) thresholds() {
	for i := range benchThresholds {
		figure, base := fmt.Sprint("kept", i), fmt.Sprint("all", i)
		b.words.Figures = append(b.words.Figures, standard.Term{Code: figure}, standard.Term{Code: base})
		b.clause(fmt.Sprint("RATIO-", i), standard.Measure{Threshold: &standard.Threshold{Limits: []standard.Limit{{Figure: figure, OutOf: base, Is: standard.AtLeast, Value: "98%"}}}})
		b.evidence.Figures = append(b.evidence.Figures, standard.Figure{Figure: figure, Value: metric.MustParseFigure("490")}, standard.Figure{Figure: base, Value: metric.MustParseFigure("500")})
	}
}

// BenchmarkEvaluate: a month of an estate, all met.
func BenchmarkEvaluate(b *testing.B) {
	estate := newBench(1)
	rules, err := standard.Compile(estate.standard, estate.words, calendars(b))
	require.NoError(b, err)
	b.Run(fmt.Sprintf("clauses=%d/subjects=%d/records=%d", len(estate.standard.Clauses), len(estate.evidence.Subjects), len(estate.evidence.Records)), func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			report, err := rules.Evaluate(&estate.evidence)
			if err != nil {
				b.Fatal(err)
			}
			for i := range report.Clauses {
				if v := &report.Clauses[i]; v.State != standard.Met {
					b.Fatal(v.Clause, said(v.State, v.Reason))
				}
			}
		}
		b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/op")
	})
}

// TestEvaluateMemory: what is judged takes no memory but that of the index, 16 bytes for a record and what it takes to see that none stands
// twice: twice as many rows that are met take no more of their own.
func TestEvaluateMemory(t *testing.T) {
	once, twice := newBench(1), newBench(2)
	rules, err := standard.Compile(once.standard, once.words, calendars(t))
	require.NoError(t, err)
	cost := func(e *standard.Evidence) (bytes, allocations uint64, met int) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		report, err := rules.Evaluate(e)
		runtime.ReadMemStats(&after)
		require.NoError(t, err)
		for _, v := range report.Clauses {
			require.Equal(t, standard.Met, v.State, said(v.State, v.Reason))
			met += v.Parts[0].Counts.Met
		}
		return after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs, met
	}
	bytes1, allocs1, met1 := cost(&once.evidence)
	bytes2, allocs2, met2 := cost(&twice.evidence)
	more := uint64(len(twice.evidence.Records) - len(once.evidence.Records))
	t.Logf("%d records, %d met: %d bytes in %d; %d records, %d met: %d bytes in %d", len(once.evidence.Records), met1, bytes1, allocs1, len(twice.evidence.Records), met2, bytes2, allocs2)
	require.Greater(t, met2, met1+60_000)
	const index = 48 // bytes of a record
	require.Less(t, bytes2, bytes1+index*more)
	require.Less(t, allocs2, allocs1+2000, "no row that is met is allocated")
}
