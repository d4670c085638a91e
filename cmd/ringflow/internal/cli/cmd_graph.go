package cli

import (
	"io"
	"path/filepath"

	"github.com/ringflow/ringflow/flow/diag"

	"github.com/ringflow/ringflow/compiler/graph"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
)

type graphCmd struct {
	Flow   string `arg:"" help:"A flow."`
	Format string `default:"auto" enum:"auto,mermaid,dot,svg" placeholder:"mermaid|dot|svg" help:"How to write it (${enum}). auto goes by the ending of --output (.mmd, .dot, .svg), and is mermaid without one."`
	Output string `short:"o" placeholder:"FILE" help:"Where to write it. Default: standard output."`
}

// Help is shown by `ringflow graph --help`.
func (*graphCmd) Help() string {
	return `Every block is a lane with its steps from the top to the bottom; outcomes stand on the edges.
A filled circle ends the call.`
}

func (c *graphCmd) Run(env *Env) error {
	draw, err := c.writer()
	if err != nil {
		return err
	}
	if err := wantFlow(c.Flow); err != nil {
		return err
	}
	var report diag.List
	subject, err := (&calltest.Builder{Files: env.files()}).Flow(c.Flow, &report)
	if err != nil {
		return err
	}
	if err := env.say(&report); err != nil {
		return err
	}
	picture := draw(graph.Of(subject.Machine))
	if c.Output != "" {
		return write(env.path(c.Output), []byte(picture))
	}
	_, err = io.WriteString(env.Stdout, picture)
	return err
}

// writer chooses the format.
func (c *graphCmd) writer() (func(graph.Graph) string, error) {
	format := c.Format
	if format == "auto" {
		ending := filepath.Ext(c.Output)
		format = map[string]string{"": "mermaid", ".mmd": "mermaid", ".dot": "dot", ".svg": "svg"}[ending]
		if format == "" {
			return nil, usage("%s: the ending %s is none of .mmd, .dot and .svg; say which one it is by --format", c.Output, ending)
		}
	}
	return map[string]func(graph.Graph) string{"mermaid": graph.Mermaid, "dot": graph.DOT, "svg": graph.SVG}[format], nil
}
