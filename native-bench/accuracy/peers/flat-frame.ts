/** Standard deviation of grey values, 0 to 255, below which a frame shows nothing. */
const FLAT_BELOW = 4;

/** A frame of one colour: its hash is noise, and nobody who hashes frames would keep it. */
export function isFlat(grey: Uint8Array): boolean {
  let [sum, squares] = [0, 0];
  for (const value of grey) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / grey.length;
  return squares / grey.length - mean * mean < FLAT_BELOW * FLAT_BELOW;
}
