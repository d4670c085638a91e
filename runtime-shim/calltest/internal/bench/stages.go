package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"time"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/compiler/bundle"
	"github.com/ringflow/ringflow/compiler/emit"
)

// stage is one stage of the compiler with its time.
type stage struct {
	name string
	took time.Duration
}

// compileStages times the compiler stage by stage, and esbuild alone on the
// emitted module.
func compileStages() ([]stage, error) {
	var all [][]stage
	for range rounds * 4 {
		s, err := compileOnce()
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	out := all[0]
	for i := range out {
		times := make([]time.Duration, len(all))
		for k, s := range all {
			times[k] = s[i].took
		}
		sort.Slice(times, func(a, b int) bool { return times[a] < times[b] })
		out[i].took = times[len(times)/2]
	}
	return out, nil
}

func compileOnce() ([]stage, error) {
	var stages []stage
	last := time.Now()
	done := func(name string) {
		now := time.Now()
		stages = append(stages, stage{name, now.Sub(last)})
		last = time.Now()
	}
	var report diag.List
	f := parse.Flow(os.DirFS(example), flow, &report)
	done("parse")
	p := check.Flow(f, &report)
	done("check")
	machine, err := compiler.Lower(p)
	if err != nil {
		return nil, err
	}
	done("lower and verify")
	module := emit.Program(machine)
	done("emit")
	if _, err := bundle.Bundle(bundle.Input{Name: "flow.js", Module: module.Text, Map: module.Map}); err != nil {
		return nil, err
	}
	done("bundle (esbuild and our source maps)")
	dir, err := filepath.Abs("runtime-shim/scenario")
	if err != nil {
		return nil, err
	}
	last = time.Now()
	built := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: string(module.Text), Loader: api.LoaderJS, ResolveDir: dir},
		Alias:  map[string]string{"ringflow": filepath.Join(dir, "index.ts")},
		Bundle: true, Format: api.FormatCommonJS, Target: api.ES2017, Sourcemap: api.SourceMapExternal, Outfile: "x.js", LogLevel: api.LogLevelSilent,
	})
	if len(built.Errors) > 0 {
		return nil, fmt.Errorf("esbuild: %s", built.Errors[0].Text)
	}
	done("esbuild alone")
	return stages, nil
}
