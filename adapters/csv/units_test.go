package csv_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

func day(s string) civil.Date { return civil.MustParse(s) }

func gross(s string) civil.History[property.Areas] {
	return civil.Always(property.Areas{Gross: measure.MustParseArea(s)})
}

func share(tb testing.TB, s string) property.Share {
	tb.Helper()
	out, err := property.ParseShare(s)
	require.NoError(tb, err)
	return out
}

// diff compares documents; their values are compared with ==.
func diff(want, got any) string {
	return cmp.Diff(want, got, cmp.Comparer(func(a, b measure.Area) bool { return a == b }),
		cmp.Comparer(func(a, b property.Share) bool { return a == b }),
		cmp.Comparer(func(a, b money.Price) bool { return a == b }), cmp.Comparer(func(a, b money.Rate) bool { return a == b }))
}

// A file as an office in China exports it: GB18030, a title and a print date above the
// header, full-width digits, totals and notes below.
const office = "阳光花园房屋台账,,,,,,,,,\r\n" +
	"打印日期：2026-11-02,,,,,,,,,\r\n" +
	"\r\n" +
	"楼号,单元,楼层,房号,用途,建筑面积（㎡）,业主编号,业主,份额,起始日\r\n" +
	"１,1,8层,１－0803,住宅,８９．５３,Y001,张三、李四,1/3；2/3,2020年3月1日\r\n" +
	"1,1,8层,1-0804,住宅,\"1,089.5300\",Y003,王五,,2020/3/1\r\n" +
	"1,,地下1层,C-12,车位,,Y001,张三,,\r\n" +
	"合计,,,3,,1179.06,,,,\r\n" +
	"注：面积以不动产权证书为准,,,,,,,,,\r\n"

const officeMapping = `{
	"format": {"skipRows": 3, "ignoreRows": [{"column": "楼号", "equals": "合计"}], "stopAt": {"column": "楼号", "startsWith": "注:"}},
	"fields": {
		"unit.building": {"column": "楼号"},
		"unit.entrance": {"column": "单元"},
		"unit.floor": {"column": "楼层"},
		"unit.code": {"column": "房号"},
		"unit.use": {"column": "用途", "values": {"住宅": "dwelling", "车位": "parking"}},
		"unit.area": {"column": "建筑面积(㎡)"},
		"owner.code": {"column": "业主编号"},
		"owner.name": {"column": "业主"},
		"owner.shares": {"column": "份额"},
		"owner.since": {"column": "起始日"}
	}
}`

func TestOfficeFile(t *testing.T) {
	text := strings.Replace(office, "Y001,张三、李四", "Y001；Y002,张三、李四", 1)
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	require.NoError(t, err)
	im, err := csv.Read(data, mapping(t, officeMapping), csv.Options{AsOf: day("2026-11-01")})
	require.NoError(t, err)
	require.Equal(t, csv.GB18030, im.Encoding)
	require.Equal(t, [4]int{8, 3, 0, 5}, [4]int{im.Rows, im.Good, im.BadRows, len(im.Ignored)})
	var why []string
	for _, i := range im.Ignored {
		why = append(why, i.Why.Rule.ID())
	}
	require.Equal(t, []string{"csv/preamble", "csv/preamble", "csv/preamble", "csv/meets-rule", "csv/after-stop"}, why)
	require.Equal(t, 8, im.Ignored[3].Line)

	want := []property.Unit{
		{Code: "1-0803", Building: "1", Entrance: "1", Floor: 8, Use: property.Dwelling, Areas: gross("89.53")},
		{Code: "1-0804", Building: "1", Entrance: "1", Floor: 8, Use: property.Dwelling, Areas: gross("1089.53")},
		{Code: "C-12", Building: "1", Floor: -1, Use: property.Parking},
	}
	if d := diff(want, im.Units); d != "" {
		t.Errorf("units (-want +got):\n%s", d)
	}
	owner := func(unit, since string, holders ...property.Holder) property.Tenancy {
		return property.Tenancy{Unit: unit, Kind: property.Ownership, Holders: holders, Term: civil.Period{Start: day(since)}}
	}
	tenancies := []property.Tenancy{
		owner("1-0803", "2020-03-01", property.Holder{Party: "Y001", Share: share(t, "1/3")}, property.Holder{Party: "Y002", Share: share(t, "2/3")}),
		owner("1-0804", "2020-03-01", property.Holder{Party: "Y003"}),
		owner("C-12", "2026-11-01", property.Holder{Party: "Y001"}),
	}
	if d := diff(tenancies, im.Tenancies); d != "" {
		t.Errorf("tenancies (-want +got):\n%s", d)
	}
	require.Equal(t, []property.Building{{Code: "1"}}, im.Buildings)
	require.Equal(t, []property.Party{{Code: "Y001", Name: "张三"}, {Code: "Y002", Name: "李四"}, {Code: "Y003", Name: "王五"}}, im.Parties)
	register(t, im)
}

