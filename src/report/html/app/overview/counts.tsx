import { percent } from "../../../numbers.js";
import type { OverviewFigures } from "../../overview-figures.js";
import { useSpeech } from "../speech.js";

/** The figures of a scan or of a library. */
export function Counts({ figures }: { readonly figures: OverviewFigures }) {
  const { labels, language } = useSpeech();
  const { creatives, originals, firstPublishes, repeats, groups, failed, allowed } = figures;
  const said = labels.counts;
  const readable = creatives - failed;
  const shown = [
    { value: creatives, name: said.creatives(creatives) },
    {
      value: originals,
      name: said.originals(originals),
      note: readable > 0 ? labels.ofAll(percent(originals / readable)) : undefined,
      kind: "original",
    },
    {
      value: firstPublishes,
      name: said.firstPublishes(firstPublishes),
      note: labels.firstPublishesAre,
      kind: "original",
    },
    { value: repeats, name: said.repeats(repeats), kind: "repeat" },
    { value: groups, name: said.groups(groups) },
    ...(failed > 0 ? [{ value: failed, name: said.failed(failed) }] : []),
    ...(allowed > 0 ? [{ value: allowed, name: said.allowed(allowed) }] : []),
  ];
  return (
    <ul class="counts">
      {shown.map(({ value, name, note, kind }) => (
        <li key={name} class={kind ? `count count--${kind}` : "count"}>
          <strong>{value.toLocaleString(language)}</strong> {name}
          {note && <small>{note}</small>}
        </li>
      ))}
    </ul>
  );
}
