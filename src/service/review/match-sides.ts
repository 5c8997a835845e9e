import type { CreativeMatch } from "../../index.js";

/** Which of a match and the creative it was found for is side a, the earlier one, and which side b. */
export function sidesOf<Side>(
  { earlier }: Pick<CreativeMatch, "earlier">,
  match: Side,
  asked: Side,
): { readonly a: Side; readonly b: Side } {
  return earlier ? { a: match, b: asked } : { a: asked, b: match };
}
