package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

const sheetsMapping = `{"kind": "sheets", "fields": {
	"sheet.id": {"column": "编号"}, "sheet.project": {"column": "项目"}, "sheet.on": {"column": "日期"},
	"level.lift": {"column": "电梯", "values": {"好": "3", "中": "2", "差": "1", "无电梯": "notApplicable"}},
	"figure.survey": {"column": "满意率", "values": {"未测评": "notApplicable"}, "keep": true},
	"figure.repair/inTime": {"column": "及时率", "multiply": "100", "optional": true},
	"count.facade/spot": {"column": "外墙破损"}, "count./order": {"column": "整改通知"},
	"fact.badRecord": {"column": "不良记录", "values": {"有": "true", "无": "false"}}}}`

func figure(text string) metric.Figure { return metric.MustParseFigure(text) }

func sheetsWant() []csv.Sheet {
	return []csv.Sheet{
		{Line: 2, Sheet: rating.Sheet{
			ID: "S1", Project: "P1", On: day("2025-06-20"),
			Marks: []rating.Mark{
				{Item: "survey", Figure: figure("93.4")}, {Item: "lift", Level: "3"}, {Item: "repair", Part: "inTime", Figure: figure("98.5")},
			},
			Findings: []rating.Finding{{Item: "facade", Kind: "spot", Count: 3}, {Kind: "order", Count: 1}},
			Facts:    []rating.Fact{{Name: "badRecord", Is: true}},
		}},
		{Line: 3, Sheet: rating.Sheet{
			ID: "S2", Project: "P2",
			Marks: []rating.Mark{{Item: "survey", NotApplicable: true}, {Item: "lift", NotApplicable: true}},
			Facts: []rating.Fact{{Name: "badRecord"}},
		}},
		{Line: 4, Sheet: rating.Sheet{ID: "S3", Project: "P3", Marks: []rating.Mark{{Item: "repair", Part: "inTime", Figure: figure("0")}}}},
	}
}

// An empty cell is no mark, N/A is said, and 0 is a mark; marks stand in the order of the columns.
func TestSheets(t *testing.T) {
	im, err := csv.Read([]byte("编号,项目,日期,满意率,电梯,及时率,外墙破损,整改通知,不良记录,备注\n"+
		"S1,P1,2025年6月20日,93.4,好,0.985,3,1,有,\n"+
		"S2,P2,,未测评,无电梯,,0,,无,x\n"+
		"S3,P3,,,,0,,,,\n"), mapping(t, sheetsMapping), csv.Options{})
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(sheetsWant(), im.Sheets, cmp.Comparer(func(a, b metric.Figure) bool { return a == b })))
	require.Equal(t, []string{"备注"}, im.Unused)
	checkAccounts(t, im, err)
}

// Columns headed like the fields need no mapping.
func TestSheetsOwnHeaders(t *testing.T) {
	im, err := csv.Read([]byte("编号,level.lift,figure.survey,fact.badRecord,level.gate\nS1,不适用,93.4,是,pass\n"), csv.Mapping{Kind: csv.Sheets}, csv.Options{})
	require.NoError(t, err)
	require.Equal(t, []csv.Sheet{{Line: 2, Sheet: rating.Sheet{
		ID:    "S1",
		Marks: []rating.Mark{{Item: "lift", NotApplicable: true}, {Item: "survey", Figure: figure("93.4")}, {Item: "gate", Level: "pass"}},
		Facts: []rating.Fact{{Name: "badRecord", Is: true}},
	}}}, im.Sheets)
}

// All bad cells of all rows are told at once, each with line, column, value and reason.
func TestBadSheetsGolden(t *testing.T) {
	im, err := csv.Read([]byte("编号,项目,日期,满意率,电梯,外墙破损,整改通知,不良记录\n"+
		"S1,P1,2025-02-30,93,好,,,\n"+
		",P2,,,,,,\n"+
		"S3,P3,,九成,较好,-1,1.5,不详\n"+
		"S4,P4,,1,,,,\n"+
		"S4,P4,,2,,,,\n"+
		"S5,P5,,93.1234567,,99999999999,,\n"), mapping(t, sheetsMapping), csv.Options{})
	require.Error(t, err)
	checkAccounts(t, im, err)
	require.Len(t, im.Sheets, 1, "S4 is good, and none else")
	var out strings.Builder
	for _, tag := range []language.Tag{language.English, language.Chinese} {
		fmt.Fprintf(&out, "%v\n", tag)
		for _, c := range im.Bad {
			fmt.Fprintf(&out, "%s: %q\n", c.Text(printer(t, tag)), c.Value)
		}
	}
	golden.Check(t, "testdata/bad-sheets.golden", []byte(out.String()))
}

