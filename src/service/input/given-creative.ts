import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type InputOptions, SamecutError } from "../../index.js";
import type { ServiceContext } from "../service-context.js";
import { clientSignal } from "./client-signal.js";
import { fileOfForm } from "./file-of-form.js";
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
 * @throws SamecutError REQUEST_INVALID, INPUT_TOO_LARGE, and what {@link Roots.find} throws; what is wrong with a form is told
 * by its stream
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
  const source = request.isMultipart() ? fileOfForm(request) : request.raw;
  const slowest = limits.uploadBytesPerSecond;
  return { input: bodyStream(source, request, reply, slowest), path: undefined, options };
}

/** Form parts have heads and boundaries around them, bytes. */
const FORM_ALLOWANCE = 64 * 1024;

function refuseOversize({ headers }: FastifyRequest, limitBytes: number): void {
  if (Number(headers["content-length"] ?? 0) > limitBytes + FORM_ALLOWANCE)
    throw new SamecutError("INPUT_TOO_LARGE", { detail: `more than ${limitBytes} bytes` });
}
