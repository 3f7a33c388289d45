// Package bench measures the library beside what people use instead, in one run: plain
// shopspring/decimal, and the same month in SQL on embedded SQLite. It holds benchmarks
// only and stands outside the workspace, so that nobody else downloads a database.
//
//	cd examples/bench
//	GOWORK=off go test -run '^$' -bench .
//
// Times on a shared machine are noise; read the ratios between peers of one run. Every
// benchmark checks that its peer comes to the same money before it measures.
package bench
