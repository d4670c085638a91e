package parse

import (
	"path"
	"regexp"
	"slices"

	"github.com/ringflow/ringflow/flow/ast"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/expr"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/spec"
)

// languages reads the further languages: a list, or a mapping to their voices.
func (p *parser) languages(n *source.Node) []*ast.Language {
	var out []*ast.Language
	if n.Kind == source.List {
		for _, item := range n.Items {
			out = append(out, &ast.Language{Ident: p.bare(item, "a language such as es-ES")})
		}
		return out
	}
	if !p.Want(n, source.Map, "a list of languages, or a mapping of languages to voices,") {
		return nil
	}
	for _, e := range n.Entries {
		l := &ast.Language{Ident: ast.Ident{Name: e.Key.Text.Value, At: e.Key.Span}}
		if e.Value.Kind != source.Null {
			l.Voice = p.bare(e.Value, "a voice such as Google.es_ES_Neural2_A")
		}
		out = append(out, l)
	}
	return out
}

// texts takes the texts of one language, of several files if need be.
type texts struct {
	language ast.Ident
	prompts  []*ast.Prompt
	at       source.Span
	unread   bool
}

// prompts reads the texts of all languages: texts by name, files, or either by language.
func (p *parser) prompts(n *source.Node, f *ast.Flow) {
	all := []*texts{{language: f.Language}}
	of := map[string]*texts{f.Language.Name: all[0]} // a language that is declared twice has texts once
	for _, l := range f.Languages {
		if of[l.Name] == nil {
			of[l.Name] = &texts{language: l.Ident}
			all = append(all, of[l.Name])
		}
	}
	switch {
	case n.Kind == source.Scalar:
		p.promptFiles([]*source.Node{n}, all)
	case n.Kind == source.List:
		p.promptFiles(n.Items, all)
	case !p.Want(n, source.Map, "the texts by name, or the name of a file"):
		for _, t := range all {
			t.unread = true
		}
	case byLanguage(n):
		p.promptsByLanguage(n, all, f.Library.At.Known())
	case len(all) == 1:
		all[0].prompts = p.promptMap(n, f.Language.Name)
	case len(n.Entries) > 0 && !slices.ContainsFunc(n.Entries, func(e source.Entry) bool { return of[e.Key.Text.Value] != nil }):
		p.withoutLanguage(n, all)
	default:
		p.promptsByLanguage(n, all, f.Library.At.Known())
	}
	f.Prompts, f.Unread = all[0].prompts, all[0].unread
	for _, l := range f.Languages {
		l.Prompts, l.TextsAt, l.Unread = of[l.Name].prompts, of[l.Name].at, of[l.Name].unread
	}
}

