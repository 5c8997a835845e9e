import type { RequestTo, Routes } from "./routes.js";
import { ServiceError } from "./service-error.js";

/** The language a service speaks to its caller. */
export type ServiceLanguage = "en" | "zh";

/** Where a service is and who asks. */
export interface ClientOptions {
  /** Such as `http://127.0.0.1:7311`. */
  readonly url: string;
  readonly token?: string;
  /** Of messages, remedies and advice, or what tells it at each call; default `en`. */
  readonly language?: ServiceLanguage | (() => ServiceLanguage);
}

/** What a call sends. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Calls the routes of an API; every call rejects with {@link ServiceError} when the service says no, and with what `fetch` throws. */
export class RouteClient<Api extends Routes<Api>> {
  readonly #url: string;
  readonly #token: string | undefined;
  readonly #language: () => ServiceLanguage;

  constructor({ url, token, language = "en" }: ClientOptions) {
    this.#url = url.replace(/\/+$/, "");
    this.#token = token;
    this.#language = typeof language === "string" ? () => language : language;
  }

  /** What every request carries. */
  get headers(): Readonly<Record<string, string>> {
    return {
      "accept-language": this.#language(),
      ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
    };
  }

  /** Calls a route, such as `call("GET /v1/creatives/:id", { params: { id: "a" } })`. */
  async call<Route extends keyof Api & string>(
    route: Route,
    ...[request]: Partial<RequestTo<Api, Route>> extends RequestTo<Api, Route>
      ? [request?: RequestTo<Api, Route>]
      : [request: RequestTo<Api, Route>]
  ): Promise<Api[Route]["answer"]> {
    const response = await this.send(route, (request ?? {}) as Sent);
    const text = await response.text();
    return (text === "" ? undefined : JSON.parse(text)) as Api[Route]["answer"];
  }

  /** Calls a route whose answer is no JSON, and gives the answer as it comes. */
  async send(route: string, { params = {}, query = {}, body, signal }: Sent = {}): Promise<Response> {
    const [method = "GET", pattern = "/"] = route.split(" ");
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    const { content, type } = contentOf(body);
    const response = await fetch(this.#url + path + searchOf(query), {
      method,
      headers: { ...this.headers, ...(type === undefined ? {} : { "content-type": type }) },
      ...(content === undefined ? {} : { body: content }),
      ...(signal === undefined ? {} : { signal }),
      // Streams are sent while the answer may come already.
      duplex: "half",
    } as RequestInit);
    if (!response.ok) throw await ServiceError.of(response);
    return response;
  }
}

function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of [value].flat()) if (each !== undefined) search.append(name, String(each));
  return search.size === 0 ? "" : `?${search}`;
}

function contentOf(body: unknown): { readonly content?: unknown; readonly type?: string } {
  if (body === undefined) return {};
  // Its boundary is in the type that fetch gives it.
  if (body instanceof FormData) return { content: body };
  if (body instanceof Blob || body instanceof Uint8Array || body instanceof ReadableStream) {
    const known = body instanceof Blob && /^(video|image)\//.test(body.type) ? body.type : undefined;
    return { content: body, type: known ?? "application/octet-stream" };
  }
  return { content: JSON.stringify(body), type: "application/json" };
}
