package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestSealed looks at a child from outside while its script runs: it can open
// neither a file nor a connection, and the system bounds its time and its data.
func TestSealed(t *testing.T) {
	cmd := exec.Command("ringflow", "run", "testdata/hostile/loop.js")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var limits string
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end) && !strings.Contains(limits, " open files 0 0 "); time.Sleep(10 * time.Millisecond) {
		text, _ := os.ReadFile(fmt.Sprintf("/proc/%s/limits", childOf(cmd.Process.Pid)))
		limits = strings.Join(strings.Fields(string(text)), " ")
	}
	for _, limit := range []string{"Max open files 0 0 ", "Max cpu time 5 6 ", "Max data size 2147483648 "} {
		if !strings.Contains(limits, limit) {
			t.Errorf("no %q in %q", limit, limits)
		}
	}
	_ = cmd.Wait()
}

// childOf is the only child of a process, which any of its threads may have started.
func childOf(pid int) string {
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, thread := range threads {
		if text, _ := os.ReadFile(thread); len(text) > 0 {
			return strings.TrimSpace(string(text))
		}
	}
	return ""
}

// peakOf is the most memory that a running process has held, in MB; 0 when it ended.
func peakOf(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kb int64
	if _, err := fmt.Sscanf(rest, "%d kB", &kb); err != nil {
		return 0
	}
	return kb >> 10
}

// peakWithChildren is the peak of a process or of the child it waited for,
// whichever is larger, in MB.
func peakWithChildren(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return int64(usage.Maxrss) >> 10
}
