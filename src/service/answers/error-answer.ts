import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  ERROR_TABLE,
  type ErrorCode,
  languageOfLocale,
  type ReportedError,
  reportError,
  SamecutError,
  textsOf,
  translateError,
} from "../../index.js";

/** Every answer with a status from 400 on. */
export const ERROR_ANSWER = z
  .object({
    error: z.object({
      code: z.string().describe("stable"),
      message: z.string().describe("in the language of Accept-Language, English or Chinese"),
      remedy: z.string(),
      requestId: z.string().describe("finds the request in the service's log"),
    }),
  })
  .meta({ id: "Error" });

/** What bodies are read as. */
const TYPES =
  "application/json, or of a creative video/*, image/*, application/octet-stream or multipart/form-data";

/** Seconds after which a caller may try again. */
const RETRY_AFTER_SECONDS: Partial<Record<ErrorCode, number>> = {
  LIBRARY_BUSY: 1,
  STORE_BUSY: 1,
  SERVICE_STOPPING: 5,
};

/** Something that looks like an absolute path, of whatever system. */
const PATH = /(^|[\s"'(:=])(\/[^\s/]|[A-Za-z]:[\\/]|\\\\)/;

/** Answers a request that failed. Neither paths nor stacks go out; the log has them, under the request's id. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = asSamecutError(error);
  const status = statusOf(known, error);
  if (status >= 500) request.log.error({ err: error, code: known.code }, "failed");
  else request.log.info({ code: known.code, detail: known.detail }, "refused");
  const retryAfter = RETRY_AFTER_SECONDS[known.code];
  if (retryAfter !== undefined) void reply.header("retry-after", retryAfter);
  if (known.code === "TOKEN_INVALID") void reply.header("www-authenticate", "Bearer");
  void reply.code(status).send({ error: { ...toldError(known, request), requestId: request.id } });
}

/** An error as whoever asked may be told it, in their language. */
export function toldError(error: unknown, { headers }: FastifyRequest): ReportedError {
  const known = asSamecutError(error);
  return translateError(
    reportError(tellable(known, statusOf(known, error))),
    textsOf(languageOfLocale(headers["accept-language"])),
  );
}

/** The error without what is nobody's business: details of failures of our own, and paths. */
function tellable(error: SamecutError, status: number): SamecutError {
  const { code, detail } = error;
  const silent = detail === undefined || (status >= 500 && code !== "LIBRARY_BUSY") || PATH.test(detail);
  return new SamecutError(code, silent ? {} : { detail });
}

/** An error of Fastify's, of a schema or of anything else in samecut's terms. */
function asSamecutError(error: unknown): SamecutError {
  if (error instanceof SamecutError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation;
    const where = [error.validationContext, ...(issue?.instancePath.split("/").filter(Boolean) ?? [])].join(
      ".",
    );
    return new SamecutError("REQUEST_INVALID", { detail: `${where}: ${issue?.message}`, cause: error });
  }
  const { statusCode, message } = error as Partial<FastifyError>;
  if (statusCode === 415)
    return new SamecutError("REQUEST_INVALID", { detail: `expected content-type ${TYPES}`, cause: error });
  if (statusCode === 413) return new SamecutError("INPUT_TOO_LARGE", { cause: error });
  if (statusCode !== undefined && statusCode < 500)
    return new SamecutError("REQUEST_INVALID", {
      cause: error,
      ...(message === undefined ? {} : { detail: message }),
    });
  return new SamecutError("UNEXPECTED", { cause: error });
}

function statusOf({ code }: SamecutError, original: unknown): number {
  const { statusCode } = original as Partial<FastifyError>;
  // Fastify tells apart what our table does not, such as 415.
  if (code === "REQUEST_INVALID" && statusCode !== undefined) return statusCode;
  return ERROR_TABLE[code].httpStatus;
}
