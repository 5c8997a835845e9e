/** What a service answered. */
export interface Answer {
  readonly status: number;
  /** Of an error; undefined for other answers. */
  readonly code: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the service answered; the caller says what it expects
  readonly body: any;
}

/** Sends a request; undefined when no answer came. */
export async function ask(
  url: string,
  method: string,
  route: string,
  body?: Uint8Array | object,
  signal?: AbortSignal,
): Promise<Answer | undefined> {
  const isUpload = body instanceof Uint8Array;
  try {
    const response = await fetch(url + route, {
      method,
      ...(body === undefined ? {} : { body: isUpload ? (body as BodyInit) : JSON.stringify(body) }),
      headers: body === undefined ? {} : { "content-type": isUpload ? "video/mp4" : "application/json" },
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("application/json") ?? false;
    const told = isJson ? JSON.parse(text) : text;
    return { status: response.status, code: told?.error?.code, body: told };
  } catch {
    return undefined;
  }
}
