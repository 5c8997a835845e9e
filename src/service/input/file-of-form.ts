import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { SamecutError } from "../../index.js";

/**
 * The bytes of the one file of a form. They end when the form has, for parts may stand behind the file. Fails with REQUEST_INVALID
 * for a form that has other parts, whatever their place, or no file, or that cannot be read.
 */
export function fileOfForm(request: FastifyRequest): Readable {
  return Readable.from(bytesOfForm(request), { objectMode: false });
}

async function* bytesOfForm(request: FastifyRequest): AsyncGenerator<Uint8Array, void, undefined> {
  let hasFile = false;
  let surplus: string | undefined;
  try {
    // Read on to its end: answered while it still sends, a client may find its connection closed and no answer.
    for await (const part of request.parts()) {
      if (part.type === "field") {
        surplus ??= `a field ${JSON.stringify(part.fieldname)}`;
        continue;
      }
      if (hasFile) surplus ??= `a second file ${JSON.stringify(part.filename)}`;
      hasFile = true;
      yield* part.file;
    }
  } catch (cause) {
    if (surplus === undefined) throw invalid("the form cannot be read", cause);
  }
  // Passed over, an account or an id that the caller thinks was given would be missing.
  if (surplus !== undefined)
    throw invalid(`the form has ${surplus}: beside the one file, everything stands in the query`);
  if (!hasFile) throw invalid("the form has no file");
}

function invalid(detail: string, cause?: unknown): SamecutError {
  return new SamecutError("REQUEST_INVALID", { detail, cause });
}
