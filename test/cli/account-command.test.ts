import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { runCli } from "./run-cli.js";

const home = temporaryFolder();
const ON = ["--library", join(home, "library")];
const THEN = ["--as-of", "2026-11-22"];

const run = (...args: string[]) => runCli(home, ...args);
const figures = async (...args: string[]) => {
  const { status, stdout } = await run("account", ...args, ...ON, ...THEN, "--json", "-");
  return { status, ...JSON.parse(stdout) };
};

beforeAll(async () => {
  const ads = join(home, "ads");
  renderVideo(ads, "first.mp4", "fractal");
  renderVideo(ads, "repeat.mp4", "fractal", "-vf", "eq=brightness=0.08");
  renderVideo(ads, "other.mp4", "life");
  const manifest = join(home, "manifest.csv");
  writeFileSync(
    manifest,
    "path,account,uploadedAt\nfirst.mp4,8000,2026-10-01\nrepeat.mp4,4711,2026-11-20\nother.mp4,4711,2026-11-21\n",
  );
  expect((await run("library", "add", ads, "--manifest", manifest, ...ON)).status).toBe(0);
});

describe("samecut account", () => {
  it("tells the level, what is held back and what to do, in both languages", async () => {
    const { status, stdout } = await run("account", "4711", ...ON, ...THEN);
    expect(status).toBe(1);
    for (const part of ["severe, orange warning", "1 of 2 new creatives", "低质素材影响投放", "What to do"])
      expect(stdout).toContain(part);
    expect(stdout).not.toContain("Account 8000");
    const chinese = await run("account", "4711", ...ON, ...THEN, "--lang", "zh");
    for (const part of ["严重，橙色预警", "搬运", "怎么办"]) expect(chinese.stdout).toContain(part);
  });

  it("writes JSON and CSV for programs", async () => {
    expect(await figures()).toMatchObject({
      status: 1,
      schema: "samecut.account/1",
      asOf: "2026-11-22T00:00:00.000Z",
      accounts: [{ account: "4711", recent: { similarShare: 0.5 } }, { account: "8000" }],
    });
    const csv = await run("account", ...ON, ...THEN, "--csv", "-");
    const rows = parse(csv.stdout, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ account, creative, held_back }) => [account, creative, held_back])).toEqual([
      ["4711", "repeat.mp4", "true"],
      ["8000", "", ""],
    ]);
  });

  it("takes weights, breaks and windows from a file, and names a field it does not know", async () => {
    const settings = join(home, "settings.json");
    writeFileSync(settings, JSON.stringify({ levelBreaks: { serious: 0.5, severe: 0.6 } }));
    expect((await figures("--settings", settings)).accounts[0].level).toBe("serious");
    writeFileSync(settings, JSON.stringify({ levelBreak: {} }));
    const { status, stderr } = await run("account", "--settings", settings, ...ON);
    expect([status, stderr]).toEqual([2, expect.stringContaining('there is no setting "levelBreak"')]);
  });

  it("refuses an account that nobody has", async () => {
    const { status, stderr } = await run("account", "nobody", ...ON);
    expect([status, stderr]).toEqual([2, expect.stringContaining("ACCOUNT_NOT_FOUND")]);
  });
});

describe("samecut exempt", () => {
  it("exempts accounts of one customer until it is taken back", async () => {
    const exempted = await run("exempt", "accounts", "4711", "8000", "--reason", "one customer", ...ON);
    expect([exempted.status, exempted.stdout]).toEqual([0, expect.stringContaining("one customer")]);
    expect(await figures("4711")).toMatchObject({
      status: 0,
      accounts: [{ level: "good", exempt: [{ id: "repeat.mp4", exemption: { reason: "one customer" } }] }],
    });
    expect((await run("exempt", "undo", "e1", ...ON)).status).toBe(0);
    expect(await figures("4711")).toMatchObject({ status: 1, accounts: [{ level: "severe", exempt: [] }] });
    const listed = await run("exempt", "list", "--json", ...ON);
    expect(JSON.parse(listed.stdout)).toMatchObject([{ id: "e1", undoneAt: expect.any(String) }]);
  });

  it("exempts no creative that the library does not have, and nothing without a reason", async () => {
    const unknown = await run("exempt", "takedown", "nobody", "--reason", "why", ...ON);
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining("CREATIVE_NOT_FOUND")]);
    expect((await run("exempt", "takedown", "first.mp4", ...ON)).status).toBe(2);
  });
});
