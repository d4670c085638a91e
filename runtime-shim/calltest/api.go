package calltest

import (
	"strings"
	"time"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// requestID is the id of the request that starts a case's session.
const requestID = "0000000000000001"

// api lets a backend start the session with arguments, given as a backend does it.
func (r *reader) api(c *Case, n *source.Node) {
	given, said := map[string]any{}, r.Report.Len()
	if !r.Want(n, source.Map, "a mapping of arguments, `{}` without them,") {
		return
	}
	if !r.startsByAPI() {
		r.Report.Add(diag.BadValue, n.Span, "`api` starts a flow that `starts: api`").Helped("a call comes in by `incoming`, and a script is started by `started`")
		return
	}
	for _, e := range n.Entries {
		name := e.Key.Text.Value
		field, known := r.suite.Subject.Program.Args.Type.Field(name)
		if !known {
			r.Report.Add(diag.UnknownName, e.Key.Span, "the flow has no argument `%s`", name).Helped("%s", diag.DidYouMean(name, r.suite.Subject.Program.Args.Type.FieldNames()))
			continue
		}
		text, _ := r.Text(e.Value, "a value")
		given[name] = r.value(text).Value
		if field.Private() {
			c.private(text.Value)
		}
	}
	if r.Report.Len() == said {
		c.at, c.given = n.Span, given
	}
}

// request puts the arguments where the session finds them, once the case's clock is known.
func (r *reader) request(c *Case) {
	if c.given == nil {
		return
	}
	if err := c.startBy(c.given); err != nil {
		r.Report.Add(diag.BadValue, c.at, "the flow cannot be started so: %s", strings.ReplaceAll(err.Error(), "\n", "; "))
	}
}

// startBy has a backend start the case's session.
func (c *Case) startBy(args map[string]any) error {
	started, err := c.Suite.Subject.Artifact.Manifest.Start(requestID, args, time.UnixMilli(c.Start))
	if err != nil {
		return err
	}
	c.Story.To, c.Story.Outbound, c.Data = "", true, started.CustomData
	if c.Story.Given.Storage == nil {
		c.Story.Given.Storage = map[string]string{}
	}
	c.Story.Given.Storage[started.Key] = started.Value
	return nil
}

func (r *reader) startsByAPI() bool {
	p := r.suite.Subject.Program
	return p != nil && p.Flow.Starts.Name == "api"
}

// beginning holds how a case begins against how its flow starts.
func (r *reader) beginning(c *Case, n *source.Node) {
	var began []string
	for _, name := range []string{"incoming", "started", "api"} {
		if n.Get(name) != nil {
			began = append(began, "`"+name+"`")
		}
	}
	switch {
	case len(began) > 1:
		r.Report.Add(diag.BadValue, c.At, "the case has %s", strings.Join(began, " and ")).Helped("a session begins with a call, by itself or by a request: keep one of them")
	case r.startsByAPI() && n.Get("api") == nil && n.Get("started") == nil:
		r.Report.Add(diag.BadValue, c.At, "nobody calls a flow that `starts: api`").Helped("begin the case with `api: {ARGUMENT: value}`")
	}
}

// StartBy has a backend start the session of a call that stands in no file.
func (c *Case) StartBy(args map[string]any) error {
	for _, f := range c.Suite.Subject.Artifact.Manifest.Args {
		if text, ok := args[f.Name].(string); ok && f.Private {
			c.private(text)
		}
	}
	return c.startBy(args)
}
