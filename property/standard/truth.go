package standard

// truth is the value of a condition: false beats unknown, and unknown beats true.
type truth uint8

const (
	yes truth = iota
	maybe
	no
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}
