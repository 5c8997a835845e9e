import { join } from "node:path";
import Database from "better-sqlite3";
import { EmbeddedStore } from "../../src/library/embedded/embedded-store.js";
import { distinctVerdict, type PairVerdict } from "../../src/verdict/verdict.js";

/** How large a library of campaigns is. */
export interface CampaignSizes {
  readonly creatives: number;
  /** The first creatives belong to so many campaigns; the others are alone. */
  readonly campaigns: number;
  /** Creatives of a campaign, of which each two are a pair: 50 make 1,225 pairs. */
  readonly variants: number;
}

/** Accounts of the library. */
const ACCOUNTS = 50;

const VERDICT: PairVerdict = {
  ...distinctVerdict(),
  grade: "duplicate",
  rules: [
    { rule: 3, confidence: 1, detail: { changedShare: 0.101, regions: 1 } },
    { rule: 4, confidence: 1, detail: { mirrored: true, angleDegrees: -90, zoom: 1, stretch: 1 } },
  ],
  segments: [{ a: [0, 15], b: [0, 15], similarity: 0.823 }],
};

/**
 * Fills a folder with a library of campaigns, whose creatives were uploaded in another order than they were added in. They have no
 * fingerprints, so that a hundred thousand take seconds: it can be looked at, but nothing can be searched for in it.
 */
export async function fillWithCampaigns(
  folder: string,
  { creatives, campaigns, variants }: CampaignSizes,
): Promise<void> {
  await (await EmbeddedStore.open(folder)).close();
  using database = closing(new Database(join(folder, "library.sqlite")));
  database.exec(`BEGIN;
    WITH RECURSIVE one (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM one WHERE n < ${creatives})
    INSERT INTO creative (number, id, kind, duration_seconds, width, height, layout, file_digest, path, account, uploaded_at, added_at)
      SELECT n, printf('creative-%d', n), 'video', 15, 720, 1280, 'plain', printf('sha256:%064x', n), printf('campaign/%d.mp4', n),
        printf('account-%d', n % ${ACCOUNTS}), strftime('%Y-%m-%dT%H:%M:%fZ', 1767225600 + n * 7919 % 25000000, 'unixepoch'),
        '2026-11-01T00:00:00.000Z' FROM one;
    WITH RECURSIVE one (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM one WHERE n < ${variants - 1}),
      campaign (c) AS (SELECT 0 UNION ALL SELECT c + 1 FROM campaign WHERE c < ${campaigns - 1})
    INSERT INTO pair (earlier, later, verdict)
      SELECT c * ${variants} + p.n + 1, c * ${variants} + q.n + 1,
        json_set('${JSON.stringify(VERDICT)}', '$.similarity', 0.5 + (c * 31 + p.n * 7 + q.n) % 5000 / 10000.0)
      FROM campaign, one AS p, one AS q WHERE p.n < q.n;
    COMMIT`);
}

function closing(database: Database.Database): Database.Database & Disposable {
  return Object.assign(database, { [Symbol.dispose]: () => void database.close() });
}
