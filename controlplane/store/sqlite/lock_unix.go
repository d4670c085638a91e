//go:build unix

package sqlite

import (
	"fmt"
	"os"
	"syscall"
)

// lockFile makes this process the owner of a database. The lock ends with the
// process, however that ends.
func lockFile(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("another process uses the database (its lock is %s); one process owns a database file", path)
	}
	return f, nil
}