func TestOwnHeaders(t *testing.T) {
	english := "code,building,use,area,internalArea,ownerCode,owner,ownerSince,tenantCode,tenant,tenantSince,tenantUntil,tenantPays,externalId.kingdee,remark\n" +
		"A-101,A,dwelling,90,72.5,P1,Ann,2020-01-01,P2,Ben,2026-01-01,2026-12-31,pm;water,K-7,x\n"
	chinese := "房号,楼号,用途,建筑面积(平方米),套内面积,业主编号,业主,起始日,租户编号,租户,起租日,租赁到期日,租户承担费用,externalId.kingdee,备注\n" +
		"A-101,A,住宅,90,72.5,P1,Ann,2020-01-01,P2,Ben,2026-01-01,2026-12-31,pm、water,K-7,x\n"
	unit := property.Unit{
		Code: "A-101", Building: "A", Use: property.Dwelling, ExternalIDs: property.ExternalIDs{"kingdee": "K-7"},
		Areas: civil.Always(property.Areas{Gross: measure.MustParseArea("90"), Internal: measure.MustParseArea("72.5")}),
	}
	tenancies := []property.Tenancy{
		{Unit: "A-101", Kind: property.Ownership, Holders: []property.Holder{{Party: "P1"}}, Term: civil.Period{Start: day("2020-01-01")}},
		{
			Unit: "A-101", Kind: property.Lease, Holders: []property.Holder{{Party: "P2"}}, Pays: []string{"pm", "water"},
			Term: civil.Period{Start: day("2026-01-01"), End: day("2027-01-01")},
		},
	}
	for text, unused := range map[string]string{english: "remark", chinese: "备注"} {
		im, err := csv.Read([]byte(text), csv.Mapping{}, csv.Options{})
		require.NoError(t, err)
		if d := diff([]property.Unit{unit}, im.Units) + diff(tenancies, im.Tenancies); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
		require.Equal(t, []string{unused}, im.Unused)
	}
}

// An area that changes has a row for each; everything else is said once.
func TestAreaHistory(t *testing.T) {
	im, err := csv.Read([]byte("code,use,area,areaFrom,ownerCode,owner\n"+
		"A-1,dwelling,91,2024-07-01,P1,\n"+
		"A-2,dwelling,50,,P1,\n"+
		"A-1,dwelling,90,,P1,Ann\n"), csv.Mapping{}, csv.Options{AsOf: day("2026-11-01")})
	require.NoError(t, err)
	require.Equal(t, 3, im.Good)
	require.Len(t, im.Units, 2)
	require.Len(t, im.Tenancies, 2)
	require.Equal(t, []property.Party{{Code: "P1", Name: "Ann"}}, im.Parties)
	want := civil.History[property.Areas]{
		{Value: property.Areas{Gross: measure.MustParseArea("90")}},
		{From: day("2024-07-01"), Value: property.Areas{Gross: measure.MustParseArea("91")}},
	}
	require.Equal(t, want, im.Units[0].Areas)
	register(t, im)
}

