import { type ChildProcess, fork } from "node:child_process";
import { on } from "node:events";
import { SamecutError } from "../errors.js";
import { workerModule } from "../threads/worker-module.js";
import type { DecodedFrame } from "./decoded-media.js";
import type { ImageEnding, ImageReply, ImageRequest } from "./image-protocol.js";
import { guardChild } from "./live-children.js";

/** Who listens to a process, and how long. */
export interface ImageListening {
  /** Wall-clock seconds it may stay silent. */
  readonly stallLimitSeconds: number;
  readonly signal: AbortSignal;
  readonly onFrame: (frame: DecodedFrame) => void;
}

/** A process that reads images, one at a time. It keeps ours alive only while it is at work, and never outlives it. */
export class ImageProcess {
  readonly #child: ChildProcess;
  readonly #failure = new AbortController();

  constructor() {
    const { url, execArgv } = workerModule("image-child", import.meta.url);
    this.#child = fork(url, {
      execArgv,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#child.once("exit", guardChild(this.#child));
    this.#child.on("error", (cause) => this.#failure.abort(crash(cause.message, cause)));
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** False once it is gone or was told to go. */
  get usable(): boolean {
    return this.#child.connected && !this.#child.killed;
  }

  /**
   * Reads an image. After a rejection the process is killed, for nobody knows what it is at.
   *
   * @throws SamecutError DECODER_CRASHED, DECODER_TIMED_OUT; the signal's reason when it is aborted; what `onFrame` throws
   */
  async read(request: ImageRequest, listening: ImageListening): Promise<ImageEnding> {
    const { stallLimitSeconds, signal, onFrame } = listening;
    const child = this.#child;
    const stop = AbortSignal.any([signal, this.#failure.signal]);
    const silence = setTimeout(
      () => this.#failure.abort(timedOut(stallLimitSeconds)),
      stallLimitSeconds * 1000,
    );
    child.ref();
    child.channel?.ref();
    try {
      child.send(request);
      const replies = on(child, "message", { signal: stop, close: ["exit"] });
      for await (const [reply] of replies as AsyncIterable<[ImageReply]>) {
        silence.refresh();
        if (reply.type !== "frame") return reply;
        onFrame(reply.frame);
      }
      throw crash(`its process ended by ${child.signalCode ?? `itself with status ${child.exitCode}`}`);
    } catch (error) {
      child.kill("SIGKILL");
      stop.throwIfAborted();
      throw error;
    } finally {
      clearTimeout(silence);
      child.unref();
      child.channel?.unref();
    }
  }

  /** Lets a process without work go. */
  end(): void {
    if (this.#child.connected) this.#child.disconnect();
  }
}

function crash(detail: string, cause?: Error): SamecutError {
  return new SamecutError("DECODER_CRASHED", { detail, cause });
}

function timedOut(seconds: number): SamecutError {
  return new SamecutError("DECODER_TIMED_OUT", { detail: `nothing came for ${seconds} s` });
}
