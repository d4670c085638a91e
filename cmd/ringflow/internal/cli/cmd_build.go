package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ringflow/ringflow/flow/diag"

	"github.com/ringflow/ringflow/compiler/artifact"
	"github.com/ringflow/ringflow/compiler/ir"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
)

type buildCmd struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Flows, or folders with flows. Default: this folder."`
	Output string   `short:"o" default:"dist" placeholder:"DIR" help:"Folder for scripts, source maps and manifest.json."`
	Emit   string   `default:"js" enum:"js,ir" placeholder:"js|ir" help:"What to write: js, or ir, the flow as a machine in text (${enum})."`
}

func (c *buildCmd) Run(env *Env) error {
	subjects, err := buildFlows(env, c.Paths)
	if err != nil {
		return err
	}
	dir := env.path(c.Output)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return failed("cannot make %s: %w", c.Output, err)
	}
	var index artifact.Index
	for _, s := range subjects {
		name := filepath.Join(dir, s.Name)
		if c.Emit == "ir" {
			if err := write(name+".ir", []byte(ir.Text(s.Machine))); err != nil {
				return err
			}
			continue
		}
		size := s.Artifact.Manifest.Size
		if err := write(name+".js", s.Artifact.Script()); err != nil {
			return err
		}
		if err := write(name+".js.map", s.Artifact.Map); err != nil {
			return err
		}
		fmt.Fprintf(env.Stderr, "%s: %d bytes (%d minified; the platform takes %d), release %s\n", s.Name, size.Script, size.Minified, artifact.MaxScriptBytes, s.Artifact.Manifest.Release[:12])
		index.Flows = append(index.Flows, s.Artifact.Manifest)
	}
	if c.Emit == "ir" {
		return nil
	}
	raw, err := json.MarshalIndent(index, "", "  ")
	if err != nil {
		return err
	}
	return write(filepath.Join(dir, "manifest.json"), append(raw, '\n'))
}

// buildFlows builds the flows among paths. Two flows of one name are refused:
// their scripts would take each other's place.
func buildFlows(env *Env, paths []string) ([]*calltest.Subject, error) {
	files, err := env.find(paths, flowEnding)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, failed("nothing to build: no *%s here", flowEnding)
	}
	var report diag.List
	b := &calltest.Builder{Files: env.files()}
	var out []*calltest.Subject
	from := map[string]string{}
	for _, f := range files {
		if err := wantFlow(f); err != nil {
			return nil, err
		}
		s, err := b.Flow(f, &report)
		if err != nil {
			return nil, err
		}
		if s == nil {
			continue
		}
		if other := from[s.Name]; other != "" {
			return nil, failed("%s and %s are both named %s", other, f, s.Name)
		}
		from[s.Name] = f
		out = append(out, s)
	}
	return out, env.say(&report)
}

// write writes a file; a script that is there already is replaced at once or not at all.
func write(name string, data []byte) error {
	tmp := name + ".new"
	if err := os.WriteFile(tmp, data, 0o644); err != nil {
		return failed("cannot write: %w", err)
	}
	if err := os.Rename(tmp, name); err != nil {
		return failed("cannot write: %w", err)
	}
	return nil
}
