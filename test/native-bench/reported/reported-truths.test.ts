import { describe, expect, it } from "vitest";
import type { JudgedPair } from "../../../native-bench/accuracy/judged-pair.js";
import {
  reportedByGroup,
  reportedByKind,
  reportedByPart,
} from "../../../native-bench/accuracy/reported/reported-truths.js";
import { realTailStart, toldTailStart } from "../../../native-bench/accuracy/reported/tail-start.js";
import type { EditTruth } from "../../../native-bench/accuracy/reported/transform-parts.js";
import type { PairTruth } from "../../../samples/truth/truth-file.js";
import { distinctVerdict, IDENTITY_TRANSFORM, type PairVerdict } from "../../../src/verdict/verdict.js";

const made = (extra: Partial<EditTruth> = {}): EditTruth => ({
  ...{ mirrored: false, angleDegrees: 0, zoom: 1, stretch: 1, speed: 1, offsetSeconds: 0 },
  ...{ content: { x: 0, y: 0, width: 1, height: 1 }, regions: [], stretches: [{ a: [0, 6], b: [0, 6] }] },
  ...extra,
});

function pair(edit: string, extra: Partial<PairTruth>, verdict: Partial<PairVerdict> = {}): JudgedPair {
  const truth = {
    ...{ a: "originals/x.mp4", b: `edits/x/${edit}.mp4`, edit, group: "time", rules: [7] },
    ...{ expected: "similar", similar: true, truth: made() },
    ...extra,
  } as PairTruth;
  return {
    ...{
      a: truth.a,
      b: truth.b,
      truth,
      relation: "listed",
      sides: "an original",
      set: "reporting",
      clips: "x",
      searched: true,
    },
    squaredDistance: 0.1,
    verdict: { ...distinctVerdict(), similarity: 0.9, grade: "duplicate", ...verdict },
  };
}

const rule7 = (detail: Record<string, number>) =>
  [{ rule: 7, confidence: 0.9, detail }] satisfies PairVerdict["rules"];
const segments = [{ a: [0, 5.6], b: [0, 5.6], similarity: 1 }] satisfies PairVerdict["segments"];

describe("the start of a replaced tail", () => {
  it("is asked of replaced tails only, alone or among other edits", () => {
    expect(realTailStart(pair("tail-replaced-40-percent", {}).truth!)).toBe(6);
    expect(
      realTailStart(pair("combined-01", { steps: ["mirrored", "tail-replaced-25-percent"] }).truth!),
    ).toBe(6);
    expect(realTailStart(pair("end-card-added", {}).truth!)).toBeUndefined();
    const untold = { truth: undefined } as unknown as Partial<PairTruth>;
    expect(realTailStart(pair("tail-replaced-40-percent", untold).truth!)).toBeUndefined();
  });

  it("is what the report says: the second it states, else where the last segment ends", () => {
    expect(toldTailStart({ ...distinctVerdict(), rules: rule7({ changedFromSeconds: 6.2 }), segments })).toBe(
      6.2,
    );
    expect(toldTailStart({ ...distinctVerdict(), rules: rule7({}), segments })).toBe(5.6);
    expect(toldTailStart({ ...distinctVerdict(), segments })).toBeUndefined();
  });
});

describe("what is reported beside the verdict", () => {
  const logo = { x: 0.7, y: 0.8, width: 0.2, height: 0.1 };
  const pairs = [
    pair("tail-replaced-40-percent", {}, { rules: rule7({ changedFromSeconds: 6.9 }) }),
    pair("tail-replaced-40-percent", {}, { rules: rule7({ changedFromSeconds: 7.1 }) }),
    pair("tail-replaced-40-percent", {}, { grade: "distinct" }),
    pair("logo", { group: "text", truth: made({ regions: [logo] }) }, { changed: { regions: [logo] } }),
    pair("logo", { group: "text", truth: made({ regions: [logo] }) }),
    pair("mirrored", { group: "geometry", truth: made({ mirrored: true }) }),
    pair("old-truth", { group: "geometry", truth: undefined as never }),
    pair(
      "combined-01",
      { group: "combined", steps: ["mirrored", "zoom-1.1", "grey"], truth: made({ mirrored: true }) },
      { transform: { ...IDENTITY_TRANSFORM, mirrored: true } },
    ),
  ];

  it("is counted over the pairs found whose truth is known", () => {
    const [time, text, geometry] = reportedByGroup(pairs);
    expect(time).toMatchObject({
      name: "time",
      transform: { asked: 2, right: 2 },
      tail: { asked: 2, right: 1 },
    });
    expect(text).toMatchObject({ region: { asked: 2, right: 1 }, tail: { asked: 0 } });
    expect(geometry).toMatchObject({ transform: { asked: 1, right: 0 } });
  });

  it("is summed over single edits, without the combinations", () => {
    expect(reportedByGroup(pairs).at(-1)).toMatchObject({
      name: "all single edits",
      transform: { asked: 5 },
    });
    expect(reportedByKind(pairs).map(({ name }) => name)).toContain("combined, 3 edits");
  });

  it("sets apart where a part was changed and where it was not", () => {
    expect(reportedByPart(pairs)[0]).toMatchObject({
      part: "mirror",
      changed: { asked: 2, right: 1 },
      unchanged: { asked: 4, right: 4 },
    });
  });
});
