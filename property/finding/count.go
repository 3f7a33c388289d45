package finding

import "github.com/wuyekit/wuye/property/metric"

// Counts are how many cases stand where (整改统计). They are a document and comparable with ==.
type Counts struct {
	// Total is the sum of the states that follow.
	Total     int `json:"total"`
	Unknown   int `json:"unknown,omitempty"`
	NotIssued int `json:"notIssued,omitempty"`
	Open      int `json:"open,omitempty"`
	Overdue   int `json:"overdue,omitempty"`
	Corrected int `json:"corrected,omitempty"`
	Closed    int `json:"closed,omitempty"`
	Waived    int `json:"waived,omitempty"`
	Withdrawn int `json:"withdrawn,omitempty"`
	// InTime, Late and Undecided are the closed ones by how their deadlines were kept.
	InTime    int `json:"inTime,omitempty"`
	Late      int `json:"late,omitempty"`
	Undecided int `json:"undecided,omitempty"`
	// Repeated is how many were found more than once (屡查屡犯), withdrawn ones left out.
	Repeated int `json:"repeated,omitempty"`
}

// Count counts cases by their states.
func Count(statuses []Status) Counts {
	c := Counts{Total: len(statuses)}
	for i := range statuses {
		s := &statuses[i]
		*c.of(s.State)++
		if s.State == Closed {
			*c.closed(s.Timing)++
		}
		if s.Repeats > 0 && s.State != Withdrawn {
			c.Repeated++
		}
	}
	return c
}

func (c *Counts) of(s State) *int {
	switch s {
	case NotIssued:
		return &c.NotIssued
	case Open:
		return &c.Open
	case Overdue:
		return &c.Overdue
	case Corrected:
		return &c.Corrected
	case Closed:
		return &c.Closed
	case Waived:
		return &c.Waived
	case Withdrawn:
		return &c.Withdrawn
	case Unknown:
	}
	return &c.Unknown
}

func (c *Counts) closed(t Timing) *int {
	switch t {
	case InTime:
		return &c.InTime
	case Late:
		return &c.Late
	case Undecided, Pending, NotJudged:
	}
	return &c.Undecided
}

// CorrectionRate returns the share that is closed (整改率), of a base by name. Without a base it does not apply; where the base is
// not known it is unknown, with "den" missing.
//
// Rounding: none; the share is Num ÷ Den.
func (c Counts) CorrectionRate(of RateOf) metric.Value {
	return c.share("correctionRate", c.Closed, of)
}

// TimelyRate returns the share that is closed and kept all its deadlines (按期整改率), of a base by name. Where a deadline of a closed
// case is not known it is unknown, with "num" missing.
//
// Rounding: none; the share is Num ÷ Den.
func (c Counts) TimelyRate(of RateOf) metric.Value {
	v := c.share("timelyCorrectionRate", c.InTime, of)
	if c.Undecided > 0 {
		v.State, v.Num = metric.Unknown, metric.Figure{}
		v.Missing = "num"
		if !v.Den.IsSet() {
			v.Missing = "num, den"
		}
	}
	return v
}

func (c Counts) share(code string, n int, of RateOf) metric.Value {
	v := metric.Value{Metric: code, Kind: metric.KindShare, Base: of.String(), State: metric.Known, Num: figure(n)}
	base, known := c.base(of)
	switch {
	case !known:
		v.State, v.Missing = metric.Unknown, "den"
		return v
	case base == 0:
		v.State = metric.NotApplicable
	}
	v.Den = figure(base)
	return v
}

// base returns how many a rate is of, and whether that is known.
func (c Counts) base(of RateOf) (int, bool) {
	done := c.Overdue + c.Corrected + c.Closed
	switch of {
	case OfIssued:
		return done + c.Open + c.Unknown, true
	case OfDue:
		return done, c.Unknown == 0
	}
	return 0, false
}

func figure(n int) metric.Figure {
	f, err := metric.Count(int64(n))
	if err != nil {
		return metric.Figure{} // no list is so long
	}
	return f
}
