import type { ChildProcess } from "node:child_process";
import { Writable } from "node:stream";
import FfmpegCommand from "fluent-ffmpeg";
import { inputName } from "./ffmpeg-arguments.js";
import { guardChild } from "./live-children.js";
import { killingSignal, type Sandbox, sandboxedCommand } from "./sandbox/sandbox.js";

/** One call of ffmpeg: one input, its outputs, and who listens. */
export interface FfmpegCall {
  /** The binary. */
  readonly ffmpegPath: string;
  readonly sandbox: Sandbox;
  /** Options before `-i`, one argument each. */
  readonly inputOptions: readonly string[];
  /** Absolute path of what `-i` is given. */
  readonly inputPath: string;
  /** Options of the output that goes to stdout. */
  readonly stdoutOptions: readonly string[];
  /** Options of the output whose text is written among the log lines; none: no such output. */
  readonly stderrOptions?: readonly string[];
  /** Wall-clock seconds the whole call may take. */
  readonly timeLimitSeconds: number;
  /** Wall-clock seconds it may stay silent on both streams. */
  readonly stallLimitSeconds: number;
  /** Gets each piece of stdout. A throw stops ffmpeg and is passed on. */
  readonly onStdout: (bytes: Buffer) => void;
  /** Gets each line of stderr. A throw stops ffmpeg and is passed on. */
  readonly onLogLine: (line: string) => void;
}

/** How a call ended. */
export type FfmpegEnding =
  | { readonly kind: "finished" }
  | { readonly kind: "failed"; readonly cause: Error }
  | { readonly kind: "stopped" }
  | { readonly kind: "time-limit" }
  | { readonly kind: "stalled" };

/** A running ffmpeg. */
export interface FfmpegRun {
  /** Resolves when the process is gone and its output has been handed over; rejects with what a listener threw. */
  readonly ended: Promise<FfmpegEnding>;
  /** Ends it early; harmless afterwards. */
  stop(): void;
}

/** Milliseconds between asking ffmpeg to end and killing it; it has nothing to save, and Ctrl-C must feel instant. */
const KILL_GRACE_MILLISECONDS = 300;

/** An hour of video at 60 frames a second is told in 32 MB; more than this is a decoder that has lost its way. */
const LOG_LIMIT_BYTES = 256 * 1024 * 1024;

/** The last log lines fluent-ffmpeg itself keeps; we listen to each line, so it needs few. */
const KEPT_LOG_LINES = 20;

/** Starts ffmpeg on a file. The only place of samecut that decodes with it, and the only one that knows fluent-ffmpeg. */
export function startFfmpeg(call: FfmpegCall): FfmpegRun {
  const command = prepare(call);
  let stoppedBy: FfmpegEnding | undefined;
  let thrown: { readonly error: unknown } | undefined;
  let hardKill: NodeJS.Timeout | undefined;

  // A wrapper script that is killed may leave its own child with our pipes open; we do not wait for it.
  let giveUp = (): void => {};
  const end = (why: FfmpegEnding): void => {
    if (stoppedBy !== undefined) return;
    stoppedBy = why;
    command.kill("SIGTERM");
    hardKill = setTimeout(() => {
      command.kill("SIGKILL");
      hardKill = setTimeout(giveUp, KILL_GRACE_MILLISECONDS);
    }, KILL_GRACE_MILLISECONDS);
  };
  const timeLimit = setTimeout(() => end({ kind: "time-limit" }), call.timeLimitSeconds * 1000);
  const stallLimit = setTimeout(() => end({ kind: "stalled" }), call.stallLimitSeconds * 1000);
  const listen = <T>(listener: (value: T) => void, value: T): void => {
    if (stoppedBy !== undefined) return;
    stallLimit.refresh();
    try {
      listener(value);
    } catch (error) {
      thrown = { error };
      end({ kind: "stopped" });
    }
  };

  // Never closed on its own accord: fluent-ffmpeg takes the close of its target for a reason to kill ffmpeg.
  const stdout = new Writable({
    autoDestroy: false,
    emitClose: false,
    write(bytes: Buffer, _encoding, done) {
      listen(call.onStdout, bytes);
      done();
    },
  });

  const release = guardChild({ kill: (signal) => command.kill(signal) });
  const ended = new Promise<FfmpegEnding>((resolve) => {
    giveUp = () => {
      const child = (command as unknown as Internals).ffmpegProc;
      child?.stdout?.destroy();
      child?.stderr?.destroy();
      resolve(stoppedBy ?? { kind: "stopped" });
    };
    command.on("error", (cause: Error) =>
      resolve(stoppedBy ?? { kind: "failed", cause: asKilled(cause, call.sandbox) }),
    );
    command.on("end", () => {
      const done = (): void => resolve(stoppedBy ?? { kind: "finished" });
      if (stdout.writableFinished) done();
      else stdout.once("finish", done);
    });
    let logBytes = 0;
    command.on("stderr", (line: string) => {
      logBytes += line.length;
      if (logBytes > LOG_LIMIT_BYTES) end({ kind: "failed", cause: new Error("its log has no end") });
      else listen(call.onLogLine, line);
    });
    // fluent-ffmpeg prepares in steps; a stop that came before the process existed is repeated once it does.
    command.on("start", () => stoppedBy !== undefined && command.kill("SIGKILL"));
    command.output(stdout, { end: true }).outputOptions(...asOptions(call.stdoutOptions));
    if (call.stderrOptions !== undefined)
      command.output("pipe:2").outputOptions(...asOptions(call.stderrOptions));
    command.run();
  }).then((ending) => {
    clearTimeout(timeLimit);
    clearTimeout(stallLimit);
    clearTimeout(hardKill);
    release();
    if (thrown !== undefined) throw thrown.error;
    return ending;
  });
  return { ended, stop: () => end({ kind: "stopped" }) };
}

