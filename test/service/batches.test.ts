import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CONCURRENCY, setDecodingConcurrency } from "../../src/intake/decoding-queue.js";
import { unfinishedBatches } from "../../src/service/batches/batch-journal.js";
import { newToken, type ServiceSettingsInput } from "../../src/service/index.js";
import { lavfi, render, temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { type ServedFolder, serveFolder } from "./serve-folder.js";

const folder = temporaryFolder();
const ads = join(folder, "ads");
const FILES = 6;
let clip: Buffer;

beforeAll(() => {
  // One file after the other, so that there is something left to do when some is done.
  setDecodingConcurrency(1);
  clip = readFileSync(renderVideo(ads, "clip.mp4", "fractal"));
  for (let number = 0; number < FILES; number++) {
    const box = Buffer.from([0, 0, 0, 9, ...Buffer.from("free"), number]);
    writeFileSync(join(ads, `${number}.mp4`), Buffer.concat([clip, box]));
  }
  const size = "size=1280x720:rate=30:duration=40";
  render(join(ads, "long.mp4"), ...lavfi("testsrc2", size), "-c:v", "libx264", "-preset", "ultrafast");
});
afterAll(() => setDecodingConcurrency(DEFAULT_CONCURRENCY));

const serve = (library: string, settings: Partial<ServiceSettingsInput> = {}) =>
  serveFolder(() => ({ library: join(folder, library), roots: [ads], ...settings }));

async function begin(service: ServedFolder, headers: Readonly<Record<string, string>> = {}) {
  const items = Array.from({ length: FILES }, (_, number) => ({ path: `${number}.mp4`, account: "acme" }));
  const { status, body } = await service.ask("POST", "/v1/batches", {
    body: { action: "add", items },
    headers,
  });
  expect({ status, total: body.total }).toEqual({ status: 202, total: FILES });
  const route = `/v1/batches/${body.id}`;
  const state = async () => (await service.ask("GET", route, { headers })).body;
  await expect.poll(async () => (await state()).done, { timeout: 20_000, interval: 10 }).toBeGreaterThan(0);
  return { route, state };
}

describe("a batch", () => {
  it("goes on where it was when the service starts again, and tells nothing twice", async () => {
    const first = await serve("stopped");
    const { route } = await begin(first);
    const told = await fetch(`${first.url}${route}/events`);
    await first.close();
    const before = await told.text();
    expect(before).toMatch(/event: end\ndata: .*"state":"suspended"/);
    const seen = before.match(/event: item/g)?.length ?? 0;
    expect(seen).toBeLessThan(FILES);
    await using second = await serve("stopped");
    const { body } = await second.ask("GET", `${route}/events`, {
      headers: { "last-event-id": String(seen - 1) },
    });
    const paths = [...(before + body).matchAll(/"path":"(\d)\.mp4","outcome":"added"/g)].map(
      ([, name]) => name,
    );
    expect(paths.sort()).toEqual(["0", "1", "2", "3", "4", "5"]);
    expect(String(body)).toMatch(/event: end\ndata: .*"state":"done","total":6,"done":6/);
    await expect.poll(() => readdirSync(join(folder, "stopped", "batches"))).toEqual([]);
    await first[Symbol.asyncDispose]();
  });

  it("does not go on where its caller may not any more", async () => {
    const { token, sha256 } = newToken();
    const entry = { name: "upload", sha256, scopes: ["read", "write"] as const };
    const headers = { authorization: `Bearer ${token}` };
    for (const after of [[], [{ ...entry, accounts: ["other"] }], [{ ...entry, accounts: ["acme"] }]]) {
      const library = `token-${JSON.stringify(after).length}`;
      const first = await serve(library, { tokens: [{ ...entry, accounts: ["acme"] }] });
      const { route } = await begin(first, headers);
      await first[Symbol.asyncDispose]();
      await using second = await serve(library, { tokens: after });
      const { status } = await second.ask("GET", route, { headers });
      expect(status).toBe(after[0]?.accounts[0] === "acme" ? 200 : 404);
    }
  });

  it("lets uploads go before it", async () => {
    await using service = await serve("before");
    const { state } = await begin(service);
    const { status } = await service.ask("POST", "/v1/check", { body: clip });
    expect(status).toBe(200);
    const { done, state: now } = await state();
    expect({ left: done < FILES, now }).toEqual({ left: true, now: "running" });
  });

  it("that is cancelled frees its decoder at once", async () => {
    await using service = await serve("cancelled");
    const items = [{ path: "long.mp4" }, { path: "0.mp4" }];
    const { body } = await service.ask("POST", "/v1/batches", { body: { action: "check", items } });
    await expect.poll(decoders, { timeout: 10_000, interval: 5 }).toBe(1);
    const began = performance.now();
    const cancelled = await service.ask("DELETE", `/v1/batches/${body.id}`);
    expect(cancelled.body).toMatchObject({ state: "cancelled", done: 0 });
    await expect.poll(decoders, { timeout: 5_000, interval: 5 }).toBe(0);
    expect(performance.now() - began).toBeLessThan(1_500);
    await expect.poll(() => readdirSync(join(folder, "cancelled", "batches"))).toEqual([]);
  });

  it("whose last line was cut off does that item again", async () => {
    const kept = join(folder, "kept");
    mkdirSync(kept);
    const order = { schema: "samecut.batch/1", owner: "local", action: "add", rule: {}, items: [] };
    const result = { index: 1, path: "1.mp4", outcome: "added" };
    writeFileSync(
      join(kept, "a.jsonl"),
      `${JSON.stringify(order)}\n${JSON.stringify(result)}\n{"index":0,"pa`,
    );
    writeFileSync(join(kept, "b.jsonl"), "no batch");
    const troubles: unknown[] = [];
    const found = await unfinishedBatches(kept, (error) => troubles.push(error));
    expect(found).toMatchObject([{ id: "a", results: [result] }]);
    expect(troubles).toHaveLength(1);
    found[0]?.journal.note({ ...result, index: 2 });
    await found[0]?.journal.settled();
    const [again] = await unfinishedBatches(kept, () => undefined);
    expect(again?.results.map(({ index }) => index)).toEqual([1, 2]);
  });
});

/** How many ffmpeg this process has started that still run. */
function decoders(): number {
  const children = execFileSync("ps", ["-o", "args=", "--ppid", String(process.pid)], { encoding: "utf8" });
  return children.split("\n").filter((line) => line.includes("long.mp4")).length;
}
