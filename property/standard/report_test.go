package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// TestWorst: a yearly duty that was left out is worse than an hourly one that was left out a dozen times; rows that are pending, waived or unknown
// weigh nothing.
func TestWorst(t *testing.T) {
	verdict := func(id string, met, breached, others int) standard.Verdict {
		return standard.Verdict{Clause: id, State: standard.Breached, Parts: []standard.PartVerdict{{
			State: standard.Breached, Counts: standard.Counts{Total: met + breached + others, Met: met, Breached: breached, Pending: others},
		}}}
	}
	parts := verdict("SEC-4", 1, 1, 0)
	parts.Parts = append(parts.Parts, verdict("", 0, 1, 0).Parts...) // two of three
	report := standard.Report{Clauses: []standard.Verdict{
		verdict("SEC-1", 708, 12, 0), verdict("SEC-2", 0, 1, 5),
		{Clause: "SEC-3", State: standard.Met},
		parts,
		verdict("SEC-5", 0, 2, 0), verdict("SEC-6", 59, 1, 0), verdict("SEC-7", 59, 1, 0),
		{Clause: "SEC-8", State: standard.Breached},
	}}
	var got []string
	for _, v := range report.Worst(99) {
		got = append(got, v.Clause)
	}
	require.Equal(t, []string{"SEC-5", "SEC-2", "SEC-4", "SEC-1", "SEC-6", "SEC-7", "SEC-8"}, got)
	require.Len(t, report.Worst(2), 2)
}
