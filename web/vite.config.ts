import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";

// The build embeds files by names that do not change; what they hold goes into the query, so that a browser may keep
// them for good.
function contentInQuery(): Plugin {
  return {
    name: "content-in-query",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const index = bundle["index.html"];
      if (index?.type !== "asset") throw new Error("no index.html");
      let html = String(index.source);
      for (const [name, file] of Object.entries(bundle)) {
        if (name === "index.html") continue;
        const digest = createHash("sha256").update(file.type === "asset" ? file.source : file.code).digest("hex").slice(0, 12);
        html = html.replace(`"/${name}"`, `"/${name}?v=${digest}"`);
      }
      index.source = html;
    },
  };
}

// Nothing inline: the service answers with a Content-Security-Policy that allows files of its own alone.
export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  plugins: [contentInQuery()],
  build: {
    target: "es2021", assetsInlineLimit: 0, modulePreload: { polyfill: false }, cssCodeSplit: false, reportCompressedSize: false,
    rollupOptions: { output: { inlineDynamicImports: true, entryFileNames: "assets/app.js", assetFileNames: "assets/app[extname]" } },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8017", "/feeds": "http://127.0.0.1:8017" } },
});
