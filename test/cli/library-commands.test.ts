import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { REPORT_CONTRACT } from "./report-contract.js";
import { runCli } from "./run-cli.js";

const home = temporaryFolder();
const delivered = join(home, "delivered");
const fresh = join(home, "fresh");
const library = join(home, "library");

beforeAll(() => {
  renderVideo(delivered, "a.mp4", "fractal");
  renderVideo(delivered, "b.mp4", "life");
  renderVideo(fresh, "again.mp4", "fractal", "-vf", "eq=brightness=0.08");
  renderVideo(fresh, "new.mp4", "pattern");
});

describe("samecut library and check", () => {
  it("adds, lists, checks, finds the nearest, verifies and removes", async () => {
    const on = ["--library", library];
    expect((await runCli(home, "library", "add", delivered, ...on)).status).toBe(0);
    const listed = await runCli(home, "library", "list", "--json", ...on);
    expect(
      listed.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(["a.mp4", "b.mp4"]);

    const checked = await runCli(home, "check", join(fresh, "again.mp4"), "--json", "-", ...on);
    expect(checked.status).toBe(1);
    const report = REPORT_CONTRACT.parse(JSON.parse(checked.stdout));
    expect(report.pairs).toMatchObject([{ a: "library:a.mp4", b: "again.mp4" }]);
    expect((await runCli(home, "check", join(fresh, "new.mp4"), ...on)).status).toBe(0);

    // A date is about the library: tomorrow, nothing of it is left, and nothing is told of the new file.
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const dated = [join(fresh, "again.mp4"), "--since", tomorrow, "--json", "-"];
    const later = JSON.parse((await runCli(home, "check", ...dated, ...on)).stdout);
    expect(later).toMatchObject({ pairs: [], creatives: [{ id: "again.mp4" }] });
    expect(later.selection).toBeUndefined();

    // A re-upload of what was delivered, under its own name.
    const again = await runCli(home, "check", join(delivered, "a.mp4"), "--json", "-", ...on);
    expect(JSON.parse(again.stdout).pairs).toMatchObject([
      { a: "library:a.mp4", b: "a.mp4", grade: "identical" },
    ]);

    const nearest = await runCli(home, "nearest", join(fresh, "new.mp4"), "-k", "2", "--json", "-", ...on);
    expect(JSON.parse(nearest.stdout).nearest).toHaveLength(2);
    expect((await runCli(home, "library", "verify", ...on)).status).toBe(0);
    expect((await runCli(home, "library", "remove", "a.mp4", ...on)).status).toBe(0);
    expect((await runCli(home, "check", join(fresh, "again.mp4"), ...on)).status).toBe(0);
  });

  it("pictures what was delivered though its file is nowhere to be found", async () => {
    const on = ["--library", join(home, "pictured")];
    await runCli(home, "library", "add", delivered, ...on);
    const checked = await runCli(home, "check", join(fresh, "again.mp4"), "--html", "-", ...on);
    const data = JSON.parse(/id="page-data">(.*?)<\/script>/s.exec(checked.stdout)?.[1] ?? "");
    expect(Object.keys(data.filmstrips).sort()).toEqual(["again.mp4", "library:a.mp4"]);
    const stored = Buffer.from(data.filmstrips["library:a.mp4"].image, "base64");
    // Drawn from the fingerprint: it shows something, and that in grey.
    const { channels, entropy } = await sharp(stored).stats();
    const means = channels.map(({ mean }) => mean);
    expect(entropy).toBeGreaterThan(1);
    expect(Math.max(...means) - Math.min(...means)).toBeLessThan(3);
  });

  it("exports and imports", async () => {
    const [from, to, file] = [join(home, "from"), join(home, "to"), join(home, "library.jsonl")];
    await runCli(home, "library", "add", delivered, "--library", from);
    await runCli(home, "exempt", "customer", "acme", "--reason", "two agencies", "--library", from);
    expect((await runCli(home, "library", "export", file, "--library", from)).status).toBe(0);
    const imported = await runCli(home, "library", "import", file, "--library", to);
    expect(imported).toMatchObject({ status: 0, stdout: expect.stringMatching(/2 added.* 1 exemption,/) });
    const listed = await runCli(home, "exempt", "list", "--json", "--library", to);
    expect(JSON.parse(listed.stdout)).toMatchObject([{ customer: "acme", reason: "two agencies" }]);
    writeFileSync(file, "no export\n");
    expect((await runCli(home, "library", "import", file, "--library", to)).status).toBe(2);
  });

  it("tells where there is no library", async () => {
    mkdirSync(join(home, "void"));
    const { status, stderr } = await runCli(
      home,
      "check",
      join(fresh, "new.mp4"),
      "--library",
      join(home, "void"),
    );
    expect({ status, named: stderr.includes("LIBRARY_NOT_FOUND") }).toEqual({ status: 2, named: true });
  });
});

describe("samecut scan --library", () => {
  it("compares with the library, adds what was scanned, and does not meet itself the next time", async () => {
    const own = join(home, "own");
    const scan = async (folder: string) =>
      JSON.parse((await runCli(home, "scan", folder, "--library", own, "--json", "-")).stdout);
    expect((await scan(delivered)).pairs).toEqual([]);
    expect((await scan(delivered)).pairs).toEqual([]);
    const report = await scan(fresh);
    expect(report.pairs).toMatchObject([{ a: "library:a.mp4", b: "again.mp4" }]);
    expect(report.groups).toMatchObject([
      { first: "library:a.mp4", members: ["library:a.mp4", "again.mp4"] },
    ]);
  });
});
