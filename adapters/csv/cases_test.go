package csv_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
)

const shanghaiCases = `{"kind": "cases", "format": {"zone": "Asia/Shanghai"}}`

func at(t *testing.T, text string) time.Time {
	t.Helper()
	got, err := time.ParseInLocation("2006-01-02 15:04", text, zone(t, "Asia/Shanghai"))
	require.NoError(t, err)
	return got
}

// A sheet of repairs as a front desk keeps it.
const repairs = "工单编号,类别,优先级,报修时间,受理时间,到场时间,暂停时间,暂停原因,恢复时间,完成时间,预约时间,报修人\n" +
	"R1,急修,高,2026-09-20 22:10,2026-09-20 22:10,2026-09-20 22:40,,,,2026-09-20 23:30,,王\n" +
	"R2,零修,,2026/9/21 9:00,2026年9月21日 9:05,,2026-09-21 10:00,待料,2026-09-23 9:00,,2026-09-22,李\n" +
	"R3,零修,,2026-09-21 9:00,,,,,,,2026-09-22 14:30,张\n"

func repairsWant(t *testing.T) []csv.Case {
	t.Helper()
	event := func(seq int64, name, when, reason string) flow.Event {
		return flow.Event{Seq: seq, Name: name, At: at(t, when), Reason: reason}
	}
	return []csv.Case{
		{Group: "急修", Line: 2, Case: sla.Case{ID: "R1", Category: "急修", Priority: "高", Log: []flow.Event{
			event(1, "reported", "2026-09-20 22:10", ""), event(2, "accepted", "2026-09-20 22:10", ""),
			event(3, "arrived", "2026-09-20 22:40", ""), event(4, "resolved", "2026-09-20 23:30", ""),
		}}},
		{Group: "零修", Line: 3, Case: sla.Case{ID: "R2", Category: "零修", Fields: []sla.Field{{Name: "agreedAt", On: day("2026-09-22")}}, Log: []flow.Event{
			event(1, "reported", "2026-09-21 09:00", ""), event(2, "accepted", "2026-09-21 09:05", ""),
			event(3, "paused", "2026-09-21 10:00", "待料"), event(4, "resumed", "2026-09-23 09:00", ""),
		}}},
		{Group: "零修", Line: 4, Case: sla.Case{ID: "R3", Category: "零修", Fields: []sla.Field{{Name: "agreedAt", At: at(t, "2026-09-22 14:30")}}, Log: []flow.Event{
			event(1, "reported", "2026-09-21 09:00", ""),
		}}},
	}
}

func TestCases(t *testing.T) {
	im, err := csv.Read([]byte(repairs), mapping(t, shanghaiCases), csv.Options{})
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(repairsWant(t), im.Cases))
	require.Equal(t, []string{"报修人"}, im.Unused)
	require.Equal(t, [2]int{3, 3}, [2]int{im.Rows, im.Good})
}

// Chinese Excel writes GB18030 or a byte order mark; both say the same.
func TestCasesEncodings(t *testing.T) {
	for name, data := range map[string][]byte{"gb18030": encoded(t, simplifiedchinese.GB18030, repairs), "bom": []byte("\ufeff" + repairs)} {
		im, err := csv.Read(data, mapping(t, shanghaiCases), csv.Options{})
		require.NoError(t, err, name)
		require.Empty(t, cmp.Diff(repairsWant(t), im.Cases), name)
	}
}

// The columns' order breaks ties: a case that is accepted in the minute it is reported in.
func TestCasesTies(t *testing.T) {
	for header, want := range map[string]string{
		"id,opened,accepted": "[opened accepted]",
		"id,accepted,opened": "[accepted opened]",
	} {
		im, err := csv.Read([]byte(header+"\nA,2026-11-01 08:30Z,2026-11-01 08:30Z\n"), mapping(t, `{"kind": "cases", "fields": {
			"case.id": {"column": "id"}, "event.accepted": {"column": "accepted"}, "event.opened": {"column": "opened"}}}`), csv.Options{})
		require.NoError(t, err)
		var names []string
		for _, e := range im.Cases[0].Log {
			names = append(names, e.Name)
		}
		require.Equal(t, want, fmt.Sprint(names))
	}
}

