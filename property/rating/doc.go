// Package rating scores sheets and awards stars so that every point can be challenged (评分、评星): which finding took it,
// by which item, and what the score would be without it.
//
//   - [Rubric] is the document of a scoring sheet: sections, items, scales, steps, deductions, bonus, vetoes, rounding,
//     bands. [Compile] makes [Rules] of it; [Rules.Rate] gives the [Result] of a [Sheet], and [Result.Why] derives it.
//   - [Panel] joins the scores of several raters.
//   - [Scheme] is the document of an assessment over a year: levels and rounds with weights, a reporting gate,
//     vetoes, bands, public notice and rewards. [CompileScheme] makes a [Contest]; [Contest.Assess] gives the [Standing] of
//     each project.
//   - [Posting] is the public notice of a result with its objections; [Sheet.Amend] changes one mark or finding by an
//     appeal and keeps what was before.
//   - [Rules.Challenges] says of every finding what the sheet would come to without it.
//   - [Rules.Gap], [Contest.Gap], [Rules.Cheapest], [Rules.Influence], [Rules.Reweigh], [CompareRules], [Rank] and [Cuts] are analysis: what the next star
//     needs, what another weight or version would change, who stands where.
//
// Scores are exact: a sheet of 14 items is scored in fourteenths and compared with its bands before anything is rounded, unless
// the rubric says otherwise, which it does by a list of stages. What cannot be scored is not 0: it is not rated, and the result
// names what is missing.
package rating
