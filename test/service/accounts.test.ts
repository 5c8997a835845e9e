import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newToken } from "../../src/service/index.js";
import { lavfi, render, temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { type ServedFolder, serveFolder } from "./serve-folder.js";

const ads = temporaryFolder();
const tokens = { acme: newToken(), agency: newToken(), reader: newToken(), owner: newToken() };
const bearer = (name: keyof typeof tokens) => ({ authorization: `Bearer ${tokens[name].token}` });
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
let service: ServedFolder;

const ask = (by: keyof typeof tokens, method: string, route: string, body?: Uint8Array | object) =>
  service.ask(method, route, { headers: bearer(by), ...(body === undefined ? {} : { body }) });

beforeAll(async () => {
  const clip = readFileSync(renderVideo(ads, "pattern.mp4", "pattern"));
  const other = readFileSync(renderVideo(ads, "fractal.mp4", "fractal"));
  const { acme, agency, reader, owner } = tokens;
  service = await serveFolder(() => ({
    tokens: [
      { name: "acme", sha256: acme.sha256, scopes: ["read", "write"], accounts: ["acme"] },
      { name: "agency", sha256: agency.sha256, scopes: ["read", "write"], accounts: ["r1", "r2"] },
      { name: "reader", sha256: reader.sha256, scopes: ["read"], accounts: ["acme"] },
      { name: "owner", sha256: owner.sha256, scopes: ["read", "write"], accounts: "all" },
    ],
  }));
  await ask("agency", "POST", `/v1/creatives?id=first&account=r1&uploadedAt=${daysAgo(30)}`, clip);
  await ask("acme", "POST", "/v1/creatives?id=original", other);
  // Compared within its own account only, so it passes.
  const passed = await ask("acme", "POST", "/v1/check-and-add?id=carried&reach=account", clip);
  expect(passed.body).toMatchObject({ outcome: "added", matches: [] });
});
afterAll(() => service[Symbol.asyncDispose]());

describe("the account view", () => {
  it("knows carried-over content that was checked within one account only, and not whose it is", async () => {
    const { status, body } = await ask("acme", "GET", "/v1/accounts/acme");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      account: "acme",
      level: "severe",
      recent: { creatives: 2, carriedOver: 1, similarShare: 0.5 },
      similar: [
        {
          id: "carried",
          standing: "carried-over",
          heldBack: true,
          repeats: { own: false, grade: "identical" },
        },
      ],
      next: [{ kind: "lower-share", facts: { replace: 1 } }, { kind: "carried-over" }, {}],
    });
    expect(JSON.stringify(body)).not.toMatch(/r1|first"/);
    expect(body.next[0].text).toMatch(/replace/i);
    const own = await ask("owner", "GET", "/v1/accounts/acme");
    expect(own.body.similar[0].repeats).toMatchObject({ own: true, id: "first", account: "r1" });
  });

  it("tells what may count as poor design, from the check on", async () => {
    const source = lavfi("mandelbrot", "size=160x284:rate=10,gblur=sigma=12:steps=3");
    const blurred = readFileSync(render(join(ads, "blurred.mp4"), ...source, "-t", "2"));
    const checked = await ask("agency", "POST", "/v1/check", blurred);
    expect(checked.body.creative.designNotes).toEqual(["blurred"]);
    await ask("agency", "POST", "/v1/creatives?id=soft&account=r2", blurred);
    const { poorDesign, next } = (await ask("agency", "GET", "/v1/accounts/r2")).body;
    expect(poorDesign).toMatchObject([{ id: "soft", notes: ["blurred"], recent: true }]);
    expect(next).toMatchObject([{ kind: "poor-design", text: expect.stringContaining("blurred") }]);
    expect((await ask("agency", "DELETE", "/v1/creatives/soft")).status).toBe(204);
  });

  it("is told of the caller's accounts only, and in Chinese", async () => {
    const listed = async (by: keyof typeof tokens) =>
      (await ask(by, "GET", "/v1/accounts")).body.accounts.map((each: { account: string }) => each.account);
    expect(await listed("acme")).toEqual(["acme"]);
    expect(await listed("agency")).toEqual(["r1"]);
    expect(await listed("owner")).toEqual(["acme", "r1"]);
    expect(await ask("agency", "GET", "/v1/accounts/acme")).toMatchObject({
      status: 404,
      body: { error: { code: "ACCOUNT_NOT_FOUND" } },
    });
    const chinese = await service.ask("GET", "/v1/accounts/acme", {
      headers: { ...bearer("acme"), "accept-language": "zh-CN" },
    });
    expect(chinese.body.next[0].text).toMatch(/原创/);
  });

  it("looks back to a moment", async () => {
    const before = await ask("acme", "GET", `/v1/accounts?asOf=${daysAgo(10).slice(0, 10)}`);
    expect(before.body).toMatchObject({ accounts: [] });
    expect((await ask("acme", "GET", "/v1/accounts?asOf=yesterday")).status).toBe(400);
  });

  it("goes by the settings of the service", async () => {
    await expect(serveFolder(() => ({ account: { recentDays: 0 } }))).rejects.toMatchObject({
      code: "SETTING_INVALID",
      detail: expect.stringContaining("recentDays"),
    });
  });
});

