package csv_test

import (
	"encoding"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// A broken mapping has every problem listed at once, each at its place.
func TestMappingProblems(t *testing.T) {
	_, err := invalid.Decode[csv.Mapping]([]byte(`{
		"format": {"encoding": "big5", "skipRows": -1, "ignoreRows": [{"column": "a"}, {"equals": "x"}], "stopAt": {"position": 1, "column": "b", "empty": true}},
		"community": {"code": ""},
		"fields": {
			"unit.code": {"column": "a", "position": 1},
			"unit.colour": {"column": "a"},
			"unit.area": {"column": "a", "multiply": "-2", "round": "0.01", "split": ";"},
			"unit.payer": {"template": "x{y"},
			"unit.floor": {},
			"owner.name": {"column": "a", "multiply": "2"},
			"owner.code": {"column": "a", "keep": true},
			"building.name": {"column": "a", "values": {"a": "b"}, "otherwise": "x", "keep": true},
			"tenant.kind": {"column": "a", "values": {"１": "lease", "1": "ownership"}}
		}
	}`), "mapping")
	var e *invalid.Error
	require.ErrorAs(t, err, &e)
	var got []string
	for _, f := range e.Fields {
		got = append(got, f.Path+" "+f.Rule.ID())
	}
	require.ElementsMatch(t, []string{
		"format.encoding invalid/word",
		"format.skipRows invalid/number",
		"format.ignoreRows[0] invalid/choice",
		"format.ignoreRows[1] invalid/choice",
		"format.stopAt invalid/choice",
		"community.code invalid/required",
		"fields.unit.code invalid/choice",
		"fields.unit.colour csv/no-field",
		"fields.unit.area.multiply csv/factor",
		"fields.unit.area.split csv/not-for",
		"fields.unit.payer.template csv/template",
		"fields.unit.floor invalid/choice",
		"fields.unit.use invalid/required",
		"fields.building.name invalid/required",
		"fields.owner.name.multiply csv/not-for",
		"fields.building.name invalid/choice",
		"fields.owner.code.values invalid/required",
		"fields.tenant.kind.values.１ csv/same-value",
	}, got)
}

func TestMappingInGo(t *testing.T) {
	for name, m := range map[string]csv.Mapping{
		"kind":      {Kind: 9},
		"encoding":  {Format: csv.Format{Encoding: 9}},
		"delimiter": {Format: csv.Format{Delimiter: 9}},
		"dates":     {Format: csv.Format{Dates: 9}},
		"noHeader":  {Format: csv.Format{NoHeader: true}},
	} {
		im, err := csv.Read([]byte("code,use\nA,shop\n"), m, csv.Options{})
		require.Error(t, err, name)
		require.Zero(t, im.Rows, name)
	}
}

func TestMissingColumns(t *testing.T) {
	_, err := csv.Read([]byte("code,kind,kind\nA,x,y\n"), mapping(t, `{
		"format": {"ignoreRows": [{"column": "total", "empty": true}]},
		"fields": {
			"unit.code": {"column": "CODE"}, "unit.use": {"column": "kind"}, "unit.area": {"columns": ["area", "size"]},
			"unit.floor": {"position": 4}, "unit.payer": {"template": "P{payer}"}, "unit.side": {"column": "side", "optional": true}
		}}`), csv.Options{})
	var e *invalid.Error
	require.ErrorAs(t, err, &e)
	var got []string
	for _, f := range e.Fields {
		got = append(got, f.Path+" "+f.Rule.ID())
	}
	require.Equal(t, []string{
		"format.ignoreRows[0].column csv/no-column",
		"fields.unit.floor.position csv/no-column",
		"fields.unit.use.column csv/header-twice",
		"fields.unit.area.columns csv/no-column",
		"fields.unit.payer.template csv/no-column",
	}, got)
}

func TestSources(t *testing.T) {
	text := "楼号,单元,房号,面积,类\n3,,0101,100,A\n3,2,0102,,B\n3,2,0103,1,C\n"
	im, err := csv.Read([]byte(text), mapping(t, `{"fields": {
		"unit.code": {"template": "{楼号}-{单元?}-{#3}"},
		"unit.use": {"position": 5, "values": {"Ａ": "shop", "B": "office"}, "otherwise": "other"},
		"unit.area": {"columns": ["建筑面积", "面积"], "multiply": 1.005, "round": "0.5", "default": "7"},
		"unit.entrance": {"column": "单元", "default": "9"},
		"unit.building": {"constant": "三"},
		"building.name": {"column": "楼名", "optional": true}
	}}`), csv.Options{})
	require.NoError(t, err)
	area := func(s string) measure.Area { return measure.MustParseArea(s) }
	type row struct {
		code, entrance, use string
		area                measure.Area
	}
	var got []row
	for _, u := range im.Units {
		require.Equal(t, "三", u.Building)
		got = append(got, row{u.Code, u.Entrance, string(u.Use), u.Areas[0].Value.Gross})
	}
	require.Equal(t, []row{
		{"3--0101", "9", "shop", area("100.5")},
		{"3-2-0102", "2", "office", area("7")},
		{"3-2-0103", "2", "other", area("1")},
	}, got)
}

func TestValuesAndTemplatesRefuse(t *testing.T) {
	im, err := csv.Read([]byte("a,b,c\n1,,shop\n,,shop\n1,2,hut\n"), mapping(t, `{"fields": {
		"unit.code": {"template": "{a}-{b}"}, "unit.use": {"column": "c", "values": {"shop": "shop"}}}}`), csv.Options{})
	require.Error(t, err)
	var got []string
	for _, c := range im.Bad {
		got = append(got, c.Place()+" "+c.Problem.Rule.ID())
	}
	require.Equal(t, []string{
		"line 2, column 1 (a) csv/empty-part",
		"line 3, column 1 (a) invalid/required",
		"line 4, column 3 (c) csv/unknown-value",
	}, got)
}

func TestFormats(t *testing.T) {
	const fields = `"fields": {"unit.code": {"position": 1}, "unit.use": {"position": 2}, "unit.soldOn": {"position": 3, "optional": true}}`
	tests := []struct {
		name, format, text string
		want               []string
	}{
		{"no header", `{"noHeader": true}`, "A|shop|\nB|shop|\n", []string{"A", "B"}},
		{"no header, preamble", `{"noHeader": true, "skipRows": 1}`, "title\nA,shop,\n", []string{"A"}},
		{"header in the second row", `{"header": 2}`, "title;;\nc;u;d\nA;shop;\n", []string{"A"}},
		{"short rows", `{"shortRows": true}`, "c,u,d\nA,shop\n", []string{"A"}},
		{"serials", `{"dates": "excelSerial"}`, "c,u,d\nA,shop,46327\n", []string{"A 2026-11-01"}},
		{"comma chosen against the header", `{"delimiter": ","}`, "c;x,u;y;z,d\nA;1,shop,\n", []string{"A;1"}},
		{"blank headers at the end", `{}`, "c,u,d,,\nA,shop,,,\nB,shop,\n", []string{"A", "B"}},
		{"blank rows", `{}`, "c,u,d\n\n,,\nA,shop,\n \n", []string{"A"}},
		{"ignored by position", `{"ignoreRows": [{"position": 2, "empty": true}]}`, "c,u,d\nTotal\nA,shop,\n", []string{"A"}},
		{"wider than the header, but blank", `{}`, "c,u,d\nA,shop,, ,\u3000\n", []string{"A"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			im, err := csv.Read([]byte(tt.text), mapping(t, `{"format": `+tt.format+`, `+fields+`}`), csv.Options{})
			require.NoError(t, err)
			var got []string
			for _, u := range im.Units {
				got = append(got, strings.TrimSpace(u.Code+" "+u.SoldOn.String()))
			}
			require.Equal(t, tt.want, got)
		})
	}
}

func TestNoHeader(t *testing.T) {
	for _, text := range []string{"", "\n", "title\n"} {
		_, err := csv.Read([]byte(text), mapping(t, `{"format": {"header": 2}}`), csv.Options{})
		require.ErrorIs(t, err, csv.ErrNoHeader, "%q", text)
	}
	_, err := csv.Read([]byte("code,\"use\nA,shop\n"), csv.Mapping{}, csv.Options{})
	require.ErrorIs(t, err, csv.ErrOpenQuote)
	_, err = csv.Read([]byte("code,use\nA,\xff\n"), csv.Mapping{}, csv.Options{})
	require.ErrorIs(t, err, csv.ErrNoEncoding)
}

// Every field of a kind has a header of its own, and no header belongs to two.
func TestOwnMapping(t *testing.T) {
	for _, k := range []csv.Kind{csv.Units, csv.Buildings, csv.Parties, csv.Tenancies} {
		m := csv.OwnMapping(k)
		var l invalid.List
		m.Check(&l)
		require.NoError(t, l.Err("own"))
		owner := map[string]string{}
		for name, s := range m.Fields {
			require.NotEmpty(t, s.Columns, name)
			for _, c := range s.Columns {
				require.Empty(t, owner[strings.ToLower(c)], "%s: %s and %s", k, c, name)
				owner[strings.ToLower(c)] = name
			}
		}
	}
}

// The value words of the own mapping are words that the documents have.
func TestOwnWords(t *testing.T) {
	for name, s := range csv.OwnMapping(csv.Tenancies).Fields {
		for _, ours := range s.Values {
			switch name {
			case "kind":
				require.NoError(t, new(property.TenancyKind).UnmarshalText([]byte(ours)))
			case "endReason":
				require.NoError(t, new(property.EndReason).UnmarshalText([]byte(ours)))
			default:
				require.Equal(t, property.AllFees, ours, name)
			}
		}
	}
	for _, ours := range csv.OwnMapping(csv.Units).Fields["unit.side"].Values {
		require.NoError(t, new(property.YardSide).UnmarshalText([]byte(ours)))
	}
}

// FuzzMapping checks that no mapping makes reading panic or lose a row.
func FuzzMapping(f *testing.F) {
	f.Add([]byte(officeMapping), []byte(office))
	f.Add([]byte(`{"format":{"noHeader":true},"fields":{"unit.code":{"position":1},"unit.use":{"template":"{#2}"}}}`), []byte("a,b\n"))
	f.Add([]byte(`{"kind":"tenancies","format":{"shortRows":true}}`), []byte("unit,kind,holders,start\nA\n"))
	f.Add([]byte(`{"kind":"tenancies"}`), []byte("unit,kind,holders,start,agreedFee,agreedPrice,escalationRate,escalationMonths,freeStart,freeLast\n"+
		"A,lease,P,2026-01-01,rent,100,5%,12,2026-01-01,2026-01-31\nB,lease,P,2026-01-01,rent,100,5,0,2026-01-01,\n"))
	f.Add([]byte(`{"fields":{"unit.code":{"column":"a"},"unit.use":{"constant":"x"},"unit.area":{"column":"b","multiply":"0.1","round":"0.3"}}}`), []byte("a,b\n1,99\n"))
	f.Add([]byte(`{"kind":"cases","format":{"zone":"Asia/Shanghai","dates":"excelSerial"},"fields":{"case.id":{"column":"a"},"event.x":{"column":"b"},"event.x.reason":{"column":"c"},"field.y":{"position":2}}}`),
		[]byte("a,b,c\n1,46327.5,r\n1,2026-11-01 8:30,\n2,,r\n"))
	f.Add([]byte(`{"kind":"events","format":{"zone":"UTC","ignoreOffset":true},"fields":{"case.id":{"column":"a"},"event.name":{"constant":"x"},"event.at":{"column":"b"}}}`),
		[]byte("a,b\n1,2026-11-01 8:30+08:00\n1,2026-11-01 8:30\n,\n"))
	f.Fuzz(func(t *testing.T, doc, data []byte) {
		m, err := invalid.Decode[csv.Mapping](doc, "mapping")
		if err != nil || m.Format.SkipRows > 1000 || m.Format.Header > 1000 {
			return
		}
		im, err := csv.Read(data, m, csv.Options{AsOf: day("2026-11-01")})
		checkAccounts(t, im, err)
	})
}

// FuzzFormatWords: the words of a layout are written as they were read, and one not understood changes nothing.
func FuzzFormatWords(f *testing.F) {
	for _, s := range []string{"units", "events", "auto", "utf-8", "gb18030", "utf-16", ",", "tab", "|", "excelSerial", "GBK", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, v := range []interface {
			fmt.Stringer
			encoding.TextMarshaler
			encoding.TextUnmarshaler
		}{new(csv.Kind), new(csv.Encoding), new(csv.Delimiter), new(csv.DateForm)} {
			unset := v.String()
			if v.UnmarshalText([]byte(text)) != nil {
				require.Equal(t, unset, v.String())
				continue
			}
			back, err := v.MarshalText()
			require.NoError(t, err)
			require.Equal(t, text, string(back))
		}
	})
}

