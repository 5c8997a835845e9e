import type { FastifyInstance, FastifyRequest, RouteOptions } from "fastify";
import { SamecutError } from "../../index.js";
import { type Caller, LOCAL_CALLER, type Scope } from "./caller.js";
import { refuseWebPages } from "./local-request.js";
import type { TokenTable } from "./token-table.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What a caller needs; `nothing` for routes that are open to all. Every route says so. */
    readonly needs?: Scope | "nothing";
  }
  interface FastifyRequest {
    /** Who asks; see `callerOf`. */
    caller: Caller | undefined;
  }
}

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/**
 * Finds out who asks before anything else is done with a request, and lets it through only where the caller may. A route
 * that does not say what it needs keeps the service from starting.
 */
export function guardRoutes(app: FastifyInstance, tokens: TokenTable): void {
  app.decorateRequest("caller", undefined);
  const routes: RouteOptions[] = [];
  app.addHook("onRoute", (route) => {
    routes.push(route);
  });
  app.addHook("onReady", async () => {
    const open = routes.find(({ config }) => config?.needs === undefined);
    if (open !== undefined) throw new Error(`${String(open.method)} ${open.url} does not say what it needs`);
  });
  app.addHook("onRequest", async (request) => {
    request.caller = identify(request, tokens);
  });
  // After the limit of requests, which counts by caller, and before any of the body is read.
  app.addHook("preParsing", async (request) => {
    const { needs } = request.routeOptions.config;
    if (request.is404 || needs === "nothing") return;
    if (request.caller === undefined) throw new SamecutError("TOKEN_INVALID");
    if (needs === undefined || !request.caller.scopes.has(needs))
      throw new SamecutError("ACCESS_DENIED", { detail: `it lacks the scope ${needs}` });
  });
}

/** Who asks, in a handler: there the guard has let them through. */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (caller === undefined) throw new SamecutError("TOKEN_INVALID");
  return caller;
}

function identify({ headers }: FastifyRequest, tokens: TokenTable): Caller | undefined {
  if (tokens.isEmpty) {
    refuseWebPages(headers);
    return LOCAL_CALLER;
  }
  const token = BEARER.exec(headers.authorization ?? "")?.[1];
  return token === undefined ? undefined : tokens.callerOf(token);
}
