package rating_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

// manyProjects is a year of n projects of one enterprise, each with all its rounds.
func manyProjects(n int) rating.Year {
	y := rating.Year{Scheme: "stars", Year: 2024}
	for i := range n {
		code := strconv.Itoa(1_000_000 + i)
		y.Projects = append(y.Projects, rating.Project{Code: code, Enterprise: "E"})
		y.Rounds = append(y.Rounds, kpiRounds(code, "community", "84.1", "84.8", "95.5", "89.4")...)
		y.Rounds = append(y.Rounds, kpiRounds(code, "district", "80.8", "84.6")...)
	}
	return y
}

// TestAssessMany: projects of one enterprise with an accident each do not multiply.
func TestAssessMany(t *testing.T) {
	y := manyProjects(20_000)
	for _, p := range y.Projects {
		e := kpiEvent("e"+p.Code, "lift", "majorImpact")
		e.Project = p.Code
		y.Events = append(y.Events, e)
	}
	begun := time.Now()
	standings, err := kpiContest(t, kpiScheme()).Assess(y)
	require.NoError(t, err)
	require.Equal(t, rating.Excluded, standings[19_999].State)
	require.Less(t, time.Since(begun), 30*time.Second)
}

// BenchmarkAssess assesses the projects of a district.
func BenchmarkAssess(b *testing.B) {
	c, y := kpiContest(b, kpiScheme()), manyProjects(200)
	b.Run("projects=200", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := c.Assess(y); err != nil {
				b.Fatal(err)
			}
		}
	})
}
