import type { DesignNote } from "../../design/design-note.js";
import { CODE_BYTES } from "../../index/hamming/popcount-kernel.js";
import type { LayoutKind } from "../../layout/layout.js";
import type { Evidence, StoredEvidence } from "../../matching/candidate-evidence.js";
import type { Creative } from "../creative.js";

/** A row of the table `creative`. */
export interface CreativeRow {
  readonly number: number;
  readonly id: string;
  readonly kind: "video" | "image";
  readonly duration_seconds: number;
  readonly width: number;
  readonly height: number;
  readonly layout: LayoutKind;
  /** A JSON array of strings. */
  readonly design_notes: string | null;
  readonly file_digest: string;
  readonly video_digest: string | null;
  readonly audio_digest: string | null;
  readonly path: string | null;
  readonly account: string | null;
  readonly customer: string | null;
  /** A JSON array of strings. */
  readonly labels: string | null;
  readonly uploaded_at: string | null;
  readonly added_at: string;
}

/** What is kept of a creative's evidence. */
export interface EvidenceBlobs {
  readonly descriptors: Uint8Array;
  readonly hashes: Uint8Array;
}

/** A creative's rows of the tables `evidence` and `descriptor`, with its digests. */
export interface EvidenceRow extends EvidenceBlobs {
  readonly creative: number;
  readonly file_digest: string;
  readonly video_digest: string | null;
}

/** A creative as its row, without the number. */
export function rowOfCreative(creative: Creative): Omit<CreativeRow, "number"> {
  return {
    id: creative.id,
    kind: creative.kind,
    duration_seconds: creative.durationSeconds,
    width: creative.width,
    height: creative.height,
    layout: creative.layout,
    design_notes: creative.designNotes === undefined ? null : JSON.stringify(creative.designNotes),
    file_digest: creative.fileDigest,
    video_digest: creative.videoDigest ?? null,
    audio_digest: creative.audioDigest ?? null,
    path: creative.path ?? null,
    account: creative.account ?? null,
    customer: creative.customer ?? null,
    labels: creative.labels === undefined ? null : JSON.stringify(creative.labels),
    uploaded_at: creative.uploadedAt ?? null,
    added_at: creative.addedAt,
  };
}

/** The creative of a row. */
export function creativeOfRow(row: CreativeRow): Creative {
  return {
    id: row.id,
    kind: row.kind,
    durationSeconds: row.duration_seconds,
    width: row.width,
    height: row.height,
    layout: row.layout,
    ...(row.design_notes === null ? {} : { designNotes: JSON.parse(row.design_notes) as DesignNote[] }),
    fileDigest: row.file_digest,
    ...(row.video_digest === null ? {} : { videoDigest: row.video_digest }),
    ...(row.audio_digest === null ? {} : { audioDigest: row.audio_digest }),
    ...(row.path === null ? {} : { path: row.path }),
    ...(row.account === null ? {} : { account: row.account }),
    ...(row.customer === null ? {} : { customer: row.customer }),
    ...(row.labels === null ? {} : { labels: JSON.parse(row.labels) as string[] }),
    ...(row.uploaded_at === null ? {} : { uploadedAt: row.uploaded_at }),
    addedAt: row.added_at,
  };
}

/** Evidence as the two blobs of its row. */
export function evidenceBlobs({ descriptors, hashes }: Evidence): EvidenceBlobs {
  return {
    descriptors: Buffer.from(descriptors.buffer, descriptors.byteOffset, descriptors.byteLength),
    hashes: Buffer.concat(hashes),
  };
}

/** The evidence of a row. */
export function evidenceOfRow(row: EvidenceRow): StoredEvidence {
  const { video_digest: video, descriptors } = row;
  return {
    id: row.creative,
    digests: { file: row.file_digest, ...(video === null ? {} : { video }) },
    descriptors: new Int8Array(descriptors),
    hashes: codesOf(row.hashes),
  };
}

/** The hashes of a blob. */
export function codesOf(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.floor(bytes.length / CODE_BYTES) }, (_, i) =>
    bytes.slice(i * CODE_BYTES, (i + 1) * CODE_BYTES),
  );
}
