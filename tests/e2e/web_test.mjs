// The web application in real Chromium, served by the program: node web_test.mjs PATH/TO/synoptic REPORT…
import { loadavg, cpus } from "node:os";
import * as changes from "./web/changes.mjs";
import { Harness, json, mainStory } from "./web/harness.mjs";
import * as hostile from "./web/hostile.mjs";
import * as journeys from "./web/journeys.mjs";
import { fiftyReports } from "./web/fifty.mjs";

const [binary, ...reports] = process.argv.slice(2);
const only = process.env.ONLY?.split(",");
const t = new Harness(binary);

async function run(name, test) {
  if (only && !only.includes(name)) return;
  try {
    await test();
  } catch (error) {
    t.check(name, false, String(error.stack ?? error).slice(0, 900));
  }
}

// A reader waits for the head and the disputes of a story of 50 reports.
async function speed(address) {
  const url = `${address}/story/${encodeURIComponent(await mainStory(address))}`, times = [];
  for (let round = 0; round < 7; round++) {
    const { tab, context } = await t.open(url);
    await t.until(tab, () => performance.getEntriesByName("story-shown").length > 0);
    times.push(await tab.evaluate(() => performance.getEntriesByName("story-shown")[0].startTime));
    await context.close();
  }
  const median = times.sort((a, b) => a - b)[3], busy = loadavg()[0] / cpus().length;
  console.log(`first view of ${(await json(address, "/api/status")).reports} reports: median ${median.toFixed(0)} ms, best ${times[0].toFixed(0)} ms, load ${busy.toFixed(1)} a core`);
  // How long it takes is measured, not tested: that depends on the machine and on what else it does.
  t.check("the story of 50 reports is shown", times.every((time) => time > 0));
}

await t.start();
try {
  const { address, service } = await t.serve("strait", reports);
  for (const [name, test] of Object.entries(journeys)) await run(name, () => test(t, address));
  await run("widths", () => hostile.widths(t, address));
  await run("print", () => hostile.print(t, address));
  await run("policy", () => hostile.policy(t, address));
  await run("live", () => changes.live(t, address));
  await run("correcting", () => changes.correcting(t, address));
  await run("adding", () => changes.adding(t, address));
  await run("fromAddress", () => changes.fromAddress(t, reports));
  await run("tokens", () => changes.tokens(t, reports));
  await run("failures", () => hostile.failures(t, address, service));
  await run("hostile", async () => hostile.hostile(t, (await t.serve("hostile", [hostile.hostileReports(t)])).address));
  await run("speed", async () => speed((await t.serve("fifty", [fiftyReports(t)])).address));
  await run("empty", async () => {
    const empty = await t.open((await t.serve("empty", [])).address + "/");
    await empty.tab.waitForSelector(".empty");
    t.check("an empty store says how to fill it", (await empty.tab.textContent(".empty")).includes("No reports yet"));
    await empty.context.close();
  });
} finally {
  await t.stop();
}
console.log(`${t.passed} passed, ${t.failed} failed`);
process.exit(t.failed ? 1 : 0);
