import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { SamecutError } from "../../index.js";
import type { ServiceSettingsInput } from "../../service/index.js";
import { EXIT_STATUS, type ExitStatus } from "../exit-status.js";
import { wholeNumber } from "../option-values.js";
import { runCommand } from "../run-command.js";
import type { Session } from "../session.js";
import { CLI_TEXTS } from "../texts.js";

interface Options {
  readonly library?: string;
  readonly settings?: string;
  readonly host?: string;
  readonly port?: number;
  readonly root: readonly string[];
  readonly newToken?: string;
}

/** A service has this long to end what is under way, when its settings say nothing, milliseconds; with some room. */
const STOP_MILLISECONDS = 30_000;

const AFTER_HELP = `
The routes, to read and to try: http://127.0.0.1:7311/docs. The log goes to stdout, a line of JSON a request.

  POST /v1/check            is this upload like one of the library?
  POST /v1/check-and-add    … and if it is not, remember it: one step, safe to repeat
  POST /v1/batches          many files at once, with progress
  GET  /v1/accounts         level of each account, what is held back, what to do
  GET  /review              a page to look through the library and to check files, in the browser
  GET  /healthz /readyz /metrics

A creative is sent as the body, as a form, or named by {"path": "…"} in a folder given with --root.
It answers on this machine only, unless it has tokens. Settings are a JSON file (all of them: docs/settings/service.schema.json):

  { "library": "delivered", "host": "0.0.0.0", "roots": ["/data/ads"],
    "tokens": [{ "name": "upload", "sha256": "…", "scopes": ["read", "write"], "accounts": ["4711"] }],
    "limits": { "uploadBytes": 536870912, "pendingCalls": 32 } }

scopes: read, write, metrics; accounts: a list, or "all". A token sees others' creatives only as matches without
name or account.

Examples:
  samecut serve --library delivered/ --root ads/
  samecut serve --new-token upload                    a token, and what to put into the settings
  samecut serve --settings service.json
  curl --data-binary @new.mp4 -H 'content-type: video/mp4' 'http://127.0.0.1:7311/v1/check-and-add?id=ad-17'

Ctrl-C or SIGTERM: nothing more is taken, what is under way ends, batches go on at the next
start; exit status 0.`;

/** `samecut serve`. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("answer check, add and nearest over HTTP")
    .option("--library <dir>", "folder of the library; it is created when missing")
    .option("--settings <file>", "settings as JSON; options given here go before them")
    .option("--host <address>", "where to listen (default: 127.0.0.1)")
    .option("--port <n>", "port; 0 for any that is free (default: 7311)", wholeNumber)
    .option("--root <dir>", "requests may name files in this folder; may be repeated", collect, [])
    .option("--new-token <name>", "print a new token and its entry for the settings, and end")
    .addHelpText("after", AFTER_HELP)
    .action(runCommand(run));
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

async function run(session: Session, options: Options): Promise<ExitStatus> {
  // Loaded by this command only: the other commands need no web server.
  const { newToken, startService } = await import("../../service/index.js");
  if (options.newToken !== undefined) {
    const { token, sha256 } = newToken();
    const entry = { name: options.newToken, sha256, scopes: ["read", "write"], accounts: "all" };
    session.print(`${token}\n`);
    session.remark(`${CLI_TEXTS[session.language].newToken}\n${JSON.stringify(entry)}\n`);
    return EXIT_STATUS.nothingSimilar;
  }
  const settings = await settingsOf(options);
  const stop = session.stopRequested((settings.limits?.stopSeconds ?? 0) * 1000 + STOP_MILLISECONDS);
  await using service = await startService(settings, { signal: session.signal });
  session.remark(`${CLI_TEXTS[session.language].serving(service.url)}\n`);
  await stop;
  return EXIT_STATUS.nothingSimilar;
}

async function settingsOf({ library, settings, host, port, root }: Options): Promise<ServiceSettingsInput> {
  const written = settings === undefined ? {} : await readSettings(settings);
  const given = {
    ...written,
    ...(library === undefined ? {} : { library }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(root.length === 0 ? {} : { roots: root }),
  };
  if (given.library === undefined)
    throw new SamecutError("SETTING_INVALID", {
      detail: "--library or a settings file with a library is needed",
    });
  return given as ServiceSettingsInput;
}

async function readSettings(path: string): Promise<Partial<ServiceSettingsInput>> {
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new SamecutError(cause.code === "ENOENT" ? "FILE_NOT_FOUND" : "FILE_UNREADABLE", { path, cause });
  });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch (cause) {
    throw new SamecutError("SETTING_INVALID", { path, detail: "the file is not JSON", cause });
  }
  throw new SamecutError("SETTING_INVALID", { path, detail: "the file is not a JSON object" });
}
