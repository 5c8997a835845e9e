import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

/** Builds the page of HTML reports: one file with its script and style, into which reports put their data. */
export default defineConfig({
  root: fileURLToPath(new URL("../src/report/html/app", import.meta.url)),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [viteSingleFile({ removeViteModuleLoader: true })],
  logLevel: "warn",
  build: {
    outDir: fileURLToPath(new URL("../dist/page", import.meta.url)),
    // The compiler writes here too.
    emptyOutDir: false,
    target: "es2022",
    rolldownOptions: { input: fileURLToPath(new URL("../src/report/html/app/report.html", import.meta.url)) },
  },
});
