// Package standard evaluates service standards against what happened (服务标准即数据): a contract says that lifts are inspected every
// fifteen days and that an urgent repair is answered within half an hour, and the records say whether it was so.
//
//   - [Standard] is the document: clauses with one or more measures, parameters, ordered grades and aliases. Packages ship
//     clauses; [Join] puts them together, and refuses profiles that contradict each other.
//   - [Vocabulary] declares the kinds of records and subjects, their fields and events, and the figures: the one place where the
//     names are agreed that departments share.
//   - [Evidence] is facts only: subjects, records, figures, and for which kinds and span they are complete.
//   - [Compile] makes [Rules]; [Rules.Evaluate] gives a [Report] with a verdict on every clause and part, whose rows are an iterator;
//     [Rules.Check] judges one record that is not stored yet, which is how a permission refuses; [Rules.Needs] lists what an
//     integrator has to supply, [Rules.Strays] the records about subjects that are not there; [Rules.Why] derives a verdict, and
//     [Rules.Say] words its reason for readers. [Rules.On] prepares evidence that is asked more than one question.
//   - [Publications] says what must be made public, to whom and by when; [CompilePublications] makes a [PublicationRegister] that says
//     what is overdue.
//
// A missing record is a breach only where its kind is complete: elsewhere the verdict is unknown and says what is missing. To be met
// takes completeness too, for a selection of good cases proves nothing. A figure that the source leaves open is a parameter
// without a value, and unknown until the contract gives it one.
package standard
