import { join } from "node:path";
import Database from "better-sqlite3";
import { fillWithCampaigns } from "./campaign-library.js";

/**
 * Fills a folder with a library, made as {@link fillWithCampaigns} does, in which one creative is a pair with every other: with one in three as
 * the later of the two, whenever each was added. Returns its id.
 */
export async function fillAroundOne(folder: string, creatives: number): Promise<string> {
  await fillWithCampaigns(folder, { creatives, campaigns: 1, variants: 2 });
  const database = new Database(join(folder, "library.sqlite"));
  const one = Math.floor(creatives / 2);
  database.exec(`INSERT OR IGNORE INTO pair (earlier, later, verdict)
    SELECT iif(number % 3 = 0, number, ${one}), iif(number % 3 = 0, ${one}, number), (SELECT verdict FROM pair LIMIT 1)
    FROM creative WHERE number <> ${one}`);
  database.close();
  return `creative-${one}`;
}
