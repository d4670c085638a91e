package cli

import (
	"strings"

	"github.com/alecthomas/kong"
)

// completion is what a shell can complete behind one command.
type completion struct {
	path string // words of the command, "kv list"; "" for ringflow alone
	help string
	subs []string // names of its sub-commands
	opts []option
	args values // of its arguments
}

// option is one flag.
type option struct {
	long, short string // without hyphens; short is "" when there is none
	help        string
	takes       values
}

// values is what can stand behind a flag or as an argument.
type values struct {
	kind  valueKind
	name  string   // for people
	words []string // of someWords
	many  bool     // there may be several
}

type valueKind int

const (
	noValue   valueKind = iota // there is none
	anyValue                   // nobody knows
	someWords                  // one of a few words
	files                      // a file
	folders                    // a folder
)

// completions lists every command of the grammar, ringflow itself first.
func completions(app *kong.Application) []completion {
	return completionsOf(app.Node, "", app.Flags)
}

func completionsOf(n *kong.Node, path string, global []*kong.Flag) []completion {
	c := completion{path: path, help: n.Help, args: argumentsOf(n)}
	own := n.Flags
	if n.Type != kong.ApplicationNode {
		own = append(append([]*kong.Flag{}, global...), n.Flags...)
	}
	for _, f := range own {
		if !f.Hidden {
			c.opts = append(c.opts, optionOf(f))
		}
	}
	all := []completion{c}
	for _, child := range n.Children {
		if !child.Hidden {
			all[0].subs = append(all[0].subs, child.Name)
			all = append(all, completionsOf(child, strings.TrimSpace(path+" "+child.Name), global)...)
		}
	}
	return all
}

func optionOf(f *kong.Flag) option {
	o := option{long: f.Name, help: f.Help}
	if f.Short != 0 {
		o.short = string(f.Short)
	}
	if !f.IsBool() {
		o.takes = valuesOf(f.Value, f.FormatPlaceHolder())
	}
	return o
}

// argumentsOf is what the first argument takes. No command has two arguments of
// different kinds.
func argumentsOf(n *kong.Node) values {
	if len(n.Positional) == 0 {
		return values{}
	}
	return valuesOf(n.Positional[0], strings.ToUpper(n.Positional[0].Name))
}

// valuesOf reads from the grammar what a value is: words it lists, and files and
// folders by the name that the help text gives them.
func valuesOf(v *kong.Value, name string) values {
	out := values{kind: anyValue, name: name, many: v.IsCumulative()}
	switch {
	case v.Enum != "":
		out.kind, out.words = someWords, v.EnumSlice()
	case name == "FILE", name == "PATH":
		out.kind = files
	case name == "DIR":
		out.kind = folders
	}
	return out
}

// find returns the command of a path.
func find(all []completion, path string) completion {
	for _, c := range all {
		if c.path == path {
			return c
		}
	}
	return completion{}
}

// below returns the full path of a sub-command.
func (c completion) below(name string) string { return strings.TrimSpace(c.path + " " + name) }

// singleQuoted quotes for bash and zsh.
func singleQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
