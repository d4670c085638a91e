package emit

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/script"
	"github.com/ringflow/ringflow/flow/types"

	"github.com/ringflow/ringflow/compiler/ir"
)

func (e *emitter) request(f *ir.Request) string {
	var b strings.Builder
	fmt.Fprintf(&b, "{\n        url: %s, method: %s, timeout: %d,\n", e.address(f.URL), quote(f.Method), f.Timeout)
	if f.Retries > 0 {
		fmt.Fprintf(&b, "        retries: %d, backOff: %d,\n", f.Retries, f.BackOff)
	}
	if len(f.Headers) > 0 {
		headers := make([]string, len(f.Headers))
		for i, h := range f.Headers {
			headers[i] = property(h.Name) + ": " + e.header(h.Value)
		}
		fmt.Fprintf(&b, "        headers: () => ({ %s }),\n", strings.Join(headers, ", "))
	}
	if f.JSON != nil {
		fmt.Fprintf(&b, "        body: JSON.stringify(%s), type: \"application/json\",\n", e.object(f.JSON))
	}
	if f.Text != nil {
		fmt.Fprintf(&b, "        body: %s, type: \"text/plain; charset=utf-8\",\n", e.template(f.Text))
	}
	if f.Reply.Into != "" {
		fmt.Fprintf(&b, "        gives: %s,\n        bind: (reply) => { %s = reply; },\n", e.shapes(f.Reply.Fields), member("v", f.Reply.Into))
	}
	b.WriteString("      }")
	return b.String()
}

// address writes a text whose holes are URL-encoded, except one at its beginning: that is the address itself.
func (e *emitter) address(t *expr.Template) string {
	out := make([]string, len(t.Parts))
	for i, p := range t.Parts {
		switch {
		case p.Hole == nil:
			out[i] = quote(p.Text)
		case i == 0:
			out[i] = e.expr(p.Hole)
		default:
			out[i] = e.use("encoded") + "(" + e.expr(p.Hole) + ")"
		}
	}
	return strings.Join(out, " + ")
}

// header writes a text in which a hole may be the value of a secret.
func (e *emitter) header(t *expr.Template) string {
	out := []string{`""`}
	for _, p := range t.Parts {
		switch {
		case p.Hole == nil:
			out = append(out, quote(p.Text))
		case p.Hole.Type.Kind == types.Secret:
			out = append(out, e.use("secretValue")+"("+quote(p.Hole.Value)+")")
		default:
			out = append(out, e.expr(p.Hole))
		}
	}
	if len(t.Parts) > 0 && t.Parts[0].Hole == nil {
		out = out[1:]
	}
	return strings.Join(out, " + ")
}

func (e *emitter) object(list []ir.Named) string {
	if len(list) == 0 {
		return "{}"
	}
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = property(n.Name) + ": " + e.written(n.Value)
	}
	return "{ " + strings.Join(out, ", ") + " }"
}

// written is a value as text or JSON has it: an amount with its currency.
func (e *emitter) written(x *expr.Expr) string {
	if x.Type.Kind != types.Money {
		return e.expr(x)
	}
	text, more := expr.MoneyText(x.Type.Name)
	call := e.use(text.JS) + "(amount, " + constant(more[0]) + ", " + constant(more[1]) + ")"
	if x.Type.Optional {
		call = "amount === null ? null : " + call
	}
	return "((amount) => " + call + ")(" + e.expr(x) + ")"
}

// shapes writes the types of fields as the library reads them.
func (e *emitter) shapes(fields []types.Field) string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = property(f.Name) + ": " + e.shape(f.Type)
	}
	return "{ " + strings.Join(out, ", ") + " }"
}

func (e *emitter) shape(t types.Type) string {
	inner := ""
	switch t.Kind {
	case types.Record:
		inner = "fields: " + e.shapes(t.Fields)
	case types.List:
		inner = "list: " + e.shape(*t.Elem)
	case types.Enum:
		words := make([]string, len(t.Words))
		for i, w := range t.Words {
			words[i] = quote(w)
		}
		inner = "words: [" + strings.Join(words, ", ") + "]"
	default:
		return e.fieldType(ir.StoreField{Kind: t.Required().Public().String(), Optional: t.Optional})
	}
	if t.Optional {
		inner += ", optional: true"
	}
	return "{ " + inner + " }"
}

// key writes the key of an entry.
func (e *emitter) key(parts []ir.KeyPart) string {
	e.modules["ApplicationStorage"] = true
	key := make([]string, len(parts))
	for i, k := range parts {
		if k.Value != nil {
			key[i] = e.expr(k.Value)
		} else {
			key[i] = quote(k.Text)
		}
	}
	return strings.Join(key, " + ")
}

// script writes the flow's own code as a function. Every line of it has its place
// in the source map, and every loop counts its turns.
func (e *emitter) script(s *ir.State, f *ir.Script) {
	w := e.body
	params := make([]string, 0, len(f.Takes)+1)
	args := make([]string, len(f.Takes))
	for i, n := range f.Takes {
		params = append(params, n.Name)
		args[i] = e.expr(n.Value)
	}
	params = append(params, script.Tick)
	w.write("      return " + e.use("script") + "(function (" + strings.Join(params, ", ") + ") {\n\"use strict\";\n")
	code, from := f.Code.Value, 0
	for _, to := range append(f.Loops, len(code)) {
		e.lines(f, from, to)
		if to < len(code) {
			w.write(" " + script.Tick + "();")
		}
		from = to
	}
	w.write("\n      }, ")
	w.mark(s.At)
	w.write(fmt.Sprintf("[%s], %s, (reply) => { %s = reply; }, ", strings.Join(args, ", "), e.shapes(f.Reply.Fields), member("v", f.Reply.Into)))
	e.edges(s)
	e.hook(s)
	w.write(");\n")
}

// lines writes a part of a script line by line.
func (e *emitter) lines(f *ir.Script, from, to int) {
	for _, line := range strings.SplitAfter(f.Code.Value[from:to], "\n") {
		text := strings.TrimLeft(line, " \t")
		e.body.write(line[:len(line)-len(text)])
		if at := from + len(line) - len(text); strings.TrimSpace(text) != "" {
			e.body.mark(f.Code.Span(at, at+1))
		}
		e.body.write(text)
		from += len(line)
	}
}
