import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { ServiceContext } from "../service-context.js";

/** A group of routes; it is registered with the context all groups share. */
export type RoutePlugin = FastifyPluginAsyncZod<{ readonly context: ServiceContext }>;

/** Ways a creative is given in a request, for the OpenAPI page. */
export const GIVEN_CREATIVE_TYPES = [
  "application/octet-stream",
  "video/*",
  "image/*",
  "multipart/form-data",
  "application/json",
];
