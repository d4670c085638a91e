// @ts-check
// The extension starts `ringflow lsp`, which does all the work, as soon as a file
// of ours is open, and shows the picture of a flow.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** The files of ours, as the server knows them. */
const patterns = ["**/*.flow.yaml", "**/*.blocks.yaml", "**/*.prompts.yaml", "**/*.test.yaml", "**/ringflow.yaml"];
const selector = patterns.map((pattern) => ({ scheme: "file", language: "yaml", pattern }));

/** @type {LanguageClient | undefined} */
let client;

/** The client, which is started when it is not there. */
async function running() {
  if (!client) {
    const command = vscode.workspace.getConfiguration("ringflow").get("path", "ringflow");
    client = new LanguageClient("ringflow", "Ringflow", { command, args: ["lsp"] }, { documentSelector: selector });
    try {
      await client.start();
    } catch (problem) {
      client = undefined;
      vscode.window.showErrorMessage(`${command} lsp cannot be started: ${problem}. Install ringflow, or set ringflow.path.`);
    }
  }
  return client;
}

async function stop() {
  const old = client;
  client = undefined;
  await old?.stop();
}

/** Shows the picture of the flow in the active editor beside it. */
async function diagram() {
  const document = vscode.window.activeTextEditor?.document;
  const server = document && (await running());
  if (!document || !server) {
    return;
  }
  try {
    /** @type {{svg: string}} */
    const picture = await server.sendRequest("ringflow/diagram", { textDocument: { uri: document.uri.toString() } });
    const panel = vscode.window.createWebviewPanel("ringflow.diagram", document.uri.path.replace(/.*\//, ""), vscode.ViewColumn.Beside, {});
    panel.webview.html = `<!DOCTYPE html><meta charset="utf-8"><body style="background:#fff">${picture.svg}</body>`;
  } catch (problem) {
    vscode.window.showWarningMessage(`There is no picture: ${problem instanceof Error ? problem.message : problem}`);
  }
}

/** @param {import("vscode").ExtensionContext} context */
function activate(context) {
  /** @param {import("vscode").TextDocument} document */
  const look = (document) => {
    if (!client && vscode.languages.match(selector, document) > 0) {
      void running();
    }
  };
  context.subscriptions.push(
    vscode.commands.registerCommand("ringflow.diagram", diagram),
    vscode.commands.registerCommand("ringflow.restart", async () => {
      await stop();
      await running();
    }),
    vscode.workspace.onDidOpenTextDocument(look),
  );
  vscode.workspace.textDocuments.forEach(look);
}

module.exports = { activate, deactivate: stop };
