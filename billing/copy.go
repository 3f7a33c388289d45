package billing

import "reflect"

// deepCopy returns a document that shares nothing that can change with the original, so
// that a run stays what it was when the caller goes on editing.
func deepCopy[T any](doc T) T {
	out, _ := reflect.TypeAssert[T](copyOf(reflect.ValueOf(&doc).Elem()))
	return out
}

func copyOf(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(copyOf(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(copyOf(v.Index(i)))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() { // values keep theirs to themselves and never change
				out.Field(i).Set(copyOf(v.Field(i)))
			}
		}
	default:
	}
	return out
}
