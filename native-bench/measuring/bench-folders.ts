import { fileURLToPath } from "node:url";

/** Clips and corpora that benchmarks make, and what they cache; may be deleted at any time. */
export const OUT_FOLDER = fileURLToPath(new URL("../out", import.meta.url));

/** Results that are kept: raw numbers with the command, versions and machine. */
export const RUNS_FOLDER = fileURLToPath(new URL("../runs", import.meta.url));
