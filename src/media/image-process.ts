import { type ChildProcess, spawn } from "node:child_process";
import { on } from "node:events";
import type { Socket } from "node:net";
import { SamecutError } from "../errors.js";
import type { DecodedFrame } from "./decoded-media.js";
import { sendBytes } from "./image-bytes.js";
import { imageProgram } from "./image-program.js";
import type { ImageEnding, ImageQuestion, ImageReply, ImageRequest } from "./image-protocol.js";
import { guardChild } from "./live-children.js";
import type { MediaFile } from "./media-file.js";
import { type RunLimits, timedOut } from "./run-limits.js";
import { killingSignal, type Sandbox, sandboxedCommand } from "./sandbox/sandbox.js";

/** How Node finds the channel to the process that started it: it is the fourth of the descriptors it is given. */
const CHANNEL = { NODE_CHANNEL_FD: "3", NODE_CHANNEL_SERIALIZATION_MODE: "advanced" };

/** Who listens to a process, and how long. */
export interface ImageListening {
  readonly limits: RunLimits;
  readonly signal: AbortSignal;
  readonly onFrame: (frame: DecodedFrame) => void;
}

/** A process that reads images, one at a time. It keeps ours alive only while it is at work, and never outlives it. */
export class ImageProcess {
  readonly sandbox: Sandbox;
  readonly #child: ChildProcess;
  readonly #stdin: Socket;
  readonly #failure = new AbortController();

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
    const { program, args, readablePaths } = imageProgram();
    const [command, ...words] = sandboxedCommand(sandbox, program, readablePaths, CHANNEL);
    this.#child = spawn(command, [...words, ...args], {
      serialization: "advanced",
      stdio: ["pipe", "ignore", "ignore", "ipc"],
      // Ctrl-C would end the wall, which cannot be told to leave that to us.
      detached: sandbox.wall !== "none",
    });
    this.#stdin = this.#child.stdin as Socket;
    // That it is gone, its exit says.
    this.#stdin.on("error", () => undefined);
    this.#child.once("exit", guardChild(this.#child));
    this.#child.on("error", (cause) => this.#failure.abort(crash(cause.message, cause)));
    this.#keepAlive(false);
  }

  /** False once it is gone or was told to go. */
  get usable(): boolean {
    const { connected, killed, exitCode, signalCode } = this.#child;
    // Its end may be told before its channel's is, and one that has ended cannot be killed any more: whoever asked it then would wait in vain.
    return connected && !killed && exitCode === null && signalCode === null;
  }

  /**
   * Hands an image over and reads what the process makes of it. After a rejection the process is killed, for nobody knows what it is at.
   *
   * @throws SamecutError DECODER_CRASHED, DECODER_TIMED_OUT, FILE_CHANGED, FILE_NOT_FOUND, FILE_UNREADABLE; the signal's reason when it is
   * aborted; what `onFrame` throws
   */
  async read(file: MediaFile, question: ImageQuestion, listening: ImageListening): Promise<ImageEnding> {
    const { limits, signal, onFrame } = listening;
    const child = this.#child;
    const ended = new AbortController();
    const stop = AbortSignal.any([signal, this.#failure.signal]);
    const failAt = (limit: "time-limit" | "stalled", seconds: number): NodeJS.Timeout =>
      setTimeout(() => this.#failure.abort(timedOut(limit, limits)), seconds * 1000);
    const whole = failAt("time-limit", limits.timeLimitSeconds);
    const silence = failAt("stalled", limits.stallLimitSeconds);
    this.#keepAlive(true);
    try {
      child.send({ ...question, sizeBytes: file.sizeBytes } satisfies ImageRequest);
      void this.#hand(file, AbortSignal.any([stop, ended.signal]));
      const replies = on(child, "message", { signal: stop, close: ["exit"] });
      for await (const [reply] of replies as AsyncIterable<[ImageReply]>) {
        silence.refresh();
        if (reply.type !== "frame") return reply;
        onFrame(reply.frame);
      }
      throw crash(`its process ended by ${this.#ending()}`);
    } catch (error) {
      child.kill("SIGKILL");
      stop.throwIfAborted();
      throw error;
    } finally {
      ended.abort();
      clearTimeout(whole);
      clearTimeout(silence);
      this.#keepAlive(false);
    }
  }

  /** Lets a process without work go. */
  end(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  async #hand(file: MediaFile, signal: AbortSignal): Promise<void> {
    try {
      await sendBytes(file.absolutePath, file.sizeBytes, this.#stdin, signal);
    } catch (error) {
      if (!signal.aborted) this.#failure.abort(error);
    }
  }

  #ending(): string {
    const { signalCode, exitCode } = this.#child;
    const signal = signalCode ?? killingSignal(this.sandbox, exitCode ?? 0);
    return signal ?? `itself with status ${exitCode}`;
  }

  #keepAlive(atWork: boolean): void {
    for (const each of [this.#child, this.#child.channel, this.#stdin])
      if (atWork) each?.ref();
      else each?.unref();
  }
}

function crash(detail: string, cause?: Error): SamecutError {
  return new SamecutError("DECODER_CRASHED", { detail, cause });
}
