import { Command } from "commander";
import { openLibrary, SamecutError } from "../../index.js";
import { EXIT_STATUS, type ExitStatus } from "../exit-status.js";
import { wholeNumber } from "../option-values.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";
import { CLI_TEXTS } from "../texts.js";

interface Options {
  readonly library?: string;
  readonly root: readonly string[];
  readonly port?: number;
  readonly open?: boolean;
}

/** The service has this long to end what is under way, milliseconds. */
const STOP_MILLISECONDS = 30_000;

const AFTER_HELP = `
The page looks for creatives, shows groups and pairs as the HTML report does, checks a file that is dropped into it,
plays both videos of a pair in step, and marks what is no match. Only programs of this machine reach it; for others,
samecut serve has the same page at /review and wants tokens.

Pictures in colour and videos need the files themselves: name the folder that was added with --root.

Examples:
  samecut review delivered/ --root ads/ --open
  samecut review delivered/ --port 8000

Ctrl-C stops.`;

/** `samecut review`. */
export function reviewCommand(): Command {
  return new Command("review")
    .description("look through a library in the browser, and check files against it")
    .argument("[library]", "folder of the library")
    .option("--library <dir>", "the same, as the other commands are told")
    .option("--root <dir>", "the creatives' files are in this folder; may be repeated", collect, [])
    .option("--port <n>", "port; 0 for any that is free (default: 7311)", wholeNumber)
    .option("--open", "open the page in the browser")
    .addHelpText("after", AFTER_HELP)
    .action(runCommand(run));
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

async function run(
  session: Session,
  folder: string | undefined,
  { library = folder, root, port, open = false }: Options,
): Promise<ExitStatus> {
  if (library === undefined)
    throw new SamecutError("SETTING_INVALID", { detail: "name the library's folder" });
  // A folder that is misspelt becomes no library.
  await (await openLibrary(library, { readOnly: true })).close();
  // Loaded by this command only: the other commands need no web server.
  const { startService } = await import("../../service/index.js");
  const stop = session.stopRequested(STOP_MILLISECONDS);
  await using service = await startService(
    { library, roots: [...root], logLevel: "error", ...(port === undefined ? {} : { port }) },
    { signal: session.signal, log: { write: (line) => session.remark(line) } },
  );
  const page = `${service.url}/review`;
  session.remark(`${CLI_TEXTS[session.language].reviewing(page)}\n`);
  if (open) {
    const { default: openInBrowser } = await import("open");
    // The address was printed: who has no browser here opens it elsewhere.
    await openInBrowser(page).catch(() => undefined);
  }
  await stop;
  return EXIT_STATUS.nothingSimilar;
}
