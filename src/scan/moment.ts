const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_AND_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The moment written as `2026-11-21`, `2026-11-21 08:30` or ISO 8601; undefined for anything else. Without an offset
 * the time is UTC, so that a list means the same on every machine.
 */
export function parseMoment(text: string): Date | undefined {
  if (DATE.test(text)) return validDate(`${text}T00:00:00Z`);
  const parts = DATE_AND_TIME.exec(text);
  if (parts === null) return undefined;
  const [, date, time, offset = "Z"] = parts;
  return validDate(`${date}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
}

function validDate(iso: string): Date | undefined {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
