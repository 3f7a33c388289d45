package explain

import "github.com/wuyekit/wuye/property/invalid"

// Keys returns every keyed text of the package.
func Keys() []invalid.Keyed {
	var out []invalid.Keyed
	for _, t := range texts() {
		out = append(out, t.Text)
	}
	return out
}
