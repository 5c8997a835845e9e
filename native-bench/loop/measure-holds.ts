import { randomUUID } from "node:crypto";
import type { Fingerprint, Library } from "../../src/index.js";
import { syntheticDigest } from "../scale/synthetic-creatives.js";
import { type StepHolds, watchStep } from "./watch-step.js";

/** What is added while this runs is removed at the end. */
export async function measureHolds(
  open: () => Promise<Library>,
  asked: readonly Fingerprint[],
  calls: number,
): Promise<StepHolds[]> {
  const run = randomUUID();
  const added: string[] = [];
  let number = 0;
  // Another file each time, so that nothing is known of it.
  const next = (): Fingerprint => {
    const fingerprint = asked[number++ % asked.length]!;
    return { ...fingerprint, digests: { file: syntheticDigest("loop", run, number) } };
  };
  const check = (library: Library): Promise<unknown> => library.check(next());
  const add = (library: Library): Promise<unknown> => {
    const fingerprint = next();
    const id = `loop-${run}-${number}`;
    added.push(id);
    return library.add(fingerprint, { id });
  };

  const holds: StepHolds[] = [];
  const step = <Result>(name: string, work: () => Promise<Result>): Promise<Result> =>
    watchStep(name, holds, work);
  await using library = await step("opening", open);
  await step("the first check, which reads the index", () => check(library));
  await step("checks", async () => {
    for (let n = 0; n < calls; n++) await check(library);
  });
  await step("adds", async () => {
    for (let n = 0; n < calls; n++) await add(library);
  });
  await step("checks and adds at the same time", () =>
    Promise.all(Array.from({ length: calls }, (_, n) => (n % 2 === 0 ? check(library) : add(library)))),
  );
  await step("look-ups of what is known", async () => {
    for (const id of added) await library.matchesOf(id);
  });
  await step("all of the library in outlines", () => library.survey());
  for (const id of added) await library.remove(id);
  return holds;
}
