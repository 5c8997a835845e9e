import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Builds the review page that the service serves: a page, a script and a style sheet, so that nothing in it is inline. */
export default defineConfig({
  root: fileURLToPath(new URL("../src/review", import.meta.url)),
  base: "/review/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  logLevel: "warn",
  build: {
    outDir: fileURLToPath(new URL("../dist/page/review", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: { input: fileURLToPath(new URL("../src/review/review.html", import.meta.url)) },
  },
});
