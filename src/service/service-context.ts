import type { Library } from "../index.js";
import type { Batches } from "./batches/batches.js";
import type { Roots } from "./input/roots.js";
import type { LibraryExemptions } from "./library-exemptions.js";
import type { ServiceMetrics } from "./metrics.js";
import type { ServiceSettings } from "./service-settings.js";
import type { LibraryViews } from "./views/library-views.js";

/** What every route works with. */
export interface ServiceContext {
  readonly library: Library;
  readonly views: LibraryViews;
  /** A thread for those of the review page, who must not wait behind accounts. */
  readonly reviewViews: LibraryViews;
  readonly exemptions: LibraryExemptions;
  readonly roots: Roots;
  readonly settings: ServiceSettings;
  readonly metrics: ServiceMetrics;
  readonly batches: Batches;
  /** See `namingKeyOf`. */
  readonly namingKey: Buffer;
  /** Aborted when the service was told to stop: no new work is taken. */
  readonly stopping: AbortSignal;
}