// FuzzTemplate: whatever braces a template has, what is not refused is put together from its texts and cells.
func FuzzTemplate(f *testing.F) {
	for _, s := range []string{"{a}", "{a}-{#2?}", "x{a}y{b?}z", "{", "}", "{}", "{{a}}", "{#0}", "{#1000001}", "{ A }", "{a", "a}"} {
		f.Add(s, "1", "2")
	}
	f.Fuzz(func(t *testing.T, template, a, b string) {
		if strings.ContainsAny(a+b, "{}\",\r\n'") || strings.TrimSpace(a) != a || strings.TrimSpace(b) != b {
			return
		}
		m := csv.Mapping{Format: csv.Format{Delimiter: csv.Comma, Encoding: csv.UTF8}, Fields: map[string]csv.Source{
			"unit.code": {Template: template}, "unit.use": {Constant: "shop"},
		}}
		im, err := csv.Read([]byte("a,b\n"+a+","+b+"\n"), m, csv.Options{})
		if err != nil || len(im.Units) == 0 {
			return
		}
		want := strings.NewReplacer("{a}", a, "{a?}", a, "{#1}", a, "{#1?}", a, "{b}", b, "{b?}", b, "{#2}", b, "{#2?}", b).Replace(template)
		if strings.ContainsAny(want, "{}") {
			return // a header written with other width, case or blanks
		}
		require.Equal(t, csv.FoldCode(strings.TrimSpace(want)), im.Units[0].Code, "%q of %q, %q", template, a, b)
	})
}
