import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { lavfi, read, render, SHORT_CLIP, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const clip = render(join(folder, "clip.mp4"), ...SHORT_CLIP);

function remuxed(name: string, ...options: string[]): string {
  return render(join(folder, name), "-i", clip, "-c", "copy", ...options);
}

function changed(name: string, path: string, change: (bytes: Buffer) => Uint8Array): string {
  writeFileSync(join(folder, name), change(readFileSync(path)));
  return join(folder, name);
}

const incomplete = async (path: string): Promise<string | undefined> => (await read(path)).facts.incomplete;

describe("a transport stream", () => {
  const kinds: readonly (readonly [name: string, packet: number, options: readonly string[]])[] = [
    ["a.ts", 188, []],
    ["a.m2ts", 192, ["-f", "mpegts", "-mpegts_m2ts_mode", "1"]],
  ];
  it.each(kinds)("is known to be cut when %s ends inside a packet", async (name, packet, options) => {
    const whole = remuxed(name, ...options);
    expect(await incomplete(whole)).toBeUndefined();
    const cut = changed(`cut-${name}`, whole, (bytes) => bytes.subarray(0, packet * 100 + 50));
    expect(await incomplete(cut)).toBe(`its last packet has 50 of ${packet} bytes`);
    expect((await read(cut)).frames.length).toBeLessThan((await read(whole)).frames.length);
  });

  it("is not accused for a cut between packets, which nothing tells, nor for what follows it", async () => {
    const whole = remuxed("b.ts");
    expect(await incomplete(changed("even.ts", whole, (bytes) => bytes.subarray(0, 18_800)))).toBeUndefined();
    const tagged = changed("tagged.ts", whole, (bytes) => Buffer.concat([bytes, Buffer.from("a note")]));
    expect(await incomplete(tagged)).toBeUndefined();
  });
});

describe("an AVI", () => {
  it("is known to be cut by its own length", async () => {
    const whole = remuxed("a.avi");
    expect(await incomplete(whole)).toBeUndefined();
    const missing = statSync(whole).size - 30_000;
    expect(await incomplete(changed("cut.avi", whole, (bytes) => bytes.subarray(0, 30_000)))).toBe(
      `${missing} bytes are missing at its end`,
    );
    expect(
      await incomplete(
        changed("longer.avi", whole, (bytes) => Buffer.concat([bytes, Buffer.from("a note behind it")])),
      ),
    ).toBeUndefined();
  });

  it("is not accused when it was written to a pipe and tells no length", async () => {
    const piped = changed("piped.avi", remuxed("c.avi"), (bytes) => {
      bytes.writeUInt32LE(0xffffffff, 4);
      bytes.writeUInt32LE(bytes.readUInt32LE(44) & ~0x10, 44);
      return bytes;
    });
    expect(await incomplete(piped)).toBeUndefined();
  });

  it("is known to be unfinished when its writer was killed", async () => {
    const path = join(folder, "killed.avi");
    const source = lavfi("testsrc2", "size=160x90:rate=30");
    const output = ["-c:v", "mpeg4", "-flush_packets", "1", `file:${path}`];
    const writer = spawn("ffmpeg", ["-nostdin", "-v", "error", "-re", ...source, ...output], {
      stdio: "ignore",
    });
    while (!existsSync(path) || statSync(path).size < 20_000) await sleep(20);
    writer.kill("SIGKILL");
    await once(writer, "close");
    expect(await incomplete(path)).toBe("it was never finished");
  });
});