function prepare(call: FfmpegCall): FfmpegCommand.FfmpegCommand {
  const command = FfmpegCommand({ stdoutLines: KEPT_LOG_LINES });
  asksNothingBeforehand(command);
  survivesFailedSpawn(command);
  startsInSandbox(command, call);
  command.input(inputName(call.inputPath)).inputOptions(...asOptions(call.inputOptions));
  return command;
}

/** Passed one by one (not as an array), fluent-ffmpeg leaves options with blanks in them whole. */
function asOptions(options: readonly string[]): [string, ...string[]] {
  return options as [string, ...string[]];
}

interface LinesRing {
  get(): string;
}
type SpawnEnd = (error: Error | null, stdout?: LinesRing, stderr?: LinesRing) => void;
interface Internals {
  readonly ffmpegProc?: ChildProcess;
  _getFfmpegPath(callback: (error: null, program: string) => void): void;
  _checkCapabilities(callback: (error?: Error) => void): void;
  availableEncoders(callback: (error: null, encoders: object) => void): void;
  _spawnFfmpeg(args: string[], options: object, onStart: unknown, onEnd: SpawnEnd): void;
}

/**
 * fluent-ffmpeg would start ffmpeg twice more to list its formats and encoders, and misreads the table of formats
 * that newer versions print. ffmpeg itself says what it lacks.
 */
function asksNothingBeforehand(command: FfmpegCommand.FfmpegCommand): void {
  const internals = command as unknown as Internals;
  internals._checkCapabilities = (callback) => callback();
  internals.availableEncoders = (callback) => callback(null, {});
}

/**
 * The program fluent-ffmpeg starts may be one that starts ffmpeg. Said for this command alone: `setFfmpegPath` is for all commands of the
 * process, those of a caller's own among them.
 */
function startsInSandbox(
  command: FfmpegCommand.FfmpegCommand,
  { ffmpegPath, sandbox, inputPath }: FfmpegCall,
): void {
  const internals = command as unknown as Internals;
  const [program, ...words] = sandboxedCommand(sandbox, ffmpegPath, [inputPath]);
  internals._getFfmpegPath = (callback) => callback(null, program);
  const original = internals._spawnFfmpeg;
  internals._spawnFfmpeg = (args, ...rest) => original.call(command, [...words, ...args], ...rest);
}

/** What a sandbox tells as an exit status, said as of a process that nothing stands around. */
function asKilled(cause: Error, sandbox: Sandbox): Error {
  const status = /exited with code (\d+)/.exec(cause.message)?.[1];
  const signal = killingSignal(sandbox, Number(status));
  return signal === undefined ? cause : new Error(`ffmpeg was killed with signal ${signal}`, { cause });
}

/**
 * When the process cannot even be started (out of descriptors, out of memory), fluent-ffmpeg reads rings that
 * were never made and throws where nobody can catch it. Give it empty ones, so that it is an error as any other.
 */
function survivesFailedSpawn(command: FfmpegCommand.FfmpegCommand): void {
  const spawning = command as unknown as Internals;
  const original = spawning._spawnFfmpeg;
  const empty: LinesRing = { get: () => "" };
  spawning._spawnFfmpeg = (args, options, onStart, onEnd) => {
    const end: SpawnEnd = (error, stdout = empty, stderr = empty) => onEnd(error, stdout, stderr);
    try {
      original.call(command, args, options, onStart, end);
    } catch (error) {
      end(error instanceof Error ? error : new Error(String(error)));
    }
  };
}
