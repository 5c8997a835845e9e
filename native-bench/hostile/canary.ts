import { execFile } from "node:child_process";
import { readFileSync, statSync, utimesSync } from "node:fs";
import { constants, open } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

/** How often it is looked whether somebody waits at the pipe, milliseconds. */
const INTERVAL_MILLISECONDS = 50;

/** Things that no creative may make the service touch: a file, a pipe and an address. */
export class Canary implements AsyncDisposable {
  readonly filePath: string;
  readonly pipePath: string;
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string;
  readonly #touched = new Set<string>();
  readonly #close: () => void;

  private constructor(filePath: string, pipePath: string, url: string, close: () => void) {
    this.filePath = filePath;
    this.pipePath = pipePath;
    this.url = url;
    this.#close = close;
    utimesSync(filePath, 0, new Date());
  }

  /** Puts them up; `filePath` is a file that exists and that nobody else reads, `folder` where the pipe may be. */
  static async open(filePath: string, folder: string): Promise<Canary> {
    const pipePath = join(folder, "canary-pipe");
    await promisify(execFile)("mkfifo", [pipePath]);
    const server = createServer((request, response) => {
      canary.#touched.add(`the address, for ${request.url}`);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const looking = setInterval(() => void canary.#lookAtPipe(), INTERVAL_MILLISECONDS);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const canary = new Canary(filePath, pipePath, url, () => {
      clearInterval(looking);
      server.close();
    });
    return canary;
  }

  /** What was touched since it was put up. */
  touched(): string[] {
    if (statSync(this.filePath).atimeMs > 0) this.#touched.add("the file");
    return [...this.#touched];
  }

  /** Whether a touched file would have shown. Reads it: ask last. */
  seesReading(): boolean {
    readFileSync(this.filePath);
    return statSync(this.filePath).atimeMs > 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#close();
  }

  /** Opening a pipe for writing without waiting succeeds only while somebody has it open for reading. */
  async #lookAtPipe(): Promise<void> {
    const writer = await open(this.pipePath, constants.O_WRONLY | constants.O_NONBLOCK).catch(
      () => undefined,
    );
    if (writer === undefined) return;
    this.#touched.add("the pipe");
    await writer.close();
  }
}
