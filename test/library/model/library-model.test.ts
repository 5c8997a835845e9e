import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeFingerprint } from "../../../src/fingerprint/codec.js";
import { openLibrary } from "../../../src/library/open-library.js";
import type { VerdictMemory } from "../../../src/matching/comparisons.js";
import { createComparer } from "../../../src/verdict/compare.js";
import { syntheticFingerprint } from "../../matching/synthetic-fingerprint.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { libraryCommands } from "./library-commands.js";
import { LibraryModel } from "./library-model.js";

/** Three subjects, two of them in several editions: the same stream in another file, and a brighter encode. */
const contents = [
  syntheticFingerprint({ seed: 1, seconds: 1 }),
  syntheticFingerprint({ seed: 1, seconds: 1, edition: 1, brightness: 25 }),
  syntheticFingerprint({ seed: 2, seconds: 1 }),
  syntheticFingerprint({ seed: 2, seconds: 1, edition: 1 }),
  syntheticFingerprint({ seed: 3, seconds: 1 }),
];

const verdicts = contents.map((earlier) =>
  contents.map((later) => createComparer(later).compareWith(earlier)),
);

/** Comparing is tested elsewhere; here it would take most of the time. */
const numberOf = new Map(contents.map(({ digests }, number) => [digests.file, number]));
const known: VerdictMemory = {
  verdictOf: (a, b) => verdicts[numberOf.get(a)!]?.[numberOf.get(b)!],
  rememberVerdicts: () => undefined,
};

it("has contents that are alike and contents that are not", () => {
  const grades = new Set(verdicts.flat().map(({ grade }) => grade));
  expect(grades).toContain("identical");
  expect(grades).toContain("duplicate");
  expect(grades).toContain("distinct");
  expect(new Set(contents.map((each) => String(encodeFingerprint(each)))).size).toBe(contents.length);
});

it("a library answers as lists that are gone through would, whatever is done to it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands(libraryCommands(contents.length), { maxCommands: 80, size: "max" }),
      async (commands) => {
        await using folder = await temporaryFolder();
        const open = () => openLibrary(folder.path, { settings: { jobs: 1 }, verdicts: known });
        const real = { library: await open(), folder: folder.path, contents, open };
        try {
          await fc.asyncModelRun(
            () => ({ model: new LibraryModel((a, b) => verdicts[a]![b]!), real }),
            commands,
          );
        } finally {
          await real.library.close();
        }
      },
    ),
    { numRuns: 4 },
  );
});
