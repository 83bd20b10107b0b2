"use strict";
// An editor without a window: speaks to the real yaml-language-server, with the settings of .vscode/settings.json.

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const rpc = require("vscode-jsonrpc/node");

const CHECKOUT = path.resolve(__dirname, "../../..");
const SERVER = require.resolve("yaml-language-server/bin/yaml-language-server");

/** {"yaml.schemas": X} is {yaml: {schemas: X}} to the server. */
function settings() {
  const flat = JSON.parse(fs.readFileSync(path.join(CHECKOUT, ".vscode/settings.json"), "utf8"));
  const nested = { yaml: { schemaStore: { enable: false } } };
  for (const [name, value] of Object.entries(flat)) {
    const [section, key] = name.split(".");
    nested[section] = { ...nested[section], [key]: value };
  }
  return nested;
}

class Editor {
  constructor() {
    this.process = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.connection = rpc.createMessageConnection(
      new rpc.StreamMessageReader(this.process.stdout),
      new rpc.StreamMessageWriter(this.process.stdin),
    );
    this.waiting = new Map();
  }

  async start() {
    const all = settings();
    this.connection.onRequest("workspace/configuration", ({ items }) => items.map((item) => all[item.section] ?? null));
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      this.waiting.get(uri)?.(diagnostics);
      this.waiting.delete(uri);
    });
    this.connection.listen();
    const root = pathToFileURL(CHECKOUT).href;
    await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "checkout" }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true } },
          hover: { contentFormat: ["markdown"] },
          publishDiagnostics: {},
        },
      },
    });
    await this.connection.sendNotification("initialized", {});
    await this.connection.sendNotification("workspace/didChangeConfiguration", { settings: all });
    return this;
  }

  /** Opens a file, or a text as if it were that file's, and waits for what the server finds in it. */
  async open(file, text = fs.readFileSync(path.join(CHECKOUT, file), "utf8")) {
    const uri = pathToFileURL(path.join(CHECKOUT, file)).href;
    const found = new Promise((resolve) => this.waiting.set(uri, resolve));
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
    const diagnostics = await found;
    return { uri, diagnostics: diagnostics.map((d) => `${d.range.start.line + 1}: ${d.message.split("\n")[0]}`) };
  }

  /** Opens a text with one `|`, which is where the cursor stands. */
  async openAtCursor(file, marked) {
    const before = marked.slice(0, marked.indexOf("|")).split("\n");
    const { uri } = await this.open(file, marked.replace("|", ""));
    return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1).length } };
  }

  async complete(file, marked) {
    const answer = await this.connection.sendRequest("textDocument/completion", await this.openAtCursor(file, marked));
    return answer.items ?? answer;
  }

  async hover(file, marked) {
    const answer = await this.connection.sendRequest("textDocument/hover", await this.openAtCursor(file, marked));
    return answer?.contents.value ?? "";
  }

  async stop() {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    this.connection.dispose();
  }
}

module.exports = { CHECKOUT, Editor };
