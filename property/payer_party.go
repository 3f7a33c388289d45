package property

// PartyPayer returns the payer that is one party alone, with nobody behind it; false if the
// register does not have the party.
func (r *Register) PartyPayer(code string) (Payer, bool) {
	i := r.findParty(code)
	return Payer{i, -1}, i >= 0
}
