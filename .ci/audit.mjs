/**
 * Has npm look for known weaknesses in what users install, and fails on those that are high or critical. A registry that is not
 * reached, or a mirror that knows no audits, is said and is no failure: the next run with one finds what there is. npm's own status
 * does not tell the one from the other.
 *
 *   node .ci/audit.mjs            in the folder of a package with its lock file
 */
import { spawnSync } from "node:child_process";

/** From which severity on a weakness keeps a change out. */
const GRAVE = ["high", "critical"];

/** Enough for a report on all packages there are, bytes. */
const LONGEST_REPORT = 256 * 1024 ** 2;

const npm = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  encoding: "utf8",
  maxBuffer: LONGEST_REPORT,
  stdio: ["ignore", "pipe", "ignore"],
  shell: process.platform === "win32",
});
const { status, said } = judge(npm.stdout ?? "");
console.log(said);
process.exitCode = status;

/** @param {string} answer */
function judge(answer) {
  const report = parse(answer);
  if (report?.metadata?.vulnerabilities === undefined)
    return { status: 0, said: `Dependencies not audited: ${report?.message ?? "npm gave no report"}` };
  /** @type {[name: string, { severity: string, range: string }][]} */
  const found = Object.entries(report.vulnerabilities ?? {});
  const grave = found.filter(([, { severity }]) => GRAVE.includes(severity));
  const lines = grave.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
  const counts = `Dependencies audited: ${found.length} with known weaknesses, ${grave.length} of them grave`;
  return { status: grave.length === 0 ? 0 : 1, said: [...lines, counts].join("\n") };
}

/** @param {string} json */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
