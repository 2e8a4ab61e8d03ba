// Content that means harm is shown and does nothing; the policy of the service holds; widths, colours, print, failures.
import { json, mainStory, wholeStory } from "./harness.mjs";

const SCRIPT = `<script>window.hit=1</script><img src="http://192.0.2.1/x.png" onerror="window.hit=1"><svg onload=window.hit=1>`;

export function hostileReports(t) {
  const line = (report) => JSON.stringify(report);
  const text = `${SCRIPT}\n\nEnvoys met at Port Gray on 4 March 2031. "<b onmouseover=window.hit=1>No</b> \u202Etxet desrever</script>" said Bo Lint, who \u2066opened a \u{1F600}\u{1F600} table. \u{1F600} Four people came.\n\njavascript:window.hit=1 ${"w".repeat(1_000_000)} end.\n`;
  return t.file("hostile.jsonl", [
    line({ id: "evil\"><script>window.hit=1</script>", title: `${SCRIPT} \u202Etitle`, source: "<i>Evil</i> \u202EPost", url: "javascript:window.hit=1", published: "2031-03-04", text }),
    line({ id: "evil-2", title: "\u202Eenildaeh", source: "\u2067Other</title>", url: "https://example.org/\"onclick=alert(1)", published: "2031-03-05", text: text.replace("Four", "Five").replace("w".repeat(1_000_000), "short") }),
  ].join("\n") + "\n");
}

export async function hostile(t, address) {
  const { items } = await json(address, "/api/stories");
  const reports = (await json(address, "/api/reports")).items;
  const pages = ["/", "/search?q=envoys", ...items.map((story) => `/story/${encodeURIComponent(story.id)}`), ...reports.map((report) => `/report/${encodeURIComponent(report.id)}`)];
  for (const path of pages) {
    for (const width of [390, 1280]) {
      const { tab, seen, context } = await t.open(address + path, { viewport: { width, height: 900 } });
      await tab.waitForSelector(path.startsWith("/story") ? "#method" : path.startsWith("/report") ? ".report" : ".list:not(.sk) li, .hits li", { timeout: 60_000 });
      await tab.waitForTimeout(300);
      t.check(`${path}: nothing ran`, !(await tab.evaluate(() => window.hit)) && seen.dialogs.length === 0);
      t.equal(`${path}: nobody else is asked`, seen.outside.join(), "");
      t.equal(`${path}: no error`, seen.errors.join(), "");
      t.check(`${path} at ${width}: no sideways scroll`, (await t.sideways(tab)) <= 0, String(await t.sideways(tab)));
      t.equal(`${path}: no address of script`, (await tab.$$('a[href^="javascript:" i]')).length, 0);
      t.equal(`${path}: no element of theirs`, (await tab.$$("main script, main img, main iframe, main b[onmouseover], main [style*=url]")).length, 0);
      await context.close();
    }
  }
  await codePoints(t, address, reports);
}

// Characters of two units stand before the words: positions still hit them.
async function codePoints(t, address, reports) {
  const { id, text } = await json(address, `/api/reports/${encodeURIComponent(reports.find((report) => report.id === "evil-2").id)}`);
  const begin = [...text].join("\u0000").split("\u0000").findIndex((_, at, all) => all.slice(at, at + 4).join("") === "Five");
  const { tab, context } = await t.open(`${address}/report/${encodeURIComponent(id)}#${begin}-${begin + 4}`);
  await tab.waitForSelector(".report .hit");
  t.equal("positions count code points", await tab.textContent(".report .hit"), "Five");
  await context.close();
}

export async function policy(t, address) {
  const response = await fetch(`${address}/`);
  const csp = response.headers.get("content-security-policy") ?? "";
  t.check("the policy allows the service's own files alone", csp.includes("default-src 'self'") && !/unsafe|\*|https?:/.test(csp), csp);
  const html = await response.text();
  t.check("the page has nothing inline", !/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i.test(html), html);
  const { tab, context } = await wholeStory(t, address);
  const blocked = await tab.evaluate(async () => {
    let refused = "";
    document.addEventListener("securitypolicyviolation", (event) => { refused += event.effectiveDirective; });
    const script = document.createElement("script");
    script.textContent = "window.ran = 1";
    document.body.append(script);
    const box = document.createElement("p");
    box.setAttribute("style", "color: red");
    document.body.append(box);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return `${window.ran ?? "no"} ${refused}`;
  });
  t.check("script and styles put into the page are refused", blocked.startsWith("no") && blocked.includes("script-src") && blocked.includes("style-src"), blocked);
  await context.close();
}

