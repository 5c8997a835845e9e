import type { Readable } from "node:stream";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type InputOptions, SamecutError } from "../../index.js";
import type { ServiceContext } from "../service-context.js";
import { clientSignal } from "./client-signal.js";
import { bodyStream } from "./request-body.js";

/** The body of a request that names a file instead of sending it. */
export const PATH_BODY = z.strictObject({
  path: z.string().min(1).max(4096).describe("in one of the service's roots"),
});

/** A creative as a library takes it. */
export interface GivenCreative {
  readonly input: string | ReturnType<typeof bodyStream>;
  /** The path as the request named it; undefined for an upload. */
  readonly path: string | undefined;
  readonly options: InputOptions;
}

/**
 * The creative of a request: the raw body, the one file of a form, or, from JSON, a path in one of the roots. What is
 * known about it stands in the query.
 *
 * @throws SamecutError REQUEST_INVALID, INPUT_TOO_LARGE, and what {@link Roots.find} throws
 */
export async function givenCreative(
  request: FastifyRequest,
  reply: FastifyReply,
  { roots, settings: { limits } }: ServiceContext,
): Promise<GivenCreative> {
  const options: InputOptions = {
    signal: clientSignal(reply),
    timeLimitSeconds: limits.callSeconds,
    inputLimitBytes: limits.uploadBytes,
    durationLimitSeconds: limits.durationSeconds,
    pixelLimit: limits.pixels,
  };
  if (request.mediaType === "application/json") {
    const named = PATH_BODY.safeParse(request.body);
    if (!named.success)
      throw new SamecutError("REQUEST_INVALID", { detail: 'as JSON, a creative is {"path": "…"}' });
    const { absolutePath, path } = await roots.find(named.data.path, limits.uploadBytes);
    return { input: absolutePath, path, options };
  }
  refuseOversize(request, limits.uploadBytes);
  const source = request.isMultipart() ? await fileOfForm(request) : request.raw;
  const slowest = limits.uploadBytesPerSecond;
  return { input: bodyStream(source, request, reply, slowest), path: undefined, options };
}

async function fileOfForm(request: FastifyRequest): Promise<Readable> {
  const part = await request.file().catch((cause: Partial<FastifyError>) => {
    // The parser throws plain errors, such as for a form without a boundary.
    if (cause.statusCode !== undefined) throw cause;
    throw new SamecutError("REQUEST_INVALID", { detail: "the form cannot be read", cause });
  });
  if (part === undefined) throw new SamecutError("REQUEST_INVALID", { detail: "the form has no file" });
  const [field] = Object.keys(part.fields).filter((name) => name !== part.fieldname);
  // Passed over, an account or an id that the caller thinks was given would be missing.
  if (field !== undefined) {
    part.file.resume();
    throw new SamecutError("REQUEST_INVALID", {
      detail: `the form has a field ${JSON.stringify(field)}: beside the file, everything stands in the query`,
    });
  }
  return part.file;
}

/** Form parts have heads and boundaries around them, bytes. */
const FORM_ALLOWANCE = 64 * 1024;

function refuseOversize({ headers }: FastifyRequest, limitBytes: number): void {
  if (Number(headers["content-length"] ?? 0) > limitBytes + FORM_ALLOWANCE)
    throw new SamecutError("INPUT_TOO_LARGE", { detail: `more than ${limitBytes} bytes` });
}
