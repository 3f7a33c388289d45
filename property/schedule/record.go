package schedule

import (
	"time"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
)

// Evidence is what is known of one subject of a duty: a lift, a patrol point, a visit.
type Evidence struct {
	// Subject names it; empty: the estate.
	Subject string `json:"subject,omitempty"`
	// Fields are the days and instants that duties hang on.
	Fields []Field `json:"fields,omitempty"`
	// Spans are its stretches of time, such as a meeting.
	Spans []NamedSpan `json:"spans,omitempty"`
	// Records are the acts that were done, in any order.
	Records []Record `json:"records,omitempty"`
	// Since is from when on they are all there; unset: from the beginning. A gap or a usage begins with the last record
	// before it, or else then: what nobody was told of is no gap.
	Since time.Time `json:"since,omitzero"`
	// Readings are those of its counters, in any order.
	Readings []Reading `json:"readings,omitempty"`
	// Excuses are times for which nothing was owed: out of service, closed.
	Excuses []Excuse `json:"excuses,omitempty"`
}

// Field is a day or an instant of a subject: exactly one of At and On.
type Field struct {
	Name string     `json:"name"`
	At   time.Time  `json:"at,omitzero"`
	On   civil.Date `json:"on,omitzero"`
}

// NamedSpan is a stretch of time of a subject, half-open.
type NamedSpan struct {
	Name  string    `json:"name"`
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
}

// Record is an act that was done (记录).
type Record struct {
	// ID names it, once.
	ID string `json:"id"`
	// Kind is what was done.
	Kind string `json:"kind"`
	// At is when it was done; Recorded when it was written down, unset: then too. A record that arrives late is judged by
	// when it was done.
	At       time.Time `json:"at"`
	Recorded time.Time `json:"recorded,omitzero"`
	// Voluntary marks an act beyond the plan, which fulfils no duty and is counted apart.
	Voluntary bool `json:"voluntary,omitempty"`
	// Unplanned marks an act with another cause than the plan, such as an abnormal finding.
	Unplanned bool `json:"unplanned,omitempty"`
	// Actor is who did it.
	Actor string `json:"actor,omitempty"`
	// Figures are what quotas add up: hours, persons.
	Figures []Figure `json:"figures,omitempty"`
}

// Figure is a number of a record by its name.
type Figure struct {
	Name  string          `json:"name"`
	Value decimal.Decimal `json:"value"`
}

// Reading is what a counter showed.
type Reading struct {
	Meter string          `json:"meter"`
	At    time.Time       `json:"at"`
	Value decimal.Decimal `json:"value"`
}

// Excuse is a time for which nothing was owed, half-open.
type Excuse struct {
	Start  time.Time `json:"start"`
	End    time.Time `json:"end"`
	Reason string    `json:"reason"`
}
