/** Characters that would move the cursor, change colours or turn the reading direction of a terminal line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A file name safe to print: control characters become visible escapes such as `\n` or `\u{1b}`. */
export function printable(name: string): string {
  return name.replace(
    UNPRINTABLE,
    (character) => SHORT_ESCAPES[character] ?? `\\u{${(character.codePointAt(0) as number).toString(16)}}`,
  );
}
