package schedule_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/schedule"
)

// BenchmarkCover: a month of three shifts a day at fifty posts, each manned but for one shift.
func BenchmarkCover(b *testing.B) {
	const posts, days = 50, 30
	doc := schedule.Posts{Code: "s", Calendar: "guards"}
	var sheet schedule.Sheet
	start := planAt("2025-03-01 06:00")
	for i := range posts {
		code := fmt.Sprint("post", i)
		doc.Posts = append(doc.Posts, schedule.Post{Code: code, People: 1, Shifts: []string{"early", "late", "night"}})
		for k := range 3*days - 1 {
			at := start.Add(time.Duration(k) * 8 * time.Hour)
			sheet.Attendance = append(sheet.Attendance, schedule.Attendance{Person: fmt.Sprint(i, k%4), Post: code, Start: at, End: at.Add(8 * time.Hour)})
		}
	}
	m, err := schedule.CompilePosts(doc, planCalendars(b))
	require.NoError(b, err)
	b.Run(fmt.Sprintf("posts=%d/days=%d", posts, days), func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			c, err := m.Cover(sheet, start, start.Add(days*24*time.Hour))
			if err != nil {
				b.Fatal(err)
			}
			n := 0
			for range c.Shortages() {
				n++
			}
			if n != posts {
				b.Fatalf("%d shortages, want one at each of %d posts", n, posts)
			}
		}
	})
}
