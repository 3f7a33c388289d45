package standard

import "github.com/wuyekit/wuye/property/invalid"

// Audience is for whom something is made public (公示对象). Its zero is unset.
type Audience uint8

const (
	// ToOwners is all owners (业主).
	ToOwners Audience = iota + 1
	// ToCommittee is the owners' committee (业主委员会).
	ToCommittee
	// ToAuthority is the authority (主管部门).
	ToAuthority
	// ToPublic is everybody (社会公众).
	ToPublic
)

func audienceWords() invalid.Words {
	return invalid.Words{"owners", "committee", "authority", "public"}
}

// String returns the word, or "Audience(99)" for a number that is none.
func (a Audience) String() string { return audienceWords().Of("Audience", uint8(a)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (a Audience) MarshalText() ([]byte, error) { return audienceWords().Marshal(uint8(a)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (a *Audience) UnmarshalText(text []byte) error {
	return audienceWords().Unmarshal(text, (*uint8)(a))
}

// Medium is a place at which something is made public (公示载体). Its zero is unset.
type Medium uint8

const (
	// OnBoard is a notice board of the estate (公告栏).
	OnBoard Medium = iota + 1
	// InLobbies is the lobby of every building (单元门厅).
	InLobbies
	// OnSite is a website (网站).
	OnSite
	// InApp is an app for owners (业主应用).
	InApp
	// OnAccount is a public account of a messenger (公众号).
	OnAccount
	// InPress is the press and other media (媒体).
	InPress
)

func mediumWords() invalid.Words {
	return invalid.Words{"noticeBoard", "lobby", "site", "app", "account", "press"}
}

// String returns the word, or "Medium(99)" for a number that is none.
func (m Medium) String() string { return mediumWords().Of("Medium", uint8(m)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (m Medium) MarshalText() ([]byte, error) { return mediumWords().Marshal(uint8(m)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (m *Medium) UnmarshalText(text []byte) error {
	return mediumWords().Unmarshal(text, (*uint8)(m))
}

// PublicationState is what became of a publication that is asked for (公示状态). Its zero is unknown.
type PublicationState uint8

const (
	// PublicationUnknown means that something is missing, which the reason names (无法判定).
	PublicationUnknown PublicationState = iota
	// PublicationMet means that it was published in time, on the last day too (按时公布).
	PublicationMet
	// PublicationLate means that it was published after that (逾期公布).
	PublicationLate
	// PublicationOverdue means that it should have been and is not (逾期未公布).
	PublicationOverdue
	// PublicationPending means that it is not yet due (未到期).
	PublicationPending
)

func publicationStateWords() invalid.States {
	return invalid.States{"unknown", "met", "late", "overdue", "pending"}
}

// String returns the word, or "PublicationState(99)" for a number that is none.
func (s PublicationState) String() string {
	return publicationStateWords().Of("PublicationState", uint8(s))
}

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s PublicationState) MarshalText() ([]byte, error) {
	return publicationStateWords().Marshal(uint8(s))
}

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *PublicationState) UnmarshalText(text []byte) error {
	return publicationStateWords().Unmarshal(text, (*uint8)(s))
}

// Display says whether something stayed up long enough (公示期限). Its zero is that nothing is asked for, or that it is not up.
type Display uint8

const (
	// DisplayEnough is as long as it must.
	DisplayEnough Display = iota + 1
	// DisplayRunning is up, and not yet long enough.
	DisplayRunning
	// DisplayShort was taken down too early.
	DisplayShort
	// DisplayUnknown cannot be said: the holidays of a year are not known.
	DisplayUnknown
)

func displayWords() invalid.Words { return invalid.Words{"enough", "running", "short", "unknown"} }

// String returns the word, or "Display(99)" for a number that is none.
func (d Display) String() string { return displayWords().Of("Display", uint8(d)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (d Display) MarshalText() ([]byte, error) { return displayWords().Marshal(uint8(d)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (d *Display) UnmarshalText(text []byte) error {
	return displayWords().Unmarshal(text, (*uint8)(d))
}
