package sla_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/sla"
)

// TestEvaluateAllocates: an ordinary case costs no memory beyond the destination, whatever it is asked about.
func TestEvaluateAllocates(t *testing.T) {
	clock, repair := ordinary(t)
	dst := make([]sla.Verdict, 0, 4)
	for _, e := range repair.Log { // not begun, running, paused, done
		now := e.At.Add(-time.Minute)
		require.Zero(t, testing.AllocsPerRun(50, func() { dst = clock.Evaluate(dst[:0], &repair, now) }), e.Name)
		require.Len(t, dst, 3)
	}
	// So do a dozen events in no order.
	for i, k := 0, len(repair.Log)-1; i < k; i, k = i+1, k-1 {
		repair.Log[i], repair.Log[k] = repair.Log[k], repair.Log[i]
	}
	now := at("2026-10-01 00:00")
	require.Zero(t, testing.AllocsPerRun(50, func() { dst = clock.Evaluate(dst[:0], &repair, now) }))
	for _, v := range dst {
		require.Equal(t, sla.Met, v.State)
	}
}
