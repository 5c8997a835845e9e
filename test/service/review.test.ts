import { copyFileSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newToken, startService } from "../../src/service/index.js";
import { PlaybackTickets } from "../../src/service/review/playback-tickets.js";
import { renderVideo } from "../scan/small-videos.js";
import { askService, type ServedFolder, serveFolder } from "./serve-folder.js";

const [all, agency, reader] = [newToken(), newToken(), newToken()];
const as = ({ token }: { readonly token: string }) => ({ headers: { authorization: `Bearer ${token}` } });

const tokens = [
  { name: "all", sha256: all.sha256, scopes: ["read", "write"], accounts: "all" },
  { name: "agency", sha256: agency.sha256, scopes: ["read", "write"], accounts: ["8000"] },
  { name: "reader", sha256: reader.sha256, scopes: ["read"], accounts: "all" },
] as const;

/** A service with one root, and a file outside of it. */
async function served(): Promise<ServedFolder & { readonly ads: string }> {
  const service = await serveFolder((folder) => {
    mkdirSync(join(folder, "ads"));
    return { roots: [join(folder, "ads")], tokens: [...tokens].map((token) => ({ ...token })) };
  });
  return Object.assign(service, { ads: join(service.folder, "ads") });
}

/** Adds a file's content under an id, with whatever is said to be its path. */
function add(service: ServedFolder, file: string, id: string, name: string, account: string) {
  const query = new URLSearchParams({ id, name, account });
  return service.ask("POST", `/v1/creatives?${query}`, { body: readFileSync(file), ...as(all) });
}

