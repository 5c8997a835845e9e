import type { CreativeAnswer } from "../service/answers/creative-answer.js";
import type { BatchState, ItemResult } from "../service/batches/batch.js";
import type { LIST_QUERY } from "../service/routes/creatives.js";
import type { AnswerOf, QueryOf, RequestOf, RouteName } from "./service-api.js";
import { ServiceError } from "./service-error.js";
import { textBlocks } from "./text-blocks.js";

/** Where a service is and who asks. */
export interface ClientOptions {
  /** Such as `http://127.0.0.1:7311`. */
  readonly url: string;
  readonly token?: string;
  /** Of messages, remedies and advice; default `en`. */
  readonly language?: "en" | "zh";
}

/** What comes of a batch: each file, and its end. */
export type BatchEvent =
  | { readonly type: "item"; readonly item: ItemResult }
  | { readonly type: "end"; readonly batch: BatchState };

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Asks a running `samecut serve`; every call rejects with {@link ServiceError} when the service says no, and with what `fetch` throws. */
export class ServiceClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor({ url, token, language = "en" }: ClientOptions) {
    this.#url = url.replace(/\/+$/, "");
    this.#headers = {
      "accept-language": language,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
  }

  /** Calls a route, such as `call("GET /v1/creatives/:id", { params: { id: "a" } })`. */
  async call<Route extends RouteName>(
    route: Route,
    ...[request]: Partial<RequestOf<Route>> extends RequestOf<Route>
      ? [request?: RequestOf<Route>]
      : [request: RequestOf<Route>]
  ): Promise<AnswerOf<Route>> {
    const response = await this.#send(route, request ?? {});
    const text = await response.text();
    return (text === "" ? undefined : JSON.parse(text)) as AnswerOf<Route>;
  }

  /** The caller's creatives, in the order of adding, as they arrive. */
  async *creatives(
    query: QueryOf<typeof LIST_QUERY> = {},
    signal?: AbortSignal,
  ): AsyncGenerator<CreativeAnswer, void, undefined> {
    const response = await this.#send("GET /v1/creatives", { query, ...(signal && { signal }) });
    for await (const line of textBlocks(bodyOf(response), "\n")) yield JSON.parse(line) as CreativeAnswer;
  }

  /** What comes of a batch, from its beginning until its end. */
  async *batchEvents(id: string, signal?: AbortSignal): AsyncGenerator<BatchEvent, void, undefined> {
    const response = await this.#send("GET /v1/batches/:id/events", {
      params: { id },
      ...(signal && { signal }),
    });
    for await (const block of textBlocks(bodyOf(response), "\n\n")) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
      const data: unknown = JSON.parse(field("data"));
      yield field("event") === "end"
        ? { type: "end", batch: data as BatchState }
        : { type: "item", item: data as ItemResult };
    }
  }

  async #send(route: string, { params = {}, query = {}, body, signal }: Sent): Promise<Response> {
    const [method = "GET", pattern = "/"] = route.split(" ");
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    const { content, type } = contentOf(body);
    const response = await fetch(this.#url + path + searchOf(query), {
      method,
      headers: { ...this.#headers, ...(type === undefined ? {} : { "content-type": type }) },
      ...(content === undefined ? {} : { body: content }),
      ...(signal === undefined ? {} : { signal }),
      // Streams are sent while the answer may come already.
      duplex: "half",
    } as RequestInit);
    if (!response.ok) throw await ServiceError.of(response);
    return response;
  }
}

function bodyOf({ body }: Response): ReadableStream<Uint8Array> {
  return body ?? new ReadableStream({ start: (controller) => controller.close() });
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
