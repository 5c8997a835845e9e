import { resolve } from "node:path";
import envPaths from "env-paths";

/** The folder of what the user has decided and no cache may lose: `SAMECUT_DATA_DIR`, else this system's place for data. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment.SAMECUT_DATA_DIR;
  return chosen === undefined || chosen === "" ? envPaths("samecut", { suffix: "" }).data : resolve(chosen);
}
