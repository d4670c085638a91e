// Package project reads ringflow.yaml: which flows and scripts make up an
// application, how calls reach them, and what differs between environments.
package project

import (
	"io/fs"
	"path"
	"slices"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// FileName is the name of a project's file.
const FileName = "ringflow.yaml"

// Project is one application with its environments.
type Project struct {
	Dir              string // of the file, for the paths in it
	Name             string
	Application      string // short name on the platform
	SecureRecordings bool   // recordings and logs need a key to be fetched
	Scenarios        []Scenario
	Rules            []Rule
	Environments     []Environment
}

// Scenario is one scenario of the application: a flow, or a hand-written script.
type Scenario struct {
	Name string // on the platform; the flow's name, or the script's file name without endings
	File string // *.flow.yaml or *.js, beside the project's file
	At   source.Span
}

// Rule routes calls to scenarios. Rules are tried in their order.
type Rule struct {
	Name      string
	Pattern   string // of the dialled number, matched as a whole; "" takes the flow's own
	Exclude   string
	Scenarios []string
	At        source.Span
}

// Environment is one place that the application is deployed to.
type Environment struct {
	Name        string
	API         string // address of the Management API, "" for the platform's own
	Account     int64  // account id that the credentials must belong to, 0 for any
	Credentials string // service-account file beside the project's file
	Protect     bool   // changes need to be confirmed
	Numbers     []Number
	Config      map[string]string // values of settings
	Places      map[string]Place  `json:"-"` // of Config and Secrets
	Secrets     map[string]Secret
	Suffix      string // behind the application's and the scenarios' names, for several environments in one account
	At          source.Span
}

// Place is where an environment gives something a value.
type Place struct{ Name, Value source.Span }

// Number is a rented number and the rule that it is bound to.
type Number struct {
	Number string // digits
	Rule   string // "" binds it to the application alone
}

// Secret says where a secret's value is found when it is set; it is never in the file.
type Secret struct {
	Env  string // environment variable
	File string // file beside the project's file
}

// Environment returns the environment of a name; without a name, the only one.
func (p *Project) Environment(name string) (Environment, bool) {
	for _, e := range p.Environments {
		if e.Name == name || name == "" && len(p.Environments) == 1 {
			return e, true
		}
	}
	return Environment{}, false
}

// EnvironmentNames returns the names of all environments, in order.
func (p *Project) EnvironmentNames() []string {
	names := make([]string, len(p.Environments))
	for i, e := range p.Environments {
		names[i] = e.Name
	}
	return names
}

// Fields are the fields of ringflow.yaml, declared once for reading and reference.
func Fields() []spec.Field {
	return []spec.Field{
		{Name: "project", Kind: spec.Name, Required: true, Doc: "The project's name; scenarios on the platform carry it."},
		{Name: "application", Kind: spec.Name, Required: true, Doc: "The application's short name on the platform."},
		{Name: "secure_recordings", Kind: spec.Flag, Default: "yes", Doc: "Whether recordings and logs need a key to be fetched."},
		{Name: "scenarios", Kind: spec.Items, Required: true, Doc: "Files of flows and scripts."},
		{Name: "rules", Kind: spec.Items, Doc: "How calls reach scenarios; without it every scenario has a rule of its own name."},
		{Name: "environments", Kind: spec.Group, Required: true, Doc: "The places that the application is deployed to, by name."},
	}
}

// RuleFields are the fields of one rule.
func RuleFields() []spec.Field {
	return []spec.Field{
		{Name: "name", Kind: spec.Name, Required: true, Doc: "The rule's name, unique in the application."},
		{Name: "pattern", Kind: spec.Text, Doc: "A regular expression of the dialled number, matched as a whole."},
		{Name: "exclude", Kind: spec.Text, Doc: "A regular expression of numbers that the rule leaves to others."},
		{Name: "scenarios", Kind: spec.Items, Required: true, Doc: "The scenarios that run, in this order, in one session."},
	}
}

// EnvironmentFields are the fields of one environment.
func EnvironmentFields() []spec.Field {
	return []spec.Field{
		{Name: "api", Kind: spec.Text, Doc: "The address of the Management API; the platform's own without it."},
		{Name: "account", Kind: spec.Count, Doc: "The account's id: a deploy with credentials of another is refused."},
		{Name: "credentials", Kind: spec.Text, Required: true, Doc: "The service account's file."},
		{Name: "protect", Kind: spec.Flag, Default: "no", Doc: "Whether a deploy has to be confirmed with `--yes`."},
		{Name: "numbers", Kind: spec.Items, Doc: "Rented numbers, each bound to the application, or `{number, rule}`."},
		{Name: "config", Kind: spec.Args, Doc: "Values of the flows' settings; those with a default may be left out."},
		{Name: "secrets", Kind: spec.Args, Doc: "Where each secret's value is found: {env: NAME} or {file: PATH}."},
		{Name: "suffix", Kind: spec.Text, Doc: "What stands behind the names of application and scenarios."},
	}
}

// Read reads a project's file. What could not be read is in report; the project
// is nil when nothing could.
func Read(files fs.FS, name string, report *diag.List) *Project {
	r := &reader{Reader: &shape.Reader{Files: files, Report: report}}
	root := r.File(name, source.Span{})
	if root == nil || !r.Want(root, source.Map, "a mapping with `project`, `application` ...") {
		return nil
	}
	p := &Project{Dir: path.Dir(name), SecureRecordings: true}
	at := root.Span.From0()
	r.Version(root, at)
	r.Entries(root, Fields(), "the project", at, func(f spec.Field, e source.Entry) { r.field(p, f, e) })
	if len(p.Rules) == 0 {
		for _, s := range p.Scenarios {
			p.Rules = append(p.Rules, Rule{Name: s.Name, Scenarios: []string{s.Name}, At: s.At})
		}
	}
	r.references(p)
	return p
}

type reader struct{ *shape.Reader }

func (r *reader) field(p *Project, f spec.Field, e source.Entry) {
	switch f.Name {
	case "project":
		p.Name = r.text(e.Value)
	case "application":
		p.Application = r.text(e.Value)
	case "secure_recordings":
		p.SecureRecordings, _ = r.Flag(e.Value, f.Name)
	case "scenarios":
		r.each(e.Value, func(n *source.Node) {
			file := r.text(n)
			p.Scenarios = append(p.Scenarios, Scenario{Name: scenarioName(file), File: file, At: n.Span})
		})
	case "rules":
		r.each(e.Value, func(n *source.Node) { p.Rules = append(p.Rules, r.rule(n)) })
	case "environments":
		if r.Want(e.Value, source.Map, "environments by name") {
			for _, env := range e.Value.Entries {
				p.Environments = append(p.Environments, r.environment(env))
			}
		}
	}
}

// scenarioName is the name of a file without its endings: kvs-scenario.flow.yaml
// is kvs-scenario. A flow's own name is the same; a build checks it.
func scenarioName(file string) string {
	name := path.Base(file)
	for i, c := range name {
		if c == '.' {
			return name[:i]
		}
	}
	return name
}

func (r *reader) text(n *source.Node) string {
	text, _ := r.Text(n, "a text")
	return text.Value
}

// each walks a list.
func (r *reader) each(n *source.Node, visit func(*source.Node)) {
	if r.Want(n, source.List, "a list") {
		for _, item := range n.Items {
			visit(item)
		}
	}
}

func (r *reader) rule(n *source.Node) Rule {
	rule := Rule{At: shape.HeadOf(n)}
	if !r.Want(n, source.Map, "a rule with `name` and `scenarios`") {
		return rule
	}
	r.Entries(n, RuleFields(), "the rule", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "name":
			rule.Name, rule.At = r.text(e.Value), e.Value.Span
		case "pattern":
			rule.Pattern = r.text(e.Value)
		case "exclude":
			rule.Exclude = r.text(e.Value)
		case "scenarios":
			r.each(e.Value, func(n *source.Node) { rule.Scenarios = append(rule.Scenarios, r.text(n)) })
		}
	})
	return rule
}

