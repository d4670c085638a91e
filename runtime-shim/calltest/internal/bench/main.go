// Command bench measures what the project promises, as ratios against something
// named in the same run, and writes docs/benchmarks.md. It needs Node.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/ringflow/ringflow/flow/diag"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
)

const (
	example = "examples/01-number-masking"
	flow    = "kvs-scenario.flow.yaml"
	rounds  = 9   // of each measurement; the median counts
	calls   = 200 // a round
	warm    = 50  // calls before each round that do not count
)

func main() {
	out := flag.String("out", "docs/benchmarks.md", "where the figures go")
	only := flag.Bool("scale", false, "print the part about long flows and write nothing")
	steps := flag.Int("steps", 0, "compile a flow of that many steps, and print what it takes")
	flag.Parse()
	runtime.GOMAXPROCS(1) // one core each: Node has one as well
	debug.SetGCPercent(calltest.GCPercent)
	var err error
	switch {
	case *steps > 0:
		err = compileLong(*steps)
	case *only:
		err = writeScale(os.Stdout)
	default:
		err = write(*out)
	}
	if err != nil {
		log.Fatal("bench: ", err)
	}
}

// write measures everything and writes the page.
func write(file string) error {
	page, err := measure()
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(page), 0o644)
}

func writeScale(w io.Writer) error {
	long, err := compileLengths()
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, renderScale(long))
	return err
}

func measure() (string, error) {
	reference, err := referenceCall()
	if err != nil {
		return "", err
	}
	speed, held, err := compareCalls(reference)
	if err != nil {
		return "", err
	}
	stages, err := compileStages()
	if err != nil {
		return "", err
	}
	long, err := compileLengths()
	if err != nil {
		return "", err
	}
	return render(reference, speed, held, stages) + renderScale(long), nil
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
