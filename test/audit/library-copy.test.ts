import { join } from "node:path";
import { expect, it } from "vitest";
import { ExemptionList } from "../../src/audit/exemption-list.js";
import { exportLibrary, importLibrary } from "../../src/audit/library-copy.js";
import { openLibrary } from "../../src/library/open-library.js";
import { syntheticFingerprint } from "../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../temporary-folder.js";

const settings = { jobs: 1 };

it("takes exemptions along, those that were taken back too, and none of them twice", async () => {
  await using folder = await temporaryFolder();
  const [from, to] = [join(folder.path, "from"), join(folder.path, "to")];
  await using library = await openLibrary(from, { settings });
  await library.add(syntheticFingerprint({ seed: 1 }), { id: "a", account: "4711" });
  const list = await ExemptionList.load(from);
  await list.add({ kind: "customer", customer: "acme" }, "two agencies");
  await list.add({ kind: "takedown", creative: "a" }, "restored");
  await list.undo("e1");
  await list.add({ kind: "customer", customer: "acme" }, "again", new Date(Date.now() + 1000));

  const lines: string[] = [];
  for await (const line of exportLibrary(library, list)) lines.push(line);
  await using copy = await openLibrary(to, { settings });
  const copied = await ExemptionList.load(to);
  const damaged = '{"exemption":{"id":"e9","kind":"customer"}}';
  const summary = await importLibrary(copy, copied, [...lines.slice(0, 3), damaged, "{", ...lines.slice(3)]);
  expect(summary).toMatchObject({ added: 1, exempted: 3 });
  expect(summary.failed.map(({ line }) => line)).toEqual([4, 5]);
  expect((await ExemptionList.load(to)).all).toEqual(list.all);
  expect(await importLibrary(copy, copied, lines)).toMatchObject({ present: 1, exempted: 0, failed: [] });
});

it("gives exemptions that come to others new ids, and keeps the reason of a rule in force", async () => {
  await using folder = await temporaryFolder();
  const [one, other] = [
    await ExemptionList.load(folder.path),
    await ExemptionList.load(`${folder.path}/other`),
  ];
  await one.add({ kind: "customer", customer: "acme" }, "mine");
  await other.add({ kind: "takedown", creative: "a" }, "theirs");
  await other.add({ kind: "customer", customer: "acme" }, "theirs too");
  expect(await one.take(other.all)).toBe(1);
  expect(one.all).toMatchObject([
    { id: "e1", customer: "acme", reason: "mine" },
    { id: "e2", creative: "a", reason: "theirs", createdAt: other.all[0]?.createdAt },
  ]);
});
