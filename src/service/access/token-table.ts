import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { TokenSettings } from "../service-settings.js";
import { type Caller, LOCAL_CALLER } from "./caller.js";

/** Tokens and whose they are. What is kept are digests: who reads the settings cannot use them. */
export class TokenTable {
  readonly #entries: readonly { readonly digest: Buffer; readonly caller: Caller }[];

  constructor(tokens: readonly TokenSettings[]) {
    this.#entries = tokens.map(({ name, sha256, scopes, accounts }) => ({
      digest: Buffer.from(sha256, "hex"),
      caller: {
        name,
        scopes: new Set(scopes),
        accounts: accounts === "all" ? accounts : new Set(accounts),
      },
    }));
  }

  /** True when nobody has a token. */
  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Who has this name; undefined where there is no such token any more. */
  callerNamed(name: string): Caller | undefined {
    if (this.isEmpty) return name === LOCAL_CALLER.name ? LOCAL_CALLER : undefined;
    return this.#entries.find(({ caller }) => caller.name === name)?.caller;
  }

  /** Whose token this is; undefined for nobody's. All entries are looked at, in constant time: how long it takes tells nothing. */
  callerOf(token: string): Caller | undefined {
    const digest = sha256(token);
    let found: Caller | undefined;
    for (const entry of this.#entries) {
      if (timingSafeEqual(entry.digest, digest)) found = entry.caller;
    }
    return found;
  }
}

/** Bytes of a token: beyond guessing. */
const TOKEN_BYTES = 32;

/** A new token, and the digest that goes into the settings in its place. */
export function newToken(): { readonly token: string; readonly sha256: string } {
  const token = `sct_${randomBytes(TOKEN_BYTES).toString("base64url")}`;
  return { token, sha256: sha256(token).toString("hex") };
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
