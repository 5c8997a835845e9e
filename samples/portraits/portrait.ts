import type { Sitter } from "./sitters.js";

/** How a portrait is made. `filmed`: the sitter's own movements. `set-in-motion`: one picture with its head moved. */
export type Treatment = "filmed" | "set-in-motion";

/** A moving picture of a sitter, in the framing and under the template that all have. */
export interface Portrait {
  readonly sitter: Sitter;
  /** Where the sitter's clip or photograph is. */
  readonly source: string;
  readonly treatment: Treatment;
}

/** Whose portraits are set against each other, and how they are made. */
export const PORTRAIT_KINDS = [
  { name: "other-talker-same-framing", sitters: "clip", treatment: "filmed" },
  { name: "other-portrait-same-framing", sitters: "package", treatment: "set-in-motion" },
] as const satisfies readonly {
  readonly name: string;
  readonly sitters: "clip" | "package";
  readonly treatment: Treatment;
}[];
