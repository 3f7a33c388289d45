package worktime_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

func office(tb testing.TB) *worktime.Calendar {
	tb.Helper()
	c, err := worktime.New(worktime.Timetable{
		Code: "office", Zone: "Asia/Shanghai", Holidays: "cn", MakeUp: worktime.Monday,
		Hours: []worktime.Hours{{
			Days:    []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday},
			Windows: []civil.Window{civil.MustParseWindow("09:00/12:00"), civil.MustParseWindow("13:30/18:00")},
		}},
	}, time.LoadLocation, worktime.China())
	require.NoError(tb, err)
	return c
}

// starts are a thousand instants all over twelve years, so that no benchmark asks for one day again and again.
func starts() []time.Time {
	list := make([]time.Time, 1024)
	at := time.Date(2015, 1, 5, 2, 0, 0, 0, time.UTC)
	for i := range list {
		list[i] = at
		at = at.Add(98*time.Hour + 17*time.Minute)
	}
	return list
}

func BenchmarkBetween(b *testing.B) {
	c := office(b)
	list := starts()
	for _, days := range []int{1, 90} {
		b.Run(time.Duration(days*24*int(time.Hour)).String(), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				t := list[i&1023]
				if _, err := c.Between(t, t.Add(time.Duration(days)*24*time.Hour)); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
}

func BenchmarkAdd(b *testing.B) {
	c := office(b)
	list := starts()
	for _, hours := range []int{8, 500, -8} {
		b.Run((time.Duration(hours) * time.Hour).String(), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				if _, err := c.Add(list[i&1023], time.Duration(hours)*time.Hour); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		office(b)
	}
}
