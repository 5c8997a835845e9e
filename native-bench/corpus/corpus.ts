import type { TruthFile } from "../../samples/truth/truth-file.js";

/** Rendered creatives and what is true of them. */
export interface Corpus {
  /** What it was made from, without the folders of this machine. */
  readonly name: string;
  /** Where the paths of the truth begin. */
  readonly folder: string;
  readonly truth: TruthFile;
}
