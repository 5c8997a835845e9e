import { useCallback, useMemo, useState } from "preact/hooks";
import { Report } from "../report/html/app/report.js";
import type { PageCreative, PagePair, PairAddress } from "../report/html/page-data.js";
import type { ReviewPair } from "../report/html/review-data.js";
import type { LivePictures } from "./service/live-pictures.js";

/** Something the service has told: creatives, and pairs of them. */
export interface Told {
  readonly creatives: readonly PageCreative[];
  readonly pairs?: readonly (PagePair | ReviewPair)[];
}

/** Every creative and pair the page has been told of, in the order of telling; what is told again takes the place of what was. */
export interface KnownPairs {
  /** As the views of the report take them. */
  readonly report: Report;
  /** What is known of a pair besides its verdict; undefined for a pair of a file that was checked. */
  readonly facts: (pair: PairAddress) => ReviewPair | undefined;
  readonly learn: (told: Told) => void;
}

/** Tells pairs apart. */
export function keyOfPair({ a, b }: PairAddress): string {
  return `${a}\n${b}`;
}

/** What the page has been told; nothing at first. */
export function useKnownPairs(version: string, pictures: LivePictures): KnownPairs {
  const [known, setKnown] = useState<{
    readonly creatives: ReadonlyMap<string, PageCreative>;
    readonly pairs: ReadonlyMap<string, PagePair | ReviewPair>;
  }>({ creatives: new Map(), pairs: new Map() });
  const learn = useCallback(
    ({ creatives, pairs = [] }: Told) => {
      pictures.learn(creatives);
      setKnown((before) => ({
        creatives: new Map([...before.creatives, ...creatives.map((each) => [each.id, each] as const)]),
        pairs: new Map([...before.pairs, ...pairs.map((each) => [keyOfPair(each), each] as const)]),
      }));
    },
    [pictures],
  );
  return useMemo(() => {
    const data = {
      ...({ language: "en", version, filmstrips: {} } as const),
      creatives: [...known.creatives.values()],
      pairs: [...known.pairs.values()],
    };
    return {
      report: new Report(data, pictures),
      facts: (pair) => {
        const found = known.pairs.get(keyOfPair(pair));
        return found && "allowed" in found ? found : undefined;
      },
      learn,
    };
  }, [known, learn, pictures, version]);
}
