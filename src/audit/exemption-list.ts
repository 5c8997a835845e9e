import { join } from "node:path";
import { z } from "zod";
import { EXEMPTION_SCHEMA, type Exemption, type ExemptionRule, isSameRule } from "../account/exemption.js";
import { SamecutError } from "../errors.js";
import { dataFolder } from "../files/data-folder.js";
import { readStored, writeStored } from "../files/stored-file.js";

const STORED = z.object({ schema: z.literal("samecut.exemptions/1"), exemptions: z.array(EXEMPTION_SCHEMA) });

/**
 * The exemptions remembered in a folder (a library's, or the user's data folder for scans without a library), those that were taken back
 * included: who looks at old figures finds out why. Changes are saved when their calls return; of two
 * processes that change the same list at the same moment, the later one wins.
 */
export class ExemptionList {
  readonly #path: string;
  #exemptions: readonly Exemption[];

  private constructor(path: string, exemptions: readonly Exemption[]) {
    this.#path = path;
    this.#exemptions = exemptions;
  }

  /** Reads what is remembered; nothing when there is no file. Throws STORE_DAMAGED, STORE_NOT_ACCESSIBLE. */
  static async load(folder = dataFolder()): Promise<ExemptionList> {
    const path = join(folder, "exemptions.json");
    const content = await readStored(path);
    if (content === undefined) return new ExemptionList(path, []);
    try {
      return new ExemptionList(path, STORED.parse(JSON.parse(content)).exemptions);
    } catch (cause) {
      throw new SamecutError("STORE_DAMAGED", { path, detail: "not a list of exemptions", cause });
    }
  }

  /** All of them in the order of adding; those with `undoneAt` hold no longer. */
  get all(): readonly Exemption[] {
    return this.#exemptions;
  }

  /** Adds a rule from now on, or gives the same rule that is in force another reason. Throws SETTING_INVALID, DISK_FULL. */
  async add(rule: ExemptionRule, reason: string, now = new Date()): Promise<Exemption> {
    const present = this.#exemptions.find((each) => each.undoneAt === undefined && isSameRule(each, rule));
    const checked = EXEMPTION_SCHEMA.safeParse({
      id: present?.id ?? `e${this.#exemptions.length + 1}`,
      ...rule,
      reason,
      createdAt: present?.createdAt ?? now.toISOString(),
    });
    if (!checked.success) {
      const { path, message } = checked.error.issues[0]!;
      throw new SamecutError("SETTING_INVALID", { detail: `${path.join(".")}: ${message}` });
    }
    const exemption = checked.data;
    await this.#save(
      present === undefined
        ? [...this.#exemptions, exemption]
        : this.#exemptions.map((each) => (each === present ? exemption : each)),
    );
    return exemption;
  }

  /**
   * Adds exemptions of another list with their reasons and dates, under new ids: not those that are here already, nor rules that
   * are in force here. Returns how many were added. Throws DISK_FULL.
   */
  async take(exemptions: readonly Exemption[]): Promise<number> {
    const all = [...this.#exemptions];
    for (const given of exemptions) {
      const known = all.some(
        (each) =>
          isSameRule(each, given) &&
          (each.createdAt === given.createdAt || (each.undoneAt ?? given.undoneAt) === undefined),
      );
      if (!known) all.push({ ...given, id: `e${all.length + 1}` });
    }
    const added = all.length - this.#exemptions.length;
    if (added > 0) await this.#save(all);
    return added;
  }

  /** Takes a rule back from now on; one that was taken back before stays as it is. Throws EXEMPTION_NOT_FOUND, DISK_FULL. */
  async undo(id: string, now = new Date()): Promise<Exemption> {
    const known = this.#exemptions.find((each) => each.id === id);
    if (known === undefined) throw new SamecutError("EXEMPTION_NOT_FOUND", { detail: id });
    if (known.undoneAt !== undefined) return known;
    const undone = { ...known, undoneAt: now.toISOString() };
    await this.#save(this.#exemptions.map((each) => (each === known ? undone : each)));
    return undone;
  }

  async #save(exemptions: readonly Exemption[]): Promise<void> {
    const content = { schema: "samecut.exemptions/1", exemptions };
    await writeStored(this.#path, `${JSON.stringify(content, undefined, 2)}\n`);
    this.#exemptions = exemptions;
  }
}
