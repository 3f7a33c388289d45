package standard

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
)

// The labels of derivations of publications.
const (
	labelPublishedBy  explain.Label = "standard/published-by: %[1]s: published by the last day, that day included"
	labelPublishDue   explain.Label = "standard/publish-due: the last day"
	labelPublishDueAt explain.Label = "standard/publish-due-at: the instant by which it is due"
	labelPublished    explain.Label = "standard/published-on: published"
	labelNotDueYet    explain.Label = "standard/publish-not-due: %[1]s: the last day has not passed"
	labelAskedDay     explain.Label = "standard/publish-asked: the day that is asked about"
	labelAskedAt      explain.Label = "standard/publish-asked-at: the instant that is asked about"
	labelThere        explain.Label = "standard/publish-there: %[1]s: it is there"
	labelNotThere     explain.Label = "standard/publish-not-there: %[1]s: it is not there"
)

// Why derives the state of a row: the comparison of the day on which it was published with its last day, of the one that is asked about
// where it is not. Its result is "true" or "false": whether it is in time; for a row that is unknown it is that word, under the reason.
func (r PublicationRow) Why() explain.Step {
	name := r.title()
	switch r.State {
	case PublicationMet, PublicationLate:
		if r.Due.IsZero() && r.DueAt.IsZero() {
			return explain.Given(labelThere, explain.Value{Text: "true"}, name)
		}
		return explain.Compare(labelPublishedBy, r.given(labelPublished, labelPublished, r.On, r.At), "<=", r.due()).WithArgs(name)
	case PublicationOverdue, PublicationPending:
		if r.Due.IsZero() && r.DueAt.IsZero() {
			return explain.Given(labelNotThere, explain.Value{Text: "false"}, name)
		}
		return explain.Compare(labelNotDueYet, r.given(labelAskedDay, labelAskedAt, civil.Of(r.AsOf), r.AsOf), "<=", r.due()).WithArgs(name)
	case PublicationUnknown:
	}
	label, args := r.Reason.Label()
	return explain.Given(label, explain.Value{Text: PublicationUnknown.String()}, args...)
}

// title names the row: its item, and the period or the event.
func (r *PublicationRow) title() string {
	switch {
	case r.Event != "":
		return r.Item + " " + r.Event
	case !r.Period.Start.IsZero():
		return r.Item + " " + r.Period.Start.String() + "/" + r.Period.Last().String()
	}
	return r.Item
}

func (r *PublicationRow) due() explain.Step {
	return r.given(labelPublishDue, labelPublishDueAt, r.Due, r.DueAt)
}

// given is a day, or an instant where hours are counted.
func (r *PublicationRow) given(day, instant explain.Label, on civil.Date, at time.Time) explain.Step {
	if r.DueAt.IsZero() {
		return explain.Given(day, explain.Value{Text: on.String()})
	}
	return explain.Given(instant, explain.Instant(at))
}
