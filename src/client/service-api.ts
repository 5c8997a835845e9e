import type { z } from "zod";
import type { ACCOUNT_ANSWER, ACCOUNTS_ANSWER } from "../service/answers/account-answer.js";
import type { CreativeAnswer } from "../service/answers/creative-answer.js";
import type { EXEMPTION_ANSWER, EXEMPTION_BODY } from "../service/answers/exemption-answer.js";
import type { GROUPS_ANSWER } from "../service/answers/groups-answer.js";
import type { BatchState } from "../service/batches/batch.js";
import type { ADD_QUERY, CHECK_AND_ADD_QUERY, CHECK_QUERY } from "../service/input/creative-query.js";
import type { VIEW_QUERY } from "../service/routes/accounts.js";
import type { ALLOW_BODY, DISALLOW_ANSWER, DISALLOW_QUERY } from "../service/routes/allowances.js";
import type { BATCH_BODY } from "../service/routes/batches.js";
import type { CHECK_AND_ADD_ANSWER, CHECK_ANSWER } from "../service/routes/checking.js";
import type { CORRECTION_BODY } from "../service/routes/corrections.js";
import type { ADD_ANSWER } from "../service/routes/creatives.js";
import type { EXEMPTIONS_ANSWER } from "../service/routes/exemptions.js";
import type {
  COMPARE_ANSWER,
  COMPARE_BODY,
  MATCHES_QUERY,
  NEAREST_ANSWER,
  NEAREST_QUERY,
  STORED_MATCHES_ANSWER,
} from "../service/routes/likeness.js";
import type { STATUS_ANSWER, STATUS_QUERY } from "../service/routes/status.js";
import type { RequestTo } from "./routes.js";

/** A creative: its bytes in some form, a form with one file, or a path in one of the service's roots. */
export type GivenCreative =
  | Blob
  | Uint8Array
  | ReadableStream<Uint8Array>
  | FormData
  | { readonly path: string };

/** What a query may hold: fields that have a default may be left out, and numbers are numbers. */
export type QueryOf<Schema extends z.ZodType> = {
  readonly [Name in keyof z.input<Schema>]: Name extends keyof z.output<Schema>
    ? z.output<Schema>[Name]
    : never;
};

/** The routes that answer with JSON: what each takes, and what it answers. The service's own schemas say so. */
export interface ServiceApi {
  "POST /v1/check": {
    readonly query?: QueryOf<typeof CHECK_QUERY>;
    readonly body: GivenCreative;
    readonly answer: z.output<typeof CHECK_ANSWER>;
  };
  "POST /v1/check-and-add": {
    readonly query: QueryOf<typeof CHECK_AND_ADD_QUERY>;
    readonly body: GivenCreative;
    readonly answer: z.output<typeof CHECK_AND_ADD_ANSWER>;
  };
  "POST /v1/creatives": {
    readonly query?: QueryOf<typeof ADD_QUERY>;
    readonly body: GivenCreative;
    readonly answer: z.output<typeof ADD_ANSWER>;
  };
  "GET /v1/creatives/:id": { readonly answer: CreativeAnswer };
  "PATCH /v1/creatives/:id": {
    readonly body: z.input<typeof CORRECTION_BODY>;
    readonly answer: CreativeAnswer;
  };
  "DELETE /v1/creatives/:id": { readonly answer: undefined };
  "GET /v1/creatives/:id/matches": {
    readonly query?: QueryOf<typeof MATCHES_QUERY>;
    readonly answer: z.output<typeof STORED_MATCHES_ANSWER>;
  };
  "GET /v1/creatives/:id/nearest": {
    readonly query?: QueryOf<typeof NEAREST_QUERY>;
    readonly answer: z.output<typeof NEAREST_ANSWER>;
  };
  "POST /v1/nearest": {
    readonly query?: QueryOf<typeof NEAREST_QUERY>;
    readonly body: GivenCreative;
    readonly answer: z.output<typeof NEAREST_ANSWER>;
  };
  "POST /v1/compare": {
    readonly body: z.input<typeof COMPARE_BODY>;
    readonly answer: z.output<typeof COMPARE_ANSWER>;
  };
  "GET /v1/groups": { readonly answer: z.output<typeof GROUPS_ANSWER> };
  "PUT /v1/allowances": { readonly body: z.input<typeof ALLOW_BODY>; readonly answer: undefined };
  "DELETE /v1/allowances": {
    readonly query: QueryOf<typeof DISALLOW_QUERY>;
    readonly answer: z.output<typeof DISALLOW_ANSWER>;
  };
  "GET /v1/accounts": {
    readonly query?: QueryOf<typeof VIEW_QUERY>;
    readonly answer: z.output<typeof ACCOUNTS_ANSWER>;
  };
  "GET /v1/accounts/:account": {
    readonly query?: QueryOf<typeof VIEW_QUERY>;
    readonly answer: z.output<typeof ACCOUNT_ANSWER>;
  };
  "GET /v1/status": {
    readonly query?: QueryOf<typeof STATUS_QUERY>;
    readonly answer: z.output<typeof STATUS_ANSWER>;
  };
  "GET /v1/exemptions": { readonly answer: z.output<typeof EXEMPTIONS_ANSWER> };
  "POST /v1/exemptions": {
    readonly body: z.input<typeof EXEMPTION_BODY>;
    readonly answer: z.output<typeof EXEMPTION_ANSWER>;
  };
  "DELETE /v1/exemptions/:id": { readonly answer: z.output<typeof EXEMPTION_ANSWER> };
  "POST /v1/batches": { readonly body: z.input<typeof BATCH_BODY>; readonly answer: BatchState };
  "GET /v1/batches/:id": { readonly answer: BatchState };
  "DELETE /v1/batches/:id": { readonly answer: BatchState };
  "GET /healthz": { readonly answer: { readonly status: "ok" } };
  "GET /readyz": { readonly answer: { readonly status: "ok" } };
}

/** One of the routes of {@link ServiceApi}: its method and its path. */
export type RouteName = keyof ServiceApi;

/** What a call of a route takes. */
export type RequestOf<Route extends RouteName> = RequestTo<ServiceApi, Route>;

/** What a route answers. */
export type AnswerOf<Route extends RouteName> = ServiceApi[Route]["answer"];
