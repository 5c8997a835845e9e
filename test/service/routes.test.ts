import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { type ServedFolder, serveFolder } from "./serve-folder.js";

const ads = temporaryFolder();
let service: ServedFolder;
let pattern: Buffer;
let fractal: Buffer;

beforeAll(async () => {
  pattern = readFileSync(renderVideo(ads, "pattern.mp4", "pattern"));
  fractal = readFileSync(renderVideo(ads, "fractal.mp4", "fractal"));
  service = await serveFolder(() => ({ roots: [ads] }));
});
afterAll(() => service[Symbol.asyncDispose]());

describe("the service", () => {
  it("adds an upload once, and refuses what is like it", async () => {
    const asked = "/v1/check-and-add?id=a&account=acme&label=spring&label=sale&name=first.mp4";
    const added = await service.ask("POST", asked, { body: pattern });
    expect(added).toMatchObject({
      status: 200,
      body: {
        outcome: "added",
        creative: { own: true, id: "a", account: "acme", labels: ["spring", "sale"], path: "first.mp4" },
        matches: [],
      },
    });
    expect((await service.ask("POST", asked, { body: pattern })).body).toMatchObject({ outcome: "present" });
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(pattern)]), "other name.mp4");
    const refused = await service.ask("POST", "/v1/check-and-add?id=b", { body: form });
    expect(refused.body).toMatchObject({
      outcome: "refused",
      refusedFor: [{ creative: { id: "a" }, verdict: { grade: "identical" } }],
    });
  });

  it("takes an empty number for none: as 0, everything would match", async () => {
    for (const asked of [
      "/v1/check?threshold=",
      "/v1/check-and-add?id=z&refuseFrom=",
      "/v1/check?threshold=%20",
    ])
      expect((await service.ask("POST", asked, { body: fractal })).status, asked).toBe(400);
  });

  it("answers an address that cannot be read like any other mistake", async () => {
    expect(await service.ask("GET", "/v1/creatives/%E0%A4%A")).toMatchObject({
      status: 400,
      body: { error: { code: "REQUEST_INVALID", requestId: expect.any(String) } },
    });
    const page = await service.ask("GET", "/review/");
    expect(page.status).toBe(200);
    expect(page.body).toContain("<title>samecut</title>");
    expect(await service.ask("GET", "/review/none.js")).toMatchObject({ status: 404 });
  });

  it("checks a file of a root without adding it, and tells no path of its own", async () => {
    const checked = await service.ask("POST", "/v1/check", { body: { path: "pattern.mp4" } });
    expect(checked.body).toMatchObject({
      matches: [{ creative: { id: "a" } }],
      creative: { path: "pattern.mp4" },
    });
    expect(JSON.stringify(checked.body)).not.toContain(ads);
    const within = await service.ask("POST", "/v1/check?account=other&reach=account", { body: pattern });
    expect(within.body).toMatchObject({ matches: [] });
    expect((await service.ask("GET", "/v1/creatives")).body.trim().split("\n")).toHaveLength(1);
  });

  it("adds whatever it is like, lists, gets, groups, compares and finds the nearest", async () => {
    const again = await service.ask("POST", "/v1/creatives?id=c&customer=acme", { body: pattern });
    expect(again.body).toMatchObject({ added: true, matches: [{ creative: { id: "a" } }] });
    await service.ask("POST", "/v1/creatives?id=d", { body: fractal });
    expect((await service.ask("GET", "/v1/creatives/c")).body).toMatchObject({ id: "c", customer: "acme" });
    const listed = await service.ask("GET", "/v1/creatives?customer=acme");
    expect(listed.body.trim().split("\n").map(JSON.parse)).toMatchObject([{ id: "c" }]);
    const { groups } = (await service.ask("GET", "/v1/groups")).body;
    expect(groups).toMatchObject([{ first: { id: "a" }, members: [{ id: "a" }, { id: "c" }] }]);
    const compared = await service.ask("POST", "/v1/compare", { body: { a: "a", b: "c" } });
    expect(compared.body).toMatchObject({ verdict: { grade: "identical" } });
    const nearest = await service.ask("GET", "/v1/creatives/a/nearest?k=1");
    expect(nearest.body).toMatchObject({ nearest: [{ creative: { id: "c" } }] });
    expect((await service.ask("POST", "/v1/nearest?k=3", { body: fractal })).body.nearest).toHaveLength(3);
  });

  it("allows a pair, takes it back, and removes", async () => {
    const allowed = await service.ask("PUT", "/v1/allowances", { body: { a: "a", b: "c", reason: "fine" } });
    expect(allowed.status).toBe(204);
    expect((await service.ask("GET", "/v1/groups")).body).toEqual({ groups: [] });
    expect((await service.ask("DELETE", "/v1/allowances?a=a&b=c")).body).toEqual({ taken: true });
    expect((await service.ask("DELETE", "/v1/creatives/c")).status).toBe(204);
    expect(await service.ask("GET", "/v1/creatives/c")).toMatchObject({
      status: 404,
      body: { error: { code: "CREATIVE_NOT_FOUND" } },
    });
  });

  it("works through a batch and tells of it as it goes", async () => {
    const items = [{ path: "pattern.mp4" }, { path: "fractal.mp4", id: "d" }, { path: "missing.mp4" }];
    const begun = await service.ask("POST", "/v1/batches", { body: { action: "check-and-add", items } });
    expect(begun).toMatchObject({ status: 202, body: { state: "running", total: 3 } });
    const route = `/v1/batches/${begun.body.id}`;
    const { body, headers } = await service.ask("GET", `${route}/events`);
    expect(headers.get("content-type")).toContain("text/event-stream");
    const events = String(body).trim().split("\n\n");
    expect(events.at(-1)).toMatch(/^event: end\ndata: .*"state":"done"/);
    const told = events.slice(0, -1).map((event) => JSON.parse(event.slice(event.indexOf("data: ") + 6)));
    const byPath = Object.fromEntries(told.map(({ path, outcome, error }) => [path, error ?? outcome]));
    expect(byPath).toEqual({
      "pattern.mp4": "refused",
      "fractal.mp4": "present",
      "missing.mp4": "FILE_NOT_FOUND",
    });
    const rest = await service.ask("GET", `${route}/events`, { headers: { "last-event-id": "1" } });
    expect(String(rest.body).match(/event: item/g)).toHaveLength(1);
  });

  it("describes itself, and counts", async () => {
    const { body } = await service.ask("GET", "/docs/json");
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        "/v1/check",
        "/v1/check-and-add",
        "/v1/creatives/{id}",
        "/v1/batches/{id}/events",
      ]),
    );
    // Of each route that takes a creative, how it is sent: the page can then try it.
    for (const route of ["/v1/check", "/v1/check-and-add", "/v1/creatives", "/v1/nearest"]) {
      const { content } = body.paths[route].post.requestBody;
      expect(content["video/*"]).toEqual({ schema: { type: "string", format: "binary" } });
      expect(content["multipart/form-data"].schema.required).toEqual(["file"]);
      expect(content["application/json"].schema.required).toEqual(["path"]);
    }
    const { parameters } = body.paths["/v1/check-and-add"].post;
    const refuseFrom = parameters.find(({ name }: { name: string }) => name === "refuseFrom");
    expect(refuseFrom.schema.anyOf).toContainEqual(expect.objectContaining({ type: "number", maximum: 1 }));
    expect((await service.ask("GET", "/docs/")).body).toContain("swagger");
    for (const route of ["/healthz", "/readyz"])
      expect(await service.ask("GET", route)).toMatchObject({ status: 200, body: { status: "ok" } });
    const { body: figures } = await service.ask("GET", "/metrics");
    expect(figures).toMatch(/samecut_creatives_total\{outcome="refused"\} [1-9]/);
    expect(figures).toMatch(
      /samecut_http_answer_seconds_count\{method="POST",route="\/v1\/check",status="200"\}/,
    );
  });

  it("logs every request with the id that its answer has", async () => {
    const { headers } = await service.ask("GET", "/healthz");
    const id = headers.get("x-request-id");
    expect(service.log.filter((line) => line.includes(String(id))).length).toBeGreaterThan(0);
  });
});
