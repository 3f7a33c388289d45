package main

import (
	"fmt"
	"os"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// compile reads a schema file. Formats, such as dates, are checked too.
func compile(file string) (*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	s, err := c.Compile(file)
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", file, err)
	}
	return s, nil
}

// check validates one document, number by number as written.
func check(s *jsonschema.Schema, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	doc, err := jsonschema.UnmarshalJSON(f)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = s.Validate(doc)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}
