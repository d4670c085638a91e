package ir_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// outcomeWords finds the outcomes in the comment of an effect: "Outcomes: done, failed."
var outcomeWords = regexp.MustCompile(`(?s)Outcomes?: (.*?)\.(?:\s|$)`)

// word is one outcome in such a sentence; what is said about it is passed over.
var word = regexp.MustCompile(`^[a-z_]+$`)

// TestEveryEffectIsInTheDocument holds docs/ir.md to the effects: each has a
// section, which names all of its outcomes.
func TestEveryEffectIsInTheDocument(t *testing.T) {
	raw, err := os.ReadFile("../../docs/ir.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	for _, part := range strings.Split(string(raw), "\n## ")[1:] {
		heading, text, _ := strings.Cut(part, "\n")
		for _, name := range strings.Split(heading, ", ") {
			sections[name] = text
		}
	}
	effects := effectsOf(t)
	if len(effects) < 13 {
		t.Fatalf("%d effects were found", len(effects))
	}
	for name, outcomes := range effects {
		text, ok := sections[strings.ToLower(name)]
		if !ok {
			t.Errorf("docs/ir.md has no section `## %s`", strings.ToLower(name))
			continue
		}
		for _, o := range outcomes {
			if !strings.Contains(text, "**"+o+"**") {
				t.Errorf("the section of %s in docs/ir.md does not say when it comes out as **%s**", strings.ToLower(name), o)
			}
		}
	}
}

// effectsOf reads the types of the package that are effects, with the outcomes of their comments.
func effectsOf(t *testing.T) map[string][]string {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	var files []*ast.File
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	comments, effects := map[string]string{}, map[string][]string{}
	for _, file := range files {
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE && g.Doc != nil {
				comments[g.Specs[0].(*ast.TypeSpec).Name.Name] = g.Doc.Text()
			}
		}
	}
	for _, file := range files {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || f.Name.Name != "effect" || len(f.Type.Params.List) > 0 {
				continue
			}
			x := f.Recv.List[0].Type
			if star, ok := x.(*ast.StarExpr); ok {
				x = star.X
			}
			name := x.(*ast.Ident).Name
			effects[name] = nil
			if m := outcomeWords.FindStringSubmatch(comments[name]); m != nil {
				for _, o := range strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == ':' || r == ';' }) {
					if o = strings.TrimSpace(o); word.MatchString(o) {
						effects[name] = append(effects[name], o)
					}
				}
			}
		}
	}
	return effects
}
