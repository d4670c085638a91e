package parse

import (
	"strings"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/shape"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// steps reads one step or a list of them.
func (p *parser) steps(n *source.Node) []*ast.Step {
	if n.Kind != source.List {
		if s := p.step(n); s != nil {
			return []*ast.Step{s}
		}
		return nil
	}
	var out []*ast.Step
	for _, item := range n.Items {
		if s := p.step(item); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// step reads a step: a bare verb, or a mapping with one verb among its keys.
func (p *parser) step(n *source.Node) *ast.Step {
	switch n.Kind {
	case source.Scalar:
		verb := p.verb(n.Text.Value)
		if verb == nil {
			p.noVerb(n.Text.Value, n.Span)
			return nil
		}
		s := &ast.Step{At: n.Span, VerbAt: n.Span, Verb: verb}
		p.finish(s, nil, n)
		return s
	case source.Map:
		return p.mappedStep(n)
	}
	p.Want(n, source.Map, "a step")
	return nil
}

// otherWords are what other tools call a verb, with the verb.
var otherWords = map[string]string{
	"say": "play", "speak": "play", "tts": "play", "ask": "gather", "hear": "listen", "recognize": "listen", "speech": "listen", "asr": "listen", "collect": "gather", "input": "gather", "ivr": "menu",
	"call": "connect", "forward": "connect", "transfer": "connect", "bridge": "connect",
	"goto": "run", "jump": "run", "retry": "restart", "replay": "repeat", "next": "continue", "switch": "choose", "case": "choose", "assign": "set", "let": "set",
	"end": "hangup", "stop": "hangup", "disconnect": "hangup", "print": "log", "decline": "reject",
	"request": "http", "fetch": "http", "webhook": "http", "save": "store", "delete": "forget", "js": "script", "javascript": "script",
}

func (p *parser) noVerb(word string, at source.Span) {
	first, rest, colon := strings.Cut(word, ":")
	switch {
	case strings.Contains(word, "\n"):
		p.Report.Add(diag.NotAStep, shape.HeadOf(&source.Node{Span: at}), "a text of several lines stands where steps were expected").Helped("start each step with `- `, without `|` or `>`")
	case strings.HasPrefix(word, "-"):
		d := p.Report.Add(diag.NotAStep, at, "a space is missing behind the `-`").Helped("write `- %s`", strings.TrimPrefix(strings.Fields(word)[0], "-"))
		if at.Text() == word && p.verb(strings.TrimPrefix(first, "-")) != nil {
			d.Mended(source.Span{File: at.File, Start: at.Start + 1, End: at.Start + 1}, " ", "add the space")
		}
	case at.From().Line != at.To().Line:
		line, _, _ := strings.Cut(at.Text(), "\n")
		p.Report.Add(diag.NotAStep, at, "`%s` goes on in the next line, which is indented deeper", strings.TrimSpace(line)).
			Helped("start every step of a list under the first `-`")
	case colon && p.verb(first) != nil:
		p.Report.Add(diag.NotAStep, at, "a space is missing behind `%s:`", first).Helped("write `%s: %s`", first, rest).
			Mended(at, first+": "+rest, "add the space")
	case otherWords[word] != "":
		p.Report.Add(diag.NotAStep, at, "`%s` is not a verb", word).Helped("here it is called `%s`", otherWords[word]).
			Fixed(at, otherWords[word], "call it `"+otherWords[word]+"`")
	default:
		p.Report.Add(diag.NotAStep, at, "`%s` is not a verb", word).Meant(word, spec.VerbNames())
	}
}

func (p *parser) mappedStep(n *source.Node) *ast.Step {
	var s *ast.Step
	var head *source.Node
	for _, e := range n.Entries {
		verb := p.verb(e.Key.Text.Value)
		switch {
		case verb == nil:
		case s == nil:
			s = &ast.Step{At: n.Span, VerbAt: e.Key.Span, Verb: verb}
			head = e.Value
		default:
			p.Report.Add(diag.NotAStep, e.Key.Span, "a step has one verb, and `%s` is a second one", verb.Name).
				Also(s.VerbAt, "the first").Helped("start a step of its own with `- %s`", verb.Name)
			return nil
		}
	}
	if s == nil {
		p.verbMissing(n)
		return nil
	}
	s.Unread = n.Dropped
	on := n.Get("on")
	onEmpty := on != nil && on.Kind == source.Null
	for _, e := range n.Entries {
		if e.Key.Span != s.VerbAt {
			p.stepKey(s, e, onEmpty)
		}
	}
	p.finish(s, head, n)
	return s
}

// verbMissing reports a mapping without a verb at the key that comes nearest to one.
func (p *parser) verbMissing(n *source.Node) {
	if n.Bad {
		return
	}
	if len(n.Entries) == 0 {
		p.Report.Add(diag.NotAStep, shape.HeadOf(n), "the step is empty").Helped("a step has one verb: %s", diag.Words(spec.VerbNames()))
		return
	}
	for _, e := range n.Entries {
		if word := e.Key.Text.Value; otherWords[word] != "" || diag.Nearest(word, spec.VerbNames()) != "" {
			p.noVerb(e.Key.Text.Value, e.Key.Span)
			return
		}
	}
	p.Report.Add(diag.NotAStep, n.Entries[0].Key.Span, "the step has no verb").Helped("a step has one of %s", diag.Words(spec.VerbNames()))
}

// isOutcome reports whether a key is one that stands under `on:`.
func isOutcome(verb *spec.Verb, key string) bool {
	first := strings.TrimSpace(strings.SplitN(key, "|", 2)[0])
	_, known := verb.Outcome(first)
	return known || first == "otherwise" || first == spec.CallerLeft().Name || strings.HasPrefix(first, "key ")
}

// stepKey reads a key beside the verb. An empty `on:` has its outcomes there.
func (p *parser) stepKey(s *ast.Step, e source.Entry, onEmpty bool) {
	name := e.Key.Text.Value
	switch name {
	case "on":
		p.handlers(s, e.Value)
		return
	case "id":
		s.Name = p.name(e.Value, "the id of a step")
		return
	}
	field, ok := s.Verb.Field(name)
	if !ok {
		outcome := isOutcome(s.Verb, name)
		s.Unread = s.Unread || outcome
		if outcome && onEmpty {
			return // reported with `on:`
		}
		d := p.Report.Add(diag.UnknownKey, e.Key.Span, "`%s` has no field `%s`", s.Verb.Name, name)
		if outcome {
			d.Helped("what follows an outcome stands under `on:`")
			return
		}
		common := spec.FieldNames(spec.CommonFields())
		d.Meant(name, append(spec.FieldNames(s.Verb.Fields), common...))
		return
	}
	s.Fields = append(s.Fields, &ast.Field{Ident: ast.Ident{Name: name, At: e.Key.Span}, Value: p.value(e.Value, field)})
}

// finish reads what stands behind the verb and demands what the verb requires.
func (p *parser) finish(s *ast.Step, head, whole *source.Node) {
	given := head != nil && (head.Kind != source.Null || head.Bad)
	switch {
	case given && s.Verb.Head.Kind == spec.None:
		p.Report.Add(diag.WrongShape, shape.HeadOf(head), "nothing stands behind `%s`", s.Verb.Name).Helped("write `- %s`", s.Verb.Name)
	case given:
		field := s.Verb.Head
		field.Name = s.Verb.Name
		s.Head = p.value(head, field)
	case s.Verb.Head.Required:
		p.Report.Add(diag.MissingKey, s.VerbAt, "`%s` has nothing behind it", s.Verb.Name).Helped("it takes %s. %s", s.Verb.Head.Kind, s.Verb.Head.Doc)
	}
	for _, f := range s.Verb.Fields {
		if f.Required && whole.Get(f.Name) == nil {
			p.Missing("`"+s.Verb.Name+"`", f, s.VerbAt)
		}
	}
}
