package reference

import (
	"fmt"
	"strings"

	"github.com/ringflow/ringflow/flow/spec"

	"github.com/ringflow/ringflow/runtime-shim/facts"
)

// rests writes which unverified facts a field rests on; the fields of a group follow it.
func rests(b *strings.Builder, f spec.Field, owner string) {
	what := "`" + owner + f.Name + "`"
	if f.Resting != "" {
		what = f.Resting
	}
	restsOn(b, what, f.Rests)
	for _, inner := range f.Fields {
		rests(b, inner, owner+f.Name+".")
	}
}

// restsOn writes one line for each fact that something rests on.
func restsOn(b *strings.Builder, what string, switches []string) {
	for _, id := range switches {
		sw, _ := facts.LookupSwitch(id)
		fmt.Fprintf(b, "\n%s rests on an unverified fact, [%s](../docs/fidelity.md#unverified-facts): %s.\n", upperFirst(what), id, sw.Says)
	}
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
