package csv_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

func TestBuildingsFile(t *testing.T) {
	im, err := csv.Read([]byte("楼号\t名称\t片区\t总建筑面积\t层数\t地下层数\t电梯数\texternalId.gis\n１\t一号楼\tN\t12,345.67\t18\t2\t3\tG1\n"),
		csv.OwnMapping(csv.Buildings), csv.Options{})
	require.NoError(t, err)
	require.Equal(t, csv.Tab, im.Delimiter)
	require.Equal(t, []property.Building{{
		Code: "1", Name: "一号楼", Zone: "N", GrossArea: measure.MustParseArea("12345.67"), Floors: 18, Basements: 2, Lifts: 3,
	}}, im.Buildings)
	require.Equal(t, []string{"externalId.gis"}, im.Unused, "only a table without a mapping has its external codes found")

	im, err = csv.Read([]byte("code,externalId.gis\n1,G1\n2,G1\n"), csv.Mapping{Kind: csv.Buildings}, csv.Options{})
	require.ErrorIs(t, err, csv.ErrTwice)
	require.Equal(t, property.ExternalIDs{"gis": "G1"}, im.Buildings[0].ExternalIDs)
}

func TestPartiesFile(t *testing.T) {
	im, err := csv.Read([]byte("编号,姓名,开发商\nD1,安居置业（集团）,是\nP1,'=HYPERLINK(1),否\nP2,Ｏ＇Neill,\n"),
		csv.OwnMapping(csv.Parties), csv.Options{})
	require.NoError(t, err)
	require.Equal(t, []property.Party{
		{Code: "D1", Name: "安居置业（集团）", Developer: true},
		{Code: "P1", Name: "=HYPERLINK(1)"},
		{Code: "P2", Name: "Ｏ＇Neill"},
	}, im.Parties, "names keep their width")

	im, err = csv.Read([]byte("code,name\nP1,Ann\nP1,Ann\n"), csv.OwnMapping(csv.Parties), csv.Options{})
	require.ErrorIs(t, err, csv.ErrTwice)
	require.Equal(t, 3, im.Bad[0].Line)
}

func TestTenanciesFile(t *testing.T) {
	im, err := csv.Read([]byte("code,unit,kind,holders,start,last,pays,movedIn,movedOut,endReason\n"+
		"L1,A-1,租赁,P1:1/2;P2：50％,2024-01-01,2024-12-31,pm，water,2024-02-01,2024-06-30,破产\n"+
		"O1,A-1,ownership,P3,2020-01-01,,,,,\n"), csv.OwnMapping(csv.Tenancies), csv.Options{})
	require.NoError(t, err)
	half := share(t, "1/2")
	want := []property.Tenancy{
		{
			Code: "L1", Unit: "A-1", Kind: property.Lease, Holders: []property.Holder{{Party: "P1", Share: half}, {Party: "P2", Share: half}},
			Term: civil.Period{Start: day("2024-01-01"), End: day("2025-01-01")}, Pays: []string{"pm", "water"},
			MovedIn: day("2024-02-01"), MovedOut: day("2024-06-30"), EndReason: property.Bankruptcy,
		},
		{Code: "O1", Unit: "A-1", Kind: property.Ownership, Holders: []property.Holder{{Party: "P3"}}, Term: civil.Period{Start: day("2020-01-01")}},
	}
	if d := diff(want, im.Tenancies); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestBadTenancyRows(t *testing.T) {
	const header = "code,unit,kind,holders,start,last,end\n"
	tests := []struct {
		name, row, field string
		rule             invalid.RuleError
	}{
		{"two ends", "L,A,lease,P,2024-01-01,2024-12-31,2024-12-31", "last", csv.ErrTwoEnds},
		{"ends at once", "L,A,lease,P,2024-01-01,2023-12-31,", "last", civil.ErrPeriodReversed},
		{"no start", "L,A,lease,P,,2023-12-31,", "start", invalid.ErrRequired},
		{"no holder", "L,A,lease,,2024-01-01,,", "holders", invalid.ErrRequired},
		{"share that is none", "L,A,lease,P:x,2024-01-01,,", "holders", property.ErrShare},
		{"no kind", "L,A,,P,2024-01-01,,", "kind", invalid.ErrRequired},
		{"kind that is none", "L,A,rent,P,2024-01-01,,", "kind", invalid.ErrWord},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			im, err := csv.Read([]byte(header+tt.row+"\n"), csv.OwnMapping(csv.Tenancies), csv.Options{AsOf: day("2024-01-01")})
			require.ErrorIs(t, err, tt.rule)
			require.Equal(t, tt.field, im.Bad[0].Problem.Path)
			require.Empty(t, im.Tenancies)
		})
	}
	_, err := csv.Read([]byte(header+"L,A,lease,P,2024-01-01,2024-12-31,2025-01-01\n"), csv.OwnMapping(csv.Tenancies), csv.Options{})
	require.NoError(t, err, "both ends may be given if they agree")
}