describe("what the review page asks the service", () => {
  it("plays a creative's own file from a root, in parts, and nothing else", async () => {
    await using service = await served();
    const outside = renderVideo(service.folder, "outside.mp4", "pattern");
    copyFileSync(outside, join(service.ads, "same.mp4"));
    renderVideo(service.ads, "changed.mp4", "fractal");
    symlinkSync(outside, join(service.ads, "link.mp4"));
    const named = ["same.mp4", "changed.mp4", "link.mp4", "../outside.mp4", outside, "gone.mp4"];
    for (const [place, name] of named.entries()) await add(service, outside, `c${place}`, name, "4711");
    const answers = [];
    for (const place of named.keys())
      answers.push(await service.ask("POST", `/v1/creatives/c${place}/playback`, as(all)));
    expect(answers.map(({ status }) => status)).toEqual(named.map(() => 200));
    expect(answers.map(({ body }) => "url" in body)).toEqual([true, false, false, false, false, false]);

    const { url } = answers[0]?.body ?? {};
    const part = await service.ask("GET", url, { headers: { range: "bytes=10-19" } });
    expect([part.status, part.headers.get("content-type")]).toEqual([206, "video/mp4"]);
    expect(part.body).toBe(readFileSync(outside).subarray(10, 20).toString());
    expect((await service.ask("GET", `${url}x`)).status).toBe(404);
    expect((await service.ask("GET", "/review/files/..%2f..%2foutside.mp4")).status).toBe(404);
    expect((await service.ask("POST", "/v1/creatives/c0/playback", as(agency))).status).toBe(404);
  });

  it("tells others' creatives by no id, path, account or digest, wherever they stand", async () => {
    await using service = await served();
    const original = renderVideo(service.folder, "secret.mp4", "pattern");
    const repeat = renderVideo(service.folder, "repeat.mp4", "pattern", "-vf", "hflip");
    await add(service, original, "secret-id", "secret.mp4", "4711");
    await add(service, repeat, "repeat-id", "repeat.mp4", "8000");
    const glance = await service.ask("GET", "/v1/review", as(agency));
    expect(glance.body).toMatchObject({ creatives: 1, repeats: 1, groups: 1, accounts: ["8000"] });
    expect(glance.body).toMatchObject({ originals: 0, firstPublishes: 0 });
    const listed = await service.ask("GET", "/v1/review/pairs", as(agency));
    const [pair] = listed.body.items;
    expect(pair).toMatchObject({ a: expect.stringMatching(/^#[0-9a-f]{8}$/), b: "repeat-id" });
    const groups = await service.ask("GET", "/v1/review/groups", as(agency));
    expect(groups.body.items).toMatchObject([{ first: pair.a, size: 2, repeats: [{ id: "repeat-id" }] }]);
    const sides = new URLSearchParams({ a: pair.a, b: pair.b });
    const one = await service.ask("GET", `/v1/review/pair?${sides}`, as(agency));
    expect(one.body.pair).toEqual(pair);
    const hidden = await service.ask("GET", "/v1/review/pair?a=secret-id&b=repeat-id", as(agency));
    expect(hidden.body).toEqual({ creatives: [] });
    const accounts = await service.ask("GET", "/v1/review/accounts", as(agency));
    // What they may not see they cannot look for either.
    for (const query of ["account=4711", "search=secret"])
      expect((await service.ask("GET", `/v1/review/pairs?${query}`, as(agency))).body.total).toBe(0);
    const found = await service.ask("GET", "/v1/review/creatives?search=e", as(agency));
    expect(found.body.found).toEqual(["repeat-id"]);
    expect(found.body.pairs[0].a).toBe(pair.a);
    const selected = [pair, { a: pair.b, b: pair.a }, { a: "secret-id", b: "repeat-id" }];
    const body = { format: "json", pairs: selected.map(({ a, b }) => ({ a, b })) };
    const exported = await service.ask("POST", "/v1/review/export", { body, ...as(agency) });
    expect(exported.body.pairs).toHaveLength(1);
    expect(exported.headers.get("samecut-pairs-gone")).toBe("1");
    const told = JSON.stringify(
      [glance, listed, groups, one, hidden, accounts, found, exported].map(({ body }) => body),
    );
    expect(told).not.toMatch(/secret|4711/);
    expect((await service.ask("GET", "/v1/creatives/secret-id/filmstrip", as(agency))).status).toBe(404);
    // Naming another's creative beside one's own tells no more of it than naming one that is not there.
    const [beside, besideNothing] = [
      await service.ask("GET", "/v1/creatives/repeat-id/filmstrip?beside=secret-id", as(agency)),
      await service.ask("GET", "/v1/creatives/repeat-id/filmstrip?beside=nobody", as(agency)),
    ];
    expect(beside.body).toEqual(besideNothing.body);
  });

  it("names others' creatives the same after a restart: links and selections with such names hold", async () => {
    await using service = await served();
    const original = renderVideo(service.folder, "secret.mp4", "pattern");
    const repeat = renderVideo(service.folder, "repeat.mp4", "pattern", "-vf", "hflip");
    await add(service, original, "secret-id", "secret.mp4", "4711");
    await add(service, repeat, "repeat-id", "repeat.mp4", "8000");
    const before = await service.ask("GET", "/v1/review/pairs", as(agency));
    await service.close();
    const again = await startService(
      {
        library: join(service.folder, "library"),
        port: 0,
        tokens: [...tokens].map((token) => ({ ...token })),
      },
      { log: { write: () => {} } },
    );
    const after = await askService(again.url, "GET", "/v1/review/pairs", as(agency));
    await again.close();
    expect(after.body.items[0].a).toBe(before.body.items[0].a);
    expect(statSync(join(service.folder, "library", "others-names.key")).mode & 0o077).toBe(0);
  });

  it("corrects a date for callers who may write, of their own creatives", async () => {
    await using service = await served();
    const file = renderVideo(service.folder, "ad.mp4", "pattern");
    await add(service, file, "ad", "ad.mp4", "4711");
    const body = { uploadedAt: "2025-01-02T03:04:05Z" };
    const ask = (token: typeof all) => service.ask("PATCH", "/v1/creatives/ad", { body, ...as(token) });
    expect((await ask(reader)).status).toBe(403);
    expect((await ask(agency)).status).toBe(404);
    expect((await ask(all)).body).toMatchObject({ id: "ad", uploadedAt: "2025-01-02T03:04:05.000Z" });
    const undated = await service.ask("PATCH", "/v1/creatives/ad", {
      body: { uploadedAt: null },
      ...as(all),
    });
    expect(undated.body.uploadedAt).toBeUndefined();
  });

  it("serves the page to all, under a policy that allows nothing inline and nothing from elsewhere", async () => {
    await using service = await served();
    const page = await service.ask("GET", "/review");
    expect(page.status).toBe(200);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(page.body).not.toMatch(/<script(?![^>]* src=)|<style|style=|sct_/);
    expect((await service.ask("GET", "/v1/review")).status).toBe(401);
    expect((await service.ask("GET", "/review/assets/..%2f..%2freport.html")).status).toBe(404);
  });

  it("names no path of the machine when a check fails", async () => {
    await using service = await served();
    const words = join(service.folder, "words");
    writeFileSync(words, "words");
    const { status, body } = await service.ask("POST", "/v1/review/check?name=words.mp4", {
      body: readFileSync(words),
      ...as(reader),
    });
    expect([status, body]).toEqual([200, expect.stringContaining("FORMAT_UNSUPPORTED")]);
    expect(body).not.toContain("/tmp");
  });
});

describe("tickets of a player", () => {
  it("open their file for an hour", () => {
    const tickets = new PlaybackTickets();
    const ticket = tickets.issue("/ads/a.mp4", 0);
    expect(tickets.fileOf(ticket, 3_599_000)).toBe("/ads/a.mp4");
    expect(tickets.fileOf(ticket, 3_601_000)).toBeUndefined();
    expect(tickets.fileOf("guess", 0)).toBeUndefined();
  });

  it("are kept in bounds, the newest first", () => {
    const tickets = new PlaybackTickets();
    const [first, ...others] = Array.from({ length: 1_001 }, () => tickets.issue("/ads/a.mp4", 0));
    expect(tickets.fileOf(first ?? "", 1)).toBeUndefined();
    expect(others.every((ticket) => tickets.fileOf(ticket, 1) === "/ads/a.mp4")).toBe(true);
  });
});
