package migrate

import (
	"strings"

	"github.com/ringflow/ringflow/flow/source"
)

// fromPrerelease leads from the language before its first release, whose files
// often said no version. `record` could ask for a quality then, which the platform
// decides by itself.
func fromPrerelease() Step {
	return Step{From: unwritten, To: "1", Doc: "`record` has no `quality`; every file says its version.", changes: func(root *source.Node) []change {
		if !strings.HasSuffix(root.Span.File.Name, ".flow.yaml") {
			return nil
		}
		var out []change
		walk(root, func(n *source.Node) {
			if record := n.Get("record"); record != nil && record.Kind == source.Map {
				if c, ok := without(record, "quality"); ok {
					out = append(out, c)
				}
			}
		})
		return out
	}}
}
