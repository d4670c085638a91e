package shape

import (
	"strings"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
)

// accident reports what keeps a file from being read in words for people.
func (p *Reader) accident(a source.Accident) {
	add := func(code diag.Code, format string, args ...any) *diag.Diagnostic {
		return p.Report.Add(code, a.At, format, args...)
	}
	switch a.Kind {
	case source.Encoding:
		add(diag.YAMLEncoding, "the file is not UTF-8 text").Helped("save it as UTF-8")
	case source.TooLarge:
		add(diag.YAMLEncoding, "the file is larger than %d MB, which no flow is", source.MaxBytes>>20)
	case source.TooDeep:
		add(diag.YAMLSyntax, "the file nests deeper than %d levels", source.MaxDepth).Helped("move steps into a block and `run` it")
	case source.Empty:
		add(diag.FileEmpty, "the file is empty").Helped("start with `ringflow: 1` and `flow: NAME`")
	case source.SecondDocument:
		add(diag.FileEmpty, "a second document starts here").Helped("one file holds one flow: remove the `---`")
	case source.Tab:
		mendTabs(add(diag.YAMLTab, "a tab indents this line").Labelled("a tab").Helped("YAML indents with spaces: replace the tab by two"), a.At)
	case source.Anchor:
		add(diag.YAMLReference, "`%s` is an anchor", a.Detail).Helped("flows have none; use a block, a prompt or `config` to say a thing once")
	case source.Alias:
		add(diag.YAMLReference, "`%s` stands for an anchor", a.Detail).Helped("flows have none: write it out, or quote it if it is a text")
	case source.MergeKey:
		add(diag.YAMLReference, "`<<` merges another mapping").Helped("flows have no merge keys; write the fields out, or use a block")
	case source.Tag:
		d := add(diag.YAMLReference, "`%s` is a YAML tag", a.Detail)
		if strings.HasPrefix(a.Detail, "!!") {
			d.Helped("types follow from the field: remove the tag")
		} else {
			d.Helped("quote an expression that starts with `!`")
		}
		mendTag(d, a)
	case source.DuplicateKey:
		add(diag.YAMLDuplicate, "the key `%s` stands here a second time", a.Detail).Labelled("again").Also(a.Other, "first").
			Helped("keep one of them; several outcomes with one answer are written `a | b`")
	case source.BareHash:
		mendHash(add(diag.YAMLHash, "a `#` starts a comment here").Labelled("the rest of the line is not read").Helped("quote it: \"#\""), a.At)
	case source.KeyNotText:
		add(diag.WrongShape, "a key is %s", a.Detail).Helped("keys are names")
	default:
		p.syntax(a)
	}
}

// syntax reports a file that is not YAML, by what a person most likely did.
func (p *Reader) syntax(a source.Accident) {
	add := func(format string, args ...any) *diag.Diagnostic {
		return p.Report.Add(diag.YAMLSyntax, a.At, format, args...)
	}
	switch a.Kind {
	case source.NotClosed:
		closing := map[string]string{"{": "}", "[": "]"}[a.Detail]
		if closing == "" {
			add("the text is not closed").Labelled("it starts here").Helped("add a closing `%s`", a.Detail)
			return
		}
		add("the `%s` is not closed", a.Detail).Labelled("it starts here").Also(a.Other, "this does not belong into it").
			Helped("add the closing `%s`, or a comma between two entries", closing)
	case source.NeedsQuotes:
		mendText(add("a text cannot start with `%s` in YAML", a.Detail).Helped("put it into quotes"), a.At.Start, a.At.File, a.Detail != "- ")
	case source.BehindText:
		quotes := "quotes"
		if a.Detail == "'" || a.Detail == "\"" {
			quotes = "quotes of the other kind"
		}
		add("something stands behind the end of the value").Labelled("this is no part of it").Also(a.Other, "it ends here").
			Helped("put the whole text into %s, or a comma between two entries", quotes)
	case source.Escape:
		add("`%s` means nothing in double quotes", a.Detail).Helped("write `\\\\` for a backslash, or use single quotes")
	case source.ColonInText:
		mendColon(add("a colon and a space stand in a text without quotes").Helped("quote the text; if this is a key, start a new line or write braces: `{key: value}`"), a.At)
	case source.NoSpace:
		word, _, _ := strings.Cut(a.Detail, ":")
		p.addition(add("a space is missing behind the colon").Helped("write `%s`", a.Detail), a.At, a.Detail, "add the space", word)
	case source.NoColon:
		p.addition(add("a colon is missing behind `%s`", a.Detail).Helped("write `%s:`", a.Detail), a.At, a.Detail+":", "add the colon", a.Detail)
	case source.GoesOn:
		add("the line goes on with the text of the line above, because it is indented deeper").Helped("indent it as the key above, or as the text behind the `-`")
	case source.Indentation:
		add("the indentation of this line fits nothing above").
			Helped("start it under the first letter of its neighbours: steps under the `-`, fields of a step under its verb")
	default:
		add("the file is not YAML: %s", a.Detail).Also(a.Other, "it belongs to this")
	}
}

// addition adds what is missing behind a word; that is safe when it is a word of ours.
func (p *Reader) addition(d *diag.Diagnostic, at source.Span, text, title, word string) {
	if isField(word) {
		d.Mended(at, text, title)
	} else {
		d.Fixed(at, text, title)
	}
}
