import { type ErrorRow, row } from "./error-row.js";

/** Errors of the service. */
export const SERVICE_ERRORS = {
  SERVICE_UNGUARDED: row(400, "Others reach this address", "Give the service tokens, or use 127.0.0.1."),
  ADDRESS_UNAVAILABLE: row(500, "The service cannot listen here", "Choose another address or port."),
  SERVICE_STOPPING: row(503, "The service is stopping", "Ask again when it has been started anew."),
  TOKEN_INVALID: row(401, "The request has no valid token", "Send `Authorization: Bearer <token>`."),
  ACCESS_DENIED: row(403, "The caller may not do this", "Ask the service's owner for the right."),
  RATE_LIMITED: row(429, "Too many requests", "Wait until the time that retry-after tells."),
  REQUEST_INVALID: row(400, "The request is not as it should be", "Compare it with the service's /docs."),
  ROUTE_NOT_FOUND: row(404, "The service has no such route", "See the service's /docs."),
  UPLOAD_INCOMPLETE: row(400, "The upload broke off", "Send it again; nothing of it was kept."),
  PATH_OUTSIDE_ROOTS: row(403, "The path is in none of the service's roots", "Upload the file instead."),
  BATCH_NOT_FOUND: row(
    404,
    "There is no such batch",
    "Begin it again: of ended batches the newest are remembered, until the service ends.",
  ),
} satisfies Record<string, ErrorRow>;
