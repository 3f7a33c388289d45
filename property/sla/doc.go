// Package sla says whether promises on time were kept (服务时限): reported at ten past ten at
// night, on site at twenty to eleven, thirty minutes promised.
//
//   - [Promise] is the document: milestones with limits by category and priority in wall or working
//     time, in days or working days, deadlines that a case has itself, reasons for which a clock may stand
//     still, warnings and escalations.
//   - [Compile] makes a [Clock] of it. [Clock.Evaluate] replays the log of a [Case] up to an instant and
//     gives a [Verdict] on each milestone; [Clock.Why] derives it, [Clock.AppendStretches] lists the time
//     that counted, that for which the clock stood still, and that outside working hours.
//   - [Statistics] counts verdicts by group and drops none; [BonusMalus] scores them.
//
// A deadline is the first instant by which the limit has passed, less the time for which the clock stood
// still; overlapping stops count once, and a stop outside working hours moves nothing. A limit in days moves by the
// days that a stop goes over. Done on the
// instant is done in time. A verdict is worked out anew from the log and the instant each time; events after
// the instant have not happened, and nothing is ever added up in between.
//
//	clock, err := sla.Compile(promise, map[string]*worktime.Calendar{"office": office})
//	for _, v := range clock.Evaluate(nil, &repair, now) {
//		fmt.Println(v.Milestone, v.State, v.Due)
//	}
//
// What cannot be judged is [Unknown] and names the fact that is missing; a limit that the contract leaves
// open is no limit of zero.
package sla
