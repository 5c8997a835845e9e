/**
 * One idempotent set-up for a fresh clone: dependencies, ffmpeg, and in CI a browser for tests. Plain Node, because nothing is installed yet.
 * It is part of `npm test`, `npm run demo` and `npm run check`, so it must cost nothing when all is in place.
 *
 *   npm run setup            SAMECUT_FFMPEG=/path/to/ffmpeg uses that one · SAMECUT_NO_APT=1 never calls apt-get
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./setup/browser.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { chooseFfmpeg } from "./setup/ffmpeg-source.mjs";
import { findOnPath, runsAsFfmpeg } from "./setup/machine.mjs";
import { installPackages } from "./setup/system-packages.mjs";
import { SetupError, say } from "./setup/talk.mjs";

/** Oldest Node that samecut and its dependencies support: major, minor. */
const OLDEST_NODE = /** @type {const} */ ([20, 19]);
const root = fileURLToPath(new URL("..", import.meta.url));

try {
  requireNode();
  await ensureDependencies(root);
  const ffmpeg = ensureFfmpeg();
  ensureBrowser();
  say(`Ready: Node ${process.version}, ffmpeg from ${ffmpeg.source} (${ffmpeg.path}).`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new SetupError(
    `Node ${process.version} is too old: samecut needs ${OLDEST_NODE.join(".")} or newer.`,
  );
}

function ensureFfmpeg() {
  let choice = chooseFfmpeg(ffmpegPlaces(), runsAsFfmpeg);
  if (choice.kind === "missing") {
    installPackages(["ffmpeg"], "decodes the creatives; ffmpeg-static could not be downloaded");
    choice = chooseFfmpeg(ffmpegPlaces(), runsAsFfmpeg);
  }
  if (choice.kind === "configured-broken") {
    throw new SetupError(
      `SAMECUT_FFMPEG is set to ${choice.path}, which does not start as ffmpeg. Correct or unset it.`,
    );
  }
  if (choice.kind === "missing")
    throw new SetupError("ffmpeg was installed but is not on PATH. Open a new terminal and try again.");
  return choice.ffmpeg;
}

function ffmpegPlaces() {
  return { configured: process.env.SAMECUT_FFMPEG, bundled: bundledFfmpeg(), onPath: findOnPath("ffmpeg") };
}

/** Path of ffmpeg-static's binary; undefined where the optional package or its download is absent. */
function bundledFfmpeg() {
  try {
    const path = createRequire(join(root, "package.json"))("ffmpeg-static");
    return typeof path === "string" && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
