package standardtest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// limit moves a value by one step in both directions. A parameter is moved where it has a value, once for a clause.
func (m *mutation) limit(what string, at *string) {
	if name, isParam := strings.CutPrefix(*at, "$"); isParam {
		m.param(name)
		return
	}
	for _, v := range steps(*at) {
		if v != "" {
			to(m, what+" "+v+" instead of "+*at, at, v)
		}
	}
}

// moment moves a value that is a day or an instant, which limit moves only where a length does already.
func (m *mutation) moment(what string, at *string) {
	if strings.HasPrefix(*at, "@") && !strings.ContainsAny(*at, "+-") {
		to(m, what+" a day later", at, *at+"+P1D")
		to(m, what+" a day earlier", at, *at+"-P1D")
		return
	}
	m.limit(what, at)
}

// param moves the values of a parameter, in the standard and in the proofs.
func (m *mutation) param(name string) {
	if m.moved[name] {
		return
	}
	m.moved[name] = true
	var values []*string
	for i := range m.params {
		if m.params[i].Name == name {
			values = append(values, &m.params[i].Value)
		}
	}
	for i := range m.changed.Proofs {
		for j := range m.changed.Proofs[i].Params {
			if p := &m.changed.Proofs[i].Params[j]; p.Name == name {
				values = append(values, &p.Value)
			}
		}
	}
	most := 0
	for _, v := range values {
		most = max(most, len(steps(*v)))
	}
	for k := range most {
		i := slices.IndexFunc(values, func(v *string) bool { return step(*v, k) != "" })
		if i < 0 {
			continue
		}
		m.try("$"+name+" "+step(*values[i], k)+" instead of "+*values[i], func() {
			for _, v := range values {
				if next := step(*v, k); next != "" {
					*v = next
				}
			}
		})
	}
}

// step returns one of the steps of a value, "" if it has no such.
func step(v string, k int) string {
	if all := steps(v); k < len(all) {
		return all[k]
	}
	return ""
}

// steps returns the values one step beside a value: a field that is moved by a length, windows, a length, a number, a percentage, a date, a time
// of day. A word has none, and "" stands for one that cannot be taken.
func steps(v string) []string {
	switch {
	case v == "":
		return nil
	case v[0] == '@':
		return fieldSteps(v)
	case strings.Contains(v, "/"):
		return windowSteps(v)
	case strings.Contains(v, ":"):
		return clockSteps(v)
	case v[0] == 'P' || strings.HasSuffix(v, "wd"):
		return lengthSteps(v)
	}
	if d, err := civil.Parse(v); err == nil {
		return []string{(d + 1).String(), (d - 1).String()}
	}
	return numberSteps(v)
}

// fieldSteps changes the length by which a field is moved.
func fieldSteps(v string) []string {
	i := strings.LastIndexAny(v, "+-")
	if i < 0 {
		return nil
	}
	var out []string
	for _, l := range lengthSteps(v[i+1:]) {
		if l == "P0D" {
			l = v[:i]
		} else {
			l = v[:i+1] + l
		}
		out = append(out, l)
	}
	return out
}

// lengthSteps makes a length longer and shorter by one of its last unit. No length at all becomes a day.
func lengthSteps(v string) []string {
	if v == "PT0S" || v == "P0D" {
		return []string{"P1D"}
	}
	parts := regexp.MustCompile(`^(.*?)(\d+)(\D+)$`).FindStringSubmatch(v)
	if parts == nil {
		return nil
	}
	n, err := strconv.Atoi(parts[2])
	if err != nil {
		return nil
	}
	longer, shorter := parts[1]+strconv.Itoa(n+1)+parts[3], parts[1]+strconv.Itoa(n-1)+parts[3]
	if n == 1 && !strings.ContainsAny(parts[1], "0123456789") {
		shorter = "P0D"
	}
	return []string{longer, shorter}
}

// numberSteps makes a number or a percentage larger and smaller by one of its last decimal place.
func numberSteps(v string) []string {
	text, isPercent := strings.CutSuffix(v, "%")
	d, err := invalid.ParseDecimal(text)
	if err != nil {
		return nil
	}
	_, decimals, _ := strings.Cut(text, ".")
	places := int32(len(decimals)) //nolint:gosec // as long as a number
	unit := ""
	if isPercent {
		unit = "%"
	}
	one := decimal.New(1, -places)
	return []string{d.Add(one).StringFixed(places) + unit, d.Sub(one).StringFixed(places) + unit}
}

// windowSteps moves each end of each window by a minute.
func windowSteps(v string) []string {
	var out []string
	windows := strings.Split(v, ",")
	for i, w := range windows {
		open, end, _ := strings.Cut(w, "/")
		for _, t := range clockSteps(open) {
			out = append(out, replaced(windows, i, t, end))
		}
		for _, t := range clockSteps(end) {
			out = append(out, replaced(windows, i, open, t))
		}
	}
	return out
}

// replaced returns windows with another in the place of one, "" if it lacks an end.
func replaced(windows []string, i int, open, end string) string {
	if open == "" || end == "" {
		return ""
	}
	out := slices.Clone(windows)
	out[i] = open + "/" + end
	return strings.Join(out, ",")
}

// clockSteps moves a time of day by a minute; at either end of the day there is only one step.
func clockSteps(v string) []string {
	t, err := civil.ParseTimeOfDay(v)
	if err != nil {
		return nil
	}
	out := make([]string, 2)
	for i, minute := range []int{t.Minute() + 1, t.Minute() - 1} {
		if minute >= 0 && minute <= civil.DayMinutes {
			out[i] = civil.TimeOfMinute(minute).String()
		}
	}
	return out
}

// dayOfYearSteps moves a day of the year, "11-15", by a day.
func dayOfYearSteps(v string) []string {
	const leap = "2024-"
	d, err := civil.Parse(leap + v)
	if err != nil {
		return nil
	}
	return []string{(d + 1).String()[len(leap):], (d - 1).String()[len(leap):]}
}
