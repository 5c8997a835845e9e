import { readFileSync, symlinkSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { RequestWindows } from "../../src/service/access/request-windows.js";
import { intakeFolder } from "../intake/intake-folder.js";
import { renderVideo } from "../scan/small-videos.js";
import { type Asked, type ServedFolder, serveFolder } from "./serve-folder.js";

/** Uploads are spooled below TMPDIR, which is this test's own. */
const { folder, temporaryFiles } = intakeFolder();
const roots = join(folder, "roots");
const outside = join(folder, "outside");
let service: ServedFolder;
let clip: Buffer;

beforeAll(async () => {
  clip = readFileSync(renderVideo(roots, "clip.mp4", "pattern"));
  renderVideo(outside, "hidden.mp4", "fractal");
  symlinkSync(join(outside, "hidden.mp4"), join(roots, "link.mp4"));
  symlinkSync(outside, join(roots, "linked"));
  symlinkSync(join(roots, "clip.mp4"), join(roots, "own-link.mp4"));
  service = await serveFolder(() => ({
    roots: [roots],
    limits: { uploadBytes: 1024 ** 2, durationSeconds: 1.5, pendingCalls: 2 },
  }));
});
afterAll(() => service[Symbol.asyncDispose]());

/** Folders of uploads; others are the test's. */
/** All but the folders of the tests themselves, and of what runs a thread from its sources. */
const spooled = () => temporaryFiles().filter((name) => !/^(samecut-test|tsx)-/.test(name));
const check = (asked: Asked) => service.ask("POST", "/v1/check", asked);
const codeOf = async (asked: Asked) => {
  const { status, body } = await check(asked);
  return `${status} ${body.error?.code}`;
};

describe("a path", () => {
  it.each([
    "../outside/hidden.mp4",
    "linked/../../outside/hidden.mp4",
    "/etc/passwd",
    "link.mp4",
    "linked/hidden.mp4",
    "clip.mp4\0.txt",
  ])("never leads out of the roots: %j", async (path) => {
    const refused = await check({ body: { path } });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: "PATH_OUTSIDE_ROOTS" } } });
    expect(JSON.stringify(refused.body)).not.toContain(folder);
  });

  it("may be a link inside, absolute, or wrong", async () => {
    // Found and read: it is longer than this service takes.
    for (const path of ["own-link.mp4", join(roots, "clip.mp4")])
      expect(await codeOf({ body: { path } })).toBe("422 MEDIA_TOO_LONG");
    expect(await codeOf({ body: { path: "none.mp4" } })).toBe("404 FILE_NOT_FOUND");
    expect(await codeOf({ body: { path: "." } })).toBe("400 NOT_A_FILE");
    expect(await codeOf({ body: { path: ["clip.mp4"] } })).toBe("400 REQUEST_INVALID");
  });
});

describe("an upload", () => {
  it("is refused when it is too large, however that is said, and its client learns why", async () => {
    const large = new Uint8Array(1024 ** 2 + 200_000);
    expect(await codeOf({ body: large })).toBe("413 INPUT_TOO_LARGE");
    const unannounced = () => new Blob([large]).stream();
    expect(await codeOf({ body: unannounced() })).toBe("413 INPUT_TOO_LARGE");
    const form = new FormData();
    form.append("file", new Blob([large.subarray(0, 1024 ** 2 + 1)]), "large.mp4");
    expect(await codeOf({ body: form })).toBe("413 INPUT_TOO_LARGE");
  });

  it("is judged by its content, not by what it is called", async () => {
    const playlist = Buffer.from("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:1/a.ts\n#EXT-X-ENDLIST\n");
    expect(await codeOf({ body: playlist })).toBe("415 PLAYLIST_REFUSED");
    expect(await codeOf({ body: Buffer.from("#!/bin/sh\nrm -rf /\n".repeat(20)) })).toBe(
      "415 FORMAT_UNSUPPORTED",
    );
    expect(await codeOf({ body: clip.subarray(0, clip.length / 2) })).toBe("422 MEDIA_DAMAGED");
    expect(await codeOf({ body: new Uint8Array(0) })).toMatch(/^4\d\d FILE_EMPTY$/);
    expect(await codeOf({ body: new FormData() })).toMatch(/^4\d\d REQUEST_INVALID$/);
    expect(spooled()).toEqual([]);
  });

  it("that breaks off leaves nothing behind", async () => {
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    const head = `POST /v1/check-and-add?id=broken HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: video/mp4\r\n`;
    socket.write(`${head}content-length: ${clip.length}\r\n\r\n`);
    socket.write(clip.subarray(0, 2_000));
    await expect.poll(() => spooled().length).toBe(1);
    socket.destroy();
    await expect.poll(() => spooled().length, { timeout: 5_000 }).toBe(0);
    expect((await service.ask("GET", "/v1/creatives/broken")).status).toBe(404);
  });

  it("beyond what may be pending is refused at once, and none that was accepted is lost", async () => {
    const held = Array.from({ length: 2 }, () => {
      let release = (): void => {};
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array(clip.subarray(0, 1_000)));
          release = () => {
            controller.enqueue(new Uint8Array(clip.subarray(1_000)));
            controller.close();
          };
        },
      });
      return { answer: check({ body }), release };
    });
    await expect.poll(() => spooled().length).toBe(2);
    const busy = await check({ body: clip });
    expect(busy).toMatchObject({ status: 503, body: { error: { code: "LIBRARY_BUSY" } } });
    expect(busy.headers.get("retry-after")).toBe("1");
    expect((await service.ask("GET", "/healthz")).status).toBe(200);
    for (const { release } of held) release();
    // Answered for what they are: longer than this service takes.
    for (const { answer } of held) expect((await answer).body.error.code).toBe("MEDIA_TOO_LONG");
  });

  it("that its client gives up frees its place", async () => {
    const given = new AbortController();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(clip.subarray(0, 1_000)));
      },
    });
    const asked = fetch(`${service.url}/v1/check`, {
      method: "POST",
      headers: { "content-type": "video/mp4" },
      body,
      duplex: "half",
      signal: given.signal,
    } as RequestInit);
    await expect.poll(() => spooled().length).toBe(1);
    given.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => spooled().length, { timeout: 5_000 }).toBe(0);
  });
});

