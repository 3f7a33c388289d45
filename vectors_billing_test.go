package wuye_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// billing documents of a case: what a run is prepared from.
type vectorRun struct {
	Estate property.Estate `json:"estate"`
	Book   billing.Book    `json:"book"`
	Facts  billing.Facts   `json:"facts,omitzero"`
	Period civil.Period    `json:"period"`
}

func (r vectorRun) prepare(t *testing.T) (*billing.Run, error) {
	t.Helper()
	reg, err := r.Estate.Build()
	require.NoError(t, err)
	return billing.Prepare(reg, r.Book, r.Facts, r.Period)
}

// bills are those of the run; each verifies and its derivation replays.
func (r vectorRun) bills(t *testing.T) []billing.Bill {
	t.Helper()
	run, err := r.prepare(t)
	require.NoError(t, err)
	var out []billing.Bill
	for b, err := range run.Bills(0, run.Len()) {
		require.NoError(t, err)
		require.NoError(t, billing.Verify(b))
		require.NoError(t, b.Why().Check())
		out = append(out, b)
	}
	return out
}

// lines are those of the run's one bill.
func (r vectorRun) lines(t *testing.T) []billing.Line {
	t.Helper()
	all := r.bills(t)
	require.Len(t, all, 1)
	return all[0].Lines
}

type lineOut struct {
	Tariff string       `json:"tariff"`
	From   string       `json:"from"`
	To     string       `json:"to"`
	Days   uint32       `json:"days,omitempty"`
	Of     uint32       `json:"of,omitempty"`
	Amount money.Amount `json:"amount"`
	Net    money.Amount `json:"net"`
	Tax    money.Amount `json:"tax"`
	// of a metered line
	Usage      []usageOut                `json:"usage,omitempty"`
	Components []billing.ComponentAmount `json:"components,omitempty"`
}

type usageOut struct {
	Tier     uint8            `json:"tier,omitempty"`
	Band     string           `json:"band,omitempty"`
	Quantity measure.Quantity `json:"quantity"`
	Price    money.Price      `json:"price"`
}

type billOut struct {
	Payer string       `json:"payer"`
	Total money.Amount `json:"total"`
	Net   money.Amount `json:"net"`
	Tax   money.Amount `json:"tax"`
	Lines []lineOut    `json:"lines"`
}

func billOutOf(t *testing.T, b billing.Bill) billOut {
	t.Helper()
	out := billOut{Payer: b.Payer, Total: b.Total, Net: b.Net, Tax: b.Tax}
	for _, l := range b.Lines {
		p := l.Facts.Product
		line := lineOut{
			Tariff: l.Tariff, From: l.Period.Start.String(), To: l.Period.Last().String(), Days: p.Days, Of: p.Of,
			Amount: l.Amount, Net: l.Net, Tax: l.Tax,
		}
		if m := l.Facts.Metered; m != nil {
			require.NoError(t, l.WhyUsage().Check())
			for _, p := range m.Parts {
				line.Usage = append(line.Usage, usageOut{p.Tier, p.Band, p.Quantity, p.Price})
			}
		}
		var err error
		line.Components, err = l.Components()
		require.NoError(t, err)
		out.Lines = append(out.Lines, line)
	}
	return out
}

func billVector(t *testing.T, c vectorCase) any {
	t.Helper()
	all := input[vectorRun](t, c).bills(t)
	require.Len(t, all, 1)
	return billOutOf(t, all[0])
}

func billsVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Estate  property.Estate `json:"estate"`
		Book    billing.Book    `json:"book"`
		Facts   billing.Facts   `json:"facts,omitzero"`
		Periods []civil.Period  `json:"periods"`
	}](t, c)
	bills, sum := []billOut{}, money.Sum{}
	for _, p := range in.Periods {
		for _, b := range (vectorRun{in.Estate, in.Book, in.Facts, p}).bills(t) {
			bills = append(bills, billOutOf(t, b))
			sum.Add(b.Total)
		}
	}
	total, err := sum.Total()
	require.NoError(t, err)
	return map[string]any{"bills": bills, "total": total}
}

// sharesVector makes the bills and the statements of shared costs: what the units are billed is what
// the statements say.
func sharesVector(t *testing.T, c vectorCase) any {
	t.Helper()
	type share struct {
		Unit  string       `json:"unit"`
		Share money.Amount `json:"share"`
	}
	type statement struct {
		Cost     string       `json:"cost"`
		Amount   money.Amount `json:"amount"`
		Absorbed money.Amount `json:"absorbed,omitzero"`
		Shares   []share      `json:"shares"`
		Held     []string     `json:"held,omitempty"`
	}
	in := input[vectorRun](t, c)
	run, err := in.prepare(t)
	require.NoError(t, err)
	statements, published := []statement{}, map[string]int64{}
	for s := range run.Statements() {
		require.NoError(t, s.Verify())
		out := statement{Cost: s.Cost, Amount: s.Amount, Absorbed: s.Absorbed, Shares: []share{}}
		for _, u := range s.Shares {
			out.Shares = append(out.Shares, share{u.Unit, u.Share})
			published[u.Unit] += u.Share.Minor()
		}
		for _, f := range s.Held {
			out.Held = append(out.Held, f.Rule.ID())
		}
		statements = append(statements, out)
	}
	sum, billed := money.Sum{}, map[string]int64{}
	for _, b := range in.bills(t) {
		sum.Add(b.Total)
		billed[b.Unit] += b.Total.Minor()
	}
	require.Equal(t, published, billed)
	total, err := sum.Total()
	require.NoError(t, err)
	return map[string]any{"statements": statements, "total": total}
}

func correctionVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Estate property.Estate `json:"estate"`
		Book   billing.Book    `json:"book"`
		Facts  billing.Facts   `json:"facts,omitzero"`
		Known  billing.Facts   `json:"known"`
		Period civil.Period    `json:"period"`
	}](t, c)
	issued := vectorRun{in.Estate, in.Book, in.Facts, in.Period}.bills(t)
	fresh := vectorRun{in.Estate, in.Book, in.Known, in.Period}.bills(t)
	corrections, err := billing.Correct(issued, fresh)
	require.NoError(t, err)
	total := func(bills []billing.Bill) money.Amount {
		sum := money.Sum{}
		sum.Add(money.New(0, in.Book.Currency))
		for _, b := range bills {
			require.NoError(t, billing.Verify(b))
			sum.Add(b.Total)
		}
		out, err := sum.Total()
		require.NoError(t, err)
		return out
	}
	return map[string]any{"issued": total(issued), "due": total(fresh), "adjustment": total(corrections)}
}

func prepareVector(t *testing.T, c vectorCase) any {
	t.Helper()
	type problem struct {
		Path string `json:"path"`
		Rule string `json:"rule"`
	}
	problems := []problem{}
	_, err := input[vectorRun](t, c).prepare(t)
	var all *invalid.Error
	if errors.As(err, &all) {
		for _, f := range all.Fields {
			problems = append(problems, problem{f.Path, f.Rule.ID()})
		}
	} else {
		require.NoError(t, err)
	}
	return map[string]any{"problems": problems}
}

func limitVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Limit billing.Limit `json:"limit"`
	}](t, c)
	return map[string]any{"cap": in.Limit.Cap().String(), "floor": in.Limit.Floor().String()}
}

func overchargeVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Estate  property.Estate `json:"estate"`
		Book    billing.Book    `json:"book"`
		Facts   billing.Facts   `json:"facts,omitzero"`
		Period  civil.Period    `json:"period"`
		Ceiling billing.Ceiling `json:"ceiling"`
	}](t, c)
	excess, err := billing.Overcharge(vectorRun{in.Estate, in.Book, in.Facts, in.Period}.lines(t), in.Ceiling)
	require.NoError(t, err)
	var sum money.Sum
	for _, e := range excess {
		sum.Add(e.Amount)
	}
	total, err := sum.Total()
	require.NoError(t, err)
	return map[string]any{"amount": total, "lines": excess}
}

func offerVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Estate property.Estate         `json:"estate"`
		Book   billing.Book            `json:"book"`
		Facts  billing.Facts           `json:"facts,omitzero"`
		Period civil.Period            `json:"period"`
		Offer  billing.PrepaymentOffer `json:"offer"`
	}](t, c)
	full, total, err := in.Offer.Quote(vectorRun{in.Estate, in.Book, in.Facts, in.Period}.lines(t))
	require.NoError(t, err)
	schedule, err := billing.Schedule(total, total, in.Offer.Months)
	require.NoError(t, err)
	parts := []money.Amount{}
	for _, i := range schedule {
		gross, _, err := i.Amounts()
		require.NoError(t, err)
		parts = append(parts, gross)
	}
	return map[string]any{"full": full, "total": total, "schedule": parts}
}

func scheduleVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Total  money.Amount `json:"total"`
		Net    money.Amount `json:"net,omitzero"`
		Months int          `json:"months"`
	}](t, c)
	if in.Net == (money.Amount{}) {
		in.Net = in.Total
	}
	schedule, err := billing.Schedule(in.Total, in.Net, in.Months)
	require.NoError(t, err)
	instalments := []map[string]any{}
	for _, i := range schedule {
		gross, net, err := i.Amounts()
		require.NoError(t, err)
		tax, err := gross.Sub(net)
		require.NoError(t, err)
		instalments = append(instalments, map[string]any{"gross": gross, "net": net, "tax": tax})
	}
	return map[string]any{"instalments": instalments}
}

func refundVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Prepayment billing.Prepayment `json:"prepayment"`
		Ended      civil.Date         `json:"ended,omitzero"`
		Withdrawn  *vectorRun         `json:"withdrawn,omitempty"`
	}](t, c)
	require.Equal(t, in.Withdrawn == nil, !in.Ended.IsZero(), "one of ended and withdrawn")
	var refund billing.Refund
	var err error
	if in.Withdrawn != nil {
		refund, err = in.Prepayment.RefundWithdrawn(slices.Clone(in.Withdrawn.lines(t)))
	} else {
		refund, err = in.Prepayment.Refund(in.Ended)
	}
	require.NoError(t, err)
	require.NoError(t, refund.Why().Check())
	return refund
}
