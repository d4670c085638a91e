package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"testing/fstest"
	"time"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/parse"
	"github.com/ringflow/ringflow/flow/sample"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/compiler/emit"
)

const (
	scaleRounds = 5
	longName    = "long.flow.yaml"
)

// lengths are how long the flows are, in steps: each ten times the one before it.
var lengths = [...]int{1_000, 10_000, 100_000}

// scaleStages are what is measured apart; their sum is the last row of the table.
var scaleStages = [...]string{"parse", "check", "lower and verify", "emit", "**all**"}

// cost is what one flow takes: CPU time with that of the collector and of the
// system, bytes that are allocated, and the most that the process had at once.
type cost struct {
	Took  [len(scaleStages)]time.Duration
	Bytes [len(scaleStages)]uint64
	Peak  uint64
}

// scale is what flows of each length take.
type scale struct {
	costs   [len(lengths)]cost
	refusal string // what building the longest ends in
}

// compileLengths times the compiler stage by stage with flows that differ in
// length alone. The lengths take turns; the median of the rounds counts.
func compileLengths() (scale, error) {
	var s scale
	var all [len(lengths)][]cost
	for range scaleRounds {
		for i, n := range lengths {
			c, err := compileApart(n)
			if err != nil {
				return s, err
			}
			all[i] = append(all[i], c)
		}
	}
	for i, rounds := range all {
		s.costs[i] = rounds[0]
		for k := range scaleStages {
			sort.Slice(rounds, func(a, b int) bool { return rounds[a].Took[k] < rounds[b].Took[k] })
			s.costs[i].Took[k] = rounds[len(rounds)/2].Took[k]
		}
	}
	var err error
	s.refusal, err = refuse(lengths[len(lengths)-1])
	return s, err
}

// compileApart compiles a flow in a process of its own, as a build does: each
// length starts without memory.
func compileApart(steps int) (cost, error) {
	var c cost
	self, err := os.Executable()
	if err != nil {
		return c, err
	}
	out, err := exec.CommandContext(context.Background(), self, "-steps", strconv.Itoa(steps)).Output()
	if err != nil {
		return c, fmt.Errorf("a flow of %d steps: %w", steps, err)
	}
	return c, json.Unmarshal(out, &c)
}

// compileLong compiles one flow stage by stage and prints its cost.
func compileLong(steps int) error {
	files := fstest.MapFS{longName: {Data: []byte(sample.Flow(steps))}}
	var c cost
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	began, allocated, stage := cpuTime(), memory.TotalAlloc, 0
	done := func() {
		now := cpuTime()
		runtime.ReadMemStats(&memory)
		for _, k := range []int{stage, len(scaleStages) - 1} {
			c.Took[k] += now - began
			c.Bytes[k] += memory.TotalAlloc - allocated
		}
		stage++
		began, allocated = cpuTime(), memory.TotalAlloc
	}
	var report diag.List
	f := parse.Flow(files, longName, &report)
	done()
	p := check.Flow(f, &report)
	done()
	if report.Len() > 0 {
		return fmt.Errorf("the generated flow is not silent: %s", report.Sorted()[0].Message)
	}
	machine, err := compiler.Lower(p)
	done()
	if err != nil {
		return err
	}
	emit.Program(machine)
	done()
	c.Peak = memory.Sys
	return json.NewEncoder(os.Stdout).Encode(c)
}

// refuse builds a flow that is too large, and returns what is said of it.
func refuse(steps int) (string, error) {
	var report diag.List
	f := parse.Flow(fstest.MapFS{longName: {Data: []byte(sample.Flow(steps))}}, longName, &report)
	if _, err := compiler.Build(check.Flow(f, &report), &report); err != nil {
		return "", err
	}
	all := report.Sorted()
	if len(all) != 1 || all[0].Code != diag.ScriptTooLarge {
		return "", fmt.Errorf("a flow of %d steps is not refused for its size", steps)
	}
	var b strings.Builder
	err := diag.WriteText(&b, all, nil)
	return b.String(), err
}

// renderScale writes the part of the page about long flows.
func renderScale(s scale) string {
	var b strings.Builder
	fmt.Fprintf(&b, `
## Compiling long flows

Generated flows (%s) of 1,000, 10,000 and 100,000 steps: menus, orders, desks, surveys
and cards, each block with prompts of its own. CPU time and allocated memory of one flow
in a process of its own, collector and system included; medians of %d rounds, one core.

| stage | 1,000 steps | 10,000 steps | 100,000 steps | 10 times the steps take |
|---|---|---|---|---|
`, "`flow/sample`", scaleRounds)
	for k, name := range scaleStages {
		fmt.Fprintf(&b, "| %s |", name)
		for _, c := range s.costs {
			fmt.Fprintf(&b, " %.0f ms, %.1f MB |", float64(c.Took[k].Microseconds())/1000, float64(c.Bytes[k])/1e6)
		}
		fmt.Fprintf(&b, " %.1f, then %.1f times |\n", s.grows(0, k), s.grows(1, k))
	}
	b.WriteString("| memory of the process |")
	for _, c := range s.costs {
		fmt.Fprintf(&b, " %.0f MB |", float64(c.Peak)/1e6)
	}
	all := len(scaleStages) - 1
	fmt.Fprintf(&b, " |\n\n**Ten times the steps take at most %.1f times the time.** Building the longest ends in:\n\n```text\n%s\n```\n",
		max(s.grows(0, all), s.grows(1, all)), strings.TrimSpace(s.refusal))
	return b.String()
}

// grows returns how much longer a stage takes for the next length.
func (s scale) grows(i, stage int) float64 {
	return float64(s.costs[i+1].Took[stage]) / float64(s.costs[i].Took[stage])
}
