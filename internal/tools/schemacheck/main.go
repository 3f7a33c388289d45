// Command schemacheck validates JSON documents against a JSON Schema of this
// repository, with a validator that shares no code with it:
//
//	schemacheck SCHEMA FILE...
//
// It prints every problem and exits with 1 if there is one, with 2 if it was called
// wrongly or the schema cannot be used. Its test does the same for the documents
// the repository ships.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, problems io.Writer) int {
	if len(args) < 2 {
		fmt.Fprintln(problems, "usage: schemacheck SCHEMA FILE...")
		return 2
	}
	schema, err := compile(args[0])
	if err != nil {
		fmt.Fprintln(problems, err)
		return 2
	}
	bad := 0
	for _, file := range args[1:] {
		if err := check(schema, file); err != nil {
			fmt.Fprintln(problems, err)
			bad++
		}
	}
	fmt.Fprintf(out, "%d of %d documents are valid\n", len(args)-1-bad, len(args)-1)
	if bad > 0 {
		return 1
	}
	return 0
}
