package script

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
)

// walker goes through a script's tree and knows at each place which names are its own.
type walker struct {
	code     string
	offset   int // of the code: what the interpreter counts, which is from 1
	scopes   []map[string]bool
	loops    []int
	problems []Problem
}

func (w *walker) at(i file.Idx) int { return clamp(int(i)-w.offset, len(w.code)) }

func (w *walker) refuse(at file.Idx, length int, help, format string, args ...any) {
	from := w.at(at)
	w.problems = append(w.problems, Problem{From: from, To: clamp(from+length, len(w.code)), Text: fmt.Sprintf(format, args...), Help: help})
}

func (w *walker) own(name string) bool {
	for _, s := range w.scopes {
		if s[name] {
			return true
		}
	}
	return false
}

// within visits with a scope of its own.
func (w *walker) within(names map[string]bool, visit func()) {
	w.scopes = append(w.scopes, names)
	visit()
	w.scopes = w.scopes[:len(w.scopes)-1]
}

// function visits a function: its parameters, and what its body declares with `var`, are names in all of it.
func (w *walker) function(params *ast.ParameterList, body ast.Node, vars []*ast.VariableDeclaration) {
	names := map[string]bool{}
	for _, p := range params.List {
		bound(p.Target, names)
	}
	bound(params.Rest, names)
	for _, v := range vars {
		for _, b := range v.List {
			bound(b.Target, names)
		}
	}
	w.within(names, func() {
		w.visit(params)
		w.visit(body)
	})
}

// bound adds the names that a target binds.
func bound(target ast.Expression, names map[string]bool) {
	switch t := target.(type) {
	case *ast.Identifier:
		names[t.Name.String()] = true
	case *ast.AssignExpression: // with a default
		bound(t.Left, names)
	case *ast.ArrayPattern:
		for _, e := range t.Elements {
			bound(e, names)
		}
		bound(t.Rest, names)
	case *ast.ObjectPattern:
		for _, p := range t.Properties {
			switch p := p.(type) {
			case *ast.PropertyShort:
				names[p.Name.Name.String()] = true
			case *ast.PropertyKeyed:
				bound(p.Value, names)
			}
		}
		bound(t.Rest, names)
	}
}

// declared returns the names that statements declare for the block around them.
func declared(list []ast.Statement) map[string]bool {
	names := map[string]bool{}
	for _, s := range list {
		switch s := s.(type) {
		case *ast.LexicalDeclaration:
			for _, b := range s.List {
				bound(b.Target, names)
			}
		case *ast.FunctionDeclaration:
			names[s.Function.Name.Name.String()] = true
		}
	}
	return names
}

func (w *walker) visit(node any) {
	switch n := node.(type) {
	case *ast.Identifier:
		w.name(n, "")
	case *ast.DotExpression:
		w.dot(n)
	case *ast.PropertyShort:
		w.name(&n.Name, "")
		w.visit(n.Initializer)
	case *ast.StringLiteral:
		w.property(n.Idx, n.Value.String())
	case *ast.TemplateElement:
		w.property(n.Idx, n.Parsed.String())
	case *ast.FunctionLiteral:
		if n.Async || n.Generator {
			w.refuse(n.Function, len("async"), "a script is done at once", "an async function or a generator in a script")
		}
		names := map[string]bool{}
		if n.Name != nil {
			names[n.Name.Name.String()] = true
		}
		w.within(names, func() { w.function(n.ParameterList, n.Body, n.DeclarationList) })
	case *ast.ArrowFunctionLiteral:
		if n.Async {
			w.refuse(n.Start, len("async"), "a script is done at once", "an async function or a generator in a script")
		}
		w.function(n.ParameterList, n.Body, n.DeclarationList)
	case *ast.ClassLiteral:
		w.refuse(n.Class, len("class"), "write functions", "a class in a script")
	case *ast.ThisExpression:
		w.refuse(n.Idx, len("this"), "give values by parameters", "`this` in a script")
	case *ast.MetaProperty:
		w.refuse(n.Idx, len("new"), "give values by parameters", "`new.target` in a script")
	case *ast.LabelledStatement:
		w.visit(n.Statement)
	case *ast.BranchStatement, *ast.RegExpLiteral, *ast.NumberLiteral:
	case *ast.AssignExpression:
		w.changed(n.Left)
		w.visit(n.Left)
		w.visit(n.Right)
	case *ast.UnaryExpression:
		if n.Operator == token.INCREMENT || n.Operator == token.DECREMENT || n.Operator == token.DELETE {
			w.changed(n.Operand)
		}
		w.visit(n.Operand)
	default:
		w.statement(node)
	}
}

