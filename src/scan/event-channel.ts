/** Hands events from work that runs side by side to one asynchronous reader, in the order they were sent. */
export class EventChannel<Event> {
  readonly #waiting: Event[] = [];
  #wake: () => void = () => {};
  #ended = false;
  #failure: { readonly reason: unknown } | undefined;

  /** Adds an event; after the end it is dropped. */
  send(event: Event): void {
    if (this.#ended) return;
    this.#waiting.push(event);
    this.#wake();
  }

  /** No more events come; the reader ends when it has read all. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** No more events come; the reader gets what is left and then this error. */
  fail(reason: unknown): void {
    this.#failure = { reason };
    this.end();
  }

  /** Reads until the end; one reader only. */
  async *read(): AsyncGenerator<Event, void, void> {
    for (;;) {
      while (this.#waiting.length > 0) yield this.#waiting.shift() as Event;
      if (this.#ended) break;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure !== undefined) throw this.#failure.reason;
  }
}
