package billing

import "github.com/wuyekit/wuye/property/invalid"

// Produce is what grows in a community's vacant yards and is sold to owners or picked by them
// (闲置院落种植): a kind of income.
//
// Source: rule BILL-47.
type Produce uint8

// Kinds of produce.
const (
	Cucumber     Produce = iota + 1 // 黄瓜
	Tomato                          // 西红柿
	ChilliPepper                    // 辣椒
	Aubergine                       // 茄子
	GreenBean                       // 豆角
	SpringOnion                     // 大葱
	Chive                           // 韭菜
	Grape                           // 葡萄
	Strawberry                      // 草莓
)

func produceWords() invalid.Words {
	return invalid.Words{"cucumber", "tomato", "chilliPepper", "aubergine", "greenBean", "springOnion", "chive", "grape", "strawberry"}
}

// AllProduce returns every kind, in order.
func AllProduce() []Produce {
	out := make([]Produce, len(produceWords()))
	for i := range out {
		out[i] = Produce(i + 1)
	}
	return out
}

// String returns the word of the kind.
func (p Produce) String() string { return produceWords().Of("Produce", uint8(p)) }

// MarshalText returns the word of the kind.
func (p Produce) MarshalText() ([]byte, error) { return produceWords().Marshal(uint8(p)) }

// UnmarshalText reads the word of a kind.
func (p *Produce) UnmarshalText(text []byte) error {
	return produceWords().Unmarshal(text, (*uint8)(p))
}
