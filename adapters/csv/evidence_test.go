package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// words are those of the tests of evidence.
func words(tb testing.TB) *standard.Vocabulary {
	tb.Helper()
	v, err := invalid.Decode[standard.Vocabulary]([]byte(`{"code": "t", "kinds": [
		{"code": "lift", "name": {"zh": "电梯"}, "subject": true, "fields": [
			{"name": "load", "type": "number"}, {"name": "use", "type": "text", "values": ["passenger", "goods"]}, {"name": "installedOn", "type": "date"}]},
		{"code": "patrol", "name": {"zh": "巡查"}, "fields": [{"name": "all", "type": "boolean"}]},
		{"code": "repair", "name": {"zh": "报修"}, "of": "lift", "fields": [
			{"name": "class", "type": "text", "values": ["urgent", "other"]}, {"name": "agreedAt", "type": "instant"}, {"name": "cost", "type": "number"},
			{"name": "opensAt", "type": "time"}, {"name": "guarantee", "type": "span"}, {"name": "trades", "type": "list", "values": ["lift", "power"]}],
			"events": [{"code": "reported"}, {"code": "arrived"}]},
		{"code": "permit", "name": {"zh": "许可证"}, "of": "lift"},
		{"code": "sheet", "name": {"zh": "检查表"}, "items": [{"code": "door"}, {"code": "smoke"}]}]}`), "vocabulary")
	require.NoError(tb, err)
	return &v
}

const shanghaiRecords = `{"kind": "records", "format": {"zone": "Asia/Shanghai"}}`

// One table holds acts, cases, documents and sheets; what a row has no word for is left out of its record.
func TestRecords(t *testing.T) {
	im, err := csv.Read([]byte("编号,类别,对象,时间,日期,有效期至,人员,event.reported,event.arrived,event.arrived.reason,field.class,field.agreedAt,field.cost,field.opensAt,field.trades,field.all,item.door,item.smoke\n"+
		"a1,patrol,,2026-03-01 08:30,,,王,,,,,,,,,是,,\n"+
		"r1,repair,L1,,,,,2026/3/2 9:00,\"2026年3月2日 9:20；2026-03-02 10:00\",复查,urgent,2026-03-02 9:30,\"1,200.50\",8:05,lift、power,,,\n"+
		"p1,permit,L1,,2026-01-01,2026-12-31,,,,,,,,,,,,\n"+
		"s1,sheet,,2026-03-01T08:30:00Z,,,,,,,,,,,,,合格,不适用\n"+
		"s2,sheet,,2026-03-08 09:00,,,,,,,,,,,,,不合格,\n"),
		mapping(t, shanghaiRecords), csv.Options{Vocabulary: words(t)})
	require.NoError(t, err)
	checkAccounts(t, im, err)
	require.Empty(t, im.Unused)
	require.Empty(t, im.Doubtful)
	require.Empty(t, cmp.Diff([]standard.Record{
		{ID: "a1", Kind: "patrol", At: at(t, "2026-03-01 08:30"), Actor: "王", Fields: []standard.Field{{Name: "all", Value: "true"}}},
		{
			ID: "r1", Kind: "repair", Subject: "L1",
			Events: []flow.Event{
				{Seq: 1, At: at(t, "2026-03-02 09:00"), Name: "reported"},
				{Seq: 2, At: at(t, "2026-03-02 09:20"), Name: "arrived", Reason: "复查"},
				{Seq: 3, At: at(t, "2026-03-02 10:00"), Name: "arrived", Reason: "复查"},
			},
			Fields: []standard.Field{
				{Name: "class", Value: "urgent"},
				{Name: "agreedAt", Value: "2026-03-02T09:30:00+08:00"},
				{Name: "cost", Value: "1200.5"},
				{Name: "opensAt", Value: "08:05"},
				{Name: "trades", Values: []string{"lift", "power"}},
			},
		},
		{ID: "p1", Kind: "permit", Subject: "L1", At: at(t, "2026-01-01 00:00"), Until: at(t, "2027-01-01 00:00")},
		{ID: "s1", Kind: "sheet", At: at(t, "2026-03-01 16:30"), Items: []standard.Mark{{Code: "door", Result: standard.Pass}, {Code: "smoke", Result: standard.NA}}},
		{ID: "s2", Kind: "sheet", At: at(t, "2026-03-08 09:00"), Items: []standard.Mark{{Code: "door", Result: standard.Fail}}},
	}, im.Records))
}

