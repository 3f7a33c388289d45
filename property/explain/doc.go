// Package explain holds derivations (计算过程): how a figure, a verdict or a score
// came about, step by step, as a value that can be read, stored and replayed.
//
// A [Step] has a result and the inputs it follows from; leaves are given and say
// where they were taken from. [Step.Check] computes the whole tree again in exact
// rational arithmetic, units included, and names every step that does not follow.
// [Text] shows the tree to a clerk in the language of a printer.
//
//	area := explain.Given(LabelArea, explain.Decimal("89.53", "m2")).From("unit 1-0803")
//	price := explain.Given(LabelPrice, explain.Decimal("2.80", "CNY/m2")).From("tariff pm")
//	fee := explain.Round(LabelFee, explain.Product("", area, price), "halfUp", "0.01")
//	fee = fee.As(explain.Decimal(line.Amount.String(), "CNY")) // the figure that was billed
//	err := fee.Check()                                          // nil: 250.68 CNY follows
package explain
