//go:build !unix

package bench_test

import "testing"

// cluster skips: the throwaway PostgreSQL is started by a shell and reached by a Unix socket.
func cluster(tb testing.TB) string {
	tb.Helper()
	tb.Skip("no PostgreSQL here: the throwaway cluster needs Unix")
	return ""
}
