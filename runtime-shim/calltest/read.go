package calltest

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/artifact"

	"github.com/ringflow/ringflow/runtime-shim/facts"
	"github.com/ringflow/ringflow/runtime-shim/phone"
)

// Suite is one test file.
type Suite struct {
	Name    string // as given
	Subject *Subject
	Values  artifact.Values
	Secrets map[string]string
	Cases   []*Case
}

// Case is one call.
type Case struct {
	Suite   *Suite
	Name    string
	At      source.Span
	Story   phone.Story
	Places  []source.Span // of the story's steps
	Start   int64         // the platform's clock when the call arrives, ms since 1970
	Data    string        // the session's custom data
	Private []string      // digits that only the carrier may see
	Expect  Expect
}

// Expect is what has to hold when a call is over.
type Expect struct {
	At       source.Span
	Report   map[string]string // fields of the call result, a part of them
	NoReport bool              // nothing may be sent
	EndedBy  string
	Requests *int
	Golden   string // path of the golden trace, "" for none
}

// usualStart is the platform's clock of a case that does not say another, in ms
// since 1970: noon of Monday, 1 June 2026 (UTC).
const usualStart = 1_780_315_200_000

// Read reads a test file and builds what it calls; nil when nothing of it can run.
func Read(b *Builder, name string, report *diag.List) (*Suite, error) {
	r := &reader{Reader: &shape.Reader{Files: b.Files, Report: report}, dir: path.Dir(name), suite: &Suite{Name: name}}
	root := r.File(name, source.Span{})
	if root == nil || !r.Want(root, source.Map, "a mapping with `flow` and `tests`") {
		return nil, nil
	}
	if err := r.subject(b, root); err != nil || r.suite.Subject == nil {
		return nil, err
	}
	r.Entries(root, FileFields(), "the test file", root.Span.From0(), r.fileField)
	return r.suite, nil
}

type reader struct {
	*shape.Reader
	dir   string
	suite *Suite
}

// subject builds the flow or loads the scripts, which everything else needs.
func (r *reader) subject(b *Builder, root *source.Node) (err error) {
	flow, scenario := root.Get("flow"), root.Get("scenario")
	switch {
	case b.Subject != nil:
		r.suite.Subject = b.Subject
	case flow == nil && scenario == nil, flow != nil && scenario != nil:
		r.Report.Add(diag.MissingKey, root.Span.From0(), "the test file does not say what it calls").
			Helped("start it with `flow: FILE.flow.yaml`, or `scenario: [FILE.js]` for hand-written scripts")
		return nil
	case flow != nil:
		if text, ok := r.Text(flow, "the file of a flow"); ok {
			r.suite.Subject, err = r.flow(b, text)
		}
	default:
		r.suite.Subject = b.Scripts(r.dir, r.texts(scenario, "the file of a script"), r.Report)
	}
	if r.suite.Subject != nil {
		r.suite.Values, r.suite.Secrets = r.suite.Subject.StandIns()
	}
	return err
}

// flow builds the flow of a file beside the test file.
func (r *reader) flow(b *Builder, name source.Text) (*Subject, error) {
	file := from(r.dir, name.Value)
	if _, err := fs.Stat(r.Files, file); errors.Is(err, fs.ErrNotExist) {
		r.Report.Add(diag.UnknownFile, name.All(), "%s: there is no such file", name.Value)
		return nil, nil
	}
	return b.Flow(file, r.Report)
}

// texts reads one text or a list of them.
func (r *reader) texts(n *source.Node, what string) []source.Text {
	items := []*source.Node{n}
	if n.Kind == source.List {
		items = n.Items
	}
	var out []source.Text
	for _, item := range items {
		if text, ok := r.Text(item, what); ok {
			out = append(out, text)
		}
	}
	return out
}

