// What a reader puts in: reports, corrections; and what comes in while the page is open.
import { createServer } from "node:http";
import { json, mainStory, wholeStory } from "./harness.mjs";

const PASTED = `Ferry crews of Port Alva walk out over night shifts

By Mara Quell

PORT ALVA, 9 April 2031 — Ferry crews walked out at midnight on Tuesday. "We will not sail before the rota is signed," said Olen Marr, who speaks for them.
`;

export async function adding(t, address) {
  const { tab, seen, context } = await t.open(`${address}/add`);
  await tab.waitForSelector(".adding");
  await tab.fill("textarea", PASTED);
  await tab.click("text=Add the report");
  await tab.waitForSelector(".added li a");
  t.check("a pasted report is added", (await tab.textContent(".added li")).includes("added"));
  await tab.fill("textarea", PASTED);
  await tab.click("text=Add the report");
  await t.until(tab, () => document.querySelectorAll(".added li").length === 2);
  t.check("the same again is told to be there", (await tab.textContent(".added li:first-child")).includes("already"));
  const line = JSON.stringify({ id: "lines-1", title: "Harbour tolls rise", source: "Quay Notes", published: "2031-04-10", text: "Harbour tolls rise by a tenth on Monday, the port office said on Thursday." });
  await tab.setInputFiles("input[type=file]", [{ name: "lines.jsonl", mimeType: "application/octet-stream", buffer: Buffer.from(`${line}\n`) }]);
  await t.until(tab, () => document.querySelectorAll(".added li").length === 3);
  t.check("a chosen file is added", (await tab.textContent(".added li:first-child")).includes("added"), await tab.textContent(".added li:first-child"));
  const dropped = await tab.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["Lamps go out on Sallow Quay\n\nThe lamps on Sallow Quay went out on 11 April 2031, the harbour master said.\n"], "lamps.txt", { type: "text/plain" }));
    return transfer;
  });
  await tab.dispatchEvent(".drop", "drop", { dataTransfer: dropped });
  await t.until(tab, () => document.querySelectorAll(".added li").length === 4);
  t.check("a dropped file is added", (await tab.textContent(".added li:first-child")).includes("added"), await tab.textContent(".added li:first-child"));
  await tab.fill("input[type=url]", "http://127.0.0.1:9/inside");
  await tab.click("text=Read and add");
  await t.until(tab, () => document.querySelectorAll(".added li").length === 5);
  t.check("an address that may not be read is refused in words", (await tab.textContent(".added li:first-child")).includes("not added"), await tab.textContent(".added li:first-child"));
  await tab.click(".added li:nth-child(4) a");
  await tab.waitForSelector(".report");
  t.check("the added report can be opened", (await tab.textContent(".report")).length > 20);
  const { total } = await json(address, "/api/reports");
  await tab.click("text=Remove this report");
  await tab.click(".report .acts >> text=Keep");
  await tab.click("text=Remove this report");
  await tab.click(".report .acts >> text=/^Remove$/");
  await t.until(tab, () => !location.pathname.startsWith("/report"));
  t.equal("a report can be removed", (await json(address, "/api/reports")).total, total - 1);
  t.equal("adding makes no error but the refusal", seen.errors.filter((error) => !/status of (400|404|502)/.test(error)).join(), "");
  await context.close();
}

