package cli

import (
	"io"

	"github.com/ringflow/ringflow/flow/schema"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
)

type schemaCmd struct {
	Of string `arg:"" optional:"" default:"flow" enum:"flow,library,prompts,tests,project" help:"Which files: ${enum}."`
}

// Help is shown by `ringflow schema --help`.
func (*schemaCmd) Help() string {
	return `For editors without a language server, which complete and check by JSON Schema
(draft 7); docs/editor.md says how to set one up. A schema sees the shape of a file;
names, types and outcomes that are not handled are what ringflow check finds.`
}

func (c *schemaCmd) Run(env *Env) error {
	_, err := io.WriteString(env.Stdout, schema.Text(schemas()[c.Of]()))
	return err
}

// schemas are those of all kinds of files.
func schemas() map[string]func() schema.Object {
	return map[string]func() schema.Object{
		"flow": schema.Flow, "library": schema.Library, "prompts": schema.Prompts, "tests": calltest.Schema, "project": schema.Project,
	}
}
