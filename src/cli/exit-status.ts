/** How a command ends; the same for every command. */
export const EXIT_STATUS = {
  /** Nothing similar was found, or there was nothing to find. */
  nothingSimilar: 0,
  /** Something similar was found. */
  somethingSimilar: 1,
  /** An error: in the arguments, in a file, or in samecut. */
  error: 2,
  /** Interrupted by Ctrl-C: 128 and the signal's number, as shells count. */
  interrupted: 130,
} as const;

/** One of {@link EXIT_STATUS}. */
export type ExitStatus = (typeof EXIT_STATUS)[keyof typeof EXIT_STATUS];
