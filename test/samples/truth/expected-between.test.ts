import { expect, test } from "vitest";
import { editNamed } from "../../../samples/edits/catalogue.js";
import { planSamples } from "../../../samples/plan-samples.js";
import { expectations } from "../../../samples/truth/expected-between.js";
import type { TruthFile } from "../../../samples/truth/truth-file.js";
import { originalNamed } from "../clips.js";

const ORIGINALS = [
  "anna-in-the-office",
  "anna-in-the-office-again",
  "anna-in-the-garden",
  "bottle-on-table",
].map((name) => ({ ...originalNamed(name), family: name }));

function between(): (one: string, other: string) => string | undefined {
  const { creatives, pairs } = planSamples(ORIGINALS);
  const originals = ORIGINALS.map(({ name, file, family }) => ({ name, file, family }));
  const truth: TruthFile = { schema: "samecut.truth/1", originals, creatives, pairs };
  return expectations(truth);
}

test("what is listed is said, in either order", () => {
  const expected = between();
  const [one, other] = ["originals/anna-in-the-office.mp4", "originals/anna-in-the-office-again.mp4"];
  expect(expected(one, other)).toBe("possible");
  expect(expected(other, one)).toBe("possible");
});

test("edits of unlike originals are distinct, edits of possibly like ones are not known", () => {
  const expected = between();
  const edited = "creatives/anna-in-the-office--crf-32.mp4";
  expect(expected(edited, "originals/anna-in-the-office.mp4")).toBe("similar");
  expect(expected(edited, "originals/anna-in-the-garden.mp4")).toBe("distinct");
  expect(expected(edited, "originals/bottle-on-table.mp4")).toBe("distinct");
  expect(expected(edited, "originals/anna-in-the-office-again.mp4")).toBeUndefined();
  expect(expected(edited, "creatives/anna-in-the-office--caption.mp4")).toBeUndefined();
});

test("an edit with another clip's tail is not known to be unlike that clip", () => {
  const [owner, maker] = [originalNamed("bottle"), originalNamed("landscape")];
  const originals = [owner, maker].map(({ name, file, family }) => ({ name, file, family }));
  const { creatives, pairs } = planSamples([owner, maker], [editNamed("tail-replaced-40-percent")]);
  const expected = expectations({ schema: "samecut.truth/1", originals, creatives, pairs });
  const edited = "creatives/landscape--tail-replaced-40-percent.mp4";
  expect(expected(maker.file, owner.file)).toBe("distinct");
  expect(expected(edited, maker.file)).toBe("similar");
  expect(expected(edited, owner.file)).toBeUndefined();
});