// A foreign log of one kind: its columns, its words, its offset that is wrong; without a vocabulary fields are texts.
func TestRecordsOfAForeignLog(t *testing.T) {
	im, err := csv.Read([]byte("no;lift;when;state;who;parts\n7;Ｌ１;2026-03-01T08:30:00Z;D;Li;rope, door\n"), mapping(t, `{"kind": "records",
		"format": {"zone": "Asia/Shanghai", "ignoreOffset": true}, "fields": {
		"record.id": {"template": "up-{no}"}, "record.kind": {"constant": "upkeep"}, "record.subject": {"column": "lift"}, "record.at": {"column": "when"},
		"record.actor": {"column": "who"}, "field.planned": {"column": "state", "values": {"D": "true", "X": "false"}}, "field.parts": {"column": "parts", "split": ","}}}`), csv.Options{})
	require.NoError(t, err)
	require.Empty(t, cmp.Diff([]standard.Record{{
		ID: "up-7", Kind: "upkeep", Subject: "L1", At: at(t, "2026-03-01 08:30"), Actor: "Li",
		Fields: []standard.Field{{Name: "planned", Value: "true"}, {Name: "parts", Values: []string{"rope", "door"}}},
	}}, im.Records))
}

// A log without IDs: a record is called by its kind and its line, whatever the file is called and wherever its headers stand.
func TestRecordsWithoutIDs(t *testing.T) {
	ids := func(text, m string) string {
		im, err := csv.Read([]byte(text), mapping(t, m), csv.Options{Vocabulary: words(t)})
		if err != nil {
			return err.Error()
		}
		checkAccounts(t, im, err)
		var out []string
		for _, r := range im.Records {
			out = append(out, r.ID)
		}
		return strings.Join(out, " ")
	}
	const fields = `"fields": {"record.kind": {"constant": "patrol"}, "record.at": {"column": "时间"}`
	log := "巡查记录,\n时间,巡查员\n2026-03-01 08:30,王\n\n2026-03-01 09:30,\"王\n李\"\n2026-03-01 09:30,王\n"
	lines := `{"kind": "records", "format": {"zone": "Asia/Shanghai", "skipRows": 1}, ` + fields
	require.Equal(t, "patrol-3 patrol-5 patrol-7", ids(log, lines+`}}`), "the line that a record begins on; two of one instant are two")
	require.Equal(t, "patrol-3 patrol-5 patrol-7", ids(log, lines+`, "record.id": {"column": "编号", "optional": true}}}`))
	require.Equal(t, "east-王-2026-03-01 08:30", ids("时间,巡查员\n2026-03-01 08:30,王\n",
		`{"kind": "records", "format": {"zone": "Asia/Shanghai"}, `+fields+`, "record.id": {"template": "east-{巡查员}-{时间}"}}}`))
	require.Equal(t, "patrol-2 sheet-3", ids("类别,时间\npatrol,2026-03-01 08:30\nsheet,2026-03-01 08:30\n", shanghaiRecords), "our own headers")

	require.Contains(t, ids("类别,时间,编号\npatrol,2026-03-01 08:30,a\npatrol,2026-03-01 09:30,\n", shanghaiRecords), "line 3, column 3 (编号)", "of a table that has IDs none is empty")
	require.Contains(t, ids(log, lines+`, "record.id": {"column": "编号"}}}`), "编号")
}

