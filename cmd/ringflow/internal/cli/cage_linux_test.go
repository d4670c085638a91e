package cli_test

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

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
