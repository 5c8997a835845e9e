import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { bestMoment, type SharedMoment, shownMoments } from "../../moments.js";
import type { PagePair, PairAddress } from "../../page-data.js";
import type { PairNeighbours } from "../../pair-walk.js";
import { linkToPair } from "../address.js";
import { Badge } from "../lists/badge.js";
import type { Strip } from "../pictures/strip.js";
import { useStrip } from "../pictures/use-strip.js";
import type { Report } from "../report.js";
import { useSpeech } from "../speech.js";
import { AdviceSection } from "./advice-section.js";
import { ChangesSection } from "./changes-section.js";
import { CopyButton } from "./copy-button.js";
import { Accounts, Facts } from "./facts.js";
import { MomentViewer } from "./moment-viewer.js";
import { pairAsText } from "./pair-text.js";
import { RuleSection } from "./rule-section.js";
import { sideName } from "./side-name.js";
import { Timeline } from "./timeline.js";
import { usePairKeys } from "./use-pair-keys.js";

/** One pair, explained in pictures and words. */
export function PairPage({
  report,
  pair,
  neighbours: { previous, next },
  listed,
  tools,
  children,
}: {
  readonly report: Report;
  readonly pair: PagePair;
  /** The pairs before and after it in its list. */
  readonly neighbours: PairNeighbours<PairAddress>;
  /** The pair is one of a list, to which there is a way back. */
  readonly listed: boolean;
  /** What else can be done with the pair. */
  readonly tools?: ComponentChildren;
  /** What else shows it, below the filmstrips. */
  readonly children?: ComponentChildren;
}) {
  const speech = useSpeech();
  const { texts, labels } = speech;
  const a = { creative: report.creative(pair.a), strip: useStrip(report, pair.a, { pair }) };
  const b = { creative: report.creative(pair.b), strip: useStrip(report, pair.b, { pair }) };
  const moments = useMemo(() => momentsOf(pair, a.strip, b.strip), [pair, a.strip, b.strip]);
  const [chosen, setChosen] = useState<SharedMoment>();
  const moment = chosen ?? firstMoment(pair, report, moments);
  const heading = useRef<HTMLHeadingElement>(null);
  usePairKeys(listed, { previous, next });

  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);

  if (a.creative === undefined || b.creative === undefined) return null;
  const sides = { a: { ...a, creative: a.creative }, b: { ...b, creative: b.creative } };
  const names = { a: report.nameOf(pair.a), b: report.nameOf(pair.b) };
  const closely = { pair, ...sides, moments, moment, onMoment: setChosen };
  return (
    <article class="pair">
      <nav class="pair-nav" aria-label={labels.keys}>
        {listed && (
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
        {tools}
      </nav>
      <h1 ref={heading} tabIndex={-1}>
        <Badge pair={pair} /> {fileName(names.b)} <span class="aside">{labels.relations[pair.grade]}</span>{" "}
        {fileName(names.a)}
      </h1>
      <Accounts a={sides.a.creative} b={sides.b.creative} />
      <dl class="facts">
        {(["a", "b"] as const).map((side) => (
          <Facts
            key={side}
            side={side}
            name={sideName(pair, side, labels)}
            creative={sides[side].creative}
            fromLibrary={
              a.creative?.origin !== b.creative?.origin && sides[side].creative.origin === "library"
            }
          />
        ))}
      </dl>
      <Timeline {...closely} />
      {children}
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
      {listed && <p class="aside keys">{labels.keys}</p>}
    </article>
  );
}

/** The last part of a path; all of it stands below the heading. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function momentsOf(pair: PagePair, a: Strip | undefined, b: Strip | undefined): SharedMoment[] {
  return shownMoments(pair, a?.times ?? [], b?.times ?? []);
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
