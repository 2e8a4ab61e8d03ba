// What a reader does: finds a story, reads it, follows words to their place, searches, by mouse and by keyboard.
import { json, mainStory, wholeStory } from "./harness.mjs";

export async function storiesList(t, address) {
  const { tab, seen, context } = await t.open(`${address}/`);
  await tab.waitForSelector(".list:not(.sk) li");
  const { total } = await json(address, "/api/stories");
  t.check("the list says how many stories there are", (await tab.textContent(".count")).includes(`${total} `), await tab.textContent(".count"));
  await tab.fill("input[name=q]", "strait");
  await tab.waitForURL(/q=strait/);
  await t.until(tab, () => document.querySelectorAll(".list:not(.sk) li").length > 0);
  await tab.reload();
  await tab.waitForSelector(".list:not(.sk) li");
  t.equal("the search is in the address and survives a reload", await tab.inputValue("input[name=q]"), "strait");
  await tab.fill("input[name=q]", "lighthousekeeper");
  await tab.waitForSelector(".empty");
  t.check("nothing matches is said", (await tab.textContent(".empty")).includes("lighthousekeeper"));
  await tab.click("text=Clear search and filters");
  await tab.waitForSelector(".list:not(.sk) li");
  await tab.click("text=With disputes");
  await tab.waitForURL(/disputed=1/);
  t.check("a filter leaves stories with disputes alone", (await tab.$$eval(".list:not(.sk) .num.nil", (all) => all.filter((each) => each.textContent.includes("disputed")).length)) === 0);
  await tab.click(".list:not(.sk) h2 a");
  await tab.waitForSelector(".verdict");
  await tab.goBack();
  await tab.waitForSelector(".list:not(.sk) li");
  t.check("back leads to the list as it was", tab.url().includes("disputed=1"));
  t.equal("the list makes no error", seen.errors.join(), "");
  await context.close();
}

export async function story(t, address) {
  const { tab, seen, context } = await wholeStory(t, address);
  const data = await json(address, `/api/stories/${await mainStory(address)}`);
  for (const id of ["disputed", "corroborated", "single", "utterances", "lineage", "parallel", "ledger", "timeline", "actors", "method"]) {
    t.check(`the story has its section ${id}`, (await tab.$(`section#${id}`)) !== null);
  }
  const order = await tab.$$eval("section.s", (all) => all.map((each) => each.id));
  t.check("disputed comes before corroborated, then one origin", order.indexOf("disputed") < order.indexOf("corroborated") && order.indexOf("corroborated") < order.indexOf("single"));
  t.equal("every dispute is there", await tab.$$eval("#disputed article", (all) => all.length), data.findings.filter((each) => each.status === "disputed" && !each.update).length);
  t.equal("every report has a letter in the sources", await tab.$$eval("#method tbody tr", (all) => all.length), data.reports.length);
  t.check("the lineage is drawn", (await tab.$$("#lineage svg circle")).length >= data.reports.length);
  t.check("the ledger is a board and an axis", (await tab.$$("#ledger .board li")).length === data.ledger.length && (await tab.$("#ledger svg")) !== null);
  t.check("changed words are marked", (await tab.$$("#utterances del, #utterances ins")).length > 2);
  t.check("an actor shows what it said", (await tab.$$("#actors details.said-by")).length > 0);
  t.equal("the story makes no error", seen.errors.join(), "");
  t.equal("the story asks nobody else", seen.outside.join(), "");
  await context.close();
}

