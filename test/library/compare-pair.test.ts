import { execFileSync } from "node:child_process";
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compare } from "../../src/library/compare-pair.js";
import { openLibrary } from "../../src/library/open-library.js";
import { temporaryFolder } from "../temporary-folder.js";

it("takes a creative as a path, as bytes and as a stream", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "a clip.mp4");
  const filter = "testsrc2=size=160x284:rate=10:duration=2";
  execFileSync("ffmpeg", ["-loglevel", "error", "-f", "lavfi", "-i", filter, "-pix_fmt", "yuv420p", path]);
  const pair = await compare(path, readFileSync(path));
  expect(pair).toMatchObject({
    a: { path, width: 160, height: 284 },
    verdict: { grade: "identical", similarity: 1 },
  });
  expect(pair.b.path).toBeUndefined();

  await using library = await openLibrary(join(folder.path, "library"), { settings: { jobs: 1 } });
  await library.add(path, { account: "acme" });
  const { creative, matches } = await library.check(createReadStream(path));
  expect(creative.fileDigest).toBe(pair.a.fileDigest);
  expect(matches).toMatchObject([{ creative: { path, account: "acme" }, verdict: { grade: "identical" } }]);
  await expect(library.add(join(folder.path, "nothing.mp4"))).rejects.toMatchObject({
    code: "FILE_NOT_FOUND",
  });
});
