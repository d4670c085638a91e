package main

import (
	"fmt"
	"runtime"
	"sort"
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
	scaleRounds = 3
	mostSteps   = 100_000 // compiled in each round at each length, so that each has its share of garbage
	longName    = "long.flow.yaml"
)

// lengths are how long the flows are, in steps: each ten times the one before it.
var lengths = [...]int{1_000, 10_000, mostSteps}

// scaleStages are what is measured apart; their sum is the last row of the table.
var scaleStages = [...]string{"parse", "check", "lower and verify", "emit", "**all**"}

// cost is what stages take for one flow: CPU time with that of the collector, and bytes.
type cost struct {
	took  [len(scaleStages)]time.Duration
	bytes [len(scaleStages)]uint64
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
			c, err := compileLength(n)
			if err != nil {
				return s, err
			}
			all[i] = append(all[i], c)
		}
	}
	for i, rounds := range all {
		s.costs[i].bytes = rounds[0].bytes
		for k := range scaleStages {
			sort.Slice(rounds, func(a, b int) bool { return rounds[a].took[k] < rounds[b].took[k] })
			s.costs[i].took[k] = rounds[len(rounds)/2].took[k]
		}
	}
	var err error
	s.refusal, err = refuse(mostSteps)
	return s, err
}

// compileLength compiles as many flows of a length as come to mostSteps, and
// returns what one of them takes.
func compileLength(steps int) (cost, error) {
	files := fstest.MapFS{longName: {Data: []byte(sample.Flow(steps))}}
	flows := mostSteps / steps
	var c cost
	runtime.GC()
	for range flows {
		if err := c.compile(files); err != nil {
			return c, err
		}
	}
	for k := range scaleStages {
		c.took[k] /= time.Duration(flows)
		c.bytes[k] /= uint64(flows)
	}
	return c, nil
}

// compile adds what the stages take for one flow.
func (c *cost) compile(files fstest.MapFS) error {
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	began, allocated, stage := cpuTime(), memory.TotalAlloc, 0
	done := func() {
		now := cpuTime()
		runtime.ReadMemStats(&memory)
		for _, k := range []int{stage, len(scaleStages) - 1} {
			c.took[k] += now - began
			c.bytes[k] += memory.TotalAlloc - allocated
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
	return nil
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
and cards, each block with prompts of its own. CPU time and allocated memory of one flow,
garbage collection included; so many flows a round that each length comes to 100,000
steps; medians of %d rounds, one core.

| stage | 1,000 steps | 10,000 steps | 100,000 steps | 10 times the steps take |
|---|---|---|---|---|
`, "`flow/sample`", scaleRounds)
	worst := 0.0
	for k, name := range scaleStages {
		fmt.Fprintf(&b, "| %s |", name)
		for _, c := range s.costs {
			fmt.Fprintf(&b, " %.1f ms, %.1f MB |", float64(c.took[k].Microseconds())/1000, float64(c.bytes[k])/1e6)
		}
		var grows []string
		for i := range lengths[1:] {
			grow := float64(s.costs[i+1].took[k]) / float64(s.costs[i].took[k])
			grows = append(grows, fmt.Sprintf("%.1f", grow))
			worst = max(worst, grow)
		}
		fmt.Fprintf(&b, " %s times |\n", strings.Join(grows, ", then "))
	}
	fmt.Fprintf(&b, "\n**Ten times the steps take at most %.1f times the time**, in every stage.\n\nBuilding the longest ends in:\n\n```text\n%s\n```\n", worst, strings.TrimSpace(s.refusal))
	return b.String()
}
