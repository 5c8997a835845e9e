import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeCreative, type StoredPair } from "../../../src/library/creative.js";
import { LIBRARY_MIGRATIONS } from "../../../src/library/embedded/library-schema.js";
import { LibraryTables } from "../../../src/library/embedded/library-tables.js";
import { openSqliteFile } from "../../../src/library/embedded/sqlite-file.js";
import { isInScope } from "../../../src/library/scope.js";
import { evidenceOf } from "../../../src/matching/candidate-evidence.js";
import { distinctVerdict } from "../../../src/verdict/verdict.js";
import { syntheticFingerprint } from "../../matching/synthetic-fingerprint.js";

const print = syntheticFingerprint({ seed: 1, seconds: 1 });
const evidence = evidenceOf(print);
const ACCOUNTS = ["acme", "rival"];

/** One after the other: a creative that was compared with some that are there, one that goes, one whose date is corrected. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      put: fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { minLength: 20, maxLength: 40 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ remove: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ redate: fc.nat(), day: fc.integer({ min: 1, max: 28 }) }) },
);

describe("the nearest of a creative", () => {
  it("are the most similar of all it was compared with, or not known", () => {
    let known = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 20, maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (steps, k) => {
          const tables = new LibraryTables(
            openSqliteFile(":memory:", { migrations: LIBRARY_MIGRATIONS, durability: "normal" }),
            true,
            (warning) => expect(warning).toBeUndefined(),
          );
          const present: string[] = [];
          const compared = new Map<string, number>();
          for (const [number, each] of steps.entries()) {
            if ("put" in each) {
              const id = `c${number}`;
              const pairs = each.put.flatMap((similarity, place): StoredPair[] => {
                const other = present[place];
                if (similarity === null || other === undefined) return [];
                compared.set([other, id].sort().join(" "), similarity / 40);
                const grade = similarity > 25 ? "similar" : "distinct";
                return [
                  { a: other, b: id, verdict: { ...distinctVerdict(), similarity: similarity / 40, grade } },
                ];
              });
              const creative = describeCreative(
                print,
                { id, account: ACCOUNTS[number % 2] as string },
                new Date(Date.UTC(2026, 0, 1, 0, number)),
              );
              tables.put([{ creative, fingerprint: new Uint8Array(), evidence }], pairs);
              present.push(id);
            } else if (present.length > 0 && "remove" in each) {
              const [id] = present.splice(each.remove % present.length, 1);
              tables.creatives.delete([id as string]);
            } else if (present.length > 0 && "redate" in each) {
              const id = present[each.redate % present.length] as string;
              tables.redate(id, new Date(Date.UTC(2025, 11, each.day)).toISOString(), []);
            }
          }
          for (const id of present)
            for (const scope of [{}, { account: "acme" }]) {
              const found = tables.nearestOf(id, k, scope);
              if (found === undefined) continue;
              known++;
              const expected = [...compared]
                .map(([pair, similarity]) => [pair.split(" "), similarity] as const)
                .filter(([pair]) => pair.includes(id) && pair.every((each) => present.includes(each)))
                .filter(([pair]) =>
                  isInScope(tables.creatives.byId(pair.find((each) => each !== id) as string)!, scope),
                )
                .map(([, similarity]) => similarity)
                .sort((p, q) => q - p);
              expect(found.map(({ verdict }) => verdict.similarity)).toEqual(expected.slice(0, k));
            }
        },
      ),
      { numRuns: 60 },
    );
    expect(known).toBeGreaterThan(500);
  });

  it("is not known of a creative that was put when no neighbours were kept, nor beyond what is kept", () => {
    const database = openSqliteFile(":memory:", { migrations: LIBRARY_MIGRATIONS, durability: "normal" });
    const tables = new LibraryTables(database, true, () => {});
    const put = (id: string, others: readonly string[]): void => {
      const creative = describeCreative(print, { id }, new Date(0));
      const pairs = others.map((a): StoredPair => ({ a, b: id, verdict: distinctVerdict() }));
      tables.put([{ creative, fingerprint: new Uint8Array(), evidence }], pairs);
    };
    put("a", []);
    put("b", ["a"]);
    expect(tables.nearestOf("a", 1, {})).toMatchObject([{ a: "a", b: "b" }]);
    expect(tables.nearestOf("a", 2, {})).toBeUndefined();
    expect(tables.nearestOf("nobody", 1, {})).toBeUndefined();
    database.exec("DELETE FROM nearness");
    expect(tables.nearestOf("a", 1, {})).toBeUndefined();
  });
});