// The report of a bad sheet of cases names each cell, and a case that is there twice names both rows.
func TestBadCasesGolden(t *testing.T) {
	bad := "工单号,类别,报修时间,暂停时间,暂停原因,完成时间,预约时间\n" +
		"A,急修,2026-09-20 22:10,,,2026-09-20,\n" +
		"B,急修,2026-09-20 22:10,,待料,,\n" +
		"C,急修,昨天,,,2026-09-31 08:00,改天\n" +
		",急修,2026-09-20 22:10,,,,\n" +
		"E,急修,2026-09-20 22:10,,,,2026-09-21\n" +
		"E,急修,2026-09-20 22:11,,,,\n"
	im, err := csv.Read([]byte(bad), mapping(t, shanghaiCases), csv.Options{})
	require.Error(t, err)
	require.Equal(t, [3]int{6, 1, 5}, [3]int{im.Rows, im.Good, im.BadRows})
	var out strings.Builder
	for _, tag := range []language.Tag{language.English, language.Chinese} {
		fmt.Fprintf(&out, "%v\n", tag)
		for _, c := range im.Bad {
			fmt.Fprintln(&out, c.Text(printer(t, tag)))
		}
	}
	golden.Check(t, "testdata/bad-cases.golden", []byte(out.String()))
}

// Without a zone a time without an offset could be anywhere.
func TestCasesWithoutZone(t *testing.T) {
	im, err := csv.Read([]byte("id,reported\nA,2026-11-01 08:30\nB,2026-11-01 08:30+08:00\n"), csv.Mapping{Kind: csv.Cases}, csv.Options{})
	require.ErrorIs(t, err, csv.ErrNoOffset)
	require.Len(t, im.Cases, 1)
	require.Equal(t, "B", im.Cases[0].ID)
	for _, name := range []string{"Asia/Nowhere", "Local", "../etc/passwd"} {
		_, err = csv.Read([]byte("id,reported\n"), csv.Mapping{Kind: csv.Cases, Format: csv.Format{Zone: name}}, csv.Options{})
		require.ErrorIs(t, err, csv.ErrZone, name)
	}
}

func TestCaseMappingProblems(t *testing.T) {
	_, err := invalid.Decode[csv.Mapping]([]byte(`{"kind": "cases", "format": {"ignoreOffset": true}, "fields": {
		"event.at": {"column": "a"}, "event.a.b": {"column": "a"}, "event.x.reason": {"column": "a"},
		"field.": {"column": "a"}, "event.": {"column": "a"}, "externalId.x": {"column": "a"}}}`), "mapping")
	var e *invalid.Error
	require.ErrorAs(t, err, &e)
	var got []string
	for _, f := range e.Fields {
		got = append(got, f.Path+" "+f.Rule.ID())
	}
	require.ElementsMatch(t, []string{
		"format.zone invalid/required", "fields.event.at csv/no-field", "fields.event.a.b csv/no-field", "fields.field. csv/no-field",
		"fields.event. csv/no-field", "fields.externalId.x csv/no-field", "fields.case.id invalid/required", "fields.event.NAME invalid/required",
	}, got)
	_, err = csv.Read([]byte("id,category\nA,x\n"), csv.Mapping{Kind: csv.Cases}, csv.Options{})
	require.ErrorIs(t, err, invalid.ErrRequired, "a file without any event of ours")
	_, err = csv.Read([]byte("id,event,at\n"), mapping(t, `{"kind": "events", "fields": {"case.id": {"column": "id"},
		"event.name": {"column": "event"}, "event.at": {"column": "at"}, "field.dueOn": {"column": "at"}}}`), csv.Options{})
	require.NoError(t, err)
}

// Rows of one case are its log, in whatever order, and say together what it is.
func TestEvents(t *testing.T) {
	log := "工单号,事件,时间,原因,人员,类别,优先级,分组,预约时间\n" +
		"R2,暂停,2026-09-21 10:00,待料,李师傅,零修,,东区,\n" +
		"R1,报修,2026-09-20 22:10,,前台,急修,高,,\n" +
		"R2,报修,2026-09-21 9:00,,前台,,,东区,2026-09-22\n" +
		"R2,approved,2026-09-21 9:00,,,零修,,,\n" +
		"R1,到场,2026-09-20 22:40,,王师傅,,,,\n"
	im, err := csv.Read([]byte(log), csv.Mapping{Kind: csv.Events, Format: csv.Format{Zone: "Asia/Shanghai"}}, csv.Options{})
	require.NoError(t, err)
	require.Empty(t, cmp.Diff([]csv.Case{
		{Group: "东区", Line: 2, Case: sla.Case{ID: "R2", Category: "零修", Fields: []sla.Field{{Name: "agreedAt", On: day("2026-09-22")}}, Log: []flow.Event{
			{Seq: 1, Name: "reported", At: at(t, "2026-09-21 09:00"), Actor: "前台"},
			{Seq: 2, Name: "approved", At: at(t, "2026-09-21 09:00")},
			{Seq: 3, Name: "paused", At: at(t, "2026-09-21 10:00"), Reason: "待料", Actor: "李师傅"},
		}}},
		{Group: "急修", Line: 3, Case: sla.Case{ID: "R1", Category: "急修", Priority: "高", Log: []flow.Event{
			{Seq: 1, Name: "reported", At: at(t, "2026-09-20 22:10"), Actor: "前台"},
			{Seq: 2, Name: "arrived", At: at(t, "2026-09-20 22:40"), Actor: "王师傅"},
		}}},
	}, im.Cases))
}

