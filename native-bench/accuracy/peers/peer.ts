/** A score for each way of reading a peer, by name; higher is more alike. */
export type PeerScores = Readonly<Record<string, number>>;

/** Another detector, asked about the same pairs. */
export interface Peer {
  readonly name: string;
  /** Compares two files of the corpus by path; undefined where it crashes. Rejects when one of them cannot be read. */
  compare(a: string, b: string, signal: AbortSignal): Promise<PeerScores | undefined>;
}
