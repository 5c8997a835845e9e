import type { CreativeIdentity } from "./scan-report.js";

/** What people call a creative by: its path, behind the folder it is relative to where several were scanned. */
export function creativeName({ folder, path }: Pick<CreativeIdentity, "folder" | "path">): string {
  return folder === undefined ? path : `${folder}/${path}`;
}
