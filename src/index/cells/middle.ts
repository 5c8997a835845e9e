import { FULL, SHORT_BYTES } from "../../signature/short-descriptor.js";

/** The middle of short descriptors, which follow each other in some blocks, as a short descriptor; undefined where there is none. */
export function middleOf(blocks: readonly Int8Array[]): Int8Array | undefined {
  const sum = new Float64Array(SHORT_BYTES);
  for (const block of blocks) {
    for (let at = 0; at < block.length; at += SHORT_BYTES)
      for (let k = 0; k < SHORT_BYTES; k++) sum[k]! += block[at + k]!;
  }
  const length = Math.hypot(...sum);
  return length === 0 ? undefined : Int8Array.from(sum, (value) => Math.round((value / length) * FULL));
}
