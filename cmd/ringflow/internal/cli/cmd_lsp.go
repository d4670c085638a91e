package cli

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"sync/atomic"

	"github.com/creachadair/jrpc2/channel"

	"github.com/ringflow/ringflow/compiler"
	"github.com/ringflow/ringflow/compiler/graph"

	"github.com/ringflow/ringflow/flow/check"
	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/lsp"
	"github.com/ringflow/ringflow/flow/project"

	"github.com/ringflow/ringflow/runtime-shim/calltest"
)

type lspCmd struct {
	Stdio bool `help:"Talk over standard input and output, which is the only way; editors give this flag."`
}

// Help is shown by `ringflow lsp --help`.
func (*lspCmd) Help() string {
	return `An editor starts this command; docs/editor.md says how to set one up. The server speaks
LSP 3.17: diagnostics while you type, completion, hover, definition, references, rename,
formatting, quick fixes, all certain fixes at once, and the outline.`
}

func (*lspCmd) Run(env *Env) error {
	server := lsp.New(lsp.Options{Files: env.files(), Version: version, Diagram: diagram, Kinds: map[string]lsp.Checker{
		testEnding: func(files fs.FS, name string, report *diag.List) {
			_, _ = checkTests(&calltest.Builder{Files: files}, name, report) // a mistake of the compiler: `ringflow check` tells it
		},
		project.FileName: checkProject,
	}})
	frames := channel.LSP(env.Stdin, noClose{env.Stdout})
	queue := make(chan frame, 256)
	var edits atomic.Int64 // in the queue
	go receive(frames, queue, &edits)
	for in := range queue {
		batch, err := []lsp.Message{in.message}, in.err
		for len(queue) > 0 && err == nil {
			in = <-queue
			batch, err = append(batch, in.message), in.err
		}
		if err != nil {
			batch = batch[:len(batch)-1]
		}
		for _, m := range batch {
			if m.Edits() {
				edits.Add(-1)
			}
		}
		if err := send(frames, server.Take(batch, func() bool { return edits.Load() > 0 })); err != nil {
			return err
		}
		if gone, clean := server.Exited(); gone && clean {
			return nil
		} else if gone {
			return failed("the editor left without `shutdown`")
		}
		var garbled *garbledError
		switch {
		case errors.As(err, &garbled):
			if err := send(frames, []lsp.Message{lsp.Garbled(garbled.error)}); err != nil {
				return err
			}
		case errors.Is(err, io.EOF):
			return failed("the editor went away without saying so")
		case err != nil:
			return failed("the editor's message cannot be read: %w", err)
		}
	}
	return nil
}

// frame is what came from the editor: a message, or why there is none.
type frame struct {
	message lsp.Message
	err     error
}

// garbledError is about a frame that holds no message; more may follow it.
type garbledError struct{ error }

// receive reads while the server works, so that it knows what is old already.
func receive(frames channel.Channel, queue chan<- frame, edits *atomic.Int64) {
	defer close(queue)
	for {
		raw, err := frames.Recv()
		if err != nil {
			queue <- frame{err: err}
			return
		}
		var m lsp.Message
		if err := json.Unmarshal(raw, &m); err != nil {
			queue <- frame{err: &garbledError{err}}
			continue
		}
		if m.Edits() {
			edits.Add(1)
		}
		queue <- frame{message: m}
	}
}

func send(frames channel.Channel, all []lsp.Message) error {
	for _, m := range all {
		text, err := json.Marshal(m)
		if err != nil {
			return err
		}
		if err := frames.Send(text); err != nil {
			return failed("the editor does not take messages: %w", err)
		}
	}
	return nil
}

func diagram(p *check.Program) (string, error) {
	machine, err := compiler.Lower(p)
	if err != nil {
		return "", err
	}
	return graph.SVG(graph.Of(machine)), nil
}

// noClose is a stream of the process, which is not the server's to close.
type noClose struct{ io.Writer }

func (noClose) Close() error { return nil }
