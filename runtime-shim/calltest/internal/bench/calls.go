package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"syscall"
	"time"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
)

// figures of one side, calls per second, sorted.
type figures []float64

func (f figures) median() float64 { return f[len(f)/2] }

// pair is one figure of both sides, round by round.
type pair struct{ engine, node figures }

// ratio is the median of what one round says.
func (p pair) ratio() float64 {
	ratios := make(figures, len(p.engine))
	for i := range ratios {
		ratios[i] = p.engine[i] / p.node[i]
	}
	sort.Float64s(ratios)
	return ratios.median()
}

// sorted returns the figures of each side in order.
func (p pair) sorted() pair {
	sorted := pair{slices.Clone(p.engine), slices.Clone(p.node)}
	sort.Float64s(sorted.engine)
	sort.Float64s(sorted.node)
	return sorted
}

// cpuTime is what the process has used so far, garbage collection included.
func cpuTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// compareCalls plays the reference call in the engine and in Node, in turn: calls
// per second of CPU time. Then it measures sessions that are parked in the middle.
func compareCalls(c *calltest.Case) (speed pair, held memory, err error) {
	verdict, err := c.Run(calltest.Options{})
	if err != nil {
		return speed, held, err
	}
	host, clean, err := newHost(c, verdict)
	if err != nil {
		return speed, held, err
	}
	defer clean()
	for range rounds {
		got, err := host.run()
		if err != nil {
			return speed, held, err
		}
		if want := strings.Split(strings.TrimSpace(verdict.Trace()), "\n"); strings.Join(got.Trace, "\n") != strings.Join(want, "\n") {
			return speed, held, fmt.Errorf("the traces differ:\n%s", difference(want, got.Trace))
		}
		took, err := playAll(c)
		if err != nil {
			return speed, held, err
		}
		speed.engine, speed.node = append(speed.engine, calls/took.Seconds()), append(speed.node, got.CallsPerSecond)
		held.node = got.ParkedBytes
	}
	if held.bytes, held.pieces, err = allocated(c); err != nil {
		return speed, held, err
	}
	held.engine, err = park(c, parkTime(verdict.Events))
	return speed, held, err
}

// playAll plays one round in the engine and returns its CPU time, after as many
// calls to warm up as Node gets.
func playAll(c *calltest.Case) (time.Duration, error) {
	var began time.Duration
	for i := range warm + calls {
		if i == warm {
			began = cpuTime()
		}
		if _, err := c.Play(calltest.Options{}); err != nil {
			return 0, err
		}
	}
	return cpuTime() - began, nil
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