func TestSheetsMappingIsChecked(t *testing.T) {
	for fields, want := range map[string][]string{
		`"sheet.id": {"column": "id"}`:                                                          {"fields csv/no-marks"},
		`"sheet.id": {"column": "id"}, "fact.a": {"column": "a"}`:                               {"fields csv/no-marks"},
		`"level.a": {"column": "a"}`:                                                            {"fields.sheet.id invalid/required"},
		`"sheet.id": {"column": "id"}, "level.a": {"column": "a"}, "figure.a": {"column": "b"}`: {"fields.level.a invalid/choice"},
		`"sheet.id": {"column": "id"}, "level.a": {"column": "a", "multiply": "2"}`:             {"fields.level.a.multiply csv/not-for"},
		`"sheet.id": {"column": "id"}, "level.a": {"column": "a"},
			"figure.": {"column": "b"}, "count./": {"column": "b"}, "fact.": {"column": "b"}, "event.x": {"column": "b"}`: {
			"fields.count./ csv/no-field", "fields.event.x csv/no-field", "fields.fact. csv/no-field", "fields.figure. csv/no-field",
		},
	} {
		_, err := invalid.Decode[csv.Mapping]([]byte(`{"kind": "sheets", "fields": {`+fields+`}}`), "mapping")
		var e *invalid.Error
		require.ErrorAs(t, err, &e, fields)
		var got []string
		for _, f := range e.Fields {
			got = append(got, f.Path+" "+f.Rule.ID())
		}
		require.Equal(t, want, got, fields)
	}
	_, err := csv.Read([]byte("id,a\n"), mapping(t, `{"kind": "sheets", "fields": {
		"sheet.id": {"column": "id"}, "level.a": {"column": "b", "optional": true}}}`), csv.Options{})
	require.ErrorIs(t, err, csv.ErrNoMarks, "no column of the file is a mark")
}

// Fields of another kind stay what they are: level.a is no field of a table of cases.
func TestSheetFieldsAreOfSheets(t *testing.T) {
	_, err := invalid.Decode[csv.Mapping]([]byte(`{"kind": "cases", "fields": {
		"case.id": {"column": "a"}, "event.x": {"column": "b"}, "level.a": {"column": "c"}}}`), "mapping")
	require.ErrorIs(t, err, csv.ErrNoField)
}

// What rating refuses is told at the cell that it was read from.
func TestRefused(t *testing.T) {
	im, err := csv.Read([]byte("日期,编号,项目,满意率,电梯,及时率,外墙破损,整改通知,不良记录\n"+
		"2025-06-20,S1,P1,未测评,好,0.985,3,1,有\n"), mapping(t, sheetsMapping), csv.Options{})
	require.NoError(t, err)
	var l invalid.List
	for _, path := range [][]any{
		{"on"},
		{"marks", 0},
		{"marks", 1, "level"},
		{"marks", 2, "figure"},
		{"findings", 0, "count"},
		{"findings", 1},
		{"facts", 0, "name"},
		{"version"},
		{"events", 0},
		{"marks", 9},
	} {
		l.At(path...).Add(invalid.ErrRequired, "x")
	}
	var got []string
	for _, c := range im.Refused(&im.Sheets[0], fmt.Errorf("sheet: %w", l.Err("sheet"))) {
		require.Equal(t, 2, c.Line)
		require.Equal(t, invalid.ErrRequired, c.Problem.Rule)
		got = append(got, fmt.Sprint(c.Column, " ", c.Header, " ", c.Value))
	}
	require.Equal(t, []string{
		"1 日期 2025-06-20", "4 满意率 notApplicable", "5 电梯 3", "6 及时率 98.5", "7 外墙破损 3", "8 整改通知 1", "9 不良记录 true",
		"0  ", "0  ", "0  ",
	}, got)
	require.Empty(t, im.Refused(&im.Sheets[0], fmt.Errorf("no list")))
	require.Empty(t, im.Refused(&im.Sheets[0], nil))
}

// FuzzSheets compares what is read of two sheets with what a plain reading of their cells says.
func FuzzSheets(f *testing.F) {
	f.Add("4", "93.5", "2", "yes")
	f.Add("N/A", "不适用", "0", "")
	f.Add("", "1e9", "-3", "maybe")
	f.Add(" 5 ", "１２", "1.0", "否")
	f.Fuzz(func(t *testing.T, level, survey, count, fact string) {
		var file bytes.Buffer
		w := stdcsv.NewWriter(&file)
		require.NoError(t, w.Write([]string{"id", "level.a", "figure.b", "count.b/x", "fact.c"}))
		require.NoError(t, w.Write([]string{"1", level, "1", "1", "true"}))
		require.NoError(t, w.Write([]string{"2", "4", survey, count, fact}))
		w.Flush()
		im, err := csv.Read(file.Bytes(), csv.Mapping{Kind: csv.Sheets}, csv.Options{})
		checkAccounts(t, im, err)
		for _, s := range im.Sheets {
			require.Contains(t, []string{"1", "2"}, s.ID)
			for i, m := range s.Marks {
				require.Contains(t, []string{"a", "b"}, m.Item)
				require.False(t, i > 0 && s.Marks[i-1].Item >= m.Item, "in the order of the columns, none twice")
				kinds := 0
				for _, given := range []bool{m.Level != "", m.Figure.IsSet(), m.NotApplicable} {
					if given {
						kinds++
					}
				}
				require.Equal(t, 1, kinds, "a mark is one thing: %v", m)
				if number, ok := new(big.Rat).SetString(survey); ok && s.ID == "2" && m.Item == "b" && !strings.ContainsAny(survey, "eEpPxXoObB_/") {
					require.Zero(t, number.Cmp(m.Figure.Decimal().Rat()), survey)
				}
			}
			for _, found := range s.Findings {
				require.Positive(t, found.Count)
			}
		}
	})
}
