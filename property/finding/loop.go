package finding

import "github.com/wuyekit/wuye/property/invalid"

// Level is who closes a loop (闭环层级). Its zero is unset. Levels rise with their numbers.
type Level uint8

const (
	// Personal is the person who does the work (个人小闭环).
	Personal Level = iota + 1
	// Team is the team (班组小闭环).
	Team
	// Management is the management office (管理处小闭环).
	Management
	// Company is the branch or company, the large loop (分公司大闭环).
	Company
)

func levelWords() invalid.Words { return invalid.Words{"personal", "team", "management", "company"} }

// IsLarge reports whether it is the large loop.
func (l Level) IsLarge() bool { return l == Company }

// String returns the word, or "Level(9)" for a number that is none.
func (l Level) String() string { return levelWords().Of("Level", uint8(l)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (l Level) MarshalText() ([]byte, error) { return levelWords().Marshal(uint8(l)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (l *Level) UnmarshalText(text []byte) error { return levelWords().Unmarshal(text, (*uint8)(l)) }

// Stage is where in making quality something lies (质量形成过程). Its zero is unset.
type Stage uint8

const (
	// Produce is where it comes about (产生).
	Produce Stage = iota + 1
	// Form is where it takes shape (形成).
	Form
	// Implement is where it is carried out (实施).
	Implement
	// Verify is where it is verified (验证).
	Verify
)

func stageWords() invalid.Words { return invalid.Words{"produce", "form", "implement", "verify"} }

// String returns the word, or "Stage(9)" for a number that is none.
func (s Stage) String() string { return stageWords().Of("Stage", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s Stage) MarshalText() ([]byte, error) { return stageWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *Stage) UnmarshalText(text []byte) error { return stageWords().Unmarshal(text, (*uint8)(s)) }
