package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// repository is the root of the repository, from this folder.
const repository = "../../.."

// schemaFolder holds one generated schema for each document type.
const schemaFolder = "testdata/schemas"

// The files stand in another module, where the test cache does not look: run this
// test with -count=1, as .ci/run does.

// documents says which files of the repository each schema describes, all from
// the root: schema file → patterns of [filepath.Match].
var documents = map[string][]string{
	"testdata/schemas/bill.json":              {"testdata/documents/bill.json", "testdata/documents/bill-*.json"},
	"testdata/schemas/book.json":              {"examples/estate/data/tariffs.json", "examples/estate/data/utilities/tariffs.json", "examples/*/*.tariffs.json"},
	"testdata/schemas/changes.json":           {"testdata/documents/changes.json"},
	"testdata/schemas/derivation.json":        {"testdata/documents/derivation.json", "testdata/documents/derivation-*.json"},
	"testdata/schemas/due.json":               {"testdata/documents/due.json"},
	"testdata/schemas/estimate.json":          {"testdata/documents/estimate.json"},
	"testdata/schemas/excess.json":            {"testdata/documents/excess.json"},
	"testdata/schemas/price.json":             {"testdata/documents/price.json"},
	"testdata/schemas/refund.json":            {"testdata/documents/refund.json"},
	"testdata/schemas/estate.json":            {"examples/estate/data/community.json"},
	"testdata/schemas/facts.json":             {"examples/estate/data/facts.json", "examples/estate/data/utilities/meters.json", "examples/estate/data/utilities/terms.json", "examples/estate/data/utilities/costs.json"},
	"testdata/schemas/mapping.json":           {"examples/*/*.mapping.json", "examples/*/data/*.mapping.json", "examples/slareport/data/mapping.json"},
	"testdata/schemas/policies.json":          {"testdata/documents/policies.json"},
	"testdata/schemas/problems.json":          {"testdata/documents/problems.json"},
	"testdata/schemas/statement.json":         {"testdata/documents/statement.json"},
	"testdata/schemas/parkingTariff.json":     {"testdata/documents/parkingTariff.json"},
	"testdata/schemas/parkingStay.json":       {"testdata/documents/parkingStay.json"},
	"testdata/schemas/parkingFee.json":        {"testdata/documents/parkingFee.json"},
	"testdata/schemas/parkingPass.json":       {"testdata/documents/parkingPass.json"},
	"testdata/schemas/parkingPassPrice.json":  {"testdata/documents/parkingPassPrice.json"},
	"testdata/schemas/parkingPassFee.json":    {"testdata/documents/parkingPassFee.json"},
	"testdata/schemas/timeOfUse.json":         {"testdata/documents/timeOfUse.json"},
	"testdata/schemas/calendar.json":          {"testdata/documents/calendar.json", "examples/slareport/data/calendar.json"},
	"testdata/schemas/holidays.json":          {"testdata/documents/holidays.json"},
	"testdata/schemas/day.json":               {"testdata/documents/day.json"},
	"testdata/schemas/shiftDuty.json":         {"testdata/documents/shiftDuty.json"},
	"testdata/schemas/evidence.json":          {"testdata/documents/evidence.json"},
	"testdata/schemas/dutyReport.json":        {"testdata/documents/dutyReport.json"},
	"testdata/schemas/plan.json":              {"testdata/documents/plan.json"},
	"testdata/schemas/planReport.json":        {"testdata/documents/planReport.json"},
	"testdata/schemas/posts.json":             {"testdata/documents/posts.json"},
	"testdata/schemas/roster.json":            {"testdata/documents/roster.json"},
	"testdata/schemas/attendance.json":        {"testdata/documents/attendance.json"},
	"testdata/schemas/postCover.json":         {"testdata/documents/postCover.json"},
	"testdata/schemas/shortage.json":          {"testdata/documents/shortage.json"},
	"testdata/schemas/stockCatalogue.json":    {"testdata/documents/stockCatalogue.json"},
	"testdata/schemas/stockLog.json":          {"testdata/documents/stockLog.json"},
	"testdata/schemas/stockBalance.json":      {"testdata/documents/stockBalance.json"},
	"testdata/schemas/stockLevel.json":        {"testdata/documents/stockLevel.json"},
	"testdata/schemas/stockExpiry.json":       {"testdata/documents/stockExpiry.json"},
	"testdata/schemas/stockDifference.json":   {"testdata/documents/stockDifference.json"},
	"testdata/schemas/stockTurnover.json":     {"testdata/documents/stockTurnover.json"},
	"testdata/schemas/metrics.json":           {"testdata/documents/metrics.json"},
	"testdata/schemas/measurements.json":      {"testdata/documents/measurements.json"},
	"testdata/schemas/metricVerdict.json":     {"testdata/documents/metricVerdict.json"},
	"testdata/schemas/duty.json":              {"testdata/documents/duty.json", "testdata/documents/duty-*.json"},
	"testdata/schemas/promise.json":           {"testdata/documents/promise.json", "testdata/documents/promise-*.json"},
	"testdata/schemas/case.json":              {"testdata/documents/case.json"},
	"testdata/schemas/verdict.json":           {"testdata/documents/verdict.json"},
	"testdata/schemas/stretch.json":           {"testdata/documents/stretch.json"},
	"testdata/schemas/notice.json":            {"testdata/documents/notice.json"},
	"testdata/schemas/group.json":             {"testdata/documents/group.json"},
	"testdata/schemas/bonusMalus.json":        {"testdata/documents/bonusMalus.json"},
	"testdata/schemas/flow.json":              {"property/flow/testdata/*.json", "testdata/documents/flow-*.json"},
	"testdata/schemas/event.json":             {"testdata/documents/event.json"},
	"testdata/schemas/position.json":          {"testdata/documents/position.json"},
	"testdata/schemas/stay.json":              {"testdata/documents/stay.json"},
	"testdata/schemas/rubric.json":            {"testdata/documents/rubric-*.json", "examples/starrating/*.rubric.json", "examples/starrating/data/*rubric*.json"},
	"testdata/schemas/sheet.json":             {"testdata/documents/sheet.json"},
	"testdata/schemas/result.json":            {"testdata/documents/result.json"},
	"testdata/schemas/scheme.json":            {"testdata/documents/scheme-star.json", "examples/starrating/data/scheme.json"},
	"testdata/schemas/year.json":              {"testdata/documents/year.json", "examples/starrating/data/year.json"},
	"testdata/schemas/standing.json":          {"testdata/documents/standing.json"},
	"testdata/schemas/panel.json":             {"testdata/documents/panel.json"},
	"testdata/schemas/joined.json":            {"testdata/documents/joined.json"},
	"testdata/schemas/posting.json":           {"testdata/documents/posting.json", "examples/starrating/data/posting.json"},
	"testdata/schemas/postingStatus.json":     {"testdata/documents/postingStatus.json"},
	"testdata/schemas/amendment.json":         {"testdata/documents/amendment.json"},
	"testdata/schemas/change.json":            {"testdata/documents/change.json"},
	"testdata/schemas/appeal.json":            {"testdata/documents/appeal.json"},
	"testdata/schemas/ranking.json":           {"testdata/documents/ranking.json"},
	"testdata/schemas/place.json":             {"testdata/documents/place.json"},
	"testdata/schemas/creditEntry.json":       {"testdata/documents/creditEntry.json"},
	"testdata/schemas/findingPolicy.json":     {"testdata/documents/findingPolicy.json"},
	"testdata/schemas/finding.json":           {"testdata/documents/finding.json"},
	"testdata/schemas/findingStatus.json":     {"testdata/documents/findingStatus.json"},
	"testdata/schemas/improvement.json":       {"testdata/documents/improvement.json", "testdata/documents/improvement-carried.json"},
	"testdata/schemas/standard.json":          {"testdata/documents/standard-*.json", "testdata/documents/assessment.json", "examples/standard/data/standard.json"},
	"testdata/schemas/vocabulary.json":        {"testdata/documents/vocabulary.json"},
	"testdata/schemas/standardEvidence.json":  {"testdata/documents/standardEvidence.json", "examples/standard/data/evidence.json"},
	"testdata/schemas/standardReport.json":    {"testdata/documents/standardReport.json"},
	"testdata/schemas/standardRow.json":       {"testdata/documents/standardRow.json"},
	"testdata/schemas/need.json":              {"testdata/documents/need.json"},
	"testdata/schemas/publications.json":      {"testdata/documents/publications.json"},
	"testdata/schemas/publicationLog.json":    {"testdata/documents/publicationLog.json"},
	"testdata/schemas/publicationReport.json": {"testdata/documents/publicationReport.json"},
	"testdata/schemas/vector.json":            {"testdata/vectors/*.json"},
}

func TestDocuments(t *testing.T) {
	for schemaFile, patterns := range documents {
		t.Run(schemaFile, func(t *testing.T) {
			schema, err := compile(filepath.Join(repository, schemaFile))
			if err != nil {
				t.Fatal(err)
			}
			for _, pattern := range patterns {
				files, err := filepath.Glob(filepath.Join(repository, pattern))
				if err != nil || len(files) == 0 {
					t.Errorf("%s matches no file (%v)", pattern, err)
				}
				for _, file := range files {
					if err := check(schema, file); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
}

// TestSchemas compiles every generated schema, and wants each in the table above.
func TestSchemas(t *testing.T) {
	err := fs.WalkDir(os.DirFS(repository), schemaFolder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".json") {
			return err
		}
		if _, err := compile(filepath.Join(repository, path)); err != nil {
			t.Error(err)
		}
		if len(documents[path]) == 0 {
			t.Errorf("%s: no document of the repository is checked against it; add it to the table", path)
		}
		return nil
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
}
