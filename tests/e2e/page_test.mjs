// Opens the page of `synoptic compare --format html` in real Chromium: node page_test.mjs PATH/TO/synoptic REPORT…
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [binary, ...reports] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "synoptic-page-"));
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
let passed = 0, failed = 0;

function check(what, holds, detail = "") {
  if (holds) return void passed++;
  failed++;
  console.log(`FAILED ${what} ${detail}`);
}

function page(name, paths) {
  const html = execFileSync(binary, ["compare", "--format", "html", ...paths], { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  const path = join(folder, name);
  writeFileSync(path, html);
  return "file://" + path;
}

function hostile() {
  const path = join(folder, "hostile.txt");
  writeFileSync(path, [
    `<script>window.hit=1</script> Envoys "met" & parted </title><img src=x onerror="window.hit=1">`, "",
    `Bo Lint said on 4 March 2031: "<b onmouseover=alert(1)>No</b> \u202Etxet desrever</script>" and ${"w".repeat(5000)}.`, ""].join("\n"));
  return path;
}

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(url, options = {}) {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  const seen = { requests: [], errors: [] };
  tab.on("request", (request) => request.url() !== url && !request.url().startsWith(url + "#") && !request.url().startsWith("data:") && seen.requests.push(request.url()));
  tab.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  tab.on("pageerror", (error) => seen.errors.push(String(error)));
  await tab.goto(url);
  return { tab, seen, context };
}

try {
  const story = page("story.html", reports);
  for (const width of [360, 390, 768, 1280, 1600]) {
    const { tab, seen, context } = await open(story, { viewport: { width, height: 900 } });
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(`no sideways scroll at ${width}`, over <= 0, `${over} px over`);
    check(`no request at ${width}`, seen.requests.length === 0, seen.requests[0]);
    check(`no error at ${width}`, seen.errors.length === 0, seen.errors[0]);
    await context.close();
  }
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1280]) {
      const { tab, context } = await open(story, { viewport: { width, height: 900 }, colorScheme });
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
      const serious = violations.filter((violation) => ["serious", "critical"].includes(violation.impact));
      check(`accessible, ${colorScheme}, ${width}`, serious.length === 0, serious.map((violation) => `${violation.id}: ${violation.nodes[0].html.slice(0, 150)}`).join("; "));
      await context.close();
    }
  }
  {
    const { tab, context } = await open(story, { javaScriptEnabled: false });
    const broken = await tab.$$eval('a[href^="#"]', (links) => links.map((link) => link.getAttribute("href").slice(1)).filter((id) => id && !document.getElementById(id))).catch(() => null);
    check("without script the text is there", (await tab.textContent("body")).includes("Port Alva"));
    if (broken) check("every link lands", broken.length === 0, broken.slice(0, 3).join(" "));
    await context.close();
  }
  {
    const { tab, context } = await open(story);
    const links = await tab.$$eval('a[href^="#"]', (all) => all.length);
    check("values link to their words", links > 20, `${links} links`);
    await tab.keyboard.press("Tab");
    check("the keyboard reaches the page", await tab.evaluate(() => document.activeElement !== document.body));
    const lost = await tab.$$eval('a[href^="#"]', (all) => all.map((link) => link.getAttribute("href").slice(1)).filter((id) => id && !document.getElementById(id)));
    check("every link lands", lost.length === 0, lost.slice(0, 3).join(" "));
    await tab.emulateMedia({ media: "print" });
    check("prints its text", (await tab.evaluate(() => document.body.innerText.length)) > 2000);
    await context.close();
  }
  {
    const { tab, context } = await open(story, { viewport: { width: 1280, height: 900 } });
    const drawn = await tab.$$eval('svg.wide a[href^="#e"]', (edges) => edges.map((edge) => {
      const way = edge.querySelector("path[stroke-width]"), [x1, x2] = [/^M([\d.]+)/, /H([\d.]+)$/].map((part) => Number(part.exec(way.getAttribute("d"))[1]));
      const item = document.querySelector(edge.getAttribute("href"));
      return { id: edge.getAttribute("href"), x1, x2, update: /updates/.test(item.textContent), width: Number(way.getAttribute("stroke-width")),
               share: Number((/(\d+) % of the words/.exec(item.textContent) || [0, 0])[1]) };
    }));
    check("the lineage is drawn", drawn.length > 2, `${drawn.length} edges`);
    check("time runs from left to right", drawn.every((edge) => edge.x1 < edge.x2));
    const plain = drawn.filter((edge) => !edge.update).sort((a, b) => a.share - b.share);
    check("the more words, the wider the line", plain.every((edge, i) => !i || edge.width >= plain[i - 1].width), JSON.stringify(plain));
    const { id } = drawn[0];
    check("passages are folded at first", !(await tab.$eval(`${id} details`, (details) => details.open)));
    await tab.$eval(`svg.wide a[href="${id}"]`, (edge) => edge.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
    check("a line opens its passages", await tab.$eval(`${id} details`, (details) => details.open));
    const sides = await tab.$$eval(`${id} tbody tr:first-child td`, (cells) => cells.map((cell) => cell.textContent.trim().length));
    check("both texts side by side", sides.length === 2 && sides.every((length) => length > 10), sides.join(" "));
    await context.close();
  }
  for (const [name, paths] of [["alone", [reports[0]]], ["hostile", [reports[0], hostile()]]]) {
    const { tab, seen, context } = await open(page(`${name}.html`, paths), { viewport: { width: 390, height: 800 } });
    check(`${name}: nothing ran`, !(await tab.evaluate(() => window.hit)));
    check(`${name}: no request`, seen.requests.length === 0, seen.requests[0]);
    check(`${name}: no error`, seen.errors.length === 0, seen.errors[0]);
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(`${name}: no sideways scroll`, over <= 0, `${over} px over`);
    await context.close();
  }
  if (process.env.SCREENSHOT) {
    const { tab, context } = await open(story, { viewport: { width: 1280, height: 1400 } });
    await tab.screenshot({ path: process.env.SCREENSHOT });
    await context.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
