// `synoptic mcp` through the protocol's own client, and past it: node mcp_test.mjs PATH/TO/synoptic REPORT…
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { LATEST_PROTOCOL_VERSION } from "@modelcontextprotocol/sdk/types.js";

const [binary, ...reports] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "synoptic-mcp-"));
const store = join(folder, "s.db");
let passed = 0, failed = 0;

function check(what, holds, detail = "") {
  if (holds) return void passed++;
  failed++;
  console.log(`FAILED ${what} ${detail}`);
}

const texts = new Map();

// Every span in an answer cuts out of its report what the answer says, and has an origin.
function checkSpans(what, node) {
  let spans = 0;
  const visit = (value) => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (value === null || typeof value !== "object") return;
    if ("report" in value && "begin" in value && "text" in value) {
      spans++;
      const text = texts.get(value.report);
      check(`${what}: a span of ${value.report}`, text !== undefined && text.slice(value.begin, value.end).join("") === value.text, JSON.stringify(value).slice(0, 300));
      check(`${what}: an origin of ${value.report}`, typeof value.origin === "string", JSON.stringify(value).slice(0, 300));
    }
    Object.values(value).forEach(visit);
  };
  visit(node);
  check(`${what} has spans`, spans > 0);
}

async function throughTheClient() {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StdioClientTransport({ command: binary, args: ["mcp", "--store", store] }));
  check("it tells its name", client.getServerVersion().name === "synoptic");
  check("it tells how to quote", client.getInstructions().includes("span"));
  await client.ping();
  const { tools } = await client.listTools();
  check("the tools", tools.map((tool) => tool.name).join() === "compare,stories,search,quotes,ledger,timeline");
  for (const tool of tools) check(`${tool.name} only reads`, tool.annotations.readOnlyHint === true && tool.description.length > 20);
  // The client holds structuredContent against outputSchema itself.
  const call = async (name, args, fails = false) => {
    const answer = await client.callTool({ name, arguments: args });
    check(`${name} ${JSON.stringify(args).slice(0, 80)}`, Boolean(answer.isError) === fails, answer.content[0].text.slice(0, 300));
    check(`${name} answers in words`, answer.content[0].type === "text" && answer.content[0].text.length > 0);
    return fails ? answer.content[0].text : answer.structuredContent;
  };
  // Nobody has asked for a story yet: it is compared for the ledger.
  check("the ledger of a store that was only added to", (await call("ledger", {})).items.length > 0);
  const stories = await call("stories", {});
  const { id } = stories.items[0];
  const compared = await call("compare", { story: id, limit: 100 });
  check("the story's reports", compared.reports.length === reports.length && compared.reports.every((report) => report.origin));
  check("copies do not count", compared.independent_origins < reports.length && compared.independent_origins > 0);
  check("disputes are told", compared.findings.some((finding) => finding.status === "disputed"));
  checkSpans("compare", compared);
  const short = await call("compare", { story: id, limit: 1 });
  check("limits cut, and say so", short.findings.length === 1 && short.left_out.findings === compared.findings.length - 1);
  for (const [name, args] of [["search", { q: "talks" }], ["search", { q: "Velkov", in: "actors" }], ["quotes", { speaker: "Velkov" }], ["ledger", {}], ["ledger", { kind: "proposal", story: id }], ["timeline", { story: id }]]) {
    const page = await call(name, args);
    check(`${name} finds`, page.items.length > 0 && page.total >= page.items.length);
    checkSpans(name, page);
  }
  const first = await call("quotes", { limit: 1 }), second = await call("quotes", { limit: 1, cursor: first.next });
  check("pages follow", first.next && JSON.stringify(first.items) !== JSON.stringify(second.items));
  const pasted = await call("compare", { reports: [
    { id: "a", source: "Dune Post", published: "2031-03-04", text: "Three people were hurt when the weir broke in Dune on Monday, Mayor Bo Lint said." },
    { id: "b", source: "Hill Mail", published: "2031-03-04", text: "Nobody was hurt when the weir broke in Dune on Monday, the fire service said." }] });
  check("reports may be given", pasted.reports.length === 2);
  for (const [name, args, says] of [["compare", {}, "one of them"], ["compare", { story: "none" }, "no story"], ["compare", { story: id, reports: [{ text: "x" }] }, "one of them"],
    ["compare", { reports: [] }, "/reports"], ["compare", { reports: [{ text: 7 }] }, "/reports/0/text"], ["search", {}, "/q"], ["search", { q: "" }, "/q"], ["search", { q: "a", in: "b" }, "/in"],
    ["search", { q: "a", limit: 0 }, "/limit"], ["quotes", { who: "x" }, "/who"], ["ledger", { from: "soon" }, "from"], ["timeline", { cursor: "none" }, "cursor"], ["stories", { limit: "1" }, "/limit"]]) {
    const text = await call(name, args, true);
    check(`${name} says what is wrong`, text.includes(says), text);
  }
  const refused = await client.callTool({ name: "invent", arguments: {} }).catch((error) => error);
  check("no such tool", refused.code === -32602, String(refused));
  const method = await client.request({ method: "resources/list" }, { parse: (value) => value }).catch((error) => error);
  check("no such method", method.code === -32601, String(method));
  await client.close();
}

