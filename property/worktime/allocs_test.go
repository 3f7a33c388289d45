package worktime_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestNothingIsAllocated: answers where the table reaches cost no memory, 24 hours on or 90 days.
func TestNothingIsAllocated(t *testing.T) {
	c := office(t)
	at := time.Date(2026, 9, 18, 9, 0, 0, 0, time.UTC)
	for name, ask := range map[string]func() error{
		"between":   func() error { _, err := c.Between(at, at.Add(90*24*time.Hour)); return err },
		"add":       func() error { _, err := c.Add(at, 500*time.Hour); return err },
		"back":      func() error { _, err := c.Add(at, -500*time.Hour); return err },
		"open":      func() error { _, err := c.IsOpen(at); return err },
		"next open": func() error { _, err := c.NextOpen(at); return err },
	} {
		require.NoError(t, ask(), name)
		require.Zero(t, testing.AllocsPerRun(100, func() {
			if err := ask(); err != nil {
				t.Fatal(err)
			}
		}), name)
	}
}
