import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ServiceSettingsInput } from "../../src/service/index.js";

/** How a service is started as a process of its own. */
export interface ServiceProcessOptions {
  /** The command line as JavaScript: `dist/cli/main.js`. */
  readonly program: string;
  /** Where its settings, its library and its temporary files are, unless the settings say otherwise. */
  readonly folder: string;
  readonly settings?: Partial<ServiceSettingsInput>;
  /** Path of a module that is loaded before the program; the process is sent messages then. */
  readonly preload?: string;
  /** A program with its arguments that starts the process, such as `strace -f`. */
  readonly wrapper?: readonly string[];
}

/** A line of the service's log that tells of a failure of its own. */
export interface LoggedFailure {
  readonly code?: string;
  readonly message?: string;
}

/** How a service ended. */
export interface ServiceEnding {
  readonly status: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Failures of the log that are kept; the first ones tell most. */
const KEPT_FAILURES = 50;

/** The log's level of failures, as pino numbers it. */
const ERROR_LEVEL = 50;

/** `samecut serve` as a process that can be treated badly. */
export class ServiceProcess {
  readonly url: string;
  readonly ended: Promise<ServiceEnding>;
  /** What the log told of failures, the first ones. */
  readonly failures: readonly LoggedFailure[];
  /** Lines of the log that are no JSON. */
  readonly brokenLogLines: readonly string[];
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, ended: Promise<ServiceEnding>, log: ServiceLog) {
    this.#child = child;
    this.url = url;
    this.ended = ended;
    this.failures = log.failures;
    this.brokenLogLines = log.brokenLines;
  }

  /** Starts a service and waits until it answers; throws with what it said when it ends instead. */
  static async start(options: ServiceProcessOptions): Promise<ServiceProcess> {
    const { program, folder, settings = {}, preload, wrapper = [] } = options;
    const temporary = join(folder, "uploads");
    mkdirSync(temporary, { recursive: true });
    const settingsFile = join(folder, "service.json");
    writeFileSync(
      settingsFile,
      JSON.stringify({ library: join(folder, "library"), port: 0, logLevel: "info", ...settings }),
    );
    const loading = preload === undefined ? [] : ["--import", preload];
    const serve = [process.execPath, ...loading, program, "serve", "--settings", settingsFile];
    const [command = process.execPath, ...given] = [...wrapper, ...serve];
    const child = spawn(command, given, {
      env: { ...process.env, TMPDIR: temporary, LANG: "C", LC_ALL: "" },
      stdio: ["ignore", "pipe", "pipe", preload === undefined ? "ignore" : "ipc"],
    });
    const log = followLog(child);
    let stderr = "";
    const ended = once(child, "close").then(
      ([status, killedBy]): ServiceEnding => ({ status: status as number | null, killedBy, stderr }),
    );
    const answering = new Promise<string>((resolve) => {
      child.stderr!.on("data", (text) => {
        stderr += String(text);
        const url = /Answering on (\S+)/.exec(stderr)?.[1];
        if (url !== undefined) resolve(url);
      });
    });
    const failed = ended.then((ending) => {
      throw new ServiceNotStarted(ending);
    });
    const url = await Promise.race([answering, failed]);
    failed.catch(() => undefined);
    return new ServiceProcess(child, url, ended, log);
  }

  get pid(): number {
    return this.#child.pid!;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals): Promise<ServiceEnding> {
    this.#child.kill(signal);
    return await this.ended;
  }

  /** Sends the preloaded module a message and waits for what it answers. Throws when the process has ended. */
  async tell(message: object): Promise<unknown> {
    const answer = once(this.#child, "message");
    this.#child.send(message);
    const [told] = (await Promise.race([answer, this.ended])) as [unknown];
    return told;
  }
}

/** The service said no. */
export class ServiceNotStarted extends Error {
  readonly ending: ServiceEnding;

  constructor(ending: ServiceEnding) {
    super(`The service did not start: ${ending.stderr.trim() || ending.killedBy}`);
    this.ending = ending;
  }
}

interface ServiceLog {
  readonly failures: LoggedFailure[];
  readonly brokenLines: string[];
}

function followLog(child: ChildProcess): ServiceLog {
  const log: ServiceLog = { failures: [], brokenLines: [] };
  createInterface(child.stdout!).on("line", (line) => {
    try {
      const { level, code, err } = JSON.parse(line);
      if (level >= ERROR_LEVEL && log.failures.length < KEPT_FAILURES)
        log.failures.push({ code, message: err?.message });
    } catch {
      log.brokenLines.push(line);
    }
  });
  return log;
}
