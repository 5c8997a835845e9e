import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { clock } from "../../../numbers.js";
import { bestMoment, type SharedMoment, shownMoments } from "../../moments.js";
import type { PageCreative, PagePair } from "../../page-data.js";
import { linkToPair } from "../address.js";
import { Badge } from "../lists/badge.js";
import type { Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { AdviceSection } from "./advice-section.js";
import { ChangesSection } from "./changes-section.js";
import { CopyButton } from "./copy-button.js";
import { MomentViewer } from "./moment-viewer.js";
import { pairAsText } from "./pair-text.js";
import { RuleSection } from "./rule-section.js";
import { sideName } from "./side-name.js";
import { Timeline } from "./timeline.js";
import { usePairKeys } from "./use-pair-keys.js";

/** One pair, explained in pictures and words. */
export function PairPage({ report, pair }: { readonly report: Report; readonly pair: PagePair }) {
  const speech = useSpeech();
  const { texts, labels } = speech;
  const [a, b] = [pair.a, pair.b].map((id) => ({ creative: report.creative(id), strip: report.strip(id) }));
  const moments = useMemo(() => momentsOf(pair, report), [pair, report]);
  const [moment, setMoment] = useState<SharedMoment | undefined>(() => firstMoment(pair, report, moments));
  const heading = useRef<HTMLHeadingElement>(null);
  const place = report.pairs.indexOf(pair);
  const [previous, next] = [report.pairs[place - 1], report.pairs[place + 1]];
  usePairKeys(report.scan !== undefined, { previous, next });

  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);

  if (a?.creative === undefined || b?.creative === undefined) return null;
  const sides = { a: { ...a, creative: a.creative }, b: { ...b, creative: b.creative } };
  const names = { a: report.nameOf(pair.a), b: report.nameOf(pair.b) };
  const closely = { pair, ...sides, moments, moment, onMoment: setMoment };
  return (
    <article class="pair">
      <nav class="pair-nav" aria-label={labels.keys}>
        {report.scan && (
          <a href="#overview" class="back">
            ← {labels.back}
          </a>
        )}
        {previous && (
          <a href={linkToPair(previous)} rel="prev">
            {labels.previous}
          </a>
        )}
        {next && (
          <a href={linkToPair(next)} rel="next">
            {labels.next}
          </a>
        )}
        <CopyButton text={() => pairAsText(pair, names, speech)} />
      </nav>
      <h1 ref={heading} tabIndex={-1}>
        <Badge pair={pair} /> {fileName(names.b)} <span class="aside">{labels.relations[pair.grade]}</span>{" "}
        {fileName(names.a)}
      </h1>
      <Accounts a={sides.a.creative} b={sides.b.creative} />
      <dl class="facts">
        {(["a", "b"] as const).map((side) => (
          <Facts key={side} side={side} name={sideName(pair, side, labels)} creative={sides[side].creative} />
        ))}
      </dl>
      <Timeline {...closely} />
      {moment && sides.a.strip && sides.b.strip && (
        <MomentViewer
          {...closely}
          moment={moment}
          a={{ ...sides.a, strip: sides.a.strip }}
          b={{ ...sides.b, strip: sides.b.strip }}
        />
      )}
      {pair.grade === "distinct" ? (
        <p class="card">{texts.distinctPair()}</p>
      ) : (
        <>
          <div class="columns">
            <RuleSection pair={pair} />
            <ChangesSection pair={pair} />
          </div>
          <AdviceSection pair={pair} />
        </>
      )}
      {report.scan && <p class="aside keys">{labels.keys}</p>}
    </article>
  );
}

function Facts({
  side,
  name,
  creative,
}: {
  readonly side: "a" | "b";
  readonly name: string;
  readonly creative: PageCreative;
}) {
  const { texts, labels } = useSpeech();
  const {
    path,
    origin,
    kind,
    durationSeconds,
    width,
    height,
    layout,
    account,
    uploadedAt,
    designNotes = [],
  } = creative;
  const facts = [
    ...(kind === "video" ? [clock(durationSeconds)] : []),
    `${width} × ${height}`,
    ...(layout === "plain" ? [] : [texts.layoutNames[layout]]),
    ...(account === undefined ? [] : [labels.ofAccount(account)]),
    ...(uploadedAt === undefined ? [] : [uploadedAt.slice(0, 10)]),
    ...designNotes.map((note) => texts.designNotes[note]),
  ];
  return (
    <div>
      <dt class={`side-name side-name--${side}`}>{name}</dt>
      <dd>
        {origin === "library" ? texts.fromLibrary(path) : path} <small>{facts.join(" · ")}</small>
      </dd>
    </div>
  );
}

function Accounts({ a, b }: { readonly a: PageCreative; readonly b: PageCreative }) {
  const { labels } = useSpeech();
  if (a.account === undefined || b.account === undefined) return null;
  return <p class="notice">{a.account === b.account ? labels.sameAccount : labels.otherAccount}</p>;
}

/** The last part of a path; all of it stands below the heading. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function momentsOf(pair: PagePair, report: Report): SharedMoment[] {
  return shownMoments(pair, report.strip(pair.a)?.times ?? [], report.strip(pair.b)?.times ?? []);
}

/** The best moment, or the nearest there are pictures of. */
function firstMoment(
  pair: PagePair,
  report: Report,
  moments: readonly SharedMoment[],
): SharedMoment | undefined {
  const best = bestMoment(pair, report.creative(pair.a)?.durationSeconds ?? 0);
  if (best === undefined) return undefined;
  const distance = (each: SharedMoment) => Math.abs(each.a - best.a);
  return [...moments].sort((p, q) => distance(p) - distance(q))[0] ?? best;
}
