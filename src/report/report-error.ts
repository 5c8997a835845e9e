import { ERROR_TABLE, type SamecutError } from "../errors.js";
import type { ReportedError } from "./scan-report.js";
import type { Texts } from "./texts/texts.js";

/** An error as it stands in a report. */
export function reportError(error: SamecutError): ReportedError {
  return { code: error.code, message: error.message, remedy: error.remedy };
}

/** The error in the report's language, with what was found. */
export function translateError(error: ReportedError, texts: Texts): ReportedError {
  const translated = texts.errors[error.code];
  if (translated === undefined) return error;
  const original: string = ERROR_TABLE[error.code].message;
  const detail = error.message.startsWith(`${original}: `)
    ? texts.colon + texts.detail(error.message.slice(original.length + 2))
    : "";
  return { code: error.code, message: translated.message + detail, remedy: translated.remedy };
}
