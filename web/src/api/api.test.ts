import assert from "node:assert/strict";
import test from "node:test";
import { parse } from "../router.ts";
import { parseEvent } from "./event_text.ts";

test("events are read field by field", () => {
  assert.deepEqual(parseEvent('id: 7\nevent: report\ndata: {"a":1,\ndata: "b":2}'), { id: "7", event: "report", data: '{"a":1,\n"b":2}' });
  assert.deepEqual(parseEvent(": still here"), { id: "", event: "message", data: "" });
});

test("addresses name pages; ids may hold anything", () => {
  const at = (pathname: string): string => { const { page, id } = parse({ pathname, search: "", hash: "" }); return `${page} ${id}`; };
  assert.equal(at("/"), "stories ");
  assert.equal(at("/story/s%2F1"), "story s/1");
  assert.equal(at("/report/a/b"), "report a/b");
  assert.equal(at("/report/%E0%A4%A"), "report %E0%A4%A");
  assert.equal(at("/search"), "search ");
  assert.equal(at("/nothing/here"), "unknown here");
  assert.equal(at("/story/"), "unknown ");
});
