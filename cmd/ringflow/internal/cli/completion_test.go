package cli

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"github.com/ringflow/ringflow/flow/golden"
)

// sampleGrammar has one of everything that can be completed, in words that a
// shell would take for its own.
type sampleGrammar struct {
	Look struct {
		Format string            `enum:"text,json" default:"text" placeholder:"text|json" help:"How: it's [one] of ${enum}."`
		Switch map[string]string `placeholder:"NAME=VALUE" help:"Several times."`
		Output string            `short:"o" placeholder:"DIR" help:"A folder."`
		Log    string            `placeholder:"FILE" help:"A file."`
		Deep   bool              `short:"d" help:"A flag without a value."`
		Secret string            `hidden:"" help:"Not for everybody."`
		Paths  []string          `arg:"" optional:"" name:"path" help:"Files."`
	} `cmd:"" help:"Look: at files\\ and 'more'."`
	Keys struct {
		Get struct {
			Key string `arg:"" help:"Any key."`
		} `cmd:"" help:"Get a key."`
		Turn struct {
			Way string `arg:"" enum:"left,right" help:"A way."`
		} `cmd:"" help:"Turn a key."`
	} `cmd:"" help:"Keys."`
	Old struct{} `cmd:"" hidden:"" help:"Nobody needs it."`
}

func sample(t *testing.T) []completion {
	t.Helper()
	k, err := kong.New(&sampleGrammar{}, kong.Name("ringflow"))
	if err != nil {
		t.Fatal(err)
	}
	return completions(k.Model)
}

// TestCompletionScripts holds the scripts to goldens, for shells that are not everywhere.
func TestCompletionScripts(t *testing.T) {
	for shell, script := range map[string]func([]completion) string{"zsh": zshScript, "fish": fishScript, "bash": bashScript} {
		golden.Check(t, filepath.Join("testdata", "completion", "sample."+shell), script(sample(t)))
	}
}

// bash completes lines by running the script.
type bash struct {
	*testing.T
	dir, script string
}

func newBash(t *testing.T, all []completion) *bash {
	b := &bash{T: t, dir: t.TempDir()}
	b.script = filepath.Join(t.TempDir(), "ringflow.bash")
	for name, text := range map[string]string{b.script: bashScript(all), b.dir + "/a b.flow.yaml": "", b.dir + "/c.test.yaml": ""} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(b.dir, "a dir"), 0o700); err != nil {
		t.Fatal(err)
	}
	return b
}

// askBash completes every line of stdin, whose words end with |.
const askBash = `source "$1"
while IFS='|' read -r -a line; do
  COMP_WORDS=(ringflow "${line[@]:0:${#line[@]}-1}"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _ringflow
  printf '%s/' "${COMPREPLY[@]}"; echo
done`

// complete returns what bash offers for the last word of each line, sorted, with
// slashes between. The words of a line have | between them.
func (b *bash) complete(lines ...string) []string {
	b.Helper()
	cmd := exec.Command("bash", "--norc", "-uc", askBash, "bash", b.script)
	var stderr bytes.Buffer
	cmd.Dir, cmd.Stderr = b.dir, &stderr
	cmd.Stdin = strings.NewReader(strings.Join(lines, "|.\n") + "|.\n")
	out, err := cmd.Output()
	if err != nil || stderr.Len() > 0 {
		b.Fatalf("bash: %v\n%s", err, stderr.String())
	}
	offered := strings.Split(strings.TrimRight(string(out), "\n"), "\n")
	for i, line := range offered {
		words := strings.FieldsFunc(line, func(r rune) bool { return r == '/' })
		slices.Sort(words)
		offered[i] = strings.Join(words, "/")
	}
	if len(offered) != len(lines) {
		b.Fatalf("%d answers to %d lines", len(offered), len(lines))
	}
	return offered
}

func TestBashCompletes(t *testing.T) {
	cases := []struct{ line, want string }{
		{"", "keys/look"}, // and not old, which is hidden
		{"l", "look"},
		{"x", ""},
		{"-", "--help/-h"},
		{"look|-", "--deep/--format/--help/--log/--output/--switch/-d/-h/-o"},
		{"look|--f", "--format"},
		{"look|--format|", "json/text"},
		{"look|--format|=", "json/text"}, // as bash splits --format=
		{"look|--format|=|j", "json"},
		{"look|--format=j", "--format=json"}, // when = splits no words
		{"look|--format|json|--de", "--deep"},
		{"look|--deep|--o", "--output"},
		{"look|", "a b.flow.yaml/a dir/c.test.yaml"},
		{"look|c", "c.test.yaml"},
		{"look|a b.flow.yaml|c", "c.test.yaml"},
		{"look|--log|", "a b.flow.yaml/a dir/c.test.yaml"},
		{"look|-o|", "a dir"},
		{"look|--output|=|a", "a dir"},
		{"look|--switch|", ""},
		{"look|--switch|look|--sw", "--switch"}, // a value that is also a command
		{"keys|", "get/turn"},
		{"keys|turn|", "left/right"},
		{"keys|turn|l", "left"},
		{"keys|get|", ""},
		{"keys|get|-", "--help/-h"},
	}
	var lines []string
	for _, tt := range cases {
		lines = append(lines, tt.line)
	}
	for i, got := range newBash(t, sample(t)).complete(lines...) {
		if got != cases[i].want {
			t.Errorf("%s: %q, want %q", lines[i], got, cases[i].want)
		}
	}
}

// TestBashKnowsTheGrammar asks for everything that the command line has.
func TestBashKnowsTheGrammar(t *testing.T) {
	all := completions(theGrammar())
	var lines, want []string
	ask := func(words []string, line ...string) {
		lines = append(lines, strings.Join(line, "|"))
		want = append(want, strings.Join(slices.Sorted(slices.Values(words)), "/"))
	}
	for _, c := range all {
		words := strings.Fields(c.path)
		var flags []string
		for _, o := range c.opts {
			flags = append(flags, o.bashNames()...)
			if o.takes.kind == someWords {
				ask(o.takes.words, append(slices.Clone(words), "--"+o.long, "")...)
			}
		}
		ask(flags, append(slices.Clone(words), "-")...)
		if len(c.subs) > 0 {
			ask(c.subs, append(slices.Clone(words), "")...)
		}
	}
	for i, got := range newBash(t, all).complete(lines...) {
		if got != want[i] {
			t.Errorf("%s: %s, want %s", lines[i], got, want[i])
		}
	}
	if len(all) < 15 {
		t.Errorf("the grammar has only %v", all)
	}
}

// theGrammar is the model of the real command line.
func theGrammar() *kong.Application {
	return newParser(&Env{Stdout: io.Discard, Stderr: io.Discard}, func(int) {}).Model
}

// TestOneKindOfArgument: the scripts know of the first argument alone.
func TestOneKindOfArgument(t *testing.T) {
	var walk func(n *kong.Node)
	walk = func(n *kong.Node) {
		if len(n.Positional) > 1 {
			t.Errorf("%s has %d arguments; argumentsOf knows of one", n.FullPath(), len(n.Positional))
		}
		for _, child := range n.Children {
			walk(child)
		}
	}
	walk(theGrammar().Node)
}
