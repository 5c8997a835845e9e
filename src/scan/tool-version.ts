import { createRequire } from "node:module";
import { z } from "zod";

/** samecut's own version, as its package says. */
export const TOOL_VERSION: string = z
  .object({ version: z.string() })
  // The same path from src/scan and from dist/scan.
  .parse(createRequire(import.meta.url)("../../package.json")).version;
