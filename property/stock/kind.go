package stock

import "github.com/wuyekit/wuye/property/invalid"

// Kind is what a move does (出入库类型). Its zero is unset and refused.
type Kind uint8

const (
	// Received came in from outside (入库): bought, handed over, lent by another estate.
	Received Kind = iota + 1
	// Issued went out to a person or a work order (领用).
	Issued
	// Returned came back from an issue (退库, 归还), into the lots that it was taken from.
	Returned
	// Scrapped was destroyed, lost or handed over for disposal (报废).
	Scrapped
	// Transferred went from one place to another (调拨).
	Transferred
	// Counted is what was found when counting (盘点): from then on that much is there.
	Counted
	// Reversed undoes another move, whole and once (冲销).
	Reversed
)

func kindWords() invalid.Words {
	return invalid.Words{"received", "issued", "returned", "scrapped", "transferred", "counted", "reversed"}
}

// String returns the word, or "Kind(9)" for a number that is none.
func (k Kind) String() string { return kindWords().Of("Kind", uint8(k)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (k Kind) MarshalText() ([]byte, error) { return kindWords().Marshal(uint8(k)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (k *Kind) UnmarshalText(text []byte) error { return kindWords().Unmarshal(text, (*uint8)(k)) }
