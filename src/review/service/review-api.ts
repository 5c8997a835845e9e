import type { RouteClient } from "../../client/route-client.js";
import type { PageAccounts, PageFilmstrip } from "../../report/html/page-data.js";
import type { PairFilter } from "../../report/html/pair-filter.js";
import type { PairView } from "../../report/html/pair-walk.js";
import type {
  CreativeHits,
  GroupWindow,
  PairWindow,
  ReviewAccess,
  ReviewData,
  ToldPair,
} from "../../report/html/review-data.js";

/** Which part of a list is asked for. */
export interface AskedWindow extends Partial<PairFilter> {
  readonly from: number;
  readonly count: number;
}

interface Sides {
  readonly a: string;
  readonly b: string;
}

/** The routes that the review page asks. */
export interface ReviewApi {
  "GET /review/access": { readonly answer: ReviewAccess };
  "GET /v1/review": { readonly answer: ReviewData };
  "GET /v1/review/accounts": { readonly answer: PageAccounts };
  "GET /v1/review/groups": {
    readonly query: AskedWindow & { readonly of?: string };
    readonly answer: GroupWindow;
  };
  "GET /v1/review/pairs": {
    readonly query: AskedWindow & { readonly list: "all" | "possible" | "allowed" };
    readonly answer: PairWindow;
  };
  "GET /v1/review/pair": {
    readonly query: Sides & Partial<PairFilter> & { readonly view: PairView };
    readonly answer: ToldPair;
  };
  "GET /v1/review/creatives": { readonly query: { readonly search: string }; readonly answer: CreativeHits };
  "GET /v1/creatives/:id/filmstrip": {
    readonly query: { readonly beside?: string };
    readonly answer: PageFilmstrip;
  };
  "POST /v1/creatives/:id/playback": { readonly answer: { readonly url?: string } };
  "PATCH /v1/creatives/:id": { readonly body: { readonly uploadedAt: string }; readonly answer: unknown };
  "PUT /v1/allowances": { readonly body: Sides; readonly answer: undefined };
  "DELETE /v1/allowances": { readonly query: Sides; readonly answer: unknown };
}

/** Asks the service this page comes from. */
export type ReviewClient = RouteClient<ReviewApi>;
