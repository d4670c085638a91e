//go:build !unix

package sqlite

import "os"

// lockFile opens the lock; systems without flock rely on their operator to
// start one process a database.
func lockFile(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
}