func TestSubjectsAndFigures(t *testing.T) {
	im, err := csv.Read([]byte("类别,编号,field.load,field.use,field.installedOn\nlift,L1,\"1,000\",passenger,2015年6月1日\nlift,L2,,,\n"),
		mapping(t, `{"kind": "subjects"}`), csv.Options{Vocabulary: words(t)})
	require.NoError(t, err)
	require.Empty(t, cmp.Diff([]standard.Subject{
		{Kind: "lift", ID: "L1", Fields: []standard.Field{{Name: "load", Value: "1000"}, {Name: "use", Value: "passenger"}, {Name: "installedOn", Value: "2015-06-01"}}},
		{Kind: "lift", ID: "L2"},
	}, im.Subjects))
	im, err = csv.Read([]byte("指标,对象,值,起始日,截止日\nupMinutes,L1,\"44,640\",2026-03-01,2026-03-31\nupMinutes,L1,40320,2026-02-01,2026-02-28\nvalidComplaints,,3,,\n"),
		csv.Mapping{Kind: csv.Figures}, csv.Options{})
	require.NoError(t, err)
	point := standard.MustParsePoint
	require.Empty(t, cmp.Diff([]standard.Figure{
		{Figure: "upMinutes", Subject: "L1", Value: figure("44640"), Start: point("2026-03-01"), End: point("2026-04-01")},
		{Figure: "upMinutes", Subject: "L1", Value: figure("40320"), Start: point("2026-02-01"), End: point("2026-03-01")},
		{Figure: "validComplaints", Value: figure("3")},
	}, im.Figures, cmp.Comparer(func(a, b metric.Figure) bool { return a == b }), cmp.Comparer(func(a, b standard.Point) bool { return a == b })))
}

// All bad cells of all rows are told at once, each with line, column, value and reason, in both languages.
func TestBadEvidenceGolden(t *testing.T) {
	var out strings.Builder
	for _, table := range []struct {
		mapping, text string
		good          int
	}{
		{shanghaiRecords, "编号,类别,对象,时间,日期,结束时间,有效期至,event.reported,event.left,event.arrived.reason,field.class,field.agreedAt,field.cost,field.trades,field.all,item.door,item.gas\n" +
			"r1,repair,L1,,,,,2026-03-02 9:00,,,urgent,,,,,,\n" +
			",repair,L1,,,,,2026-03-02,,,soon,31.3.2026,a lot,gas,是,,\n" +
			"r1,repair,L1,,,,,2026-03-02 9:00,,,urgent,,,,,,\n" +
			"r2,repair,L1,,,,,,2026-03-02 9:00,堵车,,,,,,,\n" +
			"p1,patrl,,2026-03-01 08:30,,,,,,,,,,,,,\n" +
			"p2,lift,,2026-03-01 08:30,2026-03-01,,,,,,,,,,,,\n" +
			"p3,,,2026-03-01,,,,,,,,,,,,,\n" +
			"p4,permit,L1,,2026-03-01,,2026-02-01,,,,,,,,,,\n" +
			"p5,permit,L1,2026-03-01 08:00,,2026-03-01 07:00,,,,,,,,,,,\n" +
			"p6,patrol,,2026-03-01 08:00,,,,,,,,,,,大概,,\n" +
			"s1,sheet,,2026-03-01 08:00,,,,,,,,,,,,good,pass\n" +
			"s2,sheet,,2026-03-01 08:00,,,,,,,,,,,,,pass\n", 1},
		{`{"kind": "records"}`, "id,kind,on\na,patrol,2026-03-01\n", 0},
		{`{"kind": "subjects"}`, "kind,id,field.load,field.use,field.colour\nlift,L1,1,,\nlift,L1,2,,\n,L3,,,\nlift,,heavy,people,red\npatrol,P1,,,\n", 1},
		{`{"kind": "figures"}`, "figure,subject,value,start,last,end\na,,1,,,\na,,2,,,\n,,,,,\nb,,1,2026-03-01,,\nb,,1,,2026-03-01,\nb,,1,2026-03-01,2026-02-01,\nb,,1,2026-03-01,2026-03-31,2026-03-31\nb,,1.0000001e3,,,\n", 1},
	} {
		im, err := csv.Read([]byte(table.text), mapping(t, table.mapping), csv.Options{Vocabulary: words(t)})
		require.Error(t, err)
		checkAccounts(t, im, err)
		require.Equal(t, table.good, im.Good)
		require.Equal(t, table.good, len(im.Records)+len(im.Subjects)+len(im.Figures))
		for _, tag := range []language.Tag{language.English, language.Chinese} {
			fmt.Fprintf(&out, "%v\n", tag)
			for _, c := range im.Bad {
				fmt.Fprintf(&out, "%s: %q\n", c.Text(printer(t, tag)), c.Value)
			}
		}
	}
	golden.Check(t, "testdata/bad-evidence.golden", []byte(out.String()))
}

