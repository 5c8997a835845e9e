import { InvalidArgumentError } from "commander";

/** Reads a whole number from 1 off the command line; throws commander's own error otherwise. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError("A whole number from 1 is expected.");
  return value;
}
