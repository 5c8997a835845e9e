import { createHmac } from "node:crypto";
import type { ReadCreative } from "../../index.js";
import { type Caller, isOwn } from "../access/caller.js";

/** Hexadecimal digits of a name. */
const NAME_DIGITS = 8;

/**
 * What others' creatives are called, to a caller who may not know their ids: by a # and a number. The same creative has the same name in
 * all answers, and nobody without the key can try ids against names.
 */
export class OthersNames {
  /** Undefined where all are the caller's. */
  readonly #own: ReadonlySet<string> | undefined;
  readonly #key: Buffer;

  /**
   * @param creatives all that are asked for later
   * @param key see `namingKeyOf`
   */
  constructor(
    creatives: Iterable<{ readonly id: string; readonly account?: string | undefined }>,
    caller: Caller,
    key: Buffer,
  ) {
    this.#key = key;
    if (caller.accounts === "all") return;
    const own = new Set<string>();
    for (const { id, account } of creatives)
      if (account !== undefined && isOwn(caller, { account })) own.add(id);
    this.#own = own;
  }

  /** True for a creative of the caller's. */
  isOwn(id: string): boolean {
    return this.#own?.has(id) ?? true;
  }

  /** The id of a creative of the caller's, or what another's is called. */
  readonly of = (id: string): string => {
    if (this.isOwn(id)) return id;
    return `#${createHmac("sha256", this.#key).update(id).digest("hex").slice(0, NAME_DIGITS)}`;
  };

  /** A creative as the caller may see it: another's keeps its shape and its dates only. */
  creative(creative: ReadCreative): ReadCreative {
    if (this.isOwn(creative.id)) return creative;
    const { kind, durationSeconds, width, height, layout, uploadedAt, origin } = creative;
    const name = this.of(creative.id);
    const dated = uploadedAt === undefined ? {} : { uploadedAt };
    return {
      ...{ id: name, path: name, origin, status: "ok", fileDigest: "" },
      ...{ kind, durationSeconds, width, height, layout, ...dated },
    };
  }
}
