// Package examples holds the examples: flows and hand-written scenarios with their
// tests, each set in a folder of its own. They are built, tested and proven by the tests here,
// and the masking example is in the binary for `ringflow demo` and `ringflow dev`.
package examples

import "embed"

// Files are the examples' files.
//
//go:embed 01-number-masking/*.yaml 01-number-masking/*.trace
var Files embed.FS

// Masking is the folder of the masking example in Files.
const Masking = "01-number-masking"
