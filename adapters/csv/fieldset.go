package csv

import (
	"encoding"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

func codeField(name string, at func(*draft) *string) field {
	return field{name: name, width: foldCodes, set: func(d *draft, s string) error {
		*at(d) = s
		return nil
	}}
}

func nameField(name string, at func(*draft) *string) field {
	f := codeField(name, at)
	f.width = foldNone
	return f
}

func codesField(name string, at func(*draft) *[]string) field {
	return field{name: name, width: foldCodes, setList: func(d *draft, list []string) error {
		*at(d) = list
		return nil
	}}
}

func namesField(name string, at func(*draft) *[]string) field {
	f := codesField(name, at)
	f.width = foldNone
	return f
}

func dateField(name string, at func(*draft) *civil.Date) field {
	return field{name: name, width: foldAll, setDate: func(d *draft, on civil.Date) { *at(d) = on }}
}

func wordField(name string, at func(*draft) encoding.TextUnmarshaler) field {
	return field{name: name, width: foldAll, set: func(d *draft, s string) error {
		return at(d).UnmarshalText([]byte(s))
	}}
}

func areaField(name string, at func(*draft) *measure.Area) field {
	return field{name: name, width: foldAll, number: true, set: func(d *draft, s string) (err error) {
		*at(d), err = measure.ParseArea(s)
		return err
	}}
}

func countField(name string, at func(*draft) *int) field {
	return field{name: name, width: foldAll, number: true, set: func(d *draft, s string) (err error) {
		*at(d), err = parseCount(s)
		return err
	}}
}

func sharesField(name string, at func(*draft) *[]property.Share) field {
	return field{name: name, width: foldAll, setList: func(d *draft, list []string) error {
		for _, s := range list {
			share, err := property.ParseShare(s)
			if err != nil {
				return err
			}
			*at(d) = append(*at(d), share)
		}
		return nil
	}}
}

func setFloor(d *draft, s string) (err error) {
	d.unit.Floor, err = parseFloor(s)
	return err
}

func setDeveloper(d *draft, s string) (err error) {
	d.party.Developer, err = parseYes(s)
	return err
}

// setHolders reads "A" or "A:1/2"; a code with a colon in it needs its share behind.
func setHolders(d *draft, list []string) error {
	for _, s := range list {
		h := property.Holder{Party: s}
		s = strings.ReplaceAll(s, "：", ":")
		if i := strings.LastIndexByte(s, ':'); i >= 0 {
			share, err := property.ParseShare(strings.TrimSpace(fold(s[i+1:])))
			if err != nil {
				return err
			}
			h = property.Holder{Party: strings.TrimSpace(s[:i]), Share: share}
		}
		d.tenancy.Holders = append(d.tenancy.Holders, h)
	}
	return nil
}
