package calltest

import (
	"errors"
	"io/fs"
	"path"
	"slices"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/compiler/artifact"

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
	Places  []source.Span  // of the story's steps
	Start   int64          // the platform's clock when the call arrives, ms since 1970
	Data    string         // the session's custom data
	given   map[string]any // what a backend starts the session with; nil when none does
	at      source.Span    // where the test says so
	Private []string       // digits that only the carrier may see
	Expect  Expect
}

// Expect is what has to hold when a call is over.
type Expect struct {
	At       source.Span
	Report   map[string]string // fields of the call result, a part of them
	NoReport bool              // nothing may be sent
	EndedBy  string
	Requests *int
	Mails    []map[string]string // nil: whatever was sent
	CallList []Reported          // nil: whatever was reported
	Golden   string              // path of the golden trace, "" for none
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
	if root.Get("ringflow") != nil { // files from before versions stay valid
		r.Version(root, root.Span.From0())
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
		case "api":
			r.api(c, e.Value)
		case "script":
			r.script(c, e.Value)
		case "expect":
			r.expect(c, e.Value)
		case "lenient":
			c.Story.Lenient, _ = r.Flag(e.Value, "lenient")
		}
	})
	r.beginning(c, n)
	r.request(c)
	c.Story.Name = c.Name
	for _, s := range c.Story.Steps {
		if s.Sends != nil && s.Sends.By == "" && c.Story.To == "" && !c.Story.Outbound {
			s.Sends.By = phone.Callee
		}
	}
	if r.Report.Len() > said {
		return
	}
	if err := c.Story.Check(); err != nil {
		r.Report.Add(diag.BadValue, c.At, "the case cannot be played: %v", err)
		return
	}
	r.suite.Cases = append(r.suite.Cases, c)
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
