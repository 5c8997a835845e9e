import { fileURLToPath } from "node:url";
import { workerModule } from "../threads/worker-module.js";

/** What the program prints when nobody listens to it: that it could start. */
export const IMAGE_PROGRAM_ANSWER = "images";

/** What Node and libvips lay claim to before they open an image: 1 to 2 GiB, of which they use some fifty megabytes. */
const ADDRESS_SPACE_BYTES = 2 * 1024 ** 3;

/** The same where TypeScript is loaded by WebAssembly, which lays claim to 10 GiB at a time. */
const ADDRESS_SPACE_FROM_SOURCES_BYTES = 24 * 1024 ** 3;

/** A program that opens images: `image-child.ts`, with what it is made of. */
export interface ImageProgram {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute paths of its code and its packages: what it needs to see besides the system's programs. */
  readonly readablePaths: readonly string[];
  /** Address space it takes by itself. */
  readonly addressSpaceBytes: number;
}

/** How to start the program. */
export function imageProgram(): ImageProgram {
  const { url, execArgv } = workerModule("image-child", import.meta.url);
  const beside = (place: string): string => fileURLToPath(new URL(place, import.meta.url));
  return {
    program: process.execPath,
    args: [...execArgv, fileURLToPath(url)],
    // Of our own package not all: a clone may have videos and libraries beside the code.
    readablePaths: [beside(".."), beside("../../package.json"), packagesFolder()],
    addressSpaceBytes: execArgv.length === 0 ? ADDRESS_SPACE_BYTES : ADDRESS_SPACE_FROM_SOURCES_BYTES,
  };
}

/** The folder of installed packages that sharp is in, and with it, in whatever layout, all it needs. */
function packagesFolder(): string {
  const sharp = fileURLToPath(import.meta.resolve("sharp"));
  const [before] = sharp.split(/(?<=[/\\]node_modules)[/\\]/, 1);
  return before as string;
}
