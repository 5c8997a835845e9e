import type { Region } from "../../../../picture/picture.js";
import type { PageCreative } from "../../page-data.js";
import { Frame } from "../pictures/frame.js";
import type { Strip } from "../pictures/strip.js";

/** A side that has pictures. */
export interface PicturedSide {
  readonly creative: PageCreative;
  readonly strip: Strip;
}

/** The height of a picture looked at closely, at most. */
const MAX_HEIGHT_REM = 32;

/** A creative's picture at a time, with what was changed in boxes. */
export function SidePicture({
  side: { strip, creative },
  time,
  regions,
}: {
  readonly side: PicturedSide;
  readonly time: number;
  readonly regions: readonly Region[];
}) {
  return (
    <span class="picture" style={shapeOf(creative)}>
      <Frame strip={strip} place={strip.placeOf(time)} />
      <ChangedRegions regions={regions} />
    </span>
  );
}

/** The shape of a creative's picture. Tall ones are made narrower rather than cut: whoever compares wants to see all of both. */
export function shapeOf({ width, height }: PageCreative): {
  readonly aspectRatio: string;
  readonly maxWidth: string;
} {
  return { aspectRatio: `${width} / ${height}`, maxWidth: `${(MAX_HEIGHT_REM * width) / height}rem` };
}

/** Boxes around what was changed, over a picture of the repeat. */
export function ChangedRegions({ regions }: { readonly regions: readonly Region[] }) {
  const share = (value: number) => `${value * 100}%`;
  return regions.map(({ x, y, width, height }) => (
    <span
      key={`${x} ${y}`}
      class="changed"
      style={{ left: share(x), top: share(y), width: share(width), height: share(height) }}
    />
  ));
}
