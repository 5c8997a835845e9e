import type { Random } from "../../samples/random.js";
import type { FaultScene } from "./fault-scene.js";

/** A way in which things go wrong. */
export interface Fault {
  /** A word or two, with hyphens. */
  readonly name: string;
  /** What is done, and what has to hold, in a line. */
  readonly description: string;
  /** A file system of its own for the scene's folder, this many bytes large. */
  readonly diskBytes?: number;
  /** Runs the service without the right of root to write wherever it likes. */
  readonly heedsPermissions?: boolean;
  /** Does it once, to a service under traffic, and leaves a service running; tells the scene what does not hold. */
  strike(scene: FaultScene, random: Random): Promise<void>;
}
