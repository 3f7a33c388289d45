package golden

// SetUpdate sets the -update flag and returns what puts it back.
func SetUpdate(on bool) (restore func()) {
	was := *update
	*update = on
	return func() { *update = was }
}