func TestBadUnitRows(t *testing.T) {
	tests := []struct {
		name, text string
		column     int
		field      string
		rule       invalid.RuleError
	}{
		{"repeated unit", "code,use\nA,shop\nA,shop\n", 1, "unit.code", csv.ErrTwice},
		{"repeated area", "code,use,area,areaFrom\nA,shop,1,\nA,shop,2,\n", 4, "unit.areaFrom", csv.ErrTwice},
		{"area row with another use", "code,use,area,areaFrom\nA,shop,1,\nA,yard,2,2024-01-01\n", 1, "unit.code", csv.ErrDiffers},
		{"another owner in an area row", "code,use,area,areaFrom,ownerCode,ownerSince\nA,shop,1,,P,2020-01-01\nA,shop,2,2024-01-01,Q,2020-01-01\n", 1, "unit.code", csv.ErrDiffers},
		{"no code", "code,use\n,shop\n", 1, "unit.code", invalid.ErrRequired},
		{"no use", "code,use\nA,\n", 2, "unit.use", invalid.ErrRequired},
		{"area of zero", "code,use,area\nA,shop,0\n", 3, "unit.area", property.ErrNoArea},
		{"decimal comma", "code;use;area\nA;shop;89,53\n", 3, "unit.area", csv.ErrNumber},
		{"negative area", "code,use,area\nA,shop,-5\n", 3, "unit.area", measure.ErrAreaNegative},
		{"internal area above the gross one", "code,use,area,internalArea\nA,shop,5,6\n", 4, "unit.internalArea", property.ErrInternalArea},
		{"day that is none", "code,use,soldOn\nA,shop,2026-02-30\n", 3, "unit.soldOn", civil.ErrNoSuchDay},
		{"side of a shop", "code,use,side\nA,shop,南院\n", 3, "unit.side", property.ErrSide},
		{"side that is none", "code,use,side\nA,yard,西\n", 3, "unit.side", invalid.ErrWord},
		{"owner without a day", "code,use,ownerCode\nA,shop,P\n", 0, "owner.since", csv.ErrNoStart},
		{"owner without a code", "code,use,ownerCode,owner\nA,shop,,Ann\n", 3, "owner.code", invalid.ErrRequired},
		{"three names, two codes", "code,use,ownerCode,owner,ownerSince\nA,shop,P;Q,a、b、c,2020-01-01\n", 4, "owner.name", csv.ErrUneven},
		{"one share, two codes", "code,use,ownerCode,ownerShares,ownerSince\nA,shop,P;Q,1,2020-01-01\n", 4, "owner.shares", csv.ErrUneven},
		{"shares of 5/6", "code,use,ownerCode,ownerShares,ownerSince\nA,shop,P;Q,1/2;1/3,2020-01-01\n", 4, "owner.shares", property.ErrShares},
		{"the same owner twice", "code,use,ownerCode,ownerSince\nA,shop,P;P,2020-01-01\n", 3, "owner.code", property.ErrDuplicate},
		{"moved in before buying", "code,use,ownerCode,ownerSince,ownerMovedIn\nA,shop,P,2020-01-02,2020-01-01\n", 5, "owner.movedIn", property.ErrOutsideTerm},
		{"lease that ends before it starts", "code,use,tenantCode,tenantSince,tenantUntil\nA,shop,P,2020-01-02,2020-01-01\n", 5, "tenant.until", civil.ErrPeriodReversed},
		{"two names for a party", "code,use,payer,payerName\nA,shop,P,Ann\nB,shop,P,Bob\n", 4, "unit.payerName", csv.ErrConflict},
		{"two names in one row", "code,use,ownerCode,owner,ownerSince,payer,payerName\nA,shop,P,Ann,2020-01-01,P,Bob\n", 7, "unit.payerName", csv.ErrConflict},
		{"payer without a code", "code,use,payer,payerName\nA,shop,,Ann\n", 3, "unit.payer", invalid.ErrRequired},
		{"two names for a building", "code,use,building,buildingName\nA,shop,1,East\nB,shop,1,West\n", 4, "building.name", csv.ErrConflict},
		{"building without a code", "code,use,building,buildingName\nA,shop,,East\n", 3, "unit.building", invalid.ErrRequired},
		{"two units of one external code", "code,use,externalId.k\nA,shop,7\nB,shop,7\n", 3, "unit.externalId.k", csv.ErrTwice},
		{"invisible character in a code", "code,use\nA\u200b1,shop\n", 1, "unit.code", property.ErrCode},
		{"too few cells", "code,use,area\nA,shop\n", 0, "", csv.ErrFewCells},
		{"too many cells", "code,use\nA,shop,x\n", 3, "", csv.ErrManyCells},
		{"quote left open", "code,use\nA,\"shop\nB,yard\n", 2, "", csv.ErrOpenQuote},
		{"text behind the quote", "code,use\n\"A\"1,shop\n", 1, "", csv.ErrAfterQuote},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			im, err := csv.Read([]byte(tt.text), csv.Mapping{}, csv.Options{})
			require.ErrorIs(t, err, tt.rule)
			require.Len(t, im.Bad, 1)
			require.Equal(t, 1, im.BadRows)
			require.Equal(t, im.Rows, im.Good+im.BadRows)
			bad := im.Bad[0]
			require.Equal(t, tt.column, bad.Column)
			require.Equal(t, tt.field, bad.Problem.Path)
			require.Equal(t, tt.rule, bad.Problem.Rule)
		})
	}
}

// Nothing of a bad row is taken, not even the parties it mentions.
func TestBadRowLeavesNothing(t *testing.T) {
	im, err := csv.Read([]byte("code,building,use,area,ownerCode,owner\nA,1,shop,x,P,Ann\n"), csv.Mapping{}, csv.Options{AsOf: day("2026-01-01")})
	require.ErrorIs(t, err, csv.ErrNumber)
	require.Empty(t, im.Units)
	require.Empty(t, im.Parties)
	require.Empty(t, im.Buildings)
	require.Empty(t, im.Tenancies)
}

func TestErrorListsAHundred(t *testing.T) {
	text := "code,use,area\n" + strings.Repeat("A,shop,x\n", 250)
	im, err := csv.Read([]byte(text), csv.Mapping{}, csv.Options{})
	require.Len(t, im.Bad, 250)
	var e *invalid.Error
	require.ErrorAs(t, err, &e)
	require.Len(t, e.Fields, 100)
	require.Equal(t, 150, e.More)
	require.Equal(t, "line 2, column 3 (area)", e.Fields[0].Path)
}
