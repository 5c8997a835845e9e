import type { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.js";
import { LOCAL_CALLER } from "../../src/service/access/caller.js";
import { answerView } from "../../src/service/views/view-worker.js";
import { temporaryFolder } from "../temporary-folder.js";

it("opens the library anew after the thread that keeps its store has ended", async () => {
  await using folder = await temporaryFolder();
  await (await openLibrary(folder.path)).close();
  const threads: Worker[] = [];
  process.on("worker", (worker) => threads.push(worker));
  const task = { folder: folder.path, question: { view: "groups", caller: LOCAL_CALLER } } as const;
  expect(await answerView(task)).not.toHaveProperty("error");
  expect(threads).toHaveLength(1);
  await threads[0]?.terminate();
  expect(await answerView(task)).toMatchObject({ error: { code: "STORE_CRASHED" } });
  expect(await answerView(task)).not.toHaveProperty("error");
});