// languageTag is the form of a language with its country: en-US, zh-Hant-TW.
var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?-([A-Z]{2}|[0-9]{3})$`)

// byLanguage reports whether texts stand by language: no name of a prompt is like en-US.
func byLanguage(n *source.Node) bool {
	return n != nil && n.Kind == source.Map && slices.ContainsFunc(n.Entries, func(e source.Entry) bool { return languageTag.MatchString(e.Key.Text.Value) })
}

// withoutLanguage reports texts of which nobody knows the language.
func (p *parser) withoutLanguage(n *source.Node, all []*texts) {
	names := make([]string, len(all))
	for i, t := range all {
		t.unread, names[i] = true, t.language.Name
	}
	p.Report.Add(diag.MissingKey, n.Entries[0].Key.Span, "the texts do not say which language they are in, and the flow speaks %s", diag.Words(names)).
		Also(all[1].language.At, "it speaks this too").Helped("write them by language: `%s: {%s: ...}`, and the same for the others", names[0], n.Entries[0].Key.Text.Value)
}

// promptFiles reads files, each with the texts of one language or of several.
func (p *parser) promptFiles(items []*source.Node, all []*texts) {
	var head source.Span
	var file, found = "", []string(nil)
	for _, item := range items {
		root, at := p.promptFile(item)
		if root == nil {
			for _, t := range all {
				t.unread = true
			}
			continue
		}
		file, head = root.Span.File.Name, at
		for _, e := range root.Entries {
			found = append(found, e.Key.Text.Value)
			for _, t := range all {
				if e.Key.Is(t.language.Name) {
					p.textsOf(t, e)
				}
			}
		}
	}
	for _, t := range all {
		if t.at.Known() || t.unread || t.language.Name == "" {
			continue
		}
		t.unread = true
		if len(items) > 1 {
			file, head = "no file", items[0].Span
		}
		p.Report.Add(diag.MissingKey, head, "%s has %stexts in `%s`", file, no(len(items)), t.language.Name).
			Also(t.language.At, "the flow speaks this").Meant(t.language.Name, found)
	}
}

// no is the word in front of what one file lacks; of several, "no file has" it.
func no(files int) string {
	if files == 1 {
		return "no "
	}
	return ""
}

// promptFile reads a file of texts; at is where to report what is missing in it.
func (p *parser) promptFile(n *source.Node) (root *source.Node, at source.Span) {
	text, ok := p.Text(n, "the name of a file")
	if !ok {
		return nil, at
	}
	root = p.File(path.Join(p.dir, text.Value), n.Span)
	if root == nil || !p.Want(root, source.Map, "a mapping with `ringflow` and a language") {
		return nil, at
	}
	at = root.Span
	if len(root.Entries) > 0 {
		at = root.Entries[0].Key.Span
	}
	p.Version(root, at)
	return root, at
}

func (p *parser) textsOf(t *texts, e source.Entry) {
	t.at = e.Key.Span
	if p.Want(e.Value, source.Map, "the texts by name") {
		t.prompts = append(t.prompts, p.promptMap(e.Value, t.language.Name)...)
	} else {
		t.unread = true
	}
}

// promptsByLanguage reads a mapping of languages to their texts, or to the files that have them.
// A library may have texts in more languages than the flow speaks.
func (p *parser) promptsByLanguage(n *source.Node, all []*texts, library bool) {
	var names []string
	for _, t := range all {
		names = append(names, t.language.Name)
	}
	for _, e := range n.Entries {
		i := slices.Index(names, e.Key.Text.Value)
		switch {
		case i < 0 && library:
		case i < 0:
			p.Report.Add(diag.UnknownKey, e.Key.Span, "`%s` is not a language of the flow", e.Key.Text.Value).Also(all[0].language.At, "it speaks this").
				Meant(e.Key.Text.Value, names)
			for _, t := range all {
				t.unread = t.unread || !t.at.Known()
			}
		case e.Value.Kind == source.Map:
			p.textsOf(all[i], e)
		case e.Value.Kind == source.List:
			p.promptFiles(e.Value.Items, all[i:i+1])
		default:
			p.promptFiles([]*source.Node{e.Value}, all[i:i+1])
		}
	}
	head := n.Span
	if len(n.Entries) > 0 {
		head = n.Entries[0].Key.Span
	}
	for _, t := range all {
		if !t.at.Known() && !t.unread {
			t.unread = true
			p.Report.Add(diag.MissingKey, head, "there are no texts in `%s`", t.language.Name).Also(t.language.At, "the flow speaks this").
				Helped("add `%s:` with its texts", t.language.Name)
		}
	}
}

// promptForm reads a prompt that is no plain text: a sound file, SSML, or a text
// in plural forms.
func (p *parser) promptForm(prompt *ast.Prompt, n *source.Node, lang string) {
	what := "the prompt `" + prompt.Name + "`"
	known := func(name string) bool { return n.Get(name) != nil }
	var missing []spec.Field
	switch fields := spec.PromptFields(); {
	case slices.ContainsFunc(spec.FieldNames(spec.PluralPromptFields()), known):
		p.pluralPrompt(prompt, n, lang)
		return
	case known("ssml"):
		missing = fields[1:2]
	default:
		missing = fields[:1]
		missing[0].Required = true
	}
	p.Entries(n, missing, what, prompt.At, func(f spec.Field, e source.Entry) {
		if f.Name == "ssml" {
			if text, ok := p.Text(e.Value, "a text"); ok {
				prompt.Text = p.ssml(text, lang)
			}
		} else if text, ok := p.Text(e.Value, "an address"); ok {
			prompt.File = expr.ParseTemplate(text, p.Report)
		}
	})
}

func (p *parser) pluralPrompt(prompt *ast.Prompt, n *source.Node, lang string) {
	plural := &expr.Plural{At: prompt.At, Language: lang}
	ok := true
	p.Entries(n, spec.PluralPromptFields(), "the prompt `"+prompt.Name+"`", prompt.At, func(f spec.Field, e source.Entry) {
		text, read := p.Text(e.Value, "a text")
		switch {
		case !read:
			ok = false
		case f.Name == "plural":
			plural.Of = expr.Parse(text, p.Report)
		default:
			plural.Forms = append(plural.Forms, expr.Form{Category: f.Name, At: e.Key.Span, Text: p.spoken(text, lang)})
		}
	})
	if ok && plural.Of != nil {
		prompt.Text = &expr.Template{At: n.Span, Plural: plural, Language: lang}
	}
}
