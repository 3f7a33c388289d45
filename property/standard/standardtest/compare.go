package standardtest

import (
	"errors"
	"fmt"
	"strings"

	"github.com/wuyekit/wuye/property/standard"
)

// compare reports where the verdict is not the one that a proof expects.
func compare(proof *standard.Proof, report standard.Report) error {
	var out []error
	// The clause that is proved comes last, behind those that it reads.
	v := report.Clauses[len(report.Clauses)-1]
	if v.State != proof.State || proof.Code != 0 && v.Reason.Code != proof.Code {
		out = append(out, differ("", proof.State, proof.Code, v.State, v.Reason))
	}
	for _, want := range proof.Parts {
		part, ok := v.Part(want.Part)
		switch {
		case !ok:
			out = append(out, fmt.Errorf("part %s is not judged", want.Part))
		case part.State != want.State || want.Code != 0 && part.Reason.Code != want.Code:
			out = append(out, differ("part "+want.Part+" ", want.State, want.Code, part.State, part.Reason))
		}
	}
	return errors.Join(out...)
}

func differ(what string, want standard.State, code standard.Code, got standard.State, why standard.Reason) error {
	return fmt.Errorf("%sis %s, want %s", what, said(got, why), said(want, standard.Reason{Code: code}))
}

// said writes a verdict: "breached (gap 2025-01-15 2025-07-16)".
func said(s standard.State, why standard.Reason) string {
	if why.Code == 0 {
		return s.String()
	}
	return fmt.Sprintf("%s (%s)", s, strings.Join(append([]string{why.Code.String()}, why.Args...), " "))
}
