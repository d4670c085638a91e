package format_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/reference"
	"github.com/ringflow/ringflow/flow/source"
)

// good are all files of examples and all flows of the documents that are right.
func good(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, _ := filepath.Glob("../../examples/*/*.yaml")
	for _, file := range files {
		out[file] = read(t, file)
	}
	for _, code := range diag.Codes() {
		page, _ := diag.Page(code)
		if blocks := strings.Split(page, "```yaml\n"); len(blocks) == 3 {
			flow, _, _ := strings.Cut(blocks[2], "```")
			out[string(code)+".flow.yaml"] = flow
		}
	}
	for i, block := range strings.Split(reference.Page(), "```yaml\n")[1:] {
		if flow, _, _ := strings.Cut(block, "```"); strings.HasPrefix(flow, "ringflow: 1") {
			out["LANGUAGE-"+strconv.Itoa(i)+".flow.yaml"] = flow
		}
	}
	if len(out) < 60 {
		t.Fatalf("only %d files", len(out))
	}
	return out
}

// scalarsOf are the scalars of a file that stand on their lines.
func scalarsOf(root *source.Node) []*source.Node {
	var out []*source.Node
	var walk func(*source.Node)
	walk = func(n *source.Node) {
		if n.Kind == source.Scalar && n.Style != source.Literal && n.Style != source.Folded {
			out = append(out, n)
		}
		for _, item := range n.Items {
			walk(item)
		}
		for _, e := range n.Entries {
			walk(e.Key)
			walk(e.Value)
		}
	}
	walk(root)
	return out
}

func tree(t *testing.T, name, text string) (*source.Node, bool) {
	t.Helper()
	root, accidents := source.Parse(source.NewFile(name, text))
	return root, root != nil && len(accidents) == 0
}

// requoted writes every scalar of a text by write, where YAML allows it: where
// the text stays the same. Many are tried at once.
func requoted(t *testing.T, name, text string, write func(string) string) (out string, changed int) {
	t.Helper()
	root, _ := tree(t, name, text)
	want := plainTree(root)
	out = text
	var accepted []*source.Node
	var try func([]*source.Node)
	try = func(more []*source.Node) {
		if len(more) == 0 {
			return
		}
		all := append(slices.Clone(accepted), more...)
		slices.SortFunc(all, func(a, b *source.Node) int { return b.Span.Start - a.Span.Start })
		next := text
		for _, n := range all {
			next = next[:n.Span.Start] + write(n.Text.Value) + next[n.Span.End:]
		}
		if again, ok := tree(t, name, next); ok && cmp.Equal(want, plainTree(again)) {
			accepted, out = all, next
		} else if len(more) > 1 {
			try(more[:len(more)/2])
			try(more[len(more)/2:])
		}
	}
	try(slices.DeleteFunc(scalarsOf(root), func(n *source.Node) bool {
		now := write(n.Text.Value)
		return now == "" || now == n.Span.Text() // nothing is not an empty text
	}))
	return out, len(accepted)
}

