package schedule

import (
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// Sheet says who was at which post, or who is to be there (考勤、排班).
type Sheet struct {
	// Attendance are the stretches, in any order.
	Attendance []Attendance `json:"attendance"`
	// AsOf is when the sheet was written: what comes after it is pending. Unset: it is a plan, and all of it is judged.
	AsOf time.Time `json:"asOf,omitzero"`
}

// Attendance is a person at a post for some time, half-open: who takes over at the instant at which another leaves
// leaves no gap.
type Attendance struct {
	// Person is who; each person counts once at a post.
	Person string `json:"person"`
	// Post is the code of the post.
	Post string `json:"post"`
	// Start is when the person came.
	Start time.Time `json:"start"`
	// End is when the person left; unset: still there when the sheet was written.
	End time.Time `json:"end,omitzero"`
	// Skills are what the person was able to do then: certificates in force.
	Skills []string `json:"skills,omitempty"`
}

// RosterFault is something about a sheet that cannot be so, or must not be (排班差错). It is no shortage: a person at
// two posts counts at both.
type RosterFault struct {
	// Kind is what is wrong.
	Kind RosterFaultKind `json:"kind"`
	// Person is who.
	Person string `json:"person"`
	// Posts are the posts, in the order of their codes.
	Posts []string `json:"posts"`
	// Start and End are the stretch.
	Start time.Time `json:"start,omitzero"`
	End   time.Time `json:"end,omitzero"`
}

// RosterFaultKind is what is wrong with a sheet. Its zero is unset.
type RosterFaultKind uint8

const (
	// TwoPosts is one person at several posts at the same time.
	TwoPosts RosterFaultKind = iota + 1
	// UnknownPost is a post that the document does not have. It counts nowhere.
	UnknownPost
	// NoPerson is a row that names nobody. It counts nowhere.
	NoPerson
	// NoTime is a row without a beginning, one whose end is not after its beginning, or one without an end in a
	// sheet that does not say when it was written. It counts nowhere.
	NoTime
	// Unskilled is a person who lacks a skill that the post asks for. The row does not count.
	Unskilled
)

func rosterFaultWords() invalid.Words {
	return invalid.Words{"twoPosts", "unknownPost", "noPerson", "noTime", "unskilled"}
}

// String returns the word, or "RosterFaultKind(9)" for a number that is none.
func (k RosterFaultKind) String() string { return rosterFaultWords().Of("RosterFaultKind", uint8(k)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (k RosterFaultKind) MarshalText() ([]byte, error) { return rosterFaultWords().Marshal(uint8(k)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (k *RosterFaultKind) UnmarshalText(text []byte) error {
	return rosterFaultWords().Unmarshal(text, (*uint8)(k))
}

// fault returns what is wrong with a row by itself, 0 if nothing is. The post is nil if there is none.
func (a *Attendance) fault(post *coverPost, asOf time.Time) RosterFaultKind {
	switch {
	case post == nil:
		return UnknownPost
	case a.Person == "":
		return NoPerson
	case a.Start.IsZero(), a.End.IsZero() && asOf.IsZero(), !a.End.IsZero() && !a.Start.Before(a.End):
		return NoTime
	}
	for _, skill := range post.Skills {
		if !slices.Contains(a.Skills, skill) {
			return Unskilled
		}
	}
	return 0
}

// compareRosterFaults orders by time, then by person, kind and posts.
func compareRosterFaults(a, b RosterFault) int {
	for _, c := range []int{
		a.Start.Compare(b.Start), strings.Compare(a.Person, b.Person),
		int(a.Kind) - int(b.Kind), slices.Compare(a.Posts, b.Posts),
	} {
		if c != 0 {
			return c
		}
	}
	return a.End.Compare(b.End)
}
