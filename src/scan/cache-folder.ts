import { resolve } from "node:path";
import envPaths from "env-paths";

/**
 * The folder of the scan's cache: `SAMECUT_CACHE_DIR` where it is set, else the place for caches of this system
 * (`$XDG_CACHE_HOME/samecut` or `~/.cache/samecut`, `~/Library/Caches/samecut`, `%LOCALAPPDATA%\samecut\Cache`).
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment.SAMECUT_CACHE_DIR;
  return chosen === undefined || chosen === "" ? envPaths("samecut", { suffix: "" }).cache : resolve(chosen);
}
