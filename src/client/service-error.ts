/** An answer of the service that says no. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  /** The HTTP status, 400 to 599; 200 where an answer began well. */
  readonly status: number;
  /** A code of samecut's table of errors; `UNEXPECTED` where the answer is none of samecut's, such as a proxy's. */
  readonly code: string;
  readonly remedy: string;
  /** Finds the request in the service's log. */
  readonly requestId: string | undefined;
  /** Seconds after which to ask again, where the service names them: it was busy. */
  readonly retryAfterSeconds: number | undefined;

  private constructor(message: string, facts: Omit<ServiceError, keyof Error>) {
    super(message);
    this.status = facts.status;
    this.code = facts.code;
    this.remedy = facts.remedy;
    this.requestId = facts.requestId;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }

  /** An error as the service words it, from within an answer that began well. */
  static told(error: ToldError): ServiceError {
    const { message = "", code = "UNEXPECTED", remedy = "", requestId } = error;
    return new ServiceError(message, { status: 200, code, remedy, requestId, retryAfterSeconds: undefined });
  }

  /** The error an answer tells; reads its body. */
  static async of(response: Response): Promise<ServiceError> {
    const told = errorIn(await response.text().catch(() => ""));
    const retryAfter = response.headers.get("retry-after");
    return new ServiceError(told.message ?? `The service answered ${response.status}`, {
      status: response.status,
      code: told.code ?? "UNEXPECTED",
      remedy: told.remedy ?? "",
      requestId: told.requestId ?? response.headers.get("x-request-id") ?? undefined,
      retryAfterSeconds: retryAfter === null ? undefined : Number(retryAfter),
    });
  }
}

/** An error as it stands in an answer. */
export type ToldError = Partial<Readonly<Record<"code" | "message" | "remedy" | "requestId", string>>>;

function errorIn(body: string): ToldError {
  try {
    return (JSON.parse(body) as { readonly error?: ToldError }).error ?? {};
  } catch {
    return {};
  }
}
