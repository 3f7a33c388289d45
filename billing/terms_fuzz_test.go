package billing_test

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// FuzzPrepareJSON reads any book and facts, and bills the small estate by them: nothing panics, every
// bill verifies, derives and comes back from its JSON, and what is asked of the book and run besides
// agrees with the bills.
func FuzzPrepareJSON(f *testing.F) {
	book := func(tariffs string) string { return `{"currency":"CNY","tariffs":[` + tariffs + `]}` }
	with := func(patch string) string { return patched(f, plainTariff, patch) }
	except := `"appliesTo":{"all":true,"exceptUses":["parking"]}`
	quoted := `,{"code":"repair","state":"inForce","special":true,"appliesTo":{"all":true},"basis":{"quoted":{"publishedOn":"2026-07-01"}},"tax":{"inclusive":{"policy":"vat"}}}`
	for _, seed := range []struct {
		book, facts string
		month       uint8
		months      uint8
	}{
		{book(plainTariff), `{}`, 6, 1},
		{book(goodTariff), `{"asOf":"2026-08-15","holds":[{"unit":"S-01","reason":"诉讼"}]}`, 6, 1},
		{
			book(with(`{`+except+`,"cycle":{"every":"quarter","anchor":"2026-01-31","timing":"advance","dueDays":-3},"proration":{"method":"thirty","exit":"halfMonth","handover":"nextMonth","entryDayFree":true}}`) + quoted),
			`{"policies":[{"key":"vat","value":"0.06","source":"x"}],"claims":[{"code":"c","tariff":"repair","unit":"1-0803","payer":"T","on":"2026-07-05","items":[{"text":"换锁","quantity":"2 pc","price":"35.5"}]}]}`, 6, 3,
		},
		{
			book(with(`{`+except+`,"tax":{"exclusive":{"policy":"vat"}},"reliefs":{"vacancy":{"policy":"v","unregistered":true,"start":"retroactive"},"gift":{"months":2},"prepayment":{"offers":[{"months":12,"gift":1}],"maxMonths":12}}}`) +
				`,{"code":"x","state":"inForce","appliesTo":{"all":true},"basis":{"percent":{"of":["pm"]}},"prices":[{"to":"2026-07-20","value":{"price":"0.05"}},{"from":"2026-07-21","value":{"price":"0.075"}}]}`),
			`{"policies":[{"key":"vat","value":"0.06","to":"2026-07-09","source":"x"},{"key":"vat","value":"0.01","from":"2026-07-10","source":"x"},{"key":"v.charge","value":"0.7","source":"x"},{"key":"v.months","value":"1","source":"x"}],` +
				`"vacancies":[{"unit":"1-0803","period":{"start":"2026-05-05"},"registeredOn":"2026-06-06"}],"gifts":[{"unit":"S-01","period":{"start":"2026-07-03","end":"2026-07-09"}}]}`, 6, 2,
		},
		{
			book(with(`{` + except + `,"tax":{"inclusive":{"rates":[{"value":"0.06"}]}}}`)),
			`{"prepayments":[{"unit":"1-0803","tariff":"pm","period":{"start":"2026-01-01","end":"2027-01-01"},"total":"2857.75 CNY","ended":"2026-06-11"}]}`, 4, 3,
		},
		{book(with(`{"code":"lift","basis":{"floorTable":{}},"claimedOnly":true,"prices":[{"value":{"floors":[{"floors":{"from":-2,"to":2},"free":true},{"floors":{"from":3,"to":33},"price":"20","step":"1"}]}}]}`) + `,` +
			with(`{"code":"space","basis":{"perSpace":{}},"prices":[{"value":{"price":"150"}}],"rounding":{"step":"1","mode":"down"}}`)), `{}`, 6, 1},
		{`{"currency":"CNY","totals":{"of":"exact","rounding":{"mode":"floor","step":"0.1"}},"tariffs":[` + with(`{`+except+`}`) +
			`,{"code":"rent","state":"inForce","appliesTo":{"all":true},"basis":{"agreed":{"fromStart":true}},"cycle":{"every":"halfYear","timing":"advance"},"ceiling":{"limits":[{"value":{"price":"3700"}}]}}]}`, `{}`, 6, 1},
		{`{"currency":"KWD","charters":[{"code":"Z","versions":[{"to":"2026-07-10","value":"1"},{"from":"2026-07-11","value":"2"}]}],"tariffs":[` +
			with(`{`+except+`,"charter":{"code":"Z","version":"2"},"proration":{"method":"perDay","exitDayFree":true},"prices":[{"value":{"price":"0.000001","class":"low"}}]}`) + `]}`, `{}`, 6, 1},
	} {
		f.Add(seed.book, seed.facts, []byte{}, seed.month, seed.months)
		f.Add(seed.book, seed.facts, []byte{9, 3, 40, 2, 77, 21, 130, 7}, seed.month, seed.months)
	}
	reg, err := smallEstate().Build()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, bookText, factsText string, edits []byte, month, months uint8) {
		bookText, edits = edited(bookText, edits)
		factsText, _ = edited(factsText, edits)
		// A document with problems is used as far as it could be read: Prepare has to cope.
		book := decoded[billing.Book](bookText)
		facts := decoded[billing.Facts](factsText)
		start := civil.MustNew(2026, 1, 1).AddMonths(int(month % 48))
		p := civil.Period{Start: start, End: start.AddMonths(int(months%13) + 1)}
		_, _ = book.PriceList(start), book.Dues(p)
		run, err := billing.Prepare(reg, book, facts, p)
		if err != nil {
			require.NotEmpty(t, problems(err))
			return
		}
		checkRun(t, run)
	})
}

