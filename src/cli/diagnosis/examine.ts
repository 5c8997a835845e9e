import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  cacheFolder,
  DEFAULT_DECODER_BYTES,
  dataFolder,
  type ErrorCode,
  findImageSandbox,
  findSandbox,
  fingerprint,
  listDecoders,
  locateFfmpeg,
  openLibrary,
  SamecutError,
  type SandboxSettings,
} from "../../index.js";
import { examineOne, type Finding } from "./finding.js";
import { writableFolderSize } from "./folder-size.js";
import { IMAGE_SPECIMEN, VIDEO_SPECIMEN } from "./specimens.js";
import type { DiagnosisTexts } from "./texts.js";

/** The oldest Node samecut runs on, as in package.json. */
const LEAST_NODE = [20, 19] as const;

/** Looks at everything samecut needs, not by asking whether it is there but by using it. */
export async function examine(signal: AbortSignal, texts: DiagnosisTexts): Promise<Finding[]> {
  const { subjects } = texts;
  return [
    await examineOne(subjects.node, async () => nodeVersion(), as("NODE_TOO_OLD")),
    await examineOne(
      subjects.ffmpeg,
      async () => {
        const { version, path, source } = await locateFfmpeg();
        return source === "PATH" ? `${version}, ${texts.onPath}` : `${version}, ${path} (${source})`;
      },
      as("FFMPEG_MISSING"),
    ),
    await examineOne(subjects.sandbox, () => sandbox(texts), as("SANDBOX_UNAVAILABLE")),
    await examineOne(subjects.codecs, decoders, as("FFMPEG_UNSUITABLE")),
    await examineOne(
      subjects.video,
      async () => readSpecimen(VIDEO_SPECIMEN, signal, texts),
      as("FFMPEG_UNSUITABLE"),
    ),
    await examineOne(
      subjects.image,
      async () => readSpecimen(IMAGE_SPECIMEN, signal, texts),
      as("UNEXPECTED"),
    ),
    await examineOne(subjects.library, async () => useLibrary(signal, texts), as("UNEXPECTED")),
    await examineOne(subjects.cache, async () => describeFolder(cacheFolder()), as("CACHE_UNAVAILABLE")),
    await examineOne(subjects.allowed, async () => describeFolder(dataFolder()), as("STORE_NOT_ACCESSIBLE")),
  ];
}

function as(code: ErrorCode): (error: unknown) => SamecutError {
  return (error) =>
    error instanceof SamecutError ? error : new SamecutError(code, { detail: String(error), cause: error });
}

function nodeVersion(): string {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    throw new SamecutError("NODE_TOO_OLD", { detail: process.version });
  }
  return process.version;
}

/** What keeps decoders from the rest of this machine, where they are to be kept from it. */
async function sandbox({ walls, noLimits, forImages, inForce }: DiagnosisTexts): Promise<string> {
  const { wall, memoryLimitBytes } = await findSandbox(strongestSandbox());
  const images = await findImageSandbox(strongestSandbox());
  const memory = memoryLimitBytes === undefined ? noLimits : `${memoryLimitBytes / 1024 ** 2} MB`;
  const ofImages = images.wall === wall ? "" : `; ${forImages(images.wall)}`;
  return `${walls[wall]}${ofImages}; ${memory}; ${whenSandboxed(inForce)}`;
}

function strongestSandbox(): SandboxSettings {
  return {
    mode: process.env.SAMECUT_SANDBOX === "require" ? "require" : "auto",
    memoryLimitBytes: DEFAULT_DECODER_BYTES,
  };
}

/** Where the sandbox is in force. */
function whenSandboxed({ never, always, inService }: DiagnosisTexts["inForce"]): string {
  switch (process.env.SAMECUT_SANDBOX) {
    case "off":
      return never;
    case "auto":
    case "require":
      return always;
    default:
      return inService;
  }
}

async function decoders(): Promise<string> {
  const { found, missing } = await listDecoders();
  if (missing.length > 0)
    throw new SamecutError("FFMPEG_UNSUITABLE", { detail: `no decoder for ${missing.join(", ")}` });
  return found.join(", ");
}

async function readSpecimen(bytes: Buffer, signal: AbortSignal, { works }: DiagnosisTexts): Promise<string> {
  const { width, height } = await fingerprint(bytes, { signal });
  return `${works} (${width}x${height})`;
}

/** Stores a creative in a new library and finds it again: loads SQLite and the index, which are built at installation. */
async function useLibrary(signal: AbortSignal, { works }: DiagnosisTexts): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "samecut-doctor-"));
  try {
    await using library = await openLibrary(join(folder, "library"), { signal });
    await library.add(IMAGE_SPECIMEN, { id: "specimen", signal });
    const { matches } = await library.check(IMAGE_SPECIMEN, { signal });
    if (matches[0]?.creative.id !== "specimen") throw new Error("what was stored was not found again");
    return works;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describeFolder(folder: string): Promise<string> {
  const megabytes = (await writableFolderSize(folder)) / 1024 / 1024;
  return `${folder}, ${megabytes.toFixed(1)} MB`;
}
