//go:build !linux

package cli_test

import "os"

func peakOf(int) int64 { return 0 }

func peakWithChildren(*os.ProcessState) int64 { return 0 }
