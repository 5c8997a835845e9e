import { openAsBlob, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BatchEvent, type RouteName, ServiceClient, ServiceError } from "../../src/client/index.js";
import { newToken } from "../../src/service/index.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { type ServedFolder, serveFolder } from "../service/serve-folder.js";

const ads = temporaryFolder();
const { token, sha256 } = newToken();
let service: ServedFolder;
let client: ServiceClient;

beforeAll(async () => {
  renderVideo(ads, "pattern.mp4", "pattern");
  renderVideo(ads, "fractal.mp4", "fractal");
  service = await serveFolder(() => ({
    roots: [ads],
    tokens: [{ name: "owner", sha256, scopes: ["read", "write"], accounts: "all" }],
  }));
  client = new ServiceClient({ url: `${service.url}/`, token });
});
afterAll(() => service[Symbol.asyncDispose]());

/** Every route that answers with JSON; a route that is missing here does not compile. */
const ROUTES: Readonly<Record<RouteName, true>> = {
  "POST /v1/check": true,
  "POST /v1/check-and-add": true,
  "POST /v1/creatives": true,
  "GET /v1/creatives/:id": true,
  "PATCH /v1/creatives/:id": true,
  "DELETE /v1/creatives/:id": true,
  "GET /v1/creatives/:id/matches": true,
  "GET /v1/creatives/:id/nearest": true,
  "POST /v1/nearest": true,
  "POST /v1/compare": true,
  "GET /v1/groups": true,
  "PUT /v1/allowances": true,
  "DELETE /v1/allowances": true,
  "GET /v1/accounts": true,
  "GET /v1/accounts/:account": true,
  "GET /v1/status": true,
  "GET /v1/exemptions": true,
  "POST /v1/exemptions": true,
  "DELETE /v1/exemptions/:id": true,
  "POST /v1/batches": true,
  "GET /v1/batches/:id": true,
  "DELETE /v1/batches/:id": true,
  "GET /healthz": true,
  "GET /readyz": true,
};

/** Answered with lines, events, figures or pictures, or for the review page. */
const OTHERS = /^(GET \/v1\/creatives|GET .*\/events|GET \/metrics|.*\/review.*|.*\/(filmstrip|playback))$/;

describe("the client", () => {
  it("knows the routes that the service has", async () => {
    const { body } = await service.ask("GET", "/docs/json");
    const served = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    expect(served.filter((route) => !OTHERS.test(route)).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it("checks and adds a file, a buffer, a stream, a form and a path", async () => {
    const file = join(ads, "pattern.mp4");
    const added = await client.call("POST /v1/check-and-add", {
      query: {
        id: "a/1 ü",
        account: "4711",
        label: ["spring", "sale"],
        uploadedAt: new Date().toISOString(),
      },
      body: await openAsBlob(file, { type: "video/mp4" }),
    });
    expect(added).toMatchObject({ outcome: "added", creative: { id: "a/1 ü", labels: ["spring", "sale"] } });
    const bytes = new Uint8Array(readFileSync(file));
    const form = new FormData();
    form.append("file", new Blob([bytes]), "new.mp4");
    for (const body of [bytes, new Blob([bytes]).stream(), form, { path: "pattern.mp4" }]) {
      const { matches } = await client.call("POST /v1/check", { query: { threshold: 0.5 }, body });
      expect(matches[0]?.creative.id).toBe("a/1 ü");
    }
  });

  it("asks about a creative, an account and exemptions, and changes them", async () => {
    const params = { id: "a/1 ü" };
    expect(await client.call("GET /v1/creatives/:id", { params })).toMatchObject({ account: "4711" });
    await client.call("POST /v1/creatives", {
      query: { id: "b", account: "4711" },
      body: { path: "pattern.mp4" },
    });
    const { matches } = await client.call("GET /v1/creatives/:id/matches", {
      params,
      query: { windowDays: 7 },
    });
    expect(matches[0]).toMatchObject({
      earlier: false,
      creative: { id: "b" },
      verdict: { grade: "identical" },
    });
    const account = await client.call("GET /v1/accounts/:account", { params: { account: "4711" } });
    expect([account.level, account.similar[0]?.repeats.id]).toEqual(["severe", "a/1 ü"]);
    const { id } = await client.call("POST /v1/exemptions", {
      body: { kind: "takedown", creative: "a/1 ü", reason: "restored" },
    });
    expect((await client.call("GET /v1/accounts")).accounts[0]?.level).toBe("good");
    expect(await client.call("DELETE /v1/exemptions/:id", { params: { id } })).toHaveProperty("undoneAt");
    expect(await client.call("PUT /v1/allowances", { body: { a: "a/1 ü", b: "b" } })).toBeUndefined();
    expect(await client.call("DELETE /v1/allowances", { query: { a: "a/1 ü", b: "b" } })).toEqual({
      taken: true,
    });
    expect(await client.call("DELETE /v1/creatives/:id", { params: { id: "b" } })).toBeUndefined();
  });

  it("asks what the ad list says", async () => {
    const { words, lines } = await client.call("GET /v1/status", { query: { word: "素材待优化" } });
    expect([words[0]?.word, lines[0]?.traffic]).toEqual(["素材待优化", "held-back"]);
  });

  it("follows a list and a batch as they come", async () => {
    const batch = await client.call("POST /v1/batches", {
      body: { action: "add", items: [{ path: "fractal.mp4", id: "f" }, { path: "none.mp4" }] },
    });
    const events: BatchEvent[] = [];
    for await (const event of client.batchEvents(batch.id)) events.push(event);
    expect(
      events.map((event) => (event.type === "item" ? event.item.outcome : event.batch.state)).sort(),
    ).toEqual(["added", "done", "failed"]);
    const ids: (string | undefined)[] = [];
    for await (const { id } of client.creatives({ since: "2020-01-01T00:00:00Z" })) ids.push(id);
    expect(ids).toEqual(["a/1 ü", "f"]);
    for await (const { id } of client.creatives({ account: "4711" })) {
      expect(id).toBe("a/1 ü");
      break;
    }
  });

  it("lets nothing be asked that the service would refuse for its form", () => {
    const wrong = [
      // @ts-expect-error what is added has an id
      () => client.call("POST /v1/check-and-add", { query: {}, body: new Blob() }),
      // @ts-expect-error which one?
      () => client.call("GET /v1/creatives/:id"),
      // @ts-expect-error there is no such field
      () => client.call("GET /v1/accounts", { query: { since: "2026-01-01" } }),
      // @ts-expect-error there is no such route
      () => client.call("GET /v1/nothing"),
    ];
    expect(wrong).toHaveLength(4);
  });

  it("says why the service said no", async () => {
    const missing = client.call("GET /v1/creatives/:id", { params: { id: "none" } });
    await expect(missing).rejects.toBeInstanceOf(ServiceError);
    await expect(missing).rejects.toMatchObject({
      status: 404,
      code: "CREATIVE_NOT_FOUND",
      remedy: expect.stringContaining("List"),
      requestId: expect.any(String),
    });
    const stranger = new ServiceClient({ url: service.url, language: "zh" });
    await expect(stranger.call("GET /v1/groups")).rejects.toMatchObject({
      status: 401,
      code: "TOKEN_INVALID",
    });
    const chinese = new ServiceClient({ url: service.url, token, language: "zh" });
    await expect(chinese.call("GET /v1/accounts/:account", { params: { account: "x" } })).rejects.toThrow(
      /账户/,
    );
    const given = AbortSignal.abort(new Error("changed my mind"));
    await expect(client.call("GET /v1/groups", { signal: given })).rejects.toThrow("changed my mind");
  });
});
