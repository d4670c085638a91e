package cli

import "syscall"

// limitData makes the system refuse more than so many bytes of data. Where it
// does not let itself be told, the watch alone is left.
func limitData(most uint64) {
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: most, Max: most})
}
