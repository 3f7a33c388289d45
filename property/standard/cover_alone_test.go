package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCoverOfSeveral: two people whose shift does not say at which they are cannot man two meetings at a time, but can one after the other.
func TestCoverOfSeveral(t *testing.T) {
	clause := coverClause("EVENT-45", `{"per": "meeting", "posts": [{"post": "door", "people": "2"}], "span": ["@subject.startAt", "@subject.endAt"], "source": "shift"}`)
	meeting := func(id, from, to string) string {
		return one("meeting", id, "startAt=2025-01-01T"+from+":00+08:00;endAt=2025-01-01T"+to+":00+08:00")
	}
	shift := func(subject, who string) string {
		return `{"id": "` + subject + who + `", "kind": "shift", "subject": "` + subject + `", "actor": "` + who + `", "at": "2025-01-01T08:00:00+08:00", "until": "2025-01-01T20:00:00+08:00", "fields": [{"name": "post", "value": "door"}]}`
	}
	two := []string{shift("", "Li"), shift("", "Wang")}
	tests := []struct {
		name             string
		meetings, shifts []string
		want             string
	}{
		{"one", []string{meeting("A", "09:00", "10:00")}, two, "met; 1 met"},
		{"one after the other", []string{meeting("A", "09:00", "10:00"), meeting("B", "10:00", "11:00")}, two, "met; 2 met"},
		{"at a time", []string{meeting("A", "09:00", "10:01"), meeting("B", "10:00", "11:00")}, two, "unknown fieldMissing subject; 2 unknown"},
		{"too few for one", []string{meeting("A", "09:00", "10:01"), meeting("B", "10:00", "11:00")}, two[:1], "breached uncovered door 2025-01-01T09:00:00+08:00 2025-01-01T10:01:00+08:00 1 2 1; 2 breached"},
		{"each has its own", []string{meeting("A", "09:00", "11:00"), meeting("B", "09:00", "11:00")}, []string{shift("A", "Li"), shift("A", "Wang"), shift("B", "Zhao"), shift("B", "Qian")}, "met; 2 met"},
		{"and others besides", []string{meeting("A", "09:00", "11:00"), meeting("B", "09:00", "11:00")}, []string{shift("A", "Li"), shift("A", "Wang"), shift("", "Zhao"), shift("", "Qian")}, "unknown fieldMissing subject; 1 met 1 unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2025-01-02", "2025-01-01", "2025-01-02", about(tt.meetings, tt.shifts, complete("*", "2025-01-01", "2025-01-02")))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "EVENT-45"))
		})
	}
}
