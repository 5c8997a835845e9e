/** A share from 0 to 1 as whole percent; what is not all never reads "100 %", what is not nothing never "0 %". */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "<1%";
  if (share < 1 && share > 0.99) return "99%";
  return `${Math.round(share * 100)}%`;
}

/** A factor with two decimals at most: 1.08, 0.9, 2. */
export function factor(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A time in a video: `0:07.5`, `1:02`, `10:00`; tenths only where there are any. */
export function clock(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  const minutes = Math.floor(tenths / 600);
  const rest = tenths - minutes * 600;
  const whole = String(Math.floor(rest / 10)).padStart(2, "0");
  return `${minutes}:${whole}${rest % 10 === 0 ? "" : `.${rest % 10}`}`;
}

/** A length of time in seconds with one decimal at most: `2.5 s`. */
export function seconds(value: number): string {
  return `${Math.round(value * 10) / 10} s`;
}