// Every link to words opens exactly the words of its span.
export async function words(t, address) {
  const { tab, context } = await wholeStory(t, address);
  const data = await json(address, `/api/stories/${await mainStory(address)}`);
  const texts = new Map(data.reports.map((report) => [report.id, [...report.text]]));
  const links = await tab.$$("#disputed a.w, #corroborated a.w, #single a.w, #ledger a.w");
  let opened = 0, wrong = "";
  for (const link of links.slice(0, 40)) {
    const address = await link.getAttribute("href");
    const [, id, begin, end] = /^\/report\/(.+)#(\d+)-(\d+)$/.exec(address);
    await link.evaluate((element) => element.click());
    await tab.waitForSelector("#panel");
    const shown = (await tab.$$eval("#panel .hit", (all) => all.map((each) => each.textContent))).join("");
    const wanted = texts.get(decodeURIComponent(id)).slice(Number(begin), Number(end)).join("");
    if (shown.replace(/\s+/g, "") !== wanted.replace(/\s+/g, "")) wrong ||= `${address}: ${shown} / ${wanted}`;
    await tab.keyboard.press("Escape");
    if (await tab.$("#panel")) wrong ||= "Esc did not close the panel";
    if (!(await link.evaluate((element) => document.activeElement === element))) wrong ||= `focus did not come back to ${address}`;
    opened++;
  }
  t.check("links to words were tried", opened > 20, String(opened));
  t.equal("what opens is the span", wrong, "");
  await context.close();
}

export async function parallel(t, address) {
  const { tab, context } = await wholeStory(t, address);
  await tab.evaluate(() => document.getElementById("parallel").scrollIntoView());
  const before = (await tab.$$(".col")).length;
  await tab.click(".sw button[aria-pressed=false]");
  t.equal("a report is added to the columns", (await tab.$$(".col")).length, before + 1);
  const button = await tab.$(".col .pn");
  const level = await button.getAttribute("data-p");
  await button.click();
  const lit = await tab.$$eval(`span[data-p="${level}"]`, (all) => all.every((each) => each.classList.contains("on")));
  t.check("a chosen passage is lit in every column", lit);
  const dots = await tab.$$(".sw .has");
  t.check("reports that have it get a dot", dots.length >= 2, String(dots.length));
  await context.close();
}

export async function report(t, address) {
  const id = await mainStory(address), data = await json(address, `/api/stories/${id}`);
  const chosen = data.reports.find((each) => each.quotes.length > 2) ?? data.reports[0];
  const quote = chosen.quotes[0].content[0];
  const { tab, seen, context } = await t.open(`${address}/report/${encodeURIComponent(chosen.id)}#${quote.begin}-${quote.end}`, { permissions: ["clipboard-read", "clipboard-write"] });
  await tab.waitForSelector(".report .hit");
  const wanted = [...chosen.text].slice(quote.begin, quote.end).join("");
  t.equal("a deep link marks its span", (await tab.$$eval(".report .hit", (all) => all.map((each) => each.textContent))).join(""), wanted);
  await tab.waitForSelector(".head .up a");
  for (const layer of ["names", "times", "numbers", "quotes", "states", "sentences", "parts"]) {
    const box = tab.locator(`[data-layer=${layer}]`), marks = async () => (await tab.$$(`.report .m-${layer}`)).length;
    if (!(await box.isChecked())) await box.check();
    const on = await marks();
    await box.uncheck();
    t.check(`the layer ${layer} can be switched`, on > 0 && (await marks()) === 0, `${on} marks on`);
    if (layer !== "sentences" && layer !== "parts") await box.check();
  }
  const note = await tab.$(".notes .nl");
  const [, begin, end] = /#(\d+)-(\d+)$/.exec(await note.getAttribute("href"));
  await note.click();
  await t.until(tab, (hash) => location.hash === hash, `#${begin}-${end}`);
  t.equal("a note leads to its place", (await tab.$$eval(".report .hit", (all) => all.map((each) => each.textContent))).join("").replace(/\s/g, ""), [...chosen.text].slice(Number(begin), Number(end)).join("").replace(/\s/g, ""));
  await tab.keyboard.press("c");
  await tab.waitForSelector(".said:not(:empty)");
  const copied = await tab.evaluate(() => navigator.clipboard.readText());
  t.check("a citation has words, place and address", copied.includes(`characters ${begin}–${end}`) && copied.includes(`/report/${encodeURIComponent(chosen.id)}#${begin}-${end}`), copied);
  await tab.keyboard.press("u");
  await tab.waitForSelector(".verdict");
  t.equal("the report makes no error", seen.errors.join(), "");
  await context.close();
}

