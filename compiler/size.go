package compiler

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/compiler/emit"
	"github.com/ringflow/ringflow/compiler/ir"
)

// hopeless reports whether a module is so large that nobody need link it to know
// that its script is too large: linking adds the library and drops parentheses.
func hopeless(module emit.Module) bool { return len(module.Text) > 2*artifact.MaxScriptBytes }

// blockSize is how much of the script a block takes.
type blockSize struct {
	name          string
	bytes, states int
}

// blockSizes returns the blocks of a machine, the largest first.
func blockSizes(machine *ir.Program, module emit.Module) []blockSize {
	var all []blockSize
	index := map[string]int{}
	for i, s := range machine.States {
		name, _, _ := strings.Cut(s.ID, "/")
		k, known := index[name]
		if !known {
			k = len(all)
			index[name] = k
			all = append(all, blockSize{name: name})
		}
		all[k].bytes += module.Sizes[i]
		all[k].states++
	}
	slices.SortStableFunc(all, func(a, b blockSize) int { return cmp.Compare(b.bytes, a.bytes) })
	return all
}

// reportSize reports a script over the platform's limit, with the blocks that
// take the most of it.
func reportSize(p *check.Program, machine *ir.Program, module emit.Module, size string, report *diag.List) {
	d := report.Add(diag.ScriptTooLarge, p.Flow.Name.At, "the script would have %s, and the platform takes at most %d bytes", size, artifact.MaxScriptBytes)
	all := blockSizes(machine, module)
	var largest []string
	for _, b := range all[:min(3, len(all))] {
		largest = append(largest, fmt.Sprintf("`%s` (%s)", b.name, kilobytes(b.bytes)))
		d.Also(p.Blocks[b.name].At, "%s in %d states", kilobytes(b.bytes), b.states)
	}
	d.Helped("of %d blocks the largest are %s", len(all), strings.Join(largest, ", ")).
		Helped("move what stands for itself into a flow with a number or a rule of its own, and what several blocks do alike into one block with `needs:`")
}

func kilobytes(n int) string { return fmt.Sprintf("%.1f KB", float64(n)/1024) }