func (r *reader) environment(e source.Entry) Environment {
	env := Environment{Name: e.Key.Text.Value, At: e.Key.Span, Config: map[string]string{}, Secrets: map[string]Secret{}, Places: map[string]Place{}}
	if !r.Want(e.Value, source.Map, "an environment with `credentials`") {
		return env
	}
	r.Entries(e.Value, EnvironmentFields(), "the environment `"+env.Name+"`", e.Key.Span, func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "api":
			env.API = r.text(e.Value)
		case "account":
			n, _ := r.Count(e.Value, f.Name, "1234567")
			env.Account = int64(n)
		case "credentials":
			env.Credentials = r.text(e.Value)
		case "protect":
			env.Protect, _ = r.Flag(e.Value, f.Name)
		case "suffix":
			env.Suffix = r.text(e.Value)
		case "numbers":
			r.each(e.Value, func(n *source.Node) { env.Numbers = append(env.Numbers, r.number(n)) })
		case "config":
			r.pairs(e.Value, func(key, value *source.Node) {
				name := key.Text.Value
				env.Config[name], env.Places[name] = r.text(value), Place{key.Span, value.Span}
			})
		case "secrets":
			r.pairs(e.Value, func(key, value *source.Node) {
				name := key.Text.Value
				env.Secrets[name], env.Places[name] = r.secret(name, value), Place{key.Span, value.Span}
			})
		}
	})
	return env
}

