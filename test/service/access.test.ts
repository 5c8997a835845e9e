import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newToken } from "../../src/service/index.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { type ServedFolder, serveFolder } from "./serve-folder.js";

const ads = temporaryFolder();
const tokens = { upload: newToken(), rival: newToken(), watch: newToken(), owner: newToken() };
const bearer = (name: keyof typeof tokens) => ({ authorization: `Bearer ${tokens[name].token}` });
let service: ServedFolder;
let clip: Buffer;

beforeAll(async () => {
  clip = readFileSync(renderVideo(ads, "pattern.mp4", "pattern"));
  const { upload, rival, watch, owner } = tokens;
  service = await serveFolder(() => ({
    tokens: [
      { name: "upload", sha256: upload.sha256, scopes: ["read", "write"], accounts: ["acme"] },
      { name: "rival", sha256: rival.sha256, scopes: ["read", "write"], accounts: ["r1", "r2"] },
      { name: "watch", sha256: watch.sha256, scopes: ["metrics"], accounts: "all" },
      { name: "owner", sha256: owner.sha256, scopes: ["read", "write"], accounts: "all" },
    ],
  }));
  await service.ask("POST", "/v1/creatives?id=a&name=secret-name.mp4", {
    body: clip,
    headers: bearer("upload"),
  });
});
afterAll(() => service[Symbol.asyncDispose]());

describe("a service with tokens", () => {
  it.each([
    ["none", {}],
    ["a wrong one", { authorization: "Bearer sct_wrong" }],
    ["one of another kind", { authorization: `Basic ${tokens.upload.token}` }],
    ["a digest in place of the token", { authorization: `Bearer ${tokens.upload.sha256}` }],
  ])("asks for one: %s", async (_, headers) => {
    const refused = await service.ask("GET", "/v1/creatives/a", { headers });
    expect(refused).toMatchObject({ status: 401, body: { error: { code: "TOKEN_INVALID" } } });
    expect(refused.headers.get("www-authenticate")).toBe("Bearer");
    expect((await service.ask("GET", "/healthz", { headers })).status).toBe(200);
  });

  it("refuses an upload before it has been read", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const asked = service.ask("POST", "/v1/check", { body: endless }).catch(() => ({ status: 401 }));
    expect((await asked).status).toBe(401);
    expect(pulled).toBeLessThan(1_000);
  });

  it("keeps to the scopes", async () => {
    const refused = await service.ask("GET", "/v1/groups", { headers: bearer("watch") });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: "ACCESS_DENIED" } } });
    expect((await service.ask("GET", "/metrics", { headers: bearer("watch") })).status).toBe(200);
    expect((await service.ask("GET", "/metrics", { headers: bearer("upload") })).status).toBe(403);
  });

  it("adds for the caller's accounts only", async () => {
    expect((await service.ask("GET", "/v1/creatives/a", { headers: bearer("upload") })).body.account).toBe(
      "acme",
    );
    for (const account of ["", "&account=acme"]) {
      const refused = await service.ask("POST", `/v1/check-and-add?id=x${account}`, {
        body: clip,
        headers: bearer("rival"),
      });
      expect(refused).toMatchObject({ status: 403, body: { error: { code: "ACCESS_DENIED" } } });
    }
  });

  it("tells that another account's creative is alike, and neither whose nor which", async () => {
    const asked = await service.ask("POST", "/v1/check-and-add?id=b&account=r1", {
      body: clip,
      headers: bearer("rival"),
    });
    expect(asked.body).toMatchObject({
      outcome: "refused",
      refusedFor: [{ creative: { own: false, width: 160 } }],
    });
    expect(JSON.stringify(asked.body.refusedFor)).not.toMatch(/acme|secret-name|sha256|"id"/);
    const { nearest } = (await service.ask("POST", "/v1/nearest", { body: clip, headers: bearer("rival") }))
      .body;
    expect(JSON.stringify(nearest)).not.toMatch(/acme|secret-name|sha256|"id"/);
    for (const [method, route] of [
      ["GET", "/v1/creatives/a"],
      ["DELETE", "/v1/creatives/a"],
      ["GET", "/v1/creatives/a/nearest"],
    ] as const)
      expect((await service.ask(method, route, { headers: bearer("rival") })).status).toBe(404);
    expect((await service.ask("GET", "/v1/creatives", { headers: bearer("rival") })).body).toBe("");
    expect((await service.ask("GET", "/v1/creatives/a", { headers: bearer("owner") })).body.id).toBe("a");
  });

  it("does not tell what another account has under an id, not even who sends the same content", async () => {
    for (const route of ["/v1/check-and-add", "/v1/creatives"]) {
      const asked = await service.ask("POST", `${route}?id=a&account=r1`, {
        body: clip,
        headers: bearer("rival"),
      });
      expect(asked).toMatchObject({ status: 409, body: { error: { code: "CREATIVE_EXISTS" } } });
      expect(JSON.stringify(asked.body)).not.toMatch(/acme|secret-name/);
    }
  });

  it("shows a batch to its owner only", async () => {
    const body = { action: "check", items: [{ path: "none.mp4", account: "r1" }] };
    const begun = await service.ask("POST", "/v1/batches", { body, headers: bearer("rival") });
    const route = `/v1/batches/${begun.body.id}`;
    expect((await service.ask("GET", route, { headers: bearer("rival") })).status).toBe(200);
    expect((await service.ask("GET", route, { headers: bearer("owner") })).status).toBe(404);
  });

  it("writes no token into its log", () => {
    expect(service.log.length).toBeGreaterThan(10);
    expect(service.log.join("")).not.toContain("sct_");
  });
});

describe("a service without tokens", () => {
  it("listens on this machine only", async () => {
    await expect(serveFolder(() => ({ host: "0.0.0.0" }))).rejects.toMatchObject({
      code: "SERVICE_UNGUARDED",
    });
  });

  it("answers no web page: neither one from elsewhere nor one whose name points here", async () => {
    await using local = await serveFolder();
    const foreign = await local.ask("GET", "/v1/creatives", { headers: { origin: "https://evil.example" } });
    expect(foreign).toMatchObject({ status: 403, body: { error: { code: "ACCESS_DENIED" } } });
    const rebound = await new Promise<number | undefined>((resolve, reject) => {
      const asked = httpRequest(
        `${local.url}/v1/creatives`,
        { headers: { host: "evil.example" } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      asked.on("error", reject).end();
    });
    expect(rebound).toBe(403);
    expect((await local.ask("GET", "/v1/creatives", { headers: { origin: local.url } })).status).toBe(200);
  });
});
