import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable, Stream } from "node:stream";
import { describe, expect, it } from "vitest";
import { spoolPrefix, sweep } from "../../src/intake/abandoned-spools.js";
import { spool } from "../../src/intake/spool.js";
import { intakeFolder } from "./intake-folder.js";

const { temporaryFiles } = intakeFolder();
/** Beyond the largest id Linux gives. */
const NO_PROCESS = 2 ** 30;
const BYTES = Buffer.from("a video, let us say");

function pipedOnly(): Stream {
  const stream = new Stream();
  setTimeout(() => {
    stream.emit("data", Buffer.from(BYTES));
    stream.emit("end");
  }, 50);
  return stream;
}

describe("spool", () => {
  it.each([
    ["a Buffer", () => BYTES],
    ["a Uint8Array", () => new Uint8Array(BYTES)],
    ["a stream", () => Readable.from([BYTES.subarray(0, 5), BYTES.subarray(5)])],
  ])("keeps %s in a file of this user, until it is disposed", async (_what, make) => {
    {
      await using spooled = await spool(make());
      expect(readFileSync(spooled.path)).toEqual(BYTES);
      expect(statSync(spooled.path).isFile()).toBe(true);
      expect(temporaryFiles()).toHaveLength(1);
      if (process.platform !== "win32") expect(statSync(dirname(spooled.path)).mode & 0o077).toBe(0);
    }
    expect(temporaryFiles()).toEqual([]);
  });

  it("ends a stream that is longer than the limit, and leaves nothing behind", async () => {
    let given = 0;
    const endless = new Readable({
      read() {
        given += 1000;
        this.push(Buffer.alloc(1000));
      },
    });
    await expect(spool(endless, { limitBytes: 100_000 })).rejects.toMatchObject({ code: "INPUT_TOO_LARGE" });
    expect(endless.destroyed).toBe(true);
    expect(given).toBeLessThan(1_000_000);
    expect(temporaryFiles()).toEqual([]);
  });

  it("takes exactly the limit, and no byte more", async () => {
    await using _exact = await spool(BYTES, { limitBytes: BYTES.length });
    await expect(spool(BYTES, { limitBytes: BYTES.length - 1 })).rejects.toMatchObject({
      code: "INPUT_TOO_LARGE",
    });
  });

  it("passes a stream's own error on, and leaves nothing behind", async () => {
    const broken = new Readable({ read() {} });
    broken.push("some");
    setTimeout(() => broken.destroy(new Error("connection lost")), 20);
    await expect(spool(broken)).rejects.toThrow("connection lost");
    expect(temporaryFiles()).toEqual([]);
  });

  it.each([
    ["objects", () => Readable.from([{ a: "video" }])],
    ["text", () => Readable.from(["a video, let us say"])],
    ["ArrayBuffers", () => Readable.from([new ArrayBuffer(8)])],
  ])("refuses a stream of %s where its caller can see it, and leaves nothing behind", async (_what, make) => {
    const stream = make();
    await expect(spool(stream)).rejects.toMatchObject({ code: "INPUT_INVALID" });
    expect(stream.destroyed).toBe(true);
    expect(temporaryFiles()).toEqual([]);
  });

  it.each([
    ["a generator", () => [BYTES.subarray(0, 2), BYTES.subarray(2)].values()],
    ["views of bytes", () => Readable.from([new DataView(Uint8Array.from(BYTES).buffer)])],
    ["a stream of before Node 10", pipedOnly],
  ])("takes %s", async (_what, make) => {
    await using spooled = await spool(make() as Readable);
    expect(readFileSync(spooled.path)).toEqual(Buffer.from(BYTES));
  });

  it.each(["ENOSPC", "EDQUOT", "EFBIG"])("calls %s a full disk", async (code) => {
    const broken = new Readable({ read() {} });
    setTimeout(() => broken.destroy(Object.assign(new Error("write"), { code })), 20);
    await expect(spool(broken)).rejects.toMatchObject({ code: "DISK_FULL" });
  });

  it("removes what a killed process left behind long ago, and nothing else", async () => {
    const names = [spoolPrefix(NO_PROCESS), spoolPrefix(process.pid), "samecut-test-"].map(
      (prefix) => `${prefix}x`,
    );
    const folders = [...names, `${spoolPrefix(NO_PROCESS)}new`].map((name) => join(tmpdir(), name));
    for (const folder of folders) mkdirSync(folder);
    for (const folder of folders.slice(0, 3)) utimesSync(folder, 0, 0);
    await sweep(tmpdir());
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, true, true, true]);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it("ends when it is aborted", async () => {
    const silent = new Readable({ read() {} });
    const reason = new Error("enough");
    const abort = new AbortController();
    setTimeout(() => abort.abort(reason), 20);
    await expect(spool(silent, { signal: abort.signal })).rejects.toBe(reason);
    expect(silent.destroyed).toBe(true);
    expect(temporaryFiles()).toEqual([]);
  });
});
