package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// host is the script in Node.
type host struct {
	file string
	plan []byte
}

type hostResult struct {
	CallsPerSecond float64  `json:"callsPerSecond"`
	ParkedBytes    float64  `json:"parkedBytes"`
	Trace          []string `json:"trace"`
}

// newHost writes the bound script and the plan of what happens to it, taken from
// the engine's trace.
func newHost(c *calltest.Case, v *calltest.Verdict) (*host, func(), error) {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return nil, nil, err
	}
	script, err := c.Suite.Subject.Script(c.Suite.Values)
	if err != nil {
		return nil, nil, err
	}
	file := filepath.Join(dir, "script.js")
	if err := os.WriteFile(file, script, 0o600); err != nil {
		return nil, nil, err
	}
	plan := map[string]any{"start": c.Start, "from": c.Story.From, "secrets": c.Suite.Secrets, "storage": c.Story.Given.Storage, "answerAfter": 3000, "park": parkTime(v.Events)}
	var tones [][2]any
	for _, e := range v.Events {
		if e.Kind == voxengine.KindTone {
			tones = append(tones, [2]any{e.T, e.Digit})
		}
		if e.Kind == voxengine.KindHangup && e.Leg == "caller" {
			plan["hangup"] = e.T
		}
	}
	plan["tones"] = tones
	raw, err := json.Marshal(plan)
	return &host{file, raw}, func() { _ = os.RemoveAll(dir) }, err
}

func (h *host) run() (hostResult, error) {
	var result hostResult
	cmd := exec.CommandContext(context.Background(), "node", "--expose-gc", "runtime-shim/calltest/internal/bench/host.js", h.file, fmt.Sprint(calls), fmt.Sprint(parked))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(h.plan), os.Stderr
	raw, err := cmd.Output()
	if err != nil {
		return result, fmt.Errorf("node: %w", err)
	}
	return result, json.Unmarshal(raw, &result)
}
