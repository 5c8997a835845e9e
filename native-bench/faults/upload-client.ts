import type { Random } from "../../samples/random.js";
import type { Answer } from "../serving/request.js";
import type { SmallUpload } from "../serving/small-uploads.js";
import type { BrokenPromise, Ledger, Standing } from "./ledger.js";

/** What a client works with. */
export interface ClientSurroundings {
  readonly ledger: Ledger;
  readonly upload: SmallUpload;
  readonly random: Random;
  /** Sends a request and keeps what became of it; undefined when no answer came. */
  ask(method: string, route: string, body?: Uint8Array | object): Promise<Answer | undefined>;
  /** Takes what was promised and is not so. */
  report(broken: BrokenPromise): void;
}

/** Creatives of a client that are kept in the library; beyond them, it removes some. */
const KEPT = 4;

/** Every grade a library has refuses copies; a file that was never added is a copy of all that are there. */
type Outcome = "added" | "refused" | "present";

/**
 * Asks for one thing after the other, all about copies of one small creative, so that it knows what each answer has to
 * be. What it is told is written down in the ledger.
 */
export class UploadClient {
  readonly #name: string;
  readonly #with: ClientSurroundings;
  readonly #digests = new Map<string, string>();
  #next = 0;

  constructor(name: string, surroundings: ClientSurroundings) {
    this.#name = name;
    this.#with = surroundings;
  }

  /** The ids of this client's creatives begin with it. */
  get name(): string {
    return this.#name;
  }

  /** One request, drawn by lot. */
  async step(): Promise<void> {
    const { random } = this.#with;
    const present = this.#present();
    if (present.length === 0) return await this.#add();
    if (present.length > KEPT) return await this.#remove(random.pick(present));
    const steps = [
      () => this.#add(),
      () => this.#checkAndAdd(),
      () => this.#remove(random.pick(present)),
      () => this.#get(random.pick(present)),
      () => this.#nearest(random.pick(present)),
      () => this.#allow(random.pick(present), random.pick(present)),
    ];
    await random.pick(steps)();
  }

  /** Makes sure that a copy is refused: that the search finds what is there. Does nothing where it is not known whether something is. */
  async probe(): Promise<void> {
    if (this.#present().length > 0) await this.#checkAndAdd();
  }

  #present(): string[] {
    return this.#with.ledger.present().filter((id) => id.startsWith(`${this.#name}-`));
  }

  async #add(): Promise<void> {
    const { ledger, upload, ask } = this.#with;
    const id = this.#newId();
    const answer = await ask("POST", `/v1/creatives?id=${id}`, upload.file(this.#next));
    if (answer?.status === 200) this.#digests.set(id, answer.body.creative.fileDigest);
    ledger.note(id, standingAfter(answer, "present", "absent"));
  }

  async #checkAndAdd(): Promise<void> {
    const { ledger, upload, ask, report } = this.#with;
    const wasPresent = this.#present();
    const id = this.#newId();
    const answer = await ask("POST", `/v1/check-and-add?id=${id}`, upload.file(this.#next));
    const outcome = answer?.body?.outcome as Outcome | undefined;
    ledger.note(id, standingAfter(answer, outcome === "refused" ? "absent" : "present", "absent"));
    if (outcome === "added" && wasPresent.length > 0)
      report({ id, detail: `a copy of ${wasPresent[0]} that the check did not find` });
  }

  async #remove(id: string): Promise<void> {
    const { ledger, ask } = this.#with;
    const answer = await ask("DELETE", `/v1/creatives/${id}`);
    ledger.note(id, standingAfter(answer, "absent", "present"));
  }

  async #get(id: string): Promise<void> {
    const { ask, report } = this.#with;
    const answer = await ask("GET", `/v1/creatives/${id}`);
    if (answer?.status === 404) report({ id, detail: "acknowledged, and not found" });
  }

  async #nearest(id: string): Promise<void> {
    await this.#with.ask("GET", `/v1/creatives/${id}/nearest?k=3`);
  }

  async #allow(a: string, b: string): Promise<void> {
    const { ledger, ask } = this.#with;
    const answer = await ask("PUT", "/v1/allowances", { a, b });
    const [p, q] = [this.#digests.get(a), this.#digests.get(b)];
    if (answer !== undefined && answer.status < 300 && p !== undefined && q !== undefined)
      ledger.noteAllowed(p, q);
  }

  #newId(): string {
    return `${this.#name}-${++this.#next}`;
  }
}

/** An error that is told means that nothing was changed; only silence leaves it open. */
function standingAfter(answer: Answer | undefined, done: Standing, notDone: Standing): Standing {
  if (answer === undefined) return "unknown";
  return answer.status < 300 ? done : notDone;
}
