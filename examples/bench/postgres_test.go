package bench_test

import (
	"cmp"
	"context"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// postgresSchema is unlogged, as the peers keep nothing safe either. Money and areas are numeric, as a DBA would have them.
const postgresSchema = `
create unlogged table unit (code text primary key, area numeric not null);
create unlogged table tariff (code text primary key, by_area boolean not null, pays_tenant boolean not null);
create unlogged table price (tariff text, start date, price numeric not null, primary key (tariff, start));
create unlogged table tenancy (unit text, kind text, party text not null, start date, primary key (unit, kind, start));
create unlogged table line (unit text, tariff text, payer text, amount numeric, net numeric, tax numeric)`

// postgresMonth bills the month that starts on $1 and has $2 days. Days are counted from 0 at its start; a stretch is the
// days of one price, before is what the days before it come to. Where neither the price nor the payer changes inside the month the
// charge is rounded as it stands, which takes no division; the others are cut by cumulative rounding. A quotient keeps 12 decimals or
// more, and one that is not half a fen is at least 3e-12 away from it: rounding it once more is exact.
const postgresMonth = `
insert into line
with span as (
	select tariff, price, greatest(start - $1::date, 0) as first,
		least(lead(start) over (partition by tariff order by start) - $1, $2::integer) as last
	from price
), stretch as (
	select t.*, price, first, last, sum(price * (last - first)) over (partition by tariff order by first) - price * (last - first) as before
	from span join tariff t on t.code = span.tariff where first < last
), charge as (
	select u.code as unit, s.code as tariff, case when by_area then area else 1 end as quantity, price, before, first, last,
		o.party as owner, l.party as tenant, l.start - $1 as lease
	from unit u cross join stretch s
	join tenancy o on o.unit = u.code and o.kind = 'ownership'
	left join tenancy l on l.unit = u.code and l.kind = 'lease' and s.pays_tenant and l.start < $1 + $2
), part as (
	select unit, tariff, coalesce(tenant, owner) as payer, round(quantity * price, 2) as amount from charge
	where last - first = $2 and (lease is null or lease <= 0)
	union all
	select unit, tariff, owner, round(quantity * (before + price * (least(last, lease) - first)) / $2, 2) - round(quantity * before / $2, 2)
	from charge
	where last - first < $2 and lease is null or lease > first
	union all
	select unit, tariff, tenant, round(quantity * (before + price * (last - first)) / $2, 2)
		- round(quantity * (before + price * (greatest(first, lease) - first)) / $2, 2)
	from charge
	where lease < last and (last - first < $2 or lease > first)
)
select unit, tariff, payer, amount, net, amount - net as tax from (select *, round(amount / 1.06, 2) as net from part) as taxed`

// TestPostgresMonth compares every line of a month with billing's. Of 4,000 units every second is let; 14 leases begin
// inside November 2026 after its first day, on the 3rd, 5th … 29th.
func TestPostgresMonth(t *testing.T) {
	db, reg := postgres(t), register(t, 4000)
	tests := []struct {
		name   string
		prices civil.History[billing.Rate] // of the management fee
		lines  int
	}{
		{"one price", civil.Always(rate("2.80")), 4000*4 + 14},
		{ // it cuts every unit's charge, and one unit's on the day its lease begins
			"a new price from the 15th", civil.History[billing.Rate]{
				{Value: rate("2.80")},
				{From: civil.MustParse("2026-11-15"), Value: rate("3.15")},
			}, 4000*5 + 14 - 1,
		},
		{"a price that ends with October", civil.History[billing.Rate]{
			{Value: rate("2.55")},
			{From: civil.MustParse("2026-11-01"), Value: rate("2.80")},
			{From: civil.MustParse("2026-12-01"), Value: rate("3.15")},
		}, 4000*4 + 14},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			book := book()
			for i := range book.Tariffs {
				if book.Tariffs[i].Code == "pm" {
					book.Tariffs[i].Prices = tt.prices
				}
			}
			run, err := billing.Prepare(reg, book, billing.Facts{}, month())
			if err != nil {
				t.Fatal(err)
			}
			postgresLoad(t, db, reg, book)
			want, got := byBills(t, run), byPostgres(t, db)
			if got != want || got.lines != tt.lines {
				t.Errorf("PostgreSQL %+v, billing %+v, want %d lines", got, want, tt.lines)
			}
			compareLines(t, postgresLines(t, db), billingLines(t, run))
		})
	}
}

func rate(price string) billing.Rate {
	return billing.Rate{Price: decimal.RequireFromString(price)}
}

