/**
 * The first run: render the samples, then scan them as anyone would, with the built command line.
 * A scan that finds something similar exits with 1; here that is what we came to see.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const SCAN = ["dist/cli/main.js", "scan", "samples/out/creatives"];
const REPORTS = [
  ...["--html", "samples/out/report.html", "--json", "samples/out/report.json"],
  ...["--csv", "samples/out/report.csv"],
];
/** Exit status of a scan: 0 nothing similar, 1 something similar, 2 and above an error. */
const SOMETHING_SIMILAR = 1;

run("Rendering the samples into samples/out/creatives", ["--import", "tsx", "samples/render.ts"], 0);
const settings = process.argv.slice(2);
run(
  `samecut scan samples/out/creatives ${[...REPORTS, ...settings].join(" ")}`,
  [...SCAN, ...REPORTS, ...settings],
  SOMETHING_SIMILAR,
);
console.error(
  "\nThe samples are in samples/out/creatives, the reports beside them: open samples/out/report.html in a browser; report.json and report.csv are for programs.",
);
console.error("Your own: node dist/cli/main.js scan <folder>");

/**
 * Runs Node on the terminal this runs on; ends with its status when that is beyond what is expected.
 *
 * @param {string} title
 * @param {readonly string[]} args
 * @param {number} highestStatus
 */
function run(title, args, highestStatus) {
  console.error(`\n▶ ${title}`);
  const { status, signal } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status === null) console.error(`Ended by ${signal}.`);
  if (status === null || status > highestStatus) process.exit(status ?? 1);
}
