import { execFileSync } from "node:child_process";
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { compare } from "../../src/library/compare-pair.js";
import { openLibrary } from "../../src/library/open-library.js";
import { liveChildren } from "../live-children.js";
import { lavfi, render } from "../media/rendered-media.js";
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

it("ends the reading of one creative when the other one cannot be read, or when its time is over", async () => {
  await using folder = await temporaryFolder();
  const [long, missing] = [join(folder.path, "long.mp4"), join(folder.path, "missing.mp4")];
  const source = lavfi("testsrc2", "size=1280x720:rate=30:duration=15");
  render(long, ...source, "-c:v", "libx264", "-preset", "ultrafast");
  await expect(compare(missing, long)).rejects.toMatchObject({ code: "FILE_NOT_FOUND", path: missing });
  expect(await liveChildren()).toBe(0);
  // The reading has begun by the time that the stream fails.
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from("half of a clip");
      await expect.poll(liveChildren, { timeout: 10_000, interval: 5 }).toBe(1);
      throw new Error("broken off");
    })(),
  );
  await expect(compare(long, broken)).rejects.toThrow("broken off");
  expect(await liveChildren()).toBe(0);
  await expect(compare(long, long, { timeLimitSeconds: 0.05 })).rejects.toMatchObject({
    code: "CALL_TIMED_OUT",
  });
  expect(await liveChildren()).toBe(0);
});
