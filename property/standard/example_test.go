package standard_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/standard"
)

// exampleRules is a contract that asks for two people at every visit to a home, and evidence for January.
func exampleRules() (*standard.Rules, standard.Evidence) {
	tb := exampleTB{}
	s := clausesOf(tb, ``, recordClause("CS-10", "entry", "", twoPeople))
	e := evidenceOf(tb, "2025-02-01", "2025-01-01", "2025-02-01", visits("2", "1", "3")+`, "complete": [`+complete("entry", "2025-01-01", "2025-02-01")+`]`)
	return mustCompile(tb, s, gateWords(tb)), e
}

func ExampleRules_Evaluate() {
	rules, evidence := exampleRules()
	report, err := rules.Evaluate(&evidence)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range report.Clauses {
		n := v.Parts[0].Counts
		fmt.Println(v.Clause, v.State, v.Reason.Code, v.Reason.Args, n.Met, "of", n.Total)
	}
	// Output: CS-10 breached condition [people] 2 of 3
}

func ExampleRules_Rows() {
	rules, evidence := exampleRules()
	rows, err := rules.Rows(&evidence, "CS-10")
	if err != nil {
		fmt.Println(err)
		return
	}
	for r := range rows {
		fmt.Println(r.Record, r.At.Format("01-02"), r.State)
	}
	// Output:
	// r1 01-01 met
	// r2 01-02 breached
	// r3 01-03 met
}

func ExampleRules_Why() {
	rules, evidence := exampleRules()
	step, err := rules.Why(&evidence, "CS-10")
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := explain.NewPrinter(language.English, standard.Messages)
	fmt.Print(explain.Text(p, step), step.Check(), err)
	// Output:
	// verdict on CS-10: breached, number 1 of these 3
	// ├ the condition on people does not hold: breached
	// ├ judged: 3 = 2 + 1
	// │  ├ met: 2
	// │  └ breached: 1
	// └ r2: breached, number 1 of these 2
	//    ├ the condition on people does not hold: breached
	//    └ at: 2025-01-02 08:00 +08:00
	// <nil> <nil>
}

func ExampleRules_Needs() {
	rules, _ := exampleRules()
	for _, n := range rules.Needs() {
		fmt.Println(n.Clause, n.Measure, n.Records, n.Fields)
	}
	// Output: CS-10 record [entry] [entry.people]
}
