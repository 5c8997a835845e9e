import { readFile } from "node:fs/promises";
import { type JudgedReport, judgeReport } from "./truth/judge-report.js";
import { parseTruth } from "./truth/truth-file.js";

const [truthPath, reportPath, folder = "creatives/"] = process.argv.slice(2);
if (truthPath === undefined || reportPath === undefined) {
  process.stderr.write("Usage: check-report <truth.json> <report.json> [folder below the truth file]\n");
  process.exit(2);
}
const truth = parseTruth(await readFile(truthPath, "utf8"));
const report = JSON.parse(await readFile(reportPath, "utf8")) as JudgedReport;
const misjudged = judgeReport(truth, report, folder);
for (const { kind, a, b, detail } of misjudged) process.stdout.write(`${kind}: ${a} and ${b} (${detail})\n`);
process.stdout.write(`${truth.pairs.length} pairs in the truth, ${misjudged.length} misjudged\n`);
process.exitCode = misjudged.length === 0 ? 0 : 1;
