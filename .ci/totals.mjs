/**
 * Prints "N passed, N failed, N skipped" from vitest's JSON result, which also knows of files that failed outside
 * their tests: on the way to them or in clearing up after them. No result at all counts as one failure.
 */
import { existsSync, readFileSync } from "node:fs";

const [resultFile = ""] = process.argv.slice(2);
const { passed, failed, skipped } = readTotals(resultFile);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** @param {string} file */
function readTotals(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(file, "utf8"));
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = result.testResults;
  const brokenFiles = files.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + brokenFiles,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
