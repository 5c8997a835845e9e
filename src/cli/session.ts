import pc from "picocolors";
import { type Language, type Terminal, textsOf } from "../index.js";
import { Interruption } from "./interruption.js";
import { chosenLanguage } from "./language.js";
import { CLI_TEXTS } from "./texts.js";

/** The options every command takes. */
export interface GlobalOptions {
  readonly lang?: Language;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** One run of the command line: its streams, its language, its interruption. */
export class Session implements Disposable {
  readonly language: Language;
  /** Neither progress nor tables: errors, report files and the exit status only. */
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly #interruption: Interruption;

  constructor(options: GlobalOptions) {
    this.language = chosenLanguage(options.lang);
    this.quiet = options.quiet ?? false;
    this.verbose = options.verbose ?? false;
    this.#interruption = new Interruption(() => {
      process.stderr.write(`
${CLI_TEXTS[this.language].stopping}
`);
    });
  }

  /** Aborted by Ctrl-C. */
  get signal(): AbortSignal {
    return this.#interruption.signal;
  }

  /** The exit status after Ctrl-C; undefined where there was none. */
  get interruptedStatus(): number | undefined {
    return this.#interruption.exitStatus;
  }

  /** Resolves when a command that goes on by itself is told to stop; it has this long to end then. */
  stopRequested(graceMilliseconds: number): Promise<void> {
    return this.#interruption.expectStop(graceMilliseconds);
  }

  /** What tables on stdout are drawn for. */
  get terminal(): Terminal {
    return {
      columns: process.stdout.columns || DEFAULT_COLUMNS,
      colors: pc.createColors(wantsColor(process.stdout, process.env)),
      texts: textsOf(this.language),
    };
  }

  /** Writes a result to stdout. */
  print(text: string): void {
    process.stdout.write(text);
  }

  /** Writes a table or sentence for people to stdout, unless --quiet. */
  show(text: string): void {
    if (!this.quiet) this.print(text);
  }

  /** Writes a remark for people to stderr. */
  remark(text: string): void {
    process.stderr.write(text);
  }

  [Symbol.dispose](): void {
    this.#interruption[Symbol.dispose]();
  }
}

/** For a stream that is no terminal. */
const DEFAULT_COLUMNS = 80;

/** https://no-color.org, FORCE_COLOR, and otherwise colour on terminals that can. */
function wantsColor(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== "0";
  return stream.isTTY === true && environment.TERM !== "dumb";
}
