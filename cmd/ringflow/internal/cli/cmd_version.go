package cli

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is the released version of this source tree; CHANGELOG.md has the same.
const version = "0.1.0"

type versionCmd struct {
	JSON bool `help:"Print as JSON."`
}

// buildFacts is the contract of version --json.
type buildFacts struct {
	Version string `json:"version"` // of ringflow
	Commit  string `json:"commit"`  // "" when the build does not know
	Go      string `json:"go"`      // version of Go that it was built by
	OS      string `json:"os"`      // operating system that it was built for, as Go names it
	Arch    string `json:"arch"`    // processor that it was built for, as Go names it
}

func (c *versionCmd) Run(env *Env) error {
	f := builtFrom()
	if c.JSON {
		return json.NewEncoder(env.Stdout).Encode(f)
	}
	fmt.Fprintf(env.Stdout, "ringflow %s (%s, %s/%s)\n", f.Version, f.Go, f.OS, f.Arch)
	return nil
}

func builtFrom() buildFacts {
	f := buildFacts{Version: version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				f.Commit = s.Value
			}
		}
	}
	return f
}
