import { SamecutError } from "../../errors.js";

/** How the graph of cell centres is built and asked, and how many cells are looked through. */
export interface HnswSettings {
  /** Links of each vector: 2 to 100. More links: better recall and more memory (8 bytes a link and vector). */
  readonly M: number;
  /** Width of the search while building, at least M. 200 takes twice as long and finds nothing more at M 16. */
  readonly efConstruction: number;
  /** Width of the search while asking, at least 1; never less than the anchors that are asked for, some more than `cellsSearched`. */
  readonly efSearch: number;
  /** Cells that each view is looked for in, 1 to 1,000: twice as many take nearly twice as long (DECISIONS.md has what they find). */
  readonly cellsSearched: number;
  /** Most centres in one graph, 1,000 to 1,000,000. A graph is never enlarged: a full one is kept and the next begun. */
  readonly segmentVectors: number;
}

/** Documented with {@link HnswSettings}. */
export const DEFAULT_HNSW_SETTINGS: HnswSettings = {
  M: 16,
  efConstruction: 100,
  efSearch: 32,
  cellsSearched: 12,
  segmentVectors: 250_000,
};

const RANGES: Readonly<Record<keyof HnswSettings, readonly [least: number, most: number]>> = {
  M: [2, 100],
  efConstruction: [2, 10_000],
  efSearch: [1, 10_000],
  cellsSearched: [1, 1_000],
  segmentVectors: [1_000, 1_000_000],
};

/** The defaults with some settings replaced. Throws SETTING_INVALID when one is out of its range. */
export function hnswSettings(given: Partial<HnswSettings> = {}): HnswSettings {
  const settings = { ...DEFAULT_HNSW_SETTINGS, ...given };
  for (const name of Object.keys(RANGES) as (keyof HnswSettings)[]) {
    const [least, most] = RANGES[name];
    if (!Number.isInteger(settings[name]) || settings[name] < least || settings[name] > most) {
      const detail = `expected an integer from ${least} to ${most} for ${name} but received ${settings[name]}`;
      throw new SamecutError("SETTING_INVALID", { detail });
    }
  }
  return settings;
}