// Lines as they are, and the lines that come back.
async function lines(sent) {
  const server = spawn(binary, ["mcp", "--store", store], { stdio: ["pipe", "pipe", "inherit"] });
  const got = [];
  const reader = createInterface({ input: server.stdout }).on("line", (text) => got.push(JSON.parse(text)));
  const ended = new Promise((resolve) => reader.once("close", resolve));
  for (const text of sent) server.stdin.write(text + "\n");
  server.stdin.end();
  const code = await new Promise((resolve) => server.once("exit", resolve));
  await ended;
  check("it ends when its input does", code === 0);
  return got;
}

async function pastTheClient() {
  const hello = (version) => JSON.stringify({ jsonrpc: "2.0", id: version, method: "initialize", params: { protocolVersion: version, capabilities: {}, clientInfo: { name: "t", version: "1" } } });
  const versions = await lines([LATEST_PROTOCOL_VERSION, "2025-06-18", "2024-11-05", "1999-01-01", ""].map(hello));
  check("revisions are agreed upon", versions.map((answer) => answer.result.protocolVersion).join() === [LATEST_PROTOCOL_VERSION, "2025-06-18", "2024-11-05", LATEST_PROTOCOL_VERSION, LATEST_PROTOCOL_VERSION].join());
  const wrong = await lines(["{", "", "\r", "[]", "7", '"x"', "null", "{}", '{"jsonrpc":"2.0","id":1}', '{"jsonrpc":"1.0","id":2,"method":"ping"}', '{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}',
    '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":[]}', '{"jsonrpc":"2.0","id":4,"method":"tools/call"}', '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"stories","arguments":[]}}',
    '{"jsonrpc":"2.0","method":"notifications/cancelled"}', '{"jsonrpc":"2.0","id":6,"result":{}}', "[".repeat(100_000), "\u0000\u0001", '{"jsonrpc":"2.0","id":"last","method":"ping"}']);
  check("what is wrong is answered", wrong.map((answer) => answer.error?.code ?? (answer.result.isError ? "tool" : "ok")).join() ===
    "-32700,-32600,-32600,-32600,-32600,-32600,-32600,-32600,ok,-32602,-32602,tool,-32700,-32700,ok", JSON.stringify(wrong));
  check("the place is named", wrong[0].error.message.includes("line 1, column 2"), wrong[0].error.message);
  const batch = await lines(['[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"notifications/initialized"},{"jsonrpc":"2.0","id":2,"method":"ping"}]', '[{"jsonrpc":"2.0","method":"notifications/initialized"}]']);
  check("batches are answered as batches", batch.length === 1 && batch[0].map((answer) => answer.id).join() === "1,2");
}

try {
  const added = execFileSync(binary, ["add", "--store", store, ...reports], { stdio: ["ignore", "pipe", "inherit"] }).toString().trim();
  for (const { id } of added.split("\n").map((text) => JSON.parse(text))) {
    texts.set(id, [...JSON.parse(execFileSync(binary, ["show", "--store", store, id], { maxBuffer: 1 << 28 })).text]);
  }
  await throughTheClient();
  await pastTheClient();
  let missing = 0;
  try { execFileSync(binary, ["mcp", "--store", join(folder, "none.db")], { stdio: "ignore" }); } catch (error) { missing = error.status; }
  check("a store that is not there", missing === 3, missing);
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
