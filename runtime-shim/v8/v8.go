// Package v8 runs the scripts of sessions in V8, in a process of Node with a fresh
// context a session, against the platform of package voxengine. The driver holds
// no behaviour of the platform, so that a trace that differs from the engine's own
// shows a fault of the engine or of a script's use of JavaScript.
package v8

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

//go:embed driver.js
var driver string

// Engine is a running process. It serves one session at a time.
type Engine struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// Start starts Node, which has to be on the path. It ends with Close or ctx.
func Start(ctx context.Context) (*Engine, error) {
	cmd := exec.CommandContext(ctx, "node", "--input-type=commonjs", "--eval", driver)
	cmd.Env = append(cmd.Environ(), "TZ=UTC")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("node: %w", err)
	}
	return &Engine{cmd: cmd, in: in, out: bufio.NewReaderSize(out, 1<<16)}, nil
}

// Exchange implements voxengine.Peer.
func (e *Engine) Exchange(m voxengine.PeerMessage) (voxengine.PeerMessage, error) {
	var answer voxengine.PeerMessage
	data, err := json.Marshal(m)
	if err != nil {
		return answer, err
	}
	if _, err := e.in.Write(append(data, '\n')); err != nil {
		return answer, err
	}
	line, err := e.out.ReadBytes('\n')
	if err != nil {
		return answer, fmt.Errorf("node: %w", err)
	}
	return answer, json.Unmarshal(line, &answer)
}

// Close ends the process.
func (e *Engine) Close() error {
	_ = e.in.Close()
	return e.cmd.Wait()
}
