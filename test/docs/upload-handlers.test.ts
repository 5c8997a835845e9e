import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { uploadApp as expressApp } from "../../docs/upload-handlers/express.js";
import { uploadApp as fastifyApp } from "../../docs/upload-handlers/fastify.js";
import { type Library, openLibrary } from "../../src/index.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";

const folder = temporaryFolder();

/** Each starts a server over a library. */
const frameworks: Record<string, (library: Library) => Promise<Server>> = {
  express: async (library) =>
    await new Promise((resolve) => {
      const server = createServer(expressApp(library));
      server.listen(0, "127.0.0.1", () => resolve(server));
    }),
  fastify: async (library) => {
    const app = fastifyApp(library);
    await app.listen({ host: "127.0.0.1", port: 0 });
    return app.server;
  },
};

describe.each(Object.entries(frameworks))("the upload handler for %s", (name, start) => {
  it("takes an upload once, refuses what is like it, and says what is wrong with the rest", async () => {
    const clip = readFileSync(renderVideo(folder, "pattern.mp4", "pattern"));
    await using library = await openLibrary(join(folder, name), { settings: { jobs: 1 } });
    const server = await start(library);
    const { port } = server.address() as AddressInfo;
    const put = async (id: string, body: Uint8Array) => {
      const response = await fetch(`http://127.0.0.1:${port}/ads/${id}`, {
        method: "PUT",
        headers: { "content-type": "video/mp4" },
        body: body as BodyInit,
      });
      return { status: response.status, body: await response.json() };
    };
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
    server.closeAllConnections();
    server.close();
  });
});
