import { join, sep } from "node:path";

/**
 * What goes before the paths of each folder in ids, with `/`: nothing where there is one folder only, else its name, or as much of the end of its
 * path as tells it from the others of that name, such as `may/videos` and `june/videos`. So neither the machine nor the order of the folders
 * shows, and a folder more changes other labels only where it has their name: then they are longer.
 *
 * @param folders absolute; the same one may be there several times
 */
export function labelFolders(folders: readonly string[]): string[] {
  const labelled = [...new Set(folders)].map((path) => new Label(path));
  if (labelled.length === 1) return folders.map(() => "");
  for (;;) {
    const unclear = labelled.filter((one) => labelled.some((other) => one.isTakenFor(other)));
    // Every one of them, so that their order is of no matter.
    const lengthened = unclear.filter((each) => each.lengthen());
    if (lengthened.length === 0) break;
  }
  const texts = new Map(labelled.map(({ path, text }) => [path, text]));
  return folders.map((path) => texts.get(path) as string);
}

/** The end of a path. */
class Label {
  readonly path: string;
  readonly #segments: readonly string[];
  #length = 1;

  constructor(path: string) {
    this.path = path;
    this.#segments = path.split(sep).filter((segment) => segment !== "");
  }

  get text(): string {
    return this.#segments.slice(-this.#length).join("/");
  }

  /** Whether files of the one and the other could have the same label and path: `videos` with `may/a.mp4`, and `videos/may` with `a.mp4`. */
  isTakenFor(other: Label): boolean {
    return this !== other && (this.#covers(other) || other.#covers(this));
  }

  /** False where there is no more of the path. */
  lengthen(): boolean {
    if (this.#length >= this.#segments.length) return false;
    this.#length++;
    return true;
  }

  #covers(other: Label): boolean {
    if (this.text === other.text) return true;
    if (!other.text.startsWith(`${this.text}/`)) return false;
    // Where the one lies in the other, what has the same label and path is the same file.
    return join(this.path, other.text.slice(this.text.length + 1)) !== other.path;
  }
}
