package main

import (
	"encoding/json"
	"io"

	"github.com/wuyekit/wuye/examples/internal/cli"
)

// header is that of rules.csv; see the comment of the program.
const header = "id,kind,shape,package,profile,state,home,proof,en,zh,note_en,note_zh"

// writeFile writes the file of -out and returns its path.
func writeFile(dir string, chosen []row) (string, error) {
	if dir == "" {
		return "", nil
	}
	rows := make([][]string, len(chosen))
	for i, r := range chosen {
		rows[i] = []string{
			r.ID, string(r.Kind), r.Shape, r.Package, r.Profile, string(r.State), refs(r.Home), refs(r.Proof),
			cli.Safe(r.EN), cli.Safe(r.ZH), cli.Safe(r.NoteEN), cli.Safe(r.NoteZH),
		}
	}
	return cli.WriteTable(dir, "rules.csv", header, rows)
}

// writeJSON writes the rules as an array.
func writeJSON(out io.Writer, chosen []row) error {
	if chosen == nil {
		chosen = []row{}
	}
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(chosen)
}
