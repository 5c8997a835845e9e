/** One server-sent event (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export function serverSentEvent(event: string, data: unknown, id?: number): string {
  const head = id === undefined ? "" : `id: ${id}\n`;
  return `${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The place after the last event a client has seen, from its `Last-Event-ID`; 0 where it has seen none. */
export function placeAfter(lastEventId: string | string[] | undefined): number {
  const last = Number(lastEventId ?? -1);
  return Number.isSafeInteger(last) && last >= 0 ? last + 1 : 0;
}
