package cli

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
)

// TestTemplates: every template makes a project that is checked, formatted and
// tested without a word; help tells of each, and no folder is left out.
func TestTemplates(t *testing.T) {
	i := slices.IndexFunc(theGrammar().Children, func(n *kong.Node) bool { return n.Name == "new" })
	node := theGrammar().Children[i]
	var names []string
	for _, f := range node.Flags {
		if f.Name == "template" {
			names = f.EnumSlice()
		}
	}
	folders, err := fs.ReadDir(templates, "templates")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range folders {
		if !slices.Contains(names, d.Name()) {
			t.Errorf("--template does not take %s", d.Name())
		}
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(node.Detail, "\n  "+name+" ") {
				t.Errorf("help does not tell of it")
			}
			dir := t.TempDir()
			for _, args := range [][]string{{"new", ".", "--template", name}, {"check"}, {"fmt", "--check"}, {"test"}} {
				var out, errs bytes.Buffer
				env := &Env{Context: t.Context(), Args: args, Dir: dir, Stdout: &out, Stderr: &errs, Stdin: strings.NewReader(""), Getenv: func(string) string { return "" }, Now: time.Now}
				if code := Main(env); code != 0 {
					t.Fatalf("%v: exit code %d\n%s%s", args, code, out.String(), errs.String())
				}
				if strings.Contains(out.String(), "advice") {
					t.Errorf("%v: %s", args, out.String())
				}
			}
		})
	}
}
