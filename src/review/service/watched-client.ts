import { RouteClient, type Sent } from "../../client/route-client.js";
import { ServiceError } from "../../client/service-error.js";
import type { ReviewApi } from "./review-api.js";

/** A call has met no service: none runs, or it is about to stop. What it was for has not been done. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

/** Asks the service this page comes from, and tells when it does not answer. Calls reject with UnreachableError then. */
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
      const isStopping = error instanceof ServiceError && error.code === "SERVICE_STOPPING";
      // What fetch throws where there is no answer; an end by the signal is none of these.
      if (!isStopping && !(error instanceof TypeError)) throw error;
      this.#onUnreachable();
      throw new UnreachableError("The service does not answer", { cause: error });
    }
  }
}
