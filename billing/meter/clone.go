package meter

import "slices"

// Clone returns a copy of the meter that shares nothing that can change.
func (m Meter) Clone() Meter {
	m.Devices = slices.Clone(m.Devices)
	for i := range m.Devices {
		m.Devices[i].Registers = slices.Clone(m.Devices[i].Registers)
	}
	if m.Opening != nil {
		opening := *m.Opening
		m.Opening = &opening
	}
	return m
}
