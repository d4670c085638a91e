package cli

import (
	"syscall"
	"time"
)

// limitProcess does nothing here: the watch of the process is all.
func limitProcess() {}

// openNothing does nothing here: that the engine has no such functions is all.
func openNothing() {}

// worked is the processor time of this process.
func worked() time.Duration {
	var created, ended, kernel, user syscall.Filetime
	self, err := syscall.GetCurrentProcess()
	if err != nil || syscall.GetProcessTimes(self, &created, &ended, &kernel, &user) != nil {
		return 0
	}
	return time.Duration(ticks(kernel)+ticks(user)) * 100
}

// ticks is a time in units of 100 ns.
func ticks(t syscall.Filetime) int64 { return int64(t.HighDateTime)<<32 | int64(t.LowDateTime) }
