import PQueue from "p-queue";
import { type Exemption, ExemptionList } from "../index.js";

/** The exemptions of the service's library. They are read anew each time, for the command line changes them too. */
export class LibraryExemptions {
  readonly #folder: string;
  readonly #changes = new PQueue({ concurrency: 1 });

  /** @param folder of the library */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** All of them, those that were taken back included. Throws STORE_DAMAGED, STORE_NOT_ACCESSIBLE. */
  async all(): Promise<readonly Exemption[]> {
    return (await ExemptionList.load(this.#folder)).all;
  }

  /** Changes the list, one change after the other: each sees what the one before has saved. Throws what the change throws. */
  change<Result>(change: (list: ExemptionList) => Promise<Result>): Promise<Result> {
    return this.#changes.add(async () => await change(await ExemptionList.load(this.#folder)));
  }
}
