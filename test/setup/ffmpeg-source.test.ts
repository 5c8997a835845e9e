import { describe, expect, it } from "vitest";
import { chooseFfmpeg, remedyForMissing } from "../../.config/setup/ffmpeg-source.mjs";

const EVERYWHERE = { configured: "/opt/ffmpeg", bundled: "/clone/ffmpeg", onPath: "/usr/bin/ffmpeg" };
const LINUX = { platform: "linux", aptGet: true, root: false, sudo: false, aptForbidden: false };

/** Which of these paths start as ffmpeg. */
function only(...paths: string[]): (path: string) => boolean {
  return (path) => paths.includes(path);
}

describe("choosing an ffmpeg", () => {
  const all = only(...Object.values(EVERYWHERE));

  it("takes SAMECUT_FFMPEG first, then ffmpeg-static, then PATH", () => {
    expect(chooseFfmpeg(EVERYWHERE, all)).toEqual({
      kind: "found",
      ffmpeg: { source: "SAMECUT_FFMPEG", path: "/opt/ffmpeg" },
    });
    expect(chooseFfmpeg({ ...EVERYWHERE, configured: undefined }, all)).toMatchObject({
      ffmpeg: { source: "ffmpeg-static" },
    });
    expect(chooseFfmpeg({ onPath: EVERYWHERE.onPath }, all)).toMatchObject({ ffmpeg: { source: "PATH" } });
  });

  it("takes an empty SAMECUT_FFMPEG as not set", () => {
    expect(chooseFfmpeg({ configured: "", onPath: "/usr/bin/ffmpeg" }, all)).toMatchObject({
      ffmpeg: { source: "PATH" },
    });
  });

  it("passes over a bundled binary that does not start, for instance one for another processor", () => {
    expect(chooseFfmpeg({ ...EVERYWHERE, configured: undefined }, only("/usr/bin/ffmpeg"))).toMatchObject({
      ffmpeg: { source: "PATH" },
    });
  });

  it("never replaces a SAMECUT_FFMPEG that does not start by another", () => {
    expect(chooseFfmpeg(EVERYWHERE, only("/usr/bin/ffmpeg"))).toEqual({
      kind: "configured-broken",
      path: "/opt/ffmpeg",
    });
  });

  it("says so when there is none, or none that starts", () => {
    expect(chooseFfmpeg({}, all)).toEqual({ kind: "missing" });
    expect(chooseFfmpeg({ onPath: "/usr/bin/ffmpeg" }, only())).toEqual({ kind: "missing" });
  });
});

describe("what to do about missing packages", () => {
  it("installs as root, or with a sudo that asks nothing", () => {
    expect(remedyForMissing({ ...LINUX, root: true }, ["ffmpeg"])).toEqual({ kind: "apt-get", sudo: false });
    expect(remedyForMissing({ ...LINUX, sudo: true }, ["ffmpeg"])).toEqual({ kind: "apt-get", sudo: true });
  });

  it.each([
    ["there is no right to", LINUX],
    ["it is forbidden", { ...LINUX, root: true, aptForbidden: true }],
    ["there is no apt-get", { ...LINUX, root: true, aptGet: false }],
  ])("advises instead where %s", (_why, machine) => {
    expect(remedyForMissing(machine, ["make", "ffmpeg"])).toEqual({
      kind: "advise",
      advice: expect.stringMatching(/make ffmpeg[\s\S]*SAMECUT_FFMPEG/),
    });
  });

  it.each([
    ["darwin", "brew install ffmpeg"],
    ["win32", "winget install"],
    ["linux", "apt-get install ffmpeg"],
  ])("names the command of %s", (platform, command) => {
    const remedy = remedyForMissing({ ...LINUX, platform, aptGet: platform === "linux" }, ["ffmpeg"]);
    expect(remedy).toMatchObject({ kind: "advise", advice: expect.stringContaining(command) });
  });

  it("does not speak of SAMECUT_FFMPEG where only a compiler is missing", () => {
    const remedy = remedyForMissing(LINUX, ["g++"]);
    expect(remedy).toMatchObject({ kind: "advise", advice: expect.not.stringContaining("SAMECUT_FFMPEG") });
  });
});
