// Runs every src/**/*.test.ts under node's own test runner, bundled by the esbuild that Vite brings.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
function testsBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? testsBelow(join(folder, entry.name)) : entry.name.endsWith(".test.ts") ? [join(folder, entry.name)] : []);
}

const out = mkdtempSync(join(tmpdir(), "synoptic-web-"));
try {
  await build({ entryPoints: testsBelow(join(root, "src")), outdir: out, outExtension: { ".js": ".mjs" }, bundle: true, format: "esm", platform: "node", target: "node18", logLevel: "error" });
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.name.endsWith(".test.mjs")).map((entry) => join(entry.path ?? entry.parentPath, entry.name));
  process.exitCode = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
