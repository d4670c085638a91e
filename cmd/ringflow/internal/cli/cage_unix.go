//go:build unix

package cli

import (
	"syscall"
	"time"
)

// limitProcess makes the system end this process should its own watch fail: far
// above the limits of the watch, and a second later for good. Where the system
// does not let itself be told, the watch alone is left.
func limitProcess() {
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: 2 << 30, Max: 2 << 30}) // bytes
	_ = syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: 5, Max: 6})              // seconds
}

// openNothing leaves this process with the files that it has open.
func openNothing() {
	_ = syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{})
}

// worked is the processor time of this process.
func worked() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