// decoded returns what of a document could be read.
func decoded[T any](text string) T {
	doc, _ := invalid.Decode[T]([]byte(text), "document") //nolint:errcheck // a document with problems is wanted
	return doc
}

// edited returns a JSON document with up to four of its places set to other values, three bytes an
// edit, and the bytes that are left.
func edited(text string, edits []byte) (string, []byte) {
	var doc any
	if json.Unmarshal([]byte(text), &doc) != nil {
		return text, edits
	}
	for i := 0; i < 4 && len(edits) >= 3; i++ {
		var places []func(any)
		places = appendPlaces(places, doc)
		if len(places) == 0 {
			break
		}
		values := editValues()
		places[(int(edits[0])|int(edits[1])<<8)%len(places)](values[int(edits[2])%len(values)])
		edits = edits[3:]
	}
	data, err := json.Marshal(doc)
	if err != nil {
		return text, edits
	}
	return string(data), edits
}

// appendPlaces appends what sets each member of a document; setting one to nil takes it away.
func appendPlaces(places []func(any), doc any) []func(any) {
	switch doc := doc.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(doc)) {
			places = append(places, func(v any) {
				if doc[k] = v; v == nil {
					delete(doc, k)
				}
			})
			places = appendPlaces(places, doc[k])
		}
		places = append(places, func(v any) {
			if m, ok := v.(map[string]any); ok {
				maps.Copy(doc, m)
			}
		})
	case []any:
		for i := range doc {
			places = append(places, func(v any) { doc[i] = v })
			places = appendPlaces(places, doc[i])
		}
	}
	return places
}

