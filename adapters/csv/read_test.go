package csv_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// checkAccounts checks that every row is good, bad or ignored, and that there is an
// error exactly where something is bad.
func checkAccounts(t *testing.T, im *csv.Import, err error) {
	t.Helper()
	require.Equal(t, im.Rows, im.Good+im.BadRows+len(im.Ignored))
	if err == nil {
		require.Empty(t, im.Bad)
		require.Zero(t, im.BadRows)
	}
	if len(im.Bad) > 0 {
		require.Error(t, err)
		require.Positive(t, im.BadRows)
		require.LessOrEqual(t, im.BadRows, len(im.Bad))
	}
	for _, c := range im.Bad {
		require.Positive(t, c.Line)
		require.NotEmpty(t, c.Problem.Rule)
	}
}

// FuzzRead checks that no file makes reading panic or lose a row, and that the good
// rows of any file make documents that each stand by themselves.
func FuzzRead(f *testing.F) {
	f.Add([]byte("code,use,area,areaFrom,ownerCode,owner,ownerShares,ownerSince\nA,shop,1,,P;Q,a、b,1/2;1/2,2020-01-01\nA,shop,2,2024-01-01,P;Q,a、b,1/2;1/2,2020-01-01\n"), uint8(0))
	f.Add([]byte("房号,用途,建筑面积\nA,住宅,1,2\nB,\"住宅\n"), uint8(1))
	f.Add([]byte("code,unit,kind,holders,start,last\nL,A,lease,P:1/2;Q:1/2,2020-01-01,2020-12-31\n"), uint8(4))
	f.Add([]byte("code,name,developer\nP,'=x,是\n"), uint8(3))
	f.Add([]byte("code,floors,grossArea\n1,18,\"1,000.5\"\n"), uint8(2))
	f.Add([]byte("id,reported,paused,pausedReason,agreedAt\nA,2026-11-01 08:30Z,2026-11-01 9:00+08:00,parts,2026-11-02\nA,,,,\n"), uint8(7))
	f.Add([]byte("id,event,at\nA,报修,2026-11-01 08:30Z\nA,完成,x\nB,到场,2026-11-01T08:30:00.5-07:00\n"), uint8(8))
	f.Add([]byte("id,on,level.a,figure.b,count.b/x,fact.c\nA,2025-03-31,4,95.5,2,是\nB,,N/A,x,-1,\nA,,,,,\n"), uint8(9))
	f.Add([]byte("id,kind,at,on,last,event.a,event.a.reason,field.b,item.c\nA,x,2025-03-31 08:30Z,,,,,y,合格\nB,x,,2025-03-31,2025-03-30,2025-03-31 08:30Z；2025-04-01 00:00Z,z,,\n"), uint8(10))
	f.Add([]byte("kind,id,field.a\nlift,L1,x\nlift,L1,y\n"), uint8(11))
	f.Add([]byte("figure,value,start,last\na,1,2025-03-01,2025-03-31\na,x,,2025-03-31\n"), uint8(12))
	f.Fuzz(func(t *testing.T, data []byte, kind uint8) {
		m := csv.OwnMapping(csv.Kind(kind % 13))
		if m.Kind >= csv.Sheets {
			m.Fields = nil // tables of sheets and of evidence have columns of their own
		}
		im, err := csv.Read(data, m, csv.Options{AsOf: day("2026-11-01")})
		checkAccounts(t, im, err)
		checkDocuments(t, im)
	})
}

func checkDocuments(t *testing.T, im *csv.Import) {
	t.Helper()
	var l invalid.List
	for _, d := range im.Buildings {
		d.Check(&l)
	}
	for _, d := range im.Units {
		d.Check(&l)
	}
	for _, d := range im.Parties {
		d.Check(&l)
	}
	for _, d := range im.Tenancies {
		d.Check(&l)
	}
	for _, d := range im.Cases {
		d.Check(&l)
	}
	require.NoError(t, l.Err("documents"))
}

// printer knows every message a bad cell can have.
func printer(tb testing.TB, tag language.Tag) *message.Printer {
	tb.Helper()
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for _, add := range []func(*catalog.Builder) error{
		csv.Messages, invalid.Messages, civil.Messages, measure.Messages, metric.Messages, property.Messages, standard.Messages,
	} {
		require.NoError(tb, add(b))
	}
	return message.NewPrinter(tag, message.Catalog(b))
}

// The report of a bad file is what its sender is told.
func TestBadRowsGolden(t *testing.T) {
	bad := "房号,楼号,楼名,用途,建筑面积,套内面积,交付日期,业主编号,业主,份额,起始日\n" +
		"1-101,1,东楼,住宅,89.53,70,2020-01-01,Y1,张三,,2020-01-01\n" +
		"1-101,1,东楼,住宅,89.53,70,2020-01-01,Y1,张三,,2020-01-01\n" +
		"1-102,1,西楼,住宅,\"89,53\",70,2020-02-30,Y1,李四,,1/1/2020\n" +
		"1-103,1,东楼,,60,70,,Y2、Y3,王五、赵六,1/2；1/3,2020年1月1日\n" +
		"1-104,1,东楼,住宅,0,,,,孙七,,\n" +
		"1-105,1,东楼,住宅\n" +
		"1-106,1,东楼,住宅,60,,,Y4,\"周\"八,,\n" +
		"1-107,1,东楼,住宅,60,,,Y5,吴九,,\n" +
		"1-108,1,东楼,住宅,60,,,Y6,\"郑十,,\n" +
		"1-109,1,东楼,住宅,60,,,Y7,钱一,,\n"
	im, err := csv.Read([]byte(bad), csv.Mapping{}, csv.Options{})
	require.Error(t, err)
	require.Equal(t, [3]int{9, 1, 8}, [3]int{im.Rows, im.Good, im.BadRows})
	var out strings.Builder
	fmt.Fprintln(&out, err)
	for _, tag := range []language.Tag{language.English, language.Chinese} {
		p := printer(t, tag)
		fmt.Fprintf(&out, "\n%v\n", tag)
		for _, c := range im.Bad {
			fmt.Fprintln(&out, c.Text(p))
		}
	}
	golden.Check(t, "testdata/bad-rows.golden", []byte(out.String()))
}
