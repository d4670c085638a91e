package lsp

import "github.com/ringflow/ringflow/flow/check"

// languages finds the flow's languages, and the prompts that each has: a prompt
// is one symbol with a declaration in every language.
func (i *indexer) languages() {
	own := i.program.Flow.Language
	i.declare(own.At, symbol{kind: "language", name: own.Name}, "the flow's language, spoken by "+i.program.Voice)
	for _, l := range i.program.Languages {
		i.declare(l.At, symbol{kind: "language", name: l.Name}, l.Name+", spoken by "+l.Speaks)
		for _, p := range l.Language.Prompts {
			i.declare(p.At, symbol{kind: "prompt", name: p.Name}, promptText(p))
		}
	}
}

// spoken finds the names in what a prompt says, in every language.
func (i *indexer) spoken(s check.Spoken) {
	i.template(s.Text)
	i.template(s.File)
	for _, other := range s.Others {
		i.spoken(other)
	}
}
