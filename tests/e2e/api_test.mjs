// Holds every answer of `synoptic serve` against openapi.yaml, as it is served: node api_test.mjs PATH/TO/synoptic REPORT…
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";

const [binary, ...reports] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "synoptic-api-"));
let passed = 0, failed = 0;

function check(what, holds, detail = "") {
  if (holds) return void passed++;
  failed++;
  console.log(`FAILED ${what} ${detail}`);
}

const service = spawn(binary, ["serve", "--store", join(folder, "s.db"), "--port", "0", "--offline"], { stdio: ["ignore", "pipe", "inherit"] });
const line = await new Promise((resolve) => createInterface({ input: service.stdout }).once("line", resolve));
const root = line.replace(/.* at /, "").replace(/\/$/, "");

const description = await (await fetch(`${root}/openapi.json`)).json();
const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
ajv.addSchema({ ...description, $id: "openapi" });

// "#/components/…" points into the description.
function resolve(node) {
  return node?.$ref ? node.$ref.slice(2).split("/").reduce((at, key) => at[key], description) : node;
}
function validator(pointer) {
  return ajv.compile({ $ref: `openapi#${pointer}` });
}
const escaped = (text) => text.replaceAll("~", "~0").replaceAll("/", "~1");

const asked = new Set();

// Asks, and holds the answer against what `template` promises. Returns the body.
async function ask(method, template, path, expected, body, headers = {}) {
  const operation = description.paths[template]?.[method];
  const name = `${method} ${path}`;
  check(`${name} is described`, operation !== undefined);
  if (!operation) return null;
  asked.add(operation.operationId);
  const response = await fetch(root + path, { method: method.toUpperCase(), headers: typeof body === "object" ? { "Content-Type": "application/json", ...headers } : headers,
    body: typeof body === "object" ? JSON.stringify(body) : body });
  const text = await response.text();
  check(`${name} gives ${expected}`, response.status === expected, `${response.status} ${text.slice(0, 300)}`);
  const key = operation.responses[response.status] ? String(response.status) : "default";
  const promised = resolve(operation.responses[key]);
  check(`${name}: ${response.status} is described`, promised !== undefined);
  for (const header of Object.keys(promised?.headers ?? {})) check(`${name} has ${header}`, response.headers.has(header));
  const type = (response.headers.get("content-type") ?? "").replace(/;.*/, "");
  if (!promised?.content) {
    check(`${name} has no body`, text === "", text.slice(0, 100));
    return null;
  }
  check(`${name}: ${type} is described`, promised.content[type] !== undefined);
  if (!type.endsWith("json")) return text;
  const at = operation.responses[key].$ref ? operation.responses[key].$ref.slice(1) : `/paths/${escaped(template)}/${method}/responses/${key}`;
  const answer = JSON.parse(text);
  const holds = validator(`${at}/content/${escaped(type)}/schema`);
  check(`${name} is as described`, holds(answer), ajv.errorsText(holds.errors).slice(0, 600));
  return answer;
}