func single(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// TestQuotesSayNothing strips the quotes of every scalar of every good file, and
// adds both kinds: the program is the same, and so is the canonical form, which
// does not depend on quotes where the language knows the field.
func TestQuotesSayNothing(t *testing.T) {
	for _, way := range []struct {
		name  string
		write func(string) string
		least int
	}{
		{"stripped", func(s string) string { return s }, 100},
		{"single quotes", single, 5000},
		{"double quotes", quoted, 5000},
	} {
		changed := 0
		for name, text := range good(t) {
			out, n := requoted(t, name, text, way.write)
			changed += n
			if !strings.HasSuffix(name, ".flow.yaml") {
				continue // the tree of a test or a project is all that its reader sees
			}
			others := promptsOf(t, name)
			sameProgram(t, text, out, others)
			before, _ := formatted(t, name, text)
			if after, _ := formatted(t, name, out); before != after {
				t.Errorf("%s: %s change the canonical form:\n%s", name, way.name, cmp.Diff(before, after))
			}
		}
		if changed < way.least {
			t.Errorf("%s: only %d scalars were written otherwise", way.name, changed)
		}
		t.Logf("%s: %d scalars", way.name, changed)
	}
}

// The kinds of plain scalars in YAML 1.1 as PyYAML reads them, and in the core
// schema of YAML 1.2.
var (
	boolean11 = regexp.MustCompile(`^(yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$`)
	null11    = regexp.MustCompile(`^(~|null|Null|NULL|)$`)
	int11     = regexp.MustCompile(`^[-+]?(0b[0-1_]+|0[0-7_]+|(0|[1-9][0-9_]*)|0x[0-9a-fA-F_]+|[1-9][0-9_]*(:[0-5]?[0-9])+)$`)
	float11   = regexp.MustCompile(`^([-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?|\.[0-9][0-9_]*([eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$`)
	date11    = regexp.MustCompile(`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?$`)
	boolean12 = regexp.MustCompile(`^(true|True|TRUE|false|False|FALSE)$`)
	int12     = regexp.MustCompile(`^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$`)
	float12   = regexp.MustCompile(`^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$`)
)

// readBack is what two readers that type scalars make of a plain one, written as
// text again; "?" stands for anything that needs more than a glance.
func readBack(s string) (by11, by12 string) {
	number := func(isInt, isFloat bool) string {
		f, err := strconv.ParseFloat(s, 64)
		switch {
		case err != nil || !isInt && !isFloat, isInt && len(s) > 15:
			return "?"
		case strings.HasPrefix(strings.TrimLeft(s, "-+"), "0") && isInt && s != "0":
			return "?" // an octal number for one of them
		}
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	by11, by12 = s, s
	switch {
	case boolean11.MatchString(s):
		by11 = map[bool]string{true: "true", false: "false"}[slices.Contains([]string{"yes", "true", "on"}, strings.ToLower(s))]
	case null11.MatchString(s):
		by11 = "null"
	case int11.MatchString(s), float11.MatchString(s):
		by11 = number(int11.MatchString(s), float11.MatchString(s))
	case date11.MatchString(s), s == "=", s == "<<":
		by11 = "?"
	}
	switch {
	case boolean12.MatchString(s):
		by12 = strings.ToLower(s)
	case null11.MatchString(s):
		by12 = "null"
	case int12.MatchString(s), float12.MatchString(s):
		by12 = number(int12.MatchString(s), float12.MatchString(s))
	}
	return by11, by12
}

// agree reports whether two texts are the same to the language: a flag is spelled
// in two ways.
func agree(a, b string) bool {
	flag := strings.NewReplacer("yes", "true", "no", "false")
	return a == b || (a == "yes" || a == "no") && flag.Replace(a) == b
}

// TestOtherReadersAgree: readers that give plain scalars a kind, by YAML 1.1
// (PyYAML) or 1.2, find the same texts as we do in the canonical form of every
// good file. One key is known to be read as a truth value, and is the only one of
// its kind in its mapping: `on`.
func TestOtherReadersAgree(t *testing.T) {
	for name, text := range good(t) {
		out, ok := formatted(t, name, text)
		root, _ := tree(t, name, out)
		if !ok || root == nil {
			t.Fatal(name)
		}
		keys := map[*source.Node]bool{}
		var walk func(*source.Node)
		walk = func(n *source.Node) {
			truths := 0
			for _, e := range n.Entries {
				keys[e.Key] = true
				if e.Key.Style == source.Plain && boolean11.MatchString(e.Key.Text.Value) {
					truths++
				}
				walk(e.Value)
			}
			if truths > 1 {
				t.Errorf("%s:%d: %d keys are truth values to a reader of YAML 1.1, which keeps one of them", name, n.Span.From().Line, truths)
			}
			for _, item := range n.Items {
				walk(item)
			}
		}
		walk(root)
		for _, n := range scalarsOf(root) {
			s := n.Text.Value
			if n.Style != source.Plain || keys[n] && s == "on" {
				continue
			}
			if by11, by12 := readBack(s); !agree(s, by11) || !agree(s, by12) {
				t.Errorf("%s:%d: %q is %q to a reader of YAML 1.1 and %q to one of 1.2", name, n.Span.From().Line, s, by11, by12)
			}
		}
	}
}

// TestMisreadScalarsAreQuoted: what other readers would change gets quotes, in
// fields of every kind and where the language does not know the field.
func TestMisreadScalarsAreQuoted(t *testing.T) {
	for _, s := range []string{"007", "010", "+1999", "12:30", "1_000", "0x1F", "0o17", "1.50", ".5", "1.", "-0", "1e3", "2026-01-31", "190:20:30.5", "~", "Yes", "OFF", "True", "Null", "NO", ".inf", ".NaN", "=", "1234567890123456789"} {
		for name, form := range map[string]string{"a.flow.yaml": "ringflow: 1\nmain:\n  - gather: ask\n    digits: %\n    hint: {after: %, play: %}\n  - if: %\n    then: {note: {a: %}}\n", "a.test.yaml": "given: {clock: %}\nother: [%]\n"} {
			out, ok := formatted(t, name, strings.ReplaceAll(form, "%", s))
			if !ok {
				t.Errorf("%s: %q cannot be read:\n%s", name, s, out)
				continue
			}
			if bare := strings.Count(out, s) - strings.Count(out, `"`+s+`"`); bare > 0 {
				t.Errorf("%s: %q stands without quotes:\n%s", name, s, out)
			}
		}
	}
}

// plainTree is a tree as a reader without kinds gives it: texts, lists and mappings.
func plainTree(n *source.Node) any {
	switch n.Kind {
	case source.List:
		out := []any{}
		for _, item := range n.Items {
			out = append(out, plainTree(item))
		}
		return out
	case source.Map:
		out := map[string]any{}
		for _, e := range n.Entries {
			out[e.Key.Text.Value] = plainTree(e.Value)
		}
		return out
	}
	return n.Text.Value
}
