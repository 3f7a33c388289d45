package standardtest_test

import (
	"fmt"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/standard/standardtest"
	"github.com/wuyekit/wuye/property/worktime"
)

// A clause whose limit nobody proves: 3 complaints are far below it, 9 far above.
func ExampleCheck() {
	s, err := invalid.Decode[standard.Standard]([]byte(`{"id": "mine", "version": "1", "calendar": "office", "clauses": [
		{"id": "MINE-1", "profile": "mine", "text": {"en": "At most 5 complaints"}, "measures": [{"threshold": {"limits": [{"figure": "complaints", "is": "<=", "value": "5"}]}}], "proofs": [
		{"name": "few", "evidence": {"asOf": "2025-02-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-02-01", "figures": [{"figure": "complaints", "value": "3"}]}, "state": "met"},
		{"name": "many", "like": "few", "evidence": {"figures": [{"figure": "complaints", "value": "9"}]}, "state": "breached", "code": "value"},
		{"name": "not counted", "like": "few", "without": ["complaints"], "state": "unknown", "code": "figureMissing"}]}]}`), "mine")
	if err != nil {
		fmt.Println(err)
		return
	}
	office, err := worktime.New(worktime.Timetable{
		Code: "office", Zone: "Asia/Shanghai",
		Hours: []worktime.Hours{{Days: []worktime.Weekday{worktime.Monday}, Windows: []civil.Window{civil.MustParseWindow("09:00/17:00")}}},
	}, time.LoadLocation)
	if err != nil {
		fmt.Println(err)
		return
	}
	words := standard.Vocabulary{Code: "mine", Figures: []standard.Term{{Code: "complaints"}}}
	fmt.Println(standardtest.Check(s, words, map[string]*worktime.Calendar{"office": office}))
	for what := range standardtest.Mutants(s, "MINE-1") {
		fmt.Println(what)
	}
	// Output:
	// MINE-1: no proof notices: complaints < instead of <=
	// MINE-1: no proof notices: complaints <= 6 instead of 5
	// MINE-1: no proof notices: complaints <= 4 instead of 5
	// complaints < instead of <=
	// complaints <= 6 instead of 5
	// complaints <= 4 instead of 5
}
