//go:build full

package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// what the extension is checked with, beside what it depends on itself: the types
// of the oldest editor that it is for.
var extensionTools = []string{"typescript@5.9.3", "@types/vscode@1.91.0", "@types/node@20.19.9"}

// stub runs the extension in an editor and with a client that are stubs. Opening
// a flow starts `ringflow lsp`, once; that it cannot be started is told.
const stub = `
const Module = require("module");
const commands = [], shown = [];
let opened;
const disposable = { dispose() {} };
const vscode = {
  commands: { registerCommand: (name) => (commands.push(name), disposable) },
  workspace: {
    getConfiguration: () => ({ get: (_, other) => other }),
    onDidOpenTextDocument: (f) => ((opened = f), disposable), textDocuments: [],
  },
  languages: { match: (selector, document) => (selector.some((s) => document.uri.path.endsWith(s.pattern.replace(/^\*\*\/\*?/, ""))) ? 10 : 0) },
  window: { showErrorMessage: (text) => shown.push(text) },
};
const started = [];
class LanguageClient {
  constructor(id, name, server, client) { started.push([server.command, ...server.args, client.documentSelector.length].join(" ")); }
  async start() { if (started.length > 1) throw new Error("no such file"); }
  async stop() { started.push("stopped"); }
}
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest));
(async () => {
  const extension = require("./extension.js");
  const context = { subscriptions: [] };
  extension.activate(context);
  opened({ uri: { path: "/a/values.yaml" } });
  opened({ uri: { path: "/a/b.flow.yaml" } });
  await new Promise((go) => setTimeout(go, 10));
  opened({ uri: { path: "/a/c.test.yaml" } });
  await extension.deactivate();
  opened({ uri: { path: "/a/ringflow.yaml" } });
  await new Promise((go) => setTimeout(go, 10));
  const got = JSON.stringify([commands, context.subscriptions.length, started, shown]);
  const want = JSON.stringify([["ringflow.diagram", "ringflow.restart"], 3, ["ringflow lsp 5", "stopped", "ringflow lsp 5"],
    ["ringflow lsp cannot be started: Error: no such file. Install ringflow, or set ringflow.path."]]);
  if (got !== want) throw new Error(got + "\nwant " + want);
})().catch((e) => { console.error(e); process.exit(1); });
`

// TestExtension: the extension fits the types of the editor and of the client that
// it depends on, strictly, and starts the server for our files alone.
func TestExtension(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../editor/vscode")); err != nil {
		t.Fatal(err)
	}
	run := func(name string, args ...string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), name, args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s %v: %v\n%s", name, args, err, out)
		}
	}
	run("npm", append([]string{"install", "--no-audit", "--no-fund", "--save-dev"}, extensionTools...)...)
	run("node", "node_modules/typescript/bin/tsc", "--noEmit", "--allowJs", "--checkJs", "--strict", "--skipLibCheck",
		"--target", "es2022", "--module", "node16", "--moduleResolution", "node16", "--types", "node,vscode", "extension.js")
	if err := os.WriteFile(filepath.Join(dir, "stub.js"), []byte(stub), 0o600); err != nil {
		t.Fatal(err)
	}
	run("node", "stub.js")
}
