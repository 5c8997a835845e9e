import type { Strip } from "./strip.js";

/** One picture of a strip, as wide as the box it stands in. Decorative: what it shows is told in words beside it. */
export function Frame({ strip, place }: { readonly strip: Strip; readonly place: number }) {
  const count = strip.times.length;
  return (
    <span class="frame" style={{ aspectRatio: `${strip.width} / ${strip.height}` }}>
      <img
        src={strip.url}
        alt=""
        decoding="async"
        style={{ width: `${count * 100}%`, transform: `translateX(${(-100 * place) / count}%)` }}
      />
    </span>
  );
}
