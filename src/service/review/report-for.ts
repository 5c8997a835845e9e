import { type LibraryReport, reportLibrary } from "../../index.js";
import type { Caller } from "../access/caller.js";
import type { ServiceContext } from "../service-context.js";
import { visibleReport } from "./visible-report.js";

/** The library's report as a caller may see it, its accounts by the service's settings and exemptions. */
export async function reportFor(
  caller: Caller,
  { library, exemptions, settings }: ServiceContext,
  signal: AbortSignal,
): Promise<LibraryReport> {
  const accounts = { settings: settings.account, exemptions: await exemptions.all() };
  return visibleReport(await reportLibrary(library, { ...accounts, signal }), caller);
}
