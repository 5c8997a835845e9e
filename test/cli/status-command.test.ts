import { expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";
import { runCli } from "./run-cli.js";

const home = temporaryFolder();

it("explains a word, and refuses one that is in no column", async () => {
  const known = await runCli(home, "status", "素材待优化", "--lang", "zh");
  expect([known.status, known.stderr]).toEqual([0, ""]);
  expect(known.stdout).toContain("抑制");
  const unknown = await runCli(home, "status", "投放完毕");
  expect([unknown.status, unknown.stdout]).toEqual([2, ""]);
  expect(unknown.stderr).toContain("STATUS_UNKNOWN");
});

it("gives the table as JSON", async () => {
  const { stdout } = await runCli(home, "status", "投放中", "直播间关闭", "--json");
  expect(JSON.parse(stdout).lines.map(({ level }: { level: string }) => level)).toEqual([
    "group",
    "creative",
  ]);
});
