// Package rules is the table of the 658 rules that this library is asked to carry: what each says, in which form it is
// carried, where that stands in the tree, and what proves it. The table is rules.csv; [Load] reads it.
//
// Each rule has one home. A clause is data of a service standard; an alias is a clause that is told twice and computed
// once; a type, a transition and a formula are Go; a scheme is data of property/rating; a catalogue is an open list of
// codes; a note is a text with nothing to compute in it.
//
// A cell of home or proof is a list of references divided by blanks, or "not yet". The root test checks that each thing
// referred to is there:
//
//	property.Tenure billing/parking.Fee.Verify   a name of Go, by folder: a type, function or constant, a method or a field
//	metric:collection                            a metric of property/metric.China with its targets
//	promise:repair-standard                      a profile of property/sla
//	clause:KPI-29                                the clause of that ID in a standard of property/standard
//	rule:MAINT-16                                another rule, whose state is then this one's; its proof is "as home"
//	W-15 EX-602                                  a worked example in testdata/vectors
//	test:billing.TestRules/BILL-05               a test, by folder; after the slash a case that its file names
//	standard:KPI-29                              the proof of that clause beside its standard
//
// A note has the home "note" and the proof "none". A test or example counts as a proof only if it fails when the rule is
// broken.
package rules
