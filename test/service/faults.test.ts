import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { askService } from "./serve-folder.js";
import { serveProcess } from "./served-process.js";

const base = temporaryFolder();
const KILLS = 4;
let clip: Buffer;

beforeAll(() => {
  clip = readFileSync(renderVideo(join(base, "ads"), "pattern.mp4", "pattern"));
});

/** The same picture as another file: bytes behind the last box of an MP4 are no part of it. */
function variant(number: number): Uint8Array {
  const box = Buffer.from([0, 0, 0, 12, ...Buffer.from("free"), 0, 0, 0, 0]);
  box.writeUInt32BE(number, 8);
  return Buffer.concat([clip, box]);
}

describe("samecut serve", () => {
  it("has everything it acknowledged after SIGKILL at any moment, and nothing by halves", async () => {
    const library = join(base, "killed");
    const acknowledged = new Set<string>();
    let next = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const service = await serveProcess(base, library);
      let stopped = false;
      const uploader = async (): Promise<void> => {
        while (!stopped) {
          const id = `ad-${next++}`;
          const { status } = await askService(service.url, "POST", `/v1/creatives?id=${id}`, {
            body: variant(next),
          });
          if (status === 200) acknowledged.add(id);
        }
      };
      const uploaders = [uploader(), uploader()].map((each) => each.catch(() => undefined));
      const soFar = acknowledged.size;
      await expect.poll(() => acknowledged.size, { timeout: 40_000 }).toBeGreaterThan(soFar + 1);
      await delay(150 * kill);
      await service.end("SIGKILL");
      stopped = true;
      await Promise.all(uploaders);
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS);
    await using opened = await openLibrary(library);
    const listed: string[] = [];
    for await (const { id } of opened.list()) listed.push(id);
    expect(listed).toEqual(expect.arrayContaining([...acknowledged]));
    expect(await opened.verify()).toEqual([]);
    for (const id of listed) expect(await opened.fingerprint(id)).toBeDefined();
  });

  it("lets one of two uploads of the same video pass, and the other learn why", async () => {
    const service = await serveProcess(base, join(base, "raced"));
    const ids = ["one", "two", "three"];
    const answers = await Promise.all(
      ids.map((id) => askService(service.url, "POST", `/v1/check-and-add?id=${id}`, { body: clip })),
    );
    const outcomes = answers.map(({ body }) => body.outcome);
    expect(outcomes.sort()).toEqual(["added", "refused", "refused"]);
    await service.end("SIGTERM");
  });

  it("ends what is under way when it is told to stop, and ends with status 0", async () => {
    const library = join(base, "stopped");
    const service = await serveProcess(base, library);
    const under = askService(service.url, "POST", "/v1/check-and-add?id=last", { body: clip });
    await delay(100);
    const began = performance.now();
    const { status } = await service.end("SIGTERM");
    // Its client keeps the connection; that is nothing to wait for.
    expect(performance.now() - began).toBeLessThan(15_000);
    expect((await under).body).toMatchObject({ outcome: "added" });
    expect(status).toBe(0);
    await using opened = await openLibrary(library, { readOnly: true });
    expect(await opened.get("last")).toBeDefined();
  });

  it("says why it does not start", async () => {
    const library = join(base, "taken");
    const service = await serveProcess(base, library);
    await expect(serveProcess(base, library)).rejects.toThrow(/LIBRARY_LOCKED/);
    await service.end("SIGINT");
  });
});
