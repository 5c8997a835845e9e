import { rm } from "node:fs/promises";
import { join } from "node:path";
import { openLibrary, viewLibraryAccounts } from "../../src/index.js";
import { OUT_FOLDER } from "../measuring/bench-folders.js";
import { fillWithCampaigns } from "./campaign-library.js";
import { type StepHolds, watchStep } from "./watch-step.js";

/** Creatives of each campaign: each two are a pair, 1,225 a campaign. */
const VARIANTS = 50;

/** One creative in so many belongs to a campaign: as many pairs as two for each creative of the library. */
const CAMPAIGN_SHARE = 1 / 12;

/** When the last of the creatives is new. */
const AS_OF = new Date("2026-10-18T00:00:00Z");

/** How long the calls that look at all of a library hold the event loop where the library has many pairs. */
export async function measureCampaigns(creatives: number): Promise<StepHolds[]> {
  const folder = join(OUT_FOLDER, "campaign-library");
  await rm(folder, { recursive: true, force: true });
  const campaigns = Math.ceil((creatives * CAMPAIGN_SHARE) / VARIANTS);
  await fillWithCampaigns(folder, { creatives, campaigns, variants: VARIANTS });
  await using library = await openLibrary(folder, { readOnly: true });
  const holds: StepHolds[] = [];
  const { pairs } = await watchStep("campaigns in outlines", holds, () => library.survey());
  await watchStep(`${pairs.length} pairs of campaigns in groups`, holds, () => library.groups());
  await watchStep("accounts of campaigns", holds, () => viewLibraryAccounts(library, { asOf: AS_OF }));
  return holds;
}
