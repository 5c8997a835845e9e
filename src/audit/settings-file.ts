import { readFile } from "node:fs/promises";
import { type AccountSettings, parseAccountSettings } from "../account/account-settings.js";
import { SamecutError } from "../errors.js";

/**
 * Reads the settings of the account view from a JSON file; what it does not name keeps its default.
 *
 * @throws SamecutError FILE_NOT_FOUND, FILE_UNREADABLE, SETTING_INVALID naming the field
 */
export async function loadAccountSettings(path: string): Promise<AccountSettings> {
  const content = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new SamecutError(cause.code === "ENOENT" ? "FILE_NOT_FOUND" : "FILE_UNREADABLE", { path, cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new SamecutError("SETTING_INVALID", { path, detail: "the file is not JSON", cause });
  }
  try {
    return parseAccountSettings(value);
  } catch (error) {
    if (!(error instanceof SamecutError) || error.detail === undefined) throw error;
    throw new SamecutError(error.code, { path, detail: error.detail, cause: error });
  }
}
