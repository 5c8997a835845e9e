import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderVideo } from "../scan/small-videos.js";
import { runCli } from "./run-cli.js";

const home = temporaryFolder();
const folder = join(home, "ads");
const [original, edit, other] = ["a.mp4", "edit.mp4", "other.mp4"].map((name) => join(folder, name));

beforeAll(() => {
  renderVideo(folder, "a.mp4", "fractal");
  renderVideo(folder, "edit.mp4", "fractal", "-vf", "eq=brightness=0.08");
  renderVideo(folder, "other.mp4", "life");
});

describe("samecut compare", () => {
  it("explains a similar pair and exits 1", async () => {
    const { status, stdout } = await runCli(home, "compare", original, edit);
    expect(status).toBe(1);
    for (const heading of ["Rules", "The same footage", "What to change"]) expect(stdout).toContain(heading);
  });

  it("explains a distinct pair too and exits 0", async () => {
    const { status, stdout } = await runCli(home, "compare", original, other);
    expect(status).toBe(0);
    expect(stdout).toContain("distinct");
  });

  it("writes the verdict as JSON", async () => {
    const { stdout } = await runCli(home, "compare", original, edit, "--json", "-");
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "samecut.comparison/1",
      a: { path: original },
      verdict: { grade: expect.any(String) },
    });
  });
});

describe("samecut allow", () => {
  it("leaves a pair out of scans, counts it, and can be taken back", async () => {
    const scan = async () => JSON.parse((await runCli(home, "scan", folder, "--json", "-")).stdout);
    expect((await scan()).summary).toMatchObject({ pairs: 1, allowed: 0 });
    expect((await runCli(home, "allow", original, edit, "--reason", "two agencies")).status).toBe(0);
    expect((await scan()).summary).toMatchObject({ pairs: 0, groups: 0, allowed: 1 });
    expect((await runCli(home, "disallow", edit, original)).stdout).toContain("reported again");
    expect((await scan()).summary).toMatchObject({ pairs: 1, allowed: 0 });
    expect((await runCli(home, "disallow", edit, original)).stdout).toContain("were not allowed");
  });

  it("refuses a file and itself", async () => {
    const { status, stderr } = await runCli(home, "allow", original, original);
    expect({ status, told: stderr.includes("same content") }).toEqual({ status: 2, told: true });
  });
});

describe("samecut doctor", () => {
  it("finds everything that these tests need", async () => {
    const { status, stdout } = await runCli(home, "doctor");
    expect({ status, complaints: stdout.includes("!!") }).toEqual({ status: 0, complaints: false });
    expect(stdout).toContain("H.264");
    const chinese = await runCli(home, "doctor", "--lang", "zh");
    expect(chinese.stdout).toContain("素材库与索引");
    expect(chinese.stdout).not.toMatch(/works|reading|sandbox:|network/);
  });
});
