import { InvalidArgumentError } from "commander";
import { parseMoment } from "../index.js";

/** Parses a whole number from 1 up. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value))
    throw new InvalidArgumentError("Give a whole number of 1 or more.");
  return value;
}

/** Parses a whole number, also 0. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
  return Number(text);
}

/** Parses `30%` or `0.3`: above 0, up to 1. */
export function share(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === "%" ? 100 : 1);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError("Give a share such as 30% or 0.3.");
  return value;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const DAYS = { d: 1, w: 7, m: 30, y: 365 } as const;

/** Parses `180d`, `26w`, `6m` (of 30 days), `1y`, or a date: the moment from which on uploads count. */
export function since(text: string): Date {
  const span = /^(\d{1,5})([dwmy])$/.exec(text);
  if (span !== null)
    return new Date(Date.now() - Number(span[1]) * DAYS[span[2] as keyof typeof DAYS] * DAY_MILLISECONDS);
  const date = parseMoment(text);
  if (date === undefined)
    throw new InvalidArgumentError("Give a span such as 180d, or a date such as 2026-11-21.");
  return date;
}

/** Parses a date, or a date with time; a date alone is its first moment in UTC. */
export function moment(text: string): Date {
  const date = parseMoment(text);
  if (date === undefined) throw new InvalidArgumentError("Give a date such as 2026-11-21.");
  return date;
}
