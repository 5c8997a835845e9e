import type { StoredPair } from "../creative.js";
import { isInScope } from "../scope.js";
import type { NewCreative, StoreScope } from "../store.js";
import { AllowedTable } from "./allowed-table.js";
import { CreativeTable } from "./creative-table.js";
import { EvidenceTable } from "./evidence-table.js";
import { NeighbourTable } from "./neighbour-table.js";
import { OutlineTable } from "./outline-table.js";
import { PairTable, pairOfRow } from "./pair-table.js";
import type { SqliteDatabase } from "./sqlite-file.js";

/** The tables of a library, and what concerns several of them. Synchronous; throws SQLite's own errors. */
export class LibraryTables {
  readonly creatives: CreativeTable;
  readonly evidence: EvidenceTable;
  readonly pairs: PairTable;
  readonly allowed: AllowedTable;
  readonly outlines: OutlineTable;
  readonly #neighbours: NeighbourTable;

  /** @param tell told in words of damage that is met, each time */
  constructor(database: SqliteDatabase, writable: boolean, tell: (warning: string) => void) {
    this.creatives = new CreativeTable(database);
    const onDamage = (number: number): void => {
      const id = this.creatives.byNumber(number)?.id ?? String(number);
      tell(`What creative ${id} is found by is damaged; it is worked out anew`);
    };
    this.evidence = new EvidenceTable(database, this.creatives, { writable, onDamage });
    this.pairs = new PairTable(database);
    this.allowed = new AllowedTable(database);
    this.outlines = new OutlineTable(database);
    this.#neighbours = new NeighbourTable(database);
  }

  /** See `CreativeStore.put`; returns the numbers given. Call in a transaction. */
  put(batch: readonly NewCreative[], compared: readonly StoredPair[]): number[] {
    const numbers = this.creatives.insert(batch);
    for (const [place, { evidence }] of batch.entries()) {
      const number = numbers[place] as number;
      if (evidence === undefined) this.evidence.renew(number);
      else this.evidence.put(number, evidence);
    }
    this.pairs.insert(compared.filter((pair) => !isDistinct(pair)));
    this.#neighbours.put(numbers, compared.filter(isDistinct), (id) => this.pairs.requireNumber(id));
    return numbers;
  }

  /** See `CreativeStore.redate`. Call in a transaction. */
  redate(id: string, uploadedAt: string | undefined, turned: readonly StoredPair[]): void {
    this.creatives.redate(id, uploadedAt);
    this.pairs.turn(turned);
    this.#neighbours.forgetTurned(this.pairs.requireNumber(id));
  }

  /** See `CreativeStore.nearestOf`. */
  nearestOf(id: string, k: number, scope: StoreScope): StoredPair[] | undefined {
    const number = this.creatives.numberOf(id);
    const known = number === undefined ? undefined : this.#neighbours.of(number);
    if (known === undefined) return undefined;
    const nearest: StoredPair[] = [];
    for (const { other, earlier, similarity, verdict } of known.rows) {
      if (nearest.length === k || similarity < known.leftOut) break;
      const creative = this.creatives.byId(other);
      if (creative === undefined || !isInScope(creative, scope)) continue;
      nearest.push(pairOfRow(earlier ? { a: other, b: id, verdict } : { a: id, b: other, verdict }));
    }
    return nearest.length === k ? nearest : undefined;
  }
}

function isDistinct({ verdict: { grade } }: StoredPair): boolean {
  return grade === "distinct";
}
