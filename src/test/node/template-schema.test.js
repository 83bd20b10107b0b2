"use strict";
// What schemas/template.schema.json does in an editor that runs the real yaml-language-server.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { CHECKOUT, Editor } = require("./editor.js");

const ONE = JSON.parse(fs.readFileSync(path.join(CHECKOUT, "schemas/privateecraccess.json"), "utf8"));
const PARTS = new Set(ONE.readOnlyProperties.map((pointer) => pointer.split("/")[2]));
const PROPERTIES = Object.keys(ONE.properties).filter((name) => !PARTS.has(name));
const GOLDEN = "src/test/resources/golden";

const shorthand = (...lines) =>
  ["Resources:", "  Access:", "    Type: PrivateEcrAccess", "    Properties:", ...lines.map((line) => `      ${line}`)].join("\n");

let files = 0;
const newFile = () => `examples/new-${++files}.yaml`;

let editor;
before(async () => {
  editor = await new Editor().start();
});
after(() => editor.stop());

const labels = (items) => items.map((item) => item.label);
const found = async (...lines) => (await editor.open(newFile(), shorthand(...lines))).diagnostics;

test("every property that is not there yet is offered, and nothing else", async () => {
  const items = await editor.complete(newFile(), shorthand("VpcId: x", "|"));
  const offered = labels(items).filter((label) => !label.startsWith("!"));
  assert.deepEqual(offered.sort(), PROPERTIES.filter((name) => name !== "VpcId").sort());
});

test("words are offered as values", async () => {
  const items = labels(await editor.complete(newFile(), shorthand("VpcId: x", "EcrPolicy: |")));
  assert.ok(items.includes("FullAccess") && items.includes("PullOnly"), items.join());
});

test("members of objects are offered", async () => {
  const items = labels(await editor.complete(newFile(), shorthand("VpcId: x", "DnsOptions:", "  |")));
  assert.ok(items.includes("DnsRecordIpType"), items.join());
});

test("the type is offered, and a whole resource as a snippet", async () => {
  const types = labels(await editor.complete(newFile(), "Resources:\n  Access:\n    Type: |"));
  assert.ok(types.includes("PrivateEcrAccess"), types.join());
  const resources = await editor.complete(newFile(), "Resources:\n  |");
  const snippet = resources.find((item) => item.label === "PrivateEcrAccess");
  assert.match(snippet.insertText ?? snippet.textEdit.newText, /Type: PrivateEcrAccess[\s\S]*VpcId: !Ref \$\{2:Vpc\}/);
});

test("every property is described where the pointer is", async () => {
  const check = async (name) => {
    const text = await editor.hover(newFile(), shorthand(`${name.slice(0, 2)}|${name.slice(2)}: x`));
    const sentence = ONE.properties[name].description.split(". Default: ")[0];
    const plain = text.replaceAll("`", "").replaceAll("\\", "").replaceAll("&nbsp;", " ").replaceAll("&#39;", "'");
    assert.ok(plain.includes(sentence), `${name}: ${text}`);
  };
  await Promise.all(PROPERTIES.map(check));
});

test("the faults of the example are found in their lines", async () => {
  const { diagnostics } = await editor.open("examples/faults.yaml");
  assert.deepEqual(diagnostics.map((d) => d.split(":")[0]).sort(), ["10", "6", "7", "8"].sort());
  assert.match(diagnostics.join("\n"), /VpcID is not allowed/);
  assert.match(diagnostics.join("\n"), /Missing property "VpcId"/);
});

test("wrong values are found, in members and items too", async () => {
  const wrong = [
    "EcrPolicy: Pull",
    "ClientCidrs: [10.0.0.0/40]",
    "Tags: [{Key: a}]",
    "DnsOptions: {DnsRecordIp: ipv4}",
    "SubnetIds: []",
    "Overrides: {s3: {Name: x}}",
    "Preflight: 1",
    "SubnetIds: {Fn::Wrong: a, Ref: b}",
  ];
  const all = await Promise.all(wrong.map((line) => found("VpcId: x", line)));
  wrong.forEach((line, i) => assert.deepEqual(all[i].map((d) => d.split(":")[0]), ["6"], `${line}: ${all[i].join()}`));
});

test("functions may stand for values, items and members, in both spellings", async () => {
  const right = [
    "SubnetIds: !Ref Subnets",
    "SubnetIds: !Split [',', !ImportValue subnets]",
    "SubnetIds: [!GetAtt A.B, {Ref: C}, {Fn::Sub: x}]",
    "PrivateDnsEnabled: !If [One, true, false]",
    "Tags: [{Key: !Sub 'x', Value: !Join ['', [a, b]]}, !If [One, {Key: a, Value: b}, !Ref AWS::NoValue]]",
    "DnsOptions: {DnsRecordIpType: !FindInMap [a, b, c]}",
    "Overrides: {s3: {PolicyDocument: {Statement: []}, RouteTableIds: !Ref AWS::NoValue}}",
  ];
  const all = await Promise.all(right.map((line) => found("VpcId: !ImportValue {Fn::Sub: x}", line)));
  right.forEach((line, i) => assert.deepEqual(all[i], [], line));
});

test("a loop's body is looked at", async () => {
  const loop = (property) =>
    ["Resources:", "  Fn::ForEach::Each:", "    - Id", "    - [A, B]", "    - Access${Id}:", "        Type: PrivateEcrAccess", `        Properties: {${property}: x}`].join("\n");
  assert.deepEqual((await editor.open(newFile(), loop("VpcId"))).diagnostics, []);
  assert.notDeepEqual((await editor.open(newFile(), loop("Vpc"))).diagnostics, []);
});

test("all other resources are left alone", async () => {
  const text = "Resources:\n  Any:\n    Type: AWS::Any::Thing\n    UpdatePolicy: {}\n    Properties: {What: !Ever [it, is]}\n";
  assert.deepEqual((await editor.open(newFile(), text.replace("!Ever", "!Sub"))).diagnostics, []);
});

/** The templates that the macro takes. */
function good() {
  const examples = fs.readdirSync(path.join(CHECKOUT, "examples"), { recursive: true })
    .filter((file) => file.endsWith(".yaml") && file !== "faults.yaml" && !file.startsWith("new-"))
    .map((file) => `examples/${file}`);
  const golden = fs.readdirSync(path.join(CHECKOUT, GOLDEN), { recursive: true })
    .filter((file) => path.basename(file) === "expected.json")
    .map((file) => `${GOLDEN}/${path.dirname(file)}/template.yaml`)
    .filter((file) => fs.existsSync(path.join(CHECKOUT, file)));
  assert.ok(examples.length > 15 && golden.length > 50, `${examples.length} ${golden.length}`);
  return [...examples, ...golden];
}

test("no good template has a fault", async () => {
  const opened = good().map(async (file) => [file, (await editor.open(file)).diagnostics]);
  assert.deepEqual((await Promise.all(opened)).filter(([, diagnostics]) => diagnostics.length), []);
});