describe("exemptions", () => {
  it("are made, told, in force and taken back by whom they concern", async () => {
    const rule = { kind: "takedown", creative: "original", reason: "restored by the platform" };
    const made = await ask("acme", "POST", "/v1/exemptions", rule);
    expect(made).toMatchObject({ status: 200, body: { id: "e1", ...rule } });
    const all = await ask("owner", "POST", "/v1/exemptions", {
      kind: "accounts",
      accounts: ["r1", "acme"],
      reason: "one customer, agreed with r1",
    });
    expect(all.body).toMatchObject({ id: "e2" });
    const { body } = await ask("acme", "GET", "/v1/accounts/acme");
    expect(body).toMatchObject({ level: "good", similar: [], exempt: [{ id: "carried" }] });
    // The rule's reason and the creative behind it are another account's as well.
    expect(JSON.stringify(body)).not.toMatch(/r1|first"/);
    const told = async (by: keyof typeof tokens) =>
      (await ask(by, "GET", "/v1/exemptions")).body.exemptions.map((each: { id: string }) => each.id);
    expect(await told("acme")).toEqual(["e1"]);
    expect(await told("agency")).toEqual([]);
    expect(await told("owner")).toEqual(["e1", "e2"]);
    expect((await ask("acme", "DELETE", "/v1/exemptions/e2")).status).toBe(404);
    expect((await ask("agency", "DELETE", "/v1/exemptions/e1")).status).toBe(404);
    const undone = await ask("owner", "DELETE", "/v1/exemptions/e2");
    expect(undone.body).toMatchObject({ id: "e2", undoneAt: expect.any(String) });
    expect((await ask("acme", "GET", "/v1/accounts/acme")).body).toMatchObject({ level: "severe" });
  });

  it("never touch accounts that are not the caller's", async () => {
    const reason = "because";
    for (const rule of [
      { kind: "customer", customer: "acme" },
      { kind: "accounts", accounts: ["acme", "r1"] },
    ])
      expect(await ask("acme", "POST", "/v1/exemptions", { ...rule, reason })).toMatchObject({
        status: 403,
        body: { error: { code: "ACCESS_DENIED" } },
      });
    const takedown = { kind: "takedown", creative: "first", reason };
    expect((await ask("acme", "POST", "/v1/exemptions", takedown)).status).toBe(404);
    const own = { kind: "accounts", accounts: ["r1", "r2"], reason };
    expect((await ask("agency", "POST", "/v1/exemptions", own)).status).toBe(200);
    expect(
      (await ask("reader", "POST", "/v1/exemptions", { ...takedown, creative: "original" })).status,
    ).toBe(403);
    expect((await ask("acme", "POST", "/v1/exemptions", { kind: "takedown", creative: "x" })).status).toBe(
      400,
    );
  });

  it("made at the same moment are all kept", async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        ask("owner", "POST", "/v1/exemptions", {
          kind: "customer",
          customer: `c${i}`,
          reason: "one of many",
        }),
      ),
    );
    const ids = made.map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(8);
    const { exemptions } = (await ask("owner", "GET", "/v1/exemptions")).body;
    expect(exemptions.map((each: { id: string }) => each.id)).toEqual(expect.arrayContaining(ids));
  });
});

describe("the matches of a creative of the library", () => {
  it("are told without an upload, in its window and reach", async () => {
    const matches = async (by: keyof typeof tokens, route: string) =>
      (await ask(by, "GET", `/v1/creatives/${route}`)).body.matches;
    expect(await matches("owner", "carried/matches")).toMatchObject([
      { earlier: true, creative: { id: "first" }, verdict: { grade: "identical" } },
    ]);
    expect(await matches("owner", "first/matches")).toMatchObject([
      { earlier: false, creative: { id: "carried" } },
    ]);
    expect(await matches("owner", "carried/matches?windowDays=7")).toEqual([]);
    expect(await matches("owner", "carried/matches?reach=account")).toEqual([]);
    expect(await matches("owner", "original/matches")).toEqual([]);
    const hidden = await matches("acme", "carried/matches");
    expect(hidden).toMatchObject([{ creative: { own: false } }]);
    expect(JSON.stringify(hidden)).not.toMatch(/r1|first"/);
    expect((await ask("acme", "GET", "/v1/creatives/first/matches")).status).toBe(404);
  });
});
