package cli

import (
	"fmt"
	"go/ast"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// here is the folder of this package, from the root.
const here = "cmd/ringflow/internal/cli"

// contract is what one or more commands print as JSON: structs of one package,
// the outermost first. A type inside another is TYPE.FIELD.
type contract struct {
	part     string // of docs/cli.md, behind "json of"
	commands []string
	dir      string
	types    []string
}

// contracts lists all but the trace of run, which has a schema.
func contracts() []contract {
	return []contract{
		{"check", []string{"check"}, "flow/diag", []string{"Record", "OtherRecord", "FixRecord", "Place"}},
		{"test", []string{"test"}, here, []string{"caseRecord"}},
		{"emulator", []string{"emulator"}, here, []string{"emulatorFacts"}},
		{"plan", []string{"plan"}, "controlplane/deploy", []string{"Plan", "Step"}},
		{"serve", []string{"serve"}, here, []string{"serveFacts"}},
		{"orders", []string{"orders put", "orders get", "orders close"}, "controlplane/api", []string{"Order"}},
		{"orders list", []string{"orders list"}, "controlplane/api", []string{"ordersOutput.Body"}},
		{"calls list", []string{"calls list"}, "controlplane/api", []string{"callsOutput.Body", "Call", "Facts", "Leg"}},
		{"kv", []string{"kv list", "kv get"}, here, []string{"item"}},
		{"version", []string{"version"}, here, []string{"buildFacts"}},
	}
}

// TestContractsInDocuments: the page has every field, with what its comment or
// its doc tag says.
func TestContractsInDocuments(t *testing.T) {
	for _, c := range contracts() {
		structs := structsOf(t, c.dir)
		var out strings.Builder
		for i, name := range c.types {
			if i > 0 {
				fmt.Fprintf(&out, "\n%s:\n\n", spoken(name))
			}
			out.WriteString(table([]string{"field", "type", "means"}, fieldRows(t, name, structs)))
		}
		written(t, "cli.md", "json of "+c.part, out.String())
	}
}

// TestEveryJSONIsDocumented: a command that can print JSON has a contract.
func TestEveryJSONIsDocumented(t *testing.T) {
	documented := map[string]bool{"run": true}
	for _, c := range contracts() {
		for _, command := range c.commands {
			documented[command] = true
		}
	}
	for _, leaf := range theGrammar().Leaves(true) {
		prints := slices.ContainsFunc(leaf.Flags, func(f *kong.Flag) bool {
			return f.Name == "json" || f.Name == "format" && f.EnumMap()["json"]
		})
		if prints != documented[leaf.Path()] {
			t.Errorf("%s prints JSON: %v, documented: %v", leaf.Path(), prints, documented[leaf.Path()])
		}
	}
}

// structsOf finds the structs of a package by name, and those inside them.
func structsOf(t *testing.T, dir string) map[string]*ast.StructType {
	t.Helper()
	out := map[string]*ast.StructType{}
	for _, f := range theGoFiles(t) {
		if f.dir != dir {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok {
				if s, ok := spec.Type.(*ast.StructType); ok {
					out[spec.Name.Name] = s
					for _, field := range s.Fields.List {
						if inner, ok := field.Type.(*ast.StructType); ok && len(field.Names) == 1 {
							out[spec.Name.Name+"."+field.Names[0].Name] = inner
						}
					}
				}
			}
			return true
		})
	}
	return out
}

// fieldRows are the fields of one struct.
func fieldRows(t *testing.T, name string, structs map[string]*ast.StructType) (rows [][]string) {
	t.Helper()
	s := structs[name]
	if s == nil {
		t.Fatalf("there is no struct %s", name)
	}
	for _, f := range s.Fields.List {
		if f.Tag == nil {
			t.Fatalf("%s has a field without a tag", name)
		}
		raw, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			t.Fatal(err)
		}
		tag := reflect.StructTag(raw)
		field, options, _ := strings.Cut(tag.Get("json"), ",")
		means := tag.Get("doc")
		if means == "" {
			means = strings.TrimSpace(f.Comment.Text())
		}
		if enum := tag.Get("enum"); enum != "" {
			means = strings.TrimPrefix(means+"; ", "; ") + "one of " + strings.ReplaceAll(enum, ",", ", ")
		}
		if strings.Contains(options, "omitempty") {
			means += "; may be missing"
		}
		if means = strings.TrimPrefix(means, "; "); means == "" {
			t.Errorf("field %s of %s has no comment", field, name)
		}
		rows = append(rows, []string{"`" + field + "`", jsonType(f.Type, structs), means})
	}
	return rows
}

// jsonType is a type in words.
func jsonType(e ast.Expr, structs map[string]*ast.StructType) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return jsonType(e.X, structs)
	case *ast.ArrayType:
		return "list of " + jsonType(e.Elt, structs)
	case *ast.MapType:
		return "object of " + jsonType(e.Value, structs)
	case *ast.SelectorExpr:
		return "time"
	case *ast.Ident:
		switch {
		case structs[e.Name] != nil:
			return spoken(e.Name)
		case e.Name == "bool":
			return "true or false"
		case strings.HasPrefix(e.Name, "int"), e.Name == "float64":
			return "number"
		}
	}
	return "text" // also the named ones, such as Code
}

// spoken is a type's name as the page says it: OtherRecord is "other record".
func spoken(name string) string {
	var out strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
	}
	return strings.ToLower(out.String())
}
