import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { lavfi, render, temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { serveFolder } from "./serve-folder.js";

const roots = temporaryFolder();
const body = { path: "long.mp4" };

/** Takes ffmpeg a second and more. */
beforeAll(() => {
  const source = lavfi("testsrc2", "size=1280x720:rate=30:duration=60");
  render(join(roots, "long.mp4"), ...source, "-c:v", "libx264", "-preset", "ultrafast");
});

/** How many decoders this process has started that still run. */
function decoders(): number {
  const children = execFileSync("ps", ["-o", "args=", "--ppid", String(process.pid)], { encoding: "utf8" });
  return children.split("\n").filter((line) => line.includes("long.mp4")).length;
}

describe("a check", () => {
  it("whose client hangs up frees its decoder at once", async () => {
    await using service = await serveFolder(() => ({ roots: [roots], limits: { pendingCalls: 1 } }));
    const client = new AbortController();
    const asked = fetch(`${service.url}/v1/check`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: client.signal,
    });
    await expect.poll(decoders, { timeout: 10_000, interval: 5 }).toBe(1);
    expect((await service.ask("POST", "/v1/check", { body })).body.error.code).toBe("LIBRARY_BUSY");
    client.abort();
    await expect(asked).rejects.toThrow();
    const began = performance.now();
    await expect.poll(decoders, { timeout: 5_000, interval: 5 }).toBe(0);
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it("that takes too long is ended, with its decoder", async () => {
    await using service = await serveFolder(() => ({ roots: [roots], limits: { callSeconds: 0.5 } }));
    const { status, body: answer } = await service.ask("POST", "/v1/check", { body });
    expect({ status, code: answer.error.code }).toEqual({ status: 504, code: "CALL_TIMED_OUT" });
    await expect.poll(decoders, { timeout: 5_000, interval: 5 }).toBe(0);
  });

  it("is of no more pixels and no more seconds than the service takes", async () => {
    for (const [limits, code] of [
      [{ pixels: 1280 * 720 - 1 }, "PICTURE_TOO_LARGE"],
      [{ durationSeconds: 59 }, "MEDIA_TOO_LONG"],
    ] as const) {
      await using service = await serveFolder(() => ({ roots: [roots], limits }));
      expect((await service.ask("POST", "/v1/check", { body })).body.error.code).toBe(code);
    }
  });
});

it("a comparison of two creatives is one of the calls that a service takes so many of", async () => {
  await using service = await serveFolder(() => ({ limits: { pendingCalls: 2 } }));
  const clip = new Uint8Array(readFileSync(renderVideo(roots, "short.mp4", "pattern")));
  for (const id of ["a", "b"]) await service.ask("POST", `/v1/creatives?id=${id}`, { body: clip });
  const compare = () => service.ask("POST", "/v1/compare", { body: { a: "a", b: "b" } });
  const answers = await Promise.all(Array.from({ length: 40 }, compare));
  const codes = answers.map(({ status, body }) => (status === 200 ? body.verdict.grade : body.error.code));
  expect(new Set(codes)).toEqual(new Set(["identical", "LIBRARY_BUSY"]));
});
