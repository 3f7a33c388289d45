package wuye_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/internal/jsonschema"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/finding"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
	"github.com/wuyekit/wuye/property/rating"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/stock"
	"github.com/wuyekit/wuye/property/worktime"
)

// TestSchemas keeps the JSON Schema of every document that crosses the border. Whether the
// repository's documents fit them is tested in internal/tools with another program.
func TestSchemas(t *testing.T) {
	for name, doc := range map[string]any{
		"estate": property.Estate{}, "book": billing.Book{}, "facts": billing.Facts{}, "bill": billing.Bill{},
		"mapping": csv.Mapping{}, "policies": policy.Document{}, "derivation": explain.Step{}, "problems": invalid.Error{},
		"changes": property.Changes{}, "price": billing.ListedPrice{}, "due": billing.Due{}, "estimate": billing.Estimate{},
		"excess": billing.Excess{}, "refund": billing.Refund{}, "statement": billing.Statement{},
		"parkingTariff": parking.Tariff{}, "parkingStay": parking.ShortStay{}, "parkingPass": parking.MonthlyPass{}, "parkingFee": parking.Fee{},
		"parkingPassPrice": parking.PassPrice{}, "parkingPassFee": parking.PassFee{}, "timeOfUse": meter.TimeOfUse{},
		"calendar": worktime.Timetable{}, "holidays": worktime.Holidays{}, "day": worktime.Day{}, "shiftDuty": worktime.Duty{},
		"promise": sla.Promise{}, "case": sla.Case{}, "verdict": sla.Verdict{}, "stretch": sla.Stretch{}, "notice": sla.Notice{},
		"group": sla.Group{}, "bonusMalus": sla.BonusMalus{}, "flow": flow.Table{}, "event": flow.Event{}, "position": flow.Position{}, "stay": flow.Stay{},
		"duty": schedule.Duty{}, "evidence": schedule.Evidence{}, "dutyReport": schedule.Report{}, "plan": schedule.Plan{}, "planReport": schedule.PlanReport{},
		"posts": schedule.Posts{}, "roster": schedule.Roster{}, "attendance": schedule.Sheet{}, "postCover": schedule.PostCover{}, "shortage": schedule.Shortage{},
		"stockCatalogue": stock.Catalogue{}, "stockLog": stock.Log{}, "stockBalance": stock.Balance{}, "stockLevel": stock.Level{}, "stockExpiry": stock.Expiry{},
		"stockDifference": stock.Difference{}, "stockTurnover": stock.Turnover{},
		"metrics": metric.Catalogue{}, "measurements": metric.Sheet{}, "metricVerdict": metric.Verdict{},
		"rubric": rating.Rubric{}, "sheet": rating.Sheet{}, "result": rating.Result{}, "scheme": rating.Scheme{}, "year": rating.Year{}, "standing": rating.Standing{},
		"panel": rating.Panel{}, "joined": rating.Joined{}, "posting": rating.Posting{}, "postingStatus": rating.PostingStatus{}, "amendment": rating.Amendment{},
		"change": rating.Change{}, "appeal": rating.Appeal{}, "ranking": rating.Ranking{}, "place": rating.Place{}, "creditEntry": rating.CreditEntry{},
		"findingPolicy": finding.Policy{}, "finding": finding.Case{}, "findingStatus": finding.Status{}, "improvement": finding.Item{},
		"standard": standard.Standard{}, "vocabulary": standard.Vocabulary{}, "standardEvidence": standard.Evidence{}, "standardReport": standard.Report{},
		"standardRow": standard.Row{}, "need": standard.Need{},
		"publications": standard.Publications{}, "publicationLog": standard.PublicationLog{}, "publicationReport": standard.PublicationReport{},
	} {
		schema, err := jsonschema.Generate("https://wuyekit.github.io/schemas/"+name+".json", doc,
			jsonschema.Options{Sources: map[string]string{"github.com/wuyekit/wuye": "."}})
		require.NoError(t, err, name)
		golden.Check(t, filepath.Join("testdata", "schemas", name+".json"), schema)
	}
}

