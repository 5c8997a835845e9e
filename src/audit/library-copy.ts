import { z } from "zod";
import { EXEMPTION_SCHEMA, type Exemption } from "../account/exemption.js";
import type { ImportSummary } from "../library/interchange.js";
import type { Library } from "../library/library.js";
import type { CallOptions } from "../library/library-calls.js";
import type { ExemptionList } from "./exemption-list.js";

/** What came of the import of a library with its exemptions. */
export interface LibraryCopySummary extends ImportSummary {
  /** Exemptions that were new. */
  readonly exempted: number;
}

/** How a line with an exemption begins; other lines may be long, and are not read twice. */
const BEGINNING = '{"exemption":';
const EXEMPTION_LINE = z.object({ exemption: EXEMPTION_SCHEMA });

/** A library as `Library.export` gives it, and after it its exemptions, those taken back included, a line each. */
export async function* exportLibrary(
  library: Library,
  exemptions: ExemptionList,
  options: CallOptions = {},
): AsyncGenerator<string, void, undefined> {
  yield* library.export(options);
  for (const exemption of exemptions.all) yield JSON.stringify({ exemption });
}

/**
 * Adds to a library what {@link exportLibrary} or `Library.export` wrote, as `Library.import` does, and the exemptions to its list. Rejects
 * with what those reject with; exemptions come last, and all of them or none.
 */
export async function importLibrary(
  library: Library,
  exemptions: ExemptionList,
  lines: Iterable<string> | AsyncIterable<string>,
  options: CallOptions = {},
): Promise<LibraryCopySummary> {
  const found: Exemption[] = [];
  const summary = await library.import(withoutExemptions(lines, found), options);
  return { ...summary, exempted: await exemptions.take(found) };
}

/** Takes the exemptions out, and leaves empty lines in their places so that lines keep their numbers. */
async function* withoutExemptions(
  lines: Iterable<string> | AsyncIterable<string>,
  found: Exemption[],
): AsyncGenerator<string> {
  for await (const line of lines) {
    const exemption = line.startsWith(BEGINNING) ? exemptionOf(line) : undefined;
    if (exemption !== undefined) found.push(exemption);
    // One that cannot be read goes on: the library says that the line is none of an export.
    yield exemption === undefined ? line : "";
  }
}

function exemptionOf(line: string): Exemption | undefined {
  try {
    return EXEMPTION_LINE.parse(JSON.parse(line)).exemption;
  } catch {
    return undefined;
  }
}
