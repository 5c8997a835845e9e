import type { DesignNote } from "../design/design-note.js";
import type { LayoutKind } from "../layout/layout.js";
import type { CreativeFacts } from "../matching/description.js";
import type { PairVerdict } from "../verdict/verdict.js";

/** What a library tells of a creative. */
export interface Creative {
  /** Unique in its library. */
  readonly id: string;
  readonly kind: "video" | "image";
  /** 0 for an image. */
  readonly durationSeconds: number;
  /** Displayed size, pixels. */
  readonly width: number;
  readonly height: number;
  readonly layout: LayoutKind;
  /** What may count as poor design; absent when there is nothing, and where it was added by a samecut that did not note it. */
  readonly designNotes?: readonly DesignNote[];
  /** `sha256:<hex>` digests: of the file, of its compressed video packets, of its compressed audio packets. */
  readonly fileDigest: string;
  readonly videoDigest?: string;
  readonly audioDigest?: string;
  /** Where it came from, as it was given; never opened again. */
  readonly path?: string;
  /** The advertiser's account. */
  readonly account?: string;
  /** Whose account it is: a customer may have several, through several agencies. */
  readonly customer?: string;
  /** Words of the caller's, such as campaigns; each once, in the order given. Absent when there are none. */
  readonly labels?: readonly string[];
  /** When it was first delivered, ISO 8601 in UTC. */
  readonly uploadedAt?: string;
  /** When it came into the library, ISO 8601 in UTC. */
  readonly addedAt: string;
}

/** What the caller knows of a creative besides its content. */
export interface CreativeDetails {
  /** Default: the first 16 hexadecimal digits of the file's SHA-256. */
  readonly id?: string;
  /** Default: the path the creative is read from. */
  readonly path?: string;
  readonly account?: string;
  readonly customer?: string;
  readonly labels?: readonly string[];
  /** Decides which of two creatives is the earlier one; default: when it is added. */
  readonly uploadedAt?: Date;
}

/** Two creatives of a library and the verdict on them. */
export interface StoredPair {
  /** Id of the earlier creative. */
  readonly a: string;
  /** Id of the later creative. */
  readonly b: string;
  readonly verdict: PairVerdict;
}

/** The facts of a fingerprint, with what the caller knows. */
export function describeCreative(facts: CreativeFacts, details: CreativeDetails, addedAt: Date): Creative {
  const { file, video, audio } = facts.digests;
  const labels = [...new Set(details.labels)];
  const { designNotes = [] } = facts;
  return {
    id: details.id ?? file.slice("sha256:".length, "sha256:".length + 16),
    kind: facts.kind,
    durationSeconds: facts.durationSeconds,
    width: facts.width,
    height: facts.height,
    layout: facts.layout.kind,
    ...(designNotes.length === 0 ? {} : { designNotes }),
    fileDigest: file,
    ...(video === undefined ? {} : { videoDigest: video }),
    ...(audio === undefined ? {} : { audioDigest: audio }),
    ...(details.path === undefined ? {} : { path: details.path }),
    ...(details.account === undefined ? {} : { account: details.account }),
    ...(details.customer === undefined ? {} : { customer: details.customer }),
    ...(labels.length === 0 ? {} : { labels }),
    ...(details.uploadedAt === undefined ? {} : { uploadedAt: details.uploadedAt.toISOString() }),
    addedAt: addedAt.toISOString(),
  };
}

/** When a creative counts as published. */
export function publishedAt(creative: Creative): string {
  return creative.uploadedAt ?? creative.addedAt;
}
