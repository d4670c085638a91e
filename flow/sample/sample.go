// Package sample writes flows of any length, to measure with: a tree of menus whose
// leaves ask for orders and cards, connect to desks and take surveys, each with
// prompts of its own. The same length gives the same bytes. It is for measurements
// and tests alone.
package sample

import (
	"fmt"
	"strconv"
	"strings"
)

// keys is how many blocks a menu leads to.
const keys = 8

// Flow returns a flow of that many steps, nested ones counted, in which nothing is
// wrong and nothing unused. The shortest has a step or two of everything.
func Flow(steps int) string {
	n := count(steps)
	var prompts, blocks strings.Builder
	for i := range n.blocks {
		k := kindOf(i, n.blocks)
		fill := strings.NewReplacer("$", strconv.Itoa(i))
		_, _ = fill.WriteString(&prompts, k.prompts)
		_, _ = fill.WriteString(&blocks, k.steps)
		if k.name == menu().name {
			branches(&blocks, i, n.blocks)
		}
	}
	rest := strings.Repeat("  - log: a call came\n", n.rest)
	return fmt.Sprintf(frame, prompts.String(), rest, blocks.String())
}

// size is how a number of steps is reached: so many blocks, and single steps for the rest.
type size struct{ blocks, rest int }

// count adds blocks while there is room. The first block that a block leads to
// makes a menu of it.
func count(steps int) size {
	n := size{rest: steps - frameSteps}
	for {
		more := leaf(n.blocks).count
		if n.blocks > 0 {
			more++ // the step that runs it
			if parent := (n.blocks - 1) / keys; n.blocks == keys*parent+1 {
				more += menu().count - leaf(parent).count
			}
		}
		if n.blocks > keys && more > n.rest {
			return n
		}
		n = size{n.blocks + 1, n.rest - more}
	}
}

// kindOf returns the kind of a block: a menu when it leads to others.
func kindOf(i, blocks int) kind {
	if keys*i+1 < blocks {
		return menu()
	}
	return leaf(i)
}

func leaf(i int) kind { return leaves()[i%len(leaves())] }

// branches writes what a menu leads to.
func branches(b *strings.Builder, i, blocks int) {
	for k := 1; k <= keys && keys*i+k < blocks; k++ {
		child := keys*i + k
		of := kindOf(child, blocks)
		with := ""
		if of.needs {
			with = fmt.Sprintf(", with: {topic: \"'topic %d'\"}", child)
		}
		fmt.Fprintf(b, "          key \"%d\": {run: %s_%d%s}\n", k, of.name, child, with)
	}
}
