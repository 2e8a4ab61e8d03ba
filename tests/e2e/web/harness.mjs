// A service over a store of its own, a browser on it, and what every test asks.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export class Harness {
  passed = 0;
  failed = 0;
  services = [];

  constructor(binary) {
    this.binary = binary;
    this.folder = mkdtempSync(join(tmpdir(), "synoptic-web-"));
  }

  async start() {
    this.browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
  }

  async stop() {
    await this.browser?.close();
    for (const service of this.services) service.kill("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  check(what, holds, detail = "") {
    if (holds) return void this.passed++;
    this.failed++;
    console.log(`FAILED ${what} ${detail}`);
  }

  equal(what, got, wanted) {
    this.check(what, got === wanted, `got ${JSON.stringify(got)?.slice(0, 300)}, wanted ${JSON.stringify(wanted)?.slice(0, 300)}`);
  }

  file(name, text) {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  // Adds the reports to a new store and serves it; the address without a slash at its end.
  async serve(name, paths, options = []) {
    const store = join(this.folder, `${name}.db`);
    if (paths.length) execFileSync(this.binary, ["add", "--store", store, ...paths], { stdio: ["ignore", "pipe", "pipe"] });
    const service = spawn(this.binary, ["serve", "--store", store, "--port", "0", ...options], { stdio: ["ignore", "pipe", "pipe"] });
    this.services.push(service);
    const address = await new Promise((resolve, reject) => {
      let said = "";
      const read = (bytes) => {
        said += bytes;
        const found = /http:\/\/[^\s/]+/.exec(said);
        if (found) resolve(found[0]);
      };
      service.stdout.on("data", read);
      service.stderr.on("data", read);
      service.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
    });
    return { address, service };
  }

  // A tab that remembers requests to elsewhere, errors of the console and refusals of the policy.
  async open(url, options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const tab = await context.newPage();
    const seen = { outside: [], errors: [], dialogs: [] };
    const home = new URL(url).origin;
    tab.on("request", (request) => !request.url().startsWith(home) && seen.outside.push(request.url()));
    tab.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
    tab.on("pageerror", (error) => seen.errors.push(String(error.stack ?? error)));
    tab.on("dialog", (dialog) => { seen.dialogs.push(dialog.message()); void dialog.dismiss(); });
    await tab.goto(url);
    return { tab, seen, context };
  }

  // Waits until `holds` is true in the page. Playwright's own way evaluates text later on, which the policy refuses.
  async until(tab, holds, argument) {
    for (let left = 30_000; left > 0; left -= 50) {
      if (await tab.evaluate(holds, argument).catch(() => false)) return;
      await tab.waitForTimeout(50);
    }
    throw new Error(`waited in vain for ${holds}`);
  }

  async sideways(tab) {
    return tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  async accessible(what, tab) {
    await tab.evaluate(axe);
    const { violations } = await tab.evaluate((rules) => window.axe.run(document, { runOnly: rules }), RULES);
    const serious = violations.filter((violation) => ["serious", "critical"].includes(violation.impact));
    this.check(`accessible: ${what}`, serious.length === 0, serious.map((violation) => `${violation.id}: ${violation.nodes.length} × ${violation.nodes[0].html.slice(0, 200)} ${violation.nodes[0].failureSummary?.slice(0, 300)}`).join("; "));
  }
}

export const json = async (address, path, options) => (await fetch(address + path, options)).json();

// The story with most reports.
export async function mainStory(address) {
  const { items } = await json(address, "/api/stories");
  return items.reduce((best, story) => (story.reports > best.reports ? story : best)).id;
}

// A story page drawn to its end.
export async function wholeStory(harness, address, options) {
  const opened = await harness.open(`${address}/story/${encodeURIComponent(await mainStory(address))}`, options);
  await opened.tab.waitForSelector("#method");
  return opened;
}
