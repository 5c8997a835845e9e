import { Frame } from "./frame.js";
import type { Strip } from "./strip.js";

/** The row of a creative's pictures; a grey bar where there are none. Decorative. */
export function FilmstripRow({ strip }: { readonly strip: Strip | undefined }) {
  if (strip === undefined) return <span class="filmstrip filmstrip--none" aria-hidden="true" />;
  return (
    <span class="filmstrip" aria-hidden="true">
      {strip.row.map((place) => (
        <Frame key={place} strip={strip} place={place} />
      ))}
    </span>
  );
}
