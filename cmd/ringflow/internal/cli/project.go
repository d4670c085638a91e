package cli

import (
	"io/fs"
	"path"
	"strings"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/project"
)

// checkProject checks a project's file, and what its environments give to the
// settings of its flows. A flow with mistakes is a file of its own: while there is
// one, nobody knows which settings there are.
func checkProject(files fs.FS, name string, report *diag.List) {
	p := project.Read(files, name, report)
	if p == nil {
		return
	}
	var flows []*check.Program
	for _, s := range p.Scenarios {
		if !strings.HasSuffix(s.File, flowEnding) {
			continue
		}
		var own diag.List
		f := parse.Flow(files, path.Join(p.Dir, s.File), &own)
		if f == nil {
			return
		}
		program := check.Flow(f, &own)
		if own.Failed() {
			return
		}
		flows = append(flows, program)
	}
	p.Settings(flows, report)
}