// A page of the web, read by the service.
export async function fromAddress(t, reports) {
  const page = `<!doctype html><html><head><title>Lock keepers of Holm ask for a second gate</title></head><body><article><h1>Lock keepers of Holm ask for a second gate</h1>
<p>Holm, 6 May 2031. The keepers of Holm lock asked the canal board on Tuesday for a second gate, their speaker Ine Dorn said.</p>
<p>"One gate is no gate when it sticks," Dorn told reporters. The board will answer within the month, it said in a letter that the keepers showed.</p></article></body></html>`;
  const web = createServer((request, response) => {
    const known = request.url === "/lock.html";
    response.writeHead(known ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" });
    response.end(known ? page : "");
  });
  await new Promise((resolve) => web.listen(0, "127.0.0.1", resolve));
  const { address } = await t.serve("from-address", reports, ["--allow-private"]);
  const { tab, context } = await t.open(`${address}/add`);
  await tab.waitForSelector(".adding");
  await tab.fill("input[type=url]", `http://127.0.0.1:${web.address().port}/lock.html`);
  await tab.click("text=Read and add");
  await tab.waitForSelector(".added li a");
  await tab.click(".added li a");
  await tab.waitForSelector(".report");
  t.check("a page is read from its address", (await tab.textContent(".report")).includes("second gate"));
  await context.close();
  web.close();
}

// A store that asks for tokens: one that reads, one that writes too.
export async function tokens(t, reports) {
  const { address } = await t.serve("tokens", reports, ["--token", "writing-token-of-the-test", "--read-token", "reading-token-of-the-test"]);
  const { tab, seen, context } = await t.open(`${address}/`);
  await tab.waitForSelector(".token");
  await tab.fill("input[type=password]", "not-a-token-of-this-store");
  await tab.click("text=Continue");
  await tab.waitForSelector(".token");
  await tab.fill("input[type=password]", "reading-token-of-the-test");
  await tab.click("text=Continue");
  await tab.waitForSelector(".list:not(.sk) li");
  t.equal("who may only read is not offered to add", (await tab.$$('.mast a[href="/add"]')).length, 0);
  await tab.click(".list h2 a");
  await tab.waitForSelector("#method");
  t.equal("nor to correct", (await tab.$$("main .fix")).length, 0);
  await tab.reload();
  await tab.waitForSelector("#method");
  t.equal("the token is kept for the tab", seen.errors.filter((error) => !error.includes("status of 401")).join(), "");
  await context.close();
}

async function correct(t, tab, button, fill) {
  await tab.locator(button).first().evaluate((element) => element.click());
  await tab.waitForSelector("dialog.sheet[open]");
  await fill();
  await tab.click("dialog.sheet button[type=submit]");
  await t.until(tab, () => !document.querySelector("dialog.sheet"));
}

export async function correcting(t, address) {
  const { tab, seen, context } = await wholeStory(t, address);
  const disputes = async () => (await json(address, `/api/stories/${await mainStory(address)}`)).findings.filter((each) => each.status === "disputed" && !each.update).length;
  const found = await disputes();
  await correct(t, tab, '#disputed button:has-text("Not a dispute")', () => tab.fill("dialog textarea", "Both count the same day."));
  await tab.waitForSelector("#corrections li");
  await t.until(tab, (left) => document.querySelectorAll("#disputed article").length === left, await disputes());
  t.equal("what is not a dispute leaves the disputes", await disputes(), found - 1);
  await correct(t, tab, '#utterances button:has-text("Wrong speaker")', async () => { await tab.selectOption("dialog select", { index: 1 }); });
  await t.until(tab, () => document.querySelectorAll("#corrections li").length === 2);
  await correct(t, tab, '#actors button:has-text("Same as")', async () => { await tab.selectOption("dialog select", { index: 1 }); });
  await t.until(tab, () => document.querySelectorAll("#corrections li").length === 3);
  await correct(t, tab, '#disputed button:has-text("Note")', () => tab.fill("dialog textarea", "Ask the port office. <b>soon</b>"));
  await t.until(tab, () => document.querySelectorAll("#corrections li").length === 4);
  await tab.waitForSelector(".note");
  t.check("a note stands where it was made, as text", (await tab.textContent(".note")).includes("<b>soon</b>"));
  await tab.reload();
  await tab.waitForSelector("#corrections li");
  t.equal("corrections survive", (await tab.$$("#corrections li")).length, 4);
  await tab.goto(`${address}/corrections`);
  await tab.waitForSelector(".tl li");
  for (let left = 4; left > 0; left--) {
    await tab.click("text=Take back");
    await t.until(tab, (count) => document.querySelectorAll(".tl li").length < count, left);
  }
  await tab.waitForSelector(".empty");
  t.equal("all can be taken back", (await json(address, "/api/corrections")).total, 0);
  t.equal("correcting makes no error", seen.errors.join(), "");
  await context.close();
}

export async function live(t, address) {
  const id = await mainStory(address), data = await json(address, `/api/stories/${id}`);
  const { tab, context } = await wholeStory(t, address);
  const list = await t.open(`${address}/`);
  await list.tab.waitForSelector(".list:not(.sk) li");
  await tab.waitForTimeout(1500);
  const model = data.reports[0];
  const text = `${model.text}\nThe port office confirmed on Thursday that it had counted the ships again.\n`;
  const post = (report) => fetch(`${address}/api/reports`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ reports: [report] }) });
  await post({ id: "late-copy", title: model.title, source: "Late Copy", published: model.published, text });
  await tab.waitForSelector(".news");
  t.check("the story says that something came in", (await tab.textContent(".news")).includes("since you opened"));
  t.equal("and leaves the reader where they are", await tab.$$eval("#method tbody tr", (all) => all.length), data.reports.length);
  await tab.keyboard.press("r");
  await t.until(tab, (count) => document.querySelectorAll("#method tbody tr").length === count, data.reports.length + 1);
  await post({ id: "lone", title: "A bell is cast in Tollen", source: "Tollen Bell", published: "2031-04-12", text: "A bell was cast in Tollen on Saturday. It weighs nine hundredweight, the founder said." });
  await t.until(list.tab, () => document.body.innerText.includes("A bell is cast in Tollen"));
  t.check("the list takes in a new story", true);
  await fetch(`${address}/api/reports/late-copy`, { method: "DELETE" });
  await fetch(`${address}/api/reports/lone`, { method: "DELETE" });
  await list.context.close();
  await context.close();
}
