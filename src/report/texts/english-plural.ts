/** The English name of some things: `word(1, "pair")` is "pair", of any other count "pairs". */
export function word(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** A count and the English name of what is counted: "1 pair", "1,200 pairs". */
export function plural(count: number, one: string, many?: string): string {
  return `${count.toLocaleString("en")} ${word(count, one, many)}`;
}
