package check

import (
	"regexp"
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/spec"
	"github.com/ringflow/ringflow/flow/types"
)

// requests is the rule that a request goes to a host that the flow or its
// settings name, and that its fields go together.
func requests(c *checker) {
	for _, b := range c.Flow.All() {
		ast.Walk(b.Steps, func(s *ast.Step) {
			if s.Verb.Name != "http" {
				return
			}
			c.together(s, "gives", "as")
			c.requestBody(s)
			if s.Head != nil && !s.Head.Bad {
				c.address(s.Head.Tmpl)
			}
		})
	}
}

func (c *checker) requestBody(s *ast.Step) {
	body, text := s.Field("body"), s.Field("text")
	if body != nil && text != nil {
		c.add(diag.WrongShape, text.At, "a request has one body, and this is a second one").Also(body.At, "the first").Helped("keep `body:` for JSON, or `text:`")
	}
	if body == nil {
		body = text
	}
	method := "get"
	if m := s.Field("method"); m != nil {
		method = m.Text.Value
	}
	if body != nil && (method == "get" || method == "delete") {
		c.add(diag.WrongShape, body.At, "a request with the method `%s` has no body", method).Helped("say `method: post`, `put` or `patch`")
	}
}

// hostForm is the beginning of an address up to the end of its host.
var hostForm = regexp.MustCompile(`^https?://[A-Za-z0-9.:-]+($|[/?])`)

func (c *checker) address(t *expr.Template) {
	if len(t.Parts) == 0 {
		c.add(diag.BadValue, t.At, "the address of the request is empty")
		return
	}
	first := t.Parts[0]
	switch {
	case first.Hole == nil && !hostForm.MatchString(first.Text),
		first.Hole == nil && len(t.Parts) > 1 && !strings.ContainsAny(strings.SplitN(first.Text, "://", 2)[1], "/?"):
		c.add(diag.BadValue, t.At, "the address of the request does not start with a host").
			Helped("write https://HOST/PATH, or start with a setting of type url: {config.NAME}/PATH")
	case first.Hole != nil && first.Hole.Type.Kind != types.URL && first.Hole.Type.Kind != types.Bad:
		c.add(diag.WrongType, first.Hole.At, "the address of the request starts with a hole that is no url").Labelled("this is `%s`", first.Hole.Type).
			Helped("start with a setting of type url, or with https://HOST/")
	case first.Hole != nil && len(t.Parts) > 1 && (t.Parts[1].Hole != nil || !strings.ContainsAny(t.Parts[1].Text[:1], "/?&")):
		c.add(diag.BadValue, t.At, "what follows the first hole of the address could change its host").Helped("go on with `/`, `?` or `&`")
	}
}

// headers checks the headers of a request. A hole that is a secret stays its
// name here; its value is put in on the platform.
func (c *checker) headers(v *ast.Value, field spec.Field, e *env) {
	for _, h := range v.Notes {
		for _, hole := range h.Value.Holes() {
			if t := expr.Check(hole, types.Type{}, scope{e, c}, c.report); t.Kind == types.Secret && hole.Op == expr.Field {
				c.use(hole)
				c.Sinks = append(c.Sinks, Sink{At: hole.At, Sink: field.Sink, Audience: field.Audience, Verdict: "allowed: the secret " + hole.Value})
				continue
			}
			if hole.Op != expr.Bad {
				c.hole(hole, field, e)
			}
		}
	}
}

// Tries is how often a request is sent at the most.
func Tries(s *ast.Step) int { return 1 + number(s.Field("retries"), 0) }

// The defaults of `http` in milliseconds.
const (
	DefaultTimeout = 5000
	DefaultBackOff = 1000
)
