import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { TOOL_VERSION } from "../index.js";
import { PATH_BODY } from "./input/given-creative.js";
import { GIVEN_CREATIVE_TYPES } from "./routes/route-plugin.js";

/** Where the page is; the description itself is at `/docs/json`. */
const PREFIX = "/docs";

const BYTES = { type: "string", format: "binary" };

/** What each type of a creative's body holds. Fastify is told no schema: the bodies are streams. */
const GIVEN_CREATIVE = {
  content: Object.fromEntries(GIVEN_CREATIVE_TYPES.map((type) => [type, { schema: bodySchema(type) }])),
};

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
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      const givesCreative = schema.consumes === GIVEN_CREATIVE_TYPES;
      return { url, schema: givesCreative ? { ...schema, body: GIVEN_CREATIVE } : schema };
    },
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(async (page) => {
    page.addHook("onRoute", (route) => {
      route.config = { ...route.config, needs: "nothing" };
    });
    await page.register(swaggerUi, { routePrefix: PREFIX });
  });
}

function bodySchema(type: string): object {
  if (type === "application/json") return z.toJSONSchema(PATH_BODY, { target: "openapi-3.0" });
  if (type === "multipart/form-data")
    return { type: "object", required: ["file"], properties: { file: BYTES }, additionalProperties: false };
  return BYTES;
}
