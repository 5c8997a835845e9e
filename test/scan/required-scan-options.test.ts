import { describe, expect, it } from "vitest";
import { addFiles } from "../../src/scan/add-files.js";
import { checkFiles } from "../../src/scan/check-files.js";
import { scan } from "../../src/scan/scan.js";
import type { ScanOptions } from "../../src/scan/scan-options.js";

/** As plain JavaScript calls it. */
const untyped = (options: unknown): ScanOptions & { readonly library: string } =>
  options as ScanOptions & { readonly library: string };

describe("what a scan cannot be told", () => {
  it.each([
    [null, "an object with options"],
    [{ library: "" }, "for library"],
    [{ library: null }, "for library"],
    [{ manifest: 7 }, "for manifest"],
    [{ cacheFolder: null }, "for cacheFolder"],
    [{ since: new Date("no date") }, "for since"],
    [{ since: "2026-05-01" }, "for since"],
    [{ sample: null }, "an object with options"],
    [{ sample: { share: 2 } }, "for sample.share"],
    [{ sample: { share: 0.5, seed: Number.NaN } }, "for sample.seed"],
    [{ jobs: 0 }, "for jobs"],
    [{ jobs: "two" }, "for jobs"],
    [{ threshold: 0.3 }, "from 0.45 to 1"],
    [{ threshold: null }, "from 0.45 to 1"],
  ])("is refused by its name: %o", async (options, name) => {
    for (const work of [scan, addFiles, checkFiles]) {
      await expect(work(["."], untyped(options)).next(), work.name).rejects.toMatchObject({
        code: "SETTING_INVALID",
        detail: expect.stringContaining(name),
      });
    }
  });

  it.each([null, "ads", [null], [""]])("is the folders %o", async (folders) => {
    await expect(scan(folders as unknown as string[]).next()).rejects.toMatchObject({
      code: "SETTING_INVALID",
      detail: expect.stringContaining("for folders"),
    });
  });

  it("is no library for what is for one", async () => {
    for (const work of [addFiles, checkFiles])
      await expect(work(["."], untyped({})).next()).rejects.toMatchObject({
        code: "SETTING_INVALID",
        detail: expect.stringContaining("library"),
      });
  });
});
