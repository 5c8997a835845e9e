import type { AddingCost } from "./growing-library.js";
import type { CheckingCost } from "./measure-checking.js";
import type { SearchingCost } from "./measure-searching.js";

/** A library of one size: what filling it up to there, holding, opening and asking it took. */
export interface MeasuredSize {
  readonly creatives: number;
  readonly adding: AddingCost;
  readonly bytesACreative: number;
  readonly openingSeconds: number;
  readonly searching: SearchingCost;
  /** Checks of creatives made of pictures that the library's are made of as well, and of others. */
  readonly checking: CheckingCost;
  readonly checkingNew: CheckingCost;
}
