import { expect, it } from "vitest";
import { seededRandom } from "../../samples/random.js";
import { MOST_CODED, ShortShelf } from "../../src/index/short-shelf.js";
import {
  CODE_WORDS,
  SHORT_BYTES,
  SQUARED_DISTANCE_UNITS,
  shortDistance,
  writeCode,
} from "../../src/signature/short-descriptor.js";

const random = seededRandom("shelf");
const shorts = (count: number): Int8Array =>
  Int8Array.from({ length: count * SHORT_BYTES }, () => random.integer(-128, 127));

it("tells the distances of more pairs than fit one call, as comparing each does, and goes on after it has grown", () => {
  const shelf = new ShortShelf();
  const asked = shorts(20);
  shelf.ask(asked.subarray(10 * SHORT_BYTES));
  for (const held of [shorts(300), shorts(300)]) {
    const start = shelf.grow(held.length);
    shelf.bytes.set(held, start);
    const told: string[] = [];
    const onDistance = (...pair: [number, number, number]): unknown => told.push(pair.join(" "));
    const expected: string[] = [];
    for (let place = 0; place < 10; place++) {
      for (let label = 0; label < 600; label++) {
        const heldAt = (label % 300) * SHORT_BYTES;
        shelf.compare(place, label, start + heldAt, onDistance);
        const distance = shortDistance(asked, (10 + place) * SHORT_BYTES, held, heldAt);
        expected.push(`${place} ${label} ${distance}`);
      }
    }
    shelf.flush(onDistance);
    shelf.flush(onDistance);
    expect(told).toEqual(expected);
  }
});

it("tells the distances of one held descriptor to some that are asked, as comparing each does", () => {
  const shelf = new ShortShelf();
  const [asked, held] = [shorts(8), shorts(3)];
  shelf.ask(asked);
  const start = shelf.grow(held.length);
  shelf.bytes.set(held, start);
  const places = [6, 0, 3];
  const distances = shelf.distancesTo(start + SHORT_BYTES, places).slice(0, places.length);
  const expected = places.map((place) => shortDistance(asked, place * SHORT_BYTES, held, SHORT_BYTES));
  expect(Array.from(distances, (distance) => distance / SQUARED_DISTANCE_UNITS)).toEqual(expected);
});

it("writes the codes of what is held as writing each does, those of values at the bound of strong ones too", () => {
  const shelf = new ShortShelf();
  const held = shorts(3 * MOST_CODED);
  for (const [place, value] of [0, 10, 11, -10, -11, 127, -128].entries()) held[place] = value;
  const start = shelf.grow(held.length);
  shelf.bytes.set(held, start);
  for (const [from, count] of [
    [0, 1],
    [7, 11],
    [2 * MOST_CODED, MOST_CODED],
  ] as const) {
    const expected = new Uint32Array(count * CODE_WORDS);
    for (let place = 0; place < count; place++)
      writeCode(held, (from + place) * SHORT_BYTES, expected, place * CODE_WORDS);
    const codes = shelf.codesOf(start + from * SHORT_BYTES, count);
    expect(codes.slice(0, expected.length)).toEqual(expected);
  }
});