func (r *reader) fileField(f spec.Field, e source.Entry) {
	switch f.Name {
	case "config":
		r.pairs(e.Value, func(name, value source.Text) {
			if _, known := r.suite.Values[name.Value]; !known && r.suite.Subject.Artifact != nil {
				r.Report.Add(diag.UnknownName, name.All(), "the flow has no setting `%s`", name.Value).Helped("%s", diag.DidYouMean(name.Value, keys(r.suite.Values)))
				return
			}
			r.suite.Values[name.Value] = value.Value
		})
	case "secrets":
		r.pairs(e.Value, func(name, value source.Text) { r.suite.Secrets[name.Value] = value.Value })
	case "tests":
		if r.Want(e.Value, source.List, "a list of cases") {
			for _, item := range e.Value.Items {
				r.oneCase(item)
			}
		}
	}
}

func keys(m map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// pairs walks a mapping of names to texts.
func (r *reader) pairs(n *source.Node, visit func(name, value source.Text)) {
	if !r.Want(n, source.Map, "a mapping of names to texts") {
		return
	}
	for _, e := range n.Entries {
		if value, ok := r.Text(e.Value, "a text"); ok {
			visit(e.Key.Text, value)
		}
	}
}

func (r *reader) oneCase(n *source.Node) {
	if !r.Want(n, source.Map, "a case with `name` and `script`") {
		return
	}
	c := &Case{Suite: r.suite, At: shape.HeadOf(n), Start: usualStart}
	said := r.Report.Len()
	c.Story.To = "10000000000"
	r.Entries(n, CaseFields(), "the case", n.Span.From0(), func(f spec.Field, e source.Entry) {
		switch f.Name {
		case "name":
			text, _ := r.Text(e.Value, "a sentence")
			c.Name, c.At = text.Value, e.Value.Span
		case "given":
			r.given(c, e.Value)
		case "incoming":
			r.incoming(c, e.Value)
		case "started":
			r.started(c, e.Value)
		case "script":
			r.script(c, e.Value)
		case "expect":
			r.expect(c, e.Value)
		case "lenient":
			c.Story.Lenient, _ = r.Flag(e.Value, "lenient")
		}
	})
	if n.Get("started") != nil && n.Get("incoming") != nil {
		r.Report.Add(diag.BadValue, c.At, "the case has `incoming` and `started`").Helped("a session begins with a call, or by itself: keep one of them")
	}
	c.Story.Name = c.Name
	if r.Report.Len() > said {
		return
	}
	if err := c.Story.Check(); err != nil {
		r.Report.Add(diag.BadValue, c.At, "the case cannot be played: %v", err)
		return
	}
	r.suite.Cases = append(r.suite.Cases, c)
}

func (r *reader) incoming(c *Case, n *source.Node) {
	if !r.Want(n, source.Map, "a mapping with `from`") {
		return
	}
	r.Entries(n, IncomingFields(), "`incoming`", n.Span.From0(), func(f spec.Field, e source.Entry) {
		if f.Name == "headers" {
			c.Story.Headers = map[string]string{}
			r.pairs(e.Value, func(name, value source.Text) { c.Story.Headers[name.Value] = value.Value })
			return
		}
		text, _ := r.Text(e.Value, "a text")
		switch f.Name {
		case "from":
			c.Story.From = text.Value
			c.private(text.Value)
		case "to":
			c.Story.To = text.Value
		case "display":
			c.Story.Display = text.Value
		}
	})
}

// started lets the session begin without a call.
func (r *reader) started(c *Case, n *source.Node) {
	c.Story.To = ""
	if !r.Want(n, source.Map, "a mapping, `{}` without custom data,") {
		return
	}
	r.Entries(n, StartedFields(), "`started`", n.Span.From0(), func(_ spec.Field, e source.Entry) {
		text, _ := r.Text(e.Value, "a text")
		if len(text.Value) > facts.CustomData {
			r.Report.Add(diag.BadValue, e.Value.Span, "the custom data has %d bytes, the platform takes %d", len(text.Value), facts.CustomData)
		}
		c.Data = text.Value
	})
}

// private notes a number that only the carrier may see; short ones would be
// found in anything.
func (c *Case) private(number string) {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
	if len(digits) >= 7 {
		c.Private = append(c.Private, digits)
	}
}

// given reads the world before the call: names of stores stand beside the
// fields of every test.
func (r *reader) given(c *Case, n *source.Node) {
	if !r.Want(n, source.Map, "a mapping") {
		return
	}
	c.Story.Given.Storage = map[string]string{}
	stores := r.storeNames()
	for _, e := range n.Entries {
		name := e.Key.Text.Value
		field, known := shape.FieldNamed(GivenFields(), name)
		switch {
		case known:
			r.givenField(c, field, e)
		case slices.Contains(stores, name):
			r.entries(c, name, e.Value)
		default:
			r.Report.Add(diag.UnknownKey, e.Key.Span, "`given` has no field `%s`", name).
				Helped("%s", diag.DidYouMean(name, append(spec.FieldNames(GivenFields()), stores...)))
		}
	}
}

func (r *reader) storeNames() []string {
	if r.suite.Subject.Program == nil {
		return nil
	}
	var out []string
	for _, s := range r.suite.Subject.Program.Flow.Stores {
		out = append(out, s.Name)
	}
	return out
}

// entries reads entries of a store: a mapping of fields, or raw text.
func (r *reader) entries(c *Case, name string, n *source.Node) {
	if !r.Want(n, source.Map, "a mapping of keys to entries") {
		return
	}
	store := r.suite.Subject.Program.Stores[name]
	for _, e := range n.Entries {
		key := store.Prefix + e.Key.Text.Value + store.Suffix
		if e.Value.Kind == source.Scalar {
			c.Story.Given.Storage[key] = e.Value.Text.Value
			continue
		}
		if !r.Want(e.Value, source.Map, "the fields of the entry, or its raw text,") {
			continue
		}
		entry := map[string]any{}
		for _, f := range e.Value.Entries {
			t, declared := store.Type.Field(f.Key.Text.Value)
			entry[f.Key.Text.Value] = entryValue(f.Value, t)
			if declared && t.Private() {
				c.privateIn(f.Value)
			}
		}
		raw, err := json.Marshal(entry)
		if err != nil {
			r.Report.Add(diag.BadValue, e.Value.Span, "the entry cannot be written as JSON: %v", err)
		}
		c.Story.Given.Storage[key] = string(raw)
	}
}

func (c *Case) privateIn(n *source.Node) {
	if n.Kind == source.Scalar {
		c.private(n.Text.Value)
	}
	for _, item := range n.Items {
		c.privateIn(item)
	}
}

// entryValue reads a scalar as JSON would have it. A declared field is what its
// store says, with yes and no for a truth value as everywhere in our files; an
// undeclared one is a number or a truth value when it looks like one, else text.
// A scalar that is not what the store says stays text: a malformed entry is
// something that a test may want.
func entryValue(n *source.Node, t types.Type) any {
	switch n.Kind {
	case source.List:
		item := types.Type{}
		if t.Elem != nil {
			item = *t.Elem
		}
		list := []any{}
		for _, n := range n.Items {
			list = append(list, entryValue(n, item))
		}
		return list
	case source.Null:
		return nil
	}
	s := n.Text.Value
	declared := t.Kind != types.Bad
	if !declared || t.Kind == types.Number {
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			return f
		}
	}
	if !declared || t.Kind == types.Bool {
		switch {
		case s == "true", declared && s == "yes":
			return true
		case s == "false", declared && s == "no":
			return false
		}
	}
	return s
}

// Alone returns a call that stands in no file.
func Alone(subject *Subject, story phone.Story) *Case {
	values, secrets := subject.StandIns()
	c := &Case{
		Suite: &Suite{Name: subject.Name, Subject: subject, Values: values, Secrets: secrets}, Name: story.Name, Story: story, Start: usualStart,
		At: source.NewFile(subject.Name, "").Whole(),
	}
	c.private(story.From)
	return c
}
