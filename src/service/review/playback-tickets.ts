import { randomBytes } from "node:crypto";

/** A ticket opens its file for so long, milliseconds: as long as somebody may look at a pair. */
const LIFE_MILLISECONDS = 60 * 60 * 1000;

/** Tickets that are valid at a time; the oldest go first. */
const MOST_TICKETS = 1_000;

/** Bytes of a ticket: beyond guessing. */
const TICKET_BYTES = 24;

/**
 * Opens files to players for a while: a video element cannot send a token, and a token in an address would stand in logs
 * and histories. Who has the ticket of a file may read that file and nothing else.
 */
export class PlaybackTickets {
  readonly #tickets = new Map<string, { readonly path: string; readonly until: number }>();

  /** A new ticket for a file. */
  issue(path: string, now = Date.now()): string {
    for (const [ticket, { until }] of this.#tickets) {
      if (until > now && this.#tickets.size < MOST_TICKETS) break;
      this.#tickets.delete(ticket);
    }
    const ticket = randomBytes(TICKET_BYTES).toString("base64url");
    this.#tickets.set(ticket, { path, until: now + LIFE_MILLISECONDS });
    return ticket;
  }

  /** The file a ticket is for; undefined where it is none, or has expired. */
  fileOf(ticket: string, now = Date.now()): string | undefined {
    const found = this.#tickets.get(ticket);
    return found !== undefined && found.until > now ? found.path : undefined;
  }
}