// A bad row is a fact that is not here: its kind is not complete, for what it says may be what is missed. One that is there twice lacks
// nothing.
func TestDoubtfulKinds(t *testing.T) {
	const head = "id,kind,subject,at,field.class\n"
	complete := []standard.Complete{{Kind: "repair", From: standard.MustParsePoint("2026-03-01"), To: standard.MustParsePoint("2026-04-01")}}
	all := []standard.Complete{{Kind: "*", From: standard.MustParsePoint("2026-03-01"), To: standard.MustParsePoint("2026-04-01")}}
	tests := []struct {
		name, rows string
		complete   []standard.Complete
		doubtful   []string
		left       string // of complete, by kind
	}{
		{"good", "a,repair,,,urgent\n", complete, nil, "repair"},
		{"twice", "a,repair,,,urgent\na,repair,,,urgent\n", complete, nil, "repair"},
		{"bad", "a,repair,,,at once\n", complete, []string{"repair"}, ""},
		{"another kind", "a,patrol,,noon,\n", complete, []string{"patrol"}, "repair"},
		{"every kind but that", "a,patrol,,noon,\n", all, []string{"patrol"}, "lift repair permit sheet"},
		{"not declared", "a,repar,,,urgent\n", complete, []string{"*"}, ""},
		{"cells that moved", "a,repair,,2026-03-01 08:00Z,urgent,x\n", complete, []string{"*"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			im, _ := csv.Read([]byte(head+tt.rows), csv.Mapping{Kind: csv.Records}, csv.Options{Vocabulary: words(t)}) //nolint:errcheck // the bad rows are what it is about
			require.Equal(t, tt.doubtful, im.Doubtful)
			e := standard.Evidence{Complete: slices.Clone(tt.complete)}
			im.AddEvidence(&e)
			var kinds []string
			for _, c := range e.Complete {
				kinds = append(kinds, c.Kind)
				require.Equal(t, "2026-03-01 2026-04-01", c.From.String()+" "+c.To.String())
			}
			require.Equal(t, tt.left, strings.Join(kinds, " "))
		})
	}
	im, err := csv.Read([]byte("id,at\nx,noon\n"), mapping(t, `{"kind": "records", "fields": {
		"record.id": {"column": "id"}, "record.at": {"column": "at"}, "record.kind": {"constant": "patrol"}}}`), csv.Options{})
	require.Error(t, err)
	require.Equal(t, []string{"patrol"}, im.Doubtful, "the mapping itself says the kind")
	e := standard.Evidence{Complete: slices.Clone(all)}
	im.AddEvidence(&e)
	require.Empty(t, e.Complete, "which kinds there are is not known")
}

func TestEvidenceMappingIsChecked(t *testing.T) {
	for text, want := range map[string][]string{
		`{"kind": "records", "fields": {"record.id": {"column": "a"}, "item.": {"column": "b"}, "event.": {"column": "b"}, "field.": {"column": "b"}, "level.x": {"column": "b"}}}`: {
			"fields.event. csv/no-field", "fields.field. csv/no-field", "fields.item. csv/no-field", "fields.level.x csv/no-field", "fields.record.kind invalid/required",
		},
		`{"kind": "subjects", "fields": {"subject.id": {"column": "a"}, "event.x": {"column": "b"}}}`: {"fields.event.x csv/no-field", "fields.subject.kind invalid/required"},
		`{"kind": "figures", "fields": {"figure.code": {"column": "a"}, "field.x": {"column": "b"}}}`: {"fields.field.x csv/no-field", "fields.figure.value invalid/required"},
	} {
		_, err := invalid.Decode[csv.Mapping]([]byte(text), "mapping")
		var e *invalid.Error
		require.ErrorAs(t, err, &e, text)
		var got []string
		for _, f := range e.Fields {
			got = append(got, f.Path+" "+f.Rule.ID())
		}
		require.Equal(t, want, got, text)
	}
}

