import type { Command } from "commander";
import { ExemptionList, openLibrary, SamecutError } from "../../../index.js";
import type { Session } from "../../session.js";

/** Where exemptions are remembered. */
export interface ExemptionPlace {
  /** Folder of a library; undefined: the user's, for scans without a library. */
  readonly library?: string;
}

/** Adds the option that says where exemptions are remembered. */
export function addPlaceOption(command: Command): Command {
  return command.option("--library <dir>", "remembered in this library (default: for scans without one)");
}

/**
 * The exemptions remembered at a place.
 *
 * @param creative an id that the library must have
 * @throws SamecutError LIBRARY_NOT_FOUND, CREATIVE_NOT_FOUND
 */
export async function exemptionsOf(
  { library: folder }: ExemptionPlace,
  { signal }: Session,
  creative?: string,
): Promise<ExemptionList> {
  if (folder === undefined) return await ExemptionList.load();
  await using library = await openLibrary(folder, { readOnly: true, signal });
  if (creative !== undefined && (await library.get(creative)) === undefined)
    throw new SamecutError("CREATIVE_NOT_FOUND", { detail: creative });
  return await ExemptionList.load(folder);
}
