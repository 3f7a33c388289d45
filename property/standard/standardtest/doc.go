// Package standardtest runs the proofs of service standards (条款验证): a clause of data is right if its evidence gets the verdicts that it
// should, and if somebody would notice when one of its limits were another.
//
//	func TestContract(t *testing.T) {
//		standardtest.Prove(t, contract(), standard.SharedVocabulary(), calendars)
//	}
package standardtest
