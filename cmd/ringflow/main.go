// Command ringflow describes phone calls in YAML, compiles them to VoxEngine
// scenarios, tests and deploys them, and serves the control plane that feeds them.
package main

import (
	"os"

	"github.com/ringflow/ringflow/cmd/ringflow/internal/cli"
)

func main() {
	os.Exit(cli.Main(cli.OS()))
}
