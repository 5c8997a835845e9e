import type { Layout } from "../layout/layout.js";
import { DIHEDRALS, type Dihedral } from "./dihedral.js";
import { angledViews, crop, cropsOn, innerViews, insetViews, within } from "./query-views.js";
import { type View, viewOf } from "./view.js";

/** Views of a query that are looked up in the same orientations, at the same number of its moments. */
export interface SearchTier {
  readonly views: readonly View[];
  readonly turns: readonly Dihedral[];
  /** Key samples they are taken of, the least alike first; 1 to {@link SEARCH_SAMPLES}. */
  readonly samples: number;
}

/** Most key samples of a query that are looked up. */
export const SEARCH_SAMPLES = 8;

/** Upright and mirrored. */
const MIRRORED = DIHEDRALS.slice(0, 2);

/** All places of a 3 x 3 grid but the middle one. */
const offCentre = (views: readonly View[]): View[] => views.filter((_, place) => place !== 4);

/** What is looked up of a picture that fills the query, or of the content within one. */
const CENTRED = [crop(1, 0, 0), crop(0.91, 0, 0), crop(0.83, 0, 0)];
const SHIFTED = offCentre(cropsOn({ size: 0.83, steps: 3 }));
const SLANTED = [...cropsOn({ size: 0.72, steps: 3 }), ...angledViews()];

/**
 * What is looked up of a query, the likeliest first; `aspect` is its width over height. An edit is made of a whole creative, so what one moment misses
 * another brings: the many unlikely views are asked of a few moments only (DECISIONS.md has what that costs).
 */
export function searchTiers(layout: Layout, aspect: number): SearchTier[] {
  const plain = layout.kind === "plain";
  const content = viewOf(layout.content);
  const inside = (views: readonly View[]): readonly View[] =>
    plain ? views : views.map((view) => within(content, view));
  const centred = plain ? CENTRED : [...inside(CENTRED), ...CENTRED];
  return [
    { views: [...centred, ...innerViews(aspect)], turns: DIHEDRALS, samples: SEARCH_SAMPLES },
    { views: inside(SHIFTED), turns: DIHEDRALS, samples: 4 },
    { views: inside(SLANTED), turns: MIRRORED, samples: 4 },
    { views: insetViews(aspect, plain), turns: MIRRORED, samples: 2 },
  ];
}
