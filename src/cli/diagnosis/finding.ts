import type { SamecutError } from "../../index.js";

/** What was found of one thing that samecut needs. */
export interface Finding {
  /** The thing, such as `ffmpeg`. */
  readonly subject: string;
  /** What was found, in a few words. */
  readonly found: string;
  /** Set when it will not do. */
  readonly error?: SamecutError;
}

/** Runs one examination; an error becomes its finding. */
export async function examineOne(
  subject: string,
  examination: () => Promise<string>,
  asError: (error: unknown) => SamecutError,
): Promise<Finding> {
  try {
    return { subject, found: await examination() };
  } catch (error) {
    return { subject, found: "", error: asError(error) };
  }
}
