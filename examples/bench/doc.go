// Package bench measures the library beside what people use instead, in one run: plain
// shopspring/decimal, the same month in SQL on embedded SQLite and on PostgreSQL, for
// working time rickar/cal, and for schedules rrule-go. It stands outside the workspace, so that
// nobody else downloads a database.
//
//	cd examples/bench
//	GOWORK=off go test -run '^$' -bench .
//
// PostgreSQL is a throwaway cluster in /tmp, made from the programs in $PGBIN or
// /usr/lib/postgresql/*/bin; where there are none it is skipped. Its query is given prices
// that change on a day, which SQLite's is not.
//
// Times on a shared machine are noise; read the ratios between peers of one run. Every
// benchmark checks that its peer comes to the same result before it measures.
package bench