// FuzzRecords compares what is read of a row with what its cells say, and checks that evidence made of it is refused for nothing that
// the reader should have seen.
func FuzzRecords(f *testing.F) {
	f.Add("a", "repair", "2026-03-02 9:00", "urgent", "2026-03-02 9:30", "1,200.5", "lift、power", "")
	f.Add("a", "patrol", "", "", "", "", "", "合格")
	f.Add("b", "sheet", "2026-03-01 08:30；2026-03-01 08:29", "x", "2026年3月2日", "98%", "", "fail")
	v := words(f)
	rules, m := patrolRules(f, *v), mapping(f, shanghaiRecords)
	f.Fuzz(func(t *testing.T, id, kind, reported, class, agreed, cost, trades, door string) {
		var file bytes.Buffer
		w := stdcsv.NewWriter(&file)
		head := []string{"id", "kind", "event.reported", "field.class", "field.agreedAt", "field.cost", "field.trades", "item.door"}
		require.NoError(t, w.Write(head))
		require.NoError(t, w.Write([]string{"first", "repair", "2026-03-01 08:30", "other", "", "", "", ""}))
		require.NoError(t, w.Write([]string{id, kind, reported, class, agreed, cost, trades, door}))
		w.Flush()
		im, err := csv.Read(file.Bytes(), m, csv.Options{Vocabulary: v})
		checkAccounts(t, im, err)
		require.Equal(t, im.Good, len(im.Records))
		for _, r := range im.Records {
			require.True(t, slices.IsSortedFunc(r.Events, func(a, b flow.Event) int { return a.At.Compare(b.At) }))
			k := v.Kinds[slices.IndexFunc(v.Kinds, func(k standard.Kind) bool { return k.Code == r.Kind })]
			require.False(t, k.Subject)
			for _, field := range r.Fields {
				require.Contains(t, head, "field."+field.Name)
				require.NotEmpty(t, field.Value+strings.Join(field.Values, " ")+"list")
			}
		}
		e := standard.Evidence{AsOf: at(t, "2026-04-01 00:00"), Zone: "Asia/Shanghai", Start: standard.MustParsePoint("2026-03-01"), End: standard.MustParsePoint("2026-04-01")}
		im.AddEvidence(&e)
		_, err = rules.Evaluate(&e)
		require.NoError(t, err)
	})
}

// patrolRules is a standard that reads of the words of the tests.
func patrolRules(tb testing.TB, v standard.Vocabulary) *standard.Rules {
	tb.Helper()
	s, err := invalid.Decode[standard.Standard]([]byte(`{"id": "t", "version": "1", "calendar": "site", "clauses": [
		{"id": "T-1", "profile": "t", "text": {"en": "urgent"}, "measures": [{"promise": {"of": "repair", "where": [{"field": "class", "is": "=", "value": "urgent"}],
			"from": "reported", "to": "arrived", "limit": "PT30M"}}]},
		{"id": "T-2", "profile": "t", "text": {"en": "agreed"}, "measures": [{"record": {"of": "repair", "must": [{"field": "cost", "is": "<", "value": "1000"},
			{"field": "agreedAt", "is": ">", "value": "2026-01-01"}, {"field": "trades", "is": "has", "values": ["lift"]}, {"field": "opensAt", "is": "<", "value": "09:00"}]}}]},
		{"id": "T-3", "profile": "t", "text": {"en": "sheet"}, "measures": [{"checklist": {"sheet": "sheet", "use": "every", "items": [{"code": "door"}, {"code": "smoke"}]}}]}]}`), "standard")
	require.NoError(tb, err)
	hours, err := invalid.Decode[worktime.Timetable]([]byte(`{"code": "site", "zone": "Asia/Shanghai",
		"hours": [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "windows": ["00:00/24:00"]}]}`), "calendar")
	require.NoError(tb, err)
	site, err := worktime.New(hours, time.LoadLocation)
	require.NoError(tb, err)
	rules, err := standard.Compile(s, v, map[string]*worktime.Calendar{"site": site})
	require.NoError(tb, err)
	return rules
}
