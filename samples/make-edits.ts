import { readdir } from "node:fs/promises";
import { join, parse, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { planLookAlikes } from "./corpus/look-alike-pairs.js";
import { type ClipLimits, planNormalisedClip } from "./corpus/normalise-clip.js";
import { familyOf, type Original } from "./corpus/original.js";
import { planCorpus } from "./corpus/plan-corpus.js";
import { planStrengths } from "./corpus/plan-strengths.js";
import { planPortraits } from "./portraits/plan-portraits.js";
import { portraitKey, renderPortrait } from "./portraits/render-portrait.js";
import { abortOnInterrupt, startBar } from "./progress.js";
import { seededRandom } from "./random.js";
import { probeClip } from "./rendering/probe-clip.js";
import { contentKey, RenderCache } from "./rendering/render-cache.js";
import { renderScene, sceneKey } from "./rendering/render-scene.js";
import { renderTasks } from "./rendering/render-tasks.js";
import { runCommand } from "./run-command.js";
import { writeTruth } from "./truth/truth-file.js";

const CLIP_EXTENSIONS = new Set([
  ".mp4",
  ".mov",
  ".m4v",
  ".mkv",
  ".webm",
  ".avi",
  ".mpg",
  ".flv",
  ".ts",
  ".wmv",
  ".3gp",
  ".gif",
]);

interface Options extends ClipLimits {
  readonly jobs: number;
  readonly seed: number;
  readonly limit?: number;
  readonly packages: string;
  readonly strengths?: true;
  readonly clips?: number;
}

/** Where packages with photographs are looked for: our own folder. */
const PACKAGE_FOLDER = fileURLToPath(new URL("..", import.meta.url));

/** Curves ask for no negatives. */
const NO_NEGATIVES = { files: [], creatives: [], pairs: [], missingPackages: [] } as const;

const signal = abortOnInterrupt();
await runCommand(
  new Command("make-edits")
    .description(
      "Renders every edit of every clip, and hard negatives, with the truth about each pair of files",
    )
    .argument("<clips>", "folder of clips; those whose names share the first word may show the same scene")
    .argument("<out>", "folder to fill: originals/, edits/, negatives/ and truth.json")
    .option("--max-seconds <n>", "longest original", positive, 15)
    .option("--long-side <pixels>", "largest original", positive, 640)
    .option("--jobs <n>", "renders at a time", positive, 2)
    .option("--seed <n>", "another seed gives other random choices", positive, 1)
    .option("--limit <n>", "most edits of a clip and most pairs of a kind of negative", positive)
    .option(
      "--packages <folder>",
      "whose node_modules has the packages with photographs that are set in motion",
      PACKAGE_FOLDER,
    )
    .option("--strengths", "each kind of edit at many strengths instead, to see where it is lost")
    .option("--clips <n>", "only so many of the clips, chosen by the seed", positive)
    .action(makeEdits),
  signal,
);

async function makeEdits(clipFolder: string, outFolder: string, options: Options): Promise<void> {
  const cache = await RenderCache.open(resolve(outFolder));
  const originals = await normaliseClips(resolve(clipFolder), cache, options);
  const { tasks, creatives, pairs } = options.strengths
    ? planStrengths(originals, options.seed)
    : planCorpus(originals, options.seed, options.limit);
  const lookAlikes = options.strengths ? NO_NEGATIVES : planLookAlikes();
  const portraits = options.strengths
    ? NO_NEGATIVES
    : await planPortraits(originals, resolve(options.packages));
  for (const name of portraits.missingPackages)
    process.stderr.write(`${name} is not installed: the portraits in it are left out\n`);
  await writeTruth(join(cache.folder, "truth.json"), {
    schema: "samecut.truth/1",
    originals: originals.map(({ name, file, family }) => ({ name, file, family })),
    creatives: [...creatives, ...lookAlikes.creatives, ...portraits.creatives],
    pairs: [...pairs, ...lookAlikes.pairs, ...portraits.pairs],
  });
  process.stderr.write(
    `${originals.length} clips, ${tasks.length} files to render, ${pairs.length} pairs in truth.json\n`,
  );
  const bar = startBar("Edits", tasks.length);
  const onDone = (file: string, failure?: Error): void => {
    bar.increment();
    if (failure === undefined) return;
    process.exitCode = 1;
    process.stderr.write(`\n${file}: ${lastLine(failure)}\n`);
  };
  for (const { file, scene } of lookAlikes.files)
    await cache.produce(file, contentKey(sceneKey(scene)), (path) => renderScene(scene, path, signal));
  for (const { file, portrait } of portraits.files)
    await cache.produce(file, await portraitKey(portrait), (path) => renderPortrait(portrait, path, signal));
  await renderTasks(cache, tasks, { jobs: options.jobs, signal, onDone });
  bar.stop();
}

/** A clip that cannot be read is reported and left out. */
async function normaliseClips(folder: string, cache: RenderCache, options: Options): Promise<Original[]> {
  const originals: Original[] = [];
  const names = (await readdir(folder))
    .filter((name) => CLIP_EXTENSIONS.has(parse(name).ext.toLowerCase()))
    .sort();
  const chosen = seededRandom("clips", options.seed).shuffle(names).slice(0, options.clips).sort();
  for (const fileName of chosen) {
    const { name } = parse(fileName);
    const file = `originals/${name}.mp4`;
    try {
      await cache.render(await planNormalisedClip(join(folder, fileName), options), file, signal);
      originals.push({ name, file, family: familyOf(name), clip: await probeClip(join(cache.folder, file)) });
    } catch (error) {
      signal.throwIfAborted();
      process.stderr.write(`${fileName} is left out: ${lastLine(error as Error)}\n`);
    }
  }
  return originals;
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("A number above 0 is expected.");
  return value;
}

/** ffmpeg's own conclusion, which comes last. */
function lastLine({ message }: Error): string {
  return message.trim().split("\n").at(-1) ?? "";
}
