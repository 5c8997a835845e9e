/** Pixels are taken so many at a time, and as many behind a plane's last one are read. */
export const PIXELS_TOGETHER = 4;

/** Bytes of a pixel of the query: its value, its slopes along x and y, and a spare one, float32. */
export const QUERY_PIXEL_BYTES = 16;

/** What the kernel is told of a step, by place; float32. */
export const SETTING = {
  /** The map from the reference's pixels (from the middle) to the query's (from the middle of the first one). */
  a: 0,
  b: 1,
  c: 2,
  d: 3,
  e: 4,
  f: 5,
  /** 1 over the squared spread of residuals. */
  doubt: 6,
  /** Half of a side less a pixel: places from the middle reach from minus this to this. */
  halfWidth: 7,
  halfHeight: 8,
  /** Sides in pixels, less one and less two. */
  width: 9,
  lastX: 10,
  lastY: 11,
  lastButOneX: 12,
  lastButOneY: 13,
} as const;

/** Bytes of all settings. */
export const SETTINGS_BYTES = 64;

/**
 * What is summed of each row, by place: products of the query's slopes x and y, its value q, the reference's r and 1, times the pixel's weight; `xx1` also times its place in the row from the middle, `xx2` times that squared.
 */
export const SUM = {
  ...{ xx0: 0, xx1: 1, xx2: 2, xy0: 3, xy1: 4, xy2: 5, yy0: 6, yy1: 7, yy2: 8 },
  ...{
    qx0: 9,
    qx1: 10,
    qy0: 11,
    qy1: 12,
    x0: 13,
    x1: 14,
    y0: 15,
    y1: 16,
    rx0: 17,
    rx1: 18,
    ry0: 19,
    ry1: 20,
  },
  ...{ qq: 21, q: 22, qr: 23, weight: 24, r: 25, rr: 26 },
  /** Weighted absolute residuals, and pixels that both have. */
  ...{ residual: 27, seen: 28 },
} as const;

/** Sums of a row, and room for more. */
export const ROW_SUMS = 32;

/** Numbers that the kernel adds up: each sum times three powers of the row's place. */
export const ALL_SUMS = 3 * ROW_SUMS;

/** Unknowns of one step: gain, bias and six of the map. */
export const UNKNOWNS = 8;

/** The normal equations of a step (the upper triangle, row by row), and what else is summed. */
export interface StepSums {
  readonly normal: Float64Array;
  readonly right: Float64Array;
  /** Weighted squares of the reference, weighted absolute residuals, luma levels, and pixels that both have. */
  readonly squares: number;
  readonly residuals: number;
  readonly seen: number;
}

/** The equations of what the kernel has added up; the unknowns are gain, bias, and a to f of the map. */
export function equationsOf(sums: Float64Array): StepSums {
  const s = (name: keyof typeof SUM, power = 0): number => sums[power * ROW_SUMS + SUM[name]]!;
  const rows = [
    [s("qq"), s("q"), s("qx1"), s("qx0", 1), s("qx0"), s("qy1"), s("qy0", 1), s("qy0")],
    [s("weight"), s("x1"), s("x0", 1), s("x0"), s("y1"), s("y0", 1), s("y0")],
    [s("xx2"), s("xx1", 1), s("xx1"), s("xy2"), s("xy1", 1), s("xy1")],
    [s("xx0", 2), s("xx0", 1), s("xy1", 1), s("xy0", 2), s("xy0", 1)],
    [s("xx0"), s("xy1"), s("xy0", 1), s("xy0")],
    [s("yy2"), s("yy1", 1), s("yy1")],
    [s("yy0", 2), s("yy0", 1)],
    [s("yy0")],
  ];
  const normal = new Float64Array(UNKNOWNS * UNKNOWNS);
  for (const [i, row] of rows.entries()) normal.set(row, i * UNKNOWNS + i);
  const right = [s("qr"), s("r"), s("rx1"), s("rx0", 1), s("rx0"), s("ry1"), s("ry0", 1), s("ry0")];
  return {
    normal,
    right: Float64Array.from(right),
    squares: s("rr"),
    residuals: s("residual"),
    seen: s("seen"),
  };
}
