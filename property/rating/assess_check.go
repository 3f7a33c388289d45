package rating

import (
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of a year.
const (
	// ErrOtherScheme is a year of another scheme.
	ErrOtherScheme invalid.RuleError = "rating/other-scheme: this is a year of the scheme %[1]s, not of %[2]s"
	// ErrNth is a round that a year does not have.
	ErrNth invalid.RuleError = "rating/nth: there is no round %[1]s; a year has 1 to %[2]s of them"
	// ErrNotTaken is a score by a rubric that a tier does not take.
	ErrNotTaken invalid.RuleError = "rating/not-taken: the tier %[1]s takes no scores by the rubric %[2]s"
	// ErrNotReported is a score for a project that nobody reported.
	ErrNotReported invalid.RuleError = "rating/not-reported: round %[3]s of the tier %[2]s has a score for %[1]s, which the tier below did not report for it; see the gate"
	// ErrNoGroup is a project without a group where the mean is over groups.
	ErrNoGroup invalid.RuleError = "rating/no-group: the tier %[1]s takes the mean of a group; say which one the project belongs to"
	// ErrOtherYear is a day that is not in the year.
	ErrOtherYear invalid.RuleError = "rating/other-year: %[1]s is not in %[2]s"
	// ErrLaterYear is a revocation of a year to come.
	ErrLaterYear invalid.RuleError = "rating/later-year: the result of %[1]s cannot bear on %[2]s"
)

const (
	maxYear = 9999
	// mostRounds is how many rounds a year has by the month.
	mostRounds = monthsOfYear
)

// Check reports every problem of the year by itself; what its scheme does not know, [Contest.Assess] reports.
func (y Year) Check(l *invalid.List) {
	required(l, "scheme", y.Scheme)
	checkYear(l, y.Year)
	projects := map[string]bool{}
	eachItem(l, "projects", y.Projects, func(p Project) {
		unique(l, projects, p.Code)
		checkFacts(l, p.Facts)
	})
	of := func(code string) {
		if !projects[code] || code == "" {
			unknown(l, "project", code)
		}
	}
	y.checkRounds(l, of)
	y.checkEvents(l, of)
	y.checkRevocations(l, of)
}

func checkYear(l *invalid.List, year int) {
	if year < 1 || year > maxYear {
		l.At("year").Add(invalid.ErrNumber, strconv.Itoa(year), "1", strconv.Itoa(maxYear))
	}
}

func (y Year) checkRounds(l *invalid.List, project func(string)) {
	type place struct {
		project, tier string
		nth           int
	}
	used := map[place]bool{}
	eachItem(l, "rounds", y.Rounds, func(r Round) {
		project(r.Project)
		required(l, "tier", r.Tier)
		if r.Nth < 1 || r.Nth > mostRounds {
			l.At("nth").Add(ErrNth, strconv.Itoa(r.Nth), strconv.Itoa(mostRounds))
		}
		checkScore(l, r.Score)
		at := place{r.Project, r.Tier, r.Nth}
		if used[at] {
			l.Add(ErrTwice, invalid.Quote(r.Project+" "+r.Tier+"/"+strconv.Itoa(r.Nth)))
		}
		used[at] = true
	})
}

func (y Year) checkEvents(l *invalid.List, project func(string)) {
	type place struct{ id, veto, project string }
	used := map[place]bool{}
	eachItem(l, "events", y.Events, func(e Event) {
		project(e.Project)
		required(l, "veto", e.Veto)
		checkFacts(l, e.Facts)
		y.checkDay(l, e.On)
		at := place{e.ID, e.Veto, e.Project}
		if e.ID != "" && used[at] {
			l.At("id").Add(ErrTwice, invalid.Quote(e.ID))
		}
		used[at] = true
	})
}

// checkDay reports a day that is set and not in the year.
func (y Year) checkDay(l *invalid.List, on civil.Date) {
	if !on.IsZero() && on.Year() != y.Year {
		l.At("on").Add(ErrOtherYear, on.String(), strconv.Itoa(y.Year))
	}
}

func (y Year) checkRevocations(l *invalid.List, project func(string)) {
	type place struct {
		project string
		year    int
	}
	used := map[place]bool{}
	eachItem(l, "revocations", y.Revocations, func(r Revocation) {
		project(r.Project)
		required(l, "reason", r.Reason)
		checkYear(l, r.Year)
		if r.Year > y.Year {
			l.At("year").Add(ErrLaterYear, strconv.Itoa(r.Year), strconv.Itoa(y.Year))
		}
		at := place{r.Project, r.Year}
		if used[at] {
			l.Add(ErrTwice, invalid.Quote(r.Project+" "+strconv.Itoa(r.Year)))
		}
		used[at] = true
	})
}

// check reports what the scheme does not know of the year.
func (c *Contest) check(l *invalid.List, y *Year) {
	if y.Scheme != c.doc.Code && y.Scheme != "" {
		l.At("scheme").Add(ErrOtherScheme, invalid.Quote(y.Scheme), invalid.Quote(c.doc.Code))
	}
	eachItem(l, "projects", y.Projects, func(p Project) {
		for _, t := range c.tiers {
			if t.Mean == GroupMean && p.Group == "" {
				l.At("group").Add(ErrNoGroup, invalid.Quote(t.Code))
			}
		}
	})
	eachItem(l, "rounds", y.Rounds, func(r Round) { c.checkRound(l, r) })
	eachItem(l, "events", y.Events, func(e Event) {
		if _, ok := c.vetoOf[e.Veto]; !ok && e.Veto != "" {
			unknown(l, "veto", e.Veto)
		}
	})
}

func (c *Contest) checkRound(l *invalid.List, r Round) {
	i, ok := c.tierOf[r.Tier]
	if !ok {
		if r.Tier != "" {
			unknown(l, "tier", r.Tier)
		}
		return
	}
	t := &c.tiers[i]
	if r.Nth > t.rounds && r.Nth <= mostRounds {
		l.At("nth").Add(ErrNth, strconv.Itoa(r.Nth), strconv.Itoa(t.rounds))
	}
	if t.rubrics != nil && !t.rubrics[r.Rubric] {
		l.At("rubric").Add(ErrNotTaken, invalid.Quote(t.Code), invalid.Quote(r.Rubric))
	}
}
