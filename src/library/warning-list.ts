/** What happened to a library that its user should know, in words; somebody may be told as it happens. */
export class WarningList {
  readonly #all: string[] = [];
  readonly #listener: ((warning: string) => void) | undefined;

  constructor(listener?: (warning: string) => void) {
    this.#listener = listener;
  }

  /** All of them, oldest first. */
  get all(): readonly string[] {
    return this.#all;
  }

  /** Adds one. */
  add(warning: string): void {
    this.#all.push(warning);
    this.#listener?.(warning);
  }

  /** Adds one unless it was added before: what is met again and again is told once. */
  addOnce(warning: string): void {
    if (!this.#all.includes(warning)) this.add(warning);
  }
}
