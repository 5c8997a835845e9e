import { errorIn, ServiceError } from "./service-error.js";

/** A request besides its route. */
export interface Asked {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: object;
  readonly signal?: AbortSignal;
}

/** Asks the service this page comes from, with the caller's token where there is one. */
export class ServiceClient {
  readonly #token: string | undefined;

  constructor(token: string | undefined) {
    this.#token = token;
  }

  /** True when the caller has entered a token. */
  get hasToken(): boolean {
    return this.#token !== undefined;
  }

  /** What every request carries; errors come in the language of the page. */
  get headers(): Record<string, string> {
    return {
      "accept-language": document.documentElement.lang,
      ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
    };
  }

  /** The answer read as JSON; undefined where it has no body. Throws ServiceError, and TypeError without a connection. */
  async json<Answer>(route: string, asked: Asked = {}): Promise<Answer> {
    const text = await (await this.#ask(route, asked)).text();
    return (text === "" ? undefined : JSON.parse(text)) as Answer;
  }

  /** The answer as a file. Throws as {@link json} does. */
  async file(route: string, asked: Asked = {}): Promise<Blob> {
    return await (await this.#ask(route, asked)).blob();
  }

  async #ask(route: string, { method = "GET", query, body, signal }: Asked): Promise<Response> {
    const answer = await fetch(query ? `${route}?${new URLSearchParams(query)}` : route, {
      method,
      headers: { ...this.headers, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    if (answer.ok) return answer;
    throw (
      errorIn(await answer.text()) ??
      new ServiceError({ code: "UNEXPECTED", message: `HTTP ${answer.status}`, remedy: "" })
    );
  }
}
