import { OP, VECTOR_OP } from "../../wasm/encoding.js";
import { splatFrom, vectorOf } from "../../wasm/float-vectors.js";
import { get, increase, kernelModule, loadVector, runnable, set, storeVector } from "../../wasm/kernel.js";
import type { WasmMemory } from "../../wasm/runtime.js";
import { CORRELATION } from "../agreement.js";
import { blocksKernel, LANES, RESULTS } from "./blocks-kernel.js";

/** Bytes of what is known of a cell in a picture of the reference: its texture, 0 to 1, and what a product with it is multiplied by to be a correlation, float32. */
export const REFERENCE_FACTS_BYTES = 8;

/** The same of four pictures of the query: their textures, then their factors. */
export const QUERY_FACTS_BYTES = 8 * LANES;

/** Bytes of what is summed for one picture of the reference and four of the query: their weights, then their weighted agreements, float32. */
export const SUMS_BYTES = 8 * LANES;

/**
 * Adds what a cell says for the agreement of each picture of the reference with each of the query: its weight, and its agreement times that. Numbers of bytes into the memory: where
 * the cell's values begin in the first picture of either side, `rowBytes` before those in the next, its facts, and the sums of each picture of the reference with all fours of the query.
 */
export type AgreementKernel = (
  reference: number,
  referencePictures: number,
  query: number,
  queryFours: number,
  rowBytes: number,
  sums: number,
  referenceFacts: number,
  queryFacts: number,
) => number;

// Parameters of the kernel behind the common ones, by index.
const REFERENCE_FACTS = 6;
const QUERY_FACTS = 7;

/** Adds a vector in a local to the one so many vectors behind an address. */
const addTo = (address: number, place: number, vector: number): number[] => [
  ...[...get(address), ...get(address), ...loadVector(place), ...get(vector), ...VECTOR_OP.f32x4Add],
  ...storeVector(place),
];

const MODULE = kernelModule(
  blocksKernel({
    parameters: 8,
    vectors: 4,
    start: ({ address, vector: texture }) => [
      ...[...splatFrom(REFERENCE_FACTS, 0), ...set(texture)],
      ...[...splatFrom(REFERENCE_FACTS, 1), ...set(texture + 1)],
      ...[...increase(REFERENCE_FACTS, REFERENCE_FACTS_BYTES), ...get(QUERY_FACTS), ...set(address)],
    ],
    take: ({ address, vector: texture }) => {
      const [factor, weight, agreement] = [texture + 1, texture + 2, texture + 3];
      return [
        ...[...get(factor), ...VECTOR_OP.f32x4Mul, ...get(address), ...loadVector(1), ...VECTOR_OP.f32x4Mul],
        ...[...vectorOf(CORRELATION.from), ...VECTOR_OP.f32x4Sub],
        ...[...vectorOf(1 / (CORRELATION.full - CORRELATION.from)), ...VECTOR_OP.f32x4Mul],
        ...[...vectorOf(0), ...VECTOR_OP.f32x4Pmax, ...vectorOf(1), ...VECTOR_OP.f32x4Pmin],
        ...[...get(texture), ...get(address), ...loadVector(0), ...VECTOR_OP.f32x4Pmax, OP.localTee, weight],
        ...[...VECTOR_OP.f32x4Mul, ...set(agreement)],
        ...[...addTo(RESULTS, 0, weight), ...addTo(RESULTS, 1, agreement)],
        ...[...increase(address, QUERY_FACTS_BYTES), ...increase(RESULTS, SUMS_BYTES)],
      ];
    },
  }),
);

/** The kernel over a memory. */
export function agreementKernel(memory: WasmMemory): AgreementKernel {
  return runnable(MODULE, memory) as AgreementKernel;
}
