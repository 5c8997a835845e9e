/** What each route of a service takes, and what it answers, by its method and its path. */
export type Routes<Api> = {
  readonly [Route in keyof Api]: {
    readonly query?: object;
    readonly body?: unknown;
    readonly answer: unknown;
  };
};

/** The parts of a path that a call fills in. */
type ParameterNames<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** What a call of a route of some API takes. */
export type RequestTo<Api extends Routes<Api>, Route extends keyof Api> = Omit<Api[Route], "answer"> &
  ([ParameterNames<Route>] extends [never]
    ? unknown
    : { readonly params: Readonly<Record<ParameterNames<Route>, string>> }) & {
    /** Hangs up; the call rejects with its reason. */
    readonly signal?: AbortSignal;
  };
