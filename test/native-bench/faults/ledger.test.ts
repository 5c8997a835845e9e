import { describe, expect, it } from "vitest";
import { damagedBytes } from "../../../native-bench/faults/damaged-bytes.js";
import { Ledger } from "../../../native-bench/faults/ledger.js";
import { availabilityOf } from "../../../native-bench/faults/request-log.js";
import { seededRandom } from "../../../samples/random.js";

describe("Ledger", () => {
  it("tells what was acknowledged and is not so", () => {
    const ledger = new Ledger();
    ledger.note("lost", "present");
    ledger.note("kept", "present");
    ledger.note("back", "absent");
    ledger.note("open", "unknown");
    expect(ledger.acknowledged).toBe(3);
    expect(ledger.settle(["kept", "back", "open", "stray"]).map(({ id }) => id)).toEqual([
      "lost",
      "back",
      "stray",
    ]);
    // What was open has been seen: from now on it has to stay.
    expect(ledger.settle(["kept", "back"]).map(({ id }) => id)).toEqual(["open"]);
  });

  it("tells which allowances are forgotten, in whatever order they are told", () => {
    const ledger = new Ledger();
    ledger.noteAllowed("p", "q");
    ledger.noteAllowed("s", "r");
    expect(ledger.settleAllowed([{ a: "q", b: "p" }]).map(({ id }) => id)).toEqual(["r s"]);
  });
});

describe("availabilityOf", () => {
  it("leaves out what a restart overlaps, and tells failures from refusals", () => {
    const request = (from: number, status?: number, code?: string) => ({ from, to: from + 10, status, code });
    const requests = [
      request(0, 200),
      request(20, 404, "CREATIVE_NOT_FOUND"),
      request(40, 507, "DISK_FULL"),
      request(60, 500, "UNEXPECTED"),
      request(80),
      request(95),
    ];
    expect(availabilityOf(requests, [{ from: 100, to: 200 }])).toEqual({
      requests: 5,
      failed: 2,
      failures: { UNEXPECTED: 1, none: 1 },
      refused: { DISK_FULL: 1 },
      duringRestarts: 1,
    });
  });
});

it("damaged bytes are never the same bytes", () => {
  const bytes = Uint8Array.from([1, 2, 3]);
  const random = seededRandom("damage");
  for (let i = 0; i < 200; i++) expect(damagedBytes(bytes, random)).not.toEqual(bytes);
});
