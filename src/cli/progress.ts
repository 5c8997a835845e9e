import { SingleBar } from "cli-progress";
import prettyMilliseconds from "pretty-ms";
import {
  creativeName,
  printable,
  type ReportedWarning,
  type ScanEvent,
  textsOf,
  translateError,
} from "../index.js";
import { Pace } from "./pace.js";
import type { Session } from "./session.js";
import { CLI_TEXTS, type CliTexts } from "./texts.js";

type Stage = keyof CliTexts["stages"];

/** Turns the events of a scan into bars and remarks on stderr; bars only on a terminal, nothing at all with --quiet. */
export class Progress implements Disposable {
  readonly #session: Session;
  readonly #drawn: boolean;
  #bar: SingleBar | undefined;
  #stage: Stage | undefined;
  #pace = new Pace(0);
  #done = 0;

  constructor(session: Session) {
    this.#session = session;
    this.#drawn = process.stderr.isTTY === true && !session.quiet;
  }

  /** Follows one event. */
  follow(event: ScanEvent): void {
    const texts = CLI_TEXTS[this.#session.language];
    switch (event.type) {
      case "found":
        this.#enter("reading", event.total);
        break;
      case "cached":
      case "fingerprinted":
      case "failed":
        this.#remarkVerbosely(`${texts.events[event.type]}  ${printable(creativeName(event.creative))}`);
        this.#advance(++this.#done);
        break;
      case "comparing":
        this.#enter(event.with === "library" ? "matching" : "comparing", event.total);
        this.#advance(event.done);
        break;
      case "warning":
        this.#warn(event.warning);
        break;
      case "added":
        if (event.new) this.#remarkVerbosely(texts.added(printable(event.creative.id)));
        this.#enter("adding", event.total);
        this.#advance(event.done);
        break;
      case "picturing":
        this.#enter("picturing", event.total);
        this.#advance(event.done);
        break;
      case "pair":
        break;
      case "done":
        this[Symbol.dispose]();
        break;
    }
  }

  /** Takes the bar away. */
  [Symbol.dispose](): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #enter(stage: Stage, total: number): void {
    if (this.#stage === stage) return;
    this[Symbol.dispose]();
    this.#stage = stage;
    this.#pace = new Pace(total);
    this.#pace.mark(0, performance.now() / 1000);
    if (!this.#drawn || total === 0) return;
    const { stages } = CLI_TEXTS[this.#session.language];
    this.#bar = new SingleBar({
      format: `${stages[stage]} {bar} {value}/{total} {pace}`,
      stream: process.stderr,
      barCompleteChar: "█",
      barIncompleteChar: "░",
      barsize: 24,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
      fps: 8,
    });
    this.#bar.start(total, 0, { pace: "" });
  }

  #advance(done: number): void {
    this.#pace.mark(done, performance.now() / 1000);
    this.#bar?.update(done, { pace: this.#describePace() });
  }

  #describePace(): string {
    const { rate, remainingSeconds } = this.#pace;
    if (rate === undefined || remainingSeconds === undefined || remainingSeconds === 0) return "";
    const left = prettyMilliseconds(Math.ceil(remainingSeconds) * 1000, {
      compact: false,
      secondsDecimalDigits: 0,
    });
    return CLI_TEXTS[this.#session.language].pace(
      rate < 10 ? rate.toFixed(1) : String(Math.round(rate)),
      left,
    );
  }

  /** What is wrong and, where it is about a file or folder, with which; the page at the end tells it again, with what to do. */
  #warn(warning: ReportedWarning): void {
    const { message, remedy } = translateError(warning, textsOf(this.#session.language));
    if (warning.code === "FILES_PASSED_OVER") this.#remark(printable(`${message} · ${remedy}`));
    else
      this.#remarkVerbosely(printable(warning.path === undefined ? message : `${message}  ${warning.path}`));
  }

  #remarkVerbosely(line: string): void {
    if (this.#session.verbose) this.#remark(line);
  }

  /** A line above the bar. */
  #remark(line: string): void {
    if (this.#session.quiet) return;
    const erase = this.#bar === undefined ? "" : "\r\u001b[K";
    this.#session.remark(`${erase}${line}\n`);
  }
}
