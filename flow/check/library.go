package check

import (
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// libraries advises on libraries of which nothing is used.
func libraries(c *checker) {
	for _, u := range c.Flow.Uses {
		if !u.Used && !u.Lost && !c.report.Failed() {
			c.add(diag.Unused, u.At, "nothing of the library `%s` is used", u.Name).Helped("use it, or remove it")
		}
	}
}

// stranger reports a qualified name of a library that the file does not use, and
// is silent about one whose library could not be read.
func (c *checker) stranger(name string, at source.Span, code diag.Code) bool {
	u := c.Flow.Use(name)
	if u == nil {
		own := strings.TrimSuffix(ast.Namespace(name), ".")
		parse.NoLibrary(c.Flow, name, c.add(code, at, "no library `%s` is used here", own))
		return true
	}
	u.Used = true
	return u.Lost
}

// lost reports whether a name is that of a library that could not be read, which
// was reported.
func (c *checker) lost(name string) bool {
	for _, f := range append(slices.Clone(c.Flow.With), c.Flow) {
		if u := f.Use(name); u != nil && u.Lost {
			return true
		}
	}
	return false
}

// needed checks that the settings and result fields of libraries are declared
// here: whoever reads a flow finds all that an environment gives it, and all that
// it reports.
func (c *checker) needed() {
	for _, lib := range c.Flow.With {
		use := c.Flow.Use(lib.Library.Name + ".x")
		for _, d := range lib.Config {
			c.neededSetting(use, lib, d)
		}
		for _, r := range lib.Result {
			if slices.Contains(c.Result, r.Name) {
				c.used.result[r.Name] = true
				continue
			}
			c.Result = append(c.Result, r.Name) // nothing more follows from it
			if use != nil {
				c.add(diag.LibraryNeeds, use.At, "the library `%s` notes the result field `%s`, which is not declared here", use.Name, r.Name).
					Also(r.At, "declared there").Helped("add it: `result: [%s]`", r.Name)
			}
		}
	}
}

func (c *checker) neededSetting(use *ast.Use, lib *ast.Flow, d ast.Decl) {
	quiet := checker{Program: c.Program, report: &diag.List{}, types: c.types, used: c.used}
	want := quiet.typeOf(d.Type, settingKinds, "a setting")
	have := c.Setting(d.Name)
	switch {
	case have == nil:
		c.Config = append(c.Config, &expr.Binding{Kind: expr.Config, Name: d.Name, Type: want, At: d.At}) // nothing more follows from it
		if use != nil {
			c.add(diag.LibraryNeeds, use.At, "the library `%s` needs the setting `%s`, which is not declared here", use.Name, d.Name).
				Also(d.At, "declared there").Helped("add it: `config: {%s: %s}`", d.Name, d.Type.Value)
		}
	case want.Kind != types.Bad && have.Type.Kind != types.Bad && use != nil && (!want.Same(have.Type) || want.Optional != have.Type.Optional || want.Private() != have.Type.Private()):
		c.add(diag.LibraryNeeds, have.At, "the setting `%s` is a `%s`, and the library `%s` needs a `%s`", d.Name, have.Type, lib.Library.Name, want).
			Also(d.At, "needed there").Helped("make it a `%s`, or give one of the two another name", want)
		have.Type = types.Type{}
	}
	c.used.config[d.Name] = true
}

// settingDefault checks the default of a setting.
func (c *checker) settingDefault(d ast.Decl, t types.Type) {
	switch {
	case d.Default == nil || t.Kind == types.Bad:
	case t.Kind == types.Secret:
		c.add(diag.BadValue, d.Default.Text.All(), "a secret's value does not belong into a file").Helped("leave `default` out: write `%s: secret`", d.Name)
	case !t.Holds(d.Default.Text.Value):
		c.add(diag.BadValue, d.Default.Text.All(), "`%s` is no value for a setting of type `%s`", d.Default.Text.Value, t).Helped("it takes %s", types.Takes[t.Kind])
	default:
		c.Defaults[d.Name] = d.Default.Text.Value
	}
}
