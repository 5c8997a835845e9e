import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { uploadApp as expressApp } from "../../docs/upload-handlers/express.js";
import { uploadApp as fastifyApp } from "../../docs/upload-handlers/fastify.js";
import { uploadApp as nestApp } from "../../docs/upload-handlers/nest.js";
import { type Library, type LibrarySettings, openLibrary } from "../../src/index.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";

const folder = temporaryFolder();
const clip = readFileSync(renderVideo(folder, "pattern.mp4", "pattern"));
const UPLOAD = { method: "PUT", headers: { "content-type": "video/mp4" } };

/** Each starts a server over a library. */
const frameworks: Record<string, (library: Library) => Promise<Server>> = {
  express: async (library) => {
    const server = createServer(expressApp(library)).listen(0, "127.0.0.1");
    await once(server, "listening");
    return server;
  },
  fastify: async (library) => {
    const app = fastifyApp(library);
    await app.listen({ host: "127.0.0.1", port: 0 });
    return app.server;
  },
  nest: async (library) => {
    const app = await nestApp(library);
    await app.listen(0, "127.0.0.1");
    return app.getHttpServer();
  },
};

describe.each(Object.entries(frameworks))("the upload handler for %s", (name, start) => {
  /** Serves a library of its own until it is disposed of. */
  async function serve(settings: LibrarySettings) {
    const library = await openLibrary(join(folder, `${name}-${JSON.stringify(settings)}`), { settings });
    const server = await start(library);
    const { port } = server.address() as AddressInfo;
    const address = (id: string) => `http://127.0.0.1:${port}/ads/${id}`;
    const put = async (id: string, body: Uint8Array) => {
      const response = await fetch(address(id), { ...UPLOAD, body: body as BodyInit });
      return { status: response.status, body: await response.json() };
    };
    const end = async () => {
      server.closeAllConnections();
      server.close();
      await library.close();
    };
    return { library, address, put, [Symbol.asyncDispose]: end };
  }

  it("takes an upload once, refuses what is like it, and says what is wrong with the rest", async () => {
    await using served = await serve({ jobs: 1 });
    const { library, put } = served;
    expect(await put("a", clip)).toEqual({ status: 200, body: { outcome: "added", reasons: [] } });
    expect(await put("a", clip)).toMatchObject({ status: 200, body: { outcome: "present" } });
    expect(await put("b", clip)).toMatchObject({
      status: 409,
      body: { reasons: [{ like: "a", grade: "identical" }] },
    });
    expect(await put("c", Buffer.from("no video"))).toMatchObject({
      status: 415,
      body: { code: "FORMAT_UNSUPPORTED" },
    });
    expect(await library.get("b")).toBeUndefined();
  });

  it("says that it is busy, and lets go of an upload whose client hangs up", async () => {
    await using served = await serve({ jobs: 1, pendingLimit: 1 });
    const { address, put } = served;
    const stalled = request(address("a"), UPLOAD).on("error", () => undefined);
    stalled.write(clip.subarray(0, 1000));
    await expect.poll(() => put("b", clip)).toMatchObject({ status: 503, body: { code: "LIBRARY_BUSY" } });
    stalled.destroy();
    await expect.poll(async () => (await put("c", clip)).status).not.toBe(503);
  });
});
