import { openContentCache } from "../../../src/library/embedded/content-cache.js";
import { distinctVerdict } from "../../../src/verdict/verdict.js";

// Writes a thousand verdicts to a cache that other processes write to as well.
const [folder, name] = process.argv.slice(2) as [string, string];
using cache = openContentCache(folder, { verdictVersion: "1", decoderVersion: "1" });
try {
  for (let i = 0; i < 1000; i++) {
    cache.rememberVerdicts([{ a: `sha256:${name}-${i}`, b: "sha256:shared", verdict: distinctVerdict() }]);
  }
  console.log("done");
} catch (error) {
  console.log(`failed ${(error as { code: string }).code}`);
}