// editValues are values and terms that edits put in; a term goes into an object as well.
func editValues() []any {
	texts := []string{
		`null`, `0`, `1`, `-1`, `2`, `3`, `13`, `1200`, `9223372036854775807`, `true`, `""`, `"*"`, `"pm"`, `"x"`, `"rent"`, `"repair"`, `"S-01"`, `"1-0101"`, `"N"`,
		`"2026-07-01"`, `"2026-07-11"`, `"2026-07-31"`, `"2026-02-28"`, `"0001-01-02"`, `"9999-12-31"`, `"0.000001"`, `"0.5"`, `"1"`, `"9223372036854.775807"`,
		`"thirty"`, `"year365"`, `"halfMonth"`, `"wholeMonth"`, `"nextMonth"`, `"perDay"`, `"advance"`, `"quarter"`, `"year"`, `"owner"`, `"default"`, `"occupant"`, `"down"`, `"exact"`,
		`"JPY"`, `"92233720368547758.07 CNY"`, `"0.01 CNY"`, `{}`, `[]`, `{"floorTable":{"area":{}}}`, `{"fixed":{}}`, `{"perSpace":{}}`, `{"agreed":{}}`, `{"percent":{"of":["pm"]}}`,
		`{"cycle":{"anchor":"2024-02-29","every":"halfYear","timing":"advance","dueDays":-40}}`, `{"cycle":{"anchor":"2025-12-31"}}`, `{"proration":{"method":"thirty","exit":"halfMonth","exitDayFree":true}}`,
		`{"proration":{"method":"nextMonth","exit":"year365","entryDayFree":true}}`, `{"proration":{"method":"wholeMonth","handover":"nextMonth"}}`, `{"claimedOnly":true}`,
		`{"reliefs":{"gift":{"months":1},"vacancy":{"charge":"0.7","unregistered":true,"start":"reached"}}}`, `{"tax":{"exclusive":{"rates":[{"value":"1"}]}}}`, `{"tax":{"inclusive":{"rates":[{"value":"0.06"}]}}}`,
		`{"rounding":{"mode":"halfEven","step":"0.05"}}`, `{"totals":{"of":"exact","rounding":{"mode":"up","step":"1"}}}`, `{"ceiling":{"strict":true,"limits":[{"value":{"benchmark":"3","up":"0.2"}}]}}`,
		`{"asOf":"2026-12-01"}`, `{"gifts":[{"unit":"1-0803","period":{"start":"2026-07-10","end":"2026-07-20"}}]}`, `{"vacancies":[{"unit":"1-0803","period":{"start":"2026-06-16"},"registeredOn":"2026-07-05"}]}`,
		`{"prepayments":[{"unit":"1-0101","tariff":"pm","period":{"start":"2026-07-01","end":"2026-09-01"},"total":"300.01 CNY"}]}`,
		`{"claims":[{"code":"k","tariff":"k","unit":"1-0101","on":"2026-07-11","items":[{"text":"a","price":"0.005"}]}]}`,
	}
	out := make([]any, len(texts))
	for i, text := range texts {
		if err := json.Unmarshal([]byte(text), &out[i]); err != nil {
			panic(text)
		}
	}
	return out
}

// checkRun bills everything and checks what must hold whatever the terms are.
func checkRun(t *testing.T, run *billing.Run) {
	t.Helper()
	held := map[string]bool{}
	lines := 0
	perUnit := map[string][]billing.Bill{}
	for _, b := range bills(t, run) {
		require.NoError(t, billing.Verify(b), "%s", toJSON(t, b))
		back, err := invalid.Decode[billing.Bill]([]byte(toJSON(t, b)), "bill")
		require.NoError(t, err)
		require.Equal(t, toJSON(t, b), toJSON(t, back))
		require.Equal(t, b.Lines, back.Lines)
		if b.IsHeld() {
			held[b.Unit] = true
			continue
		}
		require.NoError(t, b.Why().Check(), "%s", toJSON(t, b))
		for _, l := range b.Lines {
			require.NoError(t, l.Verify())
			require.NoError(t, l.Why().Check())
			require.NoError(t, l.WhyTax().Check())
			require.False(t, run.DueOn(l).IsZero())
		}
		lines += len(b.Lines)
		perUnit[b.Unit] = append(perUnit[b.Unit], b)
	}
	for _, bs := range perUnit {
		again, err := billing.Correct(bs, bs)
		require.NoError(t, err)
		require.Empty(t, again)
	}
	e, err := run.Estimate(0, run.Len())
	require.Equal(t, len(held) > 0, err != nil && e.Held > 0)
	require.Equal(t, []int{len(perUnit), len(held), lines, int(run.Len())}, []int{e.Billed, e.Held, e.Lines, e.Billed + e.Held + e.OutOfScope})
}
