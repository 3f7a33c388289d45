package standard_test

import (
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/standard"
)

// The report is asked for first, then the derivation of what is breached in it, in the words of those who read it.
func ExampleRules_On() {
	rules, evidence := exampleRules()
	on, err := rules.On(&evidence)
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := explain.NewPrinter(language.Chinese, standard.Messages)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range on.Report().Worst(1) {
		rows, rowsErr := on.Rows(v.Clause)
		step, err := on.Why(v.Clause)
		if rowsErr != nil || err != nil {
			fmt.Println(rowsErr, err)
			return
		}
		told := rules.Told(p, step)
		fmt.Println(v.Clause, v.State.Text(p), told.Value.Text, len(slices.Collect(rows)), told.Check())
	}
	// Output: CS-10 未达标 未达标 3 <nil>
}

// Of the clauses that the library ships a contract takes two, with the parameters that they read.
func ExampleStandard_Only() {
	s, err := standard.Sample().Only("MAINT-01", "KPI-29")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range s.Clauses {
		fmt.Println(c.ID)
	}
	for _, p := range s.Params {
		fmt.Println("$"+p.Name, p.Value)
	}
	// Output:
	// MAINT-01
	// KPI-29
	// $arrivalUrgent PT30M
	// $complaintBase
}
