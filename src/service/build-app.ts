import { randomUUID } from "node:crypto";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import { errorCodes, type FastifyBaseLogger, type FastifyInstance, fastify } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { SamecutError } from "../index.js";
import { guardRoutes } from "./access/guard.js";
import { RequestWindows } from "./access/request-windows.js";
import type { TokenTable } from "./access/token-table.js";
import { answerClientError } from "./answers/client-error.js";
import { answerError } from "./answers/error-answer.js";
import { serveOpenApi } from "./openapi-page.js";
import { accountRoutes } from "./routes/accounts.js";
import { allowanceRoutes } from "./routes/allowances.js";
import { batchRoutes } from "./routes/batches.js";
import { checkingRoutes } from "./routes/checking.js";
import { correctionRoutes } from "./routes/corrections.js";
import { creativeRoutes } from "./routes/creatives.js";
import { exemptionRoutes } from "./routes/exemptions.js";
import { groupRoutes } from "./routes/groups.js";
import { likenessRoutes } from "./routes/likeness.js";
import { operationRoutes } from "./routes/operation.js";
import { reviewCheckRoutes } from "./routes/review-check.js";
import { reviewDataRoutes } from "./routes/review-data.js";
import { reviewExportRoutes } from "./routes/review-export.js";
import { reviewListRoutes } from "./routes/review-lists.js";
import { reviewPageRoutes } from "./routes/review-page.js";
import { reviewPictureRoutes } from "./routes/review-pictures.js";
import { statusRoutes } from "./routes/status.js";
import type { ServiceContext } from "./service-context.js";

/** Most bytes of a JSON body; routes with lists have their own limit. */
const JSON_LIMIT_BYTES = 64 * 1024;

/** A request's head may take so long to arrive, milliseconds. */
const HEADERS_MILLISECONDS = 15_000;

/** How often requests that take too long to arrive are looked for, milliseconds. */
const SLOW_CHECK_MILLISECONDS = 2_000;

/** Raw bodies that are taken for a creative; their content says what they are. */
const UPLOAD_TYPE = /^(application\/octet-stream|video\/|image\/)/;

const ROUTE_GROUPS = [
  checkingRoutes,
  creativeRoutes,
  correctionRoutes,
  likenessRoutes,
  allowanceRoutes,
  groupRoutes,
  accountRoutes,
  statusRoutes,
  exemptionRoutes,
  batchRoutes,
  operationRoutes,
  reviewDataRoutes,
  reviewListRoutes,
  reviewPictureRoutes,
  reviewCheckRoutes,
  reviewExportRoutes,
  reviewPageRoutes,
];

/** The HTTP application over a library, not yet listening. */
export async function buildApp(
  context: ServiceContext,
  tokens: TokenTable,
  logger: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const { limits } = context.settings;
  const app = fastify({
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    bodyLimit: JSON_LIMIT_BYTES,
    requestTimeout: limits.uploadSeconds * 1000,
    http: { connectionsCheckingInterval: SLOW_CHECK_MILLISECONDS },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    routerOptions: { maxParamLength: 500 },
    return503OnClosing: false,
    forceCloseConnections: "idle",
  });
  app.server.maxConnections = limits.connections;
  // Longer than the limit of the whole request, it would lift that one.
  app.server.headersTimeout = Math.min(HEADERS_MILLISECONDS, limits.uploadSeconds * 1000);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  guardRoutes(app, tokens);
  followRequests(app, context);
  await app.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: "1 minute",
    store: RequestWindows,
    keyGenerator: ({ caller, ip }) => (tokens.isEmpty || caller === undefined ? ip : `token ${caller.name}`),
    errorResponseBuilder: () => new SamecutError("RATE_LIMITED"),
  });
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, () => {
    throw new SamecutError("ROUTE_NOT_FOUND");
  });
  await app.register(multipart, {
    // One byte more than may be: the stream's own limit is met first, and says so. A form is one part; others are taken to be refused by name.
    limits: { fileSize: limits.uploadBytes + 1, parts: 20, fieldSize: JSON_LIMIT_BYTES, headerPairs: 50 },
  });
  app.removeContentTypeParser("text/plain");
  // No route takes text: read as such, a creative would be too large or empty. But some clients name this type where they send nothing.
  app.addContentTypeParser("text/plain", ({ headers }, _body, done) => {
    const isEmpty =
      headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0;
    done(isEmpty ? null : new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE("text/plain"));
  });
  // Streamed to a file by whoever reads them, never held in memory.
  app.addContentTypeParser(UPLOAD_TYPE, (_request, _body, done) => done(null));
  await serveOpenApi(app);
  for (const routes of ROUTE_GROUPS) await app.register(routes, { context });
  return app;
}

function followRequests(app: FastifyInstance, { metrics, stopping }: ServiceContext): void {
  app.addHook("onRequest", async (request, reply) => {
    metrics.opened();
    const { method, routeOptions } = request;
    reply.raw.once("close", () => {
      metrics.answered(method, routeOptions.url ?? "none", reply.statusCode, reply.elapsedTime / 1000);
    });
    void reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
    if (stopping.aborted && routeOptions.config.needs !== "nothing")
      throw new SamecutError("SERVICE_STOPPING");
  });
  // Kept alive, the connection of an answer that came after the stop would be waited for as if work were under way.
  app.addHook("onSend", async (_request, reply) => {
    if (stopping.aborted) void reply.header("connection", "close");
  });
}