export async function widths(t, address) {
  const id = await mainStory(address), { items } = await json(address, "/api/reports");
  const pages = { stories: "/", story: `/story/${id}`, report: `/report/${encodeURIComponent(items[0].id)}`, search: "/search?q=truce", add: "/add", corrections: "/corrections", missing: "/story/none" };
  const only = process.env.PAGES?.split(",");
  for (const [name, path] of Object.entries(pages)) {
    if (only && !only.includes(name)) continue;
    for (const width of [360, 390, 768, 1280, 1600]) {
      const { tab, context } = await t.open(address + path, { viewport: { width, height: 900 } });
      await tab.waitForSelector({ story: "#method", report: ".report", stories: ".list:not(.sk) li", search: ".hits li", add: ".adding" }[name] ?? ".empty");
      t.check(`${name}: no sideways scroll at ${width}`, (await t.sideways(tab)) <= 0, `${await t.sideways(tab)} px over`);
      await context.close();
    }
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [390, 1280]) {
        const { tab, context } = await t.open(address + path, { viewport: { width, height: 900 }, colorScheme });
        await tab.waitForSelector({ story: "#method", report: ".head .up a", stories: ".list:not(.sk) li", search: ".hits li", add: ".adding" }[name] ?? ".empty");
        await t.accessible(`${name}, ${colorScheme}, ${width}`, tab);
        if (name === "story") {
          await tab.evaluate(() => document.querySelector("#disputed a.w, #corroborated a.w, #single a.w").click());
          await tab.waitForSelector("#panel");
          await t.accessible(`panel, ${colorScheme}, ${width}`, tab);
          await tab.keyboard.press("Escape");
          await tab.keyboard.press("?");
          await tab.waitForSelector("dialog.help[open]");
          await t.accessible(`keys, ${colorScheme}, ${width}`, tab);
        }
        await context.close();
      }
    }
  }
}

export async function print(t, address) {
  const data = await json(address, `/api/stories/${await mainStory(address)}`);
  const { tab, context } = await wholeStory(t, address);
  await tab.emulateMedia({ media: "print" });
  await tab.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await t.until(tab, (count) => document.querySelectorAll(".col").length === count, data.reports.length);
  const text = (await tab.evaluate(() => document.body.innerText)).replace(/\s+/g, "");
  // A part of each sentence: where sentences begin, the numbers of passages stand between.
  const part = (report, { begin, end }) => [...report.text].slice(begin + 2, Math.min(end - 2, begin + 30)).join("").replace(/\s+/g, "");
  const lost = data.reports.filter((report) => report.sentences.some((sentence) => !text.includes(part(report, sentence))));
  t.equal("print has the text of every report", lost.map((report) => report.id).join(), "");
  t.check("print leaves the controls out", !(await tab.isVisible(".tail")) && !(await tab.isVisible(".toc")));
  await context.close();
}

export async function failures(t, address, service) {
  const gone = await t.open(`${address}/story/none`);
  await gone.tab.waitForSelector(".empty");
  t.check("an unknown story is said to be unknown", (await gone.tab.textContent(".empty")).includes("not in this store"));
  await gone.tab.goto(`${address}/no/such/page`);
  t.check("an unknown address too", (await gone.tab.textContent("main")).includes("No such page"));
  await gone.context.close();
  const { tab, context } = await t.open(`${address}/`);
  await tab.waitForSelector(".list:not(.sk) li");
  service.kill("SIGTERM");
  await new Promise((resolve) => service.once("exit", resolve));
  await tab.click(".list:not(.sk) h2 a");
  await tab.waitForSelector("[role=alert]");
  t.check("a service that is gone is said to be gone", (await tab.textContent("[role=alert]")).includes("did not answer"));
  await context.close();
}
