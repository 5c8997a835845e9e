import { join } from "node:path";
import { expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.js";
import { LOCAL_CALLER } from "../../src/service/access/caller.js";
import { Batch } from "../../src/service/batches/batch.js";
import { runBatch } from "../../src/service/batches/run-batch.js";
import { Roots } from "../../src/service/input/roots.js";
import { ServiceMetrics } from "../../src/service/metrics.js";
import type { ServiceContext } from "../../src/service/service-context.js";
import { parseServiceSettings } from "../../src/service/service-settings.js";
import { liveChildren } from "../live-children.js";
import { lavfi, render, temporaryFolder } from "../media/rendered-media.js";

const folder = temporaryFolder();

it("has nothing under way any more when a batch that was suspended has ended", async () => {
  const source = lavfi("testsrc2", "size=1280x720:rate=30:duration=15");
  render(join(folder, "long.mp4"), ...source, "-c:v", "libx264", "-preset", "ultrafast");
  await using library = await openLibrary(join(folder, "library"));
  const context = {
    ...{ library, roots: await Roots.open([folder]), metrics: new ServiceMetrics() },
    settings: parseServiceSettings({ library: "library" }),
  } as Partial<ServiceContext> as ServiceContext;
  const items = ["long.mp4", "none.mp4", "none.mp4"].map((path) => ({ path, details: {} }));
  const batch = new Batch("1", { action: "check", items, rule: {}, owner: LOCAL_CALLER.name });
  const running = runBatch(batch, LOCAL_CALLER, context);
  await expect.poll(liveChildren, { timeout: 10_000, interval: 5 }).toBe(1);
  batch.suspend();
  await running;
  expect(await liveChildren()).toBe(0);
});
