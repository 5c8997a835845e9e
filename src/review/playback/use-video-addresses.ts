import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { PagePair } from "../../report/html/page-data.js";
import { isOthers } from "../others-name.js";
import type { ReviewClient } from "../service/review-api.js";
import { UnreachableError } from "../service/watched-client.js";
import { SIDES, type Side } from "./step-clock.js";

/** Where a player finds the videos of a pair; a side without a file is absent. */
export type VideoAddresses = Readonly<Partial<Record<Side, string>>>;

/** A file that this browser has itself. */
export interface LocalFile {
  readonly id: string;
  readonly file: File;
}

/** The addresses of a pair's videos as far as they are known. */
export interface KnownAddresses {
  /** Undefined until they have come. */
  readonly addresses: VideoAddresses | undefined;
  /** The service did not answer when they were asked for. */
  readonly lost: boolean;
  /** Asks for them anew: they do not outlive a restart of the service, nor an hour. */
  readonly renew: () => void;
}

/** The addresses of a pair's videos, asked for when they are wanted. */
export function useVideoAddresses(
  pair: PagePair,
  wanted: boolean,
  {
    client,
    local,
    revision,
  }: {
    readonly client: ReviewClient;
    readonly local: LocalFile | undefined;
    /** Another one when the library has come anew, as after a time without the service. */
    readonly revision: number;
  },
): KnownAddresses {
  const [addresses, setAddresses] = useState<VideoAddresses>();
  const [lost, setLost] = useState(false);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const opened: string[] = [];
    let unanswered = false;
    const addressOf = async (id: string): Promise<string | undefined> => {
      if (local?.id === id) {
        const address = URL.createObjectURL(local.file);
        opened.push(address);
        return address;
      }
      if (isOthers(id)) return undefined;
      return (await client.call("POST /v1/creatives/:id/playback", { params: { id } })).url;
    };
    const found = SIDES.map(async (side) => {
      const address = await addressOf(pair[side]).catch((error: unknown) => {
        unanswered ||= error instanceof UnreachableError;
        return undefined;
      });
      return address === undefined ? [] : [[side, address] as const];
    });
    void Promise.all(found).then((entries) => {
      if (!current) return;
      setAddresses(Object.fromEntries(entries.flat()));
      setLost(unanswered);
    });
    return () => {
      current = false;
      for (const address of opened) URL.revokeObjectURL(address);
    };
  }, [pair.a, pair.b, wanted, client, local, asked]);
  const renew = useCallback(() => setAsked((before) => before + 1), []);
  const since = useRef(revision);
  useEffect(() => {
    if (lost && since.current !== revision) renew();
    since.current = revision;
  }, [lost, revision, renew]);
  return { addresses, lost, renew };
}
