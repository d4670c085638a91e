package facts

import (
	"embed"
	"strings"
)

//go:embed data/*.tsv
var data embed.FS

// rows returns the lines of a table as columns, without its first line. A table
// is part of the binary, so a missing one is a fault of the build.
func rows(name string) [][]string {
	text, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	out := make([][]string, 0, len(lines))
	for _, line := range lines[1:] {
		out = append(out, strings.Split(line, "\t"))
	}
	return out
}
