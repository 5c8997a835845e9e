import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { TOOL_VERSION } from "../index.js";

/** Where the page is; the description itself is at `/docs/json`. */
const PREFIX = "/docs";

/** Describes the routes that are registered after it as OpenAPI, with a page to read and try them. Open to all: it holds no data. */
export async function serveOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "samecut",
        version: TOOL_VERSION,
        description: "Will this ad be judged a copy? Near-duplicates of short-video creatives, with reasons.",
      },
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(async (page) => {
    page.addHook("onRoute", (route) => {
      route.config = { ...route.config, needs: "nothing" };
    });
    await page.register(swaggerUi, { routePrefix: PREFIX });
  });
}
