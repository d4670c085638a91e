package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
)

// render writes the page of figures.
func render(c *calltest.Case, speed pair, held memory, stages []stage) string {
	s := speed.sorted()
	var b strings.Builder
	fmt.Fprintf(&b, `# Benchmarks

Written by %s. Figures are ratios of two things measured in one run; the
absolute numbers belong to this machine alone:

%s

## Calls of the masking example

The reference call (%q) is played from the answer to the report, %d
times a round, %d rounds, the two sides in turn; the median counts. Both give the
same trace, line by line, or nothing is written here. What counts is the CPU time of
each process, so that other work on the machine weighs less. The engine collects garbage as
%s does, at %d %% growth.

| | calls per second of CPU | slowest to fastest round |
|---|---|---|
| the engine, a fresh runtime for each call, one core | %s | %s |
| Node, a fresh vm context for each call, a host of the few members that the call uses | %s | %s |

**The engine plays %.1f times as many isolated calls as Node** (the median of the
ratios of each round). A call allocates %d KB in %d pieces.

## Sessions in the middle of a call

%d sessions are held at once while the two parties talk; what is alive after a
collection, divided by their number. The engine's have the people of the test and the
trace so far with them, Node's have neither.

| | KB a session |
|---|---|
| the engine | %s |
| Node, a vm context each | %s |

**A parked session of the engine takes %.2f of what one takes in Node.**

## Compiling the example

Medians of %d builds, one core.

| stage | time |
|---|---|
`, "`make bench`", machineFacts(), c.Name, calls, rounds, "`ringflow test`", calltest.GCPercent,
		rate(s.engine.median()), spread(s.engine), rate(s.node.median()), spread(s.node), speed.ratio(), held.bytes/1024, held.pieces,
		parked, rate(held.engine/1024), rate(held.node/1024), held.engine/held.node, rounds*4)
	var ours, alone time.Duration
	for _, s := range stages {
		fmt.Fprintf(&b, "| %s | %.2f ms |\n", s.name, float64(s.took.Microseconds())/1000)
		if s.name == "esbuild alone" {
			alone = s.took
		} else {
			ours += s.took
		}
	}
	fmt.Fprintf(&b, "\n**A whole build takes %.1f times what esbuild alone takes to bundle the emitted module.**\n", float64(ours)/float64(alone))
	return b.String()
}

func rate(f float64) string { return fmt.Sprintf("%.0f", f) }

func spread(f figures) string { return rate(f[0]) + " to " + rate(f[len(f)-1]) }

// machineFacts describes the machine as far as it tells.
func machineFacts() string {
	cpu := "unknown processor"
	if raw, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for _, line := range strings.Split(string(raw), "\n") {
			if name, ok := strings.CutPrefix(line, "model name"); ok {
				cpu = strings.TrimLeft(name, "\t :")
				break
			}
		}
	}
	version, err := exec.CommandContext(context.Background(), "node", "--version").Output()
	if err != nil {
		version = []byte("none")
	}
	return fmt.Sprintf("- %s, %d cores, %s/%s\n- %s, Node %s", cpu, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version(), strings.TrimSpace(string(version)))
}
