import type { ComponentChildren } from "preact";
import { nameOtherSide } from "../../../explain/pair.js";
import { linkToPair } from "../address.js";
import { FilmstripRow } from "../pictures/filmstrip-row.js";
import type { Repeat, Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { Badge } from "./badge.js";
import { ListedPairTools } from "./pair-tools.js";
import { Reasons } from "./reasons.js";

/** A group as its card shows it. */
export interface ListedGroup {
  /** From 1, in the order of first creatives. */
  readonly number: number;
  /** The id of the first publish. */
  readonly first: string;
  /** Creatives in it, also those that are not listed. */
  readonly size: number;
  readonly repeats: readonly Repeat[];
}

/** A group of similar creatives: the first publish, and each repeat with the pair that shows it best. */
export function GroupCard({
  report,
  group: { number, first, size, repeats },
  children,
}: {
  readonly report: Report;
  readonly group: ListedGroup;
  /** What follows the repeats. */
  readonly children?: ComponentChildren;
}) {
  const { texts } = useSpeech();
  const heading = `group-${number}`;
  return (
    <article class="card group" aria-labelledby={heading}>
      <h2 id={heading}>{texts.group(number, size)}</h2>
      <div class="creative creative--first">
        <FilmstripRow report={report} id={first} />
        <p class="creative-name">
          <span class="badge badge--first">{texts.first()}</span> {report.nameOf(first)}
        </p>
      </div>
      <ul class="repeats">
        {repeats.map(({ id, pair }) => (
          <li key={id} class="creative">
            <FilmstripRow report={report} id={id} />
            <div>
              <p class="creative-name">
                <Badge pair={pair} /> <a href={linkToPair(pair)}>{report.nameOf(id)}</a>
              </p>
              {pair.a !== first && pair.b !== first && (
                <p class="aside">{nameOtherSide(id, pair, (other) => report.nameOf(other), texts)}</p>
              )}
              <Reasons pair={pair} />
              <ListedPairTools pair={pair} repeat={id} />
            </div>
          </li>
        ))}
      </ul>
      {children}
    </article>
  );
}
