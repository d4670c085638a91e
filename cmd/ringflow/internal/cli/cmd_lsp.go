package cli

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"

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
formatting, quick fixes and the outline.`
}

func (*lspCmd) Run(env *Env) error {
	server := lsp.New(lsp.Options{Files: env.files(), Version: version, Diagram: diagram, Kinds: map[string]lsp.Checker{
		testEnding: func(files fs.FS, name string, report *diag.List) {
			_ = checkTests(&calltest.Builder{Files: files}, name, report) // a mistake of the compiler: `ringflow check` tells it
		},
		project.FileName: checkProject,
	}})
	frames := channel.LSP(env.Stdin, noClose{env.Stdout})
	for {
		raw, err := frames.Recv()
		switch {
		case errors.Is(err, io.EOF):
			return failed("the editor went away without saying so")
		case err != nil:
			return failed("the editor's message cannot be read: %w", err)
		}
		if err := converse(server, frames, raw); err != nil {
			return failed("the editor does not take messages: %w", err)
		}
		if gone, clean := server.Exited(); gone && clean {
			return nil
		} else if gone {
			return failed("the editor left without `shutdown`")
		}
	}
}

// converse hands one message to the server and sends what follows.
func converse(server *lsp.Server, frames channel.Channel, raw []byte) error {
	var m lsp.Message
	answers := []lsp.Message{{}}
	if err := json.Unmarshal(raw, &m); err != nil {
		answers[0] = lsp.Garbled(err)
	} else {
		answers = server.Handle(m)
	}
	for _, a := range answers {
		text, err := json.Marshal(a)
		if err != nil {
			return err
		}
		if err := frames.Send(text); err != nil {
			return err
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
