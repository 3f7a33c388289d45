// Package finding follows what an inspection found until it is put right (检查发现、不合格项、限期整改): issued with a deadline,
// corrected, inspected again, closed, or overdue.
//
//   - [Policy] is the document of a kind of finding: deadlines by kind and severity, in days or working days, penalties, and
//     how they grow with what is found again. [Compile] makes [Rules] of it.
//   - [Case] is one finding: its attributes, a log of events, and what belongs to the events: a deadline that was set, references to
//     evidence. [Lifecycle] is the table its log follows.
//   - [Rules.Status] says where a case stands on a day: open or overdue, due when and first due when, how often it was
//     extended and found again, and what it costs. [Status.Why], [Status.WhyAmount] and [Round.Why] derive the points, the money and
//     the verdict on a deadline; a stored status needs nothing else for it.
//   - [Count] and [Counts.CorrectionRate] are the figures of many cases (整改率), with their base by name.
//   - [Item] is a problem on its way through plan, do, check and act; [Carry] hands what is not solved to the next cycle.
//
// The last day of a deadline is in time. What was corrected late stays late (整改逾期), closed or not. What cannot be judged is unknown
// and names the missing fact, never in time by default.
package finding
