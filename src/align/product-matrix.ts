import { VECTOR_OP } from "../wasm/encoding.js";
import { get, increase, kernelModule, loadVector, runnable, set, storeVector } from "../wasm/kernel.js";
import { scratch, scratchParts } from "../wasm/scratch.js";
import { BLOCK, blocksKernel, LANES, RESULTS } from "./kernels/blocks-kernel.js";

const MODULE = kernelModule(
  blocksKernel({
    parameters: 6,
    vectors: 1,
    take: ({ vector: products }) => [
      ...[...set(products), ...get(RESULTS)],
      ...[...get(RESULTS), ...loadVector(0), ...get(products), ...VECTOR_OP.f32x4Add],
      ...[...storeVector(0), ...increase(RESULTS, 4 * LANES)],
    ],
  }),
);

/** Adds the products of a block of each row of the reference with each of the query to the sums of each of the reference's with all fours of the query's: numbers of bytes into the memory. */
type AddProducts = (
  reference: number,
  referenceRows: number,
  query: number,
  queryFours: number,
  rowBytes: number,
  sums: number,
) => number;

const addProducts = runnable(MODULE, scratch) as AddProducts;

/** The mean product of each row of the reference with each of the query: `[i * query.length + j]`; 0 of empty rows. All rows are of one length. */
export function productMatrix(
  reference: readonly Float32Array[],
  query: readonly Float32Array[],
): Float32Array {
  const length = reference[0]!.length;
  const blocks = Math.ceil(length / BLOCK);
  const fours = Math.ceil(query.length / LANES);
  const rowBytes = 4 * BLOCK * blocks;
  const [referenceAt, queryAt, sumsAt] = scratchParts(
    reference.length * rowBytes,
    fours * LANES * rowBytes,
    4 * reference.length * fours * LANES,
  );
  const write = (rows: readonly Float32Array[], at: number) => {
    const all = new Float32Array(scratch.buffer, at, rows.length * BLOCK * blocks);
    for (const [n, values] of rows.entries()) {
      all.set(values, n * BLOCK * blocks);
      all.fill(0, n * BLOCK * blocks + length, (n + 1) * BLOCK * blocks);
    }
  };
  write(reference, referenceAt);
  write(query, queryAt);
  const sums = new Float32Array(scratch.buffer, sumsAt, reference.length * fours * LANES).fill(0);
  for (let block = 0; block < blocks; block++) {
    const start = 4 * BLOCK * block;
    addProducts(referenceAt + start, reference.length, queryAt + start, fours, rowBytes, sumsAt);
  }
  const products = new Float32Array(reference.length * query.length);
  for (let i = 0; i < reference.length; i++) {
    for (let j = 0; j < query.length; j++)
      products[i * query.length + j] = sums[i * fours * LANES + j]! / Math.max(1, length);
  }
  return products;
}