func (r *reader) pairs(n *source.Node, visit func(key, value *source.Node)) {
	if r.Want(n, source.Map, "a mapping") {
		for _, e := range n.Entries {
			visit(e.Key, e.Value)
		}
	}
}

func (r *reader) number(n *source.Node) Number {
	if n.Kind == source.Scalar {
		return Number{Number: r.digits(n)}
	}
	var out Number
	if r.Want(n, source.Map, "a number, or {number, rule},") {
		fields := []spec.Field{{Name: "number", Required: true, Kind: spec.Text, Doc: "The number."}, {Name: "rule", Kind: spec.Name, Doc: "The rule."}}
		r.Entries(n, fields, "a number", n.Span.From0(), func(f spec.Field, e source.Entry) {
			if f.Name == "number" {
				out.Number = r.digits(e.Value)
			} else {
				out.Rule = r.text(e.Value)
			}
		})
	}
	return out
}

// digits reads a rented number: digits, with or without +.
func (r *reader) digits(n *source.Node) string {
	text := r.text(n)
	digits := ""
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9':
			digits += string(c)
		case c == '+' && i == 0, c == ' ', c == '-', c == '(', c == ')':
		default:
			r.Report.Add(diag.BadValue, n.Span, "`%s` is not a number", text).Helped("write its digits, with or without +")
			return ""
		}
	}
	return digits
}

// secret reads where a secret's value is found; the value itself is refused.
func (r *reader) secret(name string, n *source.Node) Secret {
	var s Secret
	if n.Kind == source.Scalar {
		r.Report.Add(diag.BadValue, n.Span, "a secret's value does not belong into a file").
			Helped("say where it is found: `%s: {env: %s}` or {file: PATH}", name, "RINGFLOW_"+upper(name))
		return s
	}
	if r.Want(n, source.Map, "{env: NAME} or {file: PATH}") {
		fields := []spec.Field{{Name: "env", Kind: spec.Text, Doc: "An environment variable."}, {Name: "file", Kind: spec.Text, Doc: "A file."}}
		r.Entries(n, fields, "a secret", n.Span.From0(), func(f spec.Field, e source.Entry) {
			if f.Name == "env" {
				s.Env = r.text(e.Value)
			} else {
				s.File = r.text(e.Value)
			}
		})
		if (s.Env == "") == (s.File == "") {
			r.Report.Add(diag.BadValue, shape.HeadOf(n), "a secret is found in one place").Helped("write {env: NAME} or {file: PATH}")
		}
	}
	return s
}

func upper(s string) string {
	out := []byte(s)
	for i, c := range out {
		if c >= 'a' && c <= 'z' {
			out[i] = c - 'a' + 'A'
		}
	}
	return string(out)
}

// references checks that rules and numbers name what is there.
func (r *reader) references(p *Project) {
	var scenarios, rules []string
	for _, s := range p.Scenarios {
		scenarios = append(scenarios, s.Name)
		if _, err := fs.Stat(r.Files, path.Join(p.Dir, s.File)); err != nil {
			r.Report.Add(diag.UnknownFile, s.At, "%s: there is no such file", s.File).Helped("a scenario is a file beside %s", FileName)
		}
	}
	for _, rule := range p.Rules {
		rules = append(rules, rule.Name)
		for _, name := range rule.Scenarios {
			if !slices.Contains(scenarios, name) {
				r.Report.Add(diag.UnknownName, rule.At, "the rule `%s` runs `%s`, which is no scenario of the project", rule.Name, name).Meant(name, scenarios)
			}
		}
	}
	for _, e := range p.Environments {
		for _, n := range e.Numbers {
			if n.Rule != "" && !slices.Contains(rules, n.Rule) {
				r.Report.Add(diag.UnknownName, e.At, "a number is bound to the rule `%s`, which the project does not have", n.Rule).Meant(n.Rule, rules)
			}
		}
	}
}
