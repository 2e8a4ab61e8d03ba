// The text of server-sent events.

// One block of "field: value" lines.
export function parseEvent(block: string): { id: string; event: string; data: string } {
  const found = { id: "", event: "message", data: "" };
  for (const line of block.split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    const field = line.slice(0, colon), value = line.slice(colon + 1).replace(/^ /, "");
    if (field === "id") found.id = value;
    else if (field === "event") found.event = value;
    else if (field === "data") found.data += (found.data ? "\n" : "") + value;
  }
  return found;
}
