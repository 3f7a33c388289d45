package standard

import "github.com/wuyekit/wuye/property/invalid"

// Texts are all that [Messages] registers.
func Texts() []invalid.Translation { return texts() }
