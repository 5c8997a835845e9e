import { percent } from "../../../numbers.js";
import type { ReportSummary } from "../../../scan-report.js";
import { useSpeech } from "../speech.js";

/** The figures of a scan or of a library. */
export function Counts({
  summary: { creatives, failed, groups, allowed },
  repeats,
}: {
  readonly summary: Pick<ReportSummary, "creatives" | "failed" | "groups" | "allowed">;
  readonly repeats: number;
}) {
  const { labels, language } = useSpeech();
  const readable = creatives - failed;
  const originals = Math.max(0, readable - repeats);
  const figures = [
    { value: creatives, name: labels.counts.creatives(creatives) },
    {
      value: originals,
      name: labels.counts.originals(originals),
      note: readable > 0 ? labels.ofAll(percent(originals / readable)) : undefined,
      kind: "original",
    },
    { value: repeats, name: labels.counts.repeats(repeats), kind: "repeat" },
    { value: groups, name: labels.counts.groups(groups) },
    ...(failed > 0 ? [{ value: failed, name: labels.counts.failed(failed) }] : []),
    ...(allowed > 0 ? [{ value: allowed, name: labels.counts.allowed(allowed) }] : []),
  ];
  return (
    <ul class="counts">
      {figures.map(({ value, name, note, kind }) => (
        <li key={name} class={kind ? `count count--${kind}` : "count"}>
          <strong>{value.toLocaleString(language)}</strong> {name}
          {note && <small>{note}</small>}
        </li>
      ))}
    </ul>
  );
}
