package bench_test

import (
	"database/sql"
	"testing"

	"github.com/shopspring/decimal"
	_ "modernc.org/sqlite"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// BenchmarkMonth bills 100,000 units × 4 tariffs in six ways. Each reports lines a
// second; before it is measured each must come to the same figures.
func BenchmarkMonth(b *testing.B) {
	run := prepare(b)
	want := byBills(b, run)
	b.Run("bills", func(b *testing.B) { timed(b, want, func() figures { return byBills(b, run) }) })
	b.Run("bills-kept", func(b *testing.B) { timed(b, want, func() figures { return byKeptBills(b, run) }) })
	b.Run("lines-into-buffer", func(b *testing.B) { timed(b, want, func() figures { return byLines(b, run) }) })
	b.Run("decimal", func(b *testing.B) { timed(b, want, func() figures { return byDecimal(run) }) })
	b.Run("sqlite", func(b *testing.B) {
		db := database(b, run.Register())
		timed(b, want, func() figures { return bySQL(b, db) })
	})
	b.Run("postgres", func(b *testing.B) {
		db := postgres(b)
		postgresLoad(b, db, run.Register(), book())
		timed(b, want, func() figures { return byPostgres(b, db) })
	})
}

func timed(b *testing.B, want figures, bill func() figures) {
	b.Helper()
	if got := bill(); got != want {
		b.Fatalf("another month: %+v, want %+v", got, want)
	}
	lines := 0
	b.ReportAllocs()
	for b.Loop() {
		lines += bill().lines
	}
	b.ReportMetric(float64(lines)/b.Elapsed().Seconds()/1e6, "Mlines/s")
}

func byBills(tb testing.TB, run *billing.Run) figures {
	tb.Helper()
	var f figures
	for bill, err := range run.Bills(0, run.Len()) {
		if err != nil {
			tb.Fatal(err)
		}
		for i := range bill.Lines {
			f.add(&bill.Lines[i])
		}
	}
	return f
}

// byKeptBills keeps every bill until the month is done.
func byKeptBills(b *testing.B, run *billing.Run) figures {
	b.Helper()
	kept := make([]billing.Bill, 0, units*3/2)
	for bill, err := range run.Bills(0, run.Len()) {
		if err != nil {
			b.Fatal(err)
		}
		kept = append(kept, bill)
	}
	var f figures
	for i := range kept {
		for k := range kept[i].Lines {
			f.add(&kept[i].Lines[k])
		}
	}
	return f
}

func byLines(b *testing.B, run *billing.Run) figures {
	b.Helper()
	var f figures
	c := run.Cursor()
	buf := make([]billing.Line, 0, 64)
	var err error
	for u := range run.Len() {
		if buf, err = c.AppendLines(buf[:0], u); err != nil {
			b.Fatal(err)
		}
		for i := range buf {
			f.add(&buf[i])
		}
	}
	return f
}

// byDecimal bills with shopspring/decimal as a careful programmer writes it: multiply,
// divide once, round once, split the tax off. It asks the register for areas and payers
// like the run, and cuts a charge where its payer changes.
func byDecimal(run *billing.Run) figures {
	reg := run.Register()
	type fee struct {
		price  decimal.Decimal
		area   bool
		payers property.Payers
	}
	var fees []fee
	for _, t := range tariffs() {
		fees = append(fees, fee{decimal.RequireFromString(t.price), t.area, reg.Payers(t.code, 0)})
	}
	divisor, of := decimal.RequireFromString("1.06"), decimal.NewFromInt(int64(month().Days()))
	start, end := month().Start, month().End
	var f figures
	var changes []civil.Date
	line := func(amount decimal.Decimal, payer string) {
		net := amount.DivRound(divisor, 2)
		minor := amount.Shift(2).IntPart()
		f.lines++
		f.amount += minor
		f.net += net.Shift(2).IntPart()
		f.tax += amount.Sub(net).Shift(2).IntPart()
		if payer[0] == 'T' {
			f.byTenants += minor
		}
	}
	for u := range property.Ref(reg.Len()) {
		areas, _ := reg.Areas(u, start)
		gross := areas.Gross.Decimal()
		changes = append(reg.AppendChanges(changes[:0], u, month()), end)
		for i := range fees {
			exact := fees[i].price
			if fees[i].area {
				exact = exact.Mul(gross)
			}
			before, _ := fees[i].payers.At(u, start)
			charged := decimal.Decimal{}
			for _, day := range changes {
				after, ok := fees[i].payers.At(u, day)
				if day != end && ok && after == before {
					continue
				}
				sum := exact.Round(2)
				if day != end {
					sum = exact.Mul(decimal.NewFromInt(int64(day.DaysSince(start)))).DivRound(of, 2)
				}
				line(sum.Sub(charged), reg.PayerKey(before))
				before, charged = after, sum
			}
		}
	}
	return f
}

// monthSQL bills the month in integers: areas in 10⁻⁴ m², prices in 10⁻⁶, fen rounded half
// up; a lease that starts inside the month cuts its charge in two by cumulative rounding.
const monthSQL = `
with whole as (
	select u.code as unit, t.code as tariff, t.pays_tenant, t.by_area * u.area * t.price + (1 - t.by_area) * 10000 * t.price as exact,
		o.party as owner, l.party as tenant, l.start as lease
	from unit u cross join tariff t
	join tenancy o on o.unit = u.code and o.kind = 'ownership'
	left join tenancy l on l.unit = u.code and l.kind = 'lease' and t.pays_tenant = 1 and l.start < '2026-12-01'
), part as (
	select unit, tariff, coalesce(tenant, owner) as payer, (2 * exact + 100000000) / 200000000 as amount from whole
	where lease is null or lease <= '2026-11-01'
	union all
	select unit, tariff, owner, (2 * exact * (cast(substr(lease, 9) as integer) - 1) + 3000000000) / 6000000000 from whole
	where lease > '2026-11-01'
	union all
	select unit, tariff, tenant, (2 * exact + 100000000) / 200000000
		- (2 * exact * (cast(substr(lease, 9) as integer) - 1) + 3000000000) / 6000000000 from whole
	where lease > '2026-11-01'
)
insert into line select unit, tariff, payer, amount, (2 * amount * 100 + 106) / 212 as net, amount - (2 * amount * 100 + 106) / 212 as tax from part`

func bySQL(b *testing.B, db *sql.DB) figures {
	b.Helper()
	sqliteExec(b, db, `delete from line`)
	sqliteExec(b, db, monthSQL)
	var f figures
	err := db.QueryRow(`select count(*), sum(amount), sum(net), sum(tax), sum(case when payer like 'T%' then amount else 0 end) from line`).
		Scan(&f.lines, &f.amount, &f.net, &f.tax, &f.byTenants)
	if err != nil {
		b.Fatal(err)
	}
	return f
}

func sqliteExec(b *testing.B, db *sql.DB, query string, args ...any) {
	b.Helper()
	if _, err := db.Exec(query, args...); err != nil {
		b.Fatalf("%v\n%s", err, query)
	}
}

// database holds the same estate in memory, with the indexes a DBA would make.
func database(b *testing.B, reg *property.Register) *sql.DB {
	b.Helper()
	db, err := sql.Open("sqlite", "file::memory:")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	db.SetMaxOpenConns(1)
	sqliteExec(b, db, `pragma journal_mode = off`)
	sqliteExec(b, db, `pragma synchronous = off`)
	sqliteExec(b, db, `create table unit (code text primary key, area integer not null) strict, without rowid`)
	sqliteExec(b, db, `create table tariff (code text primary key, price integer, by_area integer, pays_tenant integer) strict`)
	sqliteExec(b, db, `create table tenancy (unit text, kind text, party text, start text, primary key (unit, kind, start)) strict, without rowid`)
	sqliteExec(b, db, `create table line (unit text, tariff text, payer text, amount integer, net integer, tax integer) strict`)
	for _, t := range tariffs() {
		byArea, tenant := 0, 0
		if t.area {
			byArea = 1
		}
		if t.code == "pm" {
			tenant = 1
		}
		sqliteExec(b, db, `insert into tariff values (?, ?, ?, ?)`, t.code, decimal.RequireFromString(t.price).Shift(6).IntPart(), byArea, tenant)
	}
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	unit, err1 := tx.Prepare(`insert into unit values (?, ?)`)
	tenancy, err2 := tx.Prepare(`insert into tenancy values (?, ?, ?, ?)`)
	if err1 != nil || err2 != nil {
		b.Fatal(err1, err2)
	}
	for u, d := range reg.Units() {
		if _, err := unit.Exec(d.Code, d.Areas[0].Value.Gross.Units()); err != nil {
			b.Fatal(err)
		}
		for _, t := range reg.Tenancies(u) {
			if _, err := tenancy.Exec(t.Unit, t.Kind.String(), t.Holders[0].Party, t.Term.Start.String()); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	return db
}
