import type { CreativeAnswer } from "../service/answers/creative-answer.js";
import type { BatchState, ItemResult } from "../service/batches/batch.js";
import type { LIST_QUERY } from "../service/routes/creatives.js";
import { RouteClient } from "./route-client.js";
import type { QueryOf, ServiceApi } from "./service-api.js";
import { textBlocks } from "./text-blocks.js";

/** What comes of a batch: each file, and its end. */
export type BatchEvent =
  | { readonly type: "item"; readonly item: ItemResult }
  | { readonly type: "end"; readonly batch: BatchState };

/** Asks a running `samecut serve`; every call rejects with `ServiceError` when the service says no, and with what `fetch` throws. */
export class ServiceClient extends RouteClient<ServiceApi> {
  /** The caller's creatives, in the order of adding, as they arrive. */
  async *creatives(
    query: QueryOf<typeof LIST_QUERY> = {},
    signal?: AbortSignal,
  ): AsyncGenerator<CreativeAnswer, void, undefined> {
    const response = await this.send("GET /v1/creatives", { query, ...(signal && { signal }) });
    for await (const line of textBlocks(bodyOf(response), "\n")) yield JSON.parse(line) as CreativeAnswer;
  }

  /** What comes of a batch, from its beginning until its end. */
  async *batchEvents(id: string, signal?: AbortSignal): AsyncGenerator<BatchEvent, void, undefined> {
    const response = await this.send("GET /v1/batches/:id/events", {
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
}

function bodyOf({ body }: Response): ReadableStream<Uint8Array> {
  return body ?? new ReadableStream({ start: (controller) => controller.close() });
}
