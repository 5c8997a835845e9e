import type { ReportedError } from "../../report/scan-report.js";

/** An answer of the service that is none, as it words it in the page's language. */
export class ServiceError extends Error {
  readonly code: string;
  readonly remedy: string;

  constructor({
    code,
    message,
    remedy,
  }: Pick<ReportedError, "message" | "remedy"> & { readonly code: string }) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

/** The error in the body of an answer; undefined where the body has none. */
export function errorIn(body: string): ServiceError | undefined {
  try {
    const { error } = JSON.parse(body) as { error?: ConstructorParameters<typeof ServiceError>[0] };
    return error && new ServiceError(error);
  } catch {
    return undefined;
  }
}