describe("a request", () => {
  it("that is wrong is told so in the caller's language", async () => {
    const wrong = await service.ask("POST", "/v1/check?windowDays=-1", { body: clip });
    expect(wrong).toMatchObject({ status: 400, body: { error: { code: "REQUEST_INVALID" } } });
    expect(wrong.body.error.message).toContain("windowDays");
    expect((await service.ask("POST", "/v1/check?nonsense=1", { body: clip })).status).toBe(400);
    expect((await service.ask("GET", "/v1/nothing")).body.error.code).toBe("ROUTE_NOT_FOUND");
    const chinese = await service.ask("GET", "/v1/creatives/x", {
      headers: { "accept-language": "zh-CN,zh" },
    });
    expect(chinese.body.error.message).toContain("素材库");
  });

  it("one too many in a minute is refused", async () => {
    await using slow = await serveFolder(() => ({ limits: { requestsPerMinute: 3 } }));
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await slow.ask("GET", "/v1/groups")).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await slow.ask("GET", "/healthz")).status).toBe(200);
  });

  it("is counted by a clock that nobody sets back", () => {
    vi.useFakeTimers({ toFake: ["Date", "performance"] });
    try {
      const windows = new RequestWindows();
      const count = () => {
        let counted = 0;
        windows.incr("caller", (_, told) => (counted = told?.current ?? 0), 60_000);
        return counted;
      };
      expect([count(), count()]).toEqual([1, 2]);
      vi.setSystemTime(Date.now() - 24 * 60 * 60 * 1000);
      vi.advanceTimersByTime(30_000);
      expect(count()).toBe(3);
      vi.advanceTimersByTime(30_001);
      expect(count()).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("that contradicts itself is told so, and ends nothing but itself", async () => {
    const head = "POST /v1/check HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: video/mp4\r\n";
    const sent: readonly (readonly [code: string, ...parts: (string | Uint8Array)[]])[] = [
      // The rest of the file is taken for another request, while the first one is under way.
      ["REQUEST_INVALID", `${head}content-length: ${clip.length - 1_000}\r\n\r\n`, clip],
      ["REQUEST_INVALID", `${head}content-length: -1\r\n\r\n`],
      ["REQUEST_INVALID", `GET / HTTP/1.1\r\nhost: x\r\nlong: ${"a".repeat(100_000)}\r\n\r\n`],
      [
        "REQUEST_INVALID",
        "POST /v1/check HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: multipart/form-data\r\ncontent-length: 3\r\n\r\nabc",
      ],
    ];
    for (const [code, ...parts] of sent) {
      const { hostname, port } = new URL(service.url);
      const socket = connect(Number(port), hostname);
      let received = "";
      socket.on("data", (bytes) => (received += String(bytes)));
      socket.on("error", () => undefined);
      for (const part of parts) socket.write(part);
      await expect.poll(() => received, { timeout: 5_000 }).toContain(`"code":"${code}"`);
      socket.destroy();
    }
    expect((await service.ask("GET", "/healthz")).status).toBe(200);
  });

  it("that breaks off when it was refused already ends nothing but itself", async () => {
    await using busy = await serveFolder(() => ({ limits: { pendingCalls: 1 } }));
    const { hostname, port } = new URL(busy.url);
    const sockets = Array.from({ length: 3 }, () => connect(Number(port), hostname));
    for (const socket of sockets) {
      socket.on("error", () => undefined);
      socket.write(
        `POST /v1/check HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: video/mp4\r\ncontent-length: 900000\r\n\r\nabc`,
      );
    }
    await delay(300);
    for (const socket of sockets) socket.destroy();
    await delay(300);
    expect((await busy.ask("GET", "/healthz")).status).toBe(200);
  });

  it("that never ends is ended", async () => {
    await using impatient = await serveFolder(() => ({ limits: { uploadSeconds: 1 } }));
    const { hostname, port } = new URL(impatient.url);
    const socket = connect(Number(port), hostname);
    let received = "";
    socket.on("data", (bytes) => (received += String(bytes)));
    const closed = new Promise((resolve) => socket.on("close", resolve));
    const head = `POST /v1/check HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: video/mp4\r\n`;
    socket.write(`${head}content-length: 1000000\r\n\r\n`);
    const drip = setInterval(() => socket.write("a"), 100);
    const ended = await Promise.race([closed.then(() => true), delay(20_000).then(() => false)]);
    clearInterval(drip);
    socket.destroy();
    expect(ended).toBe(true);
    expect(received).toMatch(/^(HTTP\/1.1 4\d\d|$)/);
  });
});

it("nothing of all this is left among the temporary files", () => {
  expect(spooled()).toEqual([]);
});