// byPostgres bills the month into the table of lines, as bySQL does, and adds it up in fen.
func byPostgres(tb testing.TB, db *pgx.Conn) figures {
	tb.Helper()
	postgresExec(tb, db, `truncate line`)
	postgresExec(tb, db, postgresMonth, month().Start.String(), month().Days())
	var f figures
	err := db.QueryRow(context.Background(), `select count(*), (sum(amount) * 100)::bigint, (sum(net) * 100)::bigint, (sum(tax) * 100)::bigint,
		(sum(case when payer like 'T%' then amount else 0 end) * 100)::bigint from line`).
		Scan(&f.lines, &f.amount, &f.net, &f.tax, &f.byTenants)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// postgres connects to a cluster of its own, with the schema and nothing in it.
func postgres(tb testing.TB) *pgx.Conn {
	tb.Helper()
	db, err := pgx.Connect(context.Background(), cluster(tb))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := db.Close(context.Background()); err != nil {
			tb.Error(err)
		}
	})
	postgresExec(tb, db, postgresSchema)
	return db
}

// postgresLoad replaces what is there by the estate and the book, by COPY.
func postgresLoad(tb testing.TB, db *pgx.Conn, reg *property.Register, book billing.Book) {
	tb.Helper()
	postgresExec(tb, db, `truncate unit, tenancy, tariff, price`)
	var units, tenancies, tariffs, prices [][]any
	for u, d := range reg.Units() {
		units = append(units, []any{d.Code, d.Areas[0].Value.Gross.Decimal().String()})
		for _, t := range reg.Tenancies(u) {
			tenancies = append(tenancies, []any{t.Unit, t.Kind.String(), t.Holders[0].Party, t.Term.Start.String()})
		}
	}
	for _, t := range book.Tariffs {
		tariffs = append(tariffs, []any{t.Code, t.Basis.Area != nil, t.Code == "pm"})
		for _, p := range t.Prices {
			prices = append(prices, []any{t.Code, cmp.Or(p.From.String(), "0001-01-01"), p.Value.Price.String()})
		}
	}
	postgresCopy(tb, db, "unit", units, "code", "area")
	postgresCopy(tb, db, "tenancy", tenancies, "unit", "kind", "party", "start")
	postgresCopy(tb, db, "tariff", tariffs, "code", "by_area", "pays_tenant")
	postgresCopy(tb, db, "price", prices, "tariff", "start", "price")
	postgresExec(tb, db, `vacuum analyze`)
}

func postgresExec(tb testing.TB, db *pgx.Conn, query string, args ...any) {
	tb.Helper()
	if _, err := db.Exec(context.Background(), query, args...); err != nil {
		tb.Fatalf("%v\n%s", err, query)
	}
}

func postgresCopy(tb testing.TB, db *pgx.Conn, table string, rows [][]any, columns ...string) {
	tb.Helper()
	n, err := db.CopyFrom(context.Background(), pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
	if err != nil || n != int64(len(rows)) {
		tb.Fatalf("%s: %d of %d rows copied: %v", table, n, len(rows), err)
	}
}

// row is one line, money in fen.
type row struct {
	Unit, Tariff, Payer string
	Amount, Net, Tax    int64
}

func postgresLines(tb testing.TB, db *pgx.Conn) []row {
	tb.Helper()
	found, err := db.Query(context.Background(), `select unit, tariff, payer, (amount * 100)::bigint, (net * 100)::bigint, (tax * 100)::bigint from line`)
	if err != nil {
		tb.Fatal(err)
	}
	rows, err := pgx.CollectRows(found, pgx.RowToStructByPos[row])
	if err != nil {
		tb.Fatal(err)
	}
	return rows
}

func billingLines(tb testing.TB, run *billing.Run) []row {
	tb.Helper()
	var rows []row
	for bill, err := range run.Bills(0, run.Len()) {
		if err != nil {
			tb.Fatal(err)
		}
		for _, l := range bill.Lines {
			rows = append(rows, row{l.Unit, l.Tariff, l.Payer, l.Amount.Minor(), l.Net.Minor(), l.Tax.Minor()})
		}
	}
	return rows
}

// compareLines names the first line that differs; the order in which they come is no part of a month.
func compareLines(tb testing.TB, got, want []row) {
	tb.Helper()
	for _, rows := range [][]row{got, want} {
		slices.SortFunc(rows, func(a, b row) int {
			return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Tariff, b.Tariff), cmp.Compare(a.Payer, b.Payer), cmp.Compare(a.Amount, b.Amount))
		})
	}
	if len(got) != len(want) {
		tb.Fatalf("%d lines, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			tb.Fatalf("line %d of %d is %+v, want %+v", i, len(got), got[i], want[i])
		}
	}
}