// TestDocuments keeps one document of each kind that the library writes, for readers in
// other languages, and reads it back.
func TestDocuments(t *testing.T) {
	old, book := smallEstate(t, "89.53"), smallBook()
	run, err := billing.Prepare(old, book, billing.Facts{}, civil.MustParseMonth("2026-07"))
	require.NoError(t, err)
	var last billing.Bill
	for b, err := range run.Bills(0, run.Len()) {
		require.NoError(t, err)
		last = b
	}
	write(t, "bill", last)
	require.NoError(t, billing.Verify(read[billing.Bill](t, "bill")))
	write(t, "derivation", last.Why())
	require.NoError(t, read[explain.Step](t, "derivation").Check())

	estimate, err := run.Estimate(0, run.Len())
	require.NoError(t, err)
	write(t, "estimate", estimate)
	write(t, "price", book.PriceList(civil.MustParse("2026-07-01"))[0])
	write(t, "due", book.Dues(civil.MustParseMonth("2026-07"))[0])
	prepaid := billing.Prepayment{Unit: "1-0803", Tariff: "pm", Total: money.MustParse("2857.75 CNY"), Period: civil.Period{
		Start: civil.MustParse("2026-01-01"), End: civil.MustParse("2027-01-01"),
	}}
	refund, err := prepaid.Refund(civil.MustParse("2026-06-11"))
	require.NoError(t, err)
	write(t, "refund", refund)
	require.Equal(t, "1587.64 CNY", read[billing.Refund](t, "refund").Amount.String(), "EX-111")
	over, err := billing.Overcharge(last.Lines, billing.Ceiling{Limits: civil.Always(billing.Limit{Price: decimal.RequireFromString("2.40")})})
	require.NoError(t, err)
	write(t, "excess", over[0])

	_, changes, err := property.Merge(old, smallEstate(t, "90.12"), civil.MustParse("2026-08-01"))
	require.NoError(t, err)
	write(t, "changes", changes)
	require.Equal(t, changes, read[property.Changes](t, "changes"))

	_, err = policy.Compile(read[policy.Document](t, "policies").Rows)
	require.NoError(t, err)

	_, err = invalid.Decode[billing.Book]([]byte(`{"currency":"CNY","tariffs":[{"code":"pm","stat":"inForce"}]}`), "tariffs.json")
	var problems *invalid.Error
	require.True(t, errors.As(err, &problems))
	write(t, "problems", problems)
	require.Len(t, read[invalid.Error](t, "problems").Fields, len(problems.Fields))
}

func write(t *testing.T, name string, doc any) {
	t.Helper()
	data, err := json.MarshalIndent(doc, "", "  ")
	require.NoError(t, err)
	golden.Check(t, filepath.Join("testdata", "documents", name+".json"), append(data, '\n'))
}

func read[T any](t *testing.T, name string) T {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "documents", name+".json"))
	require.NoError(t, err)
	doc, err := invalid.Decode[T](data, name)
	require.NoError(t, err)
	return doc
}

func smallEstate(t *testing.T, area string) *property.Register {
	t.Helper()
	doc, err := invalid.Decode[property.Estate]([]byte(`{
		"community": {"code": "JY", "name": "锦园"},
		"parties": [{"code": "H1", "name": "李芳"}, {"code": "H2", "name": "赵敏"}, {"code": "Z1", "name": "王强"}],
		"units": [{"code": "1-0803", "use": "dwelling", "areas": [{"value": {"gross": "`+area+`"}}]}],
		"tenancies": [
			{"unit": "1-0803", "kind": "ownership", "holders": [{"party": "H1", "share": "2/3"}, {"party": "H2", "share": "1/3"}], "term": {"start": "2020-05-01"}},
			{"unit": "1-0803", "kind": "lease", "holders": [{"party": "Z1"}], "pays": ["pm"], "term": {"start": "2026-07-11", "end": "2027-07-11"}}
		]}`), "estate")
	require.NoError(t, err)
	reg, err := doc.Build()
	require.NoError(t, err)
	return reg
}

func smallBook() billing.Book {
	price := func(p string) billing.Rate {
		return billing.Rate{Price: decimal.RequireFromString(p), Source: "物业服务合同"}
	}
	return billing.Book{Currency: [3]byte{'C', 'N', 'Y'}, Tariffs: []billing.Tariff{{
		Code: "pm", Name: "物业服务费", State: billing.InForce, AppliesTo: property.Scope{All: true},
		Basis: billing.Basis{Area: &billing.AreaBasis{}},
		Prices: civil.History[billing.Rate]{
			{To: civil.MustParse("2026-07-15"), Value: price("2.80")}, {From: civil.MustParse("2026-07-16"), Value: price("3.10")},
		},
		Tax: &billing.Tax{Inclusive: &billing.TaxRate{Rates: civil.Always(decimal.RequireFromString("0.06"))}},
	}}}
}

// TestReadmeTariffs reads the price list that the README shows an analyst.
func TestReadmeTariffs(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, shown, found := strings.Cut(string(readme), "```json\n")
	require.True(t, found)
	shown, _, _ = strings.Cut(shown, "```")
	book, err := invalid.Decode[billing.Book]([]byte(shown), "README.md")
	require.NoError(t, err)
	_, err = billing.Prepare(smallEstate(t, "89.53"), book, billing.Facts{}, civil.MustParseMonth("2026-11"))
	require.NoError(t, err)
}

// TestReadmeExample keeps the example of the README the one that is tested.
func TestReadmeExample(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	tested, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	_, shown, _ := strings.Cut(string(readme), "```go\n")
	shown, _, _ = strings.Cut(shown, "```")
	_, code, _ := strings.Cut(string(tested), "func Example()")
	if diff := cmp.Diff("func Example()"+code, shown); diff != "" {
		t.Errorf("README.md and example_test.go differ (-tested +shown)\n%s", diff)
	}
}
