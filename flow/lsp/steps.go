package lsp

import (
	"strconv"

	"github.com/ringflow/ringflow/flow/ast"
)

// named notes the name of a step, and the step that a `restart` enters again. Two
// steps may have one name in different places, so that a symbol has its place too.
func (i *indexer) named(s *ast.Step) {
	i.declare(s.Name.At, stepSymbol(s), "the "+s.Verb.Name+" `"+s.Name.Name+"`")
	if target := i.program.Again[s]; target != nil && s.Verb.Head.Of == "step" && s.Head != nil {
		i.use(s.Head.At, stepSymbol(target))
	}
}

func stepSymbol(s *ast.Step) symbol {
	return symbol{"step", strconv.Itoa(s.Name.At.Start), s.Name.Name}
}
