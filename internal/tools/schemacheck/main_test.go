package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const exampleSchema = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://example.org/visit.json",
  "type": "object",
  "properties": {"day": {"type": "string", "format": "date"}},
  "required": ["day"],
  "additionalProperties": false
}`

func TestRun(t *testing.T) {
	tests := []struct {
		name    string
		schema  string
		docs    []string
		want    int
		problem string
	}{
		{"valid", exampleSchema, []string{`{"day": "2026-02-28"}`}, 0, ""},
		{"one of two has no such day", exampleSchema, []string{`{"day": "2026-02-28"}`, `{"day": "2026-02-30"}`}, 1, "2026-02-30"},
		{"unknown field", exampleSchema, []string{`{"day": "2026-02-28", "hour": 3}`}, 1, "hour"},
		{"no JSON", exampleSchema, []string{`{`}, 1, "doc0.json"},
		{"schema that is none", `{"type": "thing"}`, []string{`{}`}, 2, "schema"},
		{"no documents", exampleSchema, nil, 2, "usage"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			args := []string{write(t, dir, "schema.json", tt.schema)}
			for i, d := range tt.docs {
				args = append(args, write(t, dir, "doc"+string(rune('0'+i))+".json", d))
			}
			var out, problems strings.Builder
			if got := run(args, &out, &problems); got != tt.want {
				t.Errorf("run(%v) = %d, want %d; %s", args, got, tt.want, problems.String())
			}
			if !strings.Contains(problems.String(), tt.problem) || (tt.problem == "") != (problems.Len() == 0) {
				t.Errorf("problems = %q, want %q in them", problems.String(), tt.problem)
			}
		})
	}
}

func TestRunMissingFile(t *testing.T) {
	schema := write(t, t.TempDir(), "schema.json", exampleSchema)
	var out, problems strings.Builder
	if got := run([]string{schema, "absent.json"}, &out, &problems); got != 1 {
		t.Errorf("run = %d, want 1", got)
	}
}

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
