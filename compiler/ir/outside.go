package ir

import (
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// Request asks or tells a server by HTTP. Outcomes: ok, refused, failed, slow,
// and malformed when a reply is read.
type Request struct {
	URL                       *expr.Template // a hole is URL-encoded, except one at the beginning
	Method                    string         // GET ...
	Headers                   []Header
	JSON                      []Named        // fields of the body; nil for none
	Text                      *expr.Template // the body; nil for none
	Timeout, Retries, BackOff int            // milliseconds, but for Retries
	Reply                     Reply
}

// Header is a header of a request. A hole of type secret is its value, on the platform.
type Header struct {
	Name  string
	Value *expr.Template
}

// Named is a value by name.
type Named struct {
	Name  string
	Value *expr.Expr
}

// Reply is what comes from outside: the fields that are read, and the slot that
// gets them. Into "" reads nothing.
type Reply struct {
	Fields []types.Field
	Into   string
}

// Store writes an entry of the application's storage. Outcomes: done, failed.
type Store struct {
	Store string
	Key   []KeyPart
	Value []Named
	Keep  int // seconds
}

// Forget deletes an entry of the application's storage. Outcomes: done, failed.
type Forget struct {
	Store string
	Key   []KeyPart
}

// Script runs the flow's own JavaScript, the body of a function. Outcomes: done, failed.
type Script struct {
	Code  source.Text
	Loops []int // places in the code where a turn of a loop begins
	Takes []Named
	Reply Reply
}

func (*Request) effect() {}
func (*Store) effect()   {}
func (*Forget) effect()  {}
func (*Script) effect()  {}

// outsideOutcomes are the outcomes of the effects of this file.
func outsideOutcomes(e Effect) []string {
	r, request := e.(*Request)
	switch {
	case !request:
		return []string{"done", "failed"}
	case r.Reply.Into == "":
		return []string{"ok", "refused", "failed", "slow"}
	}
	return []string{"ok", "refused", "failed", "slow", "malformed"}
}

// outside visits the expressions of the effects of this file.
func (w walker) outside(e Effect) {
	switch e := e.(type) {
	case *Request:
		w.template(e.URL)
		for _, h := range e.Headers {
			w.template(h.Value)
		}
		w.named(e.JSON)
		w.template(e.Text)
	case *Store:
		w.key(e.Key)
		w.named(e.Value)
	case *Forget:
		w.key(e.Key)
	case *Script:
		w.named(e.Takes)
	}
}

func (w walker) key(parts []KeyPart) {
	for _, k := range parts {
		w.some(k.Value)
	}
}

func (w walker) named(list []Named) {
	for _, n := range list {
		w.some(n.Value)
	}
}

// replyOf returns what an effect reads from outside.
func replyOf(e Effect) Reply {
	switch e := e.(type) {
	case *Request:
		return e.Reply
	case *Script:
		return e.Reply
	}
	return Reply{}
}

// outside writes the effects of this file.
func (w *writer) outside(e Effect) {
	switch e := e.(type) {
	case *Request:
		w.line(1, "request %s %s timeout=%dms retries=%d back_off=%dms", e.Method, ShowTemplate(e.URL), e.Timeout, e.Retries, e.BackOff)
		for _, h := range e.Headers {
			w.line(2, "header %s = %s", h.Name, ShowTemplate(h.Value))
		}
		w.values("body", e.JSON)
		if e.Text != nil {
			w.line(2, "text %s", ShowTemplate(e.Text))
		}
		w.reply(e.Reply)
	case *Store:
		w.line(1, "store %s key %q for %ds", e.Store, showKey(e.Key), e.Keep)
		w.values("value", e.Value)
	case *Forget:
		w.line(1, "forget %s key %q", e.Store, showKey(e.Key))
	case *Script:
		w.line(1, "script %q loops=%v", e.Code.Value, e.Loops)
		w.values("takes", e.Takes)
		w.reply(e.Reply)
	}
}

func (w *writer) values(what string, list []Named) {
	for _, n := range list {
		w.line(2, "%s %s = %s", what, n.Name, Show(n.Value))
	}
}

func (w *writer) reply(r Reply) {
	for _, f := range r.Fields {
		w.line(2, "gives %s: %s", f.Name, f.Type)
	}
	if r.Into != "" {
		w.line(2, "into %s", r.Into)
	}
}

func showKey(parts []KeyPart) string {
	key := ""
	for _, k := range parts {
		if k.Value != nil {
			key += "{" + Show(k.Value) + "}"
		} else {
			key += k.Text
		}
	}
	return key
}
