import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { type ServedFolder, serveFolder } from "./serve-folder.js";

const clip = readFileSync(renderVideo(temporaryFolder(), "clip.mp4", "pattern"));
let service: ServedFolder;

beforeAll(async () => {
  service = await serveFolder();
});
afterAll(() => service[Symbol.asyncDispose]());

describe("a creative in a request", () => {
  it("as a form is one file: a field is refused by name, not passed over", async () => {
    const form = new FormData();
    form.append("account", "4711");
    const withoutFile = await service.ask("POST", "/v1/check", { body: form });
    expect(withoutFile).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("the form has no file") } },
    });
    form.append("file", new Blob([new Uint8Array(clip)]), "clip.mp4");
    const withField = await service.ask("POST", "/v1/creatives?id=form", { body: form });
    expect(withField).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('"account"') } },
    });
    expect((await service.ask("GET", "/v1/creatives/form")).status).toBe(404);
  });

  it("of another type is refused, and learns which types are read", async () => {
    for (const type of ["text/html", "text/plain", "application/x-www-form-urlencoded"]) {
      const refused = await service.ask("POST", "/v1/check", {
        body: clip,
        headers: { "content-type": type },
      });
      expect(refused).toMatchObject({
        status: 415,
        body: { error: { code: "REQUEST_INVALID", message: expect.stringContaining("video/*") } },
      });
    }
  });

  it("may be missing, whatever its type is said to be", async () => {
    const body = new Uint8Array(clip);
    expect((await service.ask("POST", "/v1/creatives?id=gone", { body })).status).toBe(200);
    const removed = await service.ask("DELETE", "/v1/creatives/gone", {
      headers: { "content-type": "text/plain" },
    });
    expect(removed.status).toBe(204);
  });
});