// statement visits what has a scope of its own, and all else by its members.
func (w *walker) statement(node any) {
	switch n := node.(type) {
	case *ast.BlockStatement:
		w.within(declared(n.List), func() { w.members(n) })
	case *ast.SwitchStatement:
		names := map[string]bool{}
		for _, c := range n.Body {
			for name := range declared(c.Consequent) {
				names[name] = true
			}
		}
		w.within(names, func() { w.members(n) })
	case *ast.CatchStatement:
		names := map[string]bool{}
		bound(n.Parameter, names)
		w.within(names, func() { w.members(n) })
	case *ast.ForStatement:
		names := map[string]bool{}
		if init, ok := n.Initializer.(*ast.ForLoopInitializerLexicalDecl); ok {
			names = declared([]ast.Statement{&init.LexicalDeclaration})
		}
		w.loop(n.For, n.Body, names, n)
	case *ast.ForInStatement:
		w.loop(n.For, n.Body, into(n.Into), n)
	case *ast.ForOfStatement:
		w.loop(n.For, n.Body, into(n.Into), n)
	case *ast.WhileStatement:
		w.loop(n.While, n.Body, nil, n)
	case *ast.DoWhileStatement:
		w.loop(n.Do, n.Body, nil, n)
	default:
		w.members(node)
	}
}

func into(target ast.ForInto) map[string]bool {
	names := map[string]bool{}
	if d, ok := target.(*ast.ForDeclaration); ok {
		bound(d.Target, names)
	}
	return names
}

// loop notes where the turns of a loop are counted.
func (w *walker) loop(at file.Idx, body ast.Statement, names map[string]bool, loop any) {
	if block, ok := body.(*ast.BlockStatement); ok {
		w.loops = append(w.loops, w.at(block.LeftBrace)+1)
	} else {
		w.refuse(at, len("for"), "write its body as { ... }, where its turns are counted", "a loop without braces in a script")
	}
	w.within(names, func() { w.members(loop) })
}

// members visits everything inside a node.
func (w *walker) members(node any) {
	v := reflect.ValueOf(node)
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return
	}
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			w.member(v.Field(i))
		}
	}
}

func (w *walker) member(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			w.visit(v.Interface())
		}
	case reflect.Struct:
		w.visit(v.Addr().Interface())
	case reflect.Slice:
		for i := range v.Len() {
			w.member(v.Index(i))
		}
	}
}

// name is the use of a name, as it is or with a member behind it.
func (w *walker) name(id *ast.Identifier, member string) {
	name := id.Name.String()
	members, known := globals[name]
	switch {
	case int(id.Idx) < w.offset: // a parameter of the function around the script
	case strings.HasPrefix(name, "$"):
		w.refuse(id.Idx, len(name), "take another name", "`%s` in a script: names with a `$` in front are the tool's", name)
	case w.own(name):
	case !known:
		w.refuse(id.Idx, len(name), helpFor(name), "`%s` is nothing that a script may use", name)
	case members != nil && member == "":
		w.refuse(id.Idx, len(name), "name one of its functions", "`%s` alone in a script", name)
	case members != nil && !members[member]:
		w.refuse(id.Idx, len(name)+1+len(member), "the same inputs give the same result, and nothing outside is changed", "`%s.%s` is nothing that a script may use", name, member)
	}
}

func helpFor(name string) string {
	if why := reasons[name]; why != "" {
		return why
	}
	return "give it under `takes:`, or declare it here"
}

func (w *walker) dot(n *ast.DotExpression) {
	name := n.Identifier.Name.String()
	w.property(n.Identifier.Idx, name)
	if id, ok := n.Left.(*ast.Identifier); ok {
		w.name(id, name)
	} else {
		w.visit(n.Left)
	}
}

// property refuses names of properties that lead out of the script.
func (w *walker) property(at file.Idx, name string) {
	if properties[name] {
		w.refuse(at, len(name), "it leads out of the script", "`%s` in a script", name)
	}
}

// changed refuses to change what is not the script's own.
func (w *walker) changed(target ast.Expression) {
	at := target.Idx0()
	for {
		switch t := target.(type) {
		case *ast.DotExpression:
			target = t.Left
		case *ast.BracketExpression:
			target = t.Left
		case *ast.Identifier:
			if _, known := globals[t.Name.String()]; known && !w.own(t.Name.String()) {
				w.refuse(at, len(t.Name.String()), "keep it in a variable of the script", "a script changes `%s`", t.Name.String())
			}
			return
		default:
			return
		}
	}
}
