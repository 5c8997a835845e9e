/** Numbers with room for `length` of them and half as many again; what is new is `fill`. The same object where there is room already. */
export function enlarged(
  values: Uint32Array<ArrayBuffer>,
  length: number,
  fill: number,
): Uint32Array<ArrayBuffer> {
  if (length <= values.length) return values;
  const larger = new Uint32Array(Math.ceil(length * 1.5)).fill(fill, values.length);
  larger.set(values);
  return larger;
}
