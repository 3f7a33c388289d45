package standard

// joined returns the state of rows by precedence.
func (c *Counts) joined() State {
	switch {
	case c.Breached > 0:
		return Breached
	case c.Unknown > 0:
		return Unknown
	case c.Pending > 0:
		return Pending
	case c.Met > 0:
		return Met
	case c.Waived > 0:
		return Waived
	}
	return NotApplicable
}

// add counts a row.
func (c *Counts) add(r *Row) {
	if r.Reason.Code == TooLate {
		c.Late++
	}
	if !r.OriginalDue.IsZero() {
		c.LateStart++
	}
	c.count(r.State)
}

func (c *Counts) count(s State) {
	c.Total++
	*c.of(s)++
}

// of returns the counter of a state.
func (c *Counts) of(s State) *int {
	switch s {
	case Met:
		return &c.Met
	case Breached:
		return &c.Breached
	case Pending:
		return &c.Pending
	case Waived:
		return &c.Waived
	case NotApplicable:
		return &c.NotApplicable
	case Unknown:
	}
	return &c.Unknown
}
