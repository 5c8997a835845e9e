import { type Language, printable, reportError, SamecutError, textsOf, translateError } from "../index.js";

/** An error for people: what went wrong, with which file, what to do; the stack only when asked for. Ends in a newline. */
export function errorText(error: unknown, language: Language, verbose: boolean): string {
  const known =
    error instanceof SamecutError
      ? error
      : new SamecutError("UNEXPECTED", { detail: String(error), cause: error });
  const { message, remedy, code } = translateError(reportError(known), textsOf(language));
  const lines = [`samecut: ${printable(message)} (${code})`];
  if (known.path !== undefined) lines.push(`  ${printable(known.path)}`);
  lines.push(`  ${remedy}`);
  if (verbose)
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
      lines.push(cause.stack ?? String(cause));
  return `${lines.join("\n")}\n`;
}
