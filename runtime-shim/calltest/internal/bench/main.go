// Command bench measures what the project promises, as ratios against something
// named in the same run, and writes docs/benchmarks.md. It needs Node.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"time"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/compiler/bundle"
	"github.com/ringflow/ringflow/compiler/emit"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

const (
	example = "examples/01-number-masking"
	flow    = "kvs-scenario.flow.yaml"
	rounds  = 5   // of each measurement; the median counts
	calls   = 400 // a round
)

func main() {
	out := flag.String("out", "docs/benchmarks.md", "where the figures go")
	flag.Parse()
	runtime.GOMAXPROCS(1) // one core each: Node has one as well
	page, err := measure()
	if err == nil {
		err = os.WriteFile(*out, []byte(page), 0o644)
	}
	if err != nil {
		log.Fatal("bench: ", err)
	}
}

func measure() (string, error) {
	reference, err := referenceCall()
	if err != nil {
		return "", err
	}
	engine, node, err := compareCalls(reference)
	if err != nil {
		return "", err
	}
	stages, err := compileStages()
	if err != nil {
		return "", err
	}
	return render(reference, engine, node, stages), nil
}

// referenceCall is the first call of the example: a wrong code, a right one, a
// whisper and a talk.
func referenceCall() (*calltest.Case, error) {
	var report diag.List
	s, err := calltest.Read(&calltest.Builder{Files: os.DirFS(example)}, "calls.test.yaml", &report)
	if err != nil {
		return nil, fmt.Errorf("the example cannot be built: %w", err)
	}
	if s == nil || report.Failed() {
		return nil, fmt.Errorf("the example cannot be built: %v", report.Sorted())
	}
	return s.Cases[0], nil
}

// figures of one side, calls per second, sorted.
type figures []float64

func (f figures) median() float64 { return f[len(f)/2] }

// compareCalls plays the reference call in the engine and in Node, in turn.
func compareCalls(c *calltest.Case) (engine, node figures, err error) {
	verdict, err := c.Run(calltest.Options{})
	if err != nil {
		return nil, nil, err
	}
	host, clean, err := newHost(c, verdict)
	if err != nil {
		return nil, nil, err
	}
	defer clean()
	for range rounds {
		got, err := host.run()
		if err != nil {
			return nil, nil, err
		}
		if want := strings.Split(strings.TrimSpace(verdict.Trace()), "\n"); strings.Join(got.Trace, "\n") != strings.Join(want, "\n") {
			return nil, nil, fmt.Errorf("the traces differ:\n%s", difference(want, got.Trace))
		}
		node = append(node, got.CallsPerSecond)
		began := time.Now()
		for range calls {
			if _, err := c.Play(calltest.Options{}); err != nil {
				return nil, nil, err
			}
		}
		engine = append(engine, calls/time.Since(began).Seconds())
	}
	sort.Float64s(engine)
	sort.Float64s(node)
	return engine, node, nil
}

func difference(want, got []string) string {
	for i := range max(len(want), len(got)) {
		w, g := "", ""
		if i < len(want) {
			w = want[i]
		}
		if i < len(got) {
			g = got[i]
		}
		if w != g {
			return fmt.Sprintf("line %d\n  engine %s\n  node   %s", i+1, w, g)
		}
	}
	return ""
}

// host is the script in Node.
type host struct {
	file string
	plan []byte
}

type hostResult struct {
	CallsPerSecond float64  `json:"callsPerSecond"`
	Trace          []string `json:"trace"`
}

// newHost writes the bound script and the plan of what happens to it, taken from
// the engine's trace.
func newHost(c *calltest.Case, v *calltest.Verdict) (*host, func(), error) {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return nil, nil, err
	}
	script, err := c.Suite.Subject.Script(c.Suite.Values)
	if err != nil {
		return nil, nil, err
	}
	file := filepath.Join(dir, "script.js")
	if err := os.WriteFile(file, script, 0o600); err != nil {
		return nil, nil, err
	}
	plan := map[string]any{"start": c.Start, "from": c.Story.From, "secrets": c.Suite.Secrets, "storage": c.Story.Given.Storage, "answerAfter": 3000}
	var tones [][2]any
	for _, e := range v.Events {
		if e.Kind == voxengine.KindTone {
			tones = append(tones, [2]any{e.T, e.Digit})
		}
		if e.Kind == voxengine.KindHangup && e.Leg == "caller" {
			plan["hangup"] = e.T
		}
	}
	plan["tones"] = tones
	raw, err := json.Marshal(plan)
	return &host{file, raw}, func() { _ = os.RemoveAll(dir) }, err
}

func (h *host) run() (hostResult, error) {
	var result hostResult
	cmd := exec.CommandContext(context.Background(), "node", "runtime-shim/calltest/internal/bench/host.js", h.file, fmt.Sprint(calls))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(h.plan), os.Stderr
	raw, err := cmd.Output()
	if err != nil {
		return result, fmt.Errorf("node: %w", err)
	}
	return result, json.Unmarshal(raw, &result)
}

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
