import { RouteClient, type Sent } from "../../client/route-client.js";
import { ServiceError } from "../../client/service-error.js";
import type { ReviewApi } from "./review-api.js";

/** True for an error of a call that has met no service: none runs, or it is about to stop. */
export function isUnreachable(error: unknown): boolean {
  // What fetch throws where there is no answer; an answer that says no is a ServiceError, and an end by its signal neither.
  return error instanceof TypeError || (error instanceof ServiceError && error.code === "SERVICE_STOPPING");
}

/** Asks the service this page comes from, and tells when it does not answer. */
export class WatchedClient extends RouteClient<ReviewApi> {
  readonly #onUnreachable: () => void;

  constructor(options: ConstructorParameters<typeof RouteClient>[0], onUnreachable: () => void) {
    super(options);
    this.#onUnreachable = onUnreachable;
  }

  override async send(route: string, sent?: Sent): Promise<Response> {
    try {
      return await super.send(route, sent);
    } catch (error) {
      if (isUnreachable(error)) this.#onUnreachable();
      throw error;
    }
  }
}
