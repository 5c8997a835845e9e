import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Where the JSON result goes; `.ci/run` takes its totals from there. */
const RESULT_FILE = "node_modules/.cache/vitest/result.json";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // Examples in docs/ import samecut by its name, as its users do.
  resolve: {
    alias: [{ find: /^samecut$/, replacement: fileURLToPath(new URL("../src/index.ts", import.meta.url)) }],
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/build-report-page.ts"],
    // Native modules and child processes are under test: a process per file keeps a crash to that file.
    pool: "forks",
    // Tests start ffmpeg, which brings threads of its own; more workers only make time limits slip.
    maxWorkers: 2,
    // Real videos are made and decoded, on machines that may be slow and shared: the slowest test takes half a minute alone. Milliseconds.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", "json"],
    outputFile: { json: RESULT_FILE },
  },
});
