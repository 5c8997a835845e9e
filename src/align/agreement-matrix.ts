import { scratch, scratchParts } from "../wasm/scratch.js";
import { isEnoughTexture, ramp, TEXTURE } from "./agreement.js";
import type { CellPicture } from "./cells.js";
import {
  agreementKernel,
  QUERY_FACTS_BYTES,
  REFERENCE_FACTS_BYTES,
  SUMS_BYTES,
} from "./kernels/agreement-kernel.js";
import { BLOCK, LANES } from "./kernels/blocks-kernel.js";

const addCell = agreementKernel(scratch);

/**
 * How far each picture of the reference agrees with each of the query in fine structure, 0 to 1, row by row: `[i * query.length + j]`. It is the share of textured cells that correlate (see
 * `cellAgreement`): light and contrast do not matter (each cell is measured against its own mean and deviation), an overlay costs the cells it covers. NaN where there is too little texture to tell.
 *
 * @param reference pictures on one stage that reach equally far, as those of the query do
 * @param cells those that decide
 */
export function agreementMatrix(
  reference: readonly CellPicture[],
  query: readonly CellPicture[],
  cells: readonly number[],
  gain: number,
): Float32Array {
  const agreement = new Float32Array(reference.length * query.length).fill(Number.NaN);
  const [first, other] = [reference[0], query[0]];
  if (first === undefined || other === undefined) return agreement;
  const rowBytes = first.values.byteLength;
  const fours = Math.ceil(query.length / LANES);
  const [referenceAt, queryAt, referenceFactsAt, queryFactsAt, sumsAt] = scratchParts(
    reference.length * rowBytes,
    fours * LANES * rowBytes,
    reference.length * REFERENCE_FACTS_BYTES,
    fours * QUERY_FACTS_BYTES,
    reference.length * fours * SUMS_BYTES,
  );
  const write = (side: readonly CellPicture[], at: number) => {
    for (const [n, { values }] of side.entries())
      new Float32Array(scratch.buffer, at + n * rowBytes, values.length).set(values);
  };
  write(reference, referenceAt);
  write(query, queryAt);
  const referenceFacts = new Float32Array(scratch.buffer, referenceFactsAt, 2 * reference.length);
  const queryFacts = new Float32Array(scratch.buffer, queryFactsAt, 2 * LANES * fours);
  const sums = new Float32Array(scratch.buffer, sumsAt, 2 * LANES * fours * reference.length).fill(0);
  for (const cell of cells) {
    if (Number.isNaN(first.deviation[cell]! + other.deviation[cell]!)) continue;
    for (let i = 0; i < reference.length; i++) {
      const deviation = reference[i]!.deviation[cell]!;
      referenceFacts[2 * i] = ramp(deviation, TEXTURE);
      referenceFacts[2 * i + 1] = factorOf(deviation);
    }
    for (let j = 0; j < query.length; j++) {
      const deviation = query[j]!.deviation[cell]!;
      const at = 2 * j - (j % LANES);
      queryFacts[at] = ramp(deviation / gain, TEXTURE);
      queryFacts[at + LANES] = factorOf(deviation);
    }
    const start = cell * BLOCK * 4;
    addCell(
      referenceAt + start,
      reference.length,
      queryAt + start,
      fours,
      rowBytes,
      sumsAt,
      referenceFactsAt,
      queryFactsAt,
    );
  }
  for (let i = 0; i < reference.length; i++) {
    for (let j = 0; j < query.length; j++) {
      const at = 2 * (i * fours * LANES + j) - (j % LANES);
      const weights = sums[at]!;
      if (isEnoughTexture(weights, cells)) agreement[i * query.length + j] = sums[at + LANES]! / weights;
    }
  }
  return agreement;
}

/** What a product of a cell's values is multiplied by, for either side, to be a correlation; 0 where the cell is flat. */
const factorOf = (deviation: number): number => (deviation > 0 ? 1 / (Math.sqrt(BLOCK) * deviation) : 0);
