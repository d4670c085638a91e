//go:build !race

// The race detector's own memory and time are beyond the bounds of a run, so this
// table is for the program as it is built; `make test` has it.

package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

const (
	hostileWork   = 7 * time.Second // of processor time, after which even the system has ended the child
	hostileMemory = 200             // MB that the process of the user may hold at most
)

var (
	hostileEnds = regexp.MustCompile(`(?m)^// ends: (\S+)$`)
	hostileSays = regexp.MustCompile(`(?m)^// says: (.+)$`)
	errorCode   = regexp.MustCompile(`^ringflow: (RF\d{4}): \S`)
)

// TestHostileScripts runs testdata/hostile/*.js as a user would. The first line
// of each says how it ends: "fine", or one of some codes, where the speed of the
// machine decides; the second one what is printed.
func TestHostileScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/hostile/*.js")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d scripts, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".js"), func(t *testing.T) {
			t.Parallel()
			r := endure(t, file)
			ends := hostileEnds.FindStringSubmatch(string(text))
			if ends == nil || !slices.Contains(strings.Split(ends[1], "|"), r.end()) {
				t.Errorf("it ended as %q, not as %q\n%s", r.end(), ends, r.stderr.String())
			}
			if says := hostileSays.FindStringSubmatch(string(text)); says != nil && !strings.Contains(r.printed(), says[1]) {
				t.Errorf("nothing says %q", says[1])
			}
			if r.worked > hostileWork || r.parent > hostileMemory {
				t.Errorf("it took %v of processor time and %d MB of the parent", r.worked, r.parent)
			}
			t.Logf("%s in %.1f s, %.1f s of processor time; the parent held %d MB, the larger of both %d MB",
				r.end(), r.took.Seconds(), r.worked.Seconds(), r.parent, r.all)
		})
	}
}

// ordeal is one run of a hostile script. The memory is the peak in MB, 0 where
// the system does not tell: of the parent, and of the larger of parent and child.
type ordeal struct {
	stdout      string // its beginning
	stderr      bytes.Buffer
	exit        int
	took        time.Duration
	worked      time.Duration // processor time of parent and child
	parent, all int64
}

func endure(t *testing.T, file string) *ordeal {
	t.Helper()
	r := &ordeal{}
	cmd := exec.Command("ringflow", "run", file)
	stdout, err := os.Create(filepath.Join(t.TempDir(), "stdout")) // too much for the memory of the test
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = stdout.Close() }()
	cmd.Stdout, cmd.Stderr = stdout, &r.stderr
	began := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for running := true; running; {
		select {
		case err := <-ended:
			var exit *exec.ExitError
			if err != nil && !errors.As(err, &exit) {
				t.Fatal(err)
			}
			running = false
		case <-time.After(20 * time.Millisecond):
			r.parent = max(r.parent, peakOf(cmd.Process.Pid))
		}
	}
	state := cmd.ProcessState
	r.took, r.worked = time.Since(began), state.UserTime()+state.SystemTime()
	r.exit, r.all = state.ExitCode(), peakWithChildren(state)
	head := make([]byte, 1<<20)
	n, _ := stdout.ReadAt(head, 0)
	r.stdout = string(head[:n])
	return r
}

// end is how the run ended: "fine", a code, or what is neither.
func (r *ordeal) end() string {
	m := errorCode.FindStringSubmatch(r.stderr.String())
	switch {
	case r.exit == 0 && r.stderr.Len() == 0:
		return "fine"
	case r.exit == 1 && m != nil:
		return m[1]
	}
	return fmt.Sprintf("exit code %d without a code", r.exit)
}

// printed is all that a user sees.
func (r *ordeal) printed() string { return r.stdout + r.stderr.String() }