// A bad row of a case leaves it incomplete: without the lost event it would be judged wrongly.
func TestBadEvents(t *testing.T) {
	log := "id,event,at,category,agreedAt\n" +
		"A,reported,2026-09-20 22:10Z,x,2026-09-22\n" + // 2
		"A,arrived,soon,,\n" + // 3
		"A,closed,2026-09-21 22:10Z,y,\n" + // 4
		"A,reported,2026-09-20 22:10+00:00,,\n" + // 5: the same again
		"A,resolved,2026-09-21 22:10Z,,2026-09-23\n" + // 6
		"B,reported,2026-09-20 22:10Z,,\n" + // 7
		"B,,2026-09-20 22:11Z,,\n" + // 8
		",closed,2026-09-20 22:11Z,,\n" // 9
	im, err := csv.Read([]byte(log), csv.Mapping{Kind: csv.Events}, csv.Options{})
	require.Error(t, err)
	require.Equal(t, [3]int{8, 2, 6}, [3]int{im.Rows, im.Good, im.BadRows})
	var got []string
	for _, b := range im.Bad {
		got = append(got, fmt.Sprint(b.Line, " ", b.Problem.Path, " ", b.Problem.Rule.ID(), " ", strings.Join(b.Problem.Args, "|")))
	}
	require.Equal(t, []string{
		`3 event.at csv/instant "soon"`,
		`4 case.category csv/conflict case.category|"A"|"y"|"x"|2`,
		`5 event.at csv/twice "reported"|2026-09-20T22:10:00Z|2`,
		`6 field.agreedAt csv/conflict field.agreedAt|"A"|"2026-09-23"|"2026-09-22"|2`,
		`8 event.name invalid/required event.name`,
		`9 case.id invalid/required case.id`,
	}, got)
	require.Equal(t, []int{3, 4, 6}, im.Cases[0].Incomplete)
	require.Equal(t, []int{8}, im.Cases[1].Incomplete)
}

// A reason that the mapping gives belongs to whatever happened; one that a cell gives must have its event.
func TestConstantReason(t *testing.T) {
	im, err := csv.Read([]byte("id,a,p\n1,2026-09-20 22:10Z,\n2,2026-09-20 22:10Z,2026-09-20 22:11Z\n"), mapping(t, `{"kind": "cases", "fields": {
		"case.id": {"column": "id"}, "event.a": {"column": "a"}, "event.p": {"column": "p"}, "event.p.reason": {"constant": "parts"}}}`), csv.Options{})
	require.NoError(t, err)
	require.Len(t, im.Cases[0].Log, 1)
	require.Equal(t, "parts", im.Cases[1].Log[1].Reason)
}

func sf311Mapping(tb testing.TB) csv.Mapping {
	tb.Helper()
	return mapping(tb, `{"kind": "cases", "fields": {"case.id": {"column": "unique_key"}, "case.category": {"column": "category"},
		"event.reported": {"column": "created_date"}, "event.closed": {"column": "closed_date"}}}`)
}

// Ten thousand service requests: none is bad as a row; 370 are open, 17 closed before they were opened.
func TestSF311(t *testing.T) {
	im, err := csv.Read(foreign(t, "sf311/sf311-10000.csv"), sf311Mapping(t), csv.Options{})
	require.NoError(t, err)
	require.Equal(t, [3]int{10000, 10000, 0}, [3]int{im.Rows, im.Good, im.BadRows})
	open, reversed := 0, 0
	for _, c := range im.Cases {
		switch {
		case len(c.Log) == 1:
			open++
		case c.Log[0].Name == "closed":
			reversed++
		}
	}
	require.Equal(t, [3]int{10000, 370, 17}, [3]int{len(im.Cases), open, reversed})
	require.Zero(t, im.Unclear)
}

func BenchmarkCases(b *testing.B) {
	data, m := foreign(b, "sf311/sf311-10000.csv"), sf311Mapping(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := csv.Read(data, m, csv.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
