import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** What came of a connection that was written to as bytes. */
export interface RawEnding {
  /** First line of the answer; empty when there was none. */
  readonly statusLine: string;
  /** The code in its body. */
  readonly code: string | undefined;
  /** Whether the service ended the connection. */
  readonly closed: boolean;
}

/** How long a connection may stay open behind an answer, milliseconds: it may be kept for another request. */
const AFTER_ANSWER_MILLISECONDS = 2_500;

/** A connection that speaks HTTP badly. */
export class RawConnection {
  readonly #socket: Socket;
  readonly #closed: Promise<boolean>;
  readonly #answered: Promise<void>;
  #received = "";

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#socket = connect(Number(port), hostname);
    this.#socket.on("data", (bytes) => {
      // More than a code is not looked for.
      if (this.#received.length < 10_000) this.#received += String(bytes);
    });
    this.#socket.on("error", () => undefined);
    this.#answered = new Promise((resolve) => this.#socket.once("data", () => resolve()));
    this.#closed = new Promise((resolve) => this.#socket.once("close", () => resolve(true)));
  }

  /** Resolves to whether the connection was taken. */
  get opened(): Promise<boolean> {
    if (!this.#socket.connecting) return Promise.resolve(!this.#socket.destroyed);
    return new Promise((resolve) => {
      this.#socket.once("connect", () => resolve(true));
      this.#socket.once("close", () => resolve(false));
    });
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && !this.#socket.readableEnded;
  }

  /** Sends bytes; harmless on a closed connection. */
  write(bytes: string | Uint8Array): void {
    if (!this.#socket.destroyed) this.#socket.write(bytes);
  }

  /** Waits until the service ends the connection, at most so many seconds, and not for long once it has answered; ends it then. */
  async ending(seconds: number): Promise<RawEnding> {
    const answered = this.#answered.then(() => delay(AFTER_ANSWER_MILLISECONDS, false));
    const closed = await Promise.race([this.#closed, answered, delay(seconds * 1000, false, { ref: false })]);
    this.#socket.destroy();
    return {
      statusLine: this.#received.split("\r\n")[0] ?? "",
      code: /"code":"([A-Z_]+)"/.exec(this.#received)?.[1],
      closed,
    };
  }

  destroy(): void {
    this.#socket.destroy();
  }
}
