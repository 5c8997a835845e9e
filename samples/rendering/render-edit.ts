import type { Edit, Material } from "../edits/edit.js";
import type { ClipFacts } from "../montage/clip-facts.js";
import { Montage } from "../montage/montage.js";
import { type EditTruth, editTruth, type RenderPlan, renderPlan } from "../montage/plan.js";
import { renderPlanTo } from "./render-plan.js";

/** An edit worked out for one clip: what to render, and what will then be true. */
export interface PlannedEdit {
  readonly plan: RenderPlan;
  readonly truth: EditTruth;
}

/** Works out an edit for a clip without touching a file. */
export function planEdit(source: ClipFacts, edit: Pick<Edit, "apply">, material: Material): PlannedEdit {
  const montage = new Montage(source);
  edit.apply(montage, material);
  return { plan: renderPlan(montage), truth: editTruth(montage) };
}

/** Renders one edit of a clip to `outFile` and tells what is true of it. */
export async function renderEdit(
  source: ClipFacts,
  edit: Pick<Edit, "apply">,
  material: Material,
  outFile: string,
  signal?: AbortSignal,
): Promise<EditTruth> {
  const { plan, truth } = planEdit(source, edit, material);
  await renderPlanTo(plan, outFile, signal);
  return truth;
}
