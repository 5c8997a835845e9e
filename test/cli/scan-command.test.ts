import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { EXIT_STATUS } from "../../src/cli/exit-status.js";
import { temporaryFolder } from "../media/rendered-media.js";
import { renderSmallFolder, renderVideo } from "../scan/small-videos.js";
import { REPORT_CONTRACT } from "./report-contract.js";
import { runCli, startCli } from "./run-cli.js";

const home = temporaryFolder();
const folder = join(home, "ads");
const unlike = join(home, "unlike");

beforeAll(() => {
  renderSmallFolder(folder);
  renderVideo(folder, "ad-mirrored.mp4", "pattern", "-vf", "hflip");
  renderVideo(unlike, '-dash it\'s "q" 🎬.mp4', "fractal");
  renderVideo(unlike, "b.mp4", "life");
});

describe("samecut scan", () => {
  it("exits 1 when something is similar and writes reports that keep the contract", async () => {
    const [json, csv] = [join(home, "out", "report.json"), join(home, "out", "report.csv")];
    const { status, stdout, stderr } = await runCli(home, "scan", folder, "--json", json, "--csv", csv);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("rule 1 the same video again");
    const report = REPORT_CONTRACT.parse(JSON.parse(readFileSync(json, "utf8")));
    const ids = new Set(report.creatives.map(({ id }) => id));
    for (const { a, b } of report.pairs) expect([ids.has(a), ids.has(b)]).toEqual([true, true]);
    expect(report.pairs).toContainEqual(
      expect.objectContaining({ a: "ad.mp4", b: "ad-again.mp4", grade: "identical" }),
    );
    expect(parse(readFileSync(csv, "utf8"), { columns: true })).toHaveLength(report.pairs.length);
    // Nothing is left of the files the reports were written through.
    expect(readdirSync(join(home, "out")).sort()).toEqual(["report.csv", "report.json"]);
  });

  it("exits 0 when nothing is similar, whatever the files are called", async () => {
    const { status, stdout, stderr } = await runCli(home, "scan", unlike);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Nothing similar found.");
  });

  it("writes nothing but the report to stdout for -", async () => {
    const { stdout } = await runCli(home, "scan", unlike, "--json", "-");
    expect(REPORT_CONTRACT.parse(JSON.parse(stdout)).pairs).toEqual([]);
    const csv = await runCli(home, "scan", folder, "--csv", "-", "--lang", "zh");
    expect(csv.stdout).toMatch(/^group,a,b,/);
    expect(csv.stdout).toContain("规则1 重复上传");
  });

  it("writes a page with pictures of what is similar, and of nothing else", async () => {
    const { status, stdout } = await runCli(home, "scan", folder, "--html", "-", "--lang", "zh");
    expect(status).toBe(1);
    const data = JSON.parse(/id="page-data">(.*?)<\/script>/s.exec(stdout)?.[1] ?? "");
    expect(data).toMatchObject({ language: "zh", scan: { summary: { groups: 1 } } });
    const pictured = Object.keys(data.filmstrips).sort();
    expect(pictured).toEqual(["ad-again.mp4", "ad-mirrored.mp4", "ad.mp4"]);
    for (const { times, image } of Object.values<{ times: number[]; image: string }>(data.filmstrips)) {
      expect(times).toEqual([0.25, 0.75, 1.25, 1.75]);
      expect(Buffer.from(image, "base64").subarray(8, 12).toString()).toBe("WEBP");
    }
  });

  it("speaks Chinese when asked to", async () => {
    const { stdout } = await runCli(home, "scan", folder, "--lang", "zh");
    expect(stdout).toMatch(/第1组 · \d个素材/);
    expect(stdout).toContain("首发：ad.mp4");
  });

  it("says nothing with --quiet", async () => {
    expect(await runCli(home, "scan", folder, "--quiet")).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "",
    });
  });

  it("exits 2 when nothing is similar but a file could not be read, and says what to do", async () => {
    const bad = join(home, "bad");
    renderVideo(bad, "good.mp4", "life");
    writeFileSync(join(bad, "words.mp4"), "words");
    const { status, stdout } = await runCli(home, "scan", bad);
    expect(status).toBe(2);
    expect(stdout).toContain("FORMAT_UNSUPPORTED");
    expect(stdout).toContain("1 could not be read");
  });

  it.each([
    ["a folder that is not there", ["scan", "/nowhere"], "FILE_NOT_FOUND"],
    ["an unknown option", ["scan", ".", "--bogus"], "--bogus"],
    ["an unknown command", ["scna", "."], "Did you mean scan?"],
    ["a missing argument", ["scan"], "folder"],
    ["a number that is none", ["scan", ".", "--jobs", "many"], "whole number"],
    ["a threshold below the grades", ["scan", ".", "--threshold", "0.3"], "0.45 to 1"],
    ["a share above all", ["scan", ".", "--threshold", "120%"], "share"],
    ["two reports on stdout", ["scan", ".", "--json", "-", "--html", "-"], "only one report"],
  ])("exits 2 for %s, without a stack", async (_case, args, words) => {
    const { status, stdout, stderr } = await runCli(home, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it.each([
    ["an unknown option", ["scan", ".", "--bogus"], "没有选项--bogus"],
    ["an unknown command", ["scna", "."], "没有命令scna\n（您是否要用 scan？）"],
    ["a missing argument", ["compare", "a.mp4"], "缺少参数<b>"],
    ["a missing option", ["check", "a.mp4"], "必须给出选项--library <dir>"],
    ["a missing value", ["scan", "--json"], "选项--json <file>缺少取值"],
    ["too many arguments", ["compare", "a", "b", "c"], "compare的参数过多，应为2个，给出了3个。"],
    ["a number that is none", ["scan", ".", "--jobs", "many"], "的值“many”无效。请给出不小于1的整数。"],
    ["a number", ["scan", ".", "--seed", "x"], "请给出整数。"],
    ["a share above all", ["scan", ".", "--threshold", "120%"], "请给出比例，如30%或0.3。"],
    ["a span that is none", ["scan", ".", "--since", "x"], "请给出时长，如180d，或日期，如2026-11-21。"],
    ["a threshold below the grades", ["scan", ".", "--threshold", "0.3"], "阈值应在0.45到1之间，给出的是0.3"],
    ["two reports on stdout", ["scan", ".", "--json", "-", "--html", "-"], "标准输出只能写一份报告"],
  ])("says in Chinese what is wrong: %s", async (_case, args, words) => {
    const { status, stderr } = await runCli(home, ...args, "--lang", "zh");
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/error:|shows how|Give|given/);
  });

  it("tells every exit status in its help", async () => {
    const { stdout } = await runCli(home, "--help");
    const told = stdout.slice(stdout.indexOf("Exit status"));
    for (const status of Object.values(EXIT_STATUS)) expect(told).toMatch(new RegExp(`\\b${status}\\b`));
  });

  it("exits 2 when nothing is similar but something in the folder could not be looked into", async () => {
    const linked = join(home, "linked");
    renderVideo(linked, "a.mp4", "pattern");
    symlinkSync(join(home, "not-mounted"), join(linked, "archive.mp4"));
    const { status, stdout } = await runCli(home, "scan", linked);
    expect(stdout).toContain("archive.mp4");
    expect(status).toBe(2);
  });

  it("tells on stderr what it passed over, also where nothing else is there, and keeps the exit status", async () => {
    const phone = join(home, "phone");
    renderVideo(phone, "a.mp4", "pattern");
    writeFileSync(join(phone, "IMG_0001.HEIC"), "a picture");
    const { status, stdout, stderr } = await runCli(home, "scan", phone, "--lang", "zh");
    expect({ status, once: stdout.includes("heic") }).toEqual({ status: 0, once: false });
    expect(stderr).toMatch(/^跳过了.*：1个\.heic · .*HEIC.*\n$/);
    expect((await runCli(home, "scan", phone, "--quiet")).stderr).toBe("");
    rmSync(join(phone, "a.mp4"));
    const alone = await runCli(home, "library", "add", phone, "--library", join(home, "lib"));
    expect(alone.status).toBe(2);
    expect(alone.stderr).toMatch(/: 1 \.heic · .*\nsamecut: .*FILES_NOT_FOUND/);
  });

  it("takes a reader that goes away for no error", async () => {
    const run = startCli(home, "scan", folder, "--json", "-");
    run.child.stdout?.destroy();
    expect(await run.outcome).toMatchObject({ status: 1, stderr: "" });
  });

  it("shows where an error came from with --verbose", async () => {
    expect((await runCli(home, "scan", "/nowhere", "--verbose")).stderr).toMatch(/^ +at /m);
  });

  it("refuses a report path that cannot be written, after keeping what was read", async () => {
    const target = join(home, "a-folder");
    mkdirSync(target);
    const { status, stderr } = await runCli(home, "scan", unlike, "--json", target);
    expect({ status, named: stderr.includes("REPORT_UNWRITABLE") }).toEqual({ status: 2, named: true });
    expect(existsSync(join(home, "cache", "content.sqlite"))).toBe(true);
  });
});