// Every item of a list, page by page.
async function all(template, path) {
  const items = [];
  for (let next = path; next;) {
    const page = await ask("get", template, next, 200);
    if (!page) return items;
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

async function events() {
  const abort = new AbortController();
  const response = await fetch(`${root}/api/events`, { signal: abort.signal });
  const { value } = await response.body.getReader().read();
  abort.abort();
  check("events come as described", response.headers.get("content-type") in description.paths["/api/events"].get.responses["200"].content);
  check("events begin with a place to resume at", /^retry: \d+\nid: \d+\n\n$/.test(new TextDecoder().decode(value)));
  asked.add("events");
}

try {
  for (const path of reports) {
    await ask("post", "/api/reports", `/api/reports?name=${encodeURIComponent(basename(path))}`, 201, readFileSync(path).toString(), { "Content-Type": "application/octet-stream" });
  }
  const made = await ask("post", "/api/reports", "/api/reports", 201, { reports: [{ text: "A weir opens\n\nThe weir on the Dune opened, Bo Lint said.\n", published: "2031-03-04", source: "Dune Post" }, { text: "A weir opens, again.", title: "Weir" }] });
  const [story] = await all("/api/stories", "/api/stories?limit=1");
  const one = `/api/stories/${encodeURIComponent(story.id)}`;
  const whole = await ask("get", "/api/stories/{story}", one, 200);
  for (const part of ["findings", "utterances", "ledger", "timeline", "actors"]) {
    const items = await all(`/api/stories/{story}/${part}`, `${one}/${part}?limit=7`);
    check(`${part} of the story`, items.length > 0 && (part === "actors" || items.length === whole[part].length));
    await ask("get", `/api/stories/{story}/${part}`, `/api/stories/none/${part}`, 404);
  }
  await ask("get", "/api/stories/{story}/lineage", `${one}/lineage`, 200);
  await ask("get", "/api/stories/{story}/lineage", "/api/stories/none/lineage", 404);
  await ask("get", "/api/stories/{story}", "/api/stories/none", 404);
  await ask("get", "/api/stories", "/api/stories?limit=0", 400);
  const listed = await all("/api/reports", "/api/reports?limit=3");
  check("all reports are listed", listed.length === reports.length + 2);
  for (const { id } of listed) await ask("get", "/api/reports/{report}", `/api/reports/${encodeURIComponent(id)}`, 200);
  await ask("get", "/api/reports/{report}", "/api/reports/none", 404);
  check("a search finds", (await all("/api/search", "/api/search?q=talks&limit=4")).length > 0);
  check("a search of quotations finds", (await all("/api/search", "/api/search?q=talks&in=quotes")).length > 0);
  check("a search of actors finds", (await all("/api/search", "/api/search?q=Velkov&in=actors")).length > 0);
  await ask("get", "/api/search", "/api/search?q=talks&in=nowhere", 400);
  check("quotations are found", (await all("/api/quotes", "/api/quotes?speaker=Velkov&limit=5")).length > 0);
  check("the ledger has entries", (await all("/api/ledger", "/api/ledger?limit=5")).length > 0);
  check("kinds are told apart", (await all("/api/ledger", "/api/ledger?kind=proposal")).every((hit) => hit.entry.kind === "proposal"));
  check("the timeline has entries", (await all("/api/timeline", "/api/timeline?limit=5")).length > 0);
  const note = await ask("post", "/api/corrections", "/api/corrections", 201, { kind: "note", story: story.id, note: "Ask the harbour master." });
  check("a correction is listed", (await all("/api/corrections", "/api/corrections")).length === 1);
  await ask("post", "/api/corrections", "/api/corrections", 400, { kind: "guess" });
  await ask("delete", "/api/corrections/{correction}", `/api/corrections/${note.id}`, 204);
  await ask("delete", "/api/corrections/{correction}", `/api/corrections/${note.id}`, 404);
  await ask("delete", "/api/reports/{report}", `/api/reports/${encodeURIComponent(made.results[0].id)}`, 204);
  await ask("delete", "/api/reports/{report}", "/api/reports/none", 404);
  await ask("get", "/api/status", "/api/status", 200);
  await ask("get", "/openapi.json", "/openapi.json", 200);
  await ask("get", "/feeds/stories/{story}", `/feeds/stories/${encodeURIComponent(story.id)}`, 200);
  await ask("get", "/feeds/stories/{story}", "/feeds/stories/none", 404);
  await ask("get", "/feeds/search", "/feeds/search?q=talks", 200);
  await ask("get", "/feeds/speakers", "/feeds/speakers?name=Velkov", 200);
  await events();
  const described = Object.values(description.paths).flatMap((path) => Object.values(path).map((operation) => operation.operationId));
  for (const operation of described) check(`${operation} was asked`, asked.has(operation));
} finally {
  service.kill("SIGTERM");
  check("the service stops", (await new Promise((resolve) => service.once("exit", resolve))) === 0);
  rmSync(folder, { recursive: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
