// Package schedule says what must be done and when, and what became of it (周期任务与考核): patrols, inspections,
// cleaning, upkeep, drills, countdowns.
//
//   - [Duty] is the document. Its [Demand] is one of: a [Rule] of the clock, a [Quota] in each period, a [Gap] that may not
//     grow too long, [By] a day that hangs on something else, after so much [Usage], or whichever comes [First].
//   - [Compile] makes a [Schedule] of it. [Schedule.Occurrences] yields what is due in any stretch of time, at the cost of
//     that stretch; [ParseRRule] and [Schedule.RRule] speak RFC 5545 where it can say the same.
//   - [Schedule.Judge] holds the records of one subject, an [Evidence], against it: on time, late, missed, pending,
//     excused, or unknown with the fact that is missing. [Schedule.Why] derives a verdict, [Counts.Share] the share. A [Desk]
//     judges thousands of subjects in the memory of one.
//   - Countdowns are plans of tasks before a day; cover is people at posts without a gap.
//
// What is due comes from the duty, never from stored tasks: a job that did not run cannot make the base of a share
// smaller. A name of an occurrence is the duty's code and what the clock shows, so that it outlives edits of the plan. A record
// serves one occurrence at most, and is judged by when it was done, however late it arrives.
//
//	patrol, err := schedule.Compile(duty, map[string]*worktime.Calendar{"site": site})
//	report, err := patrol.Judge(nil, &evidence, from, to, now)
//	for _, r := range report.Rows {
//		fmt.Println(r.Key, r.State, r.Record)
//	}
//
// A gap is not a rule. "Every 15 days" on fixed dates is a rule, and a check made early or late moves nothing; "at most 15
// days apart" is a gap, and each check begins the time anew. Which of the two a contract means, and whether an unplanned act
// begins it anew, the duty says.
package schedule
