/** How packets lie in an MPEG transport stream. */
export interface TransportPackets {
  /** Bytes from one packet to the next. */
  readonly length: number;
  /** Where the first packet's sync byte is. */
  readonly first: number;
}

/** The kinds there are: plain, with time codes (m2ts), with error correction. */
const KINDS: readonly TransportPackets[] = [
  { length: 188, first: 0 },
  { length: 192, first: 4 },
  { length: 204, first: 0 },
];

/** What every packet begins with. */
export const SYNC_BYTE = 0x47;

/** Sync bytes in a row that make a transport stream. */
const SYNCS = 4;

/** How the packets lie in a file that begins with these bytes; undefined when it is no transport stream. */
export function transportPackets(head: Uint8Array): TransportPackets | undefined {
  return KINDS.find(({ length, first }) => {
    for (let packet = 0; packet < SYNCS; packet++) {
      if (head[first + packet * length] !== SYNC_BYTE) return false;
    }
    return true;
  });
}
