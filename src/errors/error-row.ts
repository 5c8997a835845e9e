/** One row of the table of errors. */
export interface ErrorRow {
  readonly message: string;
  readonly remedy: string;
  readonly exitStatus: 2;
  readonly httpStatus: number;
}

/** A row of the table of errors; every error ends a command with the same status. */
export function row(httpStatus: number, message: string, remedy: string): ErrorRow {
  return { message, remedy, exitStatus: 2, httpStatus };
}