export async function search(t, address) {
  const { tab, seen, context } = await t.open(`${address}/search`);
  await tab.waitForSelector(".empty");
  await tab.keyboard.press("/");
  await tab.keyboard.type("truce");
  await tab.waitForSelector(".hits li");
  t.check("the words are marked", (await tab.$$eval(".hits mark", (all) => all.map((each) => each.textContent.toLowerCase()))).every((word) => word.startsWith("truce")));
  await tab.keyboard.press("Escape");
  await tab.keyboard.press("j");
  await tab.keyboard.press("Enter");
  await tab.waitForSelector(".report .hit");
  t.check("a hit leads to its place", (await tab.textContent(".report .hit")).length > 0);
  await tab.goBack();
  await tab.waitForSelector(".hits li");
  t.check("back leads to the hits", tab.url().includes("q=truce"));
  await tab.click("text=Quotations");
  await tab.waitForURL(/in=quotes/);
  await tab.goto(`${address}/search?in=quotes&speaker=Velkov`);
  await tab.waitForSelector(".hits li");
  t.check("what somebody said is listed", (await tab.$$eval(".hits .by b", (all) => all.map((each) => each.textContent))).every((name) => /Vel/.test(name)));
  await tab.click(".hits a.w");
  await tab.waitForSelector(".report .hit");
  t.check("and leads to its words", (await tab.textContent(".report .hit")).length > 5);
  t.equal("the search makes no error", seen.errors.join(), "");
  await context.close();
}

export async function keyboard(t, address) {
  const { tab, context } = await t.open(`${address}/`);
  await tab.waitForSelector(".list:not(.sk) li");
  await tab.keyboard.press("?");
  await tab.waitForSelector("dialog.help[open]");
  await tab.keyboard.press("Escape");
  t.check("Esc closes the sheet of keys", (await tab.$("dialog.help")) === null);
  await tab.keyboard.press("j");
  t.check("j goes to the first story", await tab.evaluate(() => document.activeElement.matches("[data-item]")));
  await tab.keyboard.press("Enter");
  await tab.waitForSelector("#method");
  await tab.keyboard.press("j");
  const first = await tab.evaluate(() => document.activeElement.id);
  await tab.keyboard.press("j");
  const second = await tab.evaluate(() => document.activeElement.id);
  await tab.keyboard.press("k");
  t.check("j and k go through the items", first !== second && (await tab.evaluate(() => document.activeElement.id)) === first, `${first} ${second}`);
  await tab.keyboard.press("o");
  await tab.waitForSelector("#panel");
  await tab.keyboard.press("Escape");
  await tab.keyboard.press("n");
  t.check("n goes to the next section", await tab.evaluate(() => document.activeElement.matches("section.s")));
  await tab.keyboard.press("t");
  const theme = await tab.evaluate(() => document.documentElement.dataset.theme);
  await tab.reload();
  t.equal("the chosen theme survives a reload", await tab.evaluate(() => document.documentElement.dataset.theme), theme);
  await tab.waitForSelector(".verdict");
  await tab.keyboard.press("u");
  await tab.waitForSelector(".list:not(.sk) li");
  await tab.keyboard.press("g");
  await tab.keyboard.press("a");
  await tab.waitForSelector(".adding");
  t.check("g a leads to adding", tab.url().endsWith("/add"));
  await context.close();
}

export async function parts(t, address) {
  const id = await mainStory(address), data = await json(address, `/api/stories/${id}`);
  const last = data.findings[data.findings.length - 1];
  const { tab, context } = await t.open(`${address}/story/${encodeURIComponent(id)}#${last.id}`);
  await tab.waitForSelector(`#${last.id}[data-target]`);
  await tab.waitForTimeout(600);
  const top = await tab.evaluate((at) => document.getElementById(at).getBoundingClientRect().top, last.id);
  t.check("an address with a finding leads to it", top >= 0 && top < 900, String(top));
  const broken = await tab.$$eval('a[href^="#"]', (all) => all.map((link) => link.getAttribute("href").slice(1)).filter((target) => target && !document.getElementById(target)));
  await tab.waitForSelector("#method");
  t.check("links of the page have targets", broken.length < 400, broken.slice(0, 3).join());
  await tab.click('.toc a[href="#timeline"]');
  await t.until(tab, () => Math.abs(document.getElementById("timeline").getBoundingClientRect().top) < 200);
  await context.close();
}
