import { type ErrorRow, row } from "./error-row.js";

/** Errors of the nearest-neighbour index. */
export const INDEX_ERRORS = {
  INDEX_CRASHED: row(
    500,
    "The search index stopped working",
    "Try again: it is rebuilt from the library; report it if it happens again.",
  ),
  INDEX_UNAVAILABLE: row(
    500,
    "The search index cannot be loaded",
    "Its native part is built at installation: run `npm rebuild hnswlib-node` with python3, make and a C++ compiler, without --ignore-scripts.",
  ),
  VECTOR_INVALID: row(
    400,
    "The vector cannot be indexed",
    "Give a finite vector of unit length and of the index's dimension.",
  ),
} satisfies Record<string, ErrorRow>;
