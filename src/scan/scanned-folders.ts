import { dirname, relative, sep } from "node:path";

/**
 * How several folders are told apart: each by its place below the folder that holds them all, with `/`, so that neither the machine nor
 * the way they were given shows. Undefined for that folder itself, and so for a single one.
 *
 * @param folders absolute
 */
export function tellApart(folders: readonly string[]): (string | undefined)[] {
  const common = folders.reduce(commonFolder);
  return folders.map((folder) => relative(common, folder).replaceAll(sep, "/") || undefined);
}

/** The innermost folder that two folders are or lie in; on other drives, which have none, the first one's drive. */
function commonFolder(one: string, other: string): string {
  if (other === one || other.startsWith(one.endsWith(sep) ? one : one + sep)) return one;
  const above = dirname(one);
  return above === one ? one : commonFolder(above, other);
}
