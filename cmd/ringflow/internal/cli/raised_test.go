package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// root is the folder of the whole source tree.
const root = "../../../.."

// goFile is one file of the tree that is not a test.
type goFile struct {
	dir  string // its folder, from the root
	tree *ast.File
}

// goFiles parses the tree once for all tests.
var goFiles = sync.OnceValues(func() (out []goFile, err error) {
	err = fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "node_modules" || d.Name() == "testdata"):
			return fs.SkipDir
		case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		out = append(out, goFile{filepath.Dir(name), tree})
		return err
	})
	return out, err
})

func theGoFiles(t *testing.T) []goFile {
	t.Helper()
	files, err := goFiles()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	someCode = regexp.MustCompile(`\bRF[0-9]{4}\b`)
	oneCode  = regexp.MustCompile(`^"RF[0-9]{4}"$`)
)

// codeUse notes what files do with codes.
type codeUse struct {
	declared map[string][]string // by code: the constants, as DIR.NAME
	used     map[string]bool     // names of constants, as DIR.NAME, and PACKAGE.NAME from elsewhere
	loose    []string            // codes in texts, as DIR: CODE
}

// tables are the functions that a code is explained in, which is no use of it.
var tables = []string{"Kinds", "ErrorKinds", "ownKinds", "cageKinds"}

// read notes what is in one file.
func (u *codeUse) read(f goFile) {
	ast.Inspect(f.tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			return n.Tag == nil // a tag is documentation
		case *ast.FuncDecl:
			return n.Recv != nil || !slices.Contains(tables, n.Name.Name)
		case *ast.GenDecl:
			if n.Tok == token.CONST {
				u.constants(f, n)
				return false
			}
		case *ast.SelectorExpr:
			if pkg, ok := n.X.(*ast.Ident); ok {
				u.used[pkg.Name+"."+n.Sel.Name] = true
			}
		case *ast.Ident:
			u.used[f.dir+"."+n.Name] = true
		case *ast.BasicLit:
			for _, code := range someCode.FindAllString(n.Value, -1) {
				u.loose = append(u.loose, f.dir+": "+code)
			}
		}
		return true
	})
}

func (u *codeUse) constants(f goFile, d *ast.GenDecl) {
	for _, spec := range d.Specs {
		spec := spec.(*ast.ValueSpec)
		for i, v := range spec.Values {
			if lit, ok := v.(*ast.BasicLit); ok && oneCode.MatchString(lit.Value) {
				code := strings.Trim(lit.Value, `"`)
				u.declared[code] = append(u.declared[code], f.dir+"."+spec.Names[i].Name)
			}
		}
	}
}

// raised reports whether a constant, DIR.NAME, is used outside the tables.
func (u *codeUse) raised(constant string) bool {
	return u.used[constant] || u.used[filepath.Base(constant)]
}

// explained is the set of all codes.
func explained() map[string]bool {
	out := map[string]bool{}
	for _, k := range allKinds() {
		out[k.Code] = true
	}
	return out
}

// TestErrorKindsAreRaised holds code and tables to each other: what is raised is
// explained, what is explained is raised, and a code is written down once.
func TestErrorKindsAreRaised(t *testing.T) {
	u := codeUse{declared: map[string][]string{}, used: map[string]bool{}}
	for _, f := range theGoFiles(t) {
		u.read(f)
	}
	for _, loose := range u.loose {
		t.Errorf("%s stands in a text; use the constant", loose)
	}
	for code, constants := range u.declared {
		switch {
		case len(constants) > 1:
			t.Errorf("%s is declared by %s", code, constants)
		case !explained()[code]:
			t.Errorf("%s is declared by %s and is in no table", code, constants)
		case !u.raised(constants[0]):
			t.Errorf("nothing raises %s (%s)", code, constants[0])
		}
	}
	for code := range explained() {
		if u.declared[code] == nil {
			t.Errorf("%s is explained and declared nowhere", code)
		}
	}
}

// TestMentionedCodesExist reads comments and documents.
func TestMentionedCodesExist(t *testing.T) {
	known := explained()
	check := func(where, text string) {
		for _, code := range someCode.FindAllString(text, -1) {
			if !known[code] {
				t.Errorf("%s mentions %s, which does not exist", where, code)
			}
		}
	}
	for _, f := range theGoFiles(t) {
		for _, c := range f.tree.Comments {
			check(f.dir, c.Text())
		}
	}
	for _, k := range allKinds() {
		check(k.Code, k.text())
	}
	for _, pattern := range []string{"*.md", "docs/*.md", "flow/*.md", "examples/*/*.md"} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			check(file, string(text))
		}
	}
}
