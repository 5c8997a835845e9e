import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import sharp from "sharp";
import type { GraphInput } from "../montage/filter-graph.js";
import type { RenderPlan } from "../montage/plan.js";
import { REPRODUCIBLE, runFfmpeg } from "./run-ffmpeg.js";

/** ffmpeg's names for the containers we write. */
const MUXERS: Readonly<Record<string, string>> = { mp4: "mp4", mkv: "matroska", webm: "webm" };

/**
 * Carries out a plan. The file appears under its name only when it is complete, so a killed run leaves no half file
 * behind that a later one would trust. The same plan gives the same bytes with the same ffmpeg.
 */
export async function renderPlanTo(plan: RenderPlan, outFile: string, signal?: AbortSignal): Promise<void> {
  const folder = dirname(outFile);
  await mkdir(folder, { recursive: true });
  const partial = join(folder, `.${basename(outFile)}.${process.pid}.partial`);
  const pictures: string[] = [];
  try {
    const inputs: string[] = [];
    for (const input of plan.inputs) {
      const picture = input.kind === "drawing" ? `${partial}.${pictures.length}.png` : undefined;
      if (input.kind === "drawing" && picture !== undefined) {
        pictures.push(picture);
        await writeFile(
          picture,
          await sharp(Buffer.from(input.drawing.svg)).png({ compressionLevel: 1 }).toBuffer(),
        );
      }
      inputs.push(...inputArguments(input, picture));
    }
    const filters =
      plan.filterGraph === "" ? [] : ["-filter_complex_threads", "1", "-filter_complex", plan.filterGraph];
    const maps = plan.maps.flatMap((map) => ["-map", map]);
    const muxer = MUXERS[plan.container];
    if (muxer === undefined) throw new RangeError(`No muxer is known for .${plan.container}`);
    await runFfmpeg(
      [
        ...inputs,
        ...filters,
        ...maps,
        ...plan.outputOptions,
        ...REPRODUCIBLE.split(" "),
        "-map_metadata",
        "-1",
        "-f",
        muxer,
        `file:${partial}`,
      ],
      signal,
    );
    await rename(partial, outFile);
  } finally {
    await Promise.all([partial, ...pictures].map((path) => rm(path, { force: true })));
  }
}

function inputArguments(input: GraphInput, picture: string | undefined): string[] {
  switch (input.kind) {
    case "clip":
      return [...(input.loop ? ["-stream_loop", "-1"] : []), "-threads", "1", "-i", `file:${input.path}`];
    case "generated":
      return ["-f", "lavfi", "-i", input.source];
    case "drawing": {
      const held =
        input.seconds === undefined
          ? []
          : ["-loop", "1", "-framerate", String(input.framesPerSecond ?? 25), "-t", input.seconds.toFixed(3)];
      return [...held, "-f", "image2", "-pattern_type", "none", "-i", `file:${picture}`];
    }
  }
}
