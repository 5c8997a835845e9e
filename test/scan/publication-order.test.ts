import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byPublication, inPublicationOrder, publicationKey } from "../../src/scan/publication-order.js";
import { finish } from "../steps/finish.js";

const creative = (path: string, uploadedAt?: string) => ({
  id: path,
  path,
  origin: "scan" as const,
  ...(uploadedAt === undefined ? {} : { uploadedAt }),
});

const inOrder = (...creatives: ReturnType<typeof creative>[]) =>
  finish(inPublicationOrder(creatives, (each) => each));

const key = (path: string) => publicationKey(creative(path));

function ordered(...paths: string[]): string[] {
  return inOrder(...paths.map((path) => creative(path))).map(({ path }) => path);
}

describe("byPublication", () => {
  it("puts a name before the names made from it, and counts numbers by value", () => {
    expect(ordered("ad-mirror.mp4", "ad.mp4", "ad (2).mp4")).toEqual([
      "ad.mp4",
      "ad (2).mp4",
      "ad-mirror.mp4",
    ]);
    expect(ordered("ad-10.mp4", "ad-9.mp4", "ad-009a.mp4")).toEqual(["ad-9.mp4", "ad-009a.mp4", "ad-10.mp4"]);
  });

  it("goes by the folder first where several were scanned, as it would from the one above them", () => {
    const [later, earlier] = [
      { ...creative("001.mp4"), folder: "11" },
      { ...creative("002.mp4"), folder: "10" },
    ];
    expect(inOrder(later, earlier)).toEqual([earlier, later]);
  });

  it("puts known upload times first, in their order", () => {
    const late = creative("a.mp4", "2026-05-02T00:00:00.000Z");
    const early = creative("z.mp4", "2026-05-01T00:00:00.000Z");
    const unknown = creative("0.mp4");
    expect(inOrder(unknown, late, early)).toEqual([early, late, unknown]);
  });

  it("is a strict order over any names", () => {
    const name = fc
      .array(fc.constantFrom("a", "b", "1", "01", "10", ".", "-", "/"), { maxLength: 6 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(name, name, name, (x, y, z) => {
        const [p, q, r] = [key(x), key(y), key(z)];
        expect(Math.sign(byPublication(p, q))).toBe(-Math.sign(byPublication(q, p)) + 0);
        if (x !== y) expect(byPublication(p, q)).not.toBe(0);
        if (byPublication(p, q) < 0 && byPublication(q, r) < 0) expect(byPublication(p, r)).toBeLessThan(0);
      }),
    );
  });
});
