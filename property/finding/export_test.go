package finding

import "github.com/wuyekit/wuye/property/invalid"

// Translations are all texts of the package.
func Translations() []invalid.Translation { return texts() }
