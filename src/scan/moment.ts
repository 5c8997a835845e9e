const DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})/;
const TIME = /^[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The moment written as `2026-11-21`, `2026-11-21 08:30` or ISO 8601, or as spreadsheets rewrite these: `2026/11/5 8:30`; undefined
 * for anything else. Without an offset the time is UTC, so that a list means the same on every machine.
 */
export function parseMoment(text: string): Date | undefined {
  const date = DATE.exec(text);
  if (date === null) return undefined;
  const [written, year, , month, day] = date;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // `Date` takes the 31st of any month, for the first days of the next one.
  if (validDate(`${iso}T00:00:00Z`)?.toISOString().startsWith(iso) !== true) return undefined;
  if (written === text) return validDate(`${iso}T00:00:00Z`);
  const parts = TIME.exec(text.slice(written.length));
  if (parts === null) return undefined;
  const [, time, offset = "Z"] = parts;
  return validDate(`${iso}T${time.replace(/^(\d):/, "0$1:")}${withColon(offset)}`);
}

function withColon(offset: string): string {
  return offset.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
}

function validDate(iso: string): Date | undefined {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
