/**
 * Reads what `npm audit --json` says from stdin and fails on known weaknesses that are high or critical. A registry that is not
 * reached, or a mirror that knows no audits, is said and is no failure: the next run with one finds what there is.
 */
import { text } from "node:stream/consumers";

/** From which severity on a weakness keeps a change out. */
const GRAVE = ["high", "critical"];

const { status, said } = judge(await text(process.stdin));
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
