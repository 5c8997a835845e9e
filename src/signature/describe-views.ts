import type { Picture } from "../picture/picture.js";
import { reserve, wasm } from "../wasm/runtime.js";
import { DESCRIPTOR_LENGTH, FREQUENCIES } from "./dct.js";
import { descriptorKernel } from "./descriptor-kernel.js";
import { FLOAT_BYTES, FREQUENCY_BYTES, frequencyKernel, LINES_TOGETHER } from "./frequency-kernel.js";
import { lumaKernel } from "./luma-kernel.js";
import { POINT_BYTES, pointKernel } from "./point-kernel.js";
import { VIEW_POINTS } from "./points.js";
import type { View } from "./view.js";
import { type PlannedView, planViews, type ViewPlan } from "./view-plan.js";

const memory = new wasm.Memory({ initial: 1 });
const readLuma = lumaKernel(memory);
const samplePoints = pointKernel(memory);
const transform = frequencyKernel(memory);
const finish = descriptorKernel(memory);

/**
 * The descriptors of views of pictures: `[picture][view]`, undefined where a view is flat. All pictures have the size of the first. An upright view is never sampled: its coefficients are sums over the picture's
 * pixels, first along columns, which views that lie side by side have in common if they follow each other in the list, then along rows.
 */
export function describeViews(
  pictures: readonly Picture[],
  views: readonly View[],
): (Float32Array | undefined)[][] {
  if (pictures.length === 0) return [];
  const plan = planViews(views, pictures[0]!);
  reserve(memory, plan.end);
  const held = new Uint8Array(memory.buffer);
  for (const { at, bytes } of plan.tables) held.set(bytes, at);
  // Without the mean.
  const descriptor = new Float32Array(memory.buffer, plan.descriptor + FLOAT_BYTES, DESCRIPTOR_LENGTH);
  return pictures.map(({ luma }) => {
    held.set(luma, plan.luma);
    readLuma(plan.luma, plan.luma + luma.length, plan.plane);
    let before: PlannedView | undefined;
    return plan.views.map((view) => {
      const isKnown = view.down === before?.down && view.plane === before.plane && view.points === undefined;
      if (!isKnown) transformColumns(view, plan);
      before = view;
      return isDescribed(view, plan) ? descriptor.slice() : undefined;
    });
  });
}

/** Works out what a view takes of the columns of its plane, for all of them. */
function transformColumns({ plane, width, points, down }: PlannedView, plan: ViewPlan): void {
  const rowBytes = width * FLOAT_BYTES;
  if (points !== undefined) samplePoints(points, points + VIEW_POINTS * POINT_BYTES, plan.rowBytes, plane);
  const quads = Math.ceil(width / LINES_TOGETHER);
  transform(plane + down.first * rowBytes, rowBytes, down.count, down.at, quads, plan.columns);
}

/** Works out what a view takes of the rows, and its descriptor; whether it has one. */
function isDescribed({ across }: PlannedView, { columns, coefficients, descriptor }: ViewPlan): boolean {
  const first = columns + across.first * FREQUENCY_BYTES;
  const quads = FREQUENCIES / LINES_TOGETHER;
  transform(first, FREQUENCY_BYTES, across.count, across.at, quads, coefficients);
  return finish(coefficients, descriptor) !== 0;
}
