package parse

import (
	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// flow reads the top of a flow's file.
func (p *parser) flow(root *source.Node) *ast.Flow {
	f := &ast.Flow{File: root.Span.File, Main: &ast.Block{Ident: ast.Ident{Name: "main", At: root.Span}}}
	if !p.Want(root, source.Map, "a mapping with `ringflow`, `flow`, `main` ...") {
		return f
	}
	// An error about the file as a whole points at its first key.
	at := root.Span
	if len(root.Entries) > 0 {
		at = root.Entries[0].Key.Span
	}
	p.Version(root, at)
	if n := root.Get("language"); n != nil { // which texts of a file count, wherever `prompts` stands
		f.Language = ast.Ident{Name: n.Text.Value, At: n.Span}
	}
	if n := root.Get("languages"); n != nil {
		f.Languages = p.languages(n)
	}
	p.Entries(root, spec.FlowFields()[1:], "the flow", at, func(field spec.Field, e source.Entry) {
		p.flowField(f, field, e)
	})
	return f
}

func (p *parser) flowField(f *ast.Flow, field spec.Field, e source.Entry) {
	n := e.Value
	switch field.Name {
	case "flow":
		f.Name = p.flowName(n)
	case "starts":
		word, _ := p.Word(n, field)
		f.Starts = ast.Ident{Name: word, At: n.Span}
	case "args":
		f.ArgsAt, f.Args = e.Key.Span, p.decls(n, "an argument")
	case "language":
		f.Language = p.bare(n, "a language such as en-US")
	case "country":
		f.Country = p.bare(n, "a country such as US")
	case "voice":
		f.Voice = p.bare(n, "a voice such as Google.en_US_Neural2_C")
	case "use":
		f.Uses = p.uses(n)
	case "config":
		f.Config = p.defaulted(n, "a setting")
	case "types":
		f.Types = p.types(n)
	case "stores":
		f.Stores = p.stores(n)
	case "calendars":
		f.Calendars = p.calendars(n)
	case "prompts":
		p.prompts(n, f)
	case "main":
		f.Main = &ast.Block{Ident: ast.Ident{Name: "main", At: e.Key.Span}, Steps: p.steps(n)}
	case "finally":
		f.Finally = &ast.Block{Ident: ast.Ident{Name: "finally", At: e.Key.Span}, Steps: p.steps(n)}
	case "blocks":
		f.Blocks = p.blocks(n)
	case "result":
		f.Result = p.result(n)
	case "allow":
		if p.Want(n, source.Map, "a mapping of codes to reasons") {
			f.Allow = p.reasons(n)
		}
	}
}

func (p *parser) flowName(n *source.Node) ast.Ident {
	text, ok := p.Text(n, "the flow's name")
	if ok && !flowForm.MatchString(text.Value) {
		p.Report.Add(diag.BadName, n.Span, "`%s` cannot be a flow's name", text.Value).
			Helped("the platform takes up to 29 letters, digits, `-` and `_` for a scenario's name")
	}
	return ast.Ident{Name: text.Value, At: n.Span}
}

// bare reads a scalar that is looked up later.
func (p *parser) bare(n *source.Node, what string) ast.Ident {
	text, _ := p.Text(n, what)
	return ast.Ident{Name: text.Value, At: n.Span}
}

// decls reads a mapping of names to types.
func (p *parser) decls(n *source.Node, what string) []ast.Decl {
	if n.Kind == source.Null && !n.Bad || !p.Want(n, source.Map, "a mapping of names to types") {
		return nil
	}
	var out []ast.Decl
	for _, e := range n.Entries {
		id := p.name(e.Key, what)
		if text, ok := p.Text(e.Value, "a type"); ok {
			out = append(out, ast.Decl{Ident: id, Type: text})
		}
	}
	return out
}

func (p *parser) types(n *source.Node) []ast.TypeDecl {
	if !p.Want(n, source.Map, "a mapping of names to types") {
		return nil
	}
	var out []ast.TypeDecl
	for _, e := range n.Entries {
		t := ast.TypeDecl{Ident: p.name(e.Key, "a type")}
		switch e.Value.Kind {
		case source.List:
			for _, item := range e.Value.Items {
				t.Words = append(t.Words, p.name(item, "a word"))
			}
		case source.Map:
			t.Fields = p.decls(e.Value, "a field")
		default:
			p.Want(e.Value, source.List, "a list of words, or a mapping of fields to types,")
			continue
		}
		out = append(out, t)
	}
	return out
}

func (p *parser) stores(n *source.Node) []*ast.Store {
	if !p.Want(n, source.Map, "a mapping of stores") {
		return nil
	}
	var out []*ast.Store
	for _, e := range n.Entries {
		s := &ast.Store{Ident: p.name(e.Key, "a store"), KeyAt: e.Key.Span}
		if p.Want(e.Value, source.Map, "a mapping with `key` and `value`") {
			p.Entries(e.Value, spec.StoreFields(), "the store `"+s.Name+"`", e.Key.Span, func(field spec.Field, e source.Entry) {
				if field.Name == "value" {
					s.Fields = p.decls(e.Value, "a field")
				} else if text, ok := p.Text(e.Value, "the key as text"); ok {
					s.KeyAt, s.Key = e.Value.Span, p.storeKey(text)
				}
			})
		}
		out = append(out, s)
	}
	return out
}

// storeKey reads a key with typed holes: "order:{number: text}".
func (p *parser) storeKey(text source.Text) []ast.KeyPart {
	var out []ast.KeyPart
	s, last := text.Value, 0
	for i := 0; i < len(s); i++ {
		if s[i] != '{' {
			continue
		}
		end := i + 1
		colon := -1
		for ; end < len(s) && s[end] != '}'; end++ {
			if s[end] == ':' && colon < 0 {
				colon = end
			}
		}
		if end == len(s) || colon < 0 {
			p.Report.Add(diag.BadValue, text.Span(i, min(end+1, len(s))), "this hole of the key cannot be read").Helped("write {NAME: TYPE}, for instance {number: text}")
			return out
		}
		if i > last {
			out = append(out, ast.KeyPart{Text: s[last:i]})
		}
		name := text.Slice(i+1, colon).Trim()
		out = append(out, ast.KeyPart{Hole: &ast.Decl{Ident: ast.Ident{Name: name.Value, At: name.All()}, Type: text.Slice(colon+1, end).Trim()}})
		i, last = end, end+1
	}
	if last < len(s) {
		out = append(out, ast.KeyPart{Text: s[last:]})
	}
	return out
}

// promptWords are the keys of other forms of what is heard.
var promptWords = map[string]bool{"text": true, "ssml": true, "file": true, "silence": true}

func (p *parser) promptMap(n *source.Node, lang string) []*ast.Prompt {
	var out []*ast.Prompt
	for _, e := range n.Entries {
		id := p.name(e.Key, "a prompt")
		if promptWords[id.Name] {
			p.Report.Add(diag.BadName, id.At, "`%s` cannot be a prompt: it has a meaning of its own", id.Name)
		}
		prompt := &ast.Prompt{Ident: id}
		switch e.Value.Kind {
		case source.Scalar:
			prompt.Text = p.spoken(e.Value.Text, lang)
		case source.Map:
			p.promptForm(prompt, e.Value, lang)
		default:
			p.Want(e.Value, source.Scalar, "a text, or `file:` with an address,")
		}
		out = append(out, prompt)
	}
	return out
}

func (p *parser) blocks(n *source.Node) []*ast.Block {
	if !p.Want(n, source.Map, "a mapping of blocks") {
		return nil
	}
	var out []*ast.Block
	for _, e := range n.Entries {
		b := &ast.Block{Ident: p.name(e.Key, "a block")}
		if b.Name == "main" || b.Name == "finally" {
			p.Report.Add(diag.BadName, b.At, "`%s` cannot be a block: it has a meaning of its own", b.Name).Helped("take another name")
		}
		if e.Value.Kind == source.Map && (e.Value.Get("do") != nil || e.Value.Get("needs") != nil) {
			p.Entries(e.Value, spec.BlockFields(), "the block `"+b.Name+"`", b.At, func(field spec.Field, e source.Entry) {
				switch field.Name {
				case "needs":
					b.Needs = p.defaulted(e.Value, "a need")
				case "gives":
					b.Gives = p.decls(e.Value, "what a block gives")
				default:
					b.Steps = p.steps(e.Value)
				}
			})
		} else {
			b.Steps = p.steps(e.Value)
		}
		out = append(out, b)
	}
	return out
}

// result reads the fields of the call result: names, which start empty, or names
// with the texts that they start with.
func (p *parser) result(n *source.Node) []ast.ResultField {
	var out []ast.ResultField
	if n.Kind == source.List {
		for _, item := range n.Items {
			if id := p.resultField(item); id.Name != "" {
				out = append(out, ast.ResultField{Ident: id})
			}
		}
		return out
	}
	if !p.Want(n, source.Map, "a list of fields, or a mapping of fields to the texts that they start with,") {
		return nil
	}
	for _, e := range n.Entries {
		id := p.resultField(e.Key)
		if text, ok := p.Text(e.Value, "the text that the field starts with, e.g. \"\","); ok {
			out = append(out, ast.ResultField{Ident: id, Start: text})
		}
	}
	return out
}

func (p *parser) resultField(n *source.Node) ast.Ident {
	id := p.name(n, "a result field")
	if id.Name == "ringflow" {
		p.Report.Add(diag.BadName, id.At, "`ringflow` cannot be a result field: the report carries its details under that name")
	}
	return id
}
